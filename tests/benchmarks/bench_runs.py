"""Loading a scenario and scoring runs, each beside the plain way of doing it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from pytest_benchmark.fixture import BenchmarkFixture

from simulator import paths
from simulator.commands.bots import bot_run
from simulator.commands.replays import Teller, replay
from simulator.game.policy import Policy
from simulator.game.run import draw_buyer, run_line
from simulator.game.score import Scorer
from simulator.game.solver import solve
from simulator.scenario.load import load_scenario
from simulator.store.levels import Level, Levels, load_level

HARBOUR = paths.scenarios_dir() / "crm-harbour.yaml"


@pytest.fixture(scope="module")
def level() -> Level:
    found = load_level(str(HARBOUR))
    found.use(Scorer(found.game, solve(found.game)))
    return found


@pytest.fixture(scope="module")
def lines(level: Level) -> list[str]:
    return [run_line(bot_run(level, Policy.RANDOM, seed)) for seed in range(2_000)]


@pytest.mark.benchmark(group="load crm-harbour")
def bench_load(benchmark: BenchmarkFixture) -> None:
    """Read, check and validate it, with the place of every part."""
    benchmark(load_scenario, Path(HARBOUR))


@pytest.mark.benchmark(group="load crm-harbour")
def bench_load_yaml_only(benchmark: BenchmarkFixture) -> None:
    """PyYAML's own C loader, which checks nothing and knows no place."""
    benchmark(lambda: yaml.load(HARBOUR.read_text(), yaml.CSafeLoader))


@pytest.mark.benchmark(group="score runs of crm-harbour, 2,000 at once")
def bench_score(benchmark: BenchmarkFixture, level: Level, lines: list[str]) -> None:
    """From run files to results."""
    levels = Levels([level])
    benchmark(lambda: list(replay(lines, levels)))


@pytest.mark.benchmark(group="score runs of crm-harbour, 2,000 at once")
def bench_score_and_write(benchmark: BenchmarkFixture, level: Level, lines: list[str]) -> None:
    """From run files to one JSON object a line."""
    levels, teller = Levels([level]), Teller(level)

    def write() -> list[str]:
        return [
            teller.line(found.run, found.result)
            for found in replay(lines, levels)
            if found.run and found.result
        ]

    assert len(benchmark(write)) == len(lines)


def bench_runs_a_second(level: Level, lines: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Runs a second, all at once and one by one."""
    levels = Levels([level])
    began = time.perf_counter()
    found = list(replay(lines * 3, levels))
    together = len(found) / (time.perf_counter() - began)
    inputs = [(f.run.choices, draw_buyer(level.game, f.run.seed)) for f in found[:50] if f.run]
    began = time.perf_counter()
    for one in inputs:
        level.scorer().score([one])
    alone = len(inputs) / (time.perf_counter() - began)
    with capsys.disabled():
        print(f"\nscoring: {together:,.0f} runs a second, {together / alone:.0f} times one by one")
