"""Pieces of a page: words and figures that know their height, in stacks, columns and cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, Share, columns
from simulator.window.theme import CARD_RADIUS, CHOICE_RADIUS, GAP, PAD, Theme
from simulator.window.widgets import Button, ScrollArea, Widget
from simulator.window.widgets.scroll import GUTTER

INNER: Final = 12.0
"""Room between the parts of one card."""


def shade(theme: Theme, color: str) -> str:
    """The color of words: ``ink``, ``muted``, or a tone's color for text."""
    if color == "ink":
        return theme.ink
    return theme.muted if color == "muted" else theme.tone(color).text


class Piece:
    """A part of a page. ``grow`` says how much of spare height it takes, in proportion."""

    grow: float = 0.0

    def height(self, fonts: Fonts, width: float) -> float:
        """The height it needs at this width."""
        raise NotImplementedError

    def place(self, fonts: Fonts, rect: Rect) -> None:
        """Put the widgets it holds where they belong in ``rect``."""

    def widgets(self) -> list[Widget]:
        """The widgets it holds, in the order of Tab."""
        return []

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Paint all that is no widget."""
        raise NotImplementedError


def paint(canvas: Canvas, piece: Piece, rect: Rect) -> None:
    """Paint a piece at ``rect`` if anything of it, or of its shadow, is to be drawn."""
    if canvas.wants(rect):
        piece.paint(canvas, rect)


class Words(Piece):
    """Wrapped text in a role of the theme."""

    def __init__(
        self, text: str, role: str = "body", color: str = "ink", *, lines: int | None = None
    ) -> None:
        self.text = text
        self.role = role
        self.color = color
        self.lines = lines

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the wrapped text."""
        count = len(fonts.lines(self.text, self.role, width))
        return min(count, self.lines or count) * fonts.leading(self.role)

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Write the text."""
        color = shade(canvas.theme, self.color)
        canvas.text(self.text, rect, self.role, color, lines=self.lines)


class Heading(Piece):
    """A heading, with a remark at its right where there is room, else below it."""

    def __init__(self, text: str, remark: str = "") -> None:
        self.text = text
        self.remark = remark

    def _beside(self, fonts: Fonts, width: float) -> bool:
        words = fonts.width(self.text, "heading") + fonts.width(self.remark, "caption")
        return words + 16 <= width

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the heading, and of a remark below it."""
        high = fonts.height(self.text, "heading", width)
        if not self.remark or self._beside(fonts, width):
            return high
        return high + fonts.height(self.remark, "caption", width)

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Write both."""
        taken = canvas.text(self.text, rect, "heading")
        muted = canvas.theme.muted
        if self.remark and self._beside(canvas.fonts, rect.w):
            line = rect._replace(h=taken.h)
            canvas.text(self.remark, line, "caption", muted, align="right", valign="middle")
        elif self.remark:
            below = Rect(rect.x, taken.bottom, rect.w, rect.bottom - taken.bottom)
            canvas.text(self.remark, below, "caption", muted)


class Slot(Piece):
    """Room for a widget: a button keeps to the width of its words, others fill the width.

    With ``fill`` a button does so too; with ``right`` it ends where the room does.
    """

    def __init__(
        self, widget: Widget, *, grow: float = 0.0, fill: bool = False, right: bool = False
    ) -> None:
        self.widget = widget
        self.grow = grow
        self.fill = fill
        self.right = right

    def _wide(self, fonts: Fonts, width: float) -> float:
        if self.fill or not isinstance(self.widget, Button):
            return width
        return min(width, self.widget.width(fonts))

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the widget."""
        return self.widget.height(fonts, self._wide(fonts, width))

    def place(self, fonts: Fonts, rect: Rect) -> None:
        """Place the widget."""
        wide = self._wide(fonts, rect.w)
        high = rect.h if self.grow else self.widget.height(fonts, wide)
        x = rect.right - wide if self.right else rect.x
        self.widget.place(Rect(x, rect.y, wide, high))

    def widgets(self) -> list[Widget]:
        """The widget."""
        return [self.widget]

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Paint nothing: the widget draws itself."""


class Stack(Piece):
    """Pieces below one another; spare height goes to those that grow."""

    def __init__(self, pieces: Sequence[Piece], gap: float = INNER, *, grow: float = 0.0) -> None:
        self.pieces = list(pieces)
        self.gap = gap
        self.grow = grow
        self._placed: tuple[Rect, list[Rect]] = (Rect(), [])

    def height(self, fonts: Fonts, width: float) -> float:
        """The sum of all heights and gaps."""
        gaps = self.gap * max(0, len(self.pieces) - 1)
        return sum(piece.height(fonts, width) for piece in self.pieces) + gaps

    def _rects(self, fonts: Fonts, rect: Rect) -> list[Rect]:
        heights = [piece.height(fonts, rect.w) for piece in self.pieces]
        spare = max(0.0, rect.h - self.height(fonts, rect.w))
        whole = sum(piece.grow for piece in self.pieces)
        found, y = [], rect.y
        for piece, high in zip(self.pieces, heights, strict=True):
            taken = high + (spare * piece.grow / whole if whole else 0.0)
            found.append(Rect(rect.x, y, rect.w, taken))
            y += taken + self.gap
        return found

    def place(self, fonts: Fonts, rect: Rect) -> None:
        """Place the widgets of all pieces, and keep what was measured for the painting."""
        self._placed = rect, self._rects(fonts, rect)
        for piece, part in zip(self.pieces, self._placed[1], strict=True):
            piece.place(fonts, part)

    def widgets(self) -> list[Widget]:
        """The widgets of all pieces."""
        return [widget for piece in self.pieces for widget in piece.widgets()]

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Paint the pieces that show, where they were placed, moved by what has been scrolled."""
        whole, parts = self._placed
        for piece, part in zip(self.pieces, parts, strict=True):
            paint(canvas, piece, part.moved(rect.x - whole.x, rect.y - whole.y))


