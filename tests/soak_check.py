"""Check changed files until time is up: ``python -m tests.soak_check SECONDS [FIRST SEED]``.

Prints how many were checked; a seed that fails is named and can be given again.
"""

from __future__ import annotations

import sys
import time
import traceback
from pathlib import Path

from tests.check.mutants import mutant
from tests.check.samples import BASE
from tests.check.test_mutants import judge

SCENARIOS = Path(__file__).parent.parent / "scenarios"


def soak(seconds: float, seed: int) -> int:
    """Check mutants of the small scenario, and of the smallest shipped one now and then."""
    shipped = min(SCENARIOS.glob("*.yaml"), key=lambda path: path.stat().st_size)
    texts = [BASE] * 9 + [shipped.read_text(encoding="utf-8")]
    done = failed = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            judge(mutant(texts[seed % len(texts)], seed), fix=seed % 4 == 0)
        except Exception:
            failed += 1
            print(f"seed {seed}:\n{traceback.format_exc()}", flush=True)
        done, seed = done + 1, seed + 1
    print(f"{done:,} files checked, {failed} failures")
    return int(failed > 0)


if __name__ == "__main__":
    given = [float(arg) for arg in sys.argv[1:]]
    sys.exit(soak(given[0] if given else 600.0, int(given[1]) if len(given) > 1 else 0))
