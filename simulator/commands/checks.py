"""Scenario files checked from the command line, with proofs that are kept between calls."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from simulator import paths
from simulator.check.files import Checked, Prover, check_paths
from simulator.game.rules import Game
from simulator.game.solver import Solution
from simulator.store.files import write_whole
from simulator.store.solutions import solution_of


class Kept:
    """Proofs kept beside the solutions; a disk that cannot take one costs only time."""

    def read(self, name: str) -> bytes | None:
        """What was kept under this name, or None."""
        try:
            return (paths.solutions_dir() / name).read_bytes()
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Keep this, if the disk can take it."""
        try:
            write_whole(paths.solutions_dir() / name, data)
        except OSError:
            return


def solved(game: Game) -> Solution:
    """The solution of a game, from disk or made now. Raises SolverError for one too large."""
    return solution_of(game, paths.solutions_dir())


def checked(names: Iterable[Path], *, proof: bool) -> list[Checked]:
    """All problems of the files that paths name, those of the proof only if asked for."""
    return check_paths(names, Prover(solved, Kept()) if proof else None)
