"""Brings events to the widget they are meant for: pointer, focus, digits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pygame

from simulator.window.events import KEYS, Event, Intent, Kind, types_letter
from simulator.window.focus import in_order, reachable, towards
from simulator.window.screen import Screen
from simulator.window.widgets.base import HANDLED, REFUSED, Action, Widget, family
from simulator.window.widgets.scroll import ScrollArea

_STEPS = {Intent.NEXT: 1, Intent.PREVIOUS: -1}
_DOORS = {Intent.NOTEBOOK: "notebook", Intent.BRIEFING: "briefing"}
_EDITING = (
    pygame.K_LEFT, pygame.K_RIGHT, pygame.K_HOME, pygame.K_END, pygame.K_RETURN, pygame.K_KP_ENTER,
)  # fmt: skip
_WAYS = (Intent.UP, Intent.DOWN, Intent.LEFT, Intent.RIGHT)


class Router:
    """Keeps what the pointer is over and has hold of; the focus is kept by the screen.

    ``on_point`` is called when the pointer or the keyboard arrives at another widget or leaves;
    ``on_refuse`` when somebody presses what is locked; ``on_fill`` at the key for full screen.
    """

    def __init__(
        self,
        on_point: Callable[[Widget | None], None],
        on_refuse: Callable[[], None],
        on_fill: Callable[[], None],
    ) -> None:
        self.hovered: Widget | None = None
        self.held: Widget | None = None
        self._on_point = on_point
        self._on_refuse = on_refuse
        self._on_fill = on_fill

    def reset(self) -> None:
        """Let go of everything, as the screen has changed."""
        self._hover(None)
        if self.held:
            self.held.pressed = False
        self.held = None

    def route(self, screen: Screen, event: Event) -> None:
        """Deliver one event to the screen or to one of its widgets."""
        if screen.handle(event):
            return
        if screen.focus and screen.focus not in family(screen.widgets):
            screen.focus = None
        if event.kind is Kind.KEY:
            self._key(screen, event)
        elif event.kind in (Kind.TEXT, Kind.COMPOSE):
            if screen.focus and screen.focus.wants_text:
                self._deliver(screen, screen.focus.handle(event))
        elif event.kind is Kind.WHEEL:
            self._wheel(screen, event)
        else:
            self._pointer(screen, event)

    def set_focus(self, screen: Screen, widget: Widget | None, *, ring: bool) -> None:
        """Give the focus to a widget, bringing it into view."""
        old = screen.focus
        if old and old is not widget:
            old.focused = old.ring = False
            old.touch()
        screen.focus = widget
        if not widget:
            return
        widget.focused, widget.ring = True, ring
        widget.touch()
        # What the pointer has just pressed must not move away from under it.
        if isinstance(widget.parent, ScrollArea) and widget is not self.held:
            widget.parent.reveal(widget.rect)
        if widget is not old:
            screen.attend(widget)
            if ring:
                self._on_point(widget)

    def _key(self, screen: Screen, event: Event) -> None:
        if screen.focus and screen.focus.wants_text:
            event = _typed(event)
        if event.intent is Intent.FULL_SCREEN:
            self._on_fill()
            return
        if event.intent in _STEPS:
            target = in_order(reachable(screen.widgets), screen.focus, _STEPS[event.intent])
            self.set_focus(screen, target, ring=True)
            return
        if screen.focus and screen.focus.enabled:
            action = screen.focus.handle(event)
            if action:
                if not screen.focus.ring:
                    self.set_focus(screen, screen.focus, ring=True)
                self._deliver(screen, action)
                return
        self._look_further(screen, event)

    def _look_further(self, screen: Screen, event: Event) -> None:
        """Answer a key that the widget in focus has no use for."""
        if event.intent is Intent.PICK:
            self._pick(screen, event)
        elif event.intent in _DOORS:
            self._open(screen, _DOORS[event.intent])
        elif event.intent is Intent.BACK:
            screen.back()
        elif event.intent in _WAYS:
            self._move(screen, event)
        else:
            self._scroll(screen, event)

    def _pick(self, screen: Screen, event: Event) -> None:
        for widget in family(screen.widgets):
            if widget.number == event.number and widget.enabled:
                self.set_focus(screen, widget, ring=True)
                self._deliver(screen, widget.handle(event))
                return

    def _open(self, screen: Screen, name: str) -> None:
        """Press the button of that name, if the screen has one."""
        for widget in family(screen.widgets):
            if widget.name == name and widget.enabled:
                self._deliver(screen, widget.activate())
                return

    def _move(self, screen: Screen, event: Event) -> None:
        assert event.intent is not None
        target = towards(reachable(screen.widgets), screen.focus, event.intent)
        if target:
            self.set_focus(screen, target, ring=True)
        else:
            self._scroll(screen, event)

    def _scroll(self, screen: Screen, event: Event) -> None:
        """Offer page keys to the scroll area around the focus, else to each there is."""
        around = screen.focus.parent if screen.focus else None
        areas = [widget for widget in screen.widgets if isinstance(widget, ScrollArea)]
        for area in [around] if around else areas:
            if area.handle(event):
                return

    def _wheel(self, screen: Screen, event: Event) -> None:
        widget = widget_at(screen.widgets, event.x, event.y)
        while widget:
            action = widget.handle(event)
            if action:
                self._deliver(screen, action)
                return
            widget = widget.parent

    def _pointer(self, screen: Screen, event: Event) -> None:
        target = self.held or widget_at(screen.widgets, event.x, event.y)
        if event.kind is Kind.MOVE and not self.held:
            self._hover(target)
        if event.kind is Kind.PRESS:
            self.held = target
            if target and target.focusable and target.enabled:
                self.set_focus(screen, target, ring=False)
            elif screen.focus and screen.focus.wants_text:
                self.set_focus(screen, None, ring=False)
        if event.kind is Kind.RELEASE:
            self.held = None
            self._hover(widget_at(screen.widgets, event.x, event.y))
        if target and target.enabled:
            self._deliver(screen, target.handle(event))

    def _hover(self, widget: Widget | None) -> None:
        if widget is self.hovered:
            return
        for changed, state in ((self.hovered, False), (widget, True)):
            if changed:
                changed.hover(state)
        self.hovered = widget
        self._on_point(widget)

    def _deliver(self, screen: Screen, action: Action | None) -> None:
        if action is REFUSED:
            self._on_refuse()
        elif action and action is not HANDLED:
            screen.act(action)


def _typed(event: Event) -> Event:
    """What a key asks for in a field for text, whatever keys have been made to do elsewhere.

    A letter is to be written, and a key without another meaning moves the caret or ends the line
    as in every field.
    """
    if types_letter(event.key):
        return replace(event, intent=None, number=0)
    plain = KEYS[event.key] if event.key in _EDITING else None
    return replace(event, intent=event.intent or plain)


def widget_at(widgets: Sequence[Widget], x: float, y: float) -> Widget | None:
    """Return the topmost widget at a point, looking into those that hold others."""
    for widget in reversed(widgets):
        if widget.pointable and widget.rect.holds(x, y):
            return widget_at(widget.children, x, y) or widget
    return None
