"""Rules of the proof about the whole: facts and buyers worth knowing, bots, ways to win."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from simulator.check.proof import ENOUGH
from simulator.check.rule import Found
from simulator.check.subject import Subject
from simulator.game.score import STARS

_STAKE: Final = 25
"""Points between best play and clicking at random below which a scenario teaches little."""


def fact_without_weight(subject: Subject) -> Iterator[Found]:
    """A fact that never changes which choice is best.

    Positions were compared that differ in nothing but this fact: in each, the same choices are
    best. It may make a choice worth more; it never makes another one right. So nobody needs it to
    judge what to do.

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
                "Nobody needs it to judge what to do. Let it open a choice that is right for"
                " somebody, and let another one be right without it.",
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
            f"best play earns {float(study.best):.1f} of 100 and clicking at random"
            f" {float(study.random):.1f}",
            f"The score hangs on small things. Let good and poor endings lie at least {_STAKE}"
            " points further apart.",
            key=True,
        )
