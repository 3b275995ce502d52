"""Rooms with customers in and out: a workshop and a cafe."""

from __future__ import annotations

from simulator.window.art.furniture import LAMP, WARM_HALO, Box, Prop, desk, mug, pendant, shelf
from simulator.window.art.markup import circle, ellipse, line, moved, path, rect
from simulator.window.art.scene import TABLE, WALNUT, Room, halo, lower_wall, wall


def workshop_back(room: Room) -> tuple[str, list[str]]:
    """A workshop: a board of tools, shelves with boxes, a wheel on the wall."""
    base, shape = wall(room, ("#f3e7d6", "#f8f1e6"))
    light, shine = halo(room, WARM_HALO, 0.5)
    ground, low = lower_wall(room, 268, "#e2cfb6")
    left = room.start(186)
    board: Box = (left, 34, max(room.width - 36 - left, 360), 196)
    parts = [
        shape,
        low,
        rect(0, 264, room.width, 5, "#cfb898"),
        rect(board[0], board[1] + 5, board[2], board[3], "#7a5a3c", 10, 0.14),
        rect(*board, "#c69d68", 10),
        _peg_holes(board, room.width),
        *_tools(room, board[0], board[0] + board[2]),
        *room.ledge(_ledge(room.left_shelf(236, 196))),
    ]
    return base + ground + light, [*parts, shine]


def _ledge(wide: float) -> Prop:
    """A shelf with boxes and tins."""
    shapes = (*shelf(0, 0, wide, "#a97c58"), *_boxes(12, 0, 3 if wide > 220 else 0))
    return Prop(shapes, 0, wide)


