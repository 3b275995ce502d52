"""The prospect as a picture: who they are, where they sit, and how they look just now."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final, Literal, NamedTuple

from simulator.scenario.words import Face
from simulator.window.art.people import Portrait, bust_svg
from simulator.window.art.places import PERSON_X, PLACES, Part, front_svg, person_box, place_svg
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, center, cut_top
from simulator.window.stage.words import MOODS
from simulator.window.theme import CARD_RADIUS

HEIGHT_STEP = 32.0
"""Scenes are drawn in steps of this height, so that few sizes of each picture are needed."""


WHOLE = 2.3
"""The least width of a place in heights: then all that stands beside a person has its room."""
NARROW = 2.2
"""Below so many heights of width only the part around the person is shown."""
STRIP = 2.6
"""Above so many heights of width the person stands in the middle."""
INSET: Final = 6.0
INNER_RADIUS: Final = 14.0
"""The room around a picture in a small card, and its corners."""
Framing = Literal["wide", "close", "talk"]


class Pose(NamedTuple):
    """How the person is just now: eyes closed or open, and how far sunk, in logical units."""

    blinks: bool = False
    sunk: float = 0.0


STILL: Final = Pose()


class Frame(NamedTuple):
    """Which part of a place a picture shows, and what lies on it.

    ``close`` shows only the part around the person, as for all that is not wide; in ``talk``
    nothing hangs where a bubble will lie. A wide strip shows the person larger, in the middle, with
    things on both sides. Nothing is put on the table where its left end is ``covered`` so far.
    """

    framing: Framing = "wide"
    radius: float = CARD_RADIUS
    covered: float = 0.0


WIDE_FRAME: Final = Frame()


def draw_place(
    canvas: Canvas,
    rect: Rect,
    place: str,
    portrait: Portrait,
    face: Face,
    frame: Frame = WIDE_FRAME,
    *,
    pose: Pose = STILL,
) -> None:
    """Draw the person where the talk happens, filling ``rect``; nothing is sliced by its edge."""
    framing, radius, covered = frame
    where = place if place in PLACES else "office"
    dark, (whole, full) = canvas.theme.night, _whole(rect, framing)
    calm = framing != "wide"
    area, shown = canvas.pixels(whole), canvas.pixels(rect)
    hidden = round(covered * canvas.scale)
    seen = Part(shown.x - area.x, shown.y - area.y, shown.w, shown.h)

    def back(w: int, h: int) -> str:
        part = seen._replace(width=w, height=h)
        return place_svg(where, *area.size, dark=dark, calm=calm, full=full, part=part)

    def front(w: int, h: int) -> str:
        part = seen._replace(width=w, height=h)
        return front_svg(where, *area.size, dark=dark, part=part, covered=hidden)

    side = (where, dark, area.size, seen[:2])
    canvas.picture(("place", calm, full, *side), back, rect, radius=radius)
    person = person_area(canvas, whole, full=full)
    # A person as wide as the card would stick out of its round corners; a table hides the cut.
    low = radius if person.right > rect.right - radius else 0.0
    with canvas.clip(rect._replace(h=rect.h - low)):
        # By whole pixels, so that the person is of one size and drawn once.
        sunk = round(pose.sunk * canvas.scale) / canvas.scale
        canvas.picture(*bust(portrait, face, blink=pose.blinks), person.moved(0, sunk))
    if not full:
        canvas.picture(("front", hidden, *side), front, rect, radius=radius)


def _whole(rect: Rect, framing: Framing) -> tuple[Rect, bool]:
    """Where the whole place lies of which ``rect`` shows a part, and whether it is a full one."""
    if framing == "close" or (framing == "wide" and rect.w < NARROW * rect.h):
        return whole_place(rect), False
    if framing == "wide" and rect.w > STRIP * rect.h:
        # Down to the shoulders, without the table.
        return rect._replace(y=rect.y - 0.02 * rect.h, h=rect.h * 1.22), True
    return rect, False


def whole_place(rect: Rect) -> Rect:
    """Where the whole place lies when ``rect`` shows the part with the person in its middle."""
    wide = max(WHOLE * rect.h, rect.w)
    x = rect.x + rect.w / 2 - wide * PERSON_X
    return Rect(min(x, rect.x), rect.y, max(wide, rect.right - min(x, rect.x)), rect.h)


def person_area(canvas: Canvas, rect: Rect, *, full: bool = False) -> Rect:
    """Where the bust stands in a scene."""
    k = canvas.scale
    area = canvas.pixels(rect)
    x, y, w, h = person_box(area.w, area.h, full=full)
    return Rect((area.x + x) / k, (area.y + y) / k, w / k, h / k)


def mood_wide(fonts: Fonts, face: Face) -> float:
    """How wide the mood of a face is."""
    return fonts.width(MOODS[face][0], "label") + 50


def draw_mood(canvas: Canvas, face: Face, box: Rect) -> None:
    """Draw the mood on a plate, after a dot in its colour if both fit."""
    theme, (name, tone) = canvas.theme, MOODS[face]
    canvas.panel(
        box, theme.card, radius=box.h / 2, border=theme.seam, width=1.5, shadow=theme.low_shadow
    )
    y, room = box.middle[1], (box.w - canvas.fonts.width(name, "label") - 18) / 2
    if room < 2:
        canvas.text(name, box.inset(2, 0), "label", align="center", valign="middle", lines=1)
        return
    canvas.panel(Rect(box.x + room, y - 5, 10, 10), theme.tone(tone).fill, radius=5)
    canvas.label(name, box.x + room + 18, y, "label")


def framed(fonts: Fonts, card: Rect, face: Face) -> tuple[Rect, Rect]:
    """Where in a small card the picture is, and the mood below it."""
    high = fonts.leading("label") + 8
    inner = card.inset(INSET)
    picture, low = cut_top(inner, inner.h - high - INSET, INSET)
    return picture, center(low, min(low.w, mood_wide(fonts, face)), high)


def bust(
    portrait: Portrait, face: Face, *, blink: bool = False
) -> tuple[Hashable, Callable[[int, int], str]]:
    """The key and the maker of a bust, as :meth:`Canvas.picture` takes them."""

    def make(w: int, h: int) -> str:
        return bust_svg(portrait, face.value, w, h, blink)

    return ("bust", portrait, face.value, blink), make
