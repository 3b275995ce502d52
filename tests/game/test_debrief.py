"""The review of a finished run: exact words, exact sums, and what-ifs.

The expected review of a run of the tutorial is kept in ``debrief_first_call.txt``. After a change
of the scenario's words write it anew with ``python -m tests.game.test_debrief``, and read it.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.game.build import build_game
from simulator.game.debrief import Debrief, best_line, debrief, finish, stars_of, what_if
from simulator.game.play import Play
from simulator.game.policy import Policy, choose_by
from simulator.game.run import Run
from simulator.game.score import Grade, Scorer
from simulator.game.solver import solve
from simulator.paths import scenarios_dir
from simulator.problems import IllegalChoice
from simulator.scenario.load import load_source
from simulator.scenario.text import decode
from tests.scenario_text import SMALL, broken

GOLDEN = Path(__file__).with_name("debrief_first_call.txt")


class Table:
    """A scenario solved, ready to be played."""

    def __init__(self, text: str, name: str) -> None:
        source, _ = decode(name, text.encode())
        assert source is not None
        scenario, problems = load_source(source, Path(name))
        assert scenario is not None, problems
        self.scenario = scenario
        self.game = build_game(scenario)
        self.scorer = Scorer(self.game, solve(self.game))

    def start(self, seed: int) -> Play:
        run = Run(self.scenario.id, self.game.digest, seed, player="Maya", team="North", id="r1")
        return Play(self.scenario, self.game, run)

    def bot(self, policy: Policy, seed: int) -> Play:
        play = self.start(seed)
        while not play.is_over:
            play.choose(choose_by(policy, play, self.scorer.solution))
        return play

    def made(self, choices: list[str], seed: int = 1) -> Play:
        play = self.start(seed)
        for choice in choices:
            play.choose(choice)
        assert play.is_over
        return play

    def review(self, play: Play) -> Debrief:
        return debrief(play, self.scorer)


@lru_cache
def tutorial() -> Table:
    text = (scenarios_dir() / "first-call.yaml").read_text(encoding="utf-8")
    return Table(text, "first-call.yaml")


@lru_cache
def small(old: str = "", new: str = "") -> Table:
    return Table(broken(old, new) if old else SMALL, "small.yaml")


def number(value: Fraction | int | None) -> str:
    if value is None:
        return "-"
    return str(Fraction(value).limit_denominator(10**6))


def points(lost: Fraction) -> str:
    return f"{float(lost):.3f}".rstrip("0").rstrip(".")


def rendered(review: Debrief) -> str:
    """All that a review says, in plain lines."""
    lines = [
        f"score {review.score} stars {review.stars} value {review.value}",
        f"start {number(review.start)} played {number(review.played)} luck {number(review.luck)}",
        f"lost {points(review.lost)}",
        f"outcome {review.outcome.id}: {review.outcome_text}",
        f"buyer {review.buyer.id}: {review.truth}",
        *(f"cue {cue}" for cue in review.cues),
        *(f"stage {share.name} {number(share.kept)}" for share in review.stages),
        *(f"skill {share.name} {number(share.kept)}" for share in review.skills),
        *(f"meter {line.meter.name} {' '.join(map(str, line.values))}" for line in review.meters),
        f"turning point {review.turning_point}",
    ]
    for move in review.moves:
        lines += [
            f"move {move.number} {move.stage}: {move.task} [{move.feature}]",
            f"  situation {move.prospect}",
            f"  said {move.said}",
            f"  reply {move.reply}",
            f"  why {move.why}",
            f"  best {move.best} | {move.best_reply} | {move.best_why}",
            f"  lost {points(move.lost)} luck {number(move.luck)} {move.grade.value}",
            f"  instead {move.instead} source {move.source}",
            f"  place {Path(move.place.path).name}:{move.place.line}",
        ]
        for rival in move.rivals:
            marks = "*" * rival.is_chosen + "!" * rival.is_best
            lines.append(f"  rival {rival.id}{marks} {points(rival.lost)}")
    lines += [
        f"points {line.points} {line.because} {Path(line.place.path).name}:{line.place.line}"
        for line in review.points
    ]
    lines += [f"day {day}: {text}" for day, text in review.epilogue]
    lines += [
        f"line {step.stage_name}: {step.task} [{step.feature}] {step.said} | {step.reply}"
        for step in review.best_line
    ]
    lines.append(f"best line ends {review.best_outcome.id}")
    lines += [f"best points {line.points} {line.because}" for line in review.best_points]
    return "\n".join(lines) + "\n"


def pinned() -> str:
    return rendered(tutorial().review(tutorial().bot(Policy.FIRST, 7)))


def test_the_review_of_a_pinned_run_is_exactly_this() -> None:
    assert pinned().splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()


PLAYS = st.tuples(
    st.sampled_from([Policy.RANDOM, Policy.FIRST, Policy.LAST, Policy.LONGEST, Policy.WORST]),
    st.integers(0, 2**32),
)


@settings(max_examples=40, deadline=None)
@given(PLAYS, st.booleans())
def test_value_is_what_was_played_plus_luck_and_the_score_less_what_was_lost(
    how: tuple[Policy, int], is_small: bool
) -> None:
    table = small() if is_small else tutorial()
    play = table.bot(*how)
    review = table.review(play)
    assert review.value == review.played + review.luck
    regret, span = review.start - review.played, review.start - review.random
    assert review.lost == (1000 * regret / span if span else 0)
    assert abs(review.score - max(Fraction(0), 1000 - review.lost)) <= Fraction(1, 2)
    assert review.lost == sum(move.lost for move in review.moves)
    assert review.value == min(100, max(0, sum(line.points for line in review.points)))
    assert review.stars == stars_of(review.score)
    for move in review.moves:
        mine = next(rival for rival in move.rivals if rival.is_chosen)
        assert mine.lost == move.lost
        assert (move.grade is Grade.BEST) == (move.lost == 0) == (not move.best) == mine.is_best
    for line in review.meters:
        assert len(line.values) == len(review.moves) + 1


@settings(max_examples=25, deadline=None)
@given(PLAYS, st.data())
def test_a_what_if_with_the_same_choice_is_the_same_run(
    how: tuple[Policy, int], data: st.DataObject
) -> None:
    play = small().bot(*how)
    move = data.draw(st.integers(0, len(play.steps) - 1))
    other = what_if(play, small().scorer, move, play.run.choices[move], best_on=False)
    assert other.run.choices == play.run.choices
    assert small().review(other).score == small().review(play).score


@settings(max_examples=25, deadline=None)
@given(PLAYS, st.data())
def test_best_play_from_a_move_on_never_scores_less(
    how: tuple[Policy, int], data: st.DataObject
) -> None:
    table = data.draw(st.sampled_from([small(), tutorial()]))
    play = table.bot(*how)
    review = table.review(play)
    move = data.draw(st.integers(0, len(play.steps) - 1))
    rival = data.draw(st.sampled_from(review.moves[move].rivals))
    kept = table.review(what_if(play, table.scorer, move, rival.id, best_on=False))
    best = table.review(what_if(play, table.scorer, move, rival.id, best_on=True))
    assert best.score >= kept.score
    assert best.lost <= kept.lost
    assert best.moves[move].lost == rival.lost
    if rival.is_best:
        assert best.score >= review.score
    assert best.lost == sum(one.lost for one in review.moves[:move]) + rival.lost


def test_a_what_if_meets_the_same_buyer_and_has_no_id() -> None:
    play = small().bot(Policy.FIRST, 5)
    other = what_if(play, small().scorer, 0, "mill", best_on=True)
    assert (other.buyer, other.run.seed) == (play.buyer, play.run.seed)
    assert (other.run.id, other.run.player, other.run.team) == ("", "Maya", "North")


def test_a_what_if_keeps_later_choices_where_they_are_open() -> None:
    play = small().bot(Policy.BEST, 5)
    assert play.run.choices[:3] == ("quay", "reviews", "ask")
    other = what_if(play, small().scorer, 0, "mill", best_on=False)
    assert other.run.choices[:3] == ("mill", "reviews", "pitch")
    assert other.run.choices[3:] == play.run.choices[3:]


def test_a_choice_that_is_not_open_is_refused() -> None:
    play = small().bot(Policy.FIRST, 5)
    with pytest.raises(IllegalChoice, match=r"^`nothing` is not a choice at `read`\.$"):
        what_if(play, small().scorer, 1, "nothing", best_on=False)


def test_a_locked_choice_is_refused() -> None:
    play = small().made(["mill", "news", "pitch", *_rest(["mill", "news", "pitch"])])
    with pytest.raises(IllegalChoice):
        what_if(play, small().scorer, 2, "ask", best_on=False)


def _rest(choices: list[str]) -> list[str]:
    """The choices of best play after some that were made."""
    play = small().start(1)
    for choice in choices:
        play.choose(choice)
    finish(play, small().scorer)
    return list(play.run.choices[len(choices) :])


def test_the_best_line_loses_nothing_and_is_told_with_names() -> None:
    table = small("How do people book with you, <first-name>?", "<player> asks <first-name>.")
    play = table.bot(Policy.WORST, 3)
    lines = best_line(play, table.scorer)
    other = table.start(3)
    finish(other, table.scorer)
    assert [line.said for line in lines] == [told.said for told in other.told]
    assert table.review(other).score == 1000
    assert "Maya asks Nadia." in [line.said for line in lines]
    assert [line.feature for line in lines if line.feature] == ["Reminders"]


def test_the_words_on_the_best_choice_are_those_of_the_case_that_would_have_held() -> None:
    case = "reply: On the wall. It never crashed.\n"
    table = small(case, case + "              why: She tells you what broke.\n")
    told = set()
    for seed in range(12):
        play = table.start(seed)
        for choice in ("quay", "reviews", "pitch"):
            play.choose(choice)
        finish(play, table.scorer)
        move = table.review(play).moves[2]
        told.add((table.scenario.buyers[play.buyer].id, move.best_reply, move.best_why))
    assert told == {
        ("burnt", "On the wall. It never crashed.", "She tells you what broke."),
        ("busy", "On the wall. Badly.", "It is about her."),
    }


def named(table: Table) -> tuple[list[str], list[str]]:
    """What the best line says at each step, and the rivals of the fourth move in their order."""
    review = table.review(table.bot(Policy.WORST, 1))
    assert [rival.lost for rival in review.moves[3].rivals] == [0, 0]
    return [step.said for step in review.best_line], [one.id for one in review.moves[3].rivals]


def test_among_equal_choices_the_review_names_the_one_that_does_most() -> None:
    line, rivals = named(small())
    assert (line[3], rivals) == ("Send her one.", ["live", "skip"])
    assert line[1] == "Read the reviews."


def test_the_author_has_the_last_word_on_equal_choices() -> None:
    live = "{id: live, minutes: 10, say: Send her one., effects: {value: up}, why: She sees it.}"
    line, rivals = named(small(live, live.replace("why:", "verdict: poor, why:")))
    assert (line[3], rivals) == ("Leave it out.", ["skip", "live"])


def test_the_best_line_ends_as_it_is_told() -> None:
    table = small()
    play = table.bot(Policy.WORST, 4)
    review = table.review(play)
    best = what_if(play, table.scorer, 0, "quay", best_on=True)
    assert review.best_outcome == best.outcome
    assert sum(line.points for line in review.best_points) == table.review(best).value


def test_without_rules_of_its_own_an_ending_is_worth_its_kind_and_the_trust() -> None:
    review = small().review(small().bot(Policy.BEST, 1))
    assert [(line.points, line.because) for line in review.points] == [
        (65, "how the sale ended"),
        (review.meters[0].values[-1], "trust that was kept"),
    ]


def test_a_stage_with_nothing_at_stake_has_no_share() -> None:
    review = small().review(small().bot(Policy.BEST, 1))
    kept = {share.id: share.kept for share in review.stages}
    assert list(kept) == [
        "prospecting", "preparation", "approach", "presentation", "objections", "closing",
        "follow_up",
    ]  # fmt: skip
    assert kept["preparation"] is None
    assert kept["closing"] == 1
    assert review.turning_point is None


def test_the_turning_point_is_the_dearest_move() -> None:
    review = tutorial().review(tutorial().bot(Policy.FIRST, 7))
    assert review.turning_point is not None
    dearest = max(review.moves, key=lambda move: move.lost)
    assert review.moves[review.turning_point] is dearest


if __name__ == "__main__":
    GOLDEN.write_text(pinned(), encoding="utf-8")
