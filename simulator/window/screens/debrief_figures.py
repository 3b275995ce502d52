"""The figures of the overview: the score, skill told from luck, the stages, the skills."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from simulator.game.debrief import Share as KeptShare
from simulator.game.review_words import (
    MINUS,
    Sum,
    amount,
    decimal,
    percent,
    stars_in_words,
)
from simulator.game.score import SCORE_MAX
from simulator.window.art.figures import RadarColors, radar_points, radar_svg, stars_svg
from simulator.window.art.people import Portrait
from simulator.window.canvas import Canvas, VAlign
from simulator.window.faces import draw_face
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, Share, columns, cut_left, cut_top
from simulator.window.screens.debrief_pieces import Piece
from simulator.window.theme import Tone
from simulator.window.widgets.bar import draw_bar

FACE: Final = 84.0
ENDS: Final = ("0", "100")
"""The ends of the scale of what an ending is worth."""
APART: Final = 3.0
"""Room between the stretches of a bar, so that they are told apart without their colours."""
SQUARE: Final = 2.0
"""The radius of the ends of a stretch that does not begin its bar."""
WORDS: Final = 108.0
"""The least width of what is said below a figure of the sum, at text scale 1."""
GUTTER: Final = 24.0
"""Room between those figures, so that their words are not read on from one to the next."""
RIM: Final = 10.0
"""Room that a radar keeps around its rim for the dots, in logical units."""


class FaceFigure(Piece):
    """The prospect's face with the last expression."""

    def __init__(self, portrait: Portrait, expression: str, side: float = FACE) -> None:
        self.portrait = portrait
        self.expression = expression
        self.side = side

    def height(self, fonts: Fonts, width: float) -> float:
        """As high as wide."""
        return min(width, self.side * fonts.text_scale)

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw the face."""
        side = self.height(canvas.fonts, rect.w)
        draw_face(canvas, self.portrait, Rect(rect.x, rect.y, side, side), self.expression)


class ScoreFigure(Piece):
    """The score of 1000 as number and bar, and the stars it earned as picture and words."""

    def __init__(self, score: int, stars: int) -> None:
        self.score = score
        self.stars = stars

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """The height of the number and the bar."""
        return fonts.leading("display") + 20

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw number, stars and bar."""
        fonts, theme = canvas.fonts, canvas.theme
        high = fonts.leading("display")
        middle = rect.y + high / 2
        number = canvas.label(str(self.score), rect.x, middle, "display", theme.primary.text)
        base = middle + high * 0.13
        canvas.label("of 1000", number.right + 10 * fonts.text_scale, base, "label", theme.muted)
        self._draw_stars(canvas, Rect(rect.x, rect.y, rect.w, high))
        bar = Rect(rect.x, rect.bottom - 10, rect.w, 10)
        draw_bar(canvas, bar, self.score / 1000)

    def _draw_stars(self, canvas: Canvas, rect: Rect) -> None:
        fonts, theme = canvas.fonts, canvas.theme
        words = stars_in_words(self.stars)
        side = 24 * fonts.text_scale
        deep = side + 4 + fonts.leading("caption")
        top = rect.middle[1] - deep / 2
        wide = max(3 * side, fonts.width(words, "caption") + 1)
        x = rect.right - (wide + 3 * side) / 2
        full, empty, count = theme.value.fill, theme.edge, self.stars
        canvas.picture(
            ("stars", count, full, empty),
            lambda w, h: stars_svg(count, 3, full, empty, w, h),
            Rect(x, top, 3 * side, side),
        )
        below = Rect(rect.right - wide, top + side + 4, wide, fonts.leading("caption"))
        canvas.text(words, below, "caption", theme.muted, align="center")


class _Term(NamedTuple):
    """One figure of the sum: the sign before it, the number, what it is, and its tone."""

    sign: str
    number: str
    words: str
    tone: str

    @property
    def said(self) -> str:
        """The number with its sign."""
        return f"{self.sign} {self.number}".strip()


