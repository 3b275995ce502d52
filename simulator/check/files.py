"""Scenario files checked: which files a path means, their problems, and how they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.check.allowances import allowances, silenced
from simulator.check.pack import over_the_pack
from simulator.check.registry import ABOUT_ALLOWANCES, RULES
from simulator.check.rule import Judged
from simulator.check.subject import Subject
from simulator.game.build import build_game
from simulator.game.layout import layouts
from simulator.problems import PitchcraftError, Place, Problem, Severity, SolverError
from simulator.scenario import show
from simulator.scenario.load import load_source
from simulator.scenario.text import Source, read_source

if TYPE_CHECKING:
    from simulator.check.proof import Shelf, Solve


@dataclass(frozen=True)
class Checked:
    """A file that was checked: its problems, with the lines that mend them.

    ``subject`` is what rules looked at, None for a file that cannot be played.
    """

    path: Path
    found: tuple[Judged, ...]
    subject: Subject | None = None

    @property
    def problems(self) -> list[Problem]:
        """The problems alone."""
        return [one.problem for one in self.found]

    def fails(self, *, strict: bool) -> bool:
        """Whether the file must be mended: it has errors or, if strict, warnings."""
        bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(problem.severity in bad for problem in self.problems)


@dataclass(frozen=True)
class Prover:
    """How games are solved, and where proofs are kept."""

    solve: Solve
    shelf: Shelf | None = None


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The scenario files that paths name; a folder means all in it.

    Raises PitchcraftError for a path that is not there, or a folder without scenario files.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted({*path.glob("*.yaml"), *path.glob("*.yml")})
            if not inside:
                raise PitchcraftError(f"There is no scenario file in {path}; they end in .yaml.")
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise PitchcraftError(f"There is no file {path}.")
    return list(dict.fromkeys(found))


def check_paths(paths: Iterable[Path], prover: Prover | None = None) -> list[Checked]:
    """All problems of the files that paths name, and of all together.

    Rules of the proof are run only with a prover.
    """
    files = [check_file(path, prover) for path in files_of(paths)]
    subjects = [one.subject for one in files if one.subject]
    told = frozenset(problem.code for one in files for problem in one.problems)
    pack = over_the_pack(subjects, told)
    if pack:
        where = Path(pack[0].place.path)
        files.append(Checked(where, tuple(Judged(problem) for problem in pack)))
    return files


def check_file(path: Path, prover: Prover | None = None) -> Checked:
    """All problems of one scenario file."""
    source, problems = read_source(path)
    if source is None:
        return Checked(path, tuple(Judged(problem) for problem in problems))
    return check_source(source, path, problems, prover)


def check_source(
    source: Source, path: Path, problems: Sequence[Problem] = (), prover: Prover | None = None
) -> Checked:
    """All problems of a text that has passed ``read_source``.

    What the loader finds comes first; rules are run only on what can be played, and the proof is
    made only of what can be solved.
    """
    scenario, more = load_source(source, path)
    found = [Judged(problem) for problem in (*problems, *more)]
    if scenario is None:
        return Checked(path, tuple(found))
    document = scenario.document
    assert document is not None, "what was loaded from a text knows its document"
    try:
        game = build_game(scenario)
        layouts(game)
        subject = Subject(scenario, document, game)
        if prover is not None:
            from simulator.check.proof import prove

            subject.proof = prove(game, subject.spots, prover.solve, prover.shelf)
    except SolverError as error:
        problem = Problem(Place(source.path), Severity.ERROR, "S309", str(error))
        return Checked(path, (*found, Judged(problem)))
    return Checked(path, (*found, *judge(subject)), subject)


def judge(subject: Subject) -> list[Judged]:
    """All that the rules find and no comment allows."""
    rules = [rule for rule in RULES if subject.proof or not rule.needs_proof]
    subject.allowed = allowances(subject.document)
    subject.known = tuple(rule.code for rule in RULES)
    subject.judged = frozenset(rule.code for rule in rules)
    found = [one for rule in rules for one in rule.judge(subject)]
    left = silenced(found, subject.allowed)
    return left + [one for rule in ABOUT_ALLOWANCES for one in rule.judge(subject)]


def shown(checked: Sequence[Checked], form: str) -> str:
    """Problems in a format; as text, a file without any is named as fine."""
    problems = [problem for one in checked for problem in one.problems]
    if form == "json":
        return show.as_json(problems)
    if form == "github":
        return show.as_github(problems)
    fine = [f"{one.path}: no problems" for one in checked if not one.found]
    return "\n\n".join([show.as_text(problems)] * bool(problems) + ["\n".join(fine)] * bool(fine))
