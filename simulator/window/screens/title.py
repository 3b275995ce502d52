"""The first thing a person sees: whom they will meet, and one way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.window.art.figures import bubble_tail_down_svg
from simulator.window.art.people import Portrait
from simulator.window.art.places import PERSON_X, Part, front_svg, place_svg
from simulator.window.art.scene import HEIGHT, TABLE
from simulator.window.canvas import Canvas
from simulator.window.dialog import Dialog
from simulator.window.faces import draw_bust, player_portrait, prospect_portrait
from simulator.window.layout import Rect
from simulator.window.person_card import PersonCard
from simulator.window.screen import Screen
from simulator.window.theme import RISE
from simulator.window.widgets import Action, Button, ScrollArea, Widget
from simulator.window.widgets.scroll import GUTTER
from simulator.window.work import Task, do_nothing

if TYPE_CHECKING:
    from simulator.store.model import Player
    from simulator.store.session import Pending
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

NAME = "Pitchcraft"
PROMISE = "Practise a whole sale. See what every choice was worth."
BUBBLE = "“Convince me.”"
PLACE = "cafe"
EDGE = 48.0
MARGIN = 24.0
INSIDE = 40.0
CARD = 448.0
MARK = 52.0
BEHIND = 0.24
"""The most of a person that the counter hides."""
HAIR = 0.2
"""Of the width of a person's picture, how far the hair reaches from its middle, about."""
CLEAR = 20.0
"""Room for the tail of the bubble above a person right below it, whose hair may stand high."""
BLINK_EVERY = 2.3
BLINK = 0.13


