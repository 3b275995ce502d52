"""Players without judgement, run by run: what each of them chooses, and what it scores.

Most of them choose by what a choice says or does, so that one run for each buyer is all that they
can play. The two that go by the order on screen play a number of orders for each buyer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from simulator.check.words import POLITE, words
from simulator.game.build import Spot, spots
from simulator.game.rules import Game, State
from simulator.game.run import shuffled
from simulator.game.score import Move, Scorer
from simulator.scenario.model import Scenario

ORDERS: Final = 24
"""Orders on screen, for each buyer, of the bots that go by them."""

Chooser = Callable[[State, int], int]
Looks = list[list[tuple[int, int]]]


@dataclass(frozen=True)
class BotRun:
    """One run of a bot. ``chance`` is its share among all runs of the bot."""

    buyer: int
    chance: Fraction
    score: int
    moves: tuple[Move, ...]


def bot_runs(scenario: Scenario, game: Game, scorer: Scorer) -> dict[str, list[BotRun]]:
    """All runs of every bot, by its name."""
    places = spots(scenario)
    looks = [[(len(say), len(POLITE & set(words(say)))) for say in _says(spot)] for spot in places]
    fixed = [spot.decision.order == "fixed" or bool(spot.feature) for spot in places]
    found: dict[str, list[Chooser]] = {
        "first on screen": [_on_screen(game, fixed, seed, 0) for seed in range(1, ORDERS + 1)],
        "last on screen": [_on_screen(game, fixed, seed, -1) for seed in range(1, ORDERS + 1)],
        "longest words": [_by_looks(game, looks, 0, 1)],
        "shortest words": [_by_looks(game, looks, 0, -1)],
        "politest words": [_by_looks(game, looks, 1, 1)],
    }
    for at, meter in enumerate(game.meters):
        found[f"greedy for {meter}"] = [_greedy(game, at)]
    return {name: _runs(game, scorer, choosers) for name, choosers in found.items()}


def _says(spot: Spot) -> list[str]:
    """The words of every option of a node, in their order."""
    found = [choice.say for choice in spot.choices]
    return [*found, spot.decision.done.say] if spot.decision.spend else found


def _runs(game: Game, scorer: Scorer, choosers: list[Chooser]) -> list[BotRun]:
    pairs = [(chooser, buyer) for chooser in choosers for buyer in range(len(game.weights))]
    results = scorer.score([(_choices(game, chooser, buyer), buyer) for chooser, buyer in pairs])
    whole = sum(game.weights) * len(choosers)
    return [
        BotRun(buyer, Fraction(game.weights[buyer], whole), result.score, result.moves)
        for (_, buyer), result in zip(pairs, results, strict=True)
    ]


def _choices(game: Game, chooser: Chooser, buyer: int) -> tuple[str, ...]:
    """What a bot chooses from the start to the end if this is the true buyer."""
    state, buyers, choices = game.start(), game.everyone, []
    while not game.is_over(state):
        option = chooser(state, buyers)
        choices.append(game.nodes[state.node].options[option].id)
        shown = game.outcome_of(state, option, buyer)
        buyers = next(mask for seen, mask in game.after(state, buyers, option) if seen == shown)
        state = shown.state
    return tuple(choices)


def _by_looks(game: Game, looks: Looks, which: int, sign: int) -> Chooser:
    return lambda state, _: max(
        game.legal(state), key=lambda at: sign * looks[state.node][at][which]
    )


def _greedy(game: Game, meter: int) -> Chooser:
    """Takes what raises one meter most, as far as can be known."""

    def rise(state: State, buyers: int, option: int) -> int:
        return sum(
            game.weights[buyer] * game.outcome_of(state, option, buyer).state.meters[meter]
            for buyer in range(len(game.weights))
            if buyers >> buyer & 1
        )

    return lambda state, buyers: max(game.legal(state), key=lambda at: rise(state, buyers, at))


def _on_screen(game: Game, fixed: list[bool], seed: int, end: int) -> Chooser:
    orders = [
        list(range(len(node.options))) if fixed[at] else shuffled(game, at, seed)
        for at, node in enumerate(game.nodes)
    ]
    return lambda state, _: [at for at in orders[state.node] if game.is_legal(state, at)][end]
