"""A finished play under review in a window without a display."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from simulator.game.debrief import Debrief, debrief
from simulator.game.play import Play
from simulator.game.policy import Policy, choose_by
from simulator.store.levels import Level, Levels, level_from_text, load_level, open_store
from simulator.store.session import Session
from simulator.window.app import App
from simulator.window.flow import Flow
from simulator.window.screens.debrief import DebriefScreen
from simulator.window.widgets import Widget
from simulator.window.widgets.base import family
from simulator.window.widgets.scroll import ScrollArea
from tests.scenario_text import SMALL
from tests.window_kit_sample import click, key

KEPT = Path(__file__).parent / "kept" / "first-call.yaml"


@dataclass
class Table:
    """Levels, a store in a folder of its own, and a window."""

    app: App
    flow: Flow

    def finish(self, level: Level, policy: Policy, seed: int) -> tuple[Debrief, Play]:
        """Let a bot play a level to its end."""
        session = self.flow.session
        session.seed = seed
        play = session.begin(level)
        while not play.is_over:
            play.choose(choose_by(policy, play, level.solution()))
        return debrief(play, level.scorer()), play

    def open(self, policy: Policy = Policy.FIRST, seed: int = 7, level: int = 0) -> DebriefScreen:
        """Show the review of a bot's play."""
        review, play = self.finish(self.flow.session.levels[level], policy, seed)
        screen = DebriefScreen(self.flow, review, play)
        self.app.push(screen)
        self.app.wait(0.1)
        return screen

    def press(self, *codes: int) -> None:
        """Press keys one after the other."""
        self.app.run_events([key(code) for code in codes])

    def find(self, name: str) -> Widget:
        """The first widget of that name on the screen in front."""
        return next(one for one in family(self.app.top.widgets) if one.name == name)

    def click(self, widget: Widget) -> None:
        """Click on a widget, after scrolling to it if need be."""
        if isinstance(widget.parent, ScrollArea):
            widget.parent.reveal(widget.rect)
        self.app.run_events(click(self.app, widget))

    def texts(self) -> str:
        """All words that can be seen."""
        return "\n".join(self.app.record().texts())

    @property
    def screen(self) -> str:
        """The name of the screen in front."""
        return type(self.app.top).__name__

    @property
    def focus(self) -> str:
        """The name of the widget in focus."""
        return self.app.top.focus.name if self.app.top.focus else ""


def table_at(home: Path, monkeypatch: pytest.MonkeyPatch) -> Table:
    """The tutorial and the small scenario, played by Maya."""
    monkeypatch.setenv("PITCHCRAFT_HOME", str(home))
    # The tutorial as it once was: editing the shipped one shall not move what is clicked here.
    levels = [load_level(str(KEPT)), level_from_text(SMALL, "small.yaml")]
    store = open_store(Levels(levels))
    session = Session(store, levels, player=store.add_player("Maya", "North"))
    app = App(reduced_motion=True, headless=True)
    return Table(app, Flow(app, session))
