"""Finds what a person without a mouse cannot reach, and what the focus reaches unseen.

:func:`unreached` walks through the screen in front by Tab and by the arrow keys, as a person would,
and leaves focus and scrolling as they were.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy

import pygame

from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.focus import reachable, towards
from simulator.window.layout import Rect
from simulator.window.record import Record
from simulator.window.router import widget_at
from simulator.window.widgets.base import Widget, family
from simulator.window.widgets.scroll import ScrollArea

INSIDE = 100
"""The most presses of Tab that a widget may keep for what is inside it."""
WAYS = (Intent.UP, Intent.DOWN, Intent.LEFT, Intent.RIGHT)
EDGE = 8.0
SLACK = 1.5


def unreached(app: App, record: Record) -> list[str]:
    """Return what is wrong with the way of the focus on the screen in front, one sentence each.

    ``record`` is that of the screen as it is.
    """
    top = app.top
    app.settle()
    focus, ring = top.focus, bool(top.focus and top.focus.ring)
    areas = [each for each in family(top.widgets) if isinstance(each, ScrollArea)]
    offsets = [area.offset for area in areas]
    found = list(_left_out(app, record))
    for rule in (_by_tab, _unseen, _by_arrows):
        found.extend(rule(app))
    app.focus(focus, ring=ring)
    for area, offset in zip(areas, offsets, strict=True):
        area.scroll_to(offset)
    return found


def _names(widgets: list[Widget]) -> str:
    return ", ".join(repr(widget.name) for widget in widgets)


def _left_out(app: App, record: Record) -> Iterator[str]:
    """Whatever is drawn as a widget of the screen in front must be one of its widgets."""
    places = {widget.rect for widget in family(app.top.widgets)}
    for mark in record.marks:
        shown = mark.kind == "widget" and mark.layer >= record.front and mark.seen
        if shown and mark.rect not in places:
            yield f"widget {mark.name!r} is shown, but the focus cannot come to it"


def _by_tab(app: App) -> Iterator[str]:
    """Tab must visit each open widget once and come back, and Shift and Tab go the same way."""
    order = reachable(app.top.widgets)
    spare = INSIDE * sum(widget.keeps_focus for widget in order)
    for intent, way in ((Intent.NEXT, "Tab"), (Intent.PREVIOUS, "Shift and Tab")):
        app.focus(None)
        visited: list[Widget] = []
        for _ in range(len(order) + 1 + spare):
            app.send(Event(Kind.KEY, intent))
            app.settle()
            focus = app.top.focus
            if focus and (not visited or focus is not visited[-1] or not focus.keeps_focus):
                visited.append(focus)
            if focus and len(visited) > 1 and focus is visited[0]:
                break
        missed = [widget for widget in order if widget not in visited]
        if missed:
            yield f"{way} never comes to {_names(missed)}"
        elif visited and (visited[-1] is not visited[0] or len(visited) != len(order) + 1):
            yield f"{way} does not go round once: {_names(visited)}"


def _unseen(app: App) -> Iterator[str]:
    """A widget in focus must be in sight, in front, and look different."""
    for widget in reachable(app.top.widgets):
        app.focus(widget, ring=True)
        app.settle()
        seen = _in_sight(app, widget)
        wide = widget.rect.w - SLACK
        room = widget.parent.rect.h - 2 * EDGE if widget.parent else app.area.h
        if seen is None or seen.h < min(widget.rect.h, room) - SLACK or seen.w < wide:
            yield f"widget {widget.name!r} has the focus out of sight"
        elif widget_at(app.top.widgets, *seen.middle) is not widget:
            yield f"widget {widget.name!r} has the focus behind something else"
        if not widget.keeps_focus and not _marks_focus(app, widget):
            yield f"widget {widget.name!r} does not show that it has the focus"


def _in_sight(app: App, widget: Widget) -> Rect | None:
    seen: Rect | None = app.area.meets(widget.rect)
    around = widget.parent
    while seen and around:
        seen, around = seen.meets(around.rect), around.parent
    return seen


def _marks_focus(app: App, widget: Widget) -> bool:
    """Whether a border in the colour of the focus is drawn with the widget."""
    record = Record()
    surface = pygame.Surface(app.surface.get_size(), 0, 32)
    widget.draw(Canvas(surface, app.theme, app.fonts, record))
    return any(mark.color == app.theme.focus for mark in record.marks if mark.kind == "outline")


def _by_arrows(app: App) -> Iterator[str]:
    """The arrow keys must lead from the first widget to every other one.

    Fields and sliders in a row keep left and right, so Tab is the way from one to the next.
    """
    order = reachable(app.top.widgets)
    ahead = [widget for widget in order if not widget.keeps_focus][:1]
    known = set(ahead)
    while ahead:
        widget = ahead.pop()
        for way in WAYS if not widget.keeps_focus else ():
            app.focus(widget, ring=True)
            app.settle()
            target = towards(reachable(app.top.widgets), widget, way)
            if target and target not in known and _lets_go(widget, way):
                known.add(target)
                ahead.append(target)
    missed = [
        widget
        for widget in order
        if widget not in known and (_lets_go(widget, Intent.LEFT) or _lets_go(widget, Intent.RIGHT))
    ]
    if missed:
        yield f"the arrow keys never come to {_names(missed)}"


def _lets_go(widget: Widget, way: Intent) -> bool:
    """Whether an arrow key leads out of a widget, if need be after all its values."""
    tried = copy(widget)
    return any(tried.handle(Event(Kind.KEY, way)) is None for _ in range(INSIDE))
