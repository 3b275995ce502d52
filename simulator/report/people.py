"""What people who played a scenario chose, scored, and gave away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from simulator.game.debrief import STARS
from simulator.game.rules import Game
from simulator.game.run import Run, draw_buyer
from simulator.game.score import Move, Result, Scorer
from simulator.problems import RunError
from simulator.report.data import PEOPLE, BotFigures

Counts = list[list[float]]


@dataclass(frozen=True)
class People:
    """Finished plays of people. ``taken[node][option]`` is how often a choice is taken per run.

    ``lost[node]`` is the points given away there per play; ``right[node]`` how many of the choices
    with something at stake were best ones, or None where nobody had one.
    """

    names: int
    runs: int
    scores: BotFigures
    taken: Counts
    lost: tuple[float, ...]
    right: tuple[float | None, ...]


def people(game: Game, scorer: Scorer, runs: Iterable[Run]) -> People | None:
    """What the finished ones of these runs come to, or None without any."""
    kept, names = [], set()
    for run in runs:
        try:
            result = scorer.score([(run.choices, draw_buyer(game, run.seed))])[0]
        except RunError:
            continue  # Kept with the same rules, but made by hand.
        if result.is_over:
            kept.append(result)
            names.add(run.player)
    if not kept:
        return None
    share = Fraction(1, len(kept))
    taken = counted(game, [(result.moves, share) for result in kept])
    moves = [[(one, move) for one in kept for move in one.moves if move.node == at]
             for at in range(len(game.nodes))]  # fmt: skip
    return People(
        len(names),
        len(kept),
        _scores([result.score for result in kept]),
        taken,
        tuple(_lost(here, len(kept)) for here in moves),
        tuple(_right([move for _, move in here]) for here in moves),
    )


def _lost(moves: list[tuple[Result, Move]], plays: int) -> float:
    return float(sum((Fraction(m.regret, one.scale) for one, m in moves), Fraction(0)) / plays)


def _right(moves: list[Move]) -> float | None:
    weighty = [move for move in moves if move.swing]
    return sum(not move.regret for move in weighty) / len(weighty) if weighty else None


def _scores(scores: list[int]) -> BotFigures:
    many = len(scores)
    return BotFigures(
        PEOPLE,
        round(sum(scores) / many, 1),
        round(sum(score >= STARS[0] for score in scores) / many, 4),
        {score: scores.count(score) / many for score in sorted(set(scores))},
        exact=True,
    )


def counted(game: Game, plays: Sequence[tuple[Sequence[Move], Fraction]]) -> Counts:
    """How often each choice is taken per run, of runs with their shares."""
    counts = [[0.0] * len(node.options) for node in game.nodes]
    for moves, share in plays:
        for move in moves:
            counts[move.node][move.option] += float(share)
    return counts
