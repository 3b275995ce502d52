"""The one walk over the events of a file that guards it (pass 2) and composes it (pass 3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, TypeAlias

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from simulator.problems import Problem, Severity
from simulator.scenario import events
from simulator.scenario.quote import quote_span, ticked
from simulator.scenario.slips.moved import place_before
from simulator.scenario.text import Source

KeyPath: TypeAlias = tuple[str | int, ...]
Span3: TypeAlias = tuple[int, int, int]
Marks: TypeAlias = tuple[int, int, int, int, int, int]

_WORDS: Final[dict[str, bool | None]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
# Longer numbers stay text: no meter, weight or budget has them, and digits cost time.
_NUMBER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?")
_NUMBER_START: Final = frozenset("-+0123456789")
_CUT: Final = re.compile(r"^(?:.*? )?#[^\s#]", re.MULTILINE)
_CUT_HERE: Final = re.compile(r" +#[^\s#]")
_DASHED_KEY: Final = re.compile(r"-[A-Za-z]")
_TIGHT_COLON: Final = re.compile(r"[A-Za-z_][\w -]*:(?=[^/])")
_WRITE: Final = "Write it out in full where it is needed."


class Halt(Exception):  # noqa: N818 - a signal inside the walk, never seen outside
    """The walk need not go on: its problems say why."""


class Walk:
    """Composes the events of a text; ``text`` may be that of ``source`` with some lines mended.

    ``data``, ``marks`` and ``written`` grow as it goes; ``marks[path]`` is line, column and width
    of the key, then of the value, from 1 (an item of a list is its own key).
    """

    def __init__(self, source: Source, text: str) -> None:
        self.problems: list[Problem] = []
        self.data: Any = None
        self.marks: dict[KeyPath, Marks] = {}
        self.written: dict[KeyPath, str] = {}
        self.found = False
        self._source = source
        self._text = text
        self._lines = source.lines if text is source.text else text.split("\n")
        self._cuts = _lines_with_cuts(text) if "#" in text else frozenset()
        # The collection being filled, its path, and the key that waits for its value.
        self._box: Any = None
        self._path: KeyPath = ()
        self._key: str | None = None
        self._key_span: Span3 = (0, 0, 0)
        self._dropped = False
        self._stack: list[tuple[Any, KeyPath, bool]] = []
        self._nodes = 0
        self._begun = False

    def run(self, next_event: events.NextEvent) -> None:
        """Take every event; raises ``yaml.YAMLError`` where the text is not YAML, or `Halt`."""
        handlers: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._start,
            SequenceStartEvent: self._start,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        while (event := next_event()) is not None:
            handler = handlers.get(type(event))
            if handler is not None:
                handler(event)

    def _scalar(self, event: Any) -> None:
        """A key, or a value with its meaning by the core rules."""
        text: str = event.value
        start = event.start_mark
        line: int = start.line
        column: int = start.column
        end = event.end_mark
        width: int = end.column - column if end.line == line else len(self._lines[line]) - column
        span = (line + 1, column + 1, width)
        if event.anchor is not None or event.tag is not None:
            self._decorated(event, span)
        if len(text) > events.MAX_TEXT:
            message = f"this text has {len(text):,} characters; at most {events.MAX_TEXT:,} fit"
            self._report("S116", span, message)
        if self._key is None and type(self._box) is dict:
            self._take_key(text, span, plain=not event.style)
        elif event.style:
            # The C parser says "" and the Python parser None for text without quotes.
            if event.style in "|>" and "#" in self._lines[line]:
                self._check_header(line, column)
            self._put(text, span)
        else:
            if end.line in self._cuts:
                self._check_cut(text, span, end.line, end.column)
            self._put_plain(text, span)

    def _put_plain(self, text: str, span: Span3) -> None:
        """A value without quotes: a word of the core rules, a number, or text."""
        if not text:
            if self._box is None:
                return
            if self._key is not None:
                # The parsers do not agree on where nothing stands: it is behind the colon.
                line, column, width = self._key_span
                span = (line, column + width + 1, 1)
        if text in _WORDS:
            self.written[self._put(_WORDS[text], span)] = text
        elif text[0] in _NUMBER_START and (number := _NUMBER.fullmatch(text)):
            self.written[self._put(Decimal(text) if number[1] else int(text), span)] = text
        else:
            self._put(text, span)

    def _take_key(self, text: str, span: Span3, *, plain: bool) -> None:
        """Remember a key until its value comes; an impossible key is dropped with its value."""
        self._key = text
        self._key_span = span
        path = (*self._path, text)
        if path in self.marks:
            first = self.marks[path][0]
            message = f"the key {ticked(text)} stands twice here; the first is on line {first}"
            self._drop("S111", span, message, "Delete one of them, or give it the right name.")
        elif not text:
            self._drop("S117", span, "there is no key before this colon")
        elif plain and text == "<<":
            message = "`<<` copies a part marked elsewhere; scenarios do not use it"
            self._drop("S112", span, message, _WRITE)
        elif plain and text[0] == "-" and _DASHED_KEY.match(text):
            self._too_tight(span, 0, "dash")
        elif plain and ":" in text and (tight := _TIGHT_COLON.match(text)):
            self._too_tight(span, tight.end() - 1, "colon")

    def _too_tight(self, span: Span3, offset: int, name: str) -> None:
        """``-id: a`` or ``{trust:5}``: a key that swallowed a sign for want of a space."""
        line = self._lines[span[0] - 1]
        end = span[1] + offset
        place = (span[0], end, 1)
        remedy = f"Put a space after the {name}:"
        paste = line[:end] + " " + line[end:]
        self._drop("S107", place, f"a {name} needs a space after it", remedy, paste)

    def _put(self, value: Any, span: Span3) -> KeyPath:
        """Set a value where the walk stands, and remember its place."""
        self._nodes += 1
        if self._nodes > events.MAX_NODES:
            message = f"this file has more than {events.MAX_NODES:,} entries"
            self._report("S115", span, message)
            raise Halt
        box = self._box
        path: KeyPath
        if type(box) is dict:
            key = self._key or ""
            self._key = None
            if self._dropped:
                self._dropped = False
                return (*self._path, "", self._nodes)
            path = (*self._path, key)
            box[key] = value
            self.marks[path] = self._key_span + span
            return path
        if box is None:
            self.data, path = value, ()
            self.found = True
        else:
            path = (*self._path, len(box))
            box.append(value)
        self.marks[path] = span + span
        return path

    def _start(self, event: Any) -> None:
        """A list or a map begins."""
        start = event.start_mark
        line: int = start.line
        column: int = start.column
        span = (line + 1, column + 1, len(self._lines[line].rstrip()) - column)
        if event.anchor is not None or event.tag is not None:
            self._decorated(event, span)
        if len(self._stack) >= events.MAX_DEPTH:
            message = f"more than {events.MAX_DEPTH} levels inside each other"
            self._report("S114", span, message, "Check the indentation and the brackets here.")
            raise Halt
        as_key = self._key is None and type(self._box) is dict
        frame = (self._box, self._path, as_key)
        fresh: Any = {} if type(event) is MappingStartEvent else []
        if as_key:
            self._key_span = (line + 1, column + 1, 1)
            message = f"a key cannot start with `{self._lines[line][column]}`"
            self._report("S117", self._key_span, message, "Put text that starts so in quotes.")
            self._path = (*self._path, "", -1)
        else:
            self._path = self._put(fresh, span)
        self._stack.append(frame)
        self._box = fresh
        self._key = None

    def _end(self, event: Any) -> None:
        """A list or a map ends; one in brackets on one line gets its exact width."""
        end = event.end_mark
        marks = self.marks.get(self._path)
        if marks is not None and marks[3] == end.line + 1:
            column = marks[4] - 1
            if self._lines[end.line][column] in "[{":
                self.marks[self._path] = (*marks[:5], end.column - column)
        self._box, self._path, as_key = self._stack.pop()
        if as_key:
            self._key = ""
            self._dropped = True

    def _alias(self, event: Any) -> None:
        """``*name`` alone: a YAML alias, or a stage direction without quotes."""
        start = event.start_mark
        span = (start.line + 1, start.column + 1, event.end_mark.column - start.column)
        name = f"*{event.anchor}"
        message = f"{ticked(name)} stands for a part marked elsewhere; scenarios do not use that"
        remedy = f"{_WRITE} If it is text, put it in quotes."
        if self._key is None and type(self._box) is dict:
            self._key, self._key_span = name, span
            self._drop("S112", span, message, remedy)
            return
        self._report("S112", span, message, remedy)
        self._put(name, span)

    def _document(self, event: Any) -> None:
        """The file's one document begins; a second one ends the walk."""
        line = event.start_mark.line
        if self._begun:
            message = "a second scenario starts here; a file holds one"
            remedy = "Delete this line, or move what follows to a file of its own."
            self._report("S113", self._whole_line(line), message, remedy)
            raise Halt
        self._begun = True
        for number in range(event.end_mark.line):
            if self._lines[number].startswith("%"):
                message = "a line that starts with `%` is not used in scenarios"
                self._report("S112", self._whole_line(number), message, "Delete it.")

    def _decorated(self, event: Any, span: Span3) -> None:
        """``&name`` or ``!name`` before a value: YAML's own marks, or text without quotes."""
        line, column = event.start_mark.line, event.start_mark.column
        end = event.end_mark
        word, _, rest = self._lines[line][column:].rstrip().partition(" ")
        if type(event) is ScalarEvent and not event.style and rest:
            mended = quote_span(self._lines, line, column, end.line, end.column)
            message = f"text that starts with `{word[:1]}` needs quotes"
            remedy, paste = "Put the text in quotes:", "\n".join(mended.values())
            self._report("S102", (*span[:2], 1), message, remedy, paste)
        else:
            message = f"{ticked(word)} is a mark that scenarios do not use"
            remedy = "Delete it. If it is text, put it in quotes."
            self._report("S112", (*span[:2], len(word)), message, remedy)

    def _check_cut(self, text: str, span: Span3, line: int, column: int) -> None:
        """``the #1 vendor``: YAML takes the rest of the line for a comment."""
        if not _CUT_HERE.match(self._lines[line], column):
            return
        first, start = (span[0] - 1, span[1] - 1) if text else (line, column + 1)
        mended = quote_span(self._lines, first, start, line)
        place = (line + 1, self._lines[line].index("#", column) + 1, 1)
        message = "`#` after a space starts a comment, so the rest of this line is not read"
        remedy = "Put the text in quotes, or a space after `#` if it is a comment:"
        paste = "\n".join(mended.values())
        self._report("S110", place, message, remedy, paste, Severity.WARNING)

    def _check_header(self, line: int, column: int) -> None:
        """``>#1 of all``: the C parser takes what follows for a comment, and no other does."""
        text = self._lines[line]
        if text[column + 1 :].lstrip("0123456789+-").startswith("#"):
            paste = quote_span(self._lines, line, column, line)[line]
            message = f"text that starts with `{text[column]}` needs quotes"
            place = (line + 1, column + 1, 1)
            self._report("S102", place, message, "Put the text in quotes:", paste)

    def _whole_line(self, line: int) -> Span3:
        return line + 1, 1, len(self._lines[line].rstrip())

    def _drop(
        self, code: str, span: Span3, message: str, remedy: str = "", paste: str = ""
    ) -> None:
        """Report a key, and read its value without keeping it."""
        self._report(code, span, message, remedy, paste)
        self._dropped = True

    def _report(
        self,
        code: str,
        span: Span3,
        message: str,
        remedy: str = "",
        paste: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        if self._lines is not self._source.lines:
            span = place_before(self._source.lines, self._lines, span)
        if len(self.problems) == events.MAX_PROBLEMS:
            message = "too many problems: the rest of the file is not read"
            self.problems.append(self._source.problem("S010", span, message))
            raise Halt
        self.problems.append(
            self._source.problem(code, span, message, severity=severity, remedy=remedy, paste=paste)
        )


def _lines_with_cuts(text: str) -> frozenset[int]:
    """The lines, counted from 0, with a `#` that starts a comment without a space after it."""
    return frozenset(
        n for n, line in enumerate(text.split("\n")) if "#" in line and _CUT.match(line)
    )
