"""Pass 2 of the loader: YAML events one by one, and the limits no scenario comes near.

PyYAML's own composers recurse (100,000 nested brackets kill the process) and follow aliases (430
bytes can unfold to millions of values), so the loader only ever takes events, iteratively.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias

import yaml
from yaml.scanner import ScannerError

MAX_DEPTH: Final = 20
MAX_NODES: Final = 50_000
MAX_TEXT: Final = 5_000
MAX_PROBLEMS: Final = 100

NextEvent: TypeAlias = Callable[[], Any]
OpenEvents: TypeAlias = Callable[[str], NextEvent]

_ENDS: Final = re.compile(r"[\0 \t\r\n]|:(?=[\0 \t\r\n])")
_ENDS_IN_BRACKETS: Final = re.compile(r"[\0 \t\r\n,\[\]{}]|:(?=[\0 \t\r\n,?\[\]{}])")
_TIGHT_COLON: Final = re.compile(r":[,?\[\]{}]")


def fast_events(text: str) -> NextEvent:
    """The next event of the C parser at each call, ``None`` after the last."""
    parser: Any = yaml.CSafeLoader(text)
    return parser.get_event  # type: ignore[no-any-return]


class _PlainParser(yaml.SafeLoader):
    """PyYAML's parser in pure Python, reading text in brackets as the C parser does.

    By itself it ends such text at a question mark: `[Why?, Why not?]` would not be two texts.
    """

    buffer: str
    pointer: int
    flow_level: int
    indent: int
    allow_simple_key: bool

    def scan_plain(self) -> yaml.ScalarToken:
        """Text without quotes, up to its end; its further lines are joined by blanks."""
        ends = _ENDS_IN_BRACKETS if self.flow_level else _ENDS
        start = end = self.get_mark()
        chunks: list[str] = []
        gap: list[str] | None = []
        while self.peek() != "#":
            found = ends.search(self.buffer, self.pointer)
            stop = found.start() if found else len(self.buffer)
            length = stop - self.pointer
            if length and self.flow_level and _TIGHT_COLON.match(self.buffer, stop):
                raise ScannerError(None, None, "found unexpected ':'", self.get_mark())
            if not length:
                break
            self.allow_simple_key = False
            chunks += [*(gap or ()), self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            gap = self.scan_plain_spaces(self.indent + 1, start)
            if not gap or (not self.flow_level and self.column <= self.indent):
                break
        return yaml.ScalarToken("".join(chunks), True, start, end)


def plain_events(text: str) -> NextEvent:
    """The same from the parser in pure Python, about thirty times slower."""
    return _PlainParser(text).get_event


open_events: Final[OpenEvents] = fast_events if yaml.__with_libyaml__ else plain_events
