"""The looks a screen may be seen in: size of the window, size of text, theme."""

from __future__ import annotations

from itertools import product
from typing import Final, NamedTuple

from simulator.window.app import App
from simulator.window.theme import THEMES

SIZES: Final = ((1280, 720), (1920, 1080), (1024, 640), (2560, 1080), (1024, 768))
LARGE_SIZES: Final = ((3840, 2160), (3440, 1440))
TEXT_SCALES: Final = (0.8, 1.0, 1.5, 2.0)
THEME_NAMES: Final = tuple(THEMES)


class Look(NamedTuple):
    """One of the looks."""

    size: tuple[int, int]
    text: float
    theme: str

    def __str__(self) -> str:
        return f"{self.size[0]}x{self.size[1]}, text {self.text:g}, {self.theme}"

    def app(self) -> App:
        """An application without a display that looks so."""
        return App(
            self.size,
            theme=THEMES[self.theme],
            text_scale=self.text,
            reduced_motion=True,
            headless=True,
        )


def all_looks() -> list[Look]:
    """Every look that must work."""
    return [Look(*look) for look in product(SIZES, TEXT_SCALES, THEME_NAMES)]


def pairs() -> list[Look]:
    """The fewest looks in which every two values of different kinds meet: a third of all.

    Every size of window meets every size of text once, and the theme goes round.
    """
    return [
        Look(size, text, THEME_NAMES[(row + column) % len(THEME_NAMES)])
        for row, size in enumerate(SIZES)
        for column, text in enumerate(TEXT_SCALES)
    ]
