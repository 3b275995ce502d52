"""Bots: their runs follow the rules, are the same every time, and are scored as any run is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.cli import POLICIES
from simulator.game.bots import SEEDS, Played, bots, greedy_bots, play_bots
from simulator.game.build import build_game, spots
from simulator.game.play import Play
from simulator.game.policy import Policy, politeness, says, taste, wish
from simulator.game.rules import Game, State
from simulator.game.run import Run, shuffled
from simulator.game.score import Scorer
from simulator.game.solver import solve
from simulator.game.steps import walk
from simulator.scenario.load import load_source
from simulator.scenario.model import Scenario
from simulator.scenario.text import decode
from tests.scenario_text import SMALL


@pytest.fixture(scope="module")
def small() -> tuple[Scenario, Game, Scorer]:
    source, _ = decode("small.yaml", SMALL.encode())
    assert source is not None
    scenario, problems = load_source(source, Path("small.yaml"))
    assert scenario is not None, problems
    game = build_game(scenario)
    return scenario, game, Scorer(game, solve(game))


def everyone(it: tuple[Scenario, Game, Scorer]) -> dict[str, Played]:
    scenario, game, scorer = it
    places = spots(scenario)
    players = [*bots(game, places, tuple(Policy), scorer.solution), *greedy_bots(game, places)]
    return {played.bot.name: played for played in play_bots(game, players, scorer)}


def test_every_bot_plays_against_every_buyer_to_the_end(
    small: tuple[Scenario, Game, Scorer],
) -> None:
    _, game, scorer = small
    for played in everyone(small).values():
        assert len(played.runs) == len(game.buyers) * (1 if played.is_exact else SEEDS)
        assert sum(run.chance for run in played.runs) == 1
        for run in played.runs:
            assert walk(game, run.choices, run.buyer)[-1].after == run.ending
            assert run.result.is_over
            assert run.result == scorer.score([(run.choices, run.buyer)])[0]


def test_only_bots_that_never_like_two_choices_alike_are_exact(
    small: tuple[Scenario, Game, Scorer],
) -> None:
    exact = {name for name, played in everyone(small).items() if played.is_exact}
    assert {"best", "worst"} <= exact
    assert not {"random", "first", "last", "politest"} & exact


def test_best_play_earns_all_and_the_worst_nothing(small: tuple[Scenario, Game, Scorer]) -> None:
    scores = {name: played.score for name, played in everyone(small).items()}
    assert scores["best"] == 1000
    assert scores["worst"] == 0
    assert 0 < scores["random"] < 1000


@pytest.mark.parametrize(
    ("policy", "worth"),
    [
        (Policy.LONGEST, len),
        (Policy.SHORTEST, lambda say: -len(say)),
        (Policy.POLITEST, politeness),
    ],
)
def test_bots_that_go_by_words_like_all_that_have_the_most(
    small: tuple[Scenario, Game, Scorer], policy: Policy, worth: Callable[[str], int]
) -> None:
    scenario, game, _ = small
    places = spots(scenario)
    like = wish(policy, game, places, None)
    state: State = game.start()
    while not game.is_over(state):
        words, legal = says(places[state.node]), game.legal(state)
        most = max(worth(words[at]) for at in legal)
        liked = like(state, game.everyone)
        assert liked == [at for at in legal if worth(words[at]) == most]
        state = game.outcome_of(state, liked[0], 0).state


def test_of_what_it_likes_alike_a_bot_takes_what_stands_first_on_screen(
    small: tuple[Scenario, Game, Scorer],
) -> None:
    scenario, game, _ = small
    places, state = spots(scenario), game.start()
    legal = game.legal(state)
    for seed in range(1, 30):
        order = [at for at in shuffled(game, state.node, seed) if at in legal]
        assert taste(Policy.POLITEST, game, places, seed)(state, legal) == order[0]
        assert taste(Policy.LAST, game, places, seed)(state, legal) == order[-1]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Thanks, that is kind. Please go on.", 2),
        ("THANK you, thank you", 1),
        ("Thankless pleasantries", 0),
        ("", 0),
    ],
)
def test_manners_are_counted_by_words(text: str, count: int) -> None:
    assert politeness(text) == count


def test_the_command_offers_every_policy() -> None:
    assert set(POLICIES) == set(Policy)


def played(text: str) -> Play:
    source, _ = decode("small.yaml", text.encode())
    assert source is not None
    scenario, problems = load_source(source, Path("small.yaml"))
    assert scenario is not None, problems
    game = build_game(scenario)
    return Play(scenario, game, Run(scenario.id, game.digest, 1))


def test_a_meter_that_nothing_moves_is_neither_shown_nor_played_for() -> None:
    still = played(SMALL)
    assert [meter.id for meter in still.meters()] == ["trust", "value"]
    assert [bot.name for bot in greedy_bots(still.game, still.spots)] == [
        "greedy for trust",
        "greedy for value",
    ]
    named = played(SMALL.replace("buyers:\n", "meters: {urgency: {name: Hurry}}\nbuyers:\n", 1))
    assert [meter.name for meter in named.meters()] == ["Trust", "Value", "Hurry"]
    assert [meter.value for meter in named.meters()] == list(named.game.starts)
    assert len(greedy_bots(named.game, named.spots)) == 2
    moved = played(SMALL.replace("effects: {trust: up", "effects: {urgency: 1, trust: up", 1))
    assert [meter.id for meter in moved.meters()] == ["trust", "value", "urgency"]
    assert len(greedy_bots(moved.game, moved.spots)) == 3
