"""The talk so far as a chat: theirs on the left, yours on the right."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.window.canvas import Align, Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.transcript import Said
from simulator.window.widgets import ScrollArea

PADDING = 14.0
BETWEEN = 10.0
WIDEST = 0.86
MOST_EMPTY = 0.25
ROLES = ("body", "small")


class Chat(ScrollArea):
    """Bubbles from the oldest to the newest.

    It begins at the newest, or at the piece numbered ``first`` so that this and what follows is
    read from its beginning. The words are in the larger of two sizes in which all of them show.
    """

    def __init__(self, said: Sequence[Said], name: str = "chat", first: int | None = None) -> None:
        super().__init__(name, self._paint)
        self.said = list(said)
        self.first = first
        self.role = "small"

    def settle(self, fonts: Fonts, rect: Rect, roles: Sequence[str] = ROLES) -> None:
        """Fill ``rect`` and show where the talk is now."""
        self.place(rect)
        for role in roles:
            self.role = role
            if self._content(fonts) <= rect.h:
                break
        content = self._content(fonts)
        if self.first is None:
            self.fill(content + self._rest(fonts, content - rect.h))
            self.scroll_to(content)
        else:
            self.fill(content)
            self.scroll_to(self._above(fonts, self.said[: self.first]))

    def _rest(self, fonts: Fonts, hidden: float) -> float:
        """The room below the newest with which a whole piece stands below the upper edge.

        Above it shows the gap, over which the edge fades. Nothing where too much would be empty.
        """
        tops = (self._above(fonts, self.said[:at]) - BETWEEN for at in range(1, len(self.said)))
        rest = next((top for top in tops if top >= hidden), hidden) - hidden
        return rest if hidden > 0 and rest <= self.rect.h * MOST_EMPTY else 0.0

    def _above(self, fonts: Fonts, said: Sequence[Said]) -> float:
        """The height of those pieces with the room below each."""
        return sum(self._tall(fonts, each) + BETWEEN for each in said)

    def _content(self, fonts: Fonts) -> float:
        return self.tall(fonts, self.said)

    def tall(self, fonts: Fonts, said: Sequence[Said]) -> float:
        """The height of pieces in the present size, where the chat has its width."""
        return max(self._above(fonts, said) - BETWEEN, 0.0)

    def _room(self, said: Said) -> float:
        whole = self.width - 2 * PADDING
        return whole * (1.0 if said.by == "told" else WIDEST)

    def _tall(self, fonts: Fonts, said: Said) -> float:
        if said.by == "stage":
            return fonts.leading("name") + 12
        room = self._room(said) - (_mark(fonts) if said.by == "noted" else 0)
        tall = fonts.height(said.text, self.role, room)
        if said.head:
            tall += fonts.leading("caption")
        return tall + (8 if said.by == "told" else 18)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        self.draw_pieces(canvas, self.said, area)

    def draw_pieces(self, canvas: Canvas, pieces: Sequence[Said], area: Rect) -> None:
        """Draw pieces below each other, from the top of ``area``."""
        y = area.y
        for said in pieces:
            tall = self._tall(canvas.fonts, said)
            room = Rect(area.x, y, area.w, tall)
            if canvas.record or canvas.shows(room):
                self._draw_piece(canvas, said, room)
            y += tall + BETWEEN

    def _draw_piece(self, canvas: Canvas, said: Said, area: Rect) -> None:
        """Draw a piece where it has its height."""
        if said.by == "stage":
            self._draw_stage(canvas, said, area)
        elif said.by == "told":
            shade = canvas.theme.muted
            room = area.inset(PADDING, 4)
            short = len(canvas.fonts.lines(said.text, self.role, room.w)) == 1
            align: Align = "center" if short else "left"
            canvas.text(said.text, room, self.role, shade, align=align)
        elif said.by == "noted":
            self._draw_noted(canvas, said, area)
        else:
            self._draw_bubble(canvas, said, area)

    def _draw_stage(self, canvas: Canvas, said: Said, area: Rect) -> None:
        (x, y), shade = area.middle, canvas.theme.primary.text
        name = canvas.label(said.text, x, y, "name", shade, align="center")
        canvas.line(area.x, y, name.x - 14 - area.x)
        canvas.line(name.right + 14, y, area.right - name.right - 14)

    def _draw_noted(self, canvas: Canvas, said: Said, area: Rect) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        room = self._room(said)
        box = area.inset((area.w - room) / 2 - PADDING, 0)
        canvas.panel(box, theme.trust.tint, radius=10)
        y = box.y + 9 + fonts.leading(self.role) / 2
        mark = _mark(fonts)
        canvas.icon("bulb", box.x + PADDING + mark / 2 - 3, y, fonts.icon(16), theme.trust.text)
        words = Rect(box.x + PADDING + mark, box.y + 9, room - mark, box.h - 18)
        canvas.text(said.text, words, self.role, theme.ink)

    def _draw_bubble(self, canvas: Canvas, said: Said, area: Rect) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        room, mine = self._room(said), said.by == "you"
        wide = (
            max(fonts.width(line, self.role) for line in fonts.lines(said.text, self.role, room))
            + 1
        )
        if said.head:
            wide = max(wide, min(room, fonts.width(said.head, "caption") + 1))
        box = Rect(area.x, area.y, wide + 2 * PADDING, area.h)
        if mine:
            box = box._replace(x=area.right - box.w)
        fill = theme.primary.fill if mine else theme.well
        ink = theme.on_primary if mine else theme.ink
        canvas.panel(box, fill, radius=14)
        if mine or theme.shadow is not None:
            # A bubble leaves the corner next to its speaker square, unless it has a border.
            corner = Rect(box.right - 14 if mine else box.x, box.bottom - 14, 14, 14)
            canvas.panel(corner, fill, radius=4)
        words = Rect(box.x + PADDING, box.y + 9, wide + 0.5, box.h - 18)
        if said.head:
            head = words._replace(w=min(room, wide), h=fonts.leading("caption"))
            canvas.text(said.head, head, "caption", ink, lines=1)
            words = Rect(words.x, head.bottom, words.w, words.h - head.h)
        canvas.text(said.text, words._replace(w=room), self.role, ink)


def _mark(fonts: Fonts) -> float:
    """The width that the sign before a note takes."""
    return fonts.icon(16) + 6
