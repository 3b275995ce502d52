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
BETWEEN: Final = 5.0
"""The room between two weeks."""

LINE: Final = 10.0
NOTCH: Final = 6.0
"""The height of a week, and the width of a day on which something was."""
CRUMB: Final = 7.0
"""What is left of a week beside such a day is not drawn if it is narrower."""

TODAY: Final = "Today"


@dataclass(frozen=True)
class Mark:
    """Something done or told on a day, with the tone of the theme in which it stands."""

    day: int
    icon: str
    tone: str = "primary"


class Days(Widget):
    """A card with a line of thirteen weeks; what has gone by of it is filled.

    ``marks`` are what was done, ``planned`` the days on which something is ahead as things stand;
    ``today`` stands out. ``plain`` is the calendar without the card.
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
        self.slim, self.bare = False, False
        """Whether signs and gaps are small, and whether it is without the words for that as well:
        the numbers of the weeks, and what is next."""

        self.over = False
        """Whether all days have gone by, also those on which nothing more was."""

        self.last = max(LAST, today or 0, *(mark.day for mark in marks), *planned)

    @property
    def until(self) -> int:
        """The day up to which the days have gone by."""
        return self.last if self.over else self.today or 0

    def glide(self, app: App, before: int) -> None:
        """Let the days from ``before`` to today go by, or to the last if they are over."""
        today = self.until
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
        low = 0.0 if self.bare else fonts.leading("caption")
        names = max(fonts.leading("heading") + low, self._now(fonts))
        grid = self._grid(fonts)
        return grid + 8 if self.plain else max(grid, names) + (SLIM if self.slim else 28)

    def _grid(self, fonts: Fonts) -> float:
        """The height of the signs, the weeks and their numbers."""
        return self._side(fonts) + 4 + CELL + self._numbers(fonts)

    def _numbers(self, fonts: Fonts) -> float:
        """The height of the numbers of the weeks and the gap above them."""
        return 0.0 if self.bare else self._gap + fonts.leading("caption")

    @property
    def _gap(self) -> float:
        return 2.0 if self.slim else 6.0

    def _now(self, fonts: Fonts) -> float:
        """The side of the sign before today."""
        return NOW if self.slim else fonts.icon(NOW)

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        fonts = canvas.fonts
        left = self.rect.x
        if not self.plain:
            canvas.card(self.rect)
            left = self._draw_today(canvas, self.rect.x + SIDE) + 24
        before = left
        if not self.bare:
            left += fonts.width(WEEKS, "caption") + 12
        right = self.rect.right - (0 if self.plain else SIDE + 4)
        tile = self._side(fonts)
        top = self.rect.middle[1] - self._grid(fonts) / 2
        cells = Rect(left, top + tile + 4, right - left, CELL)
        self._draw_weeks(canvas, cells)
        if not self.bare:
            low = self._gap + fonts.leading("caption") / 2
            canvas.label(WEEKS, before, cells.bottom + low, "caption", canvas.theme.muted)
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
        side = self._now(fonts)
        tile = Rect(x, y - side / 2, side, side)
        canvas.panel(tile, theme.primary.tint, radius=12)
        canvas.icon("calendar", *tile.middle, side * 0.57, theme.primary.text)
        left = tile.right + 12
        text, small = "After the talk", "of the 90 days after"
        if self.today is not None:
            day = round(self.shown)
            text, small = f"Day {day}", f"week {_week(day)} of {_week(self.last)}"
            coming = min((each for each in self.planned if each > day), default=0)
            if coming:
                small = f"next on day {coming}"
        if self.bare:
            name = canvas.label(text, left, y, "heading")
            return max(name.right, left + fonts.width("Day 88", "heading"))
        high = fonts.leading("heading")
        low = fonts.leading("caption")
        name = canvas.label(text, left, y - low / 2, "heading")
        below = canvas.label(small, left, y + high / 2, "caption", theme.muted)
        room = max(fonts.width("Day 88", "heading"), fonts.width("next on day 88", "caption"))
        return max(name.right, below.right, left + room)

    def _weeks(self, cells: Rect) -> list[Rect]:
        """Where each week stands."""
        many = _week(self.last)
        # The last week ends with the last day, not with its seventh.
        days = [*(WEEK for _ in range(many - 1)), self.last - WEEK * (many - 1)]
        each = (cells.w - BETWEEN * (many - 1)) / sum(days)
        y = cells.middle[1] - LINE / 2
        left = (cells.x + at * (each * WEEK + BETWEEN) for at in range(many))
        return [Rect(x, y, each * long, LINE) for x, long in zip(left, days, strict=True)]

    def _at(self, cells: Rect, day: float) -> float:
        """Where on the line a day ends; the day of the handshake itself counts as the first."""
        weeks, day = self._weeks(cells), max(1.0, day)
        # The end of a week is still in it.
        at = min(len(weeks) - 1, int((day - 0.001) // WEEK))
        return weeks[at].x + weeks[0].w * (day - at * WEEK) / WEEK

    def _middle(self, cells: Rect, day: float) -> float:
        """The middle of a day."""
        return self._at(cells, day) - self._weeks(cells)[0].w / WEEK / 2

    def _side(self, fonts: Fonts) -> float:
        if self.slim:
            return TILE if self.bare else max(TILE, fonts.leading("caption"))
        return fonts.icon(TILE)

    def _tile(self, fonts: Fonts, cells: Rect, day: int) -> Rect:
        """Where the tile above a day stands: over it, or beside that of a day just before."""
        days = sorted(
            {*(mark.day for mark in self.marks), *self.planned, round(self.shown)} | {day}
        )
        side = min(self._side(fonts), cells.w / len(days) - 2)
        middles = [self._middle(cells, each) for each in days]
        for at in range(1, len(days)):
            middles[at] = max(middles[at], middles[at - 1] + side + 2)
        after = cells.right + 2 + side / 2
        for at in reversed(range(len(days))):
            after = middles[at] = min(middles[at], after - side - 2)
        x = middles[days.index(day)]
        return Rect(x - side / 2, cells.y - 4 - side, side, side)

    def _draw_weeks(self, canvas: Canvas, cells: Rect) -> None:
        """Draw every week, what has gone by of it, and its number below."""
        theme, fonts = canvas.theme, canvas.fonts
        low = fonts.leading("caption")
        end = cells.x if self.today is None else self._middle(cells, self.shown)
        if self.shown >= self.last:
            end = cells.right
        for number, week in enumerate(self._weeks(cells), 1):
            canvas.panel(week, theme.card, radius=LINE / 2, border=theme.edge, width=1)
            gone = min(week.right, end) - week.x
            if gone > 0:
                canvas.panel(week._replace(w=gone), theme.primary.fill, radius=min(LINE, gone) / 2)
            if self.bare:
                continue
            room = Rect(week.x, cells.bottom + self._gap, week.w, low)
            here = self.today is not None and _week(round(self.shown)) == number
            shade = theme.primary.text if here else theme.muted
            canvas.text(str(number), room, "caption", shade, align="center", lines=1)
        for mark in self.marks:
            x = self._middle(cells, mark.day)
            self._draw_notch(canvas, cells, x, theme.tone(mark.tone).fill)

    def _draw_notch(self, canvas: Canvas, cells: Rect, x: float, color: str) -> None:
        """Draw the mark of a day across the line, in a gap that leaves no crumb of its week."""
        notch = Rect(x - NOTCH / 2, cells.y, NOTCH, cells.h)
        gap = notch.inset(-1.5)
        for week in self._weeks(cells):
            if week.x < x < week.right:
                left = week.x - 1 if gap.x - week.x < CRUMB else gap.x
                right = week.right + 1 if week.right - gap.right < CRUMB else gap.right
                gap = gap._replace(x=left, w=right - left)
        canvas.panel(gap, canvas.theme.card, radius=NOTCH / 2)
        canvas.panel(notch, color, radius=NOTCH / 2)

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
        """Draw where today is: with the word where no other tile is near."""
        theme, fonts = canvas.theme, canvas.fonts
        x = self._middle(cells, day)
        self._draw_notch(canvas, cells, x, theme.primary.fill)
        box = self._tile(fonts, cells, day)
        wide = fonts.width(TODAY, "caption") + 20
        left = min(max(x - wide / 2, cells.x), cells.right - wide)
        named = Rect(left, box.y, wide, box.h)
        others = [self._tile(fonts, cells, each) for each in self._others(day)]
        if fonts.leading("caption") <= box.h and not any(named.meets(each) for each in others):
            canvas.panel(named, theme.primary.fill, radius=9)
            shade = theme.on_primary
            canvas.text(TODAY, named, "caption", shade, align="center", valign="middle", lines=1)
            return
        canvas.panel(box, theme.primary.fill, radius=9)
        dot = box.w * 0.3
        middle = Rect(box.middle[0] - dot / 2, box.middle[1] - dot / 2, dot, dot)
        canvas.panel(middle, theme.on_primary, radius=dot / 2)

    def _others(self, day: int) -> set[int]:
        """The other days that have a tile."""
        return {*(mark.day for mark in self.marks), *self.planned} - {day}


def _week(day: int) -> int:
    """The number of the week in which a day is; day 7 is the last of the first week."""
    return (max(1, day) - 1) // WEEK + 1
