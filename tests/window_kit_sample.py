"""A screen with every widget, and short names for the events a person makes."""

from __future__ import annotations

from typing import Any

import pygame

from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect, Share, columns, cut_top
from simulator.window.screen import Screen
from simulator.window.widgets import (
    Action,
    Bar,
    Button,
    ChoiceCard,
    Column,
    ScrollArea,
    Slider,
    Table,
    Tabs,
    TextField,
    Toggle,
    Widget,
)


class Sample(Screen):
    """Three columns of widgets in scroll areas, so that nothing is cut at any text size."""

    def __init__(self) -> None:
        super().__init__()
        self.actions: list[Action] = []
        self.back_button = Button("back", icon="back", kind="quiet", tip="Back to the map")
        self.next_button = Button("next", "Next level", kind="primary", icon="check")
        self.cards: list[Widget] = [
            ChoiceCard("ask", "What does that cost you?", number=1, label="Ask", tag="2 hours"),
            ChoiceCard(
                "tell",
                "Our platform does all of that, end to end. Can I show you a demo?",
                number=2,
                selected=True,
            ),
            ChoiceCard("meet", "Ask Marta.", number=3, locked="You have not met Marta yet."),
        ]
        self.sound = Toggle("sound", "Sound", note="Never needed to play.")
        self.report = Toggle("report", "Annual report", on=True)
        self.minutes = Slider("minutes", "Minutes on integrations", 6, 0, 12)
        self.handle_field = TextField("handle", "Handle", "dana", note="Shown on the board.")
        self.tabs = Tabs("tabs", ["Scenario", "Campaign", "Team"])
        players = [(str(i), name, str(900 - i)) for i, name in enumerate("ABCDEFGHIJ", 1)]
        columns_ = [Column("Rank", 60), Column("Player"), Column("Score", 60, "right")]
        self.table = Table("table", columns_, players, marked=[2])
        self.bar = Bar("trust", 0.6, "trust")
        self.left = ScrollArea("left", self._paint)
        self.middle = ScrollArea("middle")
        self.widgets = [
            self.back_button, self.next_button, self.left, self.middle, self.table, self.bar,
        ]  # fmt: skip

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        canvas.text("Your move", area, "heading")

    def layout(self, size: Rect) -> None:
        fonts = self.fonts
        top, rest = cut_top(size.inset(20, 16), self.back_button.height(fonts, 0), 16)
        self.back_button.place(top._replace(w=top.h))
        wide = self.next_button.width(fonts)
        high = self.next_button.height(fonts, wide)
        self.next_button.place(Rect(top.right - wide, top.y, wide, high))
        left, middle, right = columns(rest, (Share(), Share(), Share()), 16)
        self._stack(self.left, left, self.cards, fonts.leading("heading") + 12)
        form: list[Widget] = [self.sound, self.report, self.minutes, self.handle_field, self.tabs]
        self._stack(self.middle, middle, form, 0)
        bar, below = cut_top(right, 9, 16)
        self.bar.place(bar)
        self.table.place(below)

    def _stack(self, area: ScrollArea, rect: Rect, widgets: list[Widget], y: float) -> None:
        area.place(rect)
        for widget in widgets:
            high = widget.height(self.fonts, area.width)
            widget.place(Rect(rect.x, rect.y + y, area.width, high))
            y += high + 12
        area.fill(y, widgets)

    def draw(self, canvas: Canvas) -> None:
        canvas.label("Northwind Logistics", canvas.size.w / 2, 36, "heading", align="center")

    def act(self, action: Action) -> None:
        self.actions.append(action)


def open_sample(size: tuple[int, int] = (1280, 720), text_scale: float = 1.0) -> tuple[App, Sample]:
    app = App(size, text_scale=text_scale, reduced_motion=True, headless=True)
    screen = Sample()
    app.push(screen)
    app.wait(0.05)
    return app, screen


def key(code: int, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="")


def typed(text: str) -> pygame.event.Event:
    return pygame.event.Event(pygame.TEXTINPUT, text=text)


def pointer(kind: int, x: float, y: float, app: App, **more: Any) -> pygame.event.Event:
    at = (round(x * app.fonts.scale), round(y * app.fonts.scale))
    return pygame.event.Event(kind, pos=at, button=1, **more)


def moved(app: App, widget: Widget) -> pygame.event.Event:
    return pointer(pygame.MOUSEMOTION, *widget.rect.middle, app)


def click(app: App, widget: Widget) -> list[pygame.event.Event]:
    x, y = widget.rect.middle
    return [
        pointer(kind, x, y, app)
        for kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    ]
