"""Puts the screens on the surface, drawing no more than has changed.

What a screen paints is kept as a ground; the widgets are drawn upon it. When only widgets have
changed, only their surroundings are restored from the ground and drawn again. Notices and the veil
of a change of screen are laid above all that as it goes to the surface.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from time import perf_counter

import pygame

from simulator.window.canvas import REACH, Canvas
from simulator.window.compose import Composition, Fetch, draw_ground, drawn_on
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.notices import Notices
from simulator.window.notices_drawn import draw_notices
from simulator.window.record import Record
from simulator.window.screen import Screen
from simulator.window.theme import Theme
from simulator.window.widgets.base import MARGIN, Widget, family

WHOLE = 0.12
"""The part of the window that may be drawn again at once where time is short."""
SLACK = 0.01
"""What joining rectangles may round away, in logical units."""


class Painter:
    """Draws the screens in view, the notices above them, and the veil above all.

    Set ``whole`` to have the surface written anew.
    """

    def __init__(self, fonts: Fonts, notices: Notices, fetch: Fetch) -> None:
        self.fonts = fonts
        self.notices = notices
        self.whole = True
        self._fetch = fetch
        self._cover = 0
        """How much of what lies below the veil hides, from 0 to 255."""
        self._veil: pygame.Surface | None = None
        self._surface: pygame.Surface | None = None
        self._composed: Composition | None = None
        self._late: list[Widget] = []
        """What waits for the next frame, as there was no time left to draw it in the last."""

    def forget(self) -> None:
        """Paint everything anew next time."""
        if self._composed:
            self._composed.forget()

    @property
    def draws(self) -> bool:
        """Whether a new picture is being drawn out of sight."""
        return self._composed is not None and not self._composed.done

    @property
    def owes(self) -> bool:
        """Whether something is left to be drawn, for which the last frame had no time."""
        return self.draws or bool(self._late)

    @property
    def hides(self) -> bool:
        """Whether the veil still hides all below it, though that is ready to be seen."""
        return self._cover == 255 and not self.draws

    def cover(self, surface: pygame.Surface) -> None:
        """Lay what is shown now as a veil above all that follows."""
        if self._veil is None or self._veil.get_size() != surface.get_size():
            # With an alpha of its own it is blended a third faster than without.
            self._veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA, 32)
        self._veil.blit(surface, (0, 0))
        self.thin(0.0)

    def thin(self, part: float) -> None:
        """Let the veil vanish: not at all at 0, wholly at 1."""
        self._cover = round(255 * (1 - part)) if self._veil else 0
        self.whole = True

    def paint(
        self, surface: pygame.Surface, view: Sequence[Screen], theme: Theme, until: float = inf
    ) -> list[pygame.Rect]:
        """Bring ``surface`` up to date; return the areas that changed, in pixels.

        A picture that is new as a whole is drawn, or gone on with, while the clock (perf_counter)
        does not say ``until``; the surface stays as it is as long as that takes. Of what has
        changed in it at least one part is drawn; the rest may wait for the next frame.
        """
        surface.set_clip(None)
        composed = self._fitting(surface)
        if not composed.done:
            self.whole = True
            if not composed.go_on(view, theme, until):
                return []
        if self._cover == 255:
            return []
        canvas = Canvas(composed.whole, theme, self.fonts)
        areas = self._repair(canvas, composed.ground, view[-1].widgets, until)
        above = self.notices.any or self._cover > 0
        if self.whole or self.notices.changed or (areas and above):
            self.whole = self.notices.changed = False
            areas = [surface.get_rect()]
        surface.blits([(composed.whole, area, area) for area in areas], doreturn=False)
        if areas and above:
            canvas.surface = surface
            self._draw_above(canvas)
        return areas

    def _fitting(self, surface: pygame.Surface) -> Composition:
        """Return a composition for this surface, a new one for one that shows nothing yet."""
        known = self._surface is surface and self._composed
        if not known or known.size != surface.get_size():
            self._surface = surface
            known = self._composed = Composition(surface.get_size(), self.fonts, self._fetch)
            self._veil, self._cover = None, 0
        return known

    def _repair(
        self, canvas: Canvas, ground: pygame.Surface, widgets: Sequence[Widget], until: float
    ) -> list[pygame.Rect]:
        """Draw anew what has changed, what waited first, and what else stands around it."""
        changed = sorted(_changed(widgets), key=lambda widget: widget not in self._late)
        areas: list[pygame.Rect] = []
        most = inf if until == inf else canvas.size.w * canvas.size.h * WHOLE
        for around in _merged([_surroundings(widget) for widget in changed], most):
            if areas and perf_counter() > until:
                break
            for widget in changed:
                widget.dirty = widget.dirty and not around.covers(_surroundings(widget), SLACK)
            area = canvas.pixels(around).clip(ground.get_rect())
            if not (area.w and area.h):
                continue
            with drawn_on(canvas, canvas.surface, area):
                canvas.surface.blit(ground, area, area)
                for widget in widgets:
                    if widget.rect.inset(-REACH).meets(around):
                        widget.draw(canvas)
            areas.append(area)
        self._late = [widget for widget in changed if widget.dirty]
        return areas

    def render(
        self,
        surface: pygame.Surface,
        view: Sequence[Screen],
        theme: Theme,
        record: Record | None,
        only: Widget | None = None,
    ) -> None:
        """Draw everything from nothing, noting it, or a widget alone, in ``record``."""
        canvas = Canvas(surface, theme, self.fonts, record)
        if record is not None:
            record.size = canvas.size
        canvas.record = None if only else record
        draw_ground(canvas, view)
        canvas.record = record
        for widget in [only] if only else view[-1].widgets:
            widget.draw(canvas)
        if not only:
            self._draw_above(canvas)

    def _draw_above(self, canvas: Canvas) -> None:
        draw_notices(canvas, self.notices)
        if self._cover and self._veil:
            self._veil.set_alpha(self._cover)
            canvas.surface.blit(self._veil, (0, 0))


def _changed(widgets: Sequence[Widget]) -> list[Widget]:
    """The widgets to be drawn again, without those drawn with what holds them; they are clean."""
    dirty = [widget for widget in family(widgets) if widget.dirty]
    for widget in dirty:
        around = widget.parent
        if around and around.dirty and not around.stain:
            widget.dirty = False
    return [widget for widget in dirty if widget.dirty]


def _surroundings(widget: Widget) -> Rect:
    """What is drawn anew with a widget."""
    around = (widget.stain or widget.rect).inset(-MARGIN)
    return around.meets(widget.parent.rect.inset(-MARGIN)) or Rect() if widget.parent else around


def _merged(rects: Sequence[Rect], most: float) -> list[Rect]:
    """Join rectangles where one costs no more than two that overlap, up to an area of ``most``."""
    merged: list[Rect] = []
    for rect in rects:
        joined = rect
        for other in tuple(merged):
            both = joined.joined(other)
            large = both.w * both.h
            if large <= min(most, joined.w * joined.h + other.w * other.h):
                merged.remove(other)
                joined = both
        merged.append(joined)
    return merged
