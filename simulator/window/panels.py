"""Rounded rectangles with a border and a soft shadow, smooth at every size.

The shape is a signed-distance function drawn once in numpy for each style, as the smallest tile
that can be cut in nine. For each size of panel its edges are stretched and kept; what is opaque,
as the middle mostly is, is only filled.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pygame

from simulator.window.cache import Cache

Pixels = npt.NDArray[np.float32]
Color = tuple[int, int, int, int]


class Style(NamedTuple):
    """How a panel looks, all lengths in pixels; ``shadow`` is blur, drop and colour."""

    radius: float
    fill: Color | None = None
    border: Color | None = None
    border_width: float = 0.0
    shadow: tuple[float, float, Color] | None = None

    @property
    def margin(self) -> int:
        """Pixels the shadow reaches past the panel."""
        return math.ceil(self.shadow[0] * 1.5 + abs(self.shadow[1])) if self.shadow else 0


def surface_bytes(surface: pygame.Surface) -> int:
    """Return the memory a surface takes."""
    return surface.get_width() * surface.get_height() * surface.get_bytesize()


class Panel(NamedTuple):
    """A panel taken apart, places counted from its upper left corner, the shadow's included.

    Fills are opaque; pieces are to be blended. No two of them share a pixel.
    """

    fills: list[tuple[Color, pygame.Rect]]
    pieces: list[tuple[pygame.Surface, int, int]]


TALLEST = 64
"""Pixels of height of the piece that a plain translucent panel is made of."""


def _weight(panel: Panel) -> int:
    held = {id(whole): whole for whole in (piece.get_abs_parent() for piece, _, _ in panel.pieces)}
    return 1_000 + sum(surface_bytes(whole) for whole in held.values())


ROOM = 6_000_000
_tiles: Cache[pygame.Surface] = Cache(ROOM // 2, surface_bytes)
_panels: Cache[Panel] = Cache(ROOM, _weight)


def _distance(w: int, h: int, box: tuple[float, float, float, float], radius: float) -> Pixels:
    """Return the distance of every pixel centre from the edge of a rounded box (inside < 0)."""
    left, top, right, bottom = box
    ys, xs = np.mgrid[0:h, 0:w].astype(np.float32) + np.float32(0.5)
    qx = np.abs(xs - (left + right) / 2) - ((right - left) / 2 - radius)
    qy = np.abs(ys - (top + bottom) / 2) - ((bottom - top) / 2 - radius)
    outside = np.hypot(np.maximum(qx, 0), np.maximum(qy, 0))
    distance: Pixels = outside + np.minimum(np.maximum(qx, qy), 0) - radius
    return distance


def _lay(ground: Pixels, color: Color, coverage: Pixels) -> Pixels:
    """Lay a colour over premultiplied RGBA."""
    alpha = coverage * np.float32(color[3] / 255)
    top = np.empty_like(ground)
    top[..., :3] = np.array(color[:3], np.float32) / 255 * alpha[..., None]
    top[..., 3] = alpha
    laid: Pixels = top + ground * (1 - alpha[..., None])
    return laid


def _raster(w: int, h: int, style: Style) -> pygame.Surface:
    margin = style.margin
    wide, high = w + 2 * margin, h + 2 * margin
    pixels: Pixels = np.zeros((high, wide, 4), np.float32)
    box = (margin, margin, margin + w, margin + h)
    if style.shadow:
        blur, drop, color = style.shadow
        lower = (box[0], box[1] + drop, box[2], box[3] + drop)
        ramp = np.clip(0.5 - _distance(wide, high, lower, style.radius) / (2 * blur), 0, 1)
        pixels = _lay(pixels, color, ramp * ramp * (3 - 2 * ramp))
    edge = _distance(wide, high, box, style.radius)
    inner = edge
    if style.border and style.border_width:
        inner = edge + np.float32(style.border_width)
        ring = np.clip(0.5 - edge, 0, 1) - (0 if style.fill else np.clip(0.5 - inner, 0, 1))
        pixels = _lay(pixels, style.border, ring)
    if style.fill:
        pixels = _lay(pixels, style.fill, np.clip(0.5 - inner, 0, 1))
    return _surface(pixels)


def _surface(pixels: Pixels) -> pygame.Surface:
    alpha = pixels[..., 3:4]
    straight = np.where(alpha > 0, pixels[..., :3] / np.maximum(alpha, 1e-6), 0)
    surface = pygame.Surface((pixels.shape[1], pixels.shape[0]), pygame.SRCALPHA, 32)
    colors = np.clip(straight * 255 + 0.5, 0, 255).astype(np.uint8)
    pygame.surfarray.pixels3d(surface)[:] = colors.swapaxes(0, 1)
    pygame.surfarray.pixels_alpha(surface)[:] = (alpha[..., 0] * 255 + 0.5).astype(np.uint8).T
    return surface


def draw_panel(target: pygame.Surface, rect: pygame.Rect, style: Style) -> None:
    """Draw a panel filling ``rect`` (its shadow reaches past it)."""
    margin = style.margin
    outer = rect.inflate(2 * margin, 2 * margin)
    if rect.w <= 0 or rect.h <= 0 or not outer.colliderect(target.get_clip()):
        return
    panel = _kept(rect.size, style)
    left, top = outer.topleft
    for color, area in panel.fills:
        target.fill(color, area.move(left, top))
    target.blits([(piece, (left + x, top + y)) for piece, x, y in panel.pieces], doreturn=False)


def keep_panel(size: tuple[int, int], style: Style) -> None:
    """Have a panel at hand that will be drawn soon."""
    if min(size) > 0:
        _kept(size, style)


def _kept(size: tuple[int, int], style: Style) -> Panel:
    return _panels.get((size, style), lambda: _make(*size, style))


def _make(w: int, h: int, style: Style) -> Panel:
    """Cut the tile of a style in nine, in three where the panel is low, and grow its middle."""
    style = style._replace(radius=max(0.5, min(style.radius, w / 2, h / 2)))
    core = 2 * math.ceil(max(style.radius, style.border_width)) + 4
    if style.shadow:
        core = max(core, 2 * math.ceil(style.shadow[0] + style.radius) + 4)
    tw, th = min(w, core), h if w <= core else min(h, core)
    tile = _tiles.get((tw, th, style), lambda: _raster(tw, th, style))
    panel, wide, high = Panel([], []), w - tw, h - th
    if wide:
        _add_corners(panel, tile, wide, high)
        _add_columns(panel, tile, wide, high)
    else:
        panel.pieces.append((tile, 0, 0))
    if high:
        _add_rows(panel, tile, wide, high)
    return panel


def _add_corners(panel: Panel, tile: pygame.Surface, wide: int, high: int) -> None:
    """Add the four corners, or both ends of a panel that is as high as its tile."""
    tw, th = tile.get_size()
    k, m = tw // 2, th // 2 if high else th
    for x, y, w, h in ((0, 0, k, m), (k, 0, tw - k, m), (0, m, k, th - m), (k, m, tw - k, th - m)):
        if h:
            piece = tile.subsurface((x, y, w, h))
            panel.pieces.append((piece, x + (wide if x else 0), y + (high if y else 0)))


def _add_columns(panel: Panel, tile: pygame.Surface, wide: int, high: int) -> None:
    """Add what lies between the corners, above and below: the middle column, repeated."""
    x, m = tile.get_width() // 2, tile.get_height() // 2
    column = [_color(tile, x, y) for y in range(tile.get_height())]
    for first, end, more in ((0, m, 0), (m, len(column), high)):
        for start, stop in _runs(column[:end], first):
            long = stop - start if 0 < column[start][3] < 255 else 1
            area = pygame.Rect(x, start + more, wide, stop - start)
            _add(panel, tile, pygame.Rect(x, start, 1, long), area)


def _add_rows(panel: Panel, tile: pygame.Surface, wide: int, high: int) -> None:
    """Add what lies at half height, from side to side: the middle row, repeated."""
    k, y = tile.get_width() // 2, tile.get_height() // 2
    row = [_color(tile, x, y) for x in range(tile.get_width())]
    # The middle reaches as far as its colour; wide fills are the fastest there are.
    first, last = k, k + 1
    while first and row[first - 1] == row[k]:
        first -= 1
    while last < len(row) and row[last] == row[k]:
        last += 1
    for start, stop, more in ((0, first, 0), (last, len(row), wide)):
        if stop > start:
            area = pygame.Rect(start + more, y, stop - start, high)
            _add(panel, tile, pygame.Rect(start, y, stop - start, 1), area)
    _add(panel, tile, pygame.Rect(k, y, 1, 1), pygame.Rect(first, y, last - first + wide, high))


def _color(tile: pygame.Surface, x: int, y: int) -> Color:
    pixel = tile.get_at((x, y))
    return pixel.r, pixel.g, pixel.b, pixel.a


def _runs(line: Sequence[Color], first: int) -> Iterator[tuple[int, int]]:
    """Part a line, from ``first`` on, where what can be filled and what must be blended meet."""
    start = first
    for at in range(first + 1, len(line) + 1):
        if at == len(line) or not _joins(line[start], line[at]):
            yield start, at
            start = at


def _joins(one: Color, other: Color) -> bool:
    return one == other or (0 < one[3] < 255 and 0 < other[3] < 255)


def _add(panel: Panel, tile: pygame.Surface, part: pygame.Rect, area: pygame.Rect) -> None:
    """Add a part of a tile, one pixel wide or high, repeated over ``area``."""
    color = _color(tile, part.x, part.y)
    plain = part.size == (1, 1)
    if plain and color[3] == 255:
        panel.fills.append((color, area))
    elif color[3] or not plain:
        # A large area is made of one piece used many times.
        high = min(area.h, TALLEST) if plain else area.h
        piece = pygame.transform.scale(tile.subsurface(part), (area.w, high))
        for y in range(area.y, area.bottom, high):
            rest = min(high, area.bottom - y)
            panel.pieces.append((piece.subsurface((0, 0, area.w, rest)), area.x, y))


def round_mask(size: tuple[int, int], radius: float) -> pygame.Surface:
    """Return a white rounded rectangle, for cutting pictures to shape with BLEND_RGBA_MIN."""
    mask = pygame.Surface(size, pygame.SRCALPHA, 32)
    draw_panel(mask, mask.get_rect(), Style(radius, (255, 255, 255, 255)))
    return mask


def allow_panels(room: int) -> None:
    """Keep so many bytes of panels at most, and half as many of the tiles they are made from."""
    _panels.limit, _tiles.limit = room, room // 2


def forget_panels() -> None:
    """Drop all that is kept, after a change of theme or scale."""
    _panels.clear()
    _tiles.clear()
