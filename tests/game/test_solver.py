"""The fast solver equals the slow twin exactly, on generated games with every kind of rule."""

from __future__ import annotations

import random
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.game.rules import Game
from simulator.game.solver import solve
from tests.game.games import small_games
from tests.game.slow_twin import SlowTwin


@settings(max_examples=150, deadline=None)
@given(small_games())
def test_values_at_the_start_equal_the_slow_twin(game: Game) -> None:
    solution, twin = solve(game), SlowTwin(game)
    slow = twin.value(game.start(), game.everyone)
    assert solution.start_value == slow.best
    assert solution.worst_value == slow.worst
    assert 0 <= slow.random - solution.random_value < Fraction(1, 1000)


@settings(max_examples=100, deadline=None)
@given(small_games(), st.integers(0, 2**32))
def test_every_information_state_met_has_the_slow_twins_value(game: Game, seed: int) -> None:
    solution, twin, dice = solve(game), SlowTwin(game), random.Random(seed)
    state, buyers = game.start(), game.everyone
    while True:
        value = Fraction(solution.value(state, buyers), twin.weight(buyers))
        assert value == twin.value(state, buyers).best
        if game.is_over(state):
            break
        shown, buyers = dice.choice(game.after(state, buyers, dice.choice(game.legal(state))))
        state = shown.state
