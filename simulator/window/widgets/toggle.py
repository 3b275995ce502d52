"""A switch with its words."""

from __future__ import annotations

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import SMALL_RADIUS, Theme
from simulator.window.widgets.base import Action, Widget

WIDE = 44.0
HIGH = 26.0


class Toggle(Widget):
    """Something that is on or off; reports an :class:`Action` whose value is a bool.

    It takes effect at once. ``note`` explains it in a smaller line below.
    """

    def __init__(
        self,
        name: str,
        text: str,
        *,
        on: bool = False,
        note: str = "",
        number: int = 0,
    ) -> None:
        super().__init__(name, number=number)
        self.text = text
        self.on = on
        self.note = note

    def activate(self) -> Action | None:
        """Turn it over."""
        self.on = not self.on
        self.touch()
        return Action(self.name, self.on)

    def _mark(self, fonts: Fonts) -> Rect:
        """Return the switch, standing at the left of the middle of the first line."""
        k = max(1.0, fonts.text_scale)
        line = max(HIGH * k, fonts.leading("label"))
        return Rect(self.rect.x, self.rect.y + 6 + (line - HIGH * k) / 2, WIDE * k, HIGH * k)

    def _words_left(self, fonts: Fonts) -> float:
        return WIDE * max(1.0, fonts.text_scale) + 14

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of the words, at least that of the switch."""
        room = width - self._words_left(fonts)
        words = self._top(fonts) + fonts.height(self.text, "label", room)
        words += fonts.height(self.note, "small", room) if self.note else 0.0
        return max(HIGH * max(1.0, fonts.text_scale) + 6, words) + 6

    def _top(self, fonts: Fonts) -> float:
        """How far below the upper edge the words begin, beside the middle of the switch."""
        return 6 + max(0.0, HIGH * max(1.0, fonts.text_scale) - fonts.leading("label")) / 2

    def draw(self, canvas: Canvas) -> None:
        """Draw the switch and the words beside it."""
        canvas.note_widget(self.rect, self.name)
        fonts, theme = canvas.fonts, canvas.theme
        mark = self._mark(fonts)
        self._draw_switch(canvas, mark)
        left = self._words_left(fonts)
        top = self.rect.y + self._top(fonts)
        area = Rect(self.rect.x + left, top, self.rect.w - left, self.rect.bottom - top - 4)
        ink = theme.ink if self.enabled else theme.faded
        taken = canvas.text(self.text, area, "label", ink)
        if self.note:
            below = Rect(area.x, taken.bottom, area.w, self.rect.bottom - taken.bottom)
            canvas.text(self.note, below, "small", theme.muted)
        self.draw_ring(canvas, SMALL_RADIUS, self.rect.inset(-4, 0))

    def _draw_switch(self, canvas: Canvas, mark: Rect) -> None:
        theme = canvas.theme
        fill, edge = self._colors(theme)
        canvas.panel(mark, fill, radius=mark.h / 2, border=edge, width=2)
        side = mark.h - 10
        x = mark.right - side - 5 if self.on else mark.x + 5
        knob = theme.on_primary if self.on else theme.edge if self.enabled else theme.line
        canvas.panel(Rect(x, mark.y + 5, side, side), knob, radius=side / 2)

    def _colors(self, theme: Theme) -> tuple[str, str]:
        """The ground and the edge of the switch."""
        if not self.enabled:
            return (theme.neutral.fill if self.on else theme.well), theme.line
        if self.on:
            ground = self.primary_ground(theme)
            return ground, ground
        lively = self.hovered or self.pressed
        ground = theme.primary.tint if self.pressed else theme.well
        return ground, theme.primary.fill if lively else theme.edge
