"""What the views of a review share: a page of cards, and a list with a detail beside it."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, cut_left, cut_top
from simulator.window.screens.debrief_pieces import Page, Piece
from simulator.window.screens.debrief_steps import StepList, StepWords
from simulator.window.theme import GAP, PAD
from simulator.window.widgets import Action, Widget
from simulator.window.widgets.scroll import GUTTER


class View:
    """One view of the review. ``title`` is the word on its tab."""

    title = ""

    def widgets(self) -> list[Widget]:
        """Its widgets, in the order of Tab."""
        raise NotImplementedError

    def layout(self, fonts: Fonts, area: Rect) -> None:
        """Place everything in ``area``, which reaches to the edges of the window."""
        raise NotImplementedError

    def draw(self, canvas: Canvas) -> None:
        """Paint what lies below the widgets."""

    def select(self, action: Action) -> Widget | None:
        """Answer an action that concerns this view alone; return the widget to focus.

        None says that the action is not for this view.
        """
        del action
        return None


class CardsView(View):
    """A page of cards that scrolls where the window is too small."""

    def __init__(self, title: str, name: str, piece: Piece) -> None:
        self.title = title
        self.page = Page(name, piece, margin=(PAD, GAP))

    def widgets(self) -> list[Widget]:
        """The page, which holds the rest."""
        return [self.page]

    def layout(self, fonts: Fonts, area: Rect) -> None:
        """Fill the area; the bar stands in the margin, a little inside of the window."""
        self.page.lay(fonts, area._replace(w=area.w - PAD + GUTTER))


class StepsView(View):
    """Steps in a card at the left, the selected one in detail in a card at the right.

    ``head`` are the words above the list, at its left and above the last column of its rows; of
    the latter only those before a colon where there is no room for all.
    """

    def __init__(
        self,
        title: str,
        name: str,
        steps: Sequence[StepWords],
        selected: int,
        *,
        head: tuple[str, str],
    ) -> None:
        self.title = title
        self.name = name
        self.head = head
        self._head = Rect()
        self.list = StepList(name, steps, selected)
        self.detail = Page(f"{name}-detail", self.build(selected))
        self._cards = (Rect(), Rect())

    def build(self, index: int) -> Piece:
        """The detail of one step."""
        raise NotImplementedError

    @property
    def selected(self) -> int:
        """The index of the selected step."""
        return self.list.selected

    def widgets(self) -> list[Widget]:
        """The list, then the detail."""
        return [self.list, self.detail]

    def layout(self, fonts: Fonts, area: Rect) -> None:
        """Give the list what it needs, and the detail the rest."""
        inner = area.inset(PAD, GAP)
        wide = min(max(430.0 * fonts.text_scale, inner.w * 0.36), inner.w * 0.44)
        left, right = cut_left(inner, wide, GAP)
        self._cards = (left, right)
        within = Rect(left.x + 14, left.y + 14, left.w - 22, left.h - 28)
        self._head, rows = cut_top(within, fonts.leading("heading"), 10)
        self.list.lay(fonts, rows)
        self.detail.lay(
            fonts, Rect(right.x + PAD, right.y + PAD, right.w - PAD - 8, right.h - 2 * PAD)
        )

    def draw(self, canvas: Canvas) -> None:
        """Draw the two cards."""
        for card in self._cards:
            canvas.card(card)
        head = self._head._replace(w=self.list.width)
        left = canvas.text(self.head[0], head, "heading", lines=1).right + 12
        muted, words = canvas.theme.muted, self.head[1]
        if canvas.fonts.width(words, "caption") > head.right - left:
            words = words.partition(":")[0]
        canvas.text(words, head, "caption", muted, align="right", valign="middle")

    def show(self, index: int) -> Widget:
        """Select a step and show its detail from the beginning; returns its row."""
        row = self.list.select(index)
        self.detail.show(self.build(index))
        return row

    def select(self, action: Action) -> Widget | None:
        """Select the step a row asks for."""
        if action.name != f"{self.name}-row" or not isinstance(action.value, int):
            return None
        return self.show(action.value)
