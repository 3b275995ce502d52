"""A line of a list whose choices are looked at before they are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.motion import Card
from simulator.window.theme import CHOICE_RADIUS, SMALL_RADIUS
from simulator.window.widgets import HANDLED, Action

SIDE: Final = 16.0
TILE: Final = 38.0
BADGE: Final = 26.0
LAST_DIGIT: Final = 9
APART: Final = 20.0
MOST: Final = 6
PAST: Final = 2
"""The lines of a choice, and of one that was not made."""


@dataclass(frozen=True)
class Line:
    """One line of the list: ``number`` from 1; ``hint`` says why it is locked."""

    id: str
    number: int
    icon: str
    label: str
    text: str
    locked: bool
    hint: str


class PickCard(Card):
    """A line of the list; pressing it shows it on the sheet, nothing is done yet."""

    def __init__(self, line: Line, *, selected: bool, shut: bool) -> None:
        number = line.number if line.number <= LAST_DIGIT else 0
        super().__init__(f"choice:{line.id}", number=number)
        self.line = line
        self.selected = selected
        self.shut = shut
        self.focusable = not shut
        self.dense = False
        """Whether room is scarce: the number then stands beside the name alone."""

    @property
    def open(self) -> bool:
        """Whether it can be selected."""
        return not (self.line.locked or self.shut)

    def activate(self) -> Action | None:
        """Report that it is to be looked at."""
        return Action("select", self.line.id) if self.open else HANDLED

    def _room(self, fonts: Fonts, width: float) -> float:
        return self._named(fonts, width) + (self._badge(fonts) + 10 if self.dense else 0)

    def _named(self, fonts: Fonts, width: float) -> float:
        """The width of the name, which leaves room for the number."""
        return width - 2 * SIDE - fonts.icon(TILE) - 14 - self._badge(fonts) - 10

    def _top(self, fonts: Fonts) -> float:
        """Where name and words begin."""
        high = self.height(fonts, self.rect.w) - APART
        words = fonts.leading("name") + self._lines(fonts, self.rect.w) * fonts.leading("small")
        return self.rect.middle[1] - min(high, words) / 2

    def _badge(self, fonts: Fonts) -> float:
        if self.dense:
            # No higher than the name, so that it keeps off the words below.
            return fonts.leading("name")
        return max(BADGE, fonts.leading("label") + 6)

    def _second(self) -> str:
        return self.line.hint if self.line.locked and self.line.hint else self.line.text

    def _lines(self, fonts: Fonts, width: float) -> int:
        most = PAST if self.shut and not self.selected else MOST
        return min(most, len(fonts.lines(self._second(), "small", self._room(fonts, width))))

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the name and the words, of which little is left once it is past."""
        words = fonts.leading("name") + self._lines(fonts, width) * fonts.leading("small")
        return max(fonts.icon(TILE), words) + APART

    def paint(self, canvas: Canvas) -> None:
        """Draw the card."""
        canvas.note_widget(self.rect, self.name)
        theme, line = canvas.theme, self.line
        lively = self.open and (self.hovered or self.pressed or self.ring)
        fill = theme.card if self.open else theme.well
        edge = theme.edge if self.open else theme.line
        if lively or self.selected:
            fill, edge = theme.hover, theme.primary.fill
        canvas.panel(
            self.rect,
            fill,
            radius=CHOICE_RADIUS,
            border=edge,
            width=2.5 if self.selected else theme.border,
            shadow=theme.low_shadow if self.open else None,
        )
        side = canvas.fonts.icon(TILE)
        tile = Rect(self.rect.x + SIDE, self.rect.middle[1] - side / 2, side, side)
        ground, ink = theme.primary.tint, theme.primary.text
        if self.selected:
            ground, ink = theme.primary.fill, theme.on_primary
        elif not self.open:
            ground, ink = theme.card, theme.muted
        canvas.panel(tile, ground, radius=SMALL_RADIUS)
        icon = "lock" if line.locked else line.icon
        canvas.icon(icon, *tile.middle, canvas.fonts.icon(21), ink)
        self._draw_words(canvas, tile.right + 14)
        self._draw_number(canvas, lively=lively)
        self.draw_ring(canvas, CHOICE_RADIUS)

    def _draw_number(self, canvas: Canvas, *, lively: bool) -> None:
        """Draw the number, or a tick on the selected line."""
        theme, side = canvas.theme, self._badge(canvas.fonts)
        x, y = self.rect.right - SIDE - side, self.rect.middle[1]
        if self.dense:
            y = self._top(canvas.fonts) + canvas.fonts.leading("name") / 2
        box = Rect(x, y - side / 2, side, side)
        if self.selected:
            canvas.icon("check", *box.middle, side * 0.75, theme.primary.text)
        elif not self.line.locked:
            fill, ink = theme.primary.tint, theme.primary.text
            if lively:
                fill, ink = theme.primary.fill, theme.on_primary
            elif not self.open:
                fill, ink = theme.card, theme.muted
            canvas.panel(box, fill, radius=SMALL_RADIUS)
            number = str(self.line.number)
            canvas.text(number, box, "label", ink, align="center", valign="middle")

    def _draw_words(self, canvas: Canvas, x: float) -> None:
        theme, fonts, line = canvas.theme, canvas.fonts, self.line
        room = self._room(fonts, self.rect.w)
        lines = self._lines(fonts, self.rect.w)
        high = fonts.leading("name") + lines * fonts.leading("small")
        named = self._named(fonts, self.rect.w)
        top = Rect(x, self._top(fonts), named, fonts.leading("name"))
        ink = theme.ink if self.open or self.selected else theme.muted
        canvas.text(line.label, top, "name", ink, lines=1)
        hinted = line.locked and line.hint
        shade = theme.ink if hinted else theme.muted
        below = Rect(x, top.bottom, room, high - top.h)
        canvas.text(self._second(), below, "small", shade, lines=lines)
