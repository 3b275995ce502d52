"""Players without judgement, played against every buyer: a fair scenario lets none of them pass.

A bot that chooses the same under every seed needs one run for each buyer, and its figures are
exact. The others play ``SEEDS`` runs for each buyer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from simulator.game.build import Spot
from simulator.game.policy import Chooser, Policy, chooser, greedy
from simulator.game.rules import Game, State
from simulator.game.score import Result, Scorer
from simulator.game.solver import Solution

SEEDS: Final = 24
"""Runs for each buyer of the bots that go by the order on screen or by dice."""

_SEEN: Final = {
    Policy.FIRST: "first on screen",
    Policy.LAST: "last on screen",
    Policy.LONGEST: "longest words",
    Policy.SHORTEST: "shortest words",
    Policy.POLITEST: "politest words",
}


@dataclass(frozen=True)
class Bot:
    """A player without judgement.

    ``name`` is the one in commands, ``label`` the one to read; ``make`` gives how it chooses
    under a seed; ``is_exact`` says that the seed changes nothing.
    """

    name: str
    label: str
    make: Callable[[int], Chooser]
    is_exact: bool


@dataclass(frozen=True)
class BotRun:
    """One scored run of a bot. ``chance`` is its share among all runs of the bot."""

    buyer: int
    chance: Fraction
    choices: tuple[str, ...]
    ending: State
    result: Result


def bots(
    game: Game, spots: Sequence[Spot], policies: Sequence[Policy], solution: Solution | None = None
) -> list[Bot]:
    """The bots of some policies; ``solution`` is needed for best and worst play."""

    def make(policy: Policy) -> Callable[[int], Chooser]:
        return lambda seed: chooser(policy, game, spots, solution, seed)

    return [
        Bot(policy.value, _SEEN.get(policy, policy.value), make(policy), not policy.needs_seed)
        for policy in policies
    ]


def greedy_bots(game: Game) -> list[Bot]:
    """One bot for each meter that a choice can move: it takes what raises that meter most."""

    def make(meter: int) -> Callable[[int], Chooser]:
        return lambda _: greedy(game, meter)

    names = {at: f"greedy for {name}" for at, name in enumerate(game.meters) if game.moves(at)}
    return [Bot(name, name, make(meter), True) for meter, name in names.items()]


def play_bots(game: Game, players: Sequence[Bot], scorer: Scorer) -> list[list[BotRun]]:
    """All runs of each bot, scored together."""
    runs = [
        (at, buyer, *bot_choices(game, buyer, bot.make(seed)))
        for at, bot in enumerate(players)
        for buyer in range(len(game.weights))
        for seed in range(1, 2 if bot.is_exact else SEEDS + 1)
    ]
    results = scorer.score([(choices, buyer) for _, buyer, choices, _ in runs])
    found: list[list[BotRun]] = [[] for _ in players]
    for (at, buyer, choices, ending), result in zip(runs, results, strict=True):
        seeds = 1 if players[at].is_exact else SEEDS
        chance = Fraction(game.weights[buyer], sum(game.weights) * seeds)
        found[at].append(BotRun(buyer, chance, choices, ending, result))
    return found


def bot_choices(game: Game, buyer: int, choose: Chooser) -> tuple[tuple[str, ...], State]:
    """What a bot chooses from the start to the end if this is the true buyer, and the ending."""
    state, buyers, choices = game.start(), game.everyone, []
    while not game.is_over(state):
        option = choose(state, buyers)
        choices.append(game.nodes[state.node].options[option].id)
        shown = game.outcome_of(state, option, buyer)
        buyers = next(mask for seen, mask in game.after(state, buyers, option) if seen == shown)
        state = shown.state
    return tuple(choices), state


def mean_score(runs: Sequence[BotRun]) -> Fraction:
    """The mean score of a bot, 0 to 1000, buyers weighted as they are drawn."""
    return sum((run.result.score * run.chance for run in runs), Fraction(0))
