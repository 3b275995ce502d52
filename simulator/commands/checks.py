"""Scenario files checked from the command line, with proofs that are kept between calls."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from simulator import paths
from simulator.check.files import Checked, Prover, check_paths, files_of
from simulator.game.rules import Game
from simulator.problems import PitchcraftError

if TYPE_CHECKING:  # What is checked on every save should not wait for the solver.
    from simulator.game.solver import Solution


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
        from simulator.store.files import write_whole

        try:
            write_whole(paths.solutions_dir() / name, data)
        except OSError:
            return


def solved(game: Game) -> Solution:
    """The solution of a game, from disk or made now. Raises SolverError for one too large."""
    from simulator.store.solutions import solution_of

    return solution_of(game, paths.solutions_dir())


def mended(names: Iterable[Path], *, proof: bool) -> list[str]:
    """Mend in the files that paths name what one line mends, and say what was done.

    A file is replaced whole or left alone; one that has changed meanwhile is left alone. Raises
    PitchcraftError for a file that cannot be written.
    """
    from simulator.check.fixes import mend

    prover = Prover(solved, Kept()) if proof else None
    told = []
    for path in files_of(names):
        try:
            before = path.read_bytes()
        except OSError:
            # What cannot be read is told by the check itself.
            continue
        found = mend(path, before, prover)
        if not found.mended:
            continue
        _replace(path, before, found.data)
        told += [
            f"{path}:{one.place.line}: mended {one.code} {one.message}" for one in found.mended
        ]
    return told


def _replace(path: Path, before: bytes, after: bytes) -> None:
    from simulator.store.files import write_whole

    home = path.resolve()
    try:
        if home.read_bytes() != before:
            raise PitchcraftError(f"{path} was changed while it was checked; nothing was mended.")
        mode = home.stat().st_mode
        write_whole(home, after)
        home.chmod(mode)
    except OSError as error:
        raise PitchcraftError(f"{path} cannot be written: {error.strerror}.") from error


def checked(names: Iterable[Path], *, proof: bool) -> list[Checked]:
    """All problems of the files that paths name, those of the proof only if asked for."""
    return check_paths(names, Prover(solved, Kept()) if proof else None)
