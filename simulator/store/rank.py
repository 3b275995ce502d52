"""The rule of the boards.

1. On each scenario one run of a player counts: their best, their first, or their latest. First and
   latest go by the order of recording; no clock is asked, for clocks lie.
2. A player's score is the sum of what counts: one number on the board of one scenario.
3. A team's score is the mean of its members' scores, rounded half up to whole points. Players
   without a team stand on no team board.
4. The rank is one more than the number of rows with a higher score (1-2-2-4). Equal scores share
   a rank, always; among themselves they are listed by name.

Whole numbers only, so that every machine computes the same board.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from simulator.store.model import By, Row


class Scored(NamedTuple):
    """A scored run, as far as ranking goes.

    ``player`` is the same text for all runs of a player, and so is ``team``; ``order`` differs
    between any two runs and grows with recording.
    """

    player: str
    team: str
    scenario: str
    score: int
    order: int


class _Standing(NamedTuple):
    name: str
    team: str
    score: int
    runs: int
    members: int


def rank(
    entries: Iterable[Scored], by: By = "first", *, team: bool = False, scenario: str = ""
) -> list[Row]:
    """The rows of a board, best first; ``scenario`` is only written into them."""
    standings = _of_players(sorted(entries, key=lambda entry: entry.order), by)
    if team:
        standings = _of_teams(standings)
    standings.sort(key=lambda one: (-one.score, one.name.casefold(), one.name))
    rows: list[Row] = []
    for place, one in enumerate(standings, start=1):
        shared = bool(rows) and rows[-1].score == one.score
        rows.append(Row(rows[-1].rank if shared else place, *one, scenario=scenario))
    return rows


def _of_players(entries: Iterable[Scored], by: By) -> list[_Standing]:
    counting: dict[str, dict[str, int]] = {}
    runs: dict[str, int] = {}
    teams: dict[str, str] = {}
    for entry in entries:
        scores = counting.setdefault(entry.player, {})
        before = scores.get(entry.scenario)
        if before is None or by == "latest" or (by == "best" and entry.score > before):
            scores[entry.scenario] = entry.score
        runs[entry.player] = runs.get(entry.player, 0) + 1
        teams[entry.player] = entry.team
    return [
        _Standing(name, teams[name], sum(scores.values()), runs[name], 1)
        for name, scores in counting.items()
    ]


def _of_teams(players: Iterable[_Standing]) -> list[_Standing]:
    members: dict[str, list[_Standing]] = {}
    for player in players:
        if player.team:
            members.setdefault(player.team, []).append(player)
    return [
        _Standing(
            team,
            team,
            _mean([one.score for one in those]),
            sum(one.runs for one in those),
            len(those),
        )
        for team, those in members.items()
    ]


def _mean(scores: list[int]) -> int:
    """The mean, rounded half up, without a fraction on the way."""
    return (2 * sum(scores) + len(scores)) // (2 * len(scores))
