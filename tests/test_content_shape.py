"""What the shipped scenarios hold: the client's list, and texts that do not give answers away."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from simulator.game.build import Spot, spots
from simulator.scenario.model import Choice, Scenario
from simulator.scenario.words import STAGES, Channel, Move, OutcomeKind, Source, Technique, Touch
from tests.content_kit import SHIPPED, content

METHOD_NAMES = re.compile(
    r"\b(?:SPIN|Sandler|MEDDIC|MEDDPICC|BANT|Challenger|Miller Heiman|SNAP|Solution Selling"
    r"|Value Selling|JOLT|AIDA|Ben Franklin|Columbo)\b"
)
"""Trade names of sales methods: they stay out of the content."""

UNCHECKED_FIGURES = re.compile(r"54\.3|31\.0|\b(?:56|44|55) ?(?:%|in 100|per cent)|Rackham|2\.5 M")
"""Figures that the evidence list marks as seen second-hand."""


def choices_of(scenario: Scenario) -> Iterator[tuple[Spot, Choice]]:
    """Every choice of a scenario with the list it stands in."""
    return ((spot, choice) for spot in spots(scenario) for choice in spot.choices)


def texts_of(value: object) -> Iterator[str]:
    """Every text inside plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_of(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_of(part)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scenario_has_no_problems(name: str) -> None:
    assert content(name).problems == []


def test_the_tutorial_is_small_and_has_every_stage() -> None:
    scenario = content("first-call").scenario
    assert (scenario.level.order, scenario.level.minutes) == (1, 8)
    assert len(scenario.buyers) == 1
    always = {
        stage: sum(decision.when is None for decision in part.decisions)
        for stage, part in scenario.stages()
    }
    assert always == dict.fromkeys(STAGES, 1) | {"approach": 2, "follow_up": 0}


def test_the_gym_is_one_meeting_with_a_private_customer() -> None:
    scenario = content("gym-membership").scenario
    assert scenario.level.order == 2
    assert len(scenario.buyers) == 3
    assert 10 <= sum(len(stage.decisions) for _, stage in scenario.stages()) <= 14
    assert all(part.decisions for _, part in scenario.stages())
    kinds = {outcome.kind for outcome in scenario.outcomes}
    assert kinds >= {"order", "pilot", "advance", "disqualified", "lost"}


def test_the_harbour_is_the_clients_example() -> None:
    scenario = content("crm-harbour").scenario
    assert scenario.level.order == 3
    assert len(scenario.buyers) == 4
    assert len(scenario.facts) >= 8
    assert sum(len(stage.decisions) for _, stage in scenario.stages()) >= 18
    assert len(scenario.outcomes) >= 5
    assert {outcome.kind for outcome in scenario.outcomes} == set(OutcomeKind)


def test_the_harbour_offers_what_the_client_lists() -> None:
    chosen = [choice for _, choice in choices_of(content("crm-harbour").scenario)]
    assert {choice.lead.source for choice in chosen if choice.lead} == set(Source)
    assert {choice.channel for choice in chosen} - {None} == set(Channel)
    assert {choice.move for choice in chosen} - {None} == set(Move)
    assert {choice.technique for choice in chosen} - {None} == set(Technique)
    assert {choice.touch for choice in chosen} - {None} == set(Touch)
    shown = next(d for d in content("crm-harbour").scenario.presentation.decisions if d.features)
    assert len(shown.features) == 4


def test_objections_in_the_harbour_have_causes() -> None:
    decisions = {d.id: d.when for d in content("crm-harbour").scenario.objections.decisions}
    assert decisions["cost"] is None
    moved = {
        name: (when.chose or when.not_known, when.buyer, tuple(when.meters))
        for name, when in decisions.items()
        if when is not None
    }
    assert moved == {
        "night-fit": (("no-timeline",), None, ()),
        "peak": (None, ("fearful",), ()),
        "season": (None, None, ("urgency",)),
        "sign": (("decider",), None, ()),
        "aside": (None, ("no-need",), ("trust",)),
    }


@pytest.mark.parametrize("name", SHIPPED)
def test_every_ending_has_a_follow_up_and_an_epilogue(name: str) -> None:
    scenario = content(name).scenario
    asked = {o for d in scenario.follow_up.decisions if d.when for o in d.when.outcome or ()}
    told = {o for e in scenario.epilogue if e.when for o in e.when.outcome or ()}
    ids = {outcome.id for outcome in scenario.outcomes}
    late = {"trial-agreed", "one-quay-late"}
    assert ids - asked <= late, "only the ends of the last meeting have no follow-up of their own"
    assert told == ids


@pytest.mark.parametrize("name", SHIPPED)
def test_texts_hold_to_the_rules(name: str) -> None:
    for text in texts_of(content(name).scenario.model_dump()):
        assert not METHOD_NAMES.search(text), text
        assert not UNCHECKED_FIGURES.search(text), text
        assert "—" not in text, text


@pytest.mark.parametrize("name", SHIPPED)
def test_figures_carry_their_grade(name: str) -> None:
    sources = [choice.source for _, choice in choices_of(content(name).scenario) if choice.source]
    assert sources
    for source in sources:
        assert re.search(r"\(grade [ABCD]\b", source), source


@pytest.mark.parametrize("name", SHIPPED)
def test_the_coach_explains_and_does_not_repeat(name: str) -> None:
    for spot, choice in choices_of(content(name).scenario):
        said, why = _plain(choice.say), _plain(choice.why)
        assert len(why) >= 8, (spot.decision.id, choice.id)
        assert len(why & said) < 0.7 * len(why), (spot.decision.id, choice.id)


def _plain(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))


@pytest.mark.parametrize("name", SHIPPED)
def test_locked_choices_say_why(name: str) -> None:
    for spot, choice in choices_of(content(name).scenario):
        secret = choice.id == "z-truth"
        assert secret or (choice.needs is None) == (choice.locked_hint is None), (
            spot.decision.id,
            choice.id,
        )
