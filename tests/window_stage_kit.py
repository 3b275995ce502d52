"""A play in a window without a display, and two people: one with keys only, one with a mouse."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import pygame

from simulator.game.play import Told
from simulator.store.levels import Level, Levels, load_level
from simulator.store.session import Session
from simulator.store.store import Store
from simulator.window.app import App
from simulator.window.flow import Flow
from simulator.window.layout import Rect
from simulator.window.screens.stages import stage_screen
from simulator.window.stage.directions import parts_of
from simulator.window.stage.emphasis import EmphasisScreen
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.pick import PickScreen
from simulator.window.stage.talk import TalkScreen
from simulator.window.widgets import ScrollArea, Widget
from simulator.window.widgets.base import family
from tests.window_kit_sample import click, key, pointer

SCENARIOS = ("first-call", "gym-membership", "crm-harbour")


S = TypeVar("S", bound=StageScreen)


@lru_cache(maxsize=4)
def level_of(scenario: str) -> Level:
    return load_level(scenario)


@contextmanager
def a_flow(
    home: Path,
    scenario: str = "first-call",
    *,
    seed: int = 7,
    size: tuple[int, int] = (1280, 720),
    text_scale: float = 1.0,
) -> Iterator[Flow]:
    """A flow at the first decision of a new play; nothing is shown yet."""
    level = level_of(scenario)
    store = Store(home, Levels([level]).judge)
    app = App(size, text_scale=text_scale, reduced_motion=True, headless=True)
    flow = Flow(app, Session(store, [level], seed=seed))
    flow.session.begin(level)
    try:
        yield flow
    finally:
        store.close()


def texts(app: App) -> list[str]:
    """All texts that are drawn, whole, also those that a scroll area keeps for later."""
    return [mark.name for mark in app.record().marks if mark.kind == "text"]


def pieces_of(reply: str) -> list[str]:
    """What is said in an answer and what is told in it, in order."""
    return [part.text for part in parts_of(reply)]


def advance(flow: Flow, stage: str, pick: int = 0) -> None:
    """Bring the play to a stage, always taking the choice at that place among the open ones."""
    while flow.play.prompt().stage != stage:
        step(flow, pick)


def shown_at(flow: Flow, stage: str, kind: type[S], pick: int = 0) -> S:
    """Come to a stage and show it; its screen must be of that kind."""
    advance(flow, stage, pick)
    flow.app.push(stage_screen(flow))
    flow.app.wait(0.05)
    screen = flow.app.top
    assert isinstance(screen, kind)
    return screen


def talk_in_motion(flow: Flow) -> TalkScreen:
    """Show the first answer of the approach, with motion; nothing has moved yet."""
    flow.app.reduced_motion = False
    advance(flow, "approach")
    step(flow)
    flow.app.push(stage_screen(flow))
    screen = flow.app.top
    assert isinstance(screen, TalkScreen)
    return screen


def step(flow: Flow, pick: int = 0) -> Told:
    """Make a choice behind the screens."""
    legal = [view for view in flow.play.prompt().choices if view.is_legal]
    return flow.play.choose(legal[pick % len(legal)].id)


class Person:
    """Somebody who plays to the end; ``fate`` decides what is chosen."""

    def __init__(self, flow: Flow, fate: int) -> None:
        self.flow = flow
        self.app = flow.app
        self.fate = random.Random(fate)
        self.app.push(stage_screen(flow))
        self.app.wait(0.05)

    def activate(self, widget: Widget) -> None:
        """Press a widget."""
        raise NotImplementedError

    def slide(self, screen: EmphasisScreen) -> None:
        """Give the current feature some minutes."""
        raise NotImplementedError

    def named(self, name: str) -> Widget:
        """The widget of that name on the screen in front."""
        return next(each for each in family(self.app.top.widgets) if each.name == name)

    def move(self) -> None:
        """Do one thing: choose, present, or go on."""
        screen = self.app.top
        if not isinstance(screen, StageScreen) or screen.waiting:
            self.activate(self.named("continue"))
        elif isinstance(screen, EmphasisScreen):
            self.slide(screen)
            self.activate(self.named("present"))
        elif isinstance(screen, PickScreen):
            self.activate(self.fate.choice([card for card in screen.cards if card.open]))
            self.activate(self.named("go"))
        else:
            cards = getattr(screen, "cards", [])
            self.activate(self.fate.choice([card for card in cards if card.open]))

    def play(self, most: int = 300) -> int:
        """Play on to the end; returns how many things were done."""
        over: list[bool] = []
        self.flow.debrief = lambda: over.append(True)  # type: ignore[method-assign]
        for done in range(most):
            if over:
                return done
            made = len(self.flow.play.told)
            self.move()
            if len(self.flow.play.told) > made:
                self.sees(self.flow.play.told[-1])
        raise AssertionError("the play did not come to an end")

    def sees(self, told: Told) -> None:
        """Check that everything a choice led to is on the screen at once."""
        shown = texts(self.app)
        said = self.flow.play.run.choices[-1]
        if told.reply:
            whole = told.reply in shown or set(pieces_of(told.reply)) <= set(shown)
            assert whole, f"the answer to {said} is not shown"
        for meter, change in told.changes.items():
            mark = f"+{change}" if change > 0 else f"−{-change}"
            assert mark in shown, f"the change of {meter} by {said} is not shown"
        for fact in told.learned:
            assert fact.note in shown, f"the fact {fact.id} learned by {said} is not shown"


class Typist(Person):
    """Uses Tab, the arrows and Enter, and nothing else."""

    def activate(self, widget: Widget) -> None:
        self.reach(widget)
        self.app.run_events([key(pygame.K_RETURN)])

    def reach(self, widget: Widget) -> None:
        """Press Tab until the widget has the focus."""
        for _ in range(60):
            if self.app.top.focus and self.app.top.focus.name == widget.name:
                return
            self.app.run_events([key(pygame.K_TAB)])
        raise AssertionError(f"{widget.name} cannot be reached with Tab")

    def slide(self, screen: EmphasisScreen) -> None:
        current = screen.current
        assert current
        self.reach(current)
        for _ in range(self.fate.randrange(3)):
            self.app.run_events([key(pygame.K_RIGHT)])


class Pointer(Person):
    """Uses the mouse and its wheel, and nothing else."""

    def activate(self, widget: Widget) -> None:
        self.bring(widget)
        self.app.run_events(click(self.app, widget))

    def bring(self, widget: Widget) -> None:
        """Turn the wheel over a scroll area until the middle of the widget shows."""
        area = widget.parent
        if not isinstance(area, ScrollArea):
            return
        seen = area.rect.inset(0, 4)
        for _ in range(200):
            x, y = widget.rect.middle
            if seen.holds(x, y):
                return
            over = pointer(pygame.MOUSEMOTION, *area.rect.middle, self.app)
            turn = pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1 if y < seen.y else -1)
            self.app.run_events([over, turn])
        raise AssertionError(f"{widget.name} cannot be brought into view")

    def slide(self, screen: EmphasisScreen) -> None:
        row = screen.current
        assert row
        self.bring(row)
        at = self.fate.randrange(len(row.steps))
        y = row.track.middle[1]
        spot = Rect(row.track.x + row.track.w * at / max(1, len(row.steps) - 1), y, 0, 0)
        kinds = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
        self.app.run_events([pointer(kind, spot.x, spot.y, self.app) for kind in kinds])
