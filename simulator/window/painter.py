"""Puts the screens on the surface, drawing no more than has changed.

What a screen paints is kept as a ground; the widgets are drawn upon it. When only widgets have
changed, only their surroundings are restored from the ground and drawn again. While a notice or the
veil of a change of screen lies above, all below it is kept as well, so that it need not be drawn
anew for every frame of a fade.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.notices import Notices
from simulator.window.record import Record
from simulator.window.screen import Screen
from simulator.window.theme import SMALL_RADIUS, Theme
from simulator.window.widgets.base import MARGIN, Widget, family

TIP_WIDTH = 320.0
TOAST_WIDTH = 520.0
TOAST_ICONS = {"good": "check", "fair": "warning", "bad": "close"}
"""What kind of message it is, told without its colour; any other kind only informs."""


REACH = 32.0
"""How far the shadow of a card may reach past a widget, in logical units."""


class Painter:
    """Draws the screens in view, the notices above them, and the veil above all.

    Set ``whole`` to have the surface written anew.
    """

    def __init__(self, fonts: Fonts, notices: Notices) -> None:
        self.fonts = fonts
        self.notices = notices
        self.whole = True
        self._cover = 0
        """How much of what lies below the veil hides, from 0 to 255."""
        self._veil: pygame.Surface | None = None
        self._ground: pygame.Surface | None = None
        self._below: pygame.Surface | None = None
        self._has_ground = False
        self._has_below = False

    def forget(self) -> None:
        """Paint everything anew next time."""
        self._has_ground = self._has_below = False
        self.whole = True

    def cover(self, surface: pygame.Surface) -> None:
        """Lay what is shown now as a veil above all that follows."""
        self._veil = _like(surface, self._veil)
        self._veil.set_alpha(None)
        self._veil.blit(surface, (0, 0))
        self.thin(0.0)

    def thin(self, part: float) -> None:
        """Let the veil vanish: not at all at 0, wholly at 1."""
        self._cover = round(255 * (1 - part)) if self._veil else 0
        self.whole = True

    def paint(
        self, surface: pygame.Surface, view: Sequence[Screen], theme: Theme
    ) -> list[pygame.Rect]:
        """Bring ``surface`` up to date; return the areas that changed, in pixels."""
        if self._cover == 255:
            # The new screen is painted in the frame in which it begins to show through.
            return []
        surface.set_clip(None)
        self._prepare(surface, view, theme)
        widgets = view[-1].widgets
        dirty = [widget for widget in family(widgets) if widget.dirty]
        changed = [widget for widget in dirty if not (widget.parent and widget.parent.dirty)]
        for widget in dirty:
            widget.dirty = False
        notices = self.notices
        whole = self.whole or notices.changed
        self.whole = notices.changed = False
        if not (whole or changed):
            return []
        canvas = Canvas(surface, theme, self.fonts)
        above = notices.any or self._cover > 0
        if not (above or whole):
            return [self._repair(canvas, widgets, widget) for widget in changed]
        if above or self._has_below:
            surface.blit(self._update_below(canvas, widgets, changed), (0, 0))
            self._has_below = above
            self._draw_above(canvas)
        else:
            self._draw_widgets(canvas, widgets)
        return [surface.get_rect()]

    def _prepare(self, surface: pygame.Surface, view: Sequence[Screen], theme: Theme) -> None:
        """Have a ground of the size of the surface."""
        if self._ground is None or self._ground.get_size() != surface.get_size():
            self._ground, self._below, self._veil = _like(surface, None), None, None
            self._cover = 0
            self.forget()
        if not self._has_ground:
            self._draw_ground(Canvas(self._ground, theme, self.fonts), view)
            self._has_ground, self._has_below, self.whole = True, False, True

    def _draw_widgets(self, canvas: Canvas, widgets: Sequence[Widget]) -> None:
        """Draw the ground and all widgets upon it."""
        assert self._ground is not None
        canvas.surface.blit(self._ground, (0, 0))
        for widget in widgets:
            widget.draw(canvas)

    def _update_below(
        self, canvas: Canvas, widgets: Sequence[Widget], changed: Sequence[Widget]
    ) -> pygame.Surface:
        """Return what lies below the notices and the veil."""
        self._below = _like(canvas.surface, self._below)
        below = Canvas(self._below, canvas.theme, self.fonts)
        if not self._has_below:
            self._has_below = True
            self._draw_widgets(below, widgets)
        else:
            for widget in changed:
                self._repair(below, widgets, widget)
        return self._below

    def _repair(self, canvas: Canvas, widgets: Sequence[Widget], changed: Widget) -> pygame.Rect:
        """Draw one widget anew, and what else stands in its surroundings."""
        assert self._ground is not None
        around = changed.rect.inset(-MARGIN)
        if changed.parent:
            around = around.meets(changed.parent.rect.inset(-MARGIN)) or Rect()
        area = canvas.pixels(around).clip(canvas.surface.get_rect())
        canvas.surface.set_clip(area)
        try:
            canvas.surface.blit(self._ground, area, area)
            for widget in widgets:
                if widget.rect.inset(-REACH).meets(around):
                    widget.draw(canvas)
        finally:
            canvas.surface.set_clip(None)
        return area

    def render(
        self, surface: pygame.Surface, view: Sequence[Screen], theme: Theme, record: Record | None
    ) -> None:
        """Draw everything from nothing, noting it in ``record``."""
        canvas = Canvas(surface, theme, self.fonts, record)
        if record is not None:
            record.size = canvas.size
        self._draw_ground(canvas, view)
        for widget in view[-1].widgets:
            widget.draw(canvas)
        self._draw_above(canvas)

    def _draw_ground(self, canvas: Canvas, view: Sequence[Screen]) -> None:
        theme = canvas.theme
        canvas.surface.fill(theme.page)
        for screen in view:
            if screen.overlay:
                canvas.shade()
            screen.draw(canvas)
            if screen is not view[-1]:
                for widget in screen.widgets:
                    widget.draw(canvas)

    def _draw_above(self, canvas: Canvas) -> None:
        if self.notices.tip:
            canvas.next_layer()
            self._draw_tip(canvas, self.notices.tip)
        if self.notices.message:
            canvas.next_layer()
            self._draw_toast(canvas, *self.notices.message)
        if self.notices.captions:
            canvas.next_layer()
            self._draw_captions(canvas, list(self.notices.captions))
        if self._cover and self._veil:
            self._veil.set_alpha(self._cover)
            canvas.surface.blit(self._veil, (0, 0))

    def _draw_tip(self, canvas: Canvas, widget: Widget) -> None:
        fonts, theme, window = self.fonts, canvas.theme, canvas.size
        wide = max(
            fonts.width(line, "small") for line in fonts.lines(widget.tip, "small", TIP_WIDTH)
        )
        w, h = wide + 25, fonts.height(widget.tip, "small", wide + 1) + 16
        x = min(max(8.0, widget.rect.middle[0] - w / 2), window.w - w - 8)
        y = widget.rect.bottom + 8
        if y + h > window.h - 8:
            y = max(8.0, widget.rect.y - h - 8)
        box = Rect(x, y, w, h)
        canvas.panel(box, theme.ink, radius=SMALL_RADIUS, shadow=theme.low_shadow)
        canvas.text(widget.tip, box.inset(12, 8), "small", theme.card)

    def _draw_captions(self, canvas: Canvas, lines: list[str]) -> None:
        fonts, theme = self.fonts, canvas.theme
        w = max(fonts.width(line, "label") for line in lines) + 25
        h = fonts.leading("label") * len(lines) + 14
        box = Rect(12, canvas.size.h - h - 12, w, h)
        if self.notices.message and box.meets(self.notices.message_at):
            box = box._replace(y=self.notices.message_at.y - h - 8)
        canvas.panel(box, theme.ink, radius=SMALL_RADIUS)
        canvas.text("\n".join(lines), box.inset(12, 7), "label", theme.card)

    def _draw_toast(self, canvas: Canvas, text: str, tone: str) -> None:
        fonts, theme, window = self.fonts, canvas.theme, canvas.size
        room = min(TOAST_WIDTH, window.w - 80)
        wide = max(fonts.width(line, "label") for line in fonts.lines(text, "label", room))
        h = fonts.height(text, "label", wide + 1) + 28
        side = 20 * fonts.text_scale
        whole = wide + side + 47
        box = Rect((window.w - whole) / 2, window.h - h - 24, whole, h)
        shades = theme.tone(tone)
        self.notices.message_at = box
        canvas.panel(box, theme.card, radius=16, border=shades.fill, width=2, shadow=theme.shadow)
        icon = TOAST_ICONS.get(tone, "info")
        canvas.icon(icon, box.x + 16 + side / 2, box.middle[1], side, shades.text)
        left = box.x + 16 + side + 10
        canvas.text(text, Rect(left, box.y, wide + 1, h), "label", valign="middle")


def _like(surface: pygame.Surface, kept: pygame.Surface | None) -> pygame.Surface:
    """Return ``kept`` if it is as large as ``surface``, else a new one."""
    if kept is not None and kept.get_size() == surface.get_size():
        return kept
    return pygame.Surface(surface.get_size(), 0, 32)
