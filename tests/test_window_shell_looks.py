"""The structure of every screen of the shell: nothing cut, covered, faint or out of reach."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from simulator.window.app import App
from simulator.window.gallery import Shot, draw_gallery, made_up_home, shots, visit
from simulator.window.inspection import faults
from simulator.window.screens import (
    board,
    briefing,
    crash,
    levels,
    pause,
    player,
    progress,
    settings,
    title,
)
from simulator.window.theme import CONTRAST, DARK, LIGHT

MODULES = (title, player, settings, levels, briefing, pause, board, progress, crash)
SHOTS: list[Shot] = [shot for module in MODULES for shot in module.gallery_screens()]
LOOKS = (
    ((1280, 720), 1.0, LIGHT),
    ((1280, 720), 1.5, DARK),
    ((1280, 720), 2.0, LIGHT),
    ((1920, 1080), 1.0, CONTRAST),
    ((1024, 768), 1.5, LIGHT),
    ((1024, 640), 0.8, DARK),
    ((1024, 640), 1.5, LIGHT),
    ((2560, 1080), 1.0, LIGHT),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    before = os.environ.get("PITCHCRAFT_HOME")
    os.environ["PITCHCRAFT_HOME"] = str(tmp_path_factory.mktemp("home"))
    with made_up_home() as made:
        yield made
    del os.environ["PITCHCRAFT_HOME"]
    if before is not None:
        os.environ["PITCHCRAFT_HOME"] = before


@pytest.mark.parametrize("shot", SHOTS, ids=[name for name, _ in SHOTS])
def test_nothing_is_cut_covered_or_faint(shot: Shot, home: Any) -> None:
    found = []
    folder, all_levels = home
    for size, text_scale, theme in LOOKS:
        app = App(size, theme=theme, text_scale=text_scale, reduced_motion=True, headless=True)
        with visit(app, folder, all_levels) as flow:
            app.push(shot[1](flow))
            app.wait(0.2)
            where = f"{size[0]}x{size[1]}, text {text_scale:g}, {theme.name}"
            found += [f"{where}: {fault}" for fault in faults(app.record())]
    assert not found, "\n".join(found)


def test_the_gallery_names_each_shot_once() -> None:
    names = [name for name, _ in SHOTS]
    assert len(set(names)) == len(names)
    assert all(Path(name).name == name and name == name.lower() for name in names)


def test_the_gallery_draws_every_screen_and_leaves_the_players_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path / "mine"))
    drawn = draw_gallery(tmp_path / "pictures", (1024, 640), theme="high-contrast")
    assert [path.name[3:-4] for path in drawn] == [name for name, _ in shots()]
    assert {pygame.image.load(path).get_size() for path in drawn} == {(1024, 640)}
    assert os.environ["PITCHCRAFT_HOME"] == str(tmp_path / "mine")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["solutions"]
