"""Charts as SVG text, without labels: the caller writes the words in its own font.

Everything is drawn in pixels of the picture. Colors are ``#rrggbb`` and come from the caller.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.window.art.icons import STAR
from simulator.window.art.markup import circle, document, line, number, path

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class RadarColors:
    """Colors of a radar: web, its ground, the player's shape, the best line, inside of dots."""

    web: str
    ground: str
    value: str
    best: str
    dot: str


def radar_points(
    count: int, width: float, height: float, reach: float = 1.0, margin: float = 8.0
) -> tuple[Point, ...]:
    """Return where the ``count`` axes of a radar end, clockwise from the top, in pixels.

    ``reach`` 1 is the rim; a little more gives the places for labels. ``margin`` is the space
    kept free around the rim.
    """
    radius = max(min(width, height) / 2 - margin, 0) * reach
    turns = (2 * math.pi * i / count - math.pi / 2 for i in range(count))
    return tuple(
        (width / 2 + radius * math.cos(turn), height / 2 + radius * math.sin(turn))
        for turn in turns
    )


def radar_svg(
    values: Sequence[float | None],
    best: Sequence[float | None] | None,
    width: int,
    height: int,
    colors: RadarColors,
    margin: float = 8.0,
) -> str:
    """Draw a radar of ``values`` (0 to 1 each), with ``best`` as a dashed outline.

    An axis whose value is None was not played: it has no dot, and the shape skips it.
    """
    count = len(values)
    parts: list[str] = []
    for share in (1.0, 0.75, 0.5, 0.25):
        ring = _outline(radar_points(count, width, height, share, margin))
        if share == 1.0:
            parts.append(path(ring, colors.ground))
        parts.append(line(ring, colors.web, 1.2))
    middle = f"M{number(width / 2)} {number(height / 2)}"
    spokes = radar_points(count, width, height, 1.0, margin)
    parts.append(line(" ".join(f"{middle} L{_at(p)}" for p in spokes), colors.web, 1.2))
    mine = _radar_shape(values, width, height, margin)
    if len(mine) > 2:
        parts.append(path(_outline(mine), colors.value, 0.2))
    parts += _dashes(_radar_shape(best or (), width, height, margin), colors.best)
    if len(mine) > 1:
        parts.append(line(_outline(mine), colors.value, 2.4))
    parts += [dot for point in mine for dot in _dot(point, colors.value, colors.dot, 5)]
    return document((width, height), (width, height), parts)


def _radar_shape(
    values: Sequence[float | None], width: float, height: float, margin: float
) -> list[Point]:
    return [
        radar_points(len(values), width, height, min(max(value, 0.0), 1.0), margin)[i]
        for i, value in enumerate(values)
        if value is not None
    ]


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _outline(points: Sequence[Point], *, closed: bool = True) -> str:
    return "M" + " L".join(_at(point) for point in points) + ("Z" if closed else "")


def _dot(point: Point, color: str, inside: str, radius: float) -> list[str]:
    return [circle(*point, radius, color), circle(*point, radius - 2.2, inside)]


def _dashes(points: Sequence[Point], color: str, length: float = 6.0) -> list[str]:
    """A dashed closed outline, dash by dash: each side starts and ends with a dash."""
    if len(points) < 2:
        return []
    marks: list[str] = []
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        span = math.hypot(x2 - x1, y2 - y1)
        steps = 2 * max(round(span / length / 2), 0) + 1
        for k in range(0, steps, 2):
            a, b = k / steps, (k + 1) / steps
            start = (x1 + (x2 - x1) * a, y1 + (y2 - y1) * a)
            marks.append(_outline([start, (x1 + (x2 - x1) * b, y1 + (y2 - y1) * b)], closed=False))
    return [line(" ".join(marks), color, 2.2, butt=True)]


def line_points(
    values: Sequence[int], low: int, high: int, width: float, height: float, margin: float = 8.0
) -> tuple[Point, ...]:
    """Return where the dots of a line chart stand, in pixels, for values from low to high."""
    span = max(high - low, 1)
    step = (width - 2 * margin) / max(len(values) - 1, 1)
    return tuple(
        (
            margin + i * step,
            height - margin - (height - 2 * margin) * min(max((v - low) / span, 0.0), 1.0),
        )
        for i, v in enumerate(values)
    )


@dataclass(frozen=True, slots=True)
class LineLook:
    """How a line chart looks.

    ``inside`` fills the dots (the color of the card), ``grid`` draws thin lines at quarters,
    ``highlight`` marks one index, ``filled`` tints the area under each line, ``margin`` is the
    space kept free on every side, in pixels.
    """

    inside: str = "#ffffff"
    grid: str | None = None
    highlight: str = "#e8566a"
    filled: bool = False
    margin: float = 8.0


