"""A slip on any line of a shipped scenario is told as one problem, on that line."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from simulator.paths import scenarios_dir
from simulator.problems import Problem
from simulator.scenario.compose import compose
from simulator.scenario.model import Scenario
from simulator.scenario.shape import validate
from simulator.scenario.text import decode

LINES = (scenarios_dir() / "first-call.yaml").read_text(encoding="utf-8").split("\n")
VALUE = re.compile(r"( *(?:- )?[a-z ]+: )([A-Za-z<][^'\"]{20,})")
KEY = re.compile(r" +[a-z ]+: \w")
DASH = re.compile(r" {2,}- \w")


def in_text(change: Callable[[str], str]) -> Callable[[str], str | None]:
    """A slip in the text behind a key."""

    def slip(line: str) -> str | None:
        match = VALUE.fullmatch(line)
        return match[1] + change(match[2]) if match else None

    return slip


def in_line(
    pattern: str | re.Pattern[str], change: Callable[[str], str]
) -> Callable[[str], str | None]:
    """A slip in the form of a line."""

    def slip(line: str) -> str | None:
        return change(line) if re.match(pattern, line) else None

    return slip


SLIPS: dict[str, Callable[[str], str | None]] = {
    "a colon in text": in_text(lambda text: text.replace(" ", ": ", 1)),
    "an apostrophe first": in_text(lambda text: "'Tis " + text),
    "an open double quote": in_text(lambda text: '"' + text),
    "an open single quote": in_text(lambda text: "'" + text),
    "quotes in quotes": in_text(lambda text: f'"{text[:9]}"so" {text[9:]}"'),
    "brackets first": in_text(lambda text: "[sighs] " + text),
    "stars first": in_text(lambda text: "*sighs* " + text),
    "an at sign first": in_text(lambda text: "@" + text),
    "a percent sign first": in_text(lambda text: "%" + text),
    "a hash in text": in_text(lambda text: text.replace(" ", " #1 ", 1)),
    "a key too far right": in_line(KEY, lambda line: " " + line),
    "a key too far left": in_line(KEY, lambda line: line[1:]),
    "a dash too far right": in_line(DASH, lambda line: " " + line),
    "a dash too far left": in_line(DASH, lambda line: line[1:]),
    "no space after a colon": in_line(r" +[a-z]+: [A-Z]", lambda line: line.replace(": ", ":", 1)),
    "no colon": in_line(r" +[a-z]+: [A-Z]", lambda line: line.replace(":", "", 1)),
    "no colon before a block": in_line(r" +[a-z]+:$", lambda line: line[:-1]),
    "no space after a dash": in_line(DASH, lambda line: line.replace("- ", "-", 1)),
    "no closing brace": in_line(r".*\{.*\}$", lambda line: line[:-1]),
    "no comma": in_line(r".*\{[^\[]*, .*\}$", lambda line: line.replace(",", "", 1)),
    "a misspelled key": in_line(r" +[a-z]{4,}: [A-Z]", lambda line: line.replace(":", "x:", 1)),
}  # fmt: skip


def judge(text: str) -> list[Problem]:
    source, problems = decode("first-call.yaml", text.encode())
    assert source is not None
    document, problems = compose(source)
    return problems + (validate(Scenario, document)[1] if document is not None else [])


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_one_problem_on_its_line(name: str) -> None:
    slips = [(n, slip) for n, line in enumerate(LINES) if (slip := SLIPS[name](line))]
    assert slips
    told = []
    for number, line in slips[:: max(1, len(slips) // 12)]:
        problems = judge("\n".join([*LINES[:number], line, *LINES[number + 1 :]]))
        where = [problem.place.line for problem in problems]
        told.append(where == [number + 1])
        # A moved dash may be told on the line that no longer fits it.
        assert where
        assert abs(where[0] - number - 1) <= 1
    assert sum(told) >= 0.9 * len(told)
