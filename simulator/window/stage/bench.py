"""Work before the talk: cards to look into, a budget that runs down, and notes that fill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import pygame

from simulator.game.play import ChoiceView, Told
from simulator.game.rules import DONE
from simulator.scenario.model import Bonus, Case, Choice
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect, cut_bottom, cut_right, cut_top, grid
from simulator.window.stage.budget import BudgetCard
from simulator.window.stage.find import Effect, FindCard
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.heading import heading, keys
from simulator.window.stage.motion import come_up, seen
from simulator.window.stage.news import cut_meters
from simulator.window.stage.notes import NotesCard
from simulator.window.theme import CARD_RADIUS, GAP, PAD
from simulator.window.widgets import Action, Button, Widget

ASIDE = 344.0
BETWEEN = 14.0
STORY = 14.0
"""The room above and below the story at the right."""
LEAST_APART = 8.0
"""The gap between its paragraphs where a whole line has no room."""


class BenchScreen(StageScreen):
    """Cards on the left; on the right the budget, the notebook, and the way on.

    ``tells_aside`` says whether the story stands at the right, where there is room, to keep all
    cards in sight.
    """

    tells_aside = False
    story_box: Rect | None = None
    story_gap = 0.0
    is_beside = False
    _front: pygame.Surface | None = None

    def build(self) -> Sequence[Widget]:
        """Make the cards, the budget, the notes and the way on."""
        views = [view for view in self.prompt.choices if view.id != DONE]
        found = self.found
        self.cards: list[FindCard] = []
        for number, view in enumerate(views, 1):
            card = self.card(view, number)
            told = found.get(view.id)
            card.used = told is not None
            if told:
                card.found, card.effects = told.reply, self._effects(told)
            card.fresh = card.used and self.picked and view.id == self.play.run.choices[-1]
            card.shut = self.waiting and not card.used
            card.focusable = not self.waiting
            self.cards.append(card)
        self.area = self.scroll("cards", self._paint_story)
        self.aside_story = self.scroll("story", self._paint_aside_story)
        self.budget = self.budget_card()
        self.notes = self.notes_card()
        self.meters = self.meter_card()
        stop = next((view for view in self.prompt.choices if view.id == DONE), None)
        self.way = Button("choose-done", stop.say if stop else "Move on", icon="arrow-right")
        if self.waiting:
            self.way = self.continue_button
        doors: list[Widget] = [self.way] if stop or self.waiting else []
        budget: list[Widget] = [self.budget] if self.budget else []
        return [self.area, *doors, *budget, self.aside_story, self.meters, self.notes]

    def _effects(self, told: Told) -> list[Effect]:
        """What a choice changed, in a few words."""
        names = {meter.id: meter.name for meter in self.play.meters()}
        effects = [
            Effect("up", f"{names[meter]} +{by}", "good")
            if by > 0
            else Effect("down", f"{names[meter]} −{-by}", "bad")
            for meter, by in told.changes.items()
        ]
        if told.learned:
            many = len(told.learned)
            effects.append(Effect("bulb", "1 note" if many == 1 else f"{many} notes", "primary"))
        return effects

    def card(self, view: ChoiceView, number: int) -> FindCard:
        """Make the card of a choice."""
        raise NotImplementedError

    def budget_card(self) -> BudgetCard | None:
        """Make the card of the budget, if the decision has one."""
        raise NotImplementedError

    def across(self, width: float) -> int:
        """How many cards stand in a row."""
        raise NotImplementedError

    def spent_before(self) -> int:
        """What was left of the budget before the last choice here."""
        if not self.picked:
            return self.left
        chosen = self.play.run.choices[-1]
        return self.left + next((v.cost for v in self.prompt.choices if v.id == chosen), 0)

    @property
    def onward(self) -> Widget | None:
        """The first card not looked into yet, or the way on."""
        return next((card for card in self.cards if card.open), self.way)

    @property
    def story(self) -> str:
        """What the narrator tells above the cards."""
        return self.opening

    @property
    def is_met(self) -> bool:
        """Whether there is somebody to feel anything yet."""
        return self.prompt.stage != "prospecting"

    def enter(self) -> None:
        """Let the cards come up as well."""
        super().enter()
        come_up(self.app, self.cards, self.area)

    def choose(self, choice: str) -> None:
        """Look into a card, which turns over."""
        card = next((card for card in self.cards if card.choice == choice), None)
        if card and card.rect.meets(self.area.rect) and not self.app.reduced_motion:
            self._front = seen(self.app, card.rect)
        super().choose(choice)

    def moved(self) -> None:
        """Run the budget down as well."""
        super().moved()
        if self.budget:
            self.budget.run(self.app)

    def arrange(self, page: Rect) -> None:
        """Place heading and cards on the left, the rest on the right."""
        fonts = self.fonts
        aside_wide = min(ASIDE * max(1.0, fonts.text_scale * 0.85), page.w * 0.36)
        aside, left = cut_right(page, aside_wide, GAP + 4)
        left = self._arrange_head(left)
        self._arrange_aside(aside)
        self._arrange_cards(left)

    def _arrange_head(self, left: Rect) -> Rect:
        """Place the task, with the way on beside it if both fit one line; return what is left."""
        fonts, way = self.fonts, self.way
        wide, high = way.width(fonts), way.height(fonts, 1e6) - 8
        named = fonts.width(self.prompt.task, "heading")
        self.is_beside = way in self._all and not self.waiting and named + wide + 16 <= left.w
        room = left.w - (wide + 16 if self.is_beside else 0.0)
        self.heading = heading(fonts, self.prompt.task, room)
        tall = max(self.heading.high, high) if self.is_beside else self.heading.high
        head, left = cut_top(left, tall, 10 if self.is_beside else 8)
        self.head = head._replace(w=room)
        if self.is_beside:
            way.place(Rect(head.right - wide, head.y, wide, high))
        return left

    def _arrange_aside(self, aside: Rect) -> None:
        fonts = self.fonts
        if self.way in self._all and not self.is_beside:
            tall = self.way.height(fonts, aside.w) + 8
            door, aside = cut_bottom(aside, tall, GAP)
            self.way.place(door)
        if self.budget:
            top, aside = cut_top(aside, self.budget.height(fonts, aside.w), GAP)
            self.budget.place(top)
        self._arrange_news(self._arrange_story(aside))

    def _arrange_story(self, aside: Rect) -> Rect:
        """Place the story at the right if it belongs and fits there; return what is left.

        It stays where it is while cards are looked into, so what any of them may bring must have
        room below. The gap between paragraphs gives way before that, then the title of the meters.
        """
        fonts = self.fonts
        self.story_box = None
        self.show(self.aside_story, False)
        if not (self.tells_aside and self.story):
            return aside
        noted = self._most_noted(aside.w)
        feels = self.is_met or any(part.effects for part in self._parts())
        gaps = (fonts.leading("small"), LEAST_APART)
        for title, gap in product((self.how, ""), gaps):
            self.story_gap = gap
            tall = self._told_height(aside.w - 2 * PAD) + 2 * self._story_edge
            self.meters.title = title
            meters = self.meters.least(fonts, aside.w) + GAP if feels else 0.0
            if aside.h - tall - GAP >= noted + meters:
                return self._place_story(aside, tall)
        return aside

    def _parts(self) -> Iterator[Choice | Case | Bonus]:
        """All that the choices may lead to."""
        for choice in self.prompt.decision.choices:
            yield choice
            yield from choice.cases
            yield from choice.also

    def _most_noted(self, width: float) -> float:
        """The height of the notes that shows whole whatever a card may bring."""
        taught = {fact for part in self._parts() for fact in part.learn or ()}
        may = [fact for fact in self.play.scenario.facts if fact.id in taught]
        first = [[], *([fact] for fact in (*may, *self.play.notebook()[-1:]))]
        return max(NotesCard(facts).least(self.fonts, width) for facts in first)

    def _told_height(self, width: float) -> float:
        """The height of the story at the right, with the gaps between its paragraphs."""
        parts = self.story.split("\n")
        words = sum(self.fonts.height(part, "small", width) for part in parts)
        return words + self.story_gap * (len(parts) - 1)

    @property
    def _story_edge(self) -> float:
        """The room above and below the story: a small gap in it is taken from that."""
        return STORY - (self.story_gap / 2 if self.story_gap == LEAST_APART else 0.0)

    def _place_story(self, aside: Rect, tall: float) -> Rect:
        """Place the story at the top of the column; return what is left below it."""
        self.story_box, rest = cut_top(aside, tall, GAP)
        self.aside_story.place(self.story_box.inset(PAD, self._story_edge))
        self.aside_story.fill(self._told_height(self._story_wide))
        self.show(self.aside_story, True)
        return rest

    @property
    def _story_wide(self) -> float:
        """How wide the words of the story are at the right."""
        area = self.aside_story
        whole = self._told_height(area.rect.w) <= area.rect.h + 1
        return area.rect.w if whole else area.width

    def _paint_aside_story(self, canvas: Canvas, area: Rect) -> None:
        words = area._replace(w=self._story_wide)
        for part in self.story.split("\n"):
            y = canvas.text(part, words, "small").bottom + self.story_gap
            words = words._replace(y=y, h=max(0.0, area.bottom - y))

    def _arrange_news(self, aside: Rect) -> None:
        """Show the meters once they mean something, and of the notes what has room below."""
        meters = Rect()
        if self.meters.changes or self.is_met:
            meters, aside = cut_meters(self.fonts, aside, self.meters, self.notes, self.how)
        self.meters.place(meters)
        low = self.notes.fitting(self.fonts, aside.w, aside.h)
        self.notes.place(aside._replace(h=low))
        self.show(self.meters, meters.h > 0)
        self.show(self.notes, low > 0)

    def _arrange_cards(self, room: Rect) -> None:
        fonts, area = self.fonts, self.area
        area.place(room)
        across = self.across(area.width)
        wide = (area.width - BETWEEN * (across - 1)) / across
        story = self._story_height(area.width)
        rows = [self.cards[at : at + across] for at in range(0, len(self.cards), across)]
        for waits, brief in ((True, False), (False, False), (False, True)):
            for card in self.cards:
                card.pack(waits=waits, brief=brief)
            heights = [max(card.height(fonts, wide) for card in row) for row in rows]
            needed = story + sum(heights) + BETWEEN * (len(rows) - 1)
            if needed <= room.h:
                break
        full = room.w if needed <= room.h else area.width
        grows = max(card.grows for card in self.cards)
        extra = min(grows, max(0.0, room.h - needed) / len(rows))
        self.story_wide = full
        y = room.y + story
        for row, high in zip(rows, heights, strict=True):
            cells = grid(Rect(room.x, y, full, high + extra), across, across, BETWEEN)
            for card, cell in zip(row, cells, strict=False):
                card.place(cell)
            y += high + extra + BETWEEN
        area.fill(min(y - BETWEEN - room.y, max(needed, room.h)), self.cards)
        for card in self.cards:
            if card.fresh:
                self._reveal(card)
                if self._front:
                    card.turn(self.app, self._front)
        self._front = None

    def _reveal(self, card: FindCard) -> None:
        """Bring a card into sight, with those before it and without the story if it can be."""
        top, area = self.cards[0].rect.y, self.area
        if card.rect.bottom - top <= area.rect.h:
            area.reveal(area.rect._replace(y=top))
        area.reveal(card.rect)

    def _story_height(self, width: float) -> float:
        """The height of the story above the cards and the gap below it."""
        if not self.story or self.story_box:
            return 0.0
        return self.fonts.height(self.story, "small", width - 28 - self._mark) + 22 + 12

    @property
    def _mark(self) -> float:
        """The width that the sign before the story takes."""
        return self.fonts.icon(18) + 18

    def _paint_story(self, canvas: Canvas, area: Rect) -> None:
        """Draw the story above the cards; it scrolls with them."""
        if not self.story or self.story_box:
            return
        theme, fonts = canvas.theme, canvas.fonts
        high = self._story_height(self.area.width) - 12
        box = Rect(area.x, area.y, self.story_wide, high)
        canvas.panel(box, theme.primary.tint, radius=CARD_RADIUS * 0.7)
        y = box.y + 11 + fonts.leading("small") / 2
        mark = self._mark
        canvas.icon("info", box.x + 6 + mark / 2, y, fonts.icon(18), theme.primary.text)
        words = Rect(box.x + 8 + mark, box.y + 11, self.area.width - 28 - mark, box.h - 22)
        canvas.text(self.story, words, "small")

    def paint(self, canvas: Canvas) -> None:
        """Draw the heading, and the story where it stands at the right."""
        if self.story_box:
            canvas.panel(self.story_box, canvas.theme.primary.tint)
        self.heading.draw(canvas, self.head, "" if self.waiting else keys(len(self.cards)))

    def act(self, action: Action) -> None:
        """Answer a widget; the way on is a choice as well."""
        if action.name == "choose-done":
            self.choose(DONE)
        else:
            super().act(action)
