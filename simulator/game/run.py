"""A run is its inputs: scenario, seed and choices. Everything else is computed again.

Chance comes from the seed by a documented hash, the same in every language and for ever::

    pick(text) = first 8 bytes of SHA-256(text as UTF-8), as a big-endian integer

    buyer: pick("pitchcraft/buyer/1/<scenario id>/<seed>") modulo the sum of the weights,
           counted off along the buyers in the order of the file
    order: choices sorted by pick("pitchcraft/order/1/<scenario id>/<seed>/<node id>/<choice id>")
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import Any, Final

from simulator import __version__
from simulator.game.rules import RULES_VERSION, Game
from simulator.problems import RunError

RUN_FORMAT: Final = 1
SEED_MAX: Final = 2**63 - 1
CHOICES_MAX: Final = 1000
"""More choices than any scenario can ask for; a longer list is not a run."""


@dataclass(frozen=True)
class Run:
    """One play of a scenario, finished or not.

    ``id`` is unique (a run sent twice counts once); ``started`` and ``ended`` are ISO 8601 times
    in UTC, or empty: no rule reads them. ``rules`` is the rules version it was played by.
    """

    scenario: str
    digest: str
    seed: int
    choices: tuple[str, ...] = ()
    player: str = ""
    team: str = ""
    started: str = ""
    ended: str = ""
    id: str = ""
    rules: int = RULES_VERSION
    engine: str = field(default=__version__)

    def with_choice(self, choice: str) -> Run:
        """The same run, one choice longer."""
        return replace(self, choices=(*self.choices, choice))

    def ended_at(self, time: str) -> Run:
        """The same run with the time at which it ended."""
        return replace(self, ended=time)


def pick(text: str) -> int:
    """A number from 0 to 2**64 - 1 that depends on the text alone."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def draw_buyer(game: Game, seed: int) -> int:
    """The index of the hidden buyer that this seed draws."""
    left = pick(f"pitchcraft/buyer/1/{game.id}/{seed}") % sum(game.weights)
    for index, weight in enumerate(game.weights):
        left -= weight
        if left < 0:
            return index
    raise AssertionError("the weights cover every remainder")


def shuffled(game: Game, node: int, seed: int) -> list[int]:
    """The options of a node in the order this seed shows them; stopping always comes last."""
    here = game.nodes[node]
    prefix = f"pitchcraft/order/1/{game.id}/{seed}/{here.id}/"
    return sorted(
        range(len(here.options)),
        key=lambda i: (
            here.repeats and i == len(here.options) - 1,
            pick(prefix + here.options[i].id),
        ),
    )


def run_line(run: Run) -> str:
    """A run as one line of JSON, keys in a fixed order."""
    keys = {
        "format": RUN_FORMAT,
        "id": run.id,
        "scenario": run.scenario,
        "digest": run.digest,
        "seed": run.seed,
        "choices": list(run.choices),
        "player": run.player,
        "team": run.team,
        "started": run.started,
        "ended": run.ended,
        "rules": run.rules,
        "engine": run.engine,
    }
    return json.dumps(keys, ensure_ascii=False, separators=(",", ":"))


def parse_run(line: str) -> Run:
    """Read one run from its line of JSON.

    Raises RunError, in one plain sentence, for anything that is not a run of a known format.
    """
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise RunError("This is not a run: the line is not JSON.") from None
    if not isinstance(found, dict) or "choices" not in found:
        raise RunError("This is not a run: it has no list of choices.")
    if found.get("format") != RUN_FORMAT:
        raise RunError(
            f"This run has format {found.get('format')!r}; this engine reads {RUN_FORMAT}."
        )
    return Run(
        _text(found, "scenario", needed=True),
        _text(found, "digest", needed=True),
        _number(found, "seed", SEED_MAX),
        _choices(found["choices"]),
        player=_text(found, "player"),
        team=_text(found, "team"),
        started=_text(found, "started"),
        ended=_text(found, "ended"),
        id=_text(found, "id"),
        rules=_number(found, "rules", 1_000_000),
        engine=_text(found, "engine"),
    )


def _text(found: dict[str, Any], key: str, *, needed: bool = False) -> str:
    value = found.get(key, "")
    if not isinstance(value, str) or len(value) > 200 or (needed and not value):
        raise RunError(f"This run cannot be read: `{key}` is not a short text.")
    return value


def _number(found: dict[str, Any], key: str, most: int) -> int:
    value = found.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise RunError(f"This run cannot be read: `{key}` is not a whole number from 0 to {most}.")
    return value


def _choices(value: object) -> tuple[str, ...]:
    if (
        not isinstance(value, list)
        or len(value) > CHOICES_MAX
        or not all(isinstance(one, str) and len(one) <= 80 for one in value)
    ):
        raise RunError("This run cannot be read: `choices` is not a list of choice ids.")
    return tuple(value)
