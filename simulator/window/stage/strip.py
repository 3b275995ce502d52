"""A low card with the person, what they say and what is told: for screens with a table below."""

from __future__ import annotations

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.person import draw_place
from simulator.window.stage.scene import Sight
from simulator.window.stage.speech import Speech
from simulator.window.stage.words import MOODS
from simulator.window.theme import CARD_RADIUS
from simulator.window.widgets import Widget, draw_chip

HIGH = 120.0
LOOK = 1.62


class PersonStrip(Widget):
    """The person at the left, the words beside; :attr:`speech` belongs on the screen as well."""

    focusable = False

    def __init__(self, sight: Sight) -> None:
        super().__init__("person")
        self.sight = sight
        self.speech = Speech(sight.words)
        self.speech.roles = ("body", "small")
        self.small = False

    def high(self, fonts: Fonts, width: float, most: float) -> float:
        """The height that shows all words, if it is no more than ``most``."""
        least = self._least(fonts)
        room = width - least * LOOK
        return max(least, min(self.speech.needed(fonts, room, "small") + 6, most))

    def _least(self, fonts: Fonts) -> float:
        return max(HIGH, 4.6 * fonts.leading("small") + 24)

    def settle(self, fonts: Fonts, rect: Rect) -> None:
        """Fill ``rect`` and place the words; a picture in a tall strip grows no wider for them."""
        self.place(rect)
        self.small = False
        wide = (min(rect.h, self._least(fonts)) - 20) * LOOK
        below = fonts.leading("label") + 14 if self.sight.mood else 0.0
        self.picture = Rect(rect.x + 10, rect.y + 10, wide, rect.h - 20 - below)
        left = self.picture.right
        self.speech.settle(fonts, Rect(left, rect.y + 2, rect.right - left, rect.h - 4))

    def settle_small(self, fonts: Fonts, rect: Rect, words: Rect) -> None:
        """Fill ``rect`` with the person alone, and place what they say in ``words``."""
        self.place(rect)
        self.small, self.picture = True, rect
        self.speech.settle(fonts, words)

    def draw(self, canvas: Canvas) -> None:
        """Draw the card, the person and the mood."""
        canvas.card(self.rect)
        sight = self.sight
        radius = CARD_RADIUS if self.small else 14
        draw_place(
            canvas,
            self.picture,
            sight.place,
            sight.portrait,
            sight.face,
            radius=radius,
            framing="close" if self.small else "wide",
        )
        if self.small and sight.words.any:
            self.speech.backdrop(canvas, tail=False)
        if sight.mood:
            name, tone = MOODS[sight.face]
            high = canvas.fonts.leading("label") + 8
            # On a picture as small as that it would hide the person, so it stands below.
            inside = self.small
            y = self.picture.bottom + (-high / 2 - 6 if inside else high / 2 + 6)
            draw_chip(canvas, name, self.picture.x + (6 if inside else 0), y, tone)
