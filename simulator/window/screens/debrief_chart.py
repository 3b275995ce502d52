"""The meters over the run: a line each, and the figures at one move in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from simulator.game.debrief import MeterLine
from simulator.game.review_words import signed
from simulator.window.art.figures import Point, line_points
from simulator.window.art.markup import circle, document, line, number, path
from simulator.window.canvas import Align, Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import SMALL_RADIUS, Theme
from simulator.window.widgets.base import HANDLED, Action, Widget

TONES: Final = ("trust", "value", "urgency", "primary", "neutral")
HIGH: Final = 20
"""The most a meter can be."""
MARGIN: Final = 10.0
PLOT: Final = 76.0
"""The least height of the plot, in logical units."""
SCALE: Final = (HIGH, HIGH // 2, 0)
"""The figures at the rules of the plot, from the top down."""
APART_MARKS: Final = 60.0
"""The least room between two marks along a line, by which it is told from the others."""
APART: Final = 12.0
"""The least room between two words under the plot."""
_Chart = tuple[str, tuple[int, ...]]


class MeterChart(Widget):
    """Meters after each move; reports the index of a move that is pointed at or gone to by keys.

    ``chosen`` is the index of the selected move, -1 for the start. ``turning`` is marked.
    Reports :class:`Action` with the index; final when it was pressed with Enter or a click.
    """

    def __init__(
        self,
        name: str,
        title: str,
        lines: Sequence[MeterLine],
        *,
        chosen: int = -1,
        turning: int | None = None,
    ) -> None:
        super().__init__(name)
        self.title = title
        self.lines = tuple(lines)
        self._said = [[_said(meter, at) for at in range(len(meter.values))] for meter in lines]
        self.chosen = chosen
        self.turning = turning
        self._over: int | None = None
        self._plot = Rect()

    @property
    def last(self) -> int:
        """The index of the last move."""
        return len(self.lines[0].values) - 2 if self.lines else -1

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the words and a plot that is tall enough to read."""
        plot = PLOT * max(1.0, math.sqrt(fonts.text_scale))
        return self._words(fonts, width) + plot + fonts.leading("caption")

    def _words(self, fonts: Fonts, width: float) -> float:
        lines = self._legend(fonts, width)
        return self._head(fonts, width) + len(lines) * (fonts.leading("label") + 4) + 2

    def _head(self, fonts: Fonts, width: float) -> float:
        """The height of the title, and of the move shown below it where both do not fit."""
        high = fonts.leading("heading") + 2
        return high if self._beside(fonts, width) else high + fonts.leading("caption")

    def _beside(self, fonts: Fonts, width: float) -> bool:
        when = fonts.width(f"After move {self.last + 1}", "caption")
        return fonts.width(self.title, "heading") + 16 + when <= width

    def _legend(self, fonts: Fonts, width: float) -> list[list[int]]:
        """The meters in as many lines as their names need, at their widest figures."""
        lines: list[list[int]] = [[]]
        taken = 0.0
        for at in range(len(self.lines)):
            wide = self._wide(fonts, at)
            if lines[-1] and taken + wide > width:
                lines.append([])
                taken = 0.0
            lines[-1].append(at)
            taken += wide
        return lines

    def _wide(self, fonts: Fonts, at: int) -> float:
        said = max(fonts.width(words, "label") for words in self._said[at])
        return said + fonts.leading("label") + 20

    def handle(self, event: Event) -> Action | None:
        """Go along the moves with left and right, Home and End, or the pointer.

        Past the ends left and right lead on.
        """
        if event.kind is Kind.KEY:
            return self._key(event)
        if event.kind is Kind.MOVE:
            self._point(self._at(event) if self.rect.holds(event.x, event.y) else None)
            return HANDLED
        if event.kind is Kind.PRESS:
            at = self._at(event)
            return HANDLED if at is None else Action(self.name, at)
        return HANDLED if event.kind is Kind.RELEASE else None

    def _key(self, event: Event) -> Action | None:
        moves = {
            Intent.LEFT: max(-1, self.chosen - 1),
            Intent.RIGHT: min(self.last, self.chosen + 1),
            Intent.HOME: -1,
            Intent.END: self.last,
        }
        if event.intent is Intent.ACTIVATE and self.chosen >= 0:
            return Action(self.name, self.chosen)
        if event.intent not in moves:
            return None
        to = moves[event.intent]
        if to == self.chosen and event.intent in (Intent.LEFT, Intent.RIGHT):
            return None
        self.chosen = to
        self.touch()
        return Action(self.name, to, final=False)

    def _at(self, event: Event) -> int | None:
        """The move whose dot is nearest to the pointer."""
        if not self._plot.w or self.last < 0:
            return None
        step = (self._plot.w - 2 * MARGIN) / max(1, self.last + 1)
        at = math.floor((event.x - self._plot.x - MARGIN) / step + 0.5) - 1
        return min(max(at, -1), self.last)

    def _point(self, at: int | None) -> None:
        if at != self._over:
            self._over = at
            self.touch()

    def draw(self, canvas: Canvas) -> None:
        """Draw the words for one move and the lines."""
        canvas.note_widget(self.rect, self.name)
        fonts, theme, rect = canvas.fonts, canvas.theme, self.rect
        shown = self._over if self._over is not None and self.hovered else self.chosen
        head = Rect(rect.x, rect.y, rect.w, fonts.leading("heading"))
        when = f"After move {shown + 1}" if shown >= 0 else "At the start"
        canvas.text(self.title, head, "heading")
        beside = self._beside(fonts, rect.w)
        line_ = head if beside else Rect(rect.x, head.bottom, rect.w, fonts.leading("caption"))
        align: Align = "right" if beside else "left"
        canvas.text(when, line_, "caption", theme.muted, align=align, valign="middle", lines=1)
        self._draw_legend(canvas, rect.y + self._head(fonts, rect.w), shown)
        top = rect.y + self._words(fonts, rect.w)
        left = rect.x + fonts.width(str(HIGH), "caption")
        bottom = rect.bottom - fonts.leading("caption")
        self._plot = Rect(left, top, rect.right - left, bottom - top)
        self._draw_plot(canvas, shown)
        self._draw_scales(canvas)
        self.draw_ring(canvas, SMALL_RADIUS)

    def _draw_legend(self, canvas: Canvas, y: float, shown: int) -> None:
        fonts, theme = canvas.fonts, canvas.theme
        high = fonts.leading("label") + 4
        for row in self._legend(fonts, self.rect.w):
            x = self.rect.x
            for at in row:
                tone = theme.tone(TONES[at % len(TONES)])
                side = fonts.leading("label") * 0.72
                box = Rect(x, y + (high - side) / 2, side, side)
                canvas.picture(
                    ("mark", at, tone.fill, theme.card),
                    _MarkMaker(at, tone.fill, theme.card).svg,
                    box,
                )
                said = self._said[at][shown + 1]
                canvas.label(said, box.right + 6, y + high / 2, "label", tone.text)
                x += self._wide(fonts, at)
            y += high

    def _draw_plot(self, canvas: Canvas, shown: int) -> None:
        theme, k = canvas.theme, canvas.scale
        charts = tuple(
            (theme.tone(TONES[at % len(TONES)]).fill, meter.values)
            for at, meter in enumerate(self.lines)
        )
        turning = None if self.turning is None else self.turning + 1
        look = (theme.name, round(k, 3))
        canvas.picture(
            ("meters", charts, turning, *look),
            lambda w, h: chart_svg(charts, turning, (w, h), k, theme),
            self._plot,
        )
        # A picture of its own, so that going along the moves draws no more than this.
        now = tuple((color, values[shown + 1]) for color, values in charts)
        canvas.picture(
            ("meters at a move", now, *look),
            lambda w, h: moment_svg(now, (w, h), k, theme),
            Rect(self._x(shown) - MARGIN, self._plot.y, 2 * MARGIN, self._plot.h),
        )

    def _draw_scales(self, canvas: Canvas) -> None:
        """Write the figures at the rules, and under the plot which moves are where."""
        plot, muted = self._plot, canvas.theme.muted
        for part, figure in enumerate(SCALE):
            y = plot.y + MARGIN + (plot.h - 2 * MARGIN) * part / (len(SCALE) - 1)
            canvas.label(str(figure), plot.x, y, "caption", muted, align="right")
        fonts = canvas.fonts
        y = plot.bottom + fonts.leading("caption") / 2
        taken: list[Rect] = []
        for words, at, color in self._under(canvas.theme):
            wide = fonts.width(words, "caption") + 1
            left = min(max(plot.x, self._x(at) - wide / 2), plot.right - wide)
            box = Rect(left, plot.bottom, wide, fonts.leading("caption"))
            if all(left > one.right + APART or box.right + APART < one.x for one in taken):
                canvas.label(words, left, y, "caption", color)
                taken.append(box)

    def _under(self, theme: Theme) -> list[tuple[str, int, str]]:
        """The words under the plot with their move, the most telling first: others give way."""
        found = [("Start", -1, theme.muted), (f"Move {self.last + 1}", self.last, theme.muted)]
        if self.turning is not None:
            said = f"Move {self.turning + 1}, turning point"
            found.insert(0, (said, self.turning, theme.urgency.text))
        return found

    def _x(self, at: int) -> float:
        """Where a move stands from left to right."""
        plot = self._plot
        return plot.x + MARGIN + (plot.w - 2 * MARGIN) * (at + 1) / max(1, self.last + 1)


