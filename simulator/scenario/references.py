"""Pass 5 of the loader: what the parts of a scenario say about each other."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from simulator.problems import Problem
from simulator.scenario.compose import Document
from simulator.scenario.decisions import DONE_ID, check_decision
from simulator.scenario.model import Check, Condition, Decision, Scenario
from simulator.scenario.words import NAMES

STANDARD_METER_IDS: Final = ("trust", "value", "urgency")

Path = tuple[str | int, ...]
_WHAT: Final = {
    "known": "fact",
    "known_any": "fact",
    "not_known": "fact",
    "chose": "choice",
    "chose_any": "choice",
    "not_chose": "choice",
    "outcome": "outcome",
    "not_outcome": "outcome",
    "buyer": "buyer",
    "not_buyer": "buyer",
}
"""What the names under each key of a condition are names of."""
_INSERT = re.compile(r"<([^<>\n]{1,40})>")


@dataclass(frozen=True)
class _Known:
    """The ids a scenario gives its parts, and every way to name a choice."""

    facts: tuple[str, ...]
    buyers: tuple[str, ...]
    outcomes: tuple[str, ...]
    features: tuple[str, ...]
    meters: tuple[str, ...]
    choices: dict[str, list[str]]
    decisions: tuple[str, ...] = ()


def references(scenario: Scenario, document: Document) -> list[Problem]:
    """All problems of how the parts of a well-formed scenario refer to each other."""
    known = _known(scenario)
    checker = _Checker(document, known)
    checker.duplicates(scenario)
    for path, part in _parts(scenario, ()):
        checker.part(path, part)
    first = scenario.prospecting.decisions[0]
    if first.when is not None:
        checker.report(
            ("prospecting", "decisions", 0, "when"),
            "S306",
            "the first decision comes up for everyone and can have no `when`",
            remedy="Take the `when` away, or put a decision without one before it.",
        )
    return checker.problems


def _known(scenario: Scenario) -> _Known:
    choices: dict[str, list[str]] = {}
    for _, stage in scenario.stages():
        for decision in stage.decisions:
            lists = [(decision.id, decision.choices)]
            lists += [(f"{decision.id}/{s.feature}", s.choices) for s in decision.features]
            for node, offered in lists:
                for choice in offered:
                    full = f"{node}.{choice.id}"
                    choices.setdefault(choice.id, []).append(full)
                    choices[full] = [full]
    return _Known(
        tuple(fact.id for fact in scenario.facts),
        tuple(buyer.id for buyer in scenario.buyers),
        tuple(outcome.id for outcome in scenario.outcomes),
        tuple(feature.id for feature in scenario.product.features),
        (*STANDARD_METER_IDS, *(m for m in scenario.meters if m not in STANDARD_METER_IDS)),
        choices,
        tuple(decision.id for _, stage in scenario.stages() for decision in stage.decisions),
    )


def _parts(part: BaseModel, path: Path) -> Iterator[tuple[Path, BaseModel]]:
    """Every model inside a scenario with its path, the path's keys as they stand in the file."""
    yield path, part
    for name, value in part.__dict__.items():
        if isinstance(value, BaseModel):
            yield from _parts(value, (*path, _alias(part, name)))
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            for at, inner in enumerate(value):
                yield from _parts(inner, (*path, name, at))
        elif isinstance(value, dict):
            for key, inner in value.items():
                if isinstance(inner, BaseModel):
                    yield from _parts(inner, (*path, name, key))


def _alias(part: BaseModel, name: str) -> str:
    return type(part).model_fields[name].alias or name


