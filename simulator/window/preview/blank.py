"""Stands where the play will be, as long as there is none."""

from __future__ import annotations

from typing import Final

from simulator.window.canvas import Canvas
from simulator.window.layout import Rect, center
from simulator.window.screen import Screen

TITLE: Final = "Nothing to play yet"
TEXT: Final = (
    "The panel beside this says what to fix, and where. The play begins here with the first save"
    " that can be played."
)
TILE: Final = 76.0
WIDE: Final = 560.0


class Blank(Screen):
    """Says that there is nothing to play, and how the play begins."""

    def draw(self, canvas: Canvas) -> None:
        """Draw a sign and the words in the middle."""
        fonts, theme = canvas.fonts, canvas.theme
        wide = min(WIDE * max(1.0, fonts.text_scale * 0.8), canvas.size.w - 80)
        title = fonts.height(TITLE, "title", wide)
        words = fonts.height(TEXT, "lead", wide)
        box = center(canvas.size, wide, TILE + 22 + title + 10 + words)
        tile = Rect(box.middle[0] - TILE / 2, box.y, TILE, TILE)
        canvas.card(tile, radius=24)
        canvas.icon("pencil", *tile.middle, TILE * 0.5, theme.primary.text)
        head = Rect(box.x, tile.bottom + 22, wide, title)
        canvas.text(TITLE, head, "title", align="center")
        even = fonts.evenly(TEXT, "lead", wide)
        below = Rect(box.middle[0] - even / 2, head.bottom + 10, even, words)
        canvas.text(TEXT, below, "lead", theme.muted, align="center")
