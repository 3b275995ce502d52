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
LEAST = 6.0
"""The room between two days as a rule, and where that little saves scrolling."""
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

    def _tall(self, fonts: Fonts, day: Day) -> float:
        return day_height(fonts, day, self.role, self.width)

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
        short = (need - rect.h) / max(1, len(self.lines) - 1)
        if 0 < short <= BETWEEN - LEAST:
            self.gap = BETWEEN - short
        shown = [self._tall(fonts, day) + self.gap for day in self.lines[: self.shown]]
        content = max(0.0, sum(shown) - self.gap)
        # The first line in sight shows whole, below the gap into which the area fades.
        starts = (sum(shown[:at]) - self.gap for at in range(1, len(shown)))
        offset = next((at for at in starts if at >= content - rect.h), 0.0)
        offset = offset if content > rect.h and not self.at_once else 0.0
        self.fill(max(content, offset + rect.h if offset else 0.0))
        self.scroll_to(offset)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        y = area.y
        for at, day in enumerate(self.lines[: self.shown]):
            newest = at == self.shown - 1
            tall = self._tall(canvas.fonts, day)
            slide = 24 * (1 - self.part) if newest else 0.0
            row = Rect(area.x, y, self.width, tall)
            draw_day(canvas, day, self.role, row, down=0.0 if newest else self.gap, slide=slide)
            y += tall + self.gap


def _badge(fonts: Fonts) -> float:
    return max(BADGE, fonts.width("Day 90", "label") + 20)


def _indent(fonts: Fonts) -> float:
    """The room before the words for the icon, the same as above the day in the calendar."""
    return 28 * fonts.text_scale


def day_height(fonts: Fonts, day: Day, role: str, width: float) -> float:
    """The height of a day and what happened on it."""
    room = width - _badge(fonts) - 36 - _indent(fonts)
    return max(fonts.height(day.text, role, room) + 26, fonts.leading("label") + 16)


def draw_day(
    canvas: Canvas, day: Day, role: str, area: Rect, *, down: float, slide: float = 0.0
) -> None:
    """Draw a day and what happened on it, with a line that leads ``down`` to the next one.

    The words are moved aside by ``slide``.
    """
    theme, fonts = canvas.theme, canvas.fonts
    badge, high = _badge(fonts), fonts.leading("label") + 14
    middle = area.y + 13 + fonts.leading(role) / 2
    if down:
        canvas.fill(Rect(area.x + badge / 2 - 1.5, middle, 3, area.h + down), theme.line)
    pill = Rect(area.x, middle - high / 2, badge, high)
    tone = theme.primary
    canvas.panel(pill, tone.tint, radius=high / 2, border=tone.fill, width=1.5)
    said = f"Day {day.day}"
    canvas.text(said, pill.inset(4, 0), "label", tone.text, align="center", valign="middle")
    box = Rect(area.x + badge + 12 + slide, area.y, area.w - badge - 12 - slide, area.h)
    left, indent = box.x + 12, _indent(fonts)
    half, (icon, name) = 9 * fonts.text_scale, day.sign
    canvas.panel(box, theme.primary.tint if name == "primary" else theme.well, radius=14)
    canvas.icon(icon, left + half, middle, 2 * half, theme.tone(name).text)
    wide = area.w - badge - 36 - indent
    canvas.text(day.text, Rect(left + indent, area.y + 13, wide, area.h - 26), role)
