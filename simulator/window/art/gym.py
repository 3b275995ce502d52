"""A gym: the front desk, and the floor behind it."""

from __future__ import annotations

from simulator.window.art.furniture import LAMP, WARM_HALO, Box, desk, frame, plant, shelf
from simulator.window.art.markup import circle, ellipse, line, moved, path, rect
from simulator.window.art.scene import BIRCH, TABLE, Room, halo, lower_wall, sky, wall

_STEEL = "#5d6a85"
_DISC = "#37425f"
_BELLS = ("#e8776f", "#f2b54f", "#3f9e8f", "#5b6cf0")


def gym_back(room: Room) -> tuple[str, list[str]]:
    """A training floor in an old brick hall: tall windows, a rack of dumbbells, a bag."""
    panes = [(x, 20.0, 104.0, 144.0) for x in _window_places(room)]
    base, shape = wall(room, ("#f3ded2", "#f9ede5"), tuple(panes))
    light, shine = halo(room, WARM_HALO, 0.75)
    ground, low = lower_wall(room, 272, "#8fa1bf")
    ledge = room.left_shelf(226, 200)
    parts = [
        *(rect(*pane, "url(#sky)") for pane in panes),
        *(part for pane in panes for part in _chimneys(pane)),
        shape,
        *(part for pane in panes for part in frame(pane, 2, _STEEL, sill=False)),
        *(rect(x, y + h / 3 * row - 3, w, 6, _STEEL) for x, y, w, h in panes for row in (1, 2)),
        *_bricks(room.person - 262, 206),
        low,
        rect(0, 268, room.width, 6, "#e8776f"),
        *_rack(room),
        *shelf(40, 254, ledge, "#c79a74"),
        *_kettlebells(64, 254, 4 if ledge > 190 else 2),
    ]
    return base + ground + sky(164) + light, [*parts, shine, *_bag(room)]


def _window_places(room: Room) -> list[float]:
    places, x = [], room.person - 180
    while x < room.width:
        places.append(x)
        x += 138
    return places


def _chimneys(pane: Box) -> list[str]:
    """Roofs and a chimney beyond the glass."""
    x, y, w, h = pane
    floor = y + h
    return [
        path(f"M{x} {floor} V{floor - 40} L{x + 34} {floor - 56} L{x + 68} {floor - 40} V{floor}Z",
             "#bccff0"),
        rect(x + 74, floor - 82, 14, 82, "#a9bfe6"),
        rect(x + 71, floor - 86, 20, 7, "#9db5e3", 2),
        rect(x, floor - 24, w, 24, "#9db5e3"),
    ]  # fmt: skip


def _bricks(x: float, y: float) -> list[str]:
    """A few bricks that show where the plaster has come off."""
    spots = ((17, 0), (51, 0), (0, 14), (34, 14), (68, 14), (17, 28))
    return [rect(x + dx, y + dy, 30, 10, "#e6bfab", 2, 0.85) for dx, dy in spots]


def _rack(room: Room) -> list[str]:
    """Two rows of dumbbells along the wall on the right, the heavier ones below."""
    left = room.person + 128
    posts, x = [left + 10], left + 10
    while x < room.width:
        x += 190
        posts.append(x)
    parts = [rect(post - 5, 186, 9, 130, "#46516e", 4) for post in posts]
    for floor, size in ((216, 13.0), (266, 16.0)):
        parts.append(rect(left - 4, floor, room.width - left + 10, 9, _STEEL, 4))
        x = left + 50
        while x < room.width + 30:
            parts += _dumbbell(x, floor - size, size)
            x += 4 * size + 16
    return parts


def _dumbbell(x: float, y: float, size: float) -> list[str]:
    return [
        rect(x - size, y - 3.5, 2 * size, 7, "#c3ccda", 2),
        *(rect(x + dx - 7, y - size, 14, 2 * size, _DISC, 5) for dx in (-size - 4, size + 4)),
        *(rect(x + dx - 4, y - size + 5, 3, 2 * size - 10, "#7a88a8", 1)
          for dx in (-size - 4, size + 4)),
    ]  # fmt: skip


def _kettlebells(x: float, floor: float, count: int) -> list[str]:
    parts: list[str] = []
    for i in range(count):
        size = 15 + 2.0 * i
        parts += [
            line(f"M{x - size * 0.6} {floor - size * 1.5} C{x - size * 0.7} {floor - size * 2.9}"
                 f" {x + size * 0.7} {floor - size * 2.9} {x + size * 0.6} {floor - size * 1.5}",
                 _DISC, 5),
            circle(x, floor - size, size, _DISC),
            circle(x, floor - size, size * 0.42, _BELLS[i % 4]),
        ]  # fmt: skip
        x += 2 * size + 16
    return parts


def _bag(room: Room) -> list[str]:
    """A punching bag where there is room for one."""
    if room.width - room.person < 400:
        return []
    x = room.person + 355
    return [
        line(f"M{x} 0 V46 M{x - 18} 66 L{x} 42 L{x + 18} 66", _STEEL, 3.5),
        rect(x - 25, 62, 50, 156, "#d9674a", 20),
        rect(x - 25, 96, 50, 8, "#b8523a"),
        rect(x - 25, 180, 50, 8, "#b8523a"),
        rect(x - 16, 76, 6, 128, "#ffffff", 3, 0.25),
    ]


def gym_front(room: Room) -> list[str]:
    """The front desk: folded towels, a bottle, the reader for the cards."""
    reader = (
        path("M-26 2 L26 2 L18 -20 L-18 -20Z", "#4d5a80"),
        rect(-40, -92, 80, 76, "#28324f", 10),
        rect(-33, -85, 66, 44, "#4d5a80", 5),
        circle(0, -63, 14, "#58c49a"),
        line("M-6 -63 L-2 -58 L7 -68", "#ffffff", 3.5),
        rect(-20, -33, 40, 6, LAMP, 3, 0.9),
    )
    towels = tuple(
        part
        for i, color in enumerate(("#ffffff", "#f6c9bf", "#ffffff"))
        for part in (
            rect(-48 + i, -16 - 17 * i, 96 - 2 * i, 18, color, 8),
            line(f"M{30 - i} {-10 - 17 * i} H{-30}", "#d9c3bb", 2, 0.7),
        )
    )
    bottle = (
        rect(-13, -56, 26, 56, "#5bb8c9", 9),
        rect(-13, -36, 26, 18, "#ffffff", 0, 0.7),
        rect(-9, -68, 18, 14, "#37425f", 4),
    )
    return [
        *desk(room.width, TABLE, BIRCH),
        rect(0, 342, room.width, 6, "#e8776f"),
        moved(room.right, 328, reader),
        moved(room.person - 176, 334, towels, 0.9),
        ellipse(room.person - 96, 334, 18, 4, "#a98456"),
        moved(room.person - 96, 334, bottle, 0.86),
        plant(room.right + 62, 336, 0.5, "#e8776f"),
    ]
