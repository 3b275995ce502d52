"""What every scene shares: its size in units, the light, the walls, the woods.

A scene is drawn ``width`` units wide and 372 high around a person at ``person``: what belongs to
the person keeps its distance to the person, what belongs to a side keeps its distance to it, and
walls, windows and counters grow. The left part stays calm where a speech bubble lies over it. A
picture may show a part of the scene only; what its frame would slice is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.window.art.furniture import HALO, SKY, Box, Prop, outline
from simulator.window.art.markup import circle, fade, glow, moved, path, rect

HEIGHT = 372.0
TABLE = 318.0
OAK = ("#dcb48f", "#c79a74", "#a97c58")
WALNUT = ("#b3845f", "#99694a", "#7b5038")
BIRCH = ("#f0d9b8", "#e2c49c", "#c3a27a")


@dataclass(frozen=True, slots=True)
class Room:
    """The size of a scene in units: how wide it is, where the person stands, and what is seen."""

    width: float
    person: float
    first: float
    """Where what is seen begins."""
    last: float
    """Where what is seen ends."""
    calm: bool = False
    """Whether nothing hangs at the left, where words will stand."""
    full: bool = False
    """Whether things stand left of the person as they do on the right: no words will lie there."""

    def clear(self, left: float) -> float:
        """Where clouds begin in a window from ``left`` on: white words hide on a white cloud."""
        return max(left, self.person + 60) if self.calm else left

    @property
    def has_far_wall(self) -> bool:
        """Whether the room is so wide that left of all words there is still a bare wall."""
        return self.width > (1450 if self.calm else 1150) and not self.full

    def start(self, before: float) -> float:
        """Where what is behind the person begins: ``before`` units left of them, or at the wall."""
        return 36.0 if self.full else self.person - before

    def holds(self, left: float, right: float) -> bool:
        """Whether all from ``left`` to ``right`` is seen, and not only a part of it."""
        return self.first <= left and right <= self.last

    def put(self, prop: Prop, x: float, floor: float, scale: float = 1.0) -> list[str]:
        """A thing at ``x``, or a little beside it to be seen whole, or nothing if that is far."""
        left, right = prop.left * scale, prop.right * scale
        spot = max(min(x, self.last - right - 8), self.first + left + 8)
        if abs(spot - x) > 0.25 * (left + right) or not self.holds(spot - left, spot + right):
            return []
        return [moved(spot, floor, prop.shapes, scale)]

    def ledge(self, prop: Prop, left: float = 40.0, floor: float = 262.0) -> list[str]:
        """What hangs at the left, or nearer where the wall is full of things; nothing if cut."""
        if self.full:
            return []
        return self.put(prop, left, floor) if self.holds(left, left + prop.right) else []

    def steps(self, start: float, step: float, wide: float, least: float = 0.9) -> list[float]:
        """Where things ``wide`` units wide begin from ``start`` to the wall, ``step`` by ``step``.

        What would be seen by a smaller part than ``least`` is left out.
        """
        places: list[float] = []
        while -wide < start < self.width:
            seen = min(start + wide, self.last) - max(start, self.first)
            places += [start] if seen > wide * least else []
            start += step
        return places

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
