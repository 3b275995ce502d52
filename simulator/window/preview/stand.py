"""Where on the screen a play stands, so that it can stand there again after a save."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from simulator.window.screen import Screen
from simulator.window.screens.briefing import BriefingScreen
from simulator.window.screens.debrief import DebriefScreen
from simulator.window.screens.epilogue import EpilogueScreen
from simulator.window.screens.notebook import NotebookScreen
from simulator.window.screens.recap import RecapScreen
from simulator.window.stage.emphasis import EmphasisScreen
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.pick import PickScreen

if TYPE_CHECKING:
    from simulator.window.app import App

ABOVE: Final = {BriefingScreen: "briefing", NotebookScreen: "notebook"}


@dataclass(frozen=True)
class Stand:
    """The screen a play stands on.

    ``kind`` is ``stage``, ``answer`` (a choice has been answered and waits for "Continue"),
    ``recap``, ``epilogue`` or ``review``. ``above`` is what is being looked up, ``selected`` the
    choice that is being looked at, ``plan`` the minutes given to features, ``view`` and ``move``
    what the review shows.
    """

    kind: str = "stage"
    above: str = ""
    selected: str = ""
    plan: dict[str, int] = field(default_factory=dict)
    view: int = 0
    move: int = 0

    @property
    def looks_back(self) -> bool:
        """Whether the screen is about the last choice rather than the next one."""
        return self.kind in ("answer", "recap")


def stand_of(app: App) -> Stand:
    """Where the play stands on the screens of an application."""
    base = app.stack[0] if app.stack else None
    above = ABOVE.get(type(app.top), "") if app.stack else ""
    if isinstance(base, DebriefScreen):
        return Stand("review", above, view=base.tabs.chosen, move=base.moves.selected)
    if isinstance(base, PickScreen) and not base.waiting:
        return Stand("stage", above, selected=base.selected)
    if isinstance(base, EmphasisScreen) and not base.waiting:
        return Stand("stage", above, plan=dict(base.plan))
    return Stand(_kind(base), above)


def _kind(base: Screen | None) -> str:
    if isinstance(base, StageScreen):
        return "answer" if base.waiting else "stage"
    kinds = {RecapScreen: "recap", EpilogueScreen: "epilogue"}
    return next((kind for screen, kind in kinds.items() if isinstance(base, screen)), "stage")


def look_again(screen: Screen, stand: Stand) -> None:
    """Select on a new screen what was selected on the one before, if it is still there."""
    if isinstance(screen, PickScreen):
        view = screen.view_of(stand.selected)
        if view and view.is_legal:
            screen.selected = stand.selected
            screen.refresh()
    elif isinstance(screen, EmphasisScreen) and stand.plan:
        known = {slot.feature for slot in screen.prompt.slots}
        screen.plan.update({key: at for key, at in stand.plan.items() if key in known})
        screen.refresh()
    elif isinstance(screen, DebriefScreen):
        screen.show(min(stand.view, len(screen.views) - 1))
        screen.moves.show(min(stand.move, len(screen.review.moves) - 1))
