"""The facts of the notebook, by the stage in which they were learned."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.widgets import ScrollArea

PADDING = 14.0
EMPTY = (
    "Nothing is known yet. Look into leads, do research, ask questions: what you find out is kept"
    " here, and it opens better things to say."
)


class NotePages(ScrollArea):
    """``groups`` are headings with their notes; an empty notebook says how to fill it."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[str]]]) -> None:
        super().__init__("pages", self._paint)
        self.groups = [(name, list(notes)) for name, notes in groups]

    def settle(self, fonts: Fonts, rect: Rect) -> None:
        """Fill ``rect``."""
        self.place(rect)
        self.fill(self._tall(fonts))

    def _note(self, fonts: Fonts, note: str) -> float:
        return fonts.height(note, "body", self.width - 2 * PADDING - 34) + 2 * PADDING

    def _tall(self, fonts: Fonts) -> float:
        if not self.groups:
            return fonts.height(EMPTY, "lead", self.width) + 108
        tall = 0.0
        for _, notes in self.groups:
            tall += fonts.leading("name") + 10 + 14
            tall += sum(self._note(fonts, note) + 10 for note in notes)
        return tall - 14

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        if not self.groups:
            tile = Rect(area.middle[0] - 32, area.y + 24, 64, 64)
            canvas.panel(tile, theme.primary.tint, radius=20)
            canvas.icon("book", *tile.middle, 34, theme.primary.text)
            words = Rect(area.x, tile.bottom + 20, area.w, area.h - 108)
            canvas.text(EMPTY, words, "lead", theme.muted, align="center")
            return
        y = area.y
        for name, notes in self.groups:
            head = Rect(area.x + 2, y, area.w - 2, fonts.leading("name"))
            canvas.text(name, head, "name", theme.primary.text)
            y = head.bottom + 10
            for note in notes:
                tall = self._note(fonts, note)
                box = Rect(area.x, y, area.w, tall)
                canvas.panel(box, theme.well, radius=12)
                middle = y + PADDING + fonts.leading("body") / 2
                canvas.icon("bulb", box.x + PADDING + 10, middle, 20, theme.value.text)
                words = Rect(box.x + PADDING + 34, y + PADDING, box.w - 2 * PADDING - 34, tall)
                canvas.text(note, words._replace(h=tall - 2 * PADDING), "body")
                y += tall + 10
            y += 14
