"""Every widget in every state, and the colours and letters they are made of, for the gallery."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import pygame

from simulator.window.canvas import Canvas
from simulator.window.dialog import Dialog, ProgressDialog
from simulator.window.events import Event, Intent, Kind
from simulator.window.header import Header
from simulator.window.layout import Rect, Share, columns, grid
from simulator.window.screen import Screen
from simulator.window.theme import (
    BUTTON_RADIUS,
    CARD_RADIUS,
    CHOICE_RADIUS,
    GAP,
    PAD,
    SMALL_RADIUS,
    TYPE,
    Tone,
)
from simulator.window.widgets.bar import Bar, draw_chip
from simulator.window.widgets.base import Widget
from simulator.window.widgets.button import Button, ButtonKind
from simulator.window.widgets.choice import ChoiceCard
from simulator.window.widgets.field import TextField
from simulator.window.widgets.scroll import ScrollArea
from simulator.window.widgets.slider import Slider
from simulator.window.widgets.table import Column, Sorting, Table
from simulator.window.widgets.tabs import Tabs
from simulator.window.widgets.toggle import Toggle

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

W = TypeVar("W", bound=Widget)
GROUNDS = ("page", "card", "well", "hover")
TONES = ("primary", "trust", "value", "urgency", "neutral")
Pose = Callable[[Widget], None]
LONG = "Words that go on for longer than there is room for on one line of this widget"
TEXT = "One after the other they came in, and each had something to say about it. " * 6


class Sample(NamedTuple):
    """A widget in a state; ``pose`` brings it there when it has been drawn once."""

    state: str
    widget: Widget
    pose: Pose | None = None
    high: float = 0.0


class Group(NamedTuple):
    """Samples side by side, each at least so wide (in units at text scale 1)."""

    title: str
    wide: float
    samples: Sequence[Sample]


class StatesPage(Screen):
    """Groups of samples below one another, each with the name of its state above it."""

    def __init__(self, title: str, groups: Sequence[Group]) -> None:
        super().__init__()
        self.header = Header("Widgets", title, "Back")
        self.groups = groups
        self.body = ScrollArea("body", self._paint)
        self._names: list[tuple[Rect, str, str]] = []
        self._cards: list[Rect] = []
        self.widgets = [*self.header.widgets, self.body]

    def enter(self) -> None:
        """Bring the samples into their states, when they know where they stand."""
        for group in self.groups:
            for sample in group.samples:
                if sample.pose:
                    self.app.after(0.05, lambda one=sample: one.pose(one.widget))  # type: ignore[misc]

    def layout(self, size: Rect) -> None:
        """Place all samples in rows that fill the width."""
        page = self.header.place(self.fonts, size).inset(PAD, GAP / 2)
        self.body.place(page._replace(w=page.w + 8))
        self._names, self._cards = [], []
        y = page.y + 4
        for group in self.groups:
            card = Rect(page.x + 6, y, self.body.width - 12, 0)
            bottom = self._place(group, Rect(card.x + PAD, y + 16, card.w - 2 * PAD, 0))
            self._cards.append(card._replace(h=bottom + 6 - y))
            y = bottom + 6 + GAP
        self.body.fill(y - page.y, [one.widget for group in self.groups for one in group.samples])

    def _place(self, group: Group, room: Rect) -> float:
        fonts = self.fonts
        head = room._replace(h=fonts.leading("heading"))
        self._names.append((head, group.title, "heading"))
        least = group.wide * max(1.0, fonts.text_scale)
        across = max(1, min(len(group.samples), int((room.w + GAP) / (least + GAP))))
        name = fonts.leading("caption") + 8
        y = head.bottom + 6
        cells = grid(room._replace(h=0), len(group.samples), across, GAP)
        for start in range(0, len(group.samples), across):
            row = list(zip(group.samples, cells, strict=True))[start : start + across]
            high = max(s.high or s.widget.height(fonts, cell.w) for s, cell in row)
            for sample, cell in row:
                self._names.append((Rect(cell.x, y, cell.w, name - 8), sample.state, "caption"))
                own = sample.high or sample.widget.height(fonts, cell.w)
                self._settle(sample.widget, Rect(cell.x, y + name, cell.w, own))
            y += name + high + 14
        return y

    def _settle(self, widget: Widget, rect: Rect) -> None:
        if isinstance(widget, Button) and not widget.text:
            rect = rect._replace(w=rect.h)
        widget.place(rect)
        if isinstance(widget, ScrollArea):
            widget.fill(self.fonts.height(TEXT, "body", widget.width))

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar."""
        self.header.draw(canvas)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        for card in self._cards:
            canvas.card(card.moved(0, area.y - self.body.rect.y))
        for rect, words, role in self._names:
            ink = canvas.theme.muted if role == "caption" else canvas.theme.ink
            shown = rect.moved(0, area.y - self.body.rect.y)
            canvas.text(words, shown, role, ink, lines=1)


