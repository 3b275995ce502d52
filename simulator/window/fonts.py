"""Typesetting: measuring, wrapping and drawing text in the roles of the theme.

Lengths going in and out are logical units. Text is drawn at three times its size and scaled
down, which spaces letters evenly at any size; both lines and pictures are kept within a bound.
"""

from __future__ import annotations

import io
import re
from functools import lru_cache
from importlib.resources import files
from typing import Final

import pygame

from simulator.window.cache import Cache
from simulator.window.panels import surface_bytes
from simulator.window.theme import TYPE

FACES: Final = {
    "regular": ("fontpkg_inter", "Inter[opsz,wght].ttf"),
    "semibold": ("font_manrope", "Manrope-SemiBold.ttf"),
    "bold": ("font_manrope", "Manrope-Bold.ttf"),
    "extrabold": ("font_manrope", "Manrope-ExtraBold.ttf"),
}
ELLIPSIS: Final = "…"
ROOM: Final = 8_000_000
"""Bytes of words that are kept drawn, until :meth:`Fonts.allow` says otherwise."""
DOUBT: Final = 0.15
"""How far words added up may be from the whole line, in logical units for each letter."""
EVEN_STEPS: Final = 6
"""How often the range of widths is halved in which lines may come out alike."""
ICON_GROWS: Final = 1.6
"""How much larger icons become at most: more would take room from the words."""
_UNPRINTABLE: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f\u200b\ud800-\udfff]")
_OPENING: Final = re.compile(r"(?<![^\s(\[—–])[\"']+")
_DASH: Final = re.compile(r"(?<!\S)-(?=\s)")
_OPEN: Final = str.maketrans({'"': "“", "'": "‘"})
_CLOSE: Final = str.maketrans({'"': "”", "'": "’"})


@lru_cache(maxsize=8)
def _face_bytes(face: str) -> bytes:
    """A font without its forms by context, which would show the 8x2 of a path as 8×2.

    Nothing that shapes text here can be told to leave them out, so the feature is given another
    name: names, paths and keys stand on the screen as they are typed.
    """
    package, name = FACES[face]
    return (files(package) / "files" / name).read_bytes().replace(b"calt", b"none")


# A font keeps every letter it has drawn, at three times its size, so those of one look are enough.
@lru_cache(maxsize=24)
def _font(face: str, pixels: int) -> pygame.font.Font:
    return pygame.font.Font(io.BytesIO(_face_bytes(face)), pixels)


def clean(text: str) -> str:
    """Return ``text`` without characters no font can draw (controls, lone surrogates)."""
    return _UNPRINTABLE.sub(" ", text)


def typeset(text: str) -> str:
    """Return ``text`` with the marks of print in place of a keyboard's, one for one.

    Authors may type straight quotes, and a hyphen for a dash; readers see “these”, ’ and –.
    """
    opened = _OPENING.sub(lambda found: found[0].translate(_OPEN), clean(text))
    return _DASH.sub("–", opened).translate(_CLOSE)


