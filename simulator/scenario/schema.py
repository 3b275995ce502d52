"""The JSON Schema of scenario files, so that an editor says while typing what the loader would.

It is made from the model that the loader validates with, and accepts exactly what the model
accepts. What only the engine can see stays with ``check``: names that nothing in the file has,
keys given twice, and the other problems of passes 1 to 3 and 5.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from itertools import groupby
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from simulator.scenario.model import Scenario, as_change, as_list, as_range
from simulator.scenario.snippets import SNIPPETS
from simulator.scenario.words import CHANGES, TESTS, parse_range

SCHEMA_FILE: Final = "scenario.schema.json"
"""The name by which the first line of a scenario file names its schema."""

Schema = dict[str, Any]
_NUMBERS: Final = [str(n) for n in range(10)] + [f"{n:02}" for n in range(100)]


def scenario_schema() -> Schema:
    """The schema of a scenario file, with descriptions, examples and snippets for editors."""
    schema = schema_of(Scenario)
    for name, snippets in SNIPPETS.items():
        schema["$defs"][name]["defaultSnippets"] = snippets
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": "Pitchcraft scenario, format 1",
        **schema,
    }


def schema_text() -> str:
    """The schema of a scenario file as the text of a file."""
    return json.dumps(scenario_schema(), indent=2, ensure_ascii=False) + "\n"


def schema_of(model: type[BaseModel]) -> Schema:
    """The schema of any part of a scenario, without what only a program would want to know."""
    schema: Schema = model.model_json_schema(schema_generator=_Writer)
    for part in (schema, *schema.get("$defs", {}).values()):
        _plain(part)
    return schema


def _plain(part: Schema) -> None:
    """Take away class names and defaults that say nothing, and write the words as Markdown."""
    part.pop("title", None)
    if "description" in part:
        part["description"] = part["description"].replace("``", "`")
    for field in part.get("properties", {}).values():
        if field.get("default", ...) is None:
            del field["default"]


class _Writer(GenerateJsonSchema):
    """Says what may be written, where the model turns words into numbers before it looks."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's name
        """Keys need no titles: they are words already."""
        return False

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> Schema:
        """What may be written where a function reads it first."""
        inner = super().function_before_schema(schema)
        written = _WRITTEN.get(schema["function"]["function"])
        return inner if written is None else written(inner)


def _one_or_list(inner: Schema) -> Schema:
    return {"anyOf": [inner["items"], inner]}


def _change(inner: Schema) -> Schema:
    """A whole number, or one of the words for it."""
    meaning = [f"{by:+} on the meter" for by in CHANGES.values()]
    return {"anyOf": [{"enum": list(CHANGES), "enumDescriptions": meaning}, inner]}


def _range(_: Schema) -> Schema:
    """The tests of a meter, in words."""
    said = (
        "Write `at least 8`, `at most 5`, `above 3`, `below 12`, `exactly 7` or `between 4 and 9`;"
        " meters run from 0 to 20."
    )
    return {
        "type": "string",
        "pattern": range_pattern(),
        "patternErrorMessage": said,
        "description": f"a test of this meter. {said}",
        "examples": ["at least 8", "below 12", "between 4 and 9"],
        "defaultSnippets": [{"label": word, "body": f"{word} ${{1:8}}"} for word in TESTS]
        + [{"label": "between", "body": "between ${1:4} and ${2:9}"}],
    }


_WRITTEN: Final[dict[Callable[..., object], Callable[[Schema], Schema]]] = {
    as_list: _one_or_list,
    as_change: _change,
    as_range: _range,
}
"""What may be written, by the function of the model that reads it."""


@cache
def range_pattern() -> str:
    """A regular expression for exactly the tests of a meter that ``parse_range`` takes."""
    ways: list[str] = []
    for passing, words in _alike(TESTS, lambda word: _taken(f"{word} {{}}")):
        ways.append(f"{_any(words)} {_numbers(passing)}")
    for passing, lows in _alike(_NUMBERS, lambda low: _taken(f"between {low} and {{}}")):
        ways.append(f"between {_numbers(lows)} and {_numbers(passing)}")
    return f"^{_any(ways)}$"


def _taken(test: str) -> tuple[str, ...]:
    """The numbers with which a test is taken."""
    return tuple(number for number in _NUMBERS if _is_range(test.format(number)))


def _is_range(text: str) -> bool:
    try:
        parse_range(text)
    except ValueError:
        return False
    return True


def _alike(
    words: Iterable[str], find: Callable[[str], tuple[str, ...]]
) -> list[tuple[tuple[str, ...], list[str]]]:
    """Words gathered by what is found for them; those for which nothing is found left out."""
    found: dict[tuple[str, ...], list[str]] = {}
    for word in words:
        found.setdefault(find(word), []).append(word)
    return [(passing, same) for passing, same in found.items() if passing]


def _numbers(numbers: Iterable[str]) -> str:
    """An expression for some numbers of one or two digits."""
    ends: dict[str, str] = {}
    for number in numbers:
        ends[number[:-1]] = ends.get(number[:-1], "") + number[-1]
    heads: dict[str, list[str]] = {}
    for head, digits in ends.items():
        heads.setdefault(digits, []).append(head)
    ways = []
    for digits, tens in heads.items():
        first = _digits("".join(tens))
        optional = "?" if "" in tens and first else ""
        ways.append(f"{first}{optional}{_digits(digits)}")
    return _any(ways)


def _digits(digits: str) -> str:
    """An expression for one of some digits; empty for none."""
    if len(digits) < 2:
        return digits
    spans = []
    for _, group in groupby(enumerate(sorted(digits)), lambda pair: int(pair[1]) - pair[0]):
        run = [digit for _, digit in group]
        spans.append(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}")
    return f"[{''.join(spans)}]"


def _any(ways: list[str]) -> str:
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
