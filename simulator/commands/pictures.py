"""Every screen drawn to a file, without a display."""

from __future__ import annotations

import os
from pathlib import Path


def draw(folder: Path, size: tuple[int, int], text_scale: float, theme: str) -> list[Path]:
    """Draw the gallery into a folder; returns the files written."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    from simulator.window.gallery import draw_gallery

    return draw_gallery(folder, size, text_scale, theme)
