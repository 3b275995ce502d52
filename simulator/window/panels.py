"""Rounded rectangles with a border and a soft shadow, smooth at every size.

The shape is a signed-distance function drawn once in numpy for each style, as the smallest tile
that can be cut in nine; :func:`draw_panel` places the corners and stretches the edges straight
onto the target, so only small tiles are ever kept.
"""

from __future__ import annotations

import math
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


_tiles: Cache[pygame.Surface] = Cache(24_000_000, surface_bytes)


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
    if rect.w <= 0 or rect.h <= 0:
        return
    style = style._replace(radius=max(0.5, min(style.radius, rect.w / 2, rect.h / 2)))
    margin = style.margin
    core = 2 * math.ceil(max(style.radius, style.border_width)) + 4
    if style.shadow:
        core = max(core, 2 * math.ceil(style.shadow[0] + style.radius) + 4)
    if rect.w <= core:
        tile = _tiles.get((rect.w, rect.h, style), lambda: _raster(rect.w, rect.h, style))
        target.blit(tile, (rect.x - margin, rect.y - margin))
        return
    if rect.h <= core:
        tile = _tiles.get((core, rect.h, style), lambda: _raster(core, rect.h, style))
        _three(target, rect.inflate(2 * margin, 2 * margin), tile)
        return
    tile = _tiles.get((core, core, style), lambda: _raster(core, core, style))
    _nine(target, rect.inflate(2 * margin, 2 * margin), tile, style.fill)


def _three(target: pygame.Surface, outer: pygame.Rect, tile: pygame.Surface) -> None:
    """Draw a panel too low to be cut in nine: both ends, and a column stretched between them."""
    wide, high = tile.get_size()
    k = wide // 2
    far, mid = wide - k, k
    target.blit(tile, outer.topleft, (0, 0, k, high))
    target.blit(tile, (outer.right - k, outer.y), (far, 0, k, high))
    middle = outer.w - 2 * k
    if middle > 0:
        column = pygame.transform.scale(tile.subsurface((mid, 0, 1, high)), (middle, high))
        target.blit(column, (outer.x + k, outer.y))


def _nine(
    target: pygame.Surface, outer: pygame.Rect, tile: pygame.Surface, fill: Color | None
) -> None:
    side = tile.get_width()
    k = side // 2
    far, mid = side - k, k
    right, bottom = outer.right - k, outer.bottom - k
    target.blits(
        [
            (tile, outer.topleft, (0, 0, k, k)),
            (tile, (right, outer.y), (far, 0, k, k)),
            (tile, (outer.x, bottom), (0, far, k, k)),
            (tile, (right, bottom), (far, far, k, k)),
        ],
        doreturn=False,
    )
    wide, high = outer.w - 2 * k, outer.h - 2 * k
    stretch = pygame.transform.scale
    if wide > 0:
        target.blit(stretch(tile.subsurface((mid, 0, 1, k)), (wide, k)), (outer.x + k, outer.y))
        target.blit(stretch(tile.subsurface((mid, far, 1, k)), (wide, k)), (outer.x + k, bottom))
    if high > 0:
        target.blit(stretch(tile.subsurface((0, mid, k, 1)), (k, high)), (outer.x, outer.y + k))
        target.blit(stretch(tile.subsurface((far, mid, k, 1)), (k, high)), (right, outer.y + k))
    if wide > 0 and high > 0 and fill:
        middle = pygame.Rect(outer.x + k, outer.y + k, wide, high)
        if fill[3] == 255:
            target.fill(fill, middle)
        else:
            target.blit(stretch(tile.subsurface((mid, mid, 1, 1)), middle.size), middle)


def round_mask(size: tuple[int, int], radius: float) -> pygame.Surface:
    """Return a white rounded rectangle, for cutting pictures to shape with BLEND_RGBA_MIN."""
    mask = pygame.Surface(size, pygame.SRCALPHA, 32)
    draw_panel(mask, mask.get_rect(), Style(radius, (255, 255, 255, 255)))
    return mask


def forget_panels() -> None:
    """Drop all kept tiles, after a change of theme or scale."""
    _tiles.clear()
