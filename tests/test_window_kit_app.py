"""The application: focus, screens, time, threads, failures, and drawing only what changed."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from math import inf

import pygame
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.dialog import Dialog, ProgressDialog
from simulator.window.events import Intent
from simulator.window.layout import Rect
from simulator.window.screen import Screen
from simulator.window.theme import DARK
from simulator.window.widgets import Action, Button
from simulator.window.work import Job
from tests.window_kit_sample import Sample, click, key, moved, open_sample, pointer, typed


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def drawn_anew(app: App) -> bytes:
    surface = pygame.Surface(app.surface.get_size(), 0, 32)
    app._painter.render(surface, app._view(), app.theme, None)
    return pixels(surface)


def focus_name(app: App) -> str:
    return app.top.focus.name if app.top.focus else ""


def test_tab_visits_every_widget_and_comes_round() -> None:
    app, screen = open_sample()
    seen = []
    for _ in range(11):
        app.run_events([key(pygame.K_TAB)])
        assert screen.focus
        seen.append(screen.focus.name)
    form = ["sound", "report", "minutes", "handle", "tabs"]
    assert seen == ["back", "next", "ask", "tell", "meet", *form, "table"]
    app.run_events([key(pygame.K_TAB)])
    assert focus_name(app) == "back"
    app.run_events([key(pygame.K_TAB, pygame.KMOD_LSHIFT)])
    assert focus_name(app) == "table"


def test_below_a_dialog_no_focus_is_shown_until_it_is_gone() -> None:
    app, screen = open_sample()
    app.focus(screen.cards[0])
    app.wait(0.1)
    ringed = pixels(app.surface)
    app.push(Dialog("Leave?", "Your answers are kept.", [Button("yes", "Leave")]))
    app.wait(1.0)
    veiled = pixels(app.surface)
    screen.cards[0].ring = False
    assert drawn_anew(app) == veiled
    screen.cards[0].ring = True
    assert drawn_anew(app) == veiled
    app.run_events([key(pygame.K_ESCAPE)])
    app.wait(1.0)
    assert pixels(app.surface) == ringed


def test_arrows_go_to_the_nearest_widget_in_their_direction() -> None:
    app, screen = open_sample()
    app.focus(screen.cards[0])
    app.run_events([key(pygame.K_DOWN)])
    assert focus_name(app) == "tell"
    app.run_events([key(pygame.K_RIGHT)])
    assert focus_name(app) == "minutes"
    app.focus(screen.cards[0])
    app.run_events([key(pygame.K_UP)])
    assert focus_name(app) == "back"


def test_a_controller_does_what_keys_do() -> None:
    app, screen = open_sample()
    buttons = [pygame.CONTROLLER_BUTTON_RIGHTSHOULDER] * 2 + [pygame.CONTROLLER_BUTTON_A]
    app.run_events([pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=b) for b in buttons])
    assert screen.actions == [Action("next")]
    tilt = [
        pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis=pygame.CONTROLLER_AXIS_LEFTY, value=v)
        for v in (25_000, 30_000, 15_000, 0)
    ]
    app.focus(screen.cards[0])
    app.run_events(tilt)
    assert focus_name(app) == "tell"


def test_keys_can_be_mapped_anew() -> None:
    app = App(headless=True, reduced_motion=True, keys={pygame.K_j: Intent.NEXT})
    app.push(Sample())
    app.run_events([key(pygame.K_j)])
    assert app.top.focus is app.top.widgets[0]


def test_escape_goes_back_and_the_last_screen_stays() -> None:
    app, first = open_sample()
    app.push(Sample())
    app.run_events([key(pygame.K_ESCAPE)])
    assert app.top is first
    app.run_events([key(pygame.K_ESCAPE)])
    assert app.top is first


def test_a_dialog_takes_all_input_and_answers_once() -> None:
    app, screen = open_sample()
    answers: list[str] = []
    buttons = [Button("leave", "Leave", kind="primary"), Button("stay", "Stay")]
    app.push(Dialog("Leave?", "Your answers are kept.", buttons, answers.append))
    app.run_events([key(pygame.K_1), *click(app, screen.next_button), key(pygame.K_RETURN)])
    app.push(Dialog("Leave?", "Your answers are kept.", buttons, answers.append))
    app.run_events([key(pygame.K_ESCAPE)])
    assert (answers, screen.actions, app.top) == (["leave", "stay"], [], screen)


def test_work_in_a_thread_is_delivered_on_the_loop() -> None:
    app, _ = open_sample()
    dialog = ProgressDialog("Proving", "Every line of play.", Button("cancel", "Cancel"), print)
    app.push(dialog)
    results: list[tuple[int, bool]] = []

    def work(job: Job[int]) -> int:
        job.progress(0.5)
        return 42

    main = threading.get_ident()
    job = app.background(
        work,
        lambda value: results.append((value, threading.get_ident() == main)),
        on_progress=dialog.progress,
    )
    app.finish(job)
    assert results == [(42, True)]
    assert dialog.bar.part == 0.5


def test_cancelled_work_delivers_nothing_and_failed_work_its_error() -> None:
    app, _ = open_sample()
    results: list[object] = []
    release = threading.Event()
    slow = app.background(lambda _: release.wait(5), results.append)
    slow.cancel()
    release.set()
    app.finish(slow)
    broken = app.background(lambda _: 1 // 0, results.append, on_error=results.append)
    app.finish(broken)
    assert [type(result) for result in results] == [ZeroDivisionError]


class Breaking(Screen):
    """Fails where it is told to."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self.where = where

    def enter(self) -> None:
        assert self.where != "enter"

    def layout(self, _size: Rect) -> None:
        assert self.where != "layout"

    def draw(self, _canvas: Canvas) -> None:
        assert self.where != "draw"

    def handle(self, _event: object) -> bool:
        assert self.where != "handle"
        return False


