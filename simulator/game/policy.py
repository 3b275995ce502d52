"""Ways to choose without a person: best and worst play, and players who judge nothing.

Every one of them chooses by what can be seen. Most choose the same under every seed; those that
go by the order on screen, or by dice, take both from the seed by the same hashes as a play does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
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

Chooser = Callable[[State, int], int]
"""From an information state (what can be seen, mask of possible buyers) to a legal option."""


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

    @property
    def needs_seed(self) -> bool:
        """Whether it chooses otherwise under another seed."""
        return self in (Policy.RANDOM, Policy.FIRST, Policy.LAST)


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


def chooser(
    policy: Policy, game: Game, spots: Sequence[Spot], solution: Solution | None, seed: int
) -> Chooser:
    """How a policy chooses in a run with this seed; of equals it takes the first in the file.

    ``solution`` is looked at by best and worst play alone.
    """
    if policy is Policy.RANDOM:
        return _dice(game, seed)
    if policy in (Policy.FIRST, Policy.LAST):
        return _on_screen(game, spots, seed, 0 if policy is Policy.FIRST else -1)
    if policy is Policy.LONGEST:
        return lambda state, _: max(game.legal(state), key=lambda at: len(_says(spots, state, at)))
    if policy is Policy.SHORTEST:
        return lambda state, _: min(game.legal(state), key=lambda at: len(_says(spots, state, at)))
    if policy is Policy.POLITEST:
        return lambda state, _: max(
            game.legal(state), key=lambda at: politeness(_says(spots, state, at))
        )
    assert solution is not None, "the best and the worst choice are known only when solved"
    return _by_worth(game, solution, 1 if policy is Policy.BEST else -1)


def greedy(game: Game, meter: int) -> Chooser:
    """Takes what raises one meter most, as far as can be known."""

    def rise(state: State, buyers: int, option: int) -> int:
        return sum(
            game.weights[buyer] * game.outcome_of(state, option, buyer).state.meters[meter]
            for buyer in range(len(game.weights))
            if buyers >> buyer & 1
        )

    return lambda state, buyers: max(game.legal(state), key=lambda at: rise(state, buyers, at))


def choose_by(policy: Policy, play: Play, solution: Solution | None) -> str:
    """The choice id a bot makes now; best and worst need the solution."""
    choose = chooser(policy, play.game, play.spots, solution, play.run.seed)
    option = choose(play.state, play.buyers)
    return play.game.nodes[play.state.node].options[option].id


def says(spot: Spot) -> list[str]:
    """The words of every option of a node, in their order; stopping comes last."""
    found = [choice.say for choice in spot.choices]
    return [*found, spot.decision.done.say] if spot.decision.spend else found


def politeness(text: str) -> int:
    """How many different words of good manners a text has."""
    return len(POLITE & {word.casefold() for word in _WORD.findall(text)})


def is_fixed(spot: Spot) -> bool:
    """Whether the choices stand on screen as they stand in the file."""
    return spot.decision.order == "fixed" or bool(spot.feature)


def _says(spots: Sequence[Spot], state: State, option: int) -> str:
    return says(spots[state.node])[option]


def _by_worth(game: Game, solution: Solution, sign: int) -> Chooser:
    def choose(state: State, buyers: int) -> int:
        found = worths(game, solution, state, buyers)
        return max(found, key=lambda at: sign * found[at])

    return choose


def _on_screen(game: Game, spots: Sequence[Spot], seed: int, end: int) -> Chooser:
    orders: dict[int, list[int]] = {}

    def choose(state: State, _: int) -> int:
        at = state.node
        if at not in orders:
            options = list(range(len(game.nodes[at].options)))
            orders[at] = options if is_fixed(spots[at]) else shuffled(game, at, seed)
        return [option for option in orders[at] if game.is_legal(state, option)][end]

    return choose


def _dice(game: Game, seed: int) -> Chooser:
    def choose(state: State, _: int) -> int:
        legal = game.legal(state)
        node = game.nodes[state.node].id
        return legal[pick(f"pitchcraft/bot/2/{game.id}/{seed}/{node}/{state.used}") % len(legal)]

    return choose
