"""What ``python -m tests.survey`` looks at, and in which looks."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

import pytest

from simulator.window.gallery import made_up_home
from tests.survey.long_texts import LINE, TEXT, filled, stretched
from tests.survey.looks import SIZES, TEXT_SCALES, THEME_NAMES, all_looks, few, pairs
from tests.survey.report import Report
from tests.survey.subjects import Surveyed


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Surveyed]:
    before = os.environ.get("PITCHCRAFT_HOME")
    os.environ["PITCHCRAFT_HOME"] = str(tmp_path_factory.mktemp("home"))
    with made_up_home() as (home, levels):
        yield Surveyed(home, levels)
    del os.environ["PITCHCRAFT_HOME"]
    if before is not None:
        os.environ["PITCHCRAFT_HOME"] = before


def test_the_looks_are_all_there_and_the_pairs_cover_them() -> None:
    looks = all_looks()
    assert len(set(looks)) == len(looks) == 60
    covering = pairs()
    assert set(covering) <= set(looks)
    for values in ((0, 1), (0, 2), (1, 2)):
        met = {tuple(look[i] for i in values) for look in covering}
        assert met == {tuple(look[i] for i in values) for look in looks}


@pytest.mark.parametrize("turn", range(12))
def test_few_looks_have_every_size_text_and_theme(turn: int) -> None:
    chosen = few(turn)
    assert sorted(look.size for look in chosen) == sorted(SIZES)
    assert {look.text for look in chosen} == set(TEXT_SCALES)
    assert {look.theme for look in chosen} == set(THEME_NAMES)
    assert set(chosen) <= set(all_looks())


def test_a_report_counts_faults_that_differ_in_numbers_only_as_one() -> None:
    report, part = Report(), Report()
    report.add("title", "1280x720", ["text 'A' at (1, 2, 3 x 4) in #123456 is cut"])
    part.add("title", "1024x640", ["text 'A' at (9, 8, 7 x 6) in #ffffff is cut"])
    part.add("board", "1024x640", [])
    report.join(part)
    assert (report.count, len(report)) == (3, 1)
    assert str(report) == "title (2): 1280x720: text 'A' at (1, 2, 3 x 4) in #123456 is cut"


def test_the_courses_come_to_every_decision(surveyed: Surveyed) -> None:
    for level in surveyed.levels:
        seen = {node for course in surveyed.courses(level) for node in course.locked}
        assert seen == {node.id for node in level.game.nodes}


def test_the_longest_texts_are_as_long_as_allowed_and_keep_the_rules(surveyed: Surveyed) -> None:
    assert len(filled("Short.", TEXT)) in (TEXT - 1, TEXT - 2)
    for level in surveyed.levels:
        long = stretched(level)
        assert [node.id for node in long.game.nodes] == [node.id for node in level.game.nodes]
        says = Counter(
            len(choice.say)
            for _, stage in long.scenario.stages()
            for decision in stage.decisions
            for choice in decision.choices
        )
        assert set(says) <= {TEXT - 1, TEXT - 2}
        assert len(long.scenario.title) in (LINE - 1, LINE - 2)
