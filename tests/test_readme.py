"""What the README says is true: its command lines, its table, its example and its pictures."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pygame
import pytest
import yaml

from simulator.cli import main
from simulator.game.debrief import STARS
from simulator.scenario.model import Decision, Scenario
from simulator.scenario.words import STAGES
from simulator.store.levels import Levels, shipped_levels
from simulator.store.session import Session
from simulator.store.store import Store
from simulator.window.app import App
from simulator.window.flow import Flow
from simulator.window.screens.debrief import DebriefScreen
from simulator.window.widgets import Action
from tests import pictures
from tests.pictures import FILM, MOVING, SIZE, STILLS, Film, save_film
from tests.window_kit_sample import open_sample

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_two_command_lines_stand_at_the_top() -> None:
    play, test = blocks("sh")[:2]
    assert README.index(test) < 500
    assert play == "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/pitchcraft\n"
    assert test.endswith("&& .venv/bin/python -m pytest\n")


def test_the_table_names_every_command_with_all_its_options() -> None:
    said = {
        found[1]: found[0]
        for found in re.findall(r"^\| `(pitchcraft (\w+)[^`]*)` \|", README, re.M)
    }
    assert isinstance(main, click.Group)
    assert set(said) == set(main.commands)
    for name, command in main.commands.items():
        options = {
            max(option.opts, key=len)
            for option in command.params
            if option.param_type_name != "argument"
        }
        assert set(re.findall(r"--[a-z-]+", said[name])) == options


def test_the_example_is_a_decision() -> None:
    [example] = blocks("yaml")
    decision = Decision.model_validate(yaml.safe_load(example))
    assert [choice.id for choice in decision.choices] == ["ask-first", "own-sum", "discount"]


def test_the_parts_of_a_file_are_parts_of_a_file() -> None:
    table = README[README.index("| part of a file |") : README.index("A decision offers")]
    rows = re.findall(r"^\| (`.*?) \|", table, re.M)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    named |= {*STAGES, "format"}
    parts = Scenario.model_fields
    assert named <= set(parts)
    assert {name for name, part in parts.items() if part.is_required()} <= named


def test_the_stars_are_those_of_the_debrief() -> None:
    assert f"{STARS[0]}, {STARS[1]} and {STARS[2]} earn a star each" in README


def test_the_pictures_are_those_that_are_drawn_from_the_game() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(assets/([^)]+)\)", README)
    assert shown == [MOVING, *STILLS]
    assert sorted(path.name for path in (ROOT / "assets").iterdir()) == sorted(shown)
    for name in STILLS:
        assert pygame.image.load(ROOT / "assets" / name).get_size() == SIZE


def test_the_moving_picture_is_short_and_light() -> None:
    path = ROOT / "assets" / MOVING
    assert path.stat().st_size < 3_000_000
    frames = pygame.image.load_animation(path)
    assert 18_000 <= sum(time for _, time in frames) <= 24_000
    assert {frame.get_size() for frame, _ in frames} == {FILM}


def test_the_sale_of_the_film_can_still_be_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path))
    # The same sale in a few long steps and without a picture, which takes a moment only.
    monkeypatch.setattr(pictures, "STEP", 0.2)
    monkeypatch.setattr(Film, "take", lambda _: None)
    app = App(SIZE, reduced_motion=True, headless=True)
    levels = shipped_levels()
    with Store(tmp_path, Levels(levels).judge) as store:
        player = store.add_player("Ines")
        flow = Flow(app, Session(store, levels, pictures.SEED, player))
        levels[0].solution()
        pictures.sale(Film(app), flow)
        assert isinstance(app.top, DebriefScreen)
        [kept] = store.runs("Ines")
        assert kept.score == 1000


def test_a_film_is_taken_ten_times_a_second_and_shows_the_way_of_the_hand(tmp_path: Path) -> None:
    app, screen = open_sample()
    film = Film(app)
    film.roll(0.5)
    film.press("next")
    assert screen.actions == [Action("next")]
    assert len(film.pictures) == 14
    looks = [pygame.image.tobytes(picture, "RGB") for picture in film.pictures]
    assert len(set(looks)) > 4
    save_film(film.pictures, tmp_path / MOVING)
    frames = pygame.image.load_animation(tmp_path / MOVING)
    assert sum(time for _, time in frames) == 1400
