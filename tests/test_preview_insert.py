"""A check written into a scenario file: nothing else in it may change, not by a byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.problems import ScenarioError
from simulator.scenario.insert import Entry, entry_lines, with_check
from simulator.scenario.load import load_source
from simulator.scenario.model import Scenario
from simulator.scenario.text import decode
from tests.preview_kit import shipped

ENTRY = Entry(
    "hob helps", "nadia", ("hob", "post"), (("score", "exactly 812"), ("next", "contact"))
)
LINES = """\
  - name: hob helps
    start: {buyer: nadia}
    choose: [hob, post]
    expect: {score: exactly 812, next: contact}
"""
OLD = """\
checks:
  - name: the first one
    choose: [hob]
    expect: {known: hob-name}
"""


def base() -> str:
    """A shipped scenario without checks of its own."""
    text = shipped()
    return text[: text.index("\nchecks:") + 1] if "\nchecks:" in text else text


def loaded(data: bytes) -> Scenario:
    source, problems = decode("s.yaml", data)
    assert source is not None, problems
    scenario, more = load_source(source, Path("s.yaml"))
    assert scenario is not None, more
    return scenario


def inserted(data: bytes, entry: Entry = ENTRY) -> str:
    """What has been added; fails if anything else has changed."""
    changed = with_check(data, "s.yaml", entry)
    added = len(changed) - len(data)
    assert added > 0
    at = next(
        (i for i, (old, new) in enumerate(zip(data, changed, strict=False)) if old != new),
        len(data),
    )
    # An added line may begin as the line does before which it stands.
    starts = (s for s in range(at, -1, -1) if changed[s + added :] == data[s:])
    start = next(starts)
    assert changed[:start] == data[:start]
    last = loaded(changed).checks[-1]
    assert (last.name, last.choose) == (entry.name, entry.choices)
    return changed[start : start + added].decode()


def test_a_file_without_checks_gets_them_at_its_end() -> None:
    text = base().rstrip("\n") + "\n"
    assert inserted(text.encode()) == f"\nchecks:\n{LINES}"


def test_blank_lines_and_comments_at_the_end_stay_where_they_are() -> None:
    text = base().rstrip("\n") + "\n# the end\n\n\n"
    assert with_check(text.encode(), "s.yaml", ENTRY).decode() == (
        text.rstrip("\n") + f"\n\nchecks:\n{LINES}\n\n"
    )


def test_a_list_of_checks_grows_at_its_end() -> None:
    text = base().rstrip("\n") + f"\n\n{OLD}"
    assert inserted(text.encode()) == LINES


def test_checks_in_the_middle_of_a_file_grow_there() -> None:
    head, tail = base().split("\noutcomes:\n")
    text = f"{head}\n{OLD}\n# How it can end.\noutcomes:\n{tail}"
    assert (
        f"{OLD}{LINES}\n# How it can end.\noutcomes:\n"
        in with_check(text.encode(), "s.yaml", ENTRY).decode()
    )
    inserted(text.encode())


def test_the_indentation_and_the_blank_lines_of_a_list_are_kept() -> None:
    old = OLD.replace("\n  ", "\n")
    second = old.removeprefix("checks:\n").replace("first", "second")
    text = base().rstrip("\n") + f"\n\n{old}\n{second}"
    flat = "".join(f"{line[2:]}\n" for line in LINES.splitlines())
    assert inserted(text.encode()) == f"\n{flat}"


def test_comments_inside_the_last_check_stay_inside() -> None:
    text = base().rstrip("\n") + f"\n\n{OLD}    # more to come\n"
    assert with_check(text.encode(), "s.yaml", ENTRY).decode() == text + LINES


def test_an_empty_list_is_filled() -> None:
    text = base().rstrip("\n") + "\n\nchecks: []  # none yet\n"
    changed = with_check(text.encode(), "s.yaml", ENTRY).decode()
    assert changed == text.replace("checks: []  # none yet\n", f"checks:  # none yet\n{LINES}")


def test_line_ends_and_a_mark_at_the_beginning_are_kept() -> None:
    text = "\ufeff" + base().rstrip("\n").replace("\n", "\r\n") + "\r\n"
    added = inserted(text.encode())
    assert added == f"\nchecks:\n{LINES}".replace("\n", "\r\n")


def test_a_last_line_without_an_end_gets_one() -> None:
    text = base().rstrip("\n")
    changed = with_check(text.encode(), "s.yaml", ENTRY).decode()
    assert changed == f"{text}\n\nchecks:\n{LINES}"


def test_checks_in_brackets_are_left_alone() -> None:
    inline = "checks: [{name: one, choose: [hob], expect: {known: hob-name}}]\n"
    text = base().rstrip("\n") + f"\n\n{inline}"
    line = text[: text.index("checks: [")].count("\n") + 1
    with pytest.raises(ScenarioError) as caught:
        with_check(text.encode(), "s.yaml", ENTRY)
    assert str(caught.value) == (
        f"Line {line}: `checks` is written in brackets; write it as a list with dashes, one check"
        " below the other, and record the play again."
    )


def test_a_file_that_does_not_load_is_left_alone() -> None:
    text = base().replace("verdict: poor", "verdict: awful", 1)
    line = text[: text.index("awful")].count("\n") + 1
    with pytest.raises(ScenarioError, match=f"^Line {line}: `awful` is not one of the words"):
        with_check(text.encode(), "s.yaml", ENTRY)


def test_a_choice_that_is_not_in_the_file_is_refused() -> None:
    entry = Entry("no", "nadia", ("nowhere",), (("next", "contact"),))
    with pytest.raises(ScenarioError, match="nowhere"):
        with_check(base().encode(), "s.yaml", entry)


def test_long_lists_of_choices_are_broken_and_odd_words_quoted() -> None:
    many = tuple(f"choice-no-{at}" for at in range(12))
    entry = Entry('Knowing: it\'s "costly"', "no", ("15", *many, "true"), (("outcome", "on"),))
    assert entry_lines(entry, 2) == [
        r'''  - name: "Knowing: it's \"costly\""''',
        '    start: {buyer: "no"}',
        '    choose: ["15", choice-no-0, choice-no-1, choice-no-2, choice-no-3, choice-no-4,',
        "      choice-no-5, choice-no-6, choice-no-7, choice-no-8, choice-no-9, choice-no-10,",
        '      choice-no-11, "true"]',
        '    expect: {outcome: "on"}',
    ]


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Cf")),
    min_size=1,
    max_size=90,
).filter(lambda name: name == " ".join(name.split()) and "<" not in name)
ENDS = st.lists(st.sampled_from(["", "# a comment", "  # indented", "..."]), max_size=4)


@settings(max_examples=25, deadline=None)
@given(name=NAMES, ends=ENDS, times=st.integers(1, 2), windows=st.booleans())
def test_any_name_and_any_end_of_the_file(
    name: str, ends: list[str], times: int, windows: bool
) -> None:
    if "..." in ends:
        ends = ends[: ends.index("...") + 1]
    text = base().rstrip("\n") + "\n" + "".join(f"{line}\n" for line in ends)
    data = (text.replace("\n", "\r\n") if windows else text).encode()
    try:
        loaded(data)
    except AssertionError:
        return
    for _ in range(times):
        entry = Entry(name, "nadia", ("hob",), (("next", "leads"),))
        inserted(data, entry)
        data = with_check(data, "s.yaml", entry)
