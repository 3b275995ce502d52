"""Rectangles in logical units and the few ways of dividing them.

Sizes are floats; a :class:`Share` among fixed sizes takes its part of the room that is left::

    top, rest = cut_top(area, 68)
    left, right = columns(rest, (Share(1), 344), gap=16)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Share(NamedTuple):
    """A part of the room left over, in proportion to ``weight``."""

    weight: float = 1.0


class Rect(NamedTuple):
    """A rectangle: left and top edge, width and height, in logical units."""

    x: float = 0.0
    y: float = 0.0
    w: float = 0.0
    h: float = 0.0

    @property
    def right(self) -> float:
        """The x just past the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y just past the lower edge."""
        return self.y + self.h

    @property
    def middle(self) -> tuple[float, float]:
        """The centre."""
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, dx: float, dy: float | None = None) -> Rect:
        """Return the rectangle made smaller on each side (larger if negative)."""
        dy = dx if dy is None else dy
        return Rect(self.x + dx, self.y + dy, max(0.0, self.w - 2 * dx), max(0.0, self.h - 2 * dy))

    def moved(self, dx: float, dy: float) -> Rect:
        """Return the rectangle shifted."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Rect) -> Rect | None:
        """Return the part shared with ``other``, or None."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        w, h = min(self.right, other.right) - x, min(self.bottom, other.bottom) - y
        return Rect(x, y, w, h) if w > 0 and h > 0 else None

    def joined(self, other: Rect) -> Rect:
        """Return the least rectangle with both in it."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def covers(self, other: Rect, slack: float = 0.0) -> bool:
        """Tell whether ``other`` lies wholly inside, give or take ``slack``."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


def _spans(total: float, sizes: Sequence[float | Share], gap: float) -> list[tuple[float, float]]:
    fixed = sum(size for size in sizes if not isinstance(size, Share))
    weights = sum(size.weight for size in sizes if isinstance(size, Share))
    room = max(0.0, total - fixed - gap * (len(sizes) - 1))
    spans, at = [], 0.0
    for size in sizes:
        length = room * size.weight / weights if isinstance(size, Share) else size
        spans.append((at, length))
        at += length + gap
    return spans


def columns(area: Rect, sizes: Sequence[float | Share], gap: float = 0.0) -> list[Rect]:
    """Divide ``area`` from left to right."""
    return [Rect(area.x + at, area.y, w, area.h) for at, w in _spans(area.w, sizes, gap)]


def rows(area: Rect, sizes: Sequence[float | Share], gap: float = 0.0) -> list[Rect]:
    """Divide ``area`` from top to bottom; without a Share this is a stack from the top."""
    return [Rect(area.x, area.y + at, area.w, h) for at, h in _spans(area.h, sizes, gap)]


def grid(area: Rect, count: int, across: int, gap: float = 0.0) -> list[Rect]:
    """Place ``count`` equal cells in rows of ``across``, filling ``area``."""
    deep = max(1, -(-count // across))
    w = (area.w - gap * (across - 1)) / across
    h = (area.h - gap * (deep - 1)) / deep
    return [
        Rect(area.x + i % across * (w + gap), area.y + i // across * (h + gap), w, h)
        for i in range(count)
    ]


def flow(area: Rect, widths: Iterable[float], height: float, gap: float) -> list[Rect]:
    """Place pieces from left to right, starting a new line where the next does not fit."""
    placed: list[Rect] = []
    x, y = area.x, area.y
    for width in widths:
        if placed and x + width > area.right:
            x, y = area.x, y + height + gap
        placed.append(Rect(x, y, min(width, area.w), height))
        x += width + gap
    return placed


def cut_top(area: Rect, h: float, gap: float = 0.0) -> tuple[Rect, Rect]:
    """Return the top ``h`` and what is left below ``gap``."""
    rest = Rect(area.x, area.y + h + gap, area.w, max(0.0, area.h - h - gap))
    return Rect(area.x, area.y, area.w, h), rest


def cut_bottom(area: Rect, h: float, gap: float = 0.0) -> tuple[Rect, Rect]:
    """Return the lowest ``h`` and what is left above ``gap``."""
    rest = Rect(area.x, area.y, area.w, max(0.0, area.h - h - gap))
    return Rect(area.x, area.bottom - h, area.w, h), rest


def cut_left(area: Rect, w: float, gap: float = 0.0) -> tuple[Rect, Rect]:
    """Return the left ``w`` and what is left beyond ``gap``."""
    rest = Rect(area.x + w + gap, area.y, max(0.0, area.w - w - gap), area.h)
    return Rect(area.x, area.y, w, area.h), rest


def cut_right(area: Rect, w: float, gap: float = 0.0) -> tuple[Rect, Rect]:
    """Return the right ``w`` and what is left before ``gap``."""
    rest = Rect(area.x, area.y, max(0.0, area.w - w - gap), area.h)
    return Rect(area.right - w, area.y, w, area.h), rest


def center(area: Rect, w: float, h: float) -> Rect:
    """Return a rectangle of the given size in the middle of ``area``."""
    return Rect(area.x + (area.w - w) / 2, area.y + (area.h - h) / 2, w, h)
