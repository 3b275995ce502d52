"""What an author reads about a broken file, word for word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.problems import Problem, Severity
from simulator.scenario.codes import CODES
from simulator.scenario.compose import compose
from simulator.scenario.events import OpenEvents, fast_events, plain_events
from simulator.scenario.shape import validate
from simulator.scenario.show import as_text
from simulator.scenario.text import decode, read_source
from tests.broken.toy import Toy

BROKEN = Path(__file__).parent / "broken"
FILES = sorted(BROKEN.glob("*.yaml"))
JARGON = re.compile(
    r"pydantic|Input should|Field required|Extra inputs|valid (string|integer|list|dictionary)"
    r"|NoneType|\bdict\b|\btuple\b|\bstr\b|\bint\b|instance|scalar|mapping|sequence|token|parsing"
    r"|block collection|flow |node|anchor|alias|simple key|expected <|Traceback",
    re.IGNORECASE,
)


def judge(path: Path, open_events: OpenEvents) -> list[Problem]:
    source, problems = decode(path.name, path.read_bytes())
    if source is not None:
        document, more = compose(source, open_events)
        problems = problems + more
        if document is not None:
            problems = problems + validate(Toy, document)[1]
    return problems


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("open_events", [fast_events, plain_events], ids=["fast", "plain"])
def test_a_broken_file_is_told_word_for_word(path: Path, open_events: OpenEvents) -> None:
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert as_text(judge(path, open_events)) + "\n" == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_message_speaks_the_language_of_a_library(path: Path) -> None:
    for problem in judge(path, fast_events):
        assert not JARGON.search(problem.message)
        assert not JARGON.search(problem.remedy)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_place_is_in_the_file(path: Path) -> None:
    for problem in judge(path, fast_events):
        if problem.place.line:
            assert problem.place.column >= 1
            assert problem.place.width >= 1
            assert problem.place.column - 1 <= len(problem.source)


def test_every_code_has_a_meaning_and_all_but_the_rare_are_met() -> None:
    met = {problem.code for path in FILES for problem in judge(path, fast_events)}
    assert met <= set(CODES)
    mine = {code for code in CODES if code < "S3"}
    assert mine - met <= {"S001", "S002", "S010", "S109", "S115", "S116"}


def test_only_text_cut_off_by_a_comment_sign_is_a_warning() -> None:
    warned = {
        path.stem
        for path in FILES
        if all(problem.severity is Severity.WARNING for problem in judge(path, fast_events))
    }
    assert warned == {"hash-cuts-text"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_lines_to_paste_mend_the_slips_of_yaml(path: Path) -> None:
    source, _ = decode(path.name, path.read_bytes())
    if source is None:
        return
    problems = compose(source)[1]
    lines = list(source.lines)
    slips = [problem for problem in problems if problem.paste and problem.code in PASTED]
    for problem in slips:
        new = problem.paste.split("\n")
        first = problem.place.line - 1
        if problem.code == "S101" and len(new) > 1:
            first -= 1
        lines[first : first + len(new)] = new
    left = {p.code for p in compose(decode(path.name, "\n".join(lines).encode())[0] or source)[1]}
    assert not left & {problem.code for problem in slips}


PASTED = frozenset({"S101", "S102", "S103", "S104", "S105", "S107", "S108", "S110"})


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.yaml", "there is no such file"),
        ("folder", "this is a folder, not a file"),
        ("large.yaml", "this file is larger than 256 KB"),
        ("pipe", "this is a device or a pipe, not a file"),
        ("nul\0.yaml", "this file cannot be read"),
    ],
)
def test_what_is_no_file_is_told_in_a_sentence(tmp_path: Path, name: str, message: str) -> None:
    import os

    (tmp_path / "folder").mkdir()
    (tmp_path / "large.yaml").write_bytes(b"a: b\n" * 1_000_000)
    if name == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("this system has no pipes in folders")
        os.mkfifo(tmp_path / "pipe")
    source, problems = read_source(tmp_path / name)
    assert source is None
    assert [problem.message for problem in problems] == [message]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless device")
def test_an_endless_device_is_not_read() -> None:
    source, problems = read_source(Path("/dev/zero"))
    assert source is None
    assert problems[0].message == "this is a device or a pipe, not a file"
