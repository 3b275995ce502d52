"""Solving a level behind the play, so that the review is ready when the play is over."""

from __future__ import annotations

import threading
from typing import Final

from simulator.store.levels import Level
from simulator.terminal.lines import Lines

PATIENCE: Final = 2.0
"""Seconds between two lines that say how far the solving is."""


class Solving:
    """One level being solved in a thread from the moment this is made."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self._part = 0.0
        self._stopped = False
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="solving", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self.level.solution(self._report)
        except Exception as error:
            self._error = error

    def _report(self, part: float) -> bool:
        self._part = part
        return not self._stopped

    def wait(self, lines: Lines) -> None:
        """Return when the level is solved; say how far it is while that takes time.

        Raises SolverError when it cannot be solved.
        """
        self._thread.join(PATIENCE / 4)
        if self._thread.is_alive():
            lines.say("Working out the best play, so that your review is exact. This happens once.")
        while self._thread.is_alive():
            self._thread.join(PATIENCE)
            if self._thread.is_alive():
                lines.say(f"{self._part:.0%} done.")
        if self._error is not None:
            raise self._error

    def settle(self) -> None:
        """Give it a moment, which is all that most levels take."""
        self._thread.join(PATIENCE)

    def stop(self) -> None:
        """Give it up: nobody waits for it any more."""
        self._stopped = True
        self._thread.join()