def _peg_holes(board: Box, edge: float) -> str:
    """The holes of the board in one outline: hundreds of discs draw slowly."""
    x, y, w, h = board
    columns = int((min(x + w, edge) - x - 20) // 22) + 1
    rows = int((h - 20) // 22) + 1
    holes = (
        f"M{x + 12.5 + 22 * i:.1f} {y + 14 + 22 * row}h1.6"
        for row in range(rows)
        for i in range(columns)
    )
    return line(" ".join(holes), "#a47d4d", 3.6)


def _boxes(x: float, floor: float, tins: int) -> list[str]:
    return [
        rect(x, floor - 44, 62, 44, "#d9a066", 4),
        rect(x + 24, floor - 44, 14, 18, "#c08850"),
        rect(x + 70, floor - 34, 50, 34, "#5b8bd0", 4),
        rect(x + 78, floor - 24, 34, 10, "#ffffff", 2, 0.8),
        *(
            rect(x + 132 + i * 27, floor - 38, 22, 38, c, 5)
            for i, c in enumerate(("#e06a6a", "#8a97ad", "#f0c14f")[:tins])
        ),
        *(rect(x + 130 + i * 27, floor - 42, 26, 7, "#f5f1ea", 3) for i in range(tins)),
    ]


def _tools(room: Room, start: float, end: float) -> list[str]:
    """Tools on the board from ``start`` to ``end``, on both sides of the person."""
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
    tools = (hammer, saw, wrench, driver)
    spots = [
        *(room.person - 118 - 44 * i for i in range(int((room.person - 134 - start) // 44) + 1)),
        *(room.person + 132 + 50 * i for i in range(int(max(end - room.person - 110, 0) // 50))),
    ]
    hung = [(x, tools[(i + 1) % 4]) for i, x in enumerate(spots)]
    return [moved(x, 62, tool) for x, tool in hung if room.holds(x - 30, x + 34)]


def workshop_front(room: Room) -> list[str]:
    """A work bench with a vise, a tool box and a mug."""
    box = (
        line("M-34 -64 V-80 H34 V-64", "#7c2f2a", 8),
        rect(-80, -64, 160, 66, "#d9534f", 8),
        rect(-80, -64, 160, 20, "#c04541", 8),
        rect(-14, -54, 28, 18, "#f0c14f", 4),
    )
    return [
        *desk(room.width, TABLE, WALNUT),
        *room.put(Prop(box, 80, 80), room.person + 200, 328, 0.86),
        *room.put(_vise(), room.person - 196, 336, 0.95),
        *room.put(mug("#3f7d6e", "#f0c14f"), room.person - 310, 350),
    ]


def _vise() -> Prop:
    """A bench vise: the fixed jaw on its foot, the movable one on the screw with its handle."""
    iron, dark, bright = "#5d6f96", "#42506f", "#c3ccda"
    shapes = (
        path("M-8 0 L-4 -18 L34 -18 L38 0Z", dark),
        rect(-18, -8, 66, 10, dark, 3),
        rect(-40, -33, 60, 9, bright),
        path("M-2 -16 V-54 Q-2 -60 4 -60 H16 Q36 -58 40 -34 L42 -16Z", iron),
        path("M-12 -24 V-54 Q-12 -60 -18 -60 H-26 Q-34 -58 -36 -44 L-38 -24Z", iron),
        rect(-14, -60, 4, 16, bright),
        rect(-4, -60, 4, 16, bright),
        rect(4, -50, 22, 4, "#8fa0c4", 2),
        rect(-52, -35, 14, 13, dark, 3),
        line("M-46 -52 V-6", bright, 4.5),
        circle(-46, -53, 4.5, dark),
        circle(-46, -5, 4.5, dark),
    )
    return Prop(shapes, 54, 50)


def cafe_back(room: Room) -> tuple[str, list[str]]:
    """A cafe: shelves with cups and jars, lamps, a slate with the menu."""
    base, shape = wall(room, ("#f8e6d5", "#fcf2e7"))
    light, shine = halo(room, WARM_HALO, 0.5)
    ground, low = lower_wall(room, 262, "#5f8f84")
    left = -20.0 if room.full else room.person - 190
    span = room.width - left + 50
    parts = [
        shape,
        low,
        rect(0, 258, room.width, 6, "#79a79c"),
        *(rect(x, 270, 2, 100, "#557f75") for x in range(24, int(room.width), 48)),
        *shelf(left, 132, span, "#a9764b"),
        *_jars(room, left + 14, 132),
        *shelf(left, 222, span, "#a9764b"),
        *_cups(room, left + 14, 222),
        *([] if left < 200 or not room.holds(46, 178) else _slate(46, 150)),
    ]
    lamps = room.steps(room.person - 156, 252, 60)
    if room.full:
        lamps += room.steps(room.person - 408, -252, 60)
    for x in lamps:
        parts += pendant(x + 30, 22, "#d9674a")
    return base + ground + light, [*parts, shine]


def _jars(room: Room, start: float, floor: float) -> list[str]:
    colors = ("#8b5a3c", "#e2b36a", "#7c3f2c", "#b9c48a", "#d98a6a")
    parts: list[str] = []
    for i, x in enumerate(room.steps(start, 40, 30)):
        parts.append(rect(x, floor - 48, 30, 48, "#ffffff", 6, 0.75))
        parts.append(
            rect(x + 3, floor - 30 - (i * 7) % 12, 24, 27 + (i * 7) % 12, colors[i % 5], 4)
        )
        parts.append(rect(x + 2, floor - 54, 26, 8, "#7b5038", 3))
    return parts


def _cups(room: Room, start: float, floor: float) -> list[str]:
    colors = ("#ffffff", "#f2c9a8", "#7fb0a5", "#ffffff", "#e58b6d")
    parts: list[str] = []
    for i, x in enumerate(room.steps(start, 54, 44)):
        tint = colors[i % 5]
        # The second cup stands alone: one upon it would be a hat to whoever sits before it.
        for level in range(1 + (i % 4 == 3)):
            y = floor - 24 - 22 * level
            parts.append(line(f"M{x + 30} {y + 6} q12 0 9 8 q-2 5 -10 4", tint, 4))
            parts.append(path(f"M{x} {y} h32 l-4 20 q-1 4 -5 4 h-14 q-4 0 -5 -4Z", tint))
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
        ellipse(0, 3, 50, 8, "#c9bfb8"),
        ellipse(0, 1, 50, 8, "#f1ece7"),
        ellipse(0, 1, 36, 5, "#cfc5be"),
        line("M28 -22 q18 0 15 12 q-3 9 -17 7", "#c9bfb8", 9),
        line("M28 -22 q18 0 15 12 q-3 9 -17 7", "#ffffff", 6),
        path("M-32 -34 L32 -34 C32 -8 20 0 0 0 C-20 0 -32 -8 -32 -34Z", "#ffffff"),
        ellipse(0, -34, 32, 6, "#8a5a3c"),
        ellipse(-3, -34, 15, 3, "#d9b48c"),
    )
    pastry = (
        ellipse(0, 2, 56, 9, "#f2f4f8"),
        path(
            "M-42 -3 C-42 -26 -18 -34 0 -34 C18 -34 42 -26 42 -3"
            " C42 5 30 5 22 1 C12 -3 -12 -3 -22 1 C-30 5 -42 5 -42 -3Z",
            "#d9964f",
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
        *room.put(Prop(vase, 32, 38), room.person + 216, 330),
        *room.put(Prop(cup, 50, 50), room.person - 176, 346),
        *room.put(Prop(pastry, 56, 56), room.person + 106, 348, 0.9),
    ]
