"""Keeping the database true to the journal: catching up, and rebuilding what is damaged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from simulator.game.run import Run
from simulator.problems import PitchcraftError, StoreError
from simulator.store.database import Absorbed, DamagedError, Database
from simulator.store.files import held, make_lock, sync_folder
from simulator.store.journal import JOURNAL_NAME, Journal, Line, read_payload
from simulator.store.model import Judge, Player
from simulator.store.names import name_key

DATABASE_NAME: Final = "pitchcraft.db"
_BESIDE: Final = ("", "-wal", "-shm")
_FOREIGN: Final = "it does not belong to the journal"
Answer = TypeVar("Answer")


class Verdict(NamedTuple):
    """The judge's answer, or why there is none (``score`` is None then)."""

    score: int | None
    outcome: str
    note: str


def verdict_of(judge: Judge, run: Run) -> Verdict:
    """Ask the judge. A run that cannot be played again gets a verdict without a score."""
    try:
        judged = judge(run)
    except PitchcraftError as error:
        return Verdict(None, "", str(error))
    if isinstance(judged.score, bool) or not 0 <= judged.score <= 1000:
        raise ValueError(f"a judge scores 0 to 1000, not {judged.score!r}")
    return Verdict(judged.score, judged.outcome, "")


class Truth:
    """The journal, and the database computed from it.

    ``tell`` is handed what was repaired, in plain sentences.
    """

    def __init__(self, home: Path, judge: Judge, tell: Callable[[str], None]) -> None:
        self._home = home
        self._judge = judge
        self._tell = tell
        self._journal = Journal(home)
        self._lock = make_lock(home)
        self.database = Database(home / DATABASE_NAME)

    def open(self) -> None:
        """Create what is missing and repair what is damaged."""
        with held(self._lock, self._home):
            self._repair()

    def asked(self, ask: Callable[[], Answer]) -> Answer:
        """The answer of the database, repaired and asked again if it is found damaged."""
        try:
            return ask()
        except DamagedError:
            with held(self._lock, self._home):
                self._repair()
        try:
            return ask()
        except DamagedError as error:
            raise StoreError(
                f"The leaderboard in {self._home} is damaged again and again ({error}); "
                "choose another folder with PITCHCRAFT_HOME."
            ) from error

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Keep all other instances from changing anything, and know all they have changed."""
        with held(self._lock, self._home):
            self._journal.make_ready()
            self.asked(self._catch_up)
            yield

    def write(self, payload: str, verdicts: dict[str, Verdict]) -> int:
        """Keep one line for good, then the database; the byte it starts at.

        Called within ``changing``. From the moment the journal has the line it is kept: trouble
        with the database is only told, and the next opening makes up for it.
        """
        start = self._journal.append([payload])
        try:
            self.asked(lambda: self._catch_up(verdicts))
        except StoreError as error:
            self._tell(f"This was kept in {JOURNAL_NAME} but stands on no board yet. {error}")
        return start

    def _repair(self) -> None:
        """Bring database and journal together; rebuild the database when it is damaged."""
        self._journal.make_ready()
        try:
            self.database.make_ready()
            self.database.check_rows()
            self._catch_up()
        except DamagedError as damage:
            self._rebuild(damage)

    def _catch_up(self, verdicts: dict[str, Verdict] | None = None) -> None:
        """Absorb what the journal has and the database has not.

        ``verdicts`` of runs by id spare the judge. DamagedError when the journal is not the one
        the database was computed from.
        """
        start, end, mark = self.database.absorbed()
        if mark and self._journal.mark(start, end) != mark:
            raise DamagedError(_FOREIGN)
        batch = _Batch(self._judge, verdicts or {})
        line = None
        for line in self._journal.lines(end):
            if line.payload is None:
                self._tell(self._journal.set_aside(line))
            elif not batch.add(line, line.payload):
                self._tell(
                    f"A line of {JOURNAL_NAME} is of a kind that only a newer Pitchcraft knows "
                    f"(at byte {line.start}); it was left alone."
                )
        if line is not None:
            upto = Absorbed(line.start, line.end, self._journal.mark(line.start, line.end))
            self.database.absorb(batch.teams, batch.players, batch.runs, upto)

    def _rebuild(self, damage: DamagedError) -> None:
        aside = self._set_aside()
        try:
            self.database.make_ready()
            self._catch_up()
            recovered = self._recover(Database(aside))
        except DamagedError as error:
            raise StoreError(
                f"The leaderboard in {self._home} cannot be rebuilt ({error}); "
                "choose another folder with PITCHCRAFT_HOME."
            ) from error
        self._tell(
            f"The leaderboard file was damaged ({damage}); it was set aside as {aside.name} "
            f"and computed again from {JOURNAL_NAME}."
        )
        if recovered:
            self._tell(
                f"{JOURNAL_NAME} had lost {recovered} of its lines; "
                f"they were taken over from {aside.name}."
            )

    def _set_aside(self) -> Path:
        """Rename the database with its side files; returns where it is now."""
        number = 1
        while any(self._aside(number, end).exists() for end in _BESIDE):
            number += 1
        # The side files go first: a kill in between leaves a database that is whole but older,
        # never a new database beside an old log.
        for end in reversed(_BESIDE):
            old = self._home / (DATABASE_NAME + end)
            if old.exists():
                old.rename(self._aside(number, end))
        sync_folder(self._home)
        return self._aside(number, "")

    def _aside(self, number: int, end: str) -> Path:
        return self._home / f"{DATABASE_NAME}.damaged-{number}{end}"

    def _recover(self, aside: Database) -> int:
        """Write back to the journal what only the old database still has; how many lines."""
        if not aside.path.exists():
            return 0
        known = {("player", row.key) for row in self.database.players()}
        known.update(("run", row.id) for row in self.database.runs())
        lost = [line for line in aside.lines() if _key(line) not in known]
        if lost:
            self._journal.append(lost)
            self._catch_up()
        return len(lost)


def _key(payload: str) -> tuple[str, str]:
    """What a journal line is about."""
    said = read_payload(payload)
    if isinstance(said, Run):
        return "run", said.id
    return "player", name_key(said.handle) if said else ""


class _Batch:
    """Rows for the database, gathered from lines of the journal."""

    def __init__(self, judge: Judge, verdicts: dict[str, Verdict]) -> None:
        self._judge = judge
        self._verdicts = verdicts
        self.teams: list[dict[str, Any]] = []
        self.players: list[dict[str, Any]] = []
        self.runs: list[dict[str, Any]] = []

    def add(self, line: Line, payload: str) -> bool:
        """Turn a line into rows; False when this version cannot tell what it says."""
        said = read_payload(payload)
        if said is None:
            return False
        row: dict[str, Any] = {"position": line.start, "line": payload}
        if isinstance(said, Player):
            self._add_player(said, row)
        else:
            self._add_run(said, row)
        return True

    def _add_player(self, player: Player, row: dict[str, Any]) -> None:
        team = name_key(player.team)
        if team:
            self.teams.append({"position": row["position"], "key": team, "name": player.team})
        row |= {"key": name_key(player.handle), "handle": player.handle, "team": team}
        self.players.append(row | {"portrait_seed": player.portrait_seed})

    def _add_run(self, run: Run, row: dict[str, Any]) -> None:
        verdict = self._verdicts.get(run.id) or verdict_of(self._judge, run)
        row |= {"id": run.id, "scenario": run.scenario, "digest": run.digest, "rules": run.rules}
        self.runs.append(row | {"player": name_key(run.player)} | verdict._asdict())
