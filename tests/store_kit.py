"""What the tests of the store have in common: a judge without a game, and runs to keep."""

from __future__ import annotations

import hashlib
from pathlib import Path

from simulator.game.run import Run
from simulator.problems import RunError
from simulator.store import Judged, Store

TEXT = "id: crm\n"


def judge(run: Run) -> Judged:
    """A score from the choices: a number if the first one is a number, else a hash of them."""
    if "impossible" in run.choices:
        raise RunError("The choice impossible is not legal here.")
    if run.choices and run.choices[0].isdigit():
        return Judged(int(run.choices[0]), "won")
    drawn = hashlib.sha256("/".join(run.choices).encode()).digest()
    return Judged(int.from_bytes(drawn[:4], "big") % 1001, "won")


def play(
    run_id: str,
    score: int | str = "a",
    player: str = "Ada",
    *,
    scenario: str = "crm",
    digest: str = "d1",
    team: str = "",
    rules: int = 1,
) -> Run:
    """A run that the judge scores with ``score``."""
    return Run(scenario, digest, 7, (str(score),), player, team, id=run_id, rules=rules)


def filled(home: Path) -> None:
    """A store with three players, two teams and thirty runs."""
    with Store(home, judge) as store:
        store.add_player("Ada", "North", "1")
        store.add_player("Ben", "South", "2")
        store.add_player("Cleo")
        for number in range(30):
            player = ("Ada", "Ben", "Cleo", "Dora")[number % 4]
            scenario = ("crm", "first-call")[number % 2]
            store.record(play(f"run-{number}", f"c{number}", player, scenario=scenario), TEXT)


def all_of(store: Store) -> tuple[object, ...]:
    """Everything a store can tell, for comparing two of them exactly; no byte positions."""
    boards = [
        store.board(scenario, by, team=team)
        for scenario in ("crm", "first-call", None)
        for by in ("best", "first", "latest")
        for team in (False, True)
    ]
    runs = [(entry.run, entry.score, entry.outcome, entry.note) for entry in store.runs()]
    return boards, runs, store.players(), store.teams(), store.last_player()
