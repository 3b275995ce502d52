"""Places where the talk happens: a layer behind the person and a layer in front of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from simulator.window.art import calls, fair, gym, harbor, home, offices, shops
from simulator.window.art.furniture import CITY_LIGHT, CLOUD, HALO, LAMP, LAMP_SHADE, SKY, WARM_HALO
from simulator.window.art.markup import document
from simulator.window.art.scene import HEIGHT, Room

PERSON_X = 0.66

_Back = Callable[[Room], tuple[str, list[str]]]
_Front = Callable[[Room], list[str]]
_PLACES: dict[str, tuple[_Back, _Front]] = {
    "office": (offices.office_back, offices.office_front),
    "clinic": (offices.clinic_back, offices.clinic_front),
    "workshop": (shops.workshop_back, shops.workshop_front),
    "cafe": (shops.cafe_back, shops.cafe_front),
    "home": (home.home_back, home.home_front),
    "video-call": (calls.video_call_back, calls.video_call_front),
    "trade-fair": (fair.trade_fair_back, fair.trade_fair_front),
    "phone": (calls.phone_back, calls.phone_front),
    "harbor": (harbor.harbor_back, harbor.harbor_front),
    "gym": (gym.gym_back, gym.gym_front),
}
PLACES = tuple(_PLACES)

# By night walls (all that is a gradient) grow dark and blue, things less so; what gives light
# stays bright. Red, green and blue: the share kept in percent, and what is added.
_Dimming = tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
_WALLS_BY_NIGHT: _Dimming = ((19, 8), (21, 10), (29, 22))
_THINGS_BY_NIGHT: _Dimming = ((56, 4), (58, 6), (66, 14))
_NIGHT = {
    SKY[0]: "#161d42",
    SKY[1]: "#39437e",
    CITY_LIGHT: "#ffd88a",
    LAMP: "#ffe3a1",
    LAMP_SHADE: "#ffd98a",
    CLOUD: "#3a447f",
    HALO: "#6470ab",
    WARM_HALO: "#8d6a48",
}
_COLOR = re.compile(r"#[0-9a-f]{6}")


class Part(NamedTuple):
    """The part of a place that a picture shows, in pixels of the whole place."""

    left: int
    top: int
    width: int
    height: int


def person_box(width: int, height: int, *, full: bool = False) -> tuple[int, int, int, int]:
    """Return where the bust stands in a scene of that size: x, y, width and height in pixels.

    In a ``full`` place it stands in the middle.
    """
    tall = round(height * 0.98)
    wide = round(tall * 5 / 6)
    return (
        round(width * (0.5 if full else PERSON_X) - wide / 2),
        height - tall + max(round(height * 0.01), 1),
        wide,
        tall,
    )


def place_svg(
    place: str,
    width: int,
    height: int,
    *,
    dark: bool = False,
    calm: bool = False,
    full: bool = False,
    part: Part | None = None,
) -> str:
    """Draw what lies behind the person in a place of ``width`` by ``height`` pixels.

    Meant for 1.6 to 4 times as wide as high. ``dark`` gives the place by night, ``calm`` one
    without what hangs at the left, where words will stand, ``full`` one with things on both sides
    of a person in the middle. Of a ``part`` nothing is drawn that its frame would slice. Raises
    ``KeyError`` for a place outside ``PLACES``.
    """
    seen = part or Part(0, 0, width, height)
    defs, parts = _PLACES[place][0](_room(width, height, seen, calm=calm, full=full))
    if dark:
        defs, parts = _lit(defs, _WALLS_BY_NIGHT), [_lit("".join(parts), _THINGS_BY_NIGHT)]
    return _shown(seen, height, parts, defs)


def front_svg(
    place: str,
    width: int,
    height: int,
    *,
    dark: bool = False,
    part: Part | None = None,
    covered: int = 0,
) -> str:
    """Draw what stands before the person: desk, counter, table; the rest stays transparent.

    Nothing is put on the table where it would reach under the ``covered`` pixels at the left.
    """
    seen = part or Part(0, 0, width, height)
    free = seen._replace(left=seen.left + covered, width=seen.width - covered)
    parts = "".join(_PLACES[place][1](_room(width, height, free)))
    return _shown(seen, height, (_lit(parts, _THINGS_BY_NIGHT) if dark else parts,))


def _room(
    width: int, height: int, seen: Part, *, calm: bool = False, full: bool = False
) -> Room:  # fmt: skip
    unit = HEIGHT / height
    units = unit * width
    first, last = seen.left * unit, (seen.left + seen.width) * unit
    return Room(units, units * (0.5 if full else PERSON_X), first, last, calm, full)


def _shown(seen: Part, height: int, parts: Iterable[str], defs: str = "") -> str:
    unit = HEIGHT / height
    view, start = (seen.width * unit, seen.height * unit), (seen.left * unit, seen.top * unit)
    return document((seen.width, seen.height), view, parts, defs, start)


def _lit(svg: str, dimming: _Dimming) -> str:
    """Replace every color by what it is by night."""

    def by_night(match: re.Match[str]) -> str:
        color = match.group()
        pairs = zip((1, 3, 5), dimming, strict=True)
        dimmed = (int(color[i : i + 2], 16) * share // 100 + base for i, (share, base) in pairs)
        return _NIGHT.get(color) or "#" + "".join(f"{channel:02x}" for channel in dimmed)

    return _COLOR.sub(by_night, svg)
