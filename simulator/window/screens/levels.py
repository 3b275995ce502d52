"""The levels: whom one can sell to, what each trains, and how far one has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.problems import ScenarioError
from simulator.store.levels import level_from_text
from simulator.window.canvas import Canvas
from simulator.window.header import Header
from simulator.window.layout import Rect, Share, columns, cut_top
from simulator.window.level_card import LevelCard, Reached
from simulator.window.level_map import LevelStop, draw_land, draw_trail, place_stops, standings
from simulator.window.level_notice import BrokenLevels, NoLevels
from simulator.window.screen import Screen
from simulator.window.stage.ahead import Ahead, rehearse
from simulator.window.theme import GAP, PAD
from simulator.window.widgets import Action, Button, ScrollArea, Widget
from simulator.window.widgets.clipboard import COPIED, put_clip
from simulator.window.widgets.scroll import GUTTER

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

PANEL = 420.0
"""The width of the card about one level at text scale 1."""
INSIDE = 10.0


class LevelsScreen(Screen):
    """The way through the levels, and beside it a card about the one looked at.

    No level is ever closed: the order is a recommendation, which the card explains. Grown people
    and their trainers know best where to begin; what a leap costs is said instead, as the first
    play of a level is the one that counts on the board.
    """

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self.flow = flow
        player = flow.session.player
        caption = "Guest · not on the leaderboard"
        if player:
            caption = f"{player.handle} · {player.team}" if player.team else player.handle
        self.header = Header(
            caption,
            "Choose a level",
            "Back to the title",
            [
                Button("players", "Players", icon="people"),
                Button("progress", "Progress", icon="chart"),
                Button("board", "Leaderboard", icon="trophy"),
            ],
        )
        reached = _reached(flow)
        stands = standings(reached)
        self.stops = [
            LevelStop(f"level/{number}", level.scenario, one, number, standing)
            for number, (level, one, standing) in enumerate(
                zip(flow.session.levels, reached, stands, strict=True), 1
            )
        ]
        self.at = stands.index("next") if "next" in stands else 0
        self._arrived = False
        self.card = self._card()
        self.play_button = Button("play", self._call(), kind="primary", icon="play")
        self.broken = BrokenLevels(flow.failed) if flow.failed else None
        self.none = None if self.stops else NoLevels()
        self.map = self.panel = Rect()
        self.area = ScrollArea("levels", self._paint)
        self.about = ScrollArea("about", self._paint_card)
        self.widgets = [*self.header.widgets, *([self.broken.button] if self.broken else [])]
        self.widgets += (
            [self.none.button] if self.none else [self.area, self.about, self.play_button]
        )

    def _card(self) -> LevelCard | None:
        """The card about the level looked at."""
        if not self.stops:
            return None
        stop = self.stops[self.at]
        note = ""
        if stop.standing == "ahead" and not stop.reached.stage_name:
            before = self.stops[self.at - 1].scenario.title
            note = (
                f"Best after “{before}”, which prepares for it. You can still play it now; your"
                " first run is the one the leaderboard counts."
            )
        return LevelCard(stop.scenario, stop.reached, self.at + 1, note)

    def _call(self) -> str:
        if not self.stops:
            return "Play"
        stop = self.stops[self.at]
        if stop.reached.stage_name:
            return f"Continue: {stop.reached.stage_name}"
        return {"played": "Play again", "ahead": "Play it now"}.get(stop.standing, "Play")

    def enter(self) -> None:
        """Begin on the first level not played yet, else on the first."""
        first: Widget = self.stops[self.at] if self.stops else self.header.back
        self.app.focus(self.none.button if self.none else first, ring=True)
        if self.stops:
            Ahead(self).plan(rehearse(self.app, self._following))

    def _following(self) -> Screen:
        """The briefing of the level looked at."""
        from simulator.window.screens.briefing import BriefingScreen

        return BriefingScreen(self.flow, self.flow.session.levels[self.at])

    def attend(self, widget: Widget) -> None:
        """Show the level the focus has come to."""
        if isinstance(widget, LevelStop) and self.stops[self.at] is not widget:
            self.at = self.stops.index(widget)
            self._arrived = not widget.ring
            self.card = self._card()
            self.play_button.text = self._call()
            self.about.scroll_to(0)
            self.invalidate()

    # Placing.

    def layout(self, size: Rect) -> None:
        """Place the way at the left, and the card about a level at the right."""
        fonts = self.fonts
        page = self.header.place(fonts, size).inset(PAD, GAP)
        self.map = page
        if self.stops:
            wide = max(PANEL * max(1.0, fonts.text_scale * 0.8), page.w * 0.34)
            self.map, self.panel = columns(page, (Share(), wide), GAP)
            self._place_panel()
        for at, stop in enumerate(self.stops):
            stop.shown = at == self.at
        inner = self.map.inset(INSIDE)
        if self.broken:
            _, inner = cut_top(inner, self.broken.place(fonts, inner.inset(6)) + 12)
        if self.none:
            self.none.place(fonts, inner)
            return
        self.area.place(inner._replace(w=inner.w + 2))
        room = Rect(inner.x, inner.y, self.area.width, inner.h)
        total = max(place_stops(self.stops, fonts, room), room.h)
        self.area.fill(total, self.stops)
        if self.focus in self.stops:
            # The focus is given before the stops have their places, on entering at the latest.
            self.area.reveal(self.focus.rect)

    def _place_panel(self) -> None:
        fonts, inner = self.fonts, self.panel.inset(PAD)
        high = self.play_button.height(fonts, inner.w) + 8
        rest, foot = inner._replace(h=inner.h - high - 14), inner
        self.play_button.place(Rect(foot.x, foot.bottom - high, foot.w, high))
        self.about.place(rest._replace(w=rest.w + GUTTER))
        assert self.card is not None, "a panel is about a level"
        self.card.fit(fonts, rest.w, rest.h)
        self.about.fill(max(rest.h, self.card.height(fonts, rest.w)))

    # Drawing.

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and the cards."""
        self.header.draw(canvas)
        if self.stops:
            canvas.card(self.map)
            draw_land(canvas, self.map.inset(1.5))
            canvas.edge(self.map)
            canvas.card(self.panel)
        for part in (self.broken, self.none):
            if part:
                part.draw(canvas)

    def _paint_card(self, canvas: Canvas, area: Rect) -> None:
        if self.card:
            self.card.paint(canvas, area)

    def _paint(self, canvas: Canvas, area: Rect) -> None:  # noqa: ARG002
        draw_trail(canvas, self.stops)

    def act(self, action: Action) -> None:
        """Open a level, or go where a button leads.

        A press on a level that was not looked at yet only shows it.
        """
        kind, _, _ = action.name.partition("/")
        arrived, self._arrived = self._arrived, False
        if kind in ("level", "play"):
            if not arrived:
                self.flow.brief(self.flow.session.levels[self.at])
        elif kind == "problems" and self.broken:
            self.app.push(self.broken.dialog())
        elif kind == "folder" and self.none:
            put_clip(self.none.folder)
            self.app.toast(COPIED)
        elif kind == "progress":
            self.flow.progress()
        elif kind == "players":
            self.flow.players()
        elif kind == "board":
            self.flow.board(None)
        else:
            self.back()

    def back(self) -> None:
        """Return to the title."""
        self.flow.home()


