"""People: a portrait in words becomes a bust with one of five expressions."""

from __future__ import annotations

from simulator.window.art.clothes import clothes_layers
from simulator.window.art.face import (
    EXPRESSIONS,
    MOODS,
    face_parts,
    glasses_parts,
    head_parts,
    neck_parts,
    temple_parts,
)
from simulator.window.art.hair import hair_layers
from simulator.window.art.markup import document, group
from simulator.window.art.portrait import (
    AGES,
    CLOTHES,
    CLOTHES_COLORS,
    FACES,
    FLAGS,
    HAIR_COLORS,
    HAIR_STYLES,
    SKINS,
    Portrait,
    portrait_from,
)

__all__ = [
    "AGES",
    "BUST_SIZE",
    "CLOTHES",
    "CLOTHES_COLORS",
    "EXPRESSIONS",
    "EYES",
    "FACES",
    "FLAGS",
    "HAIR_COLORS",
    "HAIR_STYLES",
    "SKINS",
    "Portrait",
    "bust_svg",
    "portrait_from",
]

BUST_SIZE = (400, 480)
EYES = (0.3, 0.36, 0.4, 0.1)
"""Where everybody's eyes are in the drawing: x, y, width and height, in parts of its size."""


def bust_svg(
    portrait: Portrait, expression: str, width: int, height: int, blink: bool = False
) -> str:
    """Draw a person from the chest up as SVG text of ``width`` by ``height`` pixels.

    The drawing is 400 by 480 units: keep that ratio (5:6), or it is stretched. ``expression`` is
    one of ``EXPRESSIONS``; raises ``KeyError`` for another. ``blink`` closes open eyes.
    """
    mood = MOODS[expression]
    hair = hair_layers(portrait)
    clothes = clothes_layers(portrait)
    turn = f"rotate({mood.tilt} 200 320)"
    return document(
        (width, height),
        BUST_SIZE,
        (
            group(turn, hair.behind),
            *clothes.body,
            *neck_parts(portrait),
            *clothes.collar,
            *hair.drape,
            group(
                turn,
                (
                    *head_parts(portrait),
                    *hair.hairline,
                    *face_parts(portrait, expression, blink),
                    *temple_parts(portrait),
                    *hair.front,
                    *glasses_parts(portrait),
                ),
            ),
        ),
    )
