"""The store: what the rest of the program asks for, over the journal and its database."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from simulator.game.rules import RULES_VERSION
from simulator.game.run import Run, parse_run, run_line
from simulator.problems import RunError, StoreError
from simulator.store.files import make_folder, said_plainly, write_whole
from simulator.store.journal import player_payload, read_payload, run_payload
from simulator.store.model import By, Entry, Judge, Player, Row
from simulator.store.names import (
    checked_handle,
    checked_seed,
    checked_team,
    file_name,
    name_key,
)
from simulator.store.rank import Scored, rank
from simulator.store.saves import Saves

if TYPE_CHECKING:
    from simulator.store.truth import Truth


class Store:
    """Players, runs and boards in one folder; several instances may have it open at once.

    Opening creates what is missing and repairs what is damaged; ``messages`` says what was
    repaired, in plain sentences, and may grow with any call. Every method may raise StoreError
    with one plain sentence. A store may be used from several threads.
    """

    def __init__(self, home: Path, judge: Judge) -> None:
        self.messages: list[str] = []
        self._home = home
        self._judge = judge
        self._saves = Saves(home)
        with said_plainly(home):
            make_folder(home)
            self._truth = _open_truth(home, judge, self.messages)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._truth.database.close()

    def players(self) -> list[Player]:
        """All players, in the order they were added."""
        with said_plainly(self._home):
            return self._truth.asked(self._players)

    def _players(self) -> list[Player]:
        database = self._truth.database
        teams = database.teams()
        return [
            Player(row.handle, teams.get(row.team, ""), row.portrait_seed)
            for row in database.players()
        ]

    def add_player(self, handle: str, team: str = "", portrait_seed: str = "") -> Player:
        """Add a player. StoreError when the handle is taken, in any case of its letters."""
        player = Player(checked_handle(handle), checked_team(team), checked_seed(portrait_seed))
        with said_plainly(self._home), self._truth.changing():
            for other in self.players():
                if name_key(other.handle) == name_key(player.handle):
                    raise StoreError(f"The name {other.handle} is taken; choose another.")
            self._truth.write(player_payload(player), {})
        return player

    def last_player(self) -> Player | None:
        """The player who was added or finished a run last; None when there is none."""
        with said_plainly(self._home):
            return self._truth.asked(self._last_player)

    def _last_player(self) -> Player | None:
        added = self._truth.database.players()
        if not added:
            return None
        run = self._truth.database.last_run()
        recent = run.player if run and run.position > added[-1].position else added[-1].key
        return next(one for one in self._players() if name_key(one.handle) == recent)

    def teams(self) -> list[str]:
        """The names of all teams, sorted."""
        with said_plainly(self._home):
            names = self._truth.asked(self._truth.database.teams).values()
        return sorted(names, key=lambda name: (name.casefold(), name))

    def record(self, run: Run, scenario_text: str) -> Entry:
        """Keep a finished run for good and score it; its play in progress is dropped.

        When this returns, the run survives a crash of the machine. A run whose id is known counts
        once: the entry recorded first stands and is returned.
        """
        from simulator.store.truth import verdict_of

        payload = _checked_payload(run)
        self.keep_scenario(run.digest, scenario_text)
        verdict = verdict_of(self._judge, run)
        with said_plainly(self._home):
            with self._truth.changing():
                known = self._truth.asked(lambda: self._truth.database.run(run.id))
                if known is None:
                    start = self._truth.write(payload, {run.id: verdict})
                    entry = Entry(run, verdict.score, verdict.outcome, start, verdict.note)
                else:
                    entry = _entry(known)
            self._saves.drop(run.id)
        return entry

    def runs(self, player: str | None = None, scenario: str | None = None) -> list[Entry]:
        """The kept runs in the order of recording, of one player or scenario if named."""
        key = None if player is None else name_key(player)
        with said_plainly(self._home):
            rows = self._truth.asked(
                lambda: self._truth.database.runs(player=key, scenario=scenario)
            )
        return [_entry(row) for row in rows]

    def board(
        self,
        scenario: str | None,
        by: By = "first",
        *,
        team: bool = False,
        digests: Mapping[str, str] | None = None,
    ) -> list[Row]:
        """A leaderboard: of one scenario, or of the campaign (sum over scenarios) for None.

        ``digests`` maps scenario ids to their current digest: only runs on it count. A scenario
        missing there counts with the digest recorded last. Runs under other rules, runs that
        could not be judged and runs without a player's name stand on no board.
        """
        with said_plainly(self._home):
            entries = self._truth.asked(lambda: self._scored(scenario, digests or {}))
        return rank(entries, by, team=team, scenario=scenario or "")

    def _scored(self, scenario: str | None, digests: Mapping[str, str]) -> list[Scored]:
        database = self._truth.database
        rows = [row for row in database.runs(scenario=scenario, rules=RULES_VERSION) if row.player]
        current = {row.scenario: row.digest for row in rows} | dict(digests)
        teams = database.teams()
        names = {one.key: (one.handle, teams.get(one.team, "")) for one in database.players()}
        names |= _names_in_runs([row for row in rows if row.player not in names], teams)
        return [
            Scored(*names[row.player], row.scenario, row.score, row.position)
            for row in rows
            if row.digest == current[row.scenario]
        ]

    def keep_scenario(self, digest: str, text: str) -> None:
        """Keep the text of a scenario, so that plays on it can go on when its file changes."""
        path = _scenario_path(self._home, digest)
        with said_plainly(self._home):
            data = text.encode()
            # A text that differs under the same digest is damaged: what was just loaded wins.
            if not path.exists() or path.read_bytes() != data:
                write_whole(path, data)

    def scenario_text(self, digest: str) -> str | None:
        """The kept text of a scenario, or None."""
        return kept_scenario(self._home, digest)

    def save_progress(self, run: Run) -> None:
        """Keep a play in progress; when this returns it survives a crash of the machine."""
        with said_plainly(self._home):
            self._saves.save(run)

    def unfinished(self, player: str | None = None) -> list[Run]:
        """The plays in progress that are not recorded yet, oldest first."""
        with said_plainly(self._home):
            found, messages = self._saves.runs()
            self.messages.extend(messages)
            known = self._truth.asked(lambda: self._truth.database.known([run.id for run in found]))
            # A kill between recording a play and dropping its save leaves both.
            for run_id in known:
                self._saves.drop(run_id)
        return [
            run
            for run in found
            if run.id not in known and (player is None or name_key(run.player) == name_key(player))
        ]

    def drop_progress(self, run_id: str) -> None:
        """Forget a play in progress; nothing happens when there is none."""
        with said_plainly(self._home):
            self._saves.drop(run_id)


def kept_scenario(home: Path, digest: str) -> str | None:
    """The text of a scenario kept in ``home``, or None.

    For judges: they are asked while a store opens, before there is one to ask.
    """
    path = _scenario_path(home, digest)
    with said_plainly(home):
        try:
            return path.read_bytes().decode()
        except (FileNotFoundError, UnicodeDecodeError):
            return None


def _scenario_path(home: Path, digest: str) -> Path:
    return home / "scenarios" / (file_name(digest, "scenario's digest") + ".yaml")


def _open_truth(home: Path, judge: Judge, messages: list[str]) -> Truth:
    # SQLAlchemy takes longer to load than everything else in the program but pygame.
    from simulator.store.truth import Truth

    truth = Truth(home, judge, messages.append)
    truth.open()
    return truth


def _checked_payload(run: Run) -> str:
    """The run's line for the journal. StoreError or RunError when it could not be read back."""
    file_name(run.id, "run id")
    file_name(run.digest, "scenario's digest")
    checked_team(run.team)
    if run.player:
        checked_handle(run.player)
    payload = run_payload(run)
    if not payload.isascii() and payload.encode(errors="replace").decode() != payload:
        raise RunError("This run cannot be kept: it holds characters that are no text.")
    if parse_run(run_line(run)) != run:
        raise RunError("This run cannot be kept: it would not be the same when read back.")
    return payload


def _entry(row: Any) -> Entry:
    run = read_payload(row.line)
    assert isinstance(run, Run), "the row was computed from this very line"
    return Entry(run, row.score, row.outcome, row.position, row.note)


def _names_in_runs(rows: list[Any], teams: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Handle and team of players who were never added, by key, as their latest runs have them."""
    names: dict[str, tuple[str, str]] = {}
    for row in {row.player: row for row in rows}.values():
        run = _entry(row).run
        names[row.player] = run.player, teams.setdefault(name_key(run.team), run.team)
    return names
