"""How problems look in a terminal, as JSON and beside a file on GitHub."""

from __future__ import annotations

import json

from simulator.problems import Place, Problem, Severity
from simulator.scenario.show import as_github, as_json, as_text, in_order

LATE = Problem(
    Place("a.yaml", 13, 5, 5),
    Severity.ERROR,
    "S201",
    "unknown key `moood`; did you mean `mood`?",
    "    moood: guarded",
    "Write:",
    "    mood: guarded",
)
EARLY = Problem(Place("a.yaml", 2, 8, 3), Severity.WARNING, "S110", "100% cut", "title: the #1")
WHOLE = Problem(Place("a,b:c.yaml"), Severity.HINT, "S007", "this file is empty", "", "Fill it.")


def test_text_has_the_place_the_line_and_what_to_paste() -> None:
    assert as_text([LATE, EARLY, WHOLE]) == (
        "a,b:c.yaml: hint S007 this file is empty\n"
        "      = Fill it.\n"
        "\n"
        "a.yaml:2:8: warning S110 100% cut\n"
        "    2 | title: the #1\n"
        "      |        ^^^\n"
        "\n"
        "a.yaml:13:5: error S201 unknown key `moood`; did you mean `mood`?\n"
        "   13 |     moood: guarded\n"
        "      |     ^^^^^\n"
        "      = Write:\n"
        "    mood: guarded"
    )


def test_json_is_a_list_of_plain_objects() -> None:
    assert json.loads(as_json([LATE, EARLY]))[0] == {
        "path": "a.yaml",
        "line": 2,
        "column": 8,
        "code": "S110",
        "severity": "warning",
        "message": "100% cut",
    }
    assert json.loads(as_json([])) == []


def test_github_gets_one_escaped_line_for_each_problem() -> None:
    assert as_github([LATE, EARLY, WHOLE]).split("\n") == [
        "::notice file=a%2Cb%3Ac.yaml,title=S007::this file is empty%0AFill it.",
        "::warning file=a.yaml,line=2,col=8,endColumn=11,title=S110::100%25 cut",
        (
            "::error file=a.yaml,line=13,col=5,endColumn=10,title=S201::"
            "unknown key `moood`; did you mean `mood`?%0AWrite:%0A    mood: guarded"
        ),
    ]


def test_a_long_line_is_shown_around_what_is_wrong() -> None:
    line = "a: " + "x" * 300 + "WRONG" + "y" * 300
    problem = Problem(Place("a.yaml", 1, 304, 5), Severity.ERROR, "S109", "no", line)
    _, shown, carets = as_text([problem]).split("\n")
    assert len(shown) < 120
    assert shown.startswith("    1 | ...x")
    assert shown.endswith("y...")
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "WRONG"


def test_carets_stand_under_wide_letters() -> None:
    problem = Problem(Place("a.yaml", 1, 7, 2), Severity.ERROR, "S109", "no", "a: 価格 高い")
    assert as_text([problem]).split("\n")[2] == "      |         ^^^^"


def test_nothing_in_a_file_steers_the_terminal() -> None:
    problem = Problem(
        Place("a\x1b[2J.yaml", 1, 1, 1), Severity.ERROR, "S004", "no", "\x1b]0;x\x07", "", "\x9b1m"
    )
    assert not set(as_text([problem])) & set("\x1b\x07\x9b")


def test_each_problem_is_shown_once_in_order() -> None:
    assert in_order([LATE, EARLY, LATE]) == [EARLY, LATE]


def test_of_many_that_say_the_same_the_rest_are_lines() -> None:
    def at(line: int) -> Problem:
        return Problem(Place("a.yaml", line, 1), Severity.WARNING, "W001", "`TODO` is left")

    few, many = [at(line) for line in range(1, 7)], [at(line) for line in (*range(1, 9), 20)]
    assert as_text(few).count("W001") == 6
    blocks = as_text(many).split("\n\n")
    assert len(blocks) == 6
    assert blocks[-1] == "a.yaml: warning W001 `TODO` is left, also on lines 6-8, 20"
