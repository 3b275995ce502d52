"""Solving levels behind the play, so that the review is ready when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.problems import SolverError
from simulator.store.levels import Level
from simulator.window.app import App
from simulator.window.dialog import ProgressDialog
from simulator.window.memory import give_back
from simulator.window.widgets import Button
from simulator.window.work import Job


@dataclass
class _Work:
    """A level being solved: how much is done (0..1), what went wrong, and who waits for it."""

    part: float = 0.0
    error: SolverError | None = None
    wait: Wait | None = None


@dataclass
class Wait:
    """Somebody waiting for a level: the dialog they see, and what follows."""

    dialog: ProgressDialog
    then: Callable[[], None]
    failed: Callable[[SolverError], None]


class Solving:
    """Solves each level at most once, in a thread; no frame ever waits for it."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._works: dict[str, _Work] = {}

    def begin(self, level: Level) -> None:
        """Start to solve a level unless that is done or going on."""
        digest = level.game.digest
        if level.is_solved or digest in self._works:
            return
        work = self._works[digest] = _Work()

        def solve(job: Job[None]) -> None:
            def report(part: float) -> bool:
                job.progress(part)
                return not job.cancelled

            level.solution(report)
            # A large level takes six times more while it is solved than its solution does.
            give_back()

        self._app.background(
            solve,
            lambda _: self._done(digest),
            on_progress=lambda part: self._progress(work, part),
            on_error=lambda error: self._failed(digest, error),
        )

    def when_ready(
        self, level: Level, then: Callable[[], None], failed: Callable[[SolverError], None]
    ) -> None:
        """Call ``then`` as soon as a level is solved; meanwhile show a bar and a way out.

        ``failed`` is called instead when the level cannot be solved; neither is after a cancel,
        and the solving goes on behind.
        """
        if level.is_solved:
            then()
            return
        self.begin(level)
        work = self._works[level.game.digest]

        def give_up(_: str) -> None:
            work.wait = None

        dialog = ProgressDialog(
            "Working out the best play",
            "Every possible course of this sale is being compared, so that your review is exact."
            " This happens once for each level.",
            Button("cancel", "Cancel"),
            give_up,
        )
        dialog.progress(work.part)
        work.wait = Wait(dialog, then, failed)
        self._app.push(dialog)

    def _progress(self, work: _Work, part: float) -> None:
        work.part = part
        if work.wait:
            work.wait.dialog.progress(part)

    def _done(self, digest: str) -> None:
        wait = self._works.pop(digest).wait
        if wait:
            self._app.pop()
            wait.then()

    def _failed(self, digest: str, error: Exception) -> None:
        wait = self._works.pop(digest).wait
        if not isinstance(error, SolverError):
            raise error
        if wait:
            self._app.pop()
            wait.failed(error)
