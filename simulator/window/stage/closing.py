"""Closing: a table of ways to ask, and the deal sheet that each would lay before the prospect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.game.play import ChoiceView
from simulator.window.canvas import Align, Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.stage.pick import PickScreen
from simulator.window.stage.pick_card import Line
from simulator.window.stage.words import head_of
from simulator.window.widgets import ScrollArea, Widget
from simulator.window.widgets.scroll import GUTTER

SIDE: Final = 28.0
INDENT: Final = 18.0
MARK: Final = 40.0
TICK: Final = 26.0
CLAUSE: Final = 8.0

WAYS: Final = (
    ("title", "lead", 2, 1.0),
    ("title", "body", 2, 1.0),
    ("heading", "body", 2, 1.0),
    ("heading", "body", 2, 0.4),
    ("heading", "body", 1, 0.4),
)
"""How a sheet is set, the first at which it shows whole: title, words, lines of the letterhead, and
how much of the gaps is left."""
LEAST: Final = WAYS[3]
"""How it is set where what the prospect says needs the room."""

ENOUGH: Final = 2.5
"""The lines of words that must show at once at least."""


@dataclass(frozen=True)
class Deal:
    """What is laid on the table: a way to ask, the words, the terms, and who makes them with whom.

    ``offer`` names the product; ``them`` is the person it is for.
    """

    icon: str
    technique: str
    say: str
    terms: tuple[str, ...]
    seller: str
    company: str
    offer: str
    them: str


class DealSheet(Widget):
    """The paper on the table: letterhead, what you say, and the terms.

    :attr:`body` holds words and terms, scrolls when they are long, and belongs on the screen.
    """

    focusable = False

    def __init__(self, deal: Deal) -> None:
        super().__init__("sheet")
        self.deal = deal
        self.body = ScrollArea("body", self._paint)
        self.role = "lead"
        self.title = "title"
        self.gaps = 1.0
        self.most = 2
        """How many lines a name in the letterhead may take: the words need room below."""

    def _head(self, fonts: Fonts, width: float) -> float:
        """The height of the letterhead."""
        words = max(
            sum(self._high(fonts, party, wide))
            for party, wide in zip(self._parties(), self._wide(fonts, width), strict=True)
        )
        return max(self._mark(fonts), words) + 28

    def _high(self, fonts: Fonts, party: tuple[str, str], wide: float) -> tuple[float, float]:
        """The heights of the two names of a party."""
        high, low = (
            min(self.most, len(fonts.lines(text, role, wide))) * fonts.leading(role)
            for text, role in zip(party, ("name", "caption"), strict=True)
        )
        return high, low

    def _parties(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Who sells what, and who buys it for whom."""
        deal = self.deal
        return (deal.seller, deal.offer), (deal.company, f"for {deal.them}")

    def _wide(self, fonts: Fonts, width: float) -> tuple[float, float]:
        """The width of each of the two in the letterhead: half of it, or what the other leaves."""
        whole = width - 2 * SIDE - self._mark(fonts) - 14 - 16
        mine, theirs = (
            max(fonts.width(above, "name"), fonts.width(below, "caption")) + 1
            for above, below in self._parties()
        )
        left = min(mine, max(whole / 2, whole - theirs))
        return left, whole - left

    def _mark(self, fonts: Fonts) -> float:
        return max(MARK, fonts.leading("heading") + 8)

    def _term(self, fonts: Fonts, term: str, width: float) -> float:
        room = width - self._indent(fonts)
        return max(TICK, fonts.height(term, "body", room)) + CLAUSE * self.gaps

    def _indent(self, fonts: Fonts) -> float:
        """Where the words of a term begin, after its tick."""
        return max(TICK, fonts.leading("caption") + 4) + 14

    def _tall(self, fonts: Fonts, width: float) -> float:
        tall = fonts.height(self.deal.say, self.role, width - INDENT)
        if self.deal.terms:
            tall += 20 * self.gaps + fonts.leading("caption") + 6
            tall += sum(self._term(fonts, term, width) for term in self.deal.terms)
        return tall

    def _top(self, fonts: Fonts, width: float) -> float:
        """The height of letterhead and title."""
        return self._head(fonts, width) + 26 * self.gaps + fonts.leading(self.title)

    def height(self, fonts: Fonts, width: float) -> float:
        """The least height at which everything shows whole, without the foot."""
        self.title, self.role, self.most, self.gaps = LEAST
        return self._top(fonts, width) + self._tall(fonts, width - 2 * SIDE)

    def settle(self, fonts: Fonts, rect: Rect, button: Rect) -> None:
        """Fill ``rect`` above the button that stands on it."""
        self.place(rect)
        bottom = button.y - 12
        for title, role, most, gaps in WAYS:
            self.title, self.role, self.most, self.gaps = title, role, most, gaps
            top = rect.y + self._top(fonts, rect.w)
            room = Rect(rect.x + SIDE, top, rect.w - 2 * SIDE + GUTTER, max(40.0, bottom - top))
            enough = self._tall(fonts, room.w - GUTTER)
            if gaps < 1:
                enough = min(enough, ENOUGH * fonts.leading("body"))
            if enough <= room.h:
                break
        self.body.place(room)
        self.body.fill(self._tall(fonts, self.body.width))

    def draw(self, canvas: Canvas) -> None:
        """Draw the sheet."""
        theme, fonts, deal = canvas.theme, canvas.fonts, self.deal
        canvas.card(self.rect)
        self._draw_letterhead(canvas)
        side = fonts.leading(self.title)
        top = self.rect.y + self._head(fonts, self.rect.w) + 14 * self.gaps
        tile = Rect(self.rect.x + SIDE, top, side, side)
        canvas.panel(tile, theme.primary.tint, radius=11)
        canvas.icon(deal.icon, *tile.middle, side * 0.6, theme.primary.text)
        name = Rect(tile.right + 14, tile.y, self.rect.right - SIDE - tile.right - 14, side)
        canvas.text(deal.technique, name, self.title, valign="middle", lines=1)

    def _draw_letterhead(self, canvas: Canvas) -> None:
        """Draw the seller's mark and name at the left, whom it is for at the right."""
        theme, fonts, deal = canvas.theme, canvas.fonts, self.deal
        head = Rect(self.rect.x, self.rect.y, self.rect.w, self._head(fonts, self.rect.w))
        canvas.band(self.rect, head.h)
        square = self._mark(fonts)
        mark = Rect(head.x + SIDE, head.middle[1] - square / 2, square, square)
        canvas.panel(mark, theme.primary.fill, radius=12)
        canvas.text(
            deal.seller[:1], mark, "heading", theme.on_primary, align="center", valign="middle"
        )
        mine, theirs = self._wide(fonts, head.w)
        x = mark.right + 14
        sides: tuple[Align, Align] = ("left", "right")
        spans = ((x, mine), (x + mine + 16, theirs))
        for align, (left, wide), party in zip(sides, spans, self._parties(), strict=True):
            (above, below), (high, low) = party, self._high(fonts, party, wide)
            top = Rect(left, head.middle[1] - (high + low) / 2, wide, high)
            canvas.text(above, top, "name", theme.primary.text, align=align, lines=self.most)
            lower = Rect(left, top.bottom, wide, low)
            canvas.text(below, lower, "caption", theme.primary.text, align=align, lines=self.most)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        theme, fonts, deal = canvas.theme, canvas.fonts, self.deal
        high = fonts.height(deal.say, self.role, area.w - INDENT)
        canvas.panel(Rect(area.x, area.y, 4, high), theme.primary.fill, radius=2)
        words = Rect(area.x + INDENT, area.y, area.w - INDENT, high)
        canvas.text(deal.say, words, self.role)
        if not deal.terms:
            return
        y = words.bottom + 20 * self.gaps
        canvas.label("Terms", area.x, y + fonts.leading("caption") / 2, "caption", theme.muted)
        y += fonts.leading("caption") + 6
        square = max(TICK - 4, fonts.leading("caption") + 4)
        for term in deal.terms:
            tall = self._term(fonts, term, area.w)
            canvas.line(area.x, y, area.w)
            middle = y + tall / 2
            tile = Rect(area.x, middle - square / 2, square, square)
            canvas.panel(tile, theme.trust.tint, radius=7)
            canvas.icon("check", *tile.middle, square * 0.6, theme.trust.text)
            left = area.x + self._indent(fonts)
            room = Rect(left, y, area.right - left, tall)
            canvas.text(term, room, "body", valign="middle")
            y += tall


