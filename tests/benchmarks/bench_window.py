"""The window: how long a frame takes, when the first one stands, what idling costs.

Everything is drawn in software. A *turn* is the whole answer to a choice: the rules, the save to
disk, the next screen laid out and painted; it is played over every decision of ``crm-harbour``.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.window.screens.stages import stage_screen
from tests.window_kit_sample import moved, open_sample
from tests.window_shell_kit import Visit, visit_at

SIZES = [(1280, 720), (1920, 1080)]
MILLISECONDS = 1000


def _play(home: Path, patch: pytest.MonkeyPatch, size: tuple[int, int]) -> Visit:
    """A play of crm-harbour that stands at its first decision."""
    visit = visit_at(home, patch)
    visit.app.resize(size)
    flow = visit.window.flow
    assert flow
    level = next(one for one in flow.session.levels if one.scenario.id == "crm-harbour")
    flow.session.begin(level)
    visit.app.reset(stage_screen(flow))
    visit.app.wait(0.2)
    return visit


def _turns(visit: Visit, seed: int) -> Iterator[tuple[float, float]]:
    """Seconds of every turn, by rules and disk and by drawing, with choices by the seed."""
    app, flow = visit.app, visit.window.flow
    assert flow
    step = 0
    while not flow.play.is_over:
        legal = [choice for choice in flow.play.prompt().choices if choice.is_legal]
        began = time.perf_counter()
        flow.session.choose(legal[(seed + step) % len(legal)].id)
        chosen = time.perf_counter()
        if not flow.play.is_over:
            app.reset(stage_screen(flow))
            app.step((), app.timers.now + 1 / 60)
            yield chosen - began, time.perf_counter() - chosen
            app.wait(0.1)
        step += 1


@pytest.mark.parametrize("size", SIZES, ids=["1280x720", "1920x1080"])
def bench_turns(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    size: tuple[int, int],
) -> None:
    """Every next decision of three plays."""
    drawn, kept = [], []
    for seed in (1, 2, 3):
        visit = _play(tmp_path / str(seed), monkeypatch, size)
        for rules, drawing in _turns(visit, seed):
            kept.append(rules * MILLISECONDS)
            drawn.append(drawing * MILLISECONDS)
        visit.close()
    drawn.sort()
    late = drawn[int(len(drawn) * 0.99)]
    with capsys.disabled():
        print(
            f"\nturn at {size[0]}x{size[1]}: {len(drawn)} turns, drawn in"
            f" {statistics.median(drawn):.1f} ms median, {late:.1f} ms p99;"
            f" rules and save {statistics.median(kept):.1f} ms median"
        )


@pytest.mark.benchmark(group="frames of a play, 1280x720")
def bench_idle_frame(
    benchmark: BenchmarkFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A frame in which nothing changes."""
    visit = _play(tmp_path, monkeypatch, SIZES[0])
    benchmark(lambda: visit.app.step((), visit.app.timers.now + 1 / 60))
    visit.close()


@pytest.mark.benchmark(group="frames of a play, 1280x720")
def bench_whole_frame(
    benchmark: BenchmarkFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same screen laid out and painted anew."""
    visit = _play(tmp_path, monkeypatch, SIZES[0])

    def anew() -> None:
        visit.app.top.invalidate()
        visit.app.step((), visit.app.timers.now + 1 / 60)

    benchmark(anew)
    visit.close()


@pytest.mark.benchmark(group="the kit's sample")
def bench_hover(benchmark: BenchmarkFixture) -> None:
    """The pointer moves from one card to the next: only they are painted."""
    app, screen = open_sample()
    cards = [screen.cards[0], screen.cards[1]]

    def hover() -> None:
        cards.reverse()
        app.step((moved(app, cards[0]),), app.timers.now + 1 / 60)

    benchmark(hover)


@pytest.mark.benchmark(group="the kit's sample")
def bench_everything(benchmark: BenchmarkFixture) -> None:
    """The same screen painted whole."""
    app, screen = open_sample()

    def change() -> None:
        screen.invalidate()
        app.step((), app.timers.now + 1 / 60)

    benchmark(change)


FIRST_FRAME = """
import time, os, sys
os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
from simulator.window.start import Window, Wishes
window = Window(Wishes())
window.app.push(window.title)
window.app.step((), 0.0)
print(time.time())
"""

IDLE = """
import os, time
os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", PITCHCRAFT_HOME={home!r})
from simulator.window.start import Window, Wishes
window = Window(Wishes(level="first-call", seed=1))
app = window.app
def measure():
    before, began = time.process_time(), time.perf_counter()
    def report():
        print((time.process_time() - before) / (time.perf_counter() - began))
        app.quit()
    app.after({seconds}, report)
app.after(4.0, measure)
window.run()
"""


def bench_start_and_idle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the start of the process to the first full frame; and a screen nobody touches."""
    spans: list[float] = []
    helps: list[float] = []
    bare: list[float] = []
    for _ in range(7):
        began = time.time()
        done = subprocess.run(
            [sys.executable, "-c", FIRST_FRAME], capture_output=True, text=True, check=True
        )
        spans.append(float(done.stdout.split()[-1]) - began)
        for times, code in ((helps, ["-m", "simulator", "--help"]), (bare, ["-c", "pass"])):
            began = time.perf_counter()
            subprocess.run([sys.executable, *code], capture_output=True, check=True)
            times.append(time.perf_counter() - began)
    idle = subprocess.run(
        [sys.executable, "-c", IDLE.format(home=str(tmp_path), seconds=10.0)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    middle = [statistics.median(times) * MILLISECONDS for times in (spans, helps, bare)]
    with capsys.disabled():
        print(
            f"\nfirst full frame after {middle[0]:.0f} ms; --help {middle[1]:.0f} ms,"
            f" {middle[1] / middle[2]:.1f} times Python alone;"
            f" idle {100 * float(idle.stdout.split()[-1]):.2f} % of a core"
        )
