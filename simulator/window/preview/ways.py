"""A line of choices that leads to a decision: by best play where that comes by, else a shortest."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from simulator.game.layout import Layout, layouts
from simulator.game.policy import best_option
from simulator.game.rules import Game, State
from simulator.game.solver import Solution
from simulator.game.steps import take, walk

BREATH: Final = 2_000
"""Steps looked at before the window gets its turn, and a wish to stop is heard."""


@dataclass(frozen=True)
class Way:
    """Choices that lead to a decision against a buyer (an index), and how they were found."""

    choices: tuple[str, ...]
    buyer: int
    how: str


class Stopped(Exception):  # noqa: N818 - a request, not a fault
    """The search was called off."""


def behind(game: Game, made: Sequence[str], buyer: int, node: int) -> tuple[str, ...] | None:
    """The choices made before a decision that a play has already come by, or None."""
    for at, step in enumerate(walk(game, made, buyer)):
        if step.state.node == node:
            return tuple(made[:at])
    return None


def find_way(
    game: Game,
    solution: Solution | None,
    made: Sequence[str],
    buyer: int,
    node: int,
    cancelled: Callable[[], bool] = lambda: False,
) -> Way | None:
    """How to come to a decision (the index of its node), or None when nothing leads there.

    First along the choices ``made`` against ``buyer``, then by best play from there and from the
    start, then by as few choices as possible; another buyer is taken only if this one cannot come
    there. May take seconds: call it in a thread. Raises Stopped when ``cancelled`` says so.
    """
    past = behind(game, made, buyer, node)
    if past is not None:
        return Way(past, buyer, "back on your own way")
    if solution:
        starts = {tuple(made): "from here by best play", (): "by best play"}
        for start, how in starts.items():
            found = _by_best_play(game, solution, start, buyer, node)
            if found is not None:
                return Way(found, buyer, how)
    return _from_start(game, solution, buyer, node, cancelled)


def _from_start(
    game: Game, solution: Solution | None, buyer: int, node: int, cancelled: Callable[[], bool]
) -> Way | None:
    others = [index for index in range(len(game.buyers)) if index != buyer]
    for index in (buyer, *others):
        if solution and not can_reach(solution, node, index):
            continue
        found = None
        if solution and index != buyer:
            found = _by_best_play(game, solution, (), index, node)
        if found is not None:
            return Way(found, index, "by best play")
        found = shortest(game, index, node, cancelled)
        if found is not None:
            return Way(found, index, "by the fewest choices")
    return None


def can_reach(solution: Solution, node: int, buyer: int) -> bool:
    """Whether any play against a buyer comes to a decision."""
    if (node, 0) not in solution.layers:
        return False
    keys, _ = solution.layers[node, 0]
    bit = np.uint64(1 << (solution.layouts[node].buyers_at + buyer))
    return bool((keys & bit).any())


def _by_best_play(
    game: Game, solution: Solution, made: tuple[str, ...], buyer: int, node: int
) -> tuple[str, ...] | None:
    steps = walk(game, made, buyer)
    state, buyers = (steps[-1].after, steps[-1].still) if steps else (game.start(), game.everyone)
    choices = list(made)
    while state.node < node:
        option = best_option(game, solution, state, buyers)
        choices.append(game.nodes[state.node].options[option].id)
        step = take(game, state, buyers, option, buyer)
        state, buyers = step.after, step.still
    return tuple(choices) if state.node == node else None


def shortest(
    game: Game, buyer: int, node: int, cancelled: Callable[[], bool] = lambda: False
) -> tuple[str, ...] | None:
    """The fewest choices that lead from the start to a decision; the first such in the file."""
    places = layouts(game)
    start = game.start()
    if start.node == node:
        return ()
    ring: list[tuple[State, tuple[str, ...]]] = [(start, ())]
    known = {_key(places, start)}
    looked = 0
    while ring:
        further: list[tuple[State, tuple[str, ...]]] = []
        for state, choices in ring:
            looked += 1
            if looked % BREATH == 0:
                _breathe(cancelled)
            for option in game.legal(state):
                after = game.outcome_of(state, option, buyer).state
                if after.node > node:
                    continue
                line = (*choices, game.nodes[state.node].options[option].id)
                if after.node == node:
                    return line
                key = _key(places, after)
                if key not in known:
                    known.add(key)
                    further.append((after, line))
        ring = further
    return None


def _key(places: Sequence[Layout], state: State) -> tuple[int, int]:
    """What tells states apart that may come to different decisions."""
    return state.node, places[state.node].pack(state, 0)


def _breathe(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Stopped
    time.sleep(0.001)
