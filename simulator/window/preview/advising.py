"""What the rules of ``pitchcraft check`` say of a version, after it has been shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from simulator.problems import Problem
from simulator.window.app import App
from simulator.window.preview.version import Version, advice
from simulator.window.work import Job, Task, do_nothing

REST: Final = 0.1
"""Seconds after a save before the rules are asked: the new words are to be seen first."""


class Advising:
    """Asks the rules about one version at a time, in a thread; a later one replaces it."""

    def __init__(self, app: App, path: Path, on_found: Callable[[Sequence[Problem]], None]) -> None:
        self._app = app
        self._path = path
        self._on_found = on_found
        self._waiting: Task = do_nothing
        self._job: Job[tuple[Problem, ...]] | None = None

    def begin(self, version: Version) -> None:
        """Have a version judged soon."""
        self.stop()
        self._waiting = self._app.after(REST, lambda: self._start(version))

    def stop(self) -> None:
        """Ask no more."""
        self._waiting()
        if self._job:
            self._job.cancel()
        self._job = None

    def _start(self, version: Version) -> None:
        # A rule that fails costs its advice, never the preview.
        self._job = self._app.background(
            lambda _: advice(version, self._path), self._on_found, on_error=lambda _: None
        )
