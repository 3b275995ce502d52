"""A feature of the product with a slider for the minutes it gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.game.play import SlotView
from simulator.window.canvas import Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.motion import Card
from simulator.window.theme import CHOICE_RADIUS
from simulator.window.widgets import HANDLED, Action, draw_chip

SIDE: Final = 18.0
INSET: Final = 12.0
SNUG: Final = 7.0
BELOW: Final = 3.0
CLOSE: Final = 1.0
"""The room above and below the words, where room is scarce; below name and knob, and so there."""

KNOB: Final = 22.0
NOTCH: Final = 12.0
WORDS: Final = 640.0
LONGEST: Final = 640.0
"""The widest words and the longest line of a slider, so that they stay beside each other."""

NEXT: Final = "Next"
"""What the feature to be presented is marked with."""


@dataclass(frozen=True)
class Step:
    """A position of the slider: the choice it stands for, its minutes, what you would do."""

    id: str
    minutes: int
    say: str


class FeatureRow(Card):
    """One feature: presented already, to be presented now, or still to come.

    ``at`` is the position of the slider, ``limit`` the most minutes that are free for it. Left and
    right move the slider by a position, a press on the track moves it there. Enter presents, as the
    button does, from whichever slider it is pressed on.
    """

    def __init__(self, slot: SlotView, steps: list[Step], at: int) -> None:
        super().__init__(f"feature:{slot.feature}")
        self.slot = slot
        self.steps = steps
        self.at = at
        self.limit = 0
        self.enabled = slot.minutes is None
        self.given = 0
        self.tight = False
        """Whether it is no higher than the words of the present position."""

        self._named = 0.0
        self._knob = KNOB
        self._line = 0.0
        self._needed = 0.0

    @property
    def step(self) -> Step:
        """The present position."""
        return self.steps[self.at]

    @property
    def minutes(self) -> int:
        """The minutes planned."""
        return self.step.minutes

    # Size.

    def pack(self, given: int) -> None:
        """Say how far the row gives way where room is scarce.

        From 1 on the words go below the slider, from 2 on gaps are small, and from 3 on only the
        current feature tells what it is good for: the others do when the pointer or the keyboard
        comes to them.
        """
        self.given = given
        self._tell()

    @property
    def _inset(self) -> float:
        """The room above and below the words."""
        return SNUG if self.given >= 2 else INSET

    @property
    def _below(self) -> float:
        """The room below the name, and below the knob."""
        return CLOSE if self.given >= 2 else BELOW

    @property
    def _ruled(self) -> float:
        """The room above and below the line between what it is good for and what you would do."""
        return 8.0 if self.given >= 2 else 10.0

    def _tell(self) -> None:
        """Let the tip tell what has no room on the row."""
        lines = [self._why, "" if self._tells else self.slot.benefit]
        self.tip = "\n".join(line for line in lines if line)

    @property
    def _why(self) -> str:
        """Why the last positions cannot be taken; nothing if all can."""
        if self.slot.minutes is not None or self.steps[-1].minutes <= self.limit:
            return ""
        free = self.limit - self.minutes
        return f"only {free} min free" if free else "no minutes free"

    @property
    def _tells(self) -> bool:
        return self.slot.minutes is None and (self.slot.is_current or self.given < 3)

    def _slide_room(self, width: float) -> float:
        return min(330.0, width * 0.4)

    def _mark(self, fonts: Fonts) -> float:
        """The width that the sign before the name takes."""
        return fonts.icon(30) + 12

    def _words_room(self, fonts: Fonts, width: float) -> float:
        free = width - 2 * SIDE - self._slide_room(width) - 24 - self._mark(fonts)
        return min(free, WORDS * fonts.text_scale)

    def _benefit_room(self, fonts: Fonts, width: float) -> float:
        """How wide the words below the name are: where room is scarce, they go below the slider."""
        if self.given:
            return width - 2 * SIDE - self._mark(fonts)
        return self._words_room(fonts, width)

    def _title(self, fonts: Fonts, room: float) -> float:
        """The height of the name; its first line is as high as the sign and the mark beside it."""
        many = len(fonts.lines(self.slot.name, "name", room))
        sign = 0.0 if self.given >= 2 else fonts.icon(30)
        self._line = max(sign, fonts.leading("name"), fonts.leading("label") + 8)
        return self._line + (many - 1) * fonts.leading("name")

    def _slider(self, fonts: Fonts) -> float:
        """The height down to below the numbers of the slider, if there still is one."""
        if self.slot.minutes is not None:
            return 0.0
        return self._line / 2 + self._knob / 2 + self._below + fonts.leading("caption")

    def height(self, fonts: Fonts, width: float) -> float:
        """The height: the current feature tells what you would do as well."""
        room = self._words_room(fonts, width)
        self._knob = fonts.icon(KNOB)
        self._named = self._mark(fonts) + room
        tall, slider = self._title(fonts, room), self._slider(fonts)
        if self.given:
            tall = max(tall, slider)
        if self._tells:
            wide = self._benefit_room(fonts, width)
            tall += self._below + fonts.height(self.slot.benefit, "small", wide)
        tall = max(tall, slider)
        if self.slot.is_current:
            tall += 2 * self._ruled + self._say_height(fonts, width)
        self._needed = tall + 2 * self._inset
        return self._needed

    def _say_height(self, fonts: Fonts, width: float) -> float:
        """The height of what you would do, at any position unless the row is tight."""
        wide = width - 2 * SIDE - self._mark(fonts) - 2
        steps = [self.step] if self.tight else self.steps
        return max(fonts.height(step.say, "body", wide) for step in steps)

    # Input.

    def handle(self, event: Event) -> Action | None:
        """Move the slider."""
        if not self.enabled:
            return None
        if event.kind is Kind.KEY:
            return self._key(event)
        begins = event.kind is Kind.PRESS and event.x >= self.track.x - self._knob
        if begins or (event.kind is Kind.MOVE and self.pressed):
            self.pressed = True
            return self._set(self._nearest(event.x))
        if event.kind is Kind.RELEASE:
            self.pressed = False
            self.touch()
        return None

    def _key(self, event: Event) -> Action | None:
        moves = {
            Intent.LEFT: self.at - 1,
            Intent.RIGHT: self.at + 1,
            Intent.HOME: 0,
            Intent.END: len(self.steps) - 1,
        }
        if event.intent in moves:
            return self._set(moves[event.intent])
        return Action("present") if event.intent is Intent.ACTIVATE else None

    def allow(self, limit: int) -> None:
        """Let the slider reach up to so many minutes."""
        if any((step.minutes <= limit) != (step.minutes <= self.limit) for step in self.steps):
            self.touch()
        self.limit = limit
        self._tell()

    def _nearest(self, x: float) -> int:
        return min(range(len(self.steps)), key=lambda at: abs(self._x(at) - x))

    def _set(self, at: int) -> Action:
        at = min(max(at, 0), len(self.steps) - 1)
        while at > 0 and self.steps[at].minutes > self.limit:
            at -= 1
        if at == self.at:
            return HANDLED
        self.at = at
        self.touch()
        return Action(self.name, at)

    # Drawing.

    @property
    def track(self) -> Rect:
        """The line the knob moves along."""
        left = self.rect.x + SIDE + self._named + 24 + self._knob
        wide = min(self.rect.right - SIDE - self._knob - left, LONGEST)
        return Rect(left, self._axis - 3, wide, 6)

    @property
    def _axis(self) -> float:
        """The middle of the sign, of the name's first line and of the slider."""
        return self._top + self._line / 2

    @property
    def _top(self) -> float:
        """Where the words begin: room to spare is shared above and below."""
        return self.rect.y + self._inset + max(0.0, self.rect.h - self._needed) / 2

    def _x(self, at: int) -> float:
        """Where a position stands: as far along as its minutes, or evenly if two have the same."""
        track, most = self.track, self.steps[-1].minutes
        apart = len({step.minutes for step in self.steps}) == len(self.steps)
        part = self.steps[at].minutes / most if apart and most else at / max(1, len(self.steps) - 1)
        return track.x + track.w * part

    def paint(self, canvas: Canvas) -> None:
        """Draw the row."""
        if self.enabled:
            canvas.note_widget(self.rect, self.name)
        theme, fonts, slot = canvas.theme, canvas.fonts, self.slot
        done = slot.minutes is not None
        canvas.panel(
            self.rect,
            theme.well if done else theme.card,
            radius=CHOICE_RADIUS,
            border=theme.primary.fill if slot.is_current else theme.line if done else theme.edge,
            width=2.0 if slot.is_current else theme.border,
            shadow=None if done else theme.low_shadow,
        )
        self._draw_mark(canvas)
        x = self.rect.x + SIDE + self._mark(fonts)
        room = self._words_room(fonts, self.rect.w)
        title = self._title(fonts, room)
        y = self.rect.middle[1] - title / 2 if done else self._top
        area = Rect(x, y, room, title)
        shade = theme.muted if done else theme.ink
        named = canvas.text(slot.name, area, "name", shade, valign="middle")
        next_wide = fonts.width(NEXT, "label") + 24
        if slot.is_current and named.right + 10 + next_wide <= area.right:
            draw_chip(canvas, NEXT, named.right + 10, named.middle[1], "primary")
        if done:
            text = f"{slot.minutes} min" if slot.minutes else "left out"
            tone = "primary" if slot.minutes else "neutral"
            right = self.rect.right - SIDE
            draw_chip(canvas, text, right, self.rect.middle[1], tone, right=True)
            return
        if self._tells:
            room = self._benefit_room(fonts, self.rect.w)
            low = max(title, self._slider(fonts)) if self.given else title
            below = Rect(x, y + low + self._below, room, fonts.height(slot.benefit, "small", room))
            canvas.text(slot.benefit, below, "small", theme.muted)
        self._draw_slider(canvas)
        if slot.is_current:
            self._draw_say(canvas)
        self.draw_ring(canvas, CHOICE_RADIUS)

    def _draw_mark(self, canvas: Canvas) -> None:
        theme, slot = canvas.theme, self.slot
        fonts, side = canvas.fonts, min(canvas.fonts.icon(30), self._line)
        y = self._axis if slot.minutes is None else self.rect.middle[1]
        box = Rect(self.rect.x + SIDE + fonts.icon(30) / 2 - side / 2, y - side / 2, side, side)
        tone = theme.neutral if slot.minutes is not None else theme.primary
        canvas.panel(box, tone.tint, radius=10)
        icon = "play" if slot.is_current else "minutes"
        if slot.minutes is not None:
            icon = "check" if slot.minutes else "minus"
        canvas.icon(icon, *box.middle, fonts.icon(18), tone.text)

    def _draw_slider(self, canvas: Canvas) -> None:
        theme, track, knob = canvas.theme, self.track, self._knob
        tone, x, y = theme.primary, self._x(self.at), self.track.middle[1]
        open_to = max(self._x(at) for at, step in enumerate(self.steps) if self._is_free(step))
        canvas.line(open_to, y - 0.5, track.right - open_to, theme.edge)
        if open_to > track.x:
            open_part = track._replace(w=open_to - track.x)
            canvas.panel(open_part, theme.well, radius=3, border=theme.edge, width=1)
        if x > track.x:
            canvas.panel(Rect(track.x, track.y, x - track.x, track.h), tone.fill, radius=3)
        for at in range(len(self.steps)):
            self._draw_stop(canvas, at)
        self._draw_why(canvas)
        lively = self.hovered or self.pressed or self.ring
        canvas.panel(
            Rect(x - knob / 2, y - knob / 2, knob, knob),
            tone.tint if lively else theme.card,
            radius=knob / 2,
            border=tone.fill,
            width=3,
            shadow=theme.low_shadow,
        )

    def _is_free(self, step: Step) -> bool:
        """Whether there are minutes enough for a position, as for the first there always are."""
        return step.minutes <= self.limit or step is self.steps[0]

    def _label(self, at: int) -> str:
        """What stands below a position."""
        minutes = self.steps[at].minutes
        return f"{minutes} min" if at == self.at else str(minutes)

    def _draw_stop(self, canvas: Canvas, at: int) -> None:
        """Draw a position and its minutes, with a lock where they are not free."""
        theme, fonts, tone = canvas.theme, canvas.fonts, canvas.theme.primary
        spot, y, side = self._x(at), self.track.middle[1], fonts.icon(NOTCH)
        free = self._is_free(self.steps[at])
        fill = tone.fill if at <= self.at else theme.card if free else theme.well
        edge = tone.fill if at <= self.at else theme.edge
        dot = Rect(spot - side / 2, y - side / 2, side, side)
        canvas.panel(dot, fill, radius=side / 2, border=edge, width=1.5)
        shade = tone.text if at == self.at else theme.muted
        half = 32 * max(1.0, fonts.text_scale)
        low = y + self._knob / 2 + self._below
        words = Rect(spot - half, low, 2 * half, fonts.leading("caption"))
        text = self._label(at)
        canvas.text(text, words, "caption", shade, align="center", lines=1)
        if not free:
            mark = _lock(fonts)
            left = spot - fonts.width(text, "caption") / 2 - 3
            canvas.icon("lock", left - mark / 2, words.middle[1], mark, theme.muted)

    def _draw_why(self, canvas: Canvas) -> None:
        """Write before the first lock why the slider does not go on, if that fits."""
        fonts = canvas.fonts
        locked = [at for at, step in enumerate(self.steps) if not self._is_free(step)]
        if not locked:
            return
        at = locked[0]
        before = self._x(at - 1) + fonts.width(self._label(at - 1), "caption") / 2
        right = self._x(at) - fonts.width(self._label(at), "caption") / 2 - 3 - _lock(fonts) - 6
        if right - fonts.width(self._why, "caption") >= before + 10:
            y = self.track.middle[1] + self._knob / 2 + self._below + fonts.leading("caption") / 2
            canvas.label(self._why, right, y, "caption", canvas.theme.muted, align="right")

    def _draw_say(self, canvas: Canvas) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        wide = self.rect.w - 2 * SIDE - self._mark(fonts) - 2
        most = self._say_height(fonts, self.rect.w)
        bottom = self._top + self._needed - 2 * self._inset
        box = Rect(self.rect.x + SIDE, bottom - most, self.rect.w - 2 * SIDE, most)
        canvas.line(box.x, box.y - self._ruled, box.w)
        mark = self._mark(fonts)
        y, tone = (
            box.y + fonts.leading("body") / 2,
            theme.primary if self.minutes else theme.neutral,
        )
        # What is left out is not said aloud, so it gets no bubble.
        icon = "chat" if self.minutes else "minus"
        canvas.icon(icon, box.x + fonts.icon(30) / 2, y, fonts.icon(18), tone.text)
        canvas.text(self.step.say, Rect(box.x + mark, box.y, wide, most), "body")


def _lock(fonts: Fonts) -> float:
    """The side of the sign at positions that cannot be taken."""
    return 12 * max(1.0, fonts.text_scale)
