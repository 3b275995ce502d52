"""A question before something is lost: the harmless answer is at hand."""

from __future__ import annotations

from collections.abc import Callable

from simulator.window.dialog import Dialog
from simulator.window.widgets import Button


class Question(Dialog):
    """Asks once before ``do`` is called; Enter and Esc both keep everything as it is."""

    def __init__(self, title: str, text: str, yes: str, no: str, do: Callable[[], None]) -> None:
        buttons = [Button("yes", yes, kind="danger"), Button("no", no, kind="primary")]
        super().__init__(title, text, buttons, lambda name: do() if name == "yes" else None)

    def enter(self) -> None:
        """Begin on the harmless answer."""
        self.app.focus(self.buttons[-1], ring=True)
