"""The screen of the present decision, in the style of its stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.window.screen import Screen
from simulator.window.stage.talk import TalkScreen

if TYPE_CHECKING:
    from simulator.window.flow import Flow


def stage_screen(flow: Flow) -> Screen:
    """The screen for what is to be decided now. Raises IndexError when the play is over."""
    return TalkScreen(flow)
