"""What a play hides from the trainee and shows to the author: values, answers, buyers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from simulator.game.build import Path
from simulator.game.play import Play, Told
from simulator.game.policy import worths
from simulator.game.run import Run
from simulator.game.score import Grade, Scorer, cost
from simulator.problems import Place, SolverError
from simulator.window.preview.bring import seed_drawing


@dataclass(frozen=True)
class Answer:
    """What some buyers, by name, would answer to a choice; ``all`` of those still possible."""

    buyers: tuple[str, ...]
    all: bool
    told: Told


@dataclass(frozen=True)
class Secret:
    """A choice with what is hidden of it.

    ``lost`` are the points of score it gives away against best play (None while that is not known),
    and ``grade`` what that is called. A choice that cannot be made has no answers, and says why.
    """

    id: str
    number: int
    say: str
    is_legal: bool
    why_not: str
    lost: Fraction | None
    grade: Grade | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Suspect:
    """A buyer as the author sees it; ``drawn`` is the true one, ``possible`` not yet ruled out."""

    id: str
    name: str
    drawn: bool
    possible: bool


def suspects(play: Play) -> list[Suspect]:
    """All buyers, and what the trainee could know of them now."""
    return [
        Suspect(buyer.id, buyer.name, at == play.buyer, bool(play.buyers >> at & 1))
        for at, buyer in enumerate(play.scenario.buyers)
    ]


def expected(play: Play, scorer: Scorer) -> Fraction:
    """What an ending is worth by best play from here, on average: 0..100."""
    weight = _weight(play)
    return Fraction(scorer.solution.value(play.state, play.buyers), weight)


def secrets(play: Play, scorer: Scorer | None) -> list[Secret]:
    """Every choice that is shown now, in the order of the screen."""
    lost = _lost(play, scorer) if scorer else {}
    possible = [at for at in range(len(play.game.buyers)) if play.buyers >> at & 1]
    shadows = {at: _against(play, at) for at in possible}
    return [
        Secret(
            view.id,
            view.number,
            view.say,
            view.is_legal,
            "" if view.is_legal else _why_not(view.is_used, view.locked_hint),
            _cost(scorer, lost.get(view.id)),
            _grade(scorer, lost.get(view.id)),
            _answers(play, view.id, shadows) if view.is_legal else (),
        )
        for view in play.prompt().choices
    ]


def _why_not(is_used: bool, hint: str) -> str:
    return "Already picked." if is_used else hint or "Cannot be chosen now."


def _weight(play: Play) -> int:
    return sum(w for at, w in enumerate(play.game.weights) if play.buyers >> at & 1)


def _lost(play: Play, scorer: Scorer) -> Mapping[str, Fraction]:
    try:
        found = worths(play.game, scorer.solution, play.state, play.buyers)
    except SolverError:
        return {}
    best, weight = max(found.values()), _weight(play)
    options = play.game.nodes[play.state.node].options
    return {options[at].id: Fraction(best - worth, weight) for at, worth in found.items()}


def _cost(scorer: Scorer | None, lost: Fraction | None) -> Fraction | None:
    """What a loss of worth costs in points of the score, as the trainee's review tells it."""
    if scorer is None or lost is None:
        return None
    return cost(lost, scorer.solution.start_value, scorer.solution.random_value)


def _grade(scorer: Scorer | None, lost: Fraction | None) -> Grade | None:
    if scorer is None or lost is None:
        return None
    return scorer.grade(int(lost * scorer.scale))


def _against(play: Play, buyer: int) -> Play:
    """The same play against another buyer who has not been ruled out: all looked the same."""
    seed = seed_drawing(play.game, buyer)
    run = Run(play.run.scenario, play.run.digest, seed, play.run.choices)
    return Play(play.scenario, play.game, run)


def _answers(play: Play, choice: str, shadows: Mapping[int, Play]) -> tuple[Answer, ...]:
    """What each buyer would answer, those together who would answer alike."""
    found: list[tuple[Told, list[str]]] = []
    for at, shadow in shadows.items():
        told = _told(shadow, choice)
        alike = next((names for other, names in found if other == told), None)
        if alike is None:
            alike = []
            found.append((told, alike))
        alike.append(play.scenario.buyers[at].name)
    return tuple(Answer(tuple(names), len(found) == 1, told) for told, names in found)


def _told(shadow: Play, choice: str) -> Told:
    """What a choice would lead to; the play stays as it is."""
    run = replace(shadow.run, choices=())
    copy = Play(shadow.scenario, shadow.game, run)
    copy.steps, copy.told, copy.run = list(shadow.steps), list(shadow.told), shadow.run
    return copy.choose(choice)


def place_of_decision(play: Play, node: int | None = None) -> Place:
    """Where the decision of a node stands in the file; of the present one without a node."""
    spot = play.spots[play.state.node if node is None else node]
    path: Path = spot.path[:-1]
    return play.scenario.place_of(path)
