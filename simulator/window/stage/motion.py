"""Short motion of cards: they come up when a screen begins, and turn over when looked into.

A card stands where it belongs from the first moment, so that it can be pressed while it still
moves; only what is drawn of it moves.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import pygame

from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect
from simulator.window.stage.words import LAST_DIGIT
from simulator.window.widgets import Widget
from simulator.window.work import ease_out

RISE: Final = 12.0
RISE_TIME: Final = 0.16
STAGGER: Final = 0.03
LATEST: Final = 5
"""How far a card comes up, in how many seconds, how long after the one before it, and the place
from which all come together."""

TURN_TIME: Final = 0.3


class Card(Widget):
    """A widget that can come up and turn over; it draws itself in :meth:`paint`."""

    low = 0.0
    _turning: tuple[float, list[pygame.Surface]] | None = None

    def __init__(self, name: str, *, number: int = 0) -> None:
        super().__init__(name, number=number if number <= LAST_DIGIT else 0)

    def paint(self, canvas: Canvas) -> None:
        """Draw the card at its rectangle."""
        raise NotImplementedError

    def draw(self, canvas: Canvas) -> None:
        """Draw the card where it is just now."""
        if self._turning:
            self._draw_turning(canvas, *self._turning)
        elif self.low:
            rect, self.rect = self.rect, self.rect.moved(0, self.low)
            self.paint(canvas)
            self.rect = rect
        else:
            self.paint(canvas)

    def _draw_turning(self, canvas: Canvas, part: float, sides: list[pygame.Surface]) -> None:
        """Draw the side that is seen, as narrow as it looks from the front."""
        area = canvas.pixels(self.rect)
        if part >= 0.5 and len(sides) == 1:
            # Not before it is seen: the frame that answers a choice has enough to do.
            sides.append(self._picture(canvas))
        wide = max(2, round(area.w * abs(math.cos(math.pi * part))))
        side = pygame.transform.scale(sides[part >= 0.5], (wide, area.h))
        canvas.paste(side, (area.centerx - wide // 2, area.y))

    def _picture(self, canvas: Canvas) -> pygame.Surface:
        """The card as it is drawn on the page, which is left as it was found: empty."""
        area = canvas.pixels(self.rect).clip(canvas.surface.get_rect())
        with canvas.clip(self.rect):
            canvas.wash(self.rect, canvas.theme.page)
            self.paint(canvas)
            picture = canvas.surface.subsurface(area).copy()
            canvas.wash(self.rect, canvas.theme.page)
        return picture

    def turn(self, app: App, before: pygame.Surface) -> None:
        """Turn over from the side seen in ``before`` to what it shows now."""
        sides = [before]

        def step(part: float) -> None:
            self._turning = (part, sides) if part < 1 else None
            self.touch()

        app.animate(TURN_TIME, step)


def seen(app: App, rect: Rect) -> pygame.Surface:
    """What is on the screen in a rectangle just now."""
    canvas = Canvas(app.surface, app.theme, app.fonts)
    return app.surface.subsurface(canvas.pixels(rect).clip(app.surface.get_rect())).copy()


def come_up(app: App, cards: Sequence[Card], around: Widget) -> None:
    """Let cards come up one after the other; ``around`` is what holds them."""
    if app.reduced_motion or not cards:
        return
    last = min(len(cards) - 1, LATEST)
    whole = RISE_TIME + STAGGER * last
    start = app.timers.now

    def step(part: float) -> None:
        gone = whole if part == 1 else app.timers.now - start
        for at, card in enumerate(cards):
            own = (gone - STAGGER * min(at, last)) / RISE_TIME
            card.low = RISE * (1 - ease_out(min(1.0, max(0.0, own))))
        around.touch()

    app.animate(whole, step)
