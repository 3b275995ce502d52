"""What is shown when a screen has failed: nothing is lost, and one can go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.problems import PitchcraftError
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect, center
from simulator.window.layout import flow as in_lines
from simulator.window.report import write_report
from simulator.window.screen import Screen
from simulator.window.section import Words, draw_parts, parts_height
from simulator.window.widgets import Action, Button, ScrollArea
from simulator.window.widgets.clipboard import COPIED, COPY_PATH, put_clip
from simulator.window.widgets.scroll import GUTTER

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

WIDTH = 640.0
INSIDE = 36.0
ICON = 64.0


class CrashScreen(Screen):
    """Says what is safe, where the report lies, and how to go on."""

    def __init__(self, flow: Flow, error: Exception) -> None:
        super().__init__()
        self.flow = flow
        known = isinstance(error, PitchcraftError)
        self.report = None if known else write_report(error)
        playing = flow.session.play is not None
        safe = "Your run is saved up to your last choice." if playing else "Nothing was lost."
        said = str(error) if known else "This is our mistake, not yours."
        self.parts = [
            Words("Something went wrong", "title", gap=0),
            Words(f"{said} {safe}", "lead", gap=10),
        ]
        if self.report:
            where = Words("A report about it is in this file:", "small", muted=True, gap=14)
            self.parts += [where, Words(str(self.report), gap=4)]
        go_on = [Button("continue", "Continue", kind="primary", icon="play")]
        self.buttons = [
            *(go_on if playing else []),
            Button("home", "Main menu", kind="secondary" if playing else "primary", icon="home"),
            *([Button("path", COPY_PATH)] if self.report else []),
            Button("quit", "Quit", kind="quiet"),
        ]
        self.box = Rect()
        self.body = ScrollArea("crash", self._paint)
        self.widgets = [self.body]

    def enter(self) -> None:
        """Begin on the way on."""
        self.app.focus(self.buttons[0], ring=True)

    def layout(self, size: Rect) -> None:
        """Set one calm box in the middle."""
        fonts = self.fonts
        wide = min(WIDTH * max(1.0, fonts.text_scale * 0.8), size.w - 64)
        room = wide - 2 * INSIDE
        words = ICON + 20 + parts_height(self.parts, fonts, room) + 28
        high = max(button.height(fonts, room) for button in self.buttons) + 6
        widths = [min(button.width(fonts), room) for button in self.buttons]
        cells = in_lines(Rect(0, 0, room, 0), widths, high, 12)
        content = words + cells[-1].bottom
        self.box = center(size, wide, min(content + 2 * INSIDE, size.h - 48))
        inner = self.box.inset(INSIDE)
        self.body.place(inner._replace(w=inner.w + GUTTER))
        for button, cell in zip(self.buttons, cells, strict=True):
            button.place(cell.moved(inner.x, inner.y + words))
        self.body.fill(content, self.buttons)

    def draw(self, canvas: Canvas) -> None:
        """Draw the box."""
        canvas.card(self.box)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        mark = Rect(area.x, area.y, ICON, ICON)
        shades = canvas.theme.tone("fair")
        canvas.panel(mark, shades.tint, radius=20)
        canvas.icon("warning", *mark.middle, ICON * 0.55, shades.text)
        words = Rect(area.x, mark.bottom + 20, self.box.w - 2 * INSIDE, area.h)
        draw_parts(self.parts, canvas, words)

    def act(self, action: Action) -> None:
        """Go on, start over, copy where the report lies, or leave."""
        if action.name == "continue":
            self.flow.recover()
        elif action.name == "path":
            put_clip(str(self.report))
            self.app.toast(COPIED)
        elif action.name == "home":
            self.flow.home()
        else:
            self.app.quit()

    def back(self) -> None:
        """Esc leads to the title, where nothing can be lost."""
        self.flow.home()


def gallery_screens() -> list[Shot]:
    """The screen after a failure, in a play."""
    from simulator.window.gallery import at_stage

    def failed(flow: Flow) -> Screen:
        return CrashScreen(at_stage(flow, "approach"), RuntimeError("made up for the gallery"))

    return [("crash", failed)]
