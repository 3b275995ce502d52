"""Pass 1 of the loader: from bytes to lines of clean text."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simulator.problems import Place, Problem, Severity

MAX_BYTES: Final = 256 * 1024
MAX_LINE: Final = 2_000

_BOM: Final = "\ufeff"
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# YAML counts the first three as ends of lines, which no editor does; the others turn the order
# of the letters round, so that a reader sees something else than the program.
_INVISIBLE: Final = re.compile("[\x85\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]")
_FALSE_SPACE: Final = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000"
_INDENT_TAB: Final = re.compile(r"^[ ]*(?:-[ ]+)*\t", re.MULTILINE)
_INDENT_SPACE: Final = re.compile(
    rf"^[ ]*(?:-[ ]+)*(?:[\w-]+(?: [\w-]+)*:|-)?[{_FALSE_SPACE}]", re.MULTILINE
)

_SEARCHES: Final = (
    ("S004", _CONTROL, _CONTROL, "a control character", "Delete it."),
    (
        "S009",
        _INVISIBLE,
        _INVISIBLE,
        "an invisible character",
        "Delete it and type the text around it again.",
    ),
    (
        "S005",
        re.compile("\t"),
        _INDENT_TAB,
        "a tab in the indentation",
        "Indent with spaces: replace each tab by two spaces.",
    ),
    (
        "S006",
        re.compile(f"[{_FALSE_SPACE}]"),
        _INDENT_SPACE,
        "a no-break or other special space where a plain space belongs",
        "Delete it and type a plain space; it often comes from text pasted from a web page.",
    ),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as text: ``text`` ends each line with ``\\n``, ``lines`` are the lines without it.

    The last of the lines is what stands behind the last line end: nothing.
    """

    path: str
    text: str
    lines: tuple[str, ...]

    def line(self, number: int) -> str:
        """The text of a line counted from 1, or nothing if there is no such line."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def problem(
        self,
        code: str,
        place: tuple[int, int, int],
        message: str,
        *,
        severity: Severity = Severity.ERROR,
        remedy: str = "",
        paste: str = "",
    ) -> Problem:
        """A problem at ``place``: line and column from 1, and the width to underline."""
        line, column, width = place
        return Problem(
            Place(self.path, line, column, max(1, width)),
            severity,
            code,
            message,
            self.line(line),
            remedy,
            paste,
        )


def read_source(path: Path) -> tuple[Source | None, list[Problem]]:
    """Read a file of at most ``MAX_BYTES``; never waits on a pipe or an endless device."""
    name = path.as_posix()
    try:
        trouble = _unreadable(path)
        if trouble is not None:
            return None, [_whole(name, *trouble)]
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return None, [_whole(name, "S001", "there is no such file")]
    except PermissionError:
        return None, [_whole(name, "S001", "this file may not be read by you")]
    except (OSError, ValueError):
        return None, [_whole(name, "S001", "this file cannot be read")]
    return decode(name, data)


def decode(name: str, data: bytes) -> tuple[Source | None, list[Problem]]:
    """Judge the bytes of a file called ``name``: all that is wrong with them at once."""
    if len(data) > MAX_BYTES:
        return None, [_whole(name, *_too_large())]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = "this file is saved as UTF-16"
        return None, [_whole(name, "S003", message, "Save it as UTF-8 in your editor.")]
    if b"\0" in data:
        return None, [_whole(name, "S004", "this is not a text file")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_bad_byte(name, data, error.start)]
    text = text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return None, [_whole(name, "S007", "this file is empty")]
    return _judge(name, text if text.endswith("\n") else f"{text}\n")


def _judge(name: str, text: str) -> tuple[Source | None, list[Problem]]:
    """Look for what a reader cannot see, on all lines at once."""
    # Outside the indentation a tab is one blank, as a browser or a word processor shows it.
    source = Source(name, text.replace("\t", " "), tuple(text.replace("\t", " ").split("\n")))
    problems: list[Problem] = []
    letters = "".join(set(text))
    # Each search walks the whole text, so it is made only where its letters occur at all.
    for code, sign, pattern, what, remedy in _SEARCHES:
        if sign.search(letters):
            _search(problems, source, code, pattern.finditer(text), what, remedy)
    if len(text) > MAX_LINE:
        for number, line in enumerate(source.lines, 1):
            if len(line) > MAX_LINE:
                message = f"this line has {len(line):,} characters; at most {MAX_LINE:,} are read"
                problems.append(source.problem("S008", (number, MAX_LINE + 1, 1), message))
    return (None if problems else source), problems


def _search(
    problems: list[Problem],
    source: Source,
    code: str,
    found: Iterable[re.Match[str]],
    what: str,
    remedy: str,
) -> None:
    """One problem for all finds of a kind: at the first, naming the lines of all."""
    ends = [match.end() - 1 for match in found]
    if not ends:
        return
    numbers = _line_numbers(source.text, ends)
    column = ends[0] - source.text.rfind("\n", 0, ends[0])
    others = f" (lines {ranges(numbers)})" if numbers[-1] != numbers[0] else ""
    problems.append(source.problem(code, (numbers[0], column, 1), what + others, remedy=remedy))


def _line_numbers(text: str, offsets: list[int]) -> list[int]:
    """The line, counted from 1, of each of these rising offsets."""
    numbers, line, start = [], 1, 0
    for offset in offsets:
        line += text.count("\n", start, offset)
        start = offset
        numbers.append(line)
    return numbers


def ranges(numbers: list[int]) -> str:
    """``3-5, 9`` for 3, 4, 5, 9; at most ten ranges are written out."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number <= runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    words = [str(a) if a == b else f"{a}-{b}" for a, b in runs]
    return ", ".join(words[:10]) + (" and more" if len(words) > 10 else "")


def _unreadable(path: Path) -> tuple[str, str, str] | None:
    """Why a file is not even opened (code, message, remedy), or nothing."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        return "S001", "this is a folder, not a file", "Name a file inside it."
    if not stat.S_ISREG(status.st_mode):
        return "S001", "this is a device or a pipe, not a file", ""
    if status.st_size > MAX_BYTES:
        return _too_large()
    return None


def _too_large() -> tuple[str, str, str]:
    limit = f"{MAX_BYTES // 1024} KB"
    return "S002", f"this file is larger than {limit}", "Split the scenario or shorten it."


def _bad_byte(name: str, data: bytes, start: int) -> Problem:
    """The first byte that is not UTF-8, with the letter it probably meant."""
    before = data[:start].decode("utf-8").removeprefix(_BOM).replace("\r\n", "\n")
    before = before.replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    try:
        letter = data[start : start + 1].decode("cp1252")
        meant = f" (in an old Windows encoding it is `{letter}`)" if letter.isprintable() else ""
    except UnicodeDecodeError:
        meant = ""
    rest = re.split(rb"[\r\n]", data[start:], maxsplit=1)[0].decode("utf-8", "replace")
    return Problem(
        Place(name, line, column),
        Severity.ERROR,
        "S003",
        f"this file is not UTF-8 text: byte 0x{data[start]:02X} cannot be read{meant}",
        before[before.rfind("\n") + 1 :] + rest,
        "Save the file as UTF-8 in your editor.",
    )


def _whole(name: str, code: str, message: str, remedy: str = "") -> Problem:
    """A problem of the file as a whole."""
    return Problem(Place(name), Severity.ERROR, code, message, "", remedy)
