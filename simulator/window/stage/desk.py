"""Preparation: a desk with things to find out, hours that run down, and notes that fill."""

from __future__ import annotations

from typing import Literal

from simulator.game.play import ChoiceView
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.bench import BenchScreen
from simulator.window.stage.budget import BudgetCard, ClockCard
from simulator.window.stage.find import SIDE, FindCard
from simulator.window.stage.words import UNIT_ICONS, amount

NARROWEST = 380.0


class ActionCard(FindCard):
    """Something to do, with what it costs; what it brought stands below once it is done."""

    def __init__(self, view: ChoiceView, number: int, unit: str) -> None:
        locked = not view.is_legal and not view.is_used
        super().__init__(view.id, number, hint=view.locked_hint, locked=locked)
        self.say = view.say
        self.label = (view.choice.label or "") if view.choice else ""
        self.unit = unit
        self.cost = view.cost if unit else 0

    def _aside(self, fonts: Fonts) -> float:
        if self.fresh:
            return self.new_wide(fonts) + 14
        if not self.cost or self._folds:
            return 0.0
        return fonts.width(amount(self.cost, self.unit), "label") + fonts.icon(15) + 29 + 14

    @property
    def _tells(self) -> bool:
        """Whether what was found stands on the card."""
        return self.used and bool(self.found) and not self._folds

    @property
    def _folds(self) -> bool:
        """Whether it keeps to small words, as it cannot be chosen and room is scarce."""
        return self.brief and not self.open and not self.fresh

    def pack(self, *, waits: bool, brief: bool) -> None:
        """Say what there is room for; what a folded card does not tell, its tip does."""
        super().pack(waits=waits, brief=brief)
        self.tip = self.found if self._folds else ""

    def _room(self, fonts: Fonts, width: float) -> float:
        return width - 2 * SIDE - self.badge_side(fonts) - 14 - self._aside(fonts)

    def _beside(self, fonts: Fonts, room: float) -> float:
        """The height of what stands above and below the words."""
        tall = fonts.leading("caption") if self.label else 0.0
        if self.locked and self.hint:
            tall += fonts.height(self.hint, "caption", room) + 4
        return tall

    def _words(self, fonts: Fonts, width: float) -> float:
        """The height of the words and what is beside them."""
        room = self._room(fonts, width)
        tall = fonts.height(self.say, self._role, room)
        return max(tall + self._beside(fonts, room), self.badge_side(fonts))

    @property
    def _role(self) -> str:
        return "small" if self._folds or self.used else "body"

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of the words, and of what was found."""
        tall = self._words(fonts, width) + 2 * SIDE - 8
        if self._tells:
            tall += 10 + self.found_height(fonts, width - 2 * SIDE)
        return tall

    def paint(self, canvas: Canvas) -> None:
        """Draw the card."""
        theme, fonts = canvas.theme, canvas.fonts
        self.draw_ground(canvas)
        inner = self.rect.inset(SIDE, SIDE - 4)
        words = self._words(fonts, self.rect.w)
        top = inner.y
        if not self._tells:
            top = inner.middle[1] - words / 2
        middle = top + words / 2
        side = self.badge_side(fonts)
        self.draw_badge(canvas, inner.x, middle)
        area = Rect(inner.x + side + 14, top, self._room(fonts, self.rect.w), words)
        if self.label:
            taken = canvas.text(self.label, area, "caption", theme.primary.text, lines=1)
            area = Rect(area.x, taken.bottom, area.w, area.bottom - taken.bottom)
        ink = theme.ink if self.open else theme.muted
        tight = self.label or (self.locked and self.hint)
        valign: Literal["top", "middle"] = "top" if tight else "middle"
        taken = canvas.text(self.say, area, self._role, ink, valign=valign)
        if self.locked and self.hint:
            below = Rect(area.x, taken.bottom + 4, area.w, area.bottom - taken.bottom - 4)
            hint = canvas.text(self.hint, below, "caption", theme.ink)
            if self._folds:
                self._draw_price(canvas, hint, inner.right)
        if self.fresh:
            self.draw_new(canvas, inner.right, middle)
        elif not self._folds:
            self._draw_cost(canvas, inner.right, middle)
        if self._tells:
            y = top + words + 10
            self.draw_found(canvas, Rect(inner.x, y, inner.w, inner.bottom - y))

    def _draw_price(self, canvas: Canvas, hint: Rect, right: float) -> None:
        """Write the cost of what is out of reach behind the hint that says so, if it fits."""
        fonts, price = canvas.fonts, f"({amount(self.cost, self.unit)})"
        if self.cost and hint.right + 6 + fonts.width(price, "caption") <= right:
            y = hint.bottom - fonts.leading("caption") / 2
            canvas.label(price, hint.right + 6, y, "caption", canvas.theme.muted)

    def _draw_cost(self, canvas: Canvas, right: float, y: float) -> None:
        if not self.cost:
            return
        theme, fonts = canvas.theme, canvas.fonts
        text = amount(self.cost, self.unit)
        size = fonts.icon(15)
        w, h = fonts.width(text, "label") + size + 29, fonts.leading("label") + 12
        box = Rect(right - w, y - h / 2, w, h)
        canvas.panel(box, theme.neutral.tint, radius=h / 2)
        icon = UNIT_ICONS.get(self.unit, "coin")
        canvas.icon(icon, box.x + 10 + size / 2, y, size, theme.neutral.text)
        canvas.label(text, box.x + 15 + size, y, "label", theme.neutral.text)


class DeskScreen(BenchScreen):
    """The desk, with the hours that are left."""

    def card(self, view: ChoiceView, number: int) -> FindCard:
        """Make the card of something to do."""
        return ActionCard(view, number, self.prompt.unit)

    def budget_card(self) -> BudgetCard | None:
        """Make the clock."""
        prompt = self.prompt
        if not prompt.unit:
            return None
        return ClockCard(prompt.unit, prompt.budget, self.left, self.spent_before())

    def across(self, width: float) -> int:
        """Two in a row where they stay wide enough to be read at a glance."""
        return 2 if width >= 2 * NARROWEST * self.fonts.text_scale else 1
