"""From a scenario's words to its rules: Scenario -> Game."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Final

from simulator.game import rules
from simulator.game.rules import ALWAYS, DONE, EVERY, RULES_VERSION, Game, Node, Option, Points
from simulator.scenario.model import Bonus, Case, Choice, Condition, Decision, Scenario
from simulator.scenario.words import STAGES, OutcomeKind

STANDARD_METERS: Final[dict[str, tuple[str, int, str]]] = {
    "trust": ("Trust", 6, "how far they believe you"),
    "value": ("Value", 4, "what they see it is worth to them"),
    "urgency": ("Urgency", 4, "their reason to act now"),
}
"""Meters every scenario has: id -> name, start, what it tells."""

OUTCOME_POINTS: Final[dict[OutcomeKind, int]] = {
    OutcomeKind.ORDER: 70,
    OutcomeKind.PILOT: 65,
    OutcomeKind.ADVANCE: 50,
    OutcomeKind.CONTINUATION: 25,
    OutcomeKind.NOT_NOW: 15,
    OutcomeKind.DISQUALIFIED: 10,
    OutcomeKind.LOST: 0,
}
"""What an outcome is worth when the author wrote no point rules; trust kept is added."""

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Spot:
    """Where a node's words stand: the decision, and the list of choices it offers."""

    stage: str
    decision: Decision
    choices: tuple[Choice, ...]
    path: Path
    feature: str | None = None
    """The product feature this node gives minutes to, in an emphasis decision."""


def meter_table(scenario: Scenario) -> dict[str, tuple[str, int, str]]:
    """All meters of a scenario: id -> name, start value, what it tells."""
    table = dict(STANDARD_METERS)
    for key, meter in scenario.meters.items():
        name, start, about = table.get(key, (key.replace("-", " ").capitalize(), 5, ""))
        table[key] = (
            meter.name or name,
            start if meter.start is None else meter.start,
            meter.about or about,
        )
    return table


def spots(scenario: Scenario) -> list[Spot]:
    """The decisions a run can meet, in order; an emphasis decision gives one per feature."""
    found: list[Spot] = []
    for key, stage in scenario.stages():
        for number, decision in enumerate(stage.decisions):
            path: Path = (key, "decisions", number)
            if decision.features:
                for at, slot in enumerate(decision.features):
                    where = (*path, "features", at, "choices")
                    found.append(Spot(key, decision, slot.choices, where, slot.feature))
            else:
                found.append(Spot(key, decision, decision.choices, (*path, "choices")))
    return found


def node_id(spot: Spot) -> str:
    """The stable id of a node: the decision's, or decision/feature."""
    return f"{spot.decision.id}/{spot.feature}" if spot.feature else spot.decision.id


class _Names:
    """Ids turned into bits and indices; built once per scenario."""

    def __init__(self, scenario: Scenario, places: Sequence[Spot]) -> None:
        self.meters = list(meter_table(scenario))
        self.facts = [fact.id for fact in scenario.facts]
        self.buyers = [buyer.id for buyer in scenario.buyers]
        self.outcomes = [outcome.id for outcome in scenario.outcomes]
        asked = {ref for cond in _conditions(scenario, places) for ref in _chosen(cond)}
        self.made: dict[tuple[str, str], int] = {}
        self.refs: dict[str, int] = dict.fromkeys(asked, 0)
        for spot in places:
            for choice in spot.choices:
                hit = {choice.id, f"{node_id(spot)}.{choice.id}"} & asked
                if hit:
                    bit = 1 << (len(self.facts) + len(self.made))
                    self.made[node_id(spot), choice.id] = bit
                    for name in hit:
                        self.refs[name] |= bit

    def facts_mask(self, ids: Iterable[str] | None) -> int:
        return sum(1 << self.facts.index(fact) for fact in set(ids or ()))

    def condition(self, cond: Condition | None) -> rules.Condition:
        if cond is None:
            return ALWAYS
        every, groups = self.facts_mask(cond.known), []
        for ref in cond.chose or ():
            bits = self.refs[ref]
            if bits & (bits - 1):
                groups.append(bits)
            else:
                every |= bits
        none = self.facts_mask(cond.not_known)
        for ref in cond.not_chose or ():
            none |= self.refs[ref]
        if cond.known_any:
            groups.append(self.facts_mask(cond.known_any))
        if cond.chose_any:
            groups.append(_union(self.refs[ref] for ref in cond.chose_any))
        return rules.Condition(
            tuple((self.meters.index(m), low, high) for m, (low, high) in cond.meters.items()),
            every,
            tuple(groups),
            none,
            self._outcomes(cond),
            self._buyers(cond),
        )

    def _outcomes(self, cond: Condition) -> int:
        mask = EVERY
        if cond.outcome:
            mask = _union(2 << self.outcomes.index(o) for o in cond.outcome)
        for gone in cond.not_outcome or ():
            mask &= ~(2 << self.outcomes.index(gone))
        return mask

    def _buyers(self, cond: Condition) -> int:
        mask = EVERY
        if cond.buyer:
            mask = _union(1 << self.buyers.index(b) for b in cond.buyer)
        for gone in cond.not_buyer or ():
            mask &= ~(1 << self.buyers.index(gone))
        return mask

    def deltas(self, effects: dict[str, int]) -> tuple[int, ...]:
        return tuple(effects.get(meter, 0) for meter in self.meters)


