"""A living room."""

from __future__ import annotations

from simulator.window.art.furniture import (
    LAMP,
    LAMP_SHADE,
    Box,
    Prop,
    clouds,
    desk,
    frame,
    hills,
    mug,
    picture,
    plant,
    tall_plant,
)
from simulator.window.art.markup import circle, ellipse, glow, line, moved, path, rect
from simulator.window.art.scene import BIRCH, TABLE, Room, halo, sky, wall


def home_back(room: Room) -> tuple[str, list[str]]:
    """A living room: window with curtains, sofa, pictures, a floor lamp."""
    places = room.steps(room.person - 122, 490, 244, 0.6)
    if room.full:
        places += room.steps(room.person - 612, -490, 244, 0.6)
    panes: list[Box] = [(x, 36, 244, 178) for x in places]
    base, shape = wall(room, ("#ebe6f7", "#f6f2fb"), tuple(panes))
    light, shine = halo(room, strength=0.5)
    lamp = min(room.person + 214, room.last - 46)
    lit, shed = _lamp(lamp)
    sun = (circle(58, 30, 12, "#f6c15b"), path("M8 62 C30 40 52 40 84 62Z", "#6fae93"))
    shape_art = (circle(28, 42, 14, "#e8776f"), rect(32, 30, 22, 34, "#5b6cf0", 4, 0.75))
    parts = [
        *(part for x, *_ in panes for part in _view(room, x)),
        shape,
        *(part for pane in panes for part in _dressed(pane)),
    ]
    if room.full:
        parts += picture((room.person - 294, 84, 92, 70), "#dfeaf6", sun, "#c79a74")
    elif room.holds(44, 224) and room.person > 420:
        parts += picture((44, 168, 92, 70), "#dfeaf6", sun, "#c79a74")
        parts += picture((150, 158, 74, 84), "#f3e9dc", shape_art, "#c79a74")
    if lamp > room.person + 190:
        parts += shed
        parts += room.put(tall_plant("#e6b98f"), room.person + 330, 308 if room.full else 340, 1.15)
    else:
        lit = ""
    return base + sky(214) + light + lit, [*parts, shine, *_sofa(room)]


def _view(room: Room, x: float) -> list[str]:
    """What is seen through a window from ``x`` on."""
    return [
        rect(x, 36, 244, 178, "url(#sky)"),
        *clouds(room.clear(x - 10), x + 244, 74),
        *hills(x - 10, x + 244, 206),
    ]


def _dressed(pane: Box) -> list[str]:
    """The frame of a window with its curtains and their rail."""
    x, _, w, _ = pane
    return [
        *frame(pane, 2, sill=False),
        *_drape(x - 14),
        *_drape(x + w + 10),
        line(f"M{x - 62} 18 H{x + w + 62}", "#8b6b52", 6),
    ]


def _drape(x: float) -> list[str]:
    cloth = "M-30 18 H34 C30 110 26 190 34 250 H-34 C-26 180 -30 100 -30 18Z"
    folds = "M-8 26 C-10 100 -8 180 -12 244 M14 26 C10 100 8 180 12 244"
    return [moved(x, 0, (path(cloth, "#c3b3e3"), line(folds, "#ab98d3", 4)))]


def _lamp(x: float) -> tuple[str, list[str]]:
    """A floor lamp: the definition of its light, and its shapes."""
    return glow("lamp", x, 112, 92, LAMP, 0.6), [
        circle(x, 112, 92, "url(#lamp)"),
        line(f"M{x} 120 V372", "#6b5b73", 5),
        path(f"M{x - 24} 84 H{x + 24} L{x + 38} 134 H{x - 38}Z", LAMP_SHADE),
    ]


def _sofa(room: Room) -> list[str]:
    x = room.person
    cushion = (
        rect(-34, -8, 68, 62, "#f2b36b", 16),
        line("M-16 6 L16 40 M16 6 L-16 40", "#ffffff", 3, 0.5),
    )
    return [
        rect(x - 206, 236, 412, 150, "#5f78b8", 34),
        rect(x - 190, 250, 186, 130, "#6f89c9", 26),
        rect(x + 4, 250, 186, 130, "#6f89c9", 26),
        rect(x - 226, 276, 56, 110, "#54699f", 24),
        rect(x + 170, 276, 56, 110, "#54699f", 24),
        *room.put(Prop(cushion, 34, 34), x - 146, 262),
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
        *room.put(Prop(magazines, 66, 66), room.person - 92, 344),
        *room.put(mug("#ffffff", "#8a6fd0"), room.person - 190, 350),
        *room.put(Prop(candle, 16, 16), room.person + 176, 340),
        *room.put(plant("#8a6fd0"), room.person + 240, 342, 0.62),
    ]
