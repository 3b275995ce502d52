"""Levels: a scenario with its rules, its text and its solution, ready to be played."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from simulator import paths
from simulator.game.build import build_game
from simulator.game.debrief import shares
from simulator.game.play import Play
from simulator.game.rules import Game
from simulator.game.run import Run, draw_buyer
from simulator.game.score import Result, Scorer
from simulator.game.solver import Progress, Solution
from simulator.problems import Problem, RunError, ScenarioError
from simulator.scenario.load import find_scenario, load_source
from simulator.scenario.model import Scenario
from simulator.scenario.text import Source, decode, read_source
from simulator.store.model import Judged
from simulator.store.solutions import solution_of
from simulator.store.store import Store, kept_scenario


@dataclass
class Level:
    """A scenario that can be played. ``text`` is the file as written."""

    scenario: Scenario
    game: Game
    text: str
    problems: list[Problem]
    _scorer: Scorer | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def is_solved(self) -> bool:
        """Whether the solution is in memory, so that nothing takes long."""
        return self._scorer is not None

    def solution(self, progress: Progress | None = None) -> Solution:
        """The exact solution: from memory, from disk, or by solving now.

        May be called from a thread. Raises SolverError for a game too large, Cancelled when
        ``progress`` says so.
        """
        return self.scorer(progress).solution

    def scorer(self, progress: Progress | None = None) -> Scorer:
        """What scores runs of this level; solves the game first if need be."""
        with self._lock:
            if self._scorer is None:
                found = solution_of(self.game, paths.solutions_dir(), progress)
                self._scorer = Scorer(self.game, found)
            return self._scorer

    def use(self, scorer: Scorer) -> None:
        """Score by this from now on: a solution made elsewhere."""
        self._scorer = scorer

    def play(self, run: Run) -> Play:
        """A play of this level, from the start or where the run stopped."""
        return Play(self.scenario, self.game, run)

    def kept(self, play: Play, stage: str) -> Fraction | None:
        """How much of what was at stake in a stage was kept so far, 0..1.

        None when nothing was at stake, or when the level is not solved yet.
        """
        if not self.is_solved:
            return None
        result = self.scorer().score([(play.run.choices, play.buyer)])[0]
        stages, _ = shares(play, result.moves)
        return next(share.kept for share in stages if share.id == stage)

    def result(self, run: Run) -> Result:
        """The scored run. Raises RunError when its choices do not fit."""
        return self.scorer().score([(run.choices, draw_buyer(self.game, run.seed))])[0]


def load_level(name: str) -> Level:
    """The level of a scenario given by id or path.

    Raises ScenarioError, with all problems, when it cannot be played.
    """
    path = find_scenario(name)
    source, problems = read_source(path)
    return _level(source, path, problems)


def level_from_text(text: str, name: str) -> Level:
    """The level of a scenario kept as text. Raises ScenarioError when it cannot be played."""
    source, problems = decode(name, text.encode())
    return _level(source, Path(name), problems)


def _level(source: Source | None, path: Path, problems: list[Problem]) -> Level:
    scenario = None
    if source is not None:
        scenario, more = load_source(source, path)
        problems = problems + more
    if scenario is None or source is None:
        many = f"{len(problems)} problems" if len(problems) != 1 else "1 problem"
        raise ScenarioError(f"{path} cannot be played: it has {many}.", problems)
    return Level(scenario, build_game(scenario), source.text, problems)


def shipped_levels() -> list[Level]:
    """All shipped levels that load, in their order of play."""
    found = []
    for path in sorted(paths.scenarios_dir().glob("*.yaml")):
        try:
            found.append(load_level(str(path)))
        except ScenarioError:
            continue
    return _in_order(found)


def levels_at_hand() -> tuple[list[Level], list[ScenarioError]]:
    """All levels that are listed, in their order of play, and what is wrong with the others.

    A level of one's own takes the place of a shipped one with the same id.
    """
    found: dict[str, Level] = {}
    failed = []
    for path in paths.scenario_files():
        try:
            level = load_level(str(path))
            found[level.scenario.id] = level
        except ScenarioError as error:
            failed.append(error)
    return _in_order(found.values()), failed


def _in_order(levels: Iterable[Level]) -> list[Level]:
    return sorted(levels, key=lambda level: (level.scenario.level.order, level.scenario.id))


class Levels:
    """The levels at hand, found again by digest; old ones come from the texts that were kept."""

    def __init__(self, levels: list[Level]) -> None:
        self.by_digest = {level.game.digest: level for level in levels}

    def add(self, level: Level) -> None:
        """Know one more level."""
        self.by_digest[level.game.digest] = level

    def of_run(self, run: Run, kept: str | None = None) -> Level:
        """The level a run was played on. ``kept`` is the scenario's text as it was kept.

        Raises RunError when the scenario has changed since and its text was not kept.
        """
        if run.digest not in self.by_digest:
            if kept is None:
                raise RunError(
                    f"This run played another version of `{run.scenario}`, which is not here."
                )
            level = level_from_text(kept, f"{run.scenario}.yaml")
            if level.game.digest != run.digest:
                raise RunError(f"The kept text of `{run.scenario}` is not what this run played.")
            self.by_digest[run.digest] = level
        return self.by_digest[run.digest]

    def judge(self, run: Run, kept: str | None = None) -> Judged:
        """Score a finished run by replaying it. Raises RunError when that cannot be done."""
        level = self.of_run(run, kept)
        result = level.result(run)
        if not result.is_over:
            raise RunError("This run is not finished.")
        outcome = level.game.outcomes[result.outcome - 1] if result.outcome else ""
        return Judged(result.score, outcome)


def open_store(levels: Levels) -> Store:
    """The player's own store, whose judge replays runs on the levels at hand and on kept texts."""
    home = paths.home_dir()

    def judge(run: Run) -> Judged:
        text = None
        if run.digest not in levels.by_digest:
            text = kept_scenario(home, run.digest)
        return levels.judge(run, text)

    return Store(home, judge)
