"""Stage directions within what is said: told like all that nobody says, and without brackets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

_DIRECTION: Final = re.compile(r"\(([A-Z\"'“‘][^()]*[.!?…][\"'”’]?)\)")
"""A whole sentence, or several, in brackets; what is only an aside of the speaker is none."""


class Part(NamedTuple):
    """A piece of what is said, or what is ``told`` before, between or after."""

    text: str
    told: bool


@lru_cache(maxsize=256)
def parts_of(said: str) -> tuple[Part, ...]:
    """The pieces in order; one that is neither told nor said is left out."""
    pieces = (
        Part(text.strip(), told=at % 2 == 1) for at, text in enumerate(_DIRECTION.split(said))
    )
    return tuple(piece for piece in pieces if piece.text)
