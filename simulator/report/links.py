"""What unlocks what: which choices are asked for, or teach what is asked for, later on."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.game.build import Spot, node_id
from simulator.report.data import Link
from simulator.scenario.model import Choice, Condition


def links(places: list[Spot]) -> list[Link]:
    """All links of a scenario, in the order of what they lead to."""
    teaches: dict[str, list[tuple[int, str]]] = {}
    named: dict[str, list[tuple[int, str]]] = {}
    for at, spot in enumerate(places):
        for choice in spot.choices:
            name = f"{node_id(spot)}.{choice.id}"
            for fact in _learned(choice):
                teaches.setdefault(fact, []).append((at, name))
            for known in (choice.id, name):
                named.setdefault(known, []).append((at, name))
    found: dict[Link, None] = {}
    for at, spot in enumerate(places):
        for target, cond, locks in _asked(spot):
            for by, sources in (
                *((fact, teaches.get(fact, [])) for fact in _facts(cond)),
                *((ref, named.get(ref, [])) for ref in _chosen(cond)),
            ):
                for when, source in sources:
                    if when <= at and source != target:
                        found[Link(source, target, by, locks)] = None
    return list(found)


def _asked(spot: Spot) -> Iterator[tuple[str, Condition, bool]]:
    """Every condition of a decision with what it belongs to, and whether it locks that."""
    name = node_id(spot)
    if spot.decision.when is not None:
        yield name, spot.decision.when, True
    for choice in spot.choices:
        target = f"{name}.{choice.id}"
        if choice.needs is not None:
            yield target, choice.needs, True
        conditions = [case.when for case in choice.cases] + [one.when for one in choice.also]
        for cond in conditions:
            yield target, cond, False


def _learned(choice: Choice) -> list[str]:
    taught = [choice.learn, *(case.learn for case in choice.cases)]
    taught += [bonus.learn for bonus in choice.also]
    return list(dict.fromkeys(fact for facts in taught for fact in facts or ()))


def _facts(cond: Condition) -> list[str]:
    return [*(cond.known or ()), *(cond.known_any or ())]


def _chosen(cond: Condition) -> list[str]:
    return [*(cond.chose or ()), *(cond.chose_any or ())]
