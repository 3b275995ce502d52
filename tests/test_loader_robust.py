"""No file makes the loader fail, hang or eat the machine, and both parsers agree."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.problems import Problem, Severity
from simulator.scenario.compose import Document, compose
from simulator.scenario.events import OpenEvents, fast_events, plain_events
from simulator.scenario.shape import validate
from simulator.scenario.show import as_github, as_json, as_text
from simulator.scenario.text import decode
from tests.broken.toy import Toy

FILES = sorted((Path(__file__).parent / "broken").glob("*.yaml"))
TEXTS = [path.read_bytes().decode("utf-8", "replace") for path in FILES]
BITS = [
    ":", " ", "\n", "'", '"', "#", "- ", "-", "?", "{", "}", "[", "]", ",", "&a", "*a", "!", "|",
    ">", "%", "@", "`", "~", "\\", "a", "b: c", "\n  ", " #x", "é", "価", "---\n", "...", "<<: ",
    "1", "0x1", ": ", "? ", "  ", "\t", "\r", "\u00a0", "\u2028", "\ufeff", "\0", "'Tis", "true",
]  # fmt: skip


def judge(data: bytes) -> tuple[Toy | None, list[Problem]]:
    """All four passes, and every way to show what they found."""
    source, problems = decode("x.yaml", data)
    toy = None
    if source is not None:
        document, more = compose(source)
        problems = problems + more
        if document is not None:
            toy, more = validate(Toy, document)
            problems = problems + more
    as_text(problems)
    as_json(problems)
    as_github(problems)
    for problem in problems:
        assert problem.message
        assert problem.place.line >= 0
    assert toy is not None or problems
    return toy, problems


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A file of this test suite with a few letters put in, taken out or copied."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        if draw(st.booleans()):
            text = text[:at] + draw(st.sampled_from(BITS)) + text[at:]
        else:
            text = text[:at] + text[at + draw(st.integers(1, 20)) :]
    return text


scraps = st.lists(st.sampled_from(BITS), max_size=20).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    judge(data)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200) | scraps)
def test_any_text(text: str) -> None:
    judge(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=300, deadline=None)
@given(mutated())
def test_mutated_files(text: str) -> None:
    judge(text.encode("utf-8", "surrogatepass"))


def read(text: str, open_events: OpenEvents) -> tuple[Document | None, list[Problem]] | None:
    """The document and its warnings, or nothing where there are errors."""
    source, _ = decode("x.yaml", text.encode("utf-8", "surrogatepass"))
    if source is None:
        return None
    document, problems = compose(source, open_events)
    bad = any(problem.severity is Severity.ERROR for problem in problems)
    return None if bad else (document, problems)


@settings(max_examples=400, deadline=None)
@given(mutated() | scraps)
def test_both_parsers_read_the_same(text: str) -> None:
    fast, plain = read(text, fast_events), read(text, plain_events)
    assert (fast is None) == (plain is None)
    if fast is not None and plain is not None:
        one, other = fast[0], plain[0]
        assert one is not None
        assert other is not None
        assert repr(one.data) == repr(other.data)
        assert dict(one.places) == dict(other.places)
        assert one.written == other.written
        assert fast[1] == plain[1]


@settings(max_examples=200, deadline=None)
@given(mutated() | scraps)
def test_every_path_of_the_data_has_a_place(text: str) -> None:
    source, _ = decode("x.yaml", text.encode("utf-8", "surrogatepass"))
    document = compose(source)[0] if source is not None else None
    if document is None or source is None:
        return
    waiting: list[tuple[tuple[str | int, ...], object]] = [((), document.data)]
    while waiting:
        path, value = waiting.pop()
        key, place = document.places[path]
        assert 1 <= key.line <= len(source.lines)
        assert 1 <= place.line <= len(source.lines)
        if isinstance(value, dict):
            waiting += [((*path, name), below) for name, below in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, number), below) for number, below in enumerate(value)]


def _bomb() -> bytes:
    lines = [b"a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for n in range(1, 10):
        lines.append(b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)))
    return b"\n".join(lines)


MEAN = {
    "nested brackets on a line": b"[" * 100_000,
    "nested brackets on lines": b"[\n" * 100_000,
    "nested braces on lines": b"{a:\n" * 60_000,
    "nested dashes": b"- " * 900,
    "nested indentation": b"".join(b" " * n + b"-\n" for n in range(700)),
    "question marks": b"? " * 900,
    "an alias bomb": _bomb(),
    "five megabytes": b"a: b\n" * 1_000_000,
    "zeros": b"\0" * 1000,
    "all bytes": bytes(range(256)) * 500,
    "one key many times": b"a: 1\n" * 50_000,
    "many unknown keys": b"".join(b"k%d: 1\n" % n for n in range(20_000)),
    "many items": b"- a\n" * 60_000,
    "open quotes": b"a: 'x\n" * 30_000,
    "colons": b"a: b: c\n" * 30_000,
    "signs": b"- @x\n" * 40_000,
    "commas": b"a: [" + b",\n" * 100_000 + b"]",
    "tabs": b"a:\n\tb: 1\n" * 20_000,
    "anchors": b"- &a x\n" * 30_000,
    "comments": b"- a #b\n" * 30_000,
    "a long line": b"a: " + b"x" * 250_000,
    "a long number": b"a: " + b"9" * 1_900,
    "a long key": b"a" * 1_900 + b": b\n",
    "a long text": b"a: |\n" + b" x\n" * 80_000,
    "documents": b"---\n" * 60_000,
    "percent signs": b"%a\n" * 60_000,
    "crooked lines": b" a: 1\nb: 2\n" * 20_000,
}


@pytest.mark.parametrize("name", MEAN)
def test_mean_files_are_answered_at_once(name: str) -> None:
    tracemalloc.start()
    start = time.process_time()
    toy, problems = judge(MEAN[name])
    seconds = time.process_time() - start
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert toy is None
    assert 1 <= len(problems) <= 110
    # Tracing the memory makes this about five times slower than it is.
    assert seconds < 10
    assert most < 200_000_000
