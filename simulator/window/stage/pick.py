"""Choosing from a list with a look at the real thing before it is done: contact and closing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.game.play import ChoiceView
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, Share, columns, cut_bottom, cut_top
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.heading import heading
from simulator.window.stage.strip import PersonStrip
from simulator.window.theme import CHOICE_RADIUS, GAP, SMALL_RADIUS
from simulator.window.widgets import HANDLED, Action, Button, Widget

SIDE: Final = 16.0
TILE: Final = 38.0
LAST_DIGIT: Final = 9
BETWEEN: Final = 10.0
MOST: Final = 6
PAST: Final = 2
"""The lines of a choice, and of one that was not made."""

STRIP: Final = 0.3
LOW: Final = 300.0
"""The part of the page the person takes at most, and the height below it that must be left."""


@dataclass(frozen=True)
class Line:
    """One line of the list: ``number`` from 1; ``hint`` says why it is locked."""

    id: str
    number: int
    icon: str
    label: str
    text: str
    locked: bool
    hint: str


class PickCard(Widget):
    """A line of the list; pressing it shows it on the sheet, nothing is done yet."""

    def __init__(self, line: Line, *, selected: bool, shut: bool) -> None:
        number = line.number if line.number <= LAST_DIGIT else 0
        super().__init__(f"choice:{line.id}", number=number)
        self.line = line
        self.selected = selected
        self.shut = shut
        self.focusable = not shut

    @property
    def open(self) -> bool:
        """Whether it can be selected."""
        return not (self.line.locked or self.shut)

    def activate(self) -> Action | None:
        """Report that it is to be looked at."""
        return Action("select", self.line.id) if self.open else HANDLED

    def _room(self, fonts: Fonts, width: float) -> float:
        return width - 2 * SIDE - TILE - 14 - self._digit(fonts)

    def _digit(self, fonts: Fonts) -> float:
        return fonts.width("99", "label") + 14

    def _second(self) -> str:
        return self.line.hint if self.line.locked and self.line.hint else self.line.text

    def _lines(self, fonts: Fonts, width: float) -> int:
        most = PAST if self.shut and not self.selected else MOST
        return min(most, len(fonts.lines(self._second(), "small", self._room(fonts, width))))

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the name and the words, of which little is left once it is past."""
        words = fonts.leading("name") + self._lines(fonts, width) * fonts.leading("small")
        return max(TILE, words) + 20

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        canvas.note_widget(self.rect, self.name)
        theme, line = canvas.theme, self.line
        lively = self.open and (self.hovered or self.pressed or self.ring)
        fill = theme.card if self.open else theme.well
        edge = theme.edge if self.open else theme.line
        if lively or self.selected:
            fill, edge = theme.hover, theme.primary.fill
        canvas.panel(
            self.rect,
            fill,
            radius=CHOICE_RADIUS,
            border=edge,
            width=2.5 if self.selected else theme.border,
            shadow=theme.low_shadow if self.open else None,
        )
        tile = Rect(self.rect.x + SIDE, self.rect.middle[1] - TILE / 2, TILE, TILE)
        ground, ink = theme.primary.tint, theme.primary.text
        if self.selected:
            ground, ink = theme.primary.fill, theme.on_primary
        elif not self.open:
            ground, ink = theme.card, theme.muted
        canvas.panel(tile, ground, radius=SMALL_RADIUS)
        canvas.icon("lock" if line.locked else line.icon, *tile.middle, 21, ink)
        self._draw_words(canvas, tile.right + 14)
        mark = f"{line.number}"
        right = self.rect.right - SIDE
        if self.selected:
            canvas.icon("check", right - 9, self.rect.middle[1], 20, theme.primary.text)
        elif not line.locked:
            y = self.rect.middle[1]
            canvas.label(mark, right - 2, y, "label", theme.muted, align="right")
        self.draw_ring(canvas, CHOICE_RADIUS)

    def _draw_words(self, canvas: Canvas, x: float) -> None:
        theme, fonts, line = canvas.theme, canvas.fonts, self.line
        room = self._room(fonts, self.rect.w)
        lines = self._lines(fonts, self.rect.w)
        high = fonts.leading("name") + lines * fonts.leading("small")
        top = Rect(x, self.rect.middle[1] - high / 2, room, fonts.leading("name"))
        ink = theme.ink if self.open or self.selected else theme.muted
        canvas.text(line.label, top, "name", ink, lines=1)
        hinted = line.locked and line.hint
        shade = theme.urgency.text if hinted else theme.muted
        below = Rect(x, top.bottom, room, high - top.h)
        canvas.text(self._second(), below, "small", shade, lines=lines)


