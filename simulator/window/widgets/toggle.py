"""A switch or a check box with its words."""

from __future__ import annotations

from typing import Literal

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import SMALL_RADIUS, Theme
from simulator.window.widgets.base import Action, Widget


class Toggle(Widget):
    """Something that is on or off; reports an :class:`Action` whose value is a bool.

    ``kind`` is ``switch`` (settings, takes effect at once) or ``check`` (one of several picked).
    ``note`` explains it in a smaller line below.
    """

    def __init__(
        self,
        name: str,
        text: str,
        *,
        on: bool = False,
        note: str = "",
        kind: Literal["switch", "check"] = "switch",
        number: int = 0,
    ) -> None:
        super().__init__(name, number=number)
        self.text = text
        self.on = on
        self.note = note
        self.kind = kind

    def activate(self) -> Action | None:
        """Turn it over."""
        self.on = not self.on
        self.touch()
        return Action(self.name, self.on)

    def _mark(self, fonts: Fonts) -> Rect:
        """Return the switch or box, standing at the left of the middle of the first line."""
        w, h = (44.0, 26.0) if self.kind == "switch" else (26.0, 26.0)
        k = max(1.0, fonts.text_scale)
        line = max(h * k, fonts.leading("body"))
        return Rect(self.rect.x, self.rect.y + 6 + (line - h * k) / 2, w * k, h * k)

    def _words_left(self, fonts: Fonts) -> float:
        return (44.0 if self.kind == "switch" else 26.0) * max(1.0, fonts.text_scale) + 14

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of the words, at least that of the switch."""
        room = width - self._words_left(fonts)
        high = max(26 * max(1.0, fonts.text_scale), fonts.height(self.text, "body", room))
        return high + 12 + (fonts.height(self.note, "small", room) if self.note else 0.0)

    def draw(self, canvas: Canvas) -> None:
        """Draw the switch or box and the words beside it."""
        canvas.note_widget(self.rect, self.name)
        fonts, theme = canvas.fonts, canvas.theme
        mark = self._mark(fonts)
        draw = self._draw_switch if self.kind == "switch" else self._draw_check
        draw(canvas, mark)
        left = self._words_left(fonts)
        line = max(mark.h, fonts.leading("body"))
        top = self.rect.y + 6 + (line - fonts.leading("body")) / 2
        area = Rect(self.rect.x + left, top, self.rect.w - left, self.rect.bottom - top - 4)
        ink = theme.ink if self.enabled else theme.muted
        taken = canvas.text(self.text, area, "body", ink)
        if self.note:
            below = Rect(area.x, taken.bottom, area.w, self.rect.bottom - taken.bottom)
            canvas.text(self.note, below, "small", theme.muted)
        self.draw_ring(canvas, SMALL_RADIUS, self.rect.inset(-4, 0))

    def _draw_switch(self, canvas: Canvas, mark: Rect) -> None:
        theme = canvas.theme
        fill, edge = self._colors(theme, theme.well)
        canvas.panel(mark, fill, radius=mark.h / 2, border=edge, width=2)
        side = mark.h - 10
        x = mark.right - side - 5 if self.on else mark.x + 5
        knob = theme.on_primary if self.on else theme.edge
        canvas.panel(Rect(x, mark.y + 5, side, side), knob, radius=side / 2)

    def _colors(self, theme: Theme, off: str) -> tuple[str, str]:
        """The ground and the edge of switch or box; ``off`` is the ground while it is off."""
        if not self.enabled:
            return (theme.neutral.fill if self.on else theme.well), theme.neutral.fill
        if self.on:
            ground = self.primary_ground(theme)
            return ground, ground
        lively = self.hovered or self.pressed
        return (theme.primary.tint if self.pressed else off), (
            theme.primary.fill if lively else theme.edge
        )

    def _draw_check(self, canvas: Canvas, mark: Rect) -> None:
        theme = canvas.theme
        fill, edge = self._colors(theme, theme.card)
        canvas.panel(mark, fill, radius=8, border=edge, width=2)
        if self.on:
            canvas.icon("check", *mark.middle, mark.h * 0.7, theme.on_primary)
