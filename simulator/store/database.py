"""The database: what the journal says, in a form that can be asked. The only door to SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Row, Table, create_engine, event, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from simulator.problems import StoreError
from simulator.store.files import checksum
from simulator.store.tables import ABSORBED, HEAD, PLAYERS, RUNS, TEAMS

_BUSY_SECONDS: Final = 30.0
_DEVICE: Final = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}
"""Primary codes of SQLite that blame the machine, not the file's content."""

Values = Mapping[str, Any]


class DamagedError(Exception):
    """The database does not say what the journal said; it is to be set aside and rebuilt."""


class Absorbed(NamedTuple):
    """How far the journal is in the database: the last line absorbed, as bytes from..to."""

    start: int
    end: int
    mark: str


class Database:
    """One SQLite file. Every method raises DamagedError or StoreError, nothing else.

    Each call opens the file anew: so an instance never goes on in a file that another instance
    has set aside, and threads share nothing.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = create_engine(
            f"sqlite+pysqlite:///{path}",
            poolclass=NullPool,
            connect_args={"timeout": _BUSY_SECONDS, "isolation_level": None},
        )
        event.listen(self._engine, "connect", _set_pragmas)
        # The driver itself opens no transaction around a change of the schema.
        event.listen(self._engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))

    def close(self) -> None:
        """Let go of the file; nothing is held between two calls anyway."""
        self._engine.dispose()

    def make_ready(self) -> None:
        """Check the whole file and bring its schema up to date. Done under the folder's lock."""
        with self._begin() as connection:
            found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
            if found != "ok":
                raise DamagedError(_sentence(found))
            version = _version(connection)
            if version != HEAD:
                self._migrate(connection, version)

    def _migrate(self, connection: Connection, version: str) -> None:
        if version.isdigit() and version > HEAD:
            raise StoreError(
                f"The leaderboard {self.path} was written by a newer Pitchcraft; "
                "update this one to open it."
            )
        from simulator.store.migrate import CommandError, upgrade

        try:
            upgrade(connection)
        except CommandError as error:
            raise DamagedError(_sentence(error)) from error

    def absorbed(self) -> Absorbed:
        """How far the journal has been absorbed; (0, 0, "") in a new database."""
        rows = self._rows(select(ABSORBED))
        return Absorbed(rows[0].start, rows[0].end, rows[0].mark) if rows else Absorbed(0, 0, "")

    def absorb(
        self,
        teams: Sequence[Values],
        players: Sequence[Values],
        runs: Sequence[Values],
        upto: Absorbed,
    ) -> None:
        """Add rows and move on in the journal, both or neither. Rows with a known key are left."""
        with self._begin() as connection:
            for table, rows in ((TEAMS, teams), (PLAYERS, players), (RUNS, runs)):
                if rows:
                    sealed = [_sealed(table, row) for row in rows]
                    connection.execute(insert(table).on_conflict_do_nothing(), sealed)
            row = _sealed(ABSORBED, {"id": 1, **upto._asdict()})
            adding = insert(ABSORBED).values(row)
            connection.execute(adding.on_conflict_do_update(index_elements=["id"], set_=row))

    def players(self) -> list[Row[Any]]:
        """The rows of all players in the order they were added."""
        return self._rows(select(PLAYERS).order_by(PLAYERS.c.position))

    def teams(self) -> dict[str, str]:
        """The name of each team by its key."""
        return {row.key: row.name for row in self._rows(select(TEAMS))}

    def run(self, run_id: str) -> Row[Any] | None:
        """The row of one run."""
        rows = self._rows(select(RUNS).where(RUNS.c.id == run_id))
        return rows[0] if rows else None

    def runs(
        self,
        *,
        player: str | None = None,
        scenario: str | None = None,
        rules: int | None = None,
    ) -> list[Row[Any]]:
        """Rows of runs in the order of recording, narrowed as asked.

        ``player`` is a key; ``rules`` asks for the scored runs by that version of the rules.
        """
        asked = select(RUNS).order_by(RUNS.c.position)
        for column, value in ((RUNS.c.player, player), (RUNS.c.scenario, scenario)):
            if value is not None:
                asked = asked.where(column == value)
        if rules is not None:
            asked = asked.where(RUNS.c.rules == rules, RUNS.c.score.is_not(None))
        return self._rows(asked)

    def last_run(self) -> Row[Any] | None:
        """The row of the run recorded last by anybody who was added as a player."""
        added = select(RUNS).where(RUNS.c.player.in_(select(PLAYERS.c.key)))
        rows = self._rows(added.order_by(RUNS.c.position.desc()).limit(1))
        return rows[0] if rows else None

    def known(self, run_ids: Iterable[str]) -> set[str]:
        """Those of the run ids that are recorded."""
        return {row.id for one in run_ids for row in [self.run(one)] if row is not None}

    def check_rows(self) -> None:
        """Read every row. DamagedError when one of them does not match its seal.

        Reading some of them would not do: a row whose scenario is damaged is on no board.
        """
        for table in (ABSORBED, TEAMS, PLAYERS, RUNS):
            self._rows(select(table))

    def lines(self) -> list[str]:
        """The journal lines that can still be read, in their order, from a damaged database too."""
        found: dict[int, str] = {}
        for table in (PLAYERS, RUNS):
            try:
                with self._begin() as connection:
                    for row in connection.execute(select(table)):
                        if _is_whole(row):
                            found[row.position] = row.line
            except (DamagedError, StoreError):
                continue
        return [found[position] for position in sorted(found)]

    def _rows(self, asked: Any) -> list[Row[Any]]:
        with self._begin() as connection:
            rows = list(connection.execute(asked))
        for row in rows:
            if not _is_whole(row):
                raise DamagedError("a row does not match its seal")
        return rows

    @contextmanager
    def _begin(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        # The driver trips over damaged text, even in SQLite's own messages, with a UnicodeError.
        except (SQLAlchemyError, sqlite3.Error, UnicodeError) as error:
            raise self._meaning(error) from error

    def _meaning(self, error: Exception) -> DamagedError | StoreError:
        """Whether the content of the file is to blame, or the machine."""
        cause = getattr(error, "orig", error)
        code = getattr(cause, "sqlite_errorcode", None)
        if code is None or code & 0xFF not in _DEVICE or code == sqlite3.SQLITE_IOERR_SHORT_READ:
            return DamagedError(_sentence(cause))
        return StoreError(
            f"The leaderboard {self.path} cannot be used ({_sentence(cause)}); "
            "mend that, or choose another folder with PITCHCRAFT_HOME."
        )


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    try:
        connection.execute("PRAGMA journal_mode = WAL").close()
        # The journal is what must survive a power cut; the database may fall behind and catch up.
        connection.execute("PRAGMA synchronous = NORMAL").close()
    except BaseException:
        # Nobody else closes a connection that did not come to be.
        connection.close()
        raise


def _sentence(said: object) -> str:
    """What SQLite said, on one line."""
    return " ".join(str(said).replace("*** in database main ***", "").split())


def _version(connection: Connection) -> str:
    """The migration the schema is at, empty for a new file; cheaper than asking Alembic."""
    names = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    if not connection.exec_driver_sql(names).scalar_one():
        return ""
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def _sealed(table: Table, values: Values) -> dict[str, Any]:
    row = [values[column.name] for column in table.columns if column.name != "seal"]
    return {**values, "seal": _seal(row)}


def _is_whole(row: Row[Any]) -> bool:
    return bool(row[-1] == _seal(row[:-1]))


def _seal(values: Sequence[object]) -> str:
    return checksum(repr(tuple(values)).encode(errors="backslashreplace"))
