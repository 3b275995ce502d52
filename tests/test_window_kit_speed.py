"""How long frames take; run with ``--benchmark-only``. The budgets are those of the design."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.window_kit_sample import moved, open_sample

MILLISECOND = 0.001


def median(benchmark: BenchmarkFixture) -> float:
    """Return the median in seconds, or 0 where measuring is turned off."""
    return float(benchmark.stats.stats.median) if benchmark.stats else 0.0


def test_an_idle_frame_takes_less_than_a_millisecond(benchmark: BenchmarkFixture) -> None:
    app, _ = open_sample()
    benchmark(lambda: app.step((), app.timers.now + 1 / 60))
    assert median(benchmark) < 1 * MILLISECOND


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_change_of_state_is_drawn_in_eight_milliseconds(
    benchmark: BenchmarkFixture, size: tuple[int, int]
) -> None:
    app, screen = open_sample(size)

    def change() -> None:
        screen.invalidate()
        app.step((), app.timers.now + 1 / 60)

    benchmark(change)
    assert median(benchmark) < 8 * MILLISECOND


def test_drawing_what_changed_is_faster_than_drawing_everything(
    benchmark: BenchmarkFixture,
) -> None:
    app, screen = open_sample()
    turns = [screen.cards[0], screen.cards[1]]

    def hover() -> None:
        turns.reverse()
        app.step((moved(app, turns[0]),), app.timers.now + 1 / 60)

    benchmark(hover)
    assert median(benchmark) < 2 * MILLISECOND


def test_the_first_frame_stands_soon_after_the_start(benchmark: BenchmarkFixture) -> None:
    code = (
        "from tests.window_kit_sample import open_sample; import sys;"
        "open_sample();"
        "assert not {'pydantic', 'sqlalchemy', 'yaml'} & set(sys.modules)"
    )
    run = [sys.executable, "-c", code]
    benchmark(lambda: subprocess.run(run, check=True, capture_output=True))
    assert median(benchmark) < 0.6
