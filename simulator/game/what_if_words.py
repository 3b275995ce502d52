"""What a what-if changed, as words that window and terminal share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from simulator.game.debrief import Debrief, MoveReview
from simulator.game.review_words import points, whole
from simulator.game.score import SCORE_MAX

SAME_BUYER: Final = (
    "The buyer stays the same. A later choice that is no longer open gives way to the best one."
)
"""What holds in a what-if."""


def score_in_words(review: Debrief, other: Debrief) -> str:
    """How the score of the other run stands to that of the true one."""
    change = other.score - review.score
    if not change:
        return "Your score would have been the same."
    way = "higher" if change > 0 else "lower"
    return f"Your score would have been {abs(change)} {way}."


def why_in_words(review: Debrief, other: Debrief, move: int) -> str:
    """Where the difference comes from: the move (an index), what comes after it, the end at 0.

    Figures are those that stand beside the choices and the runs, so a reader can add them up.
    """
    is_same = review.run.choices[move] == other.run.choices[move]
    saved = 0 if is_same else whole(review.moves[move].lost) - whole(other.moves[move].lost)
    rises = _rises(review.moves[move + 1 :], other.moves[move + 1 :])
    more = whole(other.lost) - whole(review.lost) + saved if sum(rises.values()) else 0
    here = "Your own choice costs what it did" if is_same else f"At move {move + 1} {_here(saved)}"
    after = _after(more, rises, kept=not saved) if len(other.moves) > move + 1 else ""
    join = ", but" if saved * more > 0 else ", and"
    said = f"{here}{join} {after}." if after else f"{here}."
    if review.lost > SCORE_MAX < other.lost and whole(review.lost) != whole(other.lost):
        said += f" Both runs give away more than {SCORE_MAX} points: the score stops at 0."
    return said


def _here(saved: int) -> str:
    """What the move itself changed."""
    if not saved:
        return "it costs the same"
    said = points(Fraction(abs(saved)))
    return f"it saves {said}" if saved > 0 else f"it costs {said} more"


def _after(more: int, rises: dict[int, Fraction], *, kept: bool) -> str:
    """What the moves after it changed, and the one that did most of it."""
    if not more:
        return "so do the moves after it" if kept else "the moves after it cost the same"
    way = "more" if more > 0 else "less"
    at = max(rises, key=lambda number: rises[number])
    most = f", most of them at move {at}" if 2 * rises[at] > more > 1 else ""
    return f"the moves after it give away {points(Fraction(abs(more)))} {way}{most}"


def _rises(mine: Sequence[MoveReview], its: Sequence[MoveReview]) -> dict[int, Fraction]:
    """How much more each later move cost than the same decision did before, by its number.

    Under 0, taken off, is what was lost by decisions that no longer come up.
    """
    before: defaultdict[tuple[str, str], list[Fraction]] = defaultdict(list)
    for one in mine:
        before[one.task, one.feature].append(one.lost)
    rises = {}
    for one in its:
        lost = before[one.task, one.feature]
        rises[one.number] = one.lost - (lost.pop(0) if lost else 0)
    gone = sum((sum(lost, Fraction(0)) for lost in before.values()), Fraction(0))
    return {**rises, 0: -gone}
