"""Plays for hours in the real window and watches what piles up: ``python -m tests.soak_window``.

``--minutes N`` (480 unless given) are minutes on the program's own clock, with motion on; they
pass as fast as the machine can draw. A trainee plays
level after level by keys, reads before each choice, goes through the review and to the board, and
now and then moves the pointer, looks something up, and changes the theme, the size of the text and
the size of the window. There is no display: SDL's dummy driver stands in for it.

Prints memory, files, threads and live objects after each tenth of the time, and fails when memory
grows by more than 20 MB after the first quarter (in which every cache fills), when it passes
250 MB, or when files, threads, timers or screens pile up.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pygame

from simulator.window import canvas, panels
from simulator.window.display import open_window
from simulator.window.memory import give_back, uncollected
from simulator.window.screen import Screen
from simulator.window.screens.debrief import DebriefScreen
from simulator.window.screens.epilogue import EpilogueScreen
from simulator.window.stage.frame import StageScreen
from simulator.window.start import Window, Wishes
from simulator.window.theme import THEMES
from simulator.window.widgets import Widget
from tests.window_journey_kit import Traveller
from tests.window_kit_sample import pointer
from tests.window_shell_kit import Visit
from tests.window_stage_kit import Typist

SIZES = ((1280, 720), (1920, 1080), (1024, 768), (1600, 900))
READING = 1 / 20
"""Seconds from frame to frame while nothing is pressed; all that moves then moves in steps."""

MOST_GROWTH = 20.0
MOST_MEMORY = 250.0
MEGABYTE = 1_000_000


class OpenWindow(Visit):
    """A window that is really opened, with motion, as far as the driver of the display goes."""

    def __init__(self, wishes: Wishes) -> None:
        self.window = Window(wishes)
        self.app = self.window.app
        self.app.push(self.window.title)
        self.app.wait(0.05)


class Trainee(Traveller, Typist):
    """Plays by keys, reads before each, and is restless: see the module."""

    def activate(self, widget: Widget) -> None:
        """Read, perhaps do something else, and press the widget."""
        name = widget.name
        self.app.wait(self.fate.uniform(2, 9), READING)
        if self.fate.random() < 0.08:
            self.fate.choice([self.restyle, self.resize, self.look_up, self.point])()
        super().activate(self.named(name))

    def restyle(self) -> None:
        """Change the theme and the size of the text."""
        theme = self.fate.choice(list(THEMES.values()))
        self.app.restyle(theme=theme, text_scale=self.fate.choice([1.0, 1.0, 1.2, 1.5]))
        self.app.wait(0.2)

    def resize(self, size: tuple[int, int] | None = None) -> None:
        """Change the size of the window."""
        size = size or self.fate.choice(SIZES)
        open_window(size)
        self.app.run_events([pygame.event.Event(pygame.WINDOWSIZECHANGED, x=size[0], y=size[1])])

    def look_up(self) -> None:
        """Pause a play, and go on."""
        if isinstance(self.app.top, StageScreen):
            self.visit.press(pygame.K_ESCAPE)
            self.app.wait(1, READING)
            self.visit.press(pygame.K_ESCAPE)

    def point(self) -> None:
        """Move the pointer about, and stay where a tip may show."""
        for _ in range(6):
            x, y = self.fate.uniform(0, self.app.area.w), self.fate.uniform(0, self.app.area.h)
            self.app.run_events([pointer(pygame.MOUSEMOTION, x, y, self.app)])
        self.app.wait(0.7)

    def play_all(self) -> None:
        """Play from the first decision to the review."""
        while not isinstance(self.app.top, DebriefScreen):
            if isinstance(self.app.top, EpilogueScreen):
                # A press while the story is still being told only tells the rest of it.
                self.go("continue")
            else:
                self.move()
            if self.flow.finishing:
                self.app.finish(self.flow.finishing)

    def play_level(self, number: int) -> None:
        """Play a level from the title to its review and its board, and return to the title."""
        self.go("play")
        self.go(f"level/{number}")
        self.go("start")
        self.play_all()
        self.review()
        self.go("board")
        self.go("back")
        self.go("home")
        self.seen.clear()

    def review(self) -> None:
        """Go through the pages of the review."""
        screen = self.app.top
        assert isinstance(screen, DebriefScreen)
        for _ in screen.views:
            self.reach(screen.tabs)
            self.visit.press(pygame.K_RIGHT)
            self.app.wait(self.fate.uniform(1, 5))


@dataclass(frozen=True)
class Load:
    """What is there at a moment; memory in megabytes, -1 where it cannot be asked for."""

    memory: float
    files: int
    threads: int
    timers: int
    screens: int
    widgets: int
    cached: float

    def __str__(self) -> str:
        return (
            f"{self.memory:6.1f} MB, {self.cached:5.1f} MB of it pictures, {self.files} files,"
            f" {self.threads} threads, {self.timers} timers, {self.screens} screens,"
            f" {self.widgets} widgets"
        )


def load_of(visit: Visit) -> Load:
    """What is there, after all is drawn ahead and everything that nobody holds is gone."""
    visit.app.wait(3.0, work=True)
    # A thread ends a moment after it has delivered.
    time.sleep(0.05)
    gc.collect()
    alive = [type(one) for one in gc.get_objects()]
    caches = (canvas._pictures, panels._panels, panels._tiles, visit.app.fonts._pictures)
    return Load(
        memory(),
        len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").is_dir() else -1,
        threading.active_count(),
        len(visit.app.timers),
        sum(issubclass(kind, Screen) for kind in alive),
        sum(issubclass(kind, Widget) for kind in alive),
        sum(cache.weight for cache in caches) / MEGABYTE,
    )


def memory() -> float:
    """The resident memory of this process in megabytes."""
    path = Path("/proc/self/statm")
    if not path.exists():
        return -1.0
    return int(path.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


@contextmanager
def window_of_its_own(seed: int) -> Iterator[Trainee]:
    """A trainee at the title, with a home of their own and no display."""
    before = {name: os.environ.get(name) for name in ("PITCHCRAFT_HOME", "SDL_VIDEODRIVER")}
    # As when the program runs, what is loaded is left out of the search for what nobody uses.
    with tempfile.TemporaryDirectory() as folder, uncollected():
        os.environ.update(PITCHCRAFT_HOME=folder, SDL_VIDEODRIVER="dummy")
        visit = OpenWindow(Wishes(player="Maya", seed=seed)).load()
        try:
            yield Trainee(visit, seed)
        finally:
            visit.close()
            pygame.display.quit()
            for name, value in before.items():
                os.environ.pop(name) if value is None else os.environ.update({name: value})


def judge(loads: list[Load], most: float) -> list[str]:
    """What is wrong, in sentences.

    ``loads`` are taken at even distances, all at the title; ``most`` is the most memory in between.
    """
    settled, last = loads[len(loads) // 4], loads[-1]
    wrong = []
    if last.memory - settled.memory > MOST_GROWTH:
        wrong.append(f"memory grew by {last.memory - settled.memory:.1f} MB")
    if most > MOST_MEMORY:
        wrong.append(f"memory came to {most:.1f} MB")
    for name in ("files", "threads", "timers", "screens", "widgets"):
        before, after = getattr(settled, name), getattr(last, name)
        if after > before * 1.2 + 2:
            wrong.append(f"there were {before} {name}, and are {after}")
    return wrong


def soak(minutes: float, seed: int, say: Callable[[str], None] = print) -> list[str]:
    """Play that long; returns what is wrong."""
    began = time.monotonic()
    with window_of_its_own(seed) as trainee:
        flow, app = trainee.flow, trainee.app
        for level in flow.session.levels:
            level.solution()
        give_back()
        loads: list[Load] = []
        played, most = 0, 0.0
        while app.timers.now < minutes * 60 or not loads:
            trainee.play_level(1 + trainee.fate.randrange(len(flow.session.levels)))
            played += 1
            now = memory()
            if now > MOST_MEMORY:
                size, scale = app.surface.get_size(), app.text_scale
                say(f"{now:.1f} MB after level {played}, at {size[0]}x{size[1]}, text {scale:g}")
            most = max(most, now)
            if app.timers.now >= minutes * 60 * len(loads) / 10:
                # What is compared is compared in a window of one size.
                trainee.resize(SIZES[0])
                loads.append(load_of(trainee.visit))
                hours = app.timers.now / 3600
                say(f"{hours:5.2f} h, {played:3} levels: {loads[-1]}")
    wrong = judge(loads, most)
    spent = (time.monotonic() - began) / 60
    say(
        f"{played} levels in {spent:.1f} minutes, {most:.1f} MB at most after a level,"
        f" {loads[-1].memory - loads[len(loads) // 4].memory:+.1f} MB since all caches were full,"
        f" {len(wrong)} things wrong"
    )
    return wrong


if __name__ == "__main__":
    given = argparse.ArgumentParser(description="Play for hours and watch what piles up.")
    given.add_argument("--minutes", type=float, default=480.0)
    given.add_argument("--seed", type=int, default=1)
    asked = given.parse_args()
    found = soak(asked.minutes, asked.seed)
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)
