"""The bar above the stages keeps still while the play goes on."""

from __future__ import annotations

import pytest

from simulator.scenario.words import STAGES
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.header import Header


@pytest.mark.parametrize("text_scale", [0.8, 1.0, 1.5, 2.0])
def test_notes_and_stages_leave_the_strip_where_it_is(text_scale: float) -> None:
    fonts, page = Fonts(1.0, text_scale), Rect(0, 0, 1280, 720)
    areas = set()
    for stage in STAGES:
        for number in (1, 4, 10, 11, 28, 77):
            header = Header("Level 3 · Merrow Quay", "Four working hours", stage, number)
            header.layout(fonts, page)
            spots = (header.steps_area, header.notebook.rect)
            areas.add(tuple(round(side, 3) for spot in spots for side in spot))
    assert len(areas) == 1


@pytest.mark.parametrize(("wide", "text_scale", "named"), [(1280, 1.0, True), (1280, 1.5, False)])
def test_briefing_and_notebook_are_named_where_all_stages_are(
    wide: int, text_scale: float, named: bool
) -> None:
    header = Header("Level 3 · Merrow Quay", "Four working hours", "approach", 4)
    header.layout(Fonts(1.0, text_scale), Rect(0, 0, wide, 720))
    said = (header.briefing.text, header.notebook.text)
    assert said == (("Briefing", "Notebook 4") if named else ("", "4"))
    assert header.steps_area.right < header.briefing.rect.x
