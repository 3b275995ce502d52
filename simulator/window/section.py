"""A card with an icon, a heading and paragraphs: how screens that tell something are set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, center, flow
from simulator.window.theme import PAD
from simulator.window.widgets import draw_chip

ICON = 34.0
INDENT = 24.0


class Words(NamedTuple):
    """A paragraph; ``bullet`` puts an icon or a ``dot`` before it, ``gap`` is the room above it."""

    text: str
    role: str = "body"
    muted: bool = False
    bullet: str = ""
    gap: float = 8.0


class Chips(NamedTuple):
    """A row of words on pills, in as many lines as it needs."""

    texts: tuple[str, ...]
    gap: float = 10.0


class Section:
    """A card of a page; its height follows from its width."""

    def __init__(
        self, icon: str, title: str, parts: Sequence[Words | Chips], tone: str = "primary"
    ) -> None:
        self.icon = icon
        self.title = title
        self.parts = tuple(parts)
        self.tone = tone

    def _head(self, fonts: Fonts) -> float:
        return max(ICON * max(1.0, fonts.text_scale * 0.9), fonts.leading("heading"))

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of the heading and all parts."""
        parts = parts_height(self.parts, fonts, width - 2 * PAD)
        return 2 * PAD - 4 + self._head(fonts) + parts

    def draw(self, canvas: Canvas, rect: Rect) -> None:
        """Draw the card into ``rect``."""
        theme, fonts = canvas.theme, canvas.fonts
        canvas.card(rect)
        area = rect.inset(PAD, PAD - 2)
        side = self._head(fonts)
        badge = Rect(area.x, area.y, side, side)
        shades = theme.tone(self.tone)
        canvas.panel(badge, shades.tint, radius=10)
        canvas.icon(self.icon, *badge.middle, side * 0.62, shades.text)
        head = Rect(badge.right + 12, area.y, area.w - side - 12, side)
        canvas.text(self.title, head, "heading", valign="middle", lines=1)
        draw_parts(self.parts, canvas, area._replace(y=badge.bottom))


def parts_height(parts: Sequence[Words | Chips], fonts: Fonts, width: float) -> float:
    """Return the height of paragraphs and chips below one another."""
    return sum(part.gap + _height(part, fonts, width) for part in parts)


def draw_parts(parts: Sequence[Words | Chips], canvas: Canvas, area: Rect) -> None:
    """Draw paragraphs and chips below one another, from the top of ``area``."""
    y = area.y
    for part in parts:
        y += part.gap
        high = _height(part, canvas.fonts, area.w)
        _draw(part, canvas, Rect(area.x, y, area.w, high))
        y += high


def _height(part: Words | Chips, fonts: Fonts, width: float) -> float:
    if isinstance(part, Words):
        indent = INDENT * fonts.text_scale if part.bullet else 0.0
        return fonts.height(part.text, part.role, width - indent)
    return _cells(part, fonts, Rect(0, 0, width, 0))[-1].bottom


def _cells(chips: Chips, fonts: Fonts, area: Rect) -> list[Rect]:
    widths = [fonts.width(text, "label") + 24 for text in chips.texts]
    return flow(area, widths, fonts.leading("label") + 8, 8)


def _draw(part: Words | Chips, canvas: Canvas, area: Rect) -> None:
    theme, fonts = canvas.theme, canvas.fonts
    if isinstance(part, Chips):
        for text, cell in zip(part.texts, _cells(part, fonts, area), strict=True):
            draw_chip(canvas, text, cell.x, cell.middle[1], "primary")
        return
    if part.bullet:
        indent = INDENT * fonts.text_scale
        size = 17 * fonts.text_scale
        y = area.y + fonts.leading(part.role) / 2
        if part.bullet == "dot":
            dot = center(Rect(area.x, y - size / 2, size, size), size * 0.4, size * 0.4)
            canvas.panel(dot, theme.primary.fill, radius=dot.h / 2)
        else:
            canvas.icon(part.bullet, area.x + size / 2, y, size, theme.primary.fill)
        area = area._replace(x=area.x + indent, w=area.w - indent)
    canvas.text(part.text, area, part.role, theme.muted if part.muted else theme.ink)
