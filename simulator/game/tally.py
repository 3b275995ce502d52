"""What a study counts about one option, and the values it looks up while counting."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Final

import numpy as np

from simulator.game.expand import Keys, Layer
from simulator.game.figures import OptionStudy
from simulator.game.merge import press
from simulator.game.score import GRADE_LIMITS
from simulator.game.solver import Solution, Values

_TABLE_MAX: Final = 1 << 24
"""The largest table of values, in entries."""


@dataclass
class Tally:
    """What is counted about one option while layers are looked at."""

    cases: list[bool]
    also: list[bool]
    legal: int = 0
    locked: int = 0
    best: int = 0
    alone: int = 0
    within: list[int] = field(default_factory=lambda: [0] * len(GRADE_LIMITS))
    loss: Fraction = Fraction(0)
    base: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether all its effects have been seen in use."""
        return self.base and all(self.cases) and all(self.also)

    def result(self) -> OptionStudy:
        """The study of the option."""
        limits = [self.best, *self.within, self.legal]
        grades = [limits[0], *(b - a for a, b in pairwise(limits))]
        loss = self.loss / self.legal if self.legal else Fraction(0)
        return OptionStudy(
            self.legal, self.locked, self.best, self.alone, tuple(grades), loss, self.base,
            tuple(self.cases), tuple(self.also),
        )  # fmt: skip


class Worth:
    """U of packed information states: a table where keys differ in few bits, else a search."""

    def __init__(self, solution: Solution) -> None:
        self.layers = solution.layers
        self.tables: dict[Layer, tuple[int, Values] | None] = {}

    def __call__(self, layer: Layer, keys: Keys) -> Values:
        """U of each key; every one must be a state of the layer."""
        known, values = self.layers[layer]
        if layer not in self.tables:
            self.tables[layer] = _table(known, values)
        table = self.tables[layer]
        if table is None:
            return values[np.searchsorted(known, keys)]
        return table[1][press(keys, table[0])]


def _table(known: Keys, values: Values) -> tuple[int, Values] | None:
    either, every = np.bitwise_or.reduce(known), np.bitwise_and.reduce(known)
    varying = int(either ^ every)
    span = 1 << varying.bit_count()
    if span > min(_TABLE_MAX, 64 * len(known) + (1 << 16)):
        return None
    table = np.zeros(span, np.int32)
    table[press(known, varying)] = values
    return varying, table
