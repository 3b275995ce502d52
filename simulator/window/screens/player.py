"""Who plays: choose a player, make a new one, or go on as a guest."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from simulator.problems import StoreError
from simulator.store.model import Player
from simulator.store.names import HANDLE_MAX, TEAM_MAX, name_key
from simulator.window.canvas import Canvas
from simulator.window.faces import draw_face, player_portrait
from simulator.window.header import Header
from simulator.window.layout import Rect, columns, cut_top
from simulator.window.layout import flow as in_lines
from simulator.window.person_card import PersonCard
from simulator.window.screen import Screen
from simulator.window.theme import GAP, PAD
from simulator.window.widgets import Action, Button, ScrollArea, TextField, Widget
from simulator.window.widgets.scroll import GUTTER

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

ANOTHER_FACE = "Another face"
FIRST = "Who is selling today?"
ANOTHER = "New player"
NEW_NOTE = "Your name appears on the leaderboard of this computer. A nickname will do."
BRIEF_NOTE = "A nickname will do."
GUEST_NOTE = "Guests get the full review, but do not appear on the leaderboard."
TEAM_NOTE = "Leave it empty if you play for yourself."
TEAMS_NOTE = "Leave it empty if you play for yourself. Teams on this computer:"
SUGGESTED = ("Robin", "Alex", "Noa", "Sam", "Kim", "Remy", "Jo", "Toni", "Sascha", "Charlie")
"""Names for whoever has no keyboard at hand, or no idea."""
FACE = 200.0
HIGH_FACE = 300.0
LOW_FACE = 112.0
"""The height of the face where room is scarce."""
WIDEST = 560.0
"""The most width of a field at text scale 1."""
FORM = 720.0
INSIDE = 28.0
RING = 8.0
CLOSE = 7.0
"""The least room between two players, where a list a little too high is to be seen whole."""


class PlayerScreen(Screen):
    """A form for a new player, and beside it the players there are."""

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self.flow = flow
        self.players = flow.session.store.players()
        self.variant = 0
        self.header = Header("Pitchcraft", "Players", "Back")
        self.handle_field = TextField("handle", "Name", limit=HANDLE_MAX + 8)
        self.teams = [Button(f"team/{name}", name) for name in flow.session.store.teams()[:8]]
        note = TEAMS_NOTE if self.teams else TEAM_NOTE
        self.team_field = TextField("team", "Team", note=note, limit=TEAM_MAX + 8)
        self.suggest_button = Button("suggest", "Suggest a name", icon="bulb", kind="quiet")
        self.face_button = Button("face", ANOTHER_FACE, icon="dice", kind="quiet")
        self.new, start = (ANOTHER, "Create and play") if self.players else (FIRST, "Start playing")
        self.create_button = Button("create", start, kind="primary", icon="check")
        self.guest_button = Button("guest", "Play as guest", kind="quiet")
        self.form = ScrollArea("form", self._paint_form)
        self.list = ScrollArea("list", self._paint_list)
        self.cards = [self._card(player) for player in self.players]
        self.left = self.right = self.face = self.note = Rect()
        self.tight = self.note_scrolls = False
        self.widgets = [*self.header.widgets, self.form, *([self.list] if self.cards else [])]

    def _card(self, player: Player) -> PersonCard:
        present = self.flow.session.player
        plays = bool(present and present.handle == player.handle)
        team = player.team or "No team"
        return PersonCard(
            f"player/{player.handle}",
            player_portrait(player),
            player.handle,
            note=f"{team} · playing now" if plays else team,
            selected=plays,
        )

    @property
    def seed(self) -> str:
        """What the new player's face is drawn by: the name, and how often another was wanted."""
        name = self.handle_field.text.strip() or "new"
        return f"{name}/{self.variant}" if self.variant else name

    def enter(self) -> None:
        """Begin in the name for a first player, else on the player of the last time."""
        chosen = next((card for card in self.cards if card.selected), None)
        first = self.cards[0] if self.cards else None
        self.app.focus(chosen or first or self.handle_field, ring=True)

    # Placing.

    def layout(self, size: Rect) -> None:
        """Set the form in the middle, or beside the list of players; both as high as needed."""
        page = self.header.place(self.fonts, size).inset(PAD, GAP)
        self.tight = False
        if not self.cards:
            wide = min(page.w, FORM * max(1.0, self.fonts.text_scale * 0.8))
            self.left = Rect(page.x + (page.w - wide) / 2, page.y, wide, page.h)
            needed = self._place_form() + 2 * INSIDE
            high = min(page.h, needed)
            self.left = Rect(self.left.x, page.y + (page.h - high) * 0.4, wide, high)
        else:
            share = min(0.5, 0.38 * max(1.0, self.fonts.text_scale * 0.85))
            widths = (page.w * share, page.w * (1 - share) - GAP)
            self.right, self.left = columns(page, widths, GAP)
            needed = self._place_form() + 2 * INSIDE
            high = min(page.h, max(self._place_list() + 2 * INSIDE, needed))
            self.left, self.right = self.left._replace(h=high), self.right._replace(h=high)
            self._place_list()
        self.tight = needed > high
        self._place_form()

    def _place_list(self) -> float:
        """Place the players in their card; return how high they are together."""
        inner = self.right.inset(INSIDE)
        self.list.place(inner._replace(w=inner.w + GUTTER, h=inner.h + RING))
        y = inner.y + self.fonts.leading("heading") + 12
        heights = [card.height(self.fonts, inner.w) for card in self.cards]
        gap = 12.0
        over = y + sum(heights) + gap * (len(heights) - 1) - inner.bottom
        if 0 < over <= (gap - CLOSE) * (len(heights) - 1):
            gap -= over / (len(heights) - 1)
        for card, high in zip(self.cards, heights, strict=True):
            card.place(Rect(inner.x, y, inner.w, high))
            y = card.rect.bottom + gap
        self.list.fill(y - gap - inner.y + RING, self.cards)
        return self.list.content - RING

    def _place_form(self) -> float:
        """Place the form in its card, and below it what never scrolls; return how high both are."""
        inner = self.left.inset(INSIDE)
        y = inner.y + self._intro_height(inner.w)
        side = self._place_face(inner._replace(y=y))
        end = max(self._place_fields(side), self.face_button.rect.bottom)
        fields: list[Widget] = [
            self.handle_field, self.team_field, *self.teams, self.suggest_button, self.face_button
        ]  # fmt: skip
        buttons = (self.create_button, self.guest_button)
        wide = sum(button.width(self.fonts) for button in buttons) + 12
        row = side if wide <= side.w else inner
        stacked = wide > row.w
        if stacked:
            # Both would leave too little of the form to see: the guest's way goes along with it.
            end = self._place_push(self.guest_button, row._replace(y=end + 28))
            fields.append(self.guest_button)
        note = self.fonts.height(GUEST_NOTE, "small", row.w)
        self.note = Rect(row.x, end + (10 if stacked else 28), row.w, note)
        self.note_scrolls = stacked or self.tight
        if self.note_scrolls:
            end = self.note.bottom
        foot = self._place_foot(row, inner.bottom, stacked=stacked)
        self.form.place(inner._replace(w=inner.w + GUTTER, h=inner.h - foot - 20))
        self.form.fill(end - inner.y + RING, fields)
        return end - inner.y + RING + 20 + foot

    def _place_face(self, area: Rect) -> Rect:
        """Place the face at the top of an area; return where the fields may stand.

        They stand beside it where there is room for them and for the words below the face.
        """
        fonts, door = self.fonts, self.face_button
        least, wide = 280 * fonts.text_scale, door.width(fonts)
        if area.w - FACE - 28 >= least and wide <= FACE:
            push = door.height(fonts, wide)
            side = FACE
            if self.cards:
                # The list beside makes the card higher than the form needs: the face has the rest.
                low = self.left.bottom - INSIDE - push - 12 - RING
                side = min(max(FACE, low - area.y), HIGH_FACE, area.w - 28 - 1.5 * least)
                side = max(FACE, side)
            self.face = Rect(area.x, area.y, side, side)
            door.place(Rect(area.x, self.face.bottom + 12, side, push))
            room = min(area.w - side - 28, WIDEST * fonts.text_scale)
            return Rect(area.x + side + 28, area.y, room)
        self.face = Rect(area.x, area.y, LOW_FACE, LOW_FACE)
        high = door.height(fonts, wide)
        door.place(Rect(self.face.right + 20, self.face.middle[1] - high / 2, wide, high))
        return Rect(area.x, self.face.bottom + 16, area.w)

    def _place_push(self, button: Button, top: Rect) -> float:
        """Place a button as wide as it may be; return where it ends."""
        button.place(top._replace(h=button.height(self.fonts, top.w) + 8))
        return button.rect.bottom

    def _place_foot(self, row: Rect, bottom: float, *, stacked: bool) -> float:
        """Place what is always in sight above ``bottom``; return how high it is."""
        fonts, create = self.fonts, self.create_button
        wide = row.w if stacked else create.width(fonts)
        high = create.height(fonts, wide) + 8
        note = 0.0 if self.note_scrolls else self.note.h + 10
        top = bottom - high - note
        create.place(Rect(row.x, top, wide, high))
        if not stacked:
            beside = create.rect.right + 12
            self.guest_button.place(Rect(beside, top, self.guest_button.width(fonts), high))
        if note:
            self.note = self.note._replace(y=top + high + 10)
        self.widgets = [*self.header.widgets, self.form, create]
        self.widgets += [] if stacked else [self.guest_button]
        self.widgets += [self.list] if self.cards else []
        return high + note

    def _intro_height(self, width: float) -> float:
        fonts = self.fonts
        role = self._head_role
        words = fonts.height(self.new, role, width) + fonts.height(self._intro, "body", width)
        return words + 8 + 24

    @property
    def _intro(self) -> str:
        """What is said of the name: in short where the fields would be out of sight."""
        return BRIEF_NOTE if self.tight else NEW_NOTE

    @property
    def _head_role(self) -> str:
        """How the form is headed: beside the players like them, alone as the title of the page."""
        return "heading" if self.cards else "title"

    def _place_fields(self, side: Rect) -> float:
        """Place the fields, and the teams there are below theirs; return where they end."""
        fonts, name = self.fonts, Rect(side.x, side.y, side.w)
        door = self.suggest_button.width(fonts)
        beside = side.w - door - 12 >= 200 * fonts.text_scale
        name = name._replace(w=side.w - door - 12 if beside else side.w)
        self.handle_field.place(name._replace(h=self.handle_field.height(fonts, name.w)))
        box = self.handle_field.box(fonts)
        room = Rect(box.right + 12, box.y, door, box.h)
        if not beside:
            room = Rect(side.x, self.handle_field.rect.bottom + 10, min(door, side.w), 0)
            room = room._replace(h=self.suggest_button.height(fonts, room.w))
        self.suggest_button.place(room)
        y = max(room.bottom, self.handle_field.rect.bottom) + 14
        team = Rect(side.x, y, side.w, self.team_field.height(fonts, side.w))
        self.team_field.place(team)
        y = team.bottom + 10
        if not self.teams:
            return team.bottom
        high = self.teams[0].height(fonts, 1e6)
        row = Rect(side.x, y, side.w, 0)
        widths = [team.width(fonts) for team in self.teams]
        for button, rect in zip(self.teams, in_lines(row, widths, high, 8), strict=True):
            button.place(rect._replace(h=button.height(fonts, rect.w)))
        return self.teams[-1].rect.bottom

    # Drawing.

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and the cards under form and list."""
        self.header.draw(canvas)
        canvas.card(self.left)
        if self.cards:
            canvas.card(self.right)
        if not self.note_scrolls:
            canvas.text(GUEST_NOTE, self.note, "small", canvas.theme.muted)

    def _paint_form(self, canvas: Canvas, area: Rect) -> None:
        fonts, shift = canvas.fonts, area.y - self.form.rect.y
        role = self._head_role
        head, rest = cut_top(area, fonts.height(self.new, role, area.w), 8)
        canvas.text(self.new, head, role)
        note = rest._replace(h=fonts.height(self._intro, "body", rest.w))
        canvas.text(self._intro, note, "body", canvas.theme.muted)
        portrait = player_portrait(Player(self.seed))
        draw_face(canvas, portrait, self.face.moved(0, shift), radius=36)
        if self.note_scrolls:
            canvas.text(GUEST_NOTE, self.note.moved(0, shift), "small", canvas.theme.muted)

    def _paint_list(self, canvas: Canvas, area: Rect) -> None:
        head, _ = cut_top(area, canvas.fonts.leading("heading"))
        canvas.text("Continue as", head, "heading", lines=1)

    # Answering.

    def act(self, action: Action) -> None:
        """Take up what is typed, and go on as somebody."""
        kind, _, value = action.name.partition("/")
        if kind == "back":
            self.back()
        elif kind == "player":
            self.flow.become(next(one for one in self.players if one.handle == value))
        elif kind == "guest":
            self.flow.become(None)
        elif kind == "face":
            self.variant += 1
            self.form.touch()
        elif kind == "suggest":
            self._suggest()
        elif kind == "team" and value:
            _write(self.team_field, value)
            self.app.focus(self.create_button, ring=False)
        elif kind == "create" or action.final:
            self._create()
        else:
            self._clear_errors()
            self.form.touch()

    def _suggest(self) -> None:
        """Fill in a name that nobody has; another one each time."""
        taken = {name_key(player.handle) for player in self.players}
        taken.add(name_key(self.handle_field.text))
        first = (
            SUGGESTED.index(self.handle_field.text) if self.handle_field.text in SUGGESTED else -1
        )
        for at in count(first + 1):
            again, which = divmod(at, len(SUGGESTED))
            name = SUGGESTED[which] + (f" {again + 1}" if again else "")
            if name_key(name) not in taken:
                break
        self._clear_errors()
        _write(self.handle_field, name)
        self.form.touch()

    def _create(self) -> None:
        self._clear_errors()
        store = self.flow.session.store
        try:
            player = store.add_player(self.handle_field.text, self.team_field.text, self.seed)
        except StoreError as error:
            about_team = str(error).startswith("A team")
            field = self.team_field if about_team else self.handle_field
            field.error = str(error)
            self.invalidate()
            # The message moves the field; it is to be in sight where it then stands.
            self.app.settle()
            self.app.focus(field, ring=True)
            return
        self.flow.become(player)

    def _clear_errors(self) -> None:
        if self.handle_field.error or self.team_field.error:
            self.handle_field.error = self.team_field.error = ""
            self.invalidate()


def _write(field: TextField, text: str) -> None:
    """Put words into a field, as if they had been typed."""
    field.text = text
    field.caret = field.anchor = len(text)
    field.touch()


def gallery_screens() -> list[Shot]:
    """The form among other players, and with a name that cannot be kept."""

    def refused(flow: Flow) -> Screen:
        screen = PlayerScreen(flow)
        _write(screen.handle_field, flow.session.store.players()[0].handle)
        flow.app.after(0.0, lambda: screen.act(Action("create")))
        return screen

    return [("player", PlayerScreen), ("player-refused", refused)]