class SumFigure(Piece):
    """What such a play comes to on average, with luck, makes what the ending is worth.

    Below the sum a bar shows the same on a scale from 0 to 100, and what of it scores 0 and 1000.
    """

    grow = 0.0

    def __init__(self, figures: Sum, random: Fraction, best: Fraction) -> None:
        self.figures = figures
        self.marks = (
            (random, f"at random {amount(random)}: score 0"),
            (best, f"best play {amount(best)}: score {SCORE_MAX}"),
        )

    def _terms(self) -> list[_Term]:
        played, luck, value = self.figures
        lucky = MINUS if luck < 0 else "+"
        return [
            _Term("", decimal(played), "your choices, on average", "primary"),
            _Term(lucky, decimal(luck), "luck, the draw of the buyer", "value"),
            _Term("=", decimal(value), "how it ended", "neutral"),
        ]

    def _cells(self, fonts: Fonts, area: Rect) -> list[tuple[Rect, Rect]]:
        """Where each figure stands, and its words below it; beside it where that is too narrow."""
        line = fonts.leading("number")
        words = [term.words for term in self._terms()]
        if area.w >= 3 * WORDS * fonts.text_scale + 2 * GUTTER:
            room = (area.w - 2 * GUTTER) / 3
            high = max(fonts.height(text, "caption", room) for text in words)
            cells = columns(area._replace(h=line + high), (Share(), Share(), Share()), GUTTER)
            return [cut_top(cell, line) for cell in cells]
        left = max(fonts.width(term.said, "number") for term in self._terms()) + 12
        rows, y = [], area.y
        for text in words:
            high = max(line, fonts.height(text, "caption", area.w - left))
            rows.append(cut_left(Rect(area.x, y, area.w, high), left))
            y += high + 4
        return rows

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the sum and the bar under it."""
        sum_ = self._cells(fonts, Rect(0, 0, width, 0))[-1][1].bottom
        marks = self._marks(fonts, self._bar(fonts, Rect(0, 0, width, 0)))
        return sum_ + 12 + marks[-1].bottom

    def _bar(self, fonts: Fonts, area: Rect) -> Rect:
        """The bar, between the words for its ends."""
        left, right = (fonts.width(end, "caption") + 8 for end in ENDS)
        return Rect(area.x + left, area.y, area.w - left - right, 12)

    def _marks(self, fonts: Fonts, bar: Rect) -> list[Rect]:
        """Where the words on the two marks stand: beside each other, or one below the other."""
        high = fonts.leading("caption")
        ends = [fonts.width(end, "caption") + 8 for end in ENDS]
        left, right = bar.x - ends[0], bar.right + ends[1]
        boxes: list[Rect] = []
        for at, words in self.marks:
            wide = fonts.width(words, "caption") + 1
            x = bar.x + bar.w * float(at) / 100 - wide / 2
            box = Rect(min(max(left, x), right - wide), bar.bottom + 6, wide, high)
            if boxes and box.x < boxes[-1].right + 12:
                box = box.moved(0, high)
            boxes.append(box)
        return boxes

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw the sum and the bar."""
        fonts, theme = canvas.fonts, canvas.theme
        cells = self._cells(fonts, rect)
        for term, (number, words) in zip(self._terms(), cells, strict=True):
            shade = theme.tone(term.tone).text
            canvas.text(term.said, number, "number", shade, valign="middle")
            align: VAlign = "middle" if words.x > number.x else "top"
            canvas.text(term.words, words, "caption", theme.muted, valign=align)
        area = rect._replace(y=cells[-1][1].bottom + 12)
        bar = self._bar(fonts, area)
        canvas.label(ENDS[0], bar.x - 8, bar.middle[1], "caption", theme.muted, align="right")
        canvas.label(ENDS[1], bar.right + 8, bar.middle[1], "caption", theme.muted)
        self._draw_scale(canvas, bar)

    def _draw_scale(self, canvas: Canvas, bar: Rect) -> None:
        """The bar in the order of the sum: what was played, then luck, pale where it took."""
        theme = canvas.theme
        draw_bar(canvas, bar, 0.0)
        played, _, value = (max(0.0, part / 1000) for part in self.figures)
        low, high = min(played, value), max(played, value)
        _draw_stretch(canvas, bar, (0.0, low), theme.primary, solid=True)
        _draw_stretch(canvas, bar, (low, high), theme.value, solid=value > played)
        words = zip(self.marks, self._marks(canvas.fonts, bar), strict=True)
        for (at, said), below in words:
            x = bar.x + bar.w * float(at) / 100
            mark = Rect(x - 1, bar.y - 4, 2, bar.h + 8)
            canvas.fill(mark.inset(-2, 0), theme.card)
            canvas.fill(mark, theme.ink)
            canvas.text(said, below, "caption", theme.muted)


def _draw_stretch(
    canvas: Canvas, bar: Rect, ends: tuple[float, float], tone: Tone, *, solid: bool
) -> None:
    """Draw a stretch of a bar, a little apart from others and marks; pale unless ``solid``."""
    start, end = ends
    apart = APART if start else 0.0
    part = bar._replace(x=bar.x + bar.w * start + apart, w=bar.w * (end - start) - 2 * apart)
    if part.w <= 0:
        return
    # Round ends would make a short piece behind the first look like a figure 0.
    radius = min(SQUARE if start else bar.h / 2, part.w / 2)
    fill = tone.fill if solid else tone.tint
    canvas.panel(part, fill, radius=radius, border=tone.fill, width=1.5)


