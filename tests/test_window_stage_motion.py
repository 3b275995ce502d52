"""What moves on the stage screens: it waits for nobody, and comes to rest where it should."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from simulator.game.rules import DONE
from simulator.window.app import App
from simulator.window.screens.stages import stage_screen
from simulator.window.stage.bench import BenchScreen
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.motion import RISE, Card
from tests.window_kit_sample import key
from tests.window_stage_kit import a_flow, advance, talk_in_motion

STAGES = (
    "prospecting", "preparation", "approach", "presentation", "objections", "closing", "follow_up",
)  # fmt: skip


def pixels(app: App) -> bytes:
    return pygame.image.tobytes(app.screenshot(), "RGB")


def painted_anew(app: App) -> bytes:
    """What is shown once all is painted from nothing."""
    app.top.invalidate()
    app.step((), app.timers.now)
    return pixels(app)


def choose_first(screen: StageScreen) -> None:
    open_now = [view.id for view in screen.prompt.choices if view.is_legal and view.id != DONE]
    screen.choose(open_now[0])


@pytest.mark.parametrize("stage", STAGES)
def test_all_motion_comes_to_rest_in_the_same_picture(tmp_path: Path, stage: str) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        advance(flow, stage)
        app.reduced_motion = False
        app.push(stage_screen(flow))
        app.wait(0.05)
        moving = pixels(app)
        app.wait(0.7)
        assert pixels(app) == painted_anew(app)
        assert pixels(app) != moving
        screen = app.top
        assert isinstance(screen, StageScreen)
        choose_first(screen)
        app.wait(0.06)
        app.wait(0.8)
        assert pixels(app) == painted_anew(app)


def test_a_card_can_be_pressed_while_it_comes_up(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        app.reduced_motion = False
        app.push(stage_screen(flow))
        app.step((), app.timers.now + 0.01)
        screen = app.top
        assert isinstance(screen, BenchScreen)
        first = screen.cards[0]
        assert isinstance(first, Card)
        assert 0 < first.low <= RISE
        app.step([key(pygame.K_1)], app.timers.now + 0.01)
        assert len(flow.play.told) == 1


def test_a_card_turns_over_and_the_next_key_does_not_wait_for_it(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        app.reduced_motion = False
        app.push(stage_screen(flow))
        app.wait(0.5)
        app.step([key(pygame.K_1)], app.timers.now + 0.01)
        at_first = pixels(app)
        app.wait(0.06)
        halfway = pixels(app)
        app.step([key(pygame.K_2)], app.timers.now + 0.01)
        assert len(flow.play.told) == 2
        assert at_first != halfway


def test_a_new_expression_comes_gently_and_only_the_person_is_drawn(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        screen = talk_in_motion(flow)
        app.wait(0.6)
        before = screen.face
        for view in screen.prompt.choices:
            choice = view.choice
            if view.is_legal and choice and choice.face and choice.face is not before:
                break
        screen.choose(view.id)
        app.step((), app.timers.now + 0.01)
        person = screen.view.figure
        assert person.w * person.h < 0.2 * 1280 * 720
        seen = set()
        for _ in range(8):
            app.step((), app.timers.now + 0.02)
            seen.add(pixels(app))
            assert all(area.w < 420 for area in app.changed)
        assert len(seen) == 8


def test_a_blink_draws_the_eyes_alone_and_all_of_them(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        screen = talk_in_motion(flow)
        app.wait(4.0)
        while not screen.view.blinking:
            app.step((), app.timers.now + 0.02)
        (drawn,) = app.changed
        assert drawn.w * drawn.h < 0.015 * 1280 * 720
        shown = pixels(app)
        assert painted_anew(app) == shown


def test_nothing_moves_with_reduced_motion(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        app.push(stage_screen(flow))
        app.step((), 0.01)
        at_once = pixels(app)
        app.wait(6.0)
        assert pixels(app) == at_once
