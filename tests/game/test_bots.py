"""Bots: their runs follow the rules, are the same every time, and are scored as any run is."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli import POLICIES
from simulator.game.bots import SEEDS, bots, greedy_bots, mean_score, play_bots
from simulator.game.build import build_game, spots
from simulator.game.play import Play
from simulator.game.policy import Policy, chooser, politeness, says
from simulator.game.rules import Game, State
from simulator.game.run import Run
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


def test_every_bot_plays_against_every_buyer_to_the_end(
    small: tuple[Scenario, Game, Scorer],
) -> None:
    scenario, game, scorer = small
    players = [*bots(game, spots(scenario), tuple(Policy), scorer.solution), *greedy_bots(game)]
    for bot, runs in zip(players, play_bots(game, players, scorer), strict=True):
        assert len(runs) == len(game.buyers) * (1 if bot.is_exact else SEEDS)
        assert sum(run.chance for run in runs) == 1
        for run in runs:
            assert walk(game, run.choices, run.buyer)[-1].after == run.ending
            assert run.result.is_over
            assert run.result == scorer.score([(run.choices, run.buyer)])[0]
    assert [bot.name for bot in players if not bot.is_exact] == ["random", "first", "last"]


def test_best_play_earns_all_and_the_worst_nothing(small: tuple[Scenario, Game, Scorer]) -> None:
    scenario, game, scorer = small
    players = bots(game, spots(scenario), tuple(Policy), scorer.solution)
    scores = {
        bot.name: mean_score(runs)
        for bot, runs in zip(players, play_bots(game, players, scorer), strict=True)
    }
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
def test_bots_that_go_by_words_take_the_most_of_them(
    small: tuple[Scenario, Game, Scorer], policy: Policy, worth: object
) -> None:
    assert callable(worth)
    scenario, game, _ = small
    places = spots(scenario)
    choose = chooser(policy, game, places, None, 1)
    state: State = game.start()
    while not game.is_over(state):
        option = choose(state, game.everyone)
        words = says(places[state.node])
        legal = game.legal(state)
        assert option in legal
        assert worth(words[option]) == max(worth(words[at]) for at in legal)
        state = game.outcome_of(state, option, 0).state


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
    assert [bot.name for bot in greedy_bots(still.game)] == ["greedy for trust", "greedy for value"]
    named = played(SMALL.replace("buyers:\n", "meters: {urgency: {name: Hurry}}\nbuyers:\n", 1))
    assert [meter.name for meter in named.meters()] == ["Trust", "Value", "Hurry"]
    assert [meter.value for meter in named.meters()] == list(named.game.starts)
    assert len(greedy_bots(named.game)) == 2
    moved = played(SMALL.replace("effects: {trust: up", "effects: {urgency: 1, trust: up", 1))
    assert [meter.id for meter in moved.meters()] == ["trust", "value", "urgency"]
    assert len(greedy_bots(moved.game)) == 3
