"""The facts of the notebook, by the stage in which they were learned."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.widgets import ScrollArea

PADDING = 14.0
LEAST_PADDING = 8.0
EMPTY = "No notes yet"
PROMISE = "What you find out is kept here,\nand opens better things to say."
WAYS = (
    ("search", "Look into the leads"),
    ("document", "Do research before you call"),
    ("chat", "Ask questions, and listen"),
)
"""How a notebook is filled, each with its icon."""
ART = 96.0


class NotePages(ScrollArea):
    """``groups`` are headings with their notes; an empty notebook says how to fill it."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[str]]]) -> None:
        super().__init__("pages", self._paint)
        self.groups = [(name, list(notes)) for name, notes in groups]
        self.padding = PADDING

    def settle(self, fonts: Fonts, rect: Rect) -> None:
        """Fill ``rect``; less than a line beyond it is taken out of the notes' padding."""
        self.place(rect)
        self.padding = PADDING
        over = self._tall(fonts) - rect.h
        many = sum(len(notes) for _, notes in self.groups)
        if many and 0 < over < fonts.leading("body"):
            self.padding = max(LEAST_PADDING, PADDING - over / (2 * many))
        self.fill(self._tall(fonts))

    def _note(self, fonts: Fonts, note: str) -> float:
        room = self.width - 2 * PADDING - _mark(fonts)
        return fonts.height(note, "body", room) + 2 * self.padding

    def _tall(self, fonts: Fonts) -> float:
        if not self.groups:
            return self._empty(fonts)
        tall = 0.0
        for _, notes in self.groups:
            tall += fonts.leading("name") + 10 + 14
            tall += sum(self._note(fonts, note) + 10 for note in notes)
        return tall - 10 - 14

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        if not self.groups:
            self._paint_empty(canvas, area)
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
                middle = y + self.padding + fonts.leading("body") / 2
                x, side = box.x + PADDING, fonts.icon(20)
                canvas.icon("bulb", x + side / 2, middle, side, theme.trust.text)
                x += _mark(fonts)
                high = tall - 2 * self.padding
                words = Rect(x, y + self.padding, box.right - PADDING - x, high)
                canvas.text(note, words, "body")
                y += tall + 10
            y += 14

    def _measure(self, fonts: Fonts) -> float:
        """The width of the words of an empty notebook."""
        return min(self.width, 420.0 * fonts.text_scale)

    def _way(self, fonts: Fonts) -> float:
        return fonts.leading("body") + 10

    def _empty(self, fonts: Fonts) -> float:
        """The height of what an empty notebook says."""
        wide = self._measure(fonts)
        words = fonts.height(EMPTY, "title", wide) + fonts.height(PROMISE, "lead", wide)
        return ART + 20 + words + 6 + 20 + len(WAYS) * self._way(fonts)

    def _paint_empty(self, canvas: Canvas, area: Rect) -> None:
        """Say in the middle what will stand here, and how it comes here."""
        theme, fonts = canvas.theme, canvas.fonts
        wide = self._measure(fonts)
        left = area.middle[0] - wide / 2
        y = area.y + max(0.0, (self.rect.h - self._empty(fonts)) * 0.4)
        tile = Rect(area.middle[0] - ART / 2, y, ART, ART)
        canvas.panel(tile, theme.primary.tint, radius=28)
        canvas.icon("book", *tile.middle, 52, theme.primary.text)
        y = tile.bottom + 20
        for words, role, ink, gap in (
            (EMPTY, "title", theme.ink, 6),
            (PROMISE, "lead", theme.muted, 20),
        ):
            high = fonts.height(words, role, wide)
            canvas.text(words, Rect(left, y, wide, high), role, ink, align="center")
            y += high + gap
        tall = self._way(fonts)
        side = fonts.leading("body")
        longest = max(fonts.width(words, "body") for _, words in WAYS)
        inset = max(left, area.middle[0] - (side + 12 + longest) / 2)
        for icon, words in WAYS:
            # No ground: what lies on one looks like something to press.
            canvas.icon(icon, inset + side / 2, y + tall / 2, side, theme.primary.text)
            shift = inset + side + 12
            line = Rect(shift, y, left + wide - shift, tall)
            canvas.text(words, line, "body", valign="middle", lines=1)
            y += tall


def _mark(fonts: Fonts) -> float:
    """The width that the sign before a note takes."""
    return fonts.icon(20) + 14
