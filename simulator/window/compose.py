"""A new picture of the screens in view, drawn out of sight and piece by piece.

It is drawn in bands from top to bottom. When the time of a frame is up, the rest waits for the next
frame; a large drawing that is not at hand is made in a thread meanwhile. What was on the screen
before stays there until the last band is done.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from math import inf

import pygame

from simulator.window.canvas import Canvas, Draw, Patient
from simulator.window.fonts import Fonts
from simulator.window.screen import Screen
from simulator.window.theme import Theme
from simulator.window.widgets.base import family

BANDS = 12
RESTARTS = 3
"""How often a picture may be begun again, as things change, before it is drawn in one go."""

Fetch = Callable[[Sequence[Draw], Callable[[], None]], None]
"""Makes drawings in a thread, and calls the function on the loop when they are there."""


class Composition:
    """The ground, which is what screens paint, and the whole, with the widgets upon it."""

    def __init__(self, size: tuple[int, int], fonts: Fonts, fetch: Fetch) -> None:
        self.fonts = fonts
        self.ground = pygame.Surface(size, 0, 32)
        self.whole = pygame.Surface(size, 0, 32)
        self._fetch = fetch
        self._bands = 0
        self._restarts = RESTARTS
        """How often it was begun again since it was last finished; the first is not awaited."""
        self._skipped = False
        self._awaits = False
        self._awaited: set[Hashable] = set()

    @property
    def size(self) -> tuple[int, int]:
        """In pixels."""
        return self.ground.get_size()

    @property
    def done(self) -> bool:
        """Whether all of it is drawn."""
        return self._bands == BANDS

    def forget(self) -> None:
        """Draw everything anew."""
        if self._bands and not self.done:
            self._restarts += 1
        self._bands = 0
        self._awaited.clear()

    def go_on(self, view: Sequence[Screen], theme: Theme, until: float) -> bool:
        """Draw what is missing while the clock (perf_counter) does not say ``until``.

        Returns whether all is drawn, and there is time left to show it.
        """
        if self._awaits:
            return False
        if not self._bands:
            for widget in family(view[-1].widgets):
                # What changes from now on is repaired when all is drawn.
                widget.dirty = False
        if self._restarts >= RESTARTS:
            until = inf
        # A frame that came late leaves all to the next one, which draws some in any case.
        waits = not self._skipped
        while not (self.done or (waits and time.perf_counter() > until)):
            following = self._bands + 1 if until < inf else BANDS
            if not self._draw_bands(view, theme, following, patient=until < inf):
                break
            self._bands = following
            waits = True
        self._skipped = not self.done
        if self.done:
            self._restarts = 0
        return self.done and time.perf_counter() <= until

    def _draw_bands(
        self, view: Sequence[Screen], theme: Theme, following: int, *, patient: bool
    ) -> bool:
        """Draw up to a band; tell whether it need not be drawn again with what arrives."""
        w, h = self.size
        top, end = h * self._bands // BANDS, h * following // BANDS
        band = pygame.Rect(0, top, w, end - top)
        canvas = Patient(self.ground, theme, self.fonts, self._awaited if patient else None)
        with drawn_on(canvas, self.ground, band):
            draw_ground(canvas, view)
        with drawn_on(canvas, self.whole, band):
            self.whole.blit(self.ground, band, band)
            for widget in view[-1].widgets:
                widget.draw(canvas)
        if canvas.missing:
            self._await(canvas.missing)
        return not canvas.missing

    def _await(self, missing: dict[Hashable, Draw]) -> None:
        """Have drawings made, once each: what is dropped again at once is not waited for twice."""
        self._awaits = True
        self._awaited.update(missing)

        def arrived() -> None:
            self._awaits = False

        self._fetch(list(missing.values()), arrived)


@contextmanager
def drawn_on(canvas: Canvas, surface: pygame.Surface, area: pygame.Rect) -> Iterator[None]:
    """Draw on a part of another surface."""
    canvas.surface = surface
    surface.set_clip(area)
    try:
        yield
    finally:
        surface.set_clip(None)


def draw_ground(canvas: Canvas, view: Sequence[Screen]) -> None:
    """Draw all but the widgets of the screen in front."""
    canvas.surface.fill(canvas.theme.page)
    for screen in view:
        if screen.overlay:
            canvas.shade()
        if canvas.record:
            canvas.record.front = canvas.record.layer
        screen.draw(canvas)
        if screen is not view[-1]:
            _draw_behind(canvas, screen)


def _draw_behind(canvas: Canvas, screen: Screen) -> None:
    """Draw the widgets of a screen below the one in front, which alone shows where the focus is."""
    focus = screen.focus
    ring = focus is not None and focus.ring
    if focus:
        focus.ring = False
    for widget in screen.widgets:
        widget.draw(canvas)
    if focus:
        focus.ring = ring
