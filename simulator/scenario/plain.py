"""Rules of a scenario said in plain words, for people who do not look at the YAML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.scenario.model import Condition
from simulator.scenario.words import METER_MAX


def condition_words(cond: Condition | None) -> str:
    """A condition as a phrase, such as ``knows `pain`, and trust at least 8``."""
    if cond is None:
        return "always"
    parts = [
        *_named("knows {}", cond.known, "and"),
        *_named("knows {}", cond.known_any, "or"),
        *_named("does not know {}", cond.not_known, "or"),
        *_named("chose {}", cond.chose, "and"),
        *_named("chose {}", cond.chose_any, "or"),
        *_named("did not choose {}", cond.not_chose, "or"),
        *_named("outcome {}", cond.outcome, "or"),
        *_named("outcome not {}", cond.not_outcome, "or"),
        *_named("buyer {}", cond.buyer, "or"),
        *_named("buyer not {}", cond.not_buyer, "or"),
        *(f"{meter} {range_words(test)}" for meter, test in cond.meters.items()),
    ]
    return ", and ".join(parts) or "always"


def _named(phrase: str, ids: Iterable[str] | None, joint: str) -> list[str]:
    return [phrase.format(listed(ids, joint))] if ids else []


def listed(ids: Iterable[str], joint: str = "and") -> str:
    """Ids as a phrase: ```a`, `b` and `c```."""
    ticked = [f"`{one}`" for one in ids]
    if len(ticked) < 2:
        return "".join(ticked)
    return f"{', '.join(ticked[:-1])} {joint} {ticked[-1]}"


def range_words(test: tuple[int, int]) -> str:
    """The test of a meter in the words authors write: lowest and highest value that passes."""
    low, high = test
    if low == high:
        return f"exactly {low}"
    if high == METER_MAX:
        return f"at least {low}"
    return f"at most {high}" if low == 0 else f"between {low} and {high}"


def effects_words(effects: Mapping[str, int] | None) -> str:
    """Changes of meters as a phrase, such as ``trust +2, value -1``."""
    if not effects:
        return "nothing"
    return ", ".join(f"{meter} {by:+}" for meter, by in effects.items())
