"""How many ways there are to win, and whether an ending's words can be met at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Final

import numpy as np

from simulator.check.proof import ENOUGH
from simulator.game.expand import holds, unpack
from simulator.game.layout import OUTCOME_READ, Reads
from simulator.game.policy import worths
from simulator.game.rules import Condition, Game, Points, State
from simulator.game.score import SCORE_MAX, STARS
from simulator.game.solver import Solution, solve
from simulator.problems import SolverError

_STEPS: Final = 4_000
"""A search this long has seen that there are many ways; none is missed in a smaller one."""

Chosen = frozenset[tuple[int, int]]


class _Search:
    """Looks for complete runs against one buyer that earn three stars."""

    def __init__(self, game: Game, solution: Solution, buyer: int) -> None:
        self.game = game
        self.solution = solution
        self.buyer = buyer
        span = solution.start_value - solution.random_value
        self.most = span * Fraction(SCORE_MAX - STARS[-1], SCORE_MAX)
        self.lines: set[Chosen] = set()
        self.seen: set[tuple[State, int, Chosen]] = set()
        self.steps = 0

    def run(self, state: State, buyers: int, lost: Fraction, chosen: Chosen) -> None:
        """Follow every choice that keeps the loss within bounds, the best first."""
        if self.game.is_over(state):
            self.lines.add(chosen)
            return
        if (state, buyers, chosen) in self.seen:
            return
        self.seen.add((state, buyers, chosen))
        self.steps += 1
        worth = worths(self.game, self.solution, state, buyers)
        top = max(worth.values())
        weight = sum(w for b, w in enumerate(self.game.weights) if buyers >> b & 1)
        for option in sorted(worth, key=lambda at: -worth[at]):
            more = lost + Fraction(top - worth[option], weight)
            if more > self.most or len(self.lines) >= ENOUGH or self.steps > _STEPS:
                return
            shown = self.game.outcome_of(state, option, self.buyer)
            after = self.game.after(state, buyers, option)
            still = next(mask for seen, mask in after if seen == shown)
            self.run(shown.state, still, more, chosen | {(state.node, option)})


def winning_lines(game: Game, solution: Solution) -> list[int]:
    """For each buyer, how many sets of choices earn three stars: 1, 2, or at least 3."""
    found = []
    for buyer in range(len(game.weights)):
        search = _Search(game, solution, buyer)
        search.run(game.start(), game.everyone, Fraction(0), frozenset())
        found.append(ENOUGH if search.steps > _STEPS else min(ENOUGH, len(search.lines)))
    return found


def episodes_met(
    game: Game, solution: Solution, endings: Iterable[tuple[State, int]]
) -> list[bool]:
    """Whether some play comes to each line of the epilogue.

    Most lines read only what the solution keeps of an ending anyway. Others are looked for among
    ``endings`` that are known, and at last the game is solved again with that line as all there
    is to win.
    """
    endings = list(endings)
    kept = Reads(set(solution.layouts[-1].meters) | {OUTCOME_READ})
    kept.marks = sum(1 << mark for mark in solution.layouts[-1].marks)
    found = []
    for at, cond in enumerate(game.epilogue):
        read = Reads(set())
        read.add(cond)
        if read.meters <= kept.meters and not read.marks & ~kept.marks:
            found.append(_met(game, solution, cond))
        else:
            met = any(cond.holds(state, buyer) for state, buyer in endings)
            found.append(met or _can_hold(game, at))
    return found


def _met(game: Game, solution: Solution, cond: Condition) -> bool:
    """Whether a condition holds at an ending; it may read only what is kept there."""
    keys, _ = solution.layers[len(game.nodes), 0]
    columns = unpack(solution.layouts[-1], keys, len(game.starts))
    return any(
        bool(
            (
                np.asarray(holds(cond, columns, buyer))
                & ((columns.buyers >> np.uint64(buyer)) & np.uint64(1) == 1)
            ).any()
        )
        for buyer in range(len(game.weights))
    )


def _can_hold(game: Game, at: int) -> bool:
    hunted = replace(game, points=(Points(game.epilogue[at], 1),), digest="")
    try:
        return solve(hunted).best > 0
    except SolverError:
        # Too large to be hunted through: what is not shown to be dead is not called dead.
        return True
