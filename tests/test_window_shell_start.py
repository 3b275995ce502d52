"""Opening the window: the title at once, the rest behind it, and plain words when it cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from simulator.problems import ScenarioError
from simulator.window.start import Wishes
from simulator.window.theme import DARK
from tests.window_shell_kit import ENTER, Visit, visit_at


def run(code: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **more},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_title_stands_before_models_and_store_are_imported(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from simulator.window.start import Window, Wishes\n"
        "window = Window(Wishes(), headless=True)\n"
        "window.app.push(window.title)\n"
        "window.app.wait(0.05)\n"
        "print([name for name in ('pydantic', 'sqlalchemy', 'yaml') if name in sys.modules])\n"
    )
    found = run(code, SDL_VIDEODRIVER="dummy", PITCHCRAFT_HOME=str(tmp_path))
    assert found.stdout.splitlines()[-1:] == ["[]"], found.stderr


def test_without_a_display_one_sentence_says_so(tmp_path: Path) -> None:
    code = (
        "from simulator.problems import DisplayError\n"
        "from simulator.window.start import play_window\n"
        "try:\n"
        "    play_window()\n"
        "except DisplayError as error:\n"
        "    print(error)\n"
    )
    found = run(code, SDL_VIDEODRIVER="nowhere", PITCHCRAFT_HOME=str(tmp_path))
    last = found.stdout.splitlines()[-1]
    assert last.startswith("No window can be opened ("), found.stderr
    assert last.endswith("); play in the terminal instead: pitchcraft play")


def test_what_is_pressed_too_early_is_done_when_all_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path))
    visit = Visit()
    visit.press(ENTER)
    assert visit.screen == "TitleScreen"
    visit.load()
    assert visit.screen == "PlayerScreen"
    visit.close()


def test_a_level_and_a_player_can_be_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = visit_at(tmp_path, monkeypatch, Wishes(level="first-call", player="Maya"))
    assert visit.screen == "BriefingScreen"
    assert visit.saw("The wall calendar")
    visit.press(ENTER)
    assert visit.window.flow
    assert visit.window.flow.play.run.player == "Maya"
    visit.close()


def test_a_level_that_does_not_exist_is_said_in_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = visit_at(tmp_path, monkeypatch, Wishes(level="no-such-level"))
    assert visit.saw("Pitchcraft cannot begin")
    assert isinstance(visit.window.error, ScenarioError)
    visit.press(ENTER)
    assert not visit.app.running


def test_the_settings_are_kept_for_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = visit_at(tmp_path, monkeypatch)
    visit.click("settings")
    assert visit.screen == "SettingsScreen"
    visit.app.focus(visit.find("theme"))
    visit.press(pygame.K_RIGHT)
    assert visit.app.theme is DARK
    visit.app.focus(visit.find("text"))
    visit.press(pygame.K_RIGHT)
    assert visit.app.text_scale == 1.1
    visit.close()
    again = Visit()
    assert again.app.theme is DARK
    assert again.app.text_scale == 1.1
