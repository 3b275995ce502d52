"""Pages that are low for their words: the person small, so that the words and the choices show."""

from __future__ import annotations

from typing import Final

from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, Share, columns, cut_bottom, cut_top
from simulator.window.stage.meters import MeterCard
from simulator.window.stage.notes import NotesCard
from simulator.window.stage.scene import Scene
from simulator.window.stage.strip import PersonStrip
from simulator.window.theme import GAP

LOW: Final = 420.0
"""The height of a page, in words of the usual size, below which a scene takes too much of it."""

ASIDE: Final = 0.4
"""The part of a low page that the person and what they say take."""

PERSON: Final = 0.37
"""The part of that column in which the person stands, with the meters beside."""

TALLER: Final = 1.3
MOST: Final = 0.38
"""How much higher than the meters the person is, and the part of the column they take at most."""


def is_low(fonts: Fonts, page: Rect) -> bool:
    """Whether the page has too little room for a scene above or beside its words."""
    return page.h < LOW * fonts.text_scale


def person_and_meters(fonts: Fonts, column: Rect, meters: MeterCard) -> tuple[Rect, Rect]:
    """Place the meters as plain lines in a column; return where the person and the words stand."""
    shares = (Share(PERSON), Share(1 - PERSON))
    high = meters.least(fonts, columns(column, shares, GAP)[1].w)
    high = max(high, min(high * TALLER, column.h * MOST))
    top, rest = cut_top(column, high, GAP)
    person, beside = columns(top, shares, GAP)
    meters.place(beside)
    return person, rest


def settle_beside(
    fonts: Fonts, column: Rect, view: Scene | PersonStrip, meters: MeterCard, notes: NotesCard
) -> bool:
    """Place person, meters and words in a column; tell whether the notes found room below them."""
    person, words = person_and_meters(fonts, column, meters)
    view.settle_small(fonts, person, words)
    taken = view.speech.box.h + GAP if view.sight.words.any else 0.0
    high = notes.fitting(fonts, words.w, words.h - taken)
    notes.place(cut_bottom(words, high)[0])
    if taken and words.h - taken < notes.least(fonts, words.w):
        # Notes that show a heading at most leave the rest of the column to the words.
        view.speech.box = cut_bottom(words, high, GAP if high else 0.0)[1]
    return high > 0
