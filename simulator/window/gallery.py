"""Every screen in every state worth seeing, drawn to PNG files.

A module with screens offers its own as a function::

    def gallery_screens() -> list[Shot]:
        return [("notebook-empty", lambda flow: NotebookScreen(at_start(flow, "first-call"))), ...]

``make(flow)`` is called with a flow whose session has made-up players and finished runs but no
play; :func:`at_start`, :func:`at_stage` and :func:`at_end` bring it into one. The screen it returns
is shown alone and given a moment to come to rest.
"""

from __future__ import annotations

from collections.abc import Callable

from simulator.game.policy import Policy, choose_by
from simulator.store.levels import Level
from simulator.window.flow import Flow
from simulator.window.screen import Screen

Shot = tuple[str, Callable[[Flow], Screen]]
"""A name in kebab-case for the file, and what makes the screen."""


def level_named(flow: Flow, scenario: str) -> Level:
    """The level of a shipped scenario. Raises StopIteration when there is none of that id."""
    return next(level for level in flow.session.levels if level.scenario.id == scenario)


def at_start(flow: Flow, scenario: str = "first-call", seed: int = 1) -> Flow:
    """Bring the flow to the first decision of a new play."""
    flow.session.seed = seed
    flow.session.begin(level_named(flow, scenario))
    return flow


def at_stage(
    flow: Flow, stage: str, scenario: str = "first-call", seed: int = 1, *, decision: int = 0,
    policy: Policy = Policy.FIRST,
) -> Flow:  # fmt: skip
    """Bring the flow to a step (from 0) of a stage, the choices before made by a bot."""
    at_start(flow, scenario, seed)
    while flow.play.prompt().stage != stage:
        _step(flow, policy)
    for _ in range(decision):
        _step(flow, policy)
    return flow


def at_end(
    flow: Flow, scenario: str = "first-call", seed: int = 1, policy: Policy = Policy.FIRST
) -> Flow:
    """Bring the flow to the end of a play made by a bot."""
    at_start(flow, scenario, seed)
    while not flow.play.is_over:
        _step(flow, policy)
    return flow


def _step(flow: Flow, policy: Policy) -> None:
    solution = flow.level.solution() if policy in (Policy.BEST, Policy.WORST) else None
    flow.play.choose(choose_by(policy, flow.play, solution))