class PickScreen(StageScreen):
    """The person above, the list at the left, what is selected at the right, and the one button
    that does it.

    ``spread`` is the part of the width that the list takes, ``selected`` the id of the choice that
    is looked at.
    """

    spread = 0.44
    selected = ""
    is_low = False

    def build(self) -> Sequence[Widget]:
        """Make the list, the sheet and the button."""
        self.strip = PersonStrip(self.sight())
        self.meters = self.meter_card(title="", across=3)
        self.area = self.scroll("choices", self._paint_story)
        chosen = self.play.run.choices[-1] if self.waiting else self.selected
        self.cards = [
            PickCard(self.line(view, number), selected=view.id == chosen, shut=self.waiting)
            for number, view in enumerate(self.prompt.choices, 1)
        ]
        person: list[Widget] = [self.strip, self.strip.speech, self.meters]
        if self.waiting:
            self.view = self.scene(self.sight())
            self.outcome = self.result()
            end = [self.view, self.view.speech, self.outcome, self.continue_button]
            return [self.area, *end, self.meters]
        self.go = Button("go", self.verb(), kind="primary", icon="arrow-right")
        return [self.area, *self.sheet(self.view_of(self.selected)), self.go, *person]

    def line(self, view: ChoiceView, number: int) -> Line:
        """What the list says of a choice."""
        raise NotImplementedError

    def sheet(self, view: ChoiceView | None) -> Sequence[Widget]:
        """Make what shows the selected choice as the real thing."""
        raise NotImplementedError

    def arrange_sheet(self, room: Rect) -> None:
        """Place what :meth:`sheet` made."""
        raise NotImplementedError

    def verb(self) -> str:
        """The words on the button."""
        raise NotImplementedError

    def view_of(self, choice: str) -> ChoiceView | None:
        """The choice of that id."""
        return next((view for view in self.prompt.choices if view.id == choice), None)

    def arrange(self, page: Rect) -> None:
        """Place the person above, then list and sheet.

        On a page too low for both, what the person says stands above the list instead, and moves
        with it.
        """
        fonts = self.fonts
        if self.waiting:
            self._arrange_answer(page)
            return
        top, rest = cut_top(page, self._strip_height(page), GAP)
        self.is_low = rest.h < LOW * fonts.text_scale
        rest = page if self.is_low else rest
        person, meters = columns(top, (Share(), self._meters_wide(page)), GAP)
        self.strip.settle(fonts, person)
        self.meters.place(meters)
        for widget in (self.strip, self.strip.speech, self.meters):
            self.show(widget, not self.is_low)
        left, right = columns(rest, (Share(self.spread), Share(1 - self.spread)), GAP)
        self._arrange_list(left)
        high = self.go.height(fonts, 1e6) + 6
        wide = max(190.0, self.go.width(fonts))
        sheet, foot = right, Rect(right.right - 20 - wide, right.bottom - 18 - high, wide, high)
        self.go.place(foot)
        self.show(self.go, bool(self.selected))
        self.arrange_sheet(sheet)

    def _meters_wide(self, page: Rect) -> float:
        """The meters stand side by side, or take less room below each other."""
        fonts = self.fonts
        wide = min(470 * max(1.0, fonts.text_scale * 0.9), page.w * 0.42)
        return wide if self.meters.fits(fonts, wide) else min(wide, page.w * 0.32)

    def _strip_height(self, page: Rect) -> float:
        fonts, meters = self.fonts, self._meters_wide(page)
        words = self.strip.high(fonts, page.w - meters - GAP, page.h * STRIP)
        return max(words, self.meters.height(fonts, meters))

    @property
    def story(self) -> str:
        """What is told and said, where the person has no room."""
        words = self.words()
        said = f"{words.who}: {words.said}" if words.who and words.said else words.said
        return "\n".join(part for part in (words.told, said) if part)

    def _story_height(self) -> float:
        """The height of the story and the gap below it; 0 if the person is there."""
        if not self.is_low or not self.story:
            return 0.0
        return self.fonts.height(self.story, "small", self.area.width - 2 * SIDE) + 20 + BETWEEN

    def _paint_story(self, canvas: Canvas, area: Rect) -> None:
        """Draw what is said above the list; it moves with the cards."""
        high = self._story_height()
        if not high:
            return
        box = Rect(area.x, area.y, self.area.width, high - BETWEEN)
        canvas.panel(box, canvas.theme.primary.tint, radius=CHOICE_RADIUS)
        canvas.text(self.story, box.inset(SIDE, 10), "small")

    def _arrange_list(self, left: Rect) -> None:
        fonts = self.fonts
        self.heading = heading(fonts, self.prompt.task, left.w)
        self.head, room = cut_top(left, self.heading.high, 10)
        self.area.place(room)
        story = self._story_height()
        tall = sum(card.height(fonts, self.area.width) + BETWEEN for card in self.cards) - BETWEEN
        tall += story
        wide = room.w if tall <= room.h else self.area.width
        spare = min(22.0, max(0.0, room.h - tall) / len(self.cards))
        y = room.y + story
        for card in self.cards:
            high = card.height(fonts, self.area.width) + spare
            card.place(Rect(room.x, y, wide, high))
            y += high + BETWEEN
        self.area.fill(min(y - BETWEEN - room.y, max(tall, room.h)), self.cards)
        for card in self.cards:
            if card.selected:
                self.area.reveal(card.rect)

    def _arrange_answer(self, page: Rect) -> None:
        """After the choice: the person in full, what came of it, and the meters.

        On a low page the list and the meters give way: what changed is told in words as well.
        """
        fonts = self.fonts
        self.is_low = self._is_low_after(page)
        left, scene, meters, foot = self._answer_places(page)
        self._arrange_list(left)
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

    def _answer_places(self, page: Rect) -> tuple[Rect, Rect, Rect, Rect]:
        """Where list, scene, meters and what came of it stand after the choice."""
        fonts = self.fonts
        left, right = columns(page, (Share(self.spread * 0.82), Share(1 - self.spread * 0.82)), GAP)
        low = self._is_low_after(page)
        right = page if low else right
        reserve = min(right.h * 0.36, 140 * max(1.0, fonts.text_scale * 0.9))
        if self.waiting:
            self.outcome.aside = self._door_wide() + 28
            need = self.outcome.height(fonts, right.w)
            reserve = min(max(reserve, need), right.h * 0.5)
        rest, foot = cut_bottom_first(right, reserve)
        scene, meters = cut_bottom_first(rest, self.meters.height(fonts, right.w))
        return left, rest if low else scene, meters, foot

    def _is_low_after(self, page: Rect) -> bool:
        """Whether list, scene and meters would leave the scene too little after the choice."""
        return page.h < 1.4 * LOW * self.fonts.text_scale

    def _door_wide(self) -> float:
        return max(190.0, self.continue_button.width(self.fonts))

    def later(self) -> list[Rect]:
        """The scene after the choice."""
        return [] if self.waiting else [self._answer_places(self.page)[1]]

    def paint(self, canvas: Canvas) -> None:
        """Draw the heading of the list."""
        if self.area in self.widgets:
            tip = "" if self.waiting else "Choose, look, then do it"
            self.heading.draw(canvas, self.head, tip)

    def act(self, action: Action) -> None:
        """Select, or do it."""
        if action.name == "select":
            self.selected = str(action.value)
            self.refresh(to=self.go.name)
        elif action.name == "go" and self.selected:
            self.choose(self.selected)
        else:
            super().act(action)


def cut_bottom_first(area: Rect, h: float) -> tuple[Rect, Rect]:
    """Return what is left above a gap, and the lowest ``h``."""
    low, rest = cut_bottom(area, h, GAP)
    return rest, low
