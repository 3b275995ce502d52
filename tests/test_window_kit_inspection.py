"""The inspection finds planted faults, and none where there are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.dialog import Dialog
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts
from simulator.window.inspection import faults, inspect, shortened, survey
from simulator.window.layout import Rect
from simulator.window.reach import unreached
from simulator.window.screen import Screen
from simulator.window.widgets import HANDLED, Action, Button, ScrollArea
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
        plant = FAULTY.get(self.fault)
        if plant:
            plant(canvas, Rect(100, 100, 300, 24))


def cover(canvas: Canvas, line: Rect) -> None:
    canvas.text("Covered", line, "body")
    canvas.card(Rect(120, 90, 200, 50))


def pass_edge(canvas: Canvas, line: Rect) -> None:
    canvas.card(Rect(90, 90, 80, 50))
    canvas.text("Past the edge", line, "body")


def clip(canvas: Canvas, line: Rect) -> None:
    with canvas.clip(Rect(90, 90, 50, 50)):
        canvas.text("Clipped", line, "body")


def hit_icon(canvas: Canvas, line: Rect) -> None:
    canvas.text("Icon", line, "body")
    canvas.icon("check", 115, 112, 20)


def pale_bar(canvas: Canvas, line: Rect) -> None:
    canvas.panel(line.inset(-40), canvas.theme.value.fill)
    canvas.panel(line, canvas.theme.urgency.fill, radius=4)


def pale_ring(canvas: Canvas, line: Rect) -> None:
    canvas.panel(line.inset(-40), canvas.theme.value.fill)
    canvas.panel(line, border=canvas.theme.focus, width=2)


FAULTY: dict[str, Callable[[Canvas, Rect], object]] = {
    "cut": lambda canvas, line: canvas.text(
        "Two lines of words in a box that has room for one", line, "body"
    ),
    "faint": lambda canvas, line: canvas.text("Faint", line, "body", "#8a90a8"),
    "covered": cover,
    "edge": pass_edge,
    "clipped": clip,
    "icon": hit_icon,
    "bar": pale_bar,
    "ring": pale_ring,
    "pale icon": lambda canvas, _: canvas.icon("check", 115, 112, 20, "#8a90a8"),
    "shortened": lambda canvas, line: canvas.text(
        "A text that is too long for its line but may be", line, "body", lines=1
    ),
}


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
    "bar": "outline '' at (100, 100, 300 x 24) in #e2455d on #d56f00 has contrast 1.16, needs 3.0",
    "ring": "outline '' at (100, 100, 300 x 24) in #3342c4 on #d56f00 has contrast 2.25, needs 3.0",
    "pale icon": "icon 'check' at (105, 102, 20 x 20) in #8a90a8 on #eff2fa has contrast 2.83,"
    " needs 3.0",
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


class Greedy(Button):
    """A button that keeps all arrow keys for itself."""

    def handle(self, event: Event) -> Action | None:
        return HANDLED if event.kind is Kind.KEY else super().handle(event)


class Lost(Screen):
    """A screen with one fault on the way of the focus."""

    def __init__(self, fault: str) -> None:
        super().__init__()
        self.fault = fault
        self.a, self.b, self.c = (Button(name, name.upper()) for name in "abc")
        if fault == "greedy":
            self.b = Greedy("b", "B")
        self.widgets = [self.a, self.b, self.c]
        if fault == "left out":
            self.widgets = [self.a, self.b]
        if fault == "no ring":
            self.b.draw_ring = lambda *_: None  # type: ignore[method-assign]

    def layout(self, _size: Rect) -> None:
        places = [Rect(100, 100, 100, 40), Rect(300, 100, 100, 40), Rect(500, 100, 100, 40)]
        if self.fault == "out of sight":
            places[1] = Rect(300, 900, 100, 40)
        if self.fault == "behind":
            places[2] = Rect(290, 90, 120, 60)
        for widget, place in zip((self.a, self.b, self.c), places, strict=True):
            widget.place(place)

    def draw(self, canvas: Canvas) -> None:
        if self.fault == "left out":
            self.c.draw(canvas)

    def handle(self, event: Event) -> bool:
        stuck = self.fault == "stuck" and self.focus is self.b
        return stuck and event.intent in (Intent.NEXT, Intent.PREVIOUS)


LOST = {
    "left out": ["widget 'c' is shown, but the focus cannot come to it"],
    "no ring": ["widget 'b' does not show that it has the focus"],
    "out of sight": ["widget 'b' has the focus out of sight"],
    "behind": [
        "widget 'b' has the focus behind something else",
        "the arrow keys never come to 'b'",
    ],
    "stuck": ["Tab never comes to 'c'", "Shift and Tab never comes to 'a'"],
    "greedy": ["the arrow keys never come to 'c'"],
    "none": [],
}


@pytest.mark.parametrize("fault", LOST)
def test_a_focus_that_goes_astray_is_found(fault: str) -> None:
    app = App(headless=True)
    screen = Lost(fault)
    app.push(screen)
    app.focus(screen.a)
    assert unreached(app, app.record()) == LOST[fault]
    assert screen.focus is screen.a


def test_what_is_scrolled_out_of_sight_is_inspected_too() -> None:
    def paint(canvas: Canvas, area: Rect) -> None:
        canvas.text("Faint, far below", Rect(area.x, area.y + 2000, 300, 24), "body", "#8a90a8")

    app, screen = App(headless=True), Planted("none")
    area = ScrollArea("area", paint)
    area.place(Rect(100, 100, 400, 300))
    area.fill(2100)
    screen.widgets = [*screen.widgets, area]
    app.push(screen)
    assert faults(app.record()) == []
    assert [fault.partition(" in ")[0] for fault in inspect(app)] == ["text 'Faint, far below'"]
    assert area.offset == 0


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
