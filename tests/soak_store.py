"""Kills writers at random moments and counts what was lost. ``python -m tests.soak_store [KILLS]``.

In each round two instances open the same folder at once and add players, record runs and save
progress; what a call returned from is acknowledged through a pipe. Both are killed (SIGKILL) at
random moments, also while opening and, at the border of two pages, within one line. Then the
folder is opened again: every acknowledged player and run must be there, once; a save must be what
it was before or after; the database must equal one computed from the journal alone. Every third
round begins with a damaged database, so that kills also fall into its rebuilding.

POSIX only: it forks, so that a round costs milliseconds.
"""

from __future__ import annotations

import importlib
import os
import random
import signal
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from simulator.store import Store
from tests.store_kit import TEXT, all_of, judge, play

EXPECTED = ("The leaderboard file was damaged (", "Pitchcraft was stopped in the middle of writing")
"""What a store may tell: damage done here, and a line that a kill fell into."""


def write(home: Path, name: str, acknowledge: int) -> None:
    """Write until killed; each acknowledged thing is one short line in the pipe."""
    with Store(home, judge) as store:
        number = 0
        while True:
            number += 1
            run_id = f"{name}-{number}"
            if number % 5 == 1:
                store.add_player(run_id)
                os.write(acknowledge, f"player {run_id}\n".encode())
            for step in range(2):
                store.save_progress(play(run_id, f"{step}{'x' * 70}", name))
            os.write(acknowledge, f"save {run_id}\n".encode())
            store.record(play(run_id, number % 1001, name), TEXT)
            os.write(acknowledge, f"run {run_id}\n".encode())


def start(home: Path, name: str) -> tuple[int, int]:
    """A writer in a new process: its id, and the end of the pipe to read from."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    try:
        write(home, name, writing)
    except BaseException as error:
        os.write(writing, f"failed {type(error).__name__}: {error}\n".encode())
        raise
    finally:
        os._exit(1)


def one_round(home: Path, number: int, chance: random.Random) -> set[str]:
    """Start two writers and kill both; what they had acknowledged."""
    acknowledged: set[str] = set()
    pipes = []
    for letter in "ab":
        child, reading = start(home, f"w{number}{letter}")
        pipes.append((child, os.fdopen(reading, encoding="utf-8")))
    for child, pipe in pipes:
        # Waiting for some acknowledgements makes a round mean the same on a busy machine.
        for line in islice(pipe, chance.choice([0, 0, 2, 7, 15])):
            acknowledged.add(line.strip())
        time.sleep(chance.random() ** 2 * 0.06)
        os.kill(child, signal.SIGKILL)
    for child, pipe in pipes:
        os.waitpid(child, 0)
        acknowledged.update(line.strip() for line in pipe)
        pipe.close()
    return acknowledged


def damage(home: Path, chance: random.Random) -> None:
    """Overwrite a part of the database, if it is there yet."""
    path = home / "pitchcraft.db"
    if path.exists():
        with path.open("r+b") as file:
            file.seek(chance.randrange(path.stat().st_size))
            file.write(chance.randbytes(600))


def verify(home: Path, acknowledged: set[str]) -> list[str]:
    """What is wrong in the folder after a round, in sentences."""
    with Store(home, judge) as store:
        wrong = [line for line in acknowledged if line.startswith("failed")]
        runs = [entry.run.id for entry in store.runs()]
        players = {player.handle for player in store.players()}
        wanted = {line.partition(" ")[2] for line in acknowledged if line.startswith("run ")}
        wrong += [f"run {one} was lost" for one in wanted - set(runs)]
        wanted = {line.partition(" ")[2] for line in acknowledged if line.startswith("player ")}
        wrong += [f"player {one} was lost" for one in wanted - players]
        if len(set(runs)) != len(runs):
            wrong.append("a run counts twice")
        unfinished = {run.id for run in store.unfinished()}
        wanted = {line.partition(" ")[2] for line in acknowledged if line.startswith("save ")}
        wrong += [f"save {one} was lost" for one in wanted - set(runs) - unfinished]
        told = [line for line in store.messages if not line.startswith(EXPECTED)]
        return wrong + told


def verify_rebuilt(home: Path) -> list[str]:
    """Compare the database with one computed from the journal alone."""
    with Store(home, judge) as store:
        before = all_of(store)
    (home / "pitchcraft.db").unlink()
    with Store(home, judge) as store:
        return [] if all_of(store) == before else ["the rebuilt board differs"]


def soak(kills: int, seed: int) -> int:
    """Kill ``kills`` writers; prints what was found, returns how much was wrong."""
    chance = random.Random(seed)
    acknowledged: set[str] = set()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        for number in range((kills + 1) // 2):
            if number % 3 == 2:
                damage(home, chance)
            acknowledged |= one_round(home, number, chance)
            wrong += verify(home, acknowledged)
            if number % 5 == 4:
                wrong += verify_rebuilt(home)
        wrong += verify_rebuilt(home)
    print(*wrong, sep="\n", end="\n" if wrong else "")
    runs = sum(line.startswith("run ") for line in acknowledged)
    print(f"{(kills + 1) // 2 * 2} kills, {runs} runs acknowledged, {len(wrong)} things wrong")
    return len(wrong)


if __name__ == "__main__":
    # What is loaded once here need not be loaded by every writer.
    for module in ("migrate", "truth"):
        importlib.import_module(f"simulator.store.{module}")

    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    sys.exit(1 if soak(wanted, seed=int(sys.argv[2]) if len(sys.argv) > 2 else 1) else 0)