class ThemePage(Screen):
    """The colors on their grounds, the letters, the corners and the shadows."""

    def __init__(self) -> None:
        super().__init__()
        self.header = Header("Theme", "Colours and letters", "Back")
        self.body = ScrollArea("body", self._paint)
        self.across, self.stacked = len(TONES), False
        self.widgets = [*self.header.widgets, self.body]

    def layout(self, size: Rect) -> None:
        """Give the page to the samples."""
        page = self.header.place(self.fonts, size).inset(PAD, GAP / 2)
        self.body.place(page._replace(w=page.w + 8))
        wide = self.body.width - 12
        name = max(self.fonts.width(f"{tone} on {name}", "label") for name, tone in self._pairs())
        self.across = next(
            (many for many in (5, 4, 2) if (wide - 10 * (many - 1)) / many >= name + 66), 1
        )
        self.stacked = (wide - GAP) * 2 / 3 < 2 * PAD + GAP + 2 * self._letters_width()
        high = self._letters_height()
        self.body.fill(self._letters_top() + (2 * high + GAP if self.stacked else high))

    def _pairs(self) -> list[tuple[str, str]]:
        """Every ground with every tone, by their names; each column is one of either."""
        if self.across == len(GROUNDS):
            return [(ground, tone) for tone in TONES for ground in GROUNDS]
        return [(ground, tone) for ground in GROUNDS for tone in TONES]

    def _letters_top(self) -> float:
        return math.ceil(len(self._pairs()) / self.across) * self._swatch() + 2 * GAP

    def _letters_width(self) -> float:
        return max(self.fonts.width(f"{role} {TYPE[role].size:g}", role) for role in TYPE) + 1

    def _swatch(self) -> float:
        return self.fonts.leading("label") + self.fonts.leading("caption") + 30

    def _letters_height(self) -> float:
        halves = (self._letters(part) for part in range(2))
        return max(sum(self.fonts.leading(role) + 6 for role in half) for half in halves) + 2 * PAD

    def _letters(self, part: int) -> list[str]:
        """The first or the second half of the roles that letters have."""
        half = len(TYPE) // 2
        return list(TYPE)[part * half : (part + 1) * half]

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar."""
        self.header.draw(canvas)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        theme, high = canvas.theme, self._swatch()
        pairs = self._pairs()
        deep = math.ceil(len(pairs) / self.across)
        inner = Rect(area.x + 6, area.y + 6, area.w - 12, deep * high)
        for (ground, tone), cell in zip(
            pairs, grid(inner, len(pairs), self.across, 10), strict=True
        ):
            shade = getattr(theme, ground)
            self._paint_swatch(canvas, cell, (ground, shade), (tone, theme.tone(tone)))
        room = Rect(inner.x, area.y + self._letters_top(), inner.w, self._letters_height() - 6)
        card, shapes = room, room.moved(0, room.h + GAP)
        if not self.stacked:
            card, shapes = columns(room, (Share(2), Share(1)), GAP)
        canvas.card(card)
        self._paint_shapes(canvas, shapes)
        for part, half in enumerate(columns(card.inset(PAD), (Share(), Share()), GAP)):
            y = half.y
            for role in self._letters(part):
                line = Rect(half.x, y, half.w, canvas.fonts.leading(role))
                canvas.text(f"{role} {TYPE[role].size:g}", line, role, lines=1)
                y = line.bottom + 6

    def _paint_shapes(self, canvas: Canvas, room: Rect) -> None:
        """Draw the corners and the shadows."""
        theme = canvas.theme
        radii = (CARD_RADIUS, CHOICE_RADIUS, BUTTON_RADIUS, SMALL_RADIUS)
        cells = grid(room.inset(6, 0), 2 * len(radii), 2, 2 * GAP)
        for at, cell in enumerate(cells):
            shadow = theme.shadow if at % 2 else theme.low_shadow
            radius = radii[at // 2]
            canvas.panel(cell, theme.card, radius=radius, border=theme.line, width=1, shadow=shadow)
            words, inner = f"corner {radius:g}", cell.inset(10, 0)
            canvas.text(words, inner, "caption", theme.muted, valign="middle", lines=1)

    def _paint_swatch(
        self, canvas: Canvas, cell: Rect, ground: tuple[str, str], tone: tuple[str, Tone]
    ) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        canvas.panel(cell, ground[1], radius=12, border=theme.edge, width=1)
        dot = Rect(cell.x + 12, cell.middle[1] - 14, 28, 28)
        canvas.panel(dot, tone[1].fill, radius=14)
        words = Rect(dot.right + 12, cell.y + 8, cell.w - 64, fonts.leading("label"))
        canvas.text(f"{tone[0]} on {ground[0]}", words, "label", tone[1].text, lines=1)
        below = words._replace(y=words.bottom, h=fonts.leading("caption"))
        canvas.text("muted words", below, "caption", theme.muted, lines=1)


# States that all widgets have.


def _be(
    widget: W, *, hovered: bool = False, pressed: bool = False, focused: bool = False,
    enabled: bool = True,
) -> W:  # fmt: skip
    widget.hovered, widget.pressed, widget.enabled = hovered, pressed, enabled
    widget.focused = widget.ring = focused
    return widget


def _usual(make: Callable[[str], Widget]) -> list[Sample]:
    """The states every widget has, each of a new one made by name."""
    return [
        Sample("idle", make("idle")),
        Sample("pointed at", _be(make("hover"), hovered=True)),
        Sample("held down", _be(make("press"), hovered=True, pressed=True)),
        Sample("in focus", _be(make("focus"), focused=True)),
        Sample("not usable", _be(make("off"), enabled=False)),
    ]


def _buttons(kind: ButtonKind, words: str, icon: str) -> Group:
    def make(state: str) -> Widget:
        return Button(f"{kind}/{state}", words, kind=kind, icon=icon)

    long = Button(f"{kind}/long", "Play this level again", kind=kind, icon=icon)
    return Group(f"Button, {kind}", 170, [*_usual(make), Sample("long", long)])


def _icons() -> Group:
    def make(kind: ButtonKind) -> Callable[[str], Widget]:
        return lambda state: Button(f"{kind}/icon/{state}", kind=kind, icon="gear", tip="Settings")

    samples = [*_usual(make("secondary")), *_usual(make("quiet"))]
    return Group("Button, icon alone", 98, samples)


def _toggles() -> Group:
    def make(state: str, *, on: bool = False, note: str = "") -> Toggle:
        words = "Say each sound in words as well" if state == "long" else "Captions"
        return Toggle(f"switch/{state}/{on}", words, on=on, note=note)

    on = [
        Sample(f"on, {one.state}", _copy(one.widget, make(f"{at}", on=True)))
        for at, one in enumerate(_usual(make))
    ]
    long = Sample("long", make("long", note="A note below it."))
    return Group("Switch", 165, [*_usual(make), long, *on])


def _copy(look: Widget, widget: Widget) -> Widget:
    return _be(
        widget, hovered=look.hovered, pressed=look.pressed, focused=look.focused,
        enabled=look.enabled,
    )  # fmt: skip


def _choices() -> list[Group]:
    def make(state: str) -> Widget:
        return ChoiceCard(f"choice/{state}", "What does that cost you a month?", number=1)

    more = [
        Sample("selected", ChoiceCard("choice/on", "Ask Marta.", number=2, selected=True)),
        Sample(
            "selected, in focus",
            _be(ChoiceCard("choice/on2", "Ask Marta.", number=2, selected=True), focused=True),
        ),
        Sample("locked", ChoiceCard("choice/lock", "Ask Marta.", locked="You have not met her.")),
        Sample(
            "locked, in focus",
            _be(
                ChoiceCard("choice/lock2", "Ask Marta.", locked="You have not met her."),
                focused=True,
            ),
        ),
        Sample(
            "label and tag",
            ChoiceCard("choice/tag", "Read the trade press.", number=3, label="Ask", tag="2 hours"),
        ),
        Sample("icon", ChoiceCard("choice/icon", "Send her an e-mail.", icon="mail")),
        Sample("long", ChoiceCard("choice/long", LONG + ". " + LONG + ".", number=4, tag="1 hour")),
    ]
    return [Group("Choice card", 290, [*_usual(make)[:4], *more])]


def _fields() -> list[Group]:
    def make(state: str, text: str = "Dana Whitfield", **more: str) -> TextField:
        return TextField(f"field/{state}", "Name", text, **more)  # type: ignore[arg-type]

    error = make("error", "Maya")
    error.error = "The name Maya is taken; choose another."
    fields = [
        Sample("empty", make("empty", "", hint="As on the board")),
        *(one for one in _usual(make) if one.state != "held down"),
        Sample("selection", _be(make("selection"), focused=True), _select),
        Sample("being composed", _be(make("compose", "Dana "), focused=True), _compose),
        Sample("error", error),
        Sample("note", make("note", "", note="Leave it empty if you play for yourself.")),
        Sample("long, in focus", _be(make("long", LONG), focused=True)),
    ]
    return [Group("Text field", 280, fields)]


def _sliders_and_tabs() -> list[Group]:
    def slider(state: str) -> Widget:
        return Slider(f"slider/{state}", "Minutes", 6, 0, 12)

    sliders = [
        *_usual(slider),
        Sample("nothing", Slider("slider/low", "Minutes", 0, 0, 12)),
        Sample("with named ends", Slider("slider/ends", "Minutes", 6, 0, 12, ends=("none", "12"))),
        Sample("long", Slider("slider/long", LONG, 12, 0, 12)),
    ]

    def tabs(state: str) -> Widget:
        return Tabs(f"tabs/{state}", ["First", "Best", "Latest"])

    rows = [one for one in _usual(tabs) if one.state != "held down"]
    rows[1] = rows[1]._replace(pose=_point_at_third)
    return [
        Group("Slider", 220, sliders),
        Group("Tabs", 250, rows),
    ]


def _select(widget: Widget) -> None:
    widget.handle(Event(Kind.KEY, key=pygame.K_a, ctrl=True))


def _compose(widget: Widget) -> None:
    widget.handle(Event(Kind.COMPOSE, text="né"))


def _point_at_third(widget: Widget) -> None:
    x, y = widget.rect.right - 30, widget.rect.middle[1]
    widget.handle(Event(Kind.MOVE, x=x, y=y))


def _tables() -> Group:
    lines = [("1", "Maya", "1912"), ("2", "Jun", "999"), ("3", "Ines", "883"), ("4", "Pavel", "41")]
    titles = [Column("Place", 50), Column("Player"), Column("Score", 62, "right")]

    def make(state: str, rows: int = 4) -> Table:
        return Table(f"table/{state}", titles, (lines * 9)[:rows], marked=[2])

    def by(state: str, sorting: Sorting) -> Table:
        table = make(state)
        table.sort(sorting)
        return table

    tables = [
        Sample("idle", make("idle")),
        Sample("row pointed at", _be(make("hover"), hovered=True), _point_at_row),
        Sample("row in focus", _be(make("focus"), focused=True)),
        Sample("sorted", by("up", Sorting(1))),
        Sample(
            "sorted downwards, on the title",
            _be(by("down", Sorting(2, down=True)), focused=True),
            _go_to_titles,
        ),
        Sample("more rows than room", make("many", 30), high=190),
        Sample("not usable", _be(make("off"), enabled=False)),
    ]
    return Group("Table", 280, tables)


def _bars() -> Group:
    bars = [Sample(tone, Bar(f"bar/{tone}", part / 5, tone)) for part, tone in enumerate(
        ("primary", "trust", "value", "urgency", "neutral"), 1
    )]  # fmt: skip
    return Group("Bar", 200, bars)


def _point_at_row(widget: Widget) -> None:
    widget.handle(Event(Kind.MOVE, x=widget.rect.middle[0], y=widget.rect.bottom - 50))


def _go_to_titles(widget: Widget) -> None:
    for intent in (Intent.HOME, Intent.UP):
        widget.handle(Event(Kind.KEY, intent))


class TextArea(ScrollArea):
    """A scroll area with words, as a sample."""

    def __init__(self, name: str) -> None:
        super().__init__(name, _write)


def _write(canvas: Canvas, area: Rect) -> None:
    canvas.text(TEXT, area, "body")


class Notes(Screen):
    """A page under a dialog, with chips in all tones."""

    def __init__(self, front: Dialog | None = None, message: str = "good") -> None:
        super().__init__()
        self.front, self.message = front, message
        self.header = Header("Widgets", "Tip, message and chips", "Back to the map")
        self.widgets = [*self.header.widgets]
        self._page = Rect()

    def enter(self) -> None:
        """Show a tip on the button in focus, a message, and the dialog if there is one."""
        self.app.sounds.captions = True
        self.app.focus(self.header.back, ring=True)
        self.app.after(0.1, self._show)

    def _show(self) -> None:
        if self.front:
            self.app.push(self.front)
        else:
            bad = "Your run could not be saved. The disk is full."
            good = "Your run is saved. Continue it from here at any time."
            self.app.toast(bad if self.message == "bad" else good, self.message)

    def layout(self, size: Rect) -> None:
        """Place the bar."""
        self._page = self.header.place(self.fonts, size)

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and the chips."""
        self.header.draw(canvas)
        x, y = self._page.x + PAD, self._page.y + 120 * canvas.fonts.text_scale
        for tone in ("primary", "trust", "value", "urgency", "neutral"):
            x = draw_chip(canvas, tone, x, y, tone).right + 12


