"""The way through the levels: how it is laid, what it says, and that nothing on it is closed."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.model import Scenario
from simulator.store.levels import levels_at_hand, load_level, shipped_levels
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.level_card import Reached
from simulator.window.level_map import STEP, STONE, LevelStop, place_stops, standings, trail
from simulator.window.screens.levels import LevelsScreen
from simulator.window.widgets.clipboard import get_clip
from tests.window_shell_kit import ENTER, TAB, Visit, play_to_the_end, visit_at


@pytest.fixture
def visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    return visit_at(tmp_path, monkeypatch)


def levels_of(visit: Visit) -> LevelsScreen:
    """The levels as a new player comes to them."""
    assert visit.window.flow
    session = visit.window.flow.session
    session.player = session.store.add_player("Maya")
    visit.click("play")
    screen = visit.app.top
    assert isinstance(screen, LevelsScreen)
    return screen


def second(visit: Visit) -> str:
    """Whom the second level is about."""
    assert visit.window.flow
    return visit.window.flow.session.levels[1].scenario.prospect.name


SCENARIO: Scenario = load_level("first-call").scenario


@settings(deadline=None, max_examples=40)
@given(
    count=st.integers(1, 30),
    wide=st.floats(400, 1600),
    high=st.floats(250, 1400),
    text=st.sampled_from([0.8, 1.0, 1.5, 2.0]),
    shown=st.integers(0, 29),
)
def test_stops_stand_apart_inside_their_room_and_stones_between_them(
    count: int, wide: float, high: float, text: float, shown: int
) -> None:
    fonts = Fonts(1.0, text)
    stops = [LevelStop(f"{n}", SCENARIO, Reached(), n, "open") for n in range(1, count + 1)]
    room = Rect(10, 20, wide, high)
    total = place_stops(stops, fonts, room)
    stops[shown % count].shown = True
    whole = room._replace(h=max(total, high))
    for at, stop in enumerate(stops):
        assert whole.covers(stop.rect, 0.5)
        assert not any(stop.rect.meets(other.rect) for other in stops[:at])
    for at in range(count - 1):
        stones = list(trail(stops, at))
        for x, y in stones:
            assert whole.covers(Rect(x - STONE / 2, y - STONE / 2, STONE, STONE))
            assert not stops[at].covers(x, y)
            assert not stops[at + 1].covers(x, y)
        assert all(math.dist(one, other) < 1.5 * STEP for one, other in pairwise(stones))
        if stones and stops[at + 1].shown:
            # It arrives beside the face, not at a corner of the ground below.
            assert abs(stones[-1][1] - stops[at + 1].middle[1]) < stops[at + 1].face / 2
        first, second = stops[at], stops[at + 1]
        if stones and abs(first.middle[0] - second.middle[0]) >= 1:
            # In a row it reaches from face to face, not from words to words.
            assert abs(stones[0][1] - first.middle[1]) < first.face / 2
            assert abs(stones[-1][1] - second.middle[1]) < second.face / 2


@given(st.lists(st.booleans(), max_size=30))
def test_the_first_level_not_played_is_next_and_none_other(played: list[bool]) -> None:
    stands = standings([Reached(best=500 if one else None) for one in played])
    assert [one == "played" for one in stands] == played
    assert stands.count("next") == (False in played)
    assert "ahead" not in stands[: played.index(False)] if False in played else True


def test_a_level_further_on_says_why_it_should_wait_and_can_be_played(visit: Visit) -> None:
    screen = levels_of(visit)
    assert [stop.standing for stop in screen.stops][:2] == ["next", "ahead"]
    assert visit.saw("Next")
    visit.press(pygame.K_2)
    visit.app.wait(0.1)
    assert visit.screen == "BriefingScreen"
    visit.press(pygame.K_ESCAPE)
    assert visit.saw("Best after “The wall calendar”, which prepares for it.")
    assert visit.saw("Play it now")
    visit.click("play")
    assert visit.screen == "BriefingScreen"


def test_a_first_press_shows_a_level_and_a_second_opens_it(visit: Visit) -> None:
    levels_of(visit)
    visit.click("level/2")
    assert visit.screen == "LevelsScreen"
    assert visit.saw(second(visit))
    visit.click("level/2")
    assert visit.screen == "BriefingScreen"


def test_keys_go_along_the_way_and_the_card_follows(visit: Visit) -> None:
    screen = levels_of(visit)
    visit.press(TAB)
    assert screen.focus is screen.stops[1]
    assert visit.saw(second(visit))
    visit.press(pygame.K_LEFT)
    assert screen.focus is screen.stops[0]
    assert not visit.saw(second(visit))
    visit.press(ENTER)
    assert visit.screen == "BriefingScreen"


def test_a_level_far_along_the_way_is_in_sight_at_once(visit: Visit) -> None:
    flow = visit.window.flow
    assert flow
    flow.session.levels = (flow.session.levels * 30)[:30]
    screen = LevelsScreen(flow)
    screen.at = 29
    visit.app.push(screen)
    visit.app.wait(0.1)
    assert screen.area.reach > 0
    assert screen.area.rect.covers(screen.stops[29].rect, 8)


def test_a_finished_level_shows_its_stars_and_the_next_one_opens(visit: Visit) -> None:
    levels_of(visit)
    flow = visit.window.flow
    assert flow
    flow.start(flow.session.levels[0])
    play_to_the_end(visit)
    flow.session.finish()
    flow.choose_level()
    visit.app.wait(0.1)
    screen = visit.app.top
    assert isinstance(screen, LevelsScreen)
    assert [stop.standing for stop in screen.stops][:2] == ["played", "next"]
    assert screen.focus is screen.stops[1]
    visit.press(pygame.K_LEFT)
    entry = flow.session.entry
    assert entry
    assert visit.saw(f"Best {entry.score} in 1 run")


def test_levels_of_ones_own_are_listed_and_take_the_place_of_shipped_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path))
    own = tmp_path / "levels"
    own.mkdir()
    text = load_level("first-call").text
    (own / "ours.yaml").write_text(
        text.replace("id: first-call", "id: ours", 1).replace("order: 1", "order: 3", 1), "utf-8"
    )
    (own / "first-call.yaml").write_text(text.replace("The wall calendar", "Our own"), "utf-8")
    (own / "broken.yaml").write_text("format: 1\n", "utf-8")
    levels, failed = levels_at_hand()
    ids = [level.scenario.id for level in levels]
    assert {*(level.scenario.id for level in shipped_levels()), "ours"} == set(ids)
    assert len(set(ids)) == len(ids)
    assert levels[0].scenario.title == "Our own"
    assert [str(error).split(" cannot")[0] for error in failed] == [str(own / "broken.yaml")]
    assert load_level("ours").scenario.id == "ours"
    assert load_level("first-call").scenario.title == "Our own"
    assert "ours" not in [level.scenario.id for level in shipped_levels()]


def test_a_broken_file_shows_its_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "levels"
    own.mkdir()
    (own / "broken.yaml").write_text("format: 1\n", "utf-8")
    visit = visit_at(tmp_path, monkeypatch)
    levels_of(visit)
    assert visit.saw("broken.yaml cannot be played")
    visit.click("problems")
    assert visit.saw("What is wrong")
    assert visit.saw("Line 1: Missing keys “id”, “title”, “summary”")
    assert visit.saw("To fix a file, open it with “pitchcraft preview” and its name.")
    visit.click("close")
    assert visit.screen == "LevelsScreen"


def test_without_a_level_the_path_of_the_folder_can_be_copied(visit: Visit, tmp_path: Path) -> None:
    assert visit.window.flow
    visit.window.flow.session.levels = []
    levels_of(visit)
    assert visit.saw("No levels found")
    assert visit.saw(str(tmp_path / "levels"))
    visit.click("folder")
    assert get_clip() == str(tmp_path / "levels")
