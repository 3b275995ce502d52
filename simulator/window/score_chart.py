"""Scores run by run: a dot for each, a line from run to run of a level, and dates below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from simulator.game.debrief import STARS
from simulator.game.score import SCORE_MAX
from simulator.window.art.figures import Point
from simulator.window.art.markup import circle, document, line, number
from simulator.window.canvas import Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import SMALL_RADIUS, Theme
from simulator.window.widgets.base import HANDLED, Action, Widget

SHOWN: Final = 60
"""The most runs that are drawn, the latest ones."""
PLOT: Final = 132.0
"""The least height of the plot, in logical units."""
DOT: Final = 5.5
APART: Final = 14.0
"""The least room between two dates."""
FIGURES: Final = (0, *STARS, SCORE_MAX)
"""The scores at the rules of the plot."""
LEGEND: Final = (
    "● the first run of a level   ○ a later one   A line joins the runs of one level,"
    " in colour those of the level chosen."
)


class Dot(NamedTuple):
    """A run on the chart: its score, its level as any text, what is said of it, and its date."""

    score: int
    level: str
    said: str
    date: str


class ScoreChart(Widget):
    """Runs from left to right; left and right, Home and End, or the pointer choose one.

    Reports :class:`Action` with the index of the run, not final; final at Enter or a click.
    """

    def __init__(self, name: str, dots: Sequence[Dot]) -> None:
        super().__init__(name)
        self.dots = tuple(dots)
        self.chosen = len(self.dots) - 1
        self._over: int | None = None
        self._plot = Rect()
        self._side = self._edge = 0.0
        self._grown = 1.0

    @property
    def first(self) -> int:
        """The index of the first run that is drawn."""
        return max(0, len(self.dots) - SHOWN)

    def _words(self, fonts: Fonts, width: float) -> float:
        said = max((fonts.height(one.said, "label", width) for one in self.dots), default=0.0)
        return said + 8

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of the words, a plot tall enough to read, the dates and the legend."""
        legend = fonts.height(LEGEND, "small", width) + 6
        plot = PLOT * max(1.0, fonts.text_scale)
        return self._words(fonts, width) + plot + fonts.leading("caption") + legend

    # Answering.

    def handle(self, event: Event) -> Action | None:
        """Choose a run with keys or pointer."""
        if event.kind is Kind.KEY:
            return self._key(event)
        at = self._at(event) if self.rect.holds(event.x, event.y) else None
        if event.kind is Kind.MOVE and at != self._over:
            self._over = at
            self.touch()
        if event.kind is Kind.PRESS and at is not None:
            self.chosen = at
            self.touch()
            return Action(self.name, at)
        return None if event.kind is Kind.WHEEL else HANDLED

    def _key(self, event: Event) -> Action | None:
        last = len(self.dots) - 1
        moves = {
            Intent.LEFT: self.chosen - 1,
            Intent.RIGHT: self.chosen + 1,
            Intent.HOME: self.first,
            Intent.END: last,
        }
        if event.intent is Intent.ACTIVATE:
            return Action(self.name, self.chosen)
        to = moves.get(event.intent, -1) if event.intent else -1
        if not self.first <= to <= last:
            return None
        self.chosen = to
        self.touch()
        return Action(self.name, to, final=False)

    def _at(self, event: Event) -> int | None:
        """The run whose dot is nearest to the pointer."""
        if not self._plot.w or not self.dots:
            return None
        near = min(
            range(len(self.dots) - self.first),
            key=lambda i: abs(self._x(self.first + i) - event.x),
        )
        return self.first + near

    def _x(self, at: int) -> float:
        """Where the dot of a run stands from left to right."""
        step = (self._plot.w - 2 * self._side) / max(1, len(self.dots) - self.first - 1)
        return self._plot.x + self._side + (at - self.first) * step

    def _y(self, score: int) -> float:
        """Where a score stands from the bottom up."""
        room = self._plot.h - 2 * self._edge
        return self._plot.bottom - self._edge - room * score / SCORE_MAX

    # Drawing.

    def draw(self, canvas: Canvas) -> None:
        """Draw the run chosen in words, the plot with its scales, and the legend."""
        canvas.note_widget(self.rect, self.name)
        fonts, theme, rect = canvas.fonts, canvas.theme, self.rect
        shown = self._over if self._over is not None and self.hovered else self.chosen
        words = self._words(fonts, rect.w)
        high = fonts.height(LEGEND, "small", rect.w)
        foot = Rect(rect.x, rect.bottom - high, rect.w, high)
        canvas.text(LEGEND, foot, "small", theme.muted)
        left = fonts.width(str(SCORE_MAX), "small") + 4 * self._star(fonts)
        bottom = foot.y - 6 - fonts.leading("caption")
        self._plot = Rect(rect.x + left, rect.y + words, rect.w - left, bottom - rect.y - words)
        self._edge = fonts.leading("small") * 0.7
        self._grown = max(1.0, 0.75 * fonts.text_scale)
        # Room for half a date, so that it can stand under the middle of the last dot.
        self._side = max(fonts.width(one.date, "caption") for one in self.dots) / 2 + 4
        k = canvas.scale
        look = (theme.name, round(k, 3), round(self._side, 1), round(self._edge, 1))
        mine = self.dots[shown].level
        key = ("scores", self.dots[self.first :], mine, look)
        canvas.picture(key, lambda w, h: self._svg(mine, (w, h), k, theme), self._plot)
        self._draw_dot(canvas, shown)
        canvas.next_layer()
        self._draw_said(canvas, shown, words - 8)
        self._draw_scores(canvas)
        self._draw_dates(canvas, shown)
        self.draw_ring(canvas, SMALL_RADIUS, self.rect.inset(-4, -2))

    def _draw_said(self, canvas: Canvas, shown: int, high: float) -> None:
        """Write what is said of a run above its dot, and lead from the words down to it."""
        fonts, theme, rect = canvas.fonts, canvas.theme, self.rect
        said, x = self.dots[shown].said, self._x(shown)
        wide = min(rect.w, fonts.width(said, "label") + 1)
        left = min(max(rect.x, x - wide / 2), rect.right - wide)
        taken = canvas.text(said, Rect(left, rect.y, wide, high), "label", theme.primary.text)
        top, end = taken.bottom + 5, self._y(self.dots[shown].score) - 2 * DOT * self._grown
        if end > top:
            canvas.fill(Rect(x - 0.75, top, 1.5, end - top), theme.primary.fill)

    def _star(self, fonts: Fonts) -> float:
        """The side of a star beside the score that earns it."""
        return 12.0 * fonts.text_scale

    def _draw_scores(self, canvas: Canvas) -> None:
        """Write the scores at their rules, each with the stars it earns."""
        fonts, theme, left = canvas.fonts, canvas.theme, self.rect.x
        right = left + fonts.width(str(SCORE_MAX), "small")
        side = self._star(fonts)
        # The two highest stand closer than words can: each gives way by half.
        need = fonts.leading("small") - (self._y(STARS[-1]) - self._y(SCORE_MAX))
        give = {SCORE_MAX: -max(0.0, need / 2), STARS[-1]: max(0.0, need / 2)}
        for score in FIGURES:
            y = self._y(score) + give.get(score, 0.0)
            canvas.label(str(score), right, y, "small", theme.muted, align="right")
            stars = STARS.index(score) + 1 if score in STARS else 0
            for at in range(stars):
                x = right + side * (at + 0.85)
                canvas.icon("star-full", x, y, side, theme.value.text)

    def _draw_dates(self, canvas: Canvas, shown: int) -> None:
        """Write the date of the run chosen, of the first, of the last, and others with room."""
        fonts, theme = canvas.fonts, canvas.theme
        last = len(self.dots) - 1
        y = self._plot.bottom + fonts.leading("caption") / 2
        taken: list[tuple[float, float]] = []
        for at in dict.fromkeys((shown, self.first, last, *range(self.first, last))):
            date, x = self.dots[at].date, self._x(at)
            start, end = x - fonts.width(date, "caption") / 2, x + fonts.width(date, "caption") / 2
            if all(start > other[1] + APART or end + APART < other[0] for other in taken):
                color = theme.primary.text if at == shown else theme.muted
                canvas.label(date, x, y, "caption", color, align="center")
                taken.append((start, end))

    def _draw_dot(self, canvas: Canvas, shown: int) -> None:
        """Draw the dot of one run larger: a picture of its own, so that the lines stay."""
        theme, middle = canvas.theme, (self._x(shown), self._y(self.dots[shown].score))
        k, radius, first = canvas.scale * self._grown, 1.5 * DOT, self._is_first(shown)
        reach = (radius + 2) * self._grown
        key = ("a score", first, theme.name, round(k, 3))

        def svg(w: int, h: int) -> str:
            dot = _dot((w / 2, h / 2), radius, k, theme.primary.fill, theme.card, solid=first)
            return document((w, h), (w, h), dot)

        canvas.picture(key, svg, Rect(*middle, 0, 0).inset(-reach))

    def _is_first(self, at: int) -> bool:
        """Whether a run is the first of its level."""
        level = self.dots[at].level
        return next(i for i, one in enumerate(self.dots) if one.level == level) == at

    def _svg(self, mine: str, size: tuple[int, int], k: float, theme: Theme) -> str:
        plot = self._plot
        ys = [(self._y(score) - plot.y) * k for score in FIGURES]
        rules = " ".join(f"M0 {number(y)} H{size[0]}" for y in ys)
        parts = [line(rules, theme.edge, k, 0.4)]
        places = [
            ((self._x(at) - plot.x) * k, (self._y(self.dots[at].score) - plot.y) * k)
            for at in range(self.first, len(self.dots))
        ]
        for level in dict.fromkeys(one.level for one in self.dots[self.first :]):
            parts += self._level(level, places, level == mine, theme, k * self._grown)
        return document(size, size, parts)

    def _level(
        self, level: str, places: Sequence[Point], is_mine: bool, theme: Theme, k: float
    ) -> list[str]:
        """The line and the dots of one level; ``is_mine`` tells whether it is the one shown."""
        color = theme.primary.fill if is_mine else theme.neutral.fill
        at = [i for i in range(self.first, len(self.dots)) if self.dots[i].level == level]
        points = [places[i - self.first] for i in at]
        d = "M" + " L".join(f"{number(x)} {number(y)}" for x, y in points)
        parts = [line(d, color, (2.4 if is_mine else 1.6) * k)] if len(points) > 1 else []
        for i, point in zip(at, points, strict=True):
            parts += _dot(point, DOT, k, color, theme.card, solid=self._is_first(i))
        return parts


def _dot(
    middle: Point, radius: float, k: float, color: str, ground: str, *, solid: bool
) -> list[str]:
    """A disc that stands off from what is behind it, or a ring if it is not ``solid``."""
    parts = [circle(*middle, (radius + 1.5) * k, ground), circle(*middle, radius * k, color)]
    return parts if solid else [*parts, circle(*middle, (radius - 2.2) * k, ground)]
