"""What you did in a stage, line by line, with what each thing moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.game.play import Play, Told
from simulator.game.rules import DONE
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.words import METER_LOOKS, OTHER_METER
from simulator.window.widgets import Widget

TITLE: Final = "What you did"
PADDING: Final = 7.0
LEAST: Final = 2


class Deeds(Widget):
    """The last things done, as many as there is room for, each on one line."""

    focusable = False

    def __init__(self, told: Sequence[Told]) -> None:
        super().__init__("deeds")
        self.told = list(told)

    def _row(self, fonts: Fonts) -> float:
        return fonts.leading("small") + 2 * PADDING

    def _head(self, fonts: Fonts) -> float:
        return fonts.leading("caption") + 6

    def fitting(self, fonts: Fonts, room: float) -> float:
        """The height taken in a room so high; 0 where it would say too little."""
        rows = min(len(self.told), int((room - self._head(fonts)) // self._row(fonts)))
        return (
            self._head(fonts) + rows * self._row(fonts)
            if rows >= min(LEAST, len(self.told))
            else 0.0
        )

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """The height at which every line shows."""
        return self._head(fonts) + len(self.told) * self._row(fonts)

    def draw(self, canvas: Canvas) -> None:
        """Draw the lines, the oldest first."""
        theme, fonts, area = canvas.theme, canvas.fonts, self.rect
        high = self._row(fonts)
        rows = int((area.h - self._head(fonts) + 1) // high)
        hidden = len(self.told) - rows
        title = f"{TITLE}, after {hidden} more" if hidden > 0 else TITLE
        canvas.text(
            title, area._replace(h=fonts.leading("caption")), "caption", theme.muted, lines=1
        )
        y = area.y + self._head(fonts)
        for told in self.told[-rows:] if rows else ():
            canvas.line(area.x, y, area.w)
            left = self._draw_moved(canvas, told, area.right, y + high / 2)
            room = Rect(area.x, y, left - 16 - area.x, high)
            canvas.text(told.said, room, "small", valign="middle", lines=1)
            y += high

    def _draw_moved(self, canvas: Canvas, told: Told, right: float, y: float) -> float:
        """Draw what it moved and taught, ending at ``right``; return where that begins."""
        theme, fonts = canvas.theme, canvas.fonts
        side = 15 * fonts.text_scale
        pieces = [
            (
                METER_LOOKS.get(meter, OTHER_METER).icon,
                f"{'+' if by > 0 else '−'}{abs(by)}",
                "good" if by > 0 else "bad",
            )
            for meter, by in told.changes.items()
        ]
        if told.learned:
            pieces.append(("bulb", str(len(told.learned)), "primary"))
        for icon, text, name in reversed(pieces):
            shade = theme.tone(name).text
            number = canvas.label(text, right, y, "label", shade, align="right")
            canvas.icon(icon, number.x - 4 - side / 2, y, side, shade)
            right = number.x - side - 18
        return right


def deeds_of(play: Play, stage: str) -> list[Told]:
    """What was done in a stage, without the word that ended a budget early."""
    return [
        told
        for told, choice in zip(play.told, play.run.choices, strict=True)
        if told.stage == stage and choice != DONE
    ]
