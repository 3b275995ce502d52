"""Writing a test of a path into a scenario file, with every other byte of it left as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from simulator.problems import Problem, ScenarioError, Severity
from simulator.scenario.compose import Document, compose
from simulator.scenario.load import load_source
from simulator.scenario.model import Scenario
from simulator.scenario.quote import quoted
from simulator.scenario.text import decode

WIDTH: Final = 90
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_PLAIN: Final = re.compile(r"[a-z][a-z0-9-]*")
_NOT_TEXT: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""Words that YAML, or an older reader of it, takes for something else than text."""
_EMPTY: Final = re.compile(r"^([^#\[]*:)[ \t]*\[[ \t]*\]([ \t]*(?:#[^\r\n]*)?[\r\n]*)$")


@dataclass(frozen=True)
class Entry:
    """A play as a check: its name, the hidden buyer, the choices made, and what must be true then.

    ``expect`` holds keys and values as they are to stand in the file.
    """

    name: str
    buyer: str
    choices: tuple[str, ...]
    expect: tuple[tuple[str, str], ...]


def with_check(data: bytes, name: str, entry: Entry) -> bytes:
    """A scenario file with one more entry at the end of its ``checks``.

    ``data`` are the bytes of the file called ``name``. Nothing else in them changes, and what
    comes back has been read again to make sure of it. Raises ScenarioError, in one plain sentence,
    when the file does not load, or its checks are written in a way that cannot be added to.
    """
    before, document = _read(data, name)
    text = data.decode("utf-8")
    trouble = ""
    for candidate in _candidates(text, document, entry):
        changed = candidate.encode()
        try:
            after, _ = _read(changed, name)
        except ScenarioError as error:
            trouble = trouble or str(error)
            continue
        if _is_same_but_one(before, after, entry):
            return changed
    raise ScenarioError(
        "The play could not be written into `checks` without changing something else."
        f" {trouble or 'Write `checks:` at the end of the file, as a list with dashes.'}"
    )


def entry_lines(entry: Entry, indent: int) -> list[str]:
    """An entry as lines of YAML whose dash stands at ``indent``."""
    inside = " " * (indent + 2)
    pairs = ", ".join(f"{key}: {_value(value)}" for key, value in entry.expect)
    return [
        f"{' ' * indent}- name: {_text(entry.name)}",
        f"{inside}start: {{buyer: {_word(entry.buyer)}}}",
        *_wrapped(f"{inside}choose: [", [_word(choice) for choice in entry.choices], indent + 4),
        f"{inside}expect: {{{pairs}}}",
    ]


def _read(data: bytes, name: str) -> tuple[Scenario, Document]:
    """The scenario and its places. Raises ScenarioError when it cannot be played."""
    source, problems = decode(name, data)
    if source is not None:
        scenario, more = load_source(source, Path(name))
        document, _ = compose(source)
        if scenario is not None and document is not None:
            return scenario, document
        problems = problems + more
    first = next(p for p in problems if p.severity is Severity.ERROR)
    raise ScenarioError(f"{_where(first)}: {first.message}.", problems)


def _where(problem: Problem) -> str:
    return f"Line {problem.place.line}" if problem.place.line else problem.place.path


def _is_same_but_one(before: Scenario, after: Scenario, entry: Entry) -> bool:
    """Whether the checks have grown by this entry and nothing else has changed."""
    old, new = before.model_dump(), after.model_dump()
    had, has = old.pop("checks"), new.pop("checks")
    if old != new or has[: len(had)] != had or len(has) != len(had) + 1:
        return False
    last = has[-1]
    return bool(last["name"] == entry.name and tuple(last["choose"]) == entry.choices)


