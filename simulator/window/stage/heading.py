"""The line above the choices: what is to be done, whole, and how to do it where there is room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.words import LAST_DIGIT

ROLES: Final = ("heading", "name")
WELL: Final = 2
MOST: Final = 3
APART: Final = 14.0


@dataclass(frozen=True)
class Heading:
    """A task in the larger of two sizes that needs no more than two lines; ``high`` in points."""

    text: str
    role: str
    lines: int
    high: float

    def fits(self, fonts: Fonts, width: float, tip: str) -> bool:
        """Whether the tip has room beside the task."""
        named = fonts.width(self.text, self.role)
        return self.lines == 1 and named + APART + fonts.width(tip, "caption") < width

    def draw(self, canvas: Canvas, head: Rect, tip: str) -> None:
        """Write it in the middle of ``head``; the tip stands beside it if both fit one line."""
        theme, fonts = canvas.theme, canvas.fonts
        named = canvas.text(self.text, head, self.role, valign="middle", lines=self.lines)
        if tip and self.fits(fonts, head.w, tip):
            y = named.middle[1] + 1
            canvas.label(tip, named.right + APART, y, "caption", theme.muted)


def keys(many: int) -> str:
    """How to make one of so many choices by keyboard."""
    digits = f"1\u2013{min(many, LAST_DIGIT)}" if many > 1 else "1"
    return f"Press {digits}, or arrow keys and Enter"


def heading(fonts: Fonts, text: str, width: float, well: int = WELL) -> Heading:
    """The heading of a part ``width`` wide, in the larger size if ``well`` lines are enough."""
    for role in ROLES:
        many = len(fonts.lines(text, role, width))
        if many <= well:
            break
    many = min(many, MOST)
    return Heading(text, role, many, many * fonts.leading(role))
