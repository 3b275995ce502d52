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
from simulator.window.stage.shots import choosing, looking_at, planning, shown
from simulator.window.stage.talk import TalkScreen

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot


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


def gallery_screens() -> list[Shot]:
    """Each stage at its beginning and after a choice, and every kind of draft."""
    objection = choosing(1)
    small = "first-call"
    return [
        ("leads", shown(stage_screen, "prospecting")),
        ("leads-found", shown(stage_screen, "prospecting", then=choosing(1, 0))),
        ("leads-small", shown(stage_screen, "prospecting", then=choosing(1), scenario=small)),
        ("leads-door", shown(stage_screen, "prospecting", decision=3)),
        ("desk", shown(stage_screen, "preparation")),
        ("desk-found", shown(stage_screen, "preparation", then=choosing(0, 1))),
        ("contact", shown(stage_screen, "approach")),
        (
            "contact-mail",
            shown(stage_screen, "approach", then=looking_at("e-mail"), scenario=small),
        ),
        ("contact-call", shown(stage_screen, "approach", then=looking_at("cold call"))),
        ("contact-message", shown(stage_screen, "approach", then=looking_at("social message"))),
        ("contact-visit", shown(stage_screen, "approach", then=looking_at("face to face"))),
        ("contact-video", shown(stage_screen, "approach", then=looking_at("video call"))),
        ("contact-answer", shown(stage_screen, "approach", then=choosing(1))),
        ("talk", shown(stage_screen, "approach", decision=1)),
        ("talk-small", shown(stage_screen, "approach", decision=1, scenario=small)),
        ("talk-answer", shown(stage_screen, "approach", decision=1, then=choosing(0))),
        ("talk-budget", shown(stage_screen, "approach", decision=2, then=choosing(0))),
        ("minutes", shown(stage_screen, "presentation", scenario=small)),
        ("minutes-planned", shown(stage_screen, "presentation", then=planning, scenario=small)),
        ("objection", shown(stage_screen, "objections")),
        ("objection-moves", shown(stage_screen, "objections", then=objection)),
        ("objection-small", shown(stage_screen, "objections", scenario=small)),
        ("closing", shown(stage_screen, "closing")),
        ("closing-sheet", shown(stage_screen, "closing", then=looking_at("trial or pilot"))),
        (
            "closing-small",
            shown(stage_screen, "closing", then=looking_at("direct ask"), scenario=small),
        ),
        ("closing-answer", shown(stage_screen, "closing", then=choosing(0))),
        ("follow-up", shown(stage_screen, "follow_up")),
        ("follow-up-answer", shown(stage_screen, "follow_up", then=choosing(0), scenario=small)),
    ]
