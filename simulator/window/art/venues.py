"""Scenes away from a quiet table: on a screen, on the phone, at a fair, in a port office."""

from __future__ import annotations

from simulator.window.art.furniture import (
    CITY_LIGHT,
    LAMP,
    Box,
    books,
    clouds,
    desk,
    frame,
    laptop,
    mug,
    notepad,
    office_chair,
    plant,
    shelf,
    tall_plant,
)
from simulator.window.art.markup import circle, ellipse, fade, line, moved, number, path, rect
from simulator.window.art.rooms import HEIGHT, OAK, TABLE, Room, halo, sky, wall


def _screen(room: Room) -> Box:
    left = room.person - 204
    return (left, 14, min(room.person + 204, room.width - 14) - left, 312)


def video_call_back(room: Room) -> tuple[str, list[str]]:
    """A big screen on a desk; on it the person before a book shelf."""
    x, y, w, h = _screen(room)
    base, shape = wall(room, ("#e4e8f8", "#f1f3fc"))
    light, shine = halo(room, strength=0.55)
    tone = fade("far", y, y + h, ("#d8e8f0", "#eef5f6"))
    parts = [
        shape,
        *shelf(40, 262, 200),
        *books(54, 262, 4),
        plant(196, 262, 0.62),
        rect(x - 12, y - 8, w + 24, h + 40, "#1a2140", 22, 0.08),
        rect(x - 10, y - 10, w + 20, h + 22, "#28324f", 18),
        rect(x, y, w, h, "url(#far)", 8),
        rect(x + 14, 58, 96, 8, "#b9a48c", 3),
        *books(x + 22, 58, 5),
        rect(x + 14, 130, 82, 8, "#b9a48c", 3),
        plant(x + 44, 130, 0.6, "#7fa8d9"),
        tall_plant(x + w - 84, 322, 1.1),
    ]
    return base + light + tone, [*parts, shine]


def video_call_front(room: Room) -> list[str]:
    """The lower edge of the screen with the buttons of the call, and the desk."""
    x, y, w, h = _screen(room)
    middle = x + w / 2
    self_view = (
        rect(0, 0, 72, 54, "#ffffff", 9),
        rect(3, 3, 66, 48, "#b9c4ee", 7),
        circle(36, 22, 10, "#5463b8"),
        path("M16 51 C17 38 26 34 36 34 C46 34 55 38 56 51Z", "#5463b8"),
    )
    mic = "M0 -9 a3.5 3.5 0 0 1 3.5 3.5 v4 a3.5 3.5 0 0 1 -7 0 v-4 a3.5 3.5 0 0 1 3.5 -3.500Z"
    buttons = (
        rect(-84, -20, 168, 40, "#28324f", 20),
        circle(-56, 0, 14, "#46527c"),
        path(mic, "#ffffff", 1.0),
        circle(0, 0, 14, "#46527c"),
        rect(-8, -5.5, 10, 11, "#ffffff", 2),
        path("M3 -1.5 L8 -5 V5 L3 1.500Z", "#ffffff"),
        circle(56, 0, 14, "#e8566a"),
        line("M48 3 C52 -3 60 -3 64 3", "#ffffff", 4.5),
    )
    microphone = moved(
        -56, 0, (path(mic, "#ffffff"), line("M-6 -1 a6 6 0 0 0 12 0 M0 5 v4", "#ffffff", 1.8))
    )
    return [
        rect(x - 10, y + h, w + 20, 18, "#28324f"),
        rect(x, y + h, w, 2, "#46527c"),
        moved(x + w - 84, y + 12, self_view),
        moved(middle, y + h - 28, (*buttons[:2], microphone, *buttons[3:])),
        *desk(room.width, 338, OAK),
        rect(middle - 70, 334, 140, 9, "#1f2842", 4),
        mug(room.person - 252, 364, "#f4f6ff", "#13a08b"),
    ]


