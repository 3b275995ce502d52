"""Rules of the proof about judgement: whether choices, facts and buyers are worth weighing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from typing import Final

from simulator.check.lines import ENOUGH
from simulator.check.rule import Found
from simulator.check.subject import Subject
from simulator.game.build import Spot
from simulator.game.debrief import STARS
from simulator.game.figures import NodeStudy, OptionStudy
from simulator.game.score import GRADE_LIMITS
from simulator.problems import Severity
from simulator.scenario.walk import KeyPath
from simulator.scenario.words import Verdict

_STAKE: Final = 25
"""Points between best play and clicking at random below which a scenario teaches little."""


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


def fact_without_weight(subject: Subject) -> Iterator[Found]:
    """A fact that never changes which choice is best.

    Positions were compared that differ in nothing but this fact: in each, the same choices are
    best. Looking for it is worth nothing.

    bad:
        approach:
          decisions:
            - id: open
              choices:
                - {id: ask, effects: {trust: down a lot, value: 0}}
        presentation:
          decisions:
            - id: show
              features:
                - feature: texts
                  choices:
                    - {id: texts-5, cases: null}
    good:
        approach:
          decisions:
            - id: open
              choices:
                - {id: ask, effects: {trust: up, value: up a lot}}
    """
    for at, fact in enumerate(subject.proven.study.facts):
        if fact.compared and not fact.matters:
            name = subject.scenario.facts[at].id
            yield Found(
                ("facts", at, "id"),
                f"knowing `{name}` never changes which choice is best",
                "Looking for it is worth nothing. Let what it opens or strengthens be worth"
                " choosing for somebody.",
            )


def buyer_without_weight(subject: Subject) -> Iterator[Found]:
    """A buyer that never changes which choice is best.

    Whether this buyer is still possible or not, the same choices are best. Working out who it is
    earns nothing.

    bad:
        buyers:
          - id: calm
            name: Never worried
            truth: She would have said yes to anyone on a Tuesday.
            cues: [She hummed while she read the offer.]
          - id: bored
            name: Only bored
            truth: It was a slow afternoon and you were there.
            cues: [She had nothing else to do.]
    good:
        buyers:
          - {id: busy, name: Only busy}
    """
    study = subject.proven.study
    names = [buyer.id for buyer in subject.scenario.buyers]
    twins = {buyer for pair in study.twins for buyer in pair}
    for a, b in study.twins:
        yield Found(
            ("buyers", b, "id"),
            f"`{names[b]}` and `{names[a]}` never differ in anything",
            "They are one buyer with two names. Let replies, effects or points differ.",
        )
    for at, matters in enumerate(study.buyers):
        if not matters and at not in twins:
            yield Found(
                ("buyers", at, "id"),
                f"another choice is never best because the buyer is `{names[at]}`",
                "Working out who it is earns nothing. Let something be right for this buyer that"
                " is wrong for the others.",
            )


def buyers_not_told_apart(subject: Subject) -> Iterator[Found]:
    """Two buyers that nothing tells apart before the closing.

    Until the closing begins, no play shows a difference between them. Then which close is right
    is a guess, and luck is not what is trained here.

    bad:
        preparation:
          decisions:
            - id: read
              choices:
                - {id: reviews, cases: null}
        presentation:
          decisions:
            - id: show
              features:
                - feature: export
                  choices:
                    - {id: export-5, cases: null}
        objections:
          decisions:
            - id: doubt
              choices:
                - {id: listen, cases: null}
                - {id: hurry, cases: null}
    good:
        preparation:
          decisions:
            - {id: read, order: shuffled}
    """
    names = [buyer.id for buyer in subject.scenario.buyers]
    study = subject.proven.study
    for a, b in study.blurred:
        if (a, b) not in study.twins:
            yield Found(
                ("buyers", b, "id"),
                f"nothing tells `{names[b]}` from `{names[a]}` before the closing",
                "Which close is right is then a guess. Let research, a reply or an objection"
                " differ between them.",
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
                f" it loses {share} points on average",
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


def bot_passes(subject: Subject) -> Iterator[Found]:
    """A player without judgement who passes.

    Always the first or last on screen, the longest, the shortest or the politest words, whatever
    raises one meter most, or dice: none of them should reach 400 of 1000, the first star.

    bad:
        closing:
          decisions:
            - id: close
              choices:
                - {id: push, say: The price ends tonight. So let us sign at once while it lasts and be glad of it., outcome: order, effects: {trust: up a lot}, cases: null}
    good:
        closing:
          decisions:
            - id: close
              choices:
                - {id: push, say: "The price ends tonight, so let us sign."}
    """  # noqa: E501 - the sample is a line of a file
    for bot in subject.proven.proven.bots:
        if bot.score >= STARS[0]:
            yield Found(
                ("id",),
                f"whoever plays `{bot.name}` scores {float(bot.score):.0f} and passes"
                f" (from {STARS[0]})",
                f"No judgement is needed for that. {_ADVICE.get(bot.name, _GREEDY)}",
            )


_GREEDY: Final = (
    "Let the choice that raises this meter most at once be the wrong one for some buyer, or close"
    " a better way later."
)
_ADVICE: Final = {
    "longest": "Give tempting poor choices more words.",
    "shortest": "Give tempting poor choices fewer words.",
    "politest": "Give tempting poor choices good manners.",
    "first": "Take `order: fixed` away where it stands, or change places.",
    "last": "Take `order: fixed` away where it stands, or change places.",
    "random": "Let poor choices cost more.",
}


def few_ways_to_win(subject: Subject) -> Iterator[Found]:
    """Fewer than three ways to win against a buyer.

    A way to win is a set of choices that earns three stars (900 of 1000). Where there are only
    one or two, the scenario asks to guess what its author had in mind.

    bad:
        points:
          - when: {chose: [quay, respect, texts-5, export-5, listen, trial, visit-again]}
            points: 99
            because: The one and only way
          - when: {outcome: order}
            points: 3
            because: An order
          - when: {outcome: later}
            points: 2
            because: A polite no
          - when: {trust: at least 12}
            points: 1
            because: What she believes of you
    good:
        points:
          - when: {outcome: trial}
            points: 50
            because: A trial that she wanted
          - when: {outcome: order}
            points: 50
            because: An order
          - when: {outcome: later}
            points: 15
            because: A polite no
          - points: 2
            per: trust
            because: What she believes of you
    """
    for at, lines in enumerate(subject.proven.proven.lines):
        if lines < ENOUGH:
            ways = "is only one way" if lines == 1 else f"are only {lines} ways"
            yield Found(
                ("buyers", at, "id"),
                f"there {ways} to win against `{subject.scenario.buyers[at].id}`",
                "Whoever sells well in another way loses. Let a second good close, or another"
                " order of things, earn about as much.",
            )


def little_at_stake(subject: Subject) -> Iterator[Found]:
    """Good play is worth hardly more than clicking at random.

    The score runs from random play to best play. Where they are close, small things decide it.

    bad:
        points:
          - when: {outcome: trial}
            points: 51
            because: A trial that she wanted
          - when: {outcome: order}
            points: 50
            because: An order
          - when: {outcome: later}
            points: 40
            because: A polite no
          - when: {outcome: lost}
            points: 38
            because: A clear answer
          - when: {trust: at least 12}
            points: 5
            because: What she believes of you
    good:
        points:
          - when: {outcome: trial}
            points: 50
            because: A trial that she wanted
          - when: {outcome: order}
            points: 50
            because: An order
          - when: {outcome: later}
            points: 15
            because: A polite no
          - points: 2
            per: trust
            because: What she believes of you
    """
    study = subject.proven.study
    if subject.proven.span < Fraction(_STAKE):
        yield Found(
            ("points",) if subject.scenario.points else ("id",),
            f"best play earns {float(study.best):.1f} points and clicking at random"
            f" {float(study.random):.1f}",
            f"The score hangs on small things. Let good and poor endings lie at least {_STAKE}"
            " points further apart.",
            key=True,
        )
