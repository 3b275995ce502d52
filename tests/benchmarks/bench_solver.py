"""The exact solver beside its slow twin, and on a game of some seven million information states.

The large game runs in a process of its own, so that its peak of memory is its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.game.solver import solve
from tests.game.games import GameMaker
from tests.game.slow_twin import SlowTwin

MIDDLE = GameMaker(5, nodes=10, options=4, buyers=3, facts=6, meters=3).game()
LARGE = """
import json, resource
from simulator.game.solver import solve
from tests.game.games import GameMaker
game = GameMaker(9, nodes=14, options=5, buyers=4, facts=8, meters=3).game()
found = min((solve(game) for _ in range(3)), key=lambda s: s.seconds)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps([found.states, found.edges, found.seconds, peak]))
"""


@pytest.mark.benchmark(group="solve the same game")
def bench_solver(benchmark: BenchmarkFixture) -> None:
    """The solver in numpy."""
    solution = benchmark(solve, MIDDLE)
    benchmark.extra_info["information states"] = solution.states


@pytest.mark.benchmark(group="solve the same game")
def bench_slow_twin(benchmark: BenchmarkFixture) -> None:
    """The plain recursion of the tests."""

    def slowly() -> SlowTwin:
        twin = SlowTwin(MIDDLE)
        twin.value(MIDDLE.start(), MIDDLE.everyone)
        return twin

    twin = benchmark.pedantic(slowly, rounds=1)  # type: ignore[no-untyped-call]
    benchmark.extra_info["information states, nothing forgotten"] = len(twin.known)


def bench_ratio(capsys: pytest.CaptureFixture[str]) -> None:
    """Both in turn, and their ratio; then the large game."""
    ratios = []
    for _ in range(3):
        began = time.perf_counter()
        SlowTwin(MIDDLE).value(MIDDLE.start(), MIDDLE.everyone)
        between = time.perf_counter()
        solution = solve(MIDDLE)
        ratios.append((between - began) / (time.perf_counter() - between))
    done = subprocess.run([sys.executable, "-c", LARGE], capture_output=True, text=True, check=True)
    states, edges, seconds, peak = json.loads(done.stdout)
    with capsys.disabled():
        print(
            f"\nsolver: {sorted(ratios)[1]:.0f} times the slow twin on"
            f" {solution.states:,} information states"
            f"\nsolver: {states:,} information states, {edges:,} steps in {seconds:.2f} s,"
            f" peak {peak} MB"
        )
