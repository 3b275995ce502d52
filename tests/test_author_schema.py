"""The schema of scenario files accepts exactly what the model accepts, and says what it means."""

from __future__ import annotations

import copy
import re
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from simulator.cli import main
from simulator.paths import scenarios_dir
from simulator.scenario import model
from simulator.scenario.compose import compose
from simulator.scenario.load import load_source
from simulator.scenario.model import Scenario
from simulator.scenario.schema import (
    SCHEMA_FILE,
    range_pattern,
    scenario_schema,
    schema_of,
    schema_text,
)
from simulator.scenario.snippets import SNIPPETS
from simulator.scenario.text import decode
from simulator.scenario.words import CHANGES, TESTS, parse_range
from tests.broken.toy import Toy
from tests.scenario_text import SMALL, broken

BROKEN = Path(__file__).parent / "broken"


def _pattern(_: Any, pattern: str, value: object, __: Any) -> Any:
    # In the editors' dialect `$` is the end of the text; in Python also before a last line feed.
    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield jsonschema.ValidationError(f"{value!r} does not match {pattern!r}")


_extend: Any = jsonschema.validators.extend
Validator = _extend(jsonschema.Draft202012Validator, {"pattern": _pattern})
SCHEMA = scenario_schema()
JUDGE = Validator(SCHEMA)


def data_of(text: str | bytes) -> Any:
    source, _ = decode("x.yaml", text if isinstance(text, bytes) else text.encode())
    document = compose(source)[0] if source else None
    return document.data if document else None


def fits(part: type[BaseModel], data: object) -> bool:
    try:
        part.model_validate(data)
    except ValidationError:
        return False
    return True


def test_it_is_a_schema_for_new_editors_and_for_old_ones() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("path", sorted(scenarios_dir().glob("*.yaml")), ids=lambda p: p.stem)
def test_what_ships_is_accepted_by_both(path: Path) -> None:
    data = data_of(path.read_bytes())
    assert list(JUDGE.iter_errors(data)) == []
    assert fits(Scenario, data)


def test_the_file_beside_the_shipped_scenarios_is_this_schema() -> None:
    # Made anew by `pitchcraft schema --out scenarios/scenario.schema.json` after a change.
    text = (scenarios_dir() / SCHEMA_FILE).read_text(encoding="utf-8")
    assert text == schema_text()


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.yaml")), ids=lambda p: p.stem)
def test_every_broken_file_is_judged_alike(path: Path) -> None:
    # Files that are no YAML at all have no data to judge: the schema never sees them.
    data = data_of(path.read_bytes())
    assert Validator(schema_of(Toy)).is_valid(data) == fits(Toy, data)
    assert JUDGE.is_valid(data) == fits(Scenario, data)


WRONG = [
    ("format: 1", "format: 2"),
    ("format: 1", "format: one"),
    ("format: 1", "format: true"),
    ("format: 1", "formatt: 1"),
    ("spend: {calls: 1}", "spend: {}"),
    ("spend: {calls: 1}", "spend: {hours: 3, calls: 2}"),
    ("spend: {calls: 1}", "spend: {hours: 0}"),
    ("spend: {calls: 1}", "spend: 3"),
    ("minutes: 10\n", "minutes: 121\n"),
    ("when: {buyer: burnt}\n      task: Answer", "when: {buyer: []}\n      task: Answer"),
    ("when: {buyer: burnt}\n      task: Answer", "when: {trust: 8}\n      task: Answer"),
    ("when: {buyer: burnt}\n      task: Answer", "when: {trust: at leest 8}\n      task: Answer"),
    ("when: {buyer: burnt}\n      task: Answer", "when: {trust: above 20}\n      task: Answer"),
    ("when: {buyer: burnt}\n      task: Answer", "when: {chose: a.b.c}\n      task: Answer"),
    ("outcome: trial\n", "outcome: Trial\n"),
    ("outcome: trial\n", "outcome: [trial, lost]\n"),
    ("kind: pilot", "kind: Pilot"),
    ("day: 3", "day: 366"),
    ("day: 3", "day: three"),
    ("day: 3", "day: 3.5"),
]


@pytest.mark.parametrize(("old", "new"), WRONG, ids=[new.strip() for _, new in WRONG])
def test_wrong_shapes_are_refused_by_both(old: str, new: str) -> None:
    data = data_of(broken(old, new))
    assert not JUDGE.is_valid(data)
    assert not fits(Scenario, data)


ONLY_THE_ENGINE = [
    ("S301", "learn: no-shows", "learn: no-show"),
    ("S302", "- {id: wait, say: Wait.", "- {id: thanks, say: Wait."),
    ("S306", "minutes: 10\n", "minutes: 10\n      spend: {calls: 2}\n"),
    ("S307", "prospect: And when it breaks?", "prospect: And when <it> breaks?"),
    ("S111", "day: 3\n", "day: 3\n      day: 4\n"),
]
"""What a schema cannot say: names that must exist, ids that must differ, keys that exclude each
other, names inserted into texts, and keys that YAML gives twice."""


