"""The store: the journal is the truth, the database is computed from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from simulator.game.run import Run
from simulator.store.model import By, Entry, Judge, Player, Row


class Store:
    """Players, runs and boards in one folder; several instances may have it open at once.

    Opening creates what is missing and repairs what is damaged; ``messages`` says what was
    repaired, in plain sentences. Every method may raise StoreError with one plain sentence.
    """

    messages: list[str]

    def __init__(self, home: Path, judge: Judge) -> None:
        raise NotImplementedError

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
        """Let go of the files; the store cannot be used afterwards."""

    def players(self) -> list[Player]:
        """All players, in the order they were added."""
        raise NotImplementedError

    def add_player(self, handle: str, team: str = "", portrait_seed: str = "") -> Player:
        """Add a player. StoreError when the handle is taken, in any case of its letters."""
        raise NotImplementedError

    def last_player(self) -> Player | None:
        """The player who was added or finished a run last; None when there is none."""
        raise NotImplementedError

    def teams(self) -> list[str]:
        """The names of all teams, sorted."""
        raise NotImplementedError

    def record(self, run: Run, scenario_text: str) -> Entry:
        """Keep a finished run for good and score it; a run id that is known counts once.

        When this returns, the run survives a crash of the machine.
        """
        raise NotImplementedError

    def runs(self, player: str | None = None, scenario: str | None = None) -> list[Entry]:
        """The kept runs in the order of recording, of one player or scenario if named."""
        raise NotImplementedError

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
        missing there counts with the digest recorded last.
        """
        raise NotImplementedError

    def keep_scenario(self, digest: str, text: str) -> None:
        """Keep the text of a scenario, so that plays on it can go on when its file changes."""
        raise NotImplementedError

    def scenario_text(self, digest: str) -> str | None:
        """The kept text of a scenario, or None."""
        raise NotImplementedError

    def save_progress(self, run: Run) -> None:
        """Keep a play in progress; when this returns it survives a crash of the machine."""
        raise NotImplementedError

    def unfinished(self, player: str | None = None) -> list[Run]:
        """The plays in progress that are not recorded yet, oldest first."""
        raise NotImplementedError

    def drop_progress(self, run_id: str) -> None:
        """Forget a play in progress; nothing happens when there is none."""
        raise NotImplementedError


def kept_scenario(home: Path, digest: str) -> str | None:
    """The text of a scenario kept in ``home``, or None. For judges, who run before a Store is."""
    raise NotImplementedError
