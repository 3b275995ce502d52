"""Things that stand in rooms and hang on walls, drawn around a given point.

Units are those of a scene: 372 high, as wide as the picture asks. Nothing is ever stretched.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from simulator.window.art.markup import circle, ellipse, line, mix, moved, number, path, rect

SKY = ("#b5d5f8", "#eef6fe")
HALO = "#fffffd"
WARM_HALO = "#fff4da"
CLOUD = "#feffff"
CITY_LIGHT = "#e2ebfb"
LAMP = "#ffe9b0"
LAMP_SHADE = "#f6d48a"
BOOK_COLORS = ("#5b6cf0", "#f2a65a", "#26437e", "#e06a6a", "#2f9c8f", "#f4d06f")

Box = tuple[float, float, float, float]


class Prop(NamedTuple):
    """A thing drawn around its own foot: its shapes, how far it reaches left and right of it."""

    shapes: tuple[str, ...]
    left: float
    right: float


def outline(box: Box, radius: float = 6.0) -> str:
    """A closed outline with round corners, to be used as a hole in a wall."""
    x, y, w, h = box
    a, b, r = number(x), number(y), number(radius)
    inner_w, inner_h = number(w - 2 * radius), number(h - 2 * radius)
    return (
        f"M{number(x + radius)} {b} h{inner_w} a{r} {r} 0 0 1 {r} {r} v{inner_h}"
        f" a{r} {r} 0 0 1 -{r} {r} h-{inner_w} a{r} {r} 0 0 1 -{r} -{r} v-{inner_h}"
        f" a{r} {r} 0 0 1 {r} -{r}Z M{a} {b}"
    )


def frame(box: Box, panes: int, color: str = "#ffffff", sill: bool = True) -> list[str]:
    """A window frame around a hole in the wall, with bars between ``panes`` and a sill."""
    x, y, w, h = box
    parts = [line(outline(box), color, 11)]
    parts += [rect(x + w * i / panes - 4, y, 8, h, color) for i in range(1, panes)]
    if sill:
        parts.append(rect(x - 18, y + h + 2, w + 36, 12, color, 4))
        parts.append(rect(x - 14, y + h + 14, w + 28, 4, "#8fa0cf", 2, 0.35))
    return parts


def cloud(x: float, y: float, scale: float = 1.0) -> str:
    """A small white cloud."""
    puffs = ((-10, -9, 13), (10, -12, 16))
    shapes = [ellipse(0, 0, 34, 12, CLOUD), *(circle(*puff, CLOUD) for puff in puffs)]
    return moved(x, y, shapes, scale)


def clouds(left: float, right: float, y: float) -> list[str]:
    """Clouds of different sizes, spread from left to right."""
    sizes = ((60, 6, 1.0), (205, -16, 0.6), (330, 22, 0.8))
    spread: list[str] = []
    start = left
    while start < right:
        spread += [cloud(start + x, y + dy, s) for x, dy, s in sizes if start + x < right - 20]
        start += 400
    return spread


def city(left: float, right: float, floor: float) -> list[str]:
    """A skyline in two depths, with lit windows in the near houses."""
    parts: list[str] = []
    x, i = left, 0
    while x < right:
        w, h = 32 + (i * 23) % 21, 74 + (i * 47) % 56
        parts.append(rect(x, floor - h, w, h, "#bccff0"))
        x, i = x + w + 6 + (i * 31) % 26, i + 1
    x, i = left - 8, 0
    while x < right:
        w, h = 28 + (i * 17) % 20, 46 + (i * 41) % 54
        parts.append(rect(x, floor - h, w, h, "#9db5e3"))
        for k in range(int(h // 16) * int(w // 11)):
            row, column = divmod(k, int(w // 11))
            if (row * 7 + column * 5 + i * 3) % 3:
                parts.append(rect(x + 5 + column * 11, floor - h + 8 + row * 16, 5, 7, CITY_LIGHT))
        x, i = x + w + 3 + (i * 29) % 30, i + 1
    return parts


def hills(left: float, right: float, floor: float) -> list[str]:
    """Green hills and round trees, as seen from a quiet street."""
    parts = [
        ellipse(x, floor + 16, 190, 74, "#cfe6d4" if i % 2 else "#bfdcc8")
        for i, x in enumerate(range(int(left), int(right) + 200, 170))
    ]
    for i, x in enumerate(range(int(left) + 40, int(right), 92)):
        size = 20 + (i * 13) % 12
        parts.append(rect(x - 3, floor - 34, 6, 40, "#8f7a63"))
        parts.append(circle(x, floor - 44, size, "#86bfa0" if i % 2 else "#74b192"))
        parts.append(circle(x - size * 0.3, floor - 50, size * 0.45, "#9ccfb2"))
    return parts


def plant(pot: str = "#e6805f") -> Prop:
    """A plant with three leaves in a pot that stands on ``floor``."""
    shapes = (
        path("M0 -26 C-26 -40 -30 -62 -22 -74 C-8 -62 0 -46 0 -26Z", "#2f8f6b"),
        path("M0 -26 C26 -38 32 -58 26 -70 C10 -60 0 -44 0 -26Z", "#3fae83"),
        path("M0 -26 C-10 -50 -4 -76 4 -86 C14 -70 10 -44 0 -26Z", "#4cc495"),
        path("M-17 -28 L17 -28 L13 0 L-13 0Z", pot),
        rect(-19, -31, 38, 7, pot, 3),
        rect(-17, -24, 34, 3, "#000000", 0, 0.12),
    )
    return Prop(shapes, 30, 30)


def tall_plant(pot: str = "#ffffff") -> Prop:
    """A floor plant with long leaves, about 150 units high."""
    stems = (
        "M0 -40 C-2 -80 -14 -110 -34 -126 M0 -40 C2 -86 4 -120 8 -146 M0 -40 C6 -74 22 -98 42 -108"
    )
    leaves = (
        ("M-34 -126 C-58 -124 -64 -100 -58 -84 C-38 -90 -28 -108 -34 -126Z", "#2f8f6b"),
        ("M8 -146 C-14 -136 -16 -108 -2 -92 C16 -104 22 -130 8 -146Z", "#4cc495"),
        ("M42 -108 C62 -110 70 -88 62 -70 C44 -74 34 -92 42 -108Z", "#3fae83"),
        ("M-6 -76 C-32 -92 -52 -78 -56 -62 C-36 -50 -16 -58 -6 -76Z", "#3fae83"),
        ("M6 -66 C22 -84 46 -78 54 -62 C38 -46 18 -48 6 -66Z", "#2f8f6b"),
    )
    shapes = (
        line(stems, "#2a7d5e", 4),
        *(path(d, color) for d, color in leaves),
        path("M-24 -44 L24 -44 L18 0 L-18 0Z", pot),
        path("M-24 -44 L24 -44 L23 -36 L-23 -36Z", "#000000", 0.1),
    )
    return Prop(shapes, 62, 66)


def shelf(x: float, y: float, width: float, color: str = "#b98d6a") -> list[str]:
    """A board on the wall whose top is at ``y``."""
    return [
        rect(x, y, width, 9, color, 3),
        rect(x + 4, y + 9, width - 8, 4, "#3a2a4a", 2, 0.18),
    ]


def books(x: float, floor: float, count: int, colors: Sequence[str] = BOOK_COLORS) -> list[str]:
    """Upright books of different heights, from ``x`` to the right."""
    parts: list[str] = []
    for i in range(count):
        width, height = 11 + (i * 5) % 7, 34 + (i * 11) % 18
        parts.append(rect(x, floor - height, width, height, colors[i % len(colors)], 2))
        parts.append(rect(x + 3, floor - height + 7, width - 6, 3, "#ffffff", 0, 0.6))
        x += width + 2
    return parts


def picture(box: Box, ground: str, shapes: Sequence[str] = (), edge: str = "#ffffff") -> list[str]:
    """A framed picture; ``shapes`` are drawn from its top left corner."""
    x, y, w, h = box
    return [
        rect(x + 2, y + 4, w, h, "#1a2140", 5, 0.08),
        rect(x, y, w, h, edge, 5),
        rect(x + 7, y + 7, w - 14, h - 14, ground, 3),
        moved(x, y, shapes),
    ]


def pendant(x: float, length: float, color: str) -> list[str]:
    """A lamp that hangs from the ceiling."""
    return [
        line(f"M{x} 0 V{length}", "#5a4a52", 2.5),
        circle(x, length + 24, 9, LAMP),
        path(
            f"M{x - 30} {length + 26} C{x - 28} {length + 4} {x - 12} {length - 2} {x} {length - 2}"
            f" C{x + 12} {length - 2} {x + 28} {length + 4} {x + 30} {length + 26}Z",
            color,
        ),
    ]


def mug(color: str = "#f4f6ff", band: str = "#5b6cf0") -> Prop:
    """A mug of coffee that stands on ``floor``."""
    body = "M-24 -44 L24 -44 L21 -4 Q20 0 16 0 L-16 0 Q-20 0 -21 -4Z"
    handle, edge = "M24 -34 q18 0 16 14 q-2 12 -18 10", mix(color, "#1a2140", 0.3)
    shapes = (
        # A white mug before a pale wall needs an edge.
        line(handle, edge, 8),
        line(body, edge, 3),
        line(handle, color, 5),
        path(body, color),
        ellipse(0, -44, 24, 5, "#7b5138"),
        line("M-24 -44 a24 5 0 0 1 48 0", "#ffffff", 2),
        rect(-14, -28, 28, 5, band, 2),
    )
    return Prop(shapes, 24, 45)


def laptop() -> Prop:
    """The back of an open laptop."""
    shapes = (
        path("M-74 -80 Q-74 -88 -66 -88 L66 -88 Q74 -88 74 -80 L82 0 L-82 0Z", "#3a4668"),
        path(
            "M-66 -88 L66 -88 Q74 -88 74 -80 L75 -74 L-75 -74 L-74 -80 Q-74 -88 -66 -88Z",
            "#4d5a80",
        ),
        circle(0, -42, 10, "#8fa0cf"),
        rect(-92, -2, 184, 9, "#28324f", 4),
    )
    return Prop(shapes, 92, 92)


def notepad() -> Prop:
    """A sheet of notes with a pen across its corner."""
    shapes = (
        path("M-58 22 L-44 -4 L64 -4 L58 22Z", "#ffffff"),
        line("M-40 4 L50 4 M-44 11 L34 11", "#c3cbe4", 2.5),
        line("M44 -12 L84 10", "#5b6cf0", 5),
    )
    return Prop(shapes, 58, 86)


def desk(width: float, top: float, wood: tuple[str, str, str]) -> list[str]:
    """A table top from wall to wall: lit edge, front, lower edge."""
    edge, front, foot = wood
    return [
        rect(0, top, width, 372 - top, front),
        rect(0, top, width, 7, edge),
        rect(0, 364, width, 8, foot),
    ]


def office_chair(x: float, shell: str = "#46507a", cushion: str = "#56618f") -> list[str]:
    """The back of an office chair behind a person at ``x``."""
    return [rect(x - 108, 196, 216, 176, shell, 40), rect(x - 94, 210, 188, 160, cushion, 30)]
