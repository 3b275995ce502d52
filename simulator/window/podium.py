"""The first three of a board, on steps of different height."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from simulator.store.model import Player, Row
from simulator.store.names import name_key
from simulator.window.canvas import Canvas
from simulator.window.faces import draw_face, player_portrait
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import BUTTON_RADIUS

STEPS: Final = (46.0, 32.0, 22.0)
"""How high the steps of the first three are at text scale 1, at the least."""
FACES: Final = (68.0, 56.0, 50.0)
WIDEST: Final = 200.0
ORDER: Final = (1, 0, 2)
"""Who stands where from left to right: the best in the middle."""
SHARED: Final = (0, 1, 2)
"""The same where the first two are equal: as they follow one another in the table."""


class Podium:
    """Up to three rows of a board; teams have their initials in place of a face."""

    def __init__(self, rows: Sequence[Row], players: Mapping[str, Player], *, team: bool) -> None:
        self.rows = tuple(rows[:3])
        self.players = players
        self.team = team

    def height(self, fonts: Fonts) -> float:
        """Return the height of the middle step with face, name and score above it."""
        return FACES[0] + 8 + self._words(fonts) + 6 + self._step(fonts, 0)

    def _words(self, fonts: Fonts) -> float:
        return fonts.leading("label") + fonts.leading("name")

    def _step(self, fonts: Fonts, at: int) -> float:
        return max(STEPS[at] * fonts.text_scale, fonts.leading("heading") - 4 * at)

    def draw(self, canvas: Canvas, area: Rect) -> None:
        """Draw the steps into the middle of ``area``, standing on its lower edge."""
        wide = min(WIDEST * max(1.0, canvas.fonts.text_scale * 0.8), area.w / 3)
        left = area.middle[0] - wide * 1.5
        level = len(self.rows) > 1 and self.rows[0].rank == self.rows[1].rank
        for place, at in enumerate(SHARED if level else ORDER):
            if at < len(self.rows):
                self._draw_step(canvas, Rect(left + place * wide, area.y, wide, area.h), at)

    def _draw_step(self, canvas: Canvas, column: Rect, at: int) -> None:
        fonts, theme, row = canvas.fonts, canvas.theme, self.rows[at]
        # Equal scores stand equally high.
        level = min(row.rank, 3) - 1
        high = self._step(fonts, level)
        step = Rect(column.x + 3, column.bottom - high, column.w - 6, high)
        first = level == 0
        fill = theme.primary.fill if first else theme.primary.tint
        ink = theme.on_primary if first else theme.primary.text
        canvas.panel(step, fill, radius=BUTTON_RADIUS)
        role = "heading" if first else "name"
        canvas.label(str(row.rank), *step.middle, role, ink, align="center")
        words = self._words(fonts)
        top = Rect(column.x + 4, step.y - 6 - words, column.w - 8, fonts.leading("label"))
        canvas.text(row.name, top, "label", align="center", lines=1)
        below = Rect(top.x, top.bottom, top.w, fonts.leading("name"))
        canvas.text(str(row.score), below, "name", theme.primary.text, align="center", lines=1)
        side = FACES[level]
        face = Rect(column.middle[0] - side / 2, top.y - 8 - side, side, side)
        if self.team:
            canvas.panel(face, theme.primary.tint, radius=side / 2)
            initials = "".join(word[0] for word in row.name.split()[:2]).upper()
            canvas.label(initials, *face.middle, "heading", theme.primary.text, align="center")
        else:
            player = self.players.get(name_key(row.name), Player(row.name))
            draw_face(canvas, player_portrait(player), face, radius=side / 2)
