"""A card that stands for a person: a face, a name, and a line or two."""

from __future__ import annotations

from simulator.window.art.people import Portrait
from simulator.window.canvas import Canvas
from simulator.window.faces import draw_face
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.theme import CHOICE_RADIUS, Theme
from simulator.window.widgets import Widget

SIDE = 16.0
FACE = 56.0
SMALL_FACE = 40.0


class PersonCard(Widget):
    """A button with a face; ``strong`` makes it the one thing to do next.

    ``caption`` stands above the name in small letters, ``note`` below it; either may be empty.
    Where there is no person, ``icon`` stands in place of the face.
    Set :attr:`small` for one beside something that matters more.
    One of which a :attr:`choice` is made keeps room for its tick, selected or not.
    """

    def __init__(
        self,
        name: str,
        portrait: Portrait | None,
        title: str,
        *,
        caption: str = "",
        note: str = "",
        icon: str = "people",
        strong: bool = False,
        selected: bool = False,
    ) -> None:
        super().__init__(name)
        self.portrait = portrait
        self.title = title
        self.caption = caption
        self.note = note
        self.icon = icon
        self.small = False
        self.strong = strong
        self.selected = selected
        self.choice = False

    def _face(self, fonts: Fonts) -> float:
        side = SMALL_FACE if self.small else FACE
        return side * min(max(1.0, fonts.text_scale * 0.9), 1.25)

    @property
    def _role(self) -> str:
        return "name" if self.small else "heading"

    def _room(self, fonts: Fonts, width: float) -> float:
        marked = self.selected or self.strong or self.choice
        check = 22 * fonts.text_scale + 8 if marked else 0.0
        return width - 3 * SIDE - self._face(fonts) - check

    def _words(self, fonts: Fonts, width: float) -> float:
        room = self._room(fonts, width)
        return sum(
            fonts.height(words, role, room)
            for words, role in (
                (self.caption, "caption"),
                (self.title, self._role),
                (self.note, "small"),
            )
            if words
        )

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of face and words, with room around them."""
        return max(self._face(fonts), self._words(fonts, width)) + 24

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        canvas.note_widget(self.rect, self.name)
        theme, fonts, rect = canvas.theme, canvas.fonts, self.rect
        fill, border, ink, muted = self._colors(theme)
        wide = 2.0 if border == theme.primary.fill else theme.border
        canvas.panel(
            rect, fill, radius=CHOICE_RADIUS, border=border, width=wide, shadow=theme.low_shadow
        )
        side = self._face(fonts)
        face = Rect(rect.x + SIDE, rect.middle[1] - side / 2, side, side)
        if self.portrait:
            draw_face(canvas, self.portrait, face, radius=side / 2)
        else:
            canvas.panel(face, theme.primary.fill, radius=side / 2)
            canvas.icon(self.icon, *face.middle, side * 0.5, theme.on_primary)
        room = self._room(fonts, rect.w)
        y = rect.middle[1] - self._words(fonts, rect.w) / 2
        for words, role, color in (
            (self.caption, "caption", muted),
            (self.title, self._role, ink),
            (self.note, "small", muted),
        ):
            if words:
                high = fonts.height(words, role, room)
                canvas.text(words, Rect(face.right + SIDE, y, room, high), role, color)
                y += high
        if self.selected or self.strong:
            mark = "arrow-right" if self.strong else "check"
            x = rect.right - SIDE - 10 * fonts.text_scale
            canvas.icon(mark, x, rect.middle[1], 22 * fonts.text_scale, ink)
        self.draw_ring(canvas, CHOICE_RADIUS)

    def _colors(self, theme: Theme) -> tuple[str, str | None, str, str]:
        """Return ground, border, and the colors of the name and of the other words."""
        lively = self.hovered or self.pressed
        if self.strong:
            return self.primary_ground(theme), None, theme.on_primary, theme.on_primary
        if self.selected:
            return theme.primary.tint, theme.primary.fill, theme.ink, theme.ink
        if lively:
            ground = theme.primary.tint if self.pressed else theme.hover
            return ground, theme.primary.fill, theme.ink, theme.muted
        return theme.card, theme.edge, theme.ink, theme.muted
