"""What gives the answers away over a whole pack of scenarios, though no single file shows it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simulator.check.subject import Subject
from simulator.check.wording_file import (
    Mark,
    Pattern,
    first,
    last,
    longest,
    pattern,
    shortest,
)
from simulator.problems import Place, Problem, Severity

_PATTERNS: Final[tuple[tuple[str, Mark, str, str], ...]] = (
    ("W008", longest, "the longest choice", "Shorten good choices, or lengthen tempting ones."),
    ("W009", shortest, "the shortest choice", "Lengthen good choices, or shorten poor ones."),
    ("W010", first, "the first choice of a fixed order", "Let more orders be shuffled."),
    ("W010", last, "the last choice of a fixed order", "Let more orders be shuffled."),
)


def over_the_pack(subjects: Sequence[Subject], told: frozenset[str]) -> list[Problem]:
    """Patterns over several files. ``told`` are codes that single files were told already."""
    if len(subjects) < 2:
        return []
    found = []
    for code, mark, what, remedy in _PATTERNS:
        together = Pattern(0, ())
        for subject in subjects:
            together += pattern(subject, mark)
        words = together.told()
        if words and code not in told:
            found.append(
                Problem(
                    Place(_around(subjects)),
                    Severity.WARNING,
                    code,
                    f"over {len(subjects)} scenarios {what} is a best one {words}",
                    remedy=f"Whoever plays them all finds out. {remedy}",
                )
            )
    return found


def _around(subjects: Sequence[Subject]) -> str:
    """The folder of the files; the first one's if they lie in several."""
    return Path(subjects[0].document.source.path).parent.as_posix()
