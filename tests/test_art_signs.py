"""Icons and charts: each is drawn, in the colors asked for, whatever the values."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.window.art.figures import (
    LineLook,
    RadarColors,
    bubble_tail_svg,
    line_points,
    line_svg,
    radar_points,
    radar_svg,
    ring_svg,
    stars_svg,
)
from simulator.window.art.icons import ICONS, icon_svg
from tests.art_rendering import assert_drawable, inked_share, render

NEEDED = [
    "back", "check", "gear", "book", "shield", "spark", "clock", "up", "down", "bulb", "chart",
    "people", "pin", "mail", "phone", "chat", "handshake", "video", "search", "database",
    "network", "share", "calendar", "star", "star-full", "lock", "play", "pause", "replay",
    "trophy", "flag", "minus", "plus", "close", "warning", "info", "minutes", "coin", "gift",
    "document", "user", "eye", "ear", "question", "arrow-right", "arrow-left", "arrow-down",
    "home", "keyboard", "mouse", "target", "route", "dice", "branch", "flask", "bolt",
]  # fmt: skip

RADAR = RadarColors("#d8def0", "#f7f8fe", "#4a5cf0", "#13a08b", "#ffffff")


def test_every_needed_icon_exists() -> None:
    assert set(NEEDED) <= set(ICONS)


@pytest.mark.parametrize("name", ICONS)
def test_icon_is_drawn_inside_its_square(name: str) -> None:
    for side in (16, 96):
        assert 0.02 < inked_share(icon_svg(name, "#1a2140", side, side), (side, side)) < 0.6
    big = render(icon_svg(name, "#1a2140", 96, 96))
    edge = [big.get_at(at).a for i in range(96) for at in ((i, 0), (i, 95), (0, i), (95, i))]
    assert max(edge) == 0


def test_icons_all_differ() -> None:
    assert len({icon_svg(name, "#1a2140", 24, 24) for name in ICONS}) == len(ICONS)


def test_icon_has_its_color_and_stroke() -> None:
    svg = icon_svg("minus", "#e8566a", 24, 24, 2.5)
    assert 'stroke="#e8566a" stroke-width="2.5"' in svg
    assert render(svg).get_at((12, 12))[:3] == (0xE8, 0x56, 0x6A)


@pytest.mark.parametrize("side", [12, 16, 20, 24, 48])
def test_dots_are_seen_at_every_size(side: int) -> None:
    """SDL draws no line of hardly any length in a small picture: a list would lose its bullets."""
    small = render(icon_svg("list", "#1a2140", side, side))
    for y in (6.5, 12, 17.5):
        inked = [small.get_at((x, round(y * side / 24 - 0.5))).a for x in range(side // 4)]
        assert sum(inked) >= 255


shares = st.one_of(st.none(), st.floats(-1, 2, allow_nan=False))


@settings(max_examples=60, deadline=None)
@given(st.lists(shares, min_size=3, max_size=9), st.booleans(), st.integers(20, 400))
def test_radar_is_drawn_for_any_values(
    values: list[float | None], with_best: bool, side: int
) -> None:
    best = [1.0] * len(values) if with_best else None
    assert inked_share(radar_svg(values, best, side, side, RADAR), (side, side)) > 0


def test_radar_axes_start_at_the_top_and_go_clockwise() -> None:
    top, right, bottom, left = radar_points(4, 200, 100, 1.0, 10.0)
    assert top == pytest.approx((100, 10))
    assert right == pytest.approx((140, 50))
    assert bottom == pytest.approx((100, 90))
    assert left == pytest.approx((60, 50))
    assert radar_points(4, 200, 100, 0.5, 10.0)[0] == pytest.approx((100, 30))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(-50, 150), max_size=12), max_size=3),
    st.one_of(st.none(), st.integers(-1, 12)),
    st.booleans(),
)
def test_line_chart_is_drawn_for_any_values(
    rows: list[list[int]], highlight: int | None, filled: bool
) -> None:
    series = [("#13a08b", row) for row in rows]
    look = LineLook(grid="#e3e7f5", filled=filled)
    svg = line_svg(series, 0, 100, 240, 90, look, highlight)
    assert inked_share(svg, (240, 90)) > 0


def test_line_points_span_the_chart() -> None:
    assert line_points([0, 50, 100], 0, 100, 120, 60, 10.0) == ((10, 50), (60, 30), (110, 10))
    assert line_points([7], 0, 0, 120, 60, 10.0) == ((10, 10),)


def test_highlight_colors_one_dot() -> None:
    svg = line_svg([("#13a08b", [0, 50, 100])], 0, 100, 120, 60, LineLook(highlight="#e8566a"), 1)
    assert svg.count('r="5" fill="#e8566a"') == 1
    assert svg.count('r="5" fill="#13a08b"') == 2


def test_ring_grows_clockwise_from_the_top() -> None:
    ring = render(ring_svg(0.5, "#4a5cf0", "#e3e7f5", 100, 100, 12))
    assert ring.get_at((93, 50))[:3] == (0x4A, 0x5C, 0xF0)
    assert ring.get_at((7, 50))[:3] == (0xE3, 0xE7, 0xF5)
    for fraction in (-1.0, 0.0, 0.01, 1.0, 7.0):
        assert_drawable(ring_svg(fraction, "#4a5cf0", "#e3e7f5", 100, 100))


def test_stars_show_the_rating() -> None:
    rating = render(stars_svg(2, 3, "#f0962b", "#b9c0da", 144, 48))
    assert [rating.get_at((24 + 48 * i, 26)).a > 0 for i in range(3)] == [True, True, False]
    assert_drawable(stars_svg(0, 3, "#f0962b", "#b9c0da", 72, 24))


def test_bubble_tail_touches_the_left_edge() -> None:
    tail = render(bubble_tail_svg("#ffffff", 30, 26))
    assert tail.get_at((0, 13)).a == 255
    assert tail.get_at((29, 2)).a == 0
    assert_drawable(bubble_tail_svg("#ffffff", 30, 26))
