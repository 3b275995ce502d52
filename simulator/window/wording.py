"""What a checker says of a file, as it reads well on a page."""

from __future__ import annotations

import re

from simulator.problems import Problem


def message_of(problem: Problem) -> str:
    """What is wrong, begun like a sentence."""
    return _plainly(problem.message[:1].upper() + problem.message[1:])


def remedy_of(problem: Problem) -> str:
    """What to do about it; may be empty."""
    return _plainly(problem.remedy)


def _plainly(text: str) -> str:
    """A message for a terminal with the marks of a page around names."""
    return re.sub(r"`([^`]*)`", "\u201c\\1\u201d", text)
