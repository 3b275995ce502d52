"""The proof of the draft that is played, worked out behind the window after each save."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from simulator.problems import SolverError
from simulator.window.app import App
from simulator.window.preview.version import Draft
from simulator.window.work import Job, Task, do_nothing

REST: Final = 0.4
"""Seconds after a save before the proof begins: the new version is to be seen first."""


class Proof:
    """Solves one draft at a time, in a thread; ``on_done`` is called when it is there, or never
    will be. ``said`` is what to tell meanwhile.
    """

    def __init__(self, app: App, on_done: Callable[[], None]) -> None:
        self.said = ""
        self._app = app
        self._on_done = on_done
        self._draft: Draft | None = None
        self._job: Job[None] | None = None
        self._waiting: Task = do_nothing

    def begin(self, draft: Draft) -> None:
        """Solve a draft, unless that is done; work for the same rules goes on."""
        if draft.is_solved:
            self.stop()
            return
        before, self._draft = self._draft, draft
        if self._job and before and before.game.digest == draft.game.digest:
            return
        self.stop()
        self._draft, self.said = draft, "Working out what each choice is worth …"
        self._waiting = self._app.after(REST, lambda: self._start(draft))

    def stop(self) -> None:
        """Let go of the work that goes on."""
        self._waiting()
        if self._job:
            self._job.cancel()
        self._job, self._draft, self.said = None, None, ""

    def _start(self, draft: Draft) -> None:
        def solve(job: Job[None]) -> None:
            draft.scorer(lambda _: not job.cancelled)

        self._job = self._app.background(solve, lambda _: self._done(draft), on_error=self._failed)

    def _done(self, draft: Draft) -> None:
        if self._draft and self._draft is not draft:
            self._draft.inherit(draft)
        self._job, self._draft, self.said = None, None, ""
        self._on_done()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, SolverError):
            raise error
        self._job, self._draft = None, None
        self.said = f"What each choice is worth is not known: {error}"
        self._on_done()
