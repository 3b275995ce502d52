"""No file changed in any way makes the check fail; every problem has its place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.check.judge import judge
from tests.check.mutants import byte_mutant, mutant, part_mutant
from tests.check.samples import BASE

BROKEN = sorted((Path(__file__).parent.parent / "broken").glob("*.yaml"))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**40))
def test_no_change_of_lines_makes_the_check_fail(seed: int) -> None:
    judge(mutant(BASE, seed).encode(), fix=seed % 4 == 0)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**40))
def test_no_change_of_parts_makes_the_check_fail(seed: int) -> None:
    judge(part_mutant(BASE, seed).encode(), fix=seed % 4 == 0)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**40), st.sampled_from([BASE.encode(), *(p.read_bytes() for p in BROKEN)]))
def test_no_change_of_bytes_makes_the_check_fail(seed: int, data: bytes) -> None:
    judge(byte_mutant(data, seed), fix=seed % 4 == 0)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_files_are_mended_as_far_as_they_can_be(path: Path) -> None:
    judge(path.read_bytes(), fix=True)
