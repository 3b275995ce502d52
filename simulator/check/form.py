"""Rules about budgets that decide nothing, and keys and conditions without effect."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.check.rule import Found
from simulator.check.subject import Subject
from simulator.scenario.model import Choice, Decision
from simulator.scenario.walk import KeyPath


def budget_for_everything(subject: Subject) -> Iterator[Found]:
    """A budget that pays for everything on offer.

    A budget makes people choose what matters. Where all choices together cost no more than there
    is to spend, the best play is to take them all.

    bad:
        prospecting:
          decisions:
            - id: leads
              spend: {calls: 12}
    good:
        prospecting:
          decisions:
            - id: leads
              spend: {calls: 1}
    """
    for path, _, decision in subject.decisions():
        if decision.spend and not any(choice.ends for choice in decision.choices):
            unit, budget = next(iter(decision.spend.items()))
            total = sum(choice.cost for choice in decision.choices)
            if total <= budget:
                yield Found(
                    (*path, "spend"),
                    f"{budget} {unit} pay for everything `{decision.id}` offers ({total})",
                    f"There is nothing to weigh. Lower the budget below {total}, or raise costs.",
                    key=True,
                )
        elif decision.minutes is not None and decision.features:
            most = sum(max(c.minutes or 0 for c in slot.choices) for slot in decision.features)
            if most <= decision.minutes:
                yield Found(
                    (*path, "minutes"),
                    f"{decision.minutes} minutes are enough to show everything ({most})",
                    f"There is nothing to weigh. Lower the minutes below {most}.",
                    key=True,
                )


def minutes_that_never_fit(subject: Subject) -> Iterator[Found]:
    """A choice that takes more minutes than there are.

    The features of a presentation share its ``minutes``. A choice that takes more than all of
    them can never be made.

    bad:
        presentation:
          decisions:
            - id: show
              features:
                - feature: texts
                  choices:
                    - {id: texts-10, minutes: 30}
    good:
        presentation:
          decisions:
            - id: show
              features:
                - feature: texts
                  choices:
                    - {id: texts-10, minutes: 9}
    """
    for path, spot, choice in subject.choices():
        total = spot.decision.minutes
        if spot.feature and total is not None and (choice.minutes or 0) > total:
            yield Found(
                (*path, "minutes"),
                f"`{choice.id}` takes {choice.minutes} minutes, and there are only {total}",
                "It can never be chosen. Give it fewer minutes, or the decision more.",
            )


def key_without_effect(subject: Subject) -> Iterator[Found]:
    """A key that does nothing where it stands.

    ``cost`` and ``ends`` work only in a decision with ``spend``, ``minutes`` only under
    ``features``, ``locked hint`` only with ``needs``, ``subject`` only on an e-mail, ``done`` only
    with ``spend``. Elsewhere they are read past, and whoever wrote them expects something else.

    bad:
        follow_up:
          decisions:
            - id: after
              choices:
                - id: thanks
                  cost: 2
    good:
        prospecting:
          decisions:
            - id: leads
              choices:
                - id: quay
                  cost: 1
    """
    for path, _, decision in subject.decisions():
        if (*path, "done") in subject.document.places and not decision.spend:
            yield _idle(subject, (*path, "done"), "`spend`")
    for path, spot, choice in subject.choices():
        for key, needed in _idle_keys(spot.decision, choice):
            if (*path, key) in subject.document.places:
                yield _idle(subject, (*path, key), needed)


def _idle_keys(decision: Decision, choice: Choice) -> Iterator[tuple[str, str]]:
    """The keys that do nothing on this choice, each with what it would take."""
    if not decision.spend:
        yield "cost", "`spend`"
        yield "ends", "`spend`"
    if not decision.features:
        yield "minutes", "`features`"
    if choice.needs is None:
        yield "locked hint", "`needs`"
    if choice.channel != "e-mail":
        yield "subject", "`channel: e-mail`"
    if choice.channel is None:
        yield "draft", "`channel`"


def _idle(subject: Subject, path: KeyPath, needed: str) -> Found:
    return Found(
        path,
        f"`{path[-1]}` does nothing here without {needed}",
        f"It is read past. It works only together with {needed}.",
        key=True,
        fix=subject.without(path),
    )


def condition_against_itself(subject: Subject) -> Iterator[Found]:
    """A condition that can never hold, because its parts exclude each other.

    All parts of a condition must hold at once. A fact cannot be known and not known, a choice
    made and not made, an outcome or a buyer be one and not be it.

    bad:
        approach:
          decisions:
            - id: open
              choices:
                - id: ask
                  needs: {known: no-shows, not known: no-shows}
    good:
        approach:
          decisions:
            - id: open
              choices:
                - id: ask
                  needs: {known: no-shows}
    """
    for test in subject.tests:
        cond = test.condition
        pairs = (
            (cond.known, cond.not_known, "known", "not known"),
            (cond.chose, cond.not_chose, "chose", "not chose"),
            (cond.outcome, cond.not_outcome, "outcome", "not outcome"),
            (cond.buyer, cond.not_buyer, "buyer", "not buyer"),
        )
        for wanted, refused, name, other in pairs:
            both = set(wanted or ()) & set(refused or ())
            every = name in ("known", "chose")
            if both and (every or both == set(wanted or ())):
                word = sorted(both)[0]
                yield Found(
                    (*test.path, other),
                    f"`{name}` and `{other}` both name `{word}`, so this never holds",
                    "What depends on it never happens. Take one of the two away.",
                    key=True,
                )
