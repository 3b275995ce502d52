"""Comments that allow a rule on a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.check.files import Prover, check_source
from simulator.game.solver import solve
from simulator.scenario.text import decode
from tests.check.samples import BASE

SLIP = "  coach: Ask for  a step."
COACH = "  coach: Ask for a step as big as what she now believes."


def codes(text: str, *, proven: bool = False) -> list[str]:
    source, problems = decode("base.yaml", text.encode())
    assert source is not None
    prover = Prover(solve) if proven else None
    return [p.code for p in check_source(source, Path("base.yaml"), problems, prover).problems]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (SLIP, ["W013"]),
        (f"{SLIP}  # pitchcraft: allow W013 because it is a pause", []),
        (f"  # pitchcraft: allow W013 because it is a pause\n{SLIP}", []),
        (f"  # pitchcraft: allow W013 because it is a pause\n\n  # a note\n{SLIP}", []),
        (f"{SLIP}  # pitchcraft: allow w013, W001 because it is a pause", ["A001"]),
        (f"{SLIP}  # pitchcraft: allow W001 because it is a pause", ["W013", "A001"]),
        (f"{SLIP}  # Pitchcraft allow W013 Because it is a pause", []),
        (f"{SLIP}  # pitchcraft: allow W013", ["A002"]),
        (f"{SLIP}  # pitchcraft: allow because it is a pause", ["W013", "A003"]),
        (f"{SLIP}  # pitchcraft: allow S201 because it is a pause", ["W013", "A003"]),
        ("  coach: 'Write # pitchcraft: allow W013 because of it in a comment.'", []),
        ("  coach: >-\n    Ask for it.\n    # pitchcraft: allow W013 because of this text.", []),
    ],
)
def test_an_allowance_speaks_of_one_line(line: str, found: list[str]) -> None:
    assert codes(BASE.replace(COACH, line)) == found


def test_an_allowance_of_the_proof_is_judged_only_with_the_proof() -> None:
    text = BASE.replace("id: base", "id: base  # pitchcraft: allow P016 because it is a lesson")
    assert codes(text) == []
    assert codes(text, proven=True) == ["A001"]
