"""Draws the pictures of the README and of a release from the real game.

``python -m tests.pictures [FOLDER]`` writes ``play.png``, ``debrief.png`` and the moving
``play.webp`` of one sale in twenty seconds; FOLDER is ``assets`` unless named. What is shown is
played by events like those of a mouse, in time that is counted and not measured, so that the
same program draws the same pictures. Pillow writes the moving one, as pygame cannot.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import pygame
from PIL import Image

from simulator import paths
from simulator.game.policy import Policy, choose_by
from simulator.window.app import App
from simulator.window.flow import Flow
from simulator.window.gallery import (
    SHOWN_AFTER,
    at_end,
    at_stage,
    made_up_home,
    shots,
    visit,
)
from simulator.window.screens.debrief import DebriefScreen
from simulator.window.screens.levels import LevelsScreen
from simulator.window.screens.stages import stage_screen
from simulator.window.screens.title import TitleScreen
from simulator.window.stage.pick import PickScreen
from simulator.window.widgets import ScrollArea, Widget
from simulator.window.widgets.base import family
from tests.window_kit_sample import pointer

STILLS: Final = {"play.png": "talk", "debrief.png": "debrief-overview"}
"""The pictures that stand still, and the screens of the gallery that they show."""
MOVING: Final = "play.webp"
SIZE: Final = (1280, 720)
FILM: Final = (960, 540)
STEP: Final = 1 / 60
EVERY: Final = 6
"""Steps between two pictures, which makes ten a second."""
QUALITY: Final = 72
ARROW: Final = ((0, 0), (0, 21), (5, 16), (9, 24), (12, 23), (8, 15), (15, 15))
SEED: Final = 7


class Film:
    """An app and the pictures taken of it while a hand plays.

    Attributes:
        pictures: what was taken, ten for each second.
    """

    def __init__(self, app: App) -> None:
        self.app = app
        self.pictures: list[pygame.Surface] = []
        self._at = (760.0, 600.0)
        self._steps = 0

    def roll(self, seconds: float, *events: pygame.event.Event) -> None:
        """Let time pass, the events first."""
        for number in range(max(1, round(seconds / STEP))):
            self.app.step(events if number == 0 else (), self.app.timers.now + STEP)
            if self._steps % EVERY == 0:
                self.take()
            self._steps += 1

    def take(self) -> None:
        """Take a picture of what is shown, with an arrow where the hand is."""
        picture = self.app.screenshot()
        arrow = [(self._at[0] + 1.4 * x, self._at[1] + 1.4 * y) for x, y in ARROW]
        pygame.draw.polygon(picture, "white", arrow)
        pygame.draw.polygon(picture, "black", arrow, 2)
        self.pictures.append(pygame.transform.smoothscale(picture, FILM))

    def press(self, name: str) -> None:
        """Bring the arrow to a widget of that name, rest on it for a moment, and click."""
        widget = next(one for one in family(self.app.top.widgets) if one.name == name)
        self._go(widget)
        x, y = self._at
        self.roll(0.1, pointer(pygame.MOUSEBUTTONDOWN, x, y, self.app))
        self.roll(0.1, pointer(pygame.MOUSEBUTTONUP, x, y, self.app))

    def _go(self, widget: Widget) -> None:
        if isinstance(widget.parent, ScrollArea):
            widget.parent.reveal(widget.rect)
        start, end = self._at, widget.rect.middle
        steps = 24
        for number in range(1, steps + 1):
            part = 1 - (1 - number / steps) ** 3
            x, y = (a + (b - a) * part for a, b in zip(start, end, strict=True))
            self._at = (x, y)
            self.roll(STEP, pointer(pygame.MOUSEMOTION, x, y, self.app))
        self.roll(0.3)


def best(flow: Flow) -> str:
    """The name of the card of the best choice."""
    return f"choice:{choose_by(Policy.BEST, flow.play, flow.level.solution())}"


def sale(film: Film, flow: Flow) -> None:
    """One sale: the title, a call worth making, an objection, the close, and the review.

    Raises StopIteration when a screen has no such widget any more.
    """
    flow.session.seed = SEED
    film.app.push(TitleScreen(flow))
    film.roll(0.8)
    film.press("play")
    film.roll(0.4)
    film.press("level/1")
    if isinstance(film.app.top, LevelsScreen):
        film.press("play")
    film.roll(0.6)
    film.press("start")
    film.roll(0.6)
    film.press(best(flow))
    film.roll(1.2)
    for stage in ("objections", "closing"):
        at_stage(flow, stage, seed=SEED, policy=Policy.BEST)
        film.app.reset(stage_screen(flow))
        film.roll(1.0)
        film.press(best(flow))
        if isinstance(film.app.top, PickScreen):
            film.press("go")
        film.roll(1.6)
    at_end(flow, seed=SEED, policy=Policy.BEST)
    flow.after_recap()
    film.roll(2.2)
    # The flow would finish in a thread, for which the film would have to wait in real time.
    film.app.reset(DebriefScreen(flow, flow.session.finish(), flow.play))
    film.roll(3.0)


def save_film(pictures: list[pygame.Surface], path: Path) -> None:
    """Write a moving picture that begins again when it is over."""
    frames = [Image.frombytes("RGB", FILM, pygame.image.tobytes(one, "RGB")) for one in pictures]
    frames[0].save(
        path,
        save_all=True,
        append_images=frames[1:],
        duration=round(1000 * EVERY * STEP),
        loop=0,
        quality=QUALITY,
        method=6,
    )


def draw_pictures(folder: Path) -> None:
    """Draw the stills and the moving picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = dict(shots())
    with made_up_home() as (home, levels):
        for name, shot in STILLS.items():
            app = App(SIZE, reduced_motion=True, headless=True)
            with visit(app, home, levels) as flow:
                app.push(made[shot](flow))
                app.wait(SHOWN_AFTER)
                pygame.image.save(app.screenshot(), folder / name)
        film = Film(App(SIZE, headless=True))
        with visit(film.app, home, levels) as flow:
            sale(film, flow)
    save_film(film.pictures, folder / MOVING)


if __name__ == "__main__":
    draw_pictures(Path(sys.argv[1]) if len(sys.argv) > 1 else paths.assets_dir())
