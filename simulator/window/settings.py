"""How a person wants the window to look; kept in one small file of their own."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from simulator import paths
from simulator.window.theme import THEMES

TEXT_LEAST: Final = 80
TEXT_MOST: Final = 200
TEXT_STEP: Final = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """The theme's name, the size of text in percent (80 to 200), and whether nothing may move."""

    theme: str = "light"
    text_percent: int = 100
    reduced_motion: bool = False

    @property
    def text_scale(self) -> float:
        """The size of text as the application takes it."""
        return self.text_percent / 100


def _path() -> Path:
    return paths.home_dir() / "settings.json"


def load_settings() -> Settings:
    """The kept settings; the usual ones for whatever is missing or makes no sense."""
    try:
        found = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    theme, percent = found.get("theme"), found.get("text_percent")
    if not isinstance(percent, int) or not TEXT_LEAST <= percent <= TEXT_MOST:
        percent = 100
    still = found.get("reduced_motion") is True
    return Settings(theme if theme in THEMES else "light", percent, still)


def keep_settings(settings: Settings) -> None:
    """Keep the settings for next time; a disk that cannot take them costs only that."""
    try:
        _path().parent.mkdir(parents=True, exist_ok=True)
        _path().write_text(json.dumps(asdict(settings)), "utf-8")
    except OSError:
        return
