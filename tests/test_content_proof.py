"""What the proof says about the shipped scenarios: all of it is played for, and cannot be gamed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest

from simulator.game.build import spots
from simulator.game.rules import State
from simulator.game.steps import walk
from simulator.game.study import study
from tests.content_kit import SHIPPED, Content, best_runs, content, explored, states_of

POLITE = ("thank", "please", "sorry", "kind", "fair", "you're right", "of course")


def says(it: Content, state: State, option: int) -> str:
    """What an option says; empty for stopping early."""
    listed = spots(it.scenario)[state.node].choices
    return listed[option].say if option < len(listed) else ""


def score_of(it: Content, pick: Callable[[State, Sequence[int]], int]) -> Fraction:
    """The mean score, over the draw of the buyer, of a bot that picks from the legal options."""
    runs, weights = [], it.game.weights
    for buyer in range(len(weights)):
        made: list[str] = []
        for state, _ in states_of(it, buyer, made):
            option = pick(state, it.game.legal(state))
            made.append(it.game.nodes[state.node].options[option].id)
        runs.append((tuple(made), buyer))
    scored = it.scorer.score(runs)
    total = sum(result.score * w for result, w in zip(scored, weights, strict=True))
    return Fraction(total, sum(weights))


@pytest.mark.parametrize("name", SHIPPED)
def test_everything_written_can_be_met(name: str) -> None:
    game, seen = content(name).game, explored(name)
    assert seen.nodes == {node.id for node in game.nodes}
    named = {(f"{n.id}.{o.id}", len(o.cases)) for n in game.nodes for o in n.options}
    assert seen.choices == {name for name, _ in named}
    every = {(name, case) for name, cases in named for case in range(-1, cases)}
    assert every - seen.effects == set()
    assert seen.outcomes == set(game.outcomes)
    assert all(study(game, content(name).solution).points)
    assert seen.epilogue == set(range(len(content(name).scenario.epilogue)))
    assert seen.silent == [], "each ending should have something to tell ninety days on"


@pytest.mark.parametrize("name", SHIPPED)
def test_good_play_pays_and_clicking_does_not(name: str) -> None:
    it = content(name)
    assert it.solution.start_value >= 80
    assert 20 <= it.solution.random_value <= 45
    assert it.solution.worst_value < 5
    assert len(set(explored(name).values)) > 60, "endings should be worth many different things"


@pytest.mark.parametrize(
    ("name", "most"),
    [("first-call", 10_000), ("gym-membership", 20_000), ("crm-harbour", 800_000)],
)
def test_the_space_of_positions_stays_small(name: str, most: int) -> None:
    assert content(name).solution.states < most


@pytest.mark.parametrize("name", SHIPPED)
def test_no_simple_bot_passes(name: str) -> None:
    it = content(name)
    bots: dict[str, Callable[[State, Sequence[int]], int]] = {
        "first": lambda _, legal: legal[0],
        "second": lambda _, legal: legal[min(1, len(legal) - 1)],
        "middle": lambda _, legal: legal[len(legal) // 2],
        "last": lambda _, legal: legal[-1],
        "longest": lambda state, legal: max(legal, key=lambda o: len(says(it, state, o))),
        "shortest": lambda state, legal: min(legal, key=lambda o: len(says(it, state, o))),
        "politest": lambda state, legal: max(
            legal, key=lambda o: sum(says(it, state, o).lower().count(word) for word in POLITE)
        ),
    }
    scores = {bot: round(score_of(it, pick)) for bot, pick in bots.items()}
    assert {bot: score for bot, score in scores.items() if score >= 400} == {}


def test_every_decision_in_the_harbour_needs_judgement() -> None:
    always = {node: best for node, best in explored("crm-harbour").judged.items() if best}
    assert always == {}


def test_the_buyers_matter_and_can_be_told_apart_before_closing() -> None:
    it = content("crm-harbour")
    ends, alone = {}, {}
    for run in best_runs(it):
        steps = walk(it.game, run.choices, run.buyer)
        closing = next(s for s in steps if it.game.nodes[s.state.node].id == "ask")
        name = it.game.buyers[run.buyer]
        ends[name] = it.game.outcomes[steps[-1].after.outcome - 1]
        alone[name] = closing.buyers == 1 << run.buyer
        assert run.value >= 75
    assert ends == {
        "fearful": "after-trial",
        "content": "all-quays",
        "price": "all-quays",
        "no-need": "walked-away",
    }
    assert all(alone.values())


def test_there_are_several_good_endings() -> None:
    good = {name for name, run in explored("crm-harbour").endings.items() if run.value >= 70}
    assert good >= {"all-quays", "after-trial", "walked-away", "one-quay"}


@pytest.mark.parametrize(
    ("choice", "buyer", "wins"),
    [
        ("x-trial", "fearful", {"trial"}),
        ("x-july", "content", {"all-quays"}),
        ("x-july", "price", {"all-quays"}),
        ("x-july", "fearful", {"not-now"}),
        ("x-friday", "price", {"all-quays"}),
        ("x-friday", "fearful", {"not-now"}),
        ("x-assume", "fearful", {"lost"}),
        ("x-letgo", "no-need", {"walked-away"}),
    ],
)
def test_what_works_for_one_buyer_fails_for_another(
    choice: str, buyer: str, wins: set[str]
) -> None:
    it = content("crm-harbour")
    game, at = it.game, it.game.buyers.index(buyer)
    node = next(i for i, n in enumerate(game.nodes) if n.id == "ask")
    option = next(i for i, o in enumerate(game.nodes[node].options) if o.id == choice)
    full = State(node, (14, 14, 10), 1 << game.facts.index("tender"), 0, 0, 0)
    after = game.choose(full, option, at).state
    assert {game.outcomes[after.outcome - 1]} == wins


def test_a_made_up_date_or_shortage_costs_more_than_it_wins() -> None:
    rules = {rule.because: rule.points for rule in content("crm-harbour").scenario.points}
    assert rules["A promise that nobody kept"] == -16
    assert rules["An invented shortage, found out at the harbour breakfast"] == -16
