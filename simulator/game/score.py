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
from typing import TYPE_CHECKING, Final, NamedTuple

from simulator.game.policy import worths
from simulator.game.rules import Game, State
from simulator.problems import RunError

if TYPE_CHECKING:  # These need numpy, which whoever only shows a score should not wait for.
    from simulator.game.expand import Expander
    from simulator.game.solver import Solution

SCORE_MAX: Final = 1000
FEW: Final = 16
"""Runs that are scored sooner one by one than together."""
REMEMBERED: Final = 512
"""Places in plays of which a scorer keeps what every choice is worth."""


class Grade(StrEnum):
    """How much of V(start) - V_random a choice gave away."""

    BEST = "best"
    GOOD = "good"
    INACCURACY = "inaccuracy"
    MISTAKE = "mistake"
    BLUNDER = "blunder"


STARS: Final = (400, 700, 900)
"""The scores from which a run earns one, two and three stars; below the first it has not passed."""
GRADE_LIMITS: Final = ((Grade.GOOD, 2), (Grade.INACCURACY, 8), (Grade.MISTAKE, 20))
"""The most a choice of each grade gives away, in hundredths."""

Row = tuple[int, int, int, int, int, int]
"""One scored step: node, option, best, and regret, luck and swing in points times the scale."""


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
        """How much of the value was given away."""
        return Fraction(sum(move.regret for move in self.moves), self.scale)

    @property
    def luck(self) -> Fraction:
        """How much of the value was won or lost by the draw of the buyer."""
        return Fraction(sum(move.luck for move in self.moves) + self.end_luck, self.scale)

    @property
    def raw(self) -> Fraction:
        """The score before clamping and rounding: 1000 for best play, 0 on average at random."""
        return SCORE_MAX - cost(self.regret, self.start, self.random)

    @property
    def score(self) -> int:
        """The score, 0..1000."""
        return math.floor(min(max(self.raw, Fraction(0)), Fraction(SCORE_MAX)) + Fraction(1, 2))

    @property
    def turning_point(self) -> int | None:
        """The index of the move with the largest regret; None when no point was lost."""
        worst = max(range(len(self.moves)), key=lambda i: self.moves[i].regret, default=None)
        return worst if worst is not None and self.moves[worst].regret else None


def cost(regret: Fraction, start: Fraction, random: Fraction) -> Fraction:
    """The points of score that a regret costs; ``start`` and ``random`` as in :class:`Result`."""
    span = start - random
    return SCORE_MAX * regret / span if span else Fraction(0)


def not_legal(at: int, choice: str, node: str) -> RunError:
    """What is wrong with a choice that cannot be made there; ``at`` counts from 0."""
    return RunError(f"Choice {at + 1}, `{choice}`, is not legal at `{node}` there.")


def too_late(at: int, choice: str) -> RunError:
    """What is wrong with a choice after the end; ``at`` counts from 0."""
    return RunError(f"Choice {at + 1}, `{choice}`, comes after the end of the run.")


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
        self.shares = [self.scale // w if w else 0 for w in weights]
        span = self.scale * (solution.start_value - solution.random_value)
        self.limits = [(grade, math.floor(span * part / 100)) for grade, part in GRADE_LIMITS]
        self.indices = [
            {option.id: at for at, option in enumerate(node.options)} for node in game.nodes
        ]
        self._expanders: dict[int, Expander] = {}
        self._worths: dict[tuple[State, int], dict[int, int]] = {}

    def score(self, runs: Sequence[tuple[Sequence[str], int]]) -> list[Result]:
        """Score runs given as (choice ids, index of the true buyer).

        Raises RunError, naming the step, for a choice that is not legal or comes too late.
        """
        if len(runs) <= FEW:
            return [self._score_one(choices, buyer) for choices, buyer in runs]
        from simulator.game.score_batch import Batch

        batch = Batch(
            self.game, self.solution, self.scale, self.shares, self.indices, self._expander, runs
        )
        batch.play()
        played = zip(runs, batch.rows, batch.ends, strict=True)
        return [self._result(buyer, rows, end) for (_, buyer), rows, end in played]

    def grade(self, regret: int) -> Grade:
        """The grade of a regret in points times ``scale``."""
        if not regret:
            return Grade.BEST
        return next((grade for grade, most in self.limits if regret <= most), Grade.BLUNDER)

    def _score_one(self, choices: Sequence[str], buyer: int) -> Result:
        """Score one run step by step, as the definition says."""
        game, solution, shares = self.game, self.solution, self.shares
        state, buyers = game.start(), game.everyone
        rows: list[Row] = []
        for at, choice in enumerate(choices):
            if game.is_over(state):
                raise too_late(at, choice)
            option = self.indices[state.node].get(choice, -1)
            worth = self._worths_at(state, buyers)
            if option not in worth:
                raise not_legal(at, choice, game.nodes[state.node].id)
            shown = game.outcome_of(state, option, buyer)
            still = next(mask for seen, mask in game.after(state, buyers, option) if seen == shown)
            top, got = max(worth.values()), worth[option]
            best = option if got == top else max(worth, key=lambda one: worth[one])
            share = shares[buyers]
            luck = solution.value(shown.state, still) * shares[still] - got * share
            swing = (top - min(worth.values())) * share
            rows.append((state.node, option, best, (top - got) * share, luck, swing))
            state, buyers = shown.state, still
        if not game.is_over(state):
            return self._result(buyer, rows, None)
        value, mean = game.value(state, buyer), solution.value(state, buyers) * shares[buyers]
        return self._result(buyer, rows, (state.outcome, value, value * self.scale - mean))

    def _worths_at(self, state: State, buyers: int) -> dict[int, int]:
        """What every choice is worth; kept, as a play under way is scored after each stage."""
        found = self._worths.get((state, buyers))
        if found is None:
            if len(self._worths) >= REMEMBERED:
                self._worths.clear()
            found = worths(self.game, self.solution, state, buyers)
            self._worths[state, buyers] = found
        return found

    def _result(self, buyer: int, rows: Sequence[Row], end: tuple[int, int, int] | None) -> Result:
        moves = tuple(Move(*row, self.grade(row[3])) for row in rows)
        start, random = self.solution.start_value, self.solution.random_value
        return Result(buyer, moves, end is not None, *(end or (0, 0, 0)), self.scale, start, random)

    def _expander(self, node: int) -> Expander:
        """The steps out of a node, made once."""
        from simulator.game.expand import Expander

        if node not in self._expanders:
            layouts = list(self.solution.layouts)
            self._expanders[node] = Expander(self.game, layouts, node)
        return self._expanders[node]
