"""Check changed files until time is up: ``python -m tests.soak_check SECONDS [FIRST SEED]``.

Lines, parts and bytes of shipped scenarios, of templates and of broken files are changed; each file
is checked whole, with its proof, shown in every format, and mended now and then. Prints how many
were checked; a seed that fails is named and can be given again.
"""

from __future__ import annotations

import sys
import time
import traceback
from pathlib import Path

from simulator import paths
from simulator.scenario.start import TEMPLATES, template_text
from tests.check.judge import judge
from tests.check.mutants import byte_mutant, mutant, part_mutant
from tests.check.samples import BASE

PROVED_MOST = 60_000
"""Larger files are proved one time in ten: their proofs take seconds."""
SLOWEST = 3


def valid_files() -> list[str]:
    """Files without errors: the small one most often, then templates and shipped scenarios."""
    shipped = [path.read_text(encoding="utf-8") for path in paths.scenarios_dir().glob("*.yaml")]
    return [*[BASE] * 8, *(template_text(name, "my-level") for name in TEMPLATES), *sorted(shipped)]


def broken_files() -> list[bytes]:
    """Files with every kind of error."""
    return [path.read_bytes() for path in sorted((Path(__file__).parent / "broken").glob("*.yaml"))]


def changed(seed: int, valid: list[str], broken: list[bytes]) -> bytes:
    """The file of a seed."""
    kind, text = seed % 4, valid[seed // 4 % len(valid)]
    if kind == 0:
        return mutant(text, seed).encode("utf-8", "replace")
    if kind == 1:
        return part_mutant(text, seed).encode("utf-8", "replace")
    if kind == 2:
        return byte_mutant(text.encode(), seed)
    return byte_mutant(broken[seed // 4 % len(broken)], seed)


def soak(seconds: float, seed: int) -> int:
    """Check file after file; the exit code says whether one of them failed."""
    valid, broken = valid_files(), broken_files()
    took: list[tuple[float, int]] = []
    failed = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data = changed(seed, valid, broken)
        began = time.process_time()
        try:
            small = len(data) < PROVED_MOST
            judge(data, fix=small and seed % 5 == 0, proof=small or seed % 10 == 0)
        except Exception:
            failed += 1
            print(f"seed {seed}:\n{traceback.format_exc()}", flush=True)
        took.append((time.process_time() - began, seed))
        seed += 1
    slow = ", ".join(f"{sec:.1f} s (seed {at})" for sec, at in sorted(took, reverse=True)[:SLOWEST])
    print(f"{len(took):,} files checked, {failed} failures; the slowest took {slow}")
    return int(failed > 0)


if __name__ == "__main__":
    given = [float(arg) for arg in sys.argv[1:]]
    sys.exit(soak(given[0] if given else 600.0, int(given[1]) if len(given) > 1 else 0))
