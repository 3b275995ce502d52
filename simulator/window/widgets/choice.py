"""The card that offers one choice: the heart of every stage."""

from __future__ import annotations

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import CHOICE_RADIUS, SMALL_RADIUS
from simulator.window.widgets.base import HANDLED, Action, Widget

SIDE = 18.0
BADGE = 34.0
WIDEST_TAG = 0.26
LEAST_WORDS = 0.45
LEAST_LINE = 8.0
"""Line heights that a line of the words is long at least, before the tag stands below them."""
LEAST_BESIDE = 12.0
"""The same before number, label and check stand above them."""
CHECK = 32.0


class ChoiceCard(Widget):
    """A numbered card with wrapped words.

    Args:
        label: a few words above the text (what kind of move it is).
        icon: drawn in the badge in place of the number's plain ground.
        tag: a short cost or gain at the right, such as ``2 hours``.
        selected: shown with a check, for choices that stay.
        locked: why it cannot be chosen; the card then reports nothing.
    """

    def __init__(
        self,
        name: str,
        text: str,
        *,
        number: int = 0,
        label: str = "",
        icon: str = "",
        tag: str = "",
        selected: bool = False,
        locked: str = "",
    ) -> None:
        super().__init__(name, number=number)
        self.text = text
        self.label = label
        self.icon = icon
        self.tag = tag
        self.selected = selected
        self.locked = locked

    def activate(self) -> Action | None:
        """Report the choice, or nothing while it is locked."""
        return HANDLED if self.locked else Action(self.name)

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height all words need, with room around them."""
        return max(self._side(fonts), self._words(fonts, width)) + 32

    def _side(self, fonts: Fonts) -> float:
        return BADGE * fonts.text_scale

    def _folded(self, fonts: Fonts, width: float) -> bool:
        """Tell whether number, label and check stand in a line above words of many short lines.

        That does not change when the card is selected.
        """
        room = width - 3 * SIDE - self._side(fonts) - CHECK * fonts.text_scale
        if not self._has_badge or room >= fonts.leading("choice") * LEAST_BESIDE:
            return False
        return len(fonts.lines(self.text, "choice", room)) > 2

    @property
    def _has_badge(self) -> bool:
        return bool(self.number or self.icon or self.locked)

    def _words(self, fonts: Fonts, width: float) -> float:
        room = self._room(fonts, width)
        high = fonts.height(self.text, "choice", room)
        if self._folded(fonts, width):
            high += self._side(fonts) + 8
        elif self.label:
            high += fonts.leading("caption")
        if self._tag_below(fonts, width):
            high += self._tag_size(fonts)[1] + 8
        return high + (fonts.height(self.locked, "caption", room) + 4 if self.locked else 0.0)

    def _room(self, fonts: Fonts, width: float) -> float:
        """Return the width left for the words."""
        return width - self._left(fonts, width) - SIDE - self._aside(fonts, width)

    def _tag_size(self, fonts: Fonts) -> tuple[float, float]:
        return fonts.width(self.tag, "label") + 24, fonts.leading("label") + 10

    def _tag_below(self, fonts: Fonts, width: float) -> bool:
        """Tell whether the tag would leave the words too narrow beside it."""
        wide = self._tag_size(fonts)[0]
        words = width - self._left(fonts, width) - SIDE - wide - 16 - self._check(fonts)
        least = max(width * LEAST_WORDS, fonts.leading("choice") * LEAST_LINE)
        return bool(self.tag) and (wide > width * WIDEST_TAG or words < least)

    def _check(self, fonts: Fonts) -> float:
        return CHECK * fonts.text_scale if self.selected else 0.0

    def _left(self, fonts: Fonts, width: float) -> float:
        """Return where the words begin."""
        beside = self._has_badge and not self._folded(fonts, width)
        return SIDE + (self._side(fonts) + SIDE if beside else 0.0)

    def _aside(self, fonts: Fonts, width: float) -> float:
        if self._folded(fonts, width):
            return 0.0
        beside = self.tag and not self._tag_below(fonts, width)
        return (self._tag_size(fonts)[0] + 16 if beside else 0.0) + self._check(fonts)

    def _head(self, fonts: Fonts) -> float:
        """Return the middle of the line in which number and check stand."""
        if not self._folded(fonts, self.rect.w):
            return self.rect.middle[1]
        top = self.rect.middle[1] - self._words(fonts, self.rect.w) / 2
        return top + self._side(fonts) / 2

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        canvas.note_widget(self.rect, self.name)
        theme, rect = canvas.theme, self.rect
        lively = (self.hovered or self.pressed or self.selected) and not self.locked
        ground = theme.well if self.locked else theme.hover if lively else theme.card
        canvas.panel(
            rect,
            theme.primary.tint if lively and self.pressed else ground,
            radius=CHOICE_RADIUS,
            border=theme.primary.fill if lively else theme.line if self.locked else theme.edge,
            width=2.0 if lively else theme.border,
            shadow=None if self.locked else theme.low_shadow,
        )
        if self._has_badge:
            self._draw_badge(canvas, lively)
        self._draw_words(canvas, self._left(canvas.fonts, rect.w))
        self._draw_aside(canvas)
        self.draw_ring(canvas, CHOICE_RADIUS)

    def _draw_badge(self, canvas: Canvas, lively: bool) -> None:
        theme, side = canvas.theme, self._side(canvas.fonts)
        box = Rect(self.rect.x + SIDE, self._head(canvas.fonts) - side / 2, side, side)
        fill, ink = (
            (theme.primary.fill, theme.on_primary)
            if lively
            else (theme.primary.tint, theme.primary.text)
        )
        if self.locked:
            fill, ink = theme.card, theme.muted
        canvas.panel(box, fill, radius=SMALL_RADIUS)
        if self.locked or (self.icon and not self.number):
            canvas.icon("lock" if self.locked else self.icon, *box.middle, side * 0.6, ink)
        else:
            canvas.text(str(self.number), box, "name", ink, align="center", valign="middle")

    def _draw_words(self, canvas: Canvas, left: float) -> None:
        fonts, theme = canvas.fonts, canvas.theme
        room = self._room(fonts, self.rect.w)
        high = self._words(fonts, self.rect.w)
        area = Rect(self.rect.x + left, self.rect.middle[1] - high / 2, room, high)
        if self._folded(fonts, self.rect.w):
            self._draw_label_beside(canvas)
            area = Rect(area.x, area.y + self._side(fonts) + 8, room, high)
        elif self.label:
            taken = canvas.text(self.label, area, "caption", theme.muted, lines=1)
            area = Rect(area.x, taken.bottom, room, area.bottom - taken.bottom)
        ink = theme.muted if self.locked else theme.ink
        taken = canvas.text(self.text, area, "choice", ink)
        if self._tag_below(fonts, self.rect.w):
            high = self._tag_size(fonts)[1]
            taken = self._draw_tag(canvas, area.x, taken.bottom + 8 + high / 2)
        if self.locked:
            below = Rect(area.x, taken.bottom + 4, room, area.bottom - taken.bottom - 4)
            canvas.text(self.locked, below, "caption", theme.ink)

    def _draw_label_beside(self, canvas: Canvas) -> None:
        """Draw the words above the text between number and check."""
        fonts, high = canvas.fonts, canvas.fonts.leading("caption")
        x = self.rect.x + SIDE + self._side(fonts) + 12
        wide = self.rect.right - SIDE - self._check(fonts) - x
        line = Rect(x, self._head(fonts) - high / 2, wide, high)
        canvas.text(self.label, line, "caption", canvas.theme.muted, lines=1)

    def _draw_aside(self, canvas: Canvas) -> None:
        fonts, theme = canvas.fonts, canvas.theme
        right, y = self.rect.right - SIDE, self._head(fonts)
        if self.selected:
            side = 24 * fonts.text_scale
            canvas.icon("check", right - side / 2, y, side, theme.primary.text)
            right -= self._check(fonts)
        if self.tag and not self._tag_below(fonts, self.rect.w):
            self._draw_tag(canvas, right - self._tag_size(fonts)[0], y)

    def _draw_tag(self, canvas: Canvas, x: float, y: float) -> Rect:
        """Draw the tag from ``x``, its middle at ``y``, and return its room."""
        w, h = self._tag_size(canvas.fonts)
        box, tone = Rect(x, y - h / 2, w, h), canvas.theme.neutral
        canvas.panel(box, tone.tint, radius=h / 2)
        words = box.inset(8, 0)
        canvas.text(self.tag, words, "label", tone.text, align="center", valign="middle")
        return box
