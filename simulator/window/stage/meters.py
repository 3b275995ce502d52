"""The card that shows how the prospect feels about you, and what your last words changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simulator.game.play import MeterView
from simulator.scenario.words import METER_MAX
from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.words import METER_LOOKS, OTHER_METER
from simulator.window.widgets import Widget, draw_bar

TILE = 34.0
SIDE = 20.0
RUN = 0.45


class MeterCard(Widget):
    """One line for each meter; the bars run to their new values.

    ``changes`` holds what the last choice changed, in points, by meter id. ``compact`` leaves out
    the heading and the icons' tiles, for narrow places.
    """

    focusable = False

    def __init__(
        self,
        meters: Sequence[MeterView],
        changes: Mapping[str, int],
        *,
        title: str = "How they feel",
        across: int = 1,
    ) -> None:
        super().__init__("meters")
        self.meters = list(meters)
        self.changes = dict(changes)
        self.title = title
        self.across = across
        self.note = "after your last move"
        self.part = 1.0

    def run(self, app: App) -> None:
        """Move the bars from what they were."""
        if not self.changes:
            return

        def step(part: float) -> None:
            self.part = part
            self.touch()

        app.animate(RUN, step)

    def _line(self, fonts: Fonts) -> float:
        return max(TILE, fonts.leading("label") + 18) + 12

    def _head(self, fonts: Fonts) -> float:
        return fonts.leading("heading") + 14 if self.title else 0.0

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """The height of the heading and all lines."""
        deep = -(-len(self.meters) // self.across)
        return self._head(fonts) + deep * self._line(fonts) + 2 * SIDE - 12

    def _tells(self, fonts: Fonts, wide: float, free: float) -> bool:
        if self.across < len(self.meters) or free < 2 * fonts.leading("caption"):
            return False
        return all(len(fonts.lines(meter.about, "caption", wide)) <= 2 for meter in self.meters)

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        theme, fonts = canvas.theme, canvas.fonts
        canvas.card(self.rect)
        inner = self.rect.inset(SIDE, SIDE)
        if self.title:
            y = inner.y + fonts.leading("heading") / 2
            head = canvas.label(self.title, inner.x + 2, y, "heading")
            room = inner.right - head.right - 12
            if self.changes and fonts.width(self.note, "caption") < room:
                canvas.label(self.note, inner.right - 2, y, "caption", theme.muted, align="right")
        deep = -(-len(self.meters) // self.across)
        spare = inner.h + 12 - self._head(fonts) - deep * self._line(fonts)
        line = self._line(fonts) + min(16.0, max(0.0, spare / deep))
        wide = (inner.w - (self.across - 1) * 28) / self.across
        top = inner.y + self._head(fonts)
        about = 0.0
        if not self.title:
            free = max(0.0, inner.h + 12 - deep * line)
            # What a meter tells stands below it where there is room for two lines.
            about = 2 * fonts.leading("caption") if self._tells(fonts, wide, free) else 0.0
            top += max(0.0, free - about) / 2
        for at, meter in enumerate(self.meters):
            x = inner.x + at % self.across * (wide + 28)
            y = top + at // self.across * line
            area = Rect(x, y, wide, self._line(fonts) - 12)
            self._draw_meter(canvas, meter, area)
            if about:
                below = Rect(area.x, area.bottom + 8, wide, about)
                lines = int(about / fonts.leading("caption"))
                canvas.text(meter.about, below, "caption", theme.muted, lines=lines)

    def _draw_meter(self, canvas: Canvas, meter: MeterView, area: Rect) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        look = METER_LOOKS.get(meter.id, OTHER_METER)
        tone = theme.tone(look.tone)
        side = min(TILE, area.h)
        tile = Rect(area.x, area.middle[1] - side / 2, side, side)
        canvas.panel(tile, tone.tint, radius=11)
        canvas.icon(look.icon, *tile.middle, 20, tone.fill)
        left = tile.right + 12
        high = fonts.leading("label")
        y = area.y + high / 2
        number = canvas.label(str(meter.value), area.right, y, "name", align="right")
        right = number.x - 10
        change = self.changes.get(meter.id, 0)
        if change:
            right = self._draw_change(canvas, change, right, y) - 8
        canvas.text(meter.name, Rect(left, area.y, max(10.0, right - left), high), "label", lines=1)
        before = meter.value - change
        shown = before + change * self.part
        bar = Rect(left, area.bottom - 10, area.right - left, 9)
        draw_bar(canvas, bar, shown / METER_MAX, look.tone)

    def _draw_change(self, canvas: Canvas, change: int, right: float, y: float) -> float:
        """Draw a small pill such as an arrow with +2; return where it begins."""
        theme, fonts = canvas.theme, canvas.fonts
        tone = theme.tone("good" if change > 0 else "bad")
        text = f"+{change}" if change > 0 else f"−{-change}"
        high = fonts.leading("label") + 2
        wide = fonts.width(text, "label") + 20 + 12 * fonts.text_scale
        box = Rect(right - wide, y - high / 2, wide, high)
        canvas.panel(box, tone.tint, radius=high / 2)
        icon = 13 * fonts.text_scale
        canvas.icon("up" if change > 0 else "down", box.x + 7 + icon / 2, y, icon, tone.text)
        canvas.label(text, box.right - 8, y, "label", tone.text, align="right")
        return box.x
