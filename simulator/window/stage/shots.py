"""The states of the stage screens that the gallery draws."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.game.rules import DONE
from simulator.window.screen import Screen
from simulator.window.stage.emphasis import EmphasisScreen
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.pick import PickScreen
from simulator.window.widgets import Action

if TYPE_CHECKING:
    from simulator.window.flow import Flow

Make = Callable[["Flow"], Screen]


def shown(
    make: Callable[[Flow], Screen],
    stage: str,
    *,
    scenario: str = "crm-harbour",
    decision: int = 0,
    then: Callable[[StageScreen], None] | None = None,
) -> Make:
    """What makes the screen at a step of a stage, and does something on it once it is shown."""

    def at(flow: Flow) -> Screen:
        from simulator.window.gallery import at_stage

        screen = make(at_stage(flow, stage, scenario, decision=decision))
        assert isinstance(screen, StageScreen), "a stage has a stage screen"
        if then:
            _once_shown(screen, then)
        return screen

    return at


def _once_shown(screen: StageScreen, then: Callable[[StageScreen], None]) -> None:
    enter = screen.enter

    def begin() -> None:
        enter()
        then(screen)

    screen.enter = begin  # type: ignore[method-assign]


def choosing(*places: int) -> Callable[[StageScreen], None]:
    """Make choices by their place among the open ones, looking at each first where one can."""

    def do(screen: StageScreen) -> None:
        for place in places:
            open_now = [v.id for v in screen.prompt.choices if v.is_legal and v.id != DONE]
            choice = open_now[place % len(open_now)]
            if isinstance(screen, PickScreen):
                screen.act(Action("select", choice))
            screen.choose(choice)

    return do


def looking_at(word: str) -> Callable[[StageScreen], None]:
    """Select the first choice through that channel or by that technique."""

    def do(screen: StageScreen) -> None:
        for view in screen.prompt.choices:
            choice = view.choice
            if choice and view.is_legal and word in (choice.channel, choice.technique):
                screen.act(Action("select", view.id))
                return

    return do


def planning(screen: StageScreen) -> None:
    """Plan some minutes and present the first feature."""
    assert isinstance(screen, EmphasisScreen), "only features have minutes"
    first, second = screen.rows[:2]
    for row in (first, second):
        row.at = 1
        screen.act(Action(row.name, 1))
    screen.act(Action("present"))
