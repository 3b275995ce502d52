"""The inspection finds planted faults, and none where there are none."""

from __future__ import annotations

import pytest

from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.dialog import Dialog
from simulator.window.fonts import Fonts
from simulator.window.inspection import faults, shortened, survey
from simulator.window.layout import Rect
from simulator.window.screen import Screen
from simulator.window.widgets import Button
from tests.window_kit_sample import Sample


class Planted(Screen):
    """A screen with one fault, named by ``fault``."""

    def __init__(self, fault: str) -> None:
        super().__init__()
        self.fault = fault
        self.widgets = [Button("a", "A"), Button("b", "B")]

    def layout(self, _size: Rect) -> None:
        self.widgets[0].place(Rect(600, 600, 100, 40))
        at = {"overlap": Rect(650, 610, 100, 40), "outside": Rect(1250, 600, 100, 40)}
        at["small"] = Rect(800, 600, 100, 20)
        self.widgets[1].place(at.get(self.fault, Rect(800, 600, 100, 40)))

    def draw(self, canvas: Canvas) -> None:
        line = Rect(100, 100, 300, 24)
        if self.fault == "cut":
            canvas.text("Two lines of words in a box that has room for one", line, "body")
        elif self.fault == "faint":
            canvas.text("Faint", line, "body", "#8a90a8")
        elif self.fault == "covered":
            canvas.text("Covered", line, "body")
            canvas.card(Rect(120, 90, 200, 50))
        elif self.fault == "edge":
            canvas.card(Rect(90, 90, 80, 50))
            canvas.text("Past the edge", line, "body")
        elif self.fault == "clipped":
            with canvas.clip(Rect(90, 90, 50, 50)):
                canvas.text("Clipped", line, "body")
        elif self.fault == "icon":
            canvas.text("Icon", line, "body")
            canvas.icon("check", 115, 112, 20)
        elif self.fault == "shortened":
            canvas.text("A text that is too long for its line but may be", line, "body", lines=1)


def wide(text: str) -> float:
    """Return the width of a text, which differs a little between versions of the font engine."""
    return Fonts().width(text, "body")


PLANTED = {
    "cut": f"text 'Two lines of words in a box that has room for o…' at (100, 100,"
    f" {wide('Two lines of words in a box that has'):.0f} x 48)"
    " leaves its box (100, 100, 300 x 24)",
    "faint": "text 'Faint' in #8a90a8 on #eff2fa has contrast 2.83, needs 4.5",
    "covered": "text 'Covered' is covered by panel '' at (120, 103,"
    f" {wide('Covered') - 21:.0f} x 18)",
    "edge": f"text 'Past the edge' at (100, 100, {wide('Past the edge'):.0f} x 24)"
    " leaves its panel (90, 90, 80 x 50)",
    "clipped": f"text 'Clipped' at (100, 100, {wide('Clipped'):.0f} x 24)"
    " is cut off by (90, 90, 50 x 50)",
    "icon": "text 'Icon' overlaps icon 'check' at (107, 104, 16 x 16)",
    "overlap": "widget 'a' overlaps widget 'b' at (650, 610, 49 x 29)",
    "outside": "widget 'b' at (1250, 600, 100 x 40) leaves the window (0, 0, 1280 x 720)",
    "small": "widget 'b' at (800, 600, 100 x 20) is smaller than 24 units",
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault: str) -> None:
    app = App(headless=True)
    app.push(Planted(fault))
    assert PLANTED[fault] in faults(app.record())


@pytest.mark.parametrize("fault", ["none", "shortened"])
def test_a_sound_screen_has_no_faults(fault: str) -> None:
    app = App(headless=True)
    app.push(Planted(fault))
    assert faults(app.record()) == []
    assert len(shortened(app.record())) == (fault == "shortened")


def test_every_widget_is_sound_at_every_size_and_in_every_theme() -> None:
    assert survey(Sample, text_scales=(0.8, 1.0, 1.5, 2.0)) == []


def test_a_dialog_is_sound_at_every_size_even_with_long_text() -> None:
    def ask(app: App) -> None:
        buttons = [Button("leave", "Leave this conversation now"), Button("stay", "Stay and go on")]
        app.push(Dialog("Leave this call?", "Your answers are kept. " * 60, buttons))
        app.toast("Saved. Your best score is now 812.")
        app.wait(0.1)

    assert survey(Sample, ask, text_scales=(1.0, 2.0)) == []


def test_a_tip_at_the_edge_stays_in_the_window() -> None:
    def point(app: App) -> None:
        app.focus(app.top.widgets[0])
        app.wait(0.7)
        assert "Back to the map" in app.record().texts()

    assert survey(Sample, point, text_scales=(2.0,)) == []
