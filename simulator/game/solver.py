"""The exact value of every reachable information state, by backward induction in numpy.

With W(S) the summed weight of the buyers in S (all integers, no division)::

    U(end)  = sum over buyers b in S of weight(b) * value(end, b)
    U(I)    = max over legal c of U(I, c)
    U(I, c) = sum over observations o of c at I of U(I after o)
    V(I)    = U(I) / W(S)

The same pass with the least choice gives the worst play; with the mean over legal choices, in
integers scaled by 2**20 with floor division, play at random.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import numpy as np
import numpy.typing as npt

from simulator.game.expand import Edges, Expander, Keys, Layer, holds, unpack
from simulator.game.layout import Layout, layouts
from simulator.game.merge import merge
from simulator.game.rules import Game, Points, State
from simulator.problems import SolverError

RANDOM_SCALE: Final = 1 << 20
STATES_MAX: Final = 20_000_000
"""More information states than this are refused: a scenario that large helps nobody."""
CHUNK: Final = 1 << 16
"""Rows expanded at once: few enough that the columns stay in the processor's cache."""
_UNREACHED: Final = "This position cannot be reached by the rules solved here."

Values = npt.NDArray[np.int32]
Wide = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Solution:
    """A solved game.

    ``layers`` holds, per layer, the keys of its information states (ascending) and U of each;
    ``best`` and ``worst`` are U at the start, ``random`` is U at the start under random play
    times ``RANDOM_SCALE``. ``states`` counts information states, ``edges`` the steps between.
    """

    digest: str
    layouts: tuple[Layout, ...]
    layers: dict[Layer, tuple[Keys, Values]]
    weight: int
    best: int
    worst: int
    random: int
    states: int
    edges: int
    seconds: float

    def values(self, layer: Layer, keys: Keys) -> Values:
        """U of packed information states. Raises SolverError for one that cannot be reached."""
        known, values = self.layers.get(layer, (np.zeros(1, np.uint64), np.zeros(1, np.int32)))
        at = np.searchsorted(known, keys)
        if (known[np.minimum(at, len(known) - 1)] != keys).any():
            raise SolverError(_UNREACHED)
        return values[at]

    def value(self, state: State, buyers: int) -> int:
        """U of one information state. Raises SolverError for one that cannot be reached."""
        layout = self.layouts[state.node]
        layer = (state.node, state.used.bit_count())
        known, values = self.layers.get(layer, (np.zeros(1, np.uint64), np.zeros(1, np.int32)))
        key = layout.pack(state, buyers)
        at = int(known.searchsorted(np.uint64(key)))
        if at == len(known) or int(known[at]) != key:
            raise SolverError(_UNREACHED)
        return int(values[at])

    @property
    def start_value(self) -> Fraction:
        """V(start): expected points under best play."""
        return Fraction(self.best, self.weight)

    @property
    def random_value(self) -> Fraction:
        """Expected points when clicking at random, at most 0.001 too low."""
        return Fraction(self.random, self.weight * RANDOM_SCALE)

    @property
    def worst_value(self) -> Fraction:
        """Expected points under the worst play."""
        return Fraction(self.worst, self.weight)


@dataclass
class _Solved:
    best: Values
    worst: Values
    random: Wide


@dataclass
class _Step:
    """Edges of one chunk of a layer, with their keys replaced by where they lead."""

    first: int
    count: int
    options: list[tuple[npt.NDArray[np.intp] | None, list[_Lead]]]


@dataclass
class _Lead:
    target: Layer
    rows: npt.NDArray[np.int32] | None
    to: npt.NDArray[np.int32]


Progress = Callable[[float], bool]
"""Told the share done, 0..1; returns False to stop."""


class Cancelled(SolverError):  # noqa: N818 - a request, not a fault
    """Solving was stopped by whoever asked for it."""


def end_value(
    points: tuple[Points, ...], layout: Layout, keys: Keys, buyer: int, meters: int
) -> npt.NDArray[np.int32]:
    """The value, 0..100 points, of packed endings if the buyer has this index."""
    columns = unpack(layout, keys, meters)
    total = np.zeros(len(keys), np.int32)
    for rule in points:
        worth = np.int32(rule.points)
        column = columns.meters[rule.per] if rule.per >= 0 else None
        amount = worth if column is None else worth * column.astype(np.int32)
        total += np.where(holds(rule.when, columns, buyer), amount, 0).astype(np.int32)
    return np.clip(total, 0, 100)