def phone_back(room: Room) -> tuple[str, list[str]]:
    """A phone call in two tones: the player's side, the person's side, waves between."""
    split = room.width * 0.46
    mine = fade("mine", 0, HEIGHT, ("#e6eafc", "#f1f3fe"))
    theirs = fade("theirs", 0, HEIGHT, ("#b9c6f6", "#d7defb"))
    slant = f"M{split + 34:.1f} 0 H{room.width:.1f} V372 H{split - 34:.1f}Z"
    waves = [
        circle(room.person, 196, radius, "#ffffff", opacity)
        for radius, opacity in ((246, 0.16), (204, 0.22), (162, 0.42))
    ]
    parts = [
        rect(0, 0, room.width, HEIGHT, "url(#mine)"),
        path(slant, "url(#theirs)"),
        *waves,
        path(f"M{split + 34:.1f} 0 L{split - 34:.1f} 372 H0 V0Z", "url(#mine)"),
        line(f"M{split + 34:.1f} -6 L{split - 34:.1f} 378", "#ffffff", 9),
        *_waves(40, 300, 1.0, "#c3cdf4"),
    ]
    return mine + theirs, parts


def _waves(x: float, y: float, scale: float, color: str) -> list[str]:
    """The bars of a voice, from ``x`` to the right, centered on ``y``."""
    heights = (10, 22, 38, 26, 46, 60, 34, 52, 28, 40, 18, 12)
    bars = " ".join(
        f"M{x + i * 15:.1f} {number(y - h * scale / 2)} v{number(h * scale)}"
        for i, h in enumerate(heights)
    )
    return [line(bars, color, 6)]


def phone_front(room: Room) -> list[str]:
    """The panel of a phone at the foot of the scene: handset, sound, hang up."""
    left, right = room.person - 150, min(room.person + 150, room.width - 18)
    middle = (left + right) / 2
    handset = (
        "M-12 -10 C-16 -4 -8 8 4 13"
        " C10 15 14 11 13 8 L7 4 L3 7 C-1 5 -4 2 -6 -3 L-3 -7 L-6 -12 C-8 -13 -10 -12 -12 -10Z"
    )
    return [
        rect(left + 3, 318, right - left - 6, 46, "#1a2140", 23, 0.16),
        rect(left, 312, right - left, 46, "#28324f", 23),
        circle(left + 26, 335, 16, "#13a08b"),
        moved(left + 26, 335, (path(handset, "#ffffff"),), 0.75),
        *_waves(middle - 82, 335, 0.55, "#8fa0ff"),
        circle(right - 26, 335, 16, "#e8566a"),
        moved(right - 26, 335, (line("M-7 3 C-3 -4 3 -4 7 3", "#ffffff", 5),)),
    ]


def trade_fair_back(room: Room) -> tuple[str, list[str]]:
    """A fair hall: ceiling lights, far booths, the wall of the person's own booth."""
    base, shape = wall(room, ("#e3e9f8", "#f3f5fc"))
    light, shine = halo(room, strength=0.3)
    left = room.person - 190
    span = room.width - left + 20
    lamps = [
        ellipse(x, 22 + (i % 2) * 12, 34, 5, LAMP) for i, x in enumerate(range(60, int(left), 120))
    ]
    parts = [
        shape,
        line(f"M0 44 H{room.width:.1f} M0 60 H{room.width:.1f}", "#cdd7f0", 4),
        line(
            " ".join(f"M{x} 44 l20 16 l20 -16" for x in range(0, int(room.width), 40)), "#cdd7f0", 3
        ),
        *lamps,
        rect(0, 292, room.width, 80, "#cfd8ee"),
        *_far_booths(left),
        rect(left, 26, span, 346, "#4a5cf0", 10),
        rect(left, 26, span, 62, "#3b4bd0", 10),
        rect(left, 78, span, 10, "#3b4bd0"),
        *_logos(left, room.width),
        path(
            _swing(left, room.width, 250),
            "#6f7ff5",
        ),
        path(
            _swing(left, room.width, 302),
            "#8d9af8",
        ),
    ]
    return base + light, [*parts, shine]


def _swing(left: float, right: float, y: float) -> str:
    """A calm wave on the wall of the booth, from its left edge to the right of the scene."""
    a, b, end = number(left + 100), number(left + 190), number(right)
    return f"M{number(left)} 372 V{number(y)} C{a} {y - 14} {b} {y + 40} {end} {y - 32} V372Z"


