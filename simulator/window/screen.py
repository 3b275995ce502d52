"""What a screen is: a view that lays itself out, draws itself and answers actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.window.canvas import Canvas
from simulator.window.events import Event
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import Theme
from simulator.window.widgets.base import Action, Widget

if TYPE_CHECKING:
    from simulator.window.app import App


class Screen:
    """One view: make its widgets once, place them in ``layout``, paint the rest in ``draw``.

    Attributes:
        app: the application, from the moment the screen is shown.
        widgets: in the order in which Tab visits them and in which they are drawn.
        focus: the widget that has the focus, or None.
        overlay: True for a dialog, which leaves the screen below in sight.
    """

    overlay = False
    app: App

    def __init__(self) -> None:
        self.widgets: Sequence[Widget] = ()
        self.focus: Widget | None = None
        self.stale = True

    @property
    def fonts(self) -> Fonts:
        """The typesetter, to measure text with in :meth:`layout`."""
        return self.app.fonts

    @property
    def theme(self) -> Theme:
        """The present theme."""
        return self.app.theme

    def enter(self) -> None:
        """Begin, when the screen is first shown."""

    def leave(self) -> None:
        """End, when the screen is taken away; cancel background work here."""

    def layout(self, size: Rect) -> None:
        """Place the widgets; called when shown and whenever window, theme or text size change."""

    def draw(self, canvas: Canvas) -> None:
        """Paint all that is no widget; kept until :meth:`invalidate`, so it may take its time."""

    def act(self, action: Action) -> None:
        """Answer what a widget reports."""

    def handle(self, event: Event) -> bool:  # noqa: ARG002
        """Use an event before any widget sees it; return whether it was used."""
        return False

    def awaits(self, now: float) -> bool:  # noqa: ARG002
        """Whether :meth:`advance` has something to do by ``now``."""
        return False

    def advance(self) -> None:
        """Do what is due; called in every frame, after the events."""

    def attend(self, widget: Widget) -> None:
        """Answer that the focus has come to another widget."""

    def back(self) -> None:
        """Answer Esc: return to the screen below, if there is one."""
        self.app.pop()

    def invalidate(self) -> None:
        """Have the screen laid out and painted anew."""
        self.stale = True
