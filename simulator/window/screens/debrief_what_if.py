"""What if another choice had been made at one move: the other run beside the true one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.game.debrief import Debrief, Rival, debrief, what_if
from simulator.game.play import Play
from simulator.game.review_words import (
    cost,
    done_in_words,
    given_away_in_all,
    grade_count,
    with_feature,
    worth,
)
from simulator.game.score import Grade
from simulator.game.what_if_words import SAME_BUYER, score_in_words, why_in_words
from simulator.window.canvas import Canvas
from simulator.window.grades import GRADES
from simulator.window.header import Header
from simulator.window.layout import Rect, Share, cut_left, cut_top
from simulator.window.screen import Screen
from simulator.window.screens.debrief_figures import ScoreFigure
from simulator.window.screens.debrief_pieces import (
    Across,
    Box,
    Chips,
    Heading,
    Label,
    Page,
    Piece,
    Slot,
    Stack,
    Words,
)
from simulator.window.theme import GAP, PAD
from simulator.window.widgets import Action, Button, ChoiceCard, Tabs

if TYPE_CHECKING:
    from simulator.window.flow import Flow

HEAD = "Your options"
RING = 6.0
"""Room for the focus ring around the choices."""
MODES = ("My own choices", "Best play")


class WhatIfScreen(Screen):
    """The choices of one move at the left, what the selected one leads to at the right.

    ``chosen`` is the index of the selected rival in the review's order, the best first.
    """

    def __init__(self, flow: Flow, review: Debrief, play: Play, move: int) -> None:
        super().__init__()
        self.flow = flow
        self.review = review
        self.play = play
        self.move = move
        self.rivals = review.moves[move].rivals
        self.chosen = next((i for i, one in enumerate(self.rivals) if not one.is_chosen), 0)
        self.kept: dict[tuple[int, int], tuple[Debrief, Play]] = {}
        self.header = Header(
            "What if · nothing here is recorded",
            f"Move {move + 1}: {with_feature(review.moves[move].task, review.moves[move].feature)}",
            "Back to the review",
        )
        self.cards = [
            ChoiceCard(
                f"rival-{i}",
                rival.said,
                number=i + 1 if i < 9 else 0,
                label=_label(rival),
            )
            for i, rival in enumerate(self.rivals)
        ]
        self.modes = Tabs("modes", MODES)
        self.review_button = Button(
            "review", "Review the what-if run", kind="primary", icon="search"
        )
        cards = Stack([Slot(card) for card in self.cards], 10)
        self.choices = Page("choices", cards, margin=(RING, RING), spare=8.0)
        self.result = Page("result", Stack([]))
        self._left = self._head = self._box = Rect()
        self.widgets = [*self.header.widgets, self.choices, self.result]

    def enter(self) -> None:
        """Begin at the selected choice."""
        self._select(self.chosen)
        self.app.focus(self.cards[self.chosen], ring=False)

    def other(self) -> tuple[Debrief, Play]:
        """The run with the selected choice, reviewed; worked out once."""
        key = (self.chosen, self.modes.chosen)
        if key not in self.kept:
            scorer = self.flow.level.scorer()
            choice = self.rivals[self.chosen].id
            best_on = bool(self.modes.chosen)
            play = what_if(self.play, scorer, self.move, choice, best_on=best_on)
            self.kept[key] = (debrief(play, scorer), play)
        return self.kept[key]

    def _select(self, index: int) -> None:
        self.chosen = index
        for i, card in enumerate(self.cards):
            card.selected = i == index
        self.result.show(self._build())
        self.invalidate()

    def _build(self) -> Piece:
        other, _ = self.other()
        rival = self.rivals[self.chosen]
        feature = self.review.moves[self.move].feature
        sides = Across(
            [_side("Your run", self.review, ""), _side("What if", other, "primary")],
            [Share(), Share()],
            least=250.0,
        )
        return Stack(
            [
                Label("branch", done_in_words(rival.said, feature), "primary", "name"),
                Stack(
                    [
                        Words("After this move, go on with", "caption", "muted"),
                        Slot(self.modes),
                    ],
                    4,
                ),
                Stack(
                    [
                        Words(score_in_words(self.review, other), "title"),
                        Words(why_in_words(self.review, other, self.move)),
                    ],
                    2,
                ),
                Stack([sides, Words(SAME_BUYER, "small", "muted")], 4),
                Slot(self.review_button),
            ],
            10,
        )

    def layout(self, size: Rect) -> None:
        """Give the choices what they need, and the result the rest."""
        fonts = self.fonts
        rest = self.header.place(fonts, size)
        inner = rest.inset(PAD, GAP)
        wide = min(max(500.0 * fonts.text_scale, inner.w * 0.38), inner.w * 0.46)
        self._left, self._box = cut_left(inner, wide, GAP)
        self._head, room = cut_top(self._left.inset(14), fonts.leading("heading"), 10)
        self.choices.lay(
            fonts, Rect(room.x - RING, room.y - RING, room.w + 8 + RING, room.h + 2 * RING)
        )
        box = self._box
        self.result.lay(fonts, Rect(box.x + PAD, box.y + PAD, box.w - PAD - 8, box.h - 2 * PAD))

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and both cards."""
        self.header.draw(canvas)
        for card in (self._left, self._box):
            canvas.card(card)
        canvas.text(HEAD, self._head, "heading", lines=1)

    def act(self, action: Action) -> None:
        """Select a choice or a way to go on, or review the other run."""
        if action.name == "back":
            self.back()
        elif action.name == "modes":
            self._select(self.chosen)
        elif action.name == "review":
            self._review()
        elif action.name.startswith("rival-"):
            self._select(int(action.name.removeprefix("rival-")))

    def _review(self) -> None:
        from simulator.window.screens.debrief import DebriefScreen

        other, play = self.other()
        said = done_in_words(self.rivals[self.chosen].said, self.review.moves[self.move].feature)
        self.app.push(DebriefScreen(self.flow, other, play, f"Move {self.move + 1}: {said}"))


def _label(rival: Rival) -> str:
    """What stands above an option: what it would have cost, and whether it was chosen."""
    cost_ = f"{cost(rival.lost)} points" if rival.lost else "Best"
    return f"Your choice · {cost_}" if rival.is_chosen else cost_


def _side(title: str, review: Debrief, tone: str) -> Piece:
    """One of the two runs in short."""
    grades = [
        (GRADES[grade].icon, grade_count(grade, count), GRADES[grade].tone)
        for grade in Grade
        if (count := sum(1 for move in review.moves if move.grade is grade))
    ]
    return Box(
        Stack(
            [
                Words(title, "caption", "muted"),
                Heading(review.outcome.title, f"worth {worth(review.value)}"),
                ScoreFigure(review.score, review.stars),
                Words(given_away_in_all(review.lost), "small"),
                Chips(grades),
            ],
            8,
        ),
        edge=tone or "neutral",
        pad=14,
        grow=1.0,
    )