class _Checker:
    def __init__(self, document: Document, known: _Known) -> None:
        self.document = document
        self.known = known
        self.problems: list[Problem] = []
        self.listed: dict[str, Collection[str]] = {
            "fact": known.facts,
            "choice": known.choices,
            "outcome": known.outcomes,
            "buyer": known.buyers,
        }
        self.singles: dict[str, tuple[str, ...]] = {
            "per": known.meters,
            "outcome": known.outcomes,
            "feature": known.features,
        }

    def report(
        self, path: Path, code: str, message: str, *, key: bool = False, remedy: str = ""
    ) -> None:
        self.problems.append(self.document.problem(path, code, message, key=key, remedy=remedy))

    def part(self, path: Path, part: BaseModel) -> None:
        """Check one part: what its keys name, the names put into its texts, and its kind."""
        if isinstance(part, Condition):
            self.condition(path, part)
        elif isinstance(part, Decision):
            check_decision(path, part, self.report)
        elif isinstance(part, Check):
            self.check(path, part)
        for name, value in part.__dict__.items():
            if isinstance(value, str):
                if "<" in value:
                    self.text((*path, _alias(part, name)), value)
                known = self.singles.get(name)
                if known is not None:
                    self.name((*path, name), value, known, "meter" if name == "per" else name)
            elif name == "effects" and value:
                self.names(((*path, name, m), m) for m in value)
            elif name == "learn":
                self.all_of((*path, name), value, self.known.facts, "fact")

    def names(self, meters: Iterable[tuple[Path, str]]) -> None:
        for path, meter in meters:
            self.name(path, meter, self.known.meters, "meter", key=True)

    def name(
        self, path: Path, name: str, known: Collection[str], what: str, *, key: bool = False
    ) -> None:
        """Report a name that is not among those known, with the nearest and the full list."""
        if name in known:
            return
        near = difflib.get_close_matches(name, list(known), 1, 0.6)
        message = f"no {what} is called `{name}`"
        if near:
            message += f"; did you mean `{near[0]}`?"
        listed = ", ".join(f"`{one}`" for one in sorted(known)[:24])
        remedy = (
            f"Write one of {listed}."
            if listed
            else f"This scenario has no {what} yet; add it first."
        )
        self.report(path, "S301", message, key=key, remedy=remedy)

    def all_of(
        self, path: Path, names: tuple[str, ...] | None, known: Collection[str], what: str
    ) -> None:
        for at, name in enumerate(names or ()):
            spot = (*path, at) if (*path, at) in self.document.places else path
            self.name(spot, name, known, what)

    def condition(self, path: Path, cond: Condition) -> None:
        """Check every name in a condition, and that only rules that may name the buyer do."""
        self.names(((*path, meter), meter) for meter in cond.meters)
        for field, names in cond.__dict__.items():
            if names is not None:
                where, what = (*path, field.replace("_", " ")), _WHAT[field]
                self.all_of(where, names, self.listed[what], what)
                if what == "choice":
                    self.ambiguous(where, names)
        if path[-1] == "needs" and (cond.buyer or cond.not_buyer):
            field = "buyer" if cond.buyer else "not buyer"
            self.report(
                (*path, field),
                "S305",
                "what can be chosen may not depend on the hidden buyer",
                key=True,
                remedy="Let the choice be open to all, and give it a case for this buyer.",
            )

    def check(self, path: Path, part: Check) -> None:
        """Check every name in a test of a path."""
        for at, ref in enumerate(part.choose):
            if ref.rpartition(".")[2] != DONE_ID:
                self.name((*path, "choose", at), ref, self.known.choices, "choice")
        if part.start and part.start.buyer:
            self.name((*path, "start", "buyer"), part.start.buyer, self.known.buyers, "buyer")
        where, expect = (*path, "expect"), part.expect
        self.names(((*where, meter), meter) for meter in expect.meters)
        self.all_of((*where, "known"), expect.known or (), self.known.facts, "fact")
        self.all_of((*where, "not known"), expect.not_known or (), self.known.facts, "fact")
        self.all_of((*where, "outcome"), expect.outcome or (), self.known.outcomes, "outcome")
        if expect.next:
            self.name((*where, "next"), expect.next, self.known.decisions, "decision")

    def ambiguous(self, path: Path, refs: tuple[str, ...] | None) -> None:
        for ref in refs or ():
            meant = self.known.choices.get(ref, [])
            if len(meant) > 1:
                listed = ", ".join(f"`{one}`" for one in meant)
                self.report(
                    path,
                    "S308",
                    f"`{ref}` could mean several choices",
                    remedy=f"Write one of {listed}, or all of them under `chose any`.",
                )

    def text(self, path: Path, text: str) -> None:
        for found in _INSERT.finditer(text):
            if found[1] not in NAMES:
                near = difflib.get_close_matches(found[1], NAMES, 1, 0.5)
                hint = f"; did you mean `<{near[0]}>`?" if near else ""
                listed = ", ".join(f"`<{name}>`" for name in NAMES)
                self.report(
                    path,
                    "S307",
                    f"nothing stands for `{found[0]}`{hint}",
                    remedy=f"Write one of {listed}.",
                )

    def duplicates(self, scenario: Scenario) -> None:
        """Report ids given twice among parts that are named alike."""
        groups: list[tuple[Path, Iterable[Any]]] = [
            (("buyers",), scenario.buyers),
            (("facts",), scenario.facts),
            (("outcomes",), scenario.outcomes),
            (("product", "features"), scenario.product.features),
        ]
        decisions: dict[str, Path] = {}
        for key, stage in scenario.stages():
            for at, decision in enumerate(stage.decisions):
                path: Path = (key, "decisions", at)
                self.twice(decisions, decision.id, path, "decision")
                groups.append(((*path, "choices"), decision.choices))
                slots: dict[str, Path] = {}
                for slot, feature in enumerate(decision.features):
                    self.twice(
                        slots, feature.feature, (*path, "features", slot), "feature", "feature"
                    )
                    groups.append(((*path, "features", slot, "choices"), feature.choices))
        for where, parts in groups:
            seen: dict[str, Path] = {}
            for at, part in enumerate(parts):
                what = str(where[-1]).removesuffix("s")
                self.twice(seen, part.id, (*where, at), what)

    def twice(
        self, seen: dict[str, Path], name: str, path: Path, what: str, field: str = "id"
    ) -> None:
        if name in seen:
            line = self.document.span((*seen[name], field)).line
            self.report(
                (*path, field),
                "S302",
                f"there is already a {what} called `{name}`, on line {line}",
                remedy=f"Give one of them another {field}.",
            )
        seen.setdefault(name, path)
