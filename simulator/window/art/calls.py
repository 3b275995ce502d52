"""Calls: a video call on a big screen, and a phone call in two tones."""

from __future__ import annotations

from simulator.window.art.furniture import Box, Prop, books, desk, mug, plant, shelf, tall_plant
from simulator.window.art.markup import circle, fade, line, moved, number, path, rect
from simulator.window.art.scene import HEIGHT, OAK, Room, halo, wall


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
        *room.ledge(_ledge(room.left_shelf(200, 214))),
        *_far_shelves(room),
        rect(x - 12, y - 8, w + 24, h + 40, "#1a2140", 22, 0.08),
        rect(x - 10, y - 10, w + 20, h + 22, "#28324f", 18),
        rect(x, y, w, h, "url(#far)", 8),
        rect(x + 14, 76, 96, 8, "#b9a48c", 3),
        *books(x + 22, 76, 5),
        rect(x + 14, 148, 82, 8, "#b9a48c", 3),
        moved(x + 44, 148, plant("#7fa8d9").shapes, 0.6),
        moved(x + w - 84, 322, tall_plant().shapes, 1.1),
    ]
    return base + light + tone, [*parts, shine]


def _ledge(wide: float) -> Prop:
    """A shelf with books and a plant."""
    count = 4 if wide > 170 else 2
    shapes = (*shelf(0, 0, wide), *books(14, 0, count), moved(wide - 40, 0, plant().shapes, 0.62))
    return Prop(shapes, 0, wide)


def _far_shelves(room: Room) -> list[str]:
    """Shelves on both sides of the screen, where no words lie."""
    spots = (room.person - 470, room.person + 270) if room.full else ()
    return [part for x in spots for part in room.put(_ledge(200), x, 200)]


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
        *room.put(Prop(self_view, 0, 72), x + w - 84, y + 12),
        moved(middle, y + h - 28, (*buttons[:2], microphone, *buttons[3:])),
        *desk(room.width, 338, OAK),
        rect(middle - 70, 334, 140, 9, "#1f2842", 4),
        *room.put(mug(band="#13a08b"), room.person - 252, 364),
    ]


def phone_back(room: Room) -> tuple[str, list[str]]:
    """A phone call in two tones: the player's side, the person's side, waves between."""
    split = min(room.width * 0.46, room.person - 236)
    mine = fade("mine", 0, HEIGHT, ("#e6eafc", "#f1f3fe"))
    theirs = fade("theirs", 0, HEIGHT, ("#b9c6f6", "#d7defb"))
    slant = f"M{split + 34:.1f} 0 H{room.width:.1f} V372 H{split - 34:.1f}Z"
    waves = [
        circle(room.person, 196, radius, "#ffffff", opacity)
        for radius, opacity in ((246, 0.12), (204, 0.18), (162, 0.3))
    ]
    parts = [
        rect(0, 0, room.width, HEIGHT, "url(#mine)"),
        path(slant, "url(#theirs)"),
        *waves,
        path(f"M{split + 34:.1f} 0 L{split - 34:.1f} 372 H0 V0Z", "url(#mine)"),
        line(f"M{split + 34:.1f} -6 L{split - 34:.1f} 378", "#ffffff", 9),
        *(_waves(40, 300, 1.0, "#c3cdf4") if room.holds(40, 205) and split > 255 else ()),
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
    left, right = max(room.person - 150, room.first + 8), min(room.person + 150, room.last - 8)
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
