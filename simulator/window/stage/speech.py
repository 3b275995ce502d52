"""What is being said, and what is told around it: a bubble that scrolls when it must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from typing import Final, NamedTuple

from simulator.window.art.figures import bubble_tail_svg
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.directions import Part, parts_of
from simulator.window.widgets import ScrollArea
from simulator.window.widgets.scroll import GUTTER

EDGE: Final = 22.0
TAIL: Final = 30.0
BUBBLE: Final = 18.0
CAPTION: Final = 8.0
"""The corners of what is said, and of what only is told: a caption with a line at its side."""
NARROW: Final = 120.0
"""The least width of words in a bubble, at text scale 1."""
CLOSE: Final = 4.0
"""How near the least width is to be found."""
ROLES: Final = ("lead", "body", "small")


@dataclass(frozen=True)
class Words:
    """Who speaks and what is said, with directions; ``told`` is what the narrator tells first.

    ``noted`` are facts that go into the notebook with it. Any may be empty.
    """

    who: str = ""
    role: str = ""
    said: str = ""
    told: str = ""
    noted: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.said or self.told or self.noted)


NOTED: Final = "New in your notebook"


class Block(NamedTuple):
    """A piece of text, its type, the room below it, and whether it stands beside the last one."""

    text: str
    role: str
    below: float
    beside: bool = False
    muted: bool = False


class Speech(ScrollArea):
    """A bubble as high as its words, up to the room it is given.

    The words take the largest of three sizes at which they fit. If none does, they scroll, and what
    is said stands before what is told, as that is what has to be answered.
    """

    def __init__(self, words: Words) -> None:
        super().__init__("speech", self._paint)
        self.words = words
        self.box = Rect()
        self.size = "lead"
        self.said_first = False
        self.roles: Sequence[str] = ROLES

    def settle(self, fonts: Fonts, room: Rect, *, hugs: bool = False) -> None:
        """Take the place in ``room``, from its top.

        A bubble that ``hugs`` its words is no wider than they need without another line, and
        stands at the right of the room, near who speaks.
        """
        if not self.words.any:
            self.box = Rect(room.x, room.y)
            self.place(self.box)
            self.fill(0.0)
            return
        inner = room.w - 2 * EDGE
        high = self._fit(fonts, inner, room.h - 2 * EDGE + 6)
        shown = self._shown(fonts, inner, room.h - 2 * EDGE + 6)
        if hugs and high <= shown:
            inner = self._narrowest(fonts, inner, high)
        left = room.right - inner - 2 * EDGE
        self.box = Rect(left, room.y, inner + 2 * EDGE, shown + 2 * EDGE - 6)
        # The bar of a bubble that scrolls stands in the margin beside the words.
        self.place(Rect(left + EDGE, room.y + EDGE - 3, inner + GUTTER, shown))
        self.fill(high)

    def _fit(self, fonts: Fonts, width: float, room: float) -> float:
        """Choose size and order of the words; return their height."""
        self.said_first = False
        for size in self.roles:
            self.size = size
            high = self._tall(fonts, width)
            if high <= room:
                return high
        self.said_first = bool(self._said)
        for size in self.roles:
            self.size = size
            if self._blocks_high(fonts, width, self._said_blocks(fonts, width)) <= room:
                break
        return self._tall(fonts, width)

    def _shown(self, fonts: Fonts, width: float, room: float) -> float:
        """The height of all words, or of as many whole lines as have room."""
        y = shown = 0.0
        for block in self._blocks(fonts, width):
            lines = [] if block.beside else fonts.lines(block.text, block.role, width)
            for _ in lines:
                y += fonts.leading(block.role)
                if y > room:
                    return shown or max(0.0, room)
                shown = y
            y += block.below if lines else 0.0
        return shown

    def _narrowest(self, fonts: Fonts, inner: float, high: float) -> float:
        """The least width at which the words are no higher, within a few points."""
        least, enough = NARROW * fonts.text_scale, inner
        while enough - least > CLOSE:
            middle = (least + enough) / 2
            if self._tall(fonts, middle) > high:
                least = middle
            else:
                enough = middle
        return enough

    def needed(self, fonts: Fonts, width: float, role: str, *, said_alone: bool = False) -> float:
        """The height of the bubble at that width with words of that size, or of what is said."""
        self.size = role
        inner = width - 2 * EDGE
        blocks = self._said_blocks(fonts, inner) if said_alone else self._blocks(fonts, inner)
        return self._blocks_high(fonts, inner, blocks) + 2 * EDGE - 6

    def _blocks(self, fonts: Fonts, width: float) -> list[Block]:
        """The pieces from above."""
        words, blocks = self.words, self._said_blocks(fonts, width)
        small, told = 6.0 * fonts.text_scale, self._told
        if told:
            role = "small" if self._said else self.size
            block = Block(told, role, 2 * small, muted=bool(self._said))
            blocks.insert(len(blocks) if self.said_first else 0, block)
        if words.noted:
            blocks.append(Block(NOTED, "caption", 0.0))
        blocks += [Block(note, "small", small) for note in words.noted]
        return blocks

    def _said_blocks(self, fonts: Fonts, width: float) -> list[Block]:
        """What is said and by whom; the role stands beside the name if there is room."""
        words, blocks = self.words, []
        small = 6.0 * fonts.text_scale
        if self._said and words.who:
            names = fonts.width(words.who, "name") + 10 + fonts.width(words.role, "caption")
            beside = names <= width
            blocks.append(Block(words.who, "name", small if beside or not words.role else 0.0))
            if words.role:
                blocks.append(Block(words.role, "caption", small, beside=beside, muted=True))
        for part in self._said:
            role = "small" if part.told else self.size
            blocks.append(Block(part.text, role, small, muted=part.told))
        if self._said:
            blocks[-1] = blocks[-1]._replace(below=2 * small)
        return blocks

    @property
    def _said(self) -> tuple[Part, ...]:
        """What is said, from the first spoken word on."""
        return tuple(dropwhile(lambda part: part.told, parts_of(self.words.said)))

    @property
    def _told(self) -> str:
        """What is told before anything is said."""
        parts = takewhile(lambda part: part.told, parts_of(self.words.said))
        return "\n".join(filter(None, (self.words.told, *(part.text for part in parts))))

    def _tall(self, fonts: Fonts, width: float) -> float:
        return self._blocks_high(fonts, width, self._blocks(fonts, width))

    def _blocks_high(self, fonts: Fonts, width: float, blocks: Sequence[Block]) -> float:
        blocks = [block for block in blocks if not block.beside]
        room = sum(block.below for block in blocks[:-1])
        return room + sum(fonts.height(block.text, block.role, width) for block in blocks)

    def backdrop(self, canvas: Canvas, *, tail: bool) -> None:
        """Draw the bubble; the words are drawn when the widget is."""
        theme = canvas.theme
        border = theme.seam
        said = bool(self._said)
        radius = BUBBLE if said else CAPTION
        canvas.panel(
            self.box, theme.card, radius=radius, border=border, width=2, shadow=theme.shadow
        )
        if not said:
            side = self.box.inset(0, CAPTION)
            canvas.panel(side._replace(x=side.x + 8, w=4), theme.edge, radius=2)
        if tail and said:
            at = Rect(self.box.right - 2, min(self.box.y + 50, self.box.bottom - 44), TAIL, 26)
            shade = theme.card
            canvas.picture(
                ("tail", shade, border), lambda w, h: bubble_tail_svg(shade, w, h, edge=border), at
            )

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        last = area
        for block in self._blocks(fonts, area.w):
            color = theme.muted if block.muted else theme.ink
            color = theme.trust.text if block.text is NOTED else color
            if block.beside:
                canvas.label(block.text, last.right + 10, last.middle[1], block.role, color)
                continue
            last = canvas.text(block.text, area, block.role, color)
            rest = last.bottom + block.below
            area = Rect(area.x, rest, area.w, area.bottom - rest)
