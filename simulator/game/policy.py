"""Ways to choose without a person: best and worst play, and players who judge nothing.

Each likes some of the legal choices best, by what can be seen, and takes one of those: the first
on screen, the last, or one by dice. Dice and orders come from the seed, by the same hashes as in a
play.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from simulator.game.build import Spot
from simulator.game.rules import Game, State
from simulator.game.run import pick, shuffled

if TYPE_CHECKING:  # Whoever only judges words should not wait for numpy.
    from simulator.game.play import Play
    from simulator.game.solver import Solution

POLITE: Final = frozenset(
    {
        "please", "thank", "thanks", "sorry", "appreciate", "glad", "gladly", "pleasure", "kindly",
        "welcome", "apologies",
    }
)  # fmt: skip
"""Words of good manners."""
_WORD: Final = re.compile(r"[^\W_]+")

Wish = Callable[[State, int], list[int]]
"""The legal options a player likes best and alike, given what can be seen and who it can be."""
Pick = Callable[[State, Sequence[int]], int]
"""The one a player takes of options that it likes alike."""


class Policy(StrEnum):
    """How a bot chooses."""

    BEST = "best"
    RANDOM = "random"
    WORST = "worst"
    FIRST = "first"
    LAST = "last"
    LONGEST = "longest"
    SHORTEST = "shortest"
    POLITEST = "politest"

    @property
    def needs_solution(self) -> bool:
        """Whether it knows what every choice is worth."""
        return self in (Policy.BEST, Policy.WORST)


def worths(game: Game, solution: Solution, state: State, buyers: int) -> dict[int, int]:
    """U(I, c) of every legal option, by its index, in the order of the file."""
    return {
        option: sum(
            solution.value(shown.state, still) for shown, still in game.after(state, buyers, option)
        )
        for option in game.legal(state)
    }


def best_option(game: Game, solution: Solution, state: State, buyers: int) -> int:
    """A best option; the first in the file where several are best."""
    found = worths(game, solution, state, buyers)
    return max(found, key=lambda option: found[option])


def wish(policy: Policy, game: Game, spots: Sequence[Spot], solution: Solution | None) -> Wish:
    """What a player likes best; ``solution`` is looked at by best and worst play alone."""
    if policy.needs_solution:
        assert solution is not None, "the best and the worst choice are known only when solved"
        return _by_worth(game, solution, 1 if policy is Policy.BEST else -1)
    if policy is Policy.LONGEST:
        return _most(game, lambda state, _, at: len(_says(spots, state, at)))
    if policy is Policy.SHORTEST:
        return _most(game, lambda state, _, at: -len(_says(spots, state, at)))
    if policy is Policy.POLITEST:
        return _most(game, lambda state, _, at: politeness(_says(spots, state, at)))
    return lambda state, _: game.legal(state)


def greedy(game: Game, meter: int) -> Wish:
    """What raises one meter most, as far as can be known."""

    def rise(state: State, buyers: int, option: int) -> int:
        return sum(
            game.weights[buyer] * game.outcome_of(state, option, buyer).state.meters[meter]
            for buyer in range(len(game.weights))
            if buyers >> buyer & 1
        )

    return _most(game, rise)


def taste(policy: Policy | None, game: Game, spots: Sequence[Spot], seed: int) -> Pick:
    """Which of several choices a player takes who likes them alike: the first on screen.

    One takes the last, and one throws dice.
    """
    if policy is Policy.RANDOM:
        return _dice(game, seed)
    orders: dict[int, list[int]] = {}

    def pick_one(state: State, liked: Sequence[int]) -> int:
        at = state.node
        if at not in orders:
            options = list(range(len(game.nodes[at].options)))
            orders[at] = options if is_fixed(spots[at]) else shuffled(game, at, seed)
        on_screen = [option for option in orders[at] if option in liked]
        return on_screen[-1 if policy is Policy.LAST else 0]

    return pick_one


def choose_by(policy: Policy, play: Play, solution: Solution | None) -> str:
    """The choice id a bot makes now; best and worst need the solution."""
    liked = wish(policy, play.game, play.spots, solution)(play.state, play.buyers)
    option = taste(policy, play.game, play.spots, play.run.seed)(play.state, liked)
    return play.game.nodes[play.state.node].options[option].id


def says(spot: Spot) -> list[str]:
    """The words of every option of a node, in their order; stopping comes last."""
    found = [choice.say for choice in spot.choices]
    return [*found, spot.decision.done.say] if spot.decision.spend else found


@lru_cache(maxsize=4096)
def politeness(text: str) -> int:
    """How many different words of good manners a text has."""
    return len(POLITE & {word.casefold() for word in _WORD.findall(text)})


def is_fixed(spot: Spot) -> bool:
    """Whether the choices stand on screen as they stand in the file."""
    return spot.decision.order == "fixed" or bool(spot.feature)


def _says(spots: Sequence[Spot], state: State, option: int) -> str:
    return says(spots[state.node])[option]


def _most(game: Game, worth: Callable[[State, int, int], int]) -> Wish:
    def liked(state: State, buyers: int) -> list[int]:
        found = {option: worth(state, buyers, option) for option in game.legal(state)}
        most = max(found.values())
        return [option for option, one in found.items() if one == most]

    return liked


def _by_worth(game: Game, solution: Solution, sign: int) -> Wish:
    def liked(state: State, buyers: int) -> list[int]:
        found = worths(game, solution, state, buyers)
        return [max(found, key=lambda at: sign * found[at])]

    return liked


def _dice(game: Game, seed: int) -> Pick:
    def pick_one(state: State, liked: Sequence[int]) -> int:
        node = game.nodes[state.node].id
        return liked[pick(f"pitchcraft/bot/2/{game.id}/{seed}/{node}/{state.used}") % len(liked)]

    return pick_one
