"""Finds what is wrong with the structure of a picture, from the notes taken while drawing it.

``faults(app.record())`` judges one picture; :func:`inspect` judges what is shown just now in all
its positions of scrolling, and whether the keyboard reaches all of it (see reach.py);
:func:`survey` does so for a screen in every window size, text size and theme that must work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Final

from simulator.window.app import App
from simulator.window.layout import Rect
from simulator.window.reach import unreached
from simulator.window.record import Clip, Mark, Record
from simulator.window.screen import Screen
from simulator.window.theme import LIGHT, THEMES
from simulator.window.widgets.scroll import ScrollArea

SIZES: Final = ((1280, 720), (1920, 1080), (1024, 768), (1024, 640), (2560, 1080))
TEXT_SCALES: Final = (1.0, 1.5)
SLACK: Final = 1.5
LARGE: Final = 24.0
PART_CONTRAST: Final = 3.0
SMALLEST_TARGET: Final = 24.0
ENDLESS: Final = 1e6


def faults(record: Record) -> list[str]:
    """Return all faults of one picture, one sentence each; none means the structure is sound."""
    found: list[str] = []
    for rule in RULES:
        found.extend(rule(record))
    return list(dict.fromkeys(found))


def inspect(app: App) -> list[str]:
    """Return the faults of what is shown, scrolled through from the first line to the last."""
    app.settle()
    record = app.record()
    found = [*faults(record), *unreached(app, record)]
    for area in app.top.widgets:
        if isinstance(area, ScrollArea) and area.reach:
            before, page = area.offset, max(area.rect.h * 0.8, 24.0)
            for at in range(int(area.reach / page) + 2):
                if area.scroll_to(at * page):
                    found += faults(app.record(area))
            area.scroll_to(before)
    return list(dict.fromkeys(found))


def shortened(record: Record) -> list[str]:
    """Return the texts that were shortened with an ellipsis, which the screen allowed."""
    return [mark.name for mark in record.marks if mark.shortened and mark.seen]


def survey(
    make: Callable[[], Screen],
    prepare: Callable[[App], None] = lambda _: None,
    *,
    text_scales: tuple[float, ...] = TEXT_SCALES,
) -> list[str]:
    """Return the faults of a screen at all sizes and text sizes, and in all themes at the first.

    ``make`` makes a new screen each time; ``prepare`` may bring it into another state.
    """
    found = []
    looks = [(size, text, LIGHT) for size in SIZES for text in text_scales]
    looks += [(SIZES[0], 1.0, theme) for theme in THEMES.values() if theme is not LIGHT]
    for size, text, theme in looks:
        app = App(size, theme=theme, text_scale=text, reduced_motion=True, headless=True)
        app.push(make())
        app.wait(0.1)
        prepare(app)
        where = f"{size[0]}x{size[1]}, text {text:g}, {theme.name}"
        found += [f"{where}: {fault}" for fault in inspect(app)]
    return found


def _say(mark: Mark) -> str:
    text = mark.name if len(mark.name) <= 48 else mark.name[:47] + "…"
    return f"{mark.kind} {text!r}"


def _at(rect: Rect) -> str:
    return f"({rect.x:.0f}, {rect.y:.0f}, {rect.w:.0f} x {rect.h:.0f})"


def _seen(record: Record, *kinds: str) -> list[Mark]:
    return [mark for mark in record.marks if mark.kind in kinds and mark.seen]


def _mostly_seen(record: Record, *kinds: str) -> list[Mark]:
    """The marks of which at least half shows; of the rest another position of scrolling tells."""
    return [
        mark
        for mark in _seen(record, *kinds)
        if mark.seen and 2 * mark.seen.w * mark.seen.h >= mark.rect.w * mark.rect.h
    ]


def _cut(record: Record) -> Iterator[str]:
    """Text must fit the box it was written into, and a scroll area may cut it only up and down."""
    for mark in _seen(record, "text"):
        if not mark.box.covers(mark.rect, SLACK):
            yield f"{_say(mark)} at {_at(mark.rect)} leaves its box {_at(mark.box)}"
        if mark.clip and not _reachable(mark.clip).covers(mark.rect, SLACK):
            yield f"{_say(mark)} at {_at(mark.rect)} is cut off by {_at(mark.clip.rect)}"


def _reachable(clip: Clip) -> Rect:
    """Return the clip, made endless in the direction in which its content can be moved."""
    if clip.slides == "both":
        return Rect(-ENDLESS, -ENDLESS, 2 * ENDLESS, 2 * ENDLESS)
    if clip.slides == "down":
        return clip.rect._replace(y=-ENDLESS, h=2 * ENDLESS)
    return clip.rect._replace(x=-ENDLESS, w=2 * ENDLESS) if clip.slides == "across" else clip.rect


def _outside(record: Record) -> Iterator[str]:
    for mark in _seen(record, "text", "widget", "container", "icon"):
        if mark.seen and not record.size.covers(mark.seen, SLACK):
            yield f"{_say(mark)} at {_at(mark.rect)} leaves the window {_at(record.size)}"


def _too_faint(record: Record) -> Iterator[str]:
    for mark in _mostly_seen(record, "text"):
        needed = 3.0 if mark.size >= LARGE else 4.5
        if mark.contrast < needed:
            yield (
                f"{_say(mark)} in {mark.color} on {mark.ground} has contrast {mark.contrast:.2f},"
                f" needs {needed}"
            )


def _faint_part(record: Record) -> Iterator[str]:
    """Icons, and shapes whose colour means something, must stand out from what is under them."""
    for mark in _mostly_seen(record, "icon", "outline"):
        if mark.contrast < PART_CONTRAST:
            yield (
                f"{_say(mark)} at {_at(mark.rect)} in {mark.color} on {mark.ground} has contrast"
                f" {mark.contrast:.2f}, needs {PART_CONTRAST}"
            )


def _overlapping(record: Record) -> Iterator[str]:
    """Words, icons and widgets must keep clear of their own kind, and words of icons."""
    things = [(mark, _core(mark)) for mark in _seen(record, "text", "icon", "widget")]
    for (first, core), (second, other) in combinations(things, 2):
        alike = (first.kind == "widget") == (second.kind == "widget")
        if not alike or first.layer != second.layer:
            continue
        shared = core.meets(other)
        if shared:
            yield f"{_say(first)} overlaps {_say(second)} at {_at(shared)}"


def _core(mark: Mark) -> Rect:
    """Return the part of a mark that must be clear: line boxes and icons have empty margins."""
    rect = mark.seen or mark.rect
    if mark.kind == "text":
        return rect.inset(1, min(rect.h * 0.12, mark.size * 0.2))
    return rect.inset(rect.w * 0.1) if mark.kind == "icon" else rect.inset(0.5)


def _covered(record: Record) -> Iterator[str]:
    """Nothing solid may be drawn upon words of its own layer."""
    solid = [
        (i, mark, seen)
        for i, mark in enumerate(record.marks)
        if mark.kind in ("panel", "picture") and (seen := mark.seen)
    ]
    for i, mark in enumerate(record.marks):
        if mark.kind != "text" or not mark.seen:
            continue
        core = _core(mark)
        for j, later, seen in solid:
            if j > i and later.layer == mark.layer and later.clip == mark.clip:
                shared = core.meets(seen)
                if shared:
                    yield f"{_say(mark)} is covered by {_say(later)} at {_at(shared)}"


def _across_edge(record: Record) -> Iterator[str]:
    """Words that begin on a panel must end on it."""
    for i, mark in enumerate(record.marks):
        if mark.kind != "text" or not mark.seen:
            continue
        x, y = mark.seen.middle
        below = [
            panel
            for panel in record.marks[:i]
            if panel.kind == "panel"
            and panel.layer == mark.layer
            and panel.clip == mark.clip
            and panel.rect.holds(x, y)
            and panel.rect.h >= mark.size
        ]
        if below and not below[-1].rect.covers(_core(mark), SLACK):
            yield f"{_say(mark)} at {_at(mark.rect)} leaves its panel {_at(below[-1].rect)}"


def _too_small(record: Record) -> Iterator[str]:
    for mark in _seen(record, "widget"):
        if min(mark.rect.w, mark.rect.h) < SMALLEST_TARGET:
            yield f"{_say(mark)} at {_at(mark.rect)} is smaller than {SMALLEST_TARGET:.0f} units"


RULES: Final = (
    _cut, _outside, _too_faint, _faint_part, _overlapping, _covered, _across_edge, _too_small,
)  # fmt: skip
