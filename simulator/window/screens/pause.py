"""The pause in a play: look something up, or leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.window.canvas import Canvas
from simulator.window.faces import draw_face, prospect_portrait
from simulator.window.layout import Rect, Share, center, columns
from simulator.window.screen import Screen
from simulator.window.widgets import Action, Button, ScrollArea
from simulator.window.widgets.scroll import GUTTER

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

WIDTH = 420.0
INSIDE = 28.0
FACE = 72.0
BETWEEN = 10.0
APART = 14.0
"""The room that keeps what cannot be undone away from the rest."""
SAVED = "Your run is saved at every choice, so you can leave at any time."


class PauseScreen(Screen):
    """A box before the play with the ways on, below one another."""

    overlay = True

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self.flow = flow
        scenario = flow.level.scenario
        self.portrait = prospect_portrait(scenario)
        self.title = "Paused"
        play = flow.play
        stage = "" if play.is_over else f" · {play.prompt().stage_name}"
        self.note = f"{scenario.title}{stage}"
        self.buttons = [
            Button("continue", "Continue", kind="primary", icon="play"),
            Button("notebook", "Notebook", icon="book"),
            Button("briefing", "Briefing", icon="document"),
            Button("settings", "Settings", icon="gear"),
            Button("leave", "Leave for now", icon="home"),
            Button("abandon", "Abandon this run", kind="danger", icon="close"),
        ]
        self.box = Rect()
        self.body = ScrollArea("pause", self._paint)
        self.widgets = [self.body]

    def enter(self) -> None:
        """Begin on going on."""
        self.app.focus(self.buttons[0], ring=True)

    def layout(self, size: Rect) -> None:
        """Make the box as high as its buttons; on a low window some of them stand side by side."""
        fonts = self.fonts
        wide = min(WIDTH * max(1.0, fonts.text_scale * 0.9), size.w - 64)
        room = wide - 2 * INSIDE
        head, most = self._head(room), size.h - 48 - 2 * INSIDE
        go_on, *ways, abandon = self.buttons
        rows = [[button] for button in self.buttons]
        high = max(button.height(fonts, room) for button in self.buttons) + 8
        content = head + 20 + (high + BETWEEN) * len(rows) - BETWEEN + APART
        half = (room - BETWEEN) / 2
        if content > most and all(button.width(fonts) <= half for button in ways):
            rows = [[go_on], ways[:2], ways[2:], [abandon]]
            content -= 2 * (high + BETWEEN)
        self.box = center(size, wide, min(content, most) + 2 * INSIDE)
        inner = self.box.inset(INSIDE)
        self.body.place(inner._replace(w=inner.w + GUTTER))
        y = inner.y + head + 20
        for row in rows:
            if row == [abandon]:
                y += APART
            cells = columns(Rect(inner.x, y, room, high), [Share()] * len(row), BETWEEN)
            for button, cell in zip(row, cells, strict=True):
                button.place(cell)
            y += high + BETWEEN
        self.body.fill(content, self.buttons)

    def _head(self, room: float) -> float:
        fonts, beside = self.fonts, room - FACE - 16
        words = (
            fonts.leading("title")
            + fonts.height(self.note, "label", beside)
            + fonts.height(SAVED, "small", beside)
        )
        return max(FACE, words)

    def draw(self, canvas: Canvas) -> None:
        """Draw the box."""
        canvas.card(self.box)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        fonts, theme = canvas.fonts, canvas.theme
        room = self.box.w - 2 * INSIDE
        draw_face(canvas, self.portrait, Rect(area.x, area.y, FACE, FACE), "neutral")
        x, y, wide = area.x + FACE + 16, area.y, room - FACE - 16
        for text, role, color in (
            (self.title, "title", theme.ink),
            (self.note, "label", theme.ink),
            (SAVED, "small", theme.muted),
        ):
            high = fonts.height(text, role, wide)
            canvas.text(text, Rect(x, y, wide, high), role, color)
            y += high

    def act(self, action: Action) -> None:
        """Go on, look something up, or leave."""
        ways = {
            "continue": self.back,
            "notebook": self.flow.notebook,
            "briefing": self.flow.briefing_again,
            "settings": self.flow.settings,
            "leave": self.flow.leave,
            "abandon": self.flow.abandon,
        }
        ways[action.name]()


def gallery_screens() -> list[Shot]:
    """The pause, and the question before a play is abandoned."""
    from simulator.window.gallery import at_stage

    def paused(flow: Flow) -> Screen:
        from simulator.window.screens.stages import stage_screen

        flow.app.push(stage_screen(at_stage(flow, "approach")))
        return PauseScreen(flow)

    def asking(flow: Flow) -> Screen:
        flow.app.after(0.0, flow.abandon)
        return paused(flow)

    return [("pause", paused), ("pause-abandon", asking)]
