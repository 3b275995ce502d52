"""The figures and judgements of a review, as words that window and terminal share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple

from simulator.game.debrief import STARS, Debrief, MoveReview
from simulator.game.play import Play
from simulator.game.score import GRADE_LIMITS, SCORE_MAX, Grade
from simulator.problems import Place

MINUS: Final = "−"
STAGES_SAID: Final = (
    "One run leads through all seven stages of a sale. What you find out, say and promise early"
    " comes back later."
)
SCORING: Final = (
    "The best possible play, worked out in advance, earns 1000 points; clicking at random, 0.",
    "Luck never counts: you are measured by what you could know, not by how it happened to end.",
)
"""What is said of the score before a play."""


def _up_to(grade: Grade) -> int:
    """The most points that a choice of a grade gives away."""
    return SCORE_MAX * dict(GRADE_LIMITS)[grade] // 100


GRADING: Final = (
    f"A good choice costs up to {_up_to(Grade.GOOD)} points, an inaccuracy up to"
    f" {_up_to(Grade.INACCURACY)}, a mistake up to {_up_to(Grade.MISTAKE)}, a blunder more."
)
"""What the grades mean."""


def feels(play: Play) -> str:
    """What stands above the meters in a play."""
    return f"How {play.scenario.prospect.first_name} feels"


def felt(play: Play) -> str:
    """What stands above the meters of a play that is over."""
    return f"How {play.scenario.prospect.first_name} felt"


def grade_count(grade: Grade, count: int) -> str:
    """How many moves had a grade: ``1 mistake``, ``2 inaccuracies``."""
    many = {
        Grade.INACCURACY: "inaccuracies",
        Grade.MISTAKE: "mistakes",
        Grade.BLUNDER: "blunders",
    }
    return f"{count} {many.get(grade, grade.value) if count != 1 else grade.value}"


def tenths(value: Fraction | int) -> int:
    """A value in tenths, rounded half up; only a true zero becomes 0."""
    size = (abs(Fraction(value)) * 10 + Fraction(1, 2)).__floor__()
    size = max(size, 1) if value else 0
    return -size if value < 0 else size


def decimal(number: int) -> str:
    """A number of tenths without its sign, with a decimal only where it has one: ``3``, ``1.5``."""
    whole, rest = divmod(abs(number), 10)
    return f"{whole}.{rest}" if rest else str(whole)


def amount(value: Fraction | int) -> str:
    """A value without its sign, with one decimal at most."""
    return decimal(tenths(value))


def signed(value: Fraction | int) -> str:
    """A value with its sign: ``+1.5``, ``−36``, ``0``."""
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return sign + amount(value)


def worth(value: Fraction | int) -> str:
    """What an ending is worth: ``8 of 100``. The word points is kept for the score."""
    return f"{amount(value)} of 100"


def whole(lost: Fraction) -> int:
    """Points of score in whole numbers; only a true zero becomes 0.

    Half a point is rounded down, so that what is given away and the score come to 1000.
    """
    return max(math.ceil(lost - Fraction(1, 2)), 1) if lost else 0


def points(lost: Fraction) -> str:
    """Points of score: ``1 point``, ``651 points``."""
    said = whole(lost)
    return f"{said} point" if said == 1 else f"{said} points"


def cost(lost: Fraction) -> str:
    """What a move cost, as a figure: ``−651``, ``0``."""
    return f"{MINUS}{whole(lost)}" if lost else "0"


def given_away(lost: Fraction) -> str:
    """What a move cost, in words."""
    return f"{points(lost)} given away" if lost else "Nothing given away"


def given_away_in_all(lost: Fraction) -> str:
    """What a whole play gave away, and why the score is not lower where that is above 1000."""
    return f"{given_away(lost)}: the score stops at 0" if lost > SCORE_MAX else given_away(lost)


def less_given_away(lost: Fraction) -> str:
    """How the score comes about: what a whole play gave away of the best."""
    if not lost:
        return f"Best play earns {SCORE_MAX} points, and you gave none of them away."
    least = ": the score stops at 0" if lost > SCORE_MAX else ""
    return f"Best play earns {SCORE_MAX} points; your choices gave away {whole(lost)}{least}."


def percent(share: Fraction | None) -> str:
    """A share from 0 to 1 in percent; a stage in which nothing was at stake has none."""
    if share is None:
        return "not at stake"
    return f"{(share * 100 + Fraction(1, 2)).__floor__()} %"


def kept_in_words(kept: Fraction) -> str:
    """What the share kept in a stage tells."""
    said = f"You kept {percent(kept)} of the points at stake"
    if kept == 1:
        return f"{said}: no other choice was better."
    if kept >= Fraction(9, 10):
        return f"{said}. Hardly anything was given away."
    if kept >= Fraction(6, 10):
        return f"{said}. The review shows where the rest went."
    return f"{said}. There was a better way; the review shows it."


def stars_in_words(stars: int) -> str:
    """How many stars were earned."""
    return ("No star yet", "1 of 3 stars", "2 of 3 stars", "3 of 3 stars")[stars]


def next_star(score: int, lost: Fraction) -> str:
    """How far the next star is from the score after ``lost``; empty when there is none left.

    From a score that would lie below 0 the way is longer than the score tells.
    """
    least = next((one for one in STARS if score < one), None)
    if least is None:
        return ""
    if lost > SCORE_MAX:
        return f"The first star is at {least}."
    which = ("first", "second", "third")[STARS.index(least)]
    return f"{least - score} more for the {which} star."


class Sum(NamedTuple):
    """The three figures that tell skill from luck, in tenths; they add up exactly."""

    played: int
    luck: int
    value: int


def skill_and_luck(review: Debrief) -> Sum:
    """What such a play comes to on average, luck, and what the ending was worth.

    Each is rounded; luck takes up what rounding left over, so that a reader who adds them up
    comes to the same sum. Without luck nothing is left over.
    """
    played, value = tenths(review.played), tenths(review.value)
    return Sum(played, value - played, value)


def luck_in_words(luck: int) -> str:
    """What the draw of the buyer did over the whole run; ``luck`` in tenths."""
    if not luck:
        return "Luck made no difference."
    way = "gave you" if luck > 0 else "took"
    return f"Luck, the draw of the buyer, {way} {decimal(luck)}."


def step_luck(luck: Fraction) -> str:
    """What luck did at one move."""
    if not luck:
        return "Luck: none at this move."
    way = "better" if luck > 0 else "worse"
    return f"Luck: what came back was {way} than could be expected, by {worth(luck)}."


def place_in_words(place: Place) -> str:
    """The file and the line where a rule stands, without the folders."""
    name = place.path.replace("\\", "/").rpartition("/")[2]
    return f"{name}, line {place.line}" if place.line else name


def places_in_words(places: Sequence[Place]) -> str:
    """Where the rules of one file stand, in the order of the list: at least one."""
    lines = [str(place.line) for place in places if place.line]
    if len(lines) < 2:
        return f"Rule: {place_in_words(places[0])}"
    name = place_in_words(Place(places[0].path))
    return f"Rules: {name}, lines {', '.join(lines[:-1])} and {lines[-1]}"


def with_feature(task: str, feature: str) -> str:
    """A task, and the product feature it was about if there is one."""
    return f"{task}: {feature}" if feature else task


def done_in_words(said: str, feature: str) -> str:
    """What was chosen, in one line of a list."""
    return f"{feature}: {said}" if feature else said


@dataclass(frozen=True)
class Priority:
    """The one thing to work on first. ``move`` is the index of a move to look at, or None."""

    title: str
    text: str
    move: int | None
    yours: str = ""
    better: str = ""


def priority(review: Debrief) -> Priority:
    """The turning point if it cost a third of all that was lost or more, else the weakest stage."""
    at = review.turning_point
    if at is None:
        return Priority(
            "Nothing to improve",
            "You gave nothing away: every choice was as good as the best one. "
            "Another day may bring another buyer.",
            None,
        )
    worst = review.moves[at]
    if 3 * worst.lost >= review.lost:
        alone = worst.lost == review.lost
        gone = points(worst.lost) if alone else f"{whole(worst.lost)} of {points(review.lost)}"
        rest = "No other move cost anything." if alone else ""
        text = f"Move {worst.number} was your turning point: it gave away {gone}. {rest}".strip()
        return Priority(worst.stage_name, text, at, *_both(worst))
    return _weakest(review)


def _both(move: MoveReview) -> tuple[str, str]:
    return done_in_words(move.said, move.feature), done_in_words(move.best, move.feature)


def _weakest(review: Debrief) -> Priority:
    """The stage that cost most; at equal cost the one of which least was kept."""
    lost = {
        share.id: sum((m.lost for m in _moves(review, share.id)), Fraction(0))
        for share in review.stages
    }
    stage = max(review.stages, key=lambda share: (lost[share.id], -(share.kept or 0)))
    moves = _moves(review, stage.id)
    dearest = max(moves, key=lambda move: move.lost)
    missed = sum(1 for move in moves if move.lost)
    text = (
        f"{stage.name} cost most: {whole(lost[stage.id])} of {points(review.lost)}, in "
        f"{missed} of {len(moves)} moves. You kept {percent(stage.kept)} of what was at stake. "
        f"The dearest was move {dearest.number}."
    )
    return Priority(stage.name, text, dearest.number - 1, *_both(dearest))


def _moves(review: Debrief, stage: str) -> list[MoveReview]:
    return [move for move in review.moves if move.stage == stage]


def personal_best(score: int, others: Sequence[int], *, guest: bool) -> str:
    """How the score of a run stands to those of the player's other runs of the level."""
    if guest:
        return "You play as a guest, so this run is not on the leaderboard."
    if not others:
        return "Your first finished run of this level."
    best = max(others)
    if score > best:
        return f"New personal best: {score - best} more than before."
    if score == best:
        return f"As good as your personal best of {best}."
    return f"Personal best {best}: this run is {best - score} below it."
