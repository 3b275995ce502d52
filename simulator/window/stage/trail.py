"""The course of an objection: which of the five moves were made, above the talk itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from simulator.scenario.words import Move
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.chat import Chat
from simulator.window.stage.transcript import Said
from simulator.window.stage.words import MOVE_ICONS, sentence
from simulator.window.widgets import Widget

SIDE: Final = 18.0
DOT: Final = 26.0
APART: Final = 12.0
NAMES: Final = {move: sentence(move.value) for move in Move}


class TrailCard(Widget):
    """A card with the five moves as a trail and the chat below; :attr:`chat` belongs on the screen.

    ``made`` are the moves made at this objection, ``open_now`` those that can be made; they may be
    made in any order, so the trail ticks them off instead of leading from one to the next.
    """

    focusable = False

    def __init__(
        self, said: Sequence[Said], made: Collection[Move], open_now: Collection[Move]
    ) -> None:
        super().__init__("chat-card")
        self.made = frozenset(made)
        self.open_now = frozenset(open_now)
        self.chat = Chat(said)

    def named(self, fonts: Fonts) -> float:
        """The width of the card at which each move shows its name."""
        dot = self._dot(fonts)
        names = sum(dot + 6 + fonts.width(name, "caption") for name in NAMES.values())
        return names + APART * (len(NAMES) - 1) + 2 * SIDE

    def _dot(self, fonts: Fonts) -> float:
        return max(DOT, fonts.leading("caption"))

    def _head(self, fonts: Fonts) -> float:
        return self._dot(fonts) + 14

    def settle(self, fonts: Fonts, rect: Rect) -> None:
        """Fill ``rect``."""
        self.place(rect)
        top = rect.y + SIDE - 4 + self._head(fonts) + 8
        room = Rect(rect.x + SIDE, top, rect.w - 2 * SIDE + 8, rect.bottom - top - SIDE + 4)
        self.chat.settle(fonts, room)

    def draw(self, canvas: Canvas) -> None:
        """Draw card and trail."""
        canvas.card(self.rect)
        fonts, head = canvas.fonts, self._head(canvas.fonts)
        area = Rect(self.rect.x + SIDE, self.rect.y + SIDE - 4, self.rect.w - 2 * SIDE, head)
        dot = self._dot(fonts)
        each = {move: dot + 6 + fonts.width(name, "caption") for move, name in NAMES.items()}
        named = self.named(fonts) <= self.rect.w
        if not named:
            each = dict.fromkeys(Move, dot)
        apart = (area.w - sum(each.values())) / (len(each) - 1)
        x, y = area.x, area.y + (head - 14) / 2
        for move in Move:
            self._draw_move(canvas, move, Rect(x, y - dot / 2, dot, dot))
            if named:
                shade = canvas.theme.trust.text if move in self.made else canvas.theme.muted
                canvas.label(NAMES[move], x + dot + 6, y, "caption", shade)
            x += each[move] + min(apart, 3 * APART)
        canvas.line(self.rect.x, area.bottom - 2, self.rect.w)

    def _draw_move(self, canvas: Canvas, move: Move, box: Rect) -> None:
        theme = canvas.theme
        made = move in self.made
        ready = made or move in self.open_now
        edge = theme.trust.fill if made else theme.edge if ready else theme.line
        ground = theme.trust.tint if made else theme.card
        canvas.panel(box, ground, radius=box.h / 2, border=edge, width=2 if made else 1.5)
        shade = theme.trust.text if made else theme.primary.text if ready else theme.muted
        canvas.icon("check" if made else MOVE_ICONS[move], *box.middle, box.h * 0.58, shade)
