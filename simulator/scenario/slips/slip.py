"""What the finders of slips take and give."""

from __future__ import annotations

from typing import NamedTuple


class Slip(NamedTuple):
    """A guess at what went wrong: line and column from 0, and the lines as they were meant.

    ``paste`` stands for the lines where they cannot be replaced one by one; then what is read
    with ``changes`` is not all that was meant.
    """

    code: str
    line: int
    column: int
    width: int
    message: str
    remedy: str
    changes: dict[int, str]
    paste: str = ""


class Trouble(NamedTuple):
    """Where the parser gave up, lines and column from 0.

    ``context`` is the line where the part began that it was reading, ``quoted`` that of the last
    text in quotes over several lines before (or -1), and ``rank`` grows with what it had read.
    """

    line: int
    column: int
    context: int
    quoted: int
    rank: tuple[int, int]
