"""What you are about to send or say, as the real thing: a letter, a call, a message, a visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.scenario.words import Channel
from simulator.window.art.figures import bubble_tail_svg
from simulator.window.art.people import Portrait
from simulator.window.canvas import Canvas
from simulator.window.faces import draw_face
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.fit import FitText
from simulator.window.stage.words import CHANNEL_ICONS, sentence
from simulator.window.theme import CARD_RADIUS, luminance
from simulator.window.widgets import Widget
from simulator.window.widgets.scroll import GUTTER

SIDE: Final = 24.0
WELL: Final = 216.0
"""Below the head, what a call, a message or a visit needs to look well."""
ENOUGH: Final = 2.5
"""The lines of a letter that must show below whom it is for and what it is about."""

WRITTEN: Final = (Channel.EMAIL, Channel.VIRTUAL)
"""What goes out as a letter: an e-mail, or the invitation to a call with pictures."""

FACE: Final = 92.0
"""The side of your own picture beside what you say."""

INSET: Final = 5.0
"""How far from the left end of a high pill its face stands."""


@dataclass(frozen=True)
class Draft:
    """What is to be sent: ``to`` and ``role`` name the prospect, ``sender`` is you.

    ``portrait`` is the prospect's, ``mine`` yours. ``is_wording`` tells whether the body is the
    very wording, or says what you do.
    """

    channel: Channel | None
    to: str
    role: str
    sender: str
    subject: str
    body: str
    portrait: Portrait
    mine: Portrait
    is_wording: bool = False

    @property
    def head(self) -> str:
        """The kind of contact, as a heading."""
        return sentence(self.channel.value) if self.channel else "Something else"

    @property
    def icon(self) -> str:
        """The icon of the kind of contact."""
        return CHANNEL_ICONS[self.channel] if self.channel else "arrow-right"

    @property
    def part(self) -> str:
        """What stands above your part."""
        return "You say" if self.is_wording else "What you do"


class DraftView(Widget):
    """Draws a draft; :attr:`body` holds its words and belongs on the screen as well."""

    focusable = False

    def __init__(self, draft: Draft) -> None:
        super().__init__("draft")
        self.draft = draft
        text, tone = draft.body, "" if draft.channel in WRITTEN else "primary"
        if draft.channel in WRITTEN:
            text = text.replace("\n", "\n\n")
        self.body = FitText("body", text, tone)
        self.foot = 60.0
        self.most = 2
        """How many lines each line above a letter may take: the letter itself needs room."""

    def height(self, fonts: Fonts, width: float) -> float:
        """The height at which a letter shows whole and the others look well, without the foot.

        The letter may then be in smaller words than where there is more room.
        """
        head = fonts.leading("name") + 24 + 14
        self.most = 2
        if self.draft.channel in WRITTEN:
            words = fonts.height(self.body.text, "body", width - 2 * SIDE - GUTTER)
            return head + self._rows_height(fonts, width - 2 * SIDE) + words
        return head + WELL * fonts.text_scale

    def settle(self, fonts: Fonts, rect: Rect, foot: float) -> None:
        """Fill ``rect``, keeping ``foot`` free below for the button."""
        self.place(rect)
        self.foot = foot
        if self.draft.channel in WRITTEN:
            self._settle_mail(fonts)
        elif self.draft.channel is Channel.COLD_CALL:
            self._settle_call(fonts)
        elif self.draft.channel is Channel.SOCIAL:
            self._settle_message(fonts)
        else:
            self._settle_visit(fonts)

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        canvas.card(self.rect)
        self._draw_head(canvas)
        if self.draft.channel in WRITTEN:
            self._draw_mail(canvas)
        elif self.draft.channel is Channel.COLD_CALL:
            self._draw_call(canvas)
        elif self.draft.channel is Channel.SOCIAL:
            self._draw_message(canvas)
        else:
            self._draw_visit(canvas)

    # Shared.

    def _head(self, fonts: Fonts) -> Rect:
        return Rect(self.rect.x, self.rect.y, self.rect.w, fonts.leading("name") + 24)

    def _inner(self, fonts: Fonts) -> Rect:
        """What lies between the head and the button."""
        head = self._head(fonts)
        high = self.rect.bottom - self.foot - head.bottom - 14
        return Rect(self.rect.x + SIDE, head.bottom + 14, self.rect.w - 2 * SIDE, high)

    def _draw_head(self, canvas: Canvas) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        head = self._head(fonts)
        y = head.middle[1]
        shade = theme.primary.text
        canvas.band(self.rect, head.h)
        side = fonts.icon(20)
        canvas.icon(self.draft.icon, head.x + SIDE + side / 2, y, side, shade)
        named = canvas.label(self.draft.head, head.x + SIDE + side + 10, y, "name", shade)
        note = "Preview"
        if named.right + fonts.width(note, "caption") + 20 < head.right - SIDE:
            canvas.label(note, head.right - SIDE, y, "caption", theme.muted, align="right")

    # A letter.

    def _rows(self) -> list[tuple[str, str, str]]:
        """The lines above a letter: name, text and its type."""
        draft = self.draft
        rows = [("To", f"{draft.to} · {draft.role}", "label"), ("From", draft.sender, "label")]
        if draft.subject or draft.channel is Channel.EMAIL:
            rows.append(("Subject", draft.subject or "(none)", "name"))
        return rows

    def _row(self, fonts: Fonts, row: tuple[str, str, str], width: float) -> float:
        """The height of one of them, with its words wrapped, and the line below it."""
        name, text, role = row
        room = width - self._named(fonts)
        if name == "To":
            room -= fonts.leading("body") + 6 + 23
        words = min(self.most, len(fonts.lines(text, role, room))) * fonts.leading(role)
        return max(fonts.leading("body"), words) + 14

    def _named(self, fonts: Fonts) -> float:
        return max(fonts.width(name, "label") for name, _, _ in self._rows()) + 18

    def _rows_height(self, fonts: Fonts, width: float) -> float:
        return sum(self._row(fonts, row, width) for row in self._rows()) + 8

    def _settle_mail(self, fonts: Fonts) -> None:
        inner = self._inner(fonts)
        for most in (2, 1):
            self.most = most
            top = inner.y + self._rows_height(fonts, inner.w)
            if inner.bottom - top >= ENOUGH * fonts.leading("body"):
                break
        self.body.settle(fonts, Rect(inner.x, top, inner.w, max(40.0, inner.bottom - top)))

    def _draw_mail(self, canvas: Canvas) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        inner, left = self._inner(fonts), self._named(fonts)
        y = inner.y
        for row in self._rows():
            high = self._row(fonts, row, inner.w)
            name, text, role = row
            canvas.label(name, inner.x, y + fonts.leading("body") / 2 + 3, "label", theme.muted)
            room = Rect(inner.x + left, y, inner.w - left, high - 8)
            if name == "To":
                self._draw_address(canvas, text, room)
            else:
                canvas.text(text, room, role, valign="middle", lines=self.most)
            y += high
            canvas.line(inner.x, y - 4, inner.w)

    def _draw_address(self, canvas: Canvas, text: str, room: Rect) -> None:
        """Draw whom a letter goes to as a pill with the face."""
        theme, fonts = canvas.theme, canvas.fonts
        side = fonts.leading("body") + 6
        wide = min(room.w, side + 8 + fonts.width(text, "label") + 15)
        canvas.panel(room._replace(w=wide), theme.neutral.tint, radius=side / 2)
        # In a pill of two lines the face keeps off the round corners.
        inset = INSET if room.h > side + 1 else 0.0
        size = side - inset
        face = Rect(room.x + inset, room.middle[1] - size / 2, size, size)
        draw_face(canvas, self.draft.portrait, face, "neutral", radius=size / 2)
        words = Rect(face.right + 8, room.y, wide - side - 22, room.h)
        canvas.text(text, words, "label", theme.ink, valign="middle", lines=self.most)

    # A call.

    def _phone(self, fonts: Fonts) -> Rect:
        inner = self._inner(fonts)
        high = min(inner.h + self.foot - 34, 400.0)
        return Rect(inner.x, inner.y, min(high * 0.54, inner.w * 0.36), high)

    def _settle_call(self, fonts: Fonts) -> None:
        inner, phone = self._inner(fonts), self._phone(fonts)
        x = phone.right + 48
        wide = inner.right - x - 20
        head = fonts.leading("label") + 18
        room = Rect(x, inner.y + head, wide, max(40.0, inner.h - head - 28))
        taken = self.body.settle(fonts, room)
        # What you say stands at the height of the face that hears it.
        lower = min(room.h - taken, max(0.0, phone.h * 0.36 - taken / 2 - head))
        self.body.settle(fonts, room._replace(y=room.y + lower, h=taken))

    def _draw_call(self, canvas: Canvas) -> None:
        theme, fonts, draft = canvas.theme, canvas.fonts, self.draft
        phone = self._phone(fonts)
        # Ink is white in a dark theme, and a white frame would outshine everything on it.
        frame = theme.ink if luminance(theme.card) > 0.5 else theme.neutral.fill
        canvas.panel(phone, frame, radius=26, shadow=theme.shadow)
        screen = phone.inset(7, 8)
        canvas.panel(screen, theme.primary.tint, radius=20)
        words = 2 * fonts.leading("caption") + 14
        side = min(screen.w - 28, screen.h - words - 74)
        if side > 30:
            face = Rect(screen.middle[0] - side / 2, screen.y + 18, side, side)
            draw_face(canvas, self.draft.portrait, face, "neutral", radius=side / 2)
        name = Rect(
            screen.x + 6, screen.y + max(side, 0) + 28, screen.w - 12, fonts.leading("label")
        )
        canvas.text(draft.to, name, "label", theme.ink, align="center", lines=1)
        spot = Rect(screen.middle[0] - 20, screen.bottom - 54, 40, 40)
        canvas.panel(spot, theme.card, radius=20, border=theme.edge, width=1.5)
        canvas.icon("phone", *spot.middle, 21, theme.muted)
        self._draw_bubble(canvas)

    def _bubble(self, fonts: Fonts) -> Rect:
        """What lies around the words you say, with the line above them."""
        words, head = self.body.rect, fonts.leading("label") + 16
        return Rect(words.x - 20, words.y - head, words.w + 40, words.h + head + 18)

    def _draw_bubble(self, canvas: Canvas) -> None:
        """Draw what you say around the words.

        The corner next to you is square, as in a chat, unless you are seen saying it.
        """
        theme, box = canvas.theme, self._bubble(canvas.fonts)
        head = self.body.rect.y - box.y
        canvas.panel(box, theme.primary.fill, radius=18)
        if self.draft.channel is Channel.COLD_CALL:
            corner = Rect(box.right - 20, box.bottom - 20, 20, 20)
            canvas.panel(corner, theme.primary.fill, radius=4)
        y = box.y + head / 2 + 2
        canvas.label(self.draft.part, box.x + 20, y, "label", theme.on_primary)

    # A message.

    def _settle_message(self, fonts: Fonts) -> None:
        wall = self._wall(fonts)
        left = wall.x + wall.w * 0.2
        room = Rect(left, wall.y + 34, wall.right - 42 - left, max(40.0, wall.h - 68))
        taken = self.body.settle(fonts, room)
        self.body.settle(fonts, room._replace(y=wall.bottom - 38 - taken, h=taken))

    def _avatar(self, fonts: Fonts) -> float:
        return max(52.0, fonts.leading("name") + fonts.leading("caption"))

    def _wall(self, fonts: Fonts) -> Rect:
        """The ground of the conversation, below the name."""
        inner, top = self._inner(fonts), self._avatar(fonts) + 14
        return Rect(inner.x, inner.y + top, inner.w, max(0.0, inner.h - top))

    def _draw_message(self, canvas: Canvas) -> None:
        theme, fonts, draft = canvas.theme, canvas.fonts, self.draft
        inner, side = self._inner(fonts), self._avatar(fonts)
        face = Rect(inner.x, inner.y, side, side)
        draw_face(canvas, self.draft.portrait, face, "neutral", radius=side / 2)
        x = face.right + 14
        high = fonts.leading("name")
        name = Rect(x, inner.y + side / 2 - high, inner.right - x, high)
        canvas.text(draft.to, name, "name", lines=1)
        below = Rect(x, name.bottom, name.w, fonts.leading("caption"))
        canvas.text(draft.role, below, "caption", theme.muted, lines=1)
        canvas.panel(self._wall(fonts), theme.well, radius=CARD_RADIUS * 0.7)
        words = self.body.rect
        box = Rect(words.x - 20, words.y - 16, words.w + 40, words.h + 32)
        canvas.panel(box, theme.primary.fill, radius=18)
        # The corner next to you is square, as in the talks.
        canvas.panel(Rect(box.right - 20, box.bottom - 20, 20, 20), theme.primary.fill, radius=4)

    # A visit.

    def _mine(self, fonts: Fonts) -> float:
        """The side of your own picture; 0 where the words need its room."""
        side = FACE * min(max(1.0, fonts.text_scale), 1.4)
        return side if self._inner(fonts).w > 4.5 * side * fonts.text_scale else 0.0

    def _settle_visit(self, fonts: Fonts) -> None:
        inner, side = self._inner(fonts), self._mine(fonts)
        beside = side + 28 if side else 0.0
        head = fonts.leading("label") + 16
        room = Rect(
            inner.x + 44,
            inner.y + head + 16,
            inner.w - 88 - beside,
            max(40.0, inner.h - head - 50),
        )
        taken = self.body.settle(fonts, room)
        lower = max(0.0, room.h - taken) / 2
        self.body.settle(fonts, room._replace(y=room.y + lower, h=taken))

    def _draw_visit(self, canvas: Canvas) -> None:
        """Draw you, saying it: who is there and where only the words tell."""
        theme, fonts = canvas.theme, canvas.fonts
        inner, side, box = self._inner(fonts), self._mine(fonts), self._bubble(fonts)
        canvas.panel(inner, theme.well, radius=CARD_RADIUS * 0.7)
        if side:
            face = Rect(box.right + 28, box.middle[1] - side / 2, side, side)
            draw_face(canvas, self.draft.mine, face, "interested", radius=side / 2)
            shade = theme.primary.fill
            tail = Rect(box.right - 1, box.middle[1] - 10, 22, 22)
            canvas.picture(("tail", shade, None), lambda w, h: bubble_tail_svg(shade, w, h), tail)
            y = face.bottom + 4 + fonts.leading("caption") / 2
            canvas.label("You", face.middle[0], y, "caption", theme.muted, align="center")
        self._draw_bubble(canvas)
