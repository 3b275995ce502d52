"""Figures as sentences."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.game.play import MeterView


def changes(before: Sequence[MeterView], after: Sequence[MeterView]) -> list[str]:
    """What moved, a sentence each: ``Trust 6 to 8, up 2.``"""
    told = []
    for old, new in zip(before, after, strict=True):
        by = new.value - old.value
        if by:
            way = "up" if by > 0 else "down"
            told.append(f"{new.name} {old.value} to {new.value}, {way} {abs(by)}.")
    return told


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: ``1 player``, ``2 players``."""
    return f"{number} {one if number == 1 else many or one + 's'}"
