"""The scenarios an author starts from, and which ids a new one may have."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

TEMPLATES: Final = ("short", "crm", "blank")
"""The templates by name; the first is the one for whoever names none."""

_FOLDER: Final = Path(__file__).resolve().parent / "templates"
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ID_MAX: Final = 40
_DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that Windows keeps for devices, whatever follows the dot."""


def template_text(template: str, scenario_id: str) -> str:
    """The text of a new scenario made from a template."""
    text = (_FOLDER / f"{template}.yaml").read_text(encoding="utf-8")
    title = scenario_id.replace("-", " ").capitalize()
    head, mark, rest = text.replace("{title}", _plain(title)).partition("\nid: {id}\n")
    whole = f"{head}\nid: {_plain(scenario_id)}\n{rest}" if mark else head
    return whole.replace("{id}", scenario_id)


def id_slip(name: str) -> str:
    """What is wrong with an id as one sentence; empty if nothing is."""
    if name.endswith((".yaml", ".yml")):
        stem = name.rpartition(".")[0]
        return f"`{name}` is the name of a file; write the id alone, such as `{_near(stem)}`."
    if not _ID.fullmatch(name):
        return (
            f"`{name}` cannot be an id: write small letters, digits and single hyphens,"
            f" such as `{_near(name)}`."
        )
    if len(name) > _ID_MAX:
        return f"`{name}` is {len(name)} letters long; an id has {_ID_MAX} at most."
    if name in _DEVICES:
        return f"`{name}` cannot be the name of a file on Windows; choose another id."
    return ""


def _near(name: str) -> str:
    """The id that a name comes nearest to."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:_ID_MAX].strip("-") or "my-level"


def _plain(text: str) -> str:
    """A text as YAML reads it as text: numbers and truth values go into quotes."""
    is_text = text[0].isalpha() and text.lower() not in ("true", "false", "null")
    return text if is_text else f'"{text}"'
