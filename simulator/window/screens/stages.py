"""The screen of the present decision, in the style of its stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.game.play import Prompt
from simulator.window.screen import Screen
from simulator.window.stage.board import BoardScreen
from simulator.window.stage.closing import ClosingScreen, is_table
from simulator.window.stage.contact import ContactScreen
from simulator.window.stage.desk import DeskScreen
from simulator.window.stage.emphasis import EmphasisScreen
from simulator.window.stage.follow import FollowScreen
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.parry import ParryScreen
from simulator.window.stage.talk import TalkScreen

if TYPE_CHECKING:
    from simulator.window.flow import Flow


def stage_screen(flow: Flow) -> Screen:
    """The screen for what is to be decided now. Raises IndexError when the play is over."""
    return _style(flow.play.prompt())(flow)


_TALKS: dict[str, type[StageScreen]] = {"objections": ParryScreen, "follow_up": FollowScreen}


def _style(prompt: Prompt) -> type[StageScreen]:
    """The style of a decision: that of its stage, or a talk if nothing calls for more."""
    if prompt.slots:
        return EmphasisScreen
    if prompt.stage == "prospecting":
        return BoardScreen
    if prompt.stage == "preparation":
        return DeskScreen
    if any(view.choice and view.choice.channel for view in prompt.choices):
        return ContactScreen
    if prompt.stage == "closing" and is_table(prompt.choices):
        return ClosingScreen
    return _TALKS.get(prompt.stage, TalkScreen)