def _said(meter: MeterLine, at: int) -> str:
    """A meter at one point of the run, and how it got there."""
    now = meter.values[at]
    change = now - meter.values[at - 1] if at else 0
    return f"{meter.meter.name} {now}" + (f" ({signed(change)})" if change else "")


class _MarkMaker:
    """Draws the mark of a meter's line for the legend."""

    def __init__(self, at: int, color: str, inside: str) -> None:
        self._look = (at, color, inside)

    def svg(self, width: int, height: int) -> str:
        """One mark that fills the picture."""
        at, color, inside = self._look
        middle = (width / 2, height / 2)
        return document(
            (width, height), (width, height), _mark(at, middle, width / 2, color, inside)
        )


def _mark(at: int, point: Point, radius: float, color: str, inside: str) -> list[str]:
    """A disc, a square or a diamond: lines differ by more than their color."""
    if at % 3 == 0:
        return [circle(*point, radius, color), circle(*point, radius * 0.55, inside)]
    shapes = []
    for size, fill in ((radius, color), (radius * 0.5, inside)):
        x, y = point
        if at % 3 == 1:
            a = size * 0.9
            corners = [(x - a, y - a), (x + a, y - a), (x + a, y + a), (x - a, y + a)]
        else:
            a = size * 1.12
            corners = [(x, y - a), (x + a, y), (x, y + a), (x - a, y)]
        shapes.append(path(_outline(corners) + "Z", fill))
    return shapes