def _candidates(text: str, document: Document, entry: Entry) -> Iterator[str]:
    """The ways to write the entry, the best looking first."""
    lines = _LINE.findall(text)
    end = next((mark for mark in ("\r\n", "\n", "\r") if mark in text), "\n")
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    checks = document.data.get("checks")
    if ("checks",) not in document.places:
        margin = document.places[(next(iter(document.data)),)].key.column - 1
        at = _last_line(lines, 0, len(lines))
        added = [f"{' ' * margin}checks:", *entry_lines(entry, margin + 2)]
        for gap in ([""], []):
            yield _joined(lines, at, [*gap, *added], end)
    elif checks:
        yield _joined(lines, *_after_last(lines, document, checks, entry), end)
    else:
        yield from _into_empty(lines, document, entry, end)


def _joined(lines: Sequence[str], at: int, added: Sequence[str], end: str) -> str:
    return "".join([*lines[:at], *(f"{line}{end}" for line in added), *lines[at:]])


def _after_last(
    lines: Sequence[str], document: Document, checks: Sequence[Any], entry: Entry
) -> tuple[int, list[str]]:
    """Where the next entry of a list with dashes belongs, and its lines."""
    first = _dash_line(lines, document, 0)
    last = _dash_line(lines, document, len(checks) - 1)
    indent = _indent(lines[first])
    starts = [spans.key.line - 1 for path, spans in document.places.items() if len(path) == 1]
    stop = min((line for line in starts if line > first), default=len(lines))
    at = _last_line(lines, last, stop, indent)
    apart = len(checks) > 1 and not lines[last - 1].strip()
    return at, [*[""] * apart, *entry_lines(entry, indent)]


def _dash_line(lines: Sequence[str], document: Document, item: int) -> int:
    """The index of the line with the dash of an item. Raises ScenarioError where there is none."""
    at = document.places["checks", item].key.line - 1
    top = document.places["checks",].key.line - 1
    while at > top:
        if lines[at].lstrip().startswith("-"):
            return at
        at -= 1
    raise ScenarioError(
        f"Line {top + 1}: `checks` is written in brackets; write it as a list with dashes, one"
        " check below the other, and record the play again."
    )


def _last_line(lines: Sequence[str], first: int, stop: int, indent: int = 0) -> int:
    """The index behind the last line before ``stop`` that belongs to what stands above it.

    Blank lines, an end mark, and comments further left than ``indent`` belong to what follows;
    without an indent comments stay above.
    """
    at = stop
    while at > first + 1:
        line = lines[at - 1]
        words = line.strip().lstrip("\ufeff")
        left = words.startswith("#") and bool(indent) and _indent(line) < indent
        if words and words != "..." and not left:
            break
        at -= 1
    return at


def _into_empty(lines: Sequence[str], document: Document, entry: Entry, end: str) -> Iterator[str]:
    """The entry in place of ``[]``."""
    place = document.places["checks",].key
    found = _EMPTY.match(lines[place.line - 1])
    if found:
        head = [*lines[: place.line - 1], f"{found[1]}{found[2]}"]
        added = entry_lines(entry, place.column + 1)
        yield _joined([*head, *lines[place.line :]], place.line, added, end)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _word(text: str) -> str:
    """An id as YAML that is read as text."""
    plain = _PLAIN.fullmatch(text) and text not in _NOT_TEXT
    return text if plain else quoted(text)


def _value(text: str) -> str:
    """A test in words, or an id."""
    return text if re.fullmatch(r"[a-z]+( [a-z0-9]+)+", text) else _word(text)


def _text(text: str) -> str:
    """A name as YAML: as it is where that is safe, else in quotes."""
    safe = re.fullmatch(r"[A-Za-z][A-Za-z0-9 ,.'()-]*", text) and text.lower() not in _NOT_TEXT
    return text if safe and text == text.strip() else quoted(text)


def _wrapped(head: str, words: Sequence[str], indent: int) -> list[str]:
    """``head`` and the words in brackets, in as many lines as they need."""
    lines, line = [], head
    for at, word in enumerate(words):
        piece = f"{word}," if at < len(words) - 1 else f"{word}]"
        if line != head and len(line) + 1 + len(piece) > WIDTH:
            lines.append(line)
            line = f"{' ' * indent}{piece}"
        else:
            line += piece if line == head else f" {piece}"
    return [*lines, line]