class RadarFigure(Piece):
    """The kept share of each stage around a web; each label says its share in words too."""

    grow = 1.0

    def __init__(self, shares: Sequence[KeptShare]) -> None:
        self.shares = tuple(shares)
        self.least = min((one.kept for one in shares if one.kept is not None), default=None)

    def _label(self, share: KeptShare) -> tuple[str, str]:
        return share.name.replace(" ", "\n"), percent(share.kept)

    def _size(self, fonts: Fonts, share: KeptShare) -> tuple[float, float]:
        name, kept = self._label(share)
        lines = name.split("\n")
        wide = max(*(fonts.width(line, "label") for line in lines), fonts.width(kept, "caption"))
        return wide + 2, fonts.leading("label") * len(lines) + fonts.leading("caption")

    def _ways(self) -> list[tuple[float, float]]:
        return list(radar_points(len(self.shares), 2.0, 2.0, 1.0, 0.0))

    def _radius(self, fonts: Fonts, width: float, height: float) -> float:
        """The largest radius at which all labels fit around the web."""
        radius = 400.0
        for share, (x, y) in zip(self.shares, self._ways(), strict=True):
            w, h = self._size(fonts, share)
            for way, room, size in ((abs(x - 1), width, w), (abs(y - 1), height, h)):
                if way > 0.05:
                    out = way * (size / 2 + RIM)
                    radius = min(radius, (room / 2 - size / 2 - out) / way)
        return max(radius, 30.0)

    def height(self, fonts: Fonts, width: float) -> float:
        """Enough for a web that is easy to read, or as much as the width allows."""
        tall = max(self._size(fonts, share)[1] for share in self.shares)
        radius = min(self._radius(fonts, width, 4000.0), 96.0 * math.sqrt(fonts.text_scale))
        return 2 * (radius + RIM + tall)

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw the web and the labels."""
        fonts, theme = canvas.fonts, canvas.theme
        radius = self._radius(fonts, rect.w, rect.h)
        x, y = rect.middle
        values = [None if share.kept is None else float(share.kept) for share in self.shares]
        colors = RadarColors(
            theme.line, theme.well, theme.primary.fill, theme.trust.fill, theme.card
        )
        side = radius + RIM
        k = canvas.scale
        canvas.picture(
            ("radar", tuple(values), colors),
            lambda w, h: radar_svg(values, None, w, h, colors, RIM * k),
            Rect(x - side, y - side, 2 * side, 2 * side),
        )
        for share, (across, down) in zip(self.shares, self._ways(), strict=True):
            w, h = self._size(fonts, share)
            cx = x + (across - 1) * (radius + RIM + w / 2)
            cy = y + (down - 1) * (radius + RIM + h / 2)
            self._draw_label(canvas, share, Rect(cx - w / 2, cy - h / 2, w, h))

    def _draw_label(self, canvas: Canvas, share: KeptShare, box: Rect) -> None:
        theme = canvas.theme
        name, kept = self._label(share)
        weak = share.kept is not None and share.kept == self.least != 1
        taken = canvas.text(name, box, "label", align="center")
        below = Rect(box.x, taken.bottom, box.w, box.bottom - taken.bottom)
        color = theme.urgency.text if weak else theme.muted
        canvas.text(kept, below, "caption", color, align="center")


class BarsFigure(Piece):
    """The skills, a bar and a share in words each; the rows share spare height."""

    grow = 1.0

    def __init__(self, shares: Sequence[KeptShare]) -> None:
        self.shares = tuple(shares)

    def _row(self, fonts: Fonts) -> float:
        return fonts.leading("label") + 3

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """A row for each skill."""
        return self._row(fonts) * len(self.shares)

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw names, bars and shares."""
        fonts, theme = canvas.fonts, canvas.theme
        names = max((fonts.width(share.name, "label") for share in self.shares), default=0.0) + 12
        ends = max(
            (fonts.width(percent(share.kept), "label") for share in self.shares), default=0.0
        )
        for i, share in enumerate(self.shares):
            y = rect.y + rect.h / len(self.shares) * (i + 0.5)
            canvas.label(share.name, rect.x, y)
            if share.kept is not None:
                bar = Rect(rect.x + names, y - 4, rect.w - names - ends - 14, 8)
                draw_bar(canvas, bar, float(share.kept))
            color = theme.muted if share.kept is None else theme.ink
            canvas.label(percent(share.kept), rect.right, y, "label", color, align="right")