def line_svg(
    series: Sequence[tuple[str, Sequence[int]]],
    low: int,
    high: int,
    width: int,
    height: int,
    look: LineLook,
    highlight: int | None = None,
) -> str:
    """Draw values over time: one line with dots for each (color, values) in ``series``.

    ``highlight`` marks the dots at one index, and draws a pale bar behind them.
    """
    grid, margin = look.grid, look.margin
    parts: list[str] = []
    if grid is not None:
        rows = [margin + (height - 2 * margin) * quarter / 4 for quarter in range(5)]
        rules = " ".join(f"M{number(margin)} {number(y)} H{number(width - margin)}" for y in rows)
        parts.append(line(rules, grid, 1))
    charts = [(c, line_points(v, low, high, width, height, margin)) for c, v in series if v]
    if highlight is not None:
        parts += [
            line(
                f"M{number(points[highlight][0])} {margin} V{number(height - margin)}",
                look.highlight,
                14,
                0.14,
            )
            for _, points in charts[:1]
            if 0 <= highlight < len(points)
        ]
    if look.filled:
        parts += [_area(color, points, height - margin) for color, points in charts]
    parts += [line(_outline(p, closed=False), color, 2.6) for color, p in charts if len(p) > 1]
    for color, points in charts:
        for i, point in enumerate(points):
            parts += _dot(point, look.highlight if i == highlight else color, look.inside, 5)
    return document((width, height), (width, height), parts)


def _area(color: str, points: Sequence[Point], floor: float) -> str:
    foot = [(points[-1][0], floor), (points[0][0], floor)]
    return path(_outline([*points, *foot]), color, 0.12)


def ring_svg(
    fraction: float, color: str, track: str, width: int, height: int, thickness: float = 6.0
) -> str:
    """Draw a progress ring: ``fraction`` (0 to 1) of a circle, clockwise from the top."""
    share = min(max(fraction, 0.0), 1.0)
    radius = min(width, height) / 2 - thickness / 2 - 0.5
    x, y = width / 2, height / 2
    parts = [line(_arc(x, y, radius, 1.0), track, thickness)]
    if share > 0:
        parts.append(line(_arc(x, y, radius, share), color, thickness))
    return document((width, height), (width, height), parts)


def _arc(x: float, y: float, radius: float, share: float) -> str:
    """An arc from the top, in pieces of a quarter turn at most, as arcs cannot close a circle."""
    pieces = max(math.ceil(share * 4), 1)
    stops = [2 * math.pi * share * i / pieces - math.pi / 2 for i in range(pieces + 1)]
    ends = [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in stops]
    r = number(radius)
    return f"M{_at(ends[0])}" + "".join(f" A{r} {r} 0 0 1 {_at(end)}" for end in ends[1:])


def bubble_tail_svg(
    color: str, width: int, height: int, *, left: bool = False, edge: str | None = None
) -> str:
    """Draw the tail of a speech bubble that points right, or ``left``, 30 by 26 units.

    With ``edge`` its two sides have a border of that colour; the side at the bubble has none.
    """
    outline = "M0 0 C4 8 14 15 28 18.5 C29 19 29 20 28 20.2 C18 24 8 25.5 0 25"
    if left:
        outline = "M30 0 C26 8 16 15 2 18.5 C1 19 1 20 2 20.2 C12 24 22 25.5 30 25"
    tail = path(f"{outline}Z", color)
    return document((width, height), (30, 26), (tail, _sides(outline, edge)))


def bubble_tail_down_svg(color: str, width: int, height: int, *, edge: str | None = None) -> str:
    """Draw the tail of a speech bubble that points down to the left, 30 by 22 units."""
    outline = "M0 0 C8 8 16 9 5 21 C16 19 26 10 30 0"
    return document((width, height), (30, 22), (path(f"{outline}Z", color), _sides(outline, edge)))


def _sides(outline: str, edge: str | None) -> str:
    return line(outline, edge, 2, butt=True) if edge else ""


def stars_svg(full: int, total: int, color: str, empty: str, width: int, height: int) -> str:
    """Draw a rating: ``full`` of ``total`` stars filled with ``color``, the rest outlined."""
    parts: list[str] = []
    for i in range(total):
        outline = f'<g transform="translate({24 * i} 0)">'
        shape = path(STAR, color) if i < full else ""
        edge = line(STAR, color if i < full else empty, 1.8)
        parts.append(f"{outline}{shape}{edge}</g>")
    return document((width, height), (24 * total, 24), parts)
