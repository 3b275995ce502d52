"""Stage directions stand apart from what is said, and nothing is lost of either."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.window.fonts import Fonts
from simulator.window.stage.directions import Part, parts_of
from simulator.window.stage.speech import Speech, Words

TEXT = st.text(alphabet='Ab .!()"', max_size=60)


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("Good.", [("Good.", False)]),
        ("(She nods.) Go on.", [("She nods.", True), ("Go on.", False)]),
        ("Yes. (She signs.)", [("Yes.", False), ("She signs.", True)]),
        (
            "Fifty-eight. (She does the sum.) All right.",
            [("Fifty-eight.", False), ("She does the sum.", True), ("All right.", False)],
        ),
        ('(She writes "Piet.")', [('She writes "Piet."', True)]),
        ("Two (or three) of us.", [("Two (or three) of us.", False)]),
        ("", []),
    ],
)
def test_directions_are_whole_sentences_in_brackets(
    said: str, parts: list[tuple[str, bool]]
) -> None:
    assert parts_of(said) == tuple(Part(*part) for part in parts)


@given(TEXT)
def test_no_letter_is_lost(said: str) -> None:
    kept = re.sub(r"[\s()]", "", "".join(part.text for part in parts_of(said)))
    assert kept == re.sub(r"[\s()]", "", said)


def test_what_is_told_first_stands_above_the_name() -> None:
    speech = Speech(Words("Ilse", "Director", "(She nods.) Go on. (She waits.)"))
    blocks = speech._blocks(Fonts(), 400.0)
    assert [(block.text, block.muted) for block in blocks] == [
        ("She nods.", True),
        ("Ilse", False),
        ("Director", True),
        ("Go on.", False),
        ("She waits.", True),
    ]
