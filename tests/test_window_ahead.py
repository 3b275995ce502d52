"""What may be shown soon is drawn while nothing happens, and by another thread."""

from __future__ import annotations

import threading
from pathlib import Path

import pygame
import pytest

from simulator.scenario.words import Face
from simulator.window import canvas as drawing
from simulator.window.app import App
from simulator.window.cache import Cache
from simulator.window.canvas import Canvas, Rehearsal, forget_pictures
from simulator.window.layout import Rect
from simulator.window.screens.stages import stage_screen
from simulator.window.stage.ahead import Ahead, rehearse
from simulator.window.stage.person import draw_place
from simulator.window.stage.talk import TalkScreen
from simulator.window.theme import LIGHT
from tests.window_kit_sample import Sample, open_sample
from tests.window_stage_kit import a_flow, advance


class Rasters:
    """Every SVG that is drawn, and whether the loop had to wait for it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.waited: list[bool] = []
        self._raster = drawing.raster
        monkeypatch.setattr(drawing, "raster", self)
        forget_pictures()

    def __call__(self, svg: str) -> pygame.Surface:
        self.waited.append(threading.current_thread() is threading.main_thread())
        return self._raster(svg)


@pytest.fixture
def rasters(monkeypatch: pytest.MonkeyPatch) -> Rasters:
    return Rasters(monkeypatch)


def test_every_expression_is_drawn_before_it_is_asked_for(rasters: Rasters, tmp_path: Path) -> None:
    with a_flow(tmp_path, "crm-harbour") as flow:
        advance(flow, "objections")
        screen = stage_screen(flow)
        assert isinstance(screen, TalkScreen)
        flow.app.push(screen)
        flow.app.step((), 0.1)
        rasters.waited.clear()
        flow.app.wait(4, work=True)
        assert len(rasters.waited) > len(Face)
        assert not any(rasters.waited)
        rasters.waited.clear()
        sight, rect = screen.view.sight, screen.view.rect
        for face in Face:
            surface = pygame.Surface(flow.app.surface.get_size(), 0, 32)
            canvas = Canvas(surface, flow.app.theme, flow.app.fonts)
            draw_place(
                canvas,
                rect,
                sight.place,
                sight.portrait,
                face,
                screen.view._frame(canvas.fonts, rect, small=screen.view.small),
            )
        assert rasters.waited == []


def test_a_rehearsed_screen_needs_no_picture_of_the_loop(rasters: Rasters, tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        flow.app.push(Sample())
        flow.app.step((), 0.1)
        ahead = Ahead(flow.app.top)
        ahead.plan(rehearse(flow.app, lambda: stage_screen(flow)))
        flow.app.wait(4, work=True)
        rasters.waited.clear()
        flow.app.push(stage_screen(flow))
        flow.app.step((), flow.app.timers.now + 0.1)
        assert rasters.waited == []


def test_a_rehearsal_changes_no_pixel() -> None:
    app, screen = open_sample((1024, 640), 2.0)
    assert screen.left.reach
    canvas = Rehearsal(app.surface.get_size(), app.theme, app.fonts)
    screen.draw(canvas)
    for widget in screen.widgets:
        widget.draw(canvas)
    assert not any(canvas.surface.get_buffer().raw)


def test_a_picture_that_cannot_be_drawn_fails_where_it_is_shown_and_not_before() -> None:
    app, screen = open_sample()
    drawn: list[str] = []

    def fails(canvas: Canvas) -> None:
        canvas.picture("never", lambda _w, _h: "no picture", Rect(0, 0, 10, 10))

    ahead = Ahead(screen)
    ahead.plan([fails, lambda _: drawn.append("after")])
    app.wait(2, work=True)
    assert drawn == ["after"]
    surface = pygame.Surface((20, 20), 0, 32)
    with pytest.raises(pygame.error):
        fails(Canvas(surface, LIGHT, app.fonts))


def test_nothing_is_drawn_ahead_for_a_screen_that_is_gone() -> None:
    app = App(headless=True, reduced_motion=True)
    first = Sample()
    app.push(first)
    drawn: list[str] = []
    Ahead(first).plan([lambda _: drawn.append("late")])
    app.push(Sample())
    app.wait(2, work=True)
    assert drawn == []


def test_what_two_miss_at_once_is_kept_once() -> None:
    cache: Cache[str] = Cache(100, len)
    assert cache.get("key", lambda: cache.get("key", lambda: "inner") + "!") == "inner!"
    assert (cache.weight, cache.get("key", lambda: "again")) == (5, "inner")
