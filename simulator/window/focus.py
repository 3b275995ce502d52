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

    One in the same row (or column) comes before any other, however far it is; among these, those
    in the same scroll area come first, as they may be scrolled out of sight.
    """
    if current is None or current not in widgets:
        return widgets[0] if widgets else None
    distances = []
    for i, widget in enumerate(widgets):
        if widget is not current and (found := _distance(current, widget, way)):
            aside, far = found
            beside = current.parent is not None and widget.parent is current.parent
            distances.append((aside, not beside, far, i))
    return widgets[min(distances)[-1]] if distances else None


def _distance(current: Widget, widget: Widget, way: Intent) -> tuple[bool, float] | None:
    """Return whether a widget lies aside, and how far in direction ``way``; None if it does not.

    Seen from outside, what is in a scroll area lies aside only if the whole area does: it may have
    to be scrolled to.
    """
    start, end = current.rect, widget.rect
    inside = widget.parent if widget.parent is not current.parent else None
    wide = inside.rect if inside else end
    if way in (Intent.LEFT, Intent.UP):
        start, end, wide = _mirrored(start), _mirrored(end), _mirrored(wide)
    if way in (Intent.UP, Intent.DOWN):
        start, end, wide = _turned(start), _turned(end), _turned(wide)
    if end.middle[0] <= start.middle[0] or end.x < start.right - min(start.w, end.w) / 2:
        return None
    apart = max(0.0, wide.y - start.bottom, start.y - wide.bottom)
    off = abs(end.middle[1] - start.middle[1])
    return apart > 0, max(0.0, end.x - start.right) + 3 * apart + off / 10


def _turned(rect: Rect) -> Rect:
    return Rect(rect.y, rect.x, rect.h, rect.w)


def _mirrored(rect: Rect) -> Rect:
    return Rect(-rect.right, -rect.bottom, rect.w, rect.h)
