"""Bars that show how much: a meter, or the progress of long work with its figure."""

from __future__ import annotations

from simulator.window.art.markup import mix
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.widgets.base import Widget


class Bar(Widget):
    """A part from 0 to 1 in a tone, without focus; set :attr:`part` and call :meth:`touch`."""

    focusable = False

    def __init__(self, name: str, part: float = 0.0, tone: str = "primary") -> None:
        super().__init__(name)
        self.part = part
        self.tone = tone

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """Return the height of the bar."""
        return 9.0

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar."""
        draw_bar(canvas, self.rect, self.part, self.tone)


class WorkBar(Bar):
    """The progress of long work, and its figure beside it."""

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """Return the height of the figure."""
        return fonts.leading("label")

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and the figure."""
        rect, figure = self.rect, canvas.fonts.width("100 %", "label") + 10
        high = super().height(canvas.fonts, rect.w)
        bar = Rect(rect.x, rect.middle[1] - high / 2, rect.w - figure, high)
        draw_bar(canvas, bar, self.part, self.tone)
        said = f"{round(100 * self.part)} %"
        canvas.label(said, rect.right, rect.middle[1], "label", align="right")


def draw_bar(canvas: Canvas, rect: Rect, part: float, tone: str = "primary") -> None:
    """Draw a bar filled to ``part`` (0..1) in the fill of ``tone``."""
    theme = canvas.theme
    canvas.panel(rect, theme.well, radius=rect.h / 2, border=theme.edge, width=1)
    long = rect.w * min(1.0, max(0.0, part))
    if long:
        canvas.panel(rect._replace(w=max(rect.h, long)), theme.tone(tone).fill, radius=rect.h / 2)


def draw_chip(
    canvas: Canvas, text: str, x: float, y: float, tone: str = "neutral", *, right: bool = False
) -> Rect:
    """Draw a word on a tinted pill with its middle at ``y``; ``right`` makes it end at ``x``."""
    w, h = canvas.fonts.width(text, "label") + 24, canvas.fonts.leading("label") + 8
    box = Rect(x - w if right else x, y - h / 2, w, h)
    shades = canvas.theme.tone(tone)
    rim = mix(shades.tint, shades.fill, 0.35)
    canvas.panel(box, shades.tint, radius=h / 2, border=rim, width=1)
    canvas.text(text, box.inset(8, 0), "label", shades.text, align="center", valign="middle")
    return box
