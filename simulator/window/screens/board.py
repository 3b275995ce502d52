"""The leaderboard: a level or all of them, players or teams, and those around oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.game.score import SCORE_MAX
from simulator.store.levels import Level
from simulator.store.model import By, Row
from simulator.window.around import Around, known_to
from simulator.window.canvas import Canvas
from simulator.window.faces import prospect_portrait
from simulator.window.header import Header
from simulator.window.layout import Rect, Share, columns, cut_top
from simulator.window.person_card import PersonCard
from simulator.window.podium import Podium
from simulator.window.screen import Screen
from simulator.window.theme import GAP, PAD
from simulator.window.widgets import Action, Button, Column, ScrollArea, Sorting, Table, Tabs
from simulator.window.widgets.scroll import GUTTER

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

COUNTS: Final[tuple[tuple[By, str], ...]] = (
    ("first", "First run"),
    ("best", "Best run"),
    ("latest", "Latest run"),
)
EMPTY = "Nobody is here yet. Finish a level, and your score will be the first."
EMPTY_TEAMS = "No team is here yet. Choose a team when you create a player, and finish a level."
ALL = "All levels"
INSIDE = 22.0
LEAST_ROWS = 5
RING = 8.0


class BoardScreen(Screen):
    """Levels at the left, the table in the middle, one's own surroundings at the right.

    With large text the levels and the surroundings take turns at the left.
    """

    def __init__(self, flow: Flow, level: Level | None) -> None:
        super().__init__()
        self.flow = flow
        self.level = level
        self.header = Header(
            "Leaderboard",
            ALL,
            "Back",
            [
                Button("progress", "Progress", icon="chart"),
                Button("play", "Play", kind="primary", icon="play"),
            ],
        )
        self.scopes = [
            PersonCard("scope/", None, ALL, icon="trophy"),
            *(_scope_card(at, one) for at, one in enumerate(flow.session.levels)),
        ]
        for scope in self.scopes:
            scope.choice = True
        self.counts = Tabs("counts", [name for _, name in COUNTS])
        self.kinds = Tabs("kinds", ["Players", "Teams"])
        self.panes = Tabs("panes", ["Levels", "You"])
        self.table = Table("table", [Column("")], [])
        self.known = known_to(flow.session)
        self.around = Around(flow.session, [], self.known)
        self.podium = Podium([], {}, team=False)
        self.player_button = Button("players", "Choose a player", icon="people")
        self.side = ScrollArea("side")
        self.own = ScrollArea("own", self._paint_own)
        self.rows: list[Row] = []
        self.wide = True
        self.left = self.middle = self.right = self.note = self.steps = Rect()
        self._read()

    @property
    def by(self) -> By:
        """Which run of a player counts."""
        return COUNTS[self.counts.chosen][0]

    @property
    def team(self) -> bool:
        """Whether teams are compared."""
        return self.kinds.chosen == 1

    @property
    def counted(self) -> str:
        """What a score on this board is."""
        run = COUNTS[self.counts.chosen][1].lower()
        if self.level:
            score = f"The score of each player's {run}, at most {SCORE_MAX}."
            mean = f"The average score of the members' {run}s, at most {SCORE_MAX}."
        else:
            score = f"The sum of each player's {run}s on all levels, at most {SCORE_MAX} a level."
            mean = (
                f"The average of the members' scores: the sum of their {run}s on all levels,"
                f" at most {SCORE_MAX} a level."
            )
        return mean if self.team else score

    def _read(self) -> None:
        """Ask the store for the rows, and make the table of them."""
        session = self.flow.session
        digests = {level.scenario.id: level.game.digest for level in session.levels}
        scenario = self.level.scenario.id if self.level else None
        self.rows = session.store.board(scenario, self.by, team=self.team, digests=digests)
        self.header.title = self.level.scenario.title if self.level else ALL
        for scope, level in zip(self.scopes, (None, *session.levels), strict=True):
            scope.selected = level is self.level
        self.around = Around(session, self.rows, self.known, team=self.team)
        self.podium = Podium(self.rows, self.known.players, team=self.team)
        self._make_table()

    def _make_table(self) -> None:
        wide = self.wide
        extra = [Column("With a run", 84, "right") if self.team else Column("Team", Share(1))]
        titles = [
            Column("Place", 60),
            Column("Team" if self.team else "Player", Share(1.5)),
            *(extra if wide else []),
            Column("Runs", 50, "right"),
            Column("Score", 60, "right"),
        ]
        lines = []
        for row in self.rows:
            more = str(row.members) if self.team else row.team
            name = row.name
            if not wide and more:
                name += f" · {more} with a run" if self.team else f" · {more}"
            about = [name, more] if wide else [name]
            lines.append([str(row.rank), *about, str(row.runs), str(row.score)])
        mine, sorting = self.around.mine, self.table.sorting
        if len(titles) != len(self.table.titles):
            sorting = Sorting(0)
        self.table = Table("table", titles, lines, marked=() if mine is None else (mine,))
        self.table.selected = mine or 0
        self.table.sort(sorting)
        self.table.enabled = bool(lines)
        self._gather()

    def _gather(self) -> None:
        """Take up the widgets that are in sight."""
        middle = [self.counts, self.kinds, *([self.table] if self.table.enabled else [])]
        if self.wide:
            self.widgets = [*self.header.widgets, self.side, *middle, self.own]
        else:
            pane = self.own if self.panes.chosen else self.side
            self.widgets = [*self.header.widgets, self.panes, pane, *middle]

    def enter(self) -> None:
        """Begin on what counts."""
        self.app.focus(self.counts, ring=True)

    # Placing.

    def layout(self, size: Rect) -> None:
        """Three columns, or two with large text."""
        wide = self.fonts.text_scale <= 1.25
        if wide != self.wide:
            self.wide = wide
            self._make_table()
        page = self.header.place(self.fonts, size).inset(PAD, GAP)
        if self.wide:
            shares = (Share(0.27), Share(0.48), Share(0.25))
            self.left, self.middle, self.right = columns(page, shares, GAP)
            self._place_scopes(self.left.inset(INSIDE))
            self._place_own(self.right.inset(INSIDE))
        else:
            self.left, self.middle = columns(page, (Share(0.42), Share(0.58)), GAP)
            inner = self.left.inset(INSIDE)
            top, pane = cut_top(inner, self.panes.height(self.fonts, inner.w), 14)
            self.panes.place(top)
            self._place_scopes(pane)
            self._place_own(pane)
        self._place_middle()

    def _place_own(self, inner: Rect) -> None:
        self.own.place(inner._replace(w=inner.w + GUTTER))
        high = self.around.settle(self.fonts, inner.w, inner.h)
        if self.flow.session.player:
            self.own.fill(high)
            return
        button = self.player_button
        wide = min(inner.w, button.width(self.fonts))
        box = Rect(inner.x, inner.y + high, wide, button.height(self.fonts, wide))
        button.place(box)
        self.own.fill(high + box.h + RING, [button])

    def _place_scopes(self, inner: Rect) -> None:
        self.side.place(Rect(inner.x, inner.y - RING, inner.w + GUTTER, inner.h + 2 * RING))
        wide, y = inner.w, inner.y
        for scope in self.scopes:
            scope.place(Rect(inner.x, y, wide, scope.height(self.fonts, wide) + 4))
            y = scope.rect.bottom + 10
        self.side.fill(y - 10 - inner.y + 2 * RING, self.scopes)

    def _place_middle(self) -> None:
        fonts, inner = self.fonts, self.middle.inset(INSIDE)
        high = self.counts.height(fonts, inner.w)
        counts, kinds = self.counts.width(fonts), self.kinds.width(fonts)
        row, rest = cut_top(inner, high, 10)
        if counts + kinds + 12 <= inner.w:
            spare = inner.w - 12 - counts - kinds
            self.counts.place(row._replace(w=counts + spare * 0.6))
            left = self.counts.rect.right + 12
            self.kinds.place(Rect(left, row.y, row.right - left, high))
        else:
            self.counts.place(row)
            below, rest = cut_top(rest, high, 10)
            self.kinds.place(below)
        said = self.counted
        self.note, rest = cut_top(rest, fonts.height(said, "small", rest.w), 12)
        steps = self.podium.height(fonts) + 18
        self.steps = Rect()
        # The steps give way where they would leave the table no room to be one.
        least = self.table.height(fonts, rest.w) * min(1.0, LEAST_ROWS / max(1, len(self.rows)))
        if len(self.rows) > 1 and rest.h - steps >= least:
            self.steps, rest = cut_top(rest, steps - 18, 18)
        self.table.place(rest)

    # Drawing.

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar, the cards, and what to do about an empty board."""
        self.header.draw(canvas)
        for card in (self.left, self.middle, *([self.right] if self.wide else [])):
            canvas.card(card)
        canvas.text(self.counted, self.note, "small", canvas.theme.muted)
        if self.steps.h:
            self.podium.draw(canvas, self.steps)
        if not self.rows:
            self._draw_empty(canvas)

    def _draw_empty(self, canvas: Canvas) -> None:
        theme, area = canvas.theme, self.table.rect
        text = EMPTY_TEAMS if self.team else EMPTY
        wide = min(area.w - 40, 420 * canvas.fonts.text_scale)
        high = canvas.fonts.height(text, "lead", wide)
        icon = min(72.0, area.h - high - 20)
        top = area.y + max(0.0, (area.h - high - icon - 20) / 2)
        if icon > 24:
            canvas.icon("trophy", area.middle[0], top + icon / 2, icon, theme.edge)
            top += icon + 20
        words = Rect(area.middle[0] - wide / 2, top, wide, high)
        canvas.text(text, words, "lead", theme.muted, align="center")

    def _paint_own(self, canvas: Canvas, area: Rect) -> None:
        self.around.draw(canvas, area)

    # Answering.

    def act(self, action: Action) -> None:
        """Show another board, or go and play."""
        kind, _, value = action.name.partition("/")
        if kind == "back":
            self.back()
        elif kind == "progress":
            self.flow.progress()
        elif kind == "players":
            self.flow.players()
        elif kind == "play" and self.level:
            self.flow.brief(self.level)
        elif kind == "play":
            self.flow.choose_level()
        elif kind == "scope":
            self.level = self.flow.session.levels[int(value)] if value else None
            self._show()
        elif kind in ("counts", "kinds"):
            self._show()
        elif kind == "panes":
            self._gather()
            self.invalidate()

    def _show(self) -> None:
        self._read()
        self.invalidate()


def _scope_card(at: int, level: Level) -> PersonCard:
    scenario = level.scenario
    return PersonCard(
        f"scope/{at}", prospect_portrait(scenario), scenario.title, note=scenario.prospect.company
    )


def gallery_screens() -> list[Shot]:
    """A board with rivals, of teams, of a level, for a guest, and an empty one."""
    from simulator.window.gallery import level_named

    def teams(flow: Flow) -> Screen:
        screen = BoardScreen(flow, None)
        screen.kinds.chosen = 1
        flow.app.after(0.0, lambda: screen.act(Action("kinds")))
        return screen

    def guest(flow: Flow) -> Screen:
        flow.session.player = None
        return BoardScreen(flow, None)

    def you(flow: Flow) -> Screen:
        screen = BoardScreen(flow, None)
        screen.panes.chosen = screen.counts.chosen = 1
        flow.app.after(0.0, lambda: screen.act(Action("counts")))
        flow.app.after(0.0, lambda: screen.act(Action("panes")))
        return screen

    return [
        ("board", lambda flow: BoardScreen(flow, None)),
        ("board-teams", teams),
        ("board-level", lambda flow: BoardScreen(flow, level_named(flow, "first-call"))),
        ("board-guest", guest),
        ("board-you", you),
    ]
