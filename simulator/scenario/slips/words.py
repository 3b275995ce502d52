"""Slips in running text: signs at its start, quotes, colons, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from simulator.scenario.quote import quote_span, quoted
from simulator.scenario.slips.entry import Entry, head_line, last_line, read_entry
from simulator.scenario.slips.slip import Slip

_SIGNS: Final = "@`%&*!|>[{]},?-"
_PAIRS: Final = {"[": "]", "{": "}"}
_ELISION: Final = re.compile(
    r"'(?:tis|twas|twere|twill|cause|em|til|till|bout|round|n|cuz|kay|ello|nother|nuff|\d0s)\b",
    re.IGNORECASE,
)
_WHOLE: Final = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"'),
    "'": re.compile(r"'(?:[^']|'')*'"),
}
_ESCAPE: Final = re.compile(
    r'\\(?![0abtnvfre "/\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})'
)
_CUT: Final = re.compile(r" #[^\s#]")
_COLON: Final = re.compile(r":(?= |$)")
_BRACKET_VALUE: Final = re.compile(r"[^,\[\]{}#]+")
_COLON_MESSAGE: Final = "text with a colon and a space inside needs quotes"
_QUOTE_IT: Final = "Put the text in quotes:"


def text_slips(lines: Sequence[str], number: int, entry: Entry) -> Iterator[list[Slip]]:
    """What may be wrong with the text on a line, the likeliest first."""
    yield list(quote_slips(lines, number, entry))
    yield list(sign_slips(lines, number, entry))
    yield list(_cut_text(lines, number, entry))
    yield list(_colons(lines, number, entry))


def sign_slips(lines: Sequence[str], number: int, entry: Entry) -> Iterator[Slip]:
    """Text that starts with a sign YAML keeps for itself."""
    sign = entry.value[:1]
    if not sign or sign not in _SIGNS or entry.value in ("|", ">", "-", "?"):
        return
    if sign in "-?" and entry.value[1:2] != " ":
        return
    if sign == "-" and (item := read_entry(entry.value)) is not None and item.key:
        return
    close = _PAIRS.get(sign)
    if close and (close not in entry.value or entry.value.endswith(close)):
        return
    for changes in _in_quotes(lines, number, entry.column, entry.end):
        yield Slip("S102", number, entry.column, 1, _needs_quotes(sign), _QUOTE_IT, changes)


def bracket_sign_slips(lines: Sequence[str], number: int, column: int) -> Iterator[Slip]:
    """The same inside brackets: ``{say: @Dana}``."""
    sign = lines[number][column : column + 1]
    match = _BRACKET_VALUE.match(lines[number], column)
    if sign and sign in "@`%&*!|>" and match:
        end = column + len(match[0].rstrip())
        changes = quote_span(lines, number, column, number, end)
        yield Slip("S102", number, column, 1, _needs_quotes(sign), _QUOTE_IT, changes)


def _needs_quotes(sign: str) -> str:
    return f"text that starts with {'a backquote' if sign == '`' else f'`{sign}`'} needs quotes"


def quote_slips(lines: Sequence[str], number: int, entry: Entry) -> Iterator[Slip]:
    """Text whose quotes end early, or never."""
    sign = entry.value[:1]
    if sign not in _WHOLE or not sign:
        return
    value = entry.value.rstrip()
    whole = _WHOLE[sign].match(value)
    if sign == '"' and (escape := _ESCAPE.search(value)) and value.endswith('"'):
        text = value[1:-1].replace('\\"', '"')
        changes = {number: lines[number][: entry.column] + quoted(text)}
        column = entry.column + escape.start()
        message = "a backslash means something else inside double quotes"
        yield Slip("S108", number, column, 2, message, "Use single quotes:", changes)
    if _ELISION.match(value):
        message = "text that starts with an apostrophe needs quotes"
        for changes in _in_quotes(lines, number, entry.column, entry.end):
            yield Slip("S102", number, entry.column, 1, message, _QUOTE_IT, changes)
    elif whole is None:
        message = "this quote is never closed"
        for changes in _in_quotes(lines, number, entry.column + 1, entry.end):
            line = changes[number]
            changes[number] = line[: entry.column] + line[entry.column + 1 :]
            yield Slip("S104", number, entry.column, 1, message, "Close it:", changes)
    elif (rest := value[whole.end() :].strip()) and rest[0] != "#":
        yield _early_quote(lines, number, entry, whole.end())


def _early_quote(lines: Sequence[str], number: int, entry: Entry, end: int) -> Slip:
    """``'It's fine'``, ``"He said "no" to me"``, ``"Hello" he said``."""
    value = entry.value.rstrip()
    sign, before, after = value[0], value[end - 2], value[end]
    # A quote between a word and a blank closes speech that is itself part of the text.
    closes = not before.isspace() and not after.isalnum()
    if not closes and value.endswith(sign):
        text = value[1:-1]
    elif sign == "'" and before.isalpha() and after.isalpha():
        text = value[1:]
    else:
        text = value
    changes = {number: lines[number][: entry.column] + quoted(text)}
    column = entry.column + end - 1
    message = "the quote ends here, but the text goes on"
    return Slip("S103", number, column, 1, message, "Put the whole text in quotes:", changes)


def _cut_text(lines: Sequence[str], number: int, entry: Entry) -> Iterator[Slip]:
    """``the #1`` with more text on the next line."""
    cut = _CUT.search(entry.value)
    if cut is None or entry.value[0] in "'\"[{":
        return
    message = "`#` after a space starts a comment, so the text ends here"
    for changes in _in_quotes(lines, number, entry.column, entry.end):
        column = entry.column + cut.start() + 1
        yield Slip("S110", number, column, 1, message, _QUOTE_IT, changes)


def _colons(lines: Sequence[str], number: int, entry: Entry) -> Iterator[Slip]:
    """A colon in text, on the line of its key or on a further line."""
    inside = _COLON.search(entry.value)
    further = not entry.key and not entry.dashed
    if inside is not None:
        column = entry.column + inside.start()
    elif entry.key and not entry.dashed:
        column, further = entry.start + len(entry.key), True
    else:
        return
    head = head_line(lines, number) if further else number
    top = read_entry(lines[head])
    if (
        top is None
        or top.value[:1] in ("", "'", '"', "[", "{", "|", ">")
        or further is (head == number)
    ):
        return
    if further:
        span = quote_span(lines, head, top.column, last_line(lines, head))
        yield Slip("S101", number, column, 1, _COLON_MESSAGE, _QUOTE_IT, span)
        return
    for changes in _in_quotes(lines, number, entry.column, entry.end):
        yield Slip("S101", number, column, 1, _COLON_MESSAGE, _QUOTE_IT, changes)


def _in_quotes(
    lines: Sequence[str], number: int, column: int, end: int
) -> Iterator[dict[int, str]]:
    """The text from a column on in quotes: to the end of its line, or of its last line."""
    last = last_line(lines, number)
    if last > number and not any(_has_key(lines[at]) for at in range(number + 1, last + 1)):
        yield quote_span(lines, number, column, last)
    yield quote_span(lines, number, column, number, end)


def _has_key(line: str) -> bool:
    entry = read_entry(line)
    return entry is not None and bool(entry.key)
