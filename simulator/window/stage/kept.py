"""How much of what was at stake in a stage was kept, as a ring that fills and a sentence."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from simulator.game.review_words import kept_in_words
from simulator.window.app import App
from simulator.window.art.figures import ring_svg
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.widgets import Widget

RING: Final = 104.0
BESIDE: Final = 22.0
"""Room between the ring and its words."""
RUN: Final = 0.6
STEPS: Final = 60


class Kept(Widget):
    """``share`` is what was kept, 0..1, or None; ``judged`` whether the level is solved yet.

    Nothing is said before :meth:`tell`.
    """

    focusable = False

    def __init__(self) -> None:
        super().__init__("kept")
        self.share: Fraction | None = None
        self.judged: bool | None = None
        self.part = 1.0

    def tell(self, share: Fraction | None, app: App, *, judged: bool) -> None:
        """Let the ring fill."""
        self.share, self.judged = share, judged

        def step(part: float) -> None:
            self.part = part
            self.touch()

        app.animate(RUN, step)

    def side(self, fonts: Fonts) -> float:
        """The side of the ring."""
        return RING * max(1.0, 0.8 * fonts.text_scale)

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the ring in full, and of whatever may be said beside it."""
        side = self.side(fonts)
        return max(side + 8, _tallest(fonts, "body", width - side - BESIDE))

    def least(self, fonts: Fonts, width: float) -> float:
        """The height of what may be said in small letters, beside a ring as high as a line."""
        side = fonts.leading("heading")
        return max(side + 8, _tallest(fonts, "small", width - side - BESIDE))

    def draw(self, canvas: Canvas) -> None:
        """Draw ring and sentence."""
        theme, fonts, box = canvas.theme, canvas.fonts, self.rect
        text, tone, part = kept_words(self.share, self.judged)
        shades, track = theme.tone(tone), theme.track
        color = shades.fill
        full = box.h >= self.height(fonts, box.w) - 1
        side = self.side(fonts) if full else fonts.leading("heading")
        ring = Rect(box.x, box.middle[1] - side / 2, side, side)
        stepped = round(part * self.part * STEPS) / STEPS
        canvas.picture(
            ("kept", color, track, stepped),
            lambda w, h: ring_svg(stepped, color, track, w, h, w * 0.11),
            ring,
        )
        if self.share is None and self.judged is not None:
            canvas.icon("clock", *ring.middle, side * 0.34, theme.muted)
        elif self.share is not None and full:
            percent = f"{round(self.share * round(100 * self.part))} %"
            whole = f"{round(self.share * 100)} %"
            role = "title" if fonts.width(whole, "title") < side * 0.68 else "heading"
            canvas.label(percent, *ring.middle, role, shades.text, align="center")
        words = Rect(ring.right + BESIDE, box.y, box.right - ring.right - BESIDE, box.h)
        canvas.text(text, words, "body" if full else "small", valign="middle")


def kept_words(kept: Fraction | None, solved: bool | None) -> tuple[str, str, float]:
    """What to say of the share kept, its tone, and how full the ring is; nothing at first."""
    if solved is None:
        return "", "neutral", 0.0
    if kept is None and solved:
        return "Nothing was at stake here: every choice was worth the same.", "neutral", 0.0
    if kept is None:
        text = "How well you chose is still being worked out. You will see it in the review."
        return text, "neutral", 0.0
    high, middle = Fraction(9, 10), Fraction(6, 10)
    tone = "good" if kept >= high else "primary" if kept >= middle else "fair"
    return kept_in_words(kept), tone, float(kept)


SAID: Final = tuple(
    kept_words(share, solved)[0]
    for share, solved in (
        *((Fraction(part, 100), True) for part in (100, 99, 89, 59)),
        (None, True),
        (None, False),
    )
)
"""All that may be said, at its longest: the room for it must not depend on what it will be."""


def _tallest(fonts: Fonts, role: str, width: float) -> float:
    return max(fonts.height(text, role, width) for text in SAID)
