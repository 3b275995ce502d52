"""Which icon, name and tone stand for a word of the game."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.scenario.model import Choice
from simulator.scenario.words import (
    STAGES,
    Channel,
    Face,
    Move,
    Source,
    Technique,
    Touch,
    called,
)

LAST_DIGIT: Final = 9
"""The last number that a key picks a choice by."""

STAGE_ICONS: Final[dict[str, str]] = {
    "prospecting": "search",
    "preparation": "book",
    "approach": "handshake",
    "presentation": "chart",
    "objections": "shield",
    "closing": "pencil",
    "follow_up": "calendar",
}
SHORT_STAGES: Final[dict[str, str]] = {**STAGES, "objections": "Objections"}
"""Names of the stages where room is scarce."""

SOURCE_ICONS: Final[dict[Source, str]] = {
    Source.NETWORKING: "network",
    Source.SOCIAL: "share",
    Source.REFERRAL: "people",
    Source.DATABASE: "database",
    Source.RESEARCH: "search",
}
CHANNEL_ICONS: Final[dict[Channel, str]] = {
    Channel.COLD_CALL: "phone",
    Channel.EMAIL: "mail",
    Channel.SOCIAL: "chat",
    Channel.IN_PERSON: "handshake",
    Channel.VIRTUAL: "video",
}
MOVE_ICONS: Final[dict[Move, str]] = {
    Move.LISTEN: "ear",
    Move.ACKNOWLEDGE: "handshake",
    Move.EXPLORE: "question",
    Move.RESPOND: "chat",
    Move.CONFIRM: "flag",
}
TECHNIQUE_ICONS: Final[dict[Technique, str]] = {
    Technique.DIRECT: "target",
    Technique.SUMMARY: "list",
    Technique.ASSUMPTIVE: "arrow-right",
    Technique.TRIAL: "flask",
    Technique.LIMITED_TIME: "minutes",
    Technique.URGENCY: "bolt",
    Technique.ALTERNATIVE: "route",
    Technique.LET_GO: "leave",
}
TOUCH_ICONS: Final[dict[Touch, str]] = {
    Touch.THANKS: "gift",
    Touch.RESOURCES: "document",
    Touch.CHECK_IN: "chat",
    Touch.FEEDBACK: "ear",
    Touch.REFERRAL: "people",
    Touch.NEXT: "star",
    Touch.NOTHING: "pause",
}
_ICONS: Final[dict[str, str]] = {
    str(word): icon
    for word, icon in (
        *MOVE_ICONS.items(),
        *TECHNIQUE_ICONS.items(),
        *TOUCH_ICONS.items(),
        *CHANNEL_ICONS.items(),
    )
}
UNIT_ICONS: Final[dict[str, str]] = {
    "hours": "clock",
    "minutes": "minutes",
    "calls": "phone",
    "questions": "question",
    "patience": "ear",
}


@dataclass(frozen=True, slots=True)
class Look:
    """An icon and a tone of the theme."""

    icon: str
    tone: str


METER_LOOKS: Final[dict[str, Look]] = {
    "trust": Look("shield", "trust"),
    "value": Look("spark", "value"),
    "urgency": Look("clock", "urgency"),
}
OTHER_METER: Final = Look("target", "primary")

MOODS: Final[dict[Face, tuple[str, str]]] = {
    Face.DELIGHTED: ("Delighted", "trust"),
    Face.INTERESTED: ("Interested", "primary"),
    Face.NEUTRAL: ("Neutral", "neutral"),
    Face.SCEPTICAL: ("Sceptical", "value"),
    Face.ANNOYED: ("Annoyed", "urgency"),
}
"""The name and the tone of each expression."""


def sentence(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]


def head_of(choice: Choice | None) -> tuple[str, str]:
    """The icon and the few words above a choice; both may be empty."""
    if choice is None:
        return "arrow-right", "Move on"
    for word in (choice.move, choice.technique, choice.touch, choice.channel):
        if word is not None:
            return _ICONS[word], choice.label or sentence(called(word))
    return "", choice.label or ""


def amount(count: int, unit: str) -> str:
    """``1 hour``, ``2 hours``, ``3 patience``: a number of a unit as people say it."""
    if count == 1 and unit.endswith("s"):
        unit = unit[:-1]
    return f"{count} {unit}"


def left_of(left: int, budget: int, unit: str) -> str:
    """``2 of 3 questions left``, ``Patience: 2 of 3 left``: what is left of a budget."""
    if unit.endswith("s"):
        return f"{left} of {budget} {unit} left"
    return f"{sentence(unit)}: {left} of {budget} left"
