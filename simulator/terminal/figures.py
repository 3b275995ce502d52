"""Figures as words: points, shares, meters and stars."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from simulator.game.debrief import STARS
from simulator.game.play import MeterView

_STARS: Final = ("no star", "1 of 3 stars", "2 of 3 stars", "3 of 3 stars")


def tenths(value: Fraction) -> int:
    """A value in tenths, rounded half up."""
    return (value * 10 + Fraction(1, 2)).__floor__()


def decimal(number: int) -> str:
    """A number of tenths with one decimal, such as ``-3.5``."""
    whole, rest = divmod(abs(number), 10)
    return f"{'-' if number < 0 else ''}{whole}.{rest}"


def points(value: Fraction) -> str:
    """Points with one decimal."""
    return f"{decimal(tenths(value))} points"


def percent(share: Fraction) -> str:
    """A share from 0 to 1 in percent."""
    return f"{(share * 100 + Fraction(1, 2)).__floor__()} %"


def stars(count: int) -> str:
    """How many stars, in words."""
    return _STARS[count]


def next_star(score: int) -> str:
    """What the next star takes, as a sentence; empty when there is none left."""
    more = next((least for least in STARS if score < least), None)
    return f"The next star comes at {more}." if more else ""


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
