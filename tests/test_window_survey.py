"""The short survey: every screen in some looks, every decision and every review in one or two.

``python -m tests.survey`` looks at all of them in all sixty looks. Which looks a screen is seen in
goes round, so that all of the covering third are used.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

import pytest

from simulator.window.gallery import made_up_home, shots
from simulator.window.inspection import inspect
from tests.survey.long_texts import LINE, TEXT, filled, stretched, with_buyers
from tests.survey.looks import Look, all_looks, pairs
from tests.survey.play import Picture
from tests.survey.report import Report
from tests.survey.subjects import Surveyed, widgets

SHOTS = [name for name, _ in shots()]
PARTS = {"first-call": 1, "gym-membership": 2, "crm-harbour": 8}
"""Into how many parts the plays of a level are divided, each of which is seen in another look."""


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


def look_of(turn: int) -> Look:
    """One of the covering third; those that follow each other differ in size, text and theme."""
    covering = pairs()
    return covering[turn * 7 % len(covering)]


def faults_of(look: Look, pictures: Iterator[Picture]) -> list[str]:
    return [f"{look}, {place}: {fault}" for place, app in pictures for fault in inspect(app)]


@pytest.mark.parametrize("turn", range(2))
@pytest.mark.parametrize("shot", SHOTS)
def test_every_screen_of_the_gallery_is_sound(surveyed: Surveyed, shot: str, turn: int) -> None:
    look = look_of(2 * SHOTS.index(shot) + turn)
    assert faults_of(look, surveyed.shot(dict(shots())[shot], look)) == []


@pytest.mark.parametrize("turn", range(0, 20, 5))
def test_every_widget_is_sound(turn: int) -> None:
    assert faults_of(look_of(turn), widgets(look_of(turn))) == []


@pytest.mark.parametrize(
    ("scenario", "part"), [(name, part) for name, parts in PARTS.items() for part in range(parts)]
)
def test_every_decision_is_sound_with_the_longest_texts(
    surveyed: Surveyed, scenario: str, part: int
) -> None:
    level, look = surveyed.level(scenario), look_of(sum(map(ord, scenario)) + part)
    parts = slice(part, None, PARTS[scenario])
    pictures = surveyed.play(level, look, told=stretched(level), part=parts)
    assert faults_of(look, pictures) == []


@pytest.mark.parametrize("scenario", PARTS)
def test_every_review_is_sound_in_its_own_words_and_in_the_longest(
    surveyed: Surveyed, scenario: str
) -> None:
    level, turn = surveyed.level(scenario), list(PARTS).index(scenario)
    for at, told in enumerate((level, stretched(level))):
        look = look_of(2 * turn + at)
        assert faults_of(look, surveyed.review(told, look)) == []


def test_a_review_of_six_buyers_is_sound(surveyed: Surveyed) -> None:
    look = look_of(11)
    many = with_buyers(surveyed.levels[0], 6)
    assert faults_of(look, surveyed.review(many, look)) == []


def test_all_looks_of_the_covering_third_are_used() -> None:
    assert {look_of(turn) for turn in range(len(SHOTS))} == set(pairs())


def test_a_report_counts_faults_that_differ_in_numbers_only_as_one() -> None:
    report, part = Report(), Report()
    report.add("title", "1280x720", ["text 'A' at (1, 2, 3 x 4) in #123456 is cut"])
    part.add("title", "1024x640", ["text 'A' at (9, 8, 7 x 6) in #ffffff is cut"])
    part.add("board", "1024x640", [])
    report.join(part)
    assert (report.count, len(report)) == (3, 1)
    assert str(report) == "title (2): 1280x720: text 'A' at (1, 2, 3 x 4) in #123456 is cut"


def test_the_parts_are_of_the_levels_there_are(surveyed: Surveyed) -> None:
    assert set(PARTS) == {level.scenario.id for level in surveyed.levels}


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
