"""Who plays, and how they stand on the boards."""

from __future__ import annotations

from simulator.problems import StoreError
from simulator.store.levels import Level
from simulator.store.model import Player
from simulator.store.names import name_key
from simulator.store.session import Session
from simulator.store.store import Store
from simulator.terminal import figures
from simulator.terminal.lines import Lines

BOARD_LINES = 10


def ask_player(lines: Lines, store: Store) -> Player | None:
    """Ask who plays; None for a guest, whose plays are not recorded."""
    players = store.players()
    if not players:
        return _ask_new(lines, store)
    lines.heading("Who plays?")
    for number, player in enumerate(players, 1):
        lines.item(number, f"{player.handle}{f', {player.team}' if player.team else ''}")
    question = "Your number (n: a new player, g: a guest)?"
    answer = lines.number(question, len(players), letters="ng")
    if isinstance(answer, int):
        return players[answer - 1]
    return _ask_new(lines, store) if answer == "n" else None


def _ask_new(lines: Lines, store: Store) -> Player | None:
    while True:
        name = lines.ask("Your name (Enter alone: play as a guest, not on the leaderboard)?")
        if not name:
            return None
        team = lines.ask("Your team (Enter alone: none)?")
        try:
            return store.add_player(name, team)
        except StoreError as error:
            lines.say(str(error))


def show_board(lines: Lines, session: Session, level: Level) -> None:
    """The first lines of a level's leaderboard by first runs, and the player's own."""
    lines.heading(f"Leaderboard: {level.scenario.title}, first runs")
    digests = {level.scenario.id: level.game.digest}
    rows = session.store.board(level.scenario.id, "first", digests=digests)
    me = name_key(session.player.handle) if session.player else ""
    if not rows:
        lines.say("Nobody is here yet. Finish this level under your name.")
    for number, row in enumerate(rows, 1):
        is_me = name_key(row.name) == me
        if number > BOARD_LINES and not is_me:
            continue
        team = f", {row.team}" if row.team else ""
        mine = " (you)" if is_me else ""
        runs = figures.counted(row.runs, "run")
        lines.say(f"{row.rank}. {row.name}{team}{mine}: {row.score}, {runs}.")
