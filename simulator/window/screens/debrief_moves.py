"""Move by move: every choice against the best one, why, and the line of the file it came from."""

from __future__ import annotations

from typing import Final

from simulator.game.debrief import Debrief, MoveReview, Rival
from simulator.game.play import Play
from simulator.game.review_words import (
    GRADING,
    cost,
    done_in_words,
    felt,
    given_away,
    given_away_in_all,
    place_in_words,
    signed,
    step_luck,
    with_feature,
)
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.grades import GRADES
from simulator.window.layout import Rect, Share
from simulator.window.screens.debrief_chart import MeterChart
from simulator.window.screens.debrief_pieces import (
    Across,
    Box,
    Chips,
    Label,
    Piece,
    Slot,
    Stack,
    Words,
    note,
)
from simulator.window.screens.debrief_steps import StepWords
from simulator.window.screens.debrief_view import StepsView
from simulator.window.theme import SMALL_RADIUS
from simulator.window.widgets import Action, Button, Widget

TURNING: Final = "Turning point"


class MovesView(StepsView):
    """The list of moves and the review of the selected one."""

    def __init__(self, review: Debrief, play: Play) -> None:
        self.review = review
        self.play = play
        self.chart = MeterChart(
            "moves-chart",
            f"{felt(play)} over the run",
            review.meters,
            turning=review.turning_point,
        )
        self.what_if_button = Button("what-if", "What if?", icon="branch")
        steps = [
            _step(move, is_turning=at == review.turning_point)
            for at, move in enumerate(review.moves)
        ]
        super().__init__(
            "Moves",
            "moves",
            steps,
            review.turning_point or 0,
            head=("Your moves", given_away_in_all(review.lost)),
        )

    def build(self, index: int) -> Piece:
        """The review of one move."""
        self.chart.chosen = index
        move = self.review.moves[index]
        head = Across(
            [_title(self.review, move), Slot(self.what_if_button, right=True)],
            [Share(), 150.0],
            least=200.0,
        )
        parts: list[Piece] = [head, _marks(self.review, move)]
        parts += _told(self.play, move)
        parts += _advice(self.play, move)
        parts += [
            Stack(
                [
                    Words("Your options", "name"),
                    RivalsFigure(move.rivals),
                    Words(GRADING, "small", "muted"),
                ],
                8,
            ),
            Slot(self.chart),
            Stack(_origin(move), 4),
        ]
        return Stack(parts, 14)

    def select(self, action: Action) -> Widget | None:
        """Select the move that a row or the chart asks for."""
        if action.name == "moves-chart" and isinstance(action.value, int):
            self.show(max(0, action.value))
            return self.chart
        return super().select(action)


def _step(move: MoveReview, *, is_turning: bool) -> StepWords:
    return StepWords(
        move.stage_name,
        done_in_words(move.said, move.feature),
        move.grade,
        cost(move.lost),
        TURNING if is_turning else "",
    )


def _title(review: Debrief, move: MoveReview) -> Piece:
    where = f"Move {move.number} of {len(review.moves)} · {move.stage_name}"
    task = with_feature(move.task, move.feature)
    return Stack([Words(where, "caption", "muted"), Words(task, "heading")], 2)


def _marks(review: Debrief, move: MoveReview) -> Piece:
    look = GRADES[move.grade]
    chips = [(look.icon, look.word, look.tone), ("", given_away(move.lost), "neutral")]
    if review.turning_point == move.number - 1:
        chips.append(("flag", TURNING, "urgency"))
    return Chips(chips)


def _told(play: Play, move: MoveReview) -> list[Piece]:
    """What the situation was, what was done, and what came back."""
    first, spoken = play.scenario.prospect.first_name, _spoken(play, move)
    parts: list[Piece] = []
    if move.prospect and spoken:
        parts.append(_said("chat", f"{first} says", move.prospect))
    elif move.prospect:
        parts.append(_said("chat", "The situation", move.prospect))
    parts.append(_said("user", "You", move.said))
    if move.reply:
        parts.append(_said("ear", f"{first} answers" if spoken else "What happened", move.reply))
    changes = play.told[move.number - 1].changes
    names = {meter.id: meter.name for meter in play.meters()}
    if changes:
        parts.append(
            Chips([("", f"{names[key]} {signed(by)}", "neutral") for key, by in changes.items()])
        )
    return parts


