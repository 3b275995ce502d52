"""What the solution says about a game as a whole: every choice, case, fact and buyer, exactly.

Information states are counted as the solver keeps them: two that differ only in what no later
rule reads are one. Nothing is sampled. "Best" means that no point is lost; several choices can be
best in one state.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import numpy as np
import numpy.typing as npt

from simulator.game.expand import Columns, Edges, Expander, Keys, Layer, Truth, holds, unpack
from simulator.game.figures import FactStudy, NodeStudy, Study
from simulator.game.layout import METER_BITS
from simulator.game.rules import ALWAYS, DONE, Game
from simulator.game.score import GRADE_LIMITS
from simulator.game.solver import CHUNK, RANDOM_SCALE, Solution, Values, end_value
from simulator.game.tally import Tally, Worth

CLOSING: Final = 5
"""The index of the stage before which buyers should be told apart."""
STAGE_COUNT: Final = 7

Mask = npt.NDArray[np.bool_]


class _Student:
    """Goes over all layers once."""

    def __init__(self, game: Game, solution: Solution) -> None:
        self.game = game
        self.solution = solution
        self.layouts = list(solution.layouts)
        self.worth = Worth(solution)
        many = len(game.weights)
        self.sets = 1 << many
        self.weights = [
            sum(w for b, w in enumerate(game.weights) if s >> b & 1) for s in range(self.sets)
        ]
        span = solution.start_value - solution.random_value
        self.limits = [
            np.array([int(span * part * w / 100) for w in self.weights], np.int64)
            for _, part in GRADE_LIMITS
        ]
        self.tallies = [
            [Tally([False] * len(o.cases), [False] * len(o.also)) for o in node.options]
            for node in game.nodes
        ]
        self.compared = [False] * len(game.facts)
        self.matters = [False] * len(game.facts)
        self.buyers = [many == 1] * many
        self.pairs = [(a, b) for a in range(many) for b in range(a + 1, many)]
        self.alike = set(self.pairs)
        self.blurred = set(self.pairs)
        self.points = [False] * len(game.points)
        self.endings = self.passed = 0
        self.expander = Expander(game, self.layouts, 0) if game.nodes else None

    def study(self) -> Study:
        """Look at every layer and sum up."""
        for layer in sorted(self.solution.layers):
            if layer[0] == len(self.game.nodes):
                self._ends(self.solution.layers[layer][0])
            else:
                self._layer(layer)
            self.worth.tables.pop(layer, None)
        found = self.solution
        return Study(
            self.game.digest,
            found.states,
            found.start_value,
            Fraction(found.random, found.weight * RANDOM_SCALE),
            found.worst_value,
            tuple(self._node(at) for at in range(len(self.game.nodes))),
            tuple(map(FactStudy, self.compared, self.matters)),
            tuple(self.buyers),
            tuple(sorted(self.alike)),
            tuple(sorted(self.blurred)),
            tuple(self.points),
            self.endings,
            self.passed,
        )

    def _node(self, at: int) -> NodeStudy:
        """What can be seen at a node, over its layers."""
        layout = self.layouts[at]
        lists = [keys for (node, _), (keys, _) in self.solution.layers.items() if node == at]
        nothing = np.zeros(0, np.uint64)
        keys = lists[0] if len(lists) == 1 else np.concatenate(lists) if lists else nothing
        options = tuple(tally.result() for tally in self.tallies[at])
        none: tuple[tuple[int, int] | None, ...] = (None,) * len(self.game.starts)
        if not len(keys):
            return NodeStudy(0, options, none, 0, 0, 0)
        meters = list(none)
        for place, meter in enumerate(layout.meters):
            column = (keys >> np.uint64(METER_BITS * place)) & np.uint64(31)
            meters[meter] = (int(column.min()), int(column.max()))
        ever, always = int(np.bitwise_or.reduce(keys)), int(np.bitwise_and.reduce(keys))
        outcomes = 0
        if layout.outcome_bits:
            column = (keys >> np.uint64(layout.outcome_at)) & np.uint64(
                (1 << layout.outcome_bits) - 1
            )
            outcomes = sum(1 << int(one) for one in np.unique(column))
        return NodeStudy(
            len(keys),
            options,
            tuple(meters),
            _marks(layout.marks, ever >> layout.marks_at),
            _marks(layout.marks, always >> layout.marks_at),
            outcomes,
        )

    def _layer(self, layer: Layer) -> None:
        if self.expander is None or self.expander.at != layer[0]:
            self.expander = Expander(self.game, self.layouts, layer[0])
        keys, values = self.solution.layers[layer]
        best = np.zeros(len(keys), np.uint32)
        for first in range(0, len(keys), CHUNK):
            part = slice(first, first + CHUNK)
            best[part] = self._chunk(layer, keys[part], values[part])
        self._facts(layer[0], keys, best)
        self._buyers(layer[0], keys, best)

    def _chunk(self, layer: Layer, keys: Keys, values: Values) -> npt.NDArray[np.uint32]:
        """Judge every option in some states; the best ones come back as masks."""
        assert self.expander is not None
        node, buyers_at = layer[0], np.uint64(self.layouts[layer[0]].buyers_at)
        sets = (keys >> buyers_at).astype(np.intp)
        best = np.zeros(len(keys), np.uint32)
        for at, truth, edges in self.expander(keys, layer[1]):
            worth = np.zeros(len(keys), np.int32)
            for edge in edges:
                rows = slice(None) if edge.rows is None else edge.rows
                worth[rows] += self.worth(edge.target, edge.keys)
                self._edge(node, sets, edge)
            lost = values - worth if truth is True else (values - worth)[truth]
            here = sets if truth is True else sets[truth]
            self._judge(self.tallies[node][at], lost, here)
            where = slice(None) if truth is True else truth
            best[where] |= np.where(lost == 0, np.uint32(1 << at), np.uint32(0))
        self._effects(node, keys, sets)
        for at, tally in enumerate(self.tallies[node]):
            tally.alone += int(np.count_nonzero(best == np.uint32(1 << at)))
        return best

    def _judge(self, tally: Tally, lost: Values, sets: npt.NDArray[np.intp]) -> None:
        """Count one option's grades and add up its loss in states where it is legal."""
        tally.legal += len(lost)
        tally.best += int(np.count_nonzero(lost == 0))
        for at, limit in enumerate(self.limits):
            tally.within[at] += int(np.count_nonzero(lost <= limit[sets]))
        # Losses are whole and their sums far below 2**53, so floating point adds them exactly.
        sums = np.bincount(sets, lost, self.sets)
        tally.loss += sum(
            (Fraction(int(sums[s]), self.weights[s]) for s in np.flatnonzero(sums).tolist()),
            Fraction(0),
        )

    def _effects(self, node: int, keys: Keys, sets: npt.NDArray[np.intp]) -> None:
        """Which effects, cases and bonuses of a node are used in these states, and what locks."""
        here = self.game.nodes[node]
        columns = unpack(self.layouts[node], keys, len(self.game.starts))
        for at, (option, tally) in enumerate(zip(here.options, self.tallies[node], strict=True)):
            open_now: Truth = True
            if option.needs is not ALWAYS:
                open_now = holds(option.needs, columns, 0)
                tally.locked += len(keys) - _count(open_now, len(keys))
            if tally.is_settled:
                continue
            legal = np.broadcast_to(np.asarray(open_now), (len(keys),))
            if option.cost:
                legal = legal & (columns.left >= option.cost)
            if here.repeats and option.id != DONE:
                legal = legal & ((columns.used >> np.uint64(at)) & np.uint64(1) == 0)
            for buyer in range(len(self.game.weights)):
                self._used(node, at, buyer, columns, legal & (sets >> buyer & 1 == 1))

    def _used(self, node: int, at: int, buyer: int, columns: Columns, rows: Mask) -> None:
        option, tally = self.game.nodes[node].options[at], self.tallies[node][at]
        left = rows.copy()
        for case, (when, _) in enumerate(option.cases):
            truth = np.asarray(holds(when, columns, buyer))
            tally.cases[case] |= bool((left & truth).any())
            left &= ~truth
        tally.base |= bool(left.any())
        for number, bonus in enumerate(option.also):
            truth = np.asarray(holds(bonus.when, columns, buyer))
            tally.also[number] |= bool((rows & truth).any())

    def _edge(self, node: int, sets: npt.NDArray[np.intp], edge: Edges) -> None:
        """What a step shows about buyers, and which stages it passes over."""
        nodes, target = self.game.nodes, edge.target[0]
        stage = nodes[node].stage
        then = nodes[target].stage if target < len(nodes) else STAGE_COUNT
        for passed in range(stage + 1, then):
            self.passed |= 1 << passed
        arrives = stage < CLOSING <= then and self.blurred
        if not arrives and not self.alike:
            return
        after = (edge.keys >> np.uint64(self.layouts[target].buyers_at)).astype(np.intp)
        if arrives:
            for found in np.flatnonzero(np.bincount(after)).tolist():
                self.blurred -= {p for p in self.blurred if _splits(found, *p)}
        if self.alike:
            before = sets if edge.rows is None else sets[edge.rows]
            codes = np.bincount(before * self.sets + after)
            for code in np.flatnonzero(codes).tolist():
                was, now = divmod(code, self.sets)
                gone = {p for p in self.alike if was >> p[0] & was >> p[1] & 1}
                self.alike -= {p for p in gone if _splits(now, *p)}

    def _facts(self, node: int, keys: Keys, best: npt.NDArray[np.uint32]) -> None:
        """Compare states that differ in one fact only."""
        layout = self.layouts[node]
        for place, mark in enumerate(layout.marks):
            if mark >= len(self.game.facts) or self.matters[mark]:
                continue
            bit = np.uint64(1 << (layout.marks_at + place))
            have = np.flatnonzero(keys & bit)
            without = keys[have] ^ bit
            at = np.searchsorted(keys, without)
            met = keys[at] == without
            if met.any():
                self.compared[mark] = True
                self.matters[mark] = bool((best[have[met]] != best[at[met]]).any())

    def _buyers(self, node: int, keys: Keys, best: npt.NDArray[np.uint32]) -> None:
        """Compare states that differ in the buyers still possible only."""
        if all(self.buyers):
            return
        at = np.uint64(self.layouts[node].buyers_at)
        sets = (keys >> at).astype(np.intp)
        seen = keys & ((np.uint64(1) << at) - np.uint64(1))
        starts = np.flatnonzero(np.concatenate(([True], sets[1:] != sets[:-1])))
        blocks = [
            (int(sets[a]), seen[a:b], best[a:b])
            for a, b in zip(starts, [*starts[1:], len(keys)], strict=True)
        ]
        for number, (one, keys_one, best_one) in enumerate(blocks):
            for other, keys_other, best_other in blocks[number + 1 :]:
                differ = [b for b in range(len(self.buyers)) if (one ^ other) >> b & 1]
                if all(self.buyers[b] for b in differ):
                    continue
                spot = np.minimum(np.searchsorted(keys_other, keys_one), len(keys_other) - 1)
                met = keys_other[spot] == keys_one
                if (best_one[met] != best_other[spot[met]]).any():
                    for buyer in differ:
                        self.buyers[buyer] = True

    def _ends(self, keys: Keys) -> None:
        """What plays end with."""
        layout, meters = self.layouts[-1], len(self.game.starts)
        columns = unpack(layout, keys, meters)
        self.endings = sum(1 << int(one) for one in np.unique(columns.outcome))
        here = [
            (columns.buyers >> np.uint64(b)) & np.uint64(1) == 1
            for b in range(len(self.game.weights))
        ]
        for at, rule in enumerate(self.game.points):
            self.points[at] = any(
                bool((present & np.asarray(holds(rule.when, columns, buyer))).any())
                for buyer, present in enumerate(here)
            )
        worth = [
            end_value(self.game.points, layout, keys, buyer, meters) for buyer in range(len(here))
        ]
        for a, b in tuple(self.alike):
            if (here[a] & here[b] & (worth[a] != worth[b])).any():
                self.alike.discard((a, b))


def _splits(buyers: int, a: int, b: int) -> bool:
    return bool((buyers >> a ^ buyers >> b) & 1)


def _count(truth: Truth, many: int) -> int:
    if isinstance(truth, bool):
        return many if truth else 0
    return int(np.count_nonzero(truth))


def _marks(places: tuple[int, ...], bits: int) -> int:
    return sum(1 << mark for at, mark in enumerate(places) if bits >> at & 1)


def study(game: Game, solution: Solution) -> Study:
    """Study a solved game. The solution must be this game's."""
    return _Student(game, solution).study()
