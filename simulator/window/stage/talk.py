"""The conversation: the prospect speaks, you choose what to say."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.game.rules import DONE
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect, Share, columns, cut_right, cut_top, grid
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.heading import heading, keys
from simulator.window.stage.low import ASIDE as ASIDE_LOW
from simulator.window.stage.low import is_low, settle_beside
from simulator.window.stage.motion import come_up
from simulator.window.stage.option import OptionCard, offer_of
from simulator.window.stage.person import HEIGHT_STEP
from simulator.window.stage.result import SIDE
from simulator.window.stage.words import left_of
from simulator.window.theme import GAP
from simulator.window.widgets import Action, Button, Widget
from simulator.window.widgets.scroll import GUTTER

ASIDE = 344.0
MOST = 0.5
"""The part of the page the scene takes at most where room is scarce."""

RESERVE = 138.0
BETWEEN = 12.0
STAYS = 72.0
"""How much higher the scene could be after a choice without growing."""

SPARE = 6.0
"""What a row can spare of the room above and below its words."""

VERY_WIDE = 1500.0
"""The width of a page on which three choices stand side by side."""


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
        self.stop: Button | None = None
        if ending and not self.waiting:
            self.stop = Button("stop", ending.say, icon="arrow-right")
        front: list[Widget] = [self.choices, *([self.stop] if self.stop else [])]
        if self.waiting:
            self.outcome = self.result(says=True)
            front = [self.outcome, self.continue_button]
        return [*front, self.view, self.view.speech, self.meters, self.notes]

    @property
    def onward(self) -> Widget | None:
        """The first choice not made yet, or the way on."""
        return next((card for card in self.cards if card.open), self.stop)

    def enter(self) -> None:
        """Let the choices come up as well."""
        super().enter()
        come_up(self.app, self.cards, self.choices)

    def arrange(self, page: Rect) -> None:
        """Give the choices the height they need, and the scene the rest.

        On a low page the choices stand beside the person and the words instead.
        """
        fonts = self.fonts
        low = is_low(fonts, page)
        self.meters.title = "" if low else self.how
        for card in self.cards:
            card.dense = low
        if low:
            self._arrange_low(page)
            return
        bar, stop_wide = self._measure_bar(page)
        head = bar + 10
        across = self._across(page.w)
        aside_wide = self.aside()
        scene_wide = page.w - aside_wide - GAP
        least = min(self.least(scene_wide, aside_wide), page.h * MOST)
        heights = self._row_heights(page.w - GUTTER, across)
        gaps = BETWEEN * (len(heights) - 1) + 4
        heights = _alike(heights, page.h - least - head - GAP - gaps)
        needed = sum(heights) + gaps
        most = max(least, scene_wide / 1.3)
        answered = self._stepped(least, most, page.h - self._reserve(page.w) - head - GAP)
        asked = self._stepped(least, most, page.h - needed - head - GAP)
        if 0 <= answered - asked <= STAYS * fonts.text_scale:
            # The person had better stay as they are than grow a little at every answer.
            answered = asked
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

    def least(self, wide: float, aside: float) -> float:
        """The least height of the row with the person ``wide`` and what stands ``aside``."""
        return max(self.view.height(self.fonts, wide), self.meters.height(self.fonts, aside))

    def _arrange_low(self, page: Rect) -> None:
        """Person and words at the left, at the right the choices or what came of one."""
        left, right = columns(page, (Share(ASIDE_LOW), Share(1 - ASIDE_LOW)), GAP)
        self.arrange_words(left)
        self._later = self.view.rect
        rest = self._arrange_low_bar(right)
        if self.waiting:
            self._arrange_result(rest, below=True)
            return
        heights = self._row_heights(right.w - GUTTER, 1)
        needed = sum(heights) + BETWEEN * (len(heights) - 1) + 4
        self._arrange_cards(rest, heights, 1, needed)

    def _arrange_low_bar(self, right: Rect) -> Rect:
        """Place the task, and below it what is left and the way out; return what is below."""
        fonts = self.fonts
        self.title_wide = right.w
        self.heading = heading(fonts, self.title, right.w, well=1)
        self.head, rest = cut_top(right, self.heading.high, 10)
        self.budget_at = None
        if not (self.stop or self.budget_words):
            return rest
        words = fonts.width(self.budget_words, "label") + 16 if self.budget_words else 0.0
        high = fonts.leading("label")
        wide = 0.0
        if self.stop:
            wide = min(self.stop.width(fonts), rest.w - words)
            high = self.stop.height(fonts, wide) - 8
        line, rest = cut_top(rest, high, 10)
        if self.stop:
            self.stop.place(Rect(line.right - wide, line.y, wide, high))
        self.budget_at = line._replace(w=max(0.0, words - 16))
        return rest

    def arrange_words(self, column: Rect) -> None:
        """Place the small person, the meters and the words in a column, and notes if they fit."""
        shows = settle_beside(self.fonts, column, self.view, self.meters, self.notes)
        self.show(self.notes, shows)

    def _stepped(self, least: float, most: float, free: float) -> float:
        """A height of the scene, in steps, so that few sizes of each picture are needed."""
        high = min(max(least, free), most)
        return least + (high - least) // HEIGHT_STEP * HEIGHT_STEP

    def _measure_bar(self, page: Rect) -> tuple[float, float]:
        """The height of the line above the choices, and the width of the way out of them."""
        fonts, wide = self.fonts, 0.0
        high = fonts.leading("heading")
        if self.stop:
            wide = min(self.stop.width(fonts), page.w * 0.3)
            high = self.stop.height(fonts, wide) - 8
        budget = self.budget_wide(page.w)
        room = page.w - (wide + 16 if wide else 0.0) - (budget + 16 if budget else 0.0)
        self.budget_at = None
        self.heading = heading(fonts, self.title, room)
        self.title_wide = room
        return max(high, self.heading.high), wide

    @property
    def title(self) -> str:
        """What stands above the choices."""
        return "What happened" if self.waiting else self.prompt.task

    def _reserve(self, wide: float) -> float:
        """The room for what came of a choice; steps, as few sizes of the scene are drawn ahead."""
        usual = RESERVE * max(1.0, self.fonts.text_scale * 0.9)
        if not self.waiting:
            return usual
        self.outcome.aside = self._door_wide() + 28
        need = self.outcome.height(self.fonts, wide)
        return usual if need <= usual else need

    def _door_wide(self) -> float:
        return max(190.0, self.continue_button.width(self.fonts))

    def later(self) -> list[Rect]:
        """The scene after the choice is higher, as the choices are gone."""
        return [self._later] if self._later != self.view.rect else []

    def aside(self) -> float:
        """The width of what stands at the right of the scene."""
        return min(ASIDE * max(1.0, self.fonts.text_scale * 0.85), self.page.w * 0.36)

    def arrange_top(self, top: Rect, aside_wide: float) -> None:
        """Place the person at the left, meters and notes beside."""
        aside, scene = cut_right(top, aside_wide, GAP)
        self.view.settle(self.fonts, scene)
        self._arrange_aside(aside)

    def _row_heights(self, wide: float, across: int) -> list[float]:
        """The height of each row, in which every card has the same width."""
        each = (wide - BETWEEN * (across - 1)) / across
        rows = (self.cards[at : at + across] for at in range(0, len(self.cards), across))
        return [max(card.height(self.fonts, each) for card in row) for row in rows]

    def _across(self, wide: float) -> int:
        """How many cards stand in a row: two, or three on a very wide page that they fill."""
        many = len(self.cards)
        return min(many, 3 if wide >= VERY_WIDE * self.fonts.text_scale and many != 4 else 2)

    def _arrange_aside(self, aside: Rect) -> None:
        fonts = self.fonts
        tall = self.meters.height(fonts, aside.w)
        low = self.notes.fitting(fonts, aside.w, aside.h - tall - GAP)
        meters, notes = cut_top(aside, aside.h - low - GAP if low else aside.h, GAP)
        self.meters.place(meters)
        self.notes.place(notes)
        self.show(self.notes, low > 0)

    def _arrange_cards(self, rest: Rect, heights: list[float], across: int, needed: float) -> None:
        self.choices.place(rest)
        if 0 < needed - rest.h <= SPARE * len(heights):
            # A few points are taken from the room in the rows rather than scrolled to.
            heights = [high - (needed - rest.h) / len(heights) for high in heights]
            needed = rest.h
        scrolls = needed > rest.h
        wide = self.choices.width if scrolls else rest.w
        room = rest.h - BETWEEN * (len(heights) - 1)
        heights = _alike(heights, room)
        extra = min(40.0, max(0.0, room - sum(heights)) / len(heights))
        y = rest.y
        for row, high in enumerate(heights):
            cards = self.cards[row * across : (row + 1) * across]
            cells = grid(Rect(rest.x, y, wide, high + extra), across, across, BETWEEN)
            for card, cell in zip(cards, cells, strict=False):
                card.place(cell)
            y += high + extra + BETWEEN
        self.choices.fill(y - BETWEEN - rest.y, self.cards)

    def _arrange_result(self, rest: Rect, *, below: bool = False) -> None:
        """Place what came of it, with the way on beside its words or below them."""
        button, wide = self.continue_button, self._door_wide()
        tall = button.height(self.fonts, 1e6) + 8
        y = rest.middle[1] - tall / 2
        self.outcome.aside, self.outcome.below = wide + 28, 0.0
        if below:
            self.outcome.aside, self.outcome.below = 0.0, tall + GAP
            y = rest.bottom - SIDE - tall
        self.outcome.place(rest)
        button.place(Rect(rest.right - SIDE - wide, y, wide, tall))

    def paint(self, canvas: Canvas) -> None:
        """Draw the heading above the choices."""
        head = self.head
        right = self.stop.rect.x - 16 if self.stop else head.right
        if self.budget_at and self.budget_words:
            at, shade = self.budget_at, canvas.theme.primary.text
            canvas.label(self.budget_words, at.x, at.middle[1], "label", shade)
        elif self.budget_wide(head.w):
            self.draw_budget(canvas, right, head.middle[1])
        tip = "Press Enter to continue" if self.waiting else keys(len(self.cards))
        self.heading.draw(canvas, head._replace(w=self.title_wide), tip)

    @property
    def budget_words(self) -> str:
        """What is left of a budget, in words; nothing without one."""
        prompt = self.prompt
        return left_of(self.left, prompt.budget, prompt.unit) if prompt.unit else ""

    def budget_wide(self, page: float) -> float:
        """How wide the budget is drawn on a page so wide; 0 if there is none, or no room."""
        wide = self.fonts.width(self.budget_words, "label") if self.budget_words else 0.0
        return wide if wide < page * 0.36 else 0.0

    def draw_budget(self, canvas: Canvas, right: float, y: float) -> None:
        """Draw what is left of a budget, ending at ``right``."""
        shade = canvas.theme.primary.text
        canvas.label(self.budget_words, right, y, "label", shade, align="right")

    def act(self, action: Action) -> None:
        """Answer a widget; stopping early is a choice as well."""
        if action.name == "stop":
            self.choose(DONE)
        else:
            super().act(action)


def _alike(heights: list[float], room: float) -> list[float]:
    """Make rows as high as the highest, if that fits."""
    most = max(heights)
    return [most] * len(heights) if most * len(heights) <= room else heights
