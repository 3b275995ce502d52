"""Players without judgement, played against every buyer: a fair scenario lets none of them pass.

A bot that never likes two choices alike plays the same under every seed: one run for each buyer
says exactly what it scores. The others play ``SEEDS`` runs for each buyer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from simulator.game.build import Spot
from simulator.game.policy import Pick, Policy, Wish, greedy, taste, wish
from simulator.game.rules import Game, State
from simulator.game.score import Result, Scorer
from simulator.game.solver import Solution

SEEDS: Final = 24
"""Runs for each buyer of the bots whose choices depend on the order on screen, or on dice."""

_LABELS: Final = {
    Policy.FIRST: "first on screen",
    Policy.LAST: "last on screen",
    Policy.LONGEST: "longest words",
    Policy.SHORTEST: "shortest words",
    Policy.POLITEST: "politest words",
}


@dataclass(frozen=True)
class Bot:
    """A player without judgement.

    ``name`` is the one in commands, ``label`` the one to read. ``wish`` says what it likes best,
    ``taste`` which one of those it takes under a seed.
    """

    name: str
    label: str
    wish: Wish
    taste: Callable[[int], Pick]


@dataclass(frozen=True)
class BotRun:
    """One scored run of a bot. ``chance`` is its share among all runs of the bot."""

    buyer: int
    chance: Fraction
    choices: tuple[str, ...]
    ending: State
    result: Result


@dataclass(frozen=True)
class Played:
    """All runs of a bot; ``is_exact`` says that no other seed would have given others."""

    bot: Bot
    runs: tuple[BotRun, ...]
    is_exact: bool

    @property
    def score(self) -> Fraction:
        """The mean score, 0 to 1000, buyers weighted as they are drawn."""
        return sum((run.result.score * run.chance for run in self.runs), Fraction(0))


@dataclass(frozen=True)
class _Way:
    """One run before it is scored; ``is_tied`` where it came to choices that it liked alike."""

    buyer: int
    choices: tuple[str, ...]
    ending: State
    is_tied: bool


def bots(
    game: Game, spots: Sequence[Spot], policies: Sequence[Policy], solution: Solution | None = None
) -> list[Bot]:
    """The bots of some policies; ``solution`` is needed for best and worst play."""

    def tastes(policy: Policy) -> Callable[[int], Pick]:
        return lambda seed: taste(policy, game, spots, seed)

    return [
        Bot(one.value, _LABELS.get(one, one.value), wish(one, game, spots, solution), tastes(one))
        for one in policies
    ]


def greedy_bots(game: Game, spots: Sequence[Spot]) -> list[Bot]:
    """One bot for each meter that a choice can move: it takes what raises that meter most."""
    names = {at: f"greedy for {name}" for at, name in enumerate(game.meters) if game.moves(at)}
    return [
        Bot(name, name, greedy(game, meter), lambda seed: taste(None, game, spots, seed))
        for meter, name in names.items()
    ]


def play_bots(game: Game, players: Sequence[Bot], scorer: Scorer) -> list[Played]:
    """All runs of each bot, scored together."""
    ways = [_ways(game, bot) for bot in players]
    results = iter(scorer.score([(way.choices, way.buyer) for some in ways for way in some]))
    return [
        Played(bot, tuple(_scored(game, some, results)), not any(way.is_tied for way in some))
        for bot, some in zip(players, ways, strict=True)
    ]


def _ways(game: Game, bot: Bot) -> list[_Way]:
    """One run for each buyer, and more where the seed can change them."""
    buyers = range(len(game.weights))
    found = [_way(game, buyer, bot.wish, bot.taste(1)) for buyer in buyers]
    if any(way.is_tied for way in found):
        found += [
            _way(game, buyer, bot.wish, bot.taste(seed))
            for seed in range(2, SEEDS + 1)
            for buyer in buyers
        ]
    return found


def _scored(game: Game, ways: Sequence[_Way], results: Iterator[Result]) -> Iterator[BotRun]:
    whole = sum(game.weights) * len(ways) // len(game.weights)
    for way in ways:
        chance = Fraction(game.weights[way.buyer], whole)
        yield BotRun(way.buyer, chance, way.choices, way.ending, next(results))


def bot_choices(game: Game, buyer: int, like: Wish, pick: Pick) -> tuple[str, ...]:
    """What a bot chooses from the start to the end if this is the true buyer."""
    return _way(game, buyer, like, pick).choices


def _way(game: Game, buyer: int, like: Wish, pick: Pick) -> _Way:
    state, buyers, choices, tied = game.start(), game.everyone, [], False
    while not game.is_over(state):
        liked = like(state, buyers)
        tied = tied or len(liked) > 1
        option = pick(state, liked) if len(liked) > 1 else liked[0]
        choices.append(game.nodes[state.node].options[option].id)
        shown = game.outcome_of(state, option, buyer)
        buyers = next(mask for seen, mask in game.after(state, buyers, option) if seen == shown)
        state = shown.state
    return _Way(buyer, tuple(choices), state, tied)
