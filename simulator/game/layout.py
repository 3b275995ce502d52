"""An information state packed into one 64-bit number, with only what some later rule reads.

At every node the solver forgets the facts, earlier choices and meters that no rule can read any
more; two information states that differ only in those have the same future, so they are one. A
meter, fact or outcome that a choice changes differently for different buyers counts as read there,
because the change shows who the buyer is.

Bits of a key, from the highest: set of buyers, outcome, marks, budget left, picks used, meters.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from simulator.game.rules import Condition, Game, Option, State
from simulator.problems import SolverError

METER_BITS: Final = 5
OUTCOME_READ: Final = -1
"""Stands for the outcome among the fields that are read; meters count from 0."""


@dataclass
class Reads:
    """What some rule reads: indices of meters (and OUTCOME_READ), and a mask of marks."""

    meters: set[int]
    marks: int = 0

    def add(self, cond: Condition) -> None:
        """Count all that a condition looks at."""
        self.meters |= {meter for meter, _, _ in cond.meters}
        self.marks |= cond.all | cond.none
        for group in cond.any:
            self.marks |= group
        if cond.outcomes != -1:
            self.meters.add(OUTCOME_READ)

    def add_option(self, option: Option) -> None:
        """Count all that an option's rules look at, or show of the buyer."""
        tests = [option.needs, *(when for when, _ in option.cases), *(b.when for b in option.also)]
        for cond in tests:
            self.add(cond)
        if any(cond.names_buyer for cond in tests):
            effects = [option.base, *(effect for _, effect in option.cases)]
            changed = [effect.deltas for effect in effects] + [b.deltas for b in option.also]
            self.meters |= {m for deltas in changed for m, d in enumerate(deltas) if d}
            self.marks |= _marks_of(option)
            if any(effect.outcome for effect in effects):
                self.meters.add(OUTCOME_READ)


@dataclass(frozen=True)
class Layout:
    """Where the fields of an information state lie in a key at one node.

    ``meters`` are the meters kept, ``marks`` the bits of the state's marks kept (lowest first);
    ``used_bits`` and ``left_bits`` may be 0.
    """

    meters: tuple[int, ...]
    marks: tuple[int, ...]
    outcome_bits: int
    buyer_bits: int
    used_bits: int
    left_bits: int

    @property
    def used_at(self) -> int:
        """The lowest bit of the picks used."""
        return METER_BITS * len(self.meters)

    @property
    def left_at(self) -> int:
        """The lowest bit of the budget left."""
        return self.used_at + self.used_bits

    @property
    def marks_at(self) -> int:
        """The lowest bit of the marks."""
        return self.left_at + self.left_bits

    @property
    def outcome_at(self) -> int:
        """The lowest bit of the outcome."""
        return self.marks_at + len(self.marks)

    @property
    def buyers_at(self) -> int:
        """The lowest bit of the set of buyers."""
        return self.outcome_at + self.outcome_bits

    @property
    def bits(self) -> int:
        """How many bits a key takes."""
        return self.buyers_at + self.buyer_bits

    def runs(self) -> list[tuple[int, int]]:
        """The marks as runs: (mask over the state's marks, how far to shift up into the key)."""
        shifts: dict[int, int] = {}
        for at, mark in enumerate(self.marks):
            shift = self.marks_at + at - mark
            shifts[shift] = shifts.get(shift, 0) | 1 << mark
        return [(mask, shift) for shift, mask in shifts.items()]

    def pack(self, state: State, buyers: int) -> int:
        """The key of an information state."""
        key = buyers << self.buyers_at
        if self.outcome_bits:
            key |= state.outcome << self.outcome_at
        if self.used_bits:
            key |= state.used << self.used_at
        if self.left_bits:
            key |= state.left << self.left_at
        for at, meter in enumerate(self.meters):
            key |= state.meters[meter] << METER_BITS * at
        for at, mark in enumerate(self.marks):
            key |= (state.marks >> mark & 1) << (self.marks_at + at)
        return key


def _marks_of(option: Option) -> int:
    found = option.mark | option.base.learn
    for _, effect in option.cases:
        found |= effect.learn
    for bonus in option.also:
        found |= bonus.learn
    return found


def _bits(mask: int) -> Iterable[int]:
    return (at for at in range(mask.bit_length()) if mask >> at & 1)


def layouts(game: Game) -> list[Layout]:
    """The layout at every node, and last the one at the end.

    Raises SolverError when a key would need more than 63 bits, naming what to cut.
    """
    if len(game.facts) + len(game.remembered) > 63:
        raise SolverError(
            f"`{game.id}` has {len(game.facts)} facts and {len(game.remembered)} choices that later"
            " conditions name; together they may be 63 at most."
        )
    reads = [Reads(set()) for _ in range(len(game.nodes) + 1)]
    for rule in game.points:
        reads[-1].add(rule.when)
        if rule.per >= 0:
            reads[-1].meters.add(rule.per)
    reads[-1].meters.add(OUTCOME_READ)
    for at in range(len(game.nodes) - 1, -1, -1):
        later = reads[at + 1]
        reads[at] = Reads(set(later.meters), later.marks)
        if at + 1 < len(game.nodes):
            reads[at].add(game.nodes[at + 1].when)
        for option in game.nodes[at].options:
            reads[at].add_option(option)
    found, settable = [], 0
    for at, read in enumerate(reads):
        found.append(_layout(game, at, read, settable))
        if at < len(game.nodes):
            for option in game.nodes[at].options:
                settable |= _marks_of(option)
    return found


def _layout(game: Game, at: int, read: Reads, settable: int) -> Layout:
    used = left = 0
    name = "the end"
    if at < len(game.nodes):
        node = game.nodes[at]
        name = f"`{node.id}`"
        if node.repeats:
            used = len(node.options) - 1
            for option in node.options:
                settable |= _marks_of(option)
        if node.budget or node.shares:
            left = max(n.budget for n in game.nodes[: at + 1]).bit_length()
    layout = Layout(
        tuple(sorted(m for m in read.meters if m != OUTCOME_READ)),
        tuple(_bits(read.marks & settable)),
        len(game.outcomes).bit_length() if OUTCOME_READ in read.meters else 0,
        len(game.weights),
        used,
        left,
    )
    if layout.bits > 63:
        raise SolverError(
            f"`{game.id}` remembers too much at {name}: {len(layout.marks)} facts and earlier"
            f" choices are still read by later rules. Let later rules read fewer of them."
        )
    return layout
