"""Many runs scored together: a layer of decisions at a time, in numpy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from simulator.game.expand import Expander, Keys, Layer, unpack
from simulator.game.rules import Game
from simulator.game.score import Row, not_legal, too_late
from simulator.game.solver import Solution, end_value
from simulator.problems import RunError

_WIDE: Final = 10**12
"""Sums of points times a larger scale could leave 64 bits."""


class Batch:
    """Runs played in step, a layer at a time.

    ``shares`` holds, for each set of buyers, what U of that set is multiplied with to give points
    times the common scale. After ``play``, ``rows`` holds the steps of each run and ``ends`` its
    outcome, value and last luck, or None where the run stops before the end.
    """

    def __init__(
        self,
        game: Game,
        solution: Solution,
        scale: int,
        shares: Sequence[int],
        indices: Sequence[Mapping[str, int]],
        expander: Callable[[int], Expander],
        runs: Sequence[tuple[Sequence[str], int]],
    ) -> None:
        self.game, self.solution = game, solution
        self.indices, self.expander, self.runs = indices, expander, runs
        self.scale = scale
        wide: Any = np.int64 if scale < _WIDE else object
        self.share = np.array(shares, wide)
        self.buyers = np.array([buyer for _, buyer in runs], np.uint64)
        self.rows: list[list[Row]] = [[] for _ in runs]
        self.ends: list[tuple[int, int, int] | None] = [None] * len(runs)
        self.waiting: dict[Layer, list[tuple[npt.NDArray[np.intp], Keys]]] = {}

    def play(self) -> None:
        """Play all runs. Raises RunError for a choice that is not legal or comes too late."""
        state = self.game.start()
        key = self.solution.layouts[state.node].pack(state, self.game.everyone)
        everyone = np.arange(len(self.runs))
        self.waiting[state.node, 0] = [(everyone, np.full(len(self.runs), key, np.uint64))]
        while self.waiting:
            layer = min(self.waiting)
            arrived = self.waiting.pop(layer)
            who = np.concatenate([runs for runs, _ in arrived])
            keys = np.concatenate([keys for _, keys in arrived])
            if layer[0] == len(self.game.nodes):
                self._finish(who, keys)
            else:
                self._step(layer, who, keys)

    def _options(self, layer: Layer, who: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
        """The option each run chose here, -1 where the run stops."""
        index = self.indices[layer[0]]
        chosen = []
        for run in who.tolist():
            choices, at = self.runs[run][0], len(self.rows[run])
            option = index.get(choices[at], -2) if at < len(choices) else -1
            if option == -2:
                raise self._refuse(run, layer[0])
            chosen.append(option)
        return np.array(chosen, np.intp)

    def _refuse(self, run: int, node: int) -> RunError:
        at = len(self.rows[run])
        return not_legal(at, self.runs[run][0][at], self.game.nodes[node].id)

    def _step(self, layer: Layer, who: npt.NDArray[np.intp], keys: Keys) -> None:
        chosen = self._options(layer, who)
        if (chosen < 0).any():
            who, keys, chosen = who[chosen >= 0], keys[chosen >= 0], chosen[chosen >= 0]
            if not len(who):
                return
        states, back = np.unique(keys, return_inverse=True)
        count, options = len(states), len(self.game.nodes[layer[0]].options)
        worth = np.full((options, count), -1, np.int64)
        then = np.zeros((len(who), 2), np.int64)
        for at, truth, edges in self.expander(layer[0])(states, layer[1]):
            worth[at, slice(None) if truth is True else truth] = 0
            for edge in edges:
                rows = np.arange(count) if edge.rows is None else edge.rows
                values = self.solution.values(edge.target, edge.keys)
                worth[at, rows] += values
                self._move_on(at, edge.target, (rows, edge.keys, values), (who, back, chosen), then)
        self._record(layer[0], who, chosen, worth[:, back], (keys, then))

    def _move_on(
        self,
        option: int,
        target: Layer,
        edge: tuple[npt.NDArray[np.intp], Keys, npt.NDArray[np.int32]],
        runs: tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.intp]],
        then: npt.NDArray[np.int64],
    ) -> None:
        """Send on the runs that chose this option and whose buyer shows this observation."""
        rows, keys, values = edge
        who, back, chosen = runs
        at_row = np.full(int(back.max()) + 1, -1, np.intp)
        at_row[rows] = np.arange(len(rows))
        hit = np.flatnonzero((chosen == option) & (at_row[back] >= 0))
        edges = at_row[back[hit]]
        buyers = self._sets(target[0], keys[edges])
        true = (buyers >> self.buyers[who[hit]]) & np.uint64(1) == 1
        hit, edges = hit[true], edges[true]
        if len(hit):
            then[hit, 0] = values[edges]
            then[hit, 1] = buyers[true]
            self.waiting.setdefault(target, []).append((who[hit], keys[edges]))

    def _sets(self, node: int, keys: Keys) -> Keys:
        return keys >> np.uint64(self.solution.layouts[node].buyers_at)

    def _record(
        self,
        node: int,
        who: npt.NDArray[np.intp],
        chosen: npt.NDArray[np.intp],
        worth: npt.NDArray[np.int64],
        step: tuple[Keys, npt.NDArray[np.int64]],
    ) -> None:
        """Write down one step of each run; ``worth`` is options x runs, -1 where not legal."""
        keys, then = step
        columns = np.arange(len(who))
        got = worth[chosen, columns]
        if (got < 0).any():
            raise self._refuse(int(who[got < 0][0]), node)
        least = np.where(worth < 0, np.iinfo(np.int64).max, worth).min(0)
        share = self.share[self._sets(node, keys).astype(np.intp)]
        top = worth.max(0)
        best = np.where(got == top, chosen, worth.argmax(0))
        regret = (top - got) * share
        swing = (top - least) * share
        luck = then[:, 0] * self.share[then[:, 1]] - got * share
        rows = zip(
            who.tolist(), chosen.tolist(), best.tolist(), regret.tolist(), luck.tolist(),
            swing.tolist(), strict=True,
        )  # fmt: skip
        for run, option, better, lost, lucky, stake in rows:
            self.rows[run].append((node, option, better, lost, lucky, stake))

    def _finish(self, who: npt.NDArray[np.intp], keys: Keys) -> None:
        """Value the endings that runs came to."""
        layout, meters = self.solution.layouts[-1], len(self.game.starts)
        columns = unpack(layout, keys, meters)
        mean = self.solution.values((len(self.game.nodes), 0), keys)
        share = self.share[columns.buyers.astype(np.intp)]
        for buyer in range(len(self.game.weights)):
            mine = np.flatnonzero(self.buyers[who] == buyer)
            value = end_value(self.game.points, layout, keys[mine], buyer, meters)
            luck = value.astype(np.int64) * self.scale - mean[mine] * share[mine]
            rows = zip(
                who[mine].tolist(), columns.outcome[mine].tolist(), value.tolist(), luck.tolist(),
                strict=True,
            )  # fmt: skip
            for run, outcome, points, lucky in rows:
                self.ends[run] = (outcome, points, lucky)
        for run in who.tolist():
            at, choices = len(self.rows[run]), self.runs[run][0]
            if at < len(choices):
                raise too_late(at, choices[at])
