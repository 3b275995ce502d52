"""Every decision of a level on its screen, before and after it is made, and what comes between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from simulator.store.levels import Level, Levels
from simulator.store.session import Session
from simulator.store.store import Store
from simulator.window.app import App
from simulator.window.flow import Flow
from simulator.window.screen import Screen
from simulator.window.screens.briefing import BriefingScreen
from simulator.window.screens.epilogue import EpilogueScreen
from simulator.window.screens.notebook import NotebookScreen
from simulator.window.screens.recap import RecapScreen
from simulator.window.screens.stages import stage_screen
from simulator.window.stage.emphasis import EmphasisScreen
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.pick import PickScreen
from simulator.window.widgets import Action
from tests.survey.looks import Look
from tests.survey.plays import Course

Picture = tuple[str, App]
"""Where it is in the play, and the application that shows it."""


class Tour:
    """Shows the courses of a level in one look; each sight is shown once."""

    def __init__(self, home: Path, level: Level, look: Look) -> None:
        self.app = look.app()
        self.level = level
        self.store = Store(home, Levels([level]).judge)
        self.flow = Flow(self.app, Session(self.store, [level]))
        self._shown: set[str] = set()

    def pictures(self, courses: list[Course]) -> Iterator[Picture]:
        """Each picture in turn; it is to be looked at before the next is asked for."""
        try:
            yield self._show("briefing", BriefingScreen(self.flow, self.level))
            for course in courses:
                yield from self._follow(course)
        finally:
            self.store.close()

    def _show(self, name: str, screen: Screen) -> Picture:
        self.app.reset(screen)
        self.app.settle()
        return name, self.app

    def _follow(self, course: Course) -> Iterator[Picture]:
        session = self.flow.session
        session.seed = course.seed
        play = session.begin(self.level)
        for choice in course.choices:
            yield from self._decide(course, choice)
            over = play.told[-1].stage_over
            if over and self._is_new(f"recap of {over} in {course.seed}"):
                yield self._show(f"recap of {over}", RecapScreen(self.flow, over))
        yield self._show("epilogue", EpilogueScreen(self.flow))
        for page in range(2):
            yield self._show("notebook", NotebookScreen(self.flow, page))

    def _is_new(self, sight: str) -> bool:
        if sight in self._shown:
            return False
        self._shown.add(sight)
        return True

    def _decide(self, course: Course, choice: str) -> Iterator[Picture]:
        """Show a decision and what the choice leads to, or only make it if both are known."""
        prompt = self.flow.play.prompt()
        node = prompt.node
        locked = sum(not view.is_legal for view in prompt.choices)
        first = self._is_new(node)
        first |= locked == course.locked[node] and self._is_new(f"{node} locked")
        last = (node, choice) in course.goals and self._is_new(f"{node} {choice}")
        if not (first or last):
            self.flow.play.choose(choice)
            return
        screen = stage_screen(self.flow)
        picture = self._show(node, screen)
        assert isinstance(screen, StageScreen), "a decision is made on a stage's screen"
        if first:
            yield picture
        self._prepare(screen, choice)
        if last and isinstance(screen, PickScreen):
            yield f"{node} with {choice}", self.app
        screen.choose(choice)
        if last:
            yield f"{node} after {choice}", self.app

    def _prepare(self, screen: StageScreen, choice: str) -> None:
        """Look at a choice, or move the slider to it, as a person does before choosing."""
        if isinstance(screen, PickScreen):
            screen.act(Action("select", choice))
        if isinstance(screen, EmphasisScreen) and screen.current:
            row = screen.current
            row.at = [step.id for step in row.steps].index(choice)
            screen.act(Action(row.name, row.at))
