"""People and places on pages of their own: only the gallery shows them, for critical eyes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from simulator.scenario.words import Face
from simulator.window.art.people import (
    CLOTHES,
    EXPRESSIONS,
    HAIR_STYLES,
    SKINS,
    Portrait,
    portrait_from,
)
from simulator.window.art.places import PLACES
from simulator.window.canvas import Canvas
from simulator.window.faces import draw_bust, face_ground
from simulator.window.layout import Rect, cut_bottom, grid
from simulator.window.screen import Screen
from simulator.window.stage.person import Frame, draw_place
from simulator.window.theme import CARD_RADIUS, GAP, PAD

if TYPE_CHECKING:
    from simulator.window.gallery import Shot

Person = tuple[str, Portrait, str, bool]
"""Words below a person, the person, the expression, and whether the eyes are closed."""

CREW: Final = ("birch", "copper", "delta", "ember", "fjord")
"""Seeds of people nobody has described."""


class CastScreen(Screen):
    """People from the chest up, so many in a row, each with a few words below."""

    def __init__(self, people: Sequence[Person], across: int) -> None:
        super().__init__()
        self.people = list(people)
        self.across = across

    def draw(self, canvas: Canvas) -> None:
        """Draw the people."""
        low = canvas.fonts.leading("caption")
        for (words, portrait, expression, blinks), cell in zip(
            self.people,
            grid(canvas.size.inset(PAD), len(self.people), self.across, GAP),
            strict=True,
        ):
            canvas.card(cell)
            foot, room = cut_bottom(cell.inset(8), low, 4)
            canvas.panel(room, face_ground(canvas.theme), radius=CARD_RADIUS - 8)
            wide = min(room.w, room.h * 5 / 6)
            box = Rect(room.middle[0] - wide / 2, room.bottom - wide * 1.2, wide, wide * 1.2)
            draw_bust(canvas, portrait, box, expression, blink=blinks)
            canvas.text(words, foot, "caption", align="center", lines=1)


class PlacesScreen(Screen):
    """Every place with somebody in it."""

    def draw(self, canvas: Canvas) -> None:
        """Draw the places."""
        low = canvas.fonts.leading("caption")
        for at, (place, cell) in enumerate(
            zip(PLACES, grid(canvas.size.inset(PAD), len(PLACES), 3, GAP), strict=True)
        ):
            foot, room = cut_bottom(cell, low, 4)
            person = portrait_from(None, CREW[at % len(CREW)])
            face = list(Face)[at % len(Face)]
            draw_place(canvas, room, place, person, face, Frame("talk"))
            canvas.text(place, foot, "caption", align="center", lines=1)


def _faces() -> list[Person]:
    """Some people nobody has described, with every expression, and their eyes closed."""
    looks = [(expression, expression, False) for expression in EXPRESSIONS]
    return [
        (words, portrait_from(None, seed), expression, blinks)
        for seed in CREW
        for words, expression, blinks in [*looks, ("blink", "neutral", True)]
    ]


def _hair() -> list[Person]:
    """Every hair style, on skins and at ages in turn."""
    people = []
    for at, hair in enumerate(HAIR_STYLES):
        words = {"hair": hair, "skin": SKINS[at % len(SKINS)]}
        people.append((hair, portrait_from(words, f"hair/{hair}"), "interested", False))
    return people


def _clothes() -> list[Person]:
    """Every garment, each on somebody else."""
    people = []
    for at, clothes in enumerate(CLOTHES):
        words = {"clothes": clothes, "skin": SKINS[(at + 3) % len(SKINS)]}
        portrait = portrait_from(words, f"clothes/{clothes}")
        people.append((clothes, replace(portrait, glasses=at % 3 == 0), "neutral", False))
    return people


def gallery_screens() -> list[Shot]:
    """Expressions, hair, garments and places."""
    return [
        ("cast-faces", lambda _: CastScreen(_faces(), len(EXPRESSIONS) + 1)),
        ("cast-hair", lambda _: CastScreen(_hair(), 5)),
        ("cast-clothes", lambda _: CastScreen(_clothes(), 4)),
        ("cast-places", lambda _: PlacesScreen()),
    ]
