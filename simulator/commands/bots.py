"""Bots: whole runs played without a screen, the same every time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from fractions import Fraction

from simulator.game.policy import Policy, choose_by
from simulator.game.run import Run, draw_buyer, run_line
from simulator.game.score import SCORE_MAX
from simulator.store.levels import Level

SOLVED = (Policy.BEST, Policy.WORST)
"""The policies that need the solution."""


def bot_run(level: Level, policy: Policy, seed: int) -> Run:
    """The run a bot plays with this seed; its id depends on scenario, policy and seed alone."""
    name = f"{level.game.digest}/{policy}/{seed}"
    run = Run(
        level.scenario.id,
        level.game.digest,
        seed,
        player=f"bot-{policy}",
        id=hashlib.sha256(name.encode()).hexdigest()[:32],
    )
    play = level.play(run)
    solution = level.solution() if policy in SOLVED else None
    while not play.is_over:
        play.choose(choose_by(policy, play, solution))
    return play.run


def bot_lines(level: Level, policy: Policy, seed: int, runs: int) -> Iterator[str]:
    """Run files, one a line, for the seeds from ``seed`` on."""
    for number in range(runs):
        yield run_line(bot_run(level, policy, seed + number))


def bot_score(level: Level, policy: Policy, seeds: int = 20) -> Fraction:
    """The mean score of a bot over some seeds and every buyer, buyers weighted as they are drawn.

    The seeds set the order on screen and the random bot's dice.
    """
    scorer, total = level.scorer(), Fraction(0)
    by_buyer: dict[int, list[int]] = {}
    seed = 0
    while any(len(by_buyer.get(b, [])) < seeds for b in range(len(level.game.weights))):
        seed += 1
        buyer = draw_buyer(level.game, seed)
        found = by_buyer.setdefault(buyer, [])
        if len(found) < seeds:
            run = bot_run(level, policy, seed)
            found.append(scorer.score([(run.choices, buyer)])[0].score)
    for buyer, scores in by_buyer.items():
        total += Fraction(level.game.weights[buyer] * sum(scores), len(scores))
    return min(total / sum(level.game.weights), Fraction(SCORE_MAX))
