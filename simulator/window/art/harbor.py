"""A port office: quay, cranes, containers and a ship through a wide window."""

from __future__ import annotations

from simulator.window.art.furniture import (
    CITY_LIGHT,
    Box,
    Prop,
    clouds,
    desk,
    frame,
    laptop,
    notepad,
    office_chair,
)
from simulator.window.art.markup import circle, group, line, moved, number, path, rect
from simulator.window.art.scene import TABLE, Room, halo, sky, wall


def harbor_back(room: Room) -> tuple[str, list[str]]:
    """A port office: quay, cranes, containers and a ship through a wide window."""
    x = room.start(186)
    glass: Box = (x, 30, max(room.width - 36 - x, 360), 222)
    base, shape = wall(room, ("#dbe5ee", "#ebf1f5"), (glass,))
    light, shine = halo(room, strength=0.55)
    w = glass[2]
    end = min(x + w, room.width)
    ships, cranes = [room.person - 150, room.person + 380], _spots(room.person + 122, end, 230)
    if room.full:
        ships.append(room.person - 640)
        cranes += _spots(x + 90, room.person - 280, 230)
    parts = [
        rect(x, 30, w, 222, "url(#sky)"),
        *clouds(room.clear(x), end, 62),
        rect(x, 190, w, 70, "#7fb0d6"),
        line(
            " ".join(f"M{a} 206 h26 m30 14 h20" for a in range(int(x), int(end), 96)), "#b5d5ea", 3
        ),
        *(part for at in ships for part in _ship(at, 206)),
        rect(x, 226, w, 30, "#9aa6b4"),
        *(_crane(at, far=place % 2 == 1) for place, at in enumerate(sorted(cranes))),
        *_containers(x, end),
        shape,
        *frame(glass, max(round(w / 180), 2), "#f7fafc"),
        *_chart(room, 44, 164, x - 24),
    ]
    return base + sky(252) + light, [
        *parts,
        shine,
        *office_chair(room.person, "#44546a", "#54667f"),
    ]


def _spots(first: float, end: float, step: float) -> list[float]:
    spots: list[float] = []
    while first < end - 60:
        spots.append(first)
        first += step
    return spots


def _crane(x: float, *, far: bool) -> str:
    """A crane on the quay; every second one looks the other way, farther off and in blue."""
    paint, rope, load = ("#5f86a6", -96, "#c65b49") if far else ("#d9604a", -70, "#f0b23f")
    parts = (
        line("M0 0 L10 -120 M52 0 L42 -120 M4 -50 H48 M5 -56 L46 -100", paint, 5),
        line("M-62 -122 H86", paint, 7),
        line("M26 -154 L-58 -124 M26 -154 L82 -124 M26 -154 V-120", paint, 3.5),
        rect(30, -118, 22, 18, "#f4f6fa", 3),
        line(f"M-40 -118 V{rope}", "#5d6a80", 2),
        rect(-58, rope, 36, 17, load, 2),
    )
    if far:
        return group(f"translate({number(x + 48)} 228) scale(-0.84 0.84)", parts)
    return moved(x, 228, parts)


def _ship(x: float, water: float) -> list[str]:
    colors = ("#e0a63c", "#4f8fc4", "#c65b49", "#5aa58f", "#4f8fc4", "#e0a63c")
    stacked = [
        rect(x + 12 + (k % 3) * 30, water - 34 - 15 * (k // 3), 28, 14, colors[k], 1)
        for k in range(6)
    ]
    return [
        *stacked,
        rect(x + 112, water - 62, 26, 42, "#ffffff", 3),
        *(rect(x + 116, water - 56 + 10 * i, 18, 4, CITY_LIGHT) for i in range(3)),
        path(
            f"M{x - 8:.1f} {water - 20} H{x + 146:.1f} L{x + 134:.1f} {water + 4} H{x + 6:.1f}Z",
            "#2f4368",
        ),
        path(
            f"M{x + 2:.1f} {water - 4} H{x + 138:.1f} L{x + 134:.1f} {water + 4} H{x + 6:.1f}Z",
            "#b5483c",
        ),
    ]


def _containers(left: float, right: float) -> list[str]:
    colors = ("#4f8fc4", "#e0a63c", "#c65b49", "#5aa58f", "#8a97ad")
    parts: list[str] = []
    x, i = left + 8, 0
    while x < right:
        for level in range(1 + (i * 2) % 3):
            y = 234 - 18 * level
            parts.append(rect(x, y, 54, 17, colors[(i + level * 2) % 5], 1))
            parts.append(
                line(f"M{x + 11:.1f} {y + 4} v9 m11 -9 v9 m11 -9 v9 m11 -9 v9", "#000000", 2, 0.15)
            )
        x, i = x + 57, i + 1
    return parts


def _chart(room: Room, x: float, y: float, end: float) -> list[str]:
    """A sea chart with a route on it, where the wall is free up to ``end``."""
    if (room.calm and not room.has_far_wall) or x + 150 > end or not room.holds(x, x + 150):
        return []
    return [
        rect(x + 2, y + 4, 150, 92, "#1a2140", 5, 0.08),
        rect(x, y, 150, 92, "#ffffff", 5),
        rect(x + 7, y + 7, 136, 78, "#cfe3ef", 3),
        path(f"M{x + 7} {y + 7} h52 c6 16 -8 20 -12 32 c-6 12 -22 8 -40 16Z", "#d9dfb8"),
        path(f"M{x + 143} {y + 85} h-58 c4 -16 18 -14 24 -26 c6 -12 20 -8 34 -18Z", "#d9dfb8"),
        line(
            f"M{x + 52} {y + 36} q4 1 7 3 M{x + 66} {y + 42} q5 3 9 6 M{x + 82} {y + 53} q5 4 10 6",
            "#c65b49",
            3,
        ),
        circle(x + 46, y + 34, 5, "#c65b49"),
        circle(x + 102, y + 63, 5, "#2f4368"),
    ]


def harbor_front(room: Room) -> list[str]:
    """A desk with a radio, papers and a laptop."""
    radio = (
        line("M14 -58 V-92", "#28324f", 5),
        rect(-22, -60, 44, 60, "#36435c", 8),
        rect(-15, -52, 30, 16, "#9fd0c5", 3),
        line("M-12 -26 h24 M-12 -18 h24 M-12 -10 h24", "#5d6a86", 3),
        circle(-12, -63, 5, "#e8566a"),
    )
    return [
        *desk(room.width, TABLE, ("#c9b39a", "#b0977c", "#8f775f")),
        *room.put(laptop(), room.person + 196, 326, 0.92),
        *room.put(Prop(radio, 22, 22), room.person - 182, 338),
        *room.put(notepad(), room.person - 100, 342, 0.9),
    ]
