"""Places: drawn at every shape of window, by day and by night, and never stretched."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from simulator.window.art.places import PERSON_X, PLACES, front_svg, person_box, place_svg
from tests.art_rendering import inked_share, render

SIZES = ((880, 366), (1200, 400), (700, 420), (600, 375), (1464, 366), (96, 60))


def test_the_ten_places() -> None:
    assert set(PLACES) == {
        "office", "clinic", "workshop", "cafe", "home", "video-call", "trade-fair", "phone",
        "harbor", "gym",
    }  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_back_covers_all_and_front_leaves_the_person_free(
    place: str, size: tuple[int, int], dark: bool
) -> None:
    assert inked_share(place_svg(place, *size, dark=dark), size) == 1.0
    front = front_svg(place, *size, dark=dark)
    assert 0.02 < inked_share(front, size) < 0.45
    face = (round(size[0] * PERSON_X), round(size[1] * 0.45))
    assert render(front).get_at(face).a == 0


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_units_are_square(place: str, size: tuple[int, int]) -> None:
    for svg in (place_svg(place, *size), front_svg(place, *size)):
        found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
        assert found is not None
        across, down = size[0] / float(found[1]), size[1] / float(found[2])
        assert across == pytest.approx(down, rel=1e-3)


@pytest.mark.parametrize("place", PLACES)
def test_night_is_darker_than_day(place: str) -> None:
    def brightness(dark: bool) -> int:
        surface = render(place_svg(place, 176, 74, dark=dark))
        pixels = [surface.get_at((x, y)) for x in range(0, 176, 4) for y in range(0, 74, 4)]
        return sum(pixel.r + pixel.g + pixel.b for pixel in pixels) // (3 * len(pixels))

    assert brightness(dark=True) < 110
    assert brightness(dark=False) > 150


@pytest.mark.parametrize("place", PLACES)
def test_left_part_is_calm(place: str) -> None:
    """Where a speech bubble lies, the upper wall has hardly any color changes."""
    surface = render(place_svg(place, 880, 366))
    greys = [sum(surface.get_at((x, 140))[:3]) // 3 for x in range(20, 360)]
    jumps = sum(abs(a - b) > 12 for a, b in pairwise(greys))
    assert jumps <= 4


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_person_stands_inside(size: tuple[int, int]) -> None:
    x, y, width, height = person_box(*size)
    assert x >= 0
    assert x + width <= size[0]
    assert 0 <= y < size[1] <= y + height
    assert width / height == pytest.approx(5 / 6, rel=0.02)
    assert (x + width / 2) / size[0] == pytest.approx(PERSON_X, abs=0.01)


def test_unknown_place_is_refused() -> None:
    with pytest.raises(KeyError, match="moon"):
        place_svg("moon", 880, 366)
    with pytest.raises(KeyError, match="moon"):
        front_svg("moon", 880, 366)
