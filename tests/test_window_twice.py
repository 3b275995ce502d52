"""Two windows at once, a crash at any choice, wrong clocks, and devices that come and go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pygame
import pytest

from simulator.game.policy import Policy, choose_by
from simulator.store.levels import Levels
from simulator.store.session import Session
from simulator.store.store import Store
from simulator.window.flow import Flow
from simulator.window.screens.epilogue import EpilogueScreen
from simulator.window.screens.recap import RecapScreen
from simulator.window.screens.title import TitleScreen
from simulator.window.stage.frame import StageScreen
from tests.window_kit_sample import open_sample
from tests.window_shell_kit import Visit
from tests.window_stage_kit import level_of

FAR = 20_000


@contextmanager
def window(home: Path, seed: int = 1) -> Iterator[Visit]:
    """A window on a folder, as Maya, with the level loaded already."""
    level = level_of("first-call")
    visit = Visit()
    with Store(home, Levels([level]).judge) as store:
        player = next(iter(store.players()), None) or store.add_player("Maya")
        visit.window.flow = Flow(visit.app, Session(store, [level], seed, player))
        visit.window.title.welcome(visit.window.flow)
        visit.app.wait(0.05)
        yield visit


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path))
    return tmp_path


def flow_of(visit: Visit) -> Flow:
    assert visit.window.flow
    return visit.window.flow


def play_on(flow: Flow, policy: Policy, most: int = 99) -> None:
    for _ in range(most):
        if flow.play.is_over:
            return
        flow.choose(choose_by(policy, flow.play, flow.level.solution()))


def review(visit: Visit) -> int:
    """Review the finished play and return its score on the board."""
    flow = flow_of(visit)
    flow.debrief()
    assert flow.finishing
    visit.app.finish(flow.finishing)
    entry = flow.session.entry
    assert entry
    assert entry.score is not None
    return entry.score


def test_a_play_goes_on_after_a_crash_at_any_choice(home: Path) -> None:
    with window(home) as first:
        flow_of(first).start(level_of("first-call"))
    made: tuple[str, ...] = ()
    for number in count(1):
        with window(home) as visit:
            flow = flow_of(visit)
            if made:
                visit.click("continue")
                assert flow.play.run.choices == made
            else:
                flow.start(level_of("first-call"))
            top = visit.app.top
            if flow.play.is_over:
                assert isinstance(top, EpilogueScreen)
                assert review(visit) is not None
                return
            assert isinstance(top, StageScreen)
            assert top.prompt.number == flow.play.prompt().number
            # The window is gone the moment the choice is made, before its answer was read.
            play_on(flow, Policy.LAST, 1)
            made = flow.play.run.choices
            assert len(made) == number


def test_a_crash_while_the_coach_speaks_leads_to_the_next_stage(home: Path) -> None:
    with window(home) as visit:
        flow = flow_of(visit)
        flow.start(level_of("first-call"))
        while not (told := flow.choose(choose_by(Policy.FIRST, flow.play, None))).stage_over:
            pass
        flow.next(told)
        assert isinstance(visit.app.top, RecapScreen)
    with window(home) as again:
        assert again.saw("You are at: Preparation")
        again.click("continue")
        assert flow_of(again).play.prompt().stage == "preparation"


def test_two_windows_play_at_once_and_both_count(home: Path) -> None:
    with window(home, 1) as one, window(home, 2) as two:
        for visit, policy in ((one, Policy.BEST), (two, Policy.WORST)):
            flow_of(visit).start(level_of("first-call"))
            play_on(flow_of(visit), policy, 3)
        for visit, policy in ((two, Policy.WORST), (one, Policy.BEST)):
            play_on(flow_of(visit), policy)
        scores = review(two), review(one)
        runs = flow_of(one).session.store.runs("Maya")
        assert [entry.score for entry in runs] == [*scores]
        assert [entry.run.seed for entry in runs] == [2, 1]
        assert flow_of(two).pending() is None


def test_one_play_continued_in_two_windows_counts_once(home: Path) -> None:
    with window(home) as one, window(home) as two:
        flow_of(one).start(level_of("first-call"))
        play_on(flow_of(one), Policy.BEST, 3)
        flow_of(two).home()
        two.app.wait(0.05)
        two.click("continue")
        assert flow_of(two).play.run.id == flow_of(one).play.run.id
        play_on(flow_of(one), Policy.BEST)
        score = review(one)
        play_on(flow_of(two), Policy.WORST)
        # The review shows what was played here; the board keeps what was recorded first.
        assert review(two) == score
        assert len(flow_of(one).session.store.runs("Maya")) == 1
        assert flow_of(two).pending() is None


@pytest.mark.parametrize(
    "times",
    [
        ["2026-05-01T10:00:00+00:00", "1970-01-01T00:00:00+00:00"],
        ["2106-02-07T06:28:16+00:00", "2026-05-01T10:00:00+00:00"],
    ],
)
def test_a_clock_that_goes_back_changes_no_board(
    home: Path, monkeypatch: pytest.MonkeyPatch, times: list[str]
) -> None:
    clock = iter([times[0], times[1], times[1], times[0]])
    monkeypatch.setattr("simulator.store.session.now", lambda: next(clock))
    with window(home) as visit:
        flow = flow_of(visit)
        scores = []
        for policy in (Policy.WORST, Policy.BEST):
            flow.start(level_of("first-call"))
            play_on(flow, policy)
            scores.append(review(visit))
        store = flow.session.store
        assert [row.score for row in store.board("first-call", "first")] == scores[:1]
        assert [row.score for row in store.board("first-call", "latest")] == scores[1:]


def test_a_clock_that_goes_back_hides_no_play(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(["2026-05-01T10:00:00+00:00", "1970-01-01T00:00:00+00:00"])
    monkeypatch.setattr("simulator.store.session.now", lambda: next(clock))
    with window(home) as visit:
        flow = flow_of(visit)
        for _ in range(2):
            flow.start(level_of("first-call"))
            play_on(flow, Policy.FIRST, 1)
        while pending := flow.pending():
            flow.forget(pending.run)
        assert list((home / "saves").glob("*.json")) == []


def test_the_loop_bears_a_clock_that_jumps() -> None:
    app, screen = open_sample()
    called: list[int] = []
    app.after(1, lambda: called.append(1))
    app.step((), app.timers.now - 100)
    assert called == []
    app.step((), app.timers.now + 1e6)
    assert called == [1]
    assert app.top is screen


# Devices.


def stick(value: int, instance: int) -> pygame.event.Event:
    kind, axis = pygame.CONTROLLERAXISMOTION, pygame.CONTROLLER_AXIS_LEFTY
    return pygame.event.Event(kind, axis=axis, value=value, instance_id=instance)


def test_a_controller_that_is_pulled_out_lets_go_of_its_stick() -> None:
    app, screen = open_sample()
    app.focus(screen.cards[0])
    app.run_events([stick(FAR + 1, 7)])
    assert screen.focus is screen.cards[1]
    app.run_events([pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=7)])
    app.run_events([stick(FAR + 1, 7)])
    assert screen.focus is screen.cards[2]


def test_two_controllers_are_told_apart() -> None:
    app, screen = open_sample()
    app.focus(screen.cards[0])
    app.run_events([stick(FAR + 1, 1), stick(FAR + 1, 2)])
    assert screen.focus is screen.cards[2]


def test_a_controller_that_is_gone_before_it_is_opened_ends_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pygame._sdl2 import controller

    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    controller.init()
    try:
        app, screen = open_sample()
        app.run_events([pygame.event.Event(pygame.CONTROLLERDEVICEADDED, device_index=5)])
        assert app.top is screen
    finally:
        controller.quit()


def test_the_last_controller_may_go_in_the_middle_of_a_play(home: Path) -> None:
    with window(home) as visit:
        visit.push_buttons(pygame.CONTROLLER_BUTTON_RIGHTSHOULDER)
        assert visit.app.top.focus
        visit.app.run_events([pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=0)])
        visit.press(pygame.K_TAB)
        assert isinstance(visit.app.top, TitleScreen)
        assert visit.app.top.focus.ring if visit.app.top.focus else False