def _reached(flow: Flow) -> list[Reached]:
    """How far the present player has come on each level."""
    session = flow.session
    scores: dict[str, list[int]] = {}
    if session.player:
        for entry in session.store.runs(session.player.handle):
            if entry.score is not None:
                scores.setdefault(entry.run.digest, []).append(entry.score)
    begun = session.all_pending()
    found = []
    for level in session.levels:
        mine = scores.get(level.game.digest, [])
        stage = next((one.stage_name for one in begun if one.level is level), "")
        found.append(Reached(max(mine, default=None), len(mine), stage))
    return found


def gallery_screens() -> list[Shot]:
    """The way for a player, a new one and a guest, with many levels, a broken one, and none."""

    def guest(flow: Flow) -> Screen:
        flow.session.player = None
        return LevelsScreen(flow)

    def broken(flow: Flow) -> Screen:
        text = flow.session.levels[0].text
        for right, wrong in (("minutes:", "minuts:"), ("verdict: poor", "verdict: awful")):
            text = text.replace(right, wrong, 1)
        try:
            level_from_text(text, "my-level.yaml")
        except ScenarioError as error:
            flow.failed = (error,)
        return LevelsScreen(flow)

    def problems(flow: Flow) -> Screen:
        screen = broken(flow)
        flow.app.after(0.0, lambda: screen.act(Action("problems")))
        return screen

    def empty(flow: Flow) -> Screen:
        flow.session.levels = []
        return LevelsScreen(flow)

    def fresh(flow: Flow) -> Screen:
        flow.session.player = flow.session.store.add_player("Noor", "East")
        return LevelsScreen(flow)

    def ahead(flow: Flow) -> Screen:
        screen = fresh(flow)
        assert isinstance(screen, LevelsScreen)
        flow.app.after(0.0, lambda: flow.app.focus(screen.stops[-1]))
        return screen

    def many(flow: Flow) -> Screen:
        flow.session.levels = (flow.session.levels * 30)[:30]
        return LevelsScreen(flow)

    return [
        ("levels", LevelsScreen),
        ("levels-new-player", fresh),
        ("levels-ahead", ahead),
        ("levels-many", many),
        ("levels-guest", guest),
        ("levels-broken", broken),
        ("levels-problems", problems),
        ("levels-empty", empty),
    ]
