"""The levels: whom one can sell to, what each trains, and how far one has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import paths
from simulator.problems import ScenarioError
from simulator.window.canvas import Canvas
from simulator.window.header import Header
from simulator.window.layout import Rect, Share, center, columns, cut_top
from simulator.window.level_card import LevelCard, Reached
from simulator.window.level_map import LevelStop, draw_land, draw_trail, place_stops, standings
from simulator.window.screen import Screen
from simulator.window.stage.ahead import Ahead, rehearse
from simulator.window.theme import GAP, PAD
from simulator.window.widgets import Action, Button, ScrollArea, Widget

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

PANEL = 420.0
"""The width of the card about one level at text scale 1."""
RING = 8.0
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
        caption = "Guest, on no leaderboard"
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
        self.notice = _notice(flow)
        self._notice_at = self.map = self.panel = Rect()
        self.area = ScrollArea("levels", self._paint, ground="")
        self.about = ScrollArea("about", self._paint_card)
        panel = [self.about, self.play_button] if self.stops else []
        self.widgets = [*self.header.widgets, self.area, *panel]

    def _card(self) -> LevelCard | None:
        """The card about the level looked at."""
        if not self.stops:
            return None
        stop = self.stops[self.at]
        note = ""
        if stop.standing == "ahead" and not stop.reached.stage_name:
            before = self.stops[self.at - 1].scenario.title
            note = (
                f"Best after “{before}”, which prepares for it. You can play it now all the same;"
                " your first play is the one the leaderboard counts."
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
        self.app.focus(self.stops[self.at] if self.stops else self.header.back, ring=True)
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
        inner = self.map.inset(INSIDE, 2)
        if self.notice and self.stops:
            top = inner.inset(6, 14)
            high = fonts.height(self.notice, "body", top.w - 84) + 32
            self._notice_at = top._replace(h=high)
            _, inner = cut_top(inner, high + 22)
        self.area.place(inner._replace(w=inner.w + 2))
        room = Rect(inner.x, inner.y + RING, self.area.width, inner.h - 2 * RING)
        total = max(place_stops(self.stops, fonts, room), room.h)
        self.area.fill(total + 2 * RING, self.stops)
        if self.focus in self.stops:
            # The focus is given before the stops have their places, on entering at the latest.
            self.area.reveal(self.focus.rect)

    def _place_panel(self) -> None:
        fonts, inner = self.fonts, self.panel.inset(PAD)
        high = self.play_button.height(fonts, inner.w) + 8
        rest, foot = inner._replace(h=inner.h - high - 14), inner
        self.play_button.place(Rect(foot.x, foot.bottom - high, foot.w, high))
        self.about.place(rest._replace(w=rest.w + 14))
        assert self.card is not None, "a panel is about a level"
        self.about.fill(max(rest.h, self.card.height(fonts, rest.w - 4)))

    # Drawing.

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and the cards."""
        self.header.draw(canvas)
        if self.stops:
            canvas.card(self.map)
            draw_land(canvas, self.map.inset(1.5))
            canvas.card(self.panel)
            if self.notice:
                self._draw_notice(canvas, self._notice_at)

    def _paint_card(self, canvas: Canvas, area: Rect) -> None:
        if self.card:
            self.card.paint(canvas, area._replace(w=self.panel.w - 2 * PAD - 4))

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        draw_trail(canvas, self.stops)
        if self.notice and not self.stops:
            self._paint_empty(canvas, area._replace(h=self.area.rect.h))

    def _draw_notice(self, canvas: Canvas, box: Rect) -> None:
        shades = canvas.theme.tone("fair")
        canvas.panel(box, shades.tint, radius=16, border=shades.fill, width=1.5)
        top, _ = cut_top(box.inset(18, 16), canvas.fonts.leading("body"))
        canvas.icon("warning", top.x + 12, top.middle[1], 24, shades.text)
        words = Rect(top.x + 38, top.y, box.w - 84, box.h - 32)
        canvas.text(self.notice, words, "body", canvas.theme.ink)

    def _paint_empty(self, canvas: Canvas, area: Rect) -> None:
        wide = min(area.w, 640 * canvas.fonts.text_scale)
        high = canvas.fonts.height(self.notice, "lead", wide)
        box = center(area, wide, high + 88)
        canvas.icon("search", box.middle[0], box.y + 32, 64, canvas.theme.edge)
        words = box._replace(y=box.y + 88, h=high)
        canvas.text(self.notice, words, "lead", canvas.theme.muted, align="center")

    def act(self, action: Action) -> None:
        """Open a level, or go where a button leads.

        A press on a level that was not looked at yet only shows it.
        """
        kind, _, _ = action.name.partition("/")
        arrived, self._arrived = self._arrived, False
        if kind in ("level", "play"):
            if not arrived:
                self.flow.brief(self.flow.session.levels[self.at])
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


def _notice(flow: Flow) -> str:
    """What to say about levels that are missing or cannot be played; empty if all is well."""
    if not flow.session.levels and not flow.failed:
        return (
            "There is no level here. Put scenario files (their names end in .yaml) into the folder"
            f" {paths.own_scenarios_dir()}, or reinstall Pitchcraft."
        )
    return "\n".join(_said(error) for error in flow.failed)


def _said(error: ScenarioError) -> str:
    """One failed scenario in a line: the first problem, and where it stands."""
    if not error.problems:
        return str(error)
    first = error.problems[0]
    return f"{error} The first, in line {first.place.line}: {first.message}"


def gallery_screens() -> list[Shot]:
    """The way for a player, a new one and a guest, with many levels, a broken one, and none."""

    def guest(flow: Flow) -> Screen:
        flow.session.player = None
        return LevelsScreen(flow)

    def broken(flow: Flow) -> Screen:
        flow.failed = (ScenarioError("my-level.yaml cannot be played: it has 2 problems."),)
        return LevelsScreen(flow)

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
        ("levels-empty", empty),
    ]
