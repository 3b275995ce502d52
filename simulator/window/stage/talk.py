"""The conversation: the prospect speaks, you choose what to say."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.game.rules import DONE
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect, cut_right, cut_top, grid
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.option import OptionCard, offer_of
from simulator.window.stage.person import HEIGHT_STEP
from simulator.window.theme import GAP
from simulator.window.widgets import Action, Button, Widget

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
        views = [view for view in self.prompt.choices if view.id != DONE]
        self.cards = [
            OptionCard(offer_of(view, number, self.prompt)) for number, view in enumerate(views, 1)
        ]
        ending = next((view for view in self.prompt.choices if view.id == DONE), None)
        self.stop = Button("stop", ending.say) if ending and not self.waiting else None
        front: list[Widget] = [self.choices, *([self.stop] if self.stop else [])]
        if self.waiting:
            self.outcome = self.result()
            front = [self.outcome, self.continue_button]
        return [*front, self.view, self.view.speech, self.meters, self.notes]

    def arrange(self, page: Rect) -> None:
        """Give the choices the height they need, and the scene the rest."""
        fonts = self.fonts
        bar, stop_wide = fonts.leading("heading"), 0.0
        if self.stop:
            stop_wide = min(self.stop.width(fonts), page.w * 0.3)
            bar = self.stop.height(fonts, stop_wide) - 8
        head = bar + 10
        across = 2 if len(self.cards) > 1 else 1
        heights = self._row_heights(page.w - 18, across)
        needed = sum(heights) + BETWEEN * (len(heights) - 1) + 4
        aside_wide = min(ASIDE * max(1.0, fonts.text_scale * 0.85), page.w * 0.36)
        scene_wide = page.w - aside_wide - GAP
        least = max(self.view.height(fonts, scene_wide), self.meters.height(fonts, aside_wide))
        most = max(least, scene_wide / 1.6)
        answered = self._stepped(least, most, page.h - self._reserve() - head - GAP)
        asked = self._stepped(least, most, page.h - needed - head - GAP)
        self._later = Rect(page.x, page.y, scene_wide, asked if self.waiting else answered)
        top, below = cut_top(page, answered if self.waiting else asked, GAP)
        self.arrange_top(top, aside_wide)
        self.head, rest = cut_top(below, bar, 10)
        if self.stop:
            self.stop.place(Rect(self.head.right - stop_wide, self.head.y, stop_wide, bar))
        if self.waiting:
            self._arrange_result(rest)
        else:
            self._arrange_cards(rest, heights, across, needed)

    def _stepped(self, least: float, most: float, free: float) -> float:
        """A height of the scene, in steps, so that few sizes of each picture are needed."""
        high = min(max(least, free), most)
        return least + (high - least) // HEIGHT_STEP * HEIGHT_STEP

    def _reserve(self) -> float:
        """The room for what came of a choice."""
        return 132 * max(1.0, self.fonts.text_scale * 0.9)

    def later(self) -> list[Rect]:
        """The scene after the choice is higher, as the choices are gone."""
        return [self._later] if self._later != self.view.rect else []

    def arrange_top(self, top: Rect, aside_wide: float) -> None:
        """Place the person at the left, meters and notes beside."""
        aside, scene = cut_right(top, aside_wide, GAP)
        self.view.settle(self.fonts, scene)
        self._arrange_aside(aside)

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
        need = self.outcome.height(self.fonts, rest.w - wide - 28)
        area = rest._replace(h=min(rest.h, max(need, tall + 36)))
        self.outcome.place(area)
        self.outcome.aside = wide + 28
        button.place(Rect(area.right - 22 - wide, area.middle[1] - tall / 2, wide, tall))

    def paint(self, canvas: Canvas) -> None:
        """Draw the heading above the choices."""
        theme, fonts, head = canvas.theme, canvas.fonts, self.head
        y = head.middle[1]
        right = self.stop.rect.x - 16 if self.stop else head.right
        right = self.draw_budget(canvas, right, y)
        title = "What came of it" if self.waiting else self.prompt.task
        high = fonts.leading("heading")
        room = Rect(head.x, y - high / 2, right - head.x, high)
        named = canvas.text(title, room, "heading", lines=1)
        tip = "Enter goes on" if self.waiting else "Press a digit, or arrow keys and Enter"
        if named.right + fonts.width(tip, "caption") + 30 < right:
            canvas.label(tip, named.right + 14, y + 1, "caption", theme.muted)

    def draw_budget(self, canvas: Canvas, right: float, y: float) -> float:
        """Draw what is left of a budget, ending at ``right``; return where it begins."""
        prompt = self.prompt
        if not prompt.unit:
            return right
        text = f"{self.left} of {prompt.budget} {prompt.unit} left"
        shade = canvas.theme.primary.text
        if right - canvas.fonts.width(text, "label") < self.head.x + self.head.w * 0.3:
            return right - 12
        return canvas.label(text, right, y, "label", shade, align="right").x - 12

    def act(self, action: Action) -> None:
        """Answer a widget; stopping early is a choice as well."""
        if action.name == "stop":
            self.choose(DONE)
        else:
            super().act(action)
