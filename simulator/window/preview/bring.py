"""Carrying a play over: to another version of the file, to another buyer, to an earlier step."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.game.play import Play
from simulator.game.rules import Game
from simulator.game.run import SEED_MAX, Run, draw_buyer
from simulator.problems import IllegalChoice
from simulator.store.levels import Level

FIRST_SEED: Final = 1


@dataclass(frozen=True)
class Brought:
    """A play made again, and why it had to stop before its last choice, or nothing."""

    play: Play
    stopped: str


def seed_drawing(game: Game, buyer: int, first: int = FIRST_SEED) -> int:
    """The first seed from ``first`` on that draws the buyer of this index."""
    seed = first
    while draw_buyer(game, seed) != buyer:
        seed = seed + 1 if seed < SEED_MAX else 0
    return seed


def seed_for(game: Game, buyer: str, first: int = FIRST_SEED) -> int:
    """The same by the buyer's id; ``first`` itself when there is no such buyer any more."""
    known = list(game.buyers)
    return seed_drawing(game, known.index(buyer), first) if buyer in known else first


def bring(level: Level, seed: int, choices: Sequence[str]) -> Brought:
    """Make the choices again, as far as they are still there and still allowed."""
    run = Run(level.scenario.id, level.game.digest, seed, id=uuid.uuid4().hex)
    play = level.play(run)
    for number, choice in enumerate(choices):
        if play.is_over:
            return Brought(play, _stopped(number, choices, "the sale is over before the next."))
        node = play.game.nodes[play.state.node].id
        try:
            play.choose(choice)
        except IllegalChoice:
            there = {option.id for option in play.game.nodes[play.state.node].options}
            why = "cannot be chosen now at" if choice in there else "is no choice at"
            return Brought(play, _stopped(number, choices, f"{choice} {why} {node}."))
    return Brought(play, "")


def _stopped(number: int, choices: Sequence[str], why: str) -> str:
    many = f"{number} of {len(choices)} choices" if number else "none of your choices"
    return f"Made {many} again: {why}"
