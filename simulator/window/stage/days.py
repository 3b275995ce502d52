"""The ninety days after a handshake as a line, with what was done on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.widgets import Widget

SIDE = 20.0
DOT = 26.0
LAST = 90


@dataclass(frozen=True)
class Mark:
    """Something done on a day."""

    day: int
    icon: str
    label: str


class Days(Widget):
    """A card with a line of days; ``today`` stands out. ``plain`` is the line without the card."""

    focusable = False

    def __init__(self, marks: Sequence[Mark], today: int | None, *, plain: bool = False) -> None:
        super().__init__("days")
        self.plain = plain
        self.marks = list(marks)
        self.today = today
        self.last = max(LAST, today or 0, *(mark.day for mark in marks))

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """The height of the line with its marks."""
        return max(66.0, fonts.leading("caption") * 2 + DOT + 10)

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        theme, fonts = canvas.theme, canvas.fonts
        if not self.plain:
            canvas.card(self.rect)
        y = self.rect.y + self.rect.h / 2 - fonts.leading("caption") / 2 + 2
        x = self.rect.x + SIDE
        left = x if self.plain else self._draw_today(canvas, x) + 34
        line = Rect(left, y - 2.5, self.rect.right - SIDE - 24 - left, 5)
        canvas.panel(line, theme.well, radius=2.5, border=theme.line, width=1)
        if self.today:
            canvas.panel(
                line._replace(w=max(5, self._x(line, self.today) - line.x)),
                theme.primary.fill,
                radius=2.5,
            )
        spots = {mark.day: mark for mark in self.marks}
        taken: list[float] = []
        for day, mark in spots.items():
            if day != self.today or day in spots:
                self._draw_mark(canvas, self._x(line, day), y, mark)
                taken.append(self._x(line, day))
        if self.today is not None and self.today not in spots:
            self._draw_now(canvas, self._x(line, self.today), y)
            taken.append(self._x(line, self.today))
        self._draw_ticks(canvas, line, y, taken)

    def _draw_today(self, canvas: Canvas, x: float) -> float:
        """Draw the day at the left; return where it ends."""
        theme, fonts = canvas.theme, canvas.fonts
        y = self.rect.middle[1]
        tile = Rect(x, y - 21, 42, 42)
        canvas.panel(tile, theme.primary.tint, radius=12)
        canvas.icon("calendar", *tile.middle, 24, theme.primary.text)
        left = tile.right + 12
        text = "After the talk" if self.today is None else f"Day {self.today}"
        small = (
            "of the 90 days after" if self.today is None else f"week {self.today // 7 + 1} after"
        )
        high = fonts.leading("heading")
        low = fonts.leading("caption")
        name = canvas.label(text, left, y - low / 2, "heading")
        below = canvas.label(small, left, y + high / 2, "caption", theme.muted)
        return max(name.right, below.right)

    def _x(self, line: Rect, day: int) -> float:
        return line.x + line.w * day / self.last

    def _draw_mark(self, canvas: Canvas, x: float, y: float, mark: Mark) -> None:
        theme = canvas.theme
        box = Rect(x - DOT / 2, y - DOT / 2, DOT, DOT)
        canvas.panel(box, theme.trust.tint, radius=DOT / 2, border=theme.trust.fill, width=2)
        canvas.icon(mark.icon, x, y, 15, theme.trust.text)
        self._draw_day(canvas, x, y, mark.day, theme.muted)

    def _draw_now(self, canvas: Canvas, x: float, y: float) -> None:
        theme = canvas.theme
        ring = Rect(x - DOT / 2 - 4, y - DOT / 2 - 4, DOT + 8, DOT + 8)
        canvas.panel(ring, theme.primary.tint, radius=DOT)
        canvas.panel(ring.inset(4), theme.primary.fill, radius=DOT / 2)
        canvas.icon("pin", x, y, 16, theme.on_primary)
        self._draw_day(canvas, x, y, self.today or 0, theme.primary.text)

    def _draw_day(self, canvas: Canvas, x: float, y: float, day: int, shade: str) -> None:
        high = canvas.fonts.leading("caption")
        words = Rect(x - 30, y + DOT / 2 + 5, 60, high)
        canvas.text(str(day), words, "caption", shade, align="center", lines=1)

    def _draw_ticks(self, canvas: Canvas, line: Rect, y: float, taken: list[float]) -> None:
        theme = canvas.theme
        room = canvas.fonts.width("88", "caption") + 8
        for day in (0, 15, 30, 45, 60, 75, 90):
            x = self._x(line, day)
            if any(abs(x - other) < DOT / 2 + room for other in taken):
                continue
            canvas.panel(Rect(x - 3, y - 7, 6, 14), theme.edge, radius=3)
            self._draw_day(canvas, x, y, day, theme.muted)
