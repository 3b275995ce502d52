"""Drawing in logical units on a surface.

A :class:`Canvas` joins a surface, a theme and the typesetter. It draws panels, text, icons and
pictures, and, given a :class:`~simulator.window.record.Record`, notes each of them so that a test
can find cut text, overlaps and weak contrast (see inspection.py).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from math import floor
from typing import Literal, NamedTuple

import pygame

from simulator.window.cache import Cache
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.panels import Style, draw_panel, keep_panel, round_mask, surface_bytes
from simulator.window.record import Clip, Record, Slide, apart, ground_around, ground_under
from simulator.window.theme import CARD_RADIUS, Shadow, Theme

Align = Literal["left", "center", "right"]
VAlign = Literal["top", "middle", "bottom"]


class Picture(NamedTuple):
    """A drawing without the empty margins around it, and how far in it begins, in pixels."""

    surface: pygame.Surface
    x: int
    y: int


Draw = Callable[[], Picture]
PictureKey = tuple[Hashable, int, int, float]
"""What is drawn, its width and height in pixels, and how round its corners are."""
REACH = 32.0
"""How far the shadow of a card may reach past it, in logical units."""
ROOM = 32_000_000
_pictures: Cache[Picture] = Cache(ROOM, lambda picture: surface_bytes(picture.surface))


@lru_cache(maxsize=512)
def rgba(color: str, opacity: int = 255) -> tuple[int, int, int, int]:
    """Return ``#rrggbb`` as four numbers from 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16), opacity


def raster(svg: str) -> pygame.Surface:
    """Draw an SVG document at its own width and height.

    Raises:
        pygame.error: the text is not an SVG document.
    """
    loaded = pygame.image.load(io.BytesIO(svg.encode()), "picture.svg")
    # Drawing is ten times faster between surfaces whose colours lie in the same order.
    return loaded.convert(pygame.Surface((1, 1), pygame.SRCALPHA, 32))


def _trimmed(surface: pygame.Surface) -> Picture:
    """Leave out what does not show, if that is much: half of a desk in front of somebody."""
    box = surface.get_bounding_rect()
    if box.w * box.h > 0.8 * surface.get_width() * surface.get_height():
        return Picture(surface, 0, 0)
    box.size = max(1, box.w), max(1, box.h)
    return Picture(surface.subsurface(box).copy(), box.x, box.y)


