"""Prospecting: a board of leads to look into, and whom to go to."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.game.play import ChoiceView
from simulator.scenario.model import Lead
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.bench import BenchScreen
from simulator.window.stage.budget import BudgetCard, PipsCard
from simulator.window.stage.desk import ActionCard
from simulator.window.stage.find import SIDE, FindCard
from simulator.window.stage.words import SOURCE_ICONS, sentence

NARROWEST = 270.0
"""How wide a lead is at least."""
PLAIN_GROWS = 110.0
"""How much higher than its words a plain choice may become, as few of them fill the board."""
GROWS = 0.55
"""How much of what words grow by that width grows with them."""
MARK = 15.0
INDENT = 9.0
"""The side of a sign before words, and the gap between them."""


class LeadCard(FindCard):
    """Where a lead comes from, who it is, what can be seen from outside, and what you would do."""

    grows = 90.0

    def __init__(self, view: ChoiceView, number: int, lead: Lead, backs: Sequence[str]) -> None:
        locked = not view.is_legal and not view.is_used
        super().__init__(view.id, number, hint=view.locked_hint, locked=locked)
        self.company = lead.company
        self.source = lead.source
        self.signals = lead.signals
        self.say = view.say
        self.backs = list(backs)

    def _head(self, fonts: Fonts) -> float:
        return max(self.badge_side(fonts), fonts.leading("caption"))

    def _indent(self, fonts: Fonts) -> float:
        """The width of a sign before words and the gap."""
        return fonts.icon(MARK) + INDENT

    @property
    def _seen(self) -> Sequence[str]:
        """What could be seen from outside, which gives way to what was found."""
        return [] if self.brief and self.used else self.signals

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of all that stands on the card, or will once it is turned."""
        room = width - 2 * SIDE
        tall = 2 * SIDE - 4 + self._head(fonts) + 8
        tall += fonts.height(self.company, "name", room) + 6
        lines = room - self._indent(fonts)
        tall += sum(fonts.height(line, "small", lines) + 3 for line in self._seen)
        tall += 10 if self._seen else 0
        front = self._deed(fonts, room) if not self.used else 0.0
        return tall + max(front, self.back_height(fonts, room))

    def _deed(self, fonts: Fonts, room: float) -> float:
        """The height of what you would do, and of why you cannot."""
        tall = fonts.height(self.say, "small", room - self._indent(fonts)) if self.signals else 0.0
        tall = tall or fonts.height(self.say, "lead", room)
        if self.locked and self.hint:
            tall += fonts.height(self.hint, "caption", room) + 6
        return tall

    def paint(self, canvas: Canvas) -> None:
        """Draw the card."""
        theme, fonts = canvas.theme, canvas.fonts
        self.draw_ground(canvas)
        area = self.rect.inset(SIDE, SIDE - 2)
        head = self._head(fonts)
        y = area.y + head / 2
        self.draw_badge(canvas, area.x, y)
        self.draw_new(canvas, area.right, y)
        self._draw_source(canvas, area, y)
        area = Rect(area.x, area.y + head + 8, area.w, area.h - head - 8)
        area = _below(area, canvas.text(self.company, area, "name"), 6)
        mark, indent, dot = fonts.icon(MARK), self._indent(fonts), fonts.icon(6)
        for line in self._seen:
            x, y = area.x + (mark - dot) / 2, area.y + (fonts.leading("small") - dot) / 2
            canvas.panel(Rect(x, y, dot, dot), theme.primary.fill, radius=dot / 2)
            words = Rect(area.x + indent, area.y, area.w - indent, area.h)
            area = _below(area, canvas.text(line, words, "small", theme.ink), 3)
        if self.used:
            self.draw_found(canvas, area._replace(y=area.y + 7, h=area.h - 7))
        else:
            self._draw_deed(canvas, area)

    def _draw_deed(self, canvas: Canvas, area: Rect) -> None:
        """Draw what you would do, at the foot of the card if something stands above it."""
        theme, fonts = canvas.theme, canvas.fonts
        high = self._deed(fonts, area.w)
        if not self.signals:
            middle = area._replace(y=area.y + max(0.0, area.h - self._head(fonts) - high) / 2)
            taken = canvas.text(self.say, middle, "lead")
        else:
            foot = area._replace(y=max(area.y + 10, area.bottom - high), h=high)
            canvas.line(foot.x, foot.y - 8, foot.w)
            mark, indent = fonts.icon(MARK), self._indent(fonts)
            y = foot.y + fonts.leading("small") / 2
            canvas.icon("arrow-right", foot.x + mark / 2, y, mark, theme.primary.text)
            words = Rect(foot.x + indent, foot.y, foot.w - indent, foot.h)
            ink = theme.ink if self.open else theme.muted
            taken = canvas.text(self.say, words, "small", ink)
        if self.locked and self.hint:
            canvas.text(self.hint, _below(area, taken, 6), "caption", theme.ink)

    def _draw_source(self, canvas: Canvas, area: Rect, y: float) -> None:
        fonts, shade = canvas.fonts, canvas.theme.muted
        x, mark = area.x + self.badge_side(fonts) + 10, fonts.icon(17)
        canvas.icon(SOURCE_ICONS[self.source], x + mark / 2, y, mark, shade)
        high, x = fonts.leading("caption"), x + mark + 6
        new = self.new_wide(fonts)
        words = Rect(x, y - high / 2, area.right - x - (new + 8 if new else 0.0), high)
        canvas.text(sentence(self.source.value), words, "caption", shade, lines=1)


def _below(area: Rect, taken: Rect, gap: float) -> Rect:
    """What is left of ``area`` below a text."""
    y = taken.bottom + gap
    return Rect(area.x, y, area.w, max(0.0, area.bottom - y))


class BoardScreen(BenchScreen):
    """The board of leads, with the calls that are left."""

    tells_aside = True

    def card(self, view: ChoiceView, number: int) -> FindCard:
        """Make the card of a lead, or of whom or what to choose among where there is none."""
        choice = view.choice
        if choice is None or choice.lead is None:
            plain = ActionCard(view, number, self.prompt.unit)
            plain.grows = PLAIN_GROWS
            return plain
        backs = [choice.reply, *(case.reply for case in choice.cases)]
        return LeadCard(view, number, choice.lead, [back for back in backs if back])

    def budget_card(self) -> BudgetCard | None:
        """Make the card with the calls."""
        prompt = self.prompt
        if not prompt.unit:
            return None
        return PipsCard(prompt.unit, prompt.budget, self.left, self.spent_before())

    def across(self, width: float) -> int:
        """Two in a row for few leads, three for more, if wide enough; plain choices stand alone."""
        if not any(isinstance(card, LeadCard) for card in self.cards):
            return 1
        grown = 1 + (self.fonts.text_scale - 1) * GROWS
        most = max(1, int(width // (NARROWEST * grown)))
        few = len(self.cards) <= 4
        return min(most, 2 if few else 3)
