"""Many lists of keys made into one ascending list without repeats, and where each key went."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from simulator.game.expand import Keys

SPAN_MAX: Final = 1 << 26
"""The largest table that is marked and scanned, in entries."""

Where = npt.NDArray[np.int32]


def merge(lists: list[Keys]) -> tuple[Keys, list[Where]]:
    """The distinct keys of all lists, ascending, and for each list the index of each key.

    Keys of one layer differ in few bits. Those are pressed together (in order, so that sorting
    does not change); where they span a small range, marking a table and scanning it is several
    times faster than sorting.
    """
    either = all_of = lists[0][0]
    for keys in lists:
        either |= np.bitwise_or.reduce(keys)
        all_of &= np.bitwise_and.reduce(keys)
    varying = int(either ^ all_of)
    span = 1 << varying.bit_count()
    total = sum(len(keys) for keys in lists)
    if span <= min(SPAN_MAX, 64 * total + (1 << 16)):
        return _mark(lists, varying, span)
    together = np.concatenate(lists)
    together.sort()
    # Sorting and comparing neighbours is several times faster here than numpy's own unique.
    distinct = together[np.concatenate(([True], together[1:] != together[:-1]))]
    return distinct, [np.searchsorted(distinct, keys).astype(np.int32) for keys in lists]


def _mark(lists: list[Keys], varying: int, span: int) -> tuple[Keys, list[Where]]:
    seen = np.zeros(span, np.bool_)
    codes = [press(keys, varying) for keys in lists]
    for code in codes:
        seen[code] = True
    found = np.flatnonzero(seen)
    rank = np.empty(span, np.int32)
    rank[found] = np.arange(len(found), dtype=np.int32)
    where = [rank[code] for code in codes]
    distinct = np.empty(len(found), np.uint64)
    for keys, at in zip(lists, where, strict=True):
        distinct[at] = keys
    return distinct, where


def press(keys: Keys, varying: int) -> npt.NDArray[np.int64]:
    """The varying bits of each key, pressed together, keeping their order."""
    code = np.zeros(len(keys), np.uint64)
    at = done = 0
    while varying >> at:
        if not varying >> at & 1:
            at += 1
            continue
        width = 0
        while varying >> (at + width) & 1:
            width += 1
        run = np.uint64(((1 << width) - 1) << at)
        code |= (keys & run) >> np.uint64(at - done)
        at, done = at + width, done + width
    return code.view(np.int64)
