"""``# pitchcraft: allow F012 because ...``: one rule silenced on one line, with the reason."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from simulator.check.rule import Found, Judged
from simulator.check.subject import Allowance, Subject
from simulator.scenario.compose import Document

_ALLOW: Final = re.compile(
    r"(?:^|(?<=\s))#[ ]*pitchcraft[ :]+allow\b(?P<codes>[^#]*?)(?:\bbecause\b(?P<why>.*))?$",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"[A-Za-z]\d+")


def allowances(document: Document) -> list[Allowance]:
    """All allowances of a file; the same words inside a text are not one."""
    if "pitchcraft" not in document.source.text.lower():
        return []
    inside = "\n".join(_strings(document.data))
    found: list[Allowance] = []
    for number, line in enumerate(document.source.lines, 1):
        match = _ALLOW.search(line)
        if match is None or (inside and match[0].strip(" '\"") in inside):
            continue
        alone = not line[: match.start()].strip()
        found.append(
            Allowance(
                number,
                match.start() + 1,
                match[0],
                tuple(code.upper() for code in _CODE.findall(match["codes"])),
                (match["why"] or "").strip(),
                _next_line(document.source.lines, number) if alone else number,
            )
        )
    return found


def _next_line(lines: Sequence[str], number: int) -> int:
    """The first line after ``number`` that is more than a comment."""
    for later in range(number, len(lines)):
        text = lines[later].strip()
        if text and not text.startswith("#"):
            return later + 1
    return number


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        part = part.values()
    elif isinstance(part, str):
        yield part
        return
    elif not isinstance(part, list):
        return
    for inner in part:
        yield from _strings(inner)


def silenced(judged: Iterable[Judged], allowed: Sequence[Allowance]) -> list[Judged]:
    """What is left when allowances are taken away; each remembers which codes it served."""
    left = []
    for one in judged:
        serving = [
            allowance
            for allowance in allowed
            if one.problem.code in allowance.codes and one.problem.place.line == allowance.covers
        ]
        for allowance in serving:
            allowance.used.add(one.problem.code)
        if not serving:
            left.append(one)
    return left


def unused_allowance(subject: Subject) -> Iterator[Found]:
    """An allowance that has nothing to allow.

    The rule it silences finds nothing there any more. Left in place it would hide the next real
    problem on that line. Allowances of rules about the proof are judged only with the proof.

    bad:
        title: A small sale  # pitchcraft: allow W005 because it reads well
    good:
        title: A small sale
    """
    for one in subject.allowed:
        for code in one.codes:
            if code in subject.judged and code not in one.used:
                line = subject.document.source.line(one.line)
                yield Found(
                    (),
                    f"`{code}` is allowed here, and there is nothing to allow",
                    "A comment left behind would hide the next real problem. Take it away.",
                    fix=line[: one.column - 1].rstrip() if len(one.codes) == 1 else None,
                    at=one.span,
                )


def allowance_without_reason(subject: Subject) -> Iterator[Found]:
    """An allowance that does not say why.

    The reason is for whoever reads the file next, perhaps yourself in a year.

    bad:
        closing:
          coach: Ask for  what fits.  # pitchcraft: allow W013
    good:
        closing:
          coach: Ask for  what fits.  # pitchcraft: allow W013 because the pause is meant
    """
    for one in subject.allowed:
        if not one.because:
            yield Found(
                (),
                "this allowance gives no reason",
                "Whoever reads it next must know whether it still holds. Add `because` and why.",
                at=one.span,
            )


def allowance_of_nothing(subject: Subject) -> Iterator[Found]:
    """An allowance that names no rule, or one there is not.

    Only rules whose codes start with F, W or P can be allowed; what stops a scenario from being
    played (S) has to be mended.

    bad:
        title: A small sale  # pitchcraft: allow F999 because of old times
    good:
        title: A small sale
    """
    remedy = "The comment does nothing. `pitchcraft check --explain all` lists the rules."
    for one in subject.allowed:
        if not one.codes:
            yield Found((), "this allowance names no rule", remedy, at=one.span)
        for code in one.codes:
            if code in subject.known:
                continue
            near = difflib.get_close_matches(code, subject.known, 1, 0.6)
            message = f"no rule that can be allowed is called `{code}`"
            if code.startswith("S"):
                message = f"`{code}` cannot be allowed: a scenario with it cannot be played"
            elif near:
                message += f"; did you mean `{near[0]}`?"
            yield Found((), message, remedy, at=one.span)
