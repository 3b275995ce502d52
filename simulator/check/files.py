"""Scenario files checked: which files a path means, their problems, and how they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from simulator.game.build import build_game
from simulator.game.layout import layouts
from simulator.problems import PitchcraftError, Place, Problem, Severity, SolverError
from simulator.scenario import show
from simulator.scenario.load import load_scenario


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
    return found


def check_paths(paths: Iterable[Path]) -> tuple[list[Problem], list[Path]]:
    """All problems of the files that paths name, and the files."""
    files = files_of(paths)
    return [problem for path in files for problem in check_file(path)], files


def check_file(path: Path) -> list[Problem]:
    """All problems of one scenario file."""
    scenario, problems = load_scenario(path)
    if scenario is not None:
        try:
            layouts(build_game(scenario))
        except SolverError as error:
            problems.append(Problem(Place(str(path)), Severity.ERROR, "S309", str(error)))
    return problems


def shown(problems: Sequence[Problem], files: Sequence[Path], form: str) -> str:
    """Problems in a format; as text, a file without any is named as fine."""
    if form == "json":
        return show.as_json(problems)
    if form == "github":
        return show.as_github(problems)
    if problems:
        return show.as_text(problems)
    return "\n".join(f"{path}: no problems" for path in files)
