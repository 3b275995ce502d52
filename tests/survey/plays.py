"""Plays of a level that together come to every decision, and to the longest words of each."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator.game.play import ChoiceView, Prompt
from simulator.game.policy import Policy, choose_by
from simulator.game.run import Run
from simulator.store.levels import Level

TRIED = 240
SKILL = 0.8
Goal = tuple[str, str]
"""A decision, and what is made there: a choice, or nothing to see the decision itself."""


@dataclass
class Course:
    """A whole play: its seed, its choices, what it shows, and how many choices were locked."""

    seed: int
    choices: list[str] = field(default_factory=list)
    goals: set[Goal] = field(default_factory=set)
    locked: dict[str, int] = field(default_factory=dict)


def courses(level: Level) -> list[Course]:
    """A few plays in which every decision of a level comes up that comes up in any of many.

    At each decision the choice with the longest words and the one with the longest answer is made
    in some play, and some play comes to it with as many locked choices as were ever seen.
    """
    made: Counter[Goal] = Counter()
    tried = [_course(level, seed, made) for seed in range(TRIED)]
    most: dict[str, int] = {}
    for course in tried:
        for node, count in course.locked.items():
            most[node] = max(count, most.get(node, 0))
    for course in tried:
        course.goals |= {(node, "locked") for node, n in course.locked.items() if n == most[node]}
    return list(_fewest(tried))


def _fewest(tried: list[Course]) -> Iterator[Course]:
    missing = {goal for course in tried for goal in course.goals}
    while missing:
        best = max(tried, key=lambda course: len(course.goals & missing))
        missing -= best.goals
        yield best


def _course(level: Level, seed: int, made: Counter[Goal]) -> Course:
    """Play by dice, but often on what has been ``made`` least, so that rare decisions come up.

    Every other play is a good one, as some decisions come up only after a sale.
    """
    dice, course = random.Random(seed), Course(seed)
    play = level.play(Run(level.scenario.id, level.game.digest, seed))
    while not play.is_over:
        prompt = play.prompt()
        legal = [view for view in prompt.choices if view.is_legal]
        wordy = [view for view in legal if view.id in _wordiest(prompt)]
        rarest = min(made[prompt.node, view.id] for view in legal)
        rare = [view for view in legal if made[prompt.node, view.id] == rarest]
        chosen = dice.choice(dice.choice((wordy or legal, rare, legal)))
        if seed % 2 and dice.random() < SKILL:
            best = choose_by(Policy.BEST, play, level.solution())
            chosen = next(view for view in legal if view.id == best)
        made[prompt.node, chosen.id] += 1
        course.goals.add((prompt.node, ""))
        if chosen in wordy:
            course.goals.add((prompt.node, chosen.id))
        locked = len(prompt.choices) - len(legal)
        course.locked[prompt.node] = max(locked, course.locked.get(prompt.node, 0))
        course.choices.append(chosen.id)
        play.choose(chosen.id)
    return course


def _wordiest(prompt: Prompt) -> set[str]:
    """The choices of a decision with the most to say, and with the most to answer."""
    views = [view for view in prompt.choices if view.choice]
    if not views:
        return set()
    return {max(views, key=_said).id, max(views, key=_answered).id}


def _said(view: ChoiceView) -> tuple[int, str]:
    return len(view.say), view.id


def _answered(view: ChoiceView) -> tuple[int, str]:
    assert view.choice
    replies = [view.choice.reply, *(case.reply for case in view.choice.cases)]
    return max(len(reply or "") for reply in replies), view.id
