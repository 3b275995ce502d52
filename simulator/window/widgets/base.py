"""What all widgets share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.window.canvas import Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import Theme

MARGIN: Final = 14.0
"""How far a focus ring or a low shadow may reach past a widget, in logical units."""


@dataclass(frozen=True, slots=True)
class Action:
    """What a widget reports to its screen: the widget's name and its new value.

    ``final`` is False while the value is still being changed (typing, dragging a slider).
    """

    name: str
    value: object = None
    final: bool = True


HANDLED: Final = Action("")
"""Returned by a widget that used an event and has nothing to report."""
REFUSED: Final = Action("")
"""Returned by a widget that was pressed and cannot do what it stands for, as it is locked."""


class Widget:
    """A thing on a screen that keeps its state, draws itself and answers events.

    Attributes:
        rect: where it stands, in logical units; set it with :meth:`place`.
        number: the digit that activates it, 0 for none.
        tip: words shown when the pointer rests on it or the keyboard reaches it.
        enabled: a widget that is not enabled takes no focus and no events.
        hovered, pressed, focused: set by the application; ``ring`` says whether focus shows.
        dirty: whether it must be drawn again; ``stain`` is the part of it, or None for all.
        wants_text: typed text is for it; ``repeats``: a key held down counts many times.
        keeps_focus: inside it the focus goes its own ways and is shown there.
    """

    focusable = True
    wants_text = False
    repeats = False
    keeps_focus = False

    def __init__(self, name: str, *, number: int = 0, tip: str = "") -> None:
        self.name = name
        self.number = number
        self.tip = tip
        self.rect = Rect()
        self.enabled = True
        self.hovered = False
        self.pressed = False
        self.focused = False
        self.ring = False
        self.dirty = True
        self.stain: Rect | None = None
        self.parent: Widget | None = None
        self.children: Sequence[Widget] = ()

    @property
    def pointable(self) -> bool:
        """Whether the pointer can be over it, rather than over what is behind it."""
        return self.focusable or bool(self.tip)

    def place(self, rect: Rect) -> None:
        """Put the widget at ``rect``."""
        self.rect = rect
        self.touch()

    def touch(self, part: Rect | None = None) -> None:
        """Ask to be drawn again, or for a part of the window to be that the widget has drawn."""
        before = self.stain if self.dirty else part
        self.stain = before.joined(part) if before and part else None
        self.dirty = True

    def hover(self, over: bool) -> None:
        """Take note that the pointer is over it now, or no longer."""
        self.hovered = over
        self.touch()

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height the widget needs at this width and text size."""
        raise NotImplementedError

    def draw(self, canvas: Canvas) -> None:
        """Draw the widget at its rectangle."""
        raise NotImplementedError

    def handle(self, event: Event) -> Action | None:
        """Answer an event: an action to report, HANDLED, or None if it means nothing here."""
        return self.press(event) if self.enabled else None

    def press(self, event: Event) -> Action | None:
        """Activate on Enter, Space, its own digit, or a click that ends where it began."""
        picked = event.intent is Intent.PICK and event.number == self.number
        if event.kind is Kind.KEY and (picked or event.intent is Intent.ACTIVATE):
            return self._try()
        if event.kind is Kind.PRESS:
            self.pressed = True
            self.touch()
            return HANDLED
        if event.kind is Kind.RELEASE and self.pressed:
            self.pressed = False
            self.touch()
            return self._try() if self.rect.holds(event.x, event.y) else HANDLED
        return None

    def _try(self) -> Action | None:
        action = self.activate()
        return REFUSED if action is HANDLED else action

    def blink(self) -> None:
        """Turn the caret on or off; only fields for text have one."""

    def activate(self) -> Action | None:
        """Do what pressing the widget does."""
        return Action(self.name)

    def primary_ground(self, theme: Theme) -> str:
        """The ground of what is the one thing to do next, idle, under the pointer, held down."""
        if self.pressed:
            return theme.press
        return theme.lift if self.hovered else theme.primary.fill

    def draw_ring(self, canvas: Canvas, radius: float, rect: Rect | None = None) -> None:
        """Draw the focus ring around the widget (or a part of it), if it has the focus."""
        if self.ring:
            around = (rect or self.rect).inset(-4)
            canvas.panel(around, radius=radius + 4, border=canvas.theme.focus, width=2.5)


def family(widgets: Sequence[Widget]) -> list[Widget]:
    """Return widgets and all they hold, in the order of focus."""
    found = []
    for widget in widgets:
        found.append(widget)
        found.extend(family(widget.children))
    return found
