"""Opening the scenario in the author's editor, at a line, without the window ever waiting."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from simulator.problems import PitchcraftError

COLON: Final = frozenset({"subl", "sublime_text", "zed", "zeditor", "atom", "lapce", "pulsar"})
"""Editors that take ``file:line``."""
GOTO: Final = frozenset(
    {"code", "code-insiders", "codium", "vscodium", "cursor", "windsurf", "positron"}
)
"""Editors that take ``-g file:line``: VS Code and what is made from it."""
PLUS: Final = frozenset(
    {"gvim", "mvim", "emacs", "emacsclient", "gedit", "gnome-text-editor", "xed", "pluma",
     "mousepad", "nvim-qt", "bbedit"}
)  # fmt: skip
"""Editors that take ``+line file``."""
OPTION: Final[Mapping[str, str]] = {
    "kate": "--line", "kwrite": "--line", "mate": "--line", "idea": "--line", "pycharm": "--line",
    "webstorm": "--line", "geany": "--line", "notepad++": "-n",
}  # fmt: skip
"""Editors with an option for the line."""
TERMINAL: Final = frozenset(
    {"vi", "vim", "nvim", "nano", "pico", "micro", "hx", "helix", "kak", "joe", "ne", "mcedit",
     "ed", "ex", "vis"}
)  # fmt: skip
"""Editors that need a terminal of their own, which a window cannot give them."""
FALLBACK: Final = "code"


class NoEditor(PitchcraftError):  # noqa: N818 - says what is missing
    """No editor can be opened; the message says what to set."""


def editor_command(
    path: Path, line: int, environment: Mapping[str, str] | None = None
) -> list[str]:
    """The command that opens ``path`` at a line (from 1): ``$VISUAL``, ``$EDITOR``, or ``code``.

    Raises NoEditor when none of them is there or can work from a window.
    """
    given = os.environ if environment is None else environment
    passed: list[str] = []
    for variable in ("VISUAL", "EDITOR"):
        wish = given.get(variable, "").strip()
        if not wish:
            continue
        words = _words(wish)
        found = _program(words[0], given)
        if found is None:
            passed.append(f"{variable} is `{wish}`, which is not on this computer.")
        elif _name(words[0]) in TERMINAL or {"-nw", "-t", "--tty"} & set(words[1:]):
            passed.append(f"{variable} is `{wish}`, which needs a terminal of its own.")
        else:
            return [found, *words[1:], *_arguments(words[0], path, line)]
    found = _program(FALLBACK, given)
    if found:
        return [found, *_arguments(FALLBACK, path, line)]
    said = " ".join(passed) or "Neither VISUAL nor EDITOR is set, and VS Code is not installed."
    raise NoEditor(f"{said} Set VISUAL to an editor with a window of its own, such as `code`.")


def run_editor(command: list[str], line: int) -> None:
    """Start an editor and wait until its command ends; call it in a thread.

    Raises NoEditor, in one plain sentence, when it does not start or says that it failed.
    """
    try:
        done = subprocess.run(
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        raise NoEditor(f"`{command[0]}` does not start ({error.strerror}).") from None
    if done.returncode > 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        more = f": {said[-1]}" if said else "."
        raise NoEditor(f"`{command[0]}` could not open line {line}{more}")


def _words(wish: str) -> list[str]:
    if sys.platform == "win32":
        if Path(wish.strip('"')).exists():
            return [wish.strip('"')]
        return [word.strip('"') for word in shlex.split(wish, posix=False)]
    try:
        return shlex.split(wish) or [wish]
    except ValueError:
        return [wish]


def _program(name: str, given: Mapping[str, str]) -> str | None:
    return shutil.which(name, path=given.get("PATH"))


def _name(program: str) -> str:
    name = Path(program).name.lower()
    for ending in (".exe", ".cmd", ".bat"):
        name = name.removesuffix(ending)
    return name


def _arguments(program: str, path: Path, line: int) -> list[str]:
    """The file and the line in the way an editor takes them; only the file if that is unknown."""
    name, file = _name(program), str(path)
    if name in GOTO:
        return ["-g", f"{file}:{line}"]
    if name in COLON:
        return [f"{file}:{line}"]
    if name in PLUS:
        return [f"+{line}", file]
    if name in OPTION:
        option = OPTION[name]
        return [f"{option}{line}", file] if option == "-n" else [option, str(line), file]
    return [file]
