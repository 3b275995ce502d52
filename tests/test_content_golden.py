"""One run for each ending of the shipped scenarios, kept as text."""

from __future__ import annotations

import pytest

from tests.content_golden import FOLDER, choices_in, path_of, transcript
from tests.content_kit import SHIPPED, content

ENDINGS = [(name, end) for name in SHIPPED for end in content(name).game.outcomes]


@pytest.mark.parametrize(("name", "outcome"), ENDINGS)
def test_a_playthrough_runs_as_it_always_did(name: str, outcome: str) -> None:
    text = path_of(name, outcome).read_text(encoding="utf-8")
    it = content(name)
    buyer = it.game.buyers.index(text.splitlines()[1].removeprefix("buyer: "))
    assert transcript(it, buyer, choices_in(text)) == text
    assert f"ending: {outcome}," in text


def test_there_is_one_playthrough_for_each_ending() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {f"{n}-{e}" for n, e in ENDINGS}
