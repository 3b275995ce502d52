"""The course of an objection: which of the five moves were made, above the talk itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from simulator.scenario.words import Move
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, flow
from simulator.window.stage.chat import Chat
from simulator.window.stage.transcript import Said
from simulator.window.stage.words import MOVE_ICONS, sentence
from simulator.window.widgets import Widget

SIDE: Final = 18.0
DOT: Final = 26.0
APART: Final = 12.0
NAMES: Final = {move: sentence(move.value) for move in Move}


class TrailCard(Widget):
    """A card with the moves as a list to tick off and the chat below.

    ``made`` are the moves made at this objection, ``offered`` those that it knows; they may be made
    in any order. The chat begins at the piece numbered ``first``.
    """

    focusable = False

    def __init__(
        self,
        said: Sequence[Said],
        made: Collection[Move],
        offered: Collection[Move],
        first: int | None = None,
    ) -> None:
        super().__init__("chat-card")
        self.made = frozenset(made)
        self.names = {move: name for move, name in NAMES.items() if move in {*made, *offered}}
        self.chat = Chat(said, first=first)

    def named(self, fonts: Fonts) -> float:
        """The width of the card at which all moves stand in one row."""
        return sum(self._each(fonts)) + APART * max(0, len(self.names) - 1) + 2 * SIDE

    def _each(self, fonts: Fonts) -> list[float]:
        """The widths of the moves with their names."""
        dot = self._dot(fonts)
        return [dot + 6 + fonts.width(name, "caption") for name in self.names.values()]

    def _dot(self, fonts: Fonts) -> float:
        return max(DOT, fonts.leading("caption"))

    def _spots(self, fonts: Fonts, area: Rect) -> list[Rect]:
        """Where each move stands, with its name; in several rows where one is too narrow."""
        each = self._each(fonts)
        apart = (area.w - sum(each)) / max(1, len(each) - 1)
        # A hair less than what is free, so that rounding breaks no row that just fits.
        gap = max(APART, min(apart, 3 * APART)) - 0.01
        return flow(area, each, self._dot(fonts), gap)

    def _head(self, fonts: Fonts, width: float) -> float:
        """The height of the moves; none where an objection is met without any."""
        spots = self._spots(fonts, Rect(w=width - 2 * SIDE))
        return spots[-1].bottom + 14 if spots else 0.0

    def settle(self, fonts: Fonts, rect: Rect) -> None:
        """Fill ``rect``."""
        self.place(rect)
        head = self._head(fonts, rect.w)
        top = rect.y + SIDE - 4 + (head + 8 if head else 0.0)
        room = Rect(rect.x + SIDE, top, rect.w - 2 * SIDE + 8, rect.bottom - top - SIDE + 4)
        self.chat.settle(fonts, room)

    def draw(self, canvas: Canvas) -> None:
        """Draw card and trail."""
        canvas.card(self.rect)
        fonts, dot = canvas.fonts, self._dot(canvas.fonts)
        head = self._head(fonts, self.rect.w)
        area = Rect(self.rect.x + SIDE, self.rect.y + SIDE - 4, self.rect.w - 2 * SIDE, head)
        for move, spot in zip(self.names, self._spots(fonts, area), strict=True):
            self._draw_move(canvas, move, Rect(spot.x, spot.y, dot, dot))
            shade = canvas.theme.trust.text if move in self.made else canvas.theme.muted
            canvas.label(NAMES[move], spot.x + dot + 6, spot.middle[1], "caption", shade)
        if self.names:
            canvas.line(self.rect.x, area.bottom - 2, self.rect.w)

    def _draw_move(self, canvas: Canvas, move: Move, box: Rect) -> None:
        theme = canvas.theme
        if move in self.made:
            canvas.panel(box, theme.trust.tint, radius=box.h / 2)
            canvas.icon("check", *box.middle, box.h * 0.58, theme.trust.text)
            return
        canvas.icon(MOVE_ICONS[move], *box.middle, box.h * 0.68, theme.muted)
