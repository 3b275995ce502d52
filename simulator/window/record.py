"""Notes of what was drawn, for the inspection of a screen's structure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

import pygame

from simulator.window.layout import Rect
from simulator.window.theme import contrast

NOWHERE: Final = Rect()
SAME: Final = 1.1
"""Below this contrast a colour is taken for another's blurred edge."""

MarkKind = Literal["text", "panel", "outline", "icon", "picture", "widget", "container"]
Slide = Literal["", "down", "across", "both"]
Colors = Sequence[tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Clip:
    """A rectangle outside which nothing shows, and the way its content can be moved."""

    rect: Rect
    slides: Slide


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing drawn: its rectangle, and the clip it was drawn under.

    ``layer`` counts what covers the screen (0 the screen, 1 a dialog on it, and so on). Text,
    icons and shapes with a meaning have a ``color`` and the ``contrast`` with the ``ground`` that
    lay under them. Only text has a ``box`` it was to fit in, the ``size`` of its letters, and
    whether it was ``shortened``.
    """

    kind: MarkKind
    rect: Rect
    name: str
    layer: int
    clip: Clip | None = None
    box: Rect = NOWHERE
    color: str = ""
    ground: str = ""
    contrast: float = 21.0
    size: float = 0.0
    shortened: bool = False

    @property
    def seen(self) -> Rect | None:
        """The part inside the clip, or None if nothing of it shows."""
        return self.rect.meets(self.clip.rect) if self.clip else self.rect


def ground_under(surface: pygame.Surface, area: pygame.Rect) -> Colors:
    """Return the colours of the visible part of an area in pixels, sampled in a grid."""
    area = area.clip(surface.get_clip())
    if not area.w or not area.h:
        return []
    across, down = max(1, area.w // 24), max(1, area.h // 6)
    spots = (
        surface.get_at((x, y))
        for x in range(area.x, area.right, across)
        for y in range(area.y, area.bottom, down)
    )
    return [(spot.r, spot.g, spot.b) for spot in spots]


def ground_around(surface: pygame.Surface, area: pygame.Rect) -> Colors:
    """Return the colours just outside the four sides of an area in pixels, its corners left out."""
    shown, outer = surface.get_clip(), area.inflate(4, 4)
    across = range(area.x + area.w // 5, area.right - area.w // 5, max(1, area.w // 24))
    down = range(area.y + area.h // 5, area.bottom - area.h // 5, max(1, area.h // 24))
    spots = [(x, y) for x in across for y in (outer.y, outer.bottom - 1)]
    spots += [(x, y) for y in down for x in (outer.x, outer.right - 1)]
    colors = (surface.get_at(spot) for spot in spots if shown.collidepoint(spot))
    return [(spot.r, spot.g, spot.b) for spot in colors]


def against(color: str, grounds: Colors, spared: int) -> tuple[float, str]:
    """Return the least contrast of a colour with ``grounds``, leaving out one in ``spared``."""
    counts = Counter(grounds)
    names = [(f"#{r:02x}{g:02x}{b:02x}", count) for (r, g, b), count in counts.items()]
    ratios = sorted((contrast(color, name), name, count) for name, count in names)
    spare = len(grounds) // spared
    for ratio, name, count in ratios:
        spare -= count
        if spare < 0:
            return ratio, name
    return 21.0, color


def apart(color: str, grounds: Colors) -> tuple[float, str]:
    """Return the contrast of a shape with most of what it is drawn on.

    A shape upon one of its own colour is the same shape, made larger: it need not stand out.
    """
    ratio, ground = against(color, grounds, 2)
    return (21.0, color) if ratio < SAME else (ratio, ground)


@dataclass(slots=True)
class Record:
    """All marks of one picture in the order of drawing, and the size of the window.

    ``layer`` is the present one, ``front`` the first of the screen in front.
    """

    size: Rect = NOWHERE
    marks: list[Mark] = field(default_factory=list)
    layer: int = 0
    front: int = 0

    def add(
        self,
        kind: MarkKind,
        rect: Rect,
        clip: Clip | None,
        name: str = "",
        color: str = "",
        grounds: Colors = (),
    ) -> None:
        """Note anything but text; ``grounds`` are the colours that its ``color`` stands on."""
        ratio, ground = apart(color, grounds) if color else (21.0, "")
        mark = Mark(kind, rect, name, self.layer, clip, NOWHERE, color, ground, ratio)
        self.marks.append(mark)

    def add_text(
        self,
        text: str,
        rect: Rect,
        box: Rect,
        clip: Clip | None,
        color: str,
        grounds: Colors,
        size: float,
        shortened: bool,
    ) -> None:
        """Note text over the colours ``grounds``."""
        ratio, ground = against(color, grounds, 10)
        mark = Mark(
            "text", rect, text, self.layer, clip, box, color, ground, ratio, size, shortened
        )
        self.marks.append(mark)

    def texts(self) -> list[str]:
        """Return all text that shows, in the order of drawing."""
        return [mark.name for mark in self.marks if mark.kind == "text" and mark.seen]
