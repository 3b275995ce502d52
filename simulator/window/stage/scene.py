"""The card in which the talk happens: the person, what they say, how they feel, what you said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from simulator.scenario.words import Face
from simulator.window.app import App
from simulator.window.art.people import EYES, Portrait
from simulator.window.art.places import PERSON_X, person_box
from simulator.window.art.scene import HEIGHT, TABLE
from simulator.window.canvas import Canvas, Rehearsal
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, cut_top
from simulator.window.stage.ahead import Chore
from simulator.window.stage.person import (
    INNER_RADIUS,
    STILL,
    Frame,
    Framing,
    Pose,
    draw_mood,
    draw_place,
    framed,
    mood_wide,
    whole_place,
)
from simulator.window.stage.speech import TAIL, Speech, Words
from simulator.window.theme import GAP
from simulator.window.widgets import Widget

EDGE = 24.0
COLUMN = 190.0
"""The least width of a bubble, at text scale 1: a narrower one stands below the person."""

PICTURE = 0.56
"""The part of the height that the person takes where the words stand below."""

LEAST = 120.0
"""The least height of the person, and of the words below."""

HEAD = 0.26
"""Half the width of a head with its hair, in heights of the scene."""
THINGS = 60.0
"""How high things on a table stand, in units of a drawn place."""
BLINK_EVERY = 4.3
BLINK = 0.13
BREATH_EVERY = 11.0
BREATH = 0.2
SINKS = (1.2, 2.2, 1.2, 0.0)
"""How far the person sinks from picture to picture of a breath; few, as each is drawn anew."""

FADE = 0.22
"""Seconds in which one expression becomes another."""


@dataclass(frozen=True)
class Sight:
    """What a scene shows. ``mood`` tells whether the chip with the mood shows; ``mine`` is what the
    trainee said last. A ``centered`` person leaves no room for words: the scene may then be as high
    as wide."""

    place: str
    portrait: Portrait
    face: Face
    words: Words
    mood: bool = True
    mine: str = ""
    centered: bool = False


class Scene(Widget):
    """The person and the place; :attr:`speech` lies on top and belongs on the screen as well."""

    focusable = False

    def __init__(self, sight: Sight) -> None:
        super().__init__("scene")
        self.speech = Speech(sight.words)
        self.figure = Rect()
        """Where the person is: what is drawn anew when they move; ``eyes`` when they blink."""

        self.eyes = Rect()
        self.sight = sight
        self.blinking = False
        self.sunk = 0.0
        self._app: App | None = None
        self._was: Face | None = None
        self._fading: pygame.Surface | None = None
        self.small = False
        """Whether only the person is seen, with what they say beside the scene."""

        self.picture = Rect()
        """Where in the card the person is seen; the mood stands below a part of it."""

        self.beside = 0.0
        """The width left of the person that words may take."""

        self.tells_mine = False
        """Whether there is room for what you said: their words come first."""

    def show(self, sight: Sight) -> None:
        """Show something else; a new expression comes gently once the scene has its place."""
        if self._app and sight.face is not self.sight.face:
            self._was = self.sight.face
        self.sight = sight
        self.speech.words = sight.words
        self.touch()

    def height(self, fonts: Fonts, width: float) -> float:
        """The least height that looks well."""
        return max(250.0, width * 0.3, 190 * fonts.text_scale)

    def _picture(self, fonts: Fonts, rect: Rect) -> tuple[Rect, bool]:
        """Where in ``rect`` the picture is, and whether it leaves no room for words on it.

        Words below it take the height that they need from it, down to the least it may have.
        """
        wide = min(rect.w * 0.5, max(self._free(rect), rect.w * 0.36))
        if self.sight.centered or wide >= COLUMN * fonts.text_scale or rect.h < 2 * LEAST:
            return rect, False
        high = rect.h - GAP - self.speech.needed(fonts, rect.w, "small")
        return cut_top(rect, max(LEAST, min(high, (rect.h - GAP) * PICTURE)))[0], True

    def _free(self, rect: Rect) -> float:
        """The width between the left edge and the head."""
        return rect.w * PERSON_X - HEAD * rect.h - TAIL - 8 - EDGE

    def settle(self, fonts: Fonts, rect: Rect) -> None:
        """Fill ``rect`` and place the bubble, below the person where it would be a mere column."""
        shown, apart = self._picture(fonts, rect)
        if apart:
            words = cut_top(rect, shown.h, GAP)[1]
            self._stand(shown, shown, small=True)
            self.speech.settle(fonts, words)
            self.tells_mine, self.speech.box = False, words
            return
        self._stand(rect, rect, small=False)
        free = self._free(rect)
        most = 430 * max(1.0, fonts.text_scale * 0.9)
        wide = min(max(free, rect.w * 0.36), most, rect.w * 0.5)
        self.beside = wide
        below = self._mine_height(fonts) + 14 if self.sight.mine else 0.0
        left = rect.x + EDGE + max(0.0, free - wide)
        room = Rect(left, rect.y + EDGE, wide, self._lowest(fonts, rect) - rect.y - EDGE)
        self.speech.settle(fonts, room._replace(h=room.h - below), hugs=True)
        self.tells_mine = bool(self.sight.mine) and not self.speech.reach
        if not self.tells_mine:
            self.speech.settle(fonts, room, hugs=True)

    def settle_small(self, fonts: Fonts, rect: Rect, words: Rect) -> None:
        """Fill ``rect`` with the person alone, and place what they say in ``words``."""
        self._stand(rect, framed(fonts, rect, self.sight.face)[0], small=True)
        self.speech.settle(fonts, words)
        self.tells_mine = False

    def _stand(self, rect: Rect, picture: Rect, *, small: bool) -> None:
        self.place(rect)
        self.picture, self.small = picture, small
        close = self._framing(small=small) == "close"
        self.figure = _figure(picture, close=close)
        self.eyes = _figure(picture, EYES, close=close)
        self._fading = None
        if self._was and self._app:
            self._fade(self._app, self._was)
        self._was = None

    def _framing(self, *, small: bool) -> Framing:
        return "close" if small or self.sight.centered else "talk"

    def _frame(self, fonts: Fonts, rect: Rect, *, small: bool) -> Frame:
        """How the picture is framed in ``rect``."""
        if small and self.picture != self.rect:
            return Frame("close", INNER_RADIUS)
        covered = self._covered(fonts, rect, small=small)
        return Frame(self._framing(small=small), covered=covered)

    def _mine_lines(self, fonts: Fonts) -> int:
        return min(2, len(fonts.lines(self.sight.mine, "small", self._mine_room(fonts))))

    def _mine_room(self, fonts: Fonts) -> float:
        return max(40.0, self.beside - fonts.width("You", "label") - 42)

    def _mine_height(self, fonts: Fonts) -> float:
        return self._mine_lines(fonts) * fonts.leading("small") + 14

    def draw(self, canvas: Canvas) -> None:
        """Draw the scene, the bubble and the chips."""
        sight = self.sight
        canvas.card(self.rect)
        draw_place(
            canvas,
            self.picture,
            sight.place,
            sight.portrait,
            sight.face,
            self._frame(canvas.fonts, self.picture, small=self.small),
            pose=Pose(self.blinking, self.sunk),
        )
        canvas.edge(self.rect)
        if self._fading:
            canvas.paste(self._fading, canvas.pixels(self.figure).topleft)
        if sight.words.any:
            self.speech.backdrop(canvas, tail=not self.small)
        if self.tells_mine:
            self._draw_mine(canvas)
        if sight.mood:
            self._draw_mood(canvas)

    def _draw_mine(self, canvas: Canvas) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        high = self._mine_height(fonts)
        named, room = fonts.width("You", "label"), self._mine_room(fonts)
        lines = self._mine_lines(fonts)
        if lines == 1:
            room = min(room, fonts.width(self.sight.mine, "small") + 1)
        box = Rect(self.rect.x + EDGE, self.rect.bottom - 16 - high, room + named + 42, high)
        self._draw_plate(canvas, box, min(18.0, high / 2))
        canvas.label("You", box.x + 16, box.middle[1], "label", theme.primary.text)
        words = Rect(box.x + named + 26, box.y, room, high)
        canvas.text(self.sight.mine, words, "small", theme.ink, valign="middle", lines=lines)

    def _draw_plate(self, canvas: Canvas, box: Rect, radius: float) -> None:
        """Draw the ground of a few words on the picture."""
        theme = canvas.theme
        canvas.panel(
            box, theme.card, radius=radius, border=theme.seam, width=1.5, shadow=theme.low_shadow
        )

    def _draw_mood(self, canvas: Canvas) -> None:
        fonts, face, rect = canvas.fonts, self.sight.face, self.rect
        if self.picture != rect:
            box = framed(fonts, rect, face)[1]
        elif self.small:
            box = self._corner(fonts, rect, mood_wide(fonts, face))
        else:
            box = self._mood_box(fonts, rect, mood_wide(fonts, face))
        draw_mood(canvas, face, box)

    def _corner(self, fonts: Fonts, rect: Rect, wide: float) -> Rect:
        """Where a mood of that width stands on the table."""
        high = fonts.leading("label") + 16
        return Rect(rect.x + 12, rect.bottom - 12 - high, wide, high)

    def _mood_box(self, fonts: Fonts, rect: Rect, wide: float) -> Rect:
        """Where a mood of that width stands: on the table where it would lie on the head."""
        head = _figure(rect, close=self.sight.centered).middle[0] + HEAD * rect.h
        box = Rect(rect.right - 20 - wide, rect.y + 20, wide, fonts.leading("label") + 16)
        return box if box.x >= head else self._corner(fonts, rect, wide)

    def _low_mood(self, fonts: Fonts, rect: Rect, wide: float) -> Rect | None:
        """Where the mood stands if it shows and stands on the table."""
        box = self._mood_box(fonts, rect, wide)
        return box if self.sight.mood and box.bottom > rect.middle[1] else None

    def _lowest(self, fonts: Fonts, rect: Rect) -> float:
        """How far down the bubble may reach."""
        mood = self._low_mood(fonts, rect, mood_wide(fonts, self.sight.face))
        return mood.y - 8 if mood else rect.bottom - EDGE + 6

    def _covered(self, fonts: Fonts, rect: Rect, *, small: bool) -> float:
        """How much of the left end of the table lies under the mood, whichever it is, or words."""
        widest = max(mood_wide(fonts, face) for face in Face)
        if small:
            return 12 + widest if self.sight.mood else 0.0
        mood = self._low_mood(fonts, rect, widest)
        over = [mood.right - rect.x] if mood else []
        bubble = self.speech.box
        if rect == self.rect and self.sight.words.any:
            reaches = bubble.bottom > rect.y + rect.h * (TABLE - THINGS) / HEIGHT
            over += [bubble.right - rect.x] if reaches else []
        return max(over, default=0.0)

    def chores(self, rects: Sequence[Rect]) -> Iterator[Chore]:
        """What can be drawn ahead: all expressions, in each rectangle the scene may soon fill.

        The eyes close now and then in the expression of this moment alone.
        """
        sight = self.sight

        def chore(rect: Rect, face: Face, pose: Pose) -> Chore:
            here = rect == self.rect

            def draw(canvas: Canvas) -> None:
                shown, small = self._picture(canvas.fonts, rect)
                if here:
                    shown, small = self.picture, self.small
                frame = self._frame(canvas.fonts, shown, small=small)
                draw_place(canvas, shown, sight.place, sight.portrait, face, frame, pose=pose)

            return draw

        for rect in rects:
            if rect.h:
                yield from (chore(rect, face, STILL) for face in Face)
                yield chore(rect, sight.face, Pose(blinks=True))

    def _fade(self, app: App, face: Face) -> None:
        """Lay the person with the old expression over the new one, less and less."""
        if app.reduced_motion:
            return
        sight = self.sight

        def draw(canvas: Canvas) -> None:
            frame = self._frame(canvas.fonts, self.picture, small=self.small)
            draw_place(canvas, self.picture, sight.place, sight.portrait, face, frame)

        rehearsal = Rehearsal(app.surface.get_size(), app.theme, app.fonts)
        draw(rehearsal)
        if rehearsal.missing:
            # In another size the old picture would first have to be drawn: not worth a wait.
            return
        whole = pygame.Surface(app.surface.get_size(), 0, 32)
        canvas = Canvas(whole, app.theme, app.fonts)
        area = canvas.pixels(self.figure).clip(whole.get_rect())
        whole.set_clip(area)
        whole.fill(app.theme.page, area)
        draw(canvas)
        old = whole.subsurface(area).copy()

        def step(part: float) -> None:
            # Wholly opaque is drawn many times slower than almost.
            old.set_alpha(round(254 * (1 - part)))
            if self._fading is old:
                self._fading = old if part < 1 else None
                self.touch(self.figure)

        self._fading = old
        app.animate(FADE, step)

    def live(self, app: App) -> None:
        """Let the person blink and breathe now and then, and change expression gently."""
        self._app = app

        def on_screen() -> bool:
            return bool(app.stack) and any(widget is self for widget in app.top.widgets)

        def stays() -> bool:
            return any(self in screen.widgets for screen in app.stack)

        def blink() -> None:
            closed = not self.blinking and on_screen() and not app.reduced_motion
            if closed != self.blinking:
                self.blinking = closed
                self.touch(self.eyes)
            if stays():
                app.after(BLINK if self.blinking else BLINK_EVERY, blink)

        def breathe(at: int = 0) -> None:
            sunk = SINKS[at] if on_screen() and not app.reduced_motion else 0.0
            if sunk != self.sunk:
                self.sunk = sunk
                self.touch(self.figure)
            if stays():
                following = (at + 1) % len(SINKS)
                app.after(BREATH if following else BREATH_EVERY, lambda: breathe(following))

        app.after(BLINK_EVERY, blink)
        app.after(BREATH_EVERY, breathe)


def _figure(rect: Rect, part: tuple[float, ...] = (0, 0, 1, 1), *, close: bool) -> Rect:
    """Where a part of the person stands in a picture, as far as it shows them."""
    whole = whole_place(rect) if close else rect
    x, y, w, h = person_box(round(whole.w), round(whole.h))
    left, top, wide, high = part
    area = Rect(whole.x + x + w * left, whole.y + y + h * top, w * wide, h * high)
    return area.meets(rect) or rect
