"""A line of YAML as its writer sees it: indentation, dashes, key, value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_HEAD: Final = re.compile(
    r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<key>[A-Za-z_][\w -]{0,39}):(?: +|$))?(?P<value>.*)"
)
_NOTE: Final = re.compile(r"(?:^| )#(?:[ #]|$)")


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands on a line; columns count from 0.

    ``start`` is the column behind the dashes, ``key`` is empty if there is none, ``value`` is the
    text from ``column`` to ``end``, without a comment behind it.
    """

    indent: int
    start: int
    key: str
    value: str
    column: int

    @property
    def end(self) -> int:
        """The column behind the value."""
        return self.column + len(self.value)

    @property
    def dashed(self) -> bool:
        """Whether the line is an item of a list."""
        return self.start > self.indent


def read_entry(line: str) -> Entry | None:
    """The parts of a line, or nothing for a blank line or a comment."""
    stripped = line.strip()
    if not stripped or stripped.startswith("#"):
        return None
    match = _HEAD.fullmatch(line.rstrip())
    if match is None:
        return None
    value = match["value"]
    if value[:1] not in ('"', "'"):
        note = _NOTE.search(value)
        value = value[: note.start()].rstrip() if note else value
    indent, dashes = len(match["indent"]), len(match["dashes"])
    return Entry(indent, indent + dashes, match["key"] or "", value, match.start("value"))


def last_line(lines: Sequence[str], first: int) -> int:
    """The last line of the text that starts on line ``first``: all that is indented more."""
    entry = read_entry(lines[first])
    if entry is None:
        return first
    level = entry.start if entry.key else entry.indent
    last = first
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if line.strip():
            if len(line) - len(line.lstrip()) <= level:
                break
            last = number
    return last


def head_line(lines: Sequence[str], number: int) -> int:
    """The line with the key or dash to which a line of running text belongs."""
    level = len(lines[number]) - len(lines[number].lstrip())
    for above in range(number - 1, max(-1, number - 60), -1):
        entry = read_entry(lines[above])
        if entry is not None and entry.indent < level and (entry.key or entry.dashed):
            return above
    return number


def open_columns(lines: Sequence[str], number: int) -> tuple[list[int], list[int]]:
    """The columns in which a line's keys and dashes could go on: those still open above it."""
    keys: list[int] = []
    dashes: list[int] = []
    limit: int | None = None
    for above in range(number - 1, -1, -1):
        entry = read_entry(lines[above])
        if entry is None or not (entry.key or entry.dashed):
            continue
        if entry.key and (limit is None or entry.start < limit):
            keys.append(entry.start)
        if entry.dashed and (limit is None or entry.indent < limit):
            dashes.append(entry.indent)
        limit = entry.indent if limit is None else min(limit, entry.indent)
        if limit == 0:
            break
    return keys, dashes
