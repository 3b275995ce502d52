"""What came of the sale in ninety days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.window.canvas import Canvas
from simulator.window.layout import Rect, center
from simulator.window.screen import Screen
from simulator.window.widgets import Action, Button

if TYPE_CHECKING:
    from simulator.window.flow import Flow


class EpilogueScreen(Screen):
    """The ending in words, and on to the review."""

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self.flow = flow
        self.go = Button("continue", "Review the sale", kind="primary", icon="arrow-right")
        self.widgets = [self.go]

    def enter(self) -> None:
        """Let Enter go on."""
        self.app.focus(self.go, ring=False)

    def layout(self, size: Rect) -> None:
        """Place the card and the button."""
        self.box = center(size, 720, 320)
        wide, high = self.go.width(self.fonts), self.go.height(self.fonts, 1e6)
        self.go.place(Rect(self.box.right - 32 - wide, self.box.bottom - 28 - high, wide, high))

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        play = self.flow.play
        canvas.card(self.box)
        area = self.box.inset(32, 28)
        taken = canvas.text(play.fill(play.outcome.title), area, "title")
        canvas.text(
            play.fill(play.outcome.text), Rect(area.x, taken.bottom + 12, area.w, 160), "lead"
        )

    def act(self, action: Action) -> None:  # noqa: ARG002
        """Go on to the review."""
        self.flow.debrief()

    def back(self) -> None:
        """Pause."""
        self.flow.pause()
