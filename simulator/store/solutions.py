"""Solved games kept on disk by scenario digest, so that a game is solved once per computer.

A file is never trusted over its digest: it names the game and the engine that solved it, and
carries a checksum of its own bytes. Anything that does not fit is solved again.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import numpy as np

from simulator.game.layout import Layout
from simulator.game.rules import RULES_VERSION, Game
from simulator.game.solver import Progress, Solution, solve
from simulator.store.files import write_whole

FORMAT: Final = 1
_CHECK: Final = 32
"""Bytes of SHA-256 in front of the file."""


def load_solution(game: Game, folder: Path) -> Solution | None:
    """The kept solution of this game, or None when there is none that can be trusted."""
    try:
        data = _file(game, folder).read_bytes()
        if hashlib.sha256(data[_CHECK:]).digest() != data[:_CHECK]:
            return None
        with np.load(io.BytesIO(data[_CHECK:]), allow_pickle=False) as found:
            return _read(game, found)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep_solution(game: Game, solution: Solution, folder: Path) -> None:
    """Write a solution for next time; a disk that cannot take it costs only that time."""
    head = {
        "format": FORMAT,
        "rules": RULES_VERSION,
        "digest": solution.digest,
        "layouts": [asdict(layout) for layout in solution.layouts],
        "numbers": [
            solution.weight, solution.best, solution.worst, solution.random, solution.states,
            solution.edges,
        ],
        "seconds": solution.seconds,
        "layers": [[*layer, len(keys)] for layer, (keys, _) in solution.layers.items()],
    }  # fmt: skip
    body = io.BytesIO()
    np.savez(
        body,
        head=np.frombuffer(json.dumps(head).encode(), np.uint8),
        keys=np.concatenate([keys for keys, _ in solution.layers.values()]),
        values=np.concatenate([values for _, values in solution.layers.values()]),
    )
    data = body.getvalue()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(_file(game, folder), hashlib.sha256(data).digest() + data)
    except OSError:
        return


def solution_of(
    game: Game, folder: Path, progress: Progress | None = None, *, fresh: bool = False
) -> Solution:
    """The solution of a game, from disk or by solving it now (and keeping it).

    Raises SolverError for a game too large, Cancelled when ``progress`` says so.
    """
    found = None if fresh else load_solution(game, folder)
    if found is None:
        found = solve(game, progress)
        keep_solution(game, found, folder)
    return found


def _file(game: Game, folder: Path) -> Path:
    return folder / f"{game.digest}.solution"


def _read(game: Game, found: Any) -> Solution | None:
    head = json.loads(found["head"].tobytes())
    if (head["format"], head["rules"], head["digest"]) != (FORMAT, RULES_VERSION, game.digest):
        return None
    layouts = tuple(
        Layout(
            tuple(one["meters"]),
            tuple(one["marks"]),
            *(int(one[k]) for k in ("outcome_bits", "buyer_bits", "used_bits", "left_bits")),
        )
        for one in head["layouts"]
    )
    keys, values = found["keys"], found["values"]
    layers, at = {}, 0
    for node, picks, count in head["layers"]:
        layers[node, picks] = (keys[at : at + count], values[at : at + count])
        at += count
    if at != len(keys) or at != len(values):
        return None
    weight, best, worst, random, states, edges = head["numbers"]
    return Solution(
        game.digest, layouts, layers, weight, best, worst, random, states, edges, head["seconds"]
    )