@pytest.mark.parametrize("where", ["layout", "draw", "handle"])
def test_a_failing_screen_leads_to_the_error_screen(where: str) -> None:
    failures: list[Exception] = []

    def make(error: Exception) -> Screen:
        failures.append(error)
        return Sample()

    app = App(headless=True, on_crash=make)
    app.push(Breaking(where))
    app.run_events([key(pygame.K_a)])
    assert len(failures) == 1
    assert isinstance(app.top, Sample)
    assert app.stack == [app.top]


def test_without_an_error_screen_errors_rise() -> None:
    app = App(headless=True)
    app.push(Breaking("draw"))
    with pytest.raises(AssertionError):
        app.step((), 0.0)


def test_timers_are_called_at_their_time_unless_prevented() -> None:
    app, _ = open_sample()
    called: list[str] = []
    app.after(1.0, lambda: called.append("late"))
    app.after(0.5, lambda: called.append("early"))
    app.after(0.7, lambda: called.append("never"))()
    app.wait(0.6)
    assert called == ["early"]
    app.wait(0.5)
    assert called == ["early", "late"]


def test_motion_is_eased_and_reduced_to_its_end_when_asked() -> None:
    parts: list[float] = []
    app = App(headless=True)
    app.push(Sample())
    app.animate(0.1, parts.append)
    app.wait(0.2)
    assert parts == sorted(parts)
    assert (parts[0], parts[-1]) == (0.0, 1.0)
    assert len(parts) > 4
    parts.clear()
    app.restyle(reduced_motion=True)
    app.animate(0.1, parts.append)
    assert parts == [1.0]


def test_input_is_answered_while_a_screen_fades_in() -> None:
    app = App(headless=True)
    app.push(Sample())
    app.step((), 0.01)
    screen = Sample()
    app.push(screen)
    app.step([key(pygame.K_1)], 0.02)
    assert screen.actions == [Action("ask")]
    app.wait(0.3)
    assert pixels(app.screenshot()) == drawn_anew(app)


def test_what_changes_below_a_veil_or_a_message_is_seen() -> None:
    app = App(headless=True)
    app.push(Sample())
    app.step((), 0.01)
    screen = Sample()
    app.push(screen)
    app.step((), 0.03)
    app.step((moved(app, screen.cards[0]),), 0.06)
    assert app.changed == [app.surface.get_rect()]
    middle = app.screenshot()
    app.step((), 0.09)
    assert pixels(middle) != pixels(app.screenshot())
    app.toast("Saved.")
    app.wait(0.3)
    app.step((moved(app, screen.cards[1]),), app.timers.now + 0.01)
    assert pixels(app.screenshot()) == drawn_anew(app)
    app.wait(5)
    assert pixels(app.screenshot()) == drawn_anew(app)


def test_a_second_change_of_screen_ends_the_first() -> None:
    app = App(headless=True)
    for _ in range(4):
        app.push(Sample())
        app.step((), app.timers.now + 0.02)
    app.restyle(theme=DARK)
    app.step((), app.timers.now + 0.02)
    assert pixels(app.screenshot()) == drawn_anew(app)


def test_tip_and_message_come_and_go() -> None:
    app, screen = open_sample()
    app.run_events([moved(app, screen.back_button)])
    assert "Back to the map" not in app.record().texts()
    app.wait(0.6)
    assert "Back to the map" in app.record().texts()
    app.run_events([moved(app, screen.next_button)])
    app.toast("Saved.")
    app.wait(0.1)
    assert "Back to the map" not in app.record().texts()
    assert "Saved." in app.record().texts()
    app.wait(4)
    assert "Saved." not in app.record().texts()
    assert pixels(app.screenshot()) == drawn_anew(app)


