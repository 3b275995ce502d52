"""What a stage, or the whole play, amounted to: facts, meters, the days after."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.game.play import Play
from simulator.scenario.model import Fact
from simulator.scenario.words import Face
from simulator.window.stage.words import head_of


def facts_of(play: Play, stage: str) -> list[Fact]:
    """The facts learned in a stage, in the order in which they were learned."""
    return [fact for told in play.told if told.stage == stage for fact in told.learned]


def changes_of(play: Play, stage: str) -> dict[str, int]:
    """What a stage changed, in points, by the id of the meter; only what did change."""
    steps = [step for step in play.steps if play.spots[step.state.node].stage == stage]
    if not steps:
        return {}
    moved = zip(play.game.meters, steps[0].state.meters, steps[-1].after.meters, strict=True)
    return {meter: after - before for meter, before, after in moved if after != before}


NEWS: Final[dict[Face | None, tuple[str, str]]] = {
    Face.DELIGHTED: ("star", "good"),
    Face.INTERESTED: ("star", "good"),
    Face.SCEPTICAL: ("flag", "fair"),
    Face.ANNOYED: ("close", "bad"),
}
"""How a day is marked by how the prospect looked on it."""


class Day(NamedTuple):
    """What happened on a day after, and how the prospect looked, if that is known.

    What you did yourself has the ``icon`` of what it was for, and how it ended that of its kind
    with its ``tone``.
    """

    day: int
    text: str
    face: Face | None = None
    icon: str = ""
    tone: str = "primary"

    @property
    def sign(self) -> tuple[str, str]:
        """Icon and tone: given, or whether what happened was good news, bad, or neither."""
        return (self.icon, self.tone) if self.icon else NEWS.get(self.face, ("flag", "neutral"))


def days_after(play: Play) -> list[Day]:
    """What happened in the ninety days after, by day. To be shown when the play is over."""
    told = [
        Day(episode.day, play.fill(episode.text), episode.face)
        for when, episode in zip(play.game.epilogue, play.scenario.epilogue, strict=True)
        if when.holds(play.state, play.buyer)
    ]
    return sorted(told, key=lambda one: one.day)


def days_done(play: Play) -> list[Day]:
    """What you did on the days of the follow-up."""
    done = []
    for step, told in zip(play.steps, play.told, strict=True):
        spot = play.spots[step.state.node]
        day = spot.decision.day
        if spot.stage == "follow_up" and day is not None and step.option < len(spot.choices):
            icon, _ = head_of(spot.choices[step.option])
            done.append(Day(day, told.said, told.face, icon or "check"))
    return done


def whole_story(play: Play) -> list[Day]:
    """What you did in the follow-up and what happened in the ninety days, by day."""
    return sorted([*days_done(play), *days_after(play)], key=lambda one: one.day)
