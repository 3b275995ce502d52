"""How a proof is made: the game is solved, studied, and played by bots."""

from __future__ import annotations

from typing import Final

from simulator.check import proof
from simulator.check.bulk import what_is_big
from simulator.check.lines import episodes_met, winning_lines
from simulator.check.proof import BotScore, Bulk, Proven, Solve
from simulator.game.bots import bots, greedy_bots, play_bots
from simulator.game.build import Spot
from simulator.game.policy import Policy
from simulator.game.rules import Game
from simulator.game.score import Scorer
from simulator.game.study import study

JUDGELESS: Final = tuple(policy for policy in Policy if not policy.needs_solution)
"""The ways to choose that a fair scenario defeats."""


def make(game: Game, spots: list[Spot], solve: Solve) -> Proven:
    """Solve a game, study it and let bots play it. Raises SolverError for one too large."""
    solution = solve(game)
    players = [*bots(game, spots, JUDGELESS), *greedy_bots(game, spots)]
    played = play_bots(game, players, Scorer(game, solution))
    endings = [(run.ending, run.buyer) for one in played for run in one.runs]
    bulk = None
    if solution.states > proof.STATES_FAIR:
        node, states, parts = what_is_big(game, solution)
        bulk = Bulk(node, states, tuple(parts))
    return Proven(
        study(game, solution),
        tuple(BotScore(one.bot.name, one.score) for one in played),
        tuple(winning_lines(game, solution)),
        tuple(episodes_met(game, solution, endings)),
        bulk,
    )
