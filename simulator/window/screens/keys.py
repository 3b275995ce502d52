"""Which key does what, and giving a thing to do another key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.window.canvas import Align, Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts
from simulator.window.header import Header
from simulator.window.keys import (
    DEEDS,
    FIXED,
    MODIFIERS,
    STANDARD,
    Bindings,
    Deed,
    key_shown,
    rebind,
)
from simulator.window.layout import Rect, Share, columns
from simulator.window.screen import Screen
from simulator.window.settings import change_settings
from simulator.window.theme import BUTTON_RADIUS, GAP, PAD, SMALL_RADIUS
from simulator.window.widgets import Action, Button, ScrollArea, Widget
from simulator.window.widgets.scroll import GUTTER

if TYPE_CHECKING:
    from simulator.window.app import App
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

HOW: Final = "Choose a line, then press its new key; it replaces the ones shown."
WAITING: Final = "Press a key. Esc leaves it as it is."
CONTROLLER: Final = (
    "A controller works too: the D-pad and the left stick move, the right stick turns pages, A"
    " chooses, B and Start go back or pause, X opens the briefing, Y the notebook, and the"
    " shoulder buttons go to the next and the previous control. Digits pick answers, Shift turns"
    " “next” into “previous”, and Esc always goes back."
)
WIDEST: Final = 1240.0
NARROW: Final = 430.0
SIDE: Final = 16.0
CAP: Final = 20.0
BETWEEN: Final = 8.0


class KeyRow(Widget):
    """A thing to do and its keys; pressing it waits for a key.

    Without a key of its own, "previous" is done by Shift and the keys of :attr:`forward`.
    """

    def __init__(self, deed: Deed, keys: tuple[str, ...]) -> None:
        super().__init__(f"key:{deed.id}")
        self.deed = deed
        self.keys = keys
        self.forward: tuple[str, ...] = ()
        self.waiting = False

    def _shown(self) -> list[str]:
        shifted = [] if self.keys else [f"Shift + {key_shown(name)}" for name in self.forward]
        return shifted + [key_shown(name) for name in self.keys]

    def _caps(self, fonts: Fonts) -> float:
        """The width of all keys beside each other."""
        return sum(fonts.width(name, "label") + CAP + 6 for name in self._shown())

    def _below(self, fonts: Fonts, width: float) -> bool:
        """Whether the keys stand below the words, as both do not fit beside each other."""
        words = fonts.width(self.deed.title, "body")
        return words + max(self._caps(fonts), fonts.width(WAITING, "label")) + 3 * SIDE > width

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of the words and the keys."""
        room = width - 2 * SIDE
        cap = fonts.leading("label") + 8
        if not self._below(fonts, width):
            return max(fonts.leading("body"), cap) + 16
        waits = fonts.height(WAITING, "label", room)
        return fonts.height(self.deed.title, "body", room) + 4 + max(cap, waits) + 16

    def draw(self, canvas: Canvas) -> None:
        """Draw the row."""
        canvas.note_widget(self.rect, self.name)
        theme, fonts, rect = canvas.theme, canvas.fonts, self.rect
        lively = self.hovered or self.pressed or self.waiting
        canvas.panel(
            rect,
            theme.hover if lively else theme.card,
            radius=BUTTON_RADIUS,
            border=theme.primary.fill if lively else theme.edge,
            width=2.0 if self.waiting else theme.border,
        )
        area, below = rect.inset(SIDE, 8), self._below(fonts, rect.w)
        high = fonts.height(self.deed.title, "body", area.w) if below else area.h
        words = area._replace(h=high)
        canvas.text(self.deed.title, words, "body", valign="middle")
        taken = high + 4 if below else 0.0
        keys = Rect(area.x, area.y + taken, area.w, area.h - taken)
        if self.waiting:
            side: Align = "left" if below else "right"
            ink = theme.primary.text
            canvas.text(WAITING, keys, "label", ink, align=side, valign="middle")
        else:
            self._draw_caps(canvas, keys, area.x if below else area.right - self._caps(fonts) + 6)
        self.draw_ring(canvas, BUTTON_RADIUS)

    def _draw_caps(self, canvas: Canvas, room: Rect, x: float) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        high = fonts.leading("label") + 8
        for name in self._shown():
            cap = Rect(x, room.middle[1] - high / 2, fonts.width(name, "label") + CAP, high)
            canvas.panel(cap, theme.well, radius=SMALL_RADIUS, border=theme.edge, width=1)
            canvas.text(name, cap.inset(4, 0), "label", align="center", valign="middle", lines=1)
            x = cap.right + 6


