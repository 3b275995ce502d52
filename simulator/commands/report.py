"""Reports about scenarios: read, solved, drawn."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from simulator import paths
from simulator.check.files import Checked, files_of
from simulator.commands.checks import checked
from simulator.game.run import Run
from simulator.problems import ScenarioError, Severity, SolverError
from simulator.report.collect import broken_report, scenario_report
from simulator.report.data import ScenarioReport
from simulator.report.page import page
from simulator.scenario.load import find_scenario
from simulator.store.levels import Level, Levels, load_level, open_store


def reports(name: str, tell: Callable[[str], None]) -> list[ScenarioReport]:
    """The reports of a scenario given by id or path, or of all in a folder.

    ``tell`` hears what is being done, since a large scenario takes a while.
    """
    place = Path(name)
    files = files_of([place]) if place.is_dir() else files_of([find_scenario(name)])
    levels: dict[Path, Level] = {}
    for path in files:
        try:
            levels[path] = load_level(str(path))
        except ScenarioError:
            continue
    runs = dict(_runs(list(levels.values())))
    wrong: dict[Path, list[Checked]] = {}
    tell(f"Proving {files[0].name if len(files) == 1 else f'{len(files)} scenarios'} ...")
    for one in checked(files, proof=True):
        wrong.setdefault(one.path, []).append(one)
    files.sort(key=lambda path: _order(levels.get(path)))
    found = []
    for number, path in enumerate(files, 1):
        tell(f"Following all runs of {path.name} ({number} of {len(files)}) ...")
        found.append(_report(path, wrong[path], levels.get(path), runs))
    return found


def _order(level: Level | None) -> tuple[int, str]:
    """Where a level stands in the list of levels; what cannot be played comes last."""
    return (level.scenario.level.order, level.scenario.id) if level else (1000, "")


def _report(
    path: Path, wrong: list[Checked], level: Level | None, runs: dict[str, list[Run]]
) -> ScenarioReport:
    problems = [problem for one in wrong for problem in one.problems]
    if level is None:
        return broken_report(path, problems)
    try:
        return scenario_report(path, problems, level, runs.get(level.game.digest, []))
    except SolverError:
        return broken_report(path, problems)


def _runs(levels: list[Level]) -> Iterator[tuple[str, list[Run]]]:
    """The runs that people played on these levels, by the digest of their rules."""
    if not paths.home_dir().is_dir():
        return  # Nobody has played here, and a report makes no folder for players.
    with open_store(Levels(levels)) as store:
        for level in levels:
            entries = store.runs(scenario=level.scenario.id)
            digest = level.game.digest
            yield digest, [one.run for one in entries if one.run.digest == digest]


def has_errors(found: list[ScenarioReport]) -> bool:
    """Whether a scenario in a report has to be mended before it can be played."""
    return any(one.severity == Severity.ERROR for report in found for one in report.problems)


def as_json(found: list[ScenarioReport]) -> str:
    """The figures of a report as one JSON object."""
    return json.dumps({"scenarios": [asdict(one) for one in found]}, ensure_ascii=False) + "\n"


def as_html(found: list[ScenarioReport]) -> str:
    """The report as a page."""
    return page(found)
