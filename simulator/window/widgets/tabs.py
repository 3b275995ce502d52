"""A row of words of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.window.canvas import Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import BUTTON_RADIUS, SMALL_RADIUS
from simulator.window.widgets.base import HANDLED, Action, Widget


class Tabs(Widget):
    """Parts of a screen, or a setting with few values; reports the index chosen.

    They are as wide as one another where their words allow it.
    """

    def __init__(self, name: str, labels: Sequence[str], chosen: int = 0) -> None:
        super().__init__(name)
        self.labels = tuple(labels)
        self.chosen = chosen
        self._over = -1
        self._fonts: Fonts | None = None

    def width(self, fonts: Fonts) -> float:
        """Return the width all words need."""
        return sum(fonts.width(label, "button") + 36 for label in self.labels) + 8

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """Return the height of the row."""
        return fonts.leading("button") + 24

    def _cells(self, fonts: Fonts) -> list[Rect]:
        needs = [fonts.width(label, "button") + 36 for label in self.labels]
        if max(needs) * len(needs) <= self.rect.w - 8:
            needs = [max(needs)] * len(needs)
        spare = (self.rect.w - 8 - sum(needs)) / len(needs)
        cells, x = [], self.rect.x + 4
        for need in needs:
            cells.append(Rect(x, self.rect.y + 4, need + spare, self.rect.h - 8))
            x += need + spare
        return cells

    def handle(self, event: Event) -> Action | None:
        """Choose with left and right, Home and End, or the pointer; past the ends they lead on."""
        if event.kind is Kind.KEY:
            last = len(self.labels) - 1
            moves = {
                Intent.LEFT: self.chosen - 1,
                Intent.RIGHT: self.chosen + 1,
                Intent.HOME: 0,
                Intent.END: last,
            }
            to = moves.get(event.intent, -1) if event.intent else -1
            return self._choose(to) if 0 <= to <= last else None
        cells = self._cells(self._fonts) if self._fonts else []
        over = next((i for i, cell in enumerate(cells) if cell.holds(event.x, event.y)), -1)
        if event.kind is Kind.MOVE and over != self._over:
            self._over = over
            self.touch()
        return self._choose(over) if event.kind is Kind.PRESS and over >= 0 else HANDLED

    def _choose(self, index: int) -> Action:
        if index == self.chosen:
            return HANDLED
        self.chosen = index
        self.touch()
        return Action(self.name, index)

    def draw(self, canvas: Canvas) -> None:
        """Draw all tabs, the chosen one raised."""
        canvas.note_widget(self.rect, self.name)
        self._fonts = canvas.fonts
        theme = canvas.theme
        canvas.panel(self.rect, theme.well, radius=BUTTON_RADIUS, border=theme.edge, width=1)
        for i, (cell, label) in enumerate(zip(self._cells(canvas.fonts), self.labels, strict=True)):
            ink = theme.muted
            if i == self.chosen:
                tone = theme.primary if self.enabled else theme.neutral
                ink = tone.text
                canvas.panel(cell, theme.card, radius=SMALL_RADIUS, border=tone.fill, width=2)
            elif i == self._over and self.hovered:
                ink = theme.ink
                canvas.panel(cell, theme.hover, radius=SMALL_RADIUS)
            if i and self.chosen not in (i - 1, i):
                # At a whole pixel, so that all are of one width.
                x = round(cell.x * canvas.scale) / canvas.scale
                canvas.fill(Rect(x, cell.y + 8, 1, cell.h - 16), theme.edge)
            box = cell.inset(4, 0)
            canvas.text(label, box, "button", ink, align="center", valign="middle", lines=1)
        self.draw_ring(canvas, BUTTON_RADIUS)
