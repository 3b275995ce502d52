"""A file checked in every way there is; whatever stands in it, nothing may be raised."""

from __future__ import annotations

import json
import time
from pathlib import Path

from simulator.check.files import Checked, Prover, check_source
from simulator.check.fixes import mend
from simulator.check.rule import Judged
from simulator.game.rules import Game
from simulator.game.solver import Solution, solve
from simulator.problems import Problem
from simulator.scenario.show import as_github, as_json, as_text
from simulator.scenario.text import decode

CHECK_MOST = 4.0
"""Seconds of the processor that a check without proof may take on a slow machine."""
SOLVE_MOST = 4.0
"""Seconds after which solving is given up, as it is above its limit of states."""
PROOF_MOST = 40.0


def judge(data: bytes, *, fix: bool = False, proof: bool = True) -> list[Problem]:
    """All problems of a file, after looking at each of them and, if asked for, mending."""
    path = Path("base.yaml")
    found = _timed(path, data, None, CHECK_MOST)
    if proof and found.subject is not None:
        found = _timed(path, data, Prover(_solved), PROOF_MOST)
    _look_at(found.problems, data)
    if fix:
        done = mend(path, data)
        assert (done.data == data) is (not done.mended)
        assert not mend(path, done.data).mended, "what can be mended is mended at once"
        _look_at(done.left.problems, done.data)
    return found.problems


def _timed(path: Path, data: bytes, prover: Prover | None, most: float) -> Checked:
    began = time.process_time()
    source, problems = decode(path.name, data)
    if source is None:
        found = Checked(path, tuple(Judged(problem) for problem in problems))
    else:
        found = check_source(source, path, problems, prover)
    took = time.process_time() - began
    assert took < most, f"took {took:.1f} s"
    return found


def _solved(game: Game) -> Solution:
    end = time.process_time() + SOLVE_MOST
    return solve(game, lambda _: time.process_time() < end)


def _look_at(problems: list[Problem], data: bytes) -> None:
    """Every problem has its place in the file, and can be shown in every format."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    # A tab outside the indentation is read and shown as one blank.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    for problem in problems:
        line, column, width = problem.place.line, problem.place.column, problem.place.width
        assert problem.message
        assert problem.place.path == "base.yaml"
        if not line:
            assert column == 0, problem
            continue
        assert 1 <= line <= len(lines), problem
        assert 1 <= column <= len(lines[line - 1]) + 1, problem
        assert width >= 1, problem
        assert not problem.source or problem.source.replace("\t", " ") == lines[line - 1], problem
    assert bool(as_text(problems)) is bool(problems)
    assert all(letter.isprintable() or letter in "\n\u00a0" for letter in as_text(problems))
    many = len(set(problems))
    assert len(json.loads(as_json(problems))) == many
    told = as_github(problems).split("\n") if problems else []
    assert len(told) == many
    assert all(one.startswith("::") for one in told)
