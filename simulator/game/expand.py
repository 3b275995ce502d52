"""One step of the game for many information states at once: the rules of ``rules``, in numpy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from simulator.game.layout import METER_BITS, Layout
from simulator.game.rules import ALWAYS, DONE, METER_MAX, Condition, Effect, Game, Node, Option

Keys = npt.NDArray[np.uint64]
"""Packed information states, as ``Layout.pack`` packs them."""
Mask = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int16]
Truth = bool | Mask
"""A test's result: for every row the same, or row by row."""
Layer = tuple[int, int]
"""A set of positions of equal depth: index of the node, picks already made there."""


@dataclass
class Columns:
    """Information states as columns; a meter that is forgotten is None."""

    meters: list[Ints | None]
    marks: Keys
    outcome: Ints
    used: Keys
    left: Ints
    buyers: Keys

    def take(self, rows: npt.NDArray[np.intp]) -> Columns:
        """The same columns for some rows only."""
        return Columns(
            [None if m is None else m[rows] for m in self.meters],
            self.marks[rows],
            self.outcome[rows],
            self.used[rows],
            self.left[rows],
            self.buyers[rows],
        )


@dataclass
class Edges:
    """Steps from rows of a layer to keys of another: ``rows`` is None when it is all of them."""

    option: int
    target: Layer
    rows: npt.NDArray[np.intp] | None
    keys: Keys


@dataclass
class _After:
    """What one class of buyers makes of an option: columns after it, answer, where it leads."""

    mask: int
    columns: Columns
    reply: Ints
    target: Ints


def unpack(layout: Layout, keys: Keys, meters: int) -> Columns:
    """The columns of packed information states of a game with that many meters."""

    def bits(at: int, count: int) -> Keys:
        return (keys >> np.uint64(at)) & np.uint64((1 << count) - 1)

    columns: list[Ints | None] = [None] * meters
    for at, meter in enumerate(layout.meters):
        columns[meter] = bits(METER_BITS * at, METER_BITS).astype(np.int16)
    marks = np.zeros(len(keys), np.uint64)
    for mask, shift in layout.runs():
        moved = keys >> np.uint64(shift) if shift >= 0 else keys << np.uint64(-shift)
        marks |= moved & np.uint64(mask)
    return Columns(
        columns,
        marks,
        bits(layout.outcome_at, layout.outcome_bits).astype(np.int16),
        bits(layout.used_at, layout.used_bits),
        bits(layout.left_at, layout.left_bits).astype(np.int16),
        bits(layout.buyers_at, layout.buyer_bits),
    )


def pack(layout: Layout, columns: Columns, buyers: Keys) -> Keys:
    """The keys of columns; what the layout has no place for is forgotten."""
    keys = buyers << np.uint64(layout.buyers_at)
    if layout.outcome_bits:
        keys |= columns.outcome.astype(np.uint64) << np.uint64(layout.outcome_at)
    if layout.used_bits:
        keys |= columns.used << np.uint64(layout.used_at)
    if layout.left_bits:
        keys |= columns.left.astype(np.uint64) << np.uint64(layout.left_at)
    for mask, shift in layout.runs():
        kept = columns.marks & np.uint64(mask)
        keys |= kept << np.uint64(shift) if shift >= 0 else kept >> np.uint64(-shift)
    for at, meter in enumerate(layout.meters):
        column = columns.meters[meter]
        assert column is not None, "a meter read later is kept from the start"
        keys |= column.astype(np.uint64) << np.uint64(METER_BITS * at)
    return keys


def holds(cond: Condition, columns: Columns, buyer: int) -> Truth:
    """A condition's truth for every row, as if the buyer were the one with this index."""
    if not cond.buyers >> buyer & 1:
        return False
    truth: Truth = True
    tests: list[Mask] = []
    if cond.all:
        every = np.uint64(cond.all)
        tests.append((columns.marks & every) == every)
    if cond.none:
        tests.append((columns.marks & np.uint64(cond.none)) == 0)
    tests += [(columns.marks & np.uint64(group)) != 0 for group in cond.any]
    for meter, low, high in cond.meters:
        column = columns.meters[meter]
        assert column is not None, "a meter that is read is kept"
        tests.append((column >= low) & (column <= high))
    if cond.outcomes != -1:
        allowed = np.array([cond.outcomes >> at & 1 for at in range(64)], bool)
        tests.append(allowed[columns.outcome])
    for test in tests:
        truth = test if truth is True else truth & test
    return truth


