"""What the ending was worth, rule by rule, and what came of it in 90 days."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.game.debrief import Debrief, PointLine
from simulator.game.play import Play
from simulator.game.review_words import amount, places_in_words, signed, worth
from simulator.window.canvas import Canvas
from simulator.window.faces import prospect_portrait
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, Share
from simulator.window.screens.debrief_buyer import SceneFigure
from simulator.window.screens.debrief_pieces import Across, Box, Heading, Piece, Stack, Words
from simulator.window.screens.debrief_view import CardsView
from simulator.window.stage.recount import Day, whole_story
from simulator.window.stage.result import KINDS
from simulator.window.stage.story import BETWEEN, day_height, draw_day
from simulator.window.theme import GAP
from simulator.window.widgets.bar import draw_bar


def ending_view(review: Debrief, play: Play, *, places: bool) -> CardsView:
    """The rules that made its worth at the left, the 90 days at the right.

    ``places``: whether it is said where the rules stand in the file.
    """
    expected = (
        f"On average best play comes to {amount(review.start)}, clicking at random to "
        f"{amount(review.random)}."
    )
    worth_figure = WorthFigure(review.value)
    head: list[Piece] = [
        Stack(
            [
                Heading("What this ending was worth", _places(review.points) if places else ""),
                worth_figure,
            ],
            4,
        ),
        Words(expected, "small", "muted"),
    ]
    reached = Box(Stack([*head, *_rules(review.points, review.value)], 12))
    best = min(max(sum(line.points for line in review.best_points), 0), 100)
    other: list[Piece] = [
        Heading("The best line with the same buyer", _places(review.best_points) if places else ""),
        Words(f"{review.best_outcome.title}: {worth(best)}"),
    ]
    better = Box(Stack([*other, *_rules(review.best_points, best)], 12), grow=1.0)
    lefts: list[Piece] = [reached, better]
    if not review.lost:
        prospect = play.scenario.prospect
        scene = SceneFigure(prospect.place, prospect_portrait(play.scenario), play.face)
        reached.inner = Stack([*head, *_rules(review.points, review.value), scene], 12)
        reached.grow, lefts = 1.0, [reached]
    icon, tone = KINDS[review.outcome.kind]
    ended = Day(0, f"{review.outcome.title}. {review.outcome_text}", icon=icon, tone=tone)
    after: list[Piece] = [Words("The 90 days after", "heading")]
    if not review.epilogue:
        quiet = "Quiet days: nothing more came of it, for good or for bad."
        after.append(Words(quiet, "body", "muted"))
    after.append(DaysFigure([ended, *whole_story(play)]))
    days = Box(Stack(after, 16), grow=1.0)
    columns = Across([Stack(lefts, GAP), Stack([days])], (Share(), Share()), least=380.0)
    return CardsView("Ending", "ending", columns)


def _rules(lines: Sequence[PointLine], value: int) -> list[Piece]:
    """A row for each rule that counted, and what to know about their sum."""
    total = 0
    rows: list[Piece] = []
    for line in lines:
        rows.append(PointRow(line, total))
        total += line.points
    if rows:
        rows.append(ScaleRow())
    if not rows:
        rows.append(Words("Nothing that counts on this level was reached.", "body", "muted"))
    if total != value:
        said = f"Together they come to {total}; an ending counts from 0 to 100."
        rows.append(Words(said, "small", "muted"))
    return rows


def _places(lines: Sequence[PointLine]) -> str:
    """Where the rules stand in the file, for whoever wrote them."""
    return places_in_words([line.place for line in lines]) if lines else ""


class PointRow(Piece):
    """A rule: what it gave or took, why, and its part of the scale to 100.

    ``before`` is what the rules above it came to.
    """

    def __init__(self, line: PointLine, before: int) -> None:
        self.line = line
        self.before = before

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the reason and the bar."""
        return fonts.height(self.line.because, "body", width - row_left(fonts)) + 12

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw the row."""
        theme, fonts, left = canvas.theme, canvas.fonts, row_left(canvas.fonts)
        tone = theme.trust if self.line.points > 0 else theme.urgency
        number = Rect(rect.x, rect.y, left - 16, fonts.leading("heading"))
        said = signed(self.line.points)
        canvas.text(said, number, "heading", tone.text, align="right", valign="middle")
        words = Rect(rect.x + left, rect.y, rect.w - left, rect.h - 12)
        canvas.text(self.line.because, words)
        bar = Rect(words.x, words.bottom + 4, rect.right - words.x, 8)
        draw_bar(canvas, bar, 0.0)
        first, last = sorted(
            min(max(part, 0), 100) for part in (self.before, self.before + self.line.points)
        )
        start = bar.x + bar.w * first / 100
        part = Rect(start, bar.y, max(3.0, bar.w * (last - first) / 100), bar.h)
        canvas.panel(part, tone.fill, radius=bar.h / 2)


class ScaleRow(Piece):
    """The ends of the scale on which the rules above lie."""

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """A line, close to the last rule."""
        return fonts.leading("caption") - 8

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Write 0 and 100 under the ends."""
        left, y = rect.x + row_left(canvas.fonts), rect.y - 8 + canvas.fonts.leading("caption") / 2
        muted = canvas.theme.muted
        canvas.label("0", left, y, "caption", muted)
        canvas.label("100", rect.right, y, "caption", muted, align="right")


def row_left(fonts: Fonts) -> float:
    """The room for the figure before a rule."""
    return fonts.width(signed(-100), "heading") + 16


class WorthFigure(Piece):
    """What the ending was worth, of 100."""

    def __init__(self, value: int) -> None:
        self.value = value

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """The height of the number and the bar."""
        return fonts.leading("display") + 10

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw the number and the bar."""
        high = canvas.fonts.leading("display")
        middle = rect.y + high / 2
        color = canvas.theme.primary.text
        number = canvas.label(str(self.value), rect.x, middle, "display", color)
        beside = number.right + 10 * canvas.fonts.text_scale
        canvas.label("of 100", beside, middle + high * 0.13, "label", canvas.theme.muted)
        draw_bar(canvas, Rect(rect.x, rect.bottom - 10, rect.w, 10), self.value / 100)


class DaysFigure(Piece):
    """The days from the top down as the epilogue tells them, and how it ended before them all."""

    grow = 1.0

    def __init__(self, days: Sequence[Day]) -> None:
        self.days = tuple(days)

    def _heights(self, fonts: Fonts, width: float) -> list[float]:
        return [day_height(fonts, day, "body", width) for day in self.days]

    def height(self, fonts: Fonts, width: float) -> float:
        """All days one below the other."""
        return sum(self._heights(fonts, width)) + BETWEEN * (len(self.days) - 1)

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw the days; room that is left goes between them, as much again at most."""
        spare = (rect.h - self.height(canvas.fonts, rect.w)) / len(self.days)
        gap, y = BETWEEN + min(BETWEEN, max(0.0, spare)), rect.y
        heights = self._heights(canvas.fonts, rect.w)
        for at, (day, high) in enumerate(zip(self.days, heights, strict=True), 1):
            down = gap if at < len(self.days) else 0.0
            draw_day(canvas, day, "body", Rect(rect.x, y, rect.w, high), down=down)
            y += high + gap