@pytest.mark.parametrize(("code", "old", "new"), ONLY_THE_ENGINE)
def test_the_few_classes_that_only_the_engine_sees(code: str, old: str, new: str) -> None:
    source, _ = decode("x.yaml", broken(old, new).encode())
    assert source is not None
    scenario, problems = load_source(source, Path("x.yaml"))
    assert scenario is None
    assert {problem.code for problem in problems} == {code}
    assert JUDGE.is_valid(data_of(source.text))


VALUES: list[Any] = [
    None, True, False, 0, 1, 5, 20, 21, -20, -21, 100, 10**18, Decimal("2.5"), "", "x", "x" * 90,
    "x" * 91, "x" * 420, "x" * 421, "up", "up a lot", "Up", "at least 8", "at least 21",
    "between 9 and 4", "between 4 and 99", "at least \u0668", "yes", "true", "1", "a.b", "a/b.c",
    "a-b", "a--b", "A", "a\n", "not now", "office", "shuffled", [], ["x"], ["x"] * 30, [None], {},
    {"a": 1}, {"hours": 3}, {"trust": "up"}, {"trust": 2}, [[]], {"known": "x"}, [{}],
]  # fmt: skip
BASE = data_of(SMALL)
KEYS = sorted({key for part in SCHEMA["$defs"].values() for key in part.get("properties", {})})


def _paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data)
    found: list[tuple[Any, ...]] = []
    for key, value in items if isinstance(data, (dict, list)) else ():
        found.append((*path, key))
        if isinstance(value, (dict, list)):
            found += _paths(value, (*path, key))
    return found


@settings(max_examples=400, deadline=None)
@given(
    path=st.sampled_from(_paths(BASE)),
    change=st.one_of(
        st.tuples(st.just("set"), st.just(""), st.sampled_from(VALUES)),
        st.tuples(st.just("add"), st.sampled_from([*KEYS, "trust"]), st.sampled_from(VALUES)),
        st.tuples(st.just("take away"), st.just(""), st.none()),
    ),
)
def test_one_slip_anywhere_is_judged_alike(
    path: tuple[Any, ...], change: tuple[str, str, Any]
) -> None:
    data = copy.deepcopy(BASE)
    part = data
    for key in path[:-1]:
        part = part[key]
    what, key, value = change
    if what == "take away":
        del part[path[-1]]
    else:
        part[key if what == "add" and isinstance(part, dict) else path[-1]] = copy.deepcopy(value)
    assert JUDGE.is_valid(data) == fits(Scenario, data)


def test_the_tests_of_a_meter_are_those_the_engine_reads() -> None:
    numbers = [str(n) for n in range(10)] + [f"{n:02}" for n in range(100)] + ["100", "-1", ""]
    said = [f"{word} {n}" for word, n in product([*TESTS, "At least", "about"], numbers)]
    said += [f"between {low} and {high}" for low, high in product(numbers, numbers)]
    pattern = re.compile(range_pattern().replace("$", r"\Z"))
    for text in said:
        try:
            parse_range(text)
        except ValueError:
            assert not pattern.search(text), text
        else:
            assert pattern.search(text), text


def test_every_key_says_what_it_is_for() -> None:
    for name, part in {"Scenario": SCHEMA, **SCHEMA["$defs"]}.items():
        assert part["description"], name
        for key, field in part.get("properties", {}).items():
            assert len(field["description"]) >= 5, f"{name}.{key}"


def test_the_words_for_a_change_are_offered_with_their_meaning() -> None:
    words = SCHEMA["$defs"]["Bonus"]["properties"]["effects"]["additionalProperties"]["anyOf"][0]
    assert words["enum"] == list(CHANGES)
    assert words["enumDescriptions"][2] == "+4 on the meter"


def _filled(body: Any) -> Any:
    """A snippet as it stands when nothing was changed in it."""
    if isinstance(body, dict):
        return {_filled(key): _filled(value) for key, value in body.items()}
    if isinstance(body, list):
        return [_filled(value) for value in body]
    if isinstance(body, str):
        return re.sub(r"\$\{\d+[:|]([^},|]*)[^}]*\}", r"\1", body)
    return body


@pytest.mark.parametrize("name", SNIPPETS)
def test_the_snippets_fit_where_they_are_offered(name: str) -> None:
    for snippet in SNIPPETS[name]:
        getattr(model, name).model_validate(_filled(snippet["body"]))
    assert SCHEMA["$defs"][name]["defaultSnippets"] == SNIPPETS[name]


def test_the_command_prints_it_or_writes_it(tmp_path: Path) -> None:
    shown = CliRunner().invoke(main, ["schema"])
    assert (shown.exit_code, shown.stdout) == (0, schema_text())
    out = tmp_path / "scenario.schema.json"
    written = CliRunner().invoke(main, ["schema", "--out", str(out)])
    assert (written.exit_code, written.stdout) == (0, "")
    assert out.read_text(encoding="utf-8") == schema_text()


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    out = tmp_path / "no" / "schema.json"
    done = CliRunner().invoke(main, ["schema", "--out", str(out)])
    assert done.exit_code == 2
    assert done.stderr == f"pitchcraft: {out} cannot be written: there is no folder {out.parent}.\n"
