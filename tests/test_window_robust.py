"""Whatever fails, the window stays, the play is kept, and a report says what happened."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from simulator.problems import DisplayError
from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.display import first_size
from simulator.window.events import Event
from simulator.window.last import LastScreen
from simulator.window.layout import Rect
from simulator.window.screen import Screen
from simulator.window.screens.crash import CrashScreen
from simulator.window.screens.stages import stage_screen
from simulator.window.widgets import Action, Button
from simulator.window.widgets.clipboard import get_clip
from tests.test_window_kit_app import drawn_anew, pixels
from tests.window_kit_sample import Sample, key
from tests.window_shell_kit import ENTER, Broken, Visit, visit_at
from tests.window_stage_kit import a_flow

PLACES = ("enter", "leave", "layout", "draw", "handle", "act", "timer", "motion", "work", "result")


class Failing(Screen):
    """Fails in one place, when a key is pressed there or before."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self.where = where
        self.button = Button("fail", "Fail")
        self.widgets = [self.button]

    def fail(self, where: str) -> None:
        if where == self.where:
            raise ZeroDivisionError(f"made to fail in {where}")

    def enter(self) -> None:
        self.fail("enter")
        self.app.focus(self.button)
        if self.where == "timer":
            self.app.after(0.01, lambda: self.fail("timer"))
        if self.where == "motion":
            self.app.animate(0.1, lambda part: self.fail("motion") if part > 0.2 else None)
        if self.where == "work":
            self.app.finish(self.app.background(lambda _: self.fail("work"), print))
        if self.where == "result":
            self.app.finish(self.app.background(lambda _: 1, lambda _: self.fail("result")))

    def leave(self) -> None:
        self.fail("leave")

    def layout(self, size: Rect) -> None:
        self.fail("layout")
        self.button.place(size.inset(200))

    def draw(self, canvas: Canvas) -> None:
        self.fail("draw")
        canvas.text("It will fail.", canvas.size)

    def handle(self, _: Event) -> bool:
        self.fail("handle")
        return False

    def act(self, _: Action) -> None:
        if self.where == "leave":
            self.app.pop()
        self.fail("act")


@pytest.fixture
def visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """A play in which a choice was made."""
    visit = visit_at(tmp_path, monkeypatch)
    visit.press(ENTER)
    visit.type("Maya")
    visit.press(ENTER, ENTER, ENTER)
    assert visit.window.flow
    visit.window.flow.choose("hob")
    return visit


@pytest.mark.parametrize("where", PLACES)
def test_whatever_fails_the_play_goes_on(where: str, visit: Visit, tmp_path: Path) -> None:
    visit.app.reduced_motion = False
    visit.app.after(0.01, lambda: visit.app.push(Failing(where)))
    visit.app.wait(0.1)
    if where in ("handle", "act", "leave"):
        visit.press(ENTER)
    visit.app.wait(0.2)
    assert visit.screen == "CrashScreen"
    [report] = (tmp_path / "reports").glob("*.txt")
    assert f"ZeroDivisionError: made to fail in {where}" in report.read_text()
    assert visit.saw("A report about it is in this file:")
    assert visit.saw(str(report))
    assert pixels(visit.app.screenshot()) == drawn_anew(visit.app)
    visit.press(ENTER)
    assert visit.window.flow
    assert visit.window.flow.play.run.choices == ("hob",)
    assert visit.saw("Pick the two cards worth a call")


def test_the_path_of_a_report_can_be_copied(visit: Visit, tmp_path: Path) -> None:
    visit.app.push(Failing("layout"))
    visit.app.wait(0.1)
    visit.click("path")
    visit.app.wait(0.1)
    [report] = (tmp_path / "reports").glob("*.txt")
    assert get_clip() == str(report)
    assert visit.saw("The path is copied.")


def fail(*_: object) -> None:
    raise ZeroDivisionError("made to fail as well")


@pytest.mark.parametrize("where", ["__init__", "enter", "layout", "draw"])
def test_a_failure_of_the_error_screen_leads_to_the_last_one(
    where: str, visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CrashScreen, where, fail)
    visit.app.push(Broken())
    visit.app.wait(0.1)
    assert visit.screen == "LastScreen"
    assert visit.saw("Pitchcraft has to stop")
    assert visit.saw("This is our mistake, not yours. A run is saved up to your last choice.")
    said = "".join(path.read_text() for path in (tmp_path / "reports").glob("*.txt"))
    assert "ZeroDivisionError: made to fail as well" in said
    assert visit.app.running
    visit.press(ENTER)
    assert not visit.app.running


