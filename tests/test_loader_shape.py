"""What the shape pass says about the real model, whatever stands in a file."""

from __future__ import annotations

import copy
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from simulator.paths import scenarios_dir
from simulator.problems import Problem
from simulator.scenario.compose import Document, compose
from simulator.scenario.events import MAX_PROBLEMS
from simulator.scenario.model import Scenario
from simulator.scenario.shape import validate
from simulator.scenario.text import decode, read_source
from tests.test_loader_messages import JARGON


def document_of(text: str) -> Document:
    source, problems = decode("x.yaml", text.encode())
    assert source is not None, problems
    document, _ = compose(source)
    assert document is not None
    return document


def shipped() -> Document:
    source, problems = read_source(scenarios_dir() / "first-call.yaml")
    assert source is not None, problems
    document, problems = compose(source)
    assert document is not None
    assert problems == []
    return document


SHIPPED = shipped()
PATHS = sorted(SHIPPED.places, key=repr)
ODD: list[Any] = [
    None, True, 0, -7, 10**9, "", "x", "X Y!", "goood", "z" * 900, [], ["x"], [[1]], {}, {"x": 1},
    {"id": "a"}, [{"id": "A"}], [None],
]  # fmt: skip


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        data = data[part]
    return data


def check(problems: list[Problem]) -> None:
    for problem in problems:
        assert problem.code.startswith(("S2", "S010"))
        assert not JARGON.search(problem.message), problem.message
        assert not JARGON.search(problem.remedy), problem.remedy
        assert problem.place.line >= 1


def test_the_shipped_scenario_has_the_right_shape() -> None:
    scenario, problems = validate(Scenario, SHIPPED)
    assert problems == []
    assert scenario is not None


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from(ODD)), min_size=1, max_size=3),
    st.sampled_from(["put", "drop", "misspell"]),
)
def test_wrong_values_and_keys_are_told_in_plain_words(
    changes: list[tuple[tuple[str | int, ...], Any]], how: str
) -> None:
    data = copy.deepcopy(SHIPPED.data)
    for path, value in changes:
        if not path:
            continue
        try:
            parent, last = at(data, path[:-1]), path[-1]
            if how == "put":
                parent[last] = copy.deepcopy(value)
            else:
                old = parent.pop(last)
                if how == "misspell" and isinstance(last, str):
                    parent[last[:-1] + "qq"] = old
        except (KeyError, IndexError, TypeError, AttributeError):
            continue
    document = Document(SHIPPED.source, data, SHIPPED.places, SHIPPED.written)
    check(validate(Scenario, document)[1])


def test_one_mistake_is_one_problem() -> None:
    text = SHIPPED.source.text.replace("\ntitle:", "\ntitel:", 1)
    _, problems = validate(Scenario, document_of(text))
    assert [p.message for p in problems] == ["unknown key `titel`; did you mean `title`?"]


def test_no_more_problems_are_shown_than_a_person_can_use() -> None:
    text = "".join(f"k{n}: 1\n" for n in range(500))
    _, problems = validate(Scenario, document_of(text))
    assert len(problems) <= MAX_PROBLEMS + 1
    assert problems[-1].code == "S010"


MAPP = "`mapp` is not one of the words allowed here; did you mean `map`?"


class Map(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kind: Literal["map"]
    deep: int


class Other(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kind: Literal["other"]
    text: str


def _refuse(value: str) -> str:
    if value != value.lower():
        raise PydanticCustomError("our_own", "write it in small letters")
    return value


class Hard(BaseModel):
    model_config = ConfigDict(extra="forbid")
    several: list[str] | dict[str, int] | None = None
    chosen: Annotated[Map | Other, Field(discriminator="kind")] | None = None
    pair: tuple[int, str] | None = None
    short: dict[str, int] = Field({}, max_length=1)
    even: int = Field(0, multiple_of=2)
    share: float = Field(0.0, gt=0, lt=1)
    plain: Map | str | None = None
    small: Annotated[str, AfterValidator(_refuse)] = "x"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("several: 5\n", ["expected a list or keys with values, found the number 5"]),
        ("several: [1]\n", ["expected text, found the number 1"]),
        ("several: {a: b}\n", ["expected a whole number, found text"]),
        ("chosen: {kind: mapp, deep: 1}\n", [MAPP]),
        ("chosen: {deep: 1}\n", ["missing key `kind` in `chosen`"]),
        ("chosen: {kind: map, deep: x}\n", ["expected a whole number, found text"]),
        ("chosen: {kind: other, text: a, more: 1}\n", ["unknown key `more`"]),
        ("pair: [x, y]\n", ["expected a whole number, found text"]),
        ("pair: [1]\n", ["item 2 is missing in this list"]),
        ("short: {a: 1, b: 2}\n", ["this block has 2 keys; at most 1 fit"]),
        ("even: 3\n", ["expected a multiple of 2, found 3"]),
        ("share: 1.5\n", ["expected less than 1, found 1.5"]),
        ("share: 0\n", ["expected more than 0, found 0"]),
        ("plain: {kind: map, deep: x}\n", ["expected a whole number, found text"]),
        ("small: Big\n", ["write it in small letters"]),
        ("plain: {kind: map}\n", ["missing key `deep` in `plain`"]),
    ],
)  # fmt: skip
def test_choices_of_types_give_one_answer(text: str, messages: list[str]) -> None:
    _, problems = validate(Hard, document_of(text))
    assert [problem.message for problem in problems] == messages
    check(problems)
