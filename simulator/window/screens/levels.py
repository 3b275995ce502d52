"""The levels: whom one can sell to, what each trains, and how far one has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import paths
from simulator.problems import ScenarioError
from simulator.store.levels import Level
from simulator.window.canvas import Canvas
from simulator.window.header import Header
from simulator.window.layout import Rect, center, cut_top, grid
from simulator.window.level_card import SCENE, LevelCard, Reached
from simulator.window.screen import Screen
from simulator.window.theme import GAP, PAD
from simulator.window.widgets import Action, Button, ScrollArea

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

CARD = 372.0
RING = 8.0


class LevelsScreen(Screen):
    """A card for each level; below them what could not be loaded, and why."""

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self.flow = flow
        player = flow.session.player
        caption = "You play as a guest, on no leaderboard"
        if player:
            caption = f"{player.handle} · {player.team}" if player.team else player.handle
        self.header = Header(
            caption,
            "Choose a level",
            "Back to the title",
            [
                Button("players", "Players", icon="people"),
                Button("board", "Leaderboard", icon="trophy"),
            ],
        )
        self.cards = [
            LevelCard(f"level/{number}", level.scenario, self._reached(level), number)
            for number, level in enumerate(flow.session.levels, 1)
        ]
        self.notice = _notice(flow)
        self._notice_at = Rect()
        self.area = ScrollArea("levels", self._paint)
        self.widgets = [*self.header.widgets, self.area]

    def _reached(self, level: Level) -> Reached:
        session, pending = self.flow.session, self.flow.pending(level)
        stage_name = pending.stage_name if pending else ""
        if session.player is None:
            return Reached(stage_name=stage_name)
        entries = session.store.runs(session.player.handle, level.scenario.id)
        scores = [
            entry.score
            for entry in entries
            if entry.score is not None and entry.run.digest == level.game.digest
        ]
        return Reached(max(scores, default=None), len(scores), stage_name)

    def enter(self) -> None:
        """Begin on the first level not played yet, else on the first."""
        fresh = next((card for card in self.cards if card.reached.best is None), None)
        card = fresh or (self.cards[0] if self.cards else None)
        self.app.focus(card or self.header.back, ring=True)

    def layout(self, size: Rect) -> None:
        """Place the cards in a grid that fills the page, or is scrolled."""
        fonts = self.fonts
        page = self.header.place(fonts, size).inset(PAD, GAP)
        # The area reaches to the edges above and below, so that no ring or shadow is cut.
        self.area.place(Rect(page.x, page.y - RING, page.w + 12, page.h + RING + GAP))
        room = page._replace(w=page.w - 6)
        note = fonts.height(self.notice, "body", room.w - 84) + 32 if self.notice else 0.0
        count = len(self.cards)
        across = int((room.w + GAP) / (CARD * max(1.0, fonts.text_scale * 0.9) + GAP))
        across = max(1, min(count, across))
        deep = -(-count // across) if count else 0
        wide = (room.w - GAP * (across - 1)) / across
        needed = max((card.height(fonts, wide) for card in self.cards), default=0.0)
        spare = room.h - (note + GAP if note else 0.0) - GAP * (deep - 1)
        high = max(needed, spare / deep) if deep else 0.0
        total = high * deep + GAP * max(0, deep - 1)
        cells = grid(room._replace(h=total), count, across, GAP)
        for card, cell in zip(self.cards, cells, strict=True):
            card.place(cell)
            card.picture = SCENE + cell.h - needed
        top = total + GAP if total else 0.0
        self._notice_at = Rect(room.x, room.y + top, room.w, note)
        self.area.fill(RING + (top + note if note else total) + GAP, self.cards)

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar."""
        self.header.draw(canvas)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        if not self.notice:
            return
        if not self.cards:
            self._paint_empty(canvas, area._replace(h=self.area.rect.h))
            return
        box = self._notice_at.moved(0, area.y - self.area.rect.y)
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
        """Open a level, or go where a button leads."""
        kind, _, number = action.name.partition("/")
        if kind == "level":
            self.flow.brief(self.flow.session.levels[int(number) - 1])
        elif kind == "players":
            self.flow.players()
        elif kind == "board":
            self.flow.board(None)
        else:
            self.back()

    def back(self) -> None:
        """Return to the title."""
        self.flow.home()


def _notice(flow: Flow) -> str:
    """What to say about levels that are missing or cannot be played; empty if all is well."""
    if not flow.session.levels and not flow.failed:
        return (
            "There is no level here. Put scenario files (their names end in .yaml) into the folder"
            f" {paths.scenarios_dir()}, or install Pitchcraft anew."
        )
    return "\n".join(_said(error) for error in flow.failed)


def _said(error: ScenarioError) -> str:
    """One failed scenario in a line: the first problem, and where it stands."""
    if not error.problems:
        return str(error)
    first = error.problems[0]
    return f"{error} The first, in line {first.place.line}: {first.message}"


def gallery_screens() -> list[Shot]:
    """The list for a player and for a guest, with a broken level, and with none at all."""

    def guest(flow: Flow) -> Screen:
        flow.session.player = None
        return LevelsScreen(flow)

    def broken(flow: Flow) -> Screen:
        flow.failed = (ScenarioError("my-level.yaml cannot be played: it has 2 problems."),)
        return LevelsScreen(flow)

    def empty(flow: Flow) -> Screen:
        flow.session.levels = []
        return LevelsScreen(flow)

    return [
        ("levels", LevelsScreen),
        ("levels-guest", guest),
        ("levels-broken", broken),
        ("levels-empty", empty),
    ]
