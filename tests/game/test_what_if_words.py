"""The sentence that tells why a what-if scores as it does: exact words, and figures that add up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.game.debrief import Debrief, what_if
from simulator.game.policy import Policy
from simulator.game.review_words import whole
from simulator.game.what_if_words import score_in_words, why_in_words
from tests.game.test_debrief import PLAYS, small, tutorial


def asked(policy: Policy, move: int, rival: int, *, best_on: bool) -> tuple[Debrief, Debrief]:
    """The review of a run of the tutorial, and that with another option (from the best on)."""
    table = tutorial()
    play = table.bot(policy, 5)
    review = table.review(play)
    choice = review.moves[move].rivals[rival].id
    other = what_if(play, table.scorer, move, choice, best_on=best_on)
    return review, table.review(other)


@pytest.mark.parametrize(
    ("policy", "move", "rival", "best_on", "said"),
    [
        (
            Policy.WORST, 0, 0, False,
            ("At move 1 it saves 132 points, but the moves after it give away 132 points more,"
             " most of them at move 4."),
        ),
        (
            Policy.WORST, 0, 0, True,
            "At move 1 it saves 132 points, and the moves after it give away 1188 points less.",
        ),
        (
            Policy.WORST, 10, 0, False,
            ("At move 11 it saves 15 points. Both runs give away more than 1000 points:"
             " the score stops at 0."),
        ),
        (Policy.RANDOM, 12, -1, False, "At move 13 it costs 88 points more."),
    ],
)  # fmt: skip
def test_why_the_score_is_what_it_is(
    policy: Policy, move: int, rival: int, said: str, *, best_on: bool
) -> None:
    assert why_in_words(*asked(policy, move, rival, best_on=best_on), move) == said


def test_the_scores_are_compared() -> None:
    assert score_in_words(*asked(Policy.WORST, 0, 0, best_on=False)) == (
        "Your score would have been the same."
    )
    assert score_in_words(*asked(Policy.WORST, 0, 0, best_on=True)) == (
        "Your score would have been 1000 higher."
    )


@settings(max_examples=25, deadline=None)
@given(PLAYS, st.booleans(), st.data())
def test_the_figures_add_up_to_what_both_runs_gave_away(
    how: tuple[Policy, int], best_on: bool, data: st.DataObject
) -> None:
    table = small()
    play = table.bot(*how)
    review = table.review(play)
    move = data.draw(st.integers(0, len(play.steps) - 1))
    rival = data.draw(st.sampled_from(review.moves[move].rivals))
    other = table.review(what_if(play, table.scorer, move, rival.id, best_on=best_on))
    said = why_in_words(review, other, move)
    change = sum(
        int(figure) * (1 if way == "more" else -1)
        for figure, way in re.findall(r"(?:costs|give away) (\d+) points? (more|less)", said)
    ) - sum(int(figure) for figure in re.findall(r"saves (\d+) point", said))
    # What the move alone saves is told as beside the choices, so rounding may take a point there.
    alone = re.search(r"give away \d", said) is None
    assert abs(whole(other.lost) - whole(review.lost) - change) <= alone
