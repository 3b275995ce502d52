"""What the ending was worth, rule by rule, and what came of it in 90 days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

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
from simulator.window.theme import GAP, SMALL_RADIUS
from simulator.window.widgets.bar import draw_bar

DAYS: Final = 90
MARK: Final = 9.0
"""Half the width of the mark of an event on the line of days."""


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
    events = [(0, f"{review.outcome.title}. {review.outcome_text}"), *review.epilogue]
    after: list[Piece] = [Words("The 90 days after", "heading")]
    if not review.epilogue:
        quiet = "Quiet days: nothing more came of it, for good or for bad."
        after.append(Words(quiet, "body", "muted"))
    after.append(DaysFigure(events))
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
    """A line of 90 days from the top down; what happened stands at its day, or just below."""

    grow = 1.0

    def __init__(self, events: Sequence[tuple[int, str]]) -> None:
        self.events = tuple(events)

    def _left(self, fonts: Fonts) -> float:
        return fonts.width(f"Day {DAYS}", "label") + 16 + 2 * MARK + 14

    def _boxes(self, fonts: Fonts, width: float) -> list[float]:
        room = width - self._left(fonts) - 28
        return [fonts.height(text, "body", room) + 20 for _, text in self.events]

    def height(self, fonts: Fonts, width: float) -> float:
        """All that happened, one below the other."""
        boxes = self._boxes(fonts, width)
        return sum(boxes) + 12 * len(boxes) + self._end(fonts)

    def _end(self, fonts: Fonts) -> float:
        """The height of the last day, which ends the line."""
        return fonts.leading("label") + 4

    def _tops(self, fonts: Fonts, rect: Rect) -> list[float]:
        """Where each event begins: at its day as far as there is room."""
        boxes = self._boxes(fonts, rect.w)
        rect = rect._replace(h=rect.h - self._end(fonts) - 12)
        whole = rect.h - boxes[-1]
        tops: list[float] = []
        below = rect.y
        for (day, _), high in zip(self.events, boxes, strict=True):
            tops.append(max(rect.y + whole * min(day, DAYS) / DAYS, below))
            below = tops[-1] + high + 12
        limit = rect.bottom
        for at in range(len(tops) - 1, -1, -1):
            tops[at] = min(tops[at], limit - boxes[at])
            limit = tops[at] - 12
        return tops

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw the line, the days and what happened."""
        fonts, theme = canvas.fonts, canvas.theme
        left = self._left(fonts)
        x = rect.x + left - 14 - MARK
        end = rect.bottom - self._end(fonts) / 2
        canvas.fill(Rect(x - 1, rect.y + 10, 2, end - rect.y - 10), theme.edge)
        canvas.fill(Rect(x - MARK, end - 1, 2 * MARK, 2), theme.edge)
        if self.events[-1][0] < DAYS:
            canvas.label(f"Day {DAYS}", rect.x, end, "label", theme.muted)
        boxes = self._boxes(fonts, rect.w)
        for (day, text), top, high in zip(self.events, self._tops(fonts, rect), boxes, strict=True):
            box = Rect(rect.x + left, top, rect.w - left, high)
            canvas.panel(box, theme.well, radius=SMALL_RADIUS)
            canvas.text(text, box.inset(14, 10))
            middle = top + 10 + fonts.leading("body") / 2
            dot = Rect(x - MARK, middle - MARK, 2 * MARK, 2 * MARK)
            canvas.panel(dot, theme.card, radius=MARK, border=theme.primary.fill, width=3)
            canvas.label(f"Day {day}", rect.x, middle, "label", theme.primary.text)
