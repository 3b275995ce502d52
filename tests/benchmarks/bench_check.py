"""Checking scenarios: one file on save, the whole folder fresh, and the whole folder kept."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from simulator import paths
from simulator.check.files import check_file
from simulator.commands.checks import checked
from simulator.game.build import build_game
from simulator.game.solver import solve
from simulator.game.study import study
from simulator.scenario.load import load_scenario


def bench_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Seconds of each, and the study of the largest scenario against solving it."""
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path))
    folder = paths.scenarios_dir()
    largest = max(folder.glob("*.yaml"), key=lambda path: path.stat().st_size)
    check_file(largest)
    began = time.perf_counter()
    check_file(largest)
    saved = time.perf_counter()
    checked([folder], proof=True)
    fresh = time.perf_counter()
    checked([folder], proof=True)
    kept = time.perf_counter()
    scenario, _ = load_scenario(largest)
    assert scenario is not None
    game = build_game(scenario)
    solution = solve(game)
    then = time.perf_counter()
    study(game, solution)
    ratio = (time.perf_counter() - then) / solution.seconds
    with capsys.disabled():
        print(
            f"\ncheck: {largest.name} without proof in {1000 * (saved - began):.0f} ms; the folder"
            f" in {fresh - saved:.2f} s, and {1000 * (kept - fresh):.0f} ms when kept"
            f"\nstudy: {ratio:.1f} times as long as solving {solution.states:,} states"
        )
