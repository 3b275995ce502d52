"""Pass 5 of the loader: what the parts of a scenario say about each other."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from simulator.problems import Problem
from simulator.scenario.compose import Document
from simulator.scenario.model import Condition, Decision, Scenario
from simulator.scenario.words import NAMES, PLACES

STANDARD_METER_IDS: Final = ("trust", "value", "urgency")
DONE_ID: Final = "done"

Path = tuple[str | int, ...]
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
    )


def _parts(part: Any, path: Path) -> Iterator[tuple[Path, BaseModel]]:
    """Every model inside a scenario with its path, the path's keys as they stand in the file."""
    if isinstance(part, BaseModel):
        yield path, part
        for name, field in type(part).model_fields.items():
            yield from _parts(getattr(part, name), (*path, field.alias or name))
    elif isinstance(part, tuple):
        for at, inner in enumerate(part):
            yield from _parts(inner, (*path, at))
    elif isinstance(part, dict):
        for key, inner in part.items():
            yield from _parts(inner, (*path, key))


class _Checker:
    def __init__(self, document: Document, known: _Known) -> None:
        self.document = document
        self.known = known
        self.problems: list[Problem] = []

    def report(
        self, path: Path, code: str, message: str, *, key: bool = False, remedy: str = ""
    ) -> None:
        self.problems.append(self.document.problem(path, code, message, key=key, remedy=remedy))

    def part(self, path: Path, part: BaseModel) -> None:
        """Check one part by what it is."""
        if isinstance(part, Condition):
            self.condition(path, part)
        elif isinstance(part, Decision):
            self.decision(path, part)
        for name, field in type(part).model_fields.items():
            value, where = getattr(part, name), (*path, field.alias or name)
            if isinstance(value, str):
                self.text(where, value)
            elif name == "effects" and value:
                self.names(((*where, m), m) for m in value)
        self.single(path, part)

    def single(self, path: Path, part: Any) -> None:
        """Check the keys that name one part, or a few."""
        if getattr(part, "per", None):
            self.name((*path, "per"), part.per, self.known.meters, "meter")
        if isinstance(getattr(part, "outcome", None), str):
            self.name((*path, "outcome"), part.outcome, self.known.outcomes, "outcome")
        if getattr(part, "place", None):
            self.name((*path, "place"), part.place, PLACES, "place")
        if getattr(part, "feature", None):
            self.name((*path, "feature"), part.feature, self.known.features, "feature")
        self.all_of((*path, "learn"), getattr(part, "learn", None), self.known.facts, "fact")

    def names(self, meters: Iterable[tuple[Path, str]]) -> None:
        for path, meter in meters:
            self.name(path, meter, self.known.meters, "meter", key=True)

    def name(
        self, path: Path, name: str, known: Iterable[str], what: str, *, key: bool = False
    ) -> None:
        """Report a name that is not among those known, with the nearest and the full list."""
        known = list(known)
        if name in known:
            return
        near = difflib.get_close_matches(name, known, 1, 0.6)
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
        self, path: Path, names: tuple[str, ...] | None, known: Iterable[str], what: str
    ) -> None:
        for at, name in enumerate(names or ()):
            spot = (*path, at) if (*path, at) in self.document.places else path
            self.name(spot, name, known, what)

    def condition(self, path: Path, cond: Condition) -> None:
        """Check every name in a condition, and that only rules that may name the buyer do."""
        self.names(((*path, meter), meter) for meter in cond.meters)
        for field, known, what in (
            ("known", self.known.facts, "fact"),
            ("known_any", self.known.facts, "fact"),
            ("not_known", self.known.facts, "fact"),
            ("outcome", self.known.outcomes, "outcome"),
            ("not_outcome", self.known.outcomes, "outcome"),
            ("buyer", self.known.buyers, "buyer"),
            ("not_buyer", self.known.buyers, "buyer"),
            ("chose", self.known.choices, "choice"),
            ("chose_any", self.known.choices, "choice"),
            ("not_chose", self.known.choices, "choice"),
        ):
            where = (*path, field.replace("_", " "))
            self.all_of(where, getattr(cond, field), known, what)
            if what == "choice":
                self.ambiguous(where, getattr(cond, field))
        if path[-1] == "needs" and (cond.buyer or cond.not_buyer):
            field = "buyer" if cond.buyer else "not buyer"
            self.report(
                (*path, field),
                "S305",
                "what can be chosen may not depend on the hidden buyer",
                key=True,
                remedy="Let the choice be open to all, and give it a case for this buyer.",
            )

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

    def decision(self, path: Path, decision: Decision) -> None:
        """Check that a decision offers something, and only what its kind can."""
        if bool(decision.choices) == bool(decision.features):
            self.report(
                (*path, "id"),
                "S303",
                f"`{decision.id}` needs either `choices` or `features`",
                remedy="Give it a list of `choices`, or `minutes` and a list of `features`.",
            )
        elif decision.features:
            self.emphasis(path, decision)
        else:
            self.choices(path, decision)

    def emphasis(self, path: Path, decision: Decision) -> None:
        if decision.minutes is None:
            self.report(
                (*path, "id"),
                "S303",
                f"`{decision.id}` has features but no `minutes` to share",
                remedy="Add a line such as `minutes: 12`.",
            )
        for key in ("when", "spend"):
            if getattr(decision, key) is not None:
                self.report(
                    (*path, key),
                    "S306",
                    f"a decision about minutes can have no `{key}`",
                    key=True,
                    remedy="Take it away.",
                )
        for at, slot in enumerate(decision.features):
            where = (*path, "features", at)
            for number, choice in enumerate(slot.choices):
                if choice.minutes is None:
                    self.report(
                        (*where, "choices", number, "id"),
                        "S303",
                        f"`{choice.id}` does not say how many `minutes` it takes",
                        remedy="Add a line such as `minutes: 4`.",
                    )
            if not any(c.minutes == 0 and c.needs is None for c in slot.choices):
                self.report(
                    (*where, "feature"),
                    "S304",
                    f"the minutes may be gone when `{slot.feature}` comes up",
                    remedy="Give it a choice with `minutes: 0` and no `needs`.",
                )

    def choices(self, path: Path, decision: Decision) -> None:
        if decision.minutes is not None:
            self.report(
                (*path, "minutes"),
                "S306",
                "`minutes` belongs to a decision with `features`",
                key=True,
                remedy="For a budget write `spend: {minutes: 12}` and give each choice a `cost`.",
            )
        if decision.spend is None:
            if len(decision.choices) < 2:
                self.report(
                    (*path, "choices"),
                    "S303",
                    f"`{decision.id}` offers only one choice",
                    key=True,
                    remedy="Add a second choice that a decent seller might make.",
                )
            if all(choice.needs is not None for choice in decision.choices):
                self.report(
                    (*path, "choices"),
                    "S304",
                    f"every choice of `{decision.id}` may be locked",
                    key=True,
                    remedy="Take `needs` away from one of them, so that there is always a way on.",
                )
            return
        budget = next(iter(decision.spend.values()))
        for at, choice in enumerate(decision.choices):
            if choice.id == DONE_ID:
                self.report(
                    (*path, "choices", at, "id"),
                    "S302",
                    "`done` is the engine's own id for stopping",
                    remedy="Give this choice another id.",
                )
            if choice.cost > budget:
                self.report(
                    (*path, "choices", at, "cost"),
                    "S304",
                    f"`{choice.id}` costs {choice.cost}, and there are only {budget} to spend",
                    remedy="Lower its cost or raise the budget under `spend`.",
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
                for slot, feature in enumerate(decision.features):
                    groups.append(((*path, "features", slot, "choices"), feature.choices))
        for where, parts in groups:
            seen: dict[str, Path] = {}
            for at, part in enumerate(parts):
                what = str(where[-1]).removesuffix("s").replace("outcome", "outcome")
                self.twice(seen, part.id, (*where, at), what)

    def twice(self, seen: dict[str, Path], name: str, path: Path, what: str) -> None:
        if name in seen:
            line = self.document.span((*seen[name], "id")).line
            self.report(
                (*path, "id"),
                "S302",
                f"there is already a {what} called `{name}`, on line {line}",
                remedy="Give one of them another id.",
            )
        seen.setdefault(name, path)
