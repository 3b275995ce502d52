"""The terminal player: the same run as in the window, in plain lines, numbers to choose."""

from __future__ import annotations

from typing import TextIO

from simulator.store.levels import Level, Levels, levels_at_hand, load_level, open_store
from simulator.store.session import Session, player_named
from simulator.terminal.lines import Leave, Lines
from simulator.terminal.visit import Visit


def play_terminal(
    scenario: str | None, player: str | None, seed: int | None, stdin: TextIO, stdout: TextIO
) -> int:
    """Play until the person leaves; returns the exit code.

    ``scenario`` is an id or a path, ``player`` a name that is added if new; either is asked for
    if None. Raises ScenarioError or StoreError when the play cannot start.
    """
    levels, _ = levels_at_hand()
    chosen = None
    if scenario is not None:
        chosen = load_level(scenario)
        levels = _with(levels, chosen)
    lines = Lines(stdin, stdout)
    with open_store(Levels(levels)) as store:
        visit = Visit(lines, Session(store, levels, seed))
        try:
            visit.welcome(None if player is None else player_named(store, player), chosen)
        except (Leave, KeyboardInterrupt):
            # Ctrl-C and Ctrl-D leave the cursor behind the question.
            lines.say()
            visit.goodbye()
        finally:
            visit.stop()
    return 0


def _with(levels: list[Level], level: Level) -> list[Level]:
    """The levels with this one in the place of the one that has its id, or at the end."""
    ids = [other.scenario.id for other in levels]
    if level.scenario.id not in ids:
        return [*levels, level]
    at = ids.index(level.scenario.id)
    return [*levels[:at], level, *levels[at + 1 :]]
