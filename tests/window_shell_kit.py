"""A visit to the program without a display: a window, a home of its own, and hands."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from simulator.window.app import App
from simulator.window.screen import Screen
from simulator.window.start import Window, Wishes
from simulator.window.widgets import Widget
from simulator.window.widgets.base import family
from simulator.window.widgets.scroll import ScrollArea
from tests.window_kit_sample import click, key, typed


class Visit:
    """The program as a person meets it, from an open window on."""

    def __init__(self, wishes: Wishes | None = None) -> None:
        self.window = Window(wishes or Wishes(seed=1), headless=True)
        self.app: App = self.window.app
        self.app.reduced_motion = True
        self.app.push(self.window.title)
        self.app.wait(0.05)

    def load(self) -> Visit:
        """Let the levels and the store arrive."""
        self.window.load()
        assert self.window.loading
        self.app.finish(self.window.loading)
        self.app.wait(0.2)
        return self

    def close(self) -> None:
        """Close the window properly."""
        if self.window.flow:
            self.window.flow.session.store.close()

    @property
    def screen(self) -> str:
        """The name of the screen in front."""
        return type(self.app.top).__name__

    def press(self, *codes: int) -> None:
        """Press keys one after the other."""
        self.app.run_events([key(code) for code in codes])

    def push_buttons(self, *buttons: int) -> None:
        """Push buttons of a controller one after the other."""
        kind = pygame.CONTROLLERBUTTONDOWN
        self.app.run_events([pygame.event.Event(kind, button=button) for button in buttons])

    def type(self, text: str) -> None:
        """Type text into the field in focus."""
        self.app.run_events([typed(letter) for letter in text])

    def find(self, name: str) -> Widget:
        """The widget of that name on the screen in front."""
        return next(one for one in family(self.app.top.widgets) if one.name == name)

    def click(self, name: str) -> None:
        """Click on a widget, after scrolling to it with the wheel if need be."""
        widget = self.find(name)
        if isinstance(widget.parent, ScrollArea):
            widget.parent.reveal(widget.rect)
        self.app.run_events(click(self.app, widget))

    def texts(self) -> list[str]:
        """All words that can be seen."""
        return [mark.name for mark in self.app.record().marks if mark.kind == "text" and mark.seen]

    def saw(self, part: str) -> bool:
        """Whether some words that can be seen hold ``part``."""
        return any(part in text for text in self.texts())


def play_to_the_end(visit: Visit) -> None:
    """Make the first choice everywhere, by way of the flow."""
    flow = visit.window.flow
    assert flow
    while not flow.play.is_over:
        choices = flow.play.prompt().choices
        flow.choose(next(choice.id for choice in choices if choice.is_legal))


def visit_at(home: Path, monkeypatch: pytest.MonkeyPatch, wishes: Wishes | None = None) -> Visit:
    """A loaded visit whose files are in ``home``."""
    monkeypatch.setenv("PITCHCRAFT_HOME", str(home))
    return Visit(wishes).load()


class Broken(Screen):
    """A screen that fails when it is drawn."""

    def draw(self, _: object) -> None:
        raise ZeroDivisionError("made to fail")


ENTER = pygame.K_RETURN
TAB = pygame.K_TAB
ESC = pygame.K_ESCAPE
DOWN = pygame.K_DOWN
