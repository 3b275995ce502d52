"""Words in the largest size at which they fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.widgets import ScrollArea
from simulator.window.widgets.scroll import GUTTER

ROLES: Final = ("lead", "body", "small")


class FitText(ScrollArea):
    """Words in the largest of three sizes at which they fit; if none does, they scroll."""

    def __init__(self, name: str, text: str, tone: str = "") -> None:
        super().__init__(name, self._paint)
        self.text = text
        self.tone = tone
        self.roles: Sequence[str] = ROLES
        self.role = ROLES[0]

    def settle(self, fonts: Fonts, room: Rect) -> float:
        """Fill ``room``; return the height the words take, at most its own."""
        for role in self.roles:
            self.role = role
            high = fonts.height(self.text, self.role, room.w - GUTTER)
            if high <= room.h:
                break
        self.place(room._replace(h=min(high, room.h)))
        self.fill(high)
        return self.rect.h

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        shade = canvas.theme.on_primary if self.tone == "primary" else canvas.theme.ink
        canvas.text(self.text, area, self.role, shade)
