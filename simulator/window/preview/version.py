"""What a save of a scenario file has led to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.check.files import check_source
from simulator.game.build import build_game
from simulator.game.layout import layouts
from simulator.game.score import Scorer
from simulator.game.solver import Progress, solve
from simulator.problems import Place, Problem, Severity, SolverError
from simulator.scenario.load import load_source
from simulator.scenario.text import Source, decode, read_source
from simulator.store.levels import Level


class Draft(Level):
    """A level that is still being written: it is solved in memory, and nothing of it is kept."""

    def scorer(self, progress: Progress | None = None) -> Scorer:
        """What scores runs of this draft; solves it first if need be."""
        with self._lock:
            if self._scorer is None:
                self._scorer = Scorer(self.game, solve(self.game, progress))
            return self._scorer

    def inherit(self, other: Level) -> bool:
        """Take over the proof of a level with the same rules; tell whether there was one."""
        if other.game.digest != self.game.digest or other._scorer is None:
            return False
        self.use(Scorer(self.game, other._scorer.solution))
        return True


@dataclass(frozen=True)
class Version:
    """A file as it was saved: the level, if it can be played, and what is wrong with it.

    ``text`` is what stood in the file, empty when it could not be read.
    """

    level: Draft | None
    problems: tuple[Problem, ...] = ()
    text: str = ""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What must be mended."""
        return tuple(one for one in self.problems if one.severity is Severity.ERROR)

    def says_the_same(self, other: Version) -> bool:
        """Whether nothing has changed from one save to the other."""
        return (self.text, self.problems) == (other.text, other.problems)


def read_version(path: Path) -> Version:
    """Read a scenario file as it is saved now; nothing that stands in it makes this raise."""
    return version_of(path, *read_source(path))


def version_of(path: Path, source: Source | None, found: Sequence[Problem]) -> Version:
    """The version that a text is; ``found`` is what was wrong with its bytes."""
    problems = list(found)
    if source is None:
        return Version(None, tuple(problems))
    scenario, more = load_source(source, path)
    problems += more
    if scenario is None:
        return Version(None, tuple(problems), source.text)
    game = build_game(scenario)
    level = Draft(scenario, game, source.text, problems)
    try:
        layouts(game)
    except SolverError as error:
        # It can be played all the same; only what the choices are worth stays unknown.
        problems.append(Problem(Place(source.path), Severity.ERROR, "S309", str(error)))
    return Version(level, tuple(problems), source.text)


def failed_version(path: Path, error: Exception) -> Version:
    """What to show when reading itself has failed: a fault of ours must not end the preview."""
    place = Place(path.as_posix())
    message = f"this version cannot be read ({type(error).__name__}: {error})"
    return Version(None, (Problem(place, Severity.ERROR, "S000", message),))


def advice(version: Version, path: Path) -> tuple[Problem, ...]:
    """All problems of a version, also those that only the rules of ``pitchcraft check`` find."""
    source, problems = decode(path.as_posix(), version.text.encode())
    if source is None or version.level is None:
        return version.problems
    return tuple(check_source(source, path, problems).problems)
