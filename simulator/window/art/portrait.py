"""What a person looks like, in words, and the person drawn from a seed when words are missing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.window.art.palette import CLOTH_TONES, HAIR_TONES, SKIN_TONES

AGES = ("young", "middle", "older")
FACES = ("oval", "round", "square")
SKINS = tuple(SKIN_TONES)
HAIR_COLORS = tuple(HAIR_TONES)
CLOTHES_COLORS = tuple(CLOTH_TONES)
SHORT_STYLES = ("quiff", "parted", "buzz", "curls", "receding", "bald")
LONG_STYLES = ("bob", "long", "waves", "bun", "curly", "pixie", "ponytail", "headscarf")
HAIR_STYLES = SHORT_STYLES + LONG_STYLES
CLOTHES = (
    "blazer",
    "knit",
    "turtleneck",
    "blouse",
    "shirt",
    "polo",
    "hoodie",
    "overalls",
    "apron",
    "scrubs",
    "vest",
)
FLAGS = ("glasses", "beard", "earrings", "lashes", "tie")

# A seeded person gets a hair color that is common with the skin, and grows grey with age.
_COMMON_HAIR: dict[str, tuple[str, ...]] = {
    "pale": ("blond", "red", "brown", "dark", "auburn"),
    "fair": ("brown", "dark", "blond", "auburn"),
    "olive": ("black", "dark", "brown"),
    "tan": ("black", "dark"),
    "brown": ("black", "dark"),
    "deep": ("black",),
}
_AGED_HAIR: dict[str, tuple[str, ...]] = {"young": (), "middle": ("grey",), "older": ("grey",) * 4}
# The scarf is drawn half as often as any other style: it says more about a person than hair does.
_DRAWN_LONG = LONG_STYLES[:-1] * 2 + LONG_STYLES[-1:]
_OFFICE_CLOTHES = ("blazer", "blazer", "knit", "turtleneck", "shirt", "polo")


@dataclass(frozen=True, slots=True)
class Portrait:
    """A person in words; every word is one of the vocabularies of this module."""

    age: str
    face: str
    skin: str
    hair: str
    hair_color: str
    clothes: str
    clothes_color: str
    glasses: bool = False
    beard: bool = False
    earrings: bool = False
    lashes: bool = False
    tie: bool = False


def _draw(seed: str, word: str, options: Sequence[str]) -> str:
    digest = hashlib.sha256(f"{seed}/{word}".encode()).digest()
    return options[int.from_bytes(digest[:8], "big") % len(options)]


class _Words:
    """The words an author gave, with every gap filled from the seed."""

    def __init__(self, given: Mapping[str, object], seed: str) -> None:
        self._given = given
        self._seed = seed

    def word(self, name: str, allowed: Sequence[str], options: Sequence[str]) -> str:
        """Return the author's word if it is allowed, else one of ``options``."""
        given = self._given.get(name)
        if isinstance(given, str) and given in allowed:
            return given
        return _draw(self._seed, name, options)

    def flag(self, name: str, chance: int) -> bool:
        """Return the author's yes or no, else yes in ``chance`` of 100 seeds."""
        given = self._given.get(name)
        if isinstance(given, bool):
            return given
        return int(_draw(self._seed, name, [str(n) for n in range(100)])) < chance


def _lashes_chance(given: Mapping[str, object]) -> int:
    if given.get("beard") is True or given.get("tie") is True:
        return 0
    hair = given.get("hair")
    if hair in SHORT_STYLES:
        return 0
    if hair in LONG_STYLES or given.get("earrings") is True:
        return 100
    return 50


def _hair_options(age: str, lashes: bool) -> tuple[str, ...]:
    if lashes:
        return _DRAWN_LONG
    return SHORT_STYLES[:4] if age == "young" else SHORT_STYLES


def portrait_from(words: Mapping[str, object] | None, seed: str) -> Portrait:
    """Return the person that ``words`` describe.

    Missing words, and words outside the vocabularies, are drawn from a SHA-256 of ``seed``:
    the same on every machine and forever. Given words steer the drawn ones (a beard is not
    drawn for someone with long lashes), so that half a description still makes one person.
    """
    given = words or {}
    source = _Words(given, seed)
    age = source.word("age", AGES, AGES)
    skin = source.word("skin", SKINS, SKINS)
    lashes = source.flag("lashes", _lashes_chance(given))
    hair = source.word("hair", HAIR_STYLES, _hair_options(age, lashes))
    colors = _COMMON_HAIR[skin] + _AGED_HAIR[age] + (("white",) if age == "older" else ())
    wardrobe = (*_OFFICE_CLOTHES, "blouse", "blouse") if lashes else _OFFICE_CLOTHES
    clothes = source.word("clothes", CLOTHES, wardrobe)
    formal = clothes in ("blazer", "shirt")
    return Portrait(
        age=age,
        face=source.word("face", FACES, FACES[:2] if lashes else FACES),
        skin=skin,
        hair=hair,
        hair_color=source.word("hair_color", HAIR_COLORS, colors),
        clothes=clothes,
        clothes_color=source.word("clothes_color", CLOTHES_COLORS, CLOTHES_COLORS[:-2]),
        glasses=source.flag("glasses", 50 if age == "older" else 30),
        beard=source.flag("beard", 0 if lashes else 40),
        earrings=source.flag("earrings", 70 if lashes and hair != "headscarf" else 0),
        lashes=lashes,
        tie=source.flag("tie", 60 if formal and not lashes else 0),
    )
