"""What stands where nothing has been selected yet."""

from __future__ import annotations

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, center
from simulator.window.widgets import Widget


class BlankSheet(Widget):
    """An empty sheet that says what to do; ``words`` are shown if there are any."""

    focusable = False

    def __init__(self, task: str, words: str = "", icon: str = "eye") -> None:
        super().__init__("blank")
        self.task = task
        self.words = words
        self.icon = icon

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the words."""
        return 120 + fonts.height(self.task, "lead", width * 0.7)

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        theme, fonts = canvas.theme, canvas.fonts
        canvas.card(self.rect)
        text = self.words or self.task
        wide = min(self.rect.w - 60, 420 * fonts.text_scale)
        high = fonts.height(text, "lead", wide)
        box = center(self.rect, wide, high + 84)
        tile = Rect(box.middle[0] - 30, box.y, 60, 60)
        canvas.panel(tile, theme.primary.tint, radius=20)
        canvas.icon(self.icon, *tile.middle, 32, theme.primary.text)
        words = Rect(box.x, box.y + 78, wide, high)
        canvas.text(text, words, "lead", theme.muted, align="center")
