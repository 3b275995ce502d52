"""Where play flows: how often each choice is taken, and how scores spread, by exact weights.

All information states of a solved game are gone through once, from the start to the end, with the
share of plays that come to each. Nothing is sampled. How often a choice is taken is exact up to
floating point. The spread of scores is kept in steps of a few points: a loss that falls between
two steps is shared between them so that the mean stays exact.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from simulator.game.expand import Edges, Expander, Keys, Layer
from simulator.game.rules import Game
from simulator.game.score import SCORE_MAX
from simulator.game.solver import CHUNK, Solution

_CELLS: Final = 4_000_000
"""Shares of scores kept for one layer at most; a larger game is spread in wider steps."""
_STEP_MAX: Final = 25

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Flow:
    """How plays of one kind go. ``taken[node][option]`` is the mean number of times per play.

    ``reached[node]`` is the share of plays in which the decision comes up. ``spread`` maps scores
    to shares of plays, in steps of ``step`` points; it is empty when it was not asked for.
    """

    taken: tuple[tuple[float, ...], ...]
    reached: tuple[float, ...]
    spread: dict[int, float]
    step: int


@dataclass
class _Here:
    """Plays that have come to the states of a layer: their share, and by what they have lost."""

    mass: Floats
    lost: npt.NDArray[np.float32] | None


@dataclass
class _Option:
    """One option in some states: where it is open, what it loses, where it leads."""

    rows: Rows
    worth: npt.NDArray[np.int64]
    edges: list[tuple[Edges, Rows]]


class _Follower:
    def __init__(self, game: Game, solution: Solution, *, best: bool, spread: bool) -> None:
        self.game = game
        self.solution = solution
        self.best = best
        largest = max(len(keys) for keys, _ in solution.layers.values())
        self.step = min(_STEP_MAX, math.ceil(SCORE_MAX * largest / _CELLS))
        self.steps = SCORE_MAX // self.step + 1
        self.spread = spread
        sets = 1 << len(game.weights)
        self.weights = np.array(
            [sum(w for b, w in enumerate(game.weights) if s >> b & 1) for s in range(sets)], float
        )
        span = float(solution.start_value - solution.random_value)
        self.scale = SCORE_MAX / span / self.step if span else 0.0
        self.here: dict[Layer, _Here] = {}
        self.taken = [[0.0] * len(node.options) for node in game.nodes]
        self.reached = [0.0] * len(game.nodes)

    def follow(self) -> Flow:
        """Go from the start to the end."""
        first = self._at((self.game.start().node, 0))
        first.mass[0] = 1.0
        if first.lost is not None:
            first.lost[0, 0] = 1.0
        spread: dict[int, float] = {}
        for layer in sorted(self.solution.layers):
            here = self.here.pop(layer, None)
            if here is None:
                continue
            if layer[0] == len(self.game.nodes):
                spread = self._spread(here)
                continue
            if layer[1] == 0:
                self.reached[layer[0]] = float(here.mass.sum())
            self._layer(layer, here)
        return Flow(tuple(map(tuple, self.taken)), tuple(self.reached), spread, self.step)

    def _at(self, layer: Layer) -> _Here:
        if layer not in self.here:
            many = len(self.solution.layers[layer][0])
            lost = np.zeros((many, self.steps), np.float32) if self.spread else None
            self.here[layer] = _Here(np.zeros(many), lost)
        return self.here[layer]

    def _layer(self, layer: Layer, here: _Here) -> None:
        expander = Expander(self.game, list(self.solution.layouts), layer[0])
        keys = self.solution.layers[layer][0]
        met = np.flatnonzero(here.mass)
        for first in range(0, len(met), CHUNK):
            rows = met[first : first + CHUNK]
            lost = None if here.lost is None else here.lost[rows]
            self._chunk(expander, layer, (keys[rows], here.mass[rows], lost))

    def _chunk(
        self,
        expander: Expander,
        layer: Layer,
        part: tuple[Keys, Floats, npt.NDArray[np.float32] | None],
    ) -> None:
        keys, mass, lost = part
        weight = self.weights[self._sets(layer[0], keys)]
        options = {
            at: self._option(truth, list(edges), len(keys))
            for at, truth, edges in expander(keys, layer[1])
        }
        top = np.full(len(keys), -1, np.int64)
        for option in options.values():
            top[option.rows] = np.maximum(top[option.rows], option.worth[option.rows])
        open_to = {
            at: option.rows[option.worth[option.rows] == top[option.rows]]
            if self.best
            else option.rows
            for at, option in options.items()
        }
        ways = np.zeros(len(keys))
        for rows in open_to.values():
            ways[rows] += 1
        for at, option in options.items():
            share = np.zeros(len(keys))
            share[open_to[at]] = 1 / ways[open_to[at]]
            self.taken[layer[0]][at] += float((mass * share).sum())
            points = (top - option.worth) / weight * self.scale
            for edge, to in option.edges:
                self._move(edge, to, (share / weight, points, mass, lost))

    def _option(self, truth: object, edges: list[Edges], many: int) -> _Option:
        everything = np.arange(many)
        rows = everything if truth is True else np.flatnonzero(np.asarray(truth))
        worth = np.zeros(many, np.int64)
        led = []
        for edge in edges:
            known, values = self.solution.layers[edge.target]
            to = np.searchsorted(known, edge.keys)
            worth[everything if edge.rows is None else edge.rows] += values[to]
            led.append((edge, to))
        return _Option(rows, worth, led)

    def _move(
        self,
        edge: Edges,
        to: Rows,
        part: tuple[Floats, Floats, Floats, npt.NDArray[np.float32] | None],
    ) -> None:
        """Send the plays of one edge on."""
        share, points, mass, lost = part
        rows = np.arange(len(mass)) if edge.rows is None else edge.rows
        chance = share[rows] * self.weights[self._sets(edge.target[0], edge.keys)]
        there = self._at(edge.target)
        np.add.at(there.mass, to, mass[rows] * chance)
        if lost is None or there.lost is None:
            return
        source = lost[rows]
        row, step = np.nonzero(source * (chance > 0)[:, None])
        amount = source[row, step] * chance[row]
        moved = points[rows][row]
        whole = np.floor(moved).astype(np.intp)
        rest = moved - whole
        flat = there.lost.reshape(-1)
        for more, part_of in ((0, 1 - rest), (1, rest)):
            at = step + whole + more
            kept = (at < self.steps) & (part_of > 0)
            code = to[row[kept]] * self.steps + at[kept]
            np.add.at(flat, code, (amount[kept] * part_of[kept]).astype(np.float32))

    def _sets(self, node: int, keys: Keys) -> Rows:
        return (keys >> np.uint64(self.solution.layouts[node].buyers_at)).astype(np.intp)

    def _spread(self, here: _Here) -> dict[int, float]:
        """Shares of plays by score; whoever has lost all has score 0."""
        if here.lost is None:
            return {}
        shares = here.lost.sum(0, dtype=np.float64)
        found = {SCORE_MAX - at * self.step: float(share) for at, share in enumerate(shares)}
        lowest = min(found)
        found[0] = found.pop(lowest) + max(0.0, 1.0 - float(shares.sum()))
        return {score: share for score, share in sorted(found.items()) if share > 1e-9}


def follow(game: Game, solution: Solution, *, best: bool, spread: bool) -> Flow:
    """Follow all plays that choose at random, or else a best choice (equal ones equally often)."""
    return _Follower(game, solution, best=best, spread=spread).follow()
