"""The conversation: the prospect speaks, you choose what to say."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.window.canvas import Canvas
from simulator.window.layout import Rect, cut_right, cut_top, grid
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.option import OptionCard, offer_of
from simulator.window.stage.person import HEIGHT_STEP
from simulator.window.theme import GAP
from simulator.window.widgets import Widget

ASIDE = 344.0
BETWEEN = 12.0


class TalkScreen(StageScreen):
    """The person with a bubble, the meters and the notes beside, the choices below."""

    def build(self) -> Sequence[Widget]:
        """Make scene, cards and choices."""
        self.view = self.scene(self.sight())
        self.meters = self.meter_card()
        self.notes = self.notes_card()
        self.choices = self.scroll("choices")
        self.cards = [OptionCard(offer_of(view, self.prompt)) for view in self.prompt.choices]
        front: list[Widget] = [self.choices]
        if self.waiting:
            self.outcome = self.result()
            front = [self.outcome, self.continue_button]
        return [*front, self.view, self.view.speech, self.meters, self.notes]

    def arrange(self, page: Rect) -> None:
        """Give the choices the height they need, and the scene the rest."""
        fonts = self.fonts
        head = fonts.leading("heading") + 10
        across = 2 if len(self.cards) > 1 else 1
        heights = self._row_heights(page.w - 18, across)
        needed = sum(heights) + BETWEEN * (len(heights) - 1) + 4
        aside_wide = min(ASIDE * max(1.0, fonts.text_scale * 0.85), page.w * 0.36)
        scene_wide = page.w - aside_wide - GAP
        least = max(self.view.height(fonts, scene_wide), self.meters.height(fonts, aside_wide))
        most = max(least, scene_wide / 1.6)
        high = min(max(least, page.h - needed - head - GAP), most)
        high = least + (high - least) // HEIGHT_STEP * HEIGHT_STEP
        top, below = cut_top(page, high, GAP)
        aside, scene = cut_right(top, aside_wide, GAP)
        self.view.settle(fonts, scene)
        self._arrange_aside(aside)
        self.head, rest = cut_top(below, fonts.leading("heading"), 10)
        if self.waiting:
            self._arrange_result(rest)
        else:
            self._arrange_cards(rest, heights, across, needed)

    def _row_heights(self, wide: float, across: int) -> list[float]:
        """The height of each row; a card that is alone in its row is as wide as the row."""
        heights = []
        for at in range(0, len(self.cards), across):
            row = self.cards[at : at + across]
            each = (wide - BETWEEN * (len(row) - 1)) / len(row)
            heights.append(max(card.height(self.fonts, each) for card in row))
        return heights

    def _arrange_aside(self, aside: Rect) -> None:
        fonts = self.fonts
        tall = self.meters.height(fonts, aside.w)
        shows = aside.h - tall - GAP >= self.notes.least(fonts)
        meters, notes = cut_top(aside, tall if shows else aside.h, GAP)
        self.meters.place(meters)
        self.notes.place(notes)
        self.show(self.notes, shows)

    def _arrange_cards(self, rest: Rect, heights: list[float], across: int, needed: float) -> None:
        self.choices.place(rest._replace(w=rest.w))
        spare = max(0.0, rest.h - needed) / len(heights)
        scrolls = needed > rest.h
        wide = self.choices.width if scrolls else rest.w
        extra = min(spare, 40.0)
        y = rest.y
        for row, high in enumerate(heights):
            cards = self.cards[row * across : (row + 1) * across]
            many = len(cards)
            cells = grid(Rect(rest.x, y, wide, high + extra), many, many, BETWEEN)
            for card, cell in zip(cards, cells, strict=True):
                card.place(cell)
            y += high + extra + BETWEEN
        self.choices.fill(y - BETWEEN - rest.y, self.cards)

    def _arrange_result(self, rest: Rect) -> None:
        button = self.continue_button
        tall, wide = button.height(self.fonts, 1e6) + 8, max(190.0, button.width(self.fonts))
        most = self.outcome.height(self.fonts, rest.w - wide - 28)
        area = rest._replace(h=min(rest.h, max(most, tall + 36)))
        self.outcome.place(area)
        self.outcome.aside = wide + 28
        button.place(Rect(area.right - 22 - wide, area.middle[1] - tall / 2, wide, tall))

    def paint(self, canvas: Canvas) -> None:
        """Draw the heading above the choices."""
        theme, fonts = canvas.theme, canvas.fonts
        head = self.head
        y = head.middle[1]
        title = self.prompt.task if not self.waiting else "What came of it"
        budget = self.budget_text
        room = head.w - (fonts.width(budget, "label") + 40 if budget else 0)
        named = canvas.text(title, head._replace(w=room), "heading", lines=1)
        if budget:
            canvas.label(budget, head.right, y, "label", theme.primary.text, align="right")
        tip = "Press a digit, or arrow keys and Enter" if not self.waiting else "Enter goes on"
        if named.right + fonts.width(tip, "caption") + 16 < head.x + room:
            canvas.label(tip, named.right + 14, y + 1, "caption", theme.muted)

    @property
    def budget_text(self) -> str:
        """What is left of a budget, in words."""
        prompt = self.prompt
        return f"{self.left} of {prompt.budget} {prompt.unit} left" if prompt.unit else ""
