"""Closing: a table of ways to ask, and the deal sheet that each would lay before the prospect."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.game.play import ChoiceView
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.blank import BlankSheet
from simulator.window.stage.draft import FitText
from simulator.window.stage.pick import Line, PickScreen
from simulator.window.stage.words import head_of
from simulator.window.widgets import Widget

SIDE = 28.0


class DealSheet(Widget):
    """The paper on the table: what is asked for, in which words, on which terms.

    :attr:`body` holds your words and belongs on the screen as well.
    """

    focusable = False

    def __init__(
        self, icon: str, technique: str, say: str, terms: Sequence[str], parties: tuple[str, str]
    ) -> None:
        super().__init__("sheet")
        self.icon = icon
        self.technique = technique
        self.terms = list(terms)
        self.parties = parties
        self.body = FitText("body", say)
        self.foot = 60.0

    def _terms_height(self, fonts: Fonts) -> float:
        room = self.rect.w - 2 * SIDE - 30
        return sum(fonts.height(term, "body", room) + 6 for term in self.terms)

    def _head(self, fonts: Fonts) -> float:
        return fonts.leading("caption") + fonts.leading("title") + 14

    def settle(self, fonts: Fonts, rect: Rect, foot: float) -> None:
        """Fill ``rect``, keeping ``foot`` free below for the button."""
        self.place(rect)
        self.foot = foot
        top = rect.y + 22 + self._head(fonts) + 14
        terms = self._terms_height(fonts) + (fonts.leading("caption") + 22 if self.terms else 0)
        room = rect.bottom - foot - terms - top - 12
        self.body.settle(
            fonts, Rect(rect.x + SIDE + 18, top, rect.w - 2 * SIDE - 18, max(48, room))
        )

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
        body = self.body.rect
        bar = Rect(area.x, body.y, 4, body.h)
        canvas.panel(bar, theme.primary.fill, radius=2)
        self._draw_terms(canvas, area, body.bottom + 16)

    def _draw_terms(self, canvas: Canvas, area: Rect, y: float) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        if not self.terms:
            return
        canvas.line(area.x, y, area.w)
        y += 8
        canvas.label("Terms", area.x, y + fonts.leading("caption") / 2, "caption", theme.muted)
        y += fonts.leading("caption") + 4
        for term in self.terms:
            middle = y + fonts.leading("body") / 2
            canvas.icon("check", area.x + 10, middle, 18, theme.trust.text)
            room = Rect(area.x + 30, y, area.w - 30, 1e3)
            high = fonts.height(term, "body", room.w)
            canvas.text(term, room._replace(h=high), "body")
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
            self.paper = BlankSheet(
                "Choose a way to ask, and read the deal sheet before you say it.", icon="document"
            )
            return [self.paper]
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
            self.paper.place(room)


def is_table(views: Sequence[ChoiceView]) -> bool:
    """Whether choices stand on a deal sheet: most of them name a technique and terms."""
    named = sum(bool(view.choice and view.choice.technique) for view in views)
    return named * 2 > len(views)
