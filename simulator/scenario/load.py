"""The door to scenario files: a path goes in, a scenario or all its problems come out."""

from __future__ import annotations

from pathlib import Path

from simulator import paths
from simulator.problems import Problem, ScenarioError, Severity
from simulator.scenario.compose import compose
from simulator.scenario.model import Scenario
from simulator.scenario.references import references
from simulator.scenario.shape import validate
from simulator.scenario.text import Source, read_source


def load_scenario(path: Path) -> tuple[Scenario | None, list[Problem]]:
    """Read a scenario file; no content of the file makes this raise.

    The scenario is None when any problem is an error: what comes back can be played.
    """
    source, problems = read_source(path)
    if source is None:
        return None, problems
    scenario, more = load_source(source, path)
    return scenario, problems + more


def load_source(source: Source, path: Path) -> tuple[Scenario | None, list[Problem]]:
    """Read a scenario from text that has passed ``read_source``."""
    document, problems = compose(source)
    if document is None:
        return None, problems
    scenario, more = validate(Scenario, document)
    problems += more
    if scenario is not None:
        problems += references(scenario, document)
        scenario.attach(document, path)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    return scenario, problems


def find_scenario(name: str) -> Path:
    """The file of a scenario given by its id or its path.

    Raises ScenarioError, naming what there is, when neither fits.
    """
    listed = {path.stem: path for path in paths.scenario_files()}
    if name in listed:
        return listed[name]
    if Path(name).exists() or Path(name).suffix in (".yaml", ".yml"):
        return Path(name)
    known = ", ".join(sorted(listed))
    raise ScenarioError(
        f"There is no scenario `{name}`. Write a path to a file, or one of: {known}."
    )
