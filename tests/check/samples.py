"""Samples of rules put into the small clean scenario, as text of a file.

Parts of a sample that are maps are laid over the scenario key by key, lists of parts with an id
(or a feature) part by part; other values take the place of what was there, and null takes a key
away. Comments of the sample stand at the same lines again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from simulator.scenario.compose import compose
from simulator.scenario.text import Source, decode

BASE = (Path(__file__).parent / "base.yaml").read_text(encoding="utf-8")


def patched(sample: str) -> str:
    """The base scenario with a sample laid over it."""
    data = _over(_read(BASE), _read(sample))
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=10_000)
    for line in sample.splitlines():
        bare, mark, comment = line.partition("# pitchcraft")
        if mark:
            key = bare.strip()
            assert text.count(f"{key}\n") == 1, f"{key!r} must stand once"
            text = text.replace(f"{key}\n", f"{key}  {mark}{comment}\n")
    return text


def _read(text: str) -> Any:
    """Plain data as the loader reads it, where ``No`` is a word."""
    document, problems = compose(decode("sample.yaml", text.encode())[0] or Source("", "", ()))
    assert document is not None, problems
    assert not problems, problems
    return document.data


def _name(part: Any) -> Any:
    return part.get("id") or part.get("feature") if isinstance(part, dict) else None


def _over(old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        merged = {**old, **{key: _over(old.get(key), value) for key, value in new.items()}}
        return {key: value for key, value in merged.items() if value is not None}
    if isinstance(old, list) and isinstance(new, list) and all(_name(part) for part in new):
        by_name = {_name(part): part for part in old}
        for part in new:
            by_name[_name(part)] = _over(by_name.get(_name(part)), part)
        return list(by_name.values())
    return new
