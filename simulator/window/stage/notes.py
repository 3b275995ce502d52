"""The card that shows what is known, the newest first; pressing it opens the notebook."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from simulator.scenario.model import Fact
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import CARD_RADIUS
from simulator.window.widgets import Widget

SIDE = 20.0
EMPTY = "Nothing yet. What you find out is kept here, and opens better moves."


class NotesCard(Widget):
    """The last facts, as many as there is room for whole; ``fresh`` has the ids just learned."""

    def __init__(self, facts: Sequence[Fact], fresh: Collection[str] = ()) -> None:
        super().__init__("notes", tip="Open the notebook")
        self.facts = [fact for fact in facts if fact.id in fresh]
        self.facts += [fact for fact in reversed(facts) if fact.id not in fresh]
        self.fresh = frozenset(fresh)
        self.title = "Notebook"
        self.empty = EMPTY

    def least(self, fonts: Fonts) -> float:
        """The height below which the card says too little to be shown."""
        return 2 * SIDE + fonts.leading("heading") + 10 + 2 * fonts.leading("small")

    def _mark(self, fonts: Fonts) -> float:
        return 28 * fonts.text_scale

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        canvas.note_widget(self.rect, self.name)
        theme, fonts = canvas.theme, canvas.fonts
        lively = self.hovered or self.pressed
        border = theme.primary.fill if lively else theme.rim
        ground = theme.hover if lively else theme.card
        canvas.panel(
            self.rect, ground, radius=CARD_RADIUS, border=border, width=1.5, shadow=theme.shadow
        )
        inner = self.rect.inset(SIDE, SIDE - 2)
        high = fonts.leading("heading")
        y = inner.y + high / 2
        many = len(self.facts)
        head = canvas.label(self.title, inner.x + 2, y, "heading")
        count = "1 note" if many == 1 else f"{many} notes"
        if head.right + fonts.width(count, "caption") + 12 < inner.right:
            shade = theme.primary.text
            canvas.label(count, inner.right - 2, y, "caption", shade, align="right")
        rest = Rect(inner.x, inner.y + high + 10, inner.w, inner.h - high - 10)
        fit = self._fit(fonts, rest.h)
        if not many and fit > 0:
            canvas.text(self.empty, rest, "small", theme.muted, lines=fit)
        for at, fact in enumerate(self.facts):
            taken = self._draw_fact(canvas, fact, rest, whole=at > 0)
            if not taken:
                break
            rest = Rect(rest.x, rest.y + taken, rest.w, rest.h - taken)
        self._draw_rules(canvas, rest)
        self.draw_ring(canvas, CARD_RADIUS)

    def _draw_rules(self, canvas: Canvas, rest: Rect) -> None:
        """Draw empty lines to write on where there is room left."""
        step = canvas.fonts.leading("small") + 9
        y = rest.y + step + (2 * canvas.fonts.leading("small") if not self.facts else 0)
        while y < self.rect.bottom - SIDE:
            canvas.line(rest.x, y, rest.w)
            y += step

    def _fit(self, fonts: Fonts, high: float) -> int:
        return int((high + 2) / fonts.leading("small"))

    def _draw_fact(self, canvas: Canvas, fact: Fact, area: Rect, *, whole: bool) -> float:
        """Draw a fact at the top of ``area``; return the height it took, 0 without room.

        One that must be ``whole`` is not shortened.
        """
        theme, fonts = canvas.theme, canvas.fonts
        mark = self._mark(fonts)
        room = area._replace(x=area.x + mark, w=area.w - mark)
        needed = len(fonts.lines(fact.note, "small", room.w))
        lines = min(needed, self._fit(fonts, area.h))
        if lines < (needed if whole else 1):
            return 0.0
        tall = lines * fonts.leading("small")
        fresh = fact.id in self.fresh
        if fresh:
            ground = Rect(area.x - 8, area.y - 4, area.w + 16, tall + 8)
            canvas.panel(ground, theme.trust.tint, radius=9)
        icon, shade = ("bulb", theme.trust.text) if fresh else ("check", theme.muted)
        y = area.y + fonts.leading("small") / 2
        canvas.icon(icon, area.x + mark / 2 - 4, y, 17 * fonts.text_scale, shade)
        canvas.text(fact.note, room._replace(h=tall), "small", theme.ink, lines=lines)
        return tall + (14 if fresh else 10)
