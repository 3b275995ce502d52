"""A low card with the person, what they say and what is told: for screens with a table below."""

from __future__ import annotations

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.person import draw_place
from simulator.window.stage.scene import Sight
from simulator.window.stage.speech import Speech
from simulator.window.stage.words import MOODS
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
        wide = (min(rect.h, self._least(fonts)) - 20) * LOOK
        self.picture = Rect(rect.x + 10, rect.y + 10, wide, rect.h - 20)
        left = self.picture.right
        self.speech.settle(fonts, Rect(left, rect.y + 2, rect.right - left, rect.h - 4))

    def draw(self, canvas: Canvas) -> None:
        """Draw the card, the person and the mood."""
        canvas.card(self.rect)
        sight = self.sight
        draw_place(canvas, self.picture, sight.place, sight.portrait, sight.face, radius=14)
        if sight.mood:
            name, tone = MOODS[sight.face]
            high = canvas.fonts.leading("label") + 8
            y = self.picture.bottom - high / 2 - 6
            draw_chip(canvas, name, self.picture.x + 6, y, tone)
