"""The window: how long a frame takes, when the first one stands, what idling costs.

Everything is drawn in software. A frame that answers a key takes in the rules, the save to disk and
the layout of the next screen, which is painted in the frames after.
"""

from __future__ import annotations

import gc
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pygame
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.game.play import Told
from simulator.window.app import HASTE, HURRY, App
from simulator.window.flow import Flow
from simulator.window.gallery import made_up_home, shots, visit
from simulator.window.screens.stages import stage_screen
from simulator.window.widgets import Widget
from tests.window_kit_sample import Sample, key, moved, open_sample
from tests.window_stage_kit import Typist, a_flow

SIZES = [(1280, 720), (1920, 1080)]
MILLISECONDS = 1000
BUDGET = 16
"""Milliseconds that a frame may take, of the slowest hundredth of a screen."""

NOTHING = 1.0
"""Milliseconds below which a frame that draws nothing is not counted."""

READING = 3.0
"""Seconds, on the program's own clock, that a person reads before they choose; what may come next
is drawn ahead in that time."""


@dataclass(frozen=True)
class Frame:
    """One frame in which something was drawn, or which took a while; times in milliseconds.

    ``took`` is what a clock on the wall says, ``worked`` the processor's time of the loop's thread,
    which others on the machine disturb less.
    """

    screen: str
    first: bool
    took: float
    worked: float


class Stopwatch(Typist):
    """Plays by keys, reads before every key that goes on, and times every frame."""

    def __init__(self, flow: Flow, fate: int, *, first: bool) -> None:
        self.frames: list[Frame] = []
        self.first = first
        self._step = flow.app.step
        flow.app.step = self._timed  # type: ignore[method-assign]
        super().__init__(flow, fate)

    def _timed(self, events: Iterable[pygame.event.Event], now: float) -> None:
        began, before = time.perf_counter(), time.thread_time()
        self._step(events, now)
        took = (time.perf_counter() - began) * MILLISECONDS
        worked = (time.thread_time() - before) * MILLISECONDS
        if self.app.changed or worked > NOTHING:
            name = type(self.app.top).__name__.removesuffix("Screen")
            self.frames.append(Frame(name, self.first, took, worked))

    def done(self) -> list[Frame]:
        """The frames; times no more."""
        self.app.step = self._step  # type: ignore[method-assign]
        return self.frames

    def activate(self, widget: Widget) -> None:
        """Read, while what may come is drawn ahead, and press Enter on a widget."""
        self.app.wait(READING, work=True)
        super().activate(widget)

    def sees(self, told: Told) -> None:
        """Look at nothing: that is tested elsewhere."""


@pytest.mark.parametrize("size", SIZES, ids=["1280x720", "1920x1080"])
def bench_frames(tmp_path: Path, capsys: pytest.CaptureFixture[str], size: tuple[int, int]) -> None:
    """Every frame of three plays by keys with motion on; in the first nothing is at hand yet."""
    frames: list[Frame] = []
    with a_flow(tmp_path, "crm-harbour", size=size) as flow:
        flow.level.scorer()
        flow.app.reduced_motion = False
        flow.app.haste = HASTE
        gc.collect()
        gc.freeze()
        for seed in range(3):
            flow.session.seed = seed
            flow.session.begin(flow.level)
            flow.app.reset(Sample())
            watch = Stopwatch(flow, seed, first=not seed)
            watch.play()
            frames += watch.done()
        gc.unfreeze()
    with capsys.disabled():
        print(f"\n{machine()}; frames at {size[0]}x{size[1]}, in ms: median, p99 (processor), most")
        for name in sorted({frame.screen for frame in frames}):
            parts = [
                _row([one for one in frames if (one.screen, one.first) == (name, first)])
                for first in (True, False)
            ]
            print(f"{name:12} first {parts[0]}   later {parts[1]}")
        for first in (True, False):
            print(
                f"all, {'first' if first else 'later'}:",
                _row([f for f in frames if f.first is first]),
            )


def _row(frames: Sequence[Frame]) -> str:
    took = sorted(frame.took for frame in frames)
    worked = sorted(frame.worked for frame in frames)
    if not took:
        return f"{'-':>32}"
    late = min(len(took) - 1, int(len(took) * 0.99))
    middle = statistics.median(took)
    return f"{len(took):5}: {middle:5.1f}, {took[late]:6.1f} ({worked[late]:5.1f}), {took[-1]:6.1f}"


def machine() -> str:
    """How fast this machine is just now: a loop of a million, and a picture blended."""
    target = pygame.Surface((1920, 1080), 0, 32)
    picture = pygame.Surface((1920, 1080), pygame.SRCALPHA, 32)
    picture.fill((9, 9, 9, 99))
    loops, blits = [], []
    for _ in range(5):
        began = time.perf_counter()
        sum(range(1_000_000))
        loops.append((time.perf_counter() - began) * MILLISECONDS)
        began = time.perf_counter()
        target.blit(picture, (0, 0))
        blits.append((time.perf_counter() - began) * MILLISECONDS)
    return f"loop {statistics.median(loops):.1f} ms, blend {statistics.median(blits):.1f} ms"


def bench_screens(capsys: pytest.CaptureFixture[str]) -> None:
    """Every screen of the gallery at 1920x1080: opened at first, again, and used in all ways."""
    slow = []
    with capsys.disabled(), made_up_home() as (home, levels):
        print(f"\n{machine()}; opened, again: longest frame (wall ms until shown); use: p99, most")
        for name, make in shots():
            app = App((1920, 1080), headless=True)
            app.haste = HASTE
            with visit(app, home, levels) as flow:
                app.push(Sample())
                app.step((), 0.0)
                screen = make(flow)
                opened = []
                for _ in range(2):
                    app.reset(screen)
                    began = time.perf_counter()
                    longest = max(_until_shown(app))
                    took = (time.perf_counter() - began) * MILLISECONDS
                    opened.append(f"{longest:6.1f} ({took:5.0f})")
                    app.wait(1, work=True)
                    app.push(Sample())
                    app.wait(1, work=True)
                app.pop()
                app.wait(1, work=True)
                used = sorted(_used(app))
            late = used[int(len(used) * 0.99) - 1]
            slow += [name] if late > BUDGET else []
            print(f"{name:32} {' '.join(opened)} {late:6.1f} {used[-1]:6.1f}")
        print(f"screens over {BUDGET} ms: {', '.join(slow) or 'none'}")


def _used(app: App, frames: int = 200) -> Iterator[float]:
    """Move the pointer about, press Tab and turn the wheel, by dice; the time of every frame."""
    dice, (wide, high) = random.Random(1), app.surface.get_size()
    for at in range(frames):
        pressed = [key(pygame.K_TAB)] if at % 7 == 0 else []
        if at % 2:
            spot = (dice.randrange(wide), dice.randrange(high))
            pressed.append(pygame.event.Event(pygame.MOUSEMOTION, pos=spot))
        if at % 11 == 0:
            pressed.append(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=dice.choice((-1, 1))))
        yield _spent(app, *pressed)


def _until_shown(app: App) -> Iterator[float]:
    """Draw frame by frame, as fast as the loop of the window does, until something shows."""
    yield _spent(app)
    while not app.changed:
        time.sleep(1 / HURRY)
        yield _spent(app)


def _spent(app: App, *events: pygame.event.Event) -> float:
    """Milliseconds of the processor for the next frame."""
    before = time.thread_time()
    app.step(events, app.timers.now + 1 / 60)
    return (time.thread_time() - before) * MILLISECONDS


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
