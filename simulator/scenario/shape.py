"""Pass 4 of the loader: a pydantic model judges the data, and its errors become problems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from simulator.problems import Problem
from simulator.scenario import outline
from simulator.scenario.compose import Document, Span
from simulator.scenario.events import MAX_PROBLEMS
from simulator.scenario.keys import Advice, advise
from simulator.scenario.kinds import counted, every
from simulator.scenario.quote import ticked
from simulator.scenario.values import value_problem
from simulator.scenario.walk import KeyPath

M = TypeVar("M", bound=BaseModel)
Error = Mapping[str, Any]

_MOST_KEYS: Final = 60


def validate(model: type[M], document: Document) -> tuple[M | None, list[Problem]]:
    """The document as a ``model``, or everything that is wrong with its shape."""
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    problems = _problems(model, document, errors[:MAX_PROBLEMS])
    if len(errors) > MAX_PROBLEMS:
        more = counted(len(errors) - MAX_PROBLEMS, "further problem")
        problems.append(document.problem((), "S010", f"{more} not shown"))
    return None, problems


@dataclass(slots=True)
class _Findings:
    """The errors of a model by what they need: keys too many, keys too few, values."""

    unknown: list[KeyPath] = field(default_factory=list)
    missing: dict[KeyPath, list[str]] = field(default_factory=lambda: defaultdict(list))
    values: dict[KeyPath, list[Error]] = field(default_factory=lambda: defaultdict(list))

    def add(self, error: Error, path: KeyPath) -> None:
        """Sort in one error at the ``path`` where it was found."""
        kind, last = error["type"], error["loc"][-1:]
        if kind == "extra_forbidden":
            self.unknown.append(path)
        elif kind == "missing" and isinstance(last[0], str):
            self.missing[path].append(last[0])
        elif kind == "union_tag_not_found":
            self.missing[path].append(_tag(error))
        elif kind == "union_tag_invalid":
            self.values[(*path, _tag(error))].append(error)
        elif not _counted_too_early(error):
            self.values[path].append(error)


def _problems(model: type[BaseModel], document: Document, errors: list[Any]) -> list[Problem]:
    """One problem for each mistake, though a mistake may cause several errors."""
    findings = _Findings()
    for error in errors:
        findings.add(error, _resolve(document.data, error["loc"]))
    problems: list[Problem] = []
    claimed: set[tuple[KeyPath, str]] = set()
    for path in dict.fromkeys(findings.unknown):
        advice = advise(model, document, path)
        claimed.add((advice.home, advice.key))
        problems.append(_unknown_key(document, path, advice))
    for parent, keys in findings.missing.items():
        left = [key for key in dict.fromkeys(keys) if (parent, key) not in claimed]
        if left:
            problems.append(_missing_keys(model, document, parent, left))
    for path, group in findings.values.items():
        told = document.span(path).line in document.mended
        if not told and not _settled_below(path, group, findings):
            problems.append(value_problem(model, document, path, group))
    return problems


def _resolve(data: Any, loc: tuple[str | int, ...]) -> KeyPath:
    """The part of a ``loc`` that is in the data: names of types and branches drop out."""
    path: list[str | int] = []
    for part in loc:
        if isinstance(data, dict):
            inside = part in data
        else:
            inside = isinstance(data, list) and isinstance(part, int) and part < len(data)
        if inside:
            data = data[part]
            path.append(part)
    return tuple(path)


def _tag(error: Error) -> str:
    """The key that says which of several kinds of block this one is."""
    return str(error["ctx"]["discriminator"]).strip("'")


def _counted_too_early(error: Error) -> bool:
    """Whether a list is only too short because some of its items have errors of their own."""
    if error["type"] != "too_short" or not isinstance(error["input"], (list, dict)):
        return False
    return len(error["input"]) >= int(error["ctx"]["min_length"])


def _settled_below(path: KeyPath, group: list[Error], findings: _Findings) -> bool:
    """Whether a wrong kind is only one branch of a choice, and another branch went deeper."""
    if len({error["loc"] for error in group}) == 1 and len(group[0]["loc"]) == len(path):
        return False
    if path in findings.missing:
        return True
    depth = len(path)
    others = chain(findings.missing, findings.values, findings.unknown)
    return any(len(other) > depth and other[:depth] == path for other in others)


def _unknown_key(document: Document, path: KeyPath, advice: Advice) -> Problem:
    key = str(path[-1])
    message = f"unknown key {ticked(key)}{advice.hint}"
    span = document.span(path, key=True)
    line = document.source.line(span.line)
    paste = remedy = ""
    if advice.rename:
        start = span.column - 1
        remedy = "Write:"
        paste = line[:start] + advice.key + line[start + span.width :]
    elif not advice.hint and advice.known:
        words = ", ".join(f"`{word}`" for word in advice.known[:_MOST_KEYS])
        remedy = f"Keys that can stand here: {words}."
    return document.problem(path, "S201", message, key=True, remedy=remedy, paste=paste)


def _missing_keys(
    model: type[BaseModel], document: Document, parent: KeyPath, keys: list[str]
) -> Problem:
    """One problem for all keys that a part of the file lacks, with the lines to paste."""
    fields: dict[str, FieldInfo] = {}
    for candidate in outline.models_at(model, parent):
        fields |= outline.fields_of(candidate)
    span, indent = _head(document, parent)
    value = document.span(parent)
    if document.source.line(value.line)[value.column - 1 :].startswith("{"):
        paste = _in_braces(document, parent, [key for key in keys if key in fields])
    else:
        paste = []
        for key in keys:
            if key in fields:
                paste += outline.example(key, fields[key], indent)
    names = every(f"`{key}`" for key in keys)
    plural = "key" if len(keys) == 1 else "keys"
    return document.source.problem(
        "S202",
        span,
        f"missing {plural} {names}{_inside(parent)}",
        remedy=f"Add {'it' if len(keys) == 1 else 'them'}:" if paste else "",
        paste="\n".join(paste),
    )


def _in_braces(document: Document, parent: KeyPath, keys: list[str]) -> list[str]:
    """The line of a block in braces with more keys; nothing if it is longer than its line."""
    span = document.span(parent)
    line = document.source.line(span.line)
    end = span.column - 1 + span.width - 1
    if not keys or line[end : end + 1] != "}":
        return []
    before = line[:end].rstrip()
    gap = "" if before.endswith("{") else " " if before.endswith(",") else ", "
    more = ", ".join(f"{key}: ..." for key in keys)
    return [f"{before}{gap}{more}{line[end:]}"]


def _inside(parent: KeyPath) -> str:
    """Where a key is missing, in words."""
    names = [part for part in parent if isinstance(part, str)]
    if not names:
        return ""
    last = parent[-1]
    return f" in item {last + 1} of `{names[-1]}`" if isinstance(last, int) else f" in `{last}`"


def _head(document: Document, parent: KeyPath) -> tuple[Span, str]:
    """What to underline for a part of the file, and the indentation of the keys in it."""
    data: Any = document.data
    for part in parent:
        data = data[part]
    span = document.span(parent, key=True)
    first = next(iter(data), None) if isinstance(data, dict) else None
    if first is None:
        return span, " " * (span.column + 1)
    key = document.span((*parent, first), key=True)
    underlined = span if parent and isinstance(parent[-1], str) else key
    return underlined, " " * (key.column - 1)
