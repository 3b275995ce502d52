"""The proof of a scenario: its study, its bots, its ways to win; made once and kept.

What is kept is never trusted over the digest of the rules it was made from, the version of this
module, and a fingerprint of the words and orders that bots look at.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Protocol

from simulator.game.build import Spot
from simulator.game.figures import Study, as_data, from_data
from simulator.game.policy import is_fixed, politeness, says
from simulator.game.rules import Game
from simulator.game.score import Scorer

if TYPE_CHECKING:  # What is read from a shelf needs no numpy.
    from simulator.game.solver import Solution

PROOF_VERSION: Final = 4
"""A change of anything that is kept here is a new version."""
STATES_FAIR: Final = 1_000_000
"""More information states than this take long on a player's computer."""
ENOUGH: Final = 3
"""Ways to win are counted up to this many."""
_CHECK: Final = 32
"""Bytes of SHA-256 in front of what is kept."""

Solve = Callable[[Game], "Solution"]


class Shelf(Protocol):
    """Where proofs are kept, by name; a shelf may lose what it was given."""

    def read(self, name: str) -> bytes | None:
        """What was kept under this name."""

    def write(self, name: str, data: bytes) -> None:
        """Keep this."""


@dataclass(frozen=True)
class BotScore:
    """A player without judgement and its mean score, 0 to 1000."""

    name: str
    score: Fraction


@dataclass(frozen=True)
class Bulk:
    """What makes a game large: the node with most states, their number, what multiplies them."""

    node: int
    states: int
    parts: tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True)
class Proven:
    """What the proof found, and what is kept of it.

    ``lines`` counts ways to win against each buyer (3 means 3 or more), ``episodes`` says which
    lines of the epilogue can be met; ``bulk`` is None for a game of fair size.
    """

    study: Study
    bots: tuple[BotScore, ...]
    lines: tuple[int, ...]
    episodes: tuple[bool, ...]
    bulk: Bulk | None


class Proof:
    """A proof, and the solution behind it for what has to be looked up; solved when asked for."""

    def __init__(self, game: Game, proven: Proven, solve: Solve) -> None:
        self.game = game
        self.proven = proven
        self._solve = solve

    @property
    def study(self) -> Study:
        """The study of the solved game."""
        return self.proven.study

    @property
    def span(self) -> Fraction:
        """Points between best play and clicking at random."""
        return self.study.best - self.study.random

    @cached_property
    def scorer(self) -> Scorer:
        """What scores runs."""
        return Scorer(self.game, self._solve(self.game))


def prove(game: Game, spots: list[Spot], solve: Solve, shelf: Shelf | None = None) -> Proof:
    """The proof of a game, from the shelf or made now. Raises SolverError for one too large."""
    mark = fingerprint(game, spots)
    kept = _read(shelf, game, mark) if shelf is not None else None
    if kept is None:
        from simulator.check.proof_make import make

        kept = make(game, spots, solve)
        if shelf is not None:
            _write(shelf, game, mark, kept)
    return Proof(game, kept, solve)


def fingerprint(game: Game, spots: list[Spot]) -> str:
    """A digest of all that bots look at beside the rules, and of the epilogue's conditions."""
    looks = [[(len(say), politeness(say)) for say in says(spot)] for spot in spots]
    fixed = [is_fixed(spot) for spot in spots]
    text = json.dumps([looks, fixed, [repr(cond) for cond in game.epilogue]])
    return hashlib.sha256(text.encode()).hexdigest()


def _name(game: Game) -> str:
    return f"{game.digest}.proof"


def _write(shelf: Shelf, game: Game, mark: str, proven: Proven) -> None:
    bulk = proven.bulk
    data = json.dumps(
        {
            "proof": PROOF_VERSION,
            "mark": mark,
            "study": as_data(proven.study),
            "bots": [[bot.name, str(bot.score)] for bot in proven.bots],
            "lines": proven.lines,
            "episodes": proven.episodes,
            "bulk": bulk
            and [bulk.node, bulk.states, [[name, str(times)] for name, times in bulk.parts]],
        }
    ).encode()
    shelf.write(_name(game), hashlib.sha256(data).digest() + data)


def _read(shelf: Shelf, game: Game, mark: str) -> Proven | None:
    data = shelf.read(_name(game))
    if data is None or hashlib.sha256(data[_CHECK:]).digest() != data[:_CHECK]:
        return None
    try:
        found: Any = json.loads(data[_CHECK:])
        if found["proof"] != PROOF_VERSION or found["mark"] != mark:
            return None
        studied = from_data(found["study"])
        bulk = found["bulk"]
        proven = Proven(
            studied,
            tuple(BotScore(name, Fraction(score)) for name, score in found["bots"]),
            tuple(found["lines"]),
            tuple(found["episodes"]),
            bulk and Bulk(bulk[0], bulk[1], tuple((n, Fraction(t)) for n, t in bulk[2])),
        )
    except (ValueError, KeyError, TypeError, IndexError):
        return None
    return proven if studied.digest == game.digest else None