class KeysScreen(Screen):
    """All that keys can do; each change holds at once and is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.reset_button = Button("reset", "Reset all", icon="replay")
        self.header = Header("Settings", "Keyboard shortcuts", "Back", [self.reset_button])
        self.waits: KeyRow | None = None
        self.rows = [KeyRow(deed, STANDARD[deed.id]) for deed in DEEDS]
        self.body = ScrollArea("keys", self._paint)
        self.card = Rect()
        self.widgets = [self.header.back, self.body, self.reset_button]

    def enter(self) -> None:
        """Show the present keys."""
        self._show()
        self.app.focus(self.rows[0], ring=True)

    def _show(self) -> None:
        for row in self.rows:
            row.keys = self.app.bindings[row.deed.id]
            row.forward = self.app.bindings["next"] if row.deed.id == "previous" else ()
        self.invalidate()

    def layout(self, size: Rect) -> None:
        """Set the rows in two columns, or in one where they would be too narrow."""
        fonts = self.fonts
        page = self.header.place(fonts, size).inset(PAD, GAP)
        self.body.place(page._replace(w=page.w + GUTTER))
        wide = min(self.body.width, WIDEST * max(1.0, fonts.text_scale * 0.8))
        x = page.x + (self.body.width - wide) / 2
        inner = Rect(x + PAD, page.y + PAD, wide - 2 * PAD, 0)
        y = inner.y + fonts.height(HOW, "body", inner.w) + 12
        many = 2 if inner.w >= 2 * NARROW * fonts.text_scale else 1
        deep = -(-len(self.rows) // many)
        ends = []
        for at, column in enumerate(columns(inner, [Share()] * many, GAP)):
            ends.append(self._stack(self.rows[at * deep : (at + 1) * deep], column, y))
        bottom = max(ends) + 6 + fonts.height(CONTROLLER, "small", inner.w)
        self.card = Rect(x, page.y, wide, bottom + PAD - page.y)
        self.body.fill(self.card.h + 4, self.rows)

    def _stack(self, rows: list[KeyRow], column: Rect, y: float) -> float:
        """Place rows below one another from ``y`` and return where the next would begin."""
        for row in rows:
            high = row.height(self.fonts, column.w)
            row.place(Rect(column.x, y, column.w, high))
            y += high + BETWEEN
        return y

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar."""
        self.header.draw(canvas)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        fonts = canvas.fonts
        card = self.card.moved(0, area.y - self.body.rect.y)
        canvas.card(card)
        inner = card.inset(PAD)
        canvas.text(HOW, inner._replace(h=fonts.height(HOW, "body", inner.w)), "body")
        high = fonts.height(CONTROLLER, "small", inner.w)
        foot = Rect(inner.x, inner.bottom - high, inner.w, high)
        canvas.text(CONTROLLER, foot, "small", canvas.theme.muted)

    # Answering.

    def handle(self, event: Event) -> bool:
        """Take the key that is waited for; anything but a key ends the waiting."""
        row = self.waits
        if row is None:
            return False
        if event.kind is Kind.PRESS:
            self._rest(row)
            return False
        if event.kind is not Kind.KEY:
            return False
        if event.key == 0:
            if event.intent is Intent.BACK:
                self._rest(row)
        elif event.key not in MODIFIERS:
            self._rest(row)
            self._give(row.deed.id, event)
        return True

    def _give(self, deed: str, event: Event) -> None:
        if event.key in FIXED:
            return
        found = rebind(self.app.bindings, deed, event.key)
        self.app.toast(found.told, "good" if found.done else "fair")
        if found.done:
            self._keep(found.bindings)

    def _keep(self, bindings: Bindings) -> None:
        change_settings(self.app, keys=bindings)
        self._show()

    def _rest(self, row: KeyRow) -> None:
        self.waits = None
        row.waiting = False
        row.touch()

    def act(self, action: Action) -> None:
        """Wait for a key, go back to the standard keys, or leave."""
        if action.name == "back":
            self.back()
        elif action.name == "reset":
            self.app.toast("All keys are as they were made.")
            self._keep(STANDARD)
        else:
            self.waits = next(row for row in self.rows if row.name == action.name)
            self.waits.waiting = True
            self.waits.touch()


def gallery_screens() -> list[Shot]:
    """The keys, and one that waits for its key."""

    def waiting(flow: Flow) -> Screen:
        screen = KeysScreen()
        flow.app.after(0.05, lambda: _wait(flow.app, screen))
        return screen

    return [("keys", lambda _: KeysScreen()), ("keys-waiting", waiting)]


def _wait(app: App, screen: KeysScreen) -> None:
    row = screen.rows[2]
    app.focus(row)
    screen.act(Action(row.name))
