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

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

ANOTHER_FACE = "Another face"
FIRST = "Who is selling today?"
ANOTHER = "New player"
NEW_NOTE = "Your name appears on the leaderboard of this computer. A nickname will do."
GUEST_NOTE = "Guests get the full review, but do not appear on the leaderboard."
TEAM_NOTE = "Leave it empty if you play for yourself."
TEAMS_NOTE = "Leave it empty if you play for yourself. Teams on this computer:"
SUGGESTED = ("Robin", "Alex", "Noa", "Sam", "Kim", "Remy", "Jo", "Toni", "Sascha", "Charlie")
"""Names for whoever has no keyboard at hand, or no idea."""
FACE = 200.0
LOW_FACE = 112.0
"""The height of the face where room is scarce."""
WIDEST = 560.0
"""The most width of a field at text scale 1."""
FORM = 720.0
INSIDE = 28.0
RING = 8.0


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
        self.face_button = Button("face", ANOTHER_FACE, icon="dice", kind="quiet", tip=ANOTHER_FACE)
        self.new, start = (ANOTHER, "Create and play") if self.players else (FIRST, "Start playing")
        self.create_button = Button("create", start, kind="primary", icon="check")
        self.guest_button = Button("guest", "Play as guest", kind="quiet")
        self.form = ScrollArea("form", self._paint_form)
        self.list = ScrollArea("list", self._paint_list)
        self.cards = [self._card(player) for player in self.players]
        self._fields: list[Widget] = [
            self.handle_field, self.team_field, *self.teams, self.suggest_button, self.face_button,
            self.create_button, self.guest_button,
        ]  # fmt: skip
        self.left = self.right = self.face = self.note = Rect()
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
        if not self.cards:
            wide = min(page.w, FORM * max(1.0, self.fonts.text_scale * 0.8))
            self.left = Rect(page.x + (page.w - wide) / 2, page.y, wide, page.h)
            needed = self._place_form()
            high = min(page.h, needed + 2 * INSIDE)
            self.left = Rect(self.left.x, page.y + (page.h - high) * 0.4, wide, high)
            self._place_form()
            return
        share = min(0.5, 0.38 * max(1.0, self.fonts.text_scale * 0.85))
        self.right, self.left = columns(page, (page.w * share, page.w * (1 - share) - GAP), GAP)
        needed = max(self._place_list(), self._place_form()) + 2 * INSIDE
        high = min(page.h, needed)
        self.left, self.right = self.left._replace(h=high), self.right._replace(h=high)
        self._place_list()
        self._place_form()

    def _place_list(self) -> float:
        """Place the players in their card; return how high they are together."""
        inner = self.right.inset(INSIDE)
        self.list.place(inner._replace(w=inner.w + 18, h=inner.h + RING))
        y = inner.y + self.fonts.leading("heading") + 12
        for card in self.cards:
            card.place(Rect(inner.x, y, inner.w, card.height(self.fonts, inner.w)))
            y = card.rect.bottom + 12
        self.list.fill(y - 12 - inner.y + RING, self.cards)
        return self.list.content - RING

    def _place_form(self) -> float:
        """Place the form in its card; return how high it is."""
        fonts, inner = self.fonts, self.left.inset(INSIDE)
        self.form.place(inner._replace(w=inner.w + 18, h=inner.h + RING))
        wide = inner.w
        y = inner.y + self._intro_height(wide)
        least = 280 * fonts.text_scale
        face = FACE if wide - FACE - 28 >= least else LOW_FACE
        self.face = Rect(inner.x, y, face, face)
        side = Rect(inner.x + face + 28, y, min(wide - face - 28, WIDEST * fonts.text_scale), 0)
        narrow = side.w < least
        if narrow:
            side = Rect(inner.x, self.face.bottom + 16, wide, 0)
        self._place_door(narrow=narrow)
        y = self._place_fields(side) + 28
        y = self._place_buttons(Rect(side.x, y, side.w, 0))
        note = fonts.height(GUEST_NOTE, "small", side.w)
        self.note = Rect(side.x, y + 10, side.w, note)
        end = max(self.note.bottom, self.face_button.rect.bottom)
        self.form.fill(end - inner.y + RING, self._fields)
        return self.form.content - RING

    def _place_door(self, *, narrow: bool) -> None:
        """Place the way to another face below the face, without words if it is too small."""
        fonts, door, face = self.fonts, self.face_button, self.face
        door.text = ANOTHER_FACE
        wide = door.width(fonts)
        if narrow:
            high = door.height(fonts, wide)
            door.place(Rect(face.right + 20, face.middle[1] - high / 2, wide, high))
            return
        door.text = ANOTHER_FACE if wide <= face.w else ""
        door.place(Rect(face.x, face.bottom + 12, face.w, door.height(fonts, face.w)))

    def _intro_height(self, width: float) -> float:
        fonts = self.fonts
        words = fonts.height(self.new, "title", width) + fonts.height(NEW_NOTE, "body", width)
        return words + 8 + 24

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

    def _place_buttons(self, side: Rect) -> float:
        fonts = self.fonts
        buttons = (self.create_button, self.guest_button)
        fits = sum(button.width(fonts) for button in buttons) + 12 <= side.w
        x, y = side.x, side.y
        for button in buttons:
            wide = button.width(fonts) if fits else side.w
            high = button.height(fonts, wide) + 8
            button.place(Rect(x, y, wide, high))
            x, y = (x + wide + 12, y) if fits else (x, y + high + 10)
        return buttons[-1].rect.bottom

    # Drawing.

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and the cards under form and list."""
        self.header.draw(canvas)
        canvas.card(self.left)
        if self.cards:
            canvas.card(self.right)

    def _paint_form(self, canvas: Canvas, area: Rect) -> None:
        fonts, shift = canvas.fonts, area.y - self.form.rect.y
        head, rest = cut_top(area._replace(w=area.w), fonts.height(self.new, "title", area.w), 8)
        canvas.text(self.new, head, "title")
        note = rest._replace(h=fonts.height(NEW_NOTE, "body", rest.w))
        canvas.text(NEW_NOTE, note, "body", canvas.theme.muted)
        portrait = player_portrait(Player(self.seed))
        draw_face(canvas, portrait, self.face.moved(0, shift), radius=36)
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
