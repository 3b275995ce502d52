"""Measures of text: sentences, hardness, and lines on screen as the window sets them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from simulator.check.words import content_words, lines_taken, lix, sentences, words
from simulator.cli import main
from tests.check.samples import BASE

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"


def test_words_and_sentences() -> None:
    text = 'She didn\'t ask <first-name>. "Why?" - Because it is twenty-two, and no more'
    assert words(text) == (
        "she", "didn't", "ask", "name", "why", "because", "it", "is", "twenty-two", "and", "no",
        "more",
    )  # fmt: skip
    assert len(sentences(text)) == 3
    assert content_words("You sold the pages. Selling pages") == {"sold", "page", "sell"}
    assert lix("") == 0
    assert lix("He sat on the mat. It was flat.") == 4


@pytest.mark.parametrize("width", [230, 276, 510])
def test_lines_are_counted_as_the_window_sets_them(width: int) -> None:
    from simulator.window.fonts import Fonts

    fonts = Fonts()
    texts = [text for text in yaml.safe_load(BASE)["buyers"][0].values() if isinstance(text, str)]
    texts += [part for part in BASE.split(": ") if len(part) > 20]
    texts += [" ".join(texts[at : at + 4]) for at in range(0, len(texts), 4)]
    plain = [" ".join(text.split()) for text in texts]
    off = [
        abs(len(fonts.lines(text, "body", width)) - lines_taken(text, 16, width)) for text in plain
    ]
    assert max(off) <= 1
    assert sum(off) <= len(off) / 8


def test_the_hooks_of_pre_commit_call_commands_that_are_there() -> None:
    for hook in yaml.safe_load(HOOKS.read_text()):
        program, *args = hook["entry"].split()
        assert program == "pitchcraft"
        assert CliRunner().invoke(main, [*args, "--help"]).exit_code == 0