class Across(Piece):
    """Pieces side by side, in columns of which a number is a width at text scale 1.

    Where a column that shares the room would be narrower than ``least`` (at text scale 1), the
    pieces stand below one another instead.
    """

    def __init__(
        self,
        pieces: Sequence[Piece],
        sizes: Sequence[float | Share],
        *,
        gap: float = GAP,
        least: float = 0.0,
        grow: float = 0.0,
    ) -> None:
        self.pieces = list(pieces)
        self._stacked = Stack(pieces, gap)
        self.sizes = tuple(sizes)
        self.gap = gap
        self.least = least
        self.grow = grow

    def _cells(self, fonts: Fonts, rect: Rect) -> list[Rect] | None:
        """The columns, or None where they would be too narrow."""
        scale = fonts.text_scale
        sizes = [size if isinstance(size, Share) else size * scale for size in self.sizes]
        cells = columns(rect, sizes, self.gap)
        shared = [
            cell.w for cell, size in zip(cells, sizes, strict=True) if isinstance(size, Share)
        ]
        return None if min(shared, default=0.0) < self.least * scale else cells

    def fits(self, fonts: Fonts, width: float) -> bool:
        """Whether the pieces stand side by side."""
        return self._cells(fonts, Rect(0, 0, width, 0)) is not None

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the tallest column, or of all if they are stacked."""
        cells = self._cells(fonts, Rect(0, 0, width, 0))
        if cells is None:
            return self._stacked.height(fonts, width)
        return max(
            piece.height(fonts, cell.w) for piece, cell in zip(self.pieces, cells, strict=True)
        )

    def place(self, fonts: Fonts, rect: Rect) -> None:
        """Place the widgets of all pieces."""
        cells = self._cells(fonts, rect)
        if cells is None:
            self._stacked.place(fonts, rect)
            return
        for piece, cell in zip(self.pieces, cells, strict=True):
            piece.place(fonts, cell)

    def widgets(self) -> list[Widget]:
        """The widgets of all pieces."""
        return [widget for piece in self.pieces for widget in piece.widgets()]

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Paint all pieces."""
        cells = self._cells(canvas.fonts, rect)
        if cells is None:
            self._stacked.paint(canvas, rect)
            return
        for piece, cell in zip(self.pieces, cells, strict=True):
            paint(canvas, piece, cell)


class Box(Piece):
    """A piece with room around it, on a ground: a card, or the tint of a tone.

    ``edge`` is the tone of a border that sets a card off.
    """

    def __init__(
        self, inner: Piece, *, tone: str = "", edge: str = "", pad: float = PAD, grow: float = 0.0
    ) -> None:
        self.inner = inner
        self.tone = tone
        self.edge = edge
        self.pad = pad
        self.grow = grow

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of what is inside and the room around it."""
        return self.inner.height(fonts, width - 2 * self.pad) + 2 * self.pad

    def place(self, fonts: Fonts, rect: Rect) -> None:
        """Place the widgets inside."""
        self.inner.place(fonts, rect.inset(self.pad))

    def widgets(self) -> list[Widget]:
        """The widgets inside."""
        return self.inner.widgets()

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Paint the ground and what is inside."""
        theme = canvas.theme
        if self.tone:
            shades = theme.tone(self.tone)
            edge = shades.fill if theme.shadow is None else None
            canvas.panel(rect, shades.tint, radius=CHOICE_RADIUS, border=edge, width=1)
        else:
            canvas.card(rect)
        if self.edge:
            canvas.panel(rect, radius=CARD_RADIUS, border=theme.tone(self.edge).fill, width=2)
        self.inner.paint(canvas, rect.inset(self.pad))


