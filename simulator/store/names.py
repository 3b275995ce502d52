"""What may be a player's name, a team's name, a run id and a digest."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from simulator.problems import StoreError

GUEST: Final = "guest"
"""The name in the runs of somebody who plays without being on the boards."""
HANDLE_MAX: Final = 24
TEAM_MAX: Final = 40
SEED_MAX: Final = 200
_FILE_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}", re.ASCII)


def name_key(name: str) -> str:
    """What two spellings of one name have in common: the case and width of letters do not count."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def checked_handle(handle: str) -> str:
    """The handle as it will be kept. StoreError says why it cannot be."""
    tidy = _checked(handle, "A name", 1, HANDLE_MAX)
    if name_key(tidy) == GUEST:
        raise StoreError("The name guest is for people who play without one; choose another.")
    return tidy


def checked_team(team: str) -> str:
    """The team's name as it will be kept, empty for no team. StoreError says why it cannot be."""
    return _checked(team, "A team's name", 0, TEAM_MAX)


def checked_seed(seed: str) -> str:
    """The seed of a portrait as it will be kept. StoreError says why it cannot be."""
    return _checked(seed, "A portrait's seed", 0, SEED_MAX)


def _checked(text: str, what: str, least: int, most: int) -> str:
    tidy = unicodedata.normalize("NFC", text).strip()
    # Invisible characters and marks that turn the direction of writing would make two names
    # look the same, or spoil the lines of a board around them.
    if not tidy.isprintable():
        raise StoreError(f"{what} can hold letters, digits, signs and plain spaces only.")
    if not least <= len(tidy) <= most:
        raise StoreError(f"{what} has {least} to {most} characters; this one has {len(tidy)}.")
    return tidy


def file_name(text: str, what: str) -> str:
    """The text itself if it is safe as a file's name on every system; StoreError otherwise."""
    if not _FILE_NAME.fullmatch(text):
        raise StoreError(
            f"This run cannot be kept: its {what} is not 1 to 128 letters, digits, "
            "dots, dashes and underscores, beginning with a letter or digit."
        )
    return text
