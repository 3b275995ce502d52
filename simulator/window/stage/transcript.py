"""What has been said and done so far, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.game.play import Play
from simulator.game.steps import Step
from simulator.scenario.model import Decision
from simulator.scenario.words import ALONE
from simulator.window.stage.directions import parts_of
from simulator.window.stage.words import head_of


@dataclass(frozen=True)
class Said:
    """One piece of the talk: by you, by the prospect, or told; ``head`` is a word above it.

    A piece by ``stage`` is the name of a stage, above what was said in it; one that was ``noted``
    is a fact that went into the notebook.
    """

    by: Literal["you", "them", "told", "noted", "stage"]
    text: str
    head: str = ""
    stage: str = ""


def is_narrated(stage: str, decision: Decision) -> bool:
    """Whether what a choice leads to is told rather than said by the prospect."""
    far = any(choice.channel for choice in decision.choices)
    return far or stage in ALONE


def transcript(play: Play, stage: str = "", decision: str = "") -> list[Said]:
    """All that was said, or what was said in one stage, or at one decision."""
    said: list[Said] = []
    before = None
    for step, told in zip(play.steps, play.told, strict=True):
        spot = play.spots[step.state.node]
        here = (not stage or spot.stage == stage) and (not decision or spot.decision.id == decision)
        if here and spot.decision is not before:
            said += _opening(
                play.fill(spot.decision.scene), play.fill(spot.decision.prospect), spot.stage
            )
        before = spot.decision
        if not here:
            continue
        passed = passed_over(play, step)
        if passed:
            said.append(Said("told", passed, "", spot.stage))
        else:
            _, head = head_of(spot.choices[step.option])
            said.append(Said("you", told.said, head, spot.stage))
        if told.reply:
            narrated = is_narrated(spot.stage, spot.decision)
            told_whole = [Said("told", told.reply, "", spot.stage)]
            said += told_whole if narrated else by_them(told.reply, spot.stage)
        said += [Said("noted", fact.note, "", spot.stage) for fact in told.learned]
    return said


def passed_over(play: Play, step: Step) -> str:
    """What is told of a choice to do nothing, which nobody says aloud; empty for all others."""
    spot = play.spots[step.state.node]
    if step.option >= len(spot.choices):
        return "You moved on."
    if spot.feature and not spot.choices[step.option].minutes:
        features = play.scenario.product.features
        name = next(each.name for each in features if each.id == spot.feature)
        return f"You left out {play.fill(name)}."
    return ""


def opening_of(play: Play, stage: str) -> list[Said]:
    """What the present decision begins with, if nothing was answered to it yet."""
    prompt = play.prompt()
    if prompt.stage != stage or (
        play.steps and play.spots[play.steps[-1].state.node].decision is prompt.decision
    ):
        return []
    return _opening(prompt.scene, prompt.prospect, stage)


def _opening(scene: str, prospect: str, stage: str) -> list[Said]:
    said = []
    if scene:
        said.append(Said("told", scene, "", stage))
    return said + by_them(prospect, stage)


def by_them(words: str, stage: str) -> list[Said]:
    """What the prospect says, and what is told of them within it."""
    return [Said("told" if one.told else "them", one.text, "", stage) for one in parts_of(words)]
