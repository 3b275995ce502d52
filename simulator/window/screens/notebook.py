"""All that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.window.canvas import Canvas
from simulator.window.layout import Rect
from simulator.window.screen import Screen
from simulator.window.stage.notes import NotesCard
from simulator.window.widgets import Action, Button

if TYPE_CHECKING:
    from simulator.window.flow import Flow


class NotebookScreen(Screen):
    """The facts, to be looked at at any time."""

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self.flow = flow
        self.close = Button("back", "Back to the talk", icon="back")
        self.notes = NotesCard(flow.play.notebook(), lines=6)
        self.widgets = [self.close]

    def layout(self, size: Rect) -> None:
        """Place the button and the notes."""
        wide, high = self.close.width(self.fonts), self.close.height(self.fonts, 1e6)
        self.close.place(Rect(20, 16, wide, high))
        self.notes.place(Rect(20, high + 36, size.w - 40, size.h - high - 56))

    def draw(self, canvas: Canvas) -> None:
        """Draw the notes."""
        self.notes.draw(canvas)

    def act(self, action: Action) -> None:  # noqa: ARG002
        """Return."""
        self.app.pop()
