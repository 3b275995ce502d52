"""The table of colours keeps its promises of contrast."""

from __future__ import annotations

import pytest

from simulator.window.theme import THEMES, Theme, contrast


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_text_is_readable_on_every_ground_it_may_stand_on(theme: Theme) -> None:
    weak = [(t, g, round(contrast(t, g), 2)) for t, g in theme.text_pairs() if contrast(t, g) < 4.5]
    assert weak == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_part_that_means_something_can_be_told_from_its_ground(theme: Theme) -> None:
    weak = [(p, g, round(contrast(p, g), 2)) for p, g in theme.part_pairs() if contrast(p, g) < 3]
    assert weak == []


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_a_fault_of_the_sketch_would_be_found() -> None:
    assert contrast("#667091", "#eff2fa") < 4.5
    assert contrast("#dfe4f1", "#ffffff") < 3
