"""What a code or a key means: the page of a rule, of a key, and the lists of both."""

from __future__ import annotations

import difflib
import re
from typing import NoReturn

from simulator.check.registry import BY_CODE
from simulator.problems import PitchcraftError
from simulator.scenario.codes import CODES
from simulator.scenario.reference import every_key, explain_key, list_of_keys

_WHAT_MATTERS = {
    "error": "An error: the scenario cannot be played, or a test of its author fails.",
    "warning": "A warning: the scenario can be played, and is not yet fair or whole.",
    "hint": "A hint: advice that nothing depends on.",
}


def explain(code: str) -> str:
    """The page of a rule, the meaning of a loader's code, or what a key of the file is for.

    ``all`` lists every code and ``keys`` every key. Raises PitchcraftError, with the nearest, for
    what is neither.
    """
    if code.lower() == "all":
        return _all()
    if code.lower() == "keys":
        return list_of_keys()
    name = code.upper()
    if name in CODES:
        return (
            f"{name}: {CODES[name]}\n\nAn error of the file itself: what stands there cannot be"
            " read or played. The message says\nwhere, and what to write instead. It cannot be"
            " allowed."
        )
    if name not in BY_CODE:
        return explain_key(code) or _refuse(code)
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


def _refuse(word: str) -> NoReturn:
    near = difflib.get_close_matches(word.upper(), [*CODES, *BY_CODE], 1, 0.5)
    near = near or difflib.get_close_matches(word.lower(), every_key(), 1, 0.7)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise PitchcraftError(
        f"There is no code and no key `{word}`.{hint} `pitchcraft check --explain all` lists the"
        " codes, `--explain keys` the keys."
    )


def _indented(sample: str) -> str:
    """A sample as it is shown; what a test takes out of its scenario (``null``) is not there."""
    sample = re.sub(r", [a-z ]+: null", "", sample)
    return "\n".join(f"    {line}" if line else "" for line in sample.splitlines())


def _all() -> str:
    lines = [f"{code}  {meaning[:1].upper()}{meaning[1:]}." for code, meaning in CODES.items()]
    lines += [f"{code}  {rule.page.title}" for code, rule in sorted(BY_CODE.items())]
    return "\n".join(lines)
