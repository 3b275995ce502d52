"""The way through the levels: a stop for each, and a trail of stepping stones between them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

from simulator.game.debrief import stars_of
from simulator.scenario.model import Scenario
from simulator.window.art.markup import document, path
from simulator.window.canvas import Canvas
from simulator.window.faces import draw_face, prospect_portrait
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.level_card import Reached, draw_stars
from simulator.window.theme import CARD_RADIUS
from simulator.window.widgets import Widget

Standing = Literal["played", "next", "open", "ahead"]
"""Played to the end; the one to play next; begun or open; or after the next one on the way."""

FACE_LEAST: Final = 76.0
FACE_MOST: Final = 148.0
WIDE: Final = 176.0
"""The least width of a stop at text scale 1."""
BADGE: Final = 26.0
INSIDE: Final = 8.0
TOP: Final = 14.0
"""Room above a face, whose rim takes some of it."""
STONE: Final = 8.0
STEP: Final = 20.0
RIM: Final = 6.0
"""How far outside its face the rim of a stop lies."""
LANE: Final = 28.0
"""Room beside the stops in which the way goes on to the next row."""
CURVE: Final = 56.0
SWING: Final = 54.0
"""How far stops stand above and below their line, at the most; twice that in a single row."""
ONE_ROW: Final = 4
"""So few stops stand in one row wherever they fit."""


class LevelStop(Widget):
    """A level on the way: the person in a circle, its number and title, stars or a hint."""

    def __init__(
        self, name: str, scenario: Scenario, reached: Reached, number: int, standing: Standing
    ) -> None:
        super().__init__(name, number=number if number <= 9 else 0)
        self.scenario = scenario
        self.reached = reached
        self.standing = standing
        self.at = number
        self.title = f"{number}. {scenario.title}"
        self.face = FACE_LEAST
        self.half = WIDE / 2
        self.shown = False

    def _line(self) -> str:
        """What stands below the title where there are no stars to show."""
        if self.reached.stage_name:
            return f"At: {self.reached.stage_name}"
        words = {"next": "Next", "open": "Open", "ahead": f"Best after {self.at - 1}", "played": ""}
        return words[self.standing]

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of face, title and the line below it."""
        words = fonts.height(self.title, "name", width - 2 * INSIDE)
        return TOP + self.face + 8 + words + 4 + fonts.leading("label") + INSIDE

    def words(self, fonts: Fonts, width: float) -> float:
        """Return how wide the title and the line below it are in a stop of that width."""
        room = width - 2 * INSIDE
        foot = fonts.width(self._line(), "label")
        if self.reached.best is not None and not self.reached.stage_name:
            foot = (
                3 * (15 * fonts.text_scale + 4) + 4 + fonts.width(str(self.reached.best), "label")
            )
        return min(room, max(fonts.evenly(self.title, "name", room), foot))

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the face, to which the trail leads."""
        return self.rect.middle[0], self.rect.y + TOP + self.face / 2

    @property
    def clear(self) -> float:
        """How far from the middle the trail is clear of the words below the face."""
        return max(self.rim, self.half + STONE + 4)

    @property
    def rim(self) -> float:
        """How far from the middle the trail begins and ends: at the face, or the ground shown."""
        return self.rect.w / 2 if self.shown else self.face / 2 + RIM

    def covers(self, x: float, y: float) -> bool:
        """Whether a point is too near to the face or the words for a stone to lie there.

        The ground of the stop that is shown covers more, and must not cut a stone.
        """
        if self.shown and self.rect.inset(-STONE).holds(x, y):
            return True
        middle = self.middle
        near = math.hypot(x - middle[0], y - middle[1]) < self.face / 2 + STEP
        top = middle[1] + self.face / 2
        words = Rect(middle[0] - self.half, top, 2 * self.half, self.rect.bottom - top)
        return near or words.inset(-4).holds(x, y)

    def draw(self, canvas: Canvas) -> None:
        """Draw the stop."""
        canvas.note_widget(self.rect, self.name)
        theme, fonts = canvas.theme, canvas.fonts
        if self.hovered or self.pressed or self.shown:
            ground = theme.primary.tint if self.pressed or self.shown else theme.hover
            canvas.panel(self.rect, ground, radius=CARD_RADIUS)
        x, y = self.middle
        face = Rect(x - self.face / 2, y - self.face / 2, self.face, self.face)
        ahead = self.standing == "ahead" and not self.reached.stage_name
        rim = theme.edge if ahead else theme.primary.fill
        canvas.panel(face.inset(-5), theme.card, radius=self.face, border=rim, width=3)
        tone = "neutral" if ahead else "primary"
        draw_face(canvas, prospect_portrait(self.scenario), face, radius=self.face / 2, tone=tone)
        canvas.next_layer()
        if not ahead:
            self._draw_badge(canvas, face)
        room = self.rect.inset(INSIDE)
        top = face.bottom + 8
        high = fonts.height(self.title, "name", room.w)
        ink = theme.muted if ahead else theme.ink
        even = fonts.evenly(self.title, "name", room.w)
        title = Rect(self.rect.middle[0] - even / 2, top, even, high)
        canvas.text(self.title, title, "name", ink, align="center")
        self._draw_foot(canvas, room, top + high + 4 + fonts.leading("label") / 2)
        self.draw_ring(canvas, CARD_RADIUS)

    def _draw_badge(self, canvas: Canvas, face: Rect) -> None:
        """Say by a sign at the face how things stand."""
        theme = canvas.theme
        if self.standing == "open" and not self.reached.stage_name:
            return
        side = BADGE * max(1.0, self.face / 110)
        box = Rect(face.right - side * 0.95, face.bottom - side * 0.95, side, side)
        sign = "check" if self.standing == "played" else "play"
        if self.reached.stage_name:
            sign = "pause"
        ground = theme.primary.fill
        canvas.panel(box.inset(-2), ground, radius=side, border=theme.card, width=2)
        canvas.icon(sign, *box.middle, side * 0.62, theme.on_primary)

    def _draw_foot(self, canvas: Canvas, room: Rect, y: float) -> None:
        fonts, theme = canvas.fonts, canvas.theme
        best, line = self.reached.best, self._line()
        if best is None or self.reached.stage_name:
            ink = theme.muted if self.standing == "ahead" else theme.primary.text
            canvas.label(fonts.shorten(line, "label", room.w), room.middle[0], y, "label", ink,
                         align="center")  # fmt: skip
            return
        size = 15 * fonts.text_scale
        stars, score = 3 * (size + 4) - 4, str(best)
        wide = stars + 8 + fonts.width(score, "label")
        left = room.middle[0] - wide / 2
        end = draw_stars(canvas, left, y, size, stars_of(best))
        canvas.label(score, end + 8, y)


def place_stops(stops: Sequence[LevelStop], fonts: Fonts, room: Rect) -> float:
    """Place the stops along a way that winds to and fro; return how high it is.

    A way that is lower than ``room`` is spread over it.
    """
    if not stops:
        return 0.0
    least = WIDE * max(1.0, fonts.text_scale * 0.9)
    most = max(1, int(room.w / least))
    wanted = math.ceil(math.sqrt(len(stops) * room.w / max(1.0, room.h)) - 0.2)
    if len(stops) <= ONE_ROW:
        wanted = len(stops)
    across = min(most, len(stops), max(1, wanted))
    deep = -(-len(stops) // across)
    wide = room.w / across
    own = min(wide - 2 * LANE, least * 1.35)
    for stop in stops:
        stop.face = FACE_LEAST
    words = max(stop.height(fonts, own) for stop in stops) - FACE_LEAST
    spare = room.h / deep - words - FACE_LEAST - 24
    grown = max(0.0, min(FACE_MOST - FACE_LEAST, spare * 0.5, wide * 0.5 - FACE_LEAST))
    swing = max(0.0, min(SWING if deep > 1 else 2 * SWING, (spare - grown) / 3))
    needed = words + FACE_LEAST + grown + 2 * swing + 12
    # As many whole rows as there is room for, so that none is cut where the way is scrolled.
    high = max(needed, room.h / min(deep, max(1, int(room.h / needed))))
    for at, stop in enumerate(stops):
        row, column = divmod(at, across)
        side = column if row % 2 == 0 else across - 1 - column
        stop.face, stop.half = FACE_LEAST + grown, stop.words(fonts, own) / 2
        tall = stop.height(fonts, own)
        down = swing if column % 2 == 0 else -swing
        down = 0.0 if across == 1 else down
        x = room.x + side * wide + (wide - own) / 2
        y = room.y + row * high + (high - words - stop.face) / 2 + down
        stop.place(Rect(x, y, own, tall))
    return deep * high


def trail(stops: Sequence[LevelStop], at: int) -> Iterator[tuple[float, float]]:
    """Yield the stones between a stop and the next, at even steps and clear of both."""
    first, second = stops[at], stops[at + 1]
    stones = list(_stones(stops, at))
    start = max((i + 1 for i, stone in enumerate(stones) if first.covers(*stone)), default=0)
    for stone in stones[start:]:
        if second.covers(*stone):
            return
        yield stone


def _stones(stops: Sequence[LevelStop], at: int) -> Iterator[tuple[float, float]]:
    """Even steps along the whole way, also where the stops lie over it."""
    way = _way(stops, at)
    pieces = [math.dist(start, end) for start, end in pairwise(way)]
    long = sum(pieces)
    step = long / max(2, round(long / STEP))
    ahead = step
    for (start, end), piece in zip(pairwise(way), pieces, strict=True):
        while ahead < piece:
            part = ahead / piece
            yield start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])
            ahead += step
        ahead -= piece


def _way(stops: Sequence[LevelStop], at: int) -> list[tuple[float, float]]:
    """The corners of the way from the rim of a face to the next.

    It leaves and arrives level, and goes level past the words below a face; from row to row it
    goes round the words in a lane.
    """
    first, second = stops[at], stops[at + 1]
    (x, y), (x2, y2) = first.middle, second.middle
    if abs(x2 - x) >= 1:
        side = math.copysign(1, x2 - x)
        ends = [(x + side * first.rim, y), (x2 - side * second.rim, y2)]
        if y2 > y:
            return [ends[0], *_eased((x + side * first.clear, y), ends[1])]
        return [*_eased(ends[0], (x2 - side * second.clear, y2)), ends[1]]
    # The lane is on the side to which the row has led; in a single column it changes sides.
    came = x - stops[at - 1].middle[0] if at else 0.0
    out = math.copysign(1, came) if abs(came) >= 1 else (-1) ** at
    beside = first.rect.w / 2 + LANE / 2
    # Level with the face before the ground of a stop that is shown begins to cover it.
    bend = min(CURVE, beside, (y2 - y) / 2, second.face / 2)
    turns = [math.pi / 2 * part / 12 for part in range(13)]
    down = [
        (x + out * (beside - bend + bend * math.sin(turn)), y + bend - bend * math.cos(turn))
        for turn in turns
    ]
    back = [(px, y + y2 - py) for px, py in reversed(down)]
    return [(x, y), *down, *back, (x2, y2)]


def _eased(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """The corners of a way that is level at both ends."""
    (x, y), (x2, y2) = start, end
    parts = [at / 24 for at in range(25)]
    return [(x + (x2 - x) * t, y + (y2 - y) * t * t * (3 - 2 * t)) for t in parts]


def draw_trail(canvas: Canvas, stops: Sequence[LevelStop]) -> None:
    """Draw the stones; those that were walked are full, the others rings."""
    theme = canvas.theme
    for at in range(len(stops) - 1):
        walked = stops[at].standing == "played" and stops[at + 1].standing != "ahead"
        for x, y in trail(stops, at):
            box = Rect(x - STONE / 2, y - STONE / 2, STONE, STONE)
            if walked:
                canvas.panel(box, theme.primary.fill, radius=STONE / 2)
            else:
                canvas.panel(box, None, radius=STONE / 2, border=theme.edge, width=1.5)


def draw_land(canvas: Canvas, card: Rect) -> None:
    """Draw soft hills into the card of the way."""
    theme = canvas.theme
    shades = (theme.card, theme.hover, theme.well)
    canvas.picture(
        ("land", *shades), lambda w, h: _land_svg((w, h), shades), card, radius=CARD_RADIUS
    )


def _land_svg(size: tuple[int, int], shades: tuple[str, str, str]) -> str:
    """Three rows of hills on a plain ground, 100 wide and 100 high, stretched."""
    ground, far, near = shades
    parts = [
        path("M0 0 H100 V100 H0Z", ground),
        path("M0 42 C14 30 26 33 38 40 S62 27 76 32 S94 26 100 24 V100 H0Z", far),
        path("M0 66 C12 60 24 72 40 66 S66 52 80 58 S95 62 100 56 V100 H0Z", near),
        path("M0 90 C18 80 34 92 52 88 S82 78 100 86 V100 H0Z", far),
    ]
    return document(size, (100, 100), parts)


def standings(reached: Sequence[Reached]) -> list[Standing]:
    """How each level stands: the first one not played is next, and those behind it lie ahead."""
    found: list[Standing] = []
    for one in reached:
        if one.best is not None:
            found.append("played")
        elif "next" not in found:
            found.append("next")
        else:
            found.append("ahead")
    return found
