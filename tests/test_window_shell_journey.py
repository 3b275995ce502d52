"""From the title into a play and back, by keyboard alone, by mouse alone, and after a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.problems import StoreError
from simulator.window.screens.levels import LevelsScreen
from simulator.window.screens.player import PlayerScreen
from simulator.window.widgets import ScrollArea
from tests.window_shell_kit import ENTER, ESC, TAB, Broken, Visit, play_to_the_end, visit_at


@pytest.fixture
def visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    return visit_at(tmp_path, monkeypatch)


def begin_by_keyboard(visit: Visit, name: str = "Maya") -> None:
    visit.press(ENTER)
    visit.type(name)
    visit.press(TAB)
    visit.type("North")
    visit.press(ENTER)
    assert visit.screen == "LevelsScreen"
    visit.press(ENTER)
    assert visit.screen == "BriefingScreen"
    visit.press(ENTER)


def test_by_keyboard_alone_a_new_player_comes_into_a_play(visit: Visit) -> None:
    begin_by_keyboard(visit)
    assert visit.window.flow
    run = visit.window.flow.play.run
    assert (run.player, run.team, run.scenario, run.seed) == ("Maya", "North", "first-call", 1)
    assert visit.saw("Pick the two cards worth a call")


def test_the_title_says_who_plays_and_leads_to_the_players(visit: Visit) -> None:
    begin_by_keyboard(visit)
    assert visit.window.flow
    visit.window.flow.home()
    visit.app.wait(0.05)
    assert visit.saw("Playing as")
    assert visit.saw("Maya")
    visit.click("players")
    assert visit.screen == "PlayerScreen"


def test_by_mouse_alone_a_guest_comes_into_a_play(visit: Visit) -> None:
    visit.click("play")
    visit.click("guest")
    assert visit.saw("Guest · not on the leaderboard")
    visit.click("level/1")
    visit.click("start")
    assert visit.window.flow
    assert visit.window.flow.play.run.player == "guest"
    assert visit.saw("Pick the two cards worth a call")


def test_a_name_that_is_taken_is_said_at_the_field(visit: Visit) -> None:
    assert visit.window.flow
    visit.window.flow.session.store.add_player("Maya")
    visit.click("players")
    visit.click("handle")
    visit.type("maya")
    visit.click("create")
    assert visit.screen == "PlayerScreen"
    assert visit.saw("The name Maya is taken; choose another.")
    visit.click("handle")
    visit.type("2")
    assert not visit.saw("The name Maya is taken")
    visit.press(ENTER)
    assert visit.screen == "LevelsScreen"


@pytest.mark.parametrize("text_scale", [0.8, 1.0, 1.5, 2.0])
def test_the_way_to_a_new_player_is_always_in_sight(visit: Visit, text_scale: float) -> None:
    assert visit.window.flow
    for number in range(9):
        visit.window.flow.session.store.add_player(f"Maya {number}", f"Team {number % 3}")
    visit.app.restyle(text_scale=text_scale)
    visit.click("players")
    visit.click("handle")
    visit.type("Maya 1")
    visit.click("create")
    assert visit.saw("The name Maya 1 is taken; choose another.")
    assert visit.saw("Create and play")
    assert visit.saw("Another face")
    assert visit.find("create").parent is None


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_all_that_a_pause_offers_is_in_sight(visit: Visit, text_scale: float) -> None:
    begin_by_keyboard(visit)
    visit.app.restyle(text_scale=text_scale)
    visit.press(ENTER)
    visit.press(ESC)
    assert visit.screen == "PauseScreen"
    ways = ("Continue", "Notebook", "Briefing", "Settings", "Leave for now", "Abandon this run")
    assert [way for way in ways if not visit.saw(way)] == []
    body = visit.find("pause")
    assert isinstance(body, ScrollArea)
    assert not body.reach


def test_at_the_largest_text_the_title_says_what_it_is_for(visit: Visit) -> None:
    visit.app.restyle(text_scale=2.0)
    visit.app.wait(0.05)
    assert visit.saw("Practise a whole sale. See what every choice was worth.")
    assert visit.saw("Quit")


def test_without_a_keyboard_a_name_is_suggested_that_nobody_has(visit: Visit) -> None:
    assert visit.window.flow
    visit.window.flow.session.store.add_player("alex")
    visit.click("players")
    names = []
    for _ in range(11):
        visit.click("suggest")
        screen = visit.app.top
        assert isinstance(screen, PlayerScreen)
        names.append(screen.handle_field.text)
    assert names[:3] == ["Robin", "Noa", "Sam"]
    assert names[8:] == ["Charlie", "Robin 2", "Robin"]
    visit.click("create")
    player = visit.window.flow.session.player
    assert player
    assert player.handle == "Robin"


def test_a_name_must_have_a_letter(visit: Visit) -> None:
    visit.press(ENTER)
    visit.press(ENTER)
    assert visit.saw("A name has 1 to 24 characters; this one has 0.")
    assert visit.app.top.focus
    assert visit.app.top.focus.name == "handle"


def test_a_team_that_exists_is_picked(visit: Visit) -> None:
    assert visit.window.flow
    visit.window.flow.session.store.add_player("Maya", "North")
    visit.click("players")
    visit.click("handle")
    visit.type("Jun")
    visit.click("team/North")
    visit.click("create")
    player = visit.window.flow.session.player
    assert player
    assert (player.handle, player.team) == ("Jun", "North")


def test_esc_pauses_and_every_way_out_of_the_pause_works(visit: Visit) -> None:
    begin_by_keyboard(visit)
    visit.press(ESC)
    assert visit.screen == "PauseScreen"
    visit.press(ESC)
    assert visit.screen != "PauseScreen"
    visit.press(ESC)
    visit.click("briefing")
    assert visit.screen == "BriefingScreen"
    visit.press(ENTER)
    assert visit.screen == "PauseScreen"
    visit.click("leave")
    assert visit.screen == "TitleScreen"


def test_abandoning_asks_first_and_keeps_at_enter(visit: Visit) -> None:
    begin_by_keyboard(visit)
    flow = visit.window.flow
    assert flow
    flow.choose("hob")
    visit.press(ESC)
    visit.click("abandon")
    assert visit.saw("Abandon this run?")
    visit.press(ENTER)
    assert visit.screen == "PauseScreen"
    assert flow.pending()
    visit.click("abandon")
    visit.click("yes")
    assert isinstance(visit.app.top, LevelsScreen)
    assert flow.pending() is None


def test_after_a_kill_the_play_goes_on_where_it_stopped(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_by_keyboard(visit)
    assert visit.window.flow
    visit.window.flow.choose("hob")
    again = visit_at(tmp_path, monkeypatch)
    assert again.saw("Continue with Nadia Rahmani")
    assert again.saw("You are at: Prospecting")
    again.press(ENTER)
    assert again.window.flow
    assert again.window.flow.play.run.choices == ("hob",)
    assert again.window.flow.play.run.player == "Maya"


def test_a_play_that_was_left_is_offered_on_its_level_too(visit: Visit) -> None:
    begin_by_keyboard(visit)
    flow = visit.window.flow
    assert flow
    flow.choose("hob")
    flow.leave()
    visit.app.wait(0.1)
    assert visit.saw("Your run is saved. Continue it from here at any time.")
    visit.click("play")
    assert visit.saw("Continue: Prospecting")
    visit.click("level/1")
    visit.click("start")
    assert visit.saw("Start over?")
    visit.click("yes")
    assert flow.play.run.choices == ()
    assert flow.pending() is None


def test_a_screen_that_fails_leads_back_to_the_last_choice(visit: Visit, tmp_path: Path) -> None:
    begin_by_keyboard(visit)
    flow = visit.window.flow
    assert flow
    flow.choose("hob")
    visit.app.push(Broken())
    visit.app.wait(0.1)
    assert visit.screen == "CrashScreen"
    assert visit.saw("This is our mistake, not yours. Your run is saved up to your last choice.")
    reports = list((tmp_path / "reports").glob("*.txt"))
    assert len(reports) == 1
    assert "ZeroDivisionError: made to fail" in reports[0].read_text()
    visit.press(ENTER)
    assert flow.play.run.choices == ("hob",)
    assert visit.saw("Pick the two cards worth a call")


def test_a_disk_that_is_full_stops_no_play(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    begin_by_keyboard(visit)
    flow = visit.window.flow
    assert flow

    def full(_: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(flow.session.store, "save_progress", full)
    told = flow.choose("hob")
    assert told.learned
    visit.app.wait(0.1)
    assert visit.saw("This run is not being saved. The disk is full.")


def test_a_finished_play_is_reviewed_and_stands_on_the_board(visit: Visit) -> None:
    begin_by_keyboard(visit)
    flow = visit.window.flow
    assert flow
    play_to_the_end(visit)
    flow.level.solution()
    flow.debrief()
    assert flow.finishing
    visit.app.finish(flow.finishing)
    visit.app.wait(0.2)
    assert visit.screen == "DebriefScreen"
    entry = flow.session.entry
    assert entry
    assert entry.score is not None
    flow.board(flow.level)
    visit.app.wait(0.2)
    assert visit.saw("Place 1 of 1. Nobody is ahead of you.")
    assert str(entry.score) in visit.texts()
    assert flow.pending() is None


def test_a_guest_is_reviewed_and_stands_on_no_board(visit: Visit) -> None:
    visit.click("play")
    visit.click("guest")
    visit.click("level/1")
    visit.click("start")
    flow = visit.window.flow
    assert flow
    play_to_the_end(visit)
    flow.level.solution()
    flow.debrief()
    assert flow.finishing
    visit.app.finish(flow.finishing)
    assert visit.screen == "DebriefScreen"
    assert flow.pending() is None
    flow.board(None)
    visit.app.wait(0.2)
    assert visit.saw("Nobody is here yet.")
    assert visit.saw("Guest runs do not appear on the leaderboard.")
    visit.click("players")
    assert visit.screen == "PlayerScreen"


def test_a_review_that_is_not_ready_shows_a_bar_and_can_be_left(visit: Visit) -> None:
    begin_by_keyboard(visit)
    flow = visit.window.flow
    assert flow
    level = flow.level
    level.solution()
    # The thread that solves it gives memory back at its end, which may take a while.
    while flow._solving._works:
        visit.app.wait(0.05)
    level._scorer = None
    with level._lock:
        flow.start(level)
        play_to_the_end(visit)
        flow.debrief()
        visit.app.wait(0.1)
        assert visit.saw("Working out the best play")
        visit.press(ESC)
        assert not visit.saw("Working out the best play")
        assert flow.finishing is None
        assert flow.pending()


def test_what_the_store_put_right_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves = tmp_path / "saves"
    saves.mkdir(parents=True)
    (saves / "torn.json").write_text('{"format": 1, "choi')
    visit = visit_at(tmp_path, monkeypatch)
    assert visit.saw("Something was put right")
    assert visit.saw("The saved run torn.json is damaged; it was set aside as torn.json.damaged.")
    visit.press(ENTER)
    assert visit.screen == "TitleScreen"
    assert visit.window.flow
    visit.window.flow.home()
    visit.app.wait(0.1)
    assert not visit.saw("Something was put right")