class Canvas:
    """A surface to draw on, ``fonts.scale`` pixels to the logical unit."""

    def __init__(
        self, surface: pygame.Surface, theme: Theme, fonts: Fonts, record: Record | None = None
    ) -> None:
        self.surface = surface
        self.theme = theme
        self.fonts = fonts
        self.record = record
        self._clips: list[Clip] = []

    @property
    def scale(self) -> float:
        """Pixels to the logical unit."""
        return self.fonts.scale

    @property
    def size(self) -> Rect:
        """The whole surface."""
        w, h = self.surface.get_size()
        return Rect(0, 0, w / self.scale, h / self.scale)

    def pixels(self, rect: Rect) -> pygame.Rect:
        """Return ``rect`` in whole pixels; rectangles that touch still touch."""
        k = self.scale
        x, y = round(rect.x * k), round(rect.y * k)
        return pygame.Rect(x, y, round(rect.right * k) - x, round(rect.bottom * k) - y)

    def shows(self, rect: Rect) -> bool:
        """Tell whether anything of ``rect`` would be seen here."""
        return self.pixels(rect).colliderect(self.surface.get_clip())

    def wants(self, rect: Rect) -> bool:
        """Tell whether a card at ``rect``, or its shadow, is to be drawn here, or noted."""
        return self.record is not None or self.shows(rect.inset(-REACH))

    # Shapes.

    def fill(self, rect: Rect, color: str, opacity: int = 255) -> None:
        """Fill a plain rectangle."""
        area = self.pixels(rect)
        area.size = max(1, area.w), max(1, area.h)
        self._note_shape(rect, color if opacity == 255 else None, None)
        if opacity == 255:
            self._flood(area, color)
        else:
            self._lay(area, Style(0.5, rgba(color, opacity)))
        self._note("panel", rect)

    def panel(
        self,
        rect: Rect,
        fill: str | None = None,
        *,
        radius: float = CARD_RADIUS,
        border: str | None = None,
        width: float = 0.0,
        shadow: Shadow | None = None,
        opacity: int = 255,
    ) -> None:
        """Draw a rounded rectangle; ``opacity`` is that of the fill."""
        k, theme = self.scale, self.theme
        if fill and not border and theme.shadow is None and fill in theme.faint:
            border = theme.line
        style = Style(
            radius * k,
            rgba(fill, opacity) if fill else None,
            rgba(border) if border else None,
            max(1.0, width * k) if border else 0.0,
            (shadow.blur * k, shadow.drop * k, rgba(shadow.color, shadow.opacity))
            if shadow
            else None,
        )
        self._note_shape(rect, fill if opacity == 255 else None, border)
        self._lay(self.pixels(rect), style)
        if fill:
            self._note("panel", rect)

    def card(self, rect: Rect, *, radius: float = CARD_RADIUS) -> None:
        """Draw the ground of a group of things."""
        theme = self.theme
        self.panel(
            rect,
            theme.card,
            radius=radius,
            border=theme.rim,
            width=theme.border,
            shadow=theme.shadow,
        )

    def edge(self, card: Rect) -> None:
        """Draw the border of a card anew, over a picture or a band that covers it."""
        if self.theme.shadow is None:
            self.panel(card, border=self.theme.line, width=self.theme.border)

    def band(self, card: Rect, high: float) -> None:
        """Draw a tinted band ``high`` units high along the top of a card, round above only."""
        theme = self.theme
        whole = self.pixels(card)
        with self.clip(card._replace(h=high)):
            self._lay(whole, Style(CARD_RADIUS * self.scale, rgba(theme.primary.tint)))
        self.edge(card)

    def line(self, x: float, y: float, length: float, color: str | None = None) -> None:
        """Draw a thin level line that parts two things."""
        self._flood(self._hairline(x, y, length), color or self.theme.line)

    def wash(self, rect: Rect, color: str) -> None:
        """Color the ground of words without being a panel that must hold them (a selection)."""
        self._flood(self.pixels(rect), color)

    def _hairline(self, x: float, y: float, length: float) -> pygame.Rect:
        area = self.pixels(Rect(x, y, length, 1))
        # From edge to edge some would be a pixel thicker than others beside them.
        area.h = max(1, round(self.scale))
        return area

    # Text.

    def text(
        self,
        text: str,
        rect: Rect,
        role: str = "body",
        color: str | None = None,
        *,
        align: Align = "left",
        valign: VAlign = "top",
        lines: int | None = None,
    ) -> Rect:
        """Write wrapped text into ``rect`` and return the room it took.

        With ``lines`` the text is shortened with an ellipsis after that many lines; without it
        all of it is written, even past the end of ``rect`` (which the inspection reports).
        """
        shown = self.fonts.lines(text, role, rect.w)
        shortened = lines is not None and len(shown) > lines
        if lines is not None and shortened:
            rest = " ".join(shown[lines - 1 :])
            shown = (*shown[: lines - 1], self.fonts.shorten(rest, role, rect.w))
        leading = self.fonts.leading(role)
        slack = rect.h - leading * len(shown)
        y = rect.y + {"top": 0.0, "middle": slack / 2, "bottom": slack}[valign]
        wide = max(self.fonts.width(line, role) for line in shown)
        part = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        block = Rect(rect.x + (rect.w - wide) * part, y, wide, leading * len(shown))
        seen = self.shows(block.inset(-leading))
        if not (self.record or seen):
            return block
        color = color or self.theme.ink
        # The edge of a pill may lie in the empty margin of a line.
        core = block.inset(1, 0.1 * leading) if self.record else block
        ground = ground_under(self.surface, self.pixels(core)) if self.record else []
        for i, line in enumerate(shown if seen else ()):
            picture = self.fonts.picture(line, role, color)
            k = self.scale
            x = rect.x * k + (rect.w * k - picture.get_width()) * part
            top = (y + leading * (i + 0.5)) * k - picture.get_height() / 2
            # round() would move every other half pixel up, and lines would stand unevenly.
            self.paste(picture, (round(x), floor(top + 0.5)))
        if self.record and text.strip():
            self.record.add_text(
                text, block, rect, self._clip(), color, ground, self.fonts.size(role), shortened
            )
        return block

    def label(
        self,
        text: str,
        x: float,
        y: float,
        role: str = "label",
        color: str | None = None,
        *,
        align: Align = "left",
    ) -> Rect:
        """Write one line with its middle at height ``y``, starting, centred or ending at ``x``."""
        w, h = self.fonts.width(text, role) + 0.01, self.fonts.leading(role)
        left = x - w * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        return self.text(text, Rect(left, y - h / 2, w, h), role, color)

    # Pictures.

    def icon(self, name: str, x: float, y: float, size: float, color: str | None = None) -> None:
        """Draw an icon of art/icons.py with its centre at ``x``, ``y``."""
        from simulator.window.art.icons import icon_svg

        shade = color or self.theme.ink
        rect = Rect(x - size / 2, y - size / 2, size, size)
        core = rect.inset(size * 0.2)
        ground = ground_under(self.surface, self.pixels(core)) if self.record else []
        self._picture(("icon", name, shade), lambda w, h: icon_svg(name, shade, w, h), rect)
        if self.record:
            self.record.add("icon", rect, self._clip(), name, shade, ground)

    def picture(
        self, key: Hashable, make: Callable[[int, int], str], rect: Rect, *, radius: float = 0.0
    ) -> None:
        """Draw an SVG that fills ``rect``, cut to round corners.

        ``make`` returns the SVG for a width and a height in pixels; it is called only when no
        picture of that size is kept under ``key``, so ``key`` must name all that it depends on.
        """
        self._picture(key, make, rect, radius)
        self._note("picture", rect, str(key))

    def _picture(
        self,
        key: Hashable,
        make: Callable[[int, int], str],
        rect: Rect,
        radius: float = 0.0,
    ) -> None:
        area = self.pixels(rect)
        w, h = max(1, area.w), max(1, area.h)
        rounding = round(radius * self.scale, 1)

        def draw() -> Picture:
            surface = raster(make(w, h))
            if rounding:
                mask = round_mask(surface.get_size(), rounding)
                surface.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
            return _trimmed(surface)

        picture = self._drawn((key, w, h, rounding), draw)
        if picture:
            self.paste(picture.surface, (area.x + picture.x, area.y + picture.y))

    # What it comes down to.

    def _flood(self, area: pygame.Rect, color: str) -> None:
        self.surface.fill(color, area)

    def _lay(self, area: pygame.Rect, style: Style) -> None:
        draw_panel(self.surface, area, style)

    def paste(self, picture: pygame.Surface, at: tuple[int, int]) -> None:
        """Lay a picture of pixels on the surface, its upper left corner at ``at``."""
        self.surface.blit(picture, at)

    def _drawn(self, key: PictureKey, draw: Draw) -> Picture | None:
        return _pictures.get(key, draw)

    # Bounds and notes.

    @contextmanager
    def clip(self, rect: Rect, slides: Slide = "") -> Iterator[None]:
        """Keep what is drawn inside ``rect``; ``slides`` says how the rest can be brought in."""
        before = self.surface.get_clip()
        self.surface.set_clip(self.pixels(rect).clip(before))
        self._clips.append(
            _within(self._clips[-1], rect, slides) if self._clips else Clip(rect, slides)
        )
        try:
            yield
        finally:
            self._clips.pop()
            self.surface.set_clip(before)

    def shade(self) -> None:
        """Darken all drawn so far; what follows stands in front of it."""
        self.next_layer()
        self.fill(self.size, self.theme.scrim, self.theme.scrim_opacity)

    def next_layer(self) -> None:
        """Say that what follows may cover what was drawn so far."""
        if self.record:
            self.record.layer += 1

    def _clip(self) -> Clip | None:
        return self._clips[-1] if self._clips else None

    def _note_shape(self, rect: Rect, fill: str | None, border: str | None) -> None:
        """Note a shape in a colour that means something, before it is drawn on its ground.

        It may stand out from what is around it, or else from what is under it or inside its border.
        """
        color = border or fill
        if not (self.record and color and color in self.theme.parts):
            return
        inside = [rgba(fill)[:3]] if fill else []
        area = self.pixels(rect)
        other = inside if border else ground_under(self.surface, area)
        grounds = [ground for ground in (ground_around(self.surface, area), other) if ground]
        ground = max(grounds, key=lambda ground: apart(color, ground), default=[])
        self.record.add("outline", rect, self._clip(), "", color, ground)

    def _note(self, kind: Literal["panel", "picture"], rect: Rect, name: str = "") -> None:
        if self.record:
            self.record.add(kind, rect, self._clip(), name)

    def note_widget(self, rect: Rect, name: str, *, container: bool = False) -> None:
        """Note where a widget stands; a container may hold other widgets."""
        if self.record:
            self.record.add("container" if container else "widget", rect, self._clip(), name)


