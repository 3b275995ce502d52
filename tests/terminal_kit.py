"""A person at the terminal, for tests: lines in, all that was said out."""

from __future__ import annotations

import io
from collections.abc import Iterator

from simulator.game.policy import Policy, choose_by
from simulator.game.run import Run
from simulator.store.levels import load_level
from simulator.terminal.play import play_terminal


def visit(
    *typed: object, scenario: str | None = "first-call", player: str | None = "Ada", seed: int = 3
) -> str:
    """Type these lines, then end the input; all that was said, blanks and line ends as one."""
    said = io.StringIO()
    lines = io.StringIO("".join(f"{line}\n" for line in typed))
    assert play_terminal(scenario, player, seed, lines, said) == 0
    return " ".join(said.getvalue().split())


def numbers(policy: Policy, scenario: str = "first-call", seed: int = 3) -> Iterator[int]:
    """The numbers that a bot would type from the first decision to the last."""
    level = load_level(scenario)
    play = level.play(Run(level.scenario.id, level.game.digest, seed))
    solution = level.solution() if policy in (Policy.BEST, Policy.WORST) else None
    while not play.is_over:
        choice = choose_by(policy, play, solution)
        yield next(view.number for view in play.prompt().choices if view.id == choice)
        play.choose(choice)
