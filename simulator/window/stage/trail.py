"""The course of an objection: what it is, the talk about it, and which moves were made."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.scenario.words import Move
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, cut_top, flow
from simulator.window.stage.chat import BETWEEN, ROLES, Chat
from simulator.window.stage.transcript import Said
from simulator.window.stage.words import sentence
from simulator.window.widgets import Widget

SIDE: Final = 18.0
DOT: Final = 26.0
APART: Final = 12.0
SO_FAR: Final = "Moves so far"
NAMES: Final = {move: sentence(move.value) for move in Move}


@dataclass(frozen=True)
class Course:
    """The objection that is to be answered, piece by piece, and the talk that follows it."""

    objection: Sequence[Said]
    after: Sequence[Said]

    @property
    def yours(self) -> int:
        """Where in the talk your last words stand; -1 if you said nothing yet."""
        return max((at for at, one in enumerate(self.after) if one.by == "you"), default=-1)

    @property
    def whole(self) -> list[Said]:
        """All of it, in order."""
        return [*self.objection, *self.after]


class TrailCard(Widget):
    """A card with the chat, above it the objection itself, and below it the moves made so far.

    Both stand there where the newest of the chat has room beside them. While it ``begins``, the
    chat shows from the objection on.
    """

    focusable = False

    def __init__(self, course: Course, made: Collection[Move], *, begins: bool = False) -> None:
        super().__init__("chat-card")
        self.course = course
        self.made = [name for move, name in NAMES.items() if move in made]
        self.begins = begins
        self.chat = Chat(course.whole)
        self.pinned = Rect()
        self.foot = 0.0

    def _each(self, fonts: Fonts) -> list[float]:
        """The widths of the heading of the moves, and of each with its name."""
        dot = self._dot(fonts)
        return [
            fonts.width(SO_FAR, "caption"),
            *(dot + 6 + fonts.width(name, "caption") for name in self.made),
        ]

    def _dot(self, fonts: Fonts) -> float:
        return max(DOT, fonts.leading("caption"))

    def _spots(self, fonts: Fonts, area: Rect) -> list[Rect]:
        """Where the heading and each move stand; in several rows where one is too narrow."""
        return flow(area, self._each(fonts), self._dot(fonts), APART)

    def _moves_high(self, fonts: Fonts, width: float) -> float:
        """The height of the moves and the gap above them; none before the first."""
        if not self.made:
            return 0.0
        return self._spots(fonts, Rect(w=width - 2 * SIDE))[-1].bottom + 10

    def settle(self, fonts: Fonts, rect: Rect) -> None:
        """Fill ``rect``."""
        self.place(rect)
        chat, course = self.chat, self.course
        room = Rect(
            rect.x + SIDE, rect.y + SIDE - 4, rect.w - 2 * SIDE + 8, max(0.0, rect.h - 2 * SIDE + 8)
        )
        chat.place(room)
        self.pinned, self.foot, chat.said = Rect(), 0.0, course.whole
        chat.first = 0 if self.begins else None
        for role in ROLES:
            chat.role = role
            if chat.tall(fonts, chat.said) <= room.h:
                break
        if course.objection:
            own, rest = chat.tall(fonts, course.objection), course.after
            free, yours = room.h - own - BETWEEN, course.yours
            newest = 0.0 if self.begins else chat.tall(fonts, rest[yours + 1 :])
            if free >= max(newest, fonts.leading(chat.role) if rest else 0.0):
                self.pinned, room = cut_top(room, own, BETWEEN)
                chat.said = list(rest)
            moves = self._moves_high(fonts, rect.w)
            if free - moves >= chat.tall(fonts, rest[yours:]):
                self.foot, room = moves, room._replace(h=room.h - moves)
        chat.settle(fonts, room, (chat.role,))

    def draw(self, canvas: Canvas) -> None:
        """Draw card, objection and moves."""
        canvas.card(self.rect)
        if self.course.objection and self.pinned.h:
            wide = self.pinned._replace(w=self.chat.width)
            self.chat.draw_pieces(canvas, self.course.objection, wide)
        if self.foot:
            self._draw_moves(canvas)

    def _draw_moves(self, canvas: Canvas) -> None:
        """Draw the moves made so far, with a tick each."""
        fonts, tone, dot = canvas.fonts, canvas.theme.trust, self._dot(canvas.fonts)
        y = self.rect.bottom - SIDE + 4 - self.foot + 10
        area = Rect(self.rect.x + SIDE, y, self.rect.w - 2 * SIDE, self.foot)
        head, *spots = self._spots(fonts, area)
        canvas.label(SO_FAR, head.x, head.y + dot / 2, "caption", canvas.theme.muted)
        for name, spot in zip(self.made, spots, strict=True):
            box = Rect(spot.x, spot.y, dot, dot)
            canvas.panel(box, tone.tint, radius=dot / 2)
            canvas.icon("check", *box.middle, dot * 0.58, tone.text)
            canvas.label(name, box.right + 6, box.middle[1], "caption", tone.text)
