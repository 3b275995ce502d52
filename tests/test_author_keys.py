"""Every key of a scenario file says what it is for, in the editor and by ``check --explain``."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner
from pydantic.fields import FieldInfo

from simulator.cli import main
from simulator.game.build import STANDARD_METERS
from simulator.scenario import outline
from simulator.scenario.model import Part
from simulator.scenario.reference import every_key, explain_key
from simulator.scenario.schema import scenario_schema
from simulator.scenario.start import template_text
from simulator.scenario.words import METER_MAX

EVIDENCE = "the evidence, with its grade: (grade A) meta-analysis to (grade D) practice"
FIELDS: list[tuple[str, str, FieldInfo]] = [
    (part.__name__, key, field)
    for part in Part.__subclasses__()
    for key, field in outline.fields_of(part).items()
]
"""Every key of every part of the model."""


def explained(*words: str) -> str:
    done = CliRunner().invoke(main, ["check", "--explain", *words])
    assert done.exit_code == 0, done.stderr
    return done.stdout


def test_every_part_of_the_model_reaches_the_schema() -> None:
    parts = {name for name, part in scenario_schema()["$defs"].items() if "properties" in part}
    assert {name for name, _, _ in FIELDS} == {*parts, "Scenario"}
    assert set(every_key()) == {key for _, key, _ in FIELDS}


@pytest.mark.parametrize(("model", "key", "field"), FIELDS, ids=lambda part: str(part)[:30])
def test_every_key_says_more_than_its_name(model: str, key: str, field: FieldInfo) -> None:
    said = field.description or ""
    assert len(said) >= 12, f"{model}.{key} says only `{said}`"
    assert said.lower() != key.lower()
    assert not said.endswith("."), "messages put the stop"
    page = " ".join((explain_key(key) or "").split())
    assert f": {said}. " in page


def test_a_new_level_uses_or_names_every_key() -> None:
    text = template_text("short", "my-level")
    used = r"(?:^ *(?:- )?|[{{,] ?){key}:|`{key}`"
    missing = [key for key in every_key() if not re.search(used.format(key=key), text, re.M)]
    assert missing == []


def test_the_starts_of_the_meters_are_the_ones_told() -> None:
    starts = {name: start for name, (_, start, _) in STANDARD_METERS.items()}
    assert starts == {"trust": 6, "value": 4, "urgency": 4}
    assert "where it starts: trust 6, value and urgency 4, one of your own 5." in explained("start")
    assert f"A whole number from 0 to {METER_MAX}." in explained("start")


def test_a_key_is_explained_wherever_it_may_stand() -> None:
    assert explained("cost") == (
        "`cost`, a key of scenario files\n"
        "\n"
        "Under `choices`: what it takes of the budget of a decision with `spend`.\n"
        "    A whole number from 0 to 20. Left out: 1.\n"
    )
    assert explained("Locked-Hint") == explained("locked hint")
    assert [line for line in explained("source").splitlines() if line.startswith("Under")] == [
        f"Under `choices`: {EVIDENCE}.",
        "Under `lead`: where the lead comes from.",
    ]
    assert "Words such as `ask-first`, `price.discount` or `show/repair.skip`" in explained("chose")


def test_keys_are_listed_by_their_places() -> None:
    said = explained("keys")
    assert said.startswith("At the beginning of a line:\n    format, id, title, summary, goal,")
    assert "\n\nUnder `features` of `product`:\n    id, name, benefit\n" in said
    assert "\n\nUnder `features` of `decisions`:\n    feature, choices\n" in said


def test_what_is_neither_is_refused_with_the_nearest() -> None:
    done = CliRunner().invoke(main, ["check", "--explain", "verdikt"])
    assert done.exit_code == 2
    assert done.stderr == (
        "pitchcraft: There is no code and no key `verdikt`. Did you mean verdict? `pitchcraft"
        " check --explain all` lists the codes, `--explain keys` the keys.\n"
    )
