"""What a code means: the page of a rule, and the list of all codes."""

from __future__ import annotations

import difflib

from simulator.check.registry import BY_CODE
from simulator.problems import PitchcraftError
from simulator.scenario.codes import CODES

_WHAT_MATTERS = {
    "error": "An error: the scenario cannot be played, or a test of its author fails.",
    "warning": "A warning: the scenario can be played, and is not yet fair or whole.",
    "hint": "A hint: advice that nothing depends on.",
}


def explain(code: str) -> str:
    """The page of a rule or the meaning of a loader's code; ``all`` lists every code.

    Raises PitchcraftError, with the nearest code, for one there is not.
    """
    if code.lower() == "all":
        return _all()
    name = code.upper()
    if name in CODES:
        return (
            f"{name}: {CODES[name]}\n\nAn error of the file itself: what stands there cannot be"
            " read or played. The message says\nwhere, and what to write instead. It cannot be"
            " allowed."
        )
    if name not in BY_CODE:
        known = [*CODES, *BY_CODE]
        near = difflib.get_close_matches(name, known, 1, 0.5)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise PitchcraftError(
            f"There is no code `{code}`.{hint} `pitchcraft check --explain all` lists them."
        )
    rule = BY_CODE[name]
    page = rule.page
    allow = (
        f"If it is meant, write at the end of that line or on the line above:\n\n"
        f"    # pitchcraft: allow {name} because ..."
    )
    parts = [
        f"{name}: {page.title}",
        page.text,
        _WHAT_MATTERS[rule.severity],
        f"Found in\n\n{_indented(page.bad)}",
        f"and not in\n\n{_indented(page.good)}",
    ]
    if not name.startswith("A"):
        parts.append(allow)
    return "\n\n".join(parts)


def _indented(sample: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in sample.splitlines())


def _all() -> str:
    lines = [f"{code}  {meaning[:1].upper()}{meaning[1:]}." for code, meaning in CODES.items()]
    lines += [f"{code}  {rule.page.title}" for code, rule in sorted(BY_CODE.items())]
    return "\n".join(lines)
