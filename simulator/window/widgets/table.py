"""A table that can be sorted and whose rows can be selected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from simulator.window.canvas import Align, Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, Share, columns
from simulator.window.theme import SMALL_RADIUS
from simulator.window.widgets.base import HANDLED, Action, Widget
from simulator.window.widgets.scroll import FADE, fade

ROOMIEST = 1.15
PEEK = 0.3
"""The part of a row that shows at least of one that does not fit."""

BAR = 8.0
MARK = 5.0
"""The width of the stripe at the left of a row set off."""
NOTHING = "–"
"""What stands in an empty cell."""
ARROW = 14.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its width (units at text scale 1, or a Share) and its side."""

    title: str
    width: float | Share = Share()  # noqa: RUF009
    align: Align = "left"


class Sorting(NamedTuple):
    """What a table is sorted by; ``down`` puts the greatest first."""

    column: int
    down: bool = False


class Table(Widget):
    """Rows of words under titles; up and down move the selection, Enter reports the row.

    A title that is pressed sorts by its column, pressed again the other way round; by keys the
    titles are reached above the first row and chosen with left and right. Words that are whole
    numbers are sorted as numbers. ``marked`` names rows to set off (the player's own). The table
    shows as many rows as it has room for and moves through the others. Reports :class:`Action`
    with the index of the row in ``lines``, whatever the sorting; not final when it is only
    selected. Words too long for their column are shortened.

    Attributes:
        selected: the index in ``lines`` of the selected row.
        title: the column whose title the keyboard stands on, or None among the rows.
        sorting: how the rows are sorted, or None for the order given.
    """

    def __init__(
        self,
        name: str,
        titles: Sequence[Column],
        lines: Sequence[Sequence[str]],
        *,
        marked: Sequence[int] = (),
    ) -> None:
        super().__init__(name)
        self.titles = tuple(titles)
        self.lines = [tuple(line) for line in lines]
        self.marked = frozenset(marked)
        self.selected = 0
        self.first = 0
        self.title: int | None = None
        self.sorting: Sorting | None = None
        self._order = list(range(len(self.lines)))
        self._over = -1
        self._over_title = -1
        self._fonts: Fonts | None = None

    # Measuring.

    def _head(self, fonts: Fonts) -> float:
        return fonts.leading("caption") + 12

    def _least(self, fonts: Fonts) -> float:
        return fonts.leading("small") + 18

    def _row(self, fonts: Fonts) -> float:
        """The height of a row: a little more than it needs where there is room for that.

        Where not all fit, and more than three do, the next one peeks out below the last.
        """
        least, room = self._least(fonts), self.rect.h - self._head(fonts)
        each = room / max(1, len(self.lines))
        if each < least:
            rows, part = divmod(room / least, 1)
            return room / (rows - 0.5) if part < PEEK and rows > 3 else least
        return min(each, least * ROOMIEST)

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """Return the height of the titles and all rows."""
        return self._head(fonts) + len(self.lines) * self._least(fonts)

    def _room(self, fonts: Fonts) -> int:
        """Return how many rows fit."""
        return max(1, int((self.rect.h - self._head(fonts)) / self._row(fonts) + 1e-6))

    def _width(self, fonts: Fonts) -> float:
        """The width of a row: beside it stands a bar where not all rows fit."""
        return self.rect.w - (2 * BAR if len(self.lines) > self._room(fonts) else 0.0)

    def _cells(self, fonts: Fonts, row: Rect) -> list[Rect]:
        """Divide a row into its columns; fixed widths grow with the text."""
        widths = [
            column.width if isinstance(column.width, Share) else column.width * fonts.text_scale
            for column in self.titles
        ]
        return columns(row.inset(14, 0), widths, 14)

    def _title_cells(self, fonts: Fonts) -> list[Rect]:
        """The rectangles in which titles are pressed, half of the gaps beside them included."""
        head = Rect(self.rect.x, self.rect.y - 2, self._width(fonts), self._head(fonts) - 4)
        return [cell.inset(-7, 0) for cell in self._cells(fonts, head)]

    def _at(self, event: Event) -> int:
        """Return the place of the row under the pointer, or -1."""
        if self._fonts is None:
            return -1
        row = int((event.y - self.rect.y - self._head(self._fonts)) // self._row(self._fonts))
        inside = 0 <= row < self._room(self._fonts) and self.rect.holds(event.x, event.y)
        return self.first + row if inside and self.first + row < len(self.lines) else -1

    def _title_at(self, event: Event) -> int:
        """Return the title under the pointer, or -1."""
        cells = self._title_cells(self._fonts) if self._fonts else []
        return next((i for i, cell in enumerate(cells) if cell.holds(event.x, event.y)), -1)

    # Sorting.

    def sort(self, sorting: Sorting | None) -> None:
        """Put the rows in another order; rows that are equal stay as they were given."""
        self.sorting = sorting
        self._order = list(range(len(self.lines)))
        if sorting:
            key = [_key(line[sorting.column]) for line in self.lines]
            self._order.sort(key=key.__getitem__, reverse=sorting.down)
        self.touch()

    def _turn(self, column: int) -> Action:
        again = self.sorting is not None and self.sorting.column == column
        self.sort(Sorting(column, again and not (self.sorting and self.sorting.down)))
        return HANDLED

    # Answering.

    def handle(self, event: Event) -> Action | None:
        """Select with keys, wheel and pointer; a press on the selected row or Enter reports it."""
        if not self.enabled:
            return None
        if event.kind is Kind.KEY:
            return self._key(event)
        if event.kind is Kind.WHEEL:
            return self._wheel(event)
        over, title = self._at(event), self._title_at(event)
        if event.kind is Kind.MOVE and (over, title) != (self._over, self._over_title):
            self._over, self._over_title = over, title
            self.touch()
        if event.kind is Kind.PRESS:
            return self._press(over, title)
        return HANDLED

    def _press(self, over: int, title: int) -> Action:
        if title >= 0:
            return self._turn(title)
        self.title = None
        if over < 0:
            return HANDLED
        row = self._order[over]
        return Action(self.name, row) if row == self.selected else self._select(over)

    def _wheel(self, event: Event) -> Action | None:
        if self._fonts is None:
            return None
        before = self.first
        last = max(0, len(self.lines) - self._room(self._fonts))
        self.first = min(max(0, self.first - round(event.amount * 2)), last)
        self.touch()
        return HANDLED if self.first != before else None

    def _key(self, event: Event) -> Action | None:
        if self.title is not None:
            return self._title_key(event, self.title)
        if event.intent is Intent.ACTIVATE and self.lines:
            return Action(self.name, self.selected)
        page = self._room(self._fonts) if self._fonts else 1
        now, last = self._place(), len(self.lines) - 1
        if event.intent is Intent.UP and now <= 0 and self.lines:
            return self._stand(self.sorting.column if self.sorting else 0)
        moves = {
            Intent.UP: now - 1,
            Intent.DOWN: now + 1,
            Intent.PAGE_UP: max(0, now - page),
            Intent.PAGE_DOWN: min(last, now + page),
            Intent.HOME: 0,
            Intent.END: last,
        }
        place = moves.get(event.intent, -1) if event.intent else -1
        return self._select(place) if 0 <= place <= last else None

    def _title_key(self, event: Event, title: int) -> Action | None:
        """Go along the titles, sort by one, or return to the rows; up leaves the table."""
        if event.intent is Intent.ACTIVATE:
            return self._turn(title)
        if event.intent is Intent.DOWN:
            return self._stand(None)
        last = len(self.titles) - 1
        moves = {
            Intent.LEFT: title - 1,
            Intent.RIGHT: title + 1,
            Intent.HOME: 0,
            Intent.END: last,
        }
        to = moves.get(event.intent, -1) if event.intent else -1
        return self._stand(to) if 0 <= to <= last else None

    def _stand(self, title: int | None) -> Action:
        self.title = title
        self.touch()
        return HANDLED

    def _place(self) -> int:
        """Where the selected row stands as the rows are sorted."""
        return self._order.index(self.selected) if self.selected in self._order else -1

    def _select(self, place: int) -> Action:
        row = self._order[place]
        if row == self.selected:
            return HANDLED
        self.selected = row
        self._follow()
        self.touch()
        return Action(self.name, row, final=False)

    def _follow(self) -> None:
        """Bring the selected row into view."""
        if self._fonts:
            place, room = self._place(), self._room(self._fonts)
            last = max(0, len(self.lines) - room)
            self.first = min(last, max(0, min(place, max(self.first, place - room + 1))))

    # Drawing.

    def place(self, rect: Rect) -> None:
        """Put the table at ``rect``, with the selected row in view."""
        super().place(rect)
        self._follow()

    def draw(self, canvas: Canvas) -> None:
        """Draw titles and the rows that fit, and the beginning of one that does not."""
        canvas.note_widget(self.rect, self.name)
        new, self._fonts = self._fonts is not canvas.fonts, canvas.fonts
        if new:
            self._follow()
        fonts, room = canvas.fonts, self._room(canvas.fonts)
        self.first = min(self.first, max(0, len(self.lines) - room))
        self._draw_titles(canvas)
        top, high = self.rect.y + self._head(fonts), self._row(fonts)
        shown = Rect(self.rect.x, top, self.rect.w, self.rect.bottom - top)
        goes_on = self.first + room < len(self.lines)
        low = shown.inset(-2, 0)
        low = low._replace(y=low.bottom - FADE, h=FADE if goes_on else 0.0)
        fades = fade(canvas, low, up=False)
        with canvas.clip(shown.inset(-2, 0), "down"):
            for i, index in enumerate(self._order[self.first : self.first + room + 1]):
                row = Rect(self.rect.x, top + i * high, self._width(fonts), high)
                self._draw_row(canvas, row.inset(0, 2), index, self.first + i)
        for strip, at in fades:
            canvas.paste(strip, at)
        self._draw_bar(canvas, top, room)
        self._draw_focus(canvas, top, high, room)

    def _draw_focus(self, canvas: Canvas, top: float, high: float, room: int) -> None:
        """Draw the ring around the row or the title that the keys stand on."""
        place = self._place() - self.first
        if self.title is not None:
            cell = self._title_cells(canvas.fonts)[self.title]
            self.draw_ring(canvas, 6, cell.inset(3))
        elif 0 <= place < room:
            row = Rect(self.rect.x, top + place * high, self._width(canvas.fonts), high)
            self.draw_ring(canvas, SMALL_RADIUS, row.inset(2, 4))
        else:
            self.draw_ring(canvas, SMALL_RADIUS)

    def _draw_titles(self, canvas: Canvas) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        for i, (cell, column) in enumerate(zip(self._title_cells(fonts), self.titles, strict=True)):
            sorted_by = self.sorting is not None and self.sorting.column == i
            lively = self.enabled and self.hovered and i == self._over_title
            stood_on = self.focused and self.title == i
            if lively or stood_on:
                canvas.panel(cell, theme.hover, radius=6)
            ink = theme.primary.text if sorted_by or lively or stood_on else theme.muted
            if sorted_by:
                self._draw_arrow(canvas, column, cell.inset(7, 4), ink)
            else:
                words, align = cell.inset(7, 4), column.align
                canvas.text(column.title, words, "caption", ink, align=align, lines=1)

    def _draw_arrow(self, canvas: Canvas, column: Column, cell: Rect, ink: str) -> None:
        """Draw a title with the arrow that says how its column is sorted, beside the words."""
        size = ARROW * canvas.fonts.text_scale
        words = canvas.fonts.shorten(column.title, "caption", cell.w - size - 2)
        wide = canvas.fonts.width(words, "caption")
        right = column.align == "right"
        x = cell.right - wide if right else cell.x
        box = Rect(x, cell.y, wide + 0.01, cell.h)
        taken = canvas.text(words, box, "caption", ink, lines=1)
        side = taken.x - size / 2 - 2 if right else taken.right + size / 2 + 2
        down = self.sorting is not None and self.sorting.down
        canvas.icon("down" if down else "up", side, taken.middle[1], size, ink)

    def _draw_row(self, canvas: Canvas, row: Rect, index: int, place: int) -> None:
        theme = canvas.theme
        fill = theme.primary.tint if index in self.marked else theme.well
        lively = place == self._over and self.hovered and self.enabled
        border = theme.primary.fill if lively else None
        ground = theme.hover if lively else fill
        canvas.panel(row, ground, radius=SMALL_RADIUS, border=border, width=1.0)
        if index in self.marked:
            tone = theme.primary.fill if self.enabled else theme.edge
            canvas.panel(Rect(row.x, row.y, MARK, row.h), tone, radius=MARK / 2)
        ink = theme.ink if self.enabled else theme.muted
        cells = self._cells(canvas.fonts, row)
        for cell, column, words in zip(cells, self.titles, self.lines[index], strict=True):
            shade = ink if words else theme.muted
            said = words or NOTHING
            canvas.text(said, cell, "small", shade, align=column.align, valign="middle", lines=1)

    def _draw_bar(self, canvas: Canvas, top: float, room: int) -> None:
        if len(self.lines) <= room:
            return
        high = self.rect.bottom - top
        part = high / len(self.lines)
        track = Rect(self.rect.right - BAR, top, BAR, high)
        canvas.panel(track, canvas.theme.well, radius=4)
        thumb = Rect(track.x, top + part * self.first, BAR, part * room)
        canvas.panel(thumb, canvas.theme.edge, radius=4)


def _key(words: str) -> tuple[bool, int, str]:
    """What words are sorted by: whole numbers by their value and before all others."""
    try:
        return False, int(words), ""
    except ValueError:
        return True, 0, words.casefold()
