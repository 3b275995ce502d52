"""The shipped scenarios, solved once, and what a search through their runs comes across."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from simulator import paths
from simulator.game.build import build_game
from simulator.game.policy import best_option, worths
from simulator.game.rules import Game, State
from simulator.game.score import Scorer
from simulator.game.solver import Solution, solve
from simulator.game.steps import option_named, take, walk
from simulator.problems import Problem
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Condition, Scenario

SHIPPED = ("first-call", "gym-membership", "crm-harbour")
JUDGED_ALWAYS = 100
"""The first visits to a decision, at each of which the proof is asked what is best."""


@dataclass(frozen=True)
class Content:
    """A shipped scenario with its rules and its proof."""

    scenario: Scenario
    problems: list[Problem]
    game: Game
    solution: Solution
    scorer: Scorer

    def buyer(self, name: str) -> int:
        """The index of a buyer."""
        return self.game.buyers.index(name)


@cache
def content(name: str) -> Content:
    """A shipped scenario by its id; loaded and solved once for all tests."""
    scenario, problems = load_scenario(paths.scenarios_dir() / f"{name}.yaml")
    assert scenario is not None, problems
    game = build_game(scenario)
    solution = solve(game)
    return Content(scenario, problems, game, solution, Scorer(game, solution))


@dataclass(frozen=True)
class Ending:
    """A finished run: its value in points, the index of the true buyer, the choice ids."""

    value: int
    buyer: int
    choices: tuple[str, ...]


@dataclass
class Seen:
    """What many runs came across, by ids and indices."""

    nodes: set[str] = field(default_factory=set)
    choices: set[str] = field(default_factory=set)
    effects: set[tuple[str, int]] = field(default_factory=set)
    """Node and choice with the case that applied; -1 is the choice's own effect."""
    outcomes: set[str] = field(default_factory=set)
    epilogue: set[int] = field(default_factory=set)
    silent: list[Ending] = field(default_factory=list)
    """Runs of which the epilogue has nothing to tell."""
    values: list[int] = field(default_factory=list)
    visits: Counter[str] = field(default_factory=Counter)
    judged: dict[str, set[str]] = field(default_factory=dict)
    """For each node, the choices that were best wherever the proof was asked."""
    endings: dict[str, Ending] = field(default_factory=dict)
    """For each outcome, the run of the highest value that ended in it."""


def applied(game: Game, state: State, option: int, buyer: int) -> int:
    """Which case of an option counts for this buyer; -1 for none."""
    cases = game.nodes[state.node].options[option].cases
    holds = (at for at, (when, _) in enumerate(cases) if when.holds(state, buyer))
    return next(holds, -1)


@cache
def explored(name: str, runs: int = 1500) -> Seen:
    """Runs that look for what has not been seen, from more or less good play; always the same."""
    it, seen, dice = content(name), Seen(), random.Random(7)
    game = it.game
    for run in range(runs):
        buyer, care = run % len(game.buyers), (0, 50, 80, 95)[run // len(game.buyers) % 4]
        state, buyers, made = game.start(), game.everyone, list[str]()
        while not game.is_over(state):
            option = _next(it, seen, state, buyers, buyer, dice, care)
            node = game.nodes[state.node]
            name_of = f"{node.id}.{node.options[option].id}"
            seen.nodes.add(node.id)
            seen.choices.add(name_of)
            made.append(node.options[option].id)
            seen.effects.add((name_of, applied(game, state, option, buyer)))
            step = take(game, state, buyers, option, buyer)
            state, buyers = step.after, step.still
        _note_ending(it, seen, state, Ending(game.value(state, buyer), buyer, tuple(made)))
    return seen


def _next(
    it: Content,
    seen: Seen,
    state: State,
    buyers: int,
    buyer: int,
    dice: random.Random,
    care: int,
) -> int:
    node = it.game.nodes[state.node]
    legal = it.game.legal(state)
    fresh = [
        option
        for option in legal
        if (f"{node.id}.{node.options[option].id}", applied(it.game, state, option, buyer))
        not in seen.effects
    ]
    seen.visits[node.id] += 1
    careful = dice.randrange(100) < care
    best = legal
    if careful or seen.visits[node.id] < JUDGED_ALWAYS:
        found = worths(it.game, it.solution, state, buyers)
        best = [option for option, worth in found.items() if worth == max(found.values())]
        if len(legal) > 1:
            names = {node.options[option].id for option in best}
            seen.judged[node.id] = seen.judged.get(node.id, names) & names
    if fresh:
        return dice.choice(fresh)
    return dice.choice(best if careful else legal)


def _note_ending(it: Content, seen: Seen, state: State, ending: Ending) -> None:
    assert state.outcome, "a run ended without an outcome"
    outcome = it.game.outcomes[state.outcome - 1]
    seen.outcomes.add(outcome)
    seen.values.append(ending.value)
    if outcome not in seen.endings or seen.endings[outcome].value < ending.value:
        seen.endings[outcome] = ending
    told = [
        at
        for at, episode in enumerate(it.scenario.epilogue)
        if episode.when is None or happens(it.game, episode.when, state, ending)
    ]
    seen.epilogue.update(told)
    if not told:
        seen.silent.append(ending)


def happens(game: Game, when: Condition, state: State, ending: Ending) -> bool:
    """Whether a condition of the epilogue, as it is written, holds for a finished run."""
    made, outcome = set(ending.choices), game.outcomes[state.outcome - 1]
    buyer = game.buyers[ending.buyer]
    meters = dict(zip(game.meters, state.meters, strict=True))
    return (
        set(when.chose or ()) <= made
        and (when.chose_any is None or bool(made & set(when.chose_any)))
        and not made & set(when.not_chose or ())
        and outcome in (when.outcome or [outcome])
        and buyer in (when.buyer or [buyer])
        and buyer not in (when.not_buyer or [])
        and all(low <= meters[name] <= high for name, (low, high) in when.meters.items())
    )


def best_runs(it: Content) -> list[Ending]:
    """Best play against each buyer; of several best choices the first in the file."""
    found = []
    for buyer in range(len(it.game.buyers)):
        made: list[str] = []
        for state, buyers in states_of(it, buyer, made):
            option = best_option(it.game, it.solution, state, buyers)
            made.append(it.game.nodes[state.node].options[option].id)
        last = walk(it.game, made, buyer)[-1].after
        found.append(Ending(it.game.value(last, buyer), buyer, tuple(made)))
    return found


def states_of(it: Content, buyer: int, made: list[str]) -> Iterator[tuple[State, int]]:
    """The information states of a run while its choices are being appended to ``made``."""
    state, buyers = it.game.start(), it.game.everyone
    while not it.game.is_over(state):
        yield state, buyers
        step = take(it.game, state, buyers, option_named(it.game, state, made[-1]), buyer)
        state, buyers = step.after, step.still
