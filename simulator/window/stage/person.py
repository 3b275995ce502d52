"""The prospect as a picture: who they are, where they sit, and how they look just now."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from typing import Final, Literal, NamedTuple

from simulator.scenario.words import Face
from simulator.window.art.people import Portrait, bust_svg
from simulator.window.art.places import PERSON_X, PLACES, front_svg, person_box, place_svg
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect
from simulator.window.theme import CARD_RADIUS

_BOX = re.compile(r'viewBox="([^"]+)"')
_WIDTH = re.compile(r'width="[^"]+"')
HEIGHT_STEP = 32.0
"""Scenes are drawn in steps of this height, so that few sizes of each picture are needed."""


Framing = Literal["wide", "close", "talk"]


class Pose(NamedTuple):
    """How the person is just now: eyes closed or open, and how far sunk, in logical units."""

    blinks: bool = False
    sunk: float = 0.0


STILL: Final = Pose()


def draw_place(
    canvas: Canvas,
    rect: Rect,
    place: str,
    portrait: Portrait,
    face: Face,
    *,
    pose: Pose = STILL,
    radius: float = CARD_RADIUS,
    framing: Framing = "wide",
) -> None:
    """Draw the person where the talk happens, filling ``rect``.

    ``close`` shows only the part around the person, for rectangles that are not wide; in ``talk``
    nothing hangs where a bubble will lie, and in neither what would be seen only in part.
    """
    where = place if place in PLACES else "office"
    dark = canvas.theme.name != "light"
    whole = whole_place(rect) if framing == "close" else rect
    calm = framing != "wide"
    area, shown = canvas.pixels(whole), canvas.pixels(rect)
    left = shown.x - area.x

    def part(draw: Callable[..., str], **more: bool) -> Callable[[int, int], str]:
        def make(w: int, h: int) -> str:
            return cut_across(draw(where, area.w, h, dark=dark, **more), area.w, left, w)

        return make

    side = (where, dark, area.w, left)
    canvas.picture(("place", calm, *side), part(place_svg, calm=calm), rect, radius=radius)
    person = person_area(canvas, whole)
    # A person as wide as the card would stick out of its round corners; a table hides the cut.
    low = radius if person.right > rect.right - radius else 0.0
    with canvas.clip(rect._replace(h=rect.h - low)):
        # By whole pixels, so that the person is of one size and drawn once.
        sunk = round(pose.sunk * canvas.scale) / canvas.scale
        canvas.picture(*bust(portrait, face, blink=pose.blinks), person.moved(0, sunk))
    canvas.picture(("front", *side), part(front_svg), rect, radius=radius)


def cut_across(svg: str, wide: int, left: int, kept: int) -> str:
    """A picture ``wide`` pixels wide without what lies left and right of a part of it."""
    if (left, kept) == (0, wide):
        return svg
    found = _BOX.search(svg)
    assert found, "a place says what it shows"
    x, y, w, h = (float(number) for number in found[1].split())
    box = f'viewBox="{x + w * left / wide:.2f} {y:g} {w * kept / wide:.2f} {h:g}"'
    return _WIDTH.sub(f'width="{kept}"', _BOX.sub(box, svg, count=1), count=1)


def whole_place(rect: Rect) -> Rect:
    """Where the whole place lies when ``rect`` shows the part with the person in its middle."""
    wide = max(1.7 * rect.h, rect.w)
    x = rect.x + rect.w / 2 - wide * PERSON_X
    return Rect(min(x, rect.x), rect.y, max(wide, rect.right - min(x, rect.x)), rect.h)


def person_area(canvas: Canvas, rect: Rect) -> Rect:
    """Where the bust stands in a scene."""
    k = canvas.scale
    area = canvas.pixels(rect)
    x, y, w, h = person_box(area.w, area.h)
    return Rect((area.x + x) / k, (area.y + y) / k, w / k, h / k)


def bust(
    portrait: Portrait, face: Face, *, blink: bool = False
) -> tuple[Hashable, Callable[[int, int], str]]:
    """The key and the maker of a bust, as :meth:`Canvas.picture` takes them."""

    def make(w: int, h: int) -> str:
        return bust_svg(portrait, face.value, w, h, blink)

    return ("bust", portrait, face.value, blink), make
