"""The pages of the gallery with every widget in every state."""

from __future__ import annotations

from typing import Any, cast

import pytest

from simulator.window import widgets
from simulator.window.app import App
from simulator.window.gallery import Shot
from simulator.window.inspection import faults
from simulator.window.theme import CONTRAST, DARK, LIGHT
from simulator.window.widgets.base import Widget, family
from simulator.window.widgets.shots import StatesPage, gallery_screens

SHOTS = gallery_screens()
LOOKS = (((1280, 720), 1.0, LIGHT), ((1024, 768), 1.5, DARK), ((1024, 640), 2.0, CONTRAST))
NOBODY = cast(Any, None)
"""The pages of widgets need no flow."""


def pages() -> list[StatesPage]:
    made = (make(NOBODY) for _, make in SHOTS)
    return [screen for screen in made if isinstance(screen, StatesPage)]


@pytest.mark.parametrize("shot", SHOTS, ids=[name for name, _ in SHOTS])
def test_every_page_is_sound_in_every_theme(shot: Shot) -> None:
    found = []
    for size, text_scale, theme in LOOKS:
        app = App(size, theme=theme, text_scale=text_scale, reduced_motion=True, headless=True)
        app.push(shot[1](NOBODY))
        app.wait(0.3)
        found += [f"{theme.name}: {fault}" for fault in faults(app.record())]
    assert found == []


def test_every_widget_is_shown() -> None:
    kinds = {getattr(widgets, name) for name in widgets.__all__}
    kinds = {kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Widget)}
    shown = {type(one.widget) for page in pages() for group in page.groups for one in group.samples}
    missing = {kind for kind in kinds if not any(issubclass(one, kind) for one in shown)}
    assert missing == set()


def test_every_widget_that_takes_the_focus_is_shown_idle_pointed_at_in_focus_and_not_usable() -> (
    None
):
    for page in pages():
        for group in page.groups:
            samples = [one.widget for one in group.samples]
            if not samples[0].focusable:
                continue
            assert any(one.hovered for one in samples), group.title
            assert any(one.ring for one in samples), group.title
            locked = [one for one in samples if getattr(one, "locked", "")]
            assert locked or any(not one.enabled for one in samples), group.title


def test_no_two_samples_share_a_name() -> None:
    for page in pages():
        names = [one.name for one in family(page.widgets)]
        names += [one.widget.name for group in page.groups for one in group.samples]
        assert len(set(names)) == len(names)
