"""What ``--fix`` changes, and all that it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.check.files import Prover
from simulator.check.fixes import mend
from simulator.check.registry import BY_CODE
from simulator.game.solver import solve
from tests.check.samples import BASE, patched

HERE = Path("base.yaml")


def changed(before: str, after: bytes) -> list[tuple[str, str]]:
    """The lines that differ, as pairs; a deleted line pairs with nothing."""
    old, new = before.split("\n"), after.decode().split("\n")
    if len(old) == len(new):
        return [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    gone = next(at for at, line in enumerate(old) if new[at : at + 1] != [line])
    assert old[:gone] + old[gone + 1 :] == new
    return [(old[gone], "")]


def test_a_file_without_problems_is_left_alone() -> None:
    found = mend(HERE, BASE.encode(), Prover(solve))
    assert (found.data, found.mended) == (BASE.encode(), ())


@pytest.mark.parametrize(
    ("old", "new", "mended"),
    [
        ("  coach: Ask for a step as big", "  coach: Ask for  a step as big", "W013"),
        ("      task: Follow up\n", "      taks: Follow up\n", "S201"),
        ("          why: The first half", "          why: Mind: the first half", "S101"),
        ("    kind: pilot\n", "    kind: pilott  # on trial\n", "S204"),
        ("  intro: A week goes by.", "  intro: 'Tis a week later.", "S102"),
        ("      day: 7\n", "      day: 7  # pitchcraft: allow W001 because of old times\n", "A001"),
    ],
)  # fmt: skip
def test_one_line_is_mended_and_no_other(old: str, new: str, mended: str) -> None:
    assert BASE.count(old) == 1
    broken = BASE.replace(old, new)
    found = mend(HERE, broken.encode())
    assert [problem.code for problem in found.mended] == [mended]
    assert len(changed(broken, found.data)) == 1
    assert mended not in {problem.code for problem in found.left.problems}


def test_a_key_without_effect_is_deleted_with_its_line() -> None:
    broken = BASE.replace("      day: 7\n", "      day: 7\n      done: {say: Stop.}\n")
    found = mend(HERE, broken.encode())
    assert [problem.code for problem in found.mended] == ["F008"]
    assert found.data == BASE.encode()


def test_a_draft_needs_a_way_to_send_it() -> None:
    before = "why: The first half"
    broken = BASE.replace(before, f"draft: Dear you\n              {before}")
    found = mend(HERE, broken.encode())
    assert [problem.code for problem in found.mended] == ["F008"]
    assert "without `channel`" in found.mended[0].message
    assert found.data == BASE.encode()


def test_a_key_that_shares_its_line_is_left_to_its_author() -> None:
    broken = BASE.replace(
        "        - id: wait\n          say: Wait until she calls.\n",
        "        - id: wait\n          say: Wait until she calls.\n          cost: 2  # why?\n",
    )
    found = mend(HERE, broken.encode())
    assert found.data == broken.encode()
    assert [problem.code for problem in found.left.problems] == ["F008"]


def test_a_verdict_is_shown_and_left_to_its_author() -> None:
    broken = patched(BY_CODE["P015"].page.bad)
    found = mend(HERE, broken.encode(), Prover(solve))
    assert (found.data, found.mended) == (broken.encode(), ())
    (problem,) = [one for one in found.left.problems if one.code == "P015"]
    assert problem.paste == "      verdict: poor"


def test_line_ends_and_the_mark_at_the_start_stay() -> None:
    windows = "\ufeff" + BASE.replace("\n", "\r\n")
    broken = windows.replace("      task: Follow up\r\n", "      taks: Follow up\r\n")
    assert mend(HERE, broken.encode()).data == windows.encode()


def test_several_slips_are_mended_one_after_the_other() -> None:
    broken = patched(
        "closing:\n  coach: Ask for  what fits .\nfollow_up:\n  coach: Do  what you said."
    )
    found = mend(HERE, broken.encode())
    assert [problem.code for problem in found.mended] == ["W013", "W013"]
    assert "  coach: Ask for what fits.\n" in found.data.decode()


def test_what_is_text_or_comment_is_not_taken_for_a_fix() -> None:
    """The cut off text could be text or a comment, so its author decides."""
    broken = BASE.replace("title: A small sale", "title: A small sale #1 of all")
    found = mend(HERE, broken.encode())
    assert found.data == broken.encode()
    assert [problem.code for problem in found.left.problems] == ["S110"]