def gallery_screens() -> list[Shot]:
    """A page for each family of widgets, and one for colors and letters."""
    buttons: list[ButtonKind] = ["primary", "secondary", "quiet", "danger"]

    def page(title: str, groups: Callable[[], list[Group]]) -> Callable[[Flow], Screen]:
        return lambda _: StatesPage(title, groups())

    def push_buttons() -> list[Group]:
        return [
            *(_buttons(kind, "Play again", "replay") for kind in buttons),
            _icons(),
        ]

    def switches() -> list[Group]:
        return [_toggles()]

    def areas() -> Group:
        samples = _usual(lambda state: TextArea(f"area/{state}"))[:2]
        samples += [Sample("scrolled", TextArea("area/end"), _go_to_end)]
        return Group("Scroll area", 300, [one._replace(high=150) for one in samples])

    return [
        ("theme", lambda _: ThemePage()),
        ("widgets-buttons", page("Buttons", push_buttons)),
        ("widgets-switches", page("Switches", switches)),
        ("widgets-choices", page("Choice cards", _choices)),
        ("widgets-fields", page("Text fields", _fields)),
        ("widgets-sliders-and-tabs", page("Sliders and tabs", _sliders_and_tabs)),
        ("widgets-tables", page("Tables", lambda: [_tables()])),
        ("widgets-areas", page("Scroll areas and bars", lambda: [areas(), _bars()])),
        ("widgets-tip-and-message", lambda _: Notes()),
        ("widgets-message-bad", lambda _: Notes(message="bad")),
        ("widgets-dialog", lambda _: Notes(_ask(LONG))),
        ("widgets-dialog-long", lambda _: Notes(_ask(TEXT * 3))),
        ("widgets-dialog-progress", lambda _: Notes(_work())),
    ]


def _go_to_end(widget: Widget) -> None:
    widget.handle(Event(Kind.KEY, Intent.END))


def _ask(text: str) -> Dialog:
    buttons = [Button("yes", "Play it", kind="primary"), Button("no", "Cancel")]
    return Dialog("Play this level?", text, buttons)


def _work() -> ProgressDialog:
    dialog = ProgressDialog(
        "Working out the best play", "This happens once for each level.",
        Button("cancel", "Cancel"), lambda _: None,
    )  # fmt: skip
    dialog.progress(0.4)
    return dialog
