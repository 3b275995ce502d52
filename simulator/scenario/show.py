"""Problems as text for a terminal, as JSON, and as annotations of GitHub's workflows."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from typing import Final

from simulator.problems import Problem, Severity
from simulator.scenario.text import ranges

_SHOWN: Final = 96
_GUTTER: Final = 5
_MANY: Final = 6
"""So many problems that say the same are shown; of more the last is a list of lines."""
_GITHUB: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "notice",
}


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by place, then code; each only once."""
    return sorted(dict.fromkeys(problems), key=lambda p: (p.place, p.code, p.message))


def as_text(problems: Iterable[Problem]) -> str:
    """A block of lines for each problem: place and message, the line, carets, the remedy.

    Lines to paste stand as they are, without a margin. Of many that say the same in one file, the
    first few are shown and the lines of the others named.
    """
    blocks: list[str] = []
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    found = in_order(problems)
    for problem in found:
        alike.setdefault((problem.place.path, problem.code, problem.message), []).append(problem)
    for problem in found:
        same = alike[problem.place.path, problem.code, problem.message]
        at = same.index(problem)
        if len(same) <= _MANY or at < _MANY - 1:
            blocks.append(_block(problem))
        elif at == _MANY - 1:
            blocks.append(_others(same[at:]))
    return "\n\n".join(blocks)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of objects with path, line, column, code, severity and message."""
    rows = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.message,
        }
        for problem in in_order(problems)
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False)


def as_github(problems: Iterable[Problem]) -> str:
    """One workflow command for each problem, so that it appears beside the line of the file."""
    return "\n".join(_annotation(problem) for problem in in_order(problems))


def _others(same: list[Problem]) -> str:
    """The rest of many problems that say the same, as one line."""
    one = same[0]
    lines = ranges(sorted({problem.place.line for problem in same}))
    return f"{one.place.path}: {one.severity} {one.code} {one.message}, also on lines {lines}"


def _block(problem: Problem) -> str:
    place = problem.place
    where = f"{place.path}:{place.line}:{place.column}" if place.line else place.path
    lines = [f"{where}: {problem.severity} {problem.code} {problem.message}"]
    if place.line and problem.source:
        lines += _underlined(problem)
    margin = " " * (_GUTTER + 1)
    if problem.remedy:
        lines.append(f"{margin}= {problem.remedy}")
    if problem.paste:
        lines += problem.paste.split("\n")
    return "\n".join([_clean(line) for line in lines])


def _underlined(problem: Problem) -> list[str]:
    """The line of the file with its number, and carets under what the problem is about."""
    line, start = _window(problem.source, problem.place.column - 1)
    stop = max(start + 1, min(start + problem.place.width, len(line)))
    carets = " " * _cells(line[:start]) + "^" * max(1, _cells(line[start:stop]))
    return [f"{problem.place.line:>{_GUTTER}} | {line}", f"{'':>{_GUTTER}} | {carets}"]


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around a column, and the column in it."""
    line = line.rstrip()
    if len(line) <= _SHOWN:
        return line, column
    start = max(0, min(column - _SHOWN // 2, len(line) - _SHOWN))
    part = line[start : start + _SHOWN]
    head, tail = "..." if start else "", "..." if start + _SHOWN < len(line) else ""
    return head + part + tail, column - start + len(head)


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    none = sum(unicodedata.combining(letter) != 0 for letter in text)
    return len(text) + wide - none


def _clean(line: str) -> str:
    """A line without characters that could steer a terminal."""
    return "".join(c if c.isprintable() or c == "\u00a0" else "\ufffd" for c in line)


def _annotation(problem: Problem) -> str:
    place = problem.place
    fields = {"file": place.path}
    if place.line:
        fields |= {
            "line": str(place.line),
            "col": str(place.column),
            "endColumn": str(place.column + place.width),
        }
    fields["title"] = problem.code
    values = ",".join(f"{name}={_escaped_field(value)}" for name, value in fields.items())
    parts = [part for part in (problem.message, problem.remedy, problem.paste) if part]
    return f"::{_GITHUB[problem.severity]} {values}::{_escaped(chr(10).join(parts))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_field(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
