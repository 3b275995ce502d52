"""Ways to play without a person: the best line, and the simple bots a fair scenario defeats."""

from __future__ import annotations

from enum import StrEnum

from simulator.game.play import Play
from simulator.game.rules import Game, State
from simulator.game.run import pick
from simulator.game.solver import Solution


class Policy(StrEnum):
    """How a bot chooses."""

    BEST = "best"
    RANDOM = "random"
    WORST = "worst"
    FIRST = "first"
    LAST = "last"
    LONGEST = "longest"


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


def choose_by(policy: Policy, play: Play, solution: Solution | None) -> str:
    """The choice id a bot makes now; best and worst need the solution.

    The random bot's dice come from the run's seed and the step, so that a run can be made again.
    """
    if policy in (Policy.BEST, Policy.WORST):
        assert solution is not None, "the best and the worst choice are known only when solved"
        found = worths(play.game, solution, play.state, play.buyers)
        sign = 1 if policy is Policy.BEST else -1
        option = max(found, key=lambda at: sign * found[at])
        return play.game.nodes[play.state.node].options[option].id
    open_choices = [choice for choice in play.prompt().choices if choice.is_legal]
    if policy is Policy.RANDOM:
        dice = pick(f"pitchcraft/bot/1/{play.game.id}/{play.run.seed}/{len(play.steps)}")
        return open_choices[dice % len(open_choices)].id
    if policy is Policy.FIRST:
        return open_choices[0].id
    if policy is Policy.LAST:
        return open_choices[-1].id
    return max(open_choices, key=lambda choice: len(choice.say)).id
