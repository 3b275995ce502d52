"""What is left of a budget: calls as a row of phones, hours as a clock that runs down."""

from __future__ import annotations

import math

from simulator.window.app import App
from simulator.window.art.figures import ring_svg
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.words import UNIT_ICONS, sentence
from simulator.window.widgets import Widget

SIDE = 20.0
HEAD = 8.0
"""The gap below the heading."""

PIP = 38.0
RING = 84.0
RING_GROWS = 1.3
"""How much larger the clock becomes at most with the words beside it."""

RUN = 0.5
STEPS = 48


class BudgetCard(Widget):
    """A heading and what is left; ``before`` is what was left before the last choice."""

    focusable = False

    def __init__(self, unit: str, budget: int, left: int, before: int) -> None:
        super().__init__("budget")
        self.unit = unit
        self.budget = budget
        self.left = left
        self.before = before
        self.part = 1.0

    def run(self, app: App) -> None:
        """Let it run down from what it was."""
        if self.before == self.left:
            return

        def step(part: float) -> None:
            self.part = part
            self.touch()

        app.animate(RUN, step)

    @property
    def words(self) -> str:
        """What is left, in words."""
        return f"{self.left} of {self.budget} left"

    def _head(self, canvas: Canvas, inner: Rect) -> Rect:
        fonts, theme = canvas.fonts, canvas.theme
        high = fonts.leading("heading")
        title = sentence(self.unit)
        y = inner.y + high / 2
        head = canvas.label(title, inner.x + 2, y, "heading")
        if head.right + fonts.width(self.words, "label") + 12 < inner.right:
            shade = theme.primary.text
            canvas.label(self.words, inner.right - 2, y, "label", shade, align="right")
        return Rect(inner.x, inner.y + high + HEAD, inner.w, inner.h - high - HEAD)


class PipsCard(BudgetCard):
    """One round mark for each unit: full while it is left, an empty ring when spent."""

    def _across(self, fonts: Fonts, width: float) -> int:
        return max(1, int((width - 2 * SIDE + 8) // (fonts.icon(PIP) + 8)))

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the heading and the rows of marks."""
        deep = math.ceil(self.budget / self._across(fonts, width))
        return 2 * SIDE + fonts.leading("heading") + HEAD + deep * (fonts.icon(PIP) + 8) - 12

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        theme = canvas.theme
        canvas.card(self.rect)
        area = self._head(canvas, self.rect.inset(SIDE, SIDE - 2))
        fonts = canvas.fonts
        across, pip = self._across(fonts, self.rect.w), fonts.icon(PIP)
        icon = UNIT_ICONS.get(self.unit, "coin")
        for at in range(self.budget):
            x = area.x + at % across * (pip + 8)
            box = Rect(x, area.y + at // across * (pip + 8), pip, pip)
            if at < self.left:
                canvas.panel(box, theme.primary.fill, radius=pip / 2)
                canvas.icon(icon, *box.middle, fonts.icon(20), theme.on_primary)
            else:
                canvas.panel(box, theme.well, radius=pip / 2, border=theme.edge, width=1.5)
                canvas.icon(icon, *box.middle, fonts.icon(20), theme.muted)


class ClockCard(BudgetCard):
    """A clock with what is left of it in color, and one bar for each unit, or a note."""

    note = ""

    def _ring(self, fonts: Fonts) -> float:
        return RING * min(max(1.0, fonts.text_scale), RING_GROWS)

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """The height of the heading and the clock."""
        return 2 * SIDE + max(
            self._ring(fonts), 2 * fonts.leading("label") + fonts.leading("number")
        )

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        theme, fonts = canvas.theme, canvas.fonts
        canvas.card(self.rect)
        inner = self.rect.inset(SIDE, SIDE)
        shown = self.before + (self.left - self.before) * self.part
        part = round(STEPS * shown / max(1, self.budget)) / STEPS
        side = self._ring(fonts)
        ring = Rect(inner.x, inner.middle[1] - side / 2, side, side)
        color, track = theme.primary.fill, theme.track
        canvas.picture(
            ("budget", color, track, part),
            lambda w, h: ring_svg(part, color, track, w, h, w * 0.13),
            ring,
        )
        icon = UNIT_ICONS.get(self.unit, "coin")
        canvas.icon(icon, *ring.middle, side * 0.36, theme.primary.text)
        x = ring.right + 20
        room = Rect(x, inner.y, inner.right - x, inner.h)
        tall = fonts.leading("number") + fonts.leading("label") + 20
        y = room.middle[1] - tall / 2
        number = canvas.label(str(self.left), x, y + fonts.leading("number") / 2, "number")
        of = f"of {self.budget} {self.unit} left"
        beside = Rect(number.right + 8, y, room.right - number.right - 8, fonts.leading("number"))
        canvas.text(of, beside, "label", theme.muted, valign="middle", lines=1)
        low = Rect(x, y + fonts.leading("number") + 10, room.w, fonts.leading("label"))
        if self.note:
            canvas.text(self.note, low, "label", theme.primary.text, lines=1)
        else:
            self._draw_bars(canvas, low._replace(h=10))

    def _draw_bars(self, canvas: Canvas, area: Rect) -> None:
        theme = canvas.theme
        gap = 4.0 if self.budget <= 12 else 1.5
        wide = (area.w - gap * (self.budget - 1)) / self.budget
        for at in range(self.budget):
            bar = Rect(area.x + at * (wide + gap), area.y, wide, area.h)
            fill = theme.primary.fill if at < self.left else theme.well
            canvas.panel(
                bar, fill, radius=5, border=None if at < self.left else theme.edge, width=1
            )
