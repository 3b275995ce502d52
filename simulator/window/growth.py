"""How stages or skills grow over the runs: a row each, with a line, a bar, and a change."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from simulator.game.review_words import MINUS, percent
from simulator.scenario.words import STAGES
from simulator.store.progress import RECENT, SKILLS, Pick, Progress, course
from simulator.window.art.markup import circle, document, line, number
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import PAD
from simulator.window.widgets import draw_bar

SPARK: Final = 96.0
"""The width of the line of a row at text scale 1."""
POINTS: Final = 12
"""The most runs in the line of a row, the latest ones."""
BETWEEN: Final = 14.0
GAP: Final = 8.0
NEVER: Final = "not yet at stake"


class Grown(NamedTuple):
    """A stage or a skill, and what was kept of it lately as it stood after each run."""

    name: str
    line: tuple[Fraction, ...]

    @property
    def kept(self) -> Fraction | None:
        """What is kept now, where the line ends; None where nothing was at stake yet."""
        return self.line[-1] if self.line else None

    @property
    def gain(self) -> Fraction | None:
        """From where the line begins to where it ends; None for a single run."""
        return self.line[-1] - self.line[0] if len(self.line) > 1 else None


class Growth:
    """A card with a heading and a row for each stage or skill, and room for ``deep`` rows."""

    def __init__(self, title: str, rows: Sequence[Grown], deep: int) -> None:
        self.title = title
        self.deep = deep
        self.rows = tuple(rows)
        played = max((len(row.line) for row in rows), default=0)
        runs = f"last {RECENT} runs" if played > RECENT else "runs"
        self.note = f"Share kept over your {runs}; the change is that of the line, start to end"

    def _row(self, fonts: Fonts) -> float:
        return fonts.leading("label") + 11

    def _head(self, fonts: Fonts, width: float) -> float:
        return fonts.leading("heading") + fonts.height(self.note, "small", width) + 8

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of the card at its width."""
        room = width - 2 * PAD
        return 2 * PAD + self._head(fonts, room) + self.deep * self._row(fonts)

    def draw(self, canvas: Canvas, rect: Rect) -> None:
        """Draw the card; rows spread over the height there is."""
        fonts = canvas.fonts
        canvas.card(rect)
        inner = rect.inset(PAD)
        head = self._head(fonts, inner.w)
        canvas.text(self.title, inner._replace(h=fonts.leading("heading")), "heading")
        below = Rect(inner.x, inner.y + fonts.leading("heading"), inner.w, head)
        canvas.text(self.note, below, "small", canvas.theme.muted)
        room = inner.h - head
        high = min(room / self.deep, 1.5 * self._row(fonts))
        for at, row in enumerate(self.rows):
            area = Rect(inner.x, inner.y + head + at * high, inner.w, high)
            if canvas.wants(area):
                self._draw_row(canvas, area, row)

    def _columns(self, fonts: Fonts, width: float) -> tuple[float, float, float, float]:
        """The widths of name, line, figure and change; the line gives way where it is narrow."""
        name = max(fonts.width(row.name, "label") for row in self.rows) + 2
        figure, change = fonts.width("100 %", "name") + 2, fonts.width("+100", "label") + 22
        spark = SPARK * fonts.text_scale
        if name + spark + figure + change + 4 * BETWEEN + 80 > width:
            spark = 0.0
        return name, spark, figure, change

    def _draw_row(self, canvas: Canvas, rect: Rect, row: Grown) -> None:
        fonts, theme = canvas.fonts, canvas.theme
        name, spark, figure, change = self._columns(fonts, rect.w)
        y = rect.middle[1]
        canvas.label(row.name, rect.x, y)
        x = rect.x + name + BETWEEN
        if row.kept is None:
            canvas.label(NEVER, x, y, "small", theme.muted)
            return
        if spark:
            self._draw_spark(canvas, Rect(x, y - self._row(fonts) / 2 + 4, spark, 0), row)
            x += spark + BETWEEN
        end = rect.right - change
        canvas.label(percent(row.kept), end, y, "name", align="right")
        bar = Rect(x, y - 4, end - figure - BETWEEN - x, 8)
        draw_bar(canvas, bar, float(row.kept))
        self._draw_change(canvas, rect.right, y, row.gain)

    def _draw_spark(self, canvas: Canvas, rect: Rect, row: Grown) -> None:
        color, ground = canvas.theme.primary.fill, canvas.theme.card
        box = rect._replace(h=self._row(canvas.fonts) - 8)
        k = canvas.scale
        canvas.picture(
            ("growth", row.line, color, round(k, 3)),
            lambda w, h: _spark_svg(row.line, (w, h), k, (color, ground)),
            box,
        )

    def _draw_change(self, canvas: Canvas, right: float, y: float, change: Fraction | None) -> None:
        theme = canvas.theme
        if change is None:
            return
        points = (abs(change) * 100 + Fraction(1, 2)).__floor__()
        tone = theme.neutral if not points else theme.trust if change > 0 else theme.urgency
        sign = "±" if not points else "+" if change > 0 else MINUS
        canvas.label(f"{sign}{points}", right, y, "label", tone.text, align="right")


def stages_of(progress: Progress) -> list[Grown]:
    """The seven stages."""
    return [
        _grown(progress, name, lambda one, key=key: one.stages[key])  # type: ignore[misc]
        for key, name in STAGES.items()
    ]


def skills_of(progress: Progress) -> list[Grown]:
    """The skills, also those that were not at stake yet."""
    return [
        _grown(progress, name, lambda one, key=key: one.skills[key])  # type: ignore[misc]
        for key, name in SKILLS.items()
    ]


def _grown(progress: Progress, name: str, pick: Pick) -> Grown:
    return Grown(name, tuple(course(progress.plays, pick)[-POINTS:]))


def _spark_svg(
    shares: Sequence[Fraction], size: tuple[int, int], k: float, colors: tuple[str, str]
) -> str:
    """A line through the shares that ends in a dot."""
    width, height = size
    color, _ = colors
    edge = 4 * k
    step = (width - 2 * edge) / max(1, len(shares) - 1)
    points = [
        (edge + at * step, height - edge - (height - 2 * edge) * float(share))
        for at, share in enumerate(shares)
    ]
    if len(points) == 1:
        points = [(width - edge, points[0][1])]
    d = "M" + " L".join(f"{number(x)} {number(y)}" for x, y in points)
    parts = [line(d, color, 2 * k)] if len(points) > 1 else []
    parts.append(circle(*points[-1], 3.2 * k, color))
    return document(size, size, parts)
