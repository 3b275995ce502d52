"""What lies above the screens for a while: a tip, a short message, sounds in words."""

from __future__ import annotations

from simulator.window.layout import Rect
from simulator.window.theme import CAPTION_FOR, TIP_AFTER, TOAST_FOR
from simulator.window.widgets.base import Widget
from simulator.window.work import Task, Timers, do_nothing

LETTERS = 18.0
"""Letters of a message that are read in a second."""


class Notices:
    """The tip, the message and the sounds in words shown now.

    ``message_at`` is where the message was drawn; ``changed`` asks for all to be drawn anew.
    """

    def __init__(self, timers: Timers) -> None:
        self.tip: Widget | None = None
        self.message: tuple[str, str] | None = None
        self.message_at = Rect()
        self.captions: dict[str, Task] = {}
        self.changed = False
        self._timers = timers
        self._untip: Task = do_nothing
        self._untoast: Task = do_nothing

    @property
    def any(self) -> bool:
        """Whether anything is shown above the screens."""
        return bool(self.tip or self.message or self.captions)

    def toast(self, text: str, tone: str) -> None:
        """Show ``text`` as long as it takes to read, in place of any other message."""
        self._untoast()
        self._say((text, tone))
        self._untoast = self._timers.after(
            max(TOAST_FOR, len(text) / LETTERS), lambda: self._say(None)
        )

    def press(self, x: float, y: float) -> bool:
        """Take away the message if it is pressed there; tell whether it was."""
        if not self.message or not self.message_at.holds(x, y):
            return False
        self._untoast()
        self._say(None)
        return True

    def subtitle(self, text: str) -> None:
        """Say in words what sounds just now, below what sounded before and is still shown."""
        self.captions.pop(text, do_nothing)()
        self.captions[text] = self._timers.after(CAPTION_FOR, lambda: self._unsay(text))
        self.changed = True

    def _unsay(self, text: str) -> None:
        del self.captions[text]
        self.changed = True

    def _say(self, message: tuple[str, str] | None) -> None:
        self.message = message
        self.changed = True

    def point(self, widget: Widget | None) -> None:
        """Take away the tip, and show that of ``widget`` if it stays pointed at."""
        self.untip()
        if widget and widget.tip:
            self._untip = self._timers.after(TIP_AFTER, lambda: self._tip(widget))

    def untip(self) -> None:
        """Show no tip."""
        self._untip()
        if self.tip:
            self._tip(None)

    def _tip(self, widget: Widget | None) -> None:
        self.tip = widget
        self.changed = True
