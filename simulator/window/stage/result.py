"""What came of a choice: what you said, what it taught, how the sale stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from simulator.game.play import Told
from simulator.scenario.words import Face, OutcomeKind, called
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.words import MOODS
from simulator.window.widgets import Widget

SIDE: Final = 22.0
BELOW: Final = 12.0
COLUMN: Final = 290.0
APART: Final = 36.0
ROLES: Final = ("body", "small")
RANKS: Final = tuple(MOODS)
"""The moods from the best to the worst."""
KINDS: dict[OutcomeKind, tuple[str, str]] = {
    OutcomeKind.ORDER: ("trophy", "good"),
    OutcomeKind.PILOT: ("flag", "good"),
    OutcomeKind.ADVANCE: ("calendar", "good"),
    OutcomeKind.CONTINUATION: ("chat", "fair"),
    OutcomeKind.NOT_NOW: ("clock", "fair"),
    OutcomeKind.DISQUALIFIED: ("leave", "neutral"),
    OutcomeKind.LOST: ("close", "bad"),
}
"""Icon and tone of each kind of ending."""


class Line(NamedTuple):
    """A thing to tell: its icon and tone, a few words above, and the text."""

    icon: str
    tone: str
    head: str
    text: str


class Result(Widget):
    """A card that stands in place of the choices while a screen waits for "Continue".

    ``names`` are those of the meters; ``was`` is how the prospect looked before, if they were there
    to be seen. ``aside`` is the room kept free on the right for the button, ``below`` that under
    the words; ``says`` tells whether your own words stand first.
    """

    focusable = False

    def __init__(
        self,
        told: Told,
        names: Mapping[str, str],
        *,
        was: Face | None = None,
        says: bool = False,
    ) -> None:
        super().__init__("result")
        self.was = was
        self.told = told
        self.names = dict(names)
        self.says = says
        self.aside = self.below = 0.0

    def lines(self) -> list[Line]:
        """What there is to tell, in the order of reading."""
        told, lines = self.told, []
        if self.says and told.said:
            lines.append(Line("user", "primary", "Your move", told.said))
        if told.outcome:
            icon, tone = KINDS[told.outcome.kind]
            kind = called(told.outcome.kind)
            lines.append(Line(icon, tone, f"Outcome: {kind}", told.outcome.title))
        lines += [Line("bulb", "trust", "New in your notebook", fact.note) for fact in told.learned]
        lines.append(self._change())
        return lines

    def _change(self) -> Line:
        """The meters and the mood that moved, in words."""
        now = self.told.face
        moved = [
            f"{self.names.get(meter, meter)} {'+' if by > 0 else '−'}{abs(by)}"
            for meter, by in self.told.changes.items()
        ]
        total = sum(self.told.changes.values())
        if self.was and self.was is not now:
            moved.append(f"Mood: {self.was.value} → {now.value}")
            total = total or RANKS.index(self.was) - RANKS.index(now)
        if not moved:
            return Line("minus", "neutral", "What changed", "Nothing that can be seen.")
        icon, tone = ("up", "good") if total >= 0 else ("down", "bad")
        return Line(icon, tone, "What changed", "  ·  ".join(moved))

    def height(self, fonts: Fonts, width: float, role: str = ROLES[0]) -> float:
        """The height at which everything shows whole."""
        columns = self._columns(fonts, width, role)
        each = self._each(width, len(columns))
        words = max(self._tall(fonts, each, column, role) for column in columns)
        return words + 2 * SIDE - 4 + self.below

    def _columns(self, fonts: Fonts, width: float, role: str) -> list[Sequence[Line]]:
        """The lines in one column, or in two of about the same height where they are wide enough.

        The first column is read first.
        """
        lines = self.lines()
        wide = width - self.aside - 2 * SIDE
        if len(lines) < 2 or wide < 2 * COLUMN * fonts.text_scale + APART:
            return [lines]
        ways: list[list[Sequence[Line]]]
        ways = [[lines[:at], lines[at:]] for at in range(1, len(lines))]
        half = self._each(width, 2)
        return min(ways, key=lambda way: max(self._tall(fonts, half, c, role) for c in way))

    def _each(self, width: float, many: int) -> float:
        return (width - self.aside - 2 * SIDE - APART * (many - 1)) / many

    def _tall(self, fonts: Fonts, each: float, lines: Sequence[Line], role: str) -> float:
        """The height of a column that is ``each`` wide."""
        room = max(60.0, each - self._indent(fonts))
        return sum(self._high(fonts, line, room, role) + BELOW for line in lines) - BELOW

    def _high(self, fonts: Fonts, line: Line, room: float, role: str) -> float:
        words = fonts.leading("caption") + fonts.height(line.text, role, room)
        return max(words, self._tile(fonts))

    def _tile(self, fonts: Fonts) -> float:
        return 34 * fonts.text_scale

    def _indent(self, fonts: Fonts) -> float:
        return self._tile(fonts) + 14

    def draw(self, canvas: Canvas) -> None:
        """Draw the card, its words in the larger of two sizes at which all of them fit."""
        fonts, width = canvas.fonts, self.rect.w
        canvas.card(self.rect)
        role = self._fitting(fonts)
        if not role:
            # What was just chosen is known best; what came of it must not give way to it.
            self.says = False
            role = self._fitting(fonts) or ROLES[-1]
        columns = self._columns(fonts, width, role)
        each = self._each(width, len(columns))
        free = self.rect.h - self.height(fonts, width, role)
        # Above a button in a corner the words stand at the top, beside one in the middle.
        top = self.rect.y + SIDE - 2 + (0.0 if self.below else max(0.0, free / 2))
        for at, column in enumerate(columns):
            x = self.rect.x + SIDE + at * (each + APART)
            room = Rect(x, top, each, self.rect.bottom - self.below - top)
            self._draw_column(canvas, column, room, role)

    def _fitting(self, fonts: Fonts) -> str:
        """The larger of two sizes at which everything shows whole, if one does."""
        sizes = (role for role in ROLES if self.height(fonts, self.rect.w, role) <= self.rect.h)
        return next(sizes, "")

    def _draw_column(self, canvas: Canvas, lines: Sequence[Line], area: Rect, role: str) -> None:
        """Draw the lines below each other, as many as there is room for."""
        fonts = canvas.fonts
        for line in lines:
            room = area.w - self._indent(fonts)
            free = area.h - SIDE + 6 - fonts.leading("caption")
            shown = min(len(fonts.lines(line.text, role, room)), int(free / fonts.leading(role)))
            if shown < 1:
                break
            self._draw_line(canvas, line, area, role, shown)
            taken = (
                max(fonts.leading("caption") + shown * fonts.leading(role), self._tile(fonts))
                + BELOW
            )
            area = Rect(area.x, area.y + taken, area.w, area.h - taken)

    def _draw_line(self, canvas: Canvas, line: Line, area: Rect, role: str, shown: int) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        tone, side = theme.tone(line.tone), self._tile(fonts)
        tile = Rect(area.x, area.y + 2, side, side)
        canvas.panel(tile, tone.tint, radius=10)
        canvas.icon(line.icon, *tile.middle, side * 0.58, tone.text)
        indent, top = self._indent(fonts), fonts.leading("caption")
        words = Rect(area.x + indent, area.y, area.w - indent, top)
        canvas.text(line.head, words, "caption", tone.text, lines=1)
        below = Rect(words.x, area.y + top, words.w, shown * fonts.leading(role))
        canvas.text(line.text, below, role, theme.ink, lines=shown)
