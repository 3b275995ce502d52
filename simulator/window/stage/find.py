"""Cards that tell more once they have been looked into."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.motion import Card
from simulator.window.theme import CHOICE_RADIUS, SMALL_RADIUS
from simulator.window.widgets import HANDLED, Action, draw_chip

SIDE: Final = 18.0
BADGE: Final = 28.0


NEW: Final = "New"
"""What the card opened last is marked with."""


class Effect(NamedTuple):
    """What opening a card has changed: icon, words and tone."""

    icon: str
    text: str
    tone: str


class FindCard(Card):
    """A card that can be opened once; what was found then stands on it.

    Attributes:
        found: what looking into it brought; ``used`` says whether that was done.
        effects: what that changed.
        fresh: whether it was the last one opened.
        shut: whether nothing more can be opened.
        hint: why it is locked, or empty.
        backs: what may be found; with ``waits`` there is room for it before it is known.
        brief: whether room is scarce, so that what is past keeps to small words.
        grows: how much higher than its words it may become where there is room.
    """

    grows = 40.0

    def __init__(self, choice: str, number: int, *, hint: str = "", locked: bool = False) -> None:
        super().__init__(f"choice:{choice}", number=number)
        self.choice = choice
        self.count = number
        self.hint = hint
        self.locked = locked
        self.found = ""
        self.effects: list[Effect] = []
        self.backs: list[str] = []
        self.waits = False
        self.used = False
        self.fresh = False
        self.shut = False
        self.brief = False

    def pack(self, *, waits: bool, brief: bool) -> None:
        """Say what there is room for."""
        self.waits, self.brief = waits, brief

    @property
    def open(self) -> bool:
        """Whether it can be chosen."""
        return not (self.locked or self.used or self.shut)

    def activate(self) -> Action | None:
        """Report the choice; a card that was looked into leads on to the next one."""
        if self.open:
            return Action("choose", self.choice)
        return Action("onward") if self.used else HANDLED

    def draw_ground(self, canvas: Canvas) -> None:
        """Draw the card itself."""
        canvas.note_widget(self.rect, self.name)
        theme = canvas.theme
        lively = self.open and (self.hovered or self.pressed or self.ring)
        fill = theme.hover if lively else theme.card if self.open or self.used else theme.well
        edge = theme.edge if self.open else theme.line
        canvas.panel(
            self.rect,
            fill,
            radius=CHOICE_RADIUS,
            border=theme.primary.fill if lively else edge,
            width=2.0 if lively else theme.border,
            shadow=theme.low_shadow if self.open or self.fresh else None,
        )
        self.draw_ring(canvas, CHOICE_RADIUS)

    def badge_side(self, fonts: Fonts) -> float:
        """The side of the square with number, tick or lock."""
        return max(BADGE, fonts.leading("label") + 8)

    def draw_badge(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw number, tick or lock with its left edge and its middle given."""
        theme, side = canvas.theme, self.badge_side(canvas.fonts)
        box = Rect(x, y - side / 2, side, side)
        lively = self.open and (self.hovered or self.pressed or self.ring)
        fill, ink = theme.primary.tint, theme.primary.text
        if lively:
            fill, ink = theme.primary.fill, theme.on_primary
        elif self.used:
            fill, ink = theme.neutral.tint, theme.neutral.text
        elif not self.open:
            fill, ink = theme.card, theme.muted
        canvas.panel(box, fill, radius=SMALL_RADIUS)
        if self.used or self.locked:
            canvas.icon("check" if self.used else "lock", *box.middle, side * 0.58, ink)
        else:
            number = str(self.count)
            canvas.text(number, box, "label", ink, align="center", valign="middle")

    def new_wide(self, fonts: Fonts) -> float:
        """The width of the mark of the card opened last; 0 on any other."""
        return fonts.width(NEW, "label") + 24 if self.fresh else 0.0

    def draw_new(self, canvas: Canvas, right: float, y: float) -> None:
        """Mark the card opened last, ending at ``right``."""
        if self.fresh:
            draw_chip(canvas, NEW, right, y, "primary", right=True)

    def back_height(self, fonts: Fonts, width: float) -> float:
        """The height of what was found, or of the longest that may be."""
        if self.used:
            return self.found_height(fonts, width)
        if not self.waits:
            return 0.0
        room = width - 32 - fonts.icon(16)
        tall = max((fonts.height(text, "small", room) for text in self.backs), default=0.0)
        return tall + 20 + self._effect(fonts) if tall else 0.0

    def _effect(self, fonts: Fonts) -> float:
        """The height of the line with what it changed, and the gap above it."""
        return fonts.leading("label") + 6

    def found_height(self, fonts: Fonts, width: float) -> float:
        """The height of the panel with what was found."""
        tall = fonts.height(self.found, "small", width - 32 - fonts.icon(16)) + 20
        return tall + (self._effect(fonts) if self.effects else 0.0)

    def draw_found(self, canvas: Canvas, area: Rect) -> None:
        """Draw what was found, at the top of ``area``."""
        theme, fonts = canvas.theme, canvas.fonts
        box = area._replace(h=self.found_height(fonts, area.w))
        tone = theme.primary if self.fresh else theme.neutral
        canvas.panel(box, tone.tint, radius=12)
        y = box.y + 10 + fonts.leading("small") / 2
        mark = fonts.icon(16)
        canvas.icon("eye", box.x + 12 + mark / 2, y, mark, tone.text)
        words = Rect(box.x + 20 + mark, box.y + 10, box.w - 32 - mark, box.h - 20)
        taken = canvas.text(self.found, words, "small", theme.ink)
        self._draw_effects(canvas, words._replace(y=taken.bottom + 6))

    def _draw_effects(self, canvas: Canvas, area: Rect) -> None:
        """Draw what it changed in one line, as much of it as there is room for."""
        fonts = canvas.fonts
        mark, x = fonts.icon(15), area.x
        y = area.y + fonts.leading("label") / 2
        for effect in self.effects:
            if x + mark + 4 + fonts.width(effect.text, "label") > area.right:
                break
            shade = canvas.theme.tone(effect.tone).text
            canvas.icon(effect.icon, x + mark / 2, y, mark, shade)
            x = canvas.label(effect.text, x + mark + 4, y, "label", shade).right + 14
