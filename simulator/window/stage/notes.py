"""The card that shows what is known, the newest first; pressing it opens the notebook."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import ceil

from simulator.scenario.model import Fact
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import CARD_RADIUS
from simulator.window.widgets import Widget

SIDE = 20.0
LEAST = 2
MOST = 6
"""The lines of the first note that must show, if it has as many."""
EDGE, HEADED = 18.0, 10.0
SNUG_EDGE, SNUG_HEADED = 10.0, 4.0
"""The room above and below all, and that below the heading; both are less where room is scarce."""

SNUGGER = 2 * (EDGE - SNUG_EDGE) + HEADED - SNUG_HEADED
EMPTY = "Nothing yet. What you find out is kept here, and opens better moves."


Shown = list[tuple[Fact, int]]
"""The notes that show, each with its lines."""


class NotesCard(Widget):
    """The last facts, as many as there is room for whole, and how many more there are.

    ``fresh`` has the ids just learned.
    """

    def __init__(self, facts: Sequence[Fact], fresh: Collection[str] = ()) -> None:
        super().__init__("notes", tip="Open the notebook")
        self.facts = [fact for fact in facts if fact.id in fresh]
        self.facts += [fact for fact in reversed(facts) if fact.id not in fresh]
        self.fresh = frozenset(fresh)
        self.title = "Notebook"
        self.empty = EMPTY

    def least(self, fonts: Fonts, width: float) -> float:
        """The height below which the card says too little: its first note shows whole, if short."""
        lines, inset = LEAST, 0.0
        for fact in self.facts[:1]:
            words = self._words(fonts, fact, Rect(w=width - 2 * SIDE))
            needed = len(fonts.lines(fact.note, "small", words.w))
            lines, inset = min(max(needed, LEAST), MOST), self._inset(fact)
        high = lines * fonts.leading("small") + 2 * inset
        return 2 * SIDE + fonts.leading("heading") + 6 + high

    def tells(self, fonts: Fonts, rect: Rect) -> bool:
        """Whether every note shows whole in ``rect``, or how many more there are."""
        rest = self._rest(fonts, rect)
        shown = self._shown(fonts, rest)
        if len(shown) == len(self.facts):
            words = self._words(fonts, self.facts[-1], rest).w
            return all(len(fonts.lines(one.note, "small", words)) <= lines for one, lines in shown)
        heads = fonts.width(self.title, "heading") + fonts.width(self._count(shown), "caption")
        return bool(shown) and heads + 14 < rest.w

    def _rest(self, fonts: Fonts, rect: Rect) -> Rect:
        """What is below the heading."""
        edge, below = self._gaps(fonts, rect)
        taken, inner = fonts.leading("heading") + below, rect.inset(SIDE, edge)
        return inner._replace(y=inner.y + taken, h=inner.h - taken)

    def _gaps(self, fonts: Fonts, rect: Rect) -> tuple[float, float]:
        """The room above and below all in ``rect``, and that below the heading."""
        is_snug = rect.h < self.least(fonts, rect.w) - 1
        return (SNUG_EDGE, SNUG_HEADED) if is_snug else (EDGE, HEADED)

    def snug(self, fonts: Fonts, width: float) -> float:
        """The least height where room is so scarce that the gaps are small."""
        return self.least(fonts, width) - SNUGGER

    def low(self, fonts: Fonts) -> float:
        """The height of the card with its heading alone."""
        return fonts.leading("heading") + 28

    def fitting(self, fonts: Fonts, width: float, room: float) -> float:
        """The height it takes in a room so high: all of it, its heading alone, or 0."""
        if room >= self.snug(fonts, width):
            return room
        return self.low(fonts) if room >= self.low(fonts) else 0.0

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
            self.rect,
            ground,
            radius=CARD_RADIUS,
            border=border,
            width=theme.border,
            shadow=theme.shadow,
        )
        inner, high = self.rect.inset(SIDE, 0), fonts.leading("heading")
        alone = self.rect.h < self.snug(fonts, self.rect.w) - 1
        rest = Rect() if alone else self._rest(fonts, self.rect)
        top = self.rect.y + self._gaps(fonts, self.rect)[0]
        y = self.rect.middle[1] if alone else top + high / 2
        head = canvas.label(self.title, inner.x + 2, y, "heading")
        shown = self._shown(fonts, rest)
        count = self._count(shown)
        if head.right + fonts.width(count, "caption") + 12 < inner.right:
            shade = theme.primary.text
            canvas.label(count, inner.right - 2, y, "caption", shade, align="right")
        if not alone:
            self._draw_facts(canvas, rest, shown)
        self.draw_ring(canvas, CARD_RADIUS)

    def _count(self, shown: Shown) -> str:
        """How many notes there are, and how many of them show if some do.

        As "1 of 4 notes" it would read as if three were still to be found.
        """
        many = len(self.facts)
        some = f", {len(shown)} shown" if 0 < len(shown) < many else ""
        return f"{many} {'note' if many == 1 else 'notes'}{some}"

    def _draw_facts(self, canvas: Canvas, rest: Rect, shown: Shown) -> None:
        """Draw what is known, or that there is nothing yet."""
        theme, fonts, many = canvas.theme, canvas.fonts, len(self.facts)
        fit = self._fit(fonts, rest.h)
        if not many and fit > 0:
            canvas.text(self.empty, rest, "small", theme.muted, lines=fit)
        for fact, lines in shown:
            taken = self._draw_fact(canvas, fact, rest, lines)
            rest = Rect(rest.x, rest.y + taken, rest.w, rest.h - taken)
        if len(shown) == many:
            self._draw_rules(canvas, rest)

    def _shown(self, fonts: Fonts, area: Rect) -> Shown:
        """The facts that show, with their lines: all whole but the first."""
        shown: Shown = []
        free = area.h
        for fact in self.facts:
            needed = len(fonts.lines(fact.note, "small", self._words(fonts, fact, area).w))
            lines = min(needed, self._fit(fonts, free - 2 * self._inset(fact)))
            if lines < (needed if shown else 1):
                break
            shown.append((fact, lines))
            free -= self._tall(fonts, fact, lines)
        return shown

    def _draw_rules(self, canvas: Canvas, rest: Rect) -> None:
        """Draw empty lines to write on where there is room for some: one would part nothing."""
        step = canvas.fonts.leading("small") + 9
        y = rest.y + step + (2 * canvas.fonts.leading("small") if not self.facts else 0)
        many = max(0, ceil((self.rect.bottom - SIDE - y) / step))
        for at in range(many if many > 1 else 0):
            canvas.line(rest.x, y + at * step, rest.w)

    def _fit(self, fonts: Fonts, high: float) -> int:
        return int((high + 2) / fonts.leading("small"))

    def _inset(self, fact: Fact) -> float:
        """The room above and below a fact: one just learned stands on a ground of its own."""
        return 5.0 if fact.id in self.fresh else 0.0

    def _words(self, fonts: Fonts, fact: Fact, area: Rect) -> Rect:
        """Where the words of a fact at the top of ``area`` begin, and how wide they are."""
        mark, side = self._mark(fonts), 1.6 * self._inset(fact)
        return Rect(
            area.x + side + mark,
            area.y + self._inset(fact),
            max(10.0, area.w - mark - 2 * side),
            area.h,
        )

    def _tall(self, fonts: Fonts, fact: Fact, lines: int) -> float:
        """The height of a fact and the gap below it."""
        return lines * fonts.leading("small") + 2 * self._inset(fact) + 10

    def _draw_fact(self, canvas: Canvas, fact: Fact, area: Rect, lines: int) -> float:
        """Draw a fact at the top of ``area``; return the height it took."""
        theme, fonts = canvas.theme, canvas.fonts
        words, taken = self._words(fonts, fact, area), self._tall(fonts, fact, lines)
        fresh = fact.id in self.fresh
        if fresh:
            canvas.panel(area._replace(h=taken - 10), theme.trust.tint, radius=9)
        shade = theme.trust.text if fresh else theme.muted
        y = words.y + fonts.leading("small") / 2
        x = words.x - self._mark(fonts) / 2 - 4
        canvas.icon("bulb", x, y, 17 * fonts.text_scale, shade)
        words = words._replace(h=lines * fonts.leading("small"))
        canvas.text(fact.note, words, "small", theme.ink, lines=lines)
        return taken
