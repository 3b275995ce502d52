"""The gallery: every screen is drawn, by a name of its own, and nobody's own files are touched."""

from __future__ import annotations

import os
from pathlib import Path

import pygame
import pytest

from simulator.window.gallery import draw_gallery, shots


def test_the_gallery_names_each_shot_once() -> None:
    names = [name for name, _ in shots()]
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
