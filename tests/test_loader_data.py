"""What a file means as plain data, and where each part of it stands."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from simulator.problems import Severity
from simulator.scenario.compose import Document, Span, compose
from simulator.scenario.events import OpenEvents, fast_events, plain_events
from simulator.scenario.quote import quoted
from simulator.scenario.text import Source, decode


def source_of(text: str) -> Source:
    source, problems = decode("x.yaml", text.encode())
    assert source is not None, problems
    return source


def read(text: str, open_events: OpenEvents = fast_events) -> Document:
    document, problems = compose(source_of(text), open_events)
    assert document is not None
    assert problems == []
    return document


@pytest.mark.parametrize("open_events", [fast_events, plain_events])
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True), ("True", True), ("FALSE", False), ("null", None), ("~", None), ("", None),
        ("0", 0), ("7", 7), ("-3", -3), ("+4", 4), ("1.50", Decimal("1.50")),
        ("No", "No"), ("yes", "yes"), ("on", "on"), ("12:30", "12:30"), ("010", "010"),
        ("0x1F", "0x1F"), ("0o17", "0o17"), ("1_000", "1_000"), ("1e3", "1e3"), (".5", ".5"),
        ("5.", "5."), (".inf", ".inf"), (".nan", ".nan"), ("2024-02-03", "2024-02-03"),
        ("1,000", "1,000"), ("-", None), ("=", "="), ("'7'", "7"), ('"true"', "true"),
        ("9" * 19, "9" * 19), ("<contact>", "<contact>"), ("a#b", "a#b"), ("٣", "٣"),
    ],
)  # fmt: skip
def test_plain_values_follow_the_core_rules(
    written: str, value: Any, open_events: OpenEvents
) -> None:
    if written == "-":
        assert read("a:\n  -\n", open_events).data == {"a": [None]}
        return
    found = read(f"a: {written}\n", open_events).data["a"]
    assert found == value
    assert type(found) is type(value)


def test_keys_are_always_text() -> None:
    assert read("1: a\ntrue: b\n~: c\n").data == {"1": "a", "true": "b", "~": "c"}


@pytest.mark.parametrize("open_events", [fast_events, plain_events])
def test_text_over_several_lines(open_events: OpenEvents) -> None:
    text = "a: one\n  two\nb: >-\n  three\n  four\nc: |\n  five\n  six\nd: 'it''s'\n"
    assert read(text, open_events).data == {
        "a": "one two",
        "b": "three four",
        "c": "five\nsix\n",
        "d": "it's",
    }


def test_places_are_those_an_editor_shows() -> None:
    document = read('a: one\nlong key:\n  - x: {y: 12, z: [1, 2]}\n  - "é": text\n')
    assert document.data == {"a": "one", "long key": [{"x": {"y": 12, "z": [1, 2]}}, {"é": "text"}]}
    places = document.places
    assert places[("a",)] == (Span(1, 1, 1), Span(1, 4, 3))
    assert places[("long key",)].key == Span(2, 1, 8)
    assert places[("long key", 0, "x")] == (Span(3, 5, 1), Span(3, 8, 18))
    assert places[("long key", 0, "x", "y")] == (Span(3, 9, 1), Span(3, 12, 2))
    assert places[("long key", 0, "x", "z")].value == Span(3, 19, 6)
    assert places[("long key", 0, "x", "z", 1)] == (Span(3, 23, 1), Span(3, 23, 1))
    assert places[("long key", 1, "é")] == (Span(4, 5, 3), Span(4, 10, 4))
    assert document.written == {
        ("long key", 0, "x", "y"): "12",
        ("long key", 0, "x", "z", 0): "1",
        ("long key", 0, "x", "z", 1): "2",
    }


def test_a_path_that_is_not_in_the_file_gets_the_nearest_place() -> None:
    document = read("a:\n  b: 1\n")
    assert document.span(("a", "c", 3)) == document.span(("a",))
    assert document.place(("a", "b")).column == 6
    assert document.place(("a", "b"), key=True).column == 3


def test_line_ends_byte_order_mark_and_inner_tabs_make_no_difference() -> None:
    plain = read("a: b c\nd: 1\n")
    for text in ("\ufeffa: b c\nd: 1\n", "a: b c\r\nd: 1\r\n", "a: b c\rd: 1", "a: b\tc\nd:\t1\n"):
        document = read(text)
        assert document.data == plain.data
        assert dict(document.places) == dict(plain.places)


def test_of_a_key_that_stands_twice_the_first_counts() -> None:
    document, problems = compose(source_of("a: {b: 1}\na: {c: 2}\n"))
    assert document is not None
    assert document.data == {"a": {"b": 1}}
    assert [(p.code, p.place.line) for p in problems] == [("S111", 2)]


def test_a_comment_with_a_space_after_its_sign_is_a_comment() -> None:
    assert read("a: b # c\n# d\n'e': \"f\" #g\n").data == {"a": "b", "e": "f"}


def test_text_cut_off_by_a_comment_sign_is_a_warning() -> None:
    document, problems = compose(source_of("a: the #1 vendor\nb: 'the #1'\nc: #1\n"))
    assert document is not None
    assert document.data == {"a": "the", "b": "the #1", "c": None}
    assert [p.severity for p in problems] == [Severity.WARNING] * 2
    assert [p.paste for p in problems] == ['a: "the #1 vendor"', 'c: "#1"']


@pytest.mark.parametrize("open_events", [fast_events, plain_events])
def test_a_text_that_is_not_yaml_is_read_as_it_was_meant(open_events: OpenEvents) -> None:
    text = "a: one: two\nb:\n  c: 'Tis so\n   d: {e: 1\nf: 1\n"
    document, problems = compose(source_of(text), open_events)
    assert document is not None
    assert document.data == {"a": "one: two", "b": {"c": "'Tis so", "d": {"e": 1}}, "f": 1}
    assert [(p.place.line, p.code) for p in problems] == [
        (1, "S101"),
        (3, "S102"),
        (4, "S106"),
        (4, "S105"),
    ]
    assert document.places[("b", "d")].key == Span(4, 4, 1)
    assert document.places[("b", "d", "e")] == (Span(4, 8, 1), Span(4, 11, 1))


@pytest.mark.parametrize(
    "text",
    ["plain", "it's", 'say "no"', 'it\'s "no"', "C:\\docs", 'C:\\it\'s "no"', "a: b", "", "#1"],
)
def test_quoted_text_comes_back_as_it_was(text: str) -> None:
    assert read(f"a: {quoted(text)}\n").data == {"a": text}
