"""No valid file changed by tired hands makes the check fail; every problem has its place."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.check.files import Prover, check_source
from simulator.check.fixes import mend
from simulator.game.solver import solve
from simulator.scenario.show import as_github, as_json, as_text
from simulator.scenario.text import decode
from tests.check.mutants import mutant
from tests.check.samples import BASE


def judge(text: str, *, fix: bool) -> None:
    """Check a text in every way there is; nothing may be raised."""
    source, problems = decode("base.yaml", text.encode())
    if source is not None:
        problems = check_source(source, Path("base.yaml"), problems, Prover(solve)).problems
    for problem in problems:
        assert 0 <= problem.place.line <= text.count("\n") + 1
    assert as_text(problems) or not problems
    as_json(problems), as_github(problems)
    if fix:
        found = mend(Path("base.yaml"), text.encode())
        assert (found.data == text.encode()) is (not found.mended)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**40))
def test_no_change_of_a_valid_file_makes_the_check_fail(seed: int) -> None:
    judge(mutant(BASE, seed), fix=seed % 4 == 0)
