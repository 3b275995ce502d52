"""A run walked through its rules, step by step, with what the trainee could know at each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.game.rules import Game, State
from simulator.problems import IllegalChoice, RunError


@dataclass(frozen=True, slots=True)
class Step:
    """One choice made.

    ``state`` and ``buyers`` (a mask) are the information state before it; ``after`` and
    ``still`` the one after it; ``option`` indexes the node's options; ``reply`` is the answer.
    """

    state: State
    buyers: int
    option: int
    after: State
    still: int
    reply: int


def take(game: Game, state: State, buyers: int, option: int, buyer: int) -> Step:
    """Make one choice. Raises IllegalChoice when it is not legal."""
    shown = game.choose(state, option, buyer)
    still = next(mask for seen, mask in game.after(state, buyers, option) if seen == shown)
    return Step(state, buyers, option, shown.state, still, shown.reply)


def option_named(game: Game, state: State, choice: str) -> int:
    """The index of a choice id at the present decision. Raises IllegalChoice for any other."""
    node = game.nodes[state.node]
    for index, option in enumerate(node.options):
        if option.id == choice:
            return index
    raise IllegalChoice(f"`{choice}` is not a choice at `{node.id}`.")


def walk(game: Game, choices: Iterable[str], buyer: int) -> list[Step]:
    """All steps of a run; it may stop before the end.

    Raises RunError, naming the step, for a choice that is not legal or comes after the end.
    """
    state, buyers = game.start(), game.everyone
    steps: list[Step] = []
    for number, choice in enumerate(choices, 1):
        if game.is_over(state):
            raise RunError(f"Choice {number}, `{choice}`, comes after the end of the run.")
        try:
            step = take(game, state, buyers, option_named(game, state, choice), buyer)
        except IllegalChoice as wrong:
            raise RunError(f"Choice {number} does not fit: {wrong}") from None
        steps.append(step)
        state, buyers = step.after, step.still
    return steps