def _spoken(play: Play, move: MoveReview) -> bool:
    """Whether the prospect said something that the move answered."""
    return bool(play.spots[play.steps[move.number - 1].state.node].decision.prospect)


def _would(play: Play, move: MoveReview) -> str:
    if not _spoken(play, move):
        return "It would have led to"
    return f"{play.scenario.prospect.first_name} would have answered"


def _said(icon: str, label: str, text: str) -> Piece:
    return Stack([Label(icon, label, "muted", "caption"), Words(text)], 2)


def _advice(play: Play, move: MoveReview) -> list[Piece]:
    """Why, and the best choice where another one was made."""
    look = GRADES[move.grade]
    parts: list[Piece] = []
    if move.why:
        parts.append(note("bulb", "Why", move.why, look.tone))
    if move.instead:
        parts.append(note("pencil", "Say instead", move.instead, "primary"))
    if move.best:
        better = [Label("star-full", "Best here", "trust"), Words(move.best)]
        if move.best_reply:
            better.append(Words(f"{_would(play, move)}: {move.best_reply}", "small", "muted"))
        if move.best_why:
            better.append(Words(move.best_why, "small"))
        parts.append(_tinted(better))
    return parts


def _tinted(pieces: list[Piece]) -> Piece:
    return Box(Stack(pieces, 6), tone="trust", pad=14)


def _origin(move: MoveReview) -> list[Piece]:
    """Luck, the source of the advice, and the rule."""
    parts: list[Piece] = [Label("dice", step_luck(move.luck), "muted", "small")]
    if move.source:
        parts.append(Label("book", f"Source: {move.source}", "muted", "small"))
    parts.append(Label("document", f"Rule: {place_in_words(move.place)}", "muted", "small"))
    return parts


class RivalsFigure(Piece):
    """All choices that were open, the best first, with what each would have given away."""

    def __init__(self, rivals: tuple[Rival, ...]) -> None:
        self.rivals = rivals

    def _cost(self, rival: Rival) -> str:
        return cost(rival.lost) if rival.lost else "best"

    def _room(self, fonts: Fonts, width: float) -> float:
        ends = max(fonts.width(self._cost(rival), "label") for rival in self.rivals)
        return width - ends - 54 - fonts.leading("small")

    def _text(self, rival: Rival) -> str:
        return f"{rival.said} (your choice)" if rival.is_chosen else rival.said

    def _row(self, fonts: Fonts, width: float, rival: Rival) -> float:
        return fonts.height(self._text(rival), "small", self._room(fonts, width)) + 14

    def height(self, fonts: Fonts, width: float) -> float:
        """A row for each choice."""
        rows = (self._row(fonts, width, rival) for rival in self.rivals)
        return sum(rows) + 6 * (len(self.rivals) - 1)

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw the rows."""
        fonts, theme = canvas.fonts, canvas.theme
        y = rect.y
        for rival in self.rivals:
            row = Rect(rect.x, y, rect.w, self._row(fonts, rect.w, rival))
            border = theme.primary.fill if rival.is_chosen else None
            canvas.panel(row, theme.well, radius=SMALL_RADIUS, border=border, width=2)
            side = fonts.leading("small")
            icon, color = ("minus", theme.muted)
            if not rival.lost:
                icon, color = "star-full", theme.trust.text
            canvas.icon(icon, row.x + 14 + side / 2, row.middle[1], side * 0.85, color)
            room = self._room(fonts, rect.w)
            words = Rect(row.x + 24 + side, row.y + 7, room, row.h - 14)
            canvas.text(self._text(rival), words, "small", valign="middle")
            canvas.label(
                self._cost(rival), row.right - 14, row.middle[1], "label", color, align="right"
            )
            y = row.bottom + 6
