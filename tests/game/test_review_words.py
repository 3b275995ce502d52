"""The figures and judgements of a review in words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.game import review_words as words
from simulator.game.debrief import Debrief
from simulator.game.policy import Policy
from simulator.game.score import Grade
from simulator.problems import Place
from tests.window_debrief_kit import Table, table_at


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Table:
    return table_at(tmp_path, monkeypatch)


@pytest.fixture
def review(table: Table) -> Debrief:
    return table.finish(table.flow.session.levels[0], Policy.FIRST, 7)[0]


@pytest.mark.parametrize(
    ("value", "said", "with_sign"),
    [
        (Fraction(0), "0 of 100", "0"),
        (Fraction(1), "1 of 100", "+1"),
        (Fraction(-1), "1 of 100", "−1"),
        (Fraction(3, 2), "1.5 of 100", "+1.5"),
        (Fraction(-36), "36 of 100", "−36"),
        (Fraction(1, 3), "0.3 of 100", "+0.3"),
        (Fraction(1, 20), "0.1 of 100", "+0.1"),
        (Fraction(-1, 1000), "0.1 of 100", "−0.1"),
        (Fraction(199, 20), "10 of 100", "+10"),
    ],
)
def test_a_worth_has_one_decimal_at_most_and_never_vanishes(
    value: Fraction, said: str, with_sign: str
) -> None:
    assert (words.worth(value), words.signed(value)) == (said, with_sign)


@pytest.mark.parametrize(
    ("lost", "said", "figure"),
    [
        (Fraction(0), "0 points", "0"),
        (Fraction(1, 1000), "1 point", "−1"),
        (Fraction(1), "1 point", "−1"),
        (Fraction(3, 2), "1 point", "−1"),
        (Fraction(8, 5), "2 points", "−2"),
        (Fraction(651, 1), "651 points", "−651"),
    ],
)
def test_points_of_score_are_whole_and_never_vanish(lost: Fraction, said: str, figure: str) -> None:
    assert (words.points(lost), words.cost(lost)) == (said, figure)


@given(st.fractions(1, 1000, max_denominator=60))
def test_what_is_given_away_and_the_score_come_to_1000(lost: Fraction) -> None:
    score = (1000 - lost + Fraction(1, 2)).__floor__()
    assert words.whole(lost) + score == 1000


def test_the_score_is_told_as_what_was_given_away() -> None:
    said = "Best play earns 1000 points; your choices gave away 258."
    assert words.less_given_away(Fraction(258)) == said
    assert words.less_given_away(Fraction(1195)) == (
        "Best play earns 1000 points; your choices gave away 1195: the score stops at 0."
    )
    said = "Best play earns 1000 points, and you gave none of them away."
    assert words.less_given_away(Fraction(0)) == said


def test_shares_are_whole_percents() -> None:
    assert words.percent(Fraction(2, 3)) == "67 %"
    assert words.percent(Fraction(1)) == "100 %"
    assert words.percent(None) == "not at stake"


FIGURES = st.fractions(0, 100, max_denominator=60)


@given(FIGURES, st.integers(0, 100), st.booleans())
def test_the_three_figures_add_up_as_they_are_shown(
    played: Fraction, value: int, is_lucky: bool
) -> None:
    shown = words.skill_and_luck(_Figures(played, value if is_lucky else played))  # type: ignore[arg-type]
    luck = value - played if is_lucky else Fraction(0)
    assert shown.played + shown.luck == shown.value
    assert abs(Fraction(shown.luck, 10) - luck) <= Fraction(1, 5)


class _Figures:
    def __init__(self, played: Fraction, value: object) -> None:
        self.played, self.value = played, value


def test_luck_is_told_as_given_or_taken() -> None:
    assert words.luck_in_words(0) == "Luck made no difference."
    assert words.luck_in_words(10) == "Luck, the draw of the buyer, gave you 1."
    assert words.luck_in_words(-97) == "Luck, the draw of the buyer, took 9.7."
    assert words.step_luck(Fraction(0)) == "Luck: none at this move."
    said = "Luck: what came back was worse than could be expected, by 1.5 of 100."
    assert words.step_luck(Fraction(-3, 2)) == said


def test_a_place_is_the_file_and_the_line() -> None:
    assert words.place_in_words(Place("/a/b/first-call.yaml", 94)) == "first-call.yaml, line 94"
    assert words.place_in_words(Place("C:\\b\\first-call.yaml")) == "first-call.yaml"
    rules = [Place("/a/b.yaml", line) for line in (94, 7, 12)]
    assert words.places_in_words(rules) == "Rules: b.yaml, lines 94, 7 and 12"
    assert words.places_in_words(rules[:1]) == "Rule: b.yaml, line 94"
    assert words.places_in_words([Place("b.yaml"), Place("b.yaml")]) == "Rule: b.yaml"


def test_grades_are_counted_with_their_plural() -> None:
    said = [words.grade_count(grade, count) for grade in Grade for count in (1, 2)]
    assert said == [
        "1 best", "2 best", "1 good", "2 good", "1 inaccuracy", "2 inaccuracies", "1 mistake",
        "2 mistakes", "1 blunder", "2 blunders",
    ]  # fmt: skip


def test_the_grades_are_told_in_points() -> None:
    assert words.GRADING == (
        "A good choice costs up to 20 points, an inaccuracy up to 80, a mistake up to 200,"
        " a blunder more."
    )


def test_the_next_star() -> None:
    assert words.next_star(0, Fraction(1000)) == "400 more for the first star."
    assert words.next_star(400, Fraction(600)) == "300 more for the second star."
    assert words.next_star(899, Fraction(101)) == "1 more for the third star."
    assert words.next_star(900, Fraction(100)) == ""


def test_a_score_that_would_lie_below_0_says_so() -> None:
    assert words.given_away_in_all(Fraction(1000)) == "1000 points given away"
    said = "1195 points given away: the score stops at 0"
    assert words.given_away_in_all(Fraction(1195)) == said
    assert words.next_star(0, Fraction(1001)) == "The first star is at 400."


def test_a_dear_turning_point_comes_first(review: Debrief) -> None:
    first = words.priority(review)
    assert (first.title, first.move) == ("Presentation", 8)
    assert first.text == "Move 9 was your turning point: it gave away 546 of 1061 points."
    assert first.yours == "Photo job cards: Leave it out."
    assert first.better.startswith("Photo job cards: Hand her the phone")


def test_a_single_mistake_is_all_there_is(review: Debrief) -> None:
    moves = tuple(
        move if at == 8 else replace(move, lost=Fraction(0)) for at, move in enumerate(review.moves)
    )
    first = words.priority(replace(review, moves=moves, lost=review.moves[8].lost))
    said = "Move 9 was your turning point: it gave away 546 points. No other move cost anything."
    assert first.text == said


def test_without_one_dear_move_the_weakest_stage_comes_first(review: Debrief) -> None:
    costs = {3: 3, 7: 4, 8: 4, 12: 5}
    moves = tuple(
        replace(move, lost=Fraction(costs.get(at, 0))) for at, move in enumerate(review.moves)
    )
    lost = Fraction(sum(costs.values()))
    first = words.priority(replace(review, moves=moves, lost=lost, turning_point=12))
    assert (first.title, first.move) == ("Presentation", 7)
    assert first.text == (
        "Presentation cost most: 8 of 16 points, in 2 of 4 moves. You kept 7 % of what was at "
        "stake. The dearest was move 8."
    )


def test_perfect_play_has_nothing_to_mend(table: Table) -> None:
    review, _ = table.finish(table.flow.session.levels[0], Policy.BEST, 7)
    assert (words.priority(review).title, words.priority(review).move) == (
        "Nothing to improve",
        None,
    )


def test_the_score_is_set_against_earlier_runs_only() -> None:
    def said(*scores: int) -> str:
        return words.personal_best(600, scores, guest=False)

    assert said() == "Your first finished run of this level."
    assert said(500, 590) == "New personal best: 10 more than before."
    assert said(600) == "As good as your personal best of 600."
    assert said(742, 10) == "Personal best 742: this run is 142 below it."
    guest = words.personal_best(600, [], guest=True)
    assert guest == "You play as a guest, so this run is not on the leaderboard."
