"""Rules of the proof about single decisions: whether there is something to judge."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from simulator.check.rule import Found
from simulator.check.subject import Subject
from simulator.game.build import Spot
from simulator.game.figures import NodeStudy, OptionStudy
from simulator.game.score import GRADE_LIMITS
from simulator.problems import Severity
from simulator.scenario.walk import KeyPath
from simulator.scenario.words import Verdict


def never_best(subject: Subject) -> Iterator[Found]:
    """Choices that are never the best ones, in any position that can be reached.

    A poor choice may be meant as one. But each that could never be right is soon learned and read
    no more, and three choices of which each is right at some time beat five of which one is.

    bad:
        objections:
          decisions:
            - id: doubt
              choices:
                - {id: promise, verdict: good, effects: {trust: down a lot}}
    good:
        objections:
          decisions:
            - id: doubt
              choices:
                - {id: promise, verdict: poor}
    """
    meant = (Verdict.POOR, Verdict.FAIR)
    for at, spot in enumerate(subject.spots):
        node = subject.proven.study.nodes[at]
        dead = [
            choice.id
            for choice, found in zip(spot.choices, node.options, strict=False)
            if found.legal and not found.best and choice.verdict not in meant
        ]
        if dead:
            names = ", ".join(f"`{name}`" for name in dead)
            are = "is never a best choice" if len(dead) == 1 else "are never best choices"
            yield Found(
                _at(spot),
                f"{names} {are}",
                "Whoever plays twice reads past it. Make it right for some buyer or after some"
                " find, or call it `verdict: poor`.",
            )


def _at(spot: Spot) -> KeyPath:
    """Where a decision, or a feature of one, is named."""
    return (*spot.path[:-1], "feature" if spot.feature else "id")


def _is_settled(subject: Subject, at: int) -> str:
    """The choice that is best in all states of a decision, or empty if it takes judgement."""
    node = subject.proven.study.nodes[at]
    if node.states < 2:
        return ""
    if subject.game.nodes[at].repeats:
        *options, _ = node.options
        fixed = all(found.best in (0, found.legal) for found in options)
        best = [n for n, found in enumerate(options) if found.best]
        if at == 0 or not fixed or not best or len(best) == len(options):
            return ""
        return ", ".join(f"`{subject.spots[at].choices[n].id}`" for n in best)
    for number, found in enumerate(node.options):
        if found.best == node.states and not _is_idle(node):
            return f"`{subject.spots[at].choices[number].id}`"
    return ""


def _is_idle(node: NodeStudy) -> bool:
    """Whether no choice of a decision ever loses anything against the others."""
    return all(found.best == found.legal for found in node.options)


def no_judgement(subject: Subject) -> Iterator[Found]:
    """A decision in which the same choice is best whatever went before.

    Nothing that was found out, said or seen makes a difference, so there is nothing to judge: it
    has to be known once. In an easy scenario, which teaches the moves, this is only a hint.

    bad:
        closing:
          decisions:
            - id: close
              choices:
                - {id: trial, outcome: trial, cases: null}
    good:
        closing:
          decisions:
            - id: close
              choices:
                - {id: trial, outcome: later}
    """
    easy = subject.scenario.level.difficulty == "easy"
    numbered = enumerate(subject.spots)
    for _, group in groupby(numbered, key=lambda one: one[1].decision.id):
        spots = list(group)
        settled = [_is_settled(subject, at) for at, _ in spots]
        if not all(settled):
            continue
        spot = spots[0][1]
        path = spot.path[:3]
        yield Found(
            (*path, "id"),
            f"{', '.join(settled)} {'is' if len(settled) == 1 else 'are'} best at"
            f" `{spot.decision.id}` whatever went before",
            "There is nothing to judge. Let what was found out, or who the buyer is, change what"
            " is right here.",
            severity=Severity.HINT if easy else None,
        )


def nothing_at_stake(subject: Subject) -> Iterator[Found]:
    """A decision in which it does not matter what is chosen.

    Every choice is as good as every other in each position. Players notice, and stop reading.

    bad:
        follow_up:
          decisions:
            - id: after
              choices:
                - {id: thanks, effects: null}
                - {id: visit-again, cases: null}
                - {id: wait, effects: null}
    good:
        follow_up:
          decisions:
            - id: after
              choices:
                - {id: thanks, effects: {trust: up a little}}
    """
    numbered = enumerate(subject.spots)
    for _, group in groupby(numbered, key=lambda one: one[1].decision.id):
        spots = list(group)
        nodes = [subject.proven.study.nodes[at] for at, _ in spots]
        if all(node.states and _is_idle(node) for node in nodes):
            spot = spots[0][1]
            yield Found(
                (*spot.path[:3], "id"),
                f"at `{spot.decision.id}` every choice is worth the same",
                "Players notice that it does not matter, and stop reading. Let choices differ in"
                " effects, in facts or in what they open later.",
            )


def verdict_against_proof(subject: Subject) -> Iterator[Found]:
    """A verdict that the computed value of the choice contradicts.

    The verdict is compared with what the choice loses against the best one, over all positions in
    which it is open: up to 2 % of what is at stake is excellent, up to 8 % good, up to 20 % fair,
    more is poor. It is reported when it is off by two steps on average and in most positions. What
    is best in a quarter of the positions may be called good.

    bad:
        objections:
          decisions:
            - id: doubt
              choices:
                - {id: promise, effects: {trust: down a lot}, verdict: excellent}
    good:
        objections:
          decisions:
            - id: doubt
              choices:
                - {id: promise, verdict: poor}
    """
    order = list(Verdict)
    for at, spot in enumerate(subject.spots):
        for number, choice in enumerate(spot.choices):
            found = subject.proven.study.nodes[at].options[number]
            if choice.verdict is None or not found.legal:
                continue
            said, computed = order.index(choice.verdict), _computed(subject, found)
            if abs(said - computed) < 2 or not _mostly(found, said, computed):
                continue
            path = (*spot.path, number, "verdict")
            share = f"{float(found.loss):.1f}"
            yield Found(
                path,
                f"`{choice.id}` is called {choice.verdict}, and computed it is {order[computed]}:"
                f" it loses {share} of 100 on average",
                "Players are told one thing and scored by another. Mend its effects, or write:",
                fix=subject.with_value(path, order[computed].value),
                sure=False,
            )


def _computed(subject: Subject, found: OptionStudy) -> int:
    """The index of the verdict that the mean loss of a choice earns."""
    span = subject.proven.span
    limits = [span * part / 100 for _, part in GRADE_LIMITS]
    return next((at for at, limit in enumerate(limits) if found.loss <= limit), len(limits))


def _mostly(found: OptionStudy, said: int, computed: int) -> bool:
    """Whether most positions agree that the verdict is too kind, or too hard."""
    best, good, inaccuracy, mistake, blunder = found.grades
    kinds = [best + good, inaccuracy, mistake, blunder]
    if computed > said:
        # A choice that is the best one in a quarter of its positions is right for somebody.
        return 2 * sum(kinds[said + 1 :]) > found.legal and 4 * best < found.legal
    return 2 * sum(kinds[:said]) > found.legal
