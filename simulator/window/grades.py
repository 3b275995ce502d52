"""How the grades of moves look."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.game.score import Grade


class GradeLook(NamedTuple):
    """How a grade is shown: a word, an icon and a tone of the theme."""

    word: str
    icon: str
    tone: str


GRADES: Final[dict[Grade, GradeLook]] = {
    Grade.BEST: GradeLook("Best", "star-full", "trust"),
    Grade.GOOD: GradeLook("Good", "check", "primary"),
    Grade.INACCURACY: GradeLook("Inaccuracy", "question", "neutral"),
    Grade.MISTAKE: GradeLook("Mistake", "warning", "value"),
    Grade.BLUNDER: GradeLook("Blunder", "close", "urgency"),
}
