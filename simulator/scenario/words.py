"""The small vocabularies authors write in, and what each word means in numbers."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, Literal

METER_MAX: Final = 20
"""Meters run from 0 to this."""

CHANGES: Final[dict[str, int]] = {
    "up a little": 1,
    "up": 2,
    "up a lot": 4,
    "down a little": -1,
    "down": -2,
    "down a lot": -4,
}
"""What the words for a change of a meter stand for, in meter points."""

STAGES: Final[dict[str, str]] = {
    "prospecting": "Prospecting",
    "preparation": "Preparation",
    "approach": "Approach",
    "presentation": "Presentation",
    "objections": "Handling Objections",
    "closing": "Closing",
    "follow_up": "Follow-Up",
}
"""The seven stages of a sale, always in this order: key in the file, name on screen."""

ALONE: Final = ("prospecting", "preparation")
"""The stages in which the seller does not meet the prospect yet."""

STAGE_SKILLS: Final[dict[str, str]] = {
    "prospecting": "targeting",
    "preparation": "research",
    "approach": "rapport",
    "presentation": "value",
    "objections": "objections",
    "closing": "closing",
    "follow_up": "care",
}
"""The skill a decision trains when the author names none."""


class Skill(StrEnum):
    """What a decision trains."""

    TARGETING = "targeting"
    RESEARCH = "research"
    RAPPORT = "rapport"
    DISCOVERY = "discovery"
    VALUE = "value"
    OBJECTIONS = "objections"
    CLOSING = "closing"
    CARE = "care"


class OutcomeKind(StrEnum):
    """How a sale can end; the honest list, from signed to lost.

    An order is signed; a pilot is tried; an advance is a named next step of theirs; a
    continuation is warm, with nothing agreed; not now is a no that closes no door; disqualified
    means that it does not fit and you said so; lost is lost.
    """

    ORDER = "order"
    PILOT = "pilot"
    ADVANCE = "advance"
    CONTINUATION = "continuation"
    NOT_NOW = "not now"
    DISQUALIFIED = "disqualified"
    LOST = "lost"


class Face(StrEnum):
    """The five expressions of a prospect."""

    DELIGHTED = "delighted"
    INTERESTED = "interested"
    NEUTRAL = "neutral"
    SCEPTICAL = "sceptical"
    ANNOYED = "annoyed"


class Channel(StrEnum):
    """How first contact is made."""

    COLD_CALL = "cold call"
    EMAIL = "e-mail"
    SOCIAL = "social message"
    IN_PERSON = "face to face"
    VIRTUAL = "video call"


class Source(StrEnum):
    """Where a lead comes from."""

    NETWORKING = "networking"
    SOCIAL = "social media"
    REFERRAL = "referral"
    DATABASE = "database"
    RESEARCH = "online research"


class Move(StrEnum):
    """One move in answering an objection."""

    LISTEN = "listen"
    ACKNOWLEDGE = "acknowledge"
    EXPLORE = "explore"
    RESPOND = "respond"
    CONFIRM = "confirm"


class Technique(StrEnum):
    """How a seller asks for the decision."""

    DIRECT = "direct ask"
    SUMMARY = "summary close"
    ASSUMPTIVE = "assumptive close"
    TRIAL = "trial or pilot"
    LIMITED_TIME = "limited-time offer"
    URGENCY = "urgency close"
    ALTERNATIVE = "alternative close"
    LET_GO = "let go"


class Touch(StrEnum):
    """What a follow-up is for."""

    THANKS = "thank-you"
    RESOURCES = "resources"
    CHECK_IN = "check-in"
    FEEDBACK = "feedback"
    REFERRAL = "referral"
    NEXT = "next opportunity"
    NOTHING = "wait"


_CALLED: Final[dict[StrEnum, str]] = {
    OutcomeKind.NOT_NOW: "no for now",
    OutcomeKind.DISQUALIFIED: "you walked away",
    Technique.LET_GO: "walk away",
}


def called(word: StrEnum) -> str:
    """What players read for a word of the file: the word itself, or one that misleads less."""
    return _CALLED.get(word, word.value)


class Verdict(StrEnum):
    """The author's own judgement of a choice; the proof compares it with the computed value."""

    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


Place = Literal[
    "office", "clinic", "workshop", "cafe", "home", "video-call", "trade-fair", "phone", "harbor",
    "gym",
]  # fmt: skip
"""The places a meeting can stand in; each is drawn."""

# The words a portrait is drawn by; a test compares them with what can be drawn.
Age = Literal["young", "middle", "older"]
Skin = Literal["pale", "fair", "olive", "tan", "brown", "deep"]
Hair = Literal[
    "quiff", "parted", "buzz", "curls", "receding", "bald", "bob", "long", "waves", "bun",
    "curly", "pixie", "ponytail", "headscarf",
]  # fmt: skip
HairColor = Literal["black", "dark", "brown", "auburn", "red", "blond", "grey", "white"]
Clothes = Literal[
    "blazer", "knit", "turtleneck", "blouse", "shirt", "polo", "hoodie", "overalls", "apron",
    "scrubs", "vest",
]  # fmt: skip
ClothesColor = Literal[
    "navy", "charcoal", "blue", "sky", "teal", "green", "purple", "plum", "rose", "rust",
    "mustard", "sand", "white",
]  # fmt: skip

NAMES: Final = ("player", "contact", "first-name", "company", "product")
"""What may stand between ``<`` and ``>`` in a text."""

TESTS: Final = ("at least", "at most", "above", "below", "exactly")
"""The words before the one number that a meter is tested against."""

_TEST = re.compile(rf"({'|'.join(TESTS)}) ([0-9]{{1,2}})|between ([0-9]{{1,2}}) and ([0-9]{{1,2}})")


def parse_change(text: str) -> int:
    """The meter points a word for a change stands for.

    Raises ValueError, with the full list, for any other word.
    """
    try:
        return CHANGES[text]
    except KeyError:
        known = ", ".join(f"`{word}`" for word in CHANGES)
        raise ValueError(f"write one of {known}, or a whole number from -20 to 20") from None


def parse_range(text: str) -> tuple[int, int]:
    """The lowest and highest meter value a test such as ``at least 8`` lets through.

    Raises ValueError for anything else, or when no value of a meter could pass.
    """
    found = _TEST.fullmatch(text)
    if not found:
        raise ValueError(
            "write `at least 8`, `at most 5`, `above 3`, `below 12`, `exactly 7`"
            " or `between 4 and 9`"
        )
    word, number, first, last = found.groups()
    if word is None:
        low, high = int(first), int(last)
    else:
        n = int(number)
        low, high = {
            "at least": (n, METER_MAX),
            "above": (n + 1, METER_MAX),
            "at most": (0, n),
            "below": (0, n - 1),
            "exactly": (n, n),
        }[word]
    if low > high or low > METER_MAX:
        raise ValueError(f"no meter can be `{text}`: meters run from 0 to {METER_MAX}")
    return low, min(high, METER_MAX)
