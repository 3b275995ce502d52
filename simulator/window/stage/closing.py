"""Closing: a table of ways to ask, and the deal sheet that each would lay before the prospect."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.game.play import ChoiceView
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.blank import BlankSheet
from simulator.window.stage.pick import Line, PickScreen
from simulator.window.stage.words import head_of
from simulator.window.widgets import ScrollArea, Widget

SIDE = 28.0
INDENT = 18.0


class DealSheet(Widget):
    """The paper on the table: what is asked for, in which words, on which terms.

    :attr:`body` holds words and terms, scrolls when they are long, and belongs on the screen.
    """

    focusable = False

    def __init__(
        self, icon: str, technique: str, say: str, terms: Sequence[str], parties: tuple[str, str]
    ) -> None:
        super().__init__("sheet")
        self.icon = icon
        self.technique = technique
        self.say = say
        self.terms = list(terms)
        self.parties = parties
        self.body = ScrollArea("body", self._paint)
        self.role = "lead"

    def _tall(self, fonts: Fonts, width: float) -> float:
        tall = fonts.height(self.say, self.role, width - INDENT)
        if self.terms:
            tall += 24 + fonts.leading("caption") + 4
            tall += sum(fonts.height(term, "body", width - 30) + 6 for term in self.terms)
        return tall

    def settle(self, fonts: Fonts, rect: Rect, foot: float) -> None:
        """Fill ``rect``, keeping ``foot`` free below for the button."""
        self.place(rect)
        top = rect.y + 22 + fonts.leading("caption") + 8 + fonts.leading("title") + 14
        room = Rect(rect.x + SIDE, top, rect.w - 2 * SIDE + 10, rect.bottom - foot - top)
        for role in ("lead", "body"):
            self.role = role
            if self._tall(fonts, room.w - 18) <= room.h:
                break
        self.body.place(room)
        self.body.fill(self._tall(fonts, self.body.width))

    def draw(self, canvas: Canvas) -> None:
        """Draw the sheet."""
        theme, fonts = canvas.theme, canvas.fonts
        canvas.card(self.rect)
        area = self.rect.inset(SIDE, 22)
        seller, company = self.parties
        top = Rect(area.x, area.y, area.w, fonts.leading("caption"))
        canvas.text(f"Deal sheet · {seller} and {company}", top, "caption", theme.muted, lines=1)
        side = fonts.leading("title")
        tile = Rect(area.x, top.bottom + 8, side, side)
        canvas.panel(tile, theme.primary.tint, radius=11)
        canvas.icon(self.icon, *tile.middle, side * 0.6, theme.primary.text)
        name = Rect(tile.right + 14, tile.y, area.right - tile.right - 14, side)
        canvas.text(self.technique, name, "title", valign="middle", lines=1)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        high = fonts.height(self.say, self.role, area.w - INDENT)
        canvas.panel(Rect(area.x, area.y, 4, high), theme.primary.fill, radius=2)
        words = Rect(area.x + INDENT, area.y, area.w - INDENT, high)
        canvas.text(self.say, words, self.role)
        if not self.terms:
            return
        y = words.bottom + 14
        canvas.line(area.x, y, area.w)
        y += 10
        canvas.label("Terms", area.x, y + fonts.leading("caption") / 2, "caption", theme.muted)
        y += fonts.leading("caption") + 4
        for term in self.terms:
            high = fonts.height(term, "body", area.w - 30)
            canvas.icon("check", area.x + 10, y + fonts.leading("body") / 2, 18, theme.trust.text)
            canvas.text(term, Rect(area.x + 30, y, area.w - 30, high), "body")
            y += high + 6


class ClosingScreen(PickScreen):
    """The table of techniques, the sheet, and the question itself."""

    spread = 0.5

    def line(self, view: ChoiceView, number: int) -> Line:
        """The technique, and what it says."""
        icon, label = head_of(view.choice)
        locked = not view.is_legal
        return Line(
            view.id, number, icon or "chat", label or view.say, view.say, locked, view.locked_hint
        )

    def verb(self) -> str:
        """The words on the button."""
        return "Say it"

    def sheet(self, view: ChoiceView | None) -> Sequence[Widget]:
        """The sheet of the selected way."""
        self.paper: DealSheet | BlankSheet
        if view is None:
            task = "Choose a way to ask. You read the deal sheet here before you say it."
            self.paper = BlankSheet(task, "document", self.notes_card())
            return [self.paper, self.paper.notes]
        icon, label = head_of(view.choice)
        terms = [self.play.fill(term) for term in view.choice.terms] if view.choice else []
        scenario = self.play.scenario
        parties = (scenario.product.seller, scenario.prospect.company)
        self.paper = DealSheet(icon or "chat", label or "Ask", view.say, terms, parties)
        return [self.paper, self.paper.body]

    def arrange_sheet(self, room: Rect) -> None:
        """Let the sheet fill the room, with the button on it."""
        if isinstance(self.paper, DealSheet):
            self.paper.settle(self.fonts, room, room.bottom - self.go.rect.y + 12)
        else:
            self.paper.settle(self.fonts, room)
            self.show(
                self.paper.notes, self.paper.notes.rect.h >= self.paper.notes.least(self.fonts)
            )


def is_table(views: Sequence[ChoiceView]) -> bool:
    """Whether choices stand on a deal sheet: most of them name a technique and terms."""
    named = sum(bool(view.choice and view.choice.technique) for view in views)
    return named * 2 > len(views)
