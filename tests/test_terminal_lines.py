"""Plain lines: wrapping, questions, and figures in words."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.game.play import MeterView
from simulator.terminal import figures
from simulator.terminal.lines import Leave, Lines, wanted, whole


def lines_on(typed: str = "") -> tuple[Lines, io.StringIO]:
    said = io.StringIO()
    return Lines(io.StringIO(typed), said), said


@given(st.text(max_size=400), st.integers(0, 6), st.integers(0, 6))
def test_no_line_is_too_long_or_steers_the_terminal(text: str, indent: int, hang: int) -> None:
    lines, said = lines_on()
    lines.say(text, indent=indent, hang=hang)
    for line in said.getvalue().split("\n"):
        assert len(line) <= 80
        assert line.isprintable()


def test_words_are_kept_whole_and_items_hang() -> None:
    lines, said = lines_on()
    lines.item(12, "word " * 20, indent=1)
    first, second = said.getvalue().rstrip("\n").split("\n")
    assert first.startswith(" 12. word")
    assert second.startswith("     word")


def test_a_heading_is_plain_text() -> None:
    lines, said = lines_on()
    lines.heading("Notebook")
    assert said.getvalue() == "\nNotebook\n--------\n"


@pytest.mark.parametrize("typed", ["", "q\n", "Quit\n", " EXIT \n"])
def test_leaving(typed: str) -> None:
    lines, _ = lines_on(typed)
    with pytest.raises(Leave):
        lines.ask("Your choice?")


def test_a_last_line_without_an_end_counts() -> None:
    lines, _ = lines_on("2")
    assert lines.number("Which?", 2) == 2


def test_asking_goes_on_until_the_answer_fits() -> None:
    lines, said = lines_on("5\n\nx\nB\n")
    assert lines.number("Which?", 3, letters="b") == "b"
    assert said.getvalue().count("Type a number from 1 to 3 or b, or q to leave.") == 3


@pytest.mark.parametrize(
    ("most", "letters", "sentence"),
    [
        (5, "", "Type a number from 1 to 5"),
        (1, "", "Type 1"),
        (0, "wrt", "Type w, r or t"),
        (3, "ng", "Type a number from 1 to 3, n or g"),
    ],
)
def test_what_to_type(most: int, letters: str, sentence: str) -> None:
    assert wanted(most, letters) == sentence


@given(st.text(max_size=12))
def test_any_text_is_a_whole_number_or_none(text: str) -> None:
    number = whole(text)
    assert number is None or number >= 0


def test_figures_in_words() -> None:
    before = [MeterView("trust", "Trust", "", 6), MeterView("value", "Value", "", 4)]
    after = [MeterView("trust", "Trust", "", 8), MeterView("value", "Value", "", 3)]
    assert figures.changes(before, after) == ["Trust 6 to 8, up 2.", "Value 4 to 3, down 1."]
    assert figures.changes(before, before) == []
    assert figures.counted(1, "run") == "1 run"
    assert figures.counted(0, "run") == "0 runs"
