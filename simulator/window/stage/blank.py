"""What stands where nothing has been selected yet: what to do, and what is known."""

from __future__ import annotations

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, cut_top
from simulator.window.stage.notes import NotesCard
from simulator.window.theme import GAP
from simulator.window.widgets import Widget

TILE = 46.0


class BlankSheet(Widget):
    """A card that says what to do, above the :attr:`notes`, which belong on the screen as well."""

    focusable = False

    def __init__(self, task: str, icon: str, notes: NotesCard) -> None:
        super().__init__("blank")
        self.task = task
        self.icon = icon
        self.notes = notes
        self.notes.title = "What you know"

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the words."""
        return max(TILE, fonts.height(self.task, "body", width - TILE - 64)) + 40

    def settle(self, fonts: Fonts, rect: Rect) -> None:
        """Fill ``rect``."""
        top, rest = cut_top(rect, min(self.height(fonts, rect.w), rect.h), GAP)
        self.place(top)
        self.notes.place(rest)

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        theme = canvas.theme
        canvas.card(self.rect)
        tile = Rect(self.rect.x + 22, self.rect.middle[1] - TILE / 2, TILE, TILE)
        canvas.panel(tile, theme.primary.tint, radius=14)
        canvas.icon(self.icon, *tile.middle, 26, theme.primary.text)
        words = Rect(tile.right + 18, self.rect.y, self.rect.right - tile.right - 42, self.rect.h)
        canvas.text(self.task, words, "body", theme.ink, valign="middle")
