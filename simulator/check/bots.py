"""Players without judgement: whoever they are, a fair scenario does not let them pass.

Most choose the same for every order on screen, so one run for each buyer says exactly what they
score. The three that go by the order on screen, or by dice, play a fixed number of runs for each
buyer, whose orders and dice come from seeds by the same hashes as in play.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from simulator.check.words import POLITE, words
from simulator.game.build import Spot
from simulator.game.rules import Game, State
from simulator.game.run import pick, shuffled
from simulator.game.score import Scorer

SEEDS: Final = 24
"""Runs for each buyer of the bots that go by the order on screen or by dice."""

Ending = tuple[State, int]
Chooser = Callable[[State, int], int]


@dataclass(frozen=True)
class Bot:
    """A bot and its mean score, 0 to 1000, over buyers as they are drawn."""

    name: str
    score: Fraction


@dataclass(frozen=True)
class _Played:
    choices: tuple[str, ...]
    buyer: int
    ending: State


def looks(spots: list[Spot]) -> list[list[tuple[int, int]]]:
    """What bots see of each choice: how long its words are, and how polite (stopping is last)."""
    found = []
    for spot in spots:
        says = [choice.say for choice in spot.choices]
        if spot.decision.spend:
            says.append(spot.decision.done.say)
        found.append([(len(say), len(POLITE & set(words(say)))) for say in says])
    return found


def fingerprint(game: Game, spots: list[Spot]) -> str:
    """A digest of all that bots look at beside the rules, and of the epilogue's conditions."""
    fixed = [spot.decision.order == "fixed" or bool(spot.feature) for spot in spots]
    text = json.dumps([looks(spots), fixed, [repr(cond) for cond in game.epilogue]])
    return hashlib.sha256(text.encode()).hexdigest()


def play_bots(game: Game, spots: list[Spot], scorer: Scorer) -> tuple[list[Bot], list[Ending]]:
    """Every bot with its score, and every ending that one of their runs came to."""
    table = looks(spots)
    fixed = [spot.decision.order == "fixed" or bool(spot.feature) for spot in spots]
    everyone = range(len(game.weights))
    played: dict[str, list[_Played]] = {}

    def by_words(worth: Callable[[tuple[int, int]], int]) -> Chooser:
        return lambda state, _: max(game.legal(state), key=lambda o: worth(table[state.node][o]))

    exact: dict[str, Chooser] = {
        "longest": by_words(lambda look: look[0]),
        "shortest": by_words(lambda look: -look[0]),
        "politest": by_words(lambda look: look[1]),
    }
    for meter, name in enumerate(game.meters):
        exact[f"greedy for {name}"] = _greedy(game, meter)
    for name, chooser in exact.items():
        played[name] = [_play(game, buyer, chooser) for buyer in everyone]
    for name, end in (("first", 0), ("last", -1)):
        played[name] = [
            _play(game, buyer, _on_screen(game, fixed, seed, end))
            for buyer in everyone
            for seed in range(1, SEEDS + 1)
        ]
    played["random"] = [
        _play(game, buyer, _dice(game, seed)) for buyer in everyone for seed in range(1, SEEDS + 1)
    ]
    bots = [Bot(name, _mean(game, scorer, runs)) for name, runs in played.items()]
    return bots, [(run.ending, run.buyer) for runs in played.values() for run in runs]


def _mean(game: Game, scorer: Scorer, runs: list[_Played]) -> Fraction:
    scores = [one.score for one in scorer.score([(run.choices, run.buyer) for run in runs])]
    total = sum(game.weights[run.buyer] * score for run, score in zip(runs, scores, strict=True))
    return Fraction(total, sum(game.weights[run.buyer] for run in runs))


def _play(game: Game, buyer: int, chooser: Chooser) -> _Played:
    state, buyers, choices = game.start(), game.everyone, []
    while not game.is_over(state):
        option = chooser(state, buyers)
        choices.append(game.nodes[state.node].options[option].id)
        shown = game.outcome_of(state, option, buyer)
        buyers = next(mask for seen, mask in game.after(state, buyers, option) if seen == shown)
        state = shown.state
    return _Played(tuple(choices), buyer, state)


def _greedy(game: Game, meter: int) -> Chooser:
    """Takes what raises one meter most, as far as can be known."""

    def rise(state: State, buyers: int, option: int) -> int:
        return sum(
            game.weights[buyer] * game.outcome_of(state, option, buyer).state.meters[meter]
            for buyer in range(len(game.weights))
            if buyers >> buyer & 1
        )

    return lambda state, buyers: max(game.legal(state), key=lambda o: rise(state, buyers, o))


def _on_screen(game: Game, fixed: list[bool], seed: int, end: int) -> Chooser:
    orders = [
        list(range(len(node.options))) if fixed[at] else shuffled(game, at, seed)
        for at, node in enumerate(game.nodes)
    ]

    def chooser(state: State, _: int) -> int:
        return [at for at in orders[state.node] if game.is_legal(state, at)][end]

    return chooser


def _dice(game: Game, seed: int) -> Chooser:
    def chooser(state: State, _: int) -> int:
        legal = game.legal(state)
        thrown = pick(f"pitchcraft/check/1/{game.id}/{seed}/{state.node}/{state.used}")
        return legal[thrown % len(legal)]

    return chooser
