"""Leaderboards for the command line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import cast

from simulator.store.levels import Levels, levels_at_hand, load_level, open_store
from simulator.store.model import By, Row


def board_rows(scenario: str | None, by: str, *, team: bool) -> list[Row]:
    """The rows of a board: of a scenario given by id or path, or of all levels together."""
    levels, _ = levels_at_hand()
    name = None
    if scenario is not None:
        level = load_level(scenario)
        levels.append(level)
        name = level.scenario.id
    digests = {level.scenario.id: level.game.digest for level in levels}
    with open_store(Levels(levels)) as store:
        return store.board(name, cast(By, by), team=team, digests=digests)


def shown(rows: Sequence[Row], scenario: str | None, by: str, *, team: bool, as_json: bool) -> str:
    """A board as text or JSON; an empty one says what to do."""
    if as_json:
        return json.dumps([asdict(row) for row in rows], ensure_ascii=False)
    what = scenario or "all levels"
    if not rows:
        return (
            f"Nobody is on the leaderboard of {what} yet. Play it: pitchcraft play {scenario or ''}"
        )
    lines = [f"{'Teams' if team else 'Players'} on {what}, {by} run"]
    width = max(len(row.name) for row in rows)
    for row in rows:
        side = f"{row.members} players" if team else row.team
        lines.append(f"{row.rank:>4}  {row.name:<{width}}  {row.score:>5}  {side}".rstrip())
    return "\n".join(lines)
