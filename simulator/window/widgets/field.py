"""A field to type one line of text into."""

from __future__ import annotations

import pygame

from simulator.window.canvas import Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts, clean
from simulator.window.layout import Rect
from simulator.window.theme import BUTTON_RADIUS
from simulator.window.widgets.base import HANDLED, Action, Widget
from simulator.window.widgets.clipboard import get_clip, put_clip


class TextField(Widget):
    """One line of text with a label above and a note or an error below.

    Reports :class:`Action` with the text: not final at every change, final at Enter.
    ``limit`` is the greatest number of characters. Set :attr:`error` to say what is wrong.
    """

    wants_text = True
    repeats = True

    def __init__(
        self,
        name: str,
        label: str,
        text: str = "",
        *,
        hint: str = "",
        note: str = "",
        limit: int = 80,
    ) -> None:
        super().__init__(name)
        self.label = label
        self.text = text
        self.hint = hint
        self.note = note
        self.error = ""
        self.limit = limit
        self.caret = self.anchor = len(text)
        self._composing = ""
        self._caret_on = True
        self._shift = 0.0
        self._fonts: Fonts | None = None

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of label, box, and the line below if there is one."""
        below = self.error or self.note
        note = fonts.height(below, "small", width) + 6 if below else 0.0
        return fonts.leading("label") + 6 + fonts.leading("body") + 20 + note

    def box(self, fonts: Fonts) -> Rect:
        """Return where the words are typed."""
        top = self.rect.y + fonts.leading("label") + 6
        return Rect(self.rect.x, top, self.rect.w, fonts.leading("body") + 20)

    @property
    def selection(self) -> tuple[int, int]:
        """The ends of the selected part, equal when nothing is selected."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    def blink(self) -> None:
        """Turn the caret on or off."""
        self._caret_on = not self._caret_on
        self.touch()

    # Answering.

    def handle(self, event: Event) -> Action | None:
        """Type, move, select, copy and paste; leave Tab, Esc, up and down to the screen."""
        idle = event.kind is Kind.MOVE and not self.pressed
        if not self.enabled or event.kind is Kind.WHEEL or idle:
            return None
        self._caret_on = True
        self.touch()
        if event.kind is Kind.TEXT:
            self._composing = ""
            return self._insert(event.text)
        if event.kind is Kind.COMPOSE:
            self._composing = event.text
            return HANDLED
        if event.kind is Kind.KEY:
            return self._key(event)
        return self._pointer(event)

    def _key(self, event: Event) -> Action | None:
        if self._composing:
            return HANDLED
        if event.ctrl and event.key in (pygame.K_a, pygame.K_c, pygame.K_x, pygame.K_v):
            return self._command(event.key)
        if event.key in (pygame.K_BACKSPACE, pygame.K_DELETE):
            return self._delete(event)
        moves = {
            Intent.LEFT: self._stop(-1, event.ctrl),
            Intent.RIGHT: self._stop(1, event.ctrl),
            Intent.HOME: 0,
            Intent.END: len(self.text),
        }
        if event.intent in moves:
            self.caret = moves[event.intent]
            self.anchor = self.anchor if event.shift else self.caret
            return HANDLED
        if event.intent is Intent.ACTIVATE and event.key != pygame.K_SPACE:
            return Action(self.name, self.text)
        leave = (Intent.BACK, Intent.UP, Intent.DOWN, Intent.PAGE_UP, Intent.PAGE_DOWN)
        return None if event.intent in leave else HANDLED

    def _stop(self, way: int, word: bool) -> int:
        """Return where the caret comes to rest one letter or one word further."""
        at = self.caret + way
        while word and 0 < at < len(self.text):
            if self.text[at - 1] == " " and self.text[at] != " ":
                break
            at += way
        return min(max(0, at), len(self.text))

    def _command(self, key: int) -> Action:
        start, end = self.selection
        if key == pygame.K_a:
            self.anchor, self.caret = 0, len(self.text)
            return HANDLED
        if key == pygame.K_v:
            return self._insert(get_clip())
        if start != end:
            put_clip(self.text[start:end])
        return self._insert("") if key == pygame.K_x and start != end else HANDLED

    def _delete(self, event: Event) -> Action:
        if self.caret == self.anchor:
            self.anchor = self._stop(-1 if event.key == pygame.K_BACKSPACE else 1, event.ctrl)
        return self._insert("")

    def _insert(self, piece: str) -> Action:
        """Put ``piece`` in place of the selection, as much of it as there is room for."""
        start, end = self.selection
        before, after = self.text[:start], self.text[end:]
        piece = clean(piece.replace("\n", " "))[: max(0, self.limit - len(before) - len(after))]
        changed = before + piece + after != self.text
        self.text = before + piece + after
        self.caret = self.anchor = start + len(piece)
        return Action(self.name, self.text, final=False) if changed else HANDLED

    def _pointer(self, event: Event) -> Action | None:
        if event.kind is Kind.PRESS:
            self.pressed = True
            self.caret = self.anchor = self._letter(event.x)
            if event.clicks == 2:
                self.anchor, self.caret = self._word(self.caret)
            elif event.clicks > 2:
                self.anchor, self.caret = 0, len(self.text)
        elif event.kind is Kind.MOVE and self.pressed:
            self.caret = self._letter(event.x)
        elif event.kind is Kind.RELEASE:
            self.pressed = False
        return HANDLED

    def _word(self, at: int) -> tuple[int, int]:
        """Return the ends of the word, or of the row of spaces, around a place between letters."""
        if not self.text:
            return 0, 0
        inside = min(at, len(self.text) - 1)
        space = self.text[inside] == " "
        start = end = inside
        while start > 0 and (self.text[start - 1] == " ") == space:
            start -= 1
        while end < len(self.text) and (self.text[end] == " ") == space:
            end += 1
        return start, end

    def _letter(self, x: float) -> int:
        """Return the place between letters nearest to ``x``."""
        fonts = self._fonts
        if fonts is None:
            return len(self.text)
        at = x - self.rect.x - 14 + self._shift
        places = range(len(self.text) + 1)
        return min(places, key=lambda i: abs(fonts.width(self.text[:i], "body") - at))

    # Drawing.

    def draw(self, canvas: Canvas) -> None:
        """Draw label, box, text, selection and caret."""
        canvas.note_widget(self.rect, self.name)
        self._fonts = fonts = canvas.fonts
        theme, box = canvas.theme, self.box(fonts)
        head = Rect(self.rect.x, self.rect.y, self.rect.w, fonts.leading("label"))
        canvas.text(self.label, head, "label", theme.ink if self.enabled else theme.faded, lines=1)
        edge = theme.urgency.fill if self.error else theme.edge
        if self.enabled and (self.focused or self.hovered) and not self.error:
            edge = theme.primary.fill
        thick = 2.0 if self.focused or self.error else theme.border
        if not self.enabled:
            edge = theme.line
        canvas.panel(
            box,
            theme.card if self.enabled else theme.well,
            radius=BUTTON_RADIUS,
            border=edge,
            width=thick,
        )
        inner = Rect(box.x + 14, box.y + 10, box.w - 28, fonts.leading("body"))
        with canvas.clip(inner.inset(-2), "across"):
            self._draw_line(canvas, inner)
        below = Rect(box.x, box.bottom + 6, box.w, self.rect.bottom - box.bottom - 6)
        if self.error:
            canvas.text(self.error, below, "small", theme.urgency.text)
        elif self.note:
            canvas.text(self.note, below, "small", theme.muted)
        self.draw_ring(canvas, BUTTON_RADIUS, box)

    def _draw_line(self, canvas: Canvas, inner: Rect) -> None:
        fonts, theme = canvas.fonts, canvas.theme
        start, end = self.selection if self._composing else (self.caret, self.caret)
        before = self.text[:start]
        text = before + self._composing + self.text[end:]
        at = fonts.width(before + self._composing, "body")
        self._shift = min(self._shift, at)
        self._shift = max(self._shift, at - inner.w + 2, 0.0)
        left = inner.x - self._shift
        start, end = self.selection
        if start != end and self.focused and not self._composing:
            x, x2 = (left + fonts.width(self.text[:i], "body") for i in (start, end))
            canvas.wash(Rect(x, inner.y, x2 - x, inner.h), theme.selection)
        if not text and not self.focused:
            canvas.text(self.hint, inner, "body", theme.muted, lines=1)
        elif text:
            wide = fonts.width(text, "body") + 1
            ink = theme.ink if self.enabled else theme.faded
            canvas.text(text, Rect(left, inner.y, wide, inner.h), "body", ink)
        if self._composing:
            x = left + fonts.width(before, "body")
            canvas.wash(Rect(x, inner.bottom - 1, left + at - x, 1.5), theme.ink)
        if self.focused and self._caret_on:
            canvas.fill(Rect(left + at, inner.y + 1, 2, inner.h - 2), theme.primary.text)
