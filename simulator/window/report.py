"""Reports of failures, for whoever mends them."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from pathlib import Path

from simulator import __version__, paths


def write_report(error: Exception) -> Path | None:
    """Write what happened to a file; None when the disk does not take it."""
    now = datetime.now(UTC)
    path = paths.home_dir() / "reports" / f"{now:%Y-%m-%d-%H%M%S}.txt"
    text = "".join(traceback.format_exception(error))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"Pitchcraft {__version__}, {now:%Y-%m-%d %H:%M:%S} UTC\n\n{text}\n")
    except OSError:
        return None
    return path
