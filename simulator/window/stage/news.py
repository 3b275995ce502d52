"""Meters and notes one below the other: how roomy each of them is."""

from __future__ import annotations

from typing import Final

from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, cut_top
from simulator.window.stage.meters import MeterCard
from simulator.window.stage.notes import NotesCard
from simulator.window.theme import GAP

MOST_APART: Final = 72.0
"""How much higher the meters become at most where the notes below are a heading alone."""


def cut_meters(
    fonts: Fonts, column: Rect, meters: MeterCard, notes: NotesCard, title: str
) -> tuple[Rect, Rect]:
    """Give the meters their room at the top of a column; return it and what is left below.

    Before the first note has no room they take plain lines, and then go without their title. A
    column too low for them is left whole.
    """
    least, low = notes.least(fonts, column.w), notes.low(fonts)
    for below in (least, low):
        free = column.h - GAP - below
        for titled, plain in ((True, False), (True, True), (False, True)):
            meters.title = title if titled else ""
            high = meters.least(fonts, column.w) if plain else meters.height(fonts, column.w)
            if high <= free:
                spare = 0.0 if below == least else MOST_APART
                return cut_top(column, min(free, high + spare), GAP)
    return Rect(), column
