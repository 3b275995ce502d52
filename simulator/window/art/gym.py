"""A gym: the front desk, and the floor behind it."""

from __future__ import annotations

from simulator.window.art.furniture import LAMP, WARM_HALO, Box, Prop, desk, frame, plant, shelf
from simulator.window.art.markup import circle, ellipse, line, path, rect
from simulator.window.art.scene import BIRCH, TABLE, Room, halo, lower_wall, sky, wall

_STEEL = "#5d6a85"
_DISC = "#37425f"
_BELLS = ("#e8776f", "#f2b54f", "#3f9e8f", "#5b6cf0")


def gym_back(room: Room) -> tuple[str, list[str]]:
    """A training floor in an old brick hall: tall windows, a rack of dumbbells, a bag."""
    places = room.steps(room.person - 180, 138, 104, 0.6)
    if room.full:
        places += room.steps(room.person - 318, -138, 104, 0.6)
    panes = [(x, 20.0, 104.0, 144.0) for x in places]
    base, shape = wall(room, ("#f3ded2", "#f9ede5"), tuple(panes))
    light, shine = halo(room, WARM_HALO, 0.75)
    ground, low = lower_wall(room, 272, "#8fa1bf")
    parts = [
        *(rect(*pane, "url(#sky)") for pane in panes),
        *(part for pane in panes for part in _chimneys(pane)),
        shape,
        *(part for pane in panes for part in frame(pane, 2, _STEEL, sill=False)),
        *(rect(x, y + h / 3 * row - 3, w, 6, _STEEL) for x, y, w, h in panes for row in (1, 2)),
        *_bricks(room, room.person - 262, 206),
        low,
        rect(0, 268, room.width, 6, "#e8776f"),
        *_rack(room),
        *room.ledge(_ledge(room.left_shelf(226, 200)), 40, 254),
    ]
    return base + ground + sky(164) + light, [*parts, shine, *_bag(room)]


def _ledge(wide: float) -> Prop:
    """A shelf with kettlebells."""
    count = 4 if wide > 190 else 2
    return Prop((*shelf(0, 0, wide, "#c79a74"), *_kettlebells(24, 0, count)), 0, wide)


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


def _bricks(room: Room, x: float, y: float) -> list[str]:
    """A few bricks that show where the plaster has come off."""
    if room.full or not room.holds(x, x + 98):
        return []
    spots = ((17, 0), (51, 0), (0, 14), (34, 14), (68, 14), (17, 28))
    return [rect(x + dx, y + dy, 30, 10, "#e6bfab", 2, 0.85) for dx, dy in spots]


def _rack(room: Room) -> list[str]:
    """Two rows of dumbbells along the wall on each free side, the heavier ones below."""
    parts: list[str] = []
    for side in (1, -1) if room.full else (1,):
        first, end = room.person + side * 128, room.width + 30 if side > 0 else -30.0
        posts = range(10, int(abs(end - first)), 190)
        parts += [rect(first + side * post - 5, 186, 9, 130, "#46516e", 4) for post in posts]
        for floor, size in ((216, 13.0), (266, 16.0)):
            parts.append(rect(min(first - side * 4, end), floor, abs(end - first), 9, _STEEL, 4))
            for x in range(50, int(abs(end - first)), int(4 * size + 16)):
                parts += _dumbbell(first + side * x, floor - size, size)
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
    x = room.person + 355
    if not room.holds(x - 45, x + 45):
        return []
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
        ellipse(0, 0, 21, 4.6, "#a98456"),
        rect(-13, -56, 26, 56, "#5bb8c9", 9),
        rect(-13, -36, 26, 18, "#ffffff", 0, 0.7),
        rect(-9, -68, 18, 14, "#37425f", 4),
    )
    return [
        *desk(room.width, TABLE, BIRCH),
        rect(0, 342, room.width, 6, "#e8776f"),
        *room.put(Prop(reader, 40, 40), room.person + 196, 328),
        *room.put(Prop(towels, 48, 50), room.person - 182, 334, 0.9),
        *room.put(Prop(bottle, 21, 21), room.person - 112, 334, 0.86),
        *room.put(plant("#e8776f"), room.person + 262, 336, 0.5),
    ]
