"""Scores by their definition: the identity of value, 1000 for best play, 0 on average at random."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.game.policy import best_option
from simulator.game.rules import Game
from simulator.game.score import FEW, Grade, Scorer
from simulator.game.solver import solve
from simulator.game.steps import Step, walk
from simulator.problems import RunError
from tests.game.games import GameMaker, small_games
from tests.game.slow_twin import SlowTwin


def random_run(game: Game, seed: int, buyer: int) -> list[str]:
    dice, choices, state = random.Random(seed), [], game.start()
    while not game.is_over(state):
        option = dice.choice(game.legal(state))
        choices.append(game.nodes[state.node].options[option].id)
        state = game.choose(state, option, buyer).state
    return choices


@dataclass(frozen=True)
class SlowMove:
    regret: Fraction
    luck: Fraction
    swing: Fraction


def slow_move(twin: SlowTwin, step: Step) -> SlowMove:
    here = twin.value(step.state, step.buyers).best
    every = [twin.choice(step.state, step.buyers, o).best for o in twin.game.legal(step.state)]
    chosen = twin.choice(step.state, step.buyers, step.option).best
    after = twin.value(step.after, step.still).best
    return SlowMove(here - chosen, after - chosen, max(every) - min(every))


@settings(max_examples=100, deadline=None)
@given(small_games(), st.integers(0, 2**32))
def test_scored_moves_equal_the_definition(game: Game, seed: int) -> None:
    solution, twin = solve(game), SlowTwin(game)
    scorer = Scorer(game, solution)
    runs = [
        (random_run(game, seed + b, b % len(game.weights)), b % len(game.weights)) for b in range(8)
    ]
    many = FEW // len(runs) + 1
    results = scorer.score(runs)
    assert scorer.score(runs * many) == results * many, "scored together as one by one"
    for (choices, buyer), result in zip(runs, results, strict=True):
        steps = walk(game, choices, buyer)
        slow = [slow_move(twin, step) for step in steps]
        assert [m.regret for m in result.moves] == [m.regret * scorer.scale for m in slow]
        assert [m.luck for m in result.moves] == [m.luck * scorer.scale for m in slow]
        assert [m.swing for m in result.moves] == [m.swing * scorer.scale for m in slow]
        assert result.value == game.value(steps[-1].after, buyer)
        assert result.outcome == steps[-1].after.outcome
        assert result.value == result.start - result.regret + result.luck


@settings(max_examples=100, deadline=None)
@given(small_games())
def test_best_play_scores_1000_whoever_the_buyer_is(game: Game) -> None:
    solution = solve(game)
    scorer = Scorer(game, solution)
    for buyer in range(len(game.weights)):
        state, buyers, choices = game.start(), game.everyone, []
        while not game.is_over(state):
            option = best_option(game, solution, state, buyers)
            choices.append(game.nodes[state.node].options[option].id)
            shown = game.choose(state, option, buyer)
            buyers = dict(game.after(state, buyers, option))[shown]
            state = shown.state
        result = scorer.score([(choices, buyer)])[0]
        assert (result.score, result.raw) == (1000, Fraction(1000))
        assert {move.grade for move in result.moves} == {Grade.BEST}


@settings(max_examples=60, deadline=None)
@given(small_games())
def test_the_mean_raw_score_of_random_play_is_zero_up_to_the_bound(game: Game) -> None:
    solution, twin = solve(game), SlowTwin(game)
    exact = twin.value(game.start(), game.everyone).random
    span = solution.start_value - solution.random_value
    if span:
        mean_raw = 1000 * (exact - solution.random_value) / span
        assert 0 <= mean_raw <= 1000 * Fraction(1, 1000) / span


def test_a_partial_run_is_scored_as_far_as_it_goes() -> None:
    game = GameMaker(5, nodes=4, options=3, buyers=2, facts=2).game()
    choices = random_run(game, 1, 0)
    runs = [(choices, 0), (choices[:2], 0)]
    for many in (1, FEW):
        whole, part = Scorer(game, solve(game)).score(runs * many)[:2]
        assert part.moves == whole.moves[:2]
        assert (part.is_over, whole.is_over) == (False, True)
        assert (part.outcome, part.value, part.end_luck) == (0, 0, 0)


@pytest.mark.parametrize("many", [1, FEW + 1])
def test_runs_that_do_not_fit_are_refused_by_name(many: int) -> None:
    game = GameMaker(5, nodes=4, options=3, buyers=2, facts=2).game()
    scorer = Scorer(game, solve(game))
    choices = random_run(game, 1, 0)
    with pytest.raises(RunError, match=r"^Choice 1, `nothing`, is not legal at `d0.*` there.$"):
        scorer.score([(["nothing"], 0)] * many)
    with pytest.raises(RunError, match=f"^Choice {len(choices) + 1}, `x`, comes after the end"):
        scorer.score([([*choices, "x"], 0)] * many)
