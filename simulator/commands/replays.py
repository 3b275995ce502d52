"""Runs replayed: every score computed again from its inputs, many runs at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import Final

from simulator import paths
from simulator.game.build import Spot, spots
from simulator.game.run import Run, draw_buyer, parse_run
from simulator.game.score import Move, Result
from simulator.problems import RunError, StoreError
from simulator.scenario.words import STAGE_SKILLS, STAGES, Skill
from simulator.store.levels import Level, Levels
from simulator.store.store import kept_scenario

BATCH: Final = 5_000
"""Runs scored at once: enough to be quick, few enough to start printing at once."""


@dataclass(frozen=True)
class Replayed:
    """A line of a run file: what came of it, or what is wrong with it."""

    number: int
    run: Run | None
    level: Level | None
    result: Result | None
    error: str = ""


def replay(lines: Iterable[str], levels: Levels) -> Iterator[Replayed]:
    """Replay run files line by line, in their order; empty lines are passed over."""
    numbered = ((at, line) for at, line in enumerate(lines, 1) if line.strip())
    while batch := list(islice(numbered, BATCH)):
        found: dict[int, Replayed] = {}
        wanted: dict[str, list[tuple[int, Run, Level]]] = {}
        for number, line in batch:
            try:
                run = parse_run(line)
                level = _level_of(run, levels)
                wanted.setdefault(run.digest, []).append((number, run, level))
            except RunError as error:
                found[number] = Replayed(number, None, None, None, str(error))
        for group in wanted.values():
            found |= {one.number: one for one in _score(group)}
        yield from (found[number] for number, _ in batch)


def _level_of(run: Run, levels: Levels) -> Level:
    """The level a run was played on: one at hand, or the text kept when it was played."""
    if run.digest in levels.by_digest:
        return levels.by_digest[run.digest]
    try:
        kept = kept_scenario(paths.home_dir(), run.digest)
    except StoreError as error:
        raise RunError(str(error)) from None
    return levels.of_run(run, kept)


def _score(group: list[tuple[int, Run, Level]]) -> list[Replayed]:
    """Score runs of one level; if one of them does not fit, each is tried alone."""
    level = group[0][2]
    inputs = [(run.choices, draw_buyer(level.game, run.seed)) for _, run, _ in group]
    try:
        results = level.scorer().score(inputs)
    except RunError as error:
        if len(group) == 1:
            return [Replayed(group[0][0], group[0][1], level, None, str(error))]
        half = len(group) // 2
        return _score(group[:half]) + _score(group[half:])
    return [
        Replayed(number, run, level, result)
        if result.is_over
        else Replayed(number, run, level, None, "The run stops before the end.")
        for (number, run, _), result in zip(group, results, strict=True)
    ]


class Teller:
    """Writes results of one level as JSON objects."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self.spots: list[Spot] = spots(level.scenario)
        self.skills = [spot.decision.skill or STAGE_SKILLS[spot.stage] for spot in self.spots]
        self.options = [[option.id for option in node.options] for node in level.game.nodes]
        self.heads = [
            f'{{"stage":"{spot.stage}","decision":{json.dumps(node.id)},"choice":'
            for spot, node in zip(self.spots, level.game.nodes, strict=True)
        ]
        self._points: dict[tuple[int, int], str] = {}

    def line(self, run: Run, result: Result) -> str:
        """One run as one line of JSON."""
        game = self.level.game
        head = {
            "scenario": run.scenario,
            "digest": run.digest,
            "seed": run.seed,
            "score": result.score,
            "raw": decimal(result.raw.numerator, result.raw.denominator, 6),
            "value": result.value,
            "regret": decimal(sum(m.regret for m in result.moves), result.scale, 6),
            "luck": decimal(sum(m.luck for m in result.moves) + result.end_luck, result.scale, 6),
            "buyer": game.buyers[result.buyer],
            "outcome": game.outcomes[result.outcome - 1] if result.outcome else "unsettled",
            "stages": self._kept(result.moves, [spot.stage for spot in self.spots], STAGES),
            "skills": self._kept(result.moves, self.skills, [skill.value for skill in Skill]),
            "player": run.player,
            "id": run.id,
        }
        text = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
        steps = ",".join([self._step(move, result.scale) for move in result.moves])
        return f'{text[:-1]},"steps":[{steps}]}}'

    def _step(self, move: Move, scale: int) -> str:
        ids = self.options[move.node]
        key = (move.regret, scale)
        points = self._points.get(key)
        if points is None:
            points = self._points[key] = json.dumps(decimal(move.regret, scale, 6))
        return (
            f'{self.heads[move.node]}"{ids[move.option]}","best":"{ids[move.best]}",'
            f'"regret":{points},"grade":"{move.grade.value}"}}'
        )

    def _kept(
        self, moves: Iterable[Move], names: list[str], keys: Iterable[str]
    ) -> dict[str, float | None]:
        lost = dict.fromkeys(keys, 0)
        swing = dict(lost)
        for move in moves:
            name = names[move.node]
            lost[name] += move.regret
            swing[name] += move.swing
        return {
            key: decimal(swing[key] - lost[key], swing[key], 4) if swing[key] else None
            for key in lost
        }


def decimal(top: int, bottom: int, digits: int) -> float:
    """A fraction as a decimal, rounded half up on whole numbers so that all machines agree."""
    scale: int = 10**digits
    return ((2 * top * scale + bottom) // (2 * bottom)) / scale


def as_text(found: Replayed) -> str:
    """One replayed run for a person."""
    assert found.run is not None, "only runs that were replayed are told"
    assert found.level is not None, "only runs that were replayed are told"
    assert found.result is not None, "only runs that were replayed are told"
    game, result = found.level.game, found.result
    outcome = game.outcomes[result.outcome - 1] if result.outcome else "unsettled"
    worst = result.turning_point
    turn = ""
    if worst is not None:
        move = result.moves[worst]
        lost = Fraction(move.regret, result.scale)
        turn = f", turning point at {game.nodes[move.node].id} (-{float(lost):.1f} points)"
    who = found.run.player or "nobody"
    return (
        f"{found.run.scenario} seed {found.run.seed} by {who}: score {result.score}, {outcome},"
        f" buyer {game.buyers[result.buyer]}, value {result.value}{turn}"
    )
