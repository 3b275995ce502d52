"""The play within the window of the author: an application inside a widget of another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from math import inf
from typing import Final

from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.focus import reachable
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.screen import Screen
from simulator.window.widgets import HANDLED, Action, Widget
from simulator.window.work import Task

START: Final = (640, 480)
LARGER: Final = 1.25
"""The most by which text grows in the play to make up for the room that the panel takes."""
LARGEST: Final = 1.9
"""Text is never made larger than this on that account."""


class Inset(App):
    """An application that draws on a surface of its own and is handed its events and its time."""

    def __init__(self, outer: App, on_crash: Callable[[Exception], Screen]) -> None:
        super().__init__(
            START,
            theme=outer.theme,
            text_scale=outer.text_scale,
            reduced_motion=outer.reduced_motion,
            headless=True,
            on_crash=on_crash,
        )

    def attempt(self, task: Task) -> None:
        """Do something with the screens; if it fails, the screen for failures is shown."""
        self._guard(task)

    def deliver(self, event: Event) -> None:
        """Answer an event that has come to the widget around, in units of this application."""

        def answer() -> None:
            self._lay_out()
            self.send(event)

        self._guard(answer)

    def forget_pointer(self) -> None:
        """Let go of what the pointer was over."""
        self._router.reset()

    def lay_out(self) -> None:
        """Place what has not been placed yet."""
        self._lay_out()

    @contextmanager
    def still(self) -> Iterator[None]:
        """Let nothing fade or move meanwhile."""
        before, self.reduced_motion = self.reduced_motion, True
        try:
            yield
        finally:
            self.reduced_motion = before

    def quit(self) -> None:
        """Stay: only the window around can be closed."""

    def fit(self, size: tuple[int, int], outer: App) -> None:
        """Take the size in pixels and the looks of the application around."""
        if size != self.surface.get_size():
            self.resize(size)
            # There is nothing to show meanwhile, so this is drawn in one go.
            self.haste = inf
        ratio = self.fonts.scale / outer.fonts.scale
        larger = outer.text_scale * min(LARGER, max(1.0, 1 / ratio))
        text = min(larger, max(LARGEST, outer.text_scale))
        if (outer.theme, round(text, 3)) != (self.theme, self.text_scale):
            self.restyle(theme=outer.theme, text_scale=round(text, 3))

    def at_edge(self, intent: Intent | None) -> bool:
        """Whether Tab (or Shift and Tab) would leave the last (or first) thing in the play."""
        things = reachable(self.top.widgets)
        if not things:
            return True
        focus = self.top.focus
        if intent is Intent.NEXT:
            return focus is things[-1]
        return focus is None or focus is things[0]


class Hole(Widget):
    """Shows an :class:`Inset` and brings it what happens there."""

    repeats = False
    keeps_focus = True

    def __init__(self, name: str, inset: Inset, outer: App) -> None:
        super().__init__(name)
        self.inset = inset
        self.outer = outer

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """Return the height it stands at; the play fits any."""
        return self.rect.h

    def place(self, rect: Rect) -> None:
        """Stand at ``rect``, and let the play fill it."""
        super().place(rect)
        k = self.outer.fonts.scale
        x, y = round(rect.x * k), round(rect.y * k)
        wide = max(64, round(rect.right * k) - x)
        high = max(64, round(rect.bottom * k) - y)
        self.inset.fit((wide, high), self.outer)
        self.advance()

    def advance(self) -> bool:
        """Let the play do what is due and draw itself; tell whether anything changed."""
        self.inset.step((), self.outer.timers.now)
        self.inset.haste = self.outer.haste
        k = self.outer.fonts.scale
        for x, y, w, h in self.inset.changed:
            self.touch(Rect(self.rect.x + x / k, self.rect.y + y / k, w / k, h / k))
        return bool(self.inset.changed)

    def handle(self, event: Event) -> Action | None:
        """Hand the event to the play."""
        k = self.outer.fonts.scale / self.inset.fonts.scale
        x, y = (event.x - self.rect.x) * k, (event.y - self.rect.y) * k
        self.inset.deliver(replace(event, x=x, y=y))
        self.advance()
        return HANDLED

    def hover(self, over: bool) -> None:
        """Draw nothing anew: the play itself shows where the pointer is."""
        self.hovered = over

    def leave(self) -> None:
        """Let the play forget where the pointer was, as it is elsewhere now."""
        self.inset.forget_pointer()

    def draw(self, canvas: Canvas) -> None:
        """Draw the play."""
        canvas.note_widget(self.rect, self.name, container=True)
        canvas.paste(self.inset.surface, canvas.pixels(self.rect).topleft)


def is_tab(event: Event) -> bool:
    """Whether an event moves the focus in the order of Tab."""
    return event.kind is Kind.KEY and event.intent in (Intent.NEXT, Intent.PREVIOUS)
