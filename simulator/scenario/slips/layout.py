"""Slips in the layout: indentation, dashes, colons and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from simulator.scenario.quote import ticked
from simulator.scenario.slips.entry import Entry, open_columns, read_entry
from simulator.scenario.slips.slip import Slip, Trouble

_TIGHT_COLON: Final = re.compile(r" *(?:- +)*[A-Za-z_][\w -]{0,39}:(?=[^\s:/])")
_TIGHT_DASH: Final = re.compile(r" *-(?=[A-Za-z\"'])")
_BARE_KEY: Final = re.compile(r" *(?:- +)*([a-z_]+(?: [a-z_]+)?)")
_KEY: Final = re.compile(r"^ *(?:- +)*([A-Za-z_][\w -]{0,39}):(?= |$)", re.MULTILINE)
_PAIRS: Final = {"[": "]", "{": "}"}
_COLON_IN_BRACKETS: Final = re.compile(r":(?=[,?\[\]{}])")
_COMMA_GAP: Final = re.compile(r"(?<=[^\s,:\[{]) +(?:[\w-]+|[\"'])?$")


def mark_slips(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """Lines that only YAML experts write."""
    line = lines[number].rstrip()
    if line == "...":
        message = "a line of three dots ends the file for YAML"
        yield Slip("S113", number, 0, 3, message, "Delete it.", {number: ""})
    elif line.startswith("%"):
        message = "a line that starts with `%` is not used in scenarios"
        yield Slip("S112", number, 0, len(line), message, "Delete it.", {number: ""})


def same_line_lists(lines: Sequence[str], number: int, entry: Entry) -> Iterator[Slip]:
    """``choices: - id: a``: a list that starts behind its key."""
    item = read_entry(entry.value) if entry.value.startswith("- ") else None
    if entry.key and item is not None and item.key:
        line = lines[number]
        head = line[: entry.column].rstrip()
        paste = f"{head}\n{' ' * (entry.start + 2)}{line[entry.column :].rstrip()}"
        message = "a list starts on the line below its key"
        remedy = "Write:"
        yield Slip("S106", number, entry.column, 1, message, remedy, {number: head}, paste)


def tight_colons(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """``why:Because``."""
    yield from _tight(lines, number, _TIGHT_COLON.match(lines[number]), "colon")


def tight_dashes(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """``-id: price``."""
    yield from _tight(lines, number, _TIGHT_DASH.match(lines[number]), "dash")


def _tight(
    lines: Sequence[str], number: int, match: re.Match[str] | None, name: str
) -> Iterator[Slip]:
    """A sign without the space behind it."""
    if match is not None:
        end = match.end()
        changes = {number: f"{lines[number][:end]} {lines[number][end:]}"}
        message, remedy = f"a {name} needs a space after it", f"Put a space after the {name}:"
        yield Slip("S107", number, end - 1, 1, message, remedy, changes)


def bracket_slips(
    lines: Sequence[str], number: int, entry: Entry, trouble: Trouble
) -> Iterator[Slip]:
    """A list or block in brackets that is not closed, or that lacks a comma."""
    sign = entry.value[:1]
    close = _PAIRS.get(sign)
    if not close:
        return
    line = lines[number].rstrip()
    if number == trouble.line:
        colon = _COLON_IN_BRACKETS.search(line, max(0, trouble.column - 40))
        if colon:
            at = colon.end()
            changes = {number: f"{line[:at]} {line[at:]}"}
            message, remedy = "a colon needs a space after it", "Put a space after the colon:"
            yield Slip("S107", number, at - 1, 1, message, remedy, changes)
        missing = _COMMA_GAP.search(line[: trouble.column])
        if missing:
            at = missing.start()
            changes = {number: line[:at] + "," + line[at:]}
            yield Slip("S105", number, at, 1, "a comma is missing here", "Write:", changes)
    if entry.value.count(sign) > entry.value.count(close):
        changes = {number: line[: entry.end] + close + line[entry.end :]}
        message = f"this `{sign}` is never closed"
        yield Slip("S105", number, entry.column, 1, message, f"Add `{close}`:", changes)


def forgotten_colons(lines: Sequence[str], numbers: list[int]) -> Iterator[Slip]:
    """``say Hello``: a line that starts with a key of this file, but has no colon."""
    keys = set(_KEY.findall("\n".join(lines)))
    for number in numbers[:8]:
        entry = read_entry(lines[number])
        if entry is None or entry.key:
            continue
        words = entry.value.split(" ")
        for count in (2, 1):
            key = " ".join(words[:count])
            if key in keys:
                end = entry.column + len(key)
                line = lines[number]
                changes = {number: f"{line[:end]}:{line[end:]}"}
                message = f"a colon is missing after {ticked(key)}"
                yield Slip("S107", number, entry.column, len(key), message, "Write:", changes)


def bare_keys(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """``choices`` alone on a line, with a block below it."""
    match = _BARE_KEY.fullmatch(lines[number].rstrip())
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    if match and _indent_of(below) >= _indent_of(lines[number]):
        message = f"a colon is missing after {ticked(match[1])}"
        changes = {number: f"{match[0]}:"}
        yield Slip("S107", number, match.start(1), len(match[1]), message, "Write:", changes)


def looks_like_key(lines: Sequence[str], number: int) -> bool:
    """Whether a line starts with a word that is a key elsewhere, or a single small word."""
    if number >= len(lines):
        return False
    entry = read_entry(lines[number])
    if entry is None or not entry.key:
        return False
    if re.fullmatch(r"[a-z_]+", entry.key):
        return True
    return _KEY.findall("\n".join(lines)).count(entry.key) > 1


def indent_slips(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """A line whose indentation fits none of the lines above it."""
    if number >= len(lines):
        return
    entry = read_entry(lines[number])
    if entry is None:
        return
    yield from _dash_above(lines, number, entry)
    columns = _columns(lines, number, entry)
    last = number
    while last + 1 < len(lines) and _indent_of(lines[last + 1]) >= max(1, entry.indent):
        last += 1
    for column in columns[:4]:
        message = f"this line is indented by {_spaces(entry.indent)}, which fits no line above"
        remedy = f"Indent it by {_spaces(column)}:" if column else "Start it at the left edge:"
        text = " " * column + lines[number].strip()
        yield Slip("S106", number, 0, max(1, entry.indent), message, remedy, {number: text})
        if last > number:
            yield _indented_block(lines, number, last, column)


def _dash_above(lines: Sequence[str], number: int, entry: Entry) -> Iterator[Slip]:
    """An item whose dash was moved, so that its further keys no longer stand below its first."""
    above = next((at for at in range(number - 1, -1, -1) if lines[at].strip()), -1)
    item = read_entry(lines[above]) if above >= 0 else None
    if item is None or not item.dashed or not item.key or entry.dashed or not entry.key:
        return
    indent = item.indent + entry.indent - item.start
    if indent >= 0 and indent != item.indent:
        message = f"this item is indented by {_spaces(item.indent)}, but its next line does not fit"
        remedy = f"Indent it by {_spaces(indent)}:" if indent else "Start it at the left edge:"
        text = " " * indent + lines[above].strip()
        yield Slip("S106", above, 0, max(1, item.indent), message, remedy, {above: text})


def _columns(lines: Sequence[str], number: int, entry: Entry) -> list[int]:
    """Where a line could start instead, the nearest column first."""
    keys, dashes = open_columns(lines, number)
    if entry.dashed:
        columns = dashes
    elif entry.key:
        columns = keys
    else:
        columns = [_indent_of(line) for line in lines[max(0, number - 9) : number] if line.strip()]
        columns = columns[-1:]
    if entry.indent in columns or opens_block(lines, number):
        return []
    return sorted(set(columns), key=lambda column: abs(column - entry.indent))


def opens_block(lines: Sequence[str], number: int) -> bool:
    """Whether a line is the first below a key without a value, and so sets its own column."""
    above = next((at for at in range(number - 1, -1, -1) if lines[at].strip()), -1)
    head = read_entry(lines[above]) if above >= 0 else None
    entry = read_entry(lines[number])
    if head is None or entry is None or not head.key or head.value:
        return False
    return entry.indent > head.start or (entry.dashed and entry.indent == head.start)


def _indented_block(lines: Sequence[str], first: int, last: int, column: int) -> Slip:
    """All lines from ``first`` to ``last`` moved, the first to ``column``."""
    indent = _indent_of(lines[first])
    changes = {
        at: " " * (_indent_of(lines[at]) + column - indent) + lines[at].strip()
        for at in range(first, last + 1)
        if lines[at].strip()
    }
    start = f"{_spaces(indent)} or more" if indent else "nothing"
    message = f"lines {first + 1} to {last + 1} are indented by {start}, which fits no line above"
    remedy = f"Indent them by {_spaces(column)} or more:" if column else "Move them to the left:"
    return Slip("S106", first, 0, max(1, indent), message, remedy, changes)


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces"


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())
