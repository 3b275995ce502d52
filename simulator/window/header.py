"""The bar at the top of a screen: the way back, where one is, and what can be done besides."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, cut_top
from simulator.window.theme import PAD
from simulator.window.widgets import Button


class Header:
    """A button back, a caption above a title, and buttons at the right.

    The buttons are the screen's to list among its widgets: :attr:`widgets` has them all.
    """

    def __init__(
        self, caption: str, title: str, back_tip: str, aside: Sequence[Button] = ()
    ) -> None:
        self.caption = caption
        self.title = title
        self.back = Button("back", icon="back", kind="quiet", tip=back_tip)
        self.aside = tuple(aside)
        self.bar = Rect()
        self._words = Rect()

    @property
    def widgets(self) -> list[Button]:
        """The buttons, in the order of Tab."""
        return [self.back, *self.aside]

    def place(self, fonts: Fonts, size: Rect) -> Rect:
        """Put the bar at the top of ``size`` and return what is left below it."""
        side = self.back.height(fonts, 0)
        words = fonts.leading("caption") + fonts.leading("heading")
        self.bar, rest = cut_top(size, max(side, words) + 24)
        middle = self.bar.middle[1]
        self.back.place(Rect(size.x + PAD, middle - side / 2, side, side))
        right = size.right - PAD
        for button in reversed(self.aside):
            wide = button.width(fonts)
            high = max(side, button.height(fonts, wide))
            button.place(Rect(right - wide, middle - high / 2, wide, high))
            right -= wide + 12
        left = self.back.rect.right + 14
        self._words = Rect(left, middle - words / 2, right - left - 8, words)
        return rest

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and its words."""
        canvas.fill(self.bar, canvas.theme.card)
        canvas.line(0, self.bar.bottom - 1, self.bar.w)
        head, below = cut_top(self._words, canvas.fonts.leading("caption"))
        canvas.text(self.caption, head, "caption", canvas.theme.muted, lines=1)
        canvas.text(self.title, below, "heading", lines=1)
