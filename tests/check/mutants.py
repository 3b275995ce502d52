"""Scenario files changed in a few places: by tired hands, in their parts, or in their bytes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import yaml

WORDS = (
    "trust: at least 30", "null", "true", "[]", "{}", "''", "-1", "0", "40", "999", "up a lot",
    "# pitchcraft: allow P016 because", "<contact>", "<nobody>", "known: no-shows", "buyer: burnt",
    "outcome: lost", "- id: quay", "verdict: poor", "&a", "*a", "!x", "'", '"', ": ", " #1", "\t",
    "done", "\ufeff",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 21, 10**30, 0.5, float("inf"), "", " ", "x" * 500, "up", "up a lot",
    "at least 30", "above 20", "between 9 and 3", "poor", "done", "order", "a:b", "No", "12:30",
    "<contact>", [], {}, [None], {"": None}, {"id": None}, [[]], {"known": []}, {"trust": "up"},
    ["x", "x"], {1: 2}, "\u202e", "é" * 90, "#1",
)  # fmt: skip
"""What may stand in the place of any part."""
BYTES = (
    b"\0", b"\xff", b"\xc3", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\r", b"\t", b"\xc2\xa0", b"\x1b",
    b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"- ", b": ", b"? ", b"[", b"}", b"%", b"---\n", b"|\n",
)  # fmt: skip


def mutant(text: str, seed: int) -> str:
    """The text with one to four changes of lines, the same for the same seed."""
    dice = random.Random(seed)
    lines = text.split("\n")
    for _ in range(dice.randrange(1, 5)):
        _change(dice, lines)
    return "\n".join(lines)


def part_mutant(text: str, seed: int) -> str:
    """A valid file with one to four of its parts replaced, copied or taken away."""
    dice = random.Random(seed)
    data = yaml.safe_load(text)
    for _ in range(dice.randrange(1, 5)):
        holders = list(_holders(data))
        holder, key = dice.choice(holders)
        kind = dice.randrange(5)
        if kind == 0:
            holder[key] = deepcopy(dice.choice(VALUES))
        elif kind == 1:
            other, place = dice.choice(holders)
            holder[key] = deepcopy(other[place])
        elif kind == 2:
            del holder[key]
        elif isinstance(holder, list):
            part = deepcopy(dice.choice((holder[key], *VALUES)))
            holder.insert(dice.randrange(len(holder) + 1), part)
        else:
            other, place = dice.choice(holders)
            holder[str(place)] = deepcopy(other[place])
    # Aliases would be refused at once; what stands twice is to be written twice.
    dumper = type("Dumper", (yaml.SafeDumper,), {"ignore_aliases": lambda *_: True})
    return yaml.dump(data, Dumper=dumper, sort_keys=False, allow_unicode=True, width=10_000)


def byte_mutant(data: bytes, seed: int) -> bytes:
    """A file with one to four bytes changed, put in, taken out or cut off."""
    dice = random.Random(seed)
    for _ in range(dice.randrange(1, 5)):
        at = dice.randrange(len(data) + 1)
        kind = dice.randrange(5)
        if kind == 0:
            data = data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]
        elif kind == 1:
            data = data[:at] + dice.choice(BYTES) + data[at:]
        elif kind == 2:
            data = data[:at] + data[at + dice.randrange(1, 40) :]
        elif kind == 3:
            other = dice.randrange(len(data) + 1)
            data = data[:at] + data[other : other + dice.randrange(1, 200)] + data[at:]
        else:
            data = data[: at if dice.randrange(4) == 0 else len(data)]
    return data


def _holders(part: Any) -> Iterator[tuple[Any, Any]]:
    """Every place that holds a part: its list or map, and its index or key."""
    for key, value in list(part.items() if isinstance(part, dict) else enumerate(part)):
        yield part, key
        if isinstance(value, (dict, list)):
            yield from _holders(value)


def _change(dice: random.Random, lines: list[str]) -> None:
    at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    line = lines[at]
    indent = line[: len(line) - len(line.lstrip())]
    key, colon, value = line.partition(": ")
    kind = dice.randrange(9)
    if kind == 0:
        del lines[at : at + dice.randrange(1, 6)]
        lines.append("")
    elif kind == 1:
        lines.insert(at, lines[other])
    elif kind == 2 and colon:
        lines[at] = f"{key}: {dice.choice(WORDS)}"
    elif kind == 3 and colon and ": " in lines[other]:
        lines[at] = f"{key}: {lines[other].partition(': ')[2]}"
    elif kind == 4:
        lines[at] = dice.choice(("", "  ", "    ")) + line.removeprefix("  ")
    elif kind == 5:
        lines.insert(at, indent + dice.choice(WORDS))
    elif kind == 6 and value:
        cut = dice.randrange(len(value))
        lines[at] = f"{key}: {value[:cut]}{dice.choice(WORDS)}{value[cut:]}"
    elif kind == 7:
        lines[at], lines[other] = lines[other], line
    else:
        lines[at] = indent + line.strip()[: dice.randrange(len(line) + 1)]
