"""Nothing piles up from play to play; ``python -m tests.soak_window`` looks at hours of it."""

from __future__ import annotations

import pygame

from simulator.window import canvas, panels
from simulator.window.app import App
from simulator.window.flow import Flow
from simulator.window.screens.debrief import DebriefScreen
from simulator.window.screens.epilogue import EpilogueScreen
from simulator.window.screens.recap import RecapScreen
from simulator.window.screens.title import TitleScreen
from simulator.window.stage.frame import StageScreen
from simulator.window.theme import DARK, LIGHT
from tests.soak_window import Load, judge, load_of, window_of_its_own
from tests.window_kit_sample import key


def frames(app: App) -> None:
    for _ in range(2):
        app.step((key(pygame.K_TAB),), app.timers.now + 0.3)


def play_once(flow: Flow) -> None:
    """Come through every screen of a level, and back to the title."""
    app = flow.app
    flow.brief(flow.session.levels[0])
    frames(app)
    flow.start(flow.session.levels[0])
    while not isinstance(app.top, EpilogueScreen):
        frames(app)
        if isinstance(app.top, RecapScreen):
            flow.after_recap()
        elif isinstance(app.top, StageScreen) and app.top.waiting and app.top.told:
            flow.next(app.top.told)
        elif isinstance(app.top, StageScreen):
            app.top.choose(next(view.id for view in flow.play.prompt().choices if view.is_legal))
    frames(app)
    flow.debrief()
    assert flow.finishing
    app.finish(flow.finishing)
    assert isinstance(app.top, DebriefScreen)
    frames(app)
    flow.pause()
    flow.board(flow.level)
    frames(app)
    flow.home()
    # What a screen has still to do when it is gone comes to nothing within that time.
    app.wait(8, 0.5)
    assert isinstance(app.top, TitleScreen)


def test_nothing_piles_up_from_play_to_play() -> None:
    loads: list[Load] = []
    with window_of_its_own(1) as trainee:
        trainee.flow.session.levels[0].solution()
        for look in (LIGHT, DARK, LIGHT):
            trainee.app.restyle(theme=look)
            play_once(trainee.flow)
            loads.append(load_of(trainee.visit))
        kept = (canvas._pictures, panels._panels, panels._tiles, trainee.app.fonts._pictures)
        assert [cache.weight <= cache.limit for cache in kept] == [True] * 4
    counts = [(one.files, one.threads, one.timers, one.screens, one.widgets) for one in loads]
    assert counts[1] == counts[2]


def test_what_piles_up_is_told() -> None:
    before = Load(100.0, 7, 1, 1, 2, 14, 30.0)
    after = Load(260.0, 12, 1, 1, 30, 14, 30.0)
    assert judge([before] * 4, 130.0) == []
    assert judge([before] * 4 + [after], 261.0) == [
        "memory grew by 160.0 MB",
        "memory came to 261.0 MB",
        "there were 7 files, and are 12",
        "there were 2 screens, and are 30",
    ]
