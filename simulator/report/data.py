"""The figures of a report, as plain values that are the same on every computer.

Shares are of plays, 0 to 1; losses and values are of 100, as the worth of endings is; scores are
0 to 1000.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

BEST_PLAY: Final = "best play"
RANDOM_PLAY: Final = "at random"
PEOPLE: Final = "people"


@dataclass(frozen=True)
class Taken:
    """How often a choice is taken per run: by best play, at random, by bots, by players.

    Two choices that are equally good are taken equally often by best play. ``players`` is None
    where the store has no run of this scenario.
    """

    best: float
    random: float
    bots: float
    players: float | None


@dataclass(frozen=True)
class ChoiceFigures:
    """One choice. ``loss`` is what it loses against the best choice, averaged over all states in
    which it is open; ``open_share`` and ``best_share`` are shares of states.

    ``needs``, ``learns`` and ``outcome`` are said in words, empty where there is nothing;
    ``price`` is its cost or minutes.
    """

    id: str
    say: str
    line: int
    needs: str
    learns: tuple[str, ...]
    outcome: str
    price: str
    verdict: str
    open_share: float
    best_share: float
    loss: float
    taken: Taken


@dataclass(frozen=True)
class DecisionFigures:
    """One decision, or the minutes of one feature. ``states`` counts what one can know there.

    ``comes_up`` is the share of random plays in which it is met; ``at_stake`` the largest mean
    loss of its choices. ``players_lost`` is the points people give away there per play, and
    ``players_right`` how many of their choices there with something at stake are best ones; None
    where there are none.
    """

    id: str
    task: str
    line: int
    when: str
    kind: str
    states: int
    comes_up: float
    at_stake: float
    players_lost: float | None
    players_right: float | None
    choices: tuple[ChoiceFigures, ...]


@dataclass(frozen=True)
class StageFigures:
    """One stage with its decisions, in order."""

    key: str
    name: str
    decisions: tuple[DecisionFigures, ...]


@dataclass(frozen=True)
class Link:
    """A choice that unlocks or changes something later.

    ``source`` and ``target`` are ``decision.choice``, the target also a decision alone; ``by`` is
    the fact or choice that is asked for, ``locks`` whether the target is closed without it.
    """

    source: str
    target: str
    by: str
    locks: bool


@dataclass(frozen=True)
class BotFigures:
    """A bot, or all people: the mean score, the share of plays that pass, how scores spread.

    ``spread`` maps scores to shares of plays. ``exact`` is False where it rests on a number of
    orders on screen, or on scores in wider steps than one point.
    """

    name: str
    mean: float
    passes: float
    spread: dict[int, float]
    exact: bool


@dataclass(frozen=True)
class Note:
    """What stands out: a title, what to do about it, and decisions with what is to be said."""

    title: str
    advice: str
    points: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class LineStep:
    """One step of a best line: what was done, and what came back."""

    stage: str
    decision: str
    choice: str
    said: str
    reply: str


@dataclass(frozen=True)
class BestLine:
    """A line of best play against one buyer, what it is worth, and how likely the buyer is."""

    buyer: str
    name: str
    chance: float
    value: int
    outcome: str
    steps: tuple[LineStep, ...]


@dataclass(frozen=True)
class ProblemFigures:
    """A problem of the file; ``paste`` is a line or block that mends it, or empty."""

    line: int
    column: int
    code: str
    severity: str
    message: str
    remedy: str
    paste: str


@dataclass(frozen=True)
class Figures:
    """All that a report shows of a scenario that can be solved.

    ``step`` is how many points of score lie between two that are told apart at random; ``people``
    is None where the store has no run of this scenario.
    """

    digest: str
    states: int
    steps: int
    best: float
    random: float
    worst: float
    step: int
    players: int
    runs: int
    people: BotFigures | None
    notes: tuple[Note, ...]
    stages: tuple[StageFigures, ...]
    links: tuple[Link, ...]
    bots: tuple[BotFigures, ...]
    lines: tuple[BestLine, ...]


@dataclass(frozen=True)
class ScenarioReport:
    """A scenario file in a report. ``figures`` is None for one that cannot be played or solved."""

    file: str
    id: str
    title: str
    summary: str
    problems: tuple[ProblemFigures, ...]
    figures: Figures | None = field(default=None)
