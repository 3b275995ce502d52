"""All guesses at a slip, in the order in which they are tried.

A guess is only a proposal: the mended lines are tried, and the first that can be read further
than before is believed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.scenario.slips.entry import read_entry
from simulator.scenario.slips.layout import (
    bare_keys,
    bracket_slips,
    forgotten_colons,
    indent_slips,
    looks_like_key,
    mark_slips,
    opens_block,
    same_line_lists,
    tight_colons,
    tight_dashes,
)
from simulator.scenario.slips.slip import Slip, Trouble
from simulator.scenario.slips.words import bracket_sign_slips, quote_slips, sign_slips, text_slips

_LOOK_BACK: Final = 40


def families(lines: Sequence[str], trouble: Trouble) -> Iterator[list[Slip]]:
    """Groups of slips, the likeliest first; within a group the one that reads furthest counts."""
    numbers = _suspects(lines, trouble)
    for number in numbers[:2]:
        entry = read_entry(lines[number])
        if entry is not None:
            yield list(mark_slips(lines, number))
            yield list(same_line_lists(lines, number, entry))
            yield list(sign_slips(lines, number, entry))
    for number in sorted(numbers, reverse=True)[:2]:
        yield list(tight_dashes(lines, number))
        yield list(tight_colons(lines, number))
        yield list(bare_keys(lines, number))
        if opens_block(lines, number):
            yield list(forgotten_colons(lines, [number]))
    entry = read_entry(lines[trouble.quoted]) if trouble.quoted >= 0 else None
    if entry is not None:
        yield list(quote_slips(lines, trouble.quoted, entry))
    if looks_like_key(lines, trouble.line):
        yield list(indent_slips(lines, trouble.line))
    for number in numbers:
        entry = read_entry(lines[number])
        if entry is not None:
            yield from text_slips(lines, number, entry)
            yield list(tight_colons(lines, number))
            if number == trouble.line:
                yield list(bracket_sign_slips(lines, number, trouble.column))
            yield list(bracket_slips(lines, number, entry, trouble))
    yield [slip for number in numbers for slip in bare_keys(lines, number)]
    yield list(forgotten_colons(lines, numbers))
    yield list(indent_slips(lines, trouble.line))


def _suspects(lines: Sequence[str], trouble: Trouble) -> list[int]:
    """The lines a slip may stand on: that of the trouble, where it began, and those above."""
    last = min(trouble.line, len(lines) - 1)
    first = max(0, last - _LOOK_BACK)
    near = [last, trouble.context, *range(last - 1, first - 1, -1)]
    return list(
        dict.fromkeys(number for number in near if number <= last and lines[number].strip())
    )