def test_an_error_screen_that_fails_later_is_not_shown_again(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit.app.push(Broken())
    visit.app.wait(0.1)
    assert visit.screen == "CrashScreen"
    monkeypatch.setattr(CrashScreen, "act", fail)
    visit.press(ENTER)
    assert visit.screen == "LastScreen"


def test_when_even_the_last_screen_fails_the_error_rises(monkeypatch: pytest.MonkeyPatch) -> None:
    app = App(headless=True, on_crash=LastScreen)
    monkeypatch.setattr(LastScreen, "draw", fail)
    app.push(Broken())
    with pytest.raises(ZeroDivisionError, match="made to fail as well"):
        app.step((), 0.0)


def test_a_full_disk_stops_neither_the_play_nor_the_error_screen(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "reports").write_text("a file where the folder of reports should be")
    monkeypatch.setattr(os, "fsync", full)
    flow = visit.window.flow
    assert flow
    card = next(view.id for view in flow.play.prompt().choices if view.is_legal)
    flow.choose(card)
    visit.app.wait(0.1)
    assert flow.play.run.choices == ("hob", card)
    assert any(text.startswith("This run is not being saved.") for text in visit.texts())
    visit.app.push(Broken())
    visit.app.wait(0.1)
    assert visit.screen == "CrashScreen"
    assert not visit.saw("A report for whoever mends it")


def on_dummy(monkeypatch: pytest.MonkeyPatch, do: Callable[[App], None]) -> None:
    """Do something with a window that is opened on the dummy driver."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    app = App((1280, 720), reduced_motion=True)
    try:
        app.push(Sample())
        app.step((), 0.0)
        do(app)
    finally:
        pygame.display.quit()


def test_a_display_that_was_lost_is_opened_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(app: App) -> None:
        before = pixels(app.screenshot())
        pygame.display.quit()
        app.keep_open()
        app.step(pygame.event.get(), 1.0)
        assert pygame.display.get_surface() is app.surface
        assert pixels(app.screenshot()) == before

    on_dummy(monkeypatch, lose)


def test_a_display_that_is_gone_for_good_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(app: App) -> None:
        pygame.display.quit()
        monkeypatch.setenv("SDL_VIDEODRIVER", "no such driver")
        with pytest.raises(DisplayError, match="play in the terminal instead: pitchcraft play"):
            app.keep_open()

    on_dummy(monkeypatch, lose)


@pytest.mark.parametrize("size", [(1, 1), (60, 40), (4000, 50), (50, 3000), (3840, 2160)])
def test_a_window_of_any_size_can_be_drawn_and_used(tmp_path: Path, size: tuple[int, int]) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        for screen in (stage_screen(flow), CrashScreen(flow, ValueError("made up")), Sample()):
            app.push(screen)
            resized = pygame.event.Event(pygame.VIDEORESIZE, w=size[0], h=size[1], size=size)
            app.run_events([resized, key(pygame.K_TAB)])
            assert app.top is screen
            assert app.top.focus
            assert app.screenshot().get_size() == size
            assert pixels(app.screenshot()) == drawn_anew(app)
            app.resize((1280, 720))


@pytest.mark.parametrize(
    ("desktops", "size"),
    [
        ([(1920, 1080)], (1280, 720)),
        ([(1366, 768)], (1280, 720)),
        ([(3840, 2160), (1920, 1080)], (2560, 1440)),
        ([(3440, 1440)], (1707, 960)),
    ],
)
def test_the_window_begins_larger_on_a_display_with_finer_pixels(
    monkeypatch: pytest.MonkeyPatch, desktops: list[tuple[int, int]], size: tuple[int, int]
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr("pygame.display.get_desktop_sizes", lambda: desktops)
    assert first_size((1280, 720)) == size
    pygame.display.quit()


def test_without_a_display_the_window_would_begin_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "nonsense")
    assert first_size((1280, 720)) == (1280, 720)