def _outline(points: Sequence[Point]) -> str:
    return "M" + " L".join(f"{number(x)} {number(y)}" for x, y in points)


def chart_svg(
    charts: Sequence[_Chart],
    turning: int | None,
    size: tuple[int, int],
    k: float,
    theme: Theme,
) -> str:
    """Lines of (color, values) that begin and end in marks of different shapes.

    ``turning`` is the index of the turning point, counted with the start as 0; ``k`` is the number
    of pixels to the logical unit.
    """
    width, height = size
    margin = MARGIN * k
    rows = [margin + (height - 2 * margin) * part / 2 for part in range(3)]
    rules = " ".join(f"M{number(margin)} {number(y)} H{number(width - margin)}" for y in rows)
    parts = [line(rules, theme.edge, k, 0.4)]
    places = [line_points(values, 0, HIGH, width, height, margin) for _, values in charts]
    if turning is not None and places and turning < len(places[0]):
        x = places[0][turning][0]
        parts.append(_upright(x, height, theme.urgency.fill, 12 * k, 0.22))
    parts += [
        line(_outline(points), color, 2.4 * k)
        for (color, _), points in zip(charts, places, strict=True)
        if len(points) > 1
    ]
    for at, ((color, _), points) in enumerate(zip(charts, places, strict=True)):
        for point in _between(points, at / len(charts), APART_MARKS * k):
            parts += _mark(at, point, 3.4 * k, color, theme.card)
        for point in dict.fromkeys((points[0], points[-1])):
            parts += _mark(at, point, 4.2 * k, color, theme.card)
    return document(size, size, parts)


def _between(points: Sequence[Point], first: float, apart: float) -> Sequence[Point]:
    """The points along a line that bear its mark, ``apart`` at least, and from its ends as well.

    ``first`` (0..1) moves them along, so that the marks of lines in the same place do not meet.
    """
    if len(points) < 2:
        return ()
    each = max(1, math.ceil(apart / max(1.0, points[1][0] - points[0][0])))
    at = each // 2 + round(first * each)
    return points[max(1, at) : len(points) - max(1, each // 2) : each]


def moment_svg(
    now: Sequence[tuple[str, int]], size: tuple[int, int], k: float, theme: Theme
) -> str:
    """The marks of (color, value) at one move, above each other on an upright line."""
    width, height = size
    parts = [_upright(width / 2, height, theme.primary.fill, 3 * k, 0.5)]
    for at, (color, value) in enumerate(now):
        ((_, y),) = line_points((value,), 0, HIGH, width, height, MARGIN * k)
        parts += _mark(at, (width / 2, y), 6 * k, color, theme.card)
    return document(size, size, parts)


def _upright(x: float, height: float, color: str, wide: float, strength: float) -> str:
    return line(f"M{number(x)} 0 V{number(height)}", color, wide, strength, butt=True)
