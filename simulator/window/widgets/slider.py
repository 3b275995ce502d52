"""A slider in whole steps."""

from __future__ import annotations

from collections.abc import Callable

from simulator.window.canvas import Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import SMALL_RADIUS
from simulator.window.widgets.base import HANDLED, Action, Widget

KNOB = 22.0
LEAPS = 5
"""Large steps from one end to the other."""


class Slider(Widget):
    """A whole number from ``low`` to ``high``, with its label and its value in words above.

    The ends of the track may be named below it. Reports :class:`Action` with the value, not final
    while dragged.
    """

    repeats = True

    def __init__(
        self,
        name: str,
        text: str,
        value: int,
        low: int,
        high: int,
        *,
        step: int = 1,
        show: Callable[[int], str] = str,
        ends: tuple[str, str] = ("", ""),
    ) -> None:
        super().__init__(name)
        self.text = text
        self.value = value
        self.low = low
        self.high = high
        self.step = step
        self.show = show
        self.ends = ends
        self._fonts: Fonts | None = None
        self._knob = KNOB

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of label and track."""
        room = width - self._value_room(fonts)
        self._knob = fonts.icon(KNOB)
        return fonts.height(self.text, "label", room) + self._knob + 14 + self._below(fonts)

    def _below(self, fonts: Fonts) -> float:
        return fonts.leading("caption") + 2 if any(self.ends) else 0.0

    def _value_room(self, fonts: Fonts) -> float:
        return max(fonts.width(self.show(v), "name") for v in (self.low, self.high)) + 20

    @property
    def _track(self) -> Rect:
        below = self._below(self._fonts) if self._fonts else 0.0
        y = self.rect.bottom - self._knob / 2 - 4 - below
        return Rect(self.rect.x + self._knob / 2, y - 4, self.rect.w - self._knob, 8)

    def handle(self, event: Event) -> Action | None:
        """Move by steps with left and right, by large ones with page keys, to an end, by dragging.

        The wheel moves it only while it has the focus, so that a page under it scrolls on.
        """
        if not self.enabled:
            return None
        if event.kind is Kind.WHEEL:
            up = self.step if event.amount > 0 else -self.step
            return self._set(self.value + up, True) if self.focused else None
        if event.kind is Kind.KEY:
            leap = self.step * max(1, (self.high - self.low) // self.step // LEAPS)
            moves = {
                Intent.LEFT: self.value - self.step,
                Intent.RIGHT: self.value + self.step,
                Intent.PAGE_UP: self.value + leap,
                Intent.PAGE_DOWN: self.value - leap,
                Intent.HOME: self.low,
                Intent.END: self.high,
            }
            return self._set(moves[event.intent], True) if event.intent in moves else None
        if event.kind is Kind.PRESS or (event.kind is Kind.MOVE and self.pressed):
            self.pressed = True
            return self._set(self._at(event.x), False)
        if event.kind is Kind.RELEASE and self.pressed:
            self.pressed = False
            self.touch()
            return Action(self.name, self.value)
        return None

    def _at(self, x: float) -> int:
        part = (x - self._track.x) / max(1.0, self._track.w)
        return self.low + round(part * (self.high - self.low) / self.step) * self.step

    def _set(self, value: int, final: bool) -> Action:
        value = min(max(value, self.low), self.high)
        if value == self.value:
            return HANDLED
        self.value = value
        self.touch()
        return Action(self.name, value, final)

    def _x(self, value: int) -> float:
        span = max(1, self.high - self.low)
        return self._track.x + self._track.w * (value - self.low) / span

    def draw(self, canvas: Canvas) -> None:
        """Draw label, value, track and knob."""
        canvas.note_widget(self.rect, self.name)
        self._fonts = canvas.fonts
        self._knob = knob = canvas.fonts.icon(KNOB)
        theme, track = canvas.theme, self._track
        room = self._value_room(canvas.fonts)
        words = Rect(self.rect.x, self.rect.y, self.rect.w - room, track.y - 10 - self.rect.y)
        ink = theme.ink if self.enabled else theme.faded
        canvas.text(self.text, words, "label", ink)
        shown = Rect(self.rect.right - room, self.rect.y, room, canvas.fonts.leading("name"))
        tone = theme.primary if self.enabled else theme.neutral
        canvas.text(self.show(self.value), shown, "name", tone.text, align="right")
        canvas.panel(track, theme.well, radius=4, border=theme.edge, width=1)
        x = self._x(self.value)
        if x > track.x:
            canvas.panel(track._replace(w=max(8.0, x - track.x)), tone.fill, radius=4)
        if any(self.ends):
            line = Rect(self.rect.x, track.bottom + knob / 2 + 2, self.rect.w, 0)
            line = line._replace(h=canvas.fonts.leading("caption"))
            canvas.text(self.ends[0], line, "caption", theme.muted, lines=1)
            canvas.text(self.ends[1], line, "caption", theme.muted, align="right", lines=1)
        grip = Rect(x - knob / 2, track.y + 4 - knob / 2, knob, knob)
        fill = theme.primary.tint if self.hovered else theme.card
        if self.pressed:
            fill = theme.primary.fill
        canvas.panel(
            grip, fill, radius=knob / 2, border=tone.fill, width=3, shadow=theme.low_shadow
        )
        self.draw_ring(canvas, SMALL_RADIUS, self.rect.inset(-4, 0))
