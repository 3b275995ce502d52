"""The example given to writers of screens works and is sound."""

from __future__ import annotations

import textwrap
from typing import Any

import pygame

import simulator.window
from simulator.window.inspection import survey
from simulator.window.screen import Screen
from tests.window_kit_sample import key


def example() -> Screen:
    text = simulator.window.__doc__ or ""
    code = text[text.index("    from simulator") : text.index("    App().run")]
    names: dict[str, Any] = {}
    exec(textwrap.dedent(code), names)
    screen = names["Question"](["Ask what it costs them", "Tell them what we do"])
    assert isinstance(screen, Screen)
    return screen


def test_the_example_is_sound_everywhere() -> None:
    assert survey(example, text_scales=(1.0, 2.0)) == []


def test_the_example_answers_a_digit() -> None:
    def choose(app: Any) -> None:
        app.run_events([key(pygame.K_2)])
        assert "You chose choice-2" in app.record().texts()

    assert survey(example, choose, text_scales=(1.0,)) == []
