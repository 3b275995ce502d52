"""A part of a screen that is taller inside than outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import pygame

from simulator.window.canvas import Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.widgets.base import HANDLED, MARGIN, Action, Widget

BAR = 8.0
BEFORE = 10.0
AFTER = 2.0
"""The gap between the content and the bar, and between the bar and what may stand beside it."""
GUTTER = BEFORE + BAR + AFTER
"""The room a bar and its gaps take; lent to the margin beside, the content fills the rest."""
LEAST = 1.0
"""Less than this out of sight is a rounding, and nothing to scroll to."""
WHEEL_STEP = 60.0
FADE = 18.0
ROOM = 7.0
"""The room that a focus ring takes around what has the focus."""


class ScrollArea(Widget):
    """Shows part of a tall content: painted words and pictures, and widgets.

    Place it, then :meth:`fill` it: ``width`` tells how wide the content may be (the bar keeps its
    room), children are placed as if nothing were scrolled. ``paint`` draws what is no widget into
    the rectangle it is given, which moves as the content does. Where the content goes on, it fades
    into what it is drawn upon.
    """

    focusable = False

    def __init__(
        self,
        name: str,
        paint: Callable[[Canvas, Rect], None] | None = None,
    ) -> None:
        super().__init__(name)
        self.paint = paint
        self.offset = 0.0
        self.content = 0.0
        self._grip: float | None = None
        self._pulled: float | None = None

    @property
    def pointable(self) -> bool:
        """Always, for its bar and the wheel."""
        return True

    @property
    def width(self) -> float:
        """The width the content may take."""
        return self.rect.w - GUTTER

    @property
    def reach(self) -> float:
        """How far the content can be scrolled."""
        hidden = self.content - self.rect.h
        return hidden if hidden >= LEAST else 0.0

    def fill(self, content: float, children: Sequence[Widget] = ()) -> None:
        """Set the height of the content and the widgets placed on it, unscrolled."""
        self.content = content
        self.children = list(children)
        for child in self.children:
            child.parent = self
        before, self.offset = self.offset, 0.0
        self.scroll_to(before)
        self.touch()

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """Return the height of the content."""
        return self.content

    def scroll_to(self, offset: float) -> bool:
        """Show the content from ``offset`` down; tell whether that changed anything."""
        offset = min(max(0.0, offset), self.reach)
        if offset == self.offset:
            return False
        for child in self.children:
            child.place(child.rect.moved(0, self.offset - offset))
        self.offset = offset
        self.touch()
        return True

    def reveal(self, rect: Rect) -> None:
        """Scroll just so far that ``rect`` shows with room for its focus ring.

        Where that leaves a choice, what stands on the content is not cut at the upper edge.
        """
        most = self._top_of(rect)
        least = self.offset + rect.bottom + ROOM - self.rect.bottom
        if most < self.offset or least > self.offset:
            least = min(least, most) if most >= self.offset else most
            tops = (self._top_of(child.rect) for child in self.children)
            self.scroll_to(min((top for top in tops if least <= top <= most), default=least))

    def _top_of(self, rect: Rect) -> float:
        """How far the content must be scrolled for a part of it to stand at the upper edge."""
        return self.offset + rect.y - ROOM - self.rect.y

    def _thumb(self) -> Rect:
        long = max(36.0, self.rect.h * self.rect.h / max(1.0, self.content))
        at = (self.rect.h - long) * self.offset / max(1.0, self.reach)
        return self._track()._replace(y=self.rect.y + at, h=long)

    def _track(self) -> Rect:
        return Rect(self.rect.right - AFTER - BAR, self.rect.y, BAR, self.rect.h)

    def hover(self, over: bool) -> None:
        """Show by the bar alone that the pointer is over the area."""
        self.hovered = over
        if self.reach:
            self.touch(self._track())

    def handle(self, event: Event) -> Action | None:
        """Scroll by wheel, by dragging the bar or the content, and by page keys."""
        if event.kind is Kind.WHEEL:
            return HANDLED if self.scroll_to(self.offset - event.amount * WHEEL_STEP) else None
        if event.kind is Kind.KEY:
            page = self.rect.h * 0.85
            moves = {
                Intent.PAGE_UP: self.offset - page,
                Intent.PAGE_DOWN: self.offset + page,
                Intent.UP: self.offset - WHEEL_STEP,
                Intent.DOWN: self.offset + WHEEL_STEP,
                Intent.HOME: 0.0,
                Intent.END: self.reach,
            }
            moved = event.intent in moves and self.scroll_to(moves[event.intent])
            return HANDLED if moved else None
        return self._pull(event) if self._grip is None else self._drag(event)

    def _pull(self, event: Event) -> Action | None:
        """Begin to drag the bar, or move the content along with the finger that holds it."""
        if event.kind is Kind.PRESS and self.reach:
            if event.x >= self._thumb().x - BEFORE:
                return self._drag(event)
            self._pulled = event.y
        elif event.kind is Kind.MOVE and self._pulled is not None:
            self.scroll_to(self.offset + self._pulled - event.y)
            self._pulled = event.y
            return HANDLED
        elif event.kind is Kind.RELEASE:
            self._pulled = None
        return None

    def _drag(self, event: Event) -> Action | None:
        thumb = self._thumb()
        if event.kind is Kind.PRESS:
            inside = thumb.y <= event.y < thumb.bottom
            self._grip = event.y - thumb.y if inside else thumb.h / 2
            self.touch(self._track())
        if event.kind is Kind.RELEASE or self._grip is None:
            self._grip = None
            self.touch(self._track())
            return HANDLED
        room = max(1.0, self.rect.h - thumb.h)
        self.scroll_to((event.y - self._grip - self.rect.y) / room * self.reach)
        return HANDLED

    def draw(self, canvas: Canvas) -> None:
        """Draw the content that shows, and the bar if there is more."""
        canvas.note_widget(self.rect, self.name, container=True)
        # The ring of a focus reaches past the first and the last that is in the area.
        above = 0.0 if self.offset else 6.0
        below = 0.0 if self.offset < self.reach else 6.0
        area = self.rect.inset(-6, 0)
        area = area._replace(y=area.y - above, h=area.h + above + below)
        fades = self._fades(canvas)
        with canvas.clip(area, "down"):
            if self.paint:
                self.paint(
                    canvas,
                    Rect(self.rect.x, self.rect.y - self.offset, self.width, self.content),
                )
            for child in self.children:
                if canvas.shows(child.rect.inset(-MARGIN)):
                    child.draw(canvas)
        for strip, at in fades:
            canvas.paste(strip, at)
        if self.reach:
            theme = canvas.theme
            canvas.panel(self._track(), theme.well, radius=BAR / 2)
            held = self.hovered or self._grip is not None
            fill = theme.primary.fill if held else theme.edge
            canvas.panel(self._thumb(), fill, radius=BAR / 2)

    def _fades(self, canvas: Canvas) -> list[tuple[pygame.Surface, tuple[int, int]]]:
        """What the content fades into where it goes on above or below: what it is drawn upon."""
        wide = Rect(self.rect.x - 6, self.rect.y, self.width + 12, self.rect.h)
        above, below = min(FADE, self.offset), min(FADE, self.reach - self.offset)
        found: list[tuple[pygame.Surface, tuple[int, int]]] = []
        for depth, y, up in ((above, wide.y, True), (below, wide.bottom - below, False)):
            found += fade(canvas, Rect(wide.x, y, wide.w, depth), up=up)
        return found


def fade(canvas: Canvas, rect: Rect, *, up: bool) -> list[tuple[pygame.Surface, tuple[int, int]]]:
    """What is drawn at ``rect`` so far, to be pasted over what goes on past its edge; or nothing.

    It is whole at the upper edge with ``up``, else at the lower one, and clear at the other.
    """
    whole = canvas.pixels(rect)
    area = whole.clip(canvas.surface.get_clip())
    if not (area.w and area.h):
        return []
    strip = pygame.Surface(area.size, pygame.SRCALPHA, 32)
    strip.blit(canvas.surface, (0, 0), area)
    part = area.move(-whole.x, -whole.y)
    veil = _veil(whole.w, whole.h, up)
    strip.blit(veil, (0, 0), part, special_flags=pygame.BLEND_RGBA_MULT)
    return [(strip, area.topleft)]


@lru_cache(maxsize=32)
def _veil(w: int, h: int, up: bool) -> pygame.Surface:
    """Return a white strip that is whole at its upper or its lower edge, and clear at the other."""
    strip = pygame.Surface((w, h), pygame.SRCALPHA, 32)
    for y in range(h):
        part = (h - y if up else y + 1) / h
        strip.fill((255, 255, 255, round(255 * part * part)), (0, y, w, 1))
    return strip