def _far_booths(right: float) -> list[str]:
    colors = (("#f4c48d", "#f8dcb9"), ("#9fd0c5", "#cfe9e2"), ("#c9bdea", "#e4dcf6"))
    parts: list[str] = []
    x, i = 22.0, 0
    while x + 120 < right:
        dark, pale = colors[i % 3]
        parts += [
            rect(x, 176, 122, 116, pale, 4),
            rect(x, 176, 122, 24, dark, 4),
            rect(x + 36, 184, 50, 8, "#ffffff", 4, 0.8),
            rect(x + 14, 258, 58, 34, dark, 4),
            *_visitor(x + 92, "#8c9ac6"),
            *_visitor(x + 46, "#a5b0d6"),
        ]
        x, i = x + 150, i + 1
    return parts


def _visitor(x: float, color: str) -> list[str]:
    return [
        circle(x, 230, 9, color),
        path(f"M{x - 15} 292 V258 C{x - 15} 238 {x + 15} 238 {x + 15} 258 V292Z", color),
    ]


def _logos(left: float, right: float) -> list[str]:
    parts: list[str] = []
    x = left + 26
    while x < right:
        parts.append(path(f"M{x + 12:.1f} 44 l12 12 l-12 12 l-12 -12Z", "#ffffff"))
        parts.append(rect(x + 32, 50, 58, 12, "#ffffff", 6, 0.85))
        x += 274
    return parts


def trade_fair_front(room: Room) -> list[str]:
    """A booth counter with leaflets and a tablet."""
    leaflets = (
        path("M-46 0 L-36 -54 L36 -54 L46 0Z", "#dfe5fb", 0.95),
        *(
            rect(x, -62 + abs(x + 12) * 0.15, 26, 50, c, 3)
            for x, c in ((-34, "#f2a65a"), (-10, "#ffffff"), (14, "#5bb8a8"))
        ),
        path("M-50 2 L-44 -26 L44 -26 L50 2Z", "#b9c4ee"),
    )
    tablet = (
        path("M-30 4 L30 4 L20 -18 L-20 -18Z", "#9aa6c8"),
        rect(-56, -86, 112, 74, "#28324f", 9),
        rect(-49, -79, 98, 60, "#4d5a80", 4),
    )
    return [
        *desk(room.width, TABLE, ("#ffffff", "#e9edfb", "#b9c4ee")),
        rect(0, 338, room.width, 7, "#4a5cf0"),
        moved(room.right, 326, tablet),
        moved(room.person - 182, 330, leaflets),
        notepad(room.person - 98, 338, 0.8),
    ]


def harbor_back(room: Room) -> tuple[str, list[str]]:
    """A port office: quay, cranes, containers and a ship through a wide window."""
    glass: Box = (room.person - 186, 30, max(room.width - room.person + 150, 360), 222)
    base, shape = wall(room, ("#dbe5ee", "#ebf1f5"), (glass,))
    light, shine = halo(room, strength=0.55)
    x, _, w, _ = glass
    end = min(x + w, room.width)
    parts = [
        rect(x, 30, w, 222, "url(#sky)"),
        *clouds(x, end, 62),
        rect(x, 190, w, 70, "#7fb0d6"),
        line(
            " ".join(f"M{a} 206 h26 m30 14 h20" for a in range(int(x), int(end), 96)), "#b5d5ea", 3
        ),
        *_ship(room.person - 150, 206),
        *_ship(room.person + 380, 206),
        rect(x, 226, w, 30, "#9aa6b4"),
        *(_crane(a) for a in _spots(room.person + 122, end, 230)),
        *_containers(x, end),
        shape,
        *frame(glass, max(round(w / 180), 2), "#f7fafc"),
        *_chart(44, 164),
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


def _crane(x: float) -> str:
    red = "#d9604a"
    return moved(
        x,
        228,
        (
            line("M0 0 L10 -120 M52 0 L42 -120 M4 -50 H48 M5 -56 L46 -100", red, 5),
            line("M-62 -122 H86", red, 7),
            line("M26 -154 L-58 -124 M26 -154 L82 -124 M26 -154 V-120", red, 3.5),
            rect(30, -118, 22, 18, "#f4f6fa", 3),
            line("M-40 -118 V-70", "#5d6a80", 2),
            rect(-58, -70, 36, 17, "#f0b23f", 2),
        ),
    )


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


def _chart(x: float, y: float) -> list[str]:
    """A sea chart with a route on it."""
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
        laptop(room.right, 326, 0.92),
        moved(room.person - 182, 338, radio),
        notepad(room.person - 100, 342),
    ]
