"""A trade fair."""

from __future__ import annotations

from simulator.window.art.furniture import LAMP, Prop, desk, notepad
from simulator.window.art.markup import circle, ellipse, line, number, path, rect
from simulator.window.art.scene import TABLE, Room, halo, lower_wall, wall


def trade_fair_back(room: Room) -> tuple[str, list[str]]:
    """A fair hall: ceiling lights, far booths, the wall of the person's own booth."""
    base, shape = wall(room, ("#e3e9f8", "#f3f5fc"))
    light, shine = halo(room, strength=0.3)
    ground, low = lower_wall(room, 292, "#cfd8ee")
    left = room.person - 190
    span = room.width - left + 20
    lamps = [
        ellipse(x, 22 + (i % 2) * 12, 34, 5, LAMP) for i, x in enumerate(range(60, int(left), 120))
    ]
    parts = [
        shape,
        line(f"M0 44 H{room.width:.1f} M0 60 H{room.width:.1f}", "#cdd7f0", 4),
        line(
            " ".join(f"M{x} 44 l20 16 l20 -16" for x in range(0, int(room.width), 40)), "#cdd7f0", 3
        ),
        *lamps,
        low,
        *_far_booths(room, left - 122),
        rect(left, 26, span, 346, "#4a5cf0", 10),
        rect(left, 26, span, 62, "#3b4bd0", 10),
        rect(left, 78, span, 10, "#3b4bd0"),
        *_logos(room, left),
        path(
            _swing(left, room.width, 250),
            "#6f7ff5",
        ),
        path(
            _swing(left, room.width, 302),
            "#8d9af8",
        ),
    ]
    return base + ground + light, [*parts, shine]


def _swing(left: float, right: float, y: float) -> str:
    """A calm wave on the wall of the booth, from its left edge to the right of the scene."""
    a, b, end = number(left + 100), number(left + 190), number(right)
    return f"M{number(left)} 372 V{number(y)} C{a} {y - 14} {b} {y + 40} {end} {y - 32} V372Z"


def _far_booths(room: Room, end: float) -> list[str]:
    colors = (("#f4c48d", "#f8dcb9"), ("#9fd0c5", "#cfe9e2"), ("#c9bdea", "#e4dcf6"))
    parts: list[str] = []
    for i, x in enumerate(x for x in room.steps(22, 150, 122) if x <= end):
        dark, pale = colors[i % 3]
        parts += [
            rect(x, 176, 122, 116, pale, 4),
            rect(x, 176, 122, 24, dark, 4),
            rect(x + 36, 184, 50, 8, "#ffffff", 4, 0.8),
            rect(x + 14, 258, 58, 34, dark, 4),
            *_visitor(x + 92, "#8c9ac6"),
            *_visitor(x + 46, "#a5b0d6"),
        ]
    return parts


def _visitor(x: float, color: str) -> list[str]:
    return [
        circle(x, 230, 9, color),
        path(f"M{x - 15} 292 V258 C{x - 15} 238 {x + 15} 238 {x + 15} 258 V292Z", color),
    ]


def _logos(room: Room, left: float) -> list[str]:
    parts: list[str] = []
    for x in room.steps(left + 26, 274, 90):
        parts.append(path(f"M{x + 12:.1f} 44 l12 12 l-12 12 l-12 -12Z", "#ffffff"))
        parts.append(rect(x + 32, 50, 58, 12, "#ffffff", 6, 0.85))
    return parts


def trade_fair_front(room: Room) -> list[str]:
    """A booth counter with leaflets and a tablet."""
    leaflets = (
        path("M-46 0 L-36 -54 L36 -54 L46 0Z", "#dfe5fb", 0.95),
        *(
            rect(x, -62 + abs(x + 12) * 0.15, 26, 50, c, 3)
            for x, c in ((-34, "#f2a65a"), (-10, "#ffffff"), (14, "#5bb8a8"))
        ),
        path("M-50 2 L-44 -26 L44 -26 L50 2Z", "#b9c4ee"),
    )
    tablet = (
        path("M-30 4 L30 4 L20 -18 L-20 -18Z", "#9aa6c8"),
        rect(-56, -86, 112, 74, "#28324f", 9),
        rect(-49, -79, 98, 60, "#4d5a80", 4),
    )
    return [
        *desk(room.width, TABLE, ("#ffffff", "#e9edfb", "#b9c4ee")),
        rect(0, 338, room.width, 7, "#4a5cf0"),
        *room.put(Prop(tablet, 56, 56), room.person + 196, 326),
        *room.put(Prop(leaflets, 50, 50), room.person - 182, 330),
        *room.put(notepad(), room.person - 98, 338, 0.8),
    ]
