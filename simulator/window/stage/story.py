"""Days one below the other, on a line: what happened when."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.recount import Day
from simulator.window.widgets import ScrollArea

BADGE = 62.0
BETWEEN = 18.0
RUN = 0.35


class Story(ScrollArea):
    """``lines`` are days and what happened; only the first :attr:`shown` of them can be seen."""

    def __init__(self, lines: Sequence[Day]) -> None:
        super().__init__("story", self._paint)
        self.lines = list(lines)
        self.shown = 0
        self.part = 1.0
        self.at_once = False
        """Whether all was told without a pause, so that it is read from its beginning."""

        self.gap = BETWEEN
        self.role = "lead"

    @property
    def is_told(self) -> bool:
        """Whether everything is shown."""
        return self.shown >= len(self.lines)

    def begin(self, app: App) -> None:
        """Let the newest line slide in."""

        def step(part: float) -> None:
            self.part = part
            self.touch()

        app.animate(RUN, step)

    def _badge(self, fonts: Fonts) -> float:
        return max(BADGE, fonts.width("Day 90", "label") + 20)

    def _indent(self, fonts: Fonts) -> float:
        """The room before the words for the icon, the same as above the day in the calendar."""
        return 28 * fonts.text_scale

    def _tall(self, fonts: Fonts, day: Day) -> float:
        room = self.width - self._badge(fonts) - 36 - self._indent(fonts)
        return max(fonts.height(day.text, self.role, room) + 26, fonts.leading("label") + 16)

    def settle(self, fonts: Fonts, rect: Rect) -> None:
        """Fill ``rect`` and show the newest line, or the first if all were told at once."""
        self.place(rect)
        for role in ("lead", "body", "small"):
            self.role = role
            need = sum(self._tall(fonts, day) + BETWEEN for day in self.lines) - BETWEEN
            if need <= rect.h:
                break
        spare = max(0.0, rect.h - need) / len(self.lines)
        self.gap = BETWEEN + min(BETWEEN, spare)
        shown = [self._tall(fonts, day) + self.gap for day in self.lines[: self.shown]]
        content = max(0.0, sum(shown) - self.gap)
        # The first line in sight shows whole, below the gap into which the area fades.
        starts = (sum(shown[:at]) - self.gap for at in range(1, len(shown)))
        offset = next((at for at in starts if at >= content - rect.h), 0.0)
        offset = offset if content > rect.h and not self.at_once else 0.0
        self.fill(max(content, offset + rect.h if offset else 0.0))
        self.scroll_to(offset)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        badge, y = self._badge(fonts), area.y
        high = fonts.leading("label") + 14
        for at, day in enumerate(self.lines[: self.shown]):
            newest = at == self.shown - 1
            tall = self._tall(fonts, day)
            slide = 24 * (1 - self.part) if newest else 0.0
            middle = y + 13 + fonts.leading(self.role) / 2
            if at + 1 < len(self.lines):
                line = Rect(area.x + badge / 2 - 1.5, middle, 3, tall + self.gap)
                if at + 1 < self.shown:
                    canvas.fill(line, theme.line)
            pill = Rect(area.x, middle - high / 2, badge, high)
            tone = theme.primary
            canvas.panel(pill, tone.tint, radius=high / 2, border=tone.fill, width=1.5)
            words = pill.inset(4, 0)
            canvas.text(
                f"Day {day.day}", words, "label", tone.text, align="center", valign="middle"
            )
            box = Rect(area.x + badge + 12 + slide, y, area.w - badge - 12 - slide, tall)
            canvas.panel(box, theme.primary.tint if day.icon else theme.well, radius=14)
            left, indent = box.x + 12, self._indent(fonts)
            half, (icon, name) = 9 * fonts.text_scale, day.sign
            canvas.icon(icon, left + half, middle, 2 * half, theme.tone(name).text)
            wide = self.width - badge - 36 - indent
            canvas.text(day.text, Rect(left + indent, y + 13, wide, tall - 26), self.role)
            y += tall + self.gap
