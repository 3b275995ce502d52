"""What stands above a preview for a while: the pause, and what is said when a screen has failed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.window.dialog import Dialog
from simulator.window.report import write_report
from simulator.window.widgets import Button

if TYPE_CHECKING:
    from simulator.window.preview.flow import PreviewFlow


class Pause(Dialog):
    """The ways on from a preview."""

    def __init__(self, flow: PreviewFlow) -> None:
        buttons = [
            Button("leave", "Close the preview"),
            Button("restart", "Start again"),
            Button("notebook", "Notebook"),
            Button("briefing", "Briefing"),
            Button("go-on", "Continue", kind="primary"),
        ]
        ways: dict[str, Callable[[], None]] = {
            "leave": flow.leave,
            "restart": flow.restart,
            "notebook": flow.notebook,
            "briefing": flow.briefing_again,
        }
        text = "This is a preview: nothing of it is saved, and it is not on the leaderboard."
        super().__init__("Paused", text, buttons, lambda name: ways.get(name, _nothing)())

    def enter(self) -> None:
        """Begin on going on."""
        self.app.focus(self.buttons[-1], ring=True)


class Failure(Dialog):
    """What is shown when a screen has failed; the next save shows the play again."""

    def __init__(self, flow: PreviewFlow, error: Exception) -> None:
        report = write_report(error)
        where = f" A report about it is in {report}." if report else ""
        text = (
            "This is our mistake, not yours. Go back, or change the file and save it: the preview"
            f" goes on from there.{where}"
        )
        buttons = [
            Button("restart", "Start again"),
            Button("back", "Back one step", kind="primary"),
        ]
        super().__init__("This screen could not be shown", text, buttons)
        self.flow = flow
        self.answer = self._go_on

    def enter(self) -> None:
        """Begin on going back."""
        self.app.focus(self.buttons[-1], ring=True)

    def _go_on(self, name: str) -> None:
        if name == "restart" or not self.flow.back_one():
            self.flow.restart()


def _nothing() -> None:
    """Go on."""
