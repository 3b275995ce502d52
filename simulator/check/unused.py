"""Rules about parts of a scenario that nothing uses: facts, endings, features, meters, buyers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.check.rule import Found
from simulator.check.subject import Subject
from simulator.game.build import meter_table
from simulator.scenario.model import Condition
from simulator.scenario.references import STANDARD_METER_IDS
from simulator.scenario.walk import KeyPath


def _learned(subject: Subject) -> set[str]:
    found: set[str] = set()
    for _, _, choice in subject.choices():
        found.update(choice.learn or ())
        for case in choice.cases:
            found.update(case.learn or ())
        for bonus in choice.also:
            found.update(bonus.learn or ())
    return found


def _tested_facts(conditions: Iterable[Condition]) -> set[str]:
    found: set[str] = set()
    for cond in conditions:
        for names in (cond.known, cond.known_any, cond.not_known):
            found.update(names or ())
    return found


def fact_nobody_learns(subject: Subject) -> Iterator[Found]:
    """A fact that no choice teaches.

    Facts get into the notebook by ``learn``. A fact that stands under no ``learn`` is never seen,
    and whatever needs it can never be chosen.

    bad:
        facts:
          - id: ceiling
            note: Above ten thousand the owner signs as well.
    good:
        facts:
          - id: ceiling
            note: Above ten thousand the owner signs as well.
        preparation:
          decisions:
            - id: read
              choices:
                - {id: news, learn: ceiling}
        approach:
          decisions:
            - id: open
              choices:
                - id: flatter
                  needs: {not known: ceiling}
    """
    learned = _learned(subject)
    for at, fact in enumerate(subject.scenario.facts):
        if fact.id not in learned:
            yield Found(
                ("facts", at, "id"),
                f"no choice teaches `{fact.id}`",
                "Nobody can ever read this note, nor choose what needs it."
                f" Add `learn: {fact.id}` to the choice that finds it out, or delete the fact.",
            )


def fact_nothing_asks_for(subject: Subject) -> Iterator[Found]:
    """A fact that no rule asks for.

    It is read in the notebook, and knowing it opens nothing and changes nothing. That may be
    meant as color; more often a choice was to need it.

    bad:
        approach:
          decisions:
            - id: open
              choices:
                - {id: respect, needs: null, locked hint: null}
    good:
        approach:
          decisions:
            - id: open
              choices:
                - id: respect
                  needs: {known: bad-week}
    """
    asked = _tested_facts(test.condition for test in subject.tests)
    for at, fact in enumerate(subject.scenario.facts):
        if fact.id not in asked and fact.id in _learned(subject):
            yield Found(
                ("facts", at, "id"),
                f"no rule asks whether `{fact.id}` is known",
                "Finding it out is worth nothing. Let a choice need it, or give a choice a case"
                f" `when: {{known: {fact.id}}}`.",
            )


def outcome_nothing_leads_to(subject: Subject) -> Iterator[Found]:
    """An outcome that no choice sets.

    The way a sale ends is set by a choice's ``outcome`` (or that of one of its cases). An outcome
    under none of them is text that nobody reads.

    bad:
        outcomes:
          - id: rival
            kind: lost
            title: Somebody else
            text: She bought from the one who came on Thursday.
    good:
        outcomes:
          - id: rival
            kind: lost
            title: Somebody else
            text: She bought from the one who came on Thursday.
        closing:
          decisions:
            - id: close
              choices:
                - {id: push, outcome: rival}
    """
    used = {choice.outcome for _, _, choice in subject.choices()}
    used |= {case.outcome for _, _, choice in subject.choices() for case in choice.cases}
    for at, outcome in enumerate(subject.scenario.outcomes):
        if outcome.id not in used:
            yield Found(
                ("outcomes", at, "id"),
                f"no choice ends in `{outcome.id}`",
                f"Nobody can reach this ending. Add `outcome: {outcome.id}` to a choice or a case,"
                " or delete the ending.",
            )


def feature_never_shown(subject: Subject) -> Iterator[Found]:
    """A product feature that no presentation decision offers.

    The features of the product are what minutes are given to. One that no decision with
    ``features`` lists is never spoken of.

    bad:
        product:
          features:
            - {id: deposits, name: Deposits, benefit: Booked people turn up}
    good:
        product:
          features:
            - {id: texts, name: Reminders, benefit: Fewer people forget}
    """
    shown = {spot.feature for spot in subject.spots if spot.feature}
    if not shown:
        return
    for at, feature in enumerate(subject.scenario.product.features):
        if feature.id not in shown:
            yield Found(
                ("product", "features", at, "id"),
                f"no decision shows the feature `{feature.id}`",
                f"Nobody hears of it. Add a `- feature: {feature.id}` to the presentation, or"
                " delete it here.",
            )


def meter_without_use(subject: Subject) -> Iterator[Found]:
    """A meter that nothing moves, or that nothing asks for.

    A meter named under ``meters`` is on screen all the time. If no choice moves it, it stands
    still; if no rule asks for it and no points come from it, moving it is worth nothing.

    bad:
        meters:
          patience: {start: 5, about: how long they will listen}
    good:
        meters:
          trust: {start: 5}
    """
    moved: set[str] = set()
    for _, _, choice in subject.choices():
        changes = [choice.effects, *(bonus.effects for bonus in choice.also)]
        changes += [case.effects or {} for case in choice.cases]
        moved.update(name for effects in changes for name, change in effects.items() if change)
    read = {rule.per for rule in subject.scenario.points}
    read.update(name for test in subject.tests for name in test.condition.meters)
    if not subject.scenario.points:
        read.add(STANDARD_METER_IDS[0])
    for name in meter_table(subject.scenario):
        path: KeyPath = ("meters", name)
        if path not in subject.document.places:
            continue
        if name not in moved:
            remedy = "It stands still on screen. Give a choice an effect on it, or delete it."
            yield Found(path, f"no choice moves `{name}`", remedy, key=True)
        elif name not in read:
            remedy = (
                "Moving it is worth nothing. Let a rule ask for it, or points come from it"
                f" (`per: {name}`), or delete it."
            )
            yield Found(path, f"no rule asks for `{name}`", remedy, key=True)


def buyers_alike(subject: Subject) -> Iterator[Found]:
    """Two buyers that no rule tells apart.

    A buyer acts only through conditions that name it. Two that stand in the same conditions are
    one buyer with two names: nothing they do, and no ending, ever differs.

    bad:
        buyers:
          - id: curious
            name: Only curious
            truth: She likes to see new things and never buys one.
            cues: [She asked for the leaflet twice.]
          - id: bored
            name: Only bored
            truth: It was a slow afternoon and you were there.
            cues: [She had nothing else to do.]
    good:
        buyers:
          - id: busy
            name: Only busy
    """
    buyers = subject.scenario.buyers
    seen: dict[tuple[bool, ...], str] = {}
    for at, buyer in enumerate(buyers):
        marks = tuple(_allows(test.condition, buyer.id) for test in subject.tests)
        if marks in seen:
            yield Found(
                ("buyers", at, "id"),
                f"no rule tells `{buyer.id}` from `{seen[marks]}`",
                "Whoever draws one plays the other. Let a reply, an effect, an objection or the"
                " points differ, or make one buyer of the two.",
            )
        seen.setdefault(marks, buyer.id)


def _allows(cond: Condition, buyer: str) -> bool:
    named = cond.buyer is None or buyer in cond.buyer
    return named and not (cond.not_buyer and buyer in cond.not_buyer)
