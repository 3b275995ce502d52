"""Rewording what stops the YAML parser, by finding the slip and reading on without it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from simulator.problems import Problem
from simulator.scenario.events import MAX_DEPTH, OpenEvents
from simulator.scenario.slips.entry import open_columns, read_entry
from simulator.scenario.slips.guess import families
from simulator.scenario.slips.moved import place_before
from simulator.scenario.slips.slip import Slip, Trouble
from simulator.scenario.text import Source

_MOST_SLIPS: Final = 25
# What follows a line nobody understands is more and more guesswork.
_MOST_RIDDLES: Final = 3
# So that a large file full of mistakes is still answered at once.
_MOST_LETTERS: Final = 4_000_000
_LOOK: Final = (
    "Look for a missing quote, bracket, colon or space here or just above,"
    " and compare the indentation."
)
_MOST_PASTED: Final = 20
_STARTS: Final = (MappingStartEvent, SequenceStartEvent)
_ENDS: Final = (MappingEndEvent, SequenceEndEvent)


class Mended(NamedTuple):
    """What was found: the problems, and the text without them if every slip was understood."""

    problems: list[Problem]
    text: str | None


class _Reader:
    """Reads a text as far as it goes, within a bound on all that is read."""

    def __init__(self, open_events: OpenEvents) -> None:
        self._open = open_events
        self._left = _MOST_LETTERS

    @property
    def spent(self) -> bool:
        return self._left <= 0

    def trouble(self, lines: Sequence[str]) -> Trouble | None:
        """Where the parser gives up, or nothing if it reads to the end (or far too deep)."""
        text = "\n".join(lines)
        count = depth = 0
        quoted = -1
        try:
            next_event = self._open(text)
            while (event := next_event()) is not None:
                count += 1
                if isinstance(event, _STARTS):
                    depth += 1
                    if depth > MAX_DEPTH:
                        self._left -= len(text)
                        return None
                elif isinstance(event, _ENDS):
                    depth -= 1
                elif event.end_mark.line > event.start_mark.line and _is_quoted(event):
                    quoted = event.start_mark.line
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            self._left -= mark.index if mark else len(text)
            return _trouble(error, count, quoted)
        self._left -= len(text)
        return None


def mend(source: Source, open_events: OpenEvents) -> Mended:
    """Find slip after slip in a text that is not YAML, each told with the line to paste."""
    reader = _Reader(open_events)
    lines = list(source.lines)
    problems: list[Problem] = []
    understood = True
    riddles = 0
    trouble = reader.trouble(lines)
    while trouble is not None:
        slip, after = _best(reader, lines, trouble)
        if slip is not None:
            problems.append(_problem(source, lines, slip))
        else:
            problems.append(_riddle(source, lines, trouble))
            understood = False
            riddles += 1
            slip, after = _without(reader, lines, trouble)
        if slip is None or slip.paste or riddles == _MOST_RIDDLES:
            return Mended(problems, None)
        for number, line in slip.changes.items():
            lines[number] = line
        trouble = after
        if trouble is not None and (len(problems) == _MOST_SLIPS or reader.spent):
            return Mended([*problems, _too_many(source, trouble)], None)
    return Mended(problems, "\n".join(lines) if understood else None)


def _best(
    reader: _Reader, lines: list[str], trouble: Trouble
) -> tuple[Slip | None, Trouble | None]:
    """The first slip whose mending lets the parser read on, and where it stops then."""
    for family in families(lines, trouble):
        best: tuple[Slip, Trouble] | None = None
        for slip in family:
            if reader.spent:
                break
            after = reader.trouble(_applied(lines, slip))
            if after is None:
                return slip, None
            better = after.rank > trouble.rank
            if better and (best is None or after.rank[0] > best[1].rank[0]):
                best = slip, after
        if best is not None:
            return best
    return None, None


def _without(
    reader: _Reader, lines: list[str], trouble: Trouble
) -> tuple[Slip | None, Trouble | None]:
    """Leave out the line that nobody understands, so that the rest of the file is read too."""
    for number in (min(line, len(lines) - 1) for line in (trouble.line, trouble.context)):
        slip = Slip("", number, 0, 0, "", "", {number: ""})
        after = reader.trouble(_applied(lines, slip))
        if after is None or after.rank[0] > trouble.rank[0]:
            return slip, after
    return None, None


def _applied(lines: list[str], slip: Slip) -> list[str]:
    changed = list(lines)
    for number, line in slip.changes.items():
        changed[number] = line
    return changed


def _is_quoted(event: Any) -> bool:
    return isinstance(event, ScalarEvent) and event.style in ("'", '"')


def _trouble(error: yaml.YAMLError, count: int, quoted: int) -> Trouble:
    mark: Any = getattr(error, "problem_mark", None)
    if mark is None:
        return Trouble(0, 0, 0, quoted, (0, count))
    context: Any = getattr(error, "context_mark", None) or mark
    about = str(getattr(error, "context", None) or "")
    # The parser notices a quote that is never closed at the end of the file.
    begun = "quoted" in about or "simple key" in about
    line = context.line if begun else mark.line
    return Trouble(mark.line, mark.column, context.line, quoted, (line, count))


def _problem(source: Source, lines: Sequence[str], slip: Slip) -> Problem:
    paste = slip.paste
    if not paste and len(slip.changes) <= _MOST_PASTED:
        paste = "\n".join(line for _, line in sorted(slip.changes.items()) if line)
    place = (slip.line + 1, slip.column + 1, slip.width)
    span = place_before(source.lines, lines, place)
    return source.problem(slip.code, span, slip.message, remedy=slip.remedy, paste=paste)


def _too_many(source: Source, trouble: Trouble) -> Problem:
    """Where the search for slips ends in a file that is full of them."""
    message = "too many problems: the rest of the file is not read"
    line = min(trouble.line + 1, len(source.lines))
    return source.problem("S010", (line, trouble.column + 1, 1), message)


def _riddle(source: Source, lines: Sequence[str], trouble: Trouble) -> Problem:
    """The place where reading stopped, when no slip explains it."""
    number = min(trouble.line, len(lines) - 1)
    while number > 0 and not lines[number].strip():
        number -= 1
    line = lines[number]
    column = trouble.column
    if number != trouble.line or column >= len(line):
        column = len(line) - len(line.lstrip())
    span = place_before(source.lines, lines, (number + 1, column + 1, 1))
    return source.problem("S109", span, _hint(source, number), remedy=_LOOK)


def _hint(source: Source, number: int) -> str:
    """What a line does that nobody understands."""
    entry = read_entry(source.line(number + 1))
    if entry is not None:
        keys, dashes = open_columns(source.lines, number)
        if entry.dashed and entry.indent in keys and entry.indent not in dashes:
            return "a dash stands here where keys go on"
        if entry.key and not entry.dashed and entry.indent in dashes:
            return "a key stands here where a list goes on with dashes"
    return "reading stops here: this line does not fit the lines above it"
