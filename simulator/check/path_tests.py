"""The rule that runs a scenario's own ``checks``: paths with what must be true at their end."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.check.rule import Found
from simulator.check.subject import Subject
from simulator.game.rules import State
from simulator.scenario.model import Check
from simulator.scenario.walk import KeyPath

_REMEDY = "The scenario does not do what this check says. Mend the scenario, or the check."


def check_fails(subject: Subject) -> Iterator[Found]:
    """A check of yours that fails.

    An entry under ``checks`` names choices to make, one after the other, and what must be true
    then. Without a buyer under ``start`` it must be true for every buyer. A score is looked at
    only when the check is done with the proof.

    bad:
        checks:
          - name: The hurried owner buys at once
            start: {buyer: busy}
            choose: [quay, visit, ask, texts-5, no-export, hurry, trial]
            expect: {outcome: order}
    good:
        checks:
          - name: The hurried owner buys at once
            start: {buyer: busy}
            choose: [quay, visit, ask, texts-5, no-export, hurry, order]
            expect: {outcome: order, value: at least 8, next: after}
    """
    for at, check in enumerate(subject.scenario.checks):
        fixed = check.start.buyer if check.start else None
        for number, buyer in enumerate(subject.scenario.buyers):
            if fixed in (None, buyer.id):
                found = _first_failure(subject, ("checks", at), check, number)
                if found:
                    whose = "" if fixed else f" (buyer `{buyer.id}`)"
                    path, message = found
                    yield Found(path, f"{message}{whose}", _REMEDY)
                    break


def _first_failure(
    subject: Subject, path: KeyPath, check: Check, buyer: int
) -> tuple[KeyPath, str] | None:
    game, state, made = subject.game, subject.game.start(), list[str]()
    for number, ref in enumerate(check.choose):
        spot: KeyPath = (*path, "choose", number)
        if spot not in subject.document.places:
            spot = (*path, "choose")
        if game.is_over(state):
            return spot, f"`{ref}` comes after the end"
        node = game.nodes[state.node]
        wanted, _, choice = ref.rpartition(".")
        ids = [option.id for option in node.options]
        if choice not in ids or (wanted and wanted != node.id):
            return spot, f"`{ref}` cannot be chosen: what comes up is `{node.id}`"
        option = ids.index(choice)
        if not game.is_legal(state, option):
            return spot, f"`{ref}` is locked at `{node.id}` after these choices"
        state = game.outcome_of(state, option, buyer).state
        made.append(choice)
    wrong = next(_wrong(subject, check, state, buyer), None)
    wrong = wrong or _wrong_score(subject, check, made, buyer)
    return wrong and ((*path, "expect", wrong[0]), wrong[1])


def _wrong(subject: Subject, check: Check, state: State, buyer: int) -> Iterator[tuple[str, str]]:
    """The key and the message of each expectation that is not met."""
    game, expect = subject.game, check.expect
    for meter, (low, high) in expect.meters.items():
        value = state.meters[game.meters.index(meter)]
        if not low <= value <= high:
            yield meter, f"{meter} is {value} then"
    for fact in expect.known or ():
        if not state.marks >> game.facts.index(fact) & 1:
            yield "known", f"`{fact}` is not known then"
    for fact in expect.not_known or ():
        if state.marks >> game.facts.index(fact) & 1:
            yield "not known", f"`{fact}` is known then"
    outcome = game.outcomes[state.outcome - 1] if state.outcome else None
    if expect.outcome and outcome not in expect.outcome:
        yield "outcome", f"the outcome is `{outcome}` then" if outcome else "no outcome yet"
    yield from _wrong_end(subject, check, state, buyer)


def _wrong_end(
    subject: Subject, check: Check, state: State, buyer: int
) -> Iterator[tuple[str, str]]:
    game, expect = subject.game, check.expect
    over = game.is_over(state)
    comes = None if over else subject.spots[state.node].decision.id
    if expect.next and comes != expect.next:
        yield "next", f"`{comes}` comes next" if comes else "nothing comes next: it is over"
    if expect.points and not over:
        yield "points", "it is not over then, so there are no points yet"
    elif expect.points and not _passes(expect.points, game.value(state, buyer)):
        yield "points", f"this ending is worth {game.value(state, buyer)} points"


def _wrong_score(
    subject: Subject, check: Check, made: list[str], buyer: int
) -> tuple[str, str] | None:
    if check.expect.score is None or subject.proof is None:
        return None
    score = subject.proof.scorer.score([(made, buyer)])[0].score
    if _passes(check.expect.score, score):
        return None
    return "score", f"the score is {score}"


def _passes(test: str, number: int) -> bool:
    """Whether a number passes a test in words."""
    word, *rest = test.replace("at least", "least").replace("at most", "most").split()
    if word == "between":
        return int(rest[0]) <= number <= int(rest[2])
    limit = int(rest[0])
    return {
        "least": number >= limit,
        "most": number <= limit,
        "above": number > limit,
        "below": number < limit,
        "exactly": number == limit,
    }[word]
