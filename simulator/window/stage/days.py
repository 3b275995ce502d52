"""The ninety days after a handshake as a calendar of weeks: what was done, what is ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.widgets import Widget

SIDE: Final = 20.0
NOW: Final = 42.0
TILE: Final = 26.0
SLIM: Final = 20.0
CELL: Final = 18.0
WEEK: Final = 7
WEEKS: Final = "Week"
LAST: Final = 90
GLIDE: Final = 0.5
APART: Final = 2.0
BETWEEN: Final = 7.0
"""The room between two days, and between two weeks."""


@dataclass(frozen=True)
class Mark:
    """Something done by you on a day, or that ``happened`` without you."""

    day: int
    icon: str
    happened: bool = False

    @property
    def tone(self) -> str:
        """The tone of the theme in which it stands."""
        return "trust" if self.happened else "primary"


class Days(Widget):
    """A card with thirteen weeks of seven days; those gone by are filled.

    ``marks`` are what was done, ``planned`` the days on which something is ahead as things stand;
    ``today`` stands out. ``plain`` is the calendar without the card, and the word for the numbers
    of the weeks before them.
    """

    focusable = False

    def __init__(
        self,
        marks: Sequence[Mark],
        today: int | None,
        *,
        planned: Sequence[int] = (),
        plain: bool = False,
    ) -> None:
        super().__init__("days")
        self.plain = plain
        self.marks = list(marks)
        self.planned = list(planned)
        self.today = today
        self.shown = float(today or 0)
        self.slim = False
        """Whether the card is as low as can be, without the numbers of the weeks."""

        self.last = max(LAST, today or 0, *(mark.day for mark in marks), *planned)

    def glide(self, app: App, before: int) -> None:
        """Let the days from ``before`` to today go by."""
        today = self.today or 0
        if before == today:
            return

        def step(part: float) -> None:
            shown = before + (today - before) * part
            if int(shown) != int(self.shown) or round(shown) != round(self.shown):
                self.touch()
            self.shown = shown

        app.animate(GLIDE, step)

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """The height of marks, days and the names of the weeks."""
        if self.slim:
            return max(TILE + 4 + CELL, fonts.leading("heading")) + SLIM
        names = max(fonts.leading("heading") + fonts.leading("caption"), fonts.icon(NOW))
        grid = fonts.icon(TILE) + 4 + CELL + 6 + fonts.leading("caption")
        return grid + 8 if self.plain else max(grid, names) + 28

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        fonts = canvas.fonts
        left = self.rect.x + fonts.width(WEEKS, "caption") + 12
        if not self.plain:
            canvas.card(self.rect)
            left = self._draw_today(canvas, self.rect.x + SIDE) + 30
        right = self.rect.right - (0 if self.plain else SIDE + 4)
        tile = self._side(fonts)
        tall = tile + 4 + CELL + (0 if self.slim else 6 + fonts.leading("caption"))
        top = self.rect.middle[1] - tall / 2
        cells = Rect(left, top + tile + 4, right - left, CELL)
        self._draw_weeks(canvas, cells)
        if self.plain:
            low = fonts.leading("caption") / 2
            canvas.label(WEEKS, self.rect.x, cells.bottom + 6 + low, "caption", canvas.theme.muted)
        done = {mark.day for mark in self.marks}
        for day in self.planned:
            if day not in done and day != self.today:
                self._draw_tile(canvas, cells, day, "calendar")
        for mark in self.marks:
            self._draw_tile(canvas, cells, mark.day, mark.icon, mark.tone)
        if self.today is not None and self.today not in done:
            self._draw_now(canvas, cells, round(self.shown))

    def _draw_today(self, canvas: Canvas, x: float) -> float:
        """Draw the day at the left; return where it ends."""
        theme, fonts = canvas.theme, canvas.fonts
        y = self.rect.middle[1]
        side = NOW if self.slim else fonts.icon(NOW)
        tile = Rect(x, y - side / 2, side, side)
        canvas.panel(tile, theme.primary.tint, radius=12)
        canvas.icon("calendar", *tile.middle, side * 0.57, theme.primary.text)
        left = tile.right + 12
        text, small = "After the talk", "of the 90 days after"
        if self.today is not None:
            day = round(self.shown)
            text, small = f"Day {day}", f"week {day // WEEK + 1} of {self.last // WEEK + 1}"
        if self.slim:
            name = canvas.label(text, left, y, "heading")
            return max(name.right, left + fonts.width("Day 88", "heading"))
        high = fonts.leading("heading")
        low = fonts.leading("caption")
        name = canvas.label(text, left, y - low / 2, "heading")
        below = canvas.label(small, left, y + high / 2, "caption", theme.muted)
        room = max(fonts.width("Day 88", "heading"), fonts.width("week 13 of 13", "caption"))
        return max(name.right, below.right, left + room)

    def _day(self, cells: Rect, day: int) -> Rect:
        """Where a day stands."""
        weeks = self.last // WEEK + 1
        week = (cells.w - BETWEEN * (weeks - 1)) / weeks
        each = (week - APART * (WEEK - 1)) / WEEK
        x = cells.x + day // WEEK * (week + BETWEEN) + day % WEEK * (each + APART)
        return Rect(x, cells.y, each, cells.h)

    def _side(self, fonts: Fonts) -> float:
        return TILE if self.slim else fonts.icon(TILE)

    def _tile(self, fonts: Fonts, cells: Rect, day: int) -> Rect:
        """Where the tile above a day stands: over it, or beside that of a day just before."""
        days = sorted(
            {*(mark.day for mark in self.marks), *self.planned, round(self.shown)} | {day}
        )
        side = min(self._side(fonts), cells.w / len(days) - APART)
        middles = [self._day(cells, each).middle[0] for each in days]
        for at in range(1, len(days)):
            middles[at] = max(middles[at], middles[at - 1] + side + APART)
        after = cells.right + APART + side / 2
        for at in reversed(range(len(days))):
            after = middles[at] = min(middles[at], after - side - APART)
        x = middles[days.index(day)]
        return Rect(x - side / 2, cells.y - 4 - side, side, side)

    def _draw_weeks(self, canvas: Canvas, cells: Rect) -> None:
        """Draw every day, and the number of each week below it."""
        theme, fonts = canvas.theme, canvas.fonts
        marked = {mark.day: theme.tone(mark.tone).fill for mark in self.marks}
        low = fonts.leading("caption")
        week = self._day(cells, WEEK - 1).right - cells.x
        weeks = range(1, self.last // WEEK + 2)
        named = not self.plain and all(
            fonts.width(f"week {number}", "caption") <= week for number in weeks
        )
        for first in range(0, self.last + 1, WEEK):
            for day in range(first, first + WEEK):
                box = self._day(cells, day)
                gone = self.today is not None and day <= self.shown
                fill = theme.primary.fill if gone else theme.line
                fill = marked.get(day, fill)
                canvas.panel(box, fill, radius=min(3.0, box.w / 3))
            start, end = self._day(cells, first), self._day(cells, first + WEEK - 1)
            # The days to come are faint; an edge shows how long the time is.
            canvas.panel(start.joined(end).inset(-2), border=theme.edge, radius=4, width=1)
            if self.slim:
                continue
            room = Rect(start.x, cells.bottom + 6, end.right - start.x, low)
            number = first // WEEK + 1
            here = self.today is not None and int(self.shown) // WEEK + 1 == number
            text = f"week {number}" if named else str(number)
            shade = theme.primary.text if here else theme.muted
            canvas.text(text, room, "caption", shade, align="center", lines=1)

    def _draw_tile(self, canvas: Canvas, cells: Rect, day: int, icon: str, tone: str = "") -> None:
        """Draw above a day what was on it in a tone, or without one that something is ahead."""
        theme, box = canvas.theme, self._tile(canvas.fonts, cells, day)
        side = box.w * 0.58
        if not tone:
            canvas.panel(box, theme.card, radius=9, border=theme.edge, width=1.5)
            canvas.icon(icon, *box.middle, side, theme.muted)
            return
        shades = theme.tone(tone)
        canvas.panel(box, shades.tint, radius=9, border=shades.fill, width=2)
        canvas.icon(icon, *box.middle, side, shades.text)

    def _draw_now(self, canvas: Canvas, cells: Rect, day: int) -> None:
        theme, spot = canvas.theme, self._day(cells, day)
        # A gap around it keeps it apart from the days beside it in every theme.
        canvas.panel(spot.inset(-5, -5), theme.card, radius=7)
        canvas.panel(spot.inset(-3, -3), theme.primary.fill, radius=5)
        box = self._tile(canvas.fonts, cells, day)
        canvas.panel(box, theme.primary.fill, radius=9)
        canvas.icon("pin", *box.middle, box.w * 0.6, theme.on_primary)
