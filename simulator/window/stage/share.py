"""The minutes of a presentation as one bar that the features share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.widgets import Widget

HIGH: Final = 34.0
GLIDE: Final = 0.18
APART: Final = 3.0


@dataclass(frozen=True)
class Portion:
    """What a feature takes: ``given`` minutes are spent, others are only planned."""

    name: str
    minutes: int
    given: bool


class ShareBar(Widget):
    """One bar for all minutes: what each feature takes, and what is free at the end.

    What is spent is grey with a tick, what is planned in the colour of the sliders.
    The names stand below their parts where they have room.
    """

    focusable = False

    def __init__(self, portions: Sequence[Portion], budget: int) -> None:
        super().__init__("share")
        self.portions = list(portions)
        self.budget = budget
        self._shown = [float(portion.minutes) for portion in portions]

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """The height of the bar and the names below it."""
        return max(HIGH, fonts.leading("label") + 12) + 4 + fonts.leading("caption")

    def change(self, portions: Sequence[Portion], app: App) -> None:
        """Let the parts glide to what is planned now."""
        self.portions = list(portions)
        before, after = list(self._shown), [float(portion.minutes) for portion in portions]

        def step(part: float) -> None:
            self._shown = [a + (b - a) * part for a, b in zip(before, after, strict=True)]
            self.touch()

        app.animate(GLIDE, step)

    def draw(self, canvas: Canvas) -> None:
        """Draw the parts from left to right, then what is free."""
        theme, fonts = canvas.theme, canvas.fonts
        bar = self.rect._replace(h=max(HIGH, fonts.leading("label") + 12))
        border = theme.edge
        canvas.panel(bar, theme.card, radius=10, border=border, width=theme.border)
        each = (bar.w - 2 * APART) / max(1, self.budget)
        x = bar.x + APART
        for portion, minutes in zip(self.portions, self._shown, strict=True):
            if minutes * each < 2:
                continue
            box = Rect(x, bar.y + APART, minutes * each - APART, bar.h - 2 * APART)
            self._draw_portion(canvas, box, portion)
            x += minutes * each
        free = self.budget - sum(portion.minutes for portion in self.portions)
        words = f"{free} min free"
        room = Rect(x, bar.y, bar.right - APART - x, bar.h)
        if free and fonts.width(words, "label") + 12 < room.w:
            canvas.text(words, room, "label", theme.muted, align="center", valign="middle")

    def _draw_portion(self, canvas: Canvas, box: Rect, portion: Portion) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        tone = theme.neutral if portion.given else theme.primary
        canvas.panel(box, tone.tint, radius=7, border=tone.fill, width=2)
        text, icon = f"{portion.minutes} min", 16 * fonts.text_scale
        if fonts.width(text, "label") + 14 > box.w:
            text = str(portion.minutes)
        wide = fonts.width(text, "label") + (icon + 4 if portion.given else 0)
        x, y = box.middle[0] - wide / 2, box.middle[1]
        if portion.given and wide + 8 < box.w:
            canvas.icon("check", x + icon / 2, y, icon, tone.text)
            x += icon + 4
        elif portion.given:
            x += (icon + 4) / 2
        canvas.label(text, x, y, "label", tone.text)
        low = fonts.leading("caption")
        below = Rect(box.x, self.rect.bottom - low, box.w, low)
        if fonts.width(portion.name, "caption") <= below.w:
            canvas.text(portion.name, below, "caption", tone.text, align="center", lines=1)
