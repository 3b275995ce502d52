"""The review in the largest window and a common one, and in the gallery."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.game.policy import Policy
from simulator.window.app import App
from simulator.window.inspection import faults, shortened
from simulator.window.screens.debrief import DebriefScreen, gallery_screens
from tests.window_debrief_kit import Table, table_at


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Table:
    return table_at(tmp_path, monkeypatch)


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
