"""The tables. All of it is computed from the journal, so a damaged database costs nothing.

``position`` is the byte of the journal a row comes from: it orders rows by recording. ``line`` is
the journal's own JSON. ``seal`` is a checksum over the other columns: SQLite notices damage to its
own structure, but not to a number in a cell.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Integer, MetaData, Table, Text

HEAD: Final = "0001"
"""The newest migration; a database at this version is opened without loading Alembic."""

METADATA: Final = MetaData()

ABSORBED: Final = Table(
    "absorbed",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("start", Integer, nullable=False, comment="first byte of the last line absorbed"),
    Column("end", Integer, nullable=False, comment="first byte not absorbed yet"),
    Column("mark", Text, nullable=False, comment="checksum of the last line absorbed"),
    Column("seal", Text, nullable=False),
)

TEAMS: Final = Table(
    "teams",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

PLAYERS: Final = Table(
    "players",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("handle", Text, nullable=False),
    Column("team", Text, nullable=False, comment="key of the team, empty for none"),
    Column("portrait_seed", Text, nullable=False),
    Column("line", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

RUNS: Final = Table(
    "runs",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("scenario", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("rules", Integer, nullable=False),
    Column("player", Text, nullable=False, comment="key of the player, empty for none"),
    Column("score", Integer, comment="0..1000; null when the run could not be judged"),
    Column("outcome", Text, nullable=False),
    Column("note", Text, nullable=False, comment="why the run could not be judged"),
    Column("line", Text, nullable=False),
    Column("seal", Text, nullable=False),
)
