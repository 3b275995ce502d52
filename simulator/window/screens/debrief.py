"""The review after a play: calm, exact, and in views of one idea each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from simulator.game.debrief import STARS, Debrief
from simulator.game.play import Play
from simulator.game.review_words import personal_best
from simulator.problems import StoreError
from simulator.window.canvas import Canvas
from simulator.window.header import Header
from simulator.window.layout import Rect
from simulator.window.screen import Screen
from simulator.window.screens.debrief_buyer import BuyerView
from simulator.window.screens.debrief_ending import ending_view
from simulator.window.screens.debrief_line import BestLineView
from simulator.window.screens.debrief_moves import MovesView
from simulator.window.screens.debrief_overview import OverviewView
from simulator.window.screens.debrief_view import View
from simulator.window.theme import GAP, PAD
from simulator.window.widgets import Action, Button, Tabs
from simulator.window.widgets.button import ButtonKind

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

NAMES: Final = {"home": "Main menu", "board": "Leaderboard"}
"""The words of the buttons that are signs where the bar has no room for them."""
MOVES = 1
"""The index of the view of moves among the tabs."""


class DebriefScreen(Screen):
    """The review of a finished play, or of a what-if, which is recorded nowhere.

    ``what_if`` says in a few words what was changed, and is empty for a true play.
    """

    def __init__(self, flow: Flow, review: Debrief, play: Play, what_if: str = "") -> None:
        super().__init__()
        self.flow = flow
        self.review = review
        self.play = play
        self.what_if = what_if
        self.overview = OverviewView(review, play, self._standing())
        self.moves = MovesView(review, play)
        self.line = BestLineView(review, play)
        self.views: list[View] = [
            self.overview,
            self.moves,
            BuyerView(review, play),
            ending_view(review, play, places=flow.for_authors),
            self.line,
        ]
        self.tabs = Tabs("views", [view.title for view in self.views])
        self.header = self._header()
        self._gather()

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self.views[self.tabs.chosen]

    def _header(self) -> Header:
        scenario = self.play.scenario
        if self.what_if:
            caption = "What if · never recorded"
            return Header(caption, self.what_if, "Back to your own run")
        following = self.flow.following(self.flow.level)
        # What comes next stands out: the next level, or this one until it is done.
        done = self.review.stars > 0 if following else self.review.stars == len(STARS)
        aside = [
            Button("home", icon="home", kind="quiet", tip="Main menu"),
            Button("board", icon="trophy", kind="quiet", tip="Leaderboard of this level"),
            Button(
                "again",
                "Play again",
                icon="replay",
                kind="secondary" if done else "primary",
                tip="Another day, and maybe another buyer",
            ),
        ]
        onward: ButtonKind = "primary" if done else "secondary"
        if following:
            aside.append(Button("next", "Next level", kind=onward, tip=following.scenario.title))
        elif done:
            aside.append(Button("progress", "Progress", kind=onward, icon="chart"))
        caption = f"Review · {scenario.prospect.company}"
        return Header(caption, scenario.title, "To the levels", aside)

    def _standing(self) -> str:
        """How the score stands to the player's earlier ones."""
        if self.what_if:
            return "A what-if: it is on no board."
        session = self.flow.session
        try:
            others = session.other_scores(self.review.run)
        except StoreError:
            return "Your earlier runs cannot be read just now."
        return personal_best(self.review.score, others, guest=session.player is None)

    def _gather(self) -> None:
        self.widgets = [*self.header.widgets, self.tabs, *self.view.widgets()]

    def enter(self) -> None:
        """Begin at the tabs, so that the arrows lead through the views."""
        self.app.focus(self.tabs, ring=False)

    def layout(self, size: Rect) -> None:
        """Put the tabs into the bar where there is room, else below it; name what fits."""
        fonts = self.fonts
        wide, high = self.tabs.width(fonts), self.tabs.height(fonts, 0)
        rest = self.header.place(fonts, size)
        for in_bar, named in ((True, True), (True, False), (False, True), (False, False)):
            rest = self._place_bar(size, named=named)
            left, right = self._room()
            if left + (wide if in_bar else 0.0) <= right:
                break
        if left + wide <= right:
            middle = self.header.bar.middle[1]
            self.tabs.place(Rect(right - wide, middle - high / 2, wide, high))
        else:
            wide = min(size.w - 2 * PAD, max(wide, 760.0))
            self.tabs.place(Rect(size.x + PAD, self.header.bar.bottom + GAP, wide, high))
            rest = rest._replace(y=rest.y + GAP + high, h=rest.h - GAP - high)
        self.view.layout(fonts, rest)

    def _place_bar(self, size: Rect, *, named: bool) -> Rect:
        """Place the bar; ``named`` gives the buttons that have a sign their words too."""
        for button in self.header.aside:
            if button.name in NAMES:
                button.text = NAMES[button.name] if named else ""
        return self.header.place(self.fonts, size)

    def _room(self) -> tuple[float, float]:
        """Where the title ends in the bar, and where the buttons begin."""
        fonts, header = self.fonts, self.header
        title = max(fonts.width(header.title, "heading"), fonts.width(header.caption, "caption"))
        starts = [button.rect.x for button in header.aside]
        return header.back.rect.right + 14 + title + 24, min([*starts, header.bar.right - 4]) - 16

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and what the view paints."""
        self.header.draw(canvas)
        self.view.draw(canvas)

    def back(self) -> None:
        """Leave: from a what-if to the true run, else to the levels."""
        if self.what_if:
            self.app.pop()
        else:
            self.flow.choose_level()

    def show(self, view: int) -> None:
        """Turn to another view."""
        self.tabs.chosen = view
        self._gather()
        self.invalidate()

    def show_move(self, index: int) -> None:
        """Turn to the moves, at one of them."""
        self.show(MOVES)
        self.app.focus(self.moves.show(index), ring=True)

    def act(self, action: Action) -> None:
        """Turn to a view, answer a button, or let the view do it."""
        if action.name == "views":
            self.show(self.tabs.chosen)
        elif action.name == "look" and self.overview.first.move is not None:
            self.show_move(self.overview.first.move)
        elif action.name == "chart" and action.final and isinstance(action.value, int):
            self.show_move(max(0, action.value))
        elif action.name == "what-if":
            self._ask_what_if()
        elif not self._leave(action.name):
            focus = self.view.select(action)
            if focus:
                self.app.focus(focus, ring=self._ring())
                self.invalidate()

    def _ring(self) -> bool:
        """Whether the focus shows: it does not appear out of a click."""
        return self.focus is not None and self.focus.ring

    def _leave(self, name: str) -> bool:
        ways = {
            "back": self.back,
            "home": self.flow.home,
            "board": lambda: self.flow.board(self.flow.level),
            "again": self.flow.again,
            "next": self._next,
            "progress": self.flow.progress,
        }
        if name not in ways:
            return False
        ways[name]()
        return True

    def _next(self) -> None:
        following = self.flow.following(self.flow.level)
        if following:
            self.flow.brief(following)

    def _ask_what_if(self) -> None:
        from simulator.window.screens.debrief_what_if import WhatIfScreen

        self.app.push(WhatIfScreen(self.flow, self.review, self.play, self.moves.selected))


def gallery_screens() -> list[Shot]:
    """Every view, of a weak and of a perfect run, and a what-if."""
    views = ("overview", "moves", "buyer", "ending", "best-line")
    found: list[Shot] = [
        (f"debrief-{name}", partial(_reviewed, view=at)) for at, name in enumerate(views)
    ]
    found.append(("debrief-perfect", partial(_reviewed, policy="best")))
    found.append(("debrief-what-if", _asking))
    return found


def _reviewed(flow: Flow, view: int = 0, policy: str = "random") -> DebriefScreen:
    """The review of a bot's run on the last level of the list, turned to a view."""
    from simulator.game.debrief import debrief
    from simulator.game.policy import Policy
    from simulator.window.gallery import at_end

    at_end(flow, flow.session.levels[-1].scenario.id, 3, Policy(policy))
    screen = DebriefScreen(flow, debrief(flow.play, flow.level.scorer()), flow.play)
    screen.show(view)
    return screen


def _asking(flow: Flow) -> Screen:
    from simulator.window.screens.debrief_what_if import WhatIfScreen

    shown = _reviewed(flow)
    return WhatIfScreen(flow, shown.review, shown.play, shown.review.turning_point or 0)
