"""The prospect as a picture: who they are, where they sit, and how they look just now."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial

import pygame

from simulator.scenario.model import Scenario
from simulator.scenario.words import Face
from simulator.window.art.people import Portrait, bust_svg, portrait_from
from simulator.window.art.places import PLACES, front_svg, person_box, place_svg
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect
from simulator.window.theme import CARD_RADIUS

HEIGHT_STEP = 24.0
"""Scenes are drawn in steps of this height, so that few sizes of each picture are needed."""


def portrait_of(scenario: Scenario) -> Portrait:
    """The person a scenario describes, the same on every screen."""
    words = scenario.prospect.portrait
    given = words.model_dump(exclude_none=True) if words else None
    return portrait_from(given, scenario.id)


def draw_place(
    canvas: Canvas,
    rect: Rect,
    place: str,
    portrait: Portrait,
    face: Face,
    *,
    blink: bool = False,
    radius: float = CARD_RADIUS,
) -> None:
    """Draw the person where the talk happens, filling ``rect``."""
    where = place if place in PLACES else "office"
    dark = canvas.theme.name != "light"
    back = partial(place_svg, where, dark=dark)
    front = partial(front_svg, where, dark=dark)
    canvas.picture(("place", where, dark), back, rect, radius=radius)
    with canvas.clip(rect):
        canvas.picture(*bust(portrait, face, blink=blink), person_area(canvas, rect))
    canvas.picture(("front", where, dark), front, rect, radius=radius)


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


def warm(canvas: Canvas, rect: Rect, portrait: Portrait, face: Face) -> None:
    """Draw a face at the size it has in a scene, to have it at hand later."""
    nowhere = Canvas(pygame.Surface((1, 1)), canvas.theme, canvas.fonts)
    nowhere.picture(*bust(portrait, face), person_area(canvas, rect))
