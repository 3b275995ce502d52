"""What every scene shares: its size in units, the light, the walls, the woods.

A scene is drawn ``width`` units wide and 372 high around a person at ``person``: what belongs to
the person keeps its distance to the person, what belongs to a side keeps its distance to it, and
walls, windows and counters grow. The left part stays calm, as a speech bubble lies over it.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.window.art.furniture import HALO, SKY, Box, outline
from simulator.window.art.markup import circle, fade, glow, path, rect

HEIGHT = 372.0
TABLE = 318.0
OAK = ("#dcb48f", "#c79a74", "#a97c58")
WALNUT = ("#b3845f", "#99694a", "#7b5038")
BIRCH = ("#f0d9b8", "#e2c49c", "#c3a27a")


@dataclass(frozen=True, slots=True)
class Room:
    """The size of a scene in units: how wide it is, and where the person stands."""

    width: float
    person: float
    calm: bool = False
    """Whether nothing hangs at the left, where words will stand."""

    def clear(self, left: float) -> float:
        """Where clouds begin in a window from ``left`` on: white words hide on a white cloud."""
        return max(left, self.person + 60) if self.calm else left

    @property
    def right(self) -> float:
        """Where something of 180 units beside the person stands without leaving the room."""
        return min(self.person + 196, self.width - 84)

    def left_shelf(self, wanted: float, reach: float = 206.0) -> float:
        """How wide a shelf on the left is, from 40 on, so that it ends before ``reach``."""
        return max(min(wanted, self.person - reach - 54), 90)


def sky(floor: float) -> str:
    """The gradient of the sky, to be filled with ``url(#sky)``."""
    return fade("sky", 20, floor, SKY)


def lower_wall(room: Room, top: float, color: str) -> tuple[str, str]:
    """The lower part of a wall, or a floor: its definition and its shape."""
    define = fade("low", top, HEIGHT, (color, color))
    return define, rect(0, top, room.width, HEIGHT - top, "url(#low)")


def halo(room: Room, color: str = HALO, strength: float = 0.7) -> tuple[str, str]:
    """A soft light behind the person: its definition and its shape."""
    define = glow("halo", room.person, 170, 235, color, strength)
    return define, circle(room.person, 170, 235, "url(#halo)")


def wall(room: Room, colors: tuple[str, str], holes: tuple[Box, ...] = ()) -> tuple[str, str]:
    """A wall with windows cut out: its definition and its shape."""
    whole = f"M0 0 H{room.width:.1f} V{HEIGHT:g} H0Z"
    d = whole + "".join(f" {outline(box)}" for box in holes)
    return fade("wall", 0, HEIGHT, colors), path(d, "url(#wall)", holes=True)
