"""A list of steps at the left of which one is selected; its detail stands at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.game.score import Grade
from simulator.window.canvas import Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts
from simulator.window.grades import GRADES
from simulator.window.layout import Rect
from simulator.window.screens.debrief_pieces import chip_size, draw_icon_chip
from simulator.window.theme import BUTTON_RADIUS, SMALL_RADIUS
from simulator.window.widgets.base import Action, Widget
from simulator.window.widgets.scroll import ScrollArea

BADGE: Final = 30.0
SIDE: Final = 12.0
GAP: Final = 6.0
PAGE: Final = 5
"""How many rows a page key moves."""


@dataclass(frozen=True)
class StepWords:
    """What a row says: where it happened, what was done, how good it was, and what it cost."""

    caption: str
    said: str
    grade: Grade | None = None
    cost: str = ""
    flag: str = ""
    """Words on a second pill: the turning point, or that the trainee did the same."""
    icon: str = "flag"
    """The icon before those words."""


class StepRow(Widget):
    """One step; only the selected row takes the focus, and the arrows move the selection."""

    def __init__(self, name: str, index: int, count: int, words: StepWords) -> None:
        super().__init__(name)
        self.index = index
        self.last = count - 1
        self.words = words
        self.focusable = False

    @property
    def selected(self) -> bool:
        """Whether it is the one whose detail is shown."""
        return self.focusable

    @property
    def pointable(self) -> bool:
        """Always: any row can be selected with the pointer."""
        return True

    def handle(self, event: Event) -> Action | None:
        """Ask for this row, or with the arrows for another."""
        moves = {
            Intent.UP: self.index - 1,
            Intent.DOWN: self.index + 1,
            Intent.PAGE_UP: max(0, self.index - PAGE),
            Intent.PAGE_DOWN: min(self.last, self.index + PAGE),
            Intent.HOME: 0,
            Intent.END: self.last,
        }
        if event.kind is Kind.KEY and event.intent in moves:
            index = moves[event.intent]
            return Action(self.name, index) if 0 <= index <= self.last else None
        return self.press(event)

    def activate(self) -> Action | None:
        """Select this row."""
        return Action(self.name, self.index)

    def _left(self, fonts: Fonts) -> float:
        return SIDE + BADGE * fonts.text_scale + SIDE

    def _chips(self, fonts: Fonts) -> list[tuple[float, str, str, str]]:
        """Width, icon, words and tone of each pill."""
        chips = []
        if self.words.grade:
            look = GRADES[self.words.grade]
            chips.append((look.icon, look.word, look.tone))
        if self.words.flag:
            tone = "urgency" if self.words.grade else "neutral"
            chips.append((self.words.icon, self.words.flag, tone))
        return [(chip_size(fonts, icon, text)[0], icon, text, tone) for icon, text, tone in chips]

    def _folded(self, fonts: Fonts, width: float) -> bool:
        """Whether the pills need a line of their own below the words."""
        taken = self._left(fonts) + fonts.width(self.words.caption, "caption") + SIDE + 8
        taken += sum(chip[0] + 8 for chip in self._chips(fonts))
        return taken + fonts.width(self.words.cost, "name") > width

    def _heights(self, fonts: Fonts, width: float) -> tuple[float, float, float]:
        """The heights of the line of the caption, of the words, and of pills below them."""
        chip = chip_size(fonts, "", "")[1] if self._chips(fonts) else 0.0
        folded = self._folded(fonts, width)
        head = fonts.leading("name") if folded else max(fonts.leading("name"), chip)
        return (
            head,
            fonts.height(self.words.said, "small", width - self._left(fonts) - SIDE),
            chip * self._chip_lines(fonts, width) + 4 if folded and chip else 0.0,
        )

    def _chip_lines(self, fonts: Fonts, width: float) -> int:
        room = width - self._left(fonts) - SIDE
        return 1 if sum(chip[0] + 8 for chip in self._chips(fonts)) - 8 <= room else 2

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of caption, words and pills."""
        return max(sum(self._heights(fonts, width)) + 2, BADGE * fonts.text_scale) + 2 * SIDE - 6

    def draw(self, canvas: Canvas) -> None:
        """Draw the row."""
        canvas.note_widget(self.rect, self.name)
        theme, fonts, rect = canvas.theme, canvas.fonts, self.rect
        lively = self.hovered or self.pressed
        fill = theme.primary.tint if self.selected else theme.hover if lively else theme.card
        border = theme.primary.fill if self.selected else theme.edge
        wide = 2.0 if self.selected or lively else 1.5
        canvas.panel(rect, fill, radius=BUTTON_RADIUS, border=border, width=wide)
        side = BADGE * fonts.text_scale
        tone = theme.tone(GRADES[self.words.grade].tone if self.words.grade else "primary")
        badge = Rect(rect.x + SIDE, rect.middle[1] - side / 2, side, side)
        canvas.panel(badge, theme.card, radius=SMALL_RADIUS, border=tone.fill, width=1.5)
        number = str(self.index + 1)
        canvas.text(number, badge, "label", tone.text, align="center", valign="middle")
        self._draw_words(canvas)
        self.draw_ring(canvas, BUTTON_RADIUS)

    def _draw_words(self, canvas: Canvas) -> None:
        theme, fonts, rect = canvas.theme, canvas.fonts, self.rect
        head, words, _ = self._heights(fonts, rect.w)
        high = sum(self._heights(fonts, rect.w)) + 2
        x, y = rect.x + self._left(fonts), rect.middle[1] - high / 2
        room = rect.right - SIDE - x
        cost = fonts.width(self.words.cost, "name") + 1
        middle = y + head / 2
        folded = self._folded(fonts, rect.w)
        if self.words.cost:
            color = theme.muted if self.words.cost == "0" else theme.ink
            canvas.label(self.words.cost, x + room, middle, "name", color, align="right")
        caption = Rect(x, middle - fonts.leading("caption") / 2, room - cost - 8, head)
        canvas.text(self.words.caption, caption, "caption", theme.muted, lines=1)
        below = Rect(x, y + head + 2, room, words)
        canvas.text(self.words.said, below, "small")
        if folded:
            self._draw_chips_below(canvas, Rect(x, below.bottom + 4, room, 0))
        else:
            right = x + room - cost - 10 if self.words.cost else x + room
            self._draw_chips(canvas, right, middle)

    def _draw_chips(self, canvas: Canvas, right: float, middle: float) -> None:
        high = chip_size(canvas.fonts, "", "")[1]
        for wide, icon, text, tone in self._chips(canvas.fonts):
            box = Rect(right - wide, middle - high / 2, wide, high)
            draw_icon_chip(canvas, box, icon, text, tone)
            right -= wide + 8

    def _draw_chips_below(self, canvas: Canvas, area: Rect) -> None:
        high = chip_size(canvas.fonts, "", "")[1]
        x, y = area.x, area.y
        for wide, icon, text, tone in self._chips(canvas.fonts):
            if x > area.x and x + wide > area.right:
                x, y = area.x, y + high
            draw_icon_chip(canvas, Rect(x, y, min(wide, area.w), high), icon, text, tone)
            x += wide + 8


class StepList(ScrollArea):
    """Rows of steps in a scroll area of which one is selected."""

    def __init__(self, name: str, steps: Sequence[StepWords], selected: int = 0) -> None:
        super().__init__(name)
        self.rows = [
            StepRow(f"{name}-row", at, len(steps), words) for at, words in enumerate(steps)
        ]
        self.selected = selected
        if self.rows:
            self.rows[selected].focusable = True

    def select(self, index: int) -> StepRow:
        """Select a row and bring it into view."""
        old, row = self.rows[self.selected], self.rows[index]
        old.focusable, row.focusable = False, True
        self.selected = index
        old.touch()
        row.touch()
        self.reveal(row.rect)
        return row

    def lay(self, fonts: Fonts, rect: Rect) -> None:
        """Stand at ``rect``, rows below one another, the selected one in view."""
        self.place(rect)
        y = rect.y
        for row in self.rows:
            row.place(Rect(rect.x, y, self.width, row.height(fonts, self.width)))
            y = row.rect.bottom + GAP
        self.fill(y - GAP - rect.y, self.rows)
        if self.rows:
            self.reveal(self.rows[self.selected].rect)
