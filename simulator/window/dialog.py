"""A question in front of the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from simulator.window.canvas import Canvas
from simulator.window.layout import Rect, center
from simulator.window.screen import Screen
from simulator.window.widgets.bar import WorkBar
from simulator.window.widgets.base import Action, Widget
from simulator.window.widgets.button import Button
from simulator.window.widgets.scroll import GUTTER, ScrollArea

WIDTH = 540.0
APART = 12.0
"""The room between two paragraphs."""


class Dialog(Screen):
    """A title, a text of paragraphs, and buttons side by side; it goes away with any of them.

    ``answer`` is called with the name of the button pressed, or with that of the last one at Esc:
    put the harmless one last. Show it with ``app.push``.
    """

    overlay = True

    def __init__(
        self,
        title: str,
        text: str,
        buttons: Sequence[Button],
        answer: Callable[[str], None] = lambda _: None,
    ) -> None:
        super().__init__()
        self.title = title
        self.text = text
        self.buttons = list(buttons)
        self.answer = answer
        self.box = Rect()
        self.body = ScrollArea("body", self._paint_text)
        self.widgets = [self.body, *self.buttons]

    def enter(self) -> None:
        """Begin with the focus on the first button."""
        self.app.focus(self.buttons[0], ring=True)

    def extras(self) -> Sequence[Widget]:
        """Return widgets that stand between the text and the buttons."""
        return ()

    def layout(self, size: Rect) -> None:
        """Make the box as high as its words, up to the window's height."""
        fonts = self.fonts
        wide = min(WIDTH * max(1.0, fonts.text_scale), size.w - 64)
        room = wide - 56
        head = fonts.height(self.title, "title", room) + 12
        text = self._text_height(room - GUTTER)
        extra = sum(w.height(fonts, room) + 16 for w in self.extras())
        lines = self._button_rows(room)
        row = max(button.height(fonts, room) for button in self.buttons)
        foot = 24 + len(lines) * (row + 10) - 10
        shown = min(text, size.h - 96 - head - extra - foot)
        self.box = center(size, wide, head + shown + extra + foot + 52)
        x, y = self.box.x + 28, self.box.y + 26 + head
        self.body.place(Rect(x, y, room, shown))
        self.body.fill(text)
        y += shown + 16
        for widget in self.extras():
            widget.place(Rect(x, y, room, widget.height(fonts, room)))
            y = widget.rect.bottom + 16
        self._place_buttons(lines, self.box.bottom - 26 - (foot - 24), row)

    def _button_rows(self, room: float) -> list[list[Button]]:
        """Return the buttons in as many rows as their words need."""
        rows: list[list[Button]] = [[]]
        for button in self.buttons:
            taken = sum(b.width(self.fonts) + 12 for b in rows[-1])
            if rows[-1] and taken + button.width(self.fonts) > room:
                rows.append([])
            rows[-1].append(button)
        return rows

    def _place_buttons(self, rows: list[list[Button]], y: float, high: float) -> None:
        for row in rows:
            right = self.box.right - 28
            for button in row:
                wide = min(max(110.0, button.width(self.fonts)), self.box.w - 56)
                button.place(Rect(right - wide, y, wide, high))
                right -= wide + 12
            y += high + 10

    def draw(self, canvas: Canvas) -> None:
        """Draw the box and the title."""
        canvas.card(self.box)
        head = self.box.inset(28, 26)._replace(h=self.body.rect.y - 12 - self.box.y - 26)
        canvas.text(self.title, head, "title")

    def _text_height(self, width: float) -> float:
        heights = [self.fonts.height(part, "body", width) for part in self.text.split("\n\n")]
        return sum(heights) + APART * (len(heights) - 1)

    def _paint_text(self, canvas: Canvas, area: Rect) -> None:
        """Draw the paragraphs."""
        for part in self.text.split("\n\n"):
            high = canvas.fonts.height(part, "body", area.w)
            canvas.text(part, area._replace(h=high), "body", canvas.theme.muted)
            area = area._replace(y=area.y + high + APART)

    def act(self, action: Action) -> None:
        """Go away and say which button it was."""
        self.app.pop()
        self.answer(action.name)

    def back(self) -> None:
        """Answer as the last button does."""
        self.act(Action(self.buttons[-1].name))


class ProgressDialog(Dialog):
    """A dialog with a bar, for long work that can be cancelled; set its part with progress()."""

    def __init__(
        self, title: str, text: str, cancel: Button, answer: Callable[[str], None]
    ) -> None:
        super().__init__(title, text, [cancel], answer)
        self.bar = WorkBar("progress")
        self.widgets = [self.body, self.bar, cancel]

    def extras(self) -> Sequence[Widget]:
        """Return the bar."""
        return (self.bar,)

    def progress(self, part: float) -> None:
        """Show that ``part`` (0..1) is done."""
        self.bar.part = part
        self.bar.touch()
