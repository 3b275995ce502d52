"""From the title through a whole level to the review, the board and back, by one device each."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from simulator.scenario.words import STAGES
from simulator.store.levels import Levels, open_store
from tests.window_journey_kit import Keyboard, Mouse, Pad, Traveller
from tests.window_shell_kit import ENTER, Visit, visit_at


@pytest.fixture
def visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    return visit_at(tmp_path, monkeypatch)


def with_player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """A visit on a computer on which Maya has added her name."""
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path))
    with open_store(Levels([])) as store:
        store.add_player("Maya")
    return visit_at(tmp_path, monkeypatch)


def check_play(person: Traveller) -> None:
    """All seven stages were played, each with what the coach says after it, and then the end."""
    assert person.stages == list(STAGES)
    assert person.seen.count("RecapScreen") == len(STAGES)
    assert person.seen[-3:] == ["RecapScreen", "EpilogueScreen", "DebriefScreen"]


def check_board(person: Traveller) -> None:
    """The run stands on the board that the review leads to; then go back to the title."""
    entry = person.flow.session.entry
    assert entry
    person.go("board")
    assert "Place 1 of 1. Nobody is ahead of you." in person.texts()
    assert str(entry.score) in person.texts()
    person.go("back")
    person.go("home")
    assert person.visit.screen == "TitleScreen"
    assert person.flow.pending() is None
    [kept] = person.flow.session.store.runs("Maya", "first-call")
    assert kept.run.choices == entry.run.choices
    assert kept.score == entry.score


def test_by_keyboard_only_from_title_to_board(visit: Visit) -> None:
    person = Keyboard(visit)
    visit.press(ENTER)
    person.check()
    visit.type("Maya")
    visit.press(ENTER)
    person.check()
    person.go("level/1")
    person.go("start")
    person.play_all()
    check_play(person)
    for _ in range(12):
        visit.press(pygame.K_TAB)
        person.check()
    check_board(person)


def test_by_mouse_only_from_title_to_board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Mouse(with_player(tmp_path, monkeypatch), 2)
    person.go("players")
    person.go("player/Maya")
    person.go("level/1")
    person.go("start")
    person.play_all()
    check_play(person)
    check_board(person)


def test_by_controller_only_from_title_to_board(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Pad(with_player(tmp_path, monkeypatch), 3)
    person.go("players")
    person.go("player/Maya")
    person.go("level/1")
    person.go("start")
    person.push(pygame.CONTROLLER_BUTTON_START)
    assert person.visit.screen == "PauseScreen"
    person.push(pygame.CONTROLLER_BUTTON_B)
    person.push(pygame.CONTROLLER_BUTTON_Y)
    assert person.visit.screen == "NotebookScreen"
    person.push(pygame.CONTROLLER_BUTTON_B)
    person.push(pygame.CONTROLLER_BUTTON_X)
    assert person.visit.screen == "BriefingScreen"
    person.push(pygame.CONTROLLER_BUTTON_B)
    person.play_all()
    check_play(person)
    check_board(person)
