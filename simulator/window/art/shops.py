"""Rooms with customers in and out: a workshop and a cafe."""

from __future__ import annotations

from simulator.window.art.furniture import LAMP, WARM_HALO, Box, desk, mug, pendant, shelf
from simulator.window.art.markup import circle, ellipse, line, moved, path, rect
from simulator.window.art.scene import TABLE, WALNUT, Room, halo, lower_wall, wall


def workshop_back(room: Room) -> tuple[str, list[str]]:
    """A workshop: a board of tools, shelves with boxes, a wheel on the wall."""
    base, shape = wall(room, ("#f3e7d6", "#f8f1e6"))
    light, shine = halo(room, WARM_HALO, 0.8)
    ground, low = lower_wall(room, 268, "#e2cfb6")
    board: Box = (room.person - 186, 34, max(room.width - room.person + 150, 360), 196)
    ledge = room.left_shelf(236, 196)
    parts = [
        shape,
        low,
        rect(0, 264, room.width, 5, "#cfb898"),
        rect(board[0], board[1] + 5, board[2], board[3], "#7a5a3c", 10, 0.14),
        rect(*board, "#dcbf97", 10),
        *_peg_holes(board, room.width),
        *_tools(room, board[0] + board[2]),
        *shelf(40, 262, ledge, "#a97c58"),
        *_boxes(52, 262, 3 if ledge > 220 else 0),
    ]
    return base + ground + light, [*parts, shine]


def _peg_holes(board: Box, edge: float) -> list[str]:
    x, y, w, h = board
    columns = int((min(x + w, edge) - x - 20) // 22) + 1
    rows = int((h - 20) // 22) + 1
    return [
        circle(x + 14 + 22 * (k % columns), y + 14 + 22 * (k // columns), 2.1, "#c4a377")
        for k in range(columns * rows)
    ]


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
    light, shine = halo(room, WARM_HALO, 0.5)
    ground, low = lower_wall(room, 262, "#5f8f84")
    left, span = room.person - 190, room.width - room.person + 240
    parts = [
        shape,
        low,
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
    return base + ground + light, [*parts, shine]


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
