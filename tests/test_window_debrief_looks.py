"""The structure of the review at every size: nothing cut, covered, faint or out of reach."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.game.policy import Policy
from simulator.window.app import App
from simulator.window.inspection import faults, shortened
from simulator.window.screen import Screen
from simulator.window.screens.debrief import DebriefScreen, gallery_screens
from simulator.window.screens.debrief_what_if import WhatIfScreen
from simulator.window.theme import CONTRAST, DARK, LIGHT
from simulator.window.widgets.scroll import ScrollArea
from tests.window_debrief_kit import Table, table_at, wordy_level

LOOKS = (
    ((1280, 720), 1.0, LIGHT),
    ((1280, 720), 0.8, DARK),
    ((1280, 720), 1.5, CONTRAST),
    ((1280, 720), 2.0, LIGHT),
    ((1920, 1080), 1.0, DARK),
    ((1024, 768), 1.0, LIGHT),
    ((1024, 768), 1.5, LIGHT),
    ((1024, 640), 1.0, CONTRAST),
    ((1024, 640), 2.0, DARK),
    ((2560, 1080), 1.0, LIGHT),
)


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Table:
    return table_at(tmp_path, monkeypatch)


def surveyed(make: Callable[[], Screen]) -> list[str]:
    """The faults at all looks, with everything scrolled to its beginning and to its end."""
    found = []
    for size, text_scale, theme in LOOKS:
        app = App(size, theme=theme, text_scale=text_scale, reduced_motion=True, headless=True)
        app.push(make())
        app.wait(0.05)
        where = f"{size[0]}x{size[1]}, text {text_scale:g}, {theme.name}"
        for end in (0, 100_000):
            for widget in app.top.widgets:
                if isinstance(widget, ScrollArea):
                    widget.scroll_to(end)
            found += [f"{where}, at {end}: {fault}" for fault in faults(app.record())]
    return found


@pytest.mark.parametrize("view", range(5))
@pytest.mark.parametrize("policy", [Policy.FIRST, Policy.BEST])
def test_every_view_of_the_tutorial_is_sound(table: Table, view: int, policy: Policy) -> None:
    review, play = table.finish(table.flow.session.levels[0], policy, 7)

    def make() -> Screen:
        screen = DebriefScreen(table.flow, review, play)
        screen.show(view)
        return screen

    assert surveyed(make) == []


@pytest.mark.parametrize("view", range(5))
def test_every_view_holds_the_longest_texts(table: Table, view: int) -> None:
    review, play = table.finish(wordy_level(), Policy.WORST, 2)

    def make() -> Screen:
        screen = DebriefScreen(table.flow, review, play)
        screen.show(view)
        return screen

    assert surveyed(make) == []


@pytest.mark.parametrize("is_wordy", [False, True])
def test_what_if_is_sound(table: Table, is_wordy: bool) -> None:
    level = wordy_level() if is_wordy else table.flow.session.levels[0]
    review, play = table.finish(level, Policy.WORST, 2)
    move = review.turning_point or 0
    assert surveyed(lambda: WhatIfScreen(table.flow, review, play, move)) == []


def test_the_largest_window_shows_all_at_once(table: Table) -> None:
    review, play = table.finish(table.flow.session.levels[0], Policy.FIRST, 7)
    app = App((3840, 2160), reduced_motion=True, headless=True)
    app.push(DebriefScreen(table.flow, review, play))
    app.wait(0.05)
    assert faults(app.record()) == []


def test_the_overview_fits_a_common_window_without_scrolling(table: Table) -> None:
    screen = table.open()
    assert screen.overview.page.reach == 0
    assert shortened(table.app.record()) == []


def test_the_gallery_gets_every_view_and_a_what_if(table: Table) -> None:
    made = {name: type(make(table.flow)).__name__ for name, make in gallery_screens()}
    assert list(made) == [
        "debrief-overview",
        "debrief-moves",
        "debrief-buyer",
        "debrief-ending",
        "debrief-best-line",
        "debrief-perfect",
        "debrief-what-if",
    ]
    assert set(made.values()) == {"DebriefScreen", "WhatIfScreen"}
