"""Nothing is cut, covered or too faint on any screen of a play, however long the texts are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from simulator.game.build import build_game
from simulator.scenario.model import Scenario
from simulator.store.levels import Level, Levels
from simulator.store.session import Session
from simulator.store.store import Store
from simulator.window.app import App
from simulator.window.flow import Flow
from simulator.window.inspection import faults
from simulator.window.screen import Screen
from simulator.window.screens.epilogue import EpilogueScreen
from simulator.window.screens.notebook import NotebookScreen
from simulator.window.screens.recap import RecapScreen
from simulator.window.screens.stages import stage_screen
from simulator.window.stage.emphasis import EmphasisScreen
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.pick import PickScreen
from simulator.window.theme import THEMES
from simulator.window.widgets import Action
from tests.window_stage_kit import SCENARIOS, level_of

LOOKS = [
    ((1280, 720), 1.0, "light"),
    ((1280, 720), 1.5, "dark"),
    ((1920, 1080), 1.0, "contrast"),
    ((1024, 768), 1.5, "light"),
    ((1024, 640), 1.0, "light"),
    ((1024, 640), 2.0, "light"),
    ((2560, 1080), 0.8, "dark"),
]
TEXTS = ("say", "reply", "draft", "scene", "prospect", "intro", "coach", "note", "text", "about")
LINES = ("task", "label", "subject", "company", "role", "benefit", "title", "locked hint")
FILLING = "An honest word about the harbour, the cranes and a rather long Wednesday, told slowly. "


def stretched(value: Any, name: str = "") -> Any:
    """A part of a scenario with every text as long as an author may write it."""
    if isinstance(value, dict):
        inner = {key: stretched(part, key) for key, part in value.items() if key != "done"}
        if "done" in value:
            inner["done"] = stretched(value["done"]["say"], "label")
            inner["done"] = {"say": inner["done"]}
        return inner
    if isinstance(value, list | tuple):
        return [stretched(part, name) for part in value]
    if not isinstance(value, str):
        return value
    if name in TEXTS:
        return (value + " " + FILLING * 6)[:419].strip()
    if name in (*LINES, "terms", "signals"):
        return (value + " " + FILLING)[:89].strip()
    return value


def stretched_level() -> Level:
    """The harbour level with the longest texts, the longest name, and the same rules."""
    scenario = level_of("crm-harbour").scenario
    loose = stretched(scenario.model_dump(by_alias=True, exclude_none=True))
    loose["prospect"]["name"] = "Wilhelmina Alexandra van der Stappen-Oldenkamp"
    for feature in loose["product"]["features"]:
        feature["name"] = f"{feature['name']} with a name as long as a marketing week"
    long = Scenario.model_validate(loose)
    return Level(long, build_game(long), "", [])


class Walk:
    """A play at one look; every screen it shows is inspected."""

    def __init__(self, home: Path, level: Level, look: tuple[tuple[int, int], float, str]) -> None:
        size, text_scale, theme = look
        self.app = App(
            size, text_scale=text_scale, theme=THEMES[theme], reduced_motion=True, headless=True
        )
        self.store = Store(home, Levels([level]).judge)
        self.flow = Flow(self.app, Session(self.store, [level], seed=11))
        self.flow.session.begin(level)
        self.found: list[str] = []

    def show(self, screen: Screen) -> None:
        self.app.reset(screen)
        self.look("at first")

    def look(self, when: str) -> None:
        self.app.wait(0.02)
        top = self.app.top
        where = type(top).__name__
        if isinstance(top, StageScreen):
            where += f" {top.prompt.node}"
        self.found += [f"{where} {when}: {fault}" for fault in faults(self.app.record())]

    def step(self, pick: int) -> None:
        """Make one choice on the screen in front, looking at every state on the way."""
        screen = self.app.top
        assert isinstance(screen, StageScreen)
        legal = [view for view in screen.prompt.choices if view.is_legal]
        view = legal[pick % len(legal)]
        if isinstance(screen, PickScreen):
            screen.act(Action("select", view.id))
            self.look(f"with {view.id}")
        if isinstance(screen, EmphasisScreen):
            current = screen.current
            assert current
            view = next(each for each in legal if each.id == current.steps[-1].id)
        screen.choose(view.id)
        self.look(f"after {view.id}")

    def close(self) -> list[str]:
        self.store.close()
        return self.found


def walk(
    home: Path, level: Level, look: tuple[tuple[int, int], float, str], pick: int
) -> list[str]:
    """Play to the end; returns every fault."""
    going = Walk(home, level, look)
    flow = going.flow
    going.show(NotebookScreen(flow))
    going.show(stage_screen(flow))
    while not flow.play.is_over:
        going.step(pick)
        top = going.app.top
        told = flow.play.told[-1]
        if told.stage_over:
            going.show(RecapScreen(flow, told.stage_over))
        if not flow.play.is_over and (not isinstance(top, StageScreen) or top.waiting):
            going.show(stage_screen(flow))
    going.show(EpilogueScreen(flow))
    going.show(NotebookScreen(flow))
    going.show(NotebookScreen(flow, 1))
    return going.close()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_screen_of_a_play_is_sound_with_the_longest_texts(
    tmp_path: Path, look: tuple[tuple[int, int], float, str]
) -> None:
    assert walk(tmp_path, stretched_level(), look, 0) == []


@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[3], LOOKS[4]], ids=str)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_screen_of_a_shipped_level_is_sound(
    tmp_path: Path, scenario: str, look: tuple[tuple[int, int], float, str]
) -> None:
    assert walk(tmp_path, level_of(scenario), look, 1) == []
