"""What came of a choice: what you said, what it taught, how the sale stands."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.game.play import Told
from simulator.scenario.words import OutcomeKind
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.widgets import Widget

SIDE = 22.0
KINDS: dict[OutcomeKind, tuple[str, str]] = {
    OutcomeKind.ORDER: ("trophy", "good"),
    OutcomeKind.PILOT: ("flag", "good"),
    OutcomeKind.ADVANCE: ("calendar", "good"),
    OutcomeKind.CONTINUATION: ("chat", "fair"),
    OutcomeKind.NOT_NOW: ("clock", "fair"),
    OutcomeKind.DISQUALIFIED: ("home", "neutral"),
    OutcomeKind.LOST: ("close", "bad"),
}
"""Icon and tone of each kind of ending."""


class Result(Widget):
    """A card that stands in place of the choices while a screen waits for "Continue".

    ``names`` are those of the meters. ``aside`` is the room kept free on the right, for the button.
    """

    focusable = False

    def __init__(self, told: Told, names: Mapping[str, str]) -> None:
        super().__init__("result")
        self.told = told
        self.names = dict(names)
        self.aside = 0.0

    def lines(self) -> list[tuple[str, str, str, str]]:
        """What there is to tell: icon, tone, heading and text of each line."""
        told, lines = self.told, []
        if told.outcome:
            icon, tone = KINDS[told.outcome.kind]
            kind = told.outcome.kind.value
            lines.append((icon, tone, f"How it stands: {kind}", told.outcome.title))
        lines.extend(("bulb", "trust", "New in your notebook", fact.note) for fact in told.learned)
        lines.append(self._change())
        return lines

    def _change(self) -> tuple[str, str, str, str]:
        """The meters that moved, in words."""
        moved = [
            f"{self.names.get(meter, meter)} {'+' if by > 0 else '−'}{abs(by)}"
            for meter, by in self.told.changes.items()
        ]
        total = sum(self.told.changes.values())
        if not moved:
            return "minus", "neutral", "What changed", "Nothing that can be seen."
        icon, tone = ("up", "good") if total >= 0 else ("down", "bad")
        return icon, tone, "What changed", "  ·  ".join(moved)

    def height(self, fonts: Fonts, width: float) -> float:
        """The height at which everything shows whole."""
        room = max(120.0, width - 2 * SIDE - self._indent(fonts))
        tall = sum(
            fonts.leading("caption") + fonts.height(text, "body", room) + 12
            for _, _, _, text in self.lines()
        )
        return tall + 2 * SIDE - 12

    def _indent(self, fonts: Fonts) -> float:
        return 34 * fonts.text_scale + 14

    def draw(self, canvas: Canvas) -> None:
        """Draw the card and as much as there is room for, the newest first."""
        theme, fonts = canvas.theme, canvas.fonts
        canvas.card(self.rect)
        area = self.rect.inset(SIDE, SIDE - 4)
        area = area._replace(w=area.w - self.aside)
        needed = self.height(fonts, self.rect.w - self.aside) - 2 * SIDE
        area = Rect(area.x, area.y + max(0.0, (area.h - needed) / 2), area.w, area.h)
        area = area._replace(h=self.rect.bottom - SIDE + 4 - area.y)
        for icon, tone, head, text in self.lines():
            indent = self._indent(fonts)
            room = area.w - indent
            line, top = fonts.leading("body"), fonts.leading("caption")
            lines = min(len(fonts.lines(text, "body", room)), int((area.h - top) / line))
            if lines < 1:
                break
            side = 34 * fonts.text_scale
            tile = Rect(area.x, area.y + 2, side, side)
            canvas.panel(tile, theme.tone(tone).tint, radius=10)
            canvas.icon(icon, *tile.middle, side * 0.58, theme.tone(tone).text)
            words = Rect(area.x + indent, area.y, room, top)
            canvas.text(head, words, "caption", theme.tone(tone).text, lines=1)
            below = Rect(words.x, area.y + top, room, lines * line)
            canvas.text(text, below, "body", theme.ink, lines=lines)
            taken = max(top + lines * line, side + 4) + 12
            area = Rect(area.x, area.y + taken, area.w, area.h - taken)
