"""What the store keeps and shows, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from simulator.game.run import Run

By = Literal["best", "first", "latest"]
"""Which of a player's runs on a scenario counts. First and latest go by the order of recording:
no clock is asked."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a judge found by playing a run again: a score from 0 to 1000 and the outcome's id."""

    score: int
    outcome: str


Judge = Callable[[Run], Judged]
"""Plays a run again and scores it; raises RunError when it cannot be played."""


@dataclass(frozen=True, slots=True)
class Player:
    """A person as the boards know them; ``portrait_seed`` draws their picture."""

    handle: str
    team: str = ""
    portrait_seed: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept run with its computed score.

    ``score`` is None for a run that could not be judged; it is kept, stands on no board, and
    ``note`` says why in one sentence. ``order`` grows with every recording.
    """

    run: Run
    score: int | None
    outcome: str
    order: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a board.

    ``name`` is a player's handle, or the team's name on a team board. ``score`` is 0..1000 on the
    board of a scenario and a sum over scenarios on the campaign's board (``scenario`` is empty
    there); a team has the mean of its members, rounded half up. ``runs`` counts all scored runs
    behind the line, ``members`` the players behind it (1 for a player).
    """

    rank: int
    name: str
    team: str
    score: int
    runs: int
    members: int
    scenario: str