class Fonts:
    """Text at one scale: ``scale`` is pixels a unit, ``text_scale`` the reader's wish (0.8..2)."""

    def __init__(self, scale: float = 1.0, text_scale: float = 1.0) -> None:
        pygame.font.init()
        self.scale = scale
        self.text_scale = text_scale
        self._pictures: Cache[pygame.Surface] = Cache(ROOM, surface_bytes)
        self._widths: Cache[float] = Cache(20_000, lambda _: 1)
        self._wrapped: Cache[tuple[str, ...]] = Cache(4_000, lambda _: 1)

    def rescale(self, scale: float, text_scale: float) -> None:
        """Set text at another scale from now on."""
        if (scale, text_scale) != (self.scale, self.text_scale):
            self.scale, self.text_scale = scale, text_scale
            for cache in (self._pictures, self._widths, self._wrapped):
                cache.clear()

    def allow(self, room: int) -> None:
        """Keep so many bytes of drawn words at most."""
        self._pictures.limit = room

    def leading(self, role: str) -> float:
        """Return the height of one line."""
        return TYPE[role].leading * self.text_scale

    def size(self, role: str) -> float:
        """Return the size of the letters."""
        return TYPE[role].size * self.text_scale

    def icon(self, side: float) -> float:
        """Return the side of an icon beside words: it grows with them, up to 1.6 times ``side``."""
        return side * min(max(1.0, self.text_scale), ICON_GROWS)

    def width(self, text: str, role: str) -> float:
        """Return the width of one line of text."""
        return self._widths.get((text, role), lambda: self._measure(text, role))

    def _measure(self, text: str, role: str) -> float:
        font, times = self._face(role)
        return font.size(typeset(text))[0] / times / self.scale

    def _face(self, role: str) -> tuple[pygame.font.Font, int]:
        pixels = self.size(role) * self.scale
        times = 3 if pixels < 40 else 2
        return _font(TYPE[role].face, max(1, round(pixels * times))), times

    def lines(self, text: str, role: str, width: float) -> tuple[str, ...]:
        """Return ``text`` broken to lines no wider than ``width``; long words are broken too."""
        return self._wrapped.get(
            (text, role, round(width, 2)), lambda: self._wrap(text, role, width)
        )

    def _wrap(self, text: str, role: str, width: float) -> tuple[str, ...]:
        lines: list[str] = []
        space = self.width(" ", role)
        for paragraph in text.split("\n"):
            line, long = "", 0.0
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                # Words met before are added up; a line is measured only where that might mislead.
                long = (long if line else -space) + self.width(f"{word} ", role)
                near = abs(long - width) < self.leading(role) / 2 + DOUBT * len(longer)
                if (self.width(longer, role) if near else long) <= width:
                    line = longer
                    continue
                if line:
                    lines.append(line)
                *whole, line = self._split(word, role, width)
                lines.extend(whole)
                long = self.width(f"{line} ", role) - space
            lines.append(line)
        return tuple(lines)

    def _split(self, word: str, role: str, width: float) -> list[str]:
        """Break one word into pieces that fit, at least a letter each."""
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.width(pieces[-1] + letter, role) > width:
                pieces.append(letter)
            else:
                pieces[-1] += letter
        return pieces

    def height(self, text: str, role: str, width: float) -> float:
        """Return the height of ``text`` wrapped to ``width``."""
        return len(self.lines(text, role, width)) * self.leading(role)

    def evenly(self, text: str, role: str, width: float) -> float:
        """Return about the least width at which ``text`` takes no more lines than at ``width``.

        At that width no word is left alone on a last line, and none is broken that is whole at
        ``width``.
        """
        many = len(self.lines(text, role, width))
        widest = max((self.width(word, role) for word in text.split()), default=0.0)
        low, high = min(widest, width), width
        for _ in range(EVEN_STEPS if many > 1 else 0):
            middle = (low + high) / 2
            if len(self.lines(text, role, middle)) > many:
                low = middle
            else:
                high = middle
        return high

    def shorten(self, text: str, role: str, width: float) -> str:
        """Return ``text``, with its end replaced by an ellipsis if it is wider than ``width``."""
        if self.width(text, role) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(text[:middle].rstrip() + ELLIPSIS, role) <= width:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + ELLIPSIS

    def picture(self, line: str, role: str, color: str) -> pygame.Surface:
        """Return one line of text drawn in ``color`` on nothing, in pixels."""
        return self._pictures.get((line, role, color), lambda: self._draw(line, role, color))

    def _draw(self, line: str, role: str, color: str) -> pygame.Surface:
        font, times = self._face(role)
        large = font.render(typeset(line) or " ", True, color)
        size = (max(1, round(large.get_width() / times)), max(1, round(large.get_height() / times)))
        return pygame.transform.smoothscale(large, size)
