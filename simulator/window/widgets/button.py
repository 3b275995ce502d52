"""Buttons, with words or with an icon alone."""

from __future__ import annotations

from typing import Literal

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.theme import BUTTON_RADIUS
from simulator.window.widgets.base import Widget

ButtonKind = Literal["primary", "secondary", "quiet", "danger"]
ICON_ROOM = 26.0


class Button(Widget):
    """A button; with an icon and no words it needs a ``tip`` that says what it does.

    ``primary`` is the one thing to do next, ``secondary`` has a border, ``quiet`` has a ground
    only; one that cannot be used lies flat in a thin line. Raises ValueError for a button without
    words and without a tip.
    """

    def __init__(
        self,
        name: str,
        text: str = "",
        *,
        kind: ButtonKind = "secondary",
        icon: str = "",
        number: int = 0,
        tip: str = "",
    ) -> None:
        if not text and not tip:
            raise ValueError(f"button {name!r} has neither words nor a tip")
        super().__init__(name, number=number, tip=tip)
        self.text = text
        self.kind: ButtonKind = kind
        self.icon = icon

    def width(self, fonts: Fonts) -> float:
        """Return the width at which the words stand on one line."""
        words = fonts.width(self.text, "button") + 1 if self.text else 0.0
        icon = ICON_ROOM * fonts.text_scale if self.icon and self.text else 0.0
        return max(self.height(fonts, 1e6), words + icon + 40 if self.text else 0.0)

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height with the words wrapped to ``width``."""
        if not self.text:
            return max(38.0, 38.0 * fonts.text_scale)
        icon = ICON_ROOM * fonts.text_scale if self.icon else 0.0
        return fonts.height(self.text, "button", width - 32 - icon) + 18

    def draw(self, canvas: Canvas) -> None:
        """Draw the button."""
        canvas.note_widget(self.rect, self.name)
        fill, ink, border = self._colors(canvas)
        canvas.panel(
            self.rect, fill, radius=BUTTON_RADIUS, border=border, width=canvas.theme.border
        )
        side = 21 * canvas.fonts.text_scale
        x, y = self.rect.middle
        if not self.text:
            canvas.icon(self.icon, x, y, side, ink)
        else:
            area = self.rect.inset(16, 0)
            if self.icon:
                room = ICON_ROOM * canvas.fonts.text_scale
                lines = canvas.fonts.lines(self.text, "button", area.w - room)
                words = max(canvas.fonts.width(line, "button") for line in lines)
                left = area.x + max(0.0, (area.w - room - words) / 2)
                canvas.icon(self.icon, left + side / 2, y, side, ink)
                area = area._replace(x=left + room, w=words + 1)
            canvas.text(self.text, area, "button", ink, align="center", valign="middle")
        self.draw_ring(canvas, BUTTON_RADIUS)

    def _colors(self, canvas: Canvas) -> tuple[str, str, str | None]:
        """Return fill, ink and border for the present state."""
        theme = canvas.theme
        lively = self.hovered or self.pressed
        outline = theme.edge if theme.shadow is None else None
        if not self.enabled:
            return theme.card, theme.faded, theme.line
        if self.kind == "primary":
            return self.primary_ground(theme), theme.on_primary, None
        ink = theme.primary.text if lively else theme.ink
        if self.kind == "danger":
            ink, outline, ground = theme.urgency.text, theme.urgency.fill, theme.card
        elif self.kind == "secondary":
            outline, ground = theme.edge, theme.card
        else:
            ground = theme.well
        if lively:
            tone = theme.urgency if self.kind == "danger" else theme.primary
            ground, outline = tone.tint if self.pressed else theme.hover, tone.fill
        return ground, ink, outline
