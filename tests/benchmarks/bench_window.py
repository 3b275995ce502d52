"""The window: how long a frame takes, when the first one stands, what idling costs.

Everything is drawn in software. A *turn* is the whole answer to a key that goes on: the rules, the
save to disk, the next screen laid out and painted; whole plays of ``crm-harbour`` are made of them.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import pygame
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.game.play import Told
from simulator.window.app import App
from simulator.window.flow import Flow
from simulator.window.screens.stages import stage_screen
from simulator.window.widgets import Widget
from tests.window_kit_sample import key, moved, open_sample
from tests.window_stage_kit import Typist, a_flow

SIZES = [(1280, 720), (1920, 1080)]
MILLISECONDS = 1000
READING = 2.0
"""Seconds, on the program's own clock, that a person reads before they choose; the faces and
scenes that may come next are drawn in that time."""


class Stopwatch(Typist):
    """Plays by keys, reads before every key that goes on, and times the frame that answers it."""

    def __init__(self, flow: Flow, fate: int) -> None:
        super().__init__(flow, fate)
        self.spans: list[float] = []

    def activate(self, widget: Widget) -> None:
        """Press Enter on a widget and time the frame."""
        self.reach(widget)
        self.app.wait(READING)
        began = time.perf_counter()
        self.app.step((key(pygame.K_RETURN),), self.app.timers.now + 1 / 60)
        self.spans.append((time.perf_counter() - began) * MILLISECONDS)
        self.app.wait(0.2)

    def sees(self, told: Told) -> None:
        """Look at nothing: that is tested elsewhere."""


@pytest.mark.parametrize("size", SIZES, ids=["1280x720", "1920x1080"])
def bench_turns(tmp_path: Path, capsys: pytest.CaptureFixture[str], size: tuple[int, int]) -> None:
    """Every key that goes on, in four plays."""
    spans: list[float] = []
    for seed in range(4):
        with a_flow(tmp_path / str(seed), "crm-harbour", seed=seed, size=size) as flow:
            flow.level.scorer()
            watch = Stopwatch(flow, seed)
            watch.play()
            spans += watch.spans
    spans.sort()
    late = spans[int(len(spans) * 0.99)]
    with capsys.disabled():
        print(
            f"\nturn at {size[0]}x{size[1]}: {len(spans)} turns,"
            f" {statistics.median(spans):.1f} ms median, {late:.1f} ms p99, {spans[-1]:.1f} ms most"
        )


def _open(home: Path) -> App:
    """A window at the first decision of crm-harbour."""
    with a_flow(home, "crm-harbour") as flow:
        flow.app.push(stage_screen(flow))
        flow.app.wait(READING)
        return flow.app


@pytest.mark.benchmark(group="frames of a play, 1280x720")
def bench_idle_frame(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """A frame in which nothing changes."""
    app = _open(tmp_path)
    benchmark(lambda: app.step((), app.timers.now + 1 / 60))


@pytest.mark.benchmark(group="frames of a play, 1280x720")
def bench_whole_frame(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """The same screen laid out and painted anew."""
    app = _open(tmp_path)

    def anew() -> None:
        app.top.invalidate()
        app.step((), app.timers.now + 1 / 60)

    benchmark(anew)


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
