"""Asks for the name of a check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from simulator.window.dialog import Dialog
from simulator.window.preview.recording import NAME_MOST
from simulator.window.widgets import Action, Button, TextField, Widget

TEXT: Final = (
    "The choices made so far are written into the file under “checks”, with the buyer and with what"
    " came of them. From then on “pitchcraft check” says when they lead somewhere else."
)


class NameDialog(Dialog):
    """A field with a name to better; ``answer`` is called with it, and only if it is confirmed."""

    def __init__(self, proposed: str, answer: Callable[[str], None]) -> None:
        self.field = TextField("name", "What it shows", proposed, limit=NAME_MOST)
        buttons = [Button("record", "Record it", kind="primary"), Button("cancel", "Cancel")]
        super().__init__("Record this run as a check", TEXT, buttons)
        self.confirm = answer
        self.widgets = [self.body, self.field, *self.buttons]

    def enter(self) -> None:
        """Begin in the field, behind the proposed name."""
        self.app.focus(self.field, ring=True)

    def extras(self) -> Sequence[Widget]:
        """The field."""
        return (self.field,)

    def act(self, action: Action) -> None:
        """Record under the name, or not."""
        if not action.final:
            return
        name = " ".join(self.field.text.split())
        if action.name == "cancel":
            self.app.pop()
        elif not name:
            self.field.error = "A check needs a name."
            self.field.touch()
            self.invalidate()
        else:
            self.app.pop()
            self.confirm(name)
