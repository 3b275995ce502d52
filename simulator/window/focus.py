"""Where the focus goes next."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.window.events import Intent
from simulator.window.layout import Rect
from simulator.window.widgets.base import Widget, family


def reachable(widgets: Sequence[Widget]) -> list[Widget]:
    """Return the widgets that can take the focus, in order."""
    return [widget for widget in family(widgets) if widget.focusable and widget.enabled]


def in_order(widgets: Sequence[Widget], current: Widget | None, step: int) -> Widget | None:
    """Return the next (1) or previous (-1) widget, going round at the ends."""
    if not widgets:
        return None
    if current not in widgets:
        return widgets[0 if step > 0 else -1]
    return widgets[(widgets.index(current) + step) % len(widgets)]


def towards(widgets: Sequence[Widget], current: Widget | None, way: Intent) -> Widget | None:
    """Return the nearest widget in one of the four directions, or None.

    One in the same row (or column) comes before any other, however far it is.
    """
    if current is None or current not in widgets:
        return widgets[0] if widgets else None
    distances = [
        (distance, i)
        for i, widget in enumerate(widgets)
        if widget is not current
        and (distance := _distance(current.rect, widget.rect, way)) is not None
    ]
    return widgets[min(distances)[1]] if distances else None


def _distance(start: Rect, end: Rect, way: Intent) -> tuple[bool, float] | None:
    """Return whether ``end`` lies aside, and how far in direction ``way``; None if it does not."""
    if way in (Intent.LEFT, Intent.UP):
        start, end = _mirrored(start), _mirrored(end)
    if way in (Intent.UP, Intent.DOWN):
        start, end = Rect(start.y, start.x, start.h, start.w), Rect(end.y, end.x, end.h, end.w)
    if end.middle[0] <= start.middle[0] or end.x < start.right - min(start.w, end.w) / 2:
        return None
    apart = max(0.0, end.y - start.bottom, start.y - end.bottom)
    off = abs(end.middle[1] - start.middle[1])
    return apart > 0, max(0.0, end.x - start.right) + 3 * apart + off / 10


def _mirrored(rect: Rect) -> Rect:
    return Rect(-rect.right, -rect.bottom, rect.w, rect.h)
