"""A new scenario: the file, the schema beside it, and settings for the editor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from simulator import paths
from simulator.commands.output import write_file
from simulator.problems import PitchcraftError
from simulator.scenario.schema import SCHEMA_FILE, schema_text
from simulator.scenario.start import id_slip, template_text

_SETTINGS: Final[dict[str, Any]] = {
    "yaml.schemas": {f"./{SCHEMA_FILE}": ["*.yaml"]},
    "yaml.schemaStore.enable": False,
    "[yaml]": {
        "editor.tabSize": 2,
        "editor.insertSpaces": True,
        "editor.wordWrap": "on",
        "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
    },
}
"""The schema is a file beside the scenarios, and no list of schemas is fetched from a network."""
_EXTENSIONS: Final = {"recommendations": ["redhat.vscode-yaml"]}


def new_scenario(scenario_id: str, template: str, folder: Path) -> list[str]:
    """Write a new scenario with what an editor needs; returns what to tell, line by line.

    Nothing that is there is overwritten, but for a schema that this program made. Raises
    PitchcraftError, in one sentence, when the scenario cannot be written.
    """
    slip = id_slip(scenario_id)
    if slip:
        raise PitchcraftError(slip)
    if (paths.scenarios_dir() / f"{scenario_id}.yaml").exists():
        raise PitchcraftError(f"`{scenario_id}` is a level of Pitchcraft's own; choose another id.")
    path = folder / f"{scenario_id}.yaml"
    if path.exists():
        raise PitchcraftError(f"{path} is there already; choose another id, or a folder by --to.")
    _make(folder)
    write_file(path, template_text(template, scenario_id))
    told = [f"Wrote {path}.", *_schema(folder), *_editor(folder / ".vscode")]
    where = f'"{path}"' if " " in str(path) else str(path)
    return [
        *told,
        "",
        "Open it in an editor and read its notes. While you write:",
        f"  pitchcraft check {where}",
        f"  pitchcraft preview {where}",
        f"  pitchcraft play {where}",
    ]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PitchcraftError(f"The folder {folder} cannot be made: {reason}.") from error


def _schema(folder: Path) -> list[str]:
    """Put the schema beside the scenario; an old one of this program's making is renewed."""
    path, text = folder / SCHEMA_FILE, schema_text()
    old = _read(path)
    if old == text:
        return []
    if old is not None and '"title": "Pitchcraft scenario' not in old:
        return [f"{path} is not Pitchcraft's, so it was left alone; see `pitchcraft schema`."]
    write_file(path, text)
    return [f"{'Wrote' if old is None else 'Renewed'} {path}, by which editors help you."]


def _editor(folder: Path) -> list[str]:
    """Settings for Visual Studio Code, where there are none yet; else what to add to them."""
    told: list[str] = []
    _make(folder)
    for name, wanted in (("settings.json", _SETTINGS), ("extensions.json", _EXTENSIONS)):
        path, text = folder / name, json.dumps(wanted, indent=2) + "\n"
        old = _read(path)
        if old is None:
            write_file(path, text)
            told.append(f"Wrote {path} for Visual Studio Code.")
        elif old != text and not _holds(old, wanted):
            told += [f"{path} is there already and was left alone; add to it:", text.rstrip()]
    return told


def _holds(old: str, wanted: dict[str, Any]) -> bool:
    """Whether settings that somebody wrote have all that is wanted, at the least."""
    try:
        found = json.loads(old)
    except ValueError:
        return False
    return isinstance(found, dict) and all(found.get(key) == wanted[key] for key in wanted)


def _read(path: Path) -> str | None:
    """The text of a file; None if there is none, empty if it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        return ""
