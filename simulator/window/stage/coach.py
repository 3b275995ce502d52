"""What the coach says after a stage, and below it what you did; it scrolls when it must."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.deeds import LEAST_PADDING, PADDING, Deeds
from simulator.window.widgets import ScrollArea
from simulator.window.widgets.scroll import GUTTER

LOOKS: Final = (("title", "body"), ("title", "small"), ("heading", "body"), ("heading", "small"))
"""The sizes of the coach's words and of what was done, the largest first."""
APART: Final = 22.0
LEAST_APART: Final = 14.0
BELOW: Final = 6.0
"""The room between two parts, and below a heading."""

Part = tuple[str, Sequence[str]]
"""A heading and its lines."""


class CoachPage(ScrollArea):
    """The coach's words in the largest size at which all shows, then the things done.

    ``more`` are parts to tell here because there is no room for cards of their own.
    """

    def __init__(self, words: str, deeds: Deeds) -> None:
        super().__init__("coach", self._paint)
        self.words = words
        self.deeds = deeds
        self.more: Sequence[Part] = ()
        self.role = LOOKS[0][0]
        self.apart = APART

    def settle(self, fonts: Fonts, room: Rect, more: Sequence[Part] = ()) -> bool:
        """Fill ``room``, the bar in the margin at its right; tell whether all shows at once.

        Where the words go less than a line beyond it, the room between the parts is taken back;
        where some is left over, it goes there, as much again at most.
        """
        self.more = more
        self.apart, self.deeds.padding = APART, PADDING
        for self.role, self.deeds.role in LOOKS:
            tall = self._tall(fonts, room.w)
            if tall <= room.h:
                break
        if room.h < tall <= room.h + fonts.leading("small"):
            self.apart, self.deeds.padding = LEAST_APART, LEAST_PADDING
        elif tall < room.h:
            spare = (room.h - tall) / (APART + 2 * PADDING * len(self.deeds.told))
            self.apart += APART * min(1.0, spare)
            self.deeds.padding += PADDING * min(1.0, spare)
        tall = self._tall(fonts, room.w)
        self.place(room._replace(w=room.w + GUTTER))
        self.fill(tall)
        return tall <= room.h

    def _tall(self, fonts: Fonts, width: float) -> float:
        tall = fonts.height(self.words, self.role, width)
        if self.deeds.told:
            tall += self._head(fonts) + self.deeds.height(fonts, width)
        return tall + sum(
            self._head(fonts) + sum(fonts.height(line, "small", width) + BELOW for line in lines)
            for _, lines in self.more
        )

    def _head(self, fonts: Fonts) -> float:
        return self.apart + fonts.leading("caption") + BELOW

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        fonts = canvas.fonts
        y = canvas.text(self.words, area, self.role).bottom
        if self.deeds.told:
            y = self._paint_head(canvas, area, y, "What you did")
            self.deeds.paint(canvas, area._replace(y=y))
            y += self.deeds.height(fonts, area.w)
        for head, lines in self.more:
            y = self._paint_head(canvas, area, y, head)
            for line in lines:
                high = fonts.height(line, "small", area.w)
                canvas.text(line, Rect(area.x, y, area.w, high), "small")
                y += high + BELOW

    def _paint_head(self, canvas: Canvas, area: Rect, y: float, text: str) -> float:
        """Draw a heading below ``y``; return where its part begins."""
        high = canvas.fonts.leading("caption")
        head = Rect(area.x, y + self.apart, area.w, high)
        canvas.text(text, head, "caption", canvas.theme.muted, lines=1)
        return head.bottom + BELOW
