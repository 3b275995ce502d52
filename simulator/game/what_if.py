"""Ways a play could have gone: the best line, and what-ifs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Final

from simulator.game.play import Play
from simulator.game.policy import worths
from simulator.game.rules import State
from simulator.game.run import Run
from simulator.game.score import Scorer
from simulator.problems import IllegalChoice
from simulator.scenario.words import Verdict

_LIKED: Final = (Verdict.EXCELLENT, Verdict.GOOD, None, Verdict.FAIR, Verdict.POOR)


def taste(play: Play, state: State, option: int) -> tuple[int, int, int, bool]:
    """What an option at a state has for it besides its worth; the lowest is to be named first.

    First the author's verdict, then how many unknown facts it can teach, then how much it lifts
    the meters; stopping comes before what does neither. Nothing here looks at the true buyer.
    """
    spot, found = play.spots[state.node], play.game.nodes[state.node].options[option]
    is_stop = option >= len(spot.choices)
    verdict = None if is_stop else spot.choices[option].verdict
    learns = [found.base.learn, *(effect.learn for _, effect in found.cases)]
    learn = reduce(or_, (*learns, *(bonus.learn for bonus in found.also)))
    news = (learn & ~state.marks).bit_count()
    lifts = sum(found.base.deltas)
    return _LIKED.index(verdict), -news, -lifts, not is_stop


def taught(play: Play, state: State, found: Mapping[int, int]) -> int:
    """The best option of those valued in ``found``; among equals the one to teach.

    A review that names one of several equal choices should not name the one that reads badly.
    """
    return min(found, key=lambda option: (-found[option], taste(play, state, option)))


def again(play: Play, moves: int) -> Play:
    """The same person against the same buyer after the first moves; a run without an id."""
    run = play.run
    start = Run(run.scenario, run.digest, run.seed, run.choices[:moves], run.player, run.team)
    return Play(play.scenario, play.game, start)


def finish(play: Play, scorer: Scorer) -> None:
    """Play on to the end by the best choices."""
    while not play.is_over:
        _choose_best(play, scorer)


def _choose_best(play: Play, scorer: Scorer) -> None:
    found = worths(play.game, scorer.solution, play.state, play.buyers)
    at = taught(play, play.state, found)
    play.choose(play.game.nodes[play.state.node].options[at].id)


def what_if(play: Play, scorer: Scorer, move: int, choice: str, *, best_on: bool) -> Play:
    """The same run with another choice at a move (an index), against the same buyer.

    Later choices are kept where they are still legal, and best where they are not; with
    ``best_on`` the best choices follow at once. Raises IllegalChoice for a choice not open there.
    """
    other = again(play, move)
    other.choose(choice)
    later = {} if best_on else _by_node(play, move + 1)
    while not other.is_over:
        node = other.game.nodes[other.state.node]
        wanted = later.get(node.id, [])
        if not wanted or not _tried(other, wanted.pop(0)):
            _choose_best(other, scorer)
    return other


def _by_node(play: Play, first: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for step, choice in zip(play.steps[first:], play.run.choices[first:], strict=True):
        found.setdefault(play.game.nodes[step.state.node].id, []).append(choice)
    return found


def _tried(play: Play, choice: str) -> bool:
    try:
        play.choose(choice)
    except IllegalChoice:
        return False
    return True
