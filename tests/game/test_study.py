"""The fast study equals the slow one in every number, on games with every kind of rule."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from simulator.game.figures import as_data, from_data
from simulator.game.rules import Game
from simulator.game.solver import solve
from simulator.game.study import study
from tests.game.games import small_games
from tests.game.slow_study import slow_study


@settings(max_examples=120, deadline=None)
@given(small_games())
def test_a_study_equals_the_slow_one(game: Game) -> None:
    solution = solve(game)
    assert study(game, solution) == slow_study(game, solution)


@settings(max_examples=30, deadline=None)
@given(small_games())
def test_a_study_comes_back_from_json(game: Game) -> None:
    found = study(game, solve(game))
    assert from_data(json.loads(json.dumps(as_data(found)))) == found


def test_a_study_of_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="made by another version"):
        from_data({"version": 0})
