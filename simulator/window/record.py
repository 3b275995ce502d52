"""Notes of what was drawn, for the inspection of a screen's structure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from simulator.window.layout import Rect
from simulator.window.theme import contrast

NOWHERE: Final = Rect()

MarkKind = Literal["text", "panel", "icon", "picture", "widget", "container"]


Slide = Literal["", "down", "across", "both"]


@dataclass(frozen=True, slots=True)
class Clip:
    """A rectangle outside which nothing shows, and the way its content can be moved."""

    rect: Rect
    slides: Slide


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing drawn: its rectangle, and the clip it was drawn under.

    ``layer`` counts what covers the screen (0 the screen, 1 a dialog on it, and so on). Only text
    has a ``box`` it was to fit in, ``color``, the ``contrast`` with what lay under it, the
    ``size`` of its letters, and whether it was ``shortened``.
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


@dataclass(slots=True)
class Record:
    """All marks of one picture in the order of drawing, and the size of the window."""

    size: Rect = NOWHERE
    marks: list[Mark] = field(default_factory=list)
    layer: int = 0

    def add(self, kind: MarkKind, rect: Rect, clip: Clip | None, name: str = "") -> None:
        """Note anything but text."""
        self.marks.append(Mark(kind, rect, name, self.layer, clip))

    def add_text(
        self,
        text: str,
        rect: Rect,
        box: Rect,
        clip: Clip | None,
        color: str,
        grounds: list[tuple[int, int, int]],
        size: float,
        shortened: bool,
    ) -> None:
        """Note text over the colours ``grounds``, leaving out the worst tenth of them."""
        names = [f"#{r:02x}{g:02x}{b:02x}" for r, g, b in grounds]
        ratios = sorted((contrast(color, name), name) for name in names)
        ratio, ground = ratios[len(ratios) // 10] if ratios else (21.0, color)
        mark = Mark(
            "text", rect, text, self.layer, clip, box, color, ground, ratio, size, shortened
        )
        self.marks.append(mark)

    def texts(self) -> list[str]:
        """Return all text that shows, in the order of drawing."""
        return [mark.name for mark in self.marks if mark.kind == "text" and mark.seen]
