"""A low card with the person, what they say and what is told: for screens with a table below."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.game.play import MeterView
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, center
from simulator.window.stage.meters import SCALE
from simulator.window.stage.person import (
    INNER_RADIUS,
    Frame,
    draw_mood,
    draw_place,
    framed,
    mood_wide,
)
from simulator.window.stage.scene import Sight
from simulator.window.stage.speech import EDGE, Speech
from simulator.window.stage.words import METER_LOOKS, OTHER_METER
from simulator.window.widgets import Widget

HIGH = 120.0
LOOK = 1.62
APART = 22.0
"""The gap between the meters in a line."""


class PersonStrip(Widget):
    """The person at the left, the words beside; :attr:`speech` belongs on the screen as well.

    ``figures`` are the meters that stand in a line below the words, where there is room, as they
    have no card of their own.
    """

    focusable = False

    def __init__(self, sight: Sight) -> None:
        super().__init__("person")
        self.sight = sight
        self.speech = Speech(sight.words)
        self.speech.roles = ("body", "small")
        self.small = False
        self.figures: Sequence[MeterView] = ()

    def high(self, fonts: Fonts, width: float, most: float) -> float:
        """The height that shows all words, up to ``most``, but always all that is said."""
        least = self._least(fonts)
        room = width - least * LOOK
        line = self._line(fonts) if self._tells_figures(fonts, room) else 0.0
        said = self.speech.needed(fonts, room, "small", said_alone=True) + 6
        return max(least, said, min(self.speech.needed(fonts, room, "small") + 6 + line, most))

    def _tells_figures(self, fonts: Fonts, width: float) -> bool:
        """Whether the meters fit in a line beside the picture."""
        wide = sum(self._figure(fonts, meter) + APART for meter in self.figures) - APART
        return bool(self.figures) and wide <= width - 2 * EDGE

    def _line(self, fonts: Fonts) -> float:
        """The height that the line of meters takes from the words."""
        return fonts.leading("label") + 8

    def _least(self, fonts: Fonts) -> float:
        return max(HIGH, 4.6 * fonts.leading("small") + 24)

    def settle(self, fonts: Fonts, rect: Rect) -> None:
        """Fill ``rect`` and place the words; a picture in a tall strip grows no wider for them."""
        self.place(rect)
        self.small = False
        wide = (min(rect.h, self._least(fonts)) - 20) * LOOK
        high = fonts.leading("label") + 8
        below = high + 6 if self.sight.mood else 0.0
        self.picture = Rect(rect.x + 10, rect.y + 10, wide, rect.h - 20 - below)
        low = self.picture._replace(y=self.picture.bottom + 6, h=high)
        self.mood_box = center(low, min(wide, mood_wide(fonts, self.sight.face)), high)
        left = self.picture.right
        room = Rect(left, rect.y + 2, rect.right - left, rect.h - 4)
        if self._tells_figures(fonts, room.w):
            self.speech.settle(fonts, room._replace(h=room.h - self._line(fonts)))
            if not self.speech.reach:
                return
        self.figures = ()
        self.speech.settle(fonts, room)

    def _figure(self, fonts: Fonts, meter: MeterView) -> float:
        return fonts.icon(17) + 6 + fonts.width(_said(meter), "label")

    def settle_small(self, fonts: Fonts, rect: Rect, words: Rect) -> None:
        """Fill ``rect`` with the person alone, and place what they say in ``words``."""
        self.place(rect)
        self.small = True
        self.picture, self.mood_box = framed(fonts, rect, self.sight.face)
        self.speech.settle(fonts, words)

    def draw(self, canvas: Canvas) -> None:
        """Draw the card, the person and the mood."""
        canvas.card(self.rect)
        sight = self.sight
        draw_place(
            canvas,
            self.picture,
            sight.place,
            sight.portrait,
            sight.face,
            Frame("close" if self.small else "wide", INNER_RADIUS),
        )
        if self.figures and not self.small:
            self._draw_figures(canvas)
        if self.small and sight.words.any:
            self.speech.backdrop(canvas, tail=False)
        if sight.mood:
            # On a picture as small as that it would hide the person, so it stands below.
            draw_mood(canvas, sight.face, self.mood_box)

    def _draw_figures(self, canvas: Canvas) -> None:
        """Draw the meters in a line at the foot of the card."""
        theme, fonts = canvas.theme, canvas.fonts
        x, side = self.picture.right + EDGE, fonts.icon(17)
        y = self.rect.bottom - 14 - fonts.leading("label") / 2
        for meter in self.figures:
            look = METER_LOOKS.get(meter.id, OTHER_METER)
            canvas.icon(look.icon, x + side / 2, y, side, theme.tone(look.tone).text)
            said = canvas.label(_said(meter), x + side + 6, y, "label", theme.ink)
            x = said.right + APART


def _said(meter: MeterView) -> str:
    return f"{meter.name} {meter.value}{SCALE}"