class _Solver:
    def __init__(self, game: Game, progress: Progress | None) -> None:
        self.game = game
        self.progress = progress
        self.layouts = layouts(game)
        self.waiting: dict[Layer, list[tuple[Keys, _Lead]]] = {}
        self.keys: dict[Layer, Keys] = {}
        self.steps: dict[Layer, list[_Step]] = {}
        self.states = self.edges = 0

    def forward(self) -> None:
        """Find every reachable information state, layer by layer."""
        start = self.game.start()
        first = np.array([self.layouts[start.node].pack(start, self.game.everyone)], np.uint64)
        root = _Lead((start.node, 0), None, np.zeros(1, np.int32))
        self.waiting[root.target] = [(first, root)]
        while self.waiting:
            layer = min(self.waiting)
            arrived = self.waiting.pop(layer)
            keys, where = merge([keys for keys, _ in arrived])
            for (_, lead), to in zip(arrived, where, strict=True):
                lead.to = to
            self.keys[layer] = keys
            self.states += len(keys)
            if self.states > STATES_MAX:
                raise SolverError(self._too_many())
            if layer[0] < len(self.game.nodes):
                self._expand(layer, keys)
            self._report(layer)

    def _too_many(self) -> str:
        sizes = {at: len(keys) for (at, _), keys in self.keys.items() if at < len(self.layouts) - 1}
        largest = self.game.nodes[max(sizes, key=lambda at: sizes[at])].id
        return (
            f"`{self.game.id}` has more than {STATES_MAX:,} information states; most stand at"
            f" `{largest}`. Let later rules read fewer facts, earlier choices or meters."
        )

    def _report(self, layer: Layer) -> None:
        share = 0.8 * (layer[0] + 1) / (len(self.game.nodes) + 1)
        if self.progress and not self.progress(share):
            raise Cancelled("Solving was stopped.")

    def _expand(self, layer: Layer, keys: Keys) -> None:
        expander = Expander(self.game, self.layouts, layer[0])
        self.steps[layer] = []
        for first in range(0, len(keys), CHUNK):
            chunk = keys[first : first + CHUNK]
            step = _Step(first, len(chunk), [])
            for _, truth, edges in expander(chunk, layer[1]):
                rows = None if truth is True else np.flatnonzero(truth)
                step.options.append((rows, [self._lead(edge) for edge in edges]))
            self.steps[layer].append(step)

    def _lead(self, edge: Edges) -> _Lead:
        rows = None if edge.rows is None else edge.rows.astype(np.int32)
        lead = _Lead(edge.target, rows, np.zeros(0, np.int32))
        self.waiting.setdefault(edge.target, []).append((edge.keys, lead))
        self.edges += len(edge.keys)
        return lead

    def backward(self) -> dict[Layer, _Solved]:
        """Value every layer from the end to the start; steps are let go as they are used."""
        solved: dict[Layer, _Solved] = {}
        for done, layer in enumerate(sorted(self.keys, reverse=True)):
            if layer[0] == len(self.game.nodes):
                solved[layer] = self._ends(self.keys[layer])
                continue
            parts = [self._value(step, solved) for step in self.steps.pop(layer)]
            solved[layer] = _Solved(
                np.concatenate([part.best for part in parts]),
                np.concatenate([part.worst for part in parts]),
                np.concatenate([part.random for part in parts]),
            )
            if self.progress and not self.progress(0.8 + 0.2 * done / len(self.keys)):
                raise Cancelled("Solving was stopped.")
        return solved

    def _ends(self, keys: Keys) -> _Solved:
        layout, meters = self.layouts[-1], len(self.game.starts)
        total = np.zeros(len(keys), np.int32)
        buyers = unpack(layout, keys, meters).buyers
        for buyer, weight in enumerate(self.game.weights):
            here = ((buyers >> np.uint64(buyer)) & np.uint64(1)).astype(np.int32)
            total += here * weight * end_value(self.game.points, layout, keys, buyer, meters)
        return _Solved(total, total, total.astype(np.int64) * RANDOM_SCALE)

    def _value(self, step: _Step, solved: dict[Layer, _Solved]) -> _Solved:
        best = np.full(step.count, -1, np.int32)
        worst = np.full(step.count, np.iinfo(np.int32).max, np.int32)
        random = np.zeros(step.count, np.int64)
        legal = np.zeros(step.count, np.int64)
        for rows, leads in step.options:
            q_best, q_worst, q_random = np.zeros_like(best), np.zeros_like(best), random * 0
            for lead in leads:
                ends = solved[lead.target]
                at = slice(None) if lead.rows is None else lead.rows
                q_best[at] += ends.best[lead.to]
                q_worst[at] += ends.worst[lead.to]
                q_random[at] += ends.random[lead.to]
            where = slice(None) if rows is None else rows
            best[where] = np.maximum(best[where], q_best[where])
            worst[where] = np.minimum(worst[where], q_worst[where])
            random += q_random
            legal[where] += 1
        return _Solved(best, worst, random // legal)


def solve(game: Game, progress: Progress | None = None) -> Solution:
    """Solve a game exactly.

    Raises SolverError for a game too large, Cancelled when ``progress`` says so.
    """
    began = time.perf_counter()
    solver = _Solver(game, progress)
    solver.forward()
    solved = solver.backward()
    start = solved[game.start().node, 0]
    return Solution(
        game.digest,
        tuple(solver.layouts),
        {layer: (solver.keys[layer], solved[layer].best) for layer in solver.keys},
        sum(game.weights),
        int(start.best[0]),
        int(start.worst[0]),
        int(start.random[0]),
        solver.states,
        solver.edges,
        time.perf_counter() - began,
    )