class Label(Piece):
    """An icon and a few words in a tone, as a heading of what follows."""

    def __init__(self, icon: str, text: str, tone: str = "neutral", role: str = "label") -> None:
        self.icon = icon
        self.text = text
        self.tone = tone
        self.role = role

    def _indent(self, fonts: Fonts) -> float:
        return fonts.leading(self.role) + 6 if self.icon else 0.0

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the words."""
        return fonts.height(self.text, self.role, width - self._indent(fonts))

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw icon and words."""
        color = shade(canvas.theme, self.tone)
        side, indent = canvas.fonts.leading(self.role), self._indent(canvas.fonts)
        if self.icon:
            canvas.icon(self.icon, rect.x + side / 2, rect.y + side / 2, side * 0.94, color)
        words = Rect(rect.x + indent, rect.y, rect.w - indent, rect.h)
        canvas.text(self.text, words, self.role, color)


class Chips(Piece):
    """Words on tinted pills in as many lines as they need: (icon, words, tone) each."""

    def __init__(self, chips: Sequence[tuple[str, str, str]]) -> None:
        self.chips = tuple(chips)

    def _boxes(self, fonts: Fonts, rect: Rect) -> list[Rect]:
        boxes: list[Rect] = []
        x, y = rect.x, rect.y
        for icon, text, _ in self.chips:
            wide, high = chip_size(fonts, icon, text)
            wide = min(wide, rect.w)
            if boxes and x + wide > rect.right:
                x, y = rect.x, y + high + 8
            boxes.append(Rect(x, y, wide, high))
            x += wide + 8
        return boxes

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of all lines."""
        boxes = self._boxes(fonts, Rect(0, 0, width, 0))
        return boxes[-1].bottom if boxes else 0.0

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw the pills."""
        boxes = self._boxes(canvas.fonts, rect)
        for box, (icon, text, tone) in zip(boxes, self.chips, strict=True):
            draw_icon_chip(canvas, box, icon, text, tone)


def chip_size(fonts: Fonts, icon: str, text: str) -> tuple[float, float]:
    """Width and height of a pill."""
    high = fonts.leading("label") + 8
    room = fonts.leading("label") + 2 if icon else 0.0
    return fonts.width(text, "label") + room + 22, high


def draw_icon_chip(canvas: Canvas, box: Rect, icon: str, text: str, tone: str) -> None:
    """Draw a pill with an icon and a word; on its own tint the tone's color for words is used."""
    shades = canvas.theme.tone(tone)
    edge = shades.fill if canvas.theme.shadow is None else None
    canvas.panel(box, shades.tint, radius=box.h / 2, border=edge, width=1)
    side = canvas.fonts.leading("label")
    room = side + 2 if icon else 0.0
    if icon:
        canvas.icon(icon, box.x + 10 + side / 2, box.middle[1], side * 0.86, shades.text)
    words = Rect(box.x + 10 + room, box.y, box.w - 18 - room, box.h)
    canvas.text(text, words, "label", shades.text, valign="middle", lines=1)


class Page(ScrollArea):
    """A scroll area that shows one piece, as high as the area at least.

    ``margin`` is the room beside and above the piece, ``spare`` that at its right without a bar.
    """

    def __init__(
        self, name: str, piece: Piece, *, margin: tuple[float, float] = (0, 0), spare: float = 12.0
    ) -> None:
        super().__init__(name, self._paint)
        self.piece = piece
        self.margin = margin
        self.spare = spare
        self.scrolls = False

    def show(self, piece: Piece) -> None:
        """Show another piece from its beginning."""
        self.piece = piece
        self.offset = 0.0

    def lay(self, fonts: Fonts, rect: Rect) -> None:
        """Stand at ``rect``; the bar takes room only where the piece is too high."""
        self.place(rect)
        top = self.margin[1]
        self.scrolls = False
        if self.piece.height(fonts, self._inner(rect).w) + 2 * top > rect.h:
            self.scrolls = True
        inner = self._inner(rect)
        content = max(self.piece.height(fonts, inner.w) + 2 * top, rect.h)
        self.piece.place(fonts, inner._replace(h=content - 2 * top))
        self.fill(content, self.piece.widgets())

    def _inner(self, rect: Rect) -> Rect:
        """Where the piece stands: the bar lies in the margin where that is wide enough."""
        side, top = self.margin
        room = GUTTER if self.scrolls or side >= GUTTER else self.spare
        return Rect(rect.x + side, rect.y + top, rect.w - side - room, rect.h - 2 * top)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        self.piece.paint(canvas, self._inner(area._replace(w=self.rect.w)))


def note(icon: str, label: str, text: str, tone: str = "neutral") -> Box:
    """A tinted note: a label in its tone and the words below."""
    return Box(Stack([Label(icon, label, tone), Words(text)], 4), tone=tone, pad=14)
