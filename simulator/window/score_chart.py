"""Scores over time: a dot for each play, and a line from play to play of the same level."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from simulator.game.debrief import STARS
from simulator.game.score import SCORE_MAX
from simulator.window.art.figures import Point
from simulator.window.art.icons import STAR
from simulator.window.art.markup import circle, document, line, moved, number, path
from simulator.window.canvas import Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import SMALL_RADIUS, Theme
from simulator.window.widgets.base import HANDLED, Action, Widget

SHOWN: Final = 60
"""The most plays that are drawn, the latest ones."""
PLOT: Final = 138.0
"""The least height of the plot, in logical units."""
EDGE: Final = 12.0
DOT: Final = 5.5
LEGEND: Final = "● the first play of a level   ○ another; a line joins the plays of one level"


class Dot(NamedTuple):
    """A play on the chart: its score, its level as any text, and what is said about it."""

    score: int
    level: str
    said: str


class ScoreChart(Widget):
    """Plays from left to right; left and right, Home and End, or the pointer choose one.

    Reports :class:`Action` with the index of the play, not final; final at Enter or a click.
    """

    def __init__(self, name: str, dots: Sequence[Dot]) -> None:
        super().__init__(name)
        self.dots = tuple(dots)
        self.chosen = len(self.dots) - 1
        self._over: int | None = None
        self._plot = Rect()

    @property
    def first(self) -> int:
        """The index of the first play that is drawn."""
        return max(0, len(self.dots) - SHOWN)

    def _words(self, fonts: Fonts, width: float) -> float:
        said = max((fonts.height(one.said, "label", width) for one in self.dots), default=0.0)
        return said + 8

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of the words, a plot tall enough to read, and the legend."""
        legend = fonts.height(LEGEND, "small", width) + 6
        return self._words(fonts, width) + PLOT * math.sqrt(max(1.0, fonts.text_scale)) + legend

    # Answering.

    def handle(self, event: Event) -> Action | None:
        """Choose a play with keys or pointer."""
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
        """The play whose dot is nearest to the pointer."""
        if not self._plot.w or not self.dots:
            return None
        places = self._places(self._plot.w, self._plot.h, 1.0)
        near = min(range(len(places)), key=lambda i: abs(places[i][0] + self._plot.x - event.x))
        return self.first + near

    def _places(self, width: float, height: float, k: float) -> list[Point]:
        """Where the dots stand on a plot, ``k`` pixels to the unit; few plays keep together."""
        shown = self.dots[self.first :]
        left, right = _margins(k)
        step = min((width - left - right) / max(1, len(shown) - 1), 150 * k)
        return [
            (left + at * step, _height_of(one.score, height, k)) for at, one in enumerate(shown)
        ]

    # Drawing.

    def draw(self, canvas: Canvas) -> None:
        """Draw the play chosen in words, the plot, and the legend."""
        canvas.note_widget(self.rect, self.name)
        fonts, theme, rect = canvas.fonts, canvas.theme, self.rect
        shown = self._over if self._over is not None and self.hovered else self.chosen
        words = self._words(fonts, rect.w)
        head = Rect(rect.x, rect.y, rect.w, words - 8)
        canvas.text(self.dots[shown].said, head, "label", theme.primary.text)
        high = fonts.height(LEGEND, "small", rect.w)
        foot = Rect(rect.x, rect.bottom - high, rect.w, high)
        canvas.text(LEGEND, foot, "small", theme.muted)
        self._plot = Rect(rect.x, rect.y + words, rect.w, foot.y - 6 - rect.y - words)
        k = canvas.scale
        key = ("scores", self.dots[self.first :], shown, theme.name, round(k, 3))
        canvas.picture(key, lambda w, h: self._svg(shown, (w, h), k, theme), self._plot)
        self._draw_scale(canvas)
        self.draw_ring(canvas, SMALL_RADIUS, self.rect.inset(-4, -2))

    def _draw_scale(self, canvas: Canvas) -> None:
        """Write the scores that earn a star at their lines."""
        fonts, plot = canvas.fonts, self._plot
        if plot.h < 5 * fonts.leading("small"):
            return
        canvas.next_layer()
        for score in STARS:
            y = plot.y + _height_of(score, plot.h, 1.0)
            canvas.label(str(score), plot.right, y, "small", canvas.theme.muted, align="right")

    def _svg(self, shown: int, size: tuple[int, int], k: float, theme: Theme) -> str:
        width, height = size
        parts = []
        _, right = _margins(k)
        for stars, score in enumerate((0, *STARS)):
            y = _height_of(score, height, k)
            end = width - right + 8 * k
            parts.append(line(f"M0 {number(y)} H{number(end)}", theme.line, k))
            size_ = 11 * k
            for i in range(stars):
                star = path(STAR, theme.value.fill)
                parts.append(moved(i * (size_ + k), y - size_ - 2 * k, [star], size_ / 24))
        places = self._places(width, height, k)
        mine = self.dots[shown].level
        for level in dict.fromkeys(one.level for one in self.dots[self.first :]):
            parts += self._level(level, places, (mine == level, shown), theme, k)
        return document(size, size, parts)

    def _level(
        self, level: str, places: Sequence[Point], marked: tuple[bool, int], theme: Theme, k: float
    ) -> list[str]:
        """The line and the dots of one level; ``marked`` tells whether it is the one shown."""
        is_mine, shown = marked
        color = theme.primary.fill if is_mine else theme.neutral.fill
        at = [i for i in range(self.first, len(self.dots)) if self.dots[i].level == level]
        points = [places[i - self.first] for i in at]
        d = "M" + " L".join(f"{number(x)} {number(y)}" for x, y in points)
        parts = [line(d, color, (2.4 if is_mine else 1.6) * k)] if len(points) > 1 else []
        first = next(i for i, one in enumerate(self.dots) if one.level == level)
        for i, (x, y) in zip(at, points, strict=True):
            radius = DOT * k * (1.5 if i == shown else 1.0)
            parts.append(circle(x, y, radius + 1.5 * k, theme.card))
            parts.append(circle(x, y, radius, color))
            if i != first:
                parts.append(circle(x, y, radius - 2.2 * k, theme.card))
        return parts


def _margins(k: float) -> tuple[float, float]:
    """The room left of the first dot, for the stars, and right of the last, for the numbers."""
    return 56 * k, 56 * k


def _height_of(score: int, height: float, k: float) -> float:
    return height - EDGE * k - (height - 2 * EDGE * k) * score / SCORE_MAX
