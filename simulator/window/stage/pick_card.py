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
BADGE: Final = 34.0
APART: Final = 20.0
LEAST_APART: Final = 10.0
"""The room above and below the words together."""

MOST: Final = 6
"""The lines of a choice."""


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
        super().__init__(f"choice:{line.id}", number=line.number)
        self.line = line
        self.selected = selected
        self.shut = shut
        self.focusable = not shut
        self.dense = False
        """Whether room is scarce: the number then stands beside the name alone."""

        self.apart = APART
        self.role = "body"
        """The type of the words: smaller where they would need more room than there is."""

    @property
    def open(self) -> bool:
        """Whether it can be selected."""
        return not (self.line.locked or self.shut)

    def activate(self) -> Action | None:
        """Report that it is to be looked at."""
        return Action("select", self.line.id) if self.open else HANDLED

    def _left(self, fonts: Fonts) -> float:
        """Where the words begin; the name of a dense line stands beside the number."""
        return SIDE if self.dense else SIDE + self._badge(fonts) + 14

    def _room(self, fonts: Fonts, width: float) -> float:
        return width - self._left(fonts) - SIDE

    def _top(self, fonts: Fonts) -> float:
        """Where name and words begin."""
        return self.rect.middle[1] - self._high(fonts, self.rect.w) / 2

    def _high(self, fonts: Fonts, width: float) -> float:
        """The height of name and words."""
        return fonts.leading("name") + self._lines(fonts, width) * fonts.leading(self.role)

    def _badge(self, fonts: Fonts) -> float:
        if self.dense:
            # No higher than the name, so that it keeps off the words below.
            return fonts.leading("name")
        return max(BADGE, fonts.leading("name") + 8)

    def _second(self) -> str:
        return self.line.hint if self.line.locked and self.line.hint else self.line.text

    def _lines(self, fonts: Fonts, width: float) -> int:
        return min(MOST, len(fonts.lines(self._second(), self.role, self._room(fonts, width))))

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the name and the words, with room around them."""
        return max(self._badge(fonts), self._high(fonts, width)) + self.apart

    def paint(self, canvas: Canvas) -> None:
        """Draw the card."""
        canvas.note_widget(self.rect, self.name)
        theme = canvas.theme
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
        self._draw_badge(canvas, lively=lively)
        self._draw_words(canvas)
        self.draw_ring(canvas, CHOICE_RADIUS)

    def _draw_badge(self, canvas: Canvas, *, lively: bool) -> None:
        """Draw the number, a tick on the selected line, or a lock."""
        theme, fonts, side = canvas.theme, canvas.fonts, self._badge(canvas.fonts)
        y = self.rect.middle[1]
        if self.dense:
            y = self._top(fonts) + fonts.leading("name") / 2
        box = Rect(self.rect.x + SIDE, y - side / 2, side, side)
        ground, ink = theme.primary.tint, theme.primary.text
        if self.selected or lively:
            ground, ink = theme.primary.fill, theme.on_primary
        elif not self.open:
            ground, ink = theme.card, theme.muted
        canvas.panel(box, ground, radius=SMALL_RADIUS)
        if self.selected or self.line.locked:
            icon = "check" if self.selected else "lock"
            canvas.icon(icon, *box.middle, side * 0.58, ink)
        else:
            role = "label" if self.dense else "name"
            number = str(self.line.number)
            canvas.text(number, box, role, ink, align="center", valign="middle")

    def _draw_words(self, canvas: Canvas) -> None:
        """Draw the kind with its icon, and below it the words, or why it is locked."""
        theme, fonts, line = canvas.theme, canvas.fonts, self.line
        x, high = self.rect.x + self._left(fonts), fonts.leading("name")
        top = self._top(fonts)
        ink = theme.ink if self.open or self.selected else theme.muted
        shade = theme.primary.text if self.open or self.selected else theme.muted
        named = x + (self._badge(fonts) + 10 if self.dense else 0.0)
        side = fonts.icon(18)
        canvas.icon(line.icon, named + side / 2, top + high / 2, side, shade)
        named += side + 8
        head = Rect(named, top, self.rect.right - SIDE - named, high)
        canvas.text(line.label, head, "name", ink, lines=1)
        lines = self._lines(fonts, self.rect.w)
        hinted = line.locked and line.hint and not self.shut
        shade = theme.ink if hinted else ink
        below = Rect(
            x, head.bottom, self._room(fonts, self.rect.w), lines * fonts.leading(self.role)
        )
        canvas.text(self._second(), below, self.role, shade, lines=lines)
