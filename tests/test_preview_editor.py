"""The author's editor: which command, at which line, and what is said when there is none."""

from __future__ import annotations

import stat
import sys
import time
from pathlib import Path

import pytest

from simulator.window.preview.editor import NoEditor, editor_command, run_editor

FILE = Path("/scenarios/first call.yaml")
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="programs are named otherwise there"
)


def program(folder: Path, name: str, body: str = "exit 0") -> Path:
    """A program of that name which does little."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.parametrize(
    ("wish", "rest"),
    [
        ("code", ["-g", f"{FILE}:12"]),
        ("code --wait", ["--wait", "-g", f"{FILE}:12"]),
        ("codium", ["-g", f"{FILE}:12"]),
        ("subl", [f"{FILE}:12"]),
        ("gvim", ["+12", str(FILE)]),
        ("emacsclient -c", ["-c", "+12", str(FILE)]),
        ("kate", ["--line", "12", str(FILE)]),
        ("notepad++", ["-n12", str(FILE)]),
        ("something-else", [str(FILE)]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(
    tmp_path: Path, wish: str, rest: list[str]
) -> None:
    name = wish.split(maxsplit=1)[0]
    made = program(tmp_path, name)
    for variable in ("VISUAL", "EDITOR"):
        command = editor_command(FILE, 12, {variable: wish, "PATH": str(tmp_path)})
        assert command == [str(made), *rest]


def test_visual_comes_before_editor_and_code_last(tmp_path: Path) -> None:
    for name in ("kate", "gedit", "code"):
        program(tmp_path, name)
    given = {"VISUAL": "kate", "EDITOR": "gedit", "PATH": str(tmp_path)}
    names = []
    for gone in ("", "VISUAL", "EDITOR"):
        given.pop(gone, None)
        names.append(Path(editor_command(FILE, 3, given)[0]).name)
    assert names == ["kate", "gedit", "code"]


def test_an_editor_for_a_terminal_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path, "vim")
    program(tmp_path, "code")
    given = {"VISUAL": "vim", "EDITOR": "vim -n", "PATH": str(tmp_path)}
    assert Path(editor_command(FILE, 3, given)[0]).name == "code"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Neither VISUAL nor EDITOR is set, and VS Code is not installed."),
        ({"EDITOR": "nano"}, "EDITOR is `nano`, which needs a terminal of its own."),
        ({"VISUAL": "emacs -nw"}, "VISUAL is `emacs -nw`, which needs a terminal of its own."),
        ({"VISUAL": "ghost -x"}, "VISUAL is `ghost -x`, which is not on this computer."),
        ({"VISUAL": "'"}, "VISUAL is `'`, which is not on this computer."),
    ],
)
def test_what_is_said_when_there_is_none(tmp_path: Path, given: dict[str, str], said: str) -> None:
    for name in ("nano", "emacs"):
        program(tmp_path, name)
    with pytest.raises(NoEditor) as caught:
        editor_command(FILE, 3, {**given, "PATH": str(tmp_path)})
    assert str(caught.value) == (
        f"{said} Set VISUAL to an editor with a window of its own, such as `code`."
    )


def test_an_editor_that_fails_is_quoted(tmp_path: Path) -> None:
    bad = program(tmp_path, "kate", "echo 'no display' >&2; exit 3")
    with pytest.raises(NoEditor) as caught:
        run_editor([str(bad)], 7)
    assert str(caught.value) == f"`{bad}` could not open line 7: no display"
    with pytest.raises(NoEditor) as caught:
        run_editor([str(tmp_path)], 7)
    assert str(caught.value) == f"`{tmp_path}` does not start (Permission denied)."


def test_an_editor_that_works_says_nothing(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    good = program(tmp_path, "kate", f'echo "$@" > {seen}')
    start = time.monotonic()
    run_editor(editor_command(FILE, 7, {"VISUAL": str(good), "PATH": ""}), 7)
    assert seen.read_text() == f"--line 7 {FILE}\n"
    assert time.monotonic() - start < 5
