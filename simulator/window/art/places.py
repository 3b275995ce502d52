"""Places where the talk happens: a layer behind the person and a layer in front of them."""

from __future__ import annotations

import re
from collections.abc import Callable

from simulator.window.art import rooms, venues
from simulator.window.art.furniture import CITY_LIGHT, LAMP, SKY
from simulator.window.art.markup import document
from simulator.window.art.rooms import HEIGHT, Room

PERSON_X = 0.66

_Back = Callable[[Room], tuple[str, list[str]]]
_Front = Callable[[Room], list[str]]
_PLACES: dict[str, tuple[_Back, _Front]] = {
    "office": (rooms.office_back, rooms.office_front),
    "clinic": (rooms.clinic_back, rooms.clinic_front),
    "workshop": (rooms.workshop_back, rooms.workshop_front),
    "cafe": (rooms.cafe_back, rooms.cafe_front),
    "home": (rooms.home_back, rooms.home_front),
    "video-call": (venues.video_call_back, venues.video_call_front),
    "trade-fair": (venues.trade_fair_back, venues.trade_fair_front),
    "phone": (venues.phone_back, venues.phone_front),
    "harbor": (venues.harbor_back, venues.harbor_front),
}
PLACES = tuple(_PLACES)

# By night the sky is dark, and what gives light stays bright; all else is dimmed toward blue.
_NIGHT = {
    SKY[0]: "#161d42",
    SKY[1]: "#39437e",
    CITY_LIGHT: "#ffd88a",
    LAMP: "#ffe3a1",
}
_COLOR = re.compile(r"#[0-9a-f]{6}")


def person_box(width: int, height: int) -> tuple[int, int, int, int]:
    """Return where the bust stands in a scene of that size: x, y, width and height in pixels."""
    tall = round(height * 0.98)
    wide = round(tall * 5 / 6)
    return (
        round(width * PERSON_X - wide / 2),
        height - tall + max(round(height * 0.01), 1),
        wide,
        tall,
    )


def place_svg(place: str, width: int, height: int, *, dark: bool = False) -> str:
    """Draw what lies behind the person, ``width`` by ``height`` pixels.

    Meant for 1.6 to 4 times as wide as high. ``dark`` gives the place by night. Raises
    ``KeyError`` for a place outside ``PLACES``.
    """
    room = _room(width, height)
    defs, parts = _PLACES[place][0](room)
    return _lit(document((width, height), (room.width, HEIGHT), parts, defs), dark)


def front_svg(place: str, width: int, height: int, *, dark: bool = False) -> str:
    """Draw what stands before the person: desk, counter, table; the rest stays transparent."""
    room = _room(width, height)
    parts = _PLACES[place][1](room)
    return _lit(document((width, height), (room.width, HEIGHT), parts), dark)


def _room(width: int, height: int) -> Room:
    units = HEIGHT * width / height
    return Room(units, units * PERSON_X)


def _lit(svg: str, dark: bool) -> str:
    return _COLOR.sub(lambda match: night(match.group()), svg) if dark else svg


def night(color: str) -> str:
    """Return a ``#rrggbb`` color as it looks by night."""
    if color in _NIGHT:
        return _NIGHT[color]
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return f"#{red * 38 // 100 + 6:02x}{green * 41 // 100 + 9:02x}{blue * 52 // 100 + 22:02x}"
