"""Bots: whole runs played without a screen, the same every time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from simulator.game.bots import bot_choices
from simulator.game.build import spots
from simulator.game.policy import Policy, taste, wish
from simulator.game.run import Run, draw_buyer, run_line
from simulator.store.levels import Level


def bot_run(level: Level, policy: Policy, seed: int) -> Run:
    """The run a bot plays with this seed; its id depends on scenario, policy and seed alone."""
    name = f"{level.game.digest}/{policy}/{seed}"
    solution = level.solution() if policy.needs_solution else None
    game, places = level.game, spots(level.scenario)
    like, pick = wish(policy, game, places, solution), taste(policy, game, places, seed)
    choices = bot_choices(game, draw_buyer(game, seed), like, pick)
    return Run(
        level.scenario.id,
        level.game.digest,
        seed,
        choices,
        player=f"bot-{policy}",
        id=hashlib.sha256(name.encode()).hexdigest()[:32],
    )


def bot_lines(level: Level, policy: Policy, seed: int, runs: int) -> Iterator[str]:
    """Run files, one a line, for the seeds from ``seed`` on."""
    for number in range(runs):
        yield run_line(bot_run(level, policy, seed + number))