def test_the_window_may_change_its_size_and_looks_at_any_time() -> None:
    app, screen = open_sample()
    for size in [(1024, 640), (3840, 2160), (2560, 1080), (1024, 768)]:
        app.run_events([pygame.event.Event(pygame.VIDEORESIZE, w=size[0], h=size[1], size=size)])
        assert app.screenshot().get_size() == size
        assert app.area.w >= 1279.99
        assert app.area.h >= 719.99
        app.run_events(click(app, screen.next_button))
    app.restyle(theme=DARK, text_scale=1.4)
    app.wait(0.1)
    assert pixels(app.screenshot()) == drawn_anew(app)
    assert screen.actions == [Action("next")] * 4


def test_an_idle_frame_draws_nothing() -> None:
    app, _ = open_sample()
    app.wait(0.5)
    assert app.changed == []


def test_hover_repaints_only_its_surroundings() -> None:
    app, screen = open_sample()
    app.step([moved(app, screen.next_button)], app.timers.now + 0.01)
    assert [area.w < 200 and area.h < 100 for area in app.changed] == [True]


EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.integers(0, 1279), st.integers(0, 719)),
        st.tuples(st.just("down"), st.integers(0, 1279), st.integers(0, 719)),
        st.tuples(st.just("up"), st.integers(0, 1279), st.integers(0, 719)),
        st.tuples(st.just("wheel"), st.integers(-2, 2), st.just(0)),
        st.tuples(
            st.just("key"),
            st.sampled_from(
                [pygame.K_TAB, pygame.K_RETURN, pygame.K_DOWN, pygame.K_RIGHT, pygame.K_2]
            ),
            st.just(0),
        ),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(EVENTS, st.sampled_from([1.0, 1.9]), st.sampled_from([inf, 0.0]))
# The bar of a scroll area is taken hold of.
@example([("down", 418, 150)], 1.9, inf)
def test_drawing_what_changed_equals_drawing_everything(
    script: list[tuple[str, int, int]], text_scale: float, haste: float
) -> None:
    """Also when no frame has time for more than one part of it."""
    app, _ = open_sample(text_scale=text_scale)
    app.haste = haste
    kinds = {
        "move": pygame.MOUSEMOTION,
        "down": pygame.MOUSEBUTTONDOWN,
        "up": pygame.MOUSEBUTTONUP,
    }
    for name, a, b in script:
        if name == "key":
            event = key(a)
        elif name == "wheel":
            event = pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=a)
        else:
            event = pointer(kinds[name], a, b, app)
        app.step((event,), app.timers.now + 0.01)
    while app.changed:
        app.step((), app.timers.now + 0.01)
    assert pixels(app.surface) == drawn_anew(app)


def test_the_caret_blinks_only_while_a_field_has_the_focus() -> None:
    app = App(headless=True)
    screen = Sample()
    app.push(screen)
    app.focus(screen.handle_field)
    app.wait(0.2)
    states = []
    for _ in range(8):
        app.wait(0.27)
        states.append(screen.handle_field._caret_on)
    assert set(states) == {True, False}
    app.focus(screen.next_button)
    app.wait(0.2)
    before = screen.handle_field._caret_on
    app.wait(2)
    assert screen.handle_field._caret_on == before


def post(*events: pygame.event.Event) -> None:
    for event in events:
        pygame.event.post(event)


def test_a_real_loop_under_the_dummy_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    app = App((1280, 720), reduced_motion=True)
    screen = Sample()
    try:
        app.after(0.05, lambda: post(key(pygame.K_1), typed("x")))
        app.after(0.2, app.toggle_full_screen)
        app.after(0.3, app.toggle_full_screen)
        app.after(0.4, lambda: app.focus(screen.handle_field))
        app.after(0.5, lambda: post(pygame.event.Event(pygame.QUIT)))
        app.run(screen)
    finally:
        pygame.display.quit()
    assert screen.actions == [Action("ask")]


def test_the_loop_does_nothing_while_nothing_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    app = App((1280, 720), reduced_motion=True)
    steps, seen = [0], []
    step = app.step

    def counted(events: Iterable[pygame.event.Event], now: float) -> None:
        steps[0] += 1
        step(events, now)

    monkeypatch.setattr(app, "step", counted)
    try:
        app.after(0.6, lambda: seen.append(steps[0]))
        app.after(1.2, lambda: seen.append(steps[0]))
        app.after(1.2, app.quit)
        app.run(Sample())
    finally:
        pygame.display.quit()
    # The frames of the last twentieth of a second before the second timer.
    assert 1 <= seen[1] - seen[0] <= 6
