"""Choosing from a list with a look at the real thing before it is done: contact and closing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.game.play import ChoiceView
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect, Share, columns, cut_bottom, cut_top
from simulator.window.stage.directions import parts_of
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.heading import heading
from simulator.window.stage.low import is_low, settle_beside
from simulator.window.stage.motion import come_up
from simulator.window.stage.pick_card import APART, LEAST_APART, SIDE, Line, PickCard
from simulator.window.stage.strip import PersonStrip
from simulator.window.theme import CHOICE_RADIUS, GAP
from simulator.window.widgets import Action, Button, Widget

BETWEEN: Final = 10.0
GROWS: Final = 80.0
"""How much higher than its words a line of the list may become."""

EDGE: Final = 24.0
"""The room at the right of the button, as at the right of all that a sheet shows."""

STRIP: Final = 0.26
"""The part of its column the person takes at most beside a sheet."""
SHEET: Final = 300.0
"""The height a sheet needs."""
LOW_SPREAD: Final = 0.48
"""The part of a low page that the list takes."""

GO: Final = "go"


class PickScreen(StageScreen):
    """The list at the left; at the right the person, and before them, once something is selected,
    the real thing with the one button that does it.

    ``spread`` is the part of the width that the list takes, ``selected`` the id of the choice that
    is looked at.
    """

    spread = 0.42
    selected = ""
    is_low = False
    list_wide = 0.0
    _above = 0.0

    def build(self) -> Sequence[Widget]:
        """Make the list, the person, the sheet and the button."""
        self.meters = self.meter_card(across=3)
        self.area = self.scroll("choices", self._paint_story)
        chosen = self.play.run.choices[-1] if self.waiting else self.selected
        self.cards = [
            PickCard(self.line(view, number), selected=view.id == chosen, shut=self.waiting)
            for number, view in enumerate(self.prompt.choices, 1)
        ]
        self.view = self.scene(self.sight())
        person: list[Widget] = [self.view, self.view.speech]
        if self.waiting:
            self.outcome = self.result(says=True)
            return [self.area, *person, self.outcome, self.continue_button, self.meters]
        looked_at = self.view_of(self.selected)
        if looked_at is None:
            self.notes = self.notes_card()
            return [self.area, *person, self.meters, self.notes]
        self.strip = PersonStrip(self.sight())
        self.strip.figures = self.meters.meters
        self.go = Button(GO, self.verb(), kind="primary", icon=self.sign())
        strip = [self.strip, self.strip.speech]
        return [self.area, *self.sheet(looked_at), self.go, *strip]

    def enter(self) -> None:
        """Let the list come up as well."""
        super().enter()
        come_up(self.app, self.cards, self.area)

    def line(self, view: ChoiceView, number: int) -> Line:
        """What the list says of a choice."""
        raise NotImplementedError

    def sheet(self, view: ChoiceView) -> Sequence[Widget]:
        """Make what shows the selected choice as the real thing."""
        raise NotImplementedError

    def sheet_height(self, width: float) -> float:
        """The height at which the sheet shows whole, without the button's."""
        raise NotImplementedError

    def arrange_sheet(self, room: Rect) -> None:
        """Place what :meth:`sheet` made; the button already stands in its lower right corner."""
        raise NotImplementedError

    def verb(self) -> str:
        """The words on the button."""
        raise NotImplementedError

    def sign(self) -> str:
        """The icon on the button."""
        return "arrow-right"

    def view_of(self, choice: str) -> ChoiceView | None:
        """The choice of that id."""
        return next((view for view in self.prompt.choices if view.id == choice), None)

    def arrange(self, page: Rect) -> None:
        """Place the list, and the person or the sheet beside it.

        On a low page the sheet takes the place of what the person says, which then stands above the
        list, to be scrolled to; after the choice the list and the meters give way, as what changed
        is told in words as well.
        """
        self.is_low = is_low(self.fonts, page)
        for card in self.cards:
            card.dense = self.is_low
        left, right = self._halves(page)
        self._arrange_list(left)
        if self.waiting:
            self._arrange_answer(page)
        elif self.selected:
            self._arrange_sheet(right)
        else:
            self._arrange_person(page)

    def _halves(self, page: Rect) -> list[Rect]:
        spread = LOW_SPREAD if self.is_low else self.spread
        return columns(page, (Share(spread), Share(1 - spread)), GAP)

    def _arrange_sheet(self, right: Rect) -> None:
        """Place the sheet, with the person and the meters in a line above where there is room."""
        fonts = self.fonts
        high = self.go.height(fonts, 1e6) + 6
        least = SHEET * fonts.text_scale
        whole = max(least, self.sheet_height(right.w) + high + 30)
        # What the prospect says shows whole where the sheet can spare the room.
        most = max(right.h * STRIP, right.h - GAP - whole)
        strip = self.strip.high(fonts, right.w, most)
        free = right.h - strip - GAP
        shows_strip = not self.is_low and free >= least
        if shows_strip:
            top, right = cut_top(right, strip, GAP)
            self.strip.settle(fonts, top)
        self.show(self.strip, shows_strip)
        self.show(self.strip.speech, shows_strip)
        wide = max(190.0, self.go.width(fonts))
        self.go.place(Rect(right.right - EDGE - wide, right.bottom - 18 - high, wide, high))
        self.arrange_sheet(right)

    def _arrange_person(self, page: Rect) -> None:
        """Before anything is selected: the person where they will be after the choice as well."""
        fonts = self.fonts
        if self.is_low:
            column = self._halves(page)[1]
            shows = settle_beside(fonts, column, self.view, self.meters, self.notes)
            self.show(self.notes, shows)
            return
        # What is said to the end is worth more than a second note, and than all notes.
        width = self._halves(page)[1].w
        least, low = self.notes.least(fonts, width), self.notes.low(fonts)
        for most in (1e6, least, low, least):
            scene, meters, foot = self._places(page, most)
            self.view.settle(fonts, scene)
            if not self.view.speech.reach:
                break
        self.meters.place(meters)
        low = self.notes.fitting(fonts, foot.w, foot.h)
        self.notes.place(foot._replace(h=low))
        self.show(self.notes, low > 0)

    @property
    def story(self) -> str:
        """What is told and said, where the sheet has taken its place."""
        words = self.words()
        parts = parts_of(words.said)
        told = [words.told, *(part.text for part in parts if part.told)]
        said = " ".join(part.text for part in parts if not part.told)
        said = f"{words.who}: {said}" if words.who and said else said
        return "\n".join(part for part in (*told, said) if part)

    def _story_height(self) -> float:
        """The height of the story and the gap below it; 0 if it stands elsewhere."""
        if not (self.is_low and self.selected and self.story):
            return 0.0
        return self.fonts.height(self.story, "small", self.area.width - 2 * SIDE) + 20 + BETWEEN

    def _paint_story(self, canvas: Canvas, area: Rect) -> None:
        """Draw what is said above the list; it moves with the cards."""
        high = self._story_height()
        if not high:
            return
        box = Rect(area.x, area.y, self.list_wide, high - BETWEEN)
        canvas.panel(box, canvas.theme.primary.tint, radius=CHOICE_RADIUS)
        canvas.text(self.story, box.inset(SIDE, 10), "small")

    def _arrange_list(self, left: Rect) -> None:
        fonts = self.fonts
        self.heading = heading(fonts, self.prompt.task, left.w)
        self.head, room = cut_top(left, self.heading.high, 10)
        self.area.place(room)
        story = self._story_height()
        tall = story + self._list_height(room.h - story)
        wide = self.list_wide = room.w if tall <= room.h else self.area.width
        heights = self._heights(wide, room.h - story)
        y = room.y + story
        for card, high in zip(self.cards, heights, strict=True):
            card.place(Rect(room.x, y, wide, high))
            y += high + BETWEEN
        self.area.fill(min(y - BETWEEN - room.y, max(tall, room.h)), self.cards)
        # The story comes above the cards without moving them away from the eye.
        self.area.scroll_to(self.area.offset + story - self._above)
        self._above = story
        for card in self.cards:
            if card.selected:
                self.area.reveal(card.rect)

    def _list_height(self, room: float) -> float:
        """The height of the lines, with their words in the larger size if all then have room.

        Less than a line too much is taken out of the room in them.
        """

        def height() -> float:
            each = (card.height(fonts, self.area.width) + BETWEEN for card in self.cards)
            return sum(each) - BETWEEN

        fonts = self.fonts
        for role in ("body", "small"):
            for card in self.cards:
                card.apart, card.role = APART, role
            over = height() - room
            if over <= 0:
                break
        if 0 < over < fonts.leading("small"):
            for card in self.cards:
                card.apart = max(LEAST_APART, APART - over / len(self.cards))
        return height()

    def _heights(self, wide: float, room: float) -> list[float]:
        """The heights of the lines: all alike and down to the foot where there is room."""
        heights = [card.height(self.fonts, wide) for card in self.cards]
        many = len(heights)
        each = (room - BETWEEN * (many - 1)) / many
        if each >= max(heights):
            return [min(each, max(heights) + GROWS * self.fonts.text_scale)] * many
        spare = max(0.0, room - sum(heights) - BETWEEN * (many - 1)) / many
        return [high + spare for high in heights]

    def _arrange_answer(self, page: Rect) -> None:
        """After the choice: the person in full, what came of it, and the meters."""
        fonts = self.fonts
        scene, meters, foot = self._places(page)
        self.show(self.area, not self.is_low)
        self.show(self.meters, not self.is_low)
        wide = self._door_wide()
        tall = self.continue_button.height(fonts, 1e6) + 8
        self.meters.place(meters)
        self.view.settle(fonts, scene)
        self.outcome.place(foot)
        self.outcome.aside = wide + 28
        y = foot.middle[1] - tall / 2
        self.continue_button.place(Rect(foot.right - 22 - wide, y, wide, tall))

    def _places(self, page: Rect, most: float = 1e6) -> tuple[Rect, Rect, Rect]:
        """Where scene, meters, and the notes, ``most`` high, or what came of it stand."""
        fonts = self.fonts
        right = page if self.is_low else self._halves(page)[1]
        reserve = min(most, right.h * 0.36, 140 * max(1.0, fonts.text_scale * 0.9))
        if self.waiting:
            self.outcome.aside = self._door_wide() + 28
            # Beside the list, which keeps what was chosen, your words take only room that is free.
            self.outcome.says = self.is_low
            need = self.outcome.height(fonts, right.w)
            self.outcome.says = True
            reserve = min(max(reserve, need), right.h * 0.5)
        rest, foot = cut_bottom_first(right, reserve)
        scene, meters = cut_bottom_first(rest, self.meters.height(fonts, right.w))
        return rest if self.is_low else scene, meters, foot

    def _door_wide(self) -> float:
        return max(190.0, self.continue_button.width(self.fonts))

    def later(self) -> list[Rect]:
        """The scene after the choice."""
        return [] if self.waiting else [self._places(self.page)[0]]

    def paint(self, canvas: Canvas) -> None:
        """Draw the heading of the list."""
        if self.area in self.widgets:
            preview = "Pick one to preview it, then confirm"
            tip = "Press Enter to continue" if self.waiting else preview
            self.heading.draw(canvas, self.head, tip)

    def act(self, action: Action) -> None:
        """Select, or do it."""
        if action.name == "select":
            self.selected = str(action.value)
            self.refresh(to=GO)
        elif action.name == "go" and self.selected:
            self.choose(self.selected)
        else:
            super().act(action)


def cut_bottom_first(area: Rect, h: float) -> tuple[Rect, Rect]:
    """Return what is left above a gap, and the lowest ``h``."""
    low, rest = cut_bottom(area, h, GAP)
    return rest, low
