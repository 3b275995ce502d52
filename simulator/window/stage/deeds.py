"""What you did in a stage, row by row, with what each thing moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from simulator.game.play import Play, Told
from simulator.game.review_words import MINUS
from simulator.game.rules import DONE
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.transcript import passed_over
from simulator.window.stage.words import METER_LOOKS, OTHER_METER

PADDING: Final = 7.0
LEAST_PADDING: Final = 4.0
BESIDE: Final = 16.0
ICON: Final = 15.0
AFTER: Final = 18.0
"""The room between words and figures, the side of an icon, and the room before it."""

Piece = tuple[str, str, str]
"""An icon, a figure, and its tone."""


class Deeds:
    """The things done, the oldest first, their words whole.

    ``names`` are those of the meters; ``in_words`` writes them below each thing, for pages without
    the card that tells what the icons mean.
    """

    def __init__(self, told: Sequence[Told], names: Mapping[str, str]) -> None:
        self.told = list(told)
        self.names = names
        self.in_words = False
        self.padding = PADDING
        self.role = "small"

    def _pieces(self, told: Told) -> list[Piece]:
        """What a thing moved and taught."""
        pieces = [
            (
                METER_LOOKS.get(meter, OTHER_METER).icon,
                f"{'+' if by > 0 else MINUS}{abs(by)}",
                "good" if by > 0 else "bad",
            )
            for meter, by in told.changes.items()
        ]
        if told.learned:
            pieces.append(("bulb", str(len(told.learned)), "primary"))
        return pieces

    def _said(self, told: Told) -> str:
        """What a thing moved and taught, in words; empty without either."""
        moved = [
            f"{self.names[meter]} {'+' if by > 0 else MINUS}{abs(by)}"
            for meter, by in told.changes.items()
        ]
        count = len(told.learned)
        notes = [f"{count} note{'s' * (count != 1)}"] if count else []
        return " · ".join([*moved, *notes])

    def _figures(self, fonts: Fonts, told: Told) -> float:
        side = ICON * fonts.text_scale
        pieces = self._pieces(told)
        words = sum(fonts.width(text, "label") for _, text, _ in pieces)
        return words + len(pieces) * (side + 4) + max(0, len(pieces) - 1) * (AFTER - 4)

    def _room(self, fonts: Fonts, told: Told, width: float) -> float:
        if self.in_words:
            return width
        return width - self._figures(fonts, told) - BESIDE

    def _row(self, fonts: Fonts, told: Told, width: float) -> float:
        words = fonts.height(told.said, self.role, self._room(fonts, told, width))
        return words + self._below(fonts, told, width) + 2 * self.padding

    def _below(self, fonts: Fonts, told: Told, width: float) -> float:
        """The height of what is written below the words of a row."""
        said = self._said(told) if self.in_words else ""
        return fonts.height(said, "label", width) if said else 0.0

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of all rows."""
        return sum(self._row(fonts, told, width) for told in self.told)

    def paint(self, canvas: Canvas, area: Rect) -> None:
        """Draw the rows from the top of ``area``, each below a rule."""
        fonts, y = canvas.fonts, area.y
        for told in self.told:
            high = self._row(fonts, told, area.w)
            canvas.line(area.x, y, area.w)
            below = self._below(fonts, told, area.w)
            words = Rect(area.x, y, self._room(fonts, told, area.w), high - below)
            canvas.text(told.said, words, self.role, valign="middle")
            if self.in_words:
                under = Rect(area.x, y + high - below - self.padding, area.w, below)
                canvas.text(self._said(told), under, "label", canvas.theme.muted)
            else:
                self._draw_moved(canvas, told, area.right, y + high / 2)
            y += high

    def _draw_moved(self, canvas: Canvas, told: Told, right: float, y: float) -> None:
        """Draw what it moved and taught, ending at ``right``."""
        theme, fonts = canvas.theme, canvas.fonts
        side = ICON * fonts.text_scale
        for icon, text, name in reversed(self._pieces(told)):
            shade = theme.tone(name).text
            number = canvas.label(text, right, y, "label", shade, align="right")
            canvas.icon(icon, number.x - 4 - side / 2, y, side, shade)
            right = number.x - side - AFTER


def deeds_of(play: Play, stage: str) -> list[Told]:
    """What was done in a stage, without the word that ended a budget early."""
    return [
        replace(told, said=passed_over(play, step) or told.said)
        for step, told, choice in zip(play.steps, play.told, play.run.choices, strict=True)
        if told.stage == stage and choice != DONE
    ]