def _union(masks: Iterable[int]) -> int:
    total = 0
    for mask in masks:
        total |= mask
    return total


def _chosen(cond: Condition) -> Iterator[str]:
    yield from cond.chose or ()
    yield from cond.chose_any or ()
    yield from cond.not_chose or ()


def _conditions(scenario: Scenario, places: Sequence[Spot]) -> Iterator[Condition]:
    """Every condition of a scenario."""
    found: list[Condition | None] = [rule.when for rule in scenario.points]
    found += [episode.when for episode in scenario.epilogue]
    for spot in places:
        found.append(spot.decision.when)
        for choice in spot.choices:
            found.append(choice.needs)
            found += [case.when for case in choice.cases]
            found += [bonus.when for bonus in choice.also]
    return (cond for cond in found if cond is not None)


def _option(choice: Choice, spot: Spot, names: _Names) -> Option:
    answers: dict[tuple[str | None, str | None], int] = {}

    def effect(part: Choice | Case) -> rules.Effect:
        changed = choice.effects if part.effects is None else part.effects
        words = (part.reply or choice.reply, part.face or choice.face)
        outcome = part.outcome or choice.outcome
        return rules.Effect(
            names.deltas(changed),
            names.facts_mask(choice.learn if part.learn is None else part.learn),
            -1 if words == (None, None) else answers.setdefault(words, len(answers)),
            0 if outcome is None else 1 + names.outcomes.index(outcome),
        )

    def bonus(part: Bonus) -> rules.Bonus:
        return rules.Bonus(
            names.condition(part.when), names.deltas(part.effects), names.facts_mask(part.learn)
        )

    repeats = spot.decision.spend is not None
    return Option(
        choice.id,
        effect(choice),
        names.condition(choice.needs),
        choice.cost if repeats else choice.minutes or 0,
        choice.ends,
        names.made.get((node_id(spot), choice.id), 0),
        tuple((names.condition(case.when), effect(case)) for case in choice.cases),
        tuple(bonus(part) for part in choice.also),
    )


def _node(spot: Spot, names: _Names, is_first: bool) -> Node:
    options = [_option(choice, spot, names) for choice in spot.choices]
    repeats = spot.decision.spend is not None
    if repeats:
        nothing = rules.Effect((0,) * len(names.meters))
        options.append(Option(DONE, nothing, ends=True))
    budget = next(iter(spot.decision.spend.values())) if spot.decision.spend else 0
    return Node(
        node_id(spot),
        list(STAGES).index(spot.stage),
        tuple(options),
        names.condition(spot.decision.when),
        budget if repeats else spot.decision.minutes or 0,
        repeats,
        spot.feature is not None and not is_first,
    )


def _points(scenario: Scenario, names: _Names) -> tuple[Points, ...]:
    if scenario.points:
        return tuple(
            Points(
                names.condition(rule.when),
                rule.points,
                names.meters.index(rule.per) if rule.per else -1,
            )
            for rule in scenario.points
        )
    worth = [
        Points(rules.Condition(outcomes=2 << at), OUTCOME_POINTS[outcome.kind])
        for at, outcome in enumerate(scenario.outcomes)
    ]
    return (*worth, Points(ALWAYS, 1, names.meters.index("trust")))


def build_game(scenario: Scenario) -> Game:
    """The rules of a scenario that has no problems of severity error.

    The game's digest covers meaning only: a change of wording that keeps which answers differ
    from which keeps the digest.
    """
    places = spots(scenario)
    names = _Names(scenario, places)
    nodes, before = [], None
    for spot in places:
        nodes.append(_node(spot, names, is_first=spot.decision is not before))
        before = spot.decision
    game = Game(
        scenario.id,
        tuple(nodes),
        tuple(start for _, start, _ in meter_table(scenario).values()),
        tuple(buyer.weight for buyer in scenario.buyers),
        _points(scenario, names),
        tuple(names.facts),
        tuple(names.meters),
        tuple(names.buyers),
        tuple(names.outcomes),
        tuple(f"{node}.{choice}" for node, choice in names.made),
        tuple(names.condition(episode.when) for episode in scenario.epilogue),
    )
    return replace(game, digest=digest(game))


def digest(game: Game) -> str:
    """SHA-256 of the canonical form of a game's rules and the rules version.

    The canonical form is JSON: each part a list of its fields in the order of their definition
    in ``rules``. The epilogue is left out, as no score depends on it.
    """
    meaning = replace(game, digest="", epilogue=())
    text = json.dumps([RULES_VERSION, _canonical(meaning)], separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _canonical(part: object) -> object:
    if isinstance(part, tuple):
        return [_canonical(inner) for inner in part]
    names = _FIELDS.get(type(part))
    return part if names is None else [_canonical(getattr(part, name)) for name in names]


_FIELDS: Final[dict[type, tuple[str, ...]]] = {
    kind: tuple(field.name for field in fields(kind))
    for kind in (Game, Node, Option, Points, rules.Condition, rules.Effect, rules.Bonus)
}
