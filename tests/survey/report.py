"""What a survey found, each fault once."""

from __future__ import annotations

import re

NUMBERS = re.compile(r"-?\d+(\.\d+)?")


class Report:
    """Counts pictures and faults; faults that differ in numbers and colours alone are one."""

    def __init__(self) -> None:
        self.count = 0
        self._found: dict[tuple[str, str], list[str]] = {}

    def __len__(self) -> int:
        return len(self._found)

    def add(self, picture: str, look: str, faults: list[str]) -> None:
        """Add what was found in one picture."""
        self.count += 1
        for fault in faults:
            kind = NUMBERS.sub("#", re.sub(r"#[0-9a-f]{6}", "", fault))
            self._found.setdefault((picture, kind), []).append(f"{look}: {fault}")

    def join(self, other: Report) -> None:
        """Add all that another report holds."""
        self.count += other.count
        for key, places in other._found.items():
            self._found.setdefault(key, []).extend(places)

    def __str__(self) -> str:
        lines = (
            f"{picture} ({len(places)}): {places[0]}"
            for (picture, _), places in self._found.items()
        )
        return "\n".join(lines)
