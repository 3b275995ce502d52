"""Rendering of SVG text in tests: through pygame, as the window does it."""

from __future__ import annotations

import io
import os
import re
from xml.etree import ElementTree

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

_DRAWN_TAGS = {
    "svg", "g", "path", "circle", "ellipse", "rect", "defs", "linearGradient", "radialGradient",
    "stop",
}  # fmt: skip
_COLOR = re.compile(r"#[0-9a-f]{6}|none|url\(#[a-z]+\)")
_NUMBER = re.compile(r"-?(\d+\.?\d*|\.\d+)")


def assert_drawable(svg: str) -> None:
    """Fail on anything that SDL's renderer skips without a word."""
    names: set[str] = set()
    used: set[str] = set()
    for element in ElementTree.fromstring(svg).iter():
        tag = element.tag.rpartition("}")[2]
        assert tag in _DRAWN_TAGS, tag
        assert not (tag == "g" and set(element.attrib) - {"transform"}), "only transforms on groups"
        assert not {"style", "class", "href"} & set(element.attrib)
        if tag.endswith("Gradient"):
            assert element.get("gradientUnits") == "userSpaceOnUse"
            names.add(element.attrib["id"])
        for name in ("fill", "stroke", "stop-color"):
            value = element.get(name, "none")
            assert _COLOR.fullmatch(value), value
            used |= set(re.findall(r"url\(#([a-z]+)\)", value))
        for name in ("x", "y", "width", "height", "r", "rx", "ry", "cx", "cy", "opacity"):
            value = element.get(name, "0")
            assert _NUMBER.fullmatch(value), (name, value)
        assert not re.search(r"nan|inf|None|e-\d", element.get("d", ""))
    assert used == names, "every gradient is defined once and used"


def render(svg: str) -> pygame.Surface:
    """Draw SVG text with SDL."""
    return pygame.image.load(io.BytesIO(svg.encode()), "drawing.svg")


def inked_share(svg: str, size: tuple[int, int]) -> float:
    """Draw, check the size, and return the share of pixels that are not clear."""
    assert_drawable(svg)
    surface = render(svg)
    assert surface.get_size() == size
    mask = pygame.mask.from_surface(surface, 40)
    return mask.count() / (size[0] * size[1])
