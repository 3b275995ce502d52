"""Scenarios with every text as long as an author may write it, and with words of sixty letters."""

from __future__ import annotations

from typing import Any, Final

from simulator.game.build import build_game
from simulator.scenario.model import Scenario
from simulator.store.levels import Level

TEXT: Final = 420
LINE: Final = 90
TEXTS: Final = (
    "say", "reply", "scene", "prospect", "intro", "coach", "note", "text", "about", "why",
    "instead", "truth", "cues", "summary", "goal",
)  # fmt: skip
LINES: Final = (
    "task", "label", "subject", "company", "role", "benefit", "title", "locked hint", "industry",
    "terms", "signals", "because", "source", "seller", "trains",
)  # fmt: skip
NAMES: Final = {
    "product": "Kundenbeziehungsverwaltungssoftware Plus",
    "features": "Instandhaltungsterminplanungsautomatik for two hands",
    "buyers": "Afraid of one more Softwareeinführungsfehlschlag",
    "meters": "Entscheidungsdruck",
}
WORDS: Final = (
    "An honest word about the harbour, the cranes and a rather long Wednesday, told slowly, and"
    " about the Kundenbeziehungsverwaltungssoftwareanpassungsbesprechung that came of it; "
)


def stretched(level: Level) -> Level:
    """The same level with the longest texts; nothing that the rules read is changed."""
    loose = _stretch(level.scenario.model_dump(by_alias=True, exclude_none=True), ())
    loose["prospect"]["name"] = "Wilhelmina Alexandra van der Stappen-Oldenkamp"
    return _level(Scenario.model_validate(loose))


def _stretch(value: Any, path: tuple[str, ...]) -> Any:
    if isinstance(value, dict):
        return {key: _stretch(part, (*path, key)) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_stretch(part, path) for part in value]
    if not isinstance(value, str) or path[0] == "checks" or path[-2:] == ("lead", "source"):
        return value
    name = path[-1]
    if name == "name" and path[0] in NAMES:
        return NAMES[path[0]]
    if name in LINES or path[-2:] == ("done", "say"):
        return filled(value, LINE)
    return filled(value, TEXT) if name in TEXTS else value


def filled(text: str, length: int) -> str:
    """A text with words added until it has as many letters as it may."""
    return (text + " " + WORDS * (length // len(WORDS) + 1))[: length - 1].strip()


def with_buyers(level: Level, count: int) -> Level:
    """The same level with more buyers, of whom the new ones are like nobody in particular."""
    loose = level.scenario.model_dump(by_alias=True, exclude_none=True)
    have = loose["buyers"]
    cues = tuple(filled("She asked twice.", TEXT) for _ in range(5))
    truth = filled("So it was.", TEXT)
    more = [
        {"id": f"buyer-{i}", "name": NAMES["buyers"], "weight": 1, "truth": truth, "cues": cues}
        for i in range(count - len(have))
    ]
    loose["buyers"] = [*have, *more]
    return _level(Scenario.model_validate(loose))


def _level(scenario: Scenario) -> Level:
    return Level(scenario, build_game(scenario), "", [])
