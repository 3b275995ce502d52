"""From the title through a whole level to the review, the board and back, by one device each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from pydantic import BaseModel

from simulator.game.run import Run
from simulator.scenario.words import STAGES
from simulator.store.levels import Levels, open_store
from simulator.window.screens.debrief import DebriefScreen
from simulator.window.screens.debrief_view import StepsView
from tests.terminal_kit import visit as terminal
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


def read_review(person: Keyboard) -> None:
    """Go through every page of the review, every move and every step of the best line."""
    screen = person.app.top
    assert isinstance(screen, DebriefScreen)
    for view in screen.views:
        person.look()
        if isinstance(view, StepsView):
            person.reach(view.list.rows[view.selected])
            person.visit.press(pygame.K_HOME)
            for _ in view.list.rows:
                person.look()
                person.visit.press(pygame.K_DOWN)
        person.reach(screen.tabs)
        person.visit.press(pygame.K_RIGHT)


def said_of(part: object) -> Iterator[str]:
    """Every text that an author wrote, in a scenario or a part of it."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from said_of(getattr(part, name))
    elif isinstance(part, dict):
        yield from said_of(list(part.values()))
    elif isinstance(part, list | tuple):
        for one in part:
            yield from said_of(one)


def check_terminal(person: Traveller, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the author wrote and the window has shown, the terminal says in the same play."""
    flow = person.flow
    play = flow.level.play(Run("first-call", flow.level.game.digest, 1))
    typed = []
    for choice in flow.play.run.choices:
        typed += [view.number for view in play.prompt().choices if view.id == choice]
        play.choose(choice)
    monkeypatch.setenv("PITCHCRAFT_HOME", str(home / "terminal"))
    moves = [part for number in range(1, len(typed) + 1) for part in ("m", number)]
    said = plain(terminal("", "n", *typed, *moves, seed=1))
    monkeypatch.setenv("PITCHCRAFT_HOME", str(home))
    window = [plain(text) for text in person.shown]
    texts = {plain(play.fill(text)) for text in said_of(flow.level.scenario) if " " in text}
    shown = [text for text in texts if any(text in part for part in window)]
    assert len(shown) > 150
    assert [text for text in shown if text.rstrip(".!?") not in said] == []


def plain(text: str) -> str:
    """A text without what differs only in looks."""
    for typed, set_ in (('"', "“”"), ("'", "‘’")):
        text = text.translate({ord(sign): typed for sign in set_})
    return " ".join(text.split()).casefold()


def test_by_keyboard_only_from_title_to_board(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
    read_review(person)
    check_terminal(person, tmp_path, monkeypatch)
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
