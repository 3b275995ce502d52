"""Things done while nothing happens, so that the next picture is there at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from simulator.window.app import App
from simulator.window.canvas import Canvas, Picture, Rehearsal
from simulator.window.screen import Screen
from simulator.window.work import Job

Chore = Callable[[Canvas], None]
"""Draws a part of what may be shown soon."""

FIRST = 0.6
"""Seconds before the first chore: by then all that moves has come to rest."""

BETWEEN = 0.03
SLICE = 0.003
"""Seconds that chores may take of a frame; the last one begun is finished."""


class Ahead:
    """Draws nowhere while ``screen`` is in front; a new plan replaces the old one.

    Chores are done between frames, a few at a time. The pictures they ask for are drawn in a
    thread, one by one, so that no frame waits for them.
    """

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._chores: Iterator[Chore] = iter(())
        self._canvas: Rehearsal | None = None
        self._begins = 0.0
        self._waits = False

    def plan(self, chores: Iterable[Chore]) -> None:
        """Do these from now on."""
        self._chores, self._canvas = iter(chores), None
        self._begins = self.screen.app.timers.now + FIRST
        if not self._waits:
            self._wait(FIRST)

    def _wait(self, seconds: float) -> None:
        self._waits = True
        self.screen.app.after(seconds, self._go_on)

    def _go_on(self) -> None:
        app = self.screen.app
        self._waits = False
        if not app.stack or app.top is not self.screen:
            return
        if app.timers.now < self._begins:
            self._wait(self._begins - app.timers.now)
            return
        if self._canvas is None:
            self._canvas = Rehearsal(app.surface.get_size(), app.theme, app.fonts)
        if not self._canvas.missing and not self._work(self._canvas):
            return
        if self._canvas.missing:
            self._draw(self._canvas)
        else:
            self._wait(BETWEEN)

    def _work(self, canvas: Rehearsal) -> bool:
        """Do chores until one needs a picture or their time is up; tell whether any are left."""
        end = time.perf_counter() + SLICE
        while not canvas.missing and time.perf_counter() < end:
            chore = next(self._chores, None)
            if chore is None:
                return False
            chore(canvas)
        return True

    def _draw(self, canvas: Rehearsal) -> None:
        """Draw one missing picture in a thread, and go on when it is there."""
        draw = canvas.missing.pop(next(iter(canvas.missing)))

        def work(_: Job[Picture]) -> Picture:
            return draw()

        def go_on(_: object) -> None:
            self._waits = False
            self._go_on()

        self._waits = True
        # A picture that cannot be drawn fails when it is to be shown, where that is dealt with.
        self.screen.app.background(work, go_on, on_error=go_on)


def rehearse(app: App, make: Callable[[], Screen]) -> Iterator[Chore]:
    """Draw a screen that may come next, part by part."""
    screen = make()
    screen.app = app
    yield lambda _: screen.layout(app.area)
    yield screen.draw
    for widget in screen.widgets:
        # What a scroll area holds is drawn piece by piece before the whole.
        yield from (child.draw for child in widget.children if child.rect.meets(app.area))
        yield widget.draw
