"""What is surveyed: every shot of the gallery, every level as played, every review, all widgets."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from simulator.game.debrief import debrief
from simulator.game.policy import Policy
from simulator.store.levels import Level
from simulator.window.flow import Flow
from simulator.window.gallery import at_end, shots, visit
from simulator.window.screen import Screen
from simulator.window.screens.debrief import DebriefScreen
from simulator.window.screens.debrief_what_if import WhatIfScreen
from tests.survey.long_texts import stretched, with_buyers
from tests.survey.looks import Look
from tests.survey.play import Picture, Tour
from tests.survey.plays import Course, courses
from tests.window_kit_sample import Sample

SETTLED = 0.02
EVERY = slice(None)


class Subject(NamedTuple):
    """Something to look at: its name, and its pictures in a look."""

    name: str
    pictures: Callable[[Look], Iterator[Picture]]


class Surveyed:
    """The levels and the made-up home of a survey, ready to be looked at."""

    def __init__(self, home: Path, levels: Sequence[Level]) -> None:
        self.home = home
        self.levels = levels
        self._courses: dict[str, list[Course]] = {}

    def subjects(self) -> list[Subject]:
        """Everything there is, in the order of a visit."""
        found = [Subject(f"screen {name}", partial(self.shot, make)) for name, make in shots()]
        found.append(Subject("widgets", widgets))
        for level in self.levels:
            name, long = level.scenario.id, stretched(level)
            found += [
                Subject(f"play {name}", partial(self.play, level)),
                Subject(f"play {name}, longest texts", partial(self.play, level, told=long)),
                Subject(f"review {name}", partial(self.review, level)),
                Subject(f"review {name}, longest texts", partial(self.review, long)),
            ]
        many = with_buyers(self.levels[0], 6)
        found.append(Subject("review of six buyers", partial(self.review, many)))
        return found

    def level(self, scenario: str) -> Level:
        """The level of that id."""
        return next(level for level in self.levels if level.scenario.id == scenario)

    def shot(self, make: Callable[[Flow], Screen], look: Look) -> Iterator[Picture]:
        """A shot of the gallery."""
        app = look.app()
        with visit(app, self.home, self.levels) as flow:
            app.push(make(flow))
            app.wait(SETTLED)
            yield "", app

    def play(
        self, level: Level, look: Look, told: Level | None = None, part: slice = EVERY
    ) -> Iterator[Picture]:
        """The courses of a level, or part of them, in its words or in those of ``told``."""
        with tempfile.TemporaryDirectory(prefix="pitchcraft-") as folder:
            tour = Tour(Path(folder), told or level, look)
            yield from tour.pictures(self.courses(level)[part])

    def courses(self, level: Level) -> list[Course]:
        """The plays that come to every decision of a level."""
        name = level.scenario.id
        if name not in self._courses:
            self._courses[name] = courses(level)
        return self._courses[name]

    def review(self, level: Level, look: Look) -> Iterator[Picture]:
        """Every view of the reviews of a good and of a bad play, and a what-if."""
        app = look.app()
        with visit(app, self.home, [level]) as flow:
            for policy in (Policy.WORST, Policy.BEST):
                at_end(flow, level.scenario.id, 3, policy)
                review = debrief(flow.play, level.scorer())
                for at in range(len(DebriefScreen(flow, review, flow.play).views)):
                    screen = DebriefScreen(flow, review, flow.play)
                    screen.show(at)
                    app.reset(screen)
                    yield f"of the {policy} play, {screen.view.title}", app
                app.reset(WhatIfScreen(flow, review, flow.play, review.turning_point or 0))
                yield f"of the {policy} play, what if", app


def widgets(look: Look) -> Iterator[Picture]:
    """All widgets."""
    app = look.app()
    app.push(Sample())
    yield "", app
