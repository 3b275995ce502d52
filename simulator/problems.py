"""What can go wrong, said so that a person can mend it.

Mistakes of authors are values (:class:`Problem`): a loader returns all of them at once.
Mistakes of callers and broken devices are exceptions::

    PitchcraftError          one plain sentence for the person, exit code 2 at the command line
    +-- ScenarioError        a scenario that cannot be played; carries its problems
    +-- IllegalChoice        a choice that the position does not allow
    +-- RunError             a run file that cannot be read or replayed
    +-- SolverError          a game too large to be solved within the stated bounds
    +-- StoreError           the player's own files cannot be read or written
    +-- DisplayError         no window can be opened
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops play, a warning does not, a hint is advice."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file something stands.

    ``line`` and ``column`` count from 1 (0: the file as a whole); ``width`` is the number of
    characters to underline on that line.
    """

    path: str
    line: int = 0
    column: int = 0
    width: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an author should mend: where, what, and what to do about it.

    ``code`` is stable (``S102``); ``source`` is the line of the file as written, or empty;
    ``remedy`` says what to do, ``paste`` is a line or block to paste, or empty.
    """

    place: Place
    severity: Severity
    code: str
    message: str
    source: str = ""
    remedy: str = ""
    paste: str = ""


class PitchcraftError(Exception):
    """Anything that ends a command with one plain sentence and exit code 2."""


class ScenarioError(PitchcraftError):
    """A scenario that cannot be played; ``problems`` says all that is wrong with it."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class IllegalChoice(PitchcraftError):  # noqa: N818 - the name players of chess libraries know
    """A choice that is not legal here; the message names the choice and the decision."""


class RunError(PitchcraftError):
    """A run file that cannot be read or replayed."""


class SolverError(PitchcraftError):
    """A game that cannot be solved within the stated bounds."""


class StoreError(PitchcraftError):
    """The player's own files cannot be read or written."""


class DisplayError(PitchcraftError):
    """No window can be opened here."""
