"""What lies above the screens for a while: a tip on a widget, a short message."""

from __future__ import annotations

from simulator.window.widgets.base import Widget
from simulator.window.work import Task, Timers, do_nothing

TIP_AFTER = 0.5
TOAST_FOR = 3.5


class Notices:
    """The tip and the message shown now; ``changed`` says that they must be drawn anew."""

    def __init__(self, timers: Timers) -> None:
        self.tip: Widget | None = None
        self.message: tuple[str, str] | None = None
        self.changed = False
        self._timers = timers
        self._untip: Task = do_nothing
        self._untoast: Task = do_nothing

    def toast(self, text: str, tone: str) -> None:
        """Show ``text`` for a few seconds in place of any other message."""
        self._untoast()
        self._say((text, tone))
        self._untoast = self._timers.after(TOAST_FOR, lambda: self._say(None))

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
