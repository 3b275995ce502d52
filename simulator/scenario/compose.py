"""Pass 3 of the loader: plain data, and the place of every part of it.

Plain scalars follow the YAML 1.2 core rules and nothing else: ``true`` and ``false``, plain whole
numbers and decimals, ``null``, ``~`` and nothing at all. So ``No``, ``12:30``, ``010`` and dates
stay text, as they do in editors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from simulator.problems import Place, Problem, Severity
from simulator.scenario import events
from simulator.scenario.slips.moved import place_before
from simulator.scenario.text import Source
from simulator.scenario.walk import Halt, KeyPath, Marks, Walk


class Span(NamedTuple):
    """Where something stands: line and column from 1, and characters to underline."""

    line: int
    column: int
    width: int


class Spans(NamedTuple):
    """Where a part of the data stands: its key (an item of a list is its own) and its value."""

    key: Span
    value: Span


class Places(Mapping[KeyPath, Spans]):
    """The place of each path; spans are built when asked for, as most files need none."""

    __slots__ = ("_marks",)

    def __init__(self, marks: dict[KeyPath, Marks]) -> None:
        self._marks = marks

    def __getitem__(self, path: KeyPath) -> Spans:
        marks = self._marks[path]
        return Spans(Span(*marks[:3]), Span(*marks[3:]))

    def __iter__(self) -> Iterator[KeyPath]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)

    def __contains__(self, path: object) -> bool:
        return path in self._marks


@dataclass(frozen=True, slots=True)
class Document:
    """A file as plain data.

    ``data`` holds dict, list, str, int, bool, None and Decimal; keys are always text.
    ``places`` has the spans of each path into it, ``written`` the text of each number, truth
    value and null as it stands in the file. ``mended`` are the lines that were no YAML and are
    read as they were probably meant: of a value there nothing is sure.
    """

    source: Source
    data: Any
    places: Mapping[KeyPath, Spans]
    written: Mapping[KeyPath, str]
    mended: frozenset[int] = frozenset()

    def span(self, path: KeyPath, *, key: bool = False) -> Span:
        """The span of the value (or key) at ``path``, or of the nearest part around it."""
        while path not in self.places:
            path = path[:-1]
        spans = self.places[path]
        return spans.key if key else spans.value

    def place(self, path: KeyPath, *, key: bool = False) -> Place:
        """The same as a place in the file."""
        return Place(self.source.path, *self.span(path, key=key))

    def problem(
        self,
        path: KeyPath,
        code: str,
        message: str,
        *,
        key: bool = False,
        severity: Severity = Severity.ERROR,
        remedy: str = "",
        paste: str = "",
    ) -> Problem:
        """A problem at the value (or key) at ``path``."""
        return self.source.problem(
            code, self.span(path, key=key), message, severity=severity, remedy=remedy, paste=paste
        )


def compose(
    source: Source, open_events: events.OpenEvents = events.open_events
) -> tuple[Document | None, list[Problem]]:
    """Compose a text once, and say all that is wrong with it as YAML.

    A document may come with errors: then it is what could be read, good enough to look for
    further problems, and never to be played.
    """
    walk = Walk(source, source.text)
    found: list[Problem] = []
    mended: frozenset[int] = frozenset()
    try:
        walk.run(open_events(source.text))
    except Halt:
        return None, walk.problems
    except yaml.YAMLError:
        from simulator.scenario.slips.mend import mend

        found, text = mend(source, open_events)
        if text is None:
            return None, walk.problems + found
        walk = Walk(source, text)
        try:
            walk.run(open_events(text))
        except (Halt, yaml.YAMLError):
            return None, walk.problems + found
        after = text.split("\n")
        walk.marks = _moved_back(walk.marks, source.lines, after)
        pairs = enumerate(zip(source.lines, after, strict=True), 1)
        mended = frozenset(number for number, (old, new) in pairs if old != new)
    if not walk.found:
        message = "there is nothing to read in this file"
        return None, [source.problem("S007", (1, 1, 1), message)]
    document = Document(source, walk.data, Places(walk.marks), walk.written, mended)
    return document, walk.problems + found


def _moved_back(
    marks: dict[KeyPath, Marks], before: Sequence[str], after: Sequence[str]
) -> dict[KeyPath, Marks]:
    """Marks in mended lines as marks in the lines that the author sees."""
    return {
        path: (*place_before(before, after, at[:3]), *place_before(before, after, at[3:]))
        for path, at in marks.items()
    }
