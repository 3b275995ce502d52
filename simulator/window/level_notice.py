"""What stands on the screen of levels when files are broken, or when there is no level at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator import paths
from simulator.problems import Problem, ScenarioError
from simulator.window.canvas import Canvas
from simulator.window.dialog import Dialog
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, center
from simulator.window.section import Section, Words
from simulator.window.theme import PAD
from simulator.window.widgets import Button
from simulator.window.widgets.clipboard import COPY_PATH
from simulator.window.wording import message_of, remedy_of

SIDE: Final = 18.0
SIGN: Final = 42.0
"""The room for the sign before the words."""
WIDEST: Final = 620.0
FIX: Final = "To fix a file, open it with “pitchcraft preview” and its name."
NONE: Final = "No levels found"
WHERE: Final = (
    "Put scenario files (their names end in .yaml) into this folder, then restart Pitchcraft:"
)


class BrokenLevels:
    """A box that names the files that cannot be played, with a button that shows what is wrong."""

    def __init__(self, failed: Sequence[ScenarioError]) -> None:
        self.failed = failed
        self.said = "\n".join(str(error) for error in failed)
        self.button = Button("problems", "Show the problems")
        self.box = self.words = Rect()

    def place(self, fonts: Fonts, top: Rect) -> float:
        """Place words and button beside or below each other; return how high they are."""
        button, room = self.button, top.w - 2 * SIDE - SIGN
        wide = min(button.width(fonts), room)
        push = button.height(fonts, wide)
        beside = room - wide - SIDE >= 240 * fonts.text_scale
        room -= wide + SIDE if beside else 0.0
        told = fonts.height(self.said, "body", room)
        high = (max(told, push) if beside else told + 12 + push) + 24
        self.box = top._replace(h=high)
        y = top.y + (high - told) / 2 if beside else top.y + 12
        self.words = Rect(top.x + SIDE + SIGN, y, room, told)
        x = self.words.right + SIDE if beside else self.words.x
        y = top.y + (high - push) / 2 if beside else self.words.bottom + 12
        button.place(Rect(x, y, wide, push))
        return high

    def draw(self, canvas: Canvas) -> None:
        """Draw the box; the button draws itself."""
        shades = canvas.theme.tone("fair")
        canvas.panel(self.box, shades.tint, radius=16, border=shades.fill, width=1.5)
        line = self.words.y + canvas.fonts.leading("body") / 2
        side = canvas.fonts.icon(22)
        canvas.icon("warning", self.box.x + SIDE - 2 + side / 2, line, side, shades.text)
        canvas.text(self.said, self.words, "body", canvas.theme.ink)

    def dialog(self) -> Dialog:
        """How to fix them, and all problems, file by file."""
        said = (part for one in self.failed for part in (str(one), *map(_told, one.problems)))
        text = "\n\n".join((FIX, *said))
        return Dialog("What is wrong", text, [Button("close", "Close", kind="primary")])


class NoLevels:
    """A card that says where levels belong, with a button that copies its path."""

    def __init__(self) -> None:
        self.folder = str(paths.own_scenarios_dir())
        parts = [Words(WHERE), Words(self.folder, gap=10)]
        self.section = Section("folder", NONE, parts)
        self.button = Button("folder", COPY_PATH)
        self.card = Rect()

    def place(self, fonts: Fonts, area: Rect) -> None:
        """Place the card in the middle of an area."""
        wide = min(area.w, WIDEST * max(1.0, fonts.text_scale * 0.8))
        words = self.section.height(fonts, wide)
        across = min(self.button.width(fonts), wide - 2 * PAD)
        push = self.button.height(fonts, across)
        self.card = center(area, wide, words + push + PAD)
        self.button.place(Rect(self.card.x + PAD, self.card.y + words, across, push))

    def draw(self, canvas: Canvas) -> None:
        """Draw the card; the button draws itself."""
        self.section.draw(canvas, self.card)


def _told(problem: Problem) -> str:
    """Where and what a problem is, and what to do about it."""
    where = f"Line {problem.place.line}: " if problem.place.line else ""
    said = f"{where}{message_of(problem)}"
    lines = (
        said if said.endswith((".", "?", ":")) else f"{said}.",
        remedy_of(problem),
        problem.paste,
    )
    return "\n".join(line for line in lines if line)
