"""A living room."""

from __future__ import annotations

from simulator.window.art.furniture import (
    LAMP,
    LAMP_SHADE,
    clouds,
    desk,
    frame,
    hills,
    mug,
    picture,
    plant,
    tall_plant,
)
from simulator.window.art.markup import circle, ellipse, line, moved, path, rect
from simulator.window.art.scene import BIRCH, TABLE, Room, halo, sky, wall


def home_back(room: Room) -> tuple[str, list[str]]:
    """A living room: window with curtains, sofa, pictures, a floor lamp."""
    glass = (room.person - 122, 36, 244, 178)
    base, shape = wall(room, ("#ebe6f7", "#f6f2fb"), (glass,))
    light, shine = halo(room, strength=0.5)
    x, y, w, h = glass
    drapes = [part for a in (x - 14, x + w + 10) for part in _drape(a)]
    sun = (circle(58, 30, 12, "#f6c15b"), path("M8 62 C30 40 52 40 84 62Z", "#6fae93"))
    shape_art = (circle(28, 42, 14, "#e8776f"), rect(32, 30, 22, 34, "#5b6cf0", 4, 0.75))
    parts = [
        rect(x, y, w, h, "url(#sky)"),
        *clouds(room.clear(x - 10), x + w, 74),
        *hills(x - 10, x + w, y + h - 8),
        shape,
        *frame(glass, 2, sill=False),
        *drapes,
        line(f"M{x - 62} 18 H{x + w + 62}", "#8b6b52", 6),
        *picture((44, 168, 92, 70), "#dfeaf6", sun, "#c79a74"),
        *picture((150, 158, 74, 84), "#f3e9dc", shape_art, "#c79a74"),
        *_lamp(min(room.person + 214, room.width - 46)),
    ]
    if room.width - room.person > 330:
        parts.append(tall_plant(room.person + 320, 340, 1.15, "#e6b98f"))
    return base + sky(y + h) + light, [*parts, shine, *_sofa(room.person)]


def _drape(x: float) -> list[str]:
    cloth = "M-30 18 H34 C30 110 26 190 34 250 H-34 C-26 180 -30 100 -30 18Z"
    folds = "M-8 26 C-10 100 -8 180 -12 244 M14 26 C10 100 8 180 12 244"
    return [moved(x, 0, (path(cloth, "#c3b3e3"), line(folds, "#ab98d3", 4)))]


def _lamp(x: float) -> list[str]:
    return [
        line(f"M{x} 120 V372", "#6b5b73", 5),
        circle(x, 120, 60, LAMP, 0.28),
        path(f"M{x - 24} 84 H{x + 24} L{x + 38} 134 H{x - 38}Z", LAMP_SHADE),
    ]


def _sofa(x: float) -> list[str]:
    return [
        rect(x - 206, 236, 412, 150, "#5f78b8", 34),
        rect(x - 190, 250, 186, 130, "#6f89c9", 26),
        rect(x + 4, 250, 186, 130, "#6f89c9", 26),
        rect(x - 226, 276, 56, 110, "#54699f", 24),
        rect(x + 170, 276, 56, 110, "#54699f", 24),
        moved(
            x - 146,
            262,
            (
                rect(-34, -8, 68, 62, "#f2b36b", 16),
                line("M-16 6 L16 40 M16 6 L-16 40", "#ffffff", 3, 0.5),
            ),
        ),
    ]


def home_front(room: Room) -> list[str]:
    """A low table with magazines, a mug and a candle."""
    candle = (
        rect(-16, -34, 32, 34, "#f4f1ea", 5),
        ellipse(0, -34, 16, 4, "#e3ddd0"),
        line("M0 -34 V-42", "#6b5b73", 2.5),
        path("M0 -60 C9 -50 7 -42 0 -42 C-7 -42 -9 -50 0 -60Z", "#f6b04a"),
    )
    magazines = (
        path("M-66 18 L-50 -4 L60 -4 L66 18Z", "#e8776f"),
        path("M-60 10 L-46 -10 L54 -10 L62 10Z", "#fdfcff"),
        rect(-26, -4, 40, 7, "#5b6cf0", 2),
    )
    return [
        *desk(room.width, TABLE, BIRCH),
        moved(room.person - 92, 344, magazines),
        mug(room.person - 178, 350, "#ffffff", "#8a6fd0"),
        moved(room.right, 340, candle),
        plant(room.right + 54, 342, 0.62, "#8a6fd0"),
    ]