class ClosingScreen(PickScreen):
    """The table of techniques, the sheet, and the question itself."""

    def line(self, view: ChoiceView, number: int) -> Line:
        """The technique, and what it says."""
        icon, label = head_of(view.choice)
        locked = not view.is_legal
        return Line(
            view.id, number, icon or "chat", label or view.say, view.say, locked, view.locked_hint
        )

    def verb(self) -> str:
        """The words on the button."""
        looked_at = self.view_of(self.selected)
        terms = looked_at and looked_at.choice and looked_at.choice.terms
        return "Make this offer" if terms else "Say it"

    def sheet(self, view: ChoiceView) -> Sequence[Widget]:
        """The sheet of the selected way."""
        scenario, choice = self.play.scenario, view.choice
        icon, label = head_of(choice)
        self.paper = DealSheet(
            Deal(
                icon or "chat",
                label or "Ask",
                view.say,
                tuple(self.play.fill(term) for term in choice.terms) if choice else (),
                scenario.product.seller,
                scenario.prospect.company,
                scenario.product.name,
                scenario.prospect.name,
            )
        )
        return [self.paper, self.paper.body]

    def sheet_height(self, width: float) -> float:
        """The height of the sheet."""
        return self.paper.height(self.fonts, width)

    def arrange_sheet(self, room: Rect) -> None:
        """Let the sheet fill the room, with the button on it at its margin."""
        go = self.go.rect
        self.go.place(go._replace(x=room.right - SIDE - go.w))
        self.paper.settle(self.fonts, room, self.go.rect)


def is_table(views: Sequence[ChoiceView]) -> bool:
    """Whether choices stand on a deal sheet: most of them name a technique and terms."""
    named = sum(bool(view.choice and view.choice.technique) for view in views)
    return named * 2 > len(views)
