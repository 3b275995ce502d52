"""Where the scenarios, the assets and the player's own files lie."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """A folder that stands beside the package in a checkout and inside it in a wheel."""
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def scenarios_dir() -> Path:
    """The folder of the shipped scenarios."""
    return _shipped("scenarios")


def own_scenarios_dir() -> Path:
    """The folder for levels of one's own, which are listed with the shipped ones."""
    return home_dir() / "levels"


def scenario_files() -> list[Path]:
    """The files of all levels that are listed: the shipped ones, then one's own."""
    folders = (scenarios_dir(), own_scenarios_dir())
    return [path for folder in folders for path in sorted(folder.glob("*.yaml"))]


def assets_dir() -> Path:
    """The folder of the shipped pictures."""
    return _shipped("assets")


def home_dir() -> Path:
    """The player's own folder: ``PITCHCRAFT_HOME`` if set, else the system's data folder."""
    chosen = os.environ.get("PITCHCRAFT_HOME")
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("pitchcraft", appauthor=False))


def solutions_dir() -> Path:
    """Where solved games are cached; safe to delete at any time."""
    return home_dir() / "solutions"
