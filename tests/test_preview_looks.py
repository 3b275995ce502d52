"""The structure of the preview: nothing cut, covered, faint or out of reach, at any size."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pygame
import pytest

from simulator.window.app import App
from simulator.window.gallery import Shot, made_up_home, shots, visit
from simulator.window.inspection import faults, survey
from simulator.window.preview.dialogs import Failure, Pause
from simulator.window.preview.screen import PreviewScreen
from simulator.window.preview.shots import a_preview, gallery_screens
from simulator.window.theme import CONTRAST, DARK, LIGHT
from tests.window_kit_sample import key, moved

LOOKS = (
    ((1280, 720), 1.0, LIGHT),
    ((1280, 720), 1.5, DARK),
    ((1920, 1080), 1.0, CONTRAST),
    ((1024, 768), 1.5, LIGHT),
    ((1024, 640), 1.0, DARK),
    ((1024, 640), 1.5, LIGHT),
    ((2560, 1080), 1.0, LIGHT),
)
SHOTS = gallery_screens()


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
    folder, levels = home
    for size, text_scale, theme in LOOKS:
        app = App(size, theme=theme, text_scale=text_scale, reduced_motion=True, headless=True)
        with visit(app, folder, levels) as flow:
            app.push(shot[1](flow))
            app.wait(0.3)
            screen = app.stack[0]
            assert isinstance(screen, PreviewScreen)
            where = f"{size[0]}x{size[1]}, text {text_scale:g}, {theme.name}"
            found += [f"{where}: {fault}" for fault in faults(app.record())]
            found += [f"{where}, play: {fault}" for fault in faults(screen.inset.record())]
    assert not found, "\n".join(found)


def test_the_survey_of_the_kit_finds_nothing(home: Any) -> None:
    folder, levels = home
    with visit(App(headless=True), folder, levels) as flow:
        assert survey(lambda: a_preview(flow, "crm-harbour")) == []


def test_the_messages_of_the_play_fit(home: Any) -> None:
    folder, levels = home
    for size, text_scale, theme in LOOKS:
        app = App(size, theme=theme, text_scale=text_scale, reduced_motion=True, headless=True)
        with visit(app, folder, levels) as flow:
            screen = a_preview(flow)
            app.push(screen)
            app.wait(0.1)
            for dialog in (Pause(screen.flow), Failure(screen.flow, RuntimeError("made up"))):
                screen.inset.push(dialog)
                app.wait(0.1)
                assert faults(screen.inset.record()) == []


def test_every_tool_says_what_it_does_and_by_which_key(home: Any) -> None:
    folder, levels = home
    app = App(reduced_motion=True, headless=True)
    with visit(app, folder, levels) as flow:
        screen = a_preview(flow)
        app.push(screen)
        app.wait(0.1)
        for tool in screen.panel.tools:
            app.run_events([moved(app, tool)])
            app.wait(0.8)
            texts = [mark.name for mark in app.record().marks if mark.kind == "text"]
            assert tool.tip in texts
            assert tool.tip.endswith(f"({tool.key})")
            assert faults(app.record()) == []


def test_tools_have_words_and_their_keys_where_there_is_room(home: Any) -> None:
    folder, levels = home
    words = ["Edit", "Reveal", "Restart", "Buyer", "Record", "Undo", "Hide"]
    keys = [f"F{number}" for number in range(2, 10)]
    for size, text_scale, said in (((1024, 640), 1.0, keys), ((1024, 640), 1.5, [])):
        app = App(size, text_scale=text_scale, reduced_motion=True, headless=True)
        with visit(app, folder, levels) as flow:
            screen = a_preview(flow)
            app.push(screen)
            app.wait(0.1)
            texts = [mark.name for mark in app.record().marks if mark.kind == "text"]
            assert [word for word in texts if word in words] == words
            assert [key for key in texts if key in keys] == said


def test_with_large_text_the_panel_begins_out_of_the_way(home: Any) -> None:
    folder, levels = home
    for text_scale, is_open in ((1.5, True), (2.0, False)):
        app = App((1280, 720), text_scale=text_scale, reduced_motion=True, headless=True)
        with visit(app, folder, levels) as flow:
            screen = a_preview(flow)
            app.push(screen)
            app.wait(0.1)
            assert screen.panel.open is is_open
            app.run_events([key(pygame.K_F9)])
            assert screen.panel.open is not is_open


def test_the_gallery_shows_the_preview() -> None:
    assert {name for name, _ in SHOTS} <= {name for name, _ in shots()}


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_the_words_of_the_tools_keep_clear_of_their_edges(home: Any, text_scale: float) -> None:
    folder, levels = home
    app = App((1280, 720), text_scale=text_scale, reduced_motion=True, headless=True)
    with visit(app, folder, levels) as flow:
        screen = a_preview(flow)
        app.push(screen)
        screen.panel.open = True
        screen.invalidate()
        app.wait(0.1)
        for tool in screen.panel.tools:
            assert app.fonts.width(tool.word, "caption") + 12 <= tool.rect.w, tool.word
