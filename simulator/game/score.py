"""What runs are worth: regret, luck, grades and scores, for many runs at once.

At a step in information state I with choice c::

    regret = V(I) - V(I, c)          zero for a best choice
    luck   = V(I') - V(I, c)         zero on average; last: value(end, true buyer) - V(end)

    value(end) = V(start) - sum of regret + sum of luck

    score = round(1000 * clamp((V(start) - sum of regret - V_random) / (V(start) - V_random), 0, 1))

All sums are integers over one common denominator, and rounding (half up) is done on exact
fractions, so every machine agrees. Where V(start) = V_random nothing can be played better or
worse, and every run scores 1000.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from simulator.game.expand import Expander, Layer, unpack
from simulator.game.layout import Keys
from simulator.game.rules import Game
from simulator.game.solver import RANDOM_SCALE, Solution, end_value
from simulator.problems import RunError

SCORE_MAX: Final = 1000


class Grade(StrEnum):
    """How much of V(start) - V_random a choice gave away."""

    BEST = "best"
    GOOD = "good"
    INACCURACY = "inaccuracy"
    MISTAKE = "mistake"
    BLUNDER = "blunder"


GRADE_LIMITS: Final = ((Grade.GOOD, 2), (Grade.INACCURACY, 8), (Grade.MISTAKE, 20))
"""The most a choice of each grade gives away, in hundredths."""


class Move(NamedTuple):
    """One scored choice. Regret, luck and swing are points times ``Result.scale``."""

    node: int
    option: int
    best: int
    regret: int
    luck: int
    swing: int
    grade: Grade


@dataclass(frozen=True)
class Result:
    """A scored run; unfinished runs have ``is_over`` False and no value.

    ``value`` is 0..100 points; ``outcome`` is 0 or 1 + the index of the outcome; ``start`` and
    ``random`` are V(start) and V_random; ``end_luck`` is the last luck, the draw of the buyer.
    """

    buyer: int
    moves: tuple[Move, ...]
    is_over: bool
    outcome: int
    value: int
    end_luck: int
    scale: int
    start: Fraction
    random: Fraction

    @property
    def regret(self) -> Fraction:
        """Points given away."""
        return Fraction(sum(move.regret for move in self.moves), self.scale)

    @property
    def luck(self) -> Fraction:
        """Points won or lost by the draw of the buyer."""
        return Fraction(sum(move.luck for move in self.moves) + self.end_luck, self.scale)

    @property
    def raw(self) -> Fraction:
        """The score before clamping and rounding: 1000 for best play, 0 on average at random."""
        span = self.start - self.random
        return SCORE_MAX * (1 - self.regret / span) if span else Fraction(SCORE_MAX)

    @property
    def score(self) -> int:
        """The score, 0..1000."""
        return math.floor(min(max(self.raw, Fraction(0)), Fraction(SCORE_MAX)) + Fraction(1, 2))

    @property
    def turning_point(self) -> int | None:
        """The index of the move with the largest regret; None when no point was lost."""
        worst = max(range(len(self.moves)), key=lambda i: self.moves[i].regret, default=None)
        return worst if worst is not None and self.moves[worst].regret else None


def kept(moves: Sequence[Move]) -> Fraction | None:
    """How much of what was at stake in some moves was kept, 0..1; None when nothing was."""
    swing = sum(move.swing for move in moves)
    return 1 - Fraction(sum(move.regret for move in moves), swing) if swing else None


class Scorer:
    """Scores runs of one solved game."""

    def __init__(self, game: Game, solution: Solution) -> None:
        self.game = game
        self.solution = solution
        sets = 1 << len(game.weights)
        weights = [sum(w for b, w in enumerate(game.weights) if s >> b & 1) for s in range(sets)]
        self.scale = math.lcm(*weights[1:])
        wide: Any = np.int64 if self.scale < 10**12 else object
        self.share = np.array([self.scale // w if w else 0 for w in weights], wide)
        span = self.scale * (solution.best * RANDOM_SCALE - solution.random)
        whole = 100 * solution.weight * RANDOM_SCALE
        self.limits = [(grade, span * part // whole) for grade, part in GRADE_LIMITS]
        self.indices = [
            {option.id: at for at, option in enumerate(node.options)} for node in game.nodes
        ]
        self._expanders: dict[int, Expander] = {}

    def score(self, runs: Sequence[tuple[Sequence[str], int]]) -> list[Result]:
        """Score runs given as (choice ids, index of the true buyer).

        Raises RunError, naming run and step, for a choice that is not legal or comes too late.
        """
        batch = _Batch(self, runs)
        batch.play()
        return batch.results()

    def expander(self, node: int) -> Expander:
        """The steps out of a node, made once."""
        if node not in self._expanders:
            layouts = list(self.solution.layouts)
            self._expanders[node] = Expander(self.game, layouts, node)
        return self._expanders[node]

    def grade(self, regret: int) -> Grade:
        """The grade of a regret in points times ``scale``."""
        if not regret:
            return Grade.BEST
        return next((grade for grade, most in self.limits if regret <= most), Grade.BLUNDER)


class _Batch:
    """Runs played in step, a layer at a time."""

    def __init__(self, scorer: Scorer, runs: Sequence[tuple[Sequence[str], int]]) -> None:
        self.scorer = scorer
        self.game, self.solution = scorer.game, scorer.solution
        self.runs = runs
        self.buyers = np.array([buyer for _, buyer in runs], np.uint64)
        self.moves: list[list[Move]] = [[] for _ in runs]
        self.ends: list[tuple[int, int, int]] = [(0, 0, 0)] * len(runs)
        self.over = np.zeros(len(runs), np.bool_)
        self.waiting: dict[Layer, list[tuple[npt.NDArray[np.intp], Keys]]] = {}

    def play(self) -> None:
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
        index = self.scorer.indices[layer[0]]
        chosen = []
        for run in who.tolist():
            choices, at = self.runs[run][0], len(self.moves[run])
            option = index.get(choices[at], -2) if at < len(choices) else -1
            if option == -2:
                raise self._refuse(run, layer[0])
            chosen.append(option)
        return np.array(chosen, np.intp)

    def _refuse(self, run: int, node: int) -> RunError:
        at = len(self.moves[run])
        return RunError(
            f"Choice {at + 1}, `{self.runs[run][0][at]}`, is not legal at"
            f" `{self.game.nodes[node].id}` there."
        )

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
        for at, truth, edges in self.scorer.expander(layer[0])(states, layer[1]):
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
        share = self.scorer.share[self._sets(node, keys).astype(np.intp)]
        top = worth.max(0)
        best = np.where(got == top, chosen, worth.argmax(0))
        regret = (top - got) * share
        swing = (top - least) * share
        luck = then[:, 0] * self.scorer.share[then[:, 1]] - got * share
        rows = zip(
            who.tolist(), chosen.tolist(), best.tolist(), regret.tolist(), luck.tolist(),
            swing.tolist(), strict=True,
        )  # fmt: skip
        grade = self.scorer.grade
        for run, option, better, lost, lucky, stake in rows:
            self.moves[run].append(Move(node, option, better, lost, lucky, stake, grade(lost)))

    def _finish(self, who: npt.NDArray[np.intp], keys: Keys) -> None:
        """Value the endings that runs came to."""
        layout, meters = self.solution.layouts[-1], len(self.game.starts)
        columns = unpack(layout, keys, meters)
        mean = self.solution.values((len(self.game.nodes), 0), keys)
        share = self.scorer.share[columns.buyers.astype(np.intp)]
        for buyer in range(len(self.game.weights)):
            mine = np.flatnonzero(self.buyers[who] == buyer)
            value = end_value(self.game.points, layout, keys[mine], buyer, meters)
            luck = value.astype(np.int64) * self.scorer.scale - mean[mine] * share[mine]
            rows = zip(
                who[mine].tolist(), columns.outcome[mine].tolist(), value.tolist(), luck.tolist(),
                strict=True,
            )  # fmt: skip
            for run, outcome, points, lucky in rows:
                self.ends[run] = (outcome, points, lucky)
        self.over[who] = True
        for run in who.tolist():
            if len(self.moves[run]) < len(self.runs[run][0]):
                at = len(self.moves[run])
                choice = self.runs[run][0][at]
                raise RunError(f"Choice {at + 1}, `{choice}`, comes after the end of the run.")

    def results(self) -> list[Result]:
        start, random = self.solution.start_value, self.solution.random_value
        scale = self.scorer.scale
        return [
            Result(buyer, tuple(moves), bool(over), *ends, scale, start, random)
            for (_, buyer), moves, over, ends in zip(
                self.runs, self.moves, self.over, self.ends, strict=True
            )
        ]