class TitleScreen(Screen):
    """The name, the promise and the ways in, before a room with people of the scenarios.

    Made without a flow it can be shown before anything is loaded: what is pressed meanwhile is
    remembered, and done as soon as :meth:`welcome` brings the flow.
    """

    def __init__(self, flow: Flow | None = None) -> None:
        super().__init__()
        self.flow: Flow | None = None
        self.people: tuple[Portrait, ...] = ()
        self.risen = 1.0
        self.blinking: int | None = None
        self._turn = 0
        self._unblink: Task = do_nothing
        self.card = Rect()
        self.brief = 0
        """How much gives way for want of room: the mark stands beside the name, then the promise is
        left out, then the mark as well."""
        self._wish: Action | None = None
        self._pending: Pending | None = None
        self.continue_card: PersonCard | None = None
        self.play_button = Button("play", "Play", kind="primary", icon="play")
        self.board_button = Button("board", "Leaderboard", icon="trophy")
        self.progress_button = Button("progress", "Progress", icon="chart")
        self.player_card = _player_card(None)
        self.settings_button = Button("settings", "Settings", icon="gear")
        self.quit_button = Button("quit", "Quit")
        self.body = ScrollArea("body", self._paint)
        if flow:
            self._know(flow)
        self.widgets = [self.body]

    def _know(self, flow: Flow) -> None:
        """Take up who plays, whom they will meet, and what they left unfinished."""
        self.flow = flow
        levels = flow.session.levels
        self.people = tuple(prospect_portrait(level.scenario) for level in levels[:3])
        self._pending = flow.pending()
        if self._pending:
            scenario = self._pending.level.scenario
            self.continue_card = PersonCard(
                "continue",
                prospect_portrait(scenario),
                f"Continue with {scenario.prospect.name}",
                caption=scenario.title,
                note=f"You are at: {self._pending.stage_name}",
                strong=True,
            )
            self.play_button.text, self.play_button.kind = "Play another level", "secondary"
        player = flow.session.player
        if player:
            self.player_card = _player_card(player)

    def welcome(self, flow: Flow) -> None:
        """Let the people come in, and do what was asked for meanwhile."""
        self._know(flow)
        self.invalidate()
        self.app.animate(RISE, self._rise)
        self._look_ahead()
        if self.continue_card and self.focus is self.play_button:
            self.app.focus(self.continue_card, ring=self.play_button.ring)
        self._tell()
        if self._wish:
            self.act(self._wish)

    def _rise(self, part: float) -> None:
        self.risen = part
        self.invalidate()

    def leave(self) -> None:
        """Let the people rest."""
        self._unblink()

    def _blink(self) -> None:
        """Let one person after the other close their eyes for a moment."""
        if self.blinking is None and self.people:
            self._turn += 1
            self.blinking = self._turn % len(self.people)
        else:
            self.blinking = None
        self.invalidate()
        pause = BLINK_EVERY if self.blinking is None else BLINK
        self._unblink = self.app.after(pause, self._blink)

    def enter(self) -> None:
        """Begin with the focus on what is most likely wanted."""
        if not self.app.reduced_motion:
            self._unblink = self.app.after(BLINK_EVERY, self._blink)
        if self.flow:
            self._tell()
            self._look_ahead()
        if self.app.top is self:
            self.app.focus(self.continue_card or self.play_button, ring=False)

    def _look_ahead(self) -> None:
        """Draw the levels ahead, to which most leads."""
        from simulator.window.screens.levels import LevelsScreen
        from simulator.window.stage.ahead import Ahead, rehearse

        flow = self.flow
        assert flow is not None
        Ahead(self).plan(rehearse(self.app, lambda: LevelsScreen(flow)))

    def _tell(self) -> None:
        """Say what the store had to repair, once."""
        assert self.flow is not None
        messages = self.flow.session.store.messages
        if messages:
            text = "\n\n".join(messages)
            messages.clear()
            buttons = [Button("ok", "All right", kind="primary")]
            self.app.push(Dialog("Something was put right", text, buttons))

    # Placing.

    def layout(self, size: Rect) -> None:
        """Put a card on the calm side of the room; it scrolls when the text is very large."""
        fonts = self.fonts
        wide = min(CARD * max(1.0, fonts.text_scale * 0.8), size.w * 0.62)
        room = wide - 2 * INSIDE
        ways = self._ways(room)
        heights = [max(self._high(way, room) for way in row) for row in ways]
        below = sum(heights) + 12 * (len(heights) - 1)
        most = size.h - 2 * (MARGIN + INSIDE) - below
        fits = (brief for brief in range(3) if self._words_height(room, brief) <= most)
        self.brief = next(fits, 3)
        head = self._words_height(room, self.brief)
        content = head + below
        tall = min(content + 2 * INSIDE, size.h - 2 * MARGIN)
        self.card = Rect(EDGE, (size.h - tall) / 2, wide, tall)
        inner = self.card.inset(INSIDE)
        self.body.place(inner._replace(w=inner.w + GUTTER))
        y = inner.y + head
        for row, high in zip(ways, heights, strict=True):
            w = (inner.w - 12 * (len(row) - 1)) / len(row)
            for i, way in enumerate(row):
                way.place(Rect(inner.x + i * (w + 12), y, w, high))
            y += high + 12
        self.body.fill(content, [way for row in ways for way in row])

    def _high(self, way: Widget, width: float) -> float:
        """The height of a way on: the one to take is larger than the others."""
        strong = isinstance(way, Button) and way.kind == "primary"
        return way.height(self.fonts, width) + (16 if strong else 6)

    def _ways(self, room: float) -> list[list[Widget]]:
        """The ways on, in rows; side by side only where both fit on one line."""
        fonts = self.fonts
        half = (room - 12) / 2
        ways: list[list[Widget]] = [[self.continue_card]] if self.continue_card else []
        ways += [[self.play_button], [self.player_card]]
        for pair in (
            (self.progress_button, self.board_button),
            (self.settings_button, self.quit_button),
        ):
            fits = all(way.width(fonts) <= half for way in pair)
            ways += [list(pair)] if fits else [[way] for way in pair]
        return ways

    def _words_height(self, width: float, brief: int) -> float:
        """The height of mark, name and promise, and the room between them and the buttons.

        Where not all of it has room, words give way: whoever needs large text may need the
        settings, which stand last.
        """
        fonts = self.fonts
        if brief == 3:
            return fonts.leading("title") + 16
        name = self._name(brief, Rect(w=width))
        if brief == 2:
            return name.bottom + 24
        promise = fonts.height(PROMISE, "body" if brief else "lead", width)
        return name.bottom + 10 + promise + (24 if brief else 40)

    def _name(self, brief: int, area: Rect) -> Rect:
        """Where the name stands: below the mark, or beside it where there is little room."""
        high = self.fonts.leading("display")
        if not brief:
            return Rect(area.x, area.y + MARK + 18, area.w, high)
        return Rect(area.x + MARK + 18, area.y, area.w - MARK - 18, high)

    # Drawing.

    def draw(self, canvas: Canvas) -> None:
        """Draw the room, the people in it, and the card."""
        size = canvas.size
        dark = canvas.theme.night
        area = Rect(self.card.right, 0, size.w - self.card.right, size.h)
        # The room is drawn around a person, who should stand in the middle of what is free.
        wide = max((area.middle[0] + 24) / PERSON_X, size.h * 1.6)
        room = Rect(area.middle[0] + 24 - wide * PERSON_X, 0, wide, size.h)
        if room.right < size.w:
            room = room._replace(w=size.w - room.x)
        whole, covered = canvas.pixels(room), canvas.pixels(self.card).right
        part = Part(-whole.x, 0, *canvas.surface.get_size())
        key = (PLACE, dark, whole.size, part, covered)
        canvas.picture(
            ("place", *key),
            lambda _w, _h: place_svg(PLACE, *whole.size, dark=dark, part=part),
            size,
        )
        seats = self._seats(area)
        for at, (portrait, seat, mood) in reversed(list(enumerate(seats))):
            shown = seat.moved(0, seat.h * 0.75 * (1 - self.risen))
            draw_bust(canvas, portrait, shown, mood, blink=at == self.blinking)
        canvas.picture(
            ("front", *key),
            lambda _w, _h: front_svg(PLACE, *whole.size, dark=dark, part=part, covered=covered),
            size,
        )
        canvas.next_layer()
        if seats and self.risen == 1.0:
            self._draw_bubble(canvas, seats, area)
        canvas.card(self.card, radius=24)

    def _seats(self, area: Rect) -> list[tuple[Portrait, Rect, str]]:
        """Where each person sits, and how they look."""
        step = min(area.w * 0.29, area.h * 0.36)
        high = min(area.h * 0.7, area.w * 0.7)
        spots = [(0.0, 1.0, "interested"), (-step, 0.86, "sceptical"), (step, 0.88, "delighted")]
        if len(self.people) == 2:
            spots = [(step * 0.5, 1.0, "interested"), (-step * 0.6, 0.86, "sceptical")]
        seats = []
        for portrait, (dx, size, mood) in zip(self.people, spots, strict=False):
            w, h = high * size * 5 / 6, high * size
            # Shoulders show above the counter, however small the people are.
            bottom = min(area.bottom, area.bottom * TABLE / HEIGHT + h * BEHIND)
            seat = Rect(area.middle[0] + 10 + dx - w / 2, bottom - h, w, h)
            seats.append((portrait, seat, mood))
        return seats

    def _draw_bubble(
        self, canvas: Canvas, seats: list[tuple[Portrait, Rect, str]], area: Rect
    ) -> None:
        """Let somebody say what the game is about, where there is room above them."""
        fonts, theme = canvas.fonts, canvas.theme
        seat = seats[-1 if len(seats) < 3 else 1][1]
        w, h = fonts.width(BUBBLE, "title") + 52, fonts.leading("title") + 28
        x = min(max(seat.middle[0] - w * 0.6, area.x + 20), area.right - w - 20)
        # Whoever reaches as high as the bubble and stands below it must not be covered; and a
        # bubble that has to stand so high is theirs, as it is far from the other.
        near = [
            other for _, other, _ in seats
            if abs(other.middle[0] - x - w / 2) < w / 2 + other.w * HAIR
        ]  # fmt: skip
        seat = min([seat, *near], key=lambda one: one.y)
        box = Rect(x, seat.y - h - (CLEAR if seat in near else 4), w, h)
        if box.x < area.x + 20 or box.y < 20:
            return
        edge = theme.rim
        canvas.panel(box, theme.card, radius=22, border=edge, width=2, shadow=theme.shadow)
        tail = Rect(min(max(seat.middle[0] - 4, x + 30), box.right - 60), box.bottom - 2, 30, 22)
        canvas.picture(
            ("tail-down", theme.card, edge),
            lambda w, h: bubble_tail_down_svg(theme.card, w, h, edge=edge),
            tail,
        )
        canvas.text(BUBBLE, box, "title", align="center", valign="middle")

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        if self.brief == 3:
            canvas.text(NAME, area._replace(h=fonts.leading("title")), "title")
            return
        name = self._name(self.brief, area)
        mark = Rect(area.x, name.middle[1] - MARK / 2 if self.brief else area.y, MARK, MARK)
        canvas.panel(mark, theme.primary.fill, radius=16)
        canvas.icon("handshake", *mark.middle, MARK * 0.62, theme.on_primary)
        canvas.text(NAME, name, "display")
        if self.brief < 2:
            role = "body" if self.brief else "lead"
            high = fonts.height(PROMISE, role, area.w)
            promise = Rect(area.x, name.bottom + 10, area.w, high)
            canvas.text(PROMISE, promise, role, theme.muted)

    # Answering.

    def act(self, action: Action) -> None:
        """Go where a button leads."""
        flow = self.flow
        if action.name == "quit":
            self.app.quit()
        elif flow is None:
            self._wish = action
        elif action.name == "continue" and self._pending:
            flow.resume(self._pending.run)
        elif action.name == "board":
            flow.board(None)
        elif action.name == "progress":
            flow.progress()
        elif action.name == "players":
            flow.players()
        elif action.name == "settings":
            flow.settings()
        else:
            flow.enter()

    def back(self) -> None:
        """Stay: the title is left by its buttons alone."""


def _player_card(player: Player | None) -> PersonCard:
    """Who plays, smaller than the play to continue; it leads to the players."""
    if player is None:
        card = PersonCard("players", None, "Choose a player")
    else:
        portrait = player_portrait(player)
        card = PersonCard("players", portrait, player.handle, caption="Playing as")
        card.tip = "Change the player"
    card.small = True
    return card


def gallery_screens() -> list[Shot]:
    """The title as it opens, for a new player and with a play to continue."""
    return [
        ("title-opening", lambda _: TitleScreen()),
        ("title", TitleScreen),
    ]
