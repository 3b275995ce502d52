"""Rooms with a desk: an office over the city, and a practice."""

from __future__ import annotations

from simulator.window.art.furniture import (
    Prop,
    books,
    city,
    clouds,
    desk,
    frame,
    hills,
    laptop,
    mug,
    notepad,
    office_chair,
    picture,
    plant,
    shelf,
)
from simulator.window.art.markup import circle, line, moved, path, rect
from simulator.window.art.scene import OAK, TABLE, Room, halo, lower_wall, sky, wall


def office_back(room: Room) -> tuple[str, list[str]]:
    """An office with a panorama window over the city."""
    x = room.start(186)
    glass = (x, 30, max(room.width - 36 - x, 360), 218)
    base, shape = wall(room, ("#dfe6fb", "#eef0fb"), (glass,))
    light, shine = halo(room)
    w = glass[2]
    parts = [
        rect(x, 30, w, 218, "url(#sky)"),
        *clouds(room.clear(x), room.width, 70),
        *city(x, min(x + w, room.width), 248),
        shape,
        *frame(glass, max(round(w / 145), 2)),
        *room.ledge(_office_ledge(room.left_shelf(232))),
    ]
    if room.has_far_wall and not room.calm:
        art = (circle(30, 62, 16, "#f2a65a"), path("M8 78 L34 48 L56 70 L70 58 L82 78Z", "#5b6cf0"))
        parts += picture((72, 70, 90, 92), "#e8ecfb", art)
    return base + sky(248) + light, [*parts, shine, *office_chair(room.person)]


def _office_ledge(wide: float) -> Prop:
    """A shelf with books and a plant."""
    count = 6 if wide > 200 else 3
    shapes = (*shelf(0, 0, wide), *books(16, 0, count), moved(wide - 40, 0, plant().shapes, 0.62))
    return Prop(shapes, 0, wide)


def office_front(room: Room) -> list[str]:
    """A desk with a mug, notes and a laptop."""
    return [
        *desk(room.width, TABLE, OAK),
        *room.put(laptop(), room.person + 196, 326, 0.92),
        *room.put(notepad(), room.person - 100, 340, 0.9),
        *room.put(mug(), room.person - 170, 350),
    ]


def clinic_back(room: Room) -> tuple[str, list[str]]:
    """A practice: window to the trees behind blinds, cupboard, posters."""
    glass = (room.person - 170, 34, 300, 190)
    base, shape = wall(room, ("#dff0ef", "#eef7f6"), (glass,))
    x, y, w, h = glass
    light, shine = halo(room, strength=0.6)
    ground, low = lower_wall(room, 262, "#c9e3e0")
    slats = [rect(x, y + 10 + i * 15, w, 3, "#ffffff", 0, 0.75) for i in range(4)]
    parts = [
        rect(x, y, w, h, "url(#sky)"),
        *hills(x - 20, x + w, y + h - 14),
        *slats,
        shape,
        *frame(glass, 2),
        low,
        rect(0, 258, room.width, 6, "#ffffff"),
        *_heart_poster(room),
        *_cupboards(room),
    ]
    return base + ground + sky(y + h) + light, [
        *parts,
        shine,
        *room.ledge(_clinic_ledge(), 140, 244),
    ]


def _clinic_ledge() -> Prop:
    """A short shelf with a plant and a tin."""
    pot = moved(26, 0, plant("#ffffff").shapes, 0.58)
    return Prop((*shelf(0, 0, 84, "#a9cfcb"), pot, rect(52, -26, 20, 26, "#f2a65a", 4)), 0, 84)


def _heart_poster(room: Room) -> list[str]:
    if room.full or not room.holds(48, 120):
        return []
    heart = "M36 56 C14 40 16 22 27 22 C32 22 35 26 36 29 C37 26 40 22 45 22 C56 22 58 40 36 56Z"
    return picture(
        (48, 166, 72, 84), "#eaf6f5", (path(heart, "#e8776f"), rect(20, 62, 32, 4, "#9cc9c5", 2))
    )


def _cupboards(room: Room) -> list[str]:
    """Cupboards along the wall, each whole."""
    spots = room.steps(room.person + 168, 140, 132)
    if room.full:
        spots += room.steps(room.person - 340, -140, 132)
    return [part for left in spots for part in _cupboard(left)]


def _cupboard(left: float) -> list[str]:
    colors = ("#7fb9b3", "#f2a65a", "#8fa0cf", "#e8776f", "#ffffff")
    parts = [
        rect(left, 46, 132, 172, "#ffffff", 8),
        rect(left + 8, 54, 116, 156, "#d7ebe9", 4),
        *(rect(left + 8, 54 + 50 * row, 116, 5, "#ffffff") for row in (1, 2)),
    ]
    for k in range(12):
        row, column = divmod(k, 4)
        tall = 24 + (k * 7) % 12
        floor = 104 + 50 * row if row < 2 else 210
        x = left + 16 + column * 27
        parts.append(rect(x, floor - tall, 18, tall, colors[(k * 3) % 5], 4))
        parts.append(rect(x + 4, floor - tall - 5, 10, 6, "#5d7f88", 2))
    return parts


def clinic_front(room: Room) -> list[str]:
    """A white reception counter with a screen, a clipboard and soap."""
    screen = (
        rect(-9, -30, 18, 30, "#9db4bb"),
        rect(-34, -6, 68, 8, "#86a0a8", 4),
        rect(-72, -114, 144, 90, "#e7eef1", 8),
        rect(-72, -114, 144, 10, "#ffffff", 5),
        path("M-5 -82 h10 v9 h9 v10 h-9 v9 h-10 v-9 h-9 v-10 h9Z", "#63b3ab"),
    )
    bottle = (
        rect(-15, -44, 30, 44, "#7cc4bd", 7),
        rect(-15, -26, 30, 12, "#ffffff", 0, 0.75),
        rect(-5, -54, 10, 12, "#ffffff"),
        line("M0 -56 h-14", "#ffffff", 5),
    )
    return [
        *desk(room.width, TABLE, ("#ffffff", "#eef5f5", "#b9d6d3")),
        rect(0, 340, room.width, 6, "#7cc4bd"),
        *room.put(Prop(screen, 72, 72), room.person + 196, 324, 0.9),
        *room.put(Prop(bottle, 15, 15), room.person - 178, 328),
        *room.put(_clipboard(), room.person - 98, 336),
    ]


def _clipboard() -> Prop:
    shapes = (
        path("M-52 18 L-38 -12 L52 -12 L58 18Z", "#c79a74"),
        path("M-44 14 L-33 -8 L47 -8 L51 14Z", "#ffffff"),
        line("M-28 -2 L40 -2 M-32 6 L22 6", "#c3d3d8", 2.5),
        rect(-8, -17, 28, 9, "#7a8ba6", 3),
    )
    return Prop(shapes, 52, 58)
