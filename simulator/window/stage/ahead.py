"""Things done while nothing happens, so that the next picture is there at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.screen import Screen

Chore = Callable[[], None]
FIRST = 0.6
"""Seconds before the first chore: by then all that moves has come to rest."""

BETWEEN = 0.04


class Ahead:
    """Does one chore after the other while ``screen`` is in front; new plans replace old ones."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._chores: list[Chore] = []
        self._waits = False

    def plan(self, chores: Sequence[Chore]) -> None:
        """Do these from now on."""
        self._chores = list(chores)
        if self._chores and not self._waits:
            self._waits = True
            self.screen.app.after(FIRST, self._next)

    def _next(self) -> None:
        app = self.screen.app
        self._waits = False
        if not app.stack or app.top is not self.screen or not self._chores:
            return
        chore, *self._chores = self._chores
        chore()
        if self._chores:
            self._waits = True
            app.after(BETWEEN, self._next)


def rehearse(app: App, make: Callable[[], Screen]) -> None:
    """Draw a screen nowhere: its words and pictures are then at hand when it is shown."""
    screen = make()
    screen.app = app
    screen.layout(app.area)
    canvas = Canvas(pygame.Surface(app.surface.get_size(), 0, 32), app.theme, app.fonts)
    screen.draw(canvas)
    for widget in screen.widgets:
        widget.draw(canvas)
