"""Three people who use the whole program, each with one device and nothing else."""

from __future__ import annotations

import random

import pygame

from simulator.window.screens.debrief import DebriefScreen
from simulator.window.screens.epilogue import EpilogueScreen
from simulator.window.stage.emphasis import EmphasisScreen
from simulator.window.stage.frame import StageScreen
from simulator.window.widgets import Widget
from simulator.window.widgets.base import family
from tests.window_kit_sample import key
from tests.window_shell_kit import Visit
from tests.window_stage_kit import Person, Pointer, Typist, texts


class Traveller(Person):
    """Somebody who begins at the title; ``seen`` gathers the screens, ``stages`` the stages."""

    def __init__(self, visit: Visit, fate: int = 1) -> None:
        assert visit.window.flow
        self.visit = visit
        self.flow = visit.window.flow
        self.app = visit.app
        self.fate = random.Random(fate)
        self.seen: list[str] = []
        self.stages: list[str] = []
        self.shown: set[str] = set()

    def go(self, name: str) -> None:
        """Press the widget of that name, and note where that leads."""
        self.activate(self.named(name))
        self.look()

    def look(self) -> None:
        """Note the screen in front."""
        top = self.app.top
        if type(top).__name__ not in self.seen[-1:]:
            self.seen.append(type(top).__name__)
        if isinstance(top, StageScreen) and top.prompt.stage not in self.stages:
            self.stages.append(top.prompt.stage)

    def play_all(self) -> None:
        """Play from the first decision to the review."""
        while not isinstance(self.app.top, EpilogueScreen):
            self.move()
            self.look()
        self.app.wait(1)
        self.flow.level.solution()
        self.go("continue")
        if self.flow.finishing:
            self.app.finish(self.flow.finishing)
        self.app.wait(0.3)
        self.look()
        assert isinstance(self.app.top, DebriefScreen)

    def texts(self) -> list[str]:
        """All words on the screen."""
        return self.visit.texts()


class Keyboard(Traveller, Typist):
    """Uses keys alone, and always sees where the focus is."""

    def look(self) -> None:
        """Note the screen in front, and all words on it."""
        super().look()
        self.shown |= set(texts(self.app))

    def activate(self, widget: Widget) -> None:
        super().activate(widget)
        self.check()

    def reach(self, widget: Widget) -> None:
        """Press Tab until the widget has the focus, which can be seen all the way."""
        for _ in range(60):
            if self.app.top.focus and self.app.top.focus.name == widget.name:
                self.check()
                return
            self.app.run_events([key(pygame.K_TAB)])
            self.check()
        raise AssertionError(f"{widget.name} cannot be reached with Tab")

    def check(self) -> None:
        """What has the focus is in the window and in view, and looks different for it."""
        widget = self.app.top.focus
        if widget is None:
            # A new decision waits for a digit or Tab, so that Enter held too long chooses nothing.
            assert any(one.number for one in family(self.app.top.widgets)), self.app.top
            return
        shown = widget.rect
        if widget.parent:
            inside = shown.meets(widget.parent.rect)
            assert inside, f"{widget.name} has the focus out of view"
            shown = inside
        assert shown.meets(self.app.area), f"{widget.name} has the focus outside the window"
        around = self.app.fonts.scale
        x, y, w, h = (round(side * around) for side in shown.inset(-6))
        area = pygame.Rect(x, y, w, h).clip(self.app.surface.get_rect())
        focused = widget.focused, widget.ring
        shows = self.picture(area)
        widget.focused = widget.ring = False
        hides = self.picture(area)
        widget.focused, widget.ring = focused
        assert shows != hides, f"{widget.name} has the focus and does not show it"

    def picture(self, area: pygame.Rect) -> bytes:
        """What is drawn there."""
        drawn = pygame.Surface(self.app.surface.get_size(), 0, 32)
        self.app._painter.render(drawn, self.app._view(), self.app.theme, None)
        return pygame.image.tobytes(drawn.subsurface(area), "RGB")


class Mouse(Traveller, Pointer):
    """Uses the mouse and its wheel alone."""


class Pad(Traveller):
    """Uses a controller alone: the shoulder buttons to move on, the cross for sliders, A."""

    def push(self, *buttons: int) -> None:
        self.visit.push_buttons(*buttons)

    def activate(self, widget: Widget) -> None:
        self.reach(widget)
        self.push(pygame.CONTROLLER_BUTTON_A)

    def reach(self, widget: Widget) -> None:
        """Push the right shoulder button until the widget has the focus."""
        for _ in range(60):
            if self.app.top.focus and self.app.top.focus.name == widget.name:
                return
            self.push(pygame.CONTROLLER_BUTTON_RIGHTSHOULDER)
        raise AssertionError(f"{widget.name} cannot be reached with a controller")

    def slide(self, screen: EmphasisScreen) -> None:
        assert screen.current
        self.reach(screen.current)
        for _ in range(self.fate.randrange(3)):
            self.push(pygame.CONTROLLER_BUTTON_DPAD_RIGHT)