def _within(outer: Clip, rect: Rect, slides: Slide) -> Clip:
    """The clip of a part inside a clipped part: what shows of both, moved as either can be."""
    moved = outer.slides if slides in ("", outer.slides) else slides
    both: Slide = "both" if outer.slides and slides and outer.slides != slides else moved
    return Clip(rect.meets(outer.rect) or Rect(rect.x, rect.y), both)


@lru_cache(maxsize=2)
def _blank(size: tuple[int, int]) -> pygame.Surface:
    """A surface that is never drawn on, and so shared: a screen that is gone would hold its own."""
    return pygame.Surface(size, 0, 8)


class Rehearsal(Canvas):
    """A canvas that shows nothing: what is drawn on it is only at hand from then on.

    Words and panels are made at once. Pictures take longer, so those that are not at hand are put
    down in ``missing``, to be drawn in a thread by calling each value.
    """

    def __init__(self, size: tuple[int, int], theme: Theme, fonts: Fonts) -> None:
        super().__init__(_blank(size), theme, fonts)
        self.missing: dict[Hashable, Draw] = {}

    def _flood(self, area: pygame.Rect, color: str) -> None:
        pass

    def _lay(self, area: pygame.Rect, style: Style) -> None:
        if area.colliderect(self.surface.get_clip()):
            keep_panel(area.size, style)

    def paste(self, picture: pygame.Surface, at: tuple[int, int]) -> None:
        """Show nothing."""

    def _drawn(self, key: PictureKey, draw: Draw) -> Picture | None:
        if key not in _pictures:
            self.missing[key] = lambda: _pictures.get(key, draw)
        return None


SMALL = 96 * 96
"""Pixels up to which a picture is drawn at once rather than awaited."""


class Patient(Canvas):
    """A canvas that leaves out large pictures that are not at hand, and puts them in ``missing``.

    Those in ``awaited`` are drawn at once: they have been waited for already. Without it all are.
    """

    def __init__(
        self, surface: pygame.Surface, theme: Theme, fonts: Fonts, awaited: set[Hashable] | None
    ) -> None:
        super().__init__(surface, theme, fonts)
        self.awaited = awaited
        self.missing: dict[Hashable, Draw] = {}

    def _drawn(self, key: PictureKey, draw: Draw) -> Picture | None:
        small = key[1] * key[2] <= SMALL
        if small or self.awaited is None or key in self.awaited or key in _pictures:
            return super()._drawn(key, draw)
        self.missing[key] = lambda: _pictures.get(key, draw)
        return None


def allow_pictures(room: int) -> None:
    """Keep so many bytes of pictures at most."""
    _pictures.limit = room


def forget_pictures() -> None:
    """Drop all kept pictures, after a change of scale."""
    _pictures.clear()