def legal(node: Node, at: int, columns: Columns) -> Truth:
    """Whether an option may be chosen, for every row."""
    option = node.options[at]
    truth = True if option.needs is ALWAYS else holds(option.needs, columns, 0)
    if option.cost:
        truth = truth & (columns.left >= option.cost)
    if node.repeats and option.id != DONE:
        truth = truth & ((columns.used >> np.uint64(at)) & np.uint64(1) == 0)
    return truth


class Expander:
    """All steps out of one node."""

    def __init__(self, game: Game, layouts: list[Layout], node: int) -> None:
        self.game = game
        self.layouts = layouts
        self.at = node
        self.node = game.nodes[node]
        self.chain: list[int] = []
        """The nodes that may come next: up to the first that always comes up."""
        for later in range(node + 1, len(game.nodes)):
            self.chain.append(later)
            if game.nodes[later].when is ALWAYS:
                break
        else:
            self.chain.append(len(game.nodes))
        self.classes = [self._classes(option) for option in self.node.options]

    def _classes(self, option: Option) -> list[tuple[int, int]]:
        """Buyers that an option and what comes after it treat alike: (first of them, mask)."""
        tests = [when for when, _ in option.cases] + [bonus.when for bonus in option.also]
        tests += [self.game.nodes[n].when for n in self.chain if n < len(self.game.nodes)]
        groups: dict[tuple[int, ...], list[int]] = {}
        for buyer in range(len(self.game.weights)):
            groups.setdefault(tuple(c.buyers >> buyer & 1 for c in tests), []).append(buyer)
        return [(group[0], sum(1 << b for b in group)) for group in groups.values()]

    def __call__(self, keys: Keys, picks: int) -> Iterator[tuple[int, Truth, list[Edges]]]:
        """For each option: its index, where it is legal, and the steps it leads to."""
        columns = unpack(self.layouts[self.at], keys, len(self.game.starts))
        for at in range(len(self.node.options)):
            truth = legal(self.node, at, columns)
            if truth is False or (truth is not True and not truth.any()):
                continue
            if truth is True or truth.all():
                yield at, True, list(self._edges(at, columns, None, picks))
            else:
                rows = np.flatnonzero(truth)
                yield at, truth, list(self._edges(at, columns.take(rows), rows, picks))

    def _edges(
        self, at: int, columns: Columns, rows: npt.NDArray[np.intp] | None, picks: int
    ) -> Iterator[Edges]:
        seen: list[_After] = []
        for buyer, mask in self.classes[at]:
            seen.append(self._after(at, columns, buyer, mask))
        if len(seen) == 1:
            yield from self._split(at, seen[0], columns.buyers, rows, None, picks)
            return
        same = [[_alike(a, b) for b in seen] for a in seen]
        present = [(columns.buyers & np.uint64(one.mask)) != 0 for one in seen]
        for j, one in enumerate(seen):
            together = np.full(len(columns.buyers), one.mask, np.uint64)
            fresh = present[j].copy()
            for i, other in enumerate(seen):
                if i != j:
                    together |= np.where(same[i][j], np.uint64(other.mask), np.uint64(0))
                if i < j:
                    fresh &= ~(present[i] & same[i][j])
            chosen = np.flatnonzero(fresh)
            if len(chosen):
                buyers = columns.buyers & together
                yield from self._split(at, one, buyers, rows, chosen, picks)

    def _split(
        self,
        at: int,
        after: _After,
        buyers: Keys,
        rows: npt.NDArray[np.intp] | None,
        chosen: npt.NDArray[np.intp] | None,
        picks: int,
    ) -> Iterator[Edges]:
        """The edges of one class, split by where they lead."""
        target = after.target if chosen is None else after.target[chosen]
        first = int(target[0])
        ends = [first] if (target == first).all() else [int(t) for t in np.unique(target)]
        for end in ends:
            part = chosen
            if len(ends) > 1:
                hit = np.flatnonzero(target == end)
                part = hit if chosen is None else chosen[hit]
            columns = after.columns if part is None else after.columns.take(part)
            stays = end == self.at
            columns = self._arrive(columns, end)
            keys = pack(self.layouts[end], columns, buyers if part is None else buyers[part])
            where = part if rows is None else rows if part is None else rows[part]
            yield Edges(at, (end, picks + 1) if stays else (end, 0), where, keys)

    def _arrive(self, columns: Columns, end: int) -> Columns:
        """Set what a node starts with: nothing picked, its own budget or the one it shares."""
        if end == self.at:
            return columns
        used = np.zeros_like(columns.used)
        left = columns.left
        if end == len(self.game.nodes):
            left = np.zeros_like(left)
        elif not self.game.nodes[end].shares:
            left = np.full_like(left, self.game.nodes[end].budget)
        return Columns(columns.meters, columns.marks, columns.outcome, used, left, columns.buyers)

    def _after(self, at: int, columns: Columns, buyer: int, mask: int) -> _After:
        option = self.node.options[at]
        effects: list[Effect] = [option.base, *(effect for _, effect in option.cases)]
        which = np.zeros(len(columns.marks), np.intp)
        for case in range(len(option.cases), 0, -1):
            truth = holds(option.cases[case - 1][0], columns, buyer)
            if truth is True:
                which[:] = case
            elif truth is not False:
                which[truth] = case
        learn = np.array([e.learn | option.mark for e in effects], np.uint64)[which]
        outcome = np.array([e.outcome for e in effects], np.int16)[which]
        deltas = [np.array([e.deltas[m] for e in effects], np.int16)[which] for m in self._meters()]
        for bonus in option.also:
            truth = holds(bonus.when, columns, buyer)
            if truth is False:
                continue
            for m in self._meters():
                if bonus.deltas[m]:
                    deltas[m] = deltas[m] + np.int16(bonus.deltas[m]) * np.asarray(truth, np.int16)
            if bonus.learn:
                learn |= np.where(truth, np.uint64(bonus.learn), np.uint64(0))
        after = Columns(
            [
                None if old is None else np.clip(old + change, 0, METER_MAX).astype(np.int16)
                for old, change in zip(columns.meters, deltas, strict=True)
            ],
            columns.marks | learn,
            np.where(outcome > 0, outcome, columns.outcome),
            columns.used | np.uint64(1 << at if self.node.repeats and option.id != DONE else 0),
            columns.left - np.int16(option.cost),
            columns.buyers,
        )
        reply = np.array([e.reply for e in effects], np.int16)[which]
        return _After(mask, after, reply, self._target(option, after, buyer))

    def _meters(self) -> range:
        return range(len(self.game.starts))

    def _target(self, option: Option, after: Columns, buyer: int) -> Ints:
        """The node that comes up next, row by row: this one again, a later one, or the end."""
        target = np.full(len(after.marks), -1, np.int16)
        if self.node.repeats and not option.ends:
            stays: Truth = False
            for at, other in enumerate(self.node.options):
                if other.id != DONE and stays is not True:
                    stays = stays | legal(self.node, at, after)
            target[np.broadcast_to(np.asarray(stays), target.shape)] = self.at
        for node in self.chain:
            if node == len(self.game.nodes):
                target[target == -1] = node
                break
            truth = holds(self.game.nodes[node].when, after, buyer)
            if truth is not False:
                target[(target == -1) & truth] = node
        return target


def _alike(a: _After, b: _After) -> Mask:
    """Where two classes of buyers show the trainee the same."""
    same = (a.reply == b.reply) & (a.target == b.target) & (a.columns.marks == b.columns.marks)
    same &= a.columns.outcome == b.columns.outcome
    for one, other in zip(a.columns.meters, b.columns.meters, strict=True):
        if one is not None and other is not None:
            same &= one == other
    return np.asarray(same, bool)
