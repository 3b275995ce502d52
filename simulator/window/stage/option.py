"""The card that offers one choice in a talk: number, kind of move, words, cost, lock or tick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.game.play import ChoiceView, Prompt
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.motion import Card
from simulator.window.stage.words import amount, head_of
from simulator.window.theme import CHOICE_RADIUS, SMALL_RADIUS
from simulator.window.widgets import HANDLED, Action

SIDE: Final = 18.0
BADGE: Final = 34.0
APART: Final = 26.0
DENSE: Final = 18.0
"""The room above and below the words together, and where room is scarce."""


@dataclass(frozen=True)
class Offer:
    """What a card offers. ``hint`` says why it is locked; ``used`` cards were chosen before."""

    id: str
    number: int
    text: str
    icon: str = ""
    label: str = ""
    tag: str = ""
    hint: str = ""
    locked: bool = False
    used: bool = False


def offer_of(view: ChoiceView, number: int, prompt: Prompt) -> Offer:
    """What the card with this number offers for a choice as the play shows it."""
    icon, label = head_of(view.choice)
    costs = bool(prompt.unit) and prompt.unit != "minutes" and view.choice is not None
    return Offer(
        view.id,
        number,
        view.say,
        icon,
        label,
        amount(view.cost, prompt.unit) if costs and view.cost != 1 else "",
        view.locked_hint,
        not view.is_legal and not view.is_used,
        view.is_used,
    )


class OptionCard(Card):
    """A card to press; one that is locked or used can be read but reports nothing."""

    def __init__(self, offer: Offer) -> None:
        super().__init__(f"choice:{offer.id}", number=offer.number)
        self.offer = offer
        self.dense = False
        """Whether room is scarce: what cannot be chosen then stands in small words, and a number
        beside the kind of move rather than beside all words."""

    @property
    def _stacked(self) -> bool:
        return self.dense and bool(self.offer.label)

    def _badge(self, fonts: Fonts) -> float:
        if self._stacked:
            return fonts.leading("caption") + 4
        return max(BADGE, fonts.leading("name") + 8)

    @property
    def _role(self) -> str:
        return "small" if self.offer.used or (self.dense and self.offer.locked) else "body"

    @property
    def open(self) -> bool:
        """Whether it can be chosen."""
        return not self.offer.locked and not self.offer.used

    def activate(self) -> Action | None:
        """Report the choice; one that was made leads on to the next one."""
        if self.open:
            return Action("choose", self.offer.id)
        return Action("onward") if self.offer.used else HANDLED

    def height(self, fonts: Fonts, width: float) -> float:
        """The height all words need, with room around them."""
        words = max(self._badge(fonts), self._words(fonts, width))
        return words + (DENSE if self.dense else APART)

    def _left(self, fonts: Fonts) -> float:
        return SIDE if self._stacked else SIDE + self._badge(fonts) + SIDE - 2

    def _room(self, fonts: Fonts, width: float) -> float:
        aside = fonts.width(self.offer.tag, "label") + 40 if self.offer.tag else 0.0
        return max(60.0, width - self._left(fonts) - SIDE - aside)

    def _words(self, fonts: Fonts, width: float) -> float:
        room = self._room(fonts, width)
        high = fonts.height(self.offer.text, self._role, room)
        if self.offer.label:
            high += self._head(fonts)
        if self.offer.locked:
            high += self._hint_height(fonts, room)
        return high

    def _head(self, fonts: Fonts) -> float:
        """The height of the kind of move."""
        return self._badge(fonts) + 2 if self._stacked else fonts.leading("caption") + 1

    def _hint_height(self, fonts: Fonts, room: float) -> float:
        return fonts.height(self.offer.hint, "caption", room) + 4 if self.offer.hint else 0

    def paint(self, canvas: Canvas) -> None:
        """Draw the card."""
        canvas.note_widget(self.rect, self.name)
        theme = canvas.theme
        lively = self.open and (self.hovered or self.pressed or self.ring)
        idle = theme.well if self.offer.locked else theme.card
        canvas.panel(
            self.rect,
            theme.hover if lively else idle,
            radius=CHOICE_RADIUS,
            border=theme.primary.fill if lively else theme.edge if self.open else theme.line,
            width=2.0 if lively else theme.border,
            shadow=theme.low_shadow if self.open else None,
        )
        self._draw_badge(canvas, lively)
        self._draw_words(canvas)
        if self.offer.tag:
            self._draw_tag(canvas)
        self.draw_ring(canvas, CHOICE_RADIUS)

    def _draw_badge(self, canvas: Canvas, lively: bool) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        side, y = self._badge(fonts), self.rect.middle[1]
        if self._stacked:
            y += (side - self._words(fonts, self.rect.w)) / 2
        box = Rect(self.rect.x + SIDE, y - side / 2, side, side)
        fill, ink = theme.primary.tint, theme.primary.text
        if lively:
            fill, ink = theme.primary.fill, theme.on_primary
        elif self.offer.used:
            fill, ink = theme.neutral.tint, theme.neutral.text
        elif self.offer.locked:
            fill, ink = theme.card, theme.muted
        canvas.panel(box, fill, radius=SMALL_RADIUS)
        if not self.open:
            canvas.icon("check" if self.offer.used else "lock", *box.middle, side * 0.58, ink)
        else:
            number = str(self.offer.number)
            role = "caption" if self._stacked else "name"
            canvas.text(number, box, role, ink, align="center", valign="middle")

    def _draw_words(self, canvas: Canvas) -> None:
        fonts, theme, offer = canvas.fonts, canvas.theme, self.offer
        room = self._room(fonts, self.rect.w)
        high = self._words(fonts, self.rect.w)
        x = self.rect.x + self._left(fonts)
        area = Rect(x, self.rect.middle[1] - high / 2, room, high)
        if offer.label:
            area = self._draw_head(canvas, area)
        ink = theme.ink if self.open else theme.muted
        taken = canvas.text(offer.text, area, self._role, ink)
        if offer.locked and offer.hint:
            y = taken.bottom + 4
            below = Rect(x, y, room, area.bottom - y)
            canvas.text(offer.hint, below, "caption", theme.ink)

    def _draw_head(self, canvas: Canvas, area: Rect) -> Rect:
        """Draw the kind of move above the words; return what is left below."""
        fonts, theme, offer = canvas.fonts, canvas.theme, self.offer
        shade = theme.primary.text if self.open else theme.muted
        high = self._head(fonts) - 1
        x = area.x + (self._badge(fonts) + 10 if self._stacked else 0.0)
        if offer.icon:
            side = 15 * fonts.text_scale
            canvas.icon(offer.icon, x + side / 2, area.y + high / 2, side, shade)
            x += side + 6
        head = Rect(x, area.y, area.right - x, high)
        canvas.text(offer.label, head, "caption", shade, valign="middle", lines=1)
        return Rect(area.x, area.y + high + 1, area.w, area.h - high - 1)

    def _draw_tag(self, canvas: Canvas) -> None:
        fonts, theme = canvas.fonts, canvas.theme
        w, h = fonts.width(self.offer.tag, "label") + 24, fonts.leading("label") + 10
        box = Rect(self.rect.right - SIDE - w, self.rect.middle[1] - h / 2, w, h)
        canvas.panel(box, theme.neutral.tint, radius=h / 2)
        shade = theme.neutral.text
        canvas.text(
            self.offer.tag, box.inset(8, 0), "label", shade, align="center", valign="middle"
        )
