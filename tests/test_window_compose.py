"""A picture that is new as a whole is drawn out of sight, over as many frames as it takes."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from simulator.window.app import App
from simulator.window.canvas import forget_pictures
from simulator.window.compose import BANDS, RESTARTS
from simulator.window.flow import Flow
from simulator.window.screens.stages import stage_screen
from tests.window_kit_sample import Sample, key, moved
from tests.window_stage_kit import a_flow, advance

FRAME = 1 / 60
NO_TIME = -1.0
"""Every frame is late from its start, and does as little as it may."""


def pixels(app: App) -> bytes:
    return pygame.image.tobytes(app.surface, "RGB")


def drawn_anew(app: App) -> bytes:
    surface = pygame.Surface(app.surface.get_size(), 0, 32)
    app._painter.render(surface, app._view(), app.theme, None)
    return pygame.image.tobytes(surface, "RGB")


def open_late() -> tuple[App, Sample]:
    app = App(headless=True, reduced_motion=True)
    app.haste = NO_TIME
    app.push(Sample())
    app.step((), 0.0)
    return app, Sample()


def frames_until_shown(app: App, most: int = 200) -> int:
    before = pixels(app)
    for count in range(1, most):
        app.step((), app.timers.now + FRAME)
        if app.changed:
            return count
        assert pixels(app) == before
    raise AssertionError("nothing new was shown")


def test_the_first_picture_is_there_at_once() -> None:
    app, _ = open_late()
    assert pixels(app) == drawn_anew(app)


def test_what_was_there_stays_until_the_new_picture_is_whole() -> None:
    app, screen = open_late()
    app.restyle(text_scale=1.5)
    assert frames_until_shown(app) >= BANDS
    assert app.changed == [app.surface.get_rect()]
    assert pixels(app) == drawn_anew(app)
    app.push(screen)
    assert frames_until_shown(app) >= BANDS
    assert pixels(app) == drawn_anew(app)


def test_what_changes_meanwhile_is_right_in_the_end() -> None:
    app, _ = open_late()
    screen = app.top
    assert isinstance(screen, Sample)
    screen.invalidate()
    for at in range(BANDS // 2):
        app.step((moved(app, screen.cards[at % 3]),), app.timers.now + FRAME)
        assert not app.changed
    app.step((key(pygame.K_TAB),), app.timers.now + FRAME)
    frames_until_shown(app)
    app.wait(0.1)
    assert pixels(app) == drawn_anew(app)


def test_a_screen_that_never_rests_is_shown_all_the_same() -> None:
    app, _ = open_late()
    shown = []
    for _ in range(4 * (RESTARTS + 1)):
        app.top.invalidate()
        for _ in range(2):
            app.step((), app.timers.now + FRAME)
            shown.append(bool(app.changed))
    assert sum(shown) >= 3
    app.wait(1)
    assert pixels(app) == drawn_anew(app)


def test_the_veil_waits_for_the_picture_below_it() -> None:
    app, screen = open_late()
    app.restyle(text_scale=1.5, reduced_motion=False)
    app.push(screen)
    before = pixels(app)
    app.step((), app.timers.now + 5)
    assert pixels(app) == before, "the time of the fade is over, but there is nothing to show"
    frames_until_shown(app)
    app.wait(3 * FRAME)
    assert pixels(app) != before
    below = app._painter._composed
    assert below
    assert pixels(app) != pygame.image.tobytes(below.whole, "RGB"), (
        "the picture before still shows through"
    )
    app.wait(1)
    assert pixels(app) == drawn_anew(app)


@pytest.fixture
def talk(tmp_path: Path) -> object:
    with a_flow(tmp_path, "crm-harbour") as flow:
        advance(flow, "objections")
        flow.app.push(Sample())
        flow.app.step((), 0.0)
        yield flow


def test_drawings_are_made_in_a_thread_while_the_loop_goes_on(talk: Flow) -> None:
    app = talk.app
    forget_pictures()
    app.haste = 60.0
    app.push(stage_screen(talk))
    before = pixels(app)
    app.step((), app.timers.now + FRAME)
    assert pixels(app) == before, "the person is still being drawn"
    assert app._workers.busy
    app.step((key(pygame.K_TAB),), app.timers.now + FRAME)
    app.wait(3, work=True)
    assert not app._painter.draws
    assert pixels(app) == drawn_anew(app)
