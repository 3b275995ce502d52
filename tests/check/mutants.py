"""Valid scenario files changed in a few places, as by tired hands."""

from __future__ import annotations

import random

WORDS = (
    "trust: at least 30", "null", "true", "[]", "{}", "''", "-1", "0", "40", "999", "up a lot",
    "# pitchcraft: allow P016 because", "<contact>", "<nobody>", "known: no-shows", "buyer: burnt",
    "outcome: lost", "- id: quay", "verdict: poor", "&a", "*a", "!x", "'", '"', ": ", " #1", "\t",
    "done", "\ufeff",
)  # fmt: skip


def mutant(text: str, seed: int) -> str:
    """The text with one to four changes, the same for the same seed."""
    dice = random.Random(seed)
    lines = text.split("\n")
    for _ in range(dice.randrange(1, 5)):
        _change(dice, lines)
    return "\n".join(lines)


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
