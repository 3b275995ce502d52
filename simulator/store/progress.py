"""How a person's judgment grows: their finished plays scored again, and what to practise next.

Nothing here is stored. The plays of a level are scored together, each play once and then
remembered; what was at stake and what was given away are exact points, so that several plays add
up: a stage counts for as much as was at stake in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from typing import Final

from simulator.game.build import spots
from simulator.game.debrief import STARS, stars_of
from simulator.game.run import draw_buyer
from simulator.game.score import Result
from simulator.scenario.words import STAGE_SKILLS, STAGES, Skill
from simulator.store.levels import Level
from simulator.store.model import Entry

RECENT: Final = 3
"""Plays that make up how somebody plays now: one alone is as good as its day."""
SOUND: Final = Fraction(4, 5)
"""How much of what is at stake somebody keeps who need not practise that first."""
SKILLS: Final = {skill.value: skill.value.capitalize() for skill in Skill}


@dataclass(frozen=True, slots=True)
class Stake:
    """Points that were at stake, and those of them given away."""

    swing: Fraction = Fraction(0)
    lost: Fraction = Fraction(0)

    def __add__(self, other: Stake) -> Stake:
        return Stake(self.swing + other.swing, self.lost + other.lost)

    @property
    def kept(self) -> Fraction | None:
        """The share that was kept, 0..1; None when nothing was at stake."""
        return 1 - self.lost / self.swing if self.swing else None


@dataclass(frozen=True, slots=True)
class Played:
    """A finished play with its score, and what was at stake in each stage and for each skill."""

    entry: Entry
    level: Level
    score: int
    stages: Mapping[str, Stake]
    skills: Mapping[str, Stake]


class Wish(Enum):
    """Why a level is the one to play next."""

    SKILL = auto()
    FRESH = auto()
    STARS = auto()
    MASTERED = auto()


@dataclass(frozen=True, slots=True)
class Advice:
    """The level to play next, and why.

    With SKILL ``name`` is the skill and ``kept`` how much of what was at stake for it was kept of
    late; with STARS ``best`` is the best score on the level so far.
    """

    wish: Wish
    level: Level
    name: str = ""
    kept: Fraction = Fraction(0)
    best: int = 0


@dataclass(frozen=True)
class Progress:
    """The plays of one person, oldest first, on the levels at hand.

    ``aside`` counts plays that are left out, as their level has changed since or is gone.
    """

    levels: tuple[Level, ...]
    plays: tuple[Played, ...]
    aside: int = 0

    def best(self, level: Level) -> int | None:
        """The best score on a level, or None before the first play."""
        digest = level.game.digest
        mine = (one.score for one in self.plays if one.level.game.digest == digest)
        return max(mine, default=None)

    @property
    def stars(self) -> int:
        """The stars earned on all levels together."""
        return sum(stars_of(best) for level in self.levels if (best := self.best(level)))

    @property
    def reached(self) -> int:
        """How many levels were played to the end."""
        return len({one.level.game.digest for one in self.plays})

    def stage(self, key: str) -> list[Fraction | None]:
        """What was kept of a stage in each play."""
        return [one.stages[key].kept for one in self.plays]

    def skill(self, key: str) -> list[Fraction | None]:
        """What was kept of what was at stake for a skill in each play."""
        return [one.skills[key].kept for one in self.plays]

    def advice(self) -> Advice | None:
        """What to practise next; None when there is no level.

        First the skill that was kept least of late, if that was too little; then a level not
        played yet; then one that has stars left. Whoever has them all goes on with the longest
        unplayed.
        """
        weak = self._weakest()
        if weak:
            return weak
        for level in self.levels:
            if self.best(level) is None:
                return Advice(Wish.FRESH, level)
        by_score = [(self.best(level) or 0, at) for at, level in enumerate(self.levels)]
        if not by_score:
            return None
        best, at = min(by_score)
        if best < STARS[-1]:
            return Advice(Wish.STARS, self.levels[at], best=best)
        latest = {one.level.game.digest: one.entry.order for one in self.plays}
        oldest = min(self.levels, key=lambda level: latest[level.game.digest])
        return Advice(Wish.MASTERED, oldest)

    def _weakest(self) -> Advice | None:
        found = []
        for at, key in enumerate(SKILLS):
            kept = lately(self.plays, lambda one, key=key: one.skills[key])  # type: ignore[misc]
            if kept is not None and kept < SOUND:
                found.append((kept, at, key))
        if not found:
            return None
        kept, _, key = min(found)
        recent = _at_stake(self.plays, lambda one: one.skills[key])[-RECENT:]
        where = max(recent, key=lambda one: (one.skills[key].lost, one.entry.order))
        return Advice(Wish.SKILL, where.level, SKILLS[key], kept)


Pick = Callable[[Played], Stake]


def _at_stake(plays: Sequence[Played], pick: Pick) -> list[Played]:
    return [one for one in plays if pick(one).swing]


def course(plays: Sequence[Played], pick: Pick) -> list[Fraction]:
    """What was kept after each play in which it was at stake: over the last :data:`RECENT` then."""
    stakes = [pick(one) for one in _at_stake(plays, pick)]
    sums = (_sum(stakes[max(0, at - RECENT) : at]) for at in range(1, len(stakes) + 1))
    return [kept for one in sums if (kept := one.kept) is not None]


def lately(plays: Sequence[Played], pick: Pick) -> Fraction | None:
    """What was kept in the last :data:`RECENT` plays in which it was at stake."""
    return next(reversed(course(plays, pick)), None)


def _sum(stakes: Iterable[Stake]) -> Stake:
    return sum(stakes, Stake())


class History:
    """The plays that were scored already, by run id: each is scored once."""

    def __init__(self) -> None:
        self._known: dict[str, Played] = {}

    def wanting(self, levels: Iterable[Level], entries: Iterable[Entry]) -> list[Level]:
        """The levels that have to be solved before :meth:`progress` can answer at once."""
        new = {one.run.digest for one in entries if one.run.id not in self._known}
        return [level for level in levels if level.game.digest in new and not level.is_solved]

    def progress(
        self,
        levels: Sequence[Level],
        entries: Sequence[Entry],
        report: Callable[[float], bool] | None = None,
    ) -> Progress:
        """The progress of somebody who has these entries; may solve levels, which takes long.

        ``report`` is told how much is done (0..1) and answers whether to go on. Raises Cancelled
        when it says no, SolverError for a level too large to solve.
        """
        known = {level.game.digest: level for level in levels}
        counted = [one for one in entries if one.run.digest in known and one.score is not None]
        for at, level in enumerate(levels):
            mine = [one for one in counted if one.run.digest == level.game.digest]
            new = [one for one in mine if one.run.id not in self._known]
            if new:
                self._judge(level, new, _part(report, at, len(levels)))
        plays = tuple(self._known[one.run.id] for one in counted)
        return Progress(tuple(levels), plays, len(entries) - len(counted))

    def _judge(
        self, level: Level, entries: Sequence[Entry], report: Callable[[float], bool] | None
    ) -> None:
        scorer = level.scorer(report)
        runs = [(one.run.choices, draw_buyer(level.game, one.run.seed)) for one in entries]
        for entry, result in zip(entries, scorer.score(runs), strict=True):
            self._known[entry.run.id] = _played(entry, level, result)


def _part(
    report: Callable[[float], bool] | None, at: int, many: int
) -> Callable[[float], bool] | None:
    """The report of one level among many as a part of the whole."""
    return (lambda part: report((at + part) / many)) if report else None


def _played(entry: Entry, level: Level, result: Result) -> Played:
    stages = dict.fromkeys(STAGES, Stake())
    skills = dict.fromkeys(SKILLS, Stake())
    here = spots(level.scenario)
    for move in result.moves:
        spot = here[move.node]
        stake = Stake(Fraction(move.swing, result.scale), Fraction(move.regret, result.scale))
        skill = spot.decision.skill or STAGE_SKILLS[spot.stage]
        stages[spot.stage] += stake
        skills[skill] += stake
    return Played(entry, level, result.score, stages, skills)
