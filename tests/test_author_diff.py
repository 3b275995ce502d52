"""What two versions of a scenario differ in, and what that means for the runs played."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from simulator.cli import main
from simulator.commands.diff import _answers as answers
from simulator.game.build import build_game
from simulator.scenario.compare import compare
from simulator.scenario.compose import compose
from simulator.scenario.model import Scenario
from simulator.scenario.plain import condition_words, range_words
from simulator.scenario.references import references
from simulator.scenario.text import decode
from simulator.scenario.words import parse_range
from tests.scenario_text import SMALL, broken


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


def diff(new: str, *args: str, old: str = SMALL) -> Result:
    Path("old.yaml").write_text(old)
    Path("new.yaml").write_text(new)
    return CliRunner().invoke(main, ["diff", "old.yaml", "new.yaml", *args])


def _line(text: str) -> int:
    """The line of the small scenario on which a text stands."""
    return SMALL[: SMALL.index(text)].count("\n") + 1


def test_the_same_scenario_differs_in_nothing() -> None:
    done = diff("# a note\n" + SMALL)
    assert done.exit_code == 0
    assert done.stdout.startswith(
        "Nothing differs: the two mean the same in every word and rule.\n"
    )


def test_a_word_changed_lets_runs_count() -> None:
    done = diff(broken("why: Too soon.", "why: Too soon for her."))
    assert done.exit_code == 0
    line = _line("why: Too soon.")
    assert done.stdout.startswith(
        "The rules are the same: runs played on the old one count on the new one.\n"
        "\n"
        "Words and looks that changed: 1\n"
        f"  closing > close > order (new.yaml:{line})\n"
        "    why: \u201cToo soon for her.\u201d; before: \u201cToo soon.\u201d\n"
        "\n"
        "Points expected, as before: best play "
    )


def test_a_rule_changed_makes_another_level_and_moves_the_values() -> None:
    done = diff(broken("outcome: trial\n          why", "outcome: lost\n          why"))
    assert done.exit_code == 1
    line = _line("outcome: trial\n")
    head, values = done.stdout.split("Points expected:\n")
    assert head == (
        "The rules differ: runs played on the old one do not count on the new one.\n"
        "They stay on the board of the old one, and replay on the text they were played on.\n"
        "\n"
        "Rules that changed: 1\n"
        f"  closing > close > trial (new.yaml:{line})\n"
        "    outcome: \u201clost\u201d; before: \u201ctrial\u201d\n"
        "\n"
    )
    best, random, worst = values.splitlines()
    assert best.startswith("  best     ")
    assert best.endswith(")")
    assert "(-" in best
    assert random.startswith("  random ")
    assert worst.startswith("  worst  ")


SAID = [
    ("weight", "weight: 2\n", "weight: 4\n", "buyer > burnt", "weight: 4; before: 2"),
    ("effect", "say: I sell a booking page., effects: {trust: down}",
     "say: I sell a booking page., effects: {trust: down a lot, value: up}",
     "approach > open > pitch", "effects: trust -4; before: -2"),
    ("condition", "when: {buyer: burnt}\n      task",
     "when: {buyer: busy, trust: above 3}\n      task",
     "objections > doubt", "when: buyer `busy`, and trust at least 4; before: buyer `burnt`"),
    ("gone", "        - {id: wait, say: Wait., why: She waits too.}\n", "",
     "follow_up > after > wait", "choice is gone"),
    ("renamed", "{id: wait, say: Wait.", "{id: pause, say: Wait.",
     "follow_up > after > pause", "was called `wait`"),
    ("buyer renamed", "- id: busy\n", "- id: hurried\n", "buyer > hurried", "was called `busy`"),
    ("budget", "spend: {calls: 1}", "spend: {calls: 2}", "prospecting > leads",
     "spend: calls 2; before: 1"),
    ("minutes", "minutes: 10, say: Send", "minutes: 8, say: Send",
     "presentation > show > texts > live", "minutes: 8; before: 10"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "where", "said"), [row[1:] for row in SAID],
                         ids=[row[0] for row in SAID])  # fmt: skip
def test_rules_are_said_in_plain_words(old: str, new: str, where: str, said: str) -> None:
    text = broken(old, new)
    if "follow_up > after > wait" in where:
        text = text.replace(
            "{id: thanks,", "{id: other, say: Ring., why: Loud.}\n        - {id: thanks,"
        )
    done = diff(text)
    assert done.exit_code == 1, done.output
    lines = done.stdout.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(f"  {where} ("))
    block = [line for line in lines[at + 1 :][:3] if line.startswith("    ")]
    assert f"    {said}" in block


def test_answers_that_become_alike_are_a_rule() -> None:
    done = diff(broken("reply: On the wall. It never crashed.", "reply: On the wall. Badly."))
    assert done.exit_code == 1
    assert "Answers that tell other things about the buyer:\n  open.ask\n" in done.stdout


def test_json_has_every_figure() -> None:
    done = diff(broken("weight: 2\n", "weight: 4\n"), "--json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert list(found) == [
        "old", "new", "digest", "same_meaning", "runs_count", "rules", "words", "answers", "value",
    ]  # fmt: skip
    assert found["runs_count"] is False
    assert [(one["where"], one["key"], one["old"], one["new"]) for one in found["rules"]] == [
        (["buyer", "burnt"], "weight", "2", "4")
    ]
    assert list(found["value"]) == ["best", "random", "worst"]


def test_what_cannot_be_read_is_said_with_its_problems() -> None:
    done = diff(SMALL.replace("id: trial", "id: Trial"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("pitchcraft: new.yaml cannot be played: it has ")


@pytest.mark.parametrize(
    "text", ["at least 8", "at most 5", "between 4 and 9", "exactly 7", "at least 1"]
)
def test_tests_of_meters_are_said_as_they_are_written(text: str) -> None:
    assert range_words(parse_range(text)) == text
    condition = Scenario.model_validate(BASE).closing.decisions[0].choices[0].needs
    assert condition_words(condition) == "always"


def _data(text: str) -> Any:
    source, _ = decode("x.yaml", text.encode())
    assert source is not None
    document, _ = compose(source)
    assert document is not None
    return document.data


BASE = _data(SMALL)
VALUES = [
    0, 1, 2, 3, "up", "down a lot", "x", "other words", "trial", "lost", "busy", "no-shows",
    "order", {"trust": "up"}, {"trust": "at least 7"}, {"known": "no-shows"}, {"calls": 2},
    ["busy"], [], {},
]  # fmt: skip
KEYS = ["effects", "when", "needs", "learn", "outcome", "reply", "face", "cost", "also", "verdict"]


def _paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data)
    found: list[tuple[Any, ...]] = []
    for key, value in items if isinstance(data, (dict, list)) else ():
        found.append((*path, key))
        if isinstance(value, (dict, list)):
            found += _paths(value, (*path, key))
    return found


def _read(data: Any) -> Scenario | None:
    """The scenario of some data, if it could be played."""
    source, _ = decode("x.yaml", SMALL.encode())
    assert source is not None
    document, _ = compose(source)
    assert document is not None
    try:
        scenario = Scenario.model_validate(data)
    except ValidationError:
        return None
    return None if references(scenario, document) else scenario


@settings(max_examples=800, deadline=None)
@given(
    path=st.sampled_from(_paths(BASE)),
    key=st.sampled_from(["", *KEYS]),
    value=st.sampled_from(VALUES),
    drop=st.booleans(),
)
def test_another_digest_is_always_explained(
    path: tuple[Any, ...], key: str, value: Any, drop: bool
) -> None:
    data = copy.deepcopy(BASE)
    part = data
    for step in path[:-1]:
        part = part[step]
    if drop:
        del part[path[-1]]
    else:
        part[key if key and isinstance(part, dict) else path[-1]] = copy.deepcopy(value)
    try:
        new = _read(data)
    except KeyError:  # A problem at a place that this file does not have.
        new = None
    if new is None:
        return
    old = Scenario.model_validate(BASE)
    changes = compare(old, new)
    assert bool(changes) == (old.model_dump() != new.model_dump())
    before, after = build_game(old), build_game(new)
    if before.digest != after.digest:
        assert any(change.is_rule for change in changes) or answers(before, after)
