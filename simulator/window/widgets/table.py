"""A table whose rows can be selected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.window.canvas import Align, Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, Share, columns
from simulator.window.theme import SMALL_RADIUS
from simulator.window.widgets.base import HANDLED, Action, Widget

ROOMIEST = 1.5


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its width (units at text scale 1, or a Share) and its side."""

    title: str
    width: float | Share = Share()  # noqa: RUF009
    align: Align = "left"


class Table(Widget):
    """Rows of words under titles; up and down move the selection, Enter reports the row.

    ``marked`` names rows to set off (the player's own). The table shows as many rows as it has
    room for and moves through the others. Reports :class:`Action` with the index of the row, not
    final when it is only selected. Words too long for their column are shortened.
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
        self._over = -1
        self._fonts: Fonts | None = None

    def _least(self, fonts: Fonts) -> float:
        return fonts.leading("small") + 18

    def _row(self, fonts: Fonts) -> float:
        """The height of a row: few rows are roomier, so that they do not huddle at the top."""
        least = self._least(fonts)
        spare = (self.rect.h - fonts.leading("caption") - 12) / max(1, len(self.lines))
        return min(max(least, spare), least * ROOMIEST)

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """Return the height of the titles and all rows."""
        return fonts.leading("caption") + 12 + len(self.lines) * self._least(fonts)

    def _room(self, fonts: Fonts) -> int:
        """Return how many rows fit."""
        return max(1, int((self.rect.h - fonts.leading("caption") - 12) / self._row(fonts) + 1e-6))

    def _at(self, event: Event) -> int:
        """Return the row under the pointer, or -1."""
        if self._fonts is None:
            return -1
        top = self.rect.y + self._fonts.leading("caption") + 12
        row = int((event.y - top) // self._row(self._fonts))
        inside = 0 <= row < self._room(self._fonts) and self.rect.holds(event.x, event.y)
        return self.first + row if inside and self.first + row < len(self.lines) else -1

    def handle(self, event: Event) -> Action | None:
        """Select with keys, wheel and pointer; a press on the selected row or Enter reports it."""
        if event.kind is Kind.KEY:
            return self._key(event)
        if event.kind is Kind.WHEEL and self._fonts:
            before = self.first
            last = max(0, len(self.lines) - self._room(self._fonts))
            self.first = min(max(0, self.first - round(event.amount * 2)), last)
            self.touch()
            return HANDLED if self.first != before else None
        over = self._at(event)
        if event.kind is Kind.MOVE and over != self._over:
            self._over = over
            self.touch()
        if event.kind is Kind.PRESS and over >= 0:
            if over == self.selected:
                return Action(self.name, over)
            return self._select(over)
        return HANDLED

    def _key(self, event: Event) -> Action | None:
        if event.intent is Intent.ACTIVATE and self.lines:
            return Action(self.name, self.selected)
        page = self._room(self._fonts) if self._fonts else 1
        moves = {
            Intent.UP: self.selected - 1,
            Intent.DOWN: self.selected + 1,
            Intent.PAGE_UP: max(0, self.selected - page),
            Intent.PAGE_DOWN: min(len(self.lines) - 1, self.selected + page),
            Intent.HOME: 0,
            Intent.END: len(self.lines) - 1,
        }
        row = moves.get(event.intent, -1) if event.intent else -1
        if not 0 <= row < len(self.lines):
            return None
        return self._select(row)

    def _select(self, row: int) -> Action:
        if row == self.selected:
            return HANDLED
        self.selected = row
        self.touch()
        return Action(self.name, row, final=False)

    def draw(self, canvas: Canvas) -> None:
        """Draw titles and the rows that fit."""
        canvas.note_widget(self.rect, self.name)
        self._fonts = fonts = canvas.fonts
        theme, room = canvas.theme, self._room(fonts)
        if self.selected < self.first or self.selected >= self.first + room:
            self._follow(room)
        head = Rect(self.rect.x, self.rect.y, self.rect.w - 16, fonts.leading("caption") + 4)
        for cell, column in zip(self._cells(fonts, head), self.titles, strict=True):
            canvas.text(column.title, cell, "caption", theme.muted, align=column.align, lines=1)
        top = self.rect.y + fonts.leading("caption") + 12
        for i, line in enumerate(self.lines[self.first : self.first + room]):
            row = Rect(self.rect.x, top + i * self._row(fonts), self.rect.w - 16, self._row(fonts))
            self._draw_row(canvas, row.inset(0, 2), self.first + i, line)
        self._draw_bar(canvas, top, room)
        self.draw_ring(canvas, SMALL_RADIUS)

    def _cells(self, fonts: Fonts, row: Rect) -> list[Rect]:
        """Divide a row into its columns; fixed widths grow with the text."""
        widths = [
            column.width if isinstance(column.width, Share) else column.width * fonts.text_scale
            for column in self.titles
        ]
        return columns(row.inset(14, 0), widths, 14)

    def _follow(self, room: int) -> None:
        """Bring the selected row into view."""
        self.first = max(0, min(self.selected, max(self.first, self.selected - room + 1)))

    def _draw_row(self, canvas: Canvas, row: Rect, index: int, line: Sequence[str]) -> None:
        theme = canvas.theme
        fill = theme.primary.tint if index in self.marked else theme.well
        if index == self._over and self.hovered:
            fill = theme.hover
        chosen = index == self.selected and self.focused
        border = theme.primary.fill if chosen else None
        canvas.panel(row, fill, radius=SMALL_RADIUS, border=border, width=2)
        roomy = row.h > self._least(canvas.fonts) * 1.2
        role = ("name" if roomy else "label") if index in self.marked else "small"
        role = "body" if roomy and role == "small" else role
        cells = self._cells(canvas.fonts, row)
        for cell, column, words in zip(cells, self.titles, line, strict=True):
            canvas.text(words, cell, role, align=column.align, valign="middle", lines=1)

    def _draw_bar(self, canvas: Canvas, top: float, room: int) -> None:
        if len(self.lines) <= room:
            return
        high = self.rect.bottom - top
        part = high / len(self.lines)
        track = Rect(self.rect.right - 8, top, 8, high)
        canvas.panel(track, canvas.theme.well, radius=4)
        thumb = Rect(track.x, top + part * self.first, 8, part * room)
        canvas.panel(thumb, canvas.theme.edge, radius=4)
