"""The figures of a studied game, and their form as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

STUDY_VERSION: Final = 1
"""A change of what is counted is a new version; figures of another are made anew."""


@dataclass(frozen=True)
class OptionStudy:
    """One choice over all reachable information states of its decision.

    ``legal`` counts the states in which it is open, ``locked`` those in which its needs are not
    met, ``best`` those in which nothing is better, ``alone`` those in which all else is worse.
    ``grades`` divides ``legal`` by what is lost (best, good, inaccuracy, mistake, blunder), and
    ``loss`` is the mean of the points lost over these states. ``base`` says whether the choice's
    own effect is ever used, ``cases`` and ``also`` the same of each case and bonus.
    """

    legal: int
    locked: int
    best: int
    alone: int
    grades: tuple[int, ...]
    loss: Fraction
    base: bool
    cases: tuple[bool, ...]
    also: tuple[bool, ...]


@dataclass(frozen=True)
class NodeStudy:
    """One decision: how many information states it has, its choices, and what can be seen there.

    ``meters`` are the lowest and highest value of each meter (None where it no longer matters),
    ``ever`` and ``always`` the marks that are set in some and in all states, ``outcomes`` a mask.
    """

    states: int
    options: tuple[OptionStudy, ...]
    meters: tuple[tuple[int, int] | None, ...]
    ever: int
    always: int
    outcomes: int


@dataclass(frozen=True)
class FactStudy:
    """Whether states are met that differ in nothing but this fact, and if their best choices do."""

    compared: bool
    matters: bool


@dataclass(frozen=True)
class Study:
    """All of it. ``best``, ``random`` and ``worst`` are expected points from the start.

    ``buyers`` says of each buyer whether somewhere another choice is best with it still possible
    than without; ``twins`` are pairs of buyers that never differ in anything, ``blurred`` those
    that no play tells apart before the closing stage. ``points`` says which point rules ever
    count, ``endings`` is a mask of the outcomes that plays end with (bit 0: none), ``passed`` one
    of the stages that some play goes through without a decision.
    """

    digest: str
    states: int
    best: Fraction
    random: Fraction
    worst: Fraction
    nodes: tuple[NodeStudy, ...]
    facts: tuple[FactStudy, ...]
    buyers: tuple[bool, ...]
    twins: tuple[tuple[int, int], ...]
    blurred: tuple[tuple[int, int], ...]
    points: tuple[bool, ...]
    endings: int
    passed: int


def as_data(study: Study) -> dict[str, Any]:
    """A study as lists, numbers and text that JSON can hold; fractions are text."""
    return {
        "version": STUDY_VERSION,
        "digest": study.digest,
        "states": study.states,
        "values": [str(study.best), str(study.random), str(study.worst)],
        "nodes": [
            [
                node.states,
                [
                    [o.legal, o.locked, o.best, o.alone, o.grades, str(o.loss), o.base, o.cases,
                     o.also]
                    for o in node.options
                ],
                node.meters,
                node.ever,
                node.always,
                node.outcomes,
            ]
            for node in study.nodes
        ],
        "facts": [[fact.compared, fact.matters] for fact in study.facts],
        "buyers": study.buyers,
        "twins": study.twins,
        "blurred": study.blurred,
        "points": study.points,
        "endings": study.endings,
        "passed": study.passed,
    }  # fmt: skip


def from_data(data: Any) -> Study:
    """A study from its form as JSON.

    Raises ValueError, KeyError or TypeError for what is not a study of this version.
    """
    if data["version"] != STUDY_VERSION:
        raise ValueError("This study was made by another version.")
    best, random, worst = (Fraction(text) for text in data["values"])
    return Study(
        data["digest"],
        data["states"],
        best,
        random,
        worst,
        tuple(_node(*node) for node in data["nodes"]),
        tuple(FactStudy(*fact) for fact in data["facts"]),
        tuple(data["buyers"]),
        tuple((a, b) for a, b in data["twins"]),
        tuple((a, b) for a, b in data["blurred"]),
        tuple(data["points"]),
        data["endings"],
        data["passed"],
    )


def _node(
    states: int, options: Any, meters: Any, ever: int, always: int, outcomes: int
) -> NodeStudy:
    return NodeStudy(
        states,
        tuple(_option(*option) for option in options),
        tuple(None if meter is None else (meter[0], meter[1]) for meter in meters),
        ever,
        always,
        outcomes,
    )


def _option(*values: Any) -> OptionStudy:
    legal, locked, best, alone, grades, loss, base, cases, also = values
    return OptionStudy(
        legal, locked, best, alone, tuple(grades), Fraction(loss), base, tuple(cases), tuple(also)
    )
