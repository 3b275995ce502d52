"""Places: drawn at every shape of window, by day and by night, and never stretched."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from simulator.window.art.furniture import Prop
from simulator.window.art.places import (
    PERSON_X,
    PLACES,
    Part,
    front_svg,
    person_box,
    place_svg,
)
from simulator.window.art.scene import Room
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


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("wide", [186, 210, 240, 300, 372, 500])
def test_a_frame_slices_nothing_that_stands_before_the_person(place: str, wide: int) -> None:
    """Above the table the edges of a picture are clear, however narrow the part around them."""
    left = round(856 * PERSON_X - wide / 2)
    front = render(front_svg(place, 856, 372, part=Part(left, 0, wide, 372)))
    assert front.get_size() == (wide, 372)
    assert {front.get_at((x, y)).a for x in (0, wide - 1) for y in range(310)} == {0}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("size", [(1116, 372), (1800, 372), (2600, 372)], ids=str)
def test_a_strip_has_the_person_in_the_middle_and_things_on_both_sides(
    place: str, size: tuple[int, int]
) -> None:
    x, _, wide, _ = person_box(*size, full=True)
    assert (x + wide / 2) / size[0] == pytest.approx(0.5, abs=0.01)
    part = Part(0, 6, size[0], 305)
    svg = place_svg(place, *size, full=True, part=part)
    assert inked_share(svg, (size[0], 305)) == 1.0
    picture = render(svg)
    left, right = (
        len({tuple(picture.get_at((at, y))) for at in span for y in range(0, 305, 3)})
        for span in (range(0, size[0] // 2 - 190, 7), range(size[0] // 2 + 190, size[0], 7))
    )
    assert left > right / 8


def test_nothing_stands_half_under_what_covers_the_left() -> None:
    person = round(880 * PERSON_X)
    for covered in (person - 190, person - 160, person - 100):
        front = render(front_svg("cafe", 880, 372, covered=covered))
        assert {front.get_at((x, y)).a for x in range(covered + 1) for y in range(310)} == {0}


def test_a_part_is_a_window_on_the_whole() -> None:
    whole = render(place_svg("office", 880, 372))
    part = render(place_svg("office", 880, 372, part=Part(300, 40, 500, 300)))
    spots = [(x, y) for x in range(20, 500, 24) for y in range(5, 300, 24)]
    same = sum(part.get_at((x, y)) == whole.get_at((x + 300, y + 40)) for x, y in spots)
    assert same > 0.97 * len(spots)


def test_a_thing_is_put_whole_or_not_at_all() -> None:
    room = Room(900, 600, 400, 800)
    thing = Prop(("<shape/>",), 40, 60)

    def at(x: float) -> list[str]:
        return room.put(thing, x, 330)

    assert at(500) == ['<g transform="translate(500 330)"><shape/></g>']
    assert at(430) == ['<g transform="translate(448 330)"><shape/></g>']
    assert at(750) == ['<g transform="translate(732 330)"><shape/></g>']
    assert at(420) == at(780) == []


def test_a_row_leaves_out_what_its_frame_would_slice() -> None:
    room = Room(900, 600, 430, 600)
    assert room.steps(310, 50, 40) == [460, 510, 560]
    assert room.steps(310, 50, 40, 0.4) == [410, 460, 510, 560]
    assert room.steps(560, -50, 40) == [560, 510, 460]


def test_unknown_place_is_refused() -> None:
    with pytest.raises(KeyError, match="moon"):
        place_svg("moon", 880, 366)
    with pytest.raises(KeyError, match="moon"):
        front_svg("moon", 880, 366)
