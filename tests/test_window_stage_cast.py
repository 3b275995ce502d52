"""The pages with all people and places leave nothing out."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.window.art.people import CLOTHES, EXPRESSIONS, HAIR_STYLES
from simulator.window.art.places import PLACES
from simulator.window.inspection import faults
from simulator.window.stage.cast import gallery_screens
from tests.window_stage_kit import a_flow, texts


@pytest.mark.parametrize(
    ("page", "all_of", "least"),
    [
        ("cast-faces", EXPRESSIONS, 5),
        ("cast-hair", HAIR_STYLES, 8),
        ("cast-clothes", CLOTHES, 6),
        ("cast-places", PLACES, 8),
    ],
)
def test_the_page_shows_all_there_is(
    tmp_path: Path, page: str, all_of: tuple[str, ...], least: int
) -> None:
    make = dict(gallery_screens())[page]
    with a_flow(tmp_path) as flow:
        flow.app.push(make(flow))
        flow.app.wait(0.05)
        assert set(all_of) <= set(texts(flow.app))
        assert len(all_of) >= least
        assert faults(flow.app.record()) == []
