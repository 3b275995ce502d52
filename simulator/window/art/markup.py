"""The few SVG shapes that SDL's renderer draws faithfully, written as text.

All lengths are in the units of the view box of the document they end up in; colors are
``#rrggbb``; opacities run from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterable


def number(value: float) -> str:
    """Write a length with at most two decimals, so that the text is the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _faded(opacity: float) -> str:
    return "" if opacity >= 1 else f' opacity="{number(opacity)}"'


def path(d: str, fill: str, opacity: float = 1.0, *, holes: bool = False) -> str:
    """A filled outline; with ``holes`` a second outline inside the first is cut out."""
    rule = ' fill-rule="evenodd"' if holes else ""
    return f'<path d="{d}" fill="{fill}"{rule}{_faded(opacity)}/>'


def line(d: str, color: str, width: float, opacity: float = 1.0, *, butt: bool = False) -> str:
    """A drawn line with round joins, and round ends unless ``butt``."""
    cap = "butt" if butt else "round"
    return (
        f'<path d="{d}" fill="none" stroke="{color}" stroke-width="{number(width)}"'
        f' stroke-linecap="{cap}" stroke-linejoin="round"{_faded(opacity)}/>'
    )


def circle(x: float, y: float, radius: float, fill: str, opacity: float = 1.0) -> str:
    """A filled disc around (x, y)."""
    return (
        f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
        f' fill="{fill}"{_faded(opacity)}/>'
    )


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1.0) -> str:
    """A filled ellipse around (x, y)."""
    return (
        f'<ellipse cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" ry="{number(ry)}"'
        f' fill="{fill}"{_faded(opacity)}/>'
    )


def rect(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str,
    radius: float = 0.0,
    opacity: float = 1.0,
) -> str:
    """A filled rectangle with its top left corner at (x, y)."""
    corner = f' rx="{number(radius)}"' if radius else ""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}"'
        f' height="{number(height)}"{corner} fill="{fill}"{_faded(opacity)}/>'
    )


def group(transform: str, parts: Iterable[str]) -> str:
    """Shapes moved, turned or scaled together."""
    return f'<g transform="{transform}">{"".join(parts)}</g>'


def moved(x: float, y: float, parts: Iterable[str], scale: float = 1.0) -> str:
    """Shapes drawn around their own origin, placed at (x, y) and scaled evenly."""
    size = "" if scale == 1 else f" scale({number(scale)})"
    return group(f"translate({number(x)} {number(y)}){size}", parts)


def fade(name: str, top: float, bottom: float, colors: tuple[str, str]) -> str:
    """Define a vertical gradient that other shapes fill with as ``url(#name)``."""
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" y1="{number(top)}"'
        f' x2="0" y2="{number(bottom)}"><stop offset="0" stop-color="{colors[0]}"/>'
        f'<stop offset="1" stop-color="{colors[1]}"/></linearGradient>'
    )


def glow(name: str, x: float, y: float, radius: float, color: str, strength: float) -> str:
    """Define a round gradient from ``color`` at ``strength`` in the middle to nothing."""
    return (
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{number(x)}"'
        f' cy="{number(y)}" r="{number(radius)}"><stop offset="0" stop-color="{color}"'
        f' stop-opacity="{number(strength)}"/><stop offset="1" stop-color="{color}"'
        f' stop-opacity="0"/></radialGradient>'
    )


def document(
    size: tuple[int, int],
    view: tuple[float, float],
    parts: Iterable[str],
    defs: str = "",
    start: tuple[float, float] = (0, 0),
) -> str:
    """A whole SVG of ``size`` pixels that shows ``view`` units from ``start``, stretched to fit."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}"'
        f' viewBox="{" ".join(map(number, (*start, *view)))}" preserveAspectRatio="none">'
    )
    return f"{head}{f'<defs>{defs}</defs>' if defs else ''}{''.join(parts)}</svg>"


def mix(first: str, second: str, share: float) -> str:
    """Blend two ``#rrggbb`` colors: ``share`` 0 gives the first, 1 the second."""
    pairs = [(int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
