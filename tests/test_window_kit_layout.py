"""Dividing rectangles loses nothing and overlaps nothing."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.window.layout import (
    Rect,
    Share,
    center,
    columns,
    cut_bottom,
    cut_left,
    cut_right,
    cut_top,
    flow,
    grid,
    rows,
)

AREA = Rect(10, 20, 600, 400)
SIZES = st.lists(st.floats(1, 60) | st.builds(Share, st.floats(0.5, 4)), min_size=1, max_size=6)


@given(SIZES, st.floats(0, 20))
def test_columns_follow_each_other_and_a_share_fills_the_rest(
    sizes: list[float | Share], gap: float
) -> None:
    cells = columns(AREA, sizes, gap)
    for first, second in pairwise(cells):
        assert second.x == pytest.approx(first.right + gap)
    if any(isinstance(size, Share) for size in sizes):
        assert cells[-1].right == pytest.approx(AREA.right)


@given(SIZES, st.floats(0, 20))
def test_rows_are_columns_turned(sizes: list[float | Share], gap: float) -> None:
    turned = columns(Rect(AREA.y, AREA.x, AREA.h, AREA.w), sizes, gap)
    assert [Rect(c.y, c.x, c.h, c.w) for c in turned] == rows(AREA, sizes, gap)


@given(st.integers(1, 12), st.integers(1, 4))
def test_grid_cells_lie_inside_and_apart(count: int, across: int) -> None:
    cells = grid(AREA, count, across, 8)
    assert all(AREA.covers(cell, 0.001) for cell in cells)
    assert not any(a.inset(0.01).meets(b) for a, b in combinations(cells, 2))


def test_flow_starts_a_new_line_when_the_next_does_not_fit() -> None:
    assert flow(Rect(0, 0, 100, 100), [60, 30, 50], 20, 5) == [
        Rect(0, 0, 60, 20),
        Rect(65, 0, 30, 20),
        Rect(0, 25, 50, 20),
    ]


def test_cuts() -> None:
    assert cut_top(AREA, 100, 10) == (Rect(10, 20, 600, 100), Rect(10, 130, 600, 290))
    assert cut_bottom(AREA, 100, 10) == (Rect(10, 320, 600, 100), Rect(10, 20, 600, 290))
    assert cut_left(AREA, 100, 10) == (Rect(10, 20, 100, 400), Rect(120, 20, 490, 400))
    assert cut_right(AREA, 100, 10) == (Rect(510, 20, 100, 400), Rect(10, 20, 490, 400))
    assert center(AREA, 100, 50) == Rect(260, 195, 100, 50)
