"""Lines that mend themselves: ``check --fix`` changes those lines and nothing else.

A fix is kept only if the file is better for it when judged again: the problem is gone, no other
has come, every comment is still there, and what could be played plays by the same rules. All other
lines stay as they are to the last byte.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simulator.check.files import Checked, Prover, check_source
from simulator.check.rule import Judged
from simulator.problems import Problem
from simulator.scenario.text import decode

LOADER_FIXES: Final = frozenset(
    {"S101", "S102", "S103", "S105", "S107", "S108", "S201", "S203", "S204"}
)
"""Codes of the loader whose line to paste takes the place of the line it is about."""
_ROUNDS: Final = 400
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_COMMENT: Final = re.compile(r"(?:^|\s)#.*$", re.MULTILINE)


@dataclass(frozen=True)
class Mended:
    """A text after its fixes, what was mended, and what is left."""

    data: bytes
    mended: tuple[Problem, ...]
    left: Checked


def mend(path: Path, data: bytes, prover: Prover | None = None) -> Mended:
    """Apply every fix to the bytes of a file that makes it better."""
    mended: list[Problem] = []
    refused: set[tuple[str, str, int]] = set()
    left = _judge(path, data, prover)
    for _ in range(_ROUNDS):
        step = next(_steps(path, data, left, refused, prover), None)
        if step is None:
            break
        problem, data, left = step
        mended.append(problem)
    return Mended(data, tuple(mended), left)


def _steps(
    path: Path,
    data: bytes,
    left: Checked,
    refused: set[tuple[str, str, int]],
    prover: Prover | None,
) -> Iterator[tuple[Problem, bytes, Checked]]:
    """Every fix that makes the file better, tried one after the other."""
    for judged in left.found:
        problem = judged.problem
        name = (problem.code, problem.message, problem.place.line)
        new = None if name in refused else _changed(data, judged)
        if new is None:
            continue
        then = _judge(path, new, prover)
        if _is_better(left, then, problem) and _keeps_comments(data, new, problem.code):
            yield problem, new, then
        refused.add(name)


def _judge(path: Path, data: bytes, prover: Prover | None) -> Checked:
    source, problems = decode(path.as_posix(), data)
    if source is None:
        return Checked(path, tuple(Judged(problem) for problem in problems))
    return check_source(source, path, problems, prover)


def _changed(data: bytes, judged: Judged) -> bytes | None:
    """The bytes with the fix in place, or None for a problem that has none."""
    problem = judged.problem
    if judged.fix is not None:
        new = judged.fix.split("\n") if judged.fix else []
        taken = max(1, len(new))
    elif problem.code in LOADER_FIXES and problem.paste:
        new = problem.paste.split("\n")
        taken = len(new)
    else:
        return None
    lines = _LINE.findall(data.decode("utf-8"))
    first = problem.place.line - 1
    if problem.code == "S101" and len(new) > 1:
        # Such a text began on the line before the one with the colon.
        first -= 1
    old = lines[first : first + taken]
    if first < 0 or len(old) < taken or any("\t" in line for line in old):
        return None
    ends = [line[len(line.rstrip("\r\n")) :] for line in old]
    lines[first : first + taken] = [text + end for text, end in zip(new, ends, strict=False)]
    return "".join(lines).encode()


def _is_better(before: Checked, after: Checked, mended: Problem) -> bool:
    """Whether the problem is gone, and nothing else is worse."""
    old, new = _counted(before), _counted(after)
    name = (mended.code, mended.message)
    if new[name] >= old[name]:
        return False
    if before.subject is None:
        # Mending the text lets later passes see more, so only its own kind is compared.
        kind = mended.code[:2]
        return not any(
            count > old[other]
            for other, count in new.items()
            if other[0].startswith("S") and other[0][:2] <= kind
        )
    if after.subject is None or after.subject.game.digest != before.subject.game.digest:
        return False
    return not any(count > old[other] for other, count in new.items())


def _counted(checked: Checked) -> Counter[tuple[str, str]]:
    return Counter((problem.code, problem.message) for problem in checked.problems)


def _keeps_comments(before: bytes, after: bytes, code: str) -> bool:
    """Whether every comment is still there; the rule about idle allowances takes one away."""
    lost = Counter(_COMMENT.findall(before.decode())) - Counter(_COMMENT.findall(after.decode()))
    return sum(lost.values()) <= (1 if code == "A001" else 0)
