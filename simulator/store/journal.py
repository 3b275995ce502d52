"""The journal: one checked line for each player and each run, only ever appended to.

A line is a checksum, a space, JSON and a line feed::

    0f3d6a5c9b1e7788 {"player":{"handle":"Ada","team":"North","portrait_seed":"7"}}
    5b0c8e4f21aa9d30 {"run":{"format":1,"id":"...", ...}}

Lines of later versions may say other things; they are kept and passed over. A line that does not
match its checksum is passed over too, and a copy of it goes to ``runs.journal.damaged``. A line
that ends in a tilde was cut off by a kill or a power cut: nobody was told that it was kept.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from simulator.game.run import Run, parse_run, run_line
from simulator.problems import RunError
from simulator.store.files import checksum, sync_folder
from simulator.store.model import Player

JOURNAL_NAME: Final = "runs.journal"
DAMAGED_NAME: Final = "runs.journal.damaged"
_HEAD: Final = re.compile(rb'(?=[0-9a-f]{16} \{")')
_SUM: Final = 16
_CUT: Final = b"~\n"


class Line(NamedTuple):
    """One line: the byte it starts at, its bytes, and its JSON (None when it is damaged)."""

    start: int
    raw: bytes
    payload: str | None

    @property
    def end(self) -> int:
        """The byte after the line."""
        return self.start + len(self.raw)


class Journal:
    """The journal of one folder. Making it ready and appending is done under the folder's lock."""

    def __init__(self, home: Path) -> None:
        self.path = home / JOURNAL_NAME
        self._damaged = home / DAMAGED_NAME

    def make_ready(self) -> None:
        """Create the journal, or close off a last line that a kill or a power cut left open.

        Closing it off keeps every byte, keeps later lines apart from it, and says what it is.
        """
        created = not self.path.exists()
        with self.path.open("ab+") as file:
            size = file.tell()
            file.seek(max(0, size - 1))
            if size and file.read(1) != b"\n":
                file.write(_CUT)
                file.flush()
                os.fsync(file.fileno())
        if created:
            sync_folder(self.path.parent)

    def append(self, payloads: Iterable[str]) -> int:
        """Write lines so that they survive a power cut; returns the byte the first starts at.

        The journal is ready. OSError, with none of them kept, when that cannot be done.
        """
        data = b"".join(seal_line(payload) for payload in payloads)
        with self.path.open("ab") as file:
            size = file.tell()
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                os.ftruncate(file.fileno(), size)
                raise
        return size

    def lines(self, start: int = 0) -> Iterator[Line]:
        """The lines from byte ``start`` on, which is where a line begins."""
        with self.path.open("rb") as file:
            file.seek(start)
            for raw in file:
                payload = open_line(raw)
                if payload is None:
                    yield from _pieces(start, raw)
                else:
                    yield Line(start, raw, payload)
                start += len(raw)

    def mark(self, start: int, end: int) -> str:
        """The checksum of the bytes from ``start`` to ``end``: it tells journals apart."""
        with self.path.open("rb") as file:
            file.seek(start)
            return checksum(file.read(end - start))

    def set_aside(self, line: Line) -> str:
        """Keep a copy of a damaged line; returns what to tell the person."""
        with self._damaged.open("ab+") as file:
            file.seek(0)
            if line.raw not in file.read():
                file.write(line.raw)
        if line.raw.endswith(_CUT):
            return (
                f"Pitchcraft was stopped in the middle of writing to {JOURNAL_NAME} (at byte "
                f"{line.start}); that line was passed over, and a copy is kept in {DAMAGED_NAME}."
            )
        return (
            f"A line of {JOURNAL_NAME} is damaged (at byte {line.start}); it was passed over, "
            f"and a copy is kept in {DAMAGED_NAME}."
        )


def seal_line(payload: str) -> bytes:
    """A line of the journal from its JSON."""
    data = payload.encode()
    return checksum(data).encode() + b" " + data + b"\n"


def open_line(raw: bytes) -> str | None:
    """The JSON of a line, or None when the line is damaged."""
    # A line that lacked only its line feed is whole, however often it was closed off.
    data = raw[_SUM + 1 :].rstrip(_CUT)
    if raw[: _SUM + 1] != checksum(data).encode() + b" ":
        return None
    return data.decode(errors="replace")


def _pieces(start: int, raw: bytes) -> list[Line]:
    """A damaged line, taken apart where the line feed between two lines was the damage.

    The byte that stands where the line feed was becomes a damaged line of its own.
    """
    heads = [match.start() for match in _HEAD.finditer(raw)][1:]
    cuts = sorted({0, *heads, *(head - 1 for head in heads), len(raw)})
    pieces = [(cut, raw[cut:end]) for cut, end in pairwise(cuts)]
    return [Line(start + cut, piece, open_line(piece)) for cut, piece in pieces]


def player_payload(player: Player) -> str:
    """The JSON that says a player was added."""
    return json.dumps({"player": asdict(player)}, ensure_ascii=False, separators=(",", ":"))


def run_payload(run: Run) -> str:
    """The JSON that says a run was finished."""
    return f'{{"run":{run_line(run)}}}'


def read_payload(payload: str) -> Player | Run | None:
    """What a line says; None when a later version wrote it and this one cannot tell."""
    try:
        if payload.startswith('{"run":'):
            return parse_run(payload[7:-1])
        if payload.startswith('{"player":'):
            return Player(**json.loads(payload)["player"])
    except (RunError, TypeError, ValueError):
        return None
    return None
