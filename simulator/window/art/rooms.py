"""Rooms where meetings happen at a table: what lies behind the person and what stands in front.

A room is drawn ``width`` units wide and 372 high around a person at ``person``: what belongs to
the person keeps its distance to the person, what belongs to a side keeps its distance to it, and
walls, windows and counters grow. The left part stays calm, as a speech bubble lies over it.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.window.art.furniture import (
    LAMP,
    SKY,
    Box,
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
    outline,
    pendant,
    picture,
    plant,
    shelf,
    tall_plant,
)
from simulator.window.art.markup import circle, ellipse, fade, glow, line, moved, path, rect

HEIGHT = 372.0
TABLE = 318.0
OAK = ("#dcb48f", "#c79a74", "#a97c58")
WALNUT = ("#b3845f", "#99694a", "#7b5038")
BIRCH = ("#f0d9b8", "#e2c49c", "#c3a27a")


@dataclass(frozen=True, slots=True)
class Room:
    """The size of a scene in units: how wide it is, and where the person stands."""

    width: float
    person: float

    @property
    def right(self) -> float:
        """Where something of 180 units beside the person stands without leaving the room."""
        return min(self.person + 196, self.width - 84)


def sky(floor: float) -> str:
    """The gradient of the sky, to be filled with ``url(#sky)``."""
    return fade("sky", 20, floor, SKY)


def halo(room: Room, color: str = "#ffffff", strength: float = 0.7) -> tuple[str, str]:
    """A soft light behind the person: its definition and its shape."""
    define = glow("halo", room.person, 170, 235, color, strength)
    return define, circle(room.person, 170, 235, "url(#halo)")


def wall(room: Room, colors: tuple[str, str], holes: tuple[Box, ...] = ()) -> tuple[str, str]:
    """A wall with windows cut out: its definition and its shape."""
    whole = f"M0 0 H{room.width:.1f} V{HEIGHT:g} H0Z"
    d = whole + "".join(f" {outline(box)}" for box in holes)
    return fade("wall", 0, HEIGHT, colors), path(d, "url(#wall)", holes=True)


def office_back(room: Room) -> tuple[str, list[str]]:
    """An office with a panorama window over the city."""
    glass = (room.person - 186, 30, max(room.width - room.person + 150, 360), 218)
    base, shape = wall(room, ("#dfe6fb", "#eef0fb"), (glass,))
    light, shine = halo(room)
    x, _, w, _ = glass
    parts = [
        rect(x, 30, w, 218, "url(#sky)"),
        *clouds(x, room.width, 70),
        *city(x, min(x + w, room.width), 248),
        shape,
        *frame(glass, max(round(w / 145), 2)),
        *shelf(40, 262, 232),
        *books(56, 262, 6),
        plant(232, 262, 0.62),
    ]
    if room.width > 1100:
        art = (circle(30, 62, 16, "#f2a65a"), path("M8 78 L34 48 L56 70 L70 58 L82 78Z", "#5b6cf0"))
        parts += picture((room.person - 420, 66, 90, 92), "#e8ecfb", art)
    return base + sky(248) + light, [*parts, shine, *office_chair(room.person)]


def office_front(room: Room) -> list[str]:
    """A desk with a mug, notes and a laptop."""
    return [
        *desk(room.width, TABLE, OAK),
        laptop(room.right, 326, 0.92),
        notepad(room.person - 100, 340),
        mug(room.person - 170, 350),
    ]


def clinic_back(room: Room) -> tuple[str, list[str]]:
    """A practice: window to the trees behind blinds, cupboard, posters."""
    glass = (room.person - 170, 34, 300, 190)
    base, shape = wall(room, ("#dff0ef", "#eef7f6"), (glass,))
    x, y, w, h = glass
    light, shine = halo(room, strength=0.6)
    slats = [rect(x, y + 10 + i * 15, w, 3, "#ffffff", 0, 0.75) for i in range(4)]
    parts = [
        rect(x, y, w, h, "url(#sky)"),
        *hills(x - 20, x + w, y + h - 14),
        *slats,
        shape,
        *frame(glass, 2),
        rect(0, 262, room.width, 110, "#c9e3e0"),
        rect(0, 258, room.width, 6, "#ffffff"),
        *_heart_poster(48, 166),
        *_cupboard(room),
    ]
    return base + sky(y + h) + light, [
        *parts,
        shine,
        rect(132, 222, 92, 36, "#ffffff", 6),
        plant(178, 224, 0.6, "#7fb9b3"),
    ]


def _heart_poster(x: float, y: float) -> list[str]:
    heart = "M36 56 C14 40 16 22 27 22 C32 22 35 26 36 29 C37 26 40 22 45 22 C56 22 58 40 36 56Z"
    return picture(
        (x, y, 72, 84), "#eaf6f5", (path(heart, "#e8776f"), rect(20, 62, 32, 4, "#9cc9c5", 2))
    )


def _cupboard(room: Room) -> list[str]:
    left = room.person + 168
    parts: list[str] = []
    colors = ("#7fb9b3", "#f2a65a", "#8fa0cf", "#e8776f", "#ffffff")
    while left < room.width:
        parts += [
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
        left += 140
    return parts


def clinic_front(room: Room) -> list[str]:
    """A white reception counter with a screen, a clipboard and soap."""
    x = room.right
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
        moved(x, 324, screen, 0.9),
        moved(room.person - 178, 328, bottle),
        _clipboard(room.person - 98, 336),
    ]


def _clipboard(x: float, y: float) -> str:
    return moved(
        x,
        y,
        (
            path("M-52 18 L-38 -12 L52 -12 L58 18Z", "#c79a74"),
            path("M-44 14 L-33 -8 L47 -8 L51 14Z", "#ffffff"),
            line("M-28 -2 L40 -2 M-32 6 L22 6", "#c3d3d8", 2.5),
            rect(-8, -17, 28, 9, "#7a8ba6", 3),
        ),
    )


def workshop_back(room: Room) -> tuple[str, list[str]]:
    """A workshop: a board of tools, shelves with boxes, a wheel on the wall."""
    base, shape = wall(room, ("#f3e7d6", "#f8f1e6"))
    light, shine = halo(room, "#fff6e0", 0.8)
    board: Box = (room.person - 186, 34, max(room.width - room.person + 150, 360), 196)
    parts = [
        shape,
        rect(0, 268, room.width, 104, "#e2cfb6"),
        rect(0, 264, room.width, 5, "#cfb898"),
        rect(board[0], board[1] + 5, board[2], board[3], "#7a5a3c", 10, 0.14),
        rect(*board, "#dcbf97", 10),
        *_peg_holes(board, room.width),
        *_tools(room, board[0] + board[2]),
        *shelf(40, 262, 236, "#a97c58"),
        *_boxes(52, 262),
    ]
    return base + light, [*parts, shine]


def _peg_holes(board: Box, edge: float) -> list[str]:
    x, y, w, h = board
    columns = int((min(x + w, edge) - x - 20) // 22) + 1
    rows = int((h - 20) // 22) + 1
    return [
        circle(x + 14 + 22 * (k % columns), y + 14 + 22 * (k // columns), 2.1, "#c4a377")
        for k in range(columns * rows)
    ]


def _boxes(x: float, floor: float) -> list[str]:
    return [
        rect(x, floor - 44, 62, 44, "#d9a066", 4),
        rect(x + 24, floor - 44, 14, 18, "#c08850"),
        rect(x + 70, floor - 34, 50, 34, "#5b8bd0", 4),
        rect(x + 78, floor - 24, 34, 10, "#ffffff", 2, 0.8),
        *(
            rect(x + 132 + i * 27, floor - 38, 22, 38, c, 5)
            for i, c in enumerate(("#e06a6a", "#8a97ad", "#f0c14f"))
        ),
        *(rect(x + 130 + i * 27, floor - 42, 26, 7, "#f5f1ea", 3) for i in range(3)),
    ]


def _tools(room: Room, board_end: float) -> list[str]:
    steel, grip = "#8a97ad", "#e06a4f"
    wrench = (
        path("M-6 18 L6 18 L6 92 Q6 99 0 99 Q-6 99 -6 92Z", steel),
        path("M-15 -12 L-15 8 Q-15 22 0 24 Q15 22 15 8 L15 -12 L6 -6 L6 6 L-6 6 L-6 -6Z", steel),
    )
    driver = (
        rect(-3, 38, 6, 52, steel),
        rect(-9, -8, 18, 50, grip, 8),
        rect(-2, -4, 3, 40, "#ffffff", 1, 0.3),
    )
    hammer = (
        rect(-5, 6, 10, 90, "#a9764b", 4),
        path("M-26 -10 L18 -10 Q28 -8 30 6 L20 2 L20 12 L-26 12Z", "#5d6a80"),
    )
    saw = (
        path("M-14 14 L14 14 L8 104 L-2 104Z", "#aab5c6"),
        rect(-17, -14, 34, 32, "#3f7d6e", 9),
        rect(-7, -6, 14, 14, "#dcbf97", 5),
    )
    tools = (wrench, driver, hammer, saw)
    near = [moved(room.person - 156, 62, wrench), moved(room.person - 118, 62, driver)]
    x, i = room.person + 132.0, 2
    while x < min(room.width, board_end) - 28:
        near.append(moved(x, 62, tools[i % 4]))
        x, i = x + 50, i + 1
    return near


def workshop_front(room: Room) -> list[str]:
    """A work bench with a vise, a tool box and a mug."""
    x = room.right
    box = (
        line("M-34 -64 V-80 H34 V-64", "#7c2f2a", 8),
        rect(-80, -64, 160, 66, "#d9534f", 8),
        rect(-80, -64, 160, 20, "#c04541", 8),
        rect(-14, -54, 28, 18, "#f0c14f", 4),
    )
    vise = (
        rect(-40, -14, 80, 16, "#55627a", 4),
        rect(-34, -46, 24, 34, "#6b7a94", 4),
        rect(10, -46, 24, 34, "#6b7a94", 4),
        rect(-30, -34, 62, 9, "#8a97ad"),
        line("M46 -44 V-14", "#8a97ad", 5),
        rect(30, -33, 18, 7, "#8a97ad"),
    )
    return [
        *desk(room.width, TABLE, WALNUT),
        moved(x, 326, box, 0.86),
        moved(room.person - 112, 332, vise, 0.9),
        mug(room.person - 188, 350, "#3f7d6e", "#f0c14f"),
    ]


def cafe_back(room: Room) -> tuple[str, list[str]]:
    """A cafe: shelves with cups and jars, lamps, a slate with the menu."""
    base, shape = wall(room, ("#f8e6d5", "#fcf2e7"))
    light, shine = halo(room, "#fff3d6", 0.5)
    left, span = room.person - 190, room.width - room.person + 240
    parts = [
        shape,
        rect(0, 262, room.width, 110, "#5f8f84"),
        rect(0, 258, room.width, 6, "#79a79c"),
        *(rect(x, 270, 2, 100, "#557f75") for x in range(24, int(room.width), 48)),
        *shelf(left, 132, span, "#a9764b"),
        *_jars(left + 14, 132, room.width - 24),
        *shelf(left, 222, span, "#a9764b"),
        *_cups(left + 14, 222, room.width - 24),
        *_slate(46, 150),
    ]
    x = room.person - 126
    while x < room.width:
        parts += pendant(x, 22, "#d9674a")
        x += 252
    return base + light, [*parts, shine]


def _jars(x: float, floor: float, right: float) -> list[str]:
    colors = ("#8b5a3c", "#e2b36a", "#7c3f2c", "#b9c48a", "#d98a6a")
    parts: list[str] = []
    i = 0
    while x + 30 < right:
        parts.append(rect(x, floor - 48, 30, 48, "#ffffff", 6, 0.75))
        parts.append(
            rect(x + 3, floor - 30 - (i * 7) % 12, 24, 27 + (i * 7) % 12, colors[i % 5], 4)
        )
        parts.append(rect(x + 2, floor - 54, 26, 8, "#7b5038", 3))
        x, i = x + 40, i + 1
    return parts


def _cups(x: float, floor: float, right: float) -> list[str]:
    colors = ("#ffffff", "#f2c9a8", "#7fb0a5", "#ffffff", "#e58b6d")
    parts: list[str] = []
    i = 0
    while x + 46 < right:
        tint = colors[i % 5]
        for level in range(1 + i % 2):
            y = floor - 24 - 22 * level
            parts.append(line(f"M{x + 30} {y + 6} q12 0 9 8 q-2 5 -10 4", tint, 4))
            parts.append(path(f"M{x} {y} h32 l-4 20 q-1 4 -5 4 h-14 q-4 0 -5 -4Z", tint))
        x, i = x + 54, i + 1
    return parts


def _slate(x: float, y: float) -> list[str]:
    return [
        rect(x, y, 132, 96, "#a9764b", 6),
        rect(x + 7, y + 7, 118, 82, "#3b4550", 3),
        line(
            f"M{x + 22} {y + 26} h46 M{x + 22} {y + 44} h62 M{x + 22} {y + 62} h38",
            "#dfe6ea",
            4,
            0.8,
        ),
        line(f"M{x + 98} {y + 26} h10 M{x + 98} {y + 44} h10 M{x + 98} {y + 62} h10", LAMP, 4, 0.9),
    ]


def cafe_front(room: Room) -> list[str]:
    """A cafe table with a cup, a pastry and flowers."""
    cup = (
        ellipse(0, 2, 50, 8, "#ffffff"),
        ellipse(0, 1, 38, 5, "#e4e0dc"),
        line("M28 -22 q18 0 15 12 q-3 9 -17 7", "#ffffff", 6),
        path("M-32 -34 L32 -34 C32 -8 20 0 0 0 C-20 0 -32 -8 -32 -34Z", "#ffffff"),
        ellipse(0, -34, 32, 6, "#8a5a3c"),
        ellipse(-3, -34, 15, 3, "#d9b48c"),
    )
    pastry = (
        ellipse(0, 2, 56, 9, "#f2f4f8"),
        path(
            "M-40 -2 C-40 -26 -18 -34 0 -34 C18 -34 40 -26 40 -2 C24 -12 -24 -12 -40 -2Z", "#d9964f"
        ),
        line("M-20 -27 L-14 -10 M0 -33 V-12 M20 -27 L14 -10", "#b9743a", 4),
    )
    vase = (
        line(
            "M0 -40 C-4 -62 -14 -74 -20 -82 M0 -40 C2 -64 4 -80 6 -94 M0 -40 C6 -58 18 -68 26 -72",
            "#4f9a76",
            3.5,
        ),
        circle(-21, -86, 10, "#f2a65a"),
        circle(7, -99, 11, "#e8776f"),
        circle(28, -76, 9, "#f4d06f"),
        *(circle(x, y, 3.6, "#ffffff", 0.85) for x, y in ((-21, -86), (7, -99), (28, -76))),
        path("M-16 -46 L16 -46 L20 -8 Q20 0 12 0 L-12 0 Q-20 0 -20 -8Z", "#7fa8d9"),
        path("M-12 -40 L-6 -40 L-8 -8 L-13 -8Z", "#ffffff", 0.4),
    )
    return [
        *desk(room.width, TABLE, WALNUT),
        moved(room.right + 20, 330, vase),
        moved(room.person - 176, 346, cup),
        moved(room.person + 106, 348, pastry, 0.9),
    ]


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
        *clouds(x - 10, x + w, 74),
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
        path(f"M{x - 24} 84 H{x + 24} L{x + 38} 134 H{x - 38}Z", "#f6d48a"),
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
