"""What is being said, and what is told around it: a bubble that scrolls when it must."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.window.art.figures import bubble_tail_svg
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.widgets import ScrollArea

EDGE: Final = 22.0
TAIL: Final = 30.0
ROLES: Final = ("lead", "body", "small")


@dataclass(frozen=True)
class Words:
    """Who speaks and what is said; ``told`` is what the narrator tells first. Any may be empty."""

    who: str = ""
    role: str = ""
    said: str = ""
    told: str = ""


class Speech(ScrollArea):
    """A bubble as high as its words, up to the room it is given.

    The words take the largest of three sizes at which they fit; if none does, they scroll.
    """

    def __init__(self, words: Words) -> None:
        super().__init__("speech", self._paint)
        self.words = words
        self.box = Rect()
        self.size = "lead"

    def settle(self, fonts: Fonts, room: Rect) -> None:
        """Take the place in ``room``, from its top."""
        inner = room.w - 2 * EDGE
        for self.size in ROLES:
            high = self._tall(fonts, inner - 18)
            if high + 2 * EDGE - 6 <= room.h:
                break
        shown = min(high, room.h - 2 * EDGE + 6)
        self.box = room._replace(h=shown + 2 * EDGE - 6)
        self.place(Rect(room.x + EDGE, room.y + EDGE - 3, inner, shown))
        self.fill(high)

    def _blocks(self, fonts: Fonts) -> list[tuple[str, str, float]]:
        """The texts from above, each with its type and the room below it."""
        words, blocks = self.words, []
        if words.told:
            role = "small" if words.said else self.size
            blocks.append((words.told, role, 12.0 * fonts.text_scale))
        if words.said and words.who:
            blocks.append((words.who, "name", 0.0))
            blocks.append((words.role, "caption", 6.0 * fonts.text_scale))
        if words.said:
            blocks.append((words.said, self.size, 0.0))
        return [block for block in blocks if block[0]]

    def _tall(self, fonts: Fonts, width: float) -> float:
        blocks = self._blocks(fonts)
        room = sum(below for _, _, below in blocks[:-1])
        return room + sum(fonts.height(text, role, width) for text, role, _ in blocks)

    def backdrop(self, canvas: Canvas, *, tail: bool) -> None:
        """Draw the bubble; the words are drawn when the widget is."""
        theme = canvas.theme
        border = theme.line if theme.shadow is None else None
        canvas.panel(self.box, theme.card, radius=18, border=border, width=2, shadow=theme.shadow)
        if tail and self.words.said:
            at = Rect(self.box.right - 1.5, min(self.box.y + 50, self.box.bottom - 44), TAIL, 26)
            shade = theme.card
            canvas.picture(("tail", shade), lambda w, h: bubble_tail_svg(shade, w, h), at)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        muted = {self.words.role, self.words.told if self.words.said else ""}
        for text, role, below in self._blocks(fonts):
            color = theme.muted if text in muted else theme.ink
            taken = canvas.text(text, area, role, color)
            rest = taken.bottom + below
            area = Rect(area.x, rest, area.w, area.bottom - rest)
