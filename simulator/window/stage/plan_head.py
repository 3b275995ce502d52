"""What stands above the features: the task, how to go about it, and the minutes on a low page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, cut_top
from simulator.window.stage.heading import APART, heading
from simulator.window.widgets import Widget

BELOW: Final = 10.0


@dataclass(frozen=True)
class Told:
    """What stands above the features besides the task, as things are now or at its longest.

    ``left`` is empty where a clock tells it.
    """

    tip: str
    left: str = ""
    plan: str = ""


class PlanHead(Widget):
    """Task, tip and minutes as :attr:`now` has them; minutes stand at the right if they fit."""

    focusable = False

    def __init__(self, task: str) -> None:
        super().__init__("plan-head")
        self.task = task
        self.now = Told("")
        self._head = self._tip = self._left = Rect()

    def arrange(self, fonts: Fonts, column: Rect, most: Told) -> Rect:
        """Place all at the top of a column, with room for the longest; return what is left."""
        self._heading = heading(fonts, self.task, column.w)
        self._tip = self._left = Rect()
        in_line = not most.tip or self._heading.fits(fonts, column.w, most.tip)
        self._head, rest = cut_top(column, self._heading.high, BELOW if in_line else 2)
        if not in_line:
            high = fonts.height(most.tip, "caption", column.w)
            self._tip, rest = cut_top(rest, high, BELOW)
        if most.left and not self._is_beside(fonts, most, in_line=in_line):
            self._left, rest = cut_top(rest, fonts.leading("label"), BELOW)
        self.place(column._replace(h=rest.y - column.y))
        return rest

    def tell(self, now: Told) -> None:
        """Say what is so now."""
        self.now = now
        self.touch()

    def _is_beside(self, fonts: Fonts, most: Told, *, in_line: bool) -> bool:
        """Whether the minutes have room at the right of the task, and what is planned below."""
        named = fonts.width(self.task, self._heading.role)
        above = named + APART + fonts.width(most.left, "label")
        below = fonts.width(most.tip, "caption") + APART + fonts.width(most.plan, "label")
        if in_line and most.tip:
            return False
        return self._heading.lines == 1 and max(above, below) <= self._head.w

    def draw(self, canvas: Canvas) -> None:
        """Draw all."""
        now, shade = self.now, canvas.theme.primary.text
        self._heading.draw(canvas, self._head, "" if self._tip.h else now.tip)
        if self._tip.h:
            canvas.text(now.tip, self._tip, "caption", canvas.theme.muted)
        if self._left.h:
            words = f"{now.left}: {now.plan}" if now.plan else now.left
            canvas.text(words, self._left, "label", shade, lines=1)
        elif now.left:
            right, line = self._head.right, self._head.middle[1]
            canvas.label(now.left, right, line, "label", shade, align="right")
            if now.plan:
                canvas.label(now.plan, right, self._tip.middle[1], "label", shade, align="right")
