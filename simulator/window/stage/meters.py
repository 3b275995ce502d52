"""The card that shows how the prospect feels about you, and what your last words changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

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
BESIDE = 28.0
RUN = 0.45
MOST_APART = 36.0
ABOVE = 8.0
"""Room above what a meter tells."""
LEAST_BAR = 60.0
"""A bar shorter than that tells little, and lies below the name and the number instead."""

LOW_BAR: Final = 6.0
"""The height of a bar that lies below."""

COMMON: Final = 4
"""A change that may come with any choice, for which there is room in any case."""

HOW: Final = "How they feel"
"""What stands above the lines where there is no room for a title with a name."""

SCALE: Final = f"/{METER_MAX}"
"""What a number is out of; it stands behind the number where there is room."""


class MeterCard(Widget):
    """One line for each meter; the bars run to their new values.

    ``changes`` holds what the last choice changed, in points, by meter id. ``across`` is how many
    stand side by side. Where that is too narrow for a name, or the card too low for its lines, each
    meter takes one plain line: its name, its bar, its number.
    """

    focusable = False

    def __init__(
        self,
        meters: Sequence[MeterView],
        changes: Mapping[str, int],
        *,
        title: str = "",
        across: int = 1,
    ) -> None:
        super().__init__("meters")
        self.meters = list(meters)
        self.changes = dict(changes)
        self.title = title
        self.across = min(across, len(self.meters))
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

    def _plain(self, fonts: Fonts, width: float) -> float:
        """The height of a plain line and the gap below it, in a card of that width."""
        return fonts.leading("label") + (12 if self._is_beside(fonts, width) else LOW_BAR + 13)

    def _is_beside(self, fonts: Fonts, width: float) -> bool:
        """Whether bars are long enough beside names and numbers, with and without a change."""
        names = max(fonts.width(meter.name, "label") for meter in self.meters)
        may = max(self._figures(fonts, meter) for meter in self.meters)
        may += fonts.width(SCALE, "caption") + 2
        return width - 2 * SIDE - names - 14 - may - 4 >= LEAST_BAR

    def _each(self, width: float) -> float:
        """How wide a meter is."""
        return (width - 2 * SIDE - (self.across - 1) * BESIDE) / self.across

    def fits(self, fonts: Fonts, width: float) -> bool:
        """Whether the names and numbers of all meters show whole beside each other."""
        return self._need(fonts) <= self._each(width)

    def _need(self, fonts: Fonts) -> float:
        """How wide the widest meter is with its name and number, and no scale."""
        return max(
            fonts.icon(TILE) + 12 + fonts.width(meter.name, "label") + self._figures(fonts, meter)
            for meter in self.meters
        )

    def _scale(self, fonts: Fonts, meter: MeterView, room: float) -> float:
        """The width of the scale behind a number that has ``room`` beside the name; 0 for none."""
        wide, change = fonts.width(SCALE, "caption") + 2, self.changes.get(meter.id, 0)
        return wide if self._figures(fonts, meter, change) + wide <= room else 0.0

    def _draw_number(
        self, canvas: Canvas, shown: float, right: float, y: float, scale: float
    ) -> Rect:
        """Draw a number that ends at ``right`` with its scale; return where the number stands."""
        if scale:
            shade = canvas.theme.muted
            canvas.label(SCALE, right, y + 1, "caption", shade, align="right")
        return canvas.label(str(round(shown)), right - scale, y, "name", align="right")

    def _figures(self, fonts: Fonts, meter: MeterView, change: int | None = None) -> float:
        """The width of a number and a change before it: any that may come, or this one."""
        room = fonts.width(str(meter.value), "name") + 10
        if change is None:
            change = self.changes.get(meter.id, 0)
            most = max(self._pill(fonts, by) for by in (change, COMMON))
            return room + most
        return room + (self._pill(fonts, change) if change else 0.0)

    def _pill(self, fonts: Fonts, change: int) -> float:
        """The width of a change with the room around it."""
        return fonts.width(f"+{abs(change)}", "label") + 28 + 12 * fonts.text_scale

    def least(self, fonts: Fonts, width: float) -> float:
        """The height of the heading and plain lines."""
        return self._head(fonts) + len(self.meters) * self._plain(fonts, width) + 2 * SIDE - 12

    def _head(self, fonts: Fonts) -> float:
        return fonts.leading("heading") + 14 if self.title else 0.0

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the heading and all lines."""
        if self.across > 1 and not self.fits(fonts, width):
            return self.least(fonts, width)
        deep = -(-len(self.meters) // self.across)
        return self._head(fonts) + deep * self._line(fonts) + 2 * SIDE - 12

    def _tells(self, fonts: Fonts, wide: float, free: float) -> bool:
        if self.across < len(self.meters) or free < 2 * fonts.leading("caption"):
            return False
        return all(len(fonts.lines(meter.about, "caption", wide)) <= 2 for meter in self.meters)

    def _below(self, fonts: Fonts, wide: float, free: float) -> float:
        """The room for what each meter tells, below its bar; 0 where that is not free."""
        room = wide - fonts.icon(TILE) - 12
        high = max(fonts.height(meter.about, "caption", room) for meter in self.meters) + ABOVE
        return high if high <= free and any(meter.about for meter in self.meters) else 0.0

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        theme, fonts = canvas.theme, canvas.fonts
        canvas.card(self.rect)
        inner = self.rect.inset(SIDE, SIDE)
        if self.title:
            y = inner.y + fonts.leading("heading") / 2
            fits = fonts.width(self.title, "heading") <= inner.w - 4
            head = canvas.label(self.title if fits else HOW, inner.x + 2, y, "heading")
            room = inner.right - head.right - 12
            if self.changes and fonts.width(self.note, "caption") < room:
                canvas.label(self.note, inner.right - 2, y, "caption", theme.muted, align="right")
        whole = self.height(fonts, self.rect.w)
        scale = fonts.width(SCALE, "caption") + 2 if self.across == 1 else 0.0
        narrow = self._need(fonts) + scale > self._each(self.rect.w)
        if narrow or self.rect.h < whole - 1:
            self._draw_plain(canvas, inner)
        else:
            self._draw_lines(canvas, inner)

    def _draw_plain(self, canvas: Canvas, inner: Rect) -> None:
        """Draw each meter as its name, its bar and its number, one below the other."""
        theme, fonts = canvas.theme, canvas.fonts
        top = inner.y + self._head(fonts)
        high = fonts.leading("label")
        plain, beside = self._plain(fonts, self.rect.w), self._is_beside(fonts, self.rect.w)
        free = inner.bottom - top - len(self.meters) * plain + 12
        step = plain + min(14.0, max(0.0, free / len(self.meters)))
        lowest = high if beside else high + 4 + LOW_BAR
        spare = max(0.0, inner.bottom - top - len(self.meters) * step + step - lowest)
        y = top if self.title else top + spare / 2
        names = max(fonts.width(meter.name, "label") for meter in self.meters)
        wide = fonts.width(SCALE, "caption") + 2
        now = max(self._figures(fonts, m, self.changes.get(m.id, 0)) for m in self.meters) + wide
        for meter in self.meters:
            look = METER_LOOKS.get(meter.id, OTHER_METER)
            middle = y + high / 2
            change = self.changes.get(meter.id, 0)
            shown = meter.value - change + change * self.part
            named = fonts.width(meter.name, "label")
            scale = wide if beside else self._scale(fonts, meter, inner.w - named - 4)
            number = self._draw_number(canvas, shown, inner.right, middle, scale)
            left = number.x - 10
            if change:
                left = self._draw_change(canvas, change, left, middle, snug=not beside) - 4
            room = max(10.0, min(named + 0.5, left - inner.x))
            canvas.text(meter.name, Rect(inner.x, y, room, high), "label", theme.ink, lines=1)
            bar = Rect(inner.x, y + high + 4, inner.w, LOW_BAR)
            if beside:
                left = inner.x + names + 14
                bar = Rect(left, middle - 4, inner.right - now - 4 - left, 9)
            draw_bar(canvas, bar, shown / METER_MAX, look.tone)
            y += step

    def _draw_lines(self, canvas: Canvas, inner: Rect) -> None:
        """Draw each meter with its icon, the bar below the name."""
        theme, fonts = canvas.theme, canvas.fonts
        deep = -(-len(self.meters) // self.across)
        spare = inner.h + 12 - self._head(fonts) - deep * self._line(fonts)
        wide = self._each(self.rect.w)
        below = self._below(fonts, wide, spare / deep) if self.title else 0.0
        most = 2 * MOST_APART if below else MOST_APART
        gap = min(most, max(0.0, spare / deep - below)) + below
        line = self._line(fonts) + gap
        # Room that the gaps do not take is shared above and below the lines.
        down = 0.0 if self.title else max(0.0, spare - gap * (deep - 1)) / 2
        top = inner.y + self._head(fonts) + down
        about = max(0.0, below - ABOVE)
        if not self.title:
            free = max(0.0, inner.h + 12 - deep * line)
            # What a meter tells stands below it where there is room for two lines.
            about = 2 * fonts.leading("caption") if self._tells(fonts, wide, free) else 0.0
            top = inner.y + max(0.0, free - about) / 2
        for at, meter in enumerate(self.meters):
            x = inner.x + at % self.across * (wide + BESIDE)
            y = top + at // self.across * line
            area = Rect(x, y, wide, self._line(fonts) - 12)
            self._draw_meter(canvas, meter, area)
            if about:
                left = fonts.icon(TILE) + 12 if self.title else 0.0
                words = Rect(area.x + left, area.bottom + ABOVE, wide - left, about)
                lines = int(about / fonts.leading("caption"))
                canvas.text(meter.about, words, "caption", theme.muted, lines=lines)

    def _draw_meter(self, canvas: Canvas, meter: MeterView, area: Rect) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        look = METER_LOOKS.get(meter.id, OTHER_METER)
        tone = theme.tone(look.tone)
        side = min(fonts.icon(TILE), area.h)
        tile = Rect(area.x, area.middle[1] - side / 2, side, side)
        canvas.panel(tile, tone.tint, radius=11)
        canvas.icon(look.icon, *tile.middle, side * 0.6, tone.fill)
        left = tile.right + 12
        high = fonts.leading("label")
        y = area.y + high / 2
        change = self.changes.get(meter.id, 0)
        shown = meter.value - change + change * self.part
        room = area.right - left - fonts.width(meter.name, "label") - 4
        scale = self._scale(fonts, meter, room)
        number = self._draw_number(canvas, shown, area.right, y, scale)
        right = number.x - 10
        if change:
            right = self._draw_change(canvas, change, right, y) - 8
        canvas.text(meter.name, Rect(left, area.y, max(10.0, right - left), high), "label", lines=1)
        bar = Rect(left, area.bottom - 10, area.right - left, 9)
        draw_bar(canvas, bar, shown / METER_MAX, look.tone)

    def _draw_change(
        self, canvas: Canvas, change: int, right: float, y: float, *, snug: bool = False
    ) -> float:
        """Draw a small pill such as an arrow with +2; return where it begins.

        A ``snug`` one keeps to its line, as a bar lies below.
        """
        theme, fonts = canvas.theme, canvas.fonts
        tone = theme.tone("good" if change > 0 else "bad")
        text = f"+{change}" if change > 0 else f"−{-change}"
        high = fonts.leading("label") + (2 if snug else 4)
        wide = fonts.width(text, "label") + 20 + 12 * fonts.text_scale
        # The pill comes up from below while the bar runs.
        y += 7 * (1 - self.part)
        box = Rect(right - wide, y - high / 2, wide, high)
        canvas.panel(box, tone.tint, radius=high / 2)
        icon = 13 * fonts.text_scale
        canvas.icon("up" if change > 0 else "down", box.x + 7 + icon / 2, y, icon, tone.text)
        canvas.label(text, box.right - 8, y, "label", tone.text, align="right")
        return box.x
