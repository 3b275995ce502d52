"""Rules of writing that look over a whole file: what gives the answers away.

What a choice is worth comes from the proof where it was done, else from the author's verdicts; a
decision without either is left out. A pattern is reported when chance alone would show one as
strong in fewer than one file of twenty, computed exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from simulator.check.rule import Found
from simulator.check.subject import Subject
from simulator.check.words import words
from simulator.game.build import Spot
from simulator.game.policy import POLITE

_RARE: Final = Fraction(1, 20)
_LEAST: Final = 4
"""Fewer decisions than this show no pattern."""

ABSOLUTES: Final = frozenset(
    {
        "always", "never", "every", "everyone", "everybody", "everything", "nobody", "none",
        "nothing", "all", "completely", "totally", "absolutely", "guaranteed", "guarantee",
        "definitely", "undoubtedly", "impossible",
    }
)  # fmt: skip


def chance_of(hits: int, shares: Sequence[Fraction]) -> Fraction:
    """The chance of at least ``hits`` successes in trials with these chances, exactly."""
    spread = [Fraction(1)]
    for share in shares:
        spread = [
            (spread[at] if at < len(spread) else 0) * (1 - share)
            + (spread[at - 1] * share if at else 0)
            for at in range(len(spread) + 1)
        ]
    return sum(spread[hits:], Fraction(0))


def judged_spots(subject: Subject) -> Iterator[tuple[Spot, list[int]]]:
    """The lists of choices whose worth is known, with a rank for each choice: higher is better."""
    for spot in subject.spots:
        ranks = subject.ranks(spot)
        if ranks is not None and len(set(ranks)) > 1 and len(ranks) > 2:
            yield spot, ranks


@dataclass(frozen=True)
class Pattern:
    """How often what stands out is best: in how many decisions, and the chance in each."""

    hits: int
    shares: tuple[Fraction, ...]

    def __add__(self, other: Pattern) -> Pattern:
        return Pattern(self.hits + other.hits, self.shares + other.shares)

    def told(self) -> str | None:
        """The pattern in words, or None where chance alone explains it."""
        many = len(self.shares)
        if many < _LEAST or chance_of(self.hits, self.shares) >= _RARE:
            return None
        expected = int(sum(self.shares) + Fraction(1, 2))
        return f"in {self.hits} of {many} decisions (chance alone: about {expected})"


Mark = Callable[[Spot], list[int]]


def pattern(subject: Subject, mark: Mark) -> Pattern:
    """The pattern of the choices that stand out by ``mark``, where exactly one does."""
    hits, shares = 0, []
    for spot, ranks in judged_spots(subject):
        found = mark(spot)
        most = max(found)
        if found.count(most) == 1:
            best = {at for at, rank in enumerate(ranks) if rank == max(ranks)}
            hits += found.index(most) in best
            shares.append(Fraction(len(best), len(ranks)))
    return Pattern(hits, tuple(shares))


def longest(spot: Spot) -> list[int]:
    """How long the words of each choice are."""
    return [len(choice.say) for choice in spot.choices]


def shortest(spot: Spot) -> list[int]:
    """How short the words of each choice are."""
    return [-len(choice.say) for choice in spot.choices]


def first(spot: Spot) -> list[int]:
    """The first choice of a fixed order."""
    return _placed(spot, 0)


def last(spot: Spot) -> list[int]:
    """The last choice of a fixed order."""
    return _placed(spot, len(spot.choices) - 1)


def _placed(spot: Spot, place: int) -> list[int]:
    if spot.decision.order != "fixed" or spot.feature:
        return [0, 0]
    return [int(at == place) for at in range(len(spot.choices))]


def longest_is_best(subject: Subject) -> Iterator[Found]:
    """The longest choice is the best one too often, over the whole file.

    The commonest give-away in quizzes: the right answer gets all the care and the others stay
    short. Whoever notices needs to read nothing.

    bad:
        prospecting:
          decisions:
            - id: leads
              choices:
                - {id: quay, say: Ring the mechanic who complained last week about slots that stay empty.}
        preparation:
          decisions:
            - id: read
              choices:
                - {id: visit, say: "Stand in the workshop on a Saturday, watch, and count who comes."}
        approach:
          decisions:
            - id: open
              choices:
                - {id: ask, say: "How do people book with you today, and what happens on a day when three of them do not come?"}
        presentation:
          decisions:
            - id: show
              features:
                - feature: texts
                  choices:
                    - {id: texts-5, say: "Send one to her own phone, and let her read it before you speak."}
                - feature: export
                  choices:
                    - {id: export-5, say: "Print the calendar, pin it on the wall, and let her look at it."}
        objections:
          decisions:
            - id: doubt
              choices:
                - {id: listen, say: "Tell me what broke the last time, and what it cost you to mend it."}
        closing:
          decisions:
            - id: close
              choices:
                - {id: trial, say: "Shall we run both calendars for two weeks, and you alone say when it ends and how it ends?"}
        follow_up:
          decisions:
            - id: after
              choices:
                - {id: thanks, say: "Send the three steps for Saturday, and be there when she opens."}
    good:
        follow_up:
          decisions:
            - id: after
              choices:
                - {id: thanks, say: Send the steps.}
    """  # noqa: E501 - the samples are lines of a file
    told = pattern(subject, longest).told()
    if told:
        yield Found(
            ("id",),
            f"the longest choice is a best one {told}",
            "Whoever looks at lengths need not read. Shorten the good choices, or give the"
            " tempting ones as much care.",
        )


def shortest_is_best(subject: Subject) -> Iterator[Found]:
    """The shortest choice is the best one too often, over the whole file.

    The opposite of the commonest give-away, and as easy to see.

    bad:
        prospecting:
          decisions:
            - id: leads
              choices:
                - {id: quay, say: Ring him.}
        preparation:
          decisions:
            - id: read
              choices:
                - {id: visit, say: Go.}
        approach:
          decisions:
            - id: open
              choices:
                - {id: ask, say: Ask.}
        presentation:
          decisions:
            - id: show
              features:
                - feature: texts
                  choices:
                    - {id: texts-5, say: Text her.}
                - feature: export
                  choices:
                    - {id: export-5, say: Print it.}
        objections:
          decisions:
            - id: doubt
              choices:
                - {id: listen, say: Listen.}
        closing:
          decisions:
            - id: close
              choices:
                - {id: trial, say: Try.}
        follow_up:
          decisions:
            - id: after
              choices:
                - {id: thanks, say: Write.}
    good:
        follow_up:
          decisions:
            - id: after
              choices:
                - {id: thanks, say: Write.}
    """
    told = pattern(subject, shortest).told()
    if told:
        yield Found(
            ("id",),
            f"the shortest choice is a best one {told}",
            "Whoever looks at lengths need not read. Let good choices take more words, or poor"
            " ones fewer.",
        )


def place_is_best(subject: Subject) -> Iterator[Found]:
    """The best choice stands at the same place too often, in decisions of fixed order.

    Choices are shuffled for every run unless a decision says ``order: fixed``. In those, makers of
    quizzes favor one place without noticing, and players notice.

    bad:
        prospecting:
          decisions:
            - {id: leads, order: fixed}
        preparation:
          decisions:
            - {id: read, order: fixed}
        approach:
          decisions:
            - {id: open, order: fixed}
        objections:
          decisions:
            - {id: doubt, order: fixed}
        closing:
          decisions:
            - {id: close, order: fixed}
        follow_up:
          decisions:
            - {id: after, order: fixed}
    good:
        closing:
          decisions:
            - {id: close, order: shuffled}
    """

    for mark in (first, last):
        told = pattern(subject, mark).told()
        name = mark.__name__
        if told:
            yield Found(
                ("id",),
                f"the {name} choice of a fixed order is a best one {told}",
                f"Whoever always takes the {name} one does well. Take `order: fixed` away, or"
                " change places.",
            )


def _marked(subject: Subject, known: frozenset[str]) -> tuple[list[int], list[int], list[Fraction]]:
    """Choices with one of these words: 1 where it is a best one, else 0; chances of best."""
    best_ones: list[int] = []
    shares: list[Fraction] = []
    marks: list[int] = []
    for spot, ranks in judged_spots(subject):
        best = [rank == max(ranks) for rank in ranks]
        for choice, is_best in zip(spot.choices, best, strict=True):
            if known & set(words(choice.say)):
                marks.append(1)
                best_ones.append(int(is_best))
                shares.append(Fraction(sum(best), len(best)))
    return marks, best_ones, shares


def absolutes_only_wrong(subject: Subject) -> Iterator[Found]:
    """Words like always, never and guaranteed stand only in poor choices.

    Test takers learn early that "always" is wrong. Let a good choice make a firm promise where a
    promise is due, or take the word out of the poor ones.

    bad:
        preparation:
          decisions:
            - id: read
              choices:
                - {id: news, say: Read everything in the news.}
        approach:
          decisions:
            - id: open
              choices:
                - {id: pitch, say: Everybody books with us by now.}
                - {id: flatter, say: Nobody keeps a calendar as you do.}
        objections:
          decisions:
            - id: doubt
              choices:
                - {id: promise, say: It never breaks.}
        closing:
          decisions:
            - id: close
              choices:
                - {id: push, say: Nobody gets this price next week.}
        follow_up:
          decisions:
            - id: after
              choices:
                - {id: wait, say: Do nothing until she calls.}
    good:
        objections:
          decisions:
            - id: doubt
              choices:
                - {id: promise, say: It never breaks.}
    """
    marks, best, shares = _marked(subject, ABSOLUTES)
    wrong = chance_of(len(marks), [1 - share for share in shares])
    if len(marks) >= _LEAST and not any(best) and wrong < _RARE:
        yield Found(
            ("id",),
            f"all {len(marks)} choices with words like `always` or `never` are poor ones",
            "The word alone gives them away. Take it out of some, or let a good choice promise"
            " something firm.",
        )


def politeness_only_right(subject: Subject) -> Iterator[Found]:
    """Words like please, thanks and sorry stand only in the best choices.

    Then whoever clicks on the polite one has sold. Give tempting poor choices the same manners:
    in life the pushiest sentence often starts with thanks.

    bad:
        prospecting:
          decisions:
            - id: leads
              choices:
                - {id: quay, say: Ring the mechanic and thank him for his post.}
        approach:
          decisions:
            - id: open
              choices:
                - {id: ask, say: "How do people book with you, please?"}
                - {id: flatter, say: What a tidy shop.}
        objections:
          decisions:
            - id: doubt
              choices:
                - {id: listen, say: "I am sorry to hear it. What broke?"}
        closing:
          decisions:
            - id: close
              choices:
                - {id: trial, say: "Thanks. Shall we run both for two weeks?"}
                - {id: push, say: The price ends tonight.}
        follow_up:
          decisions:
            - id: after
              choices:
                - {id: thanks, say: Send thanks and the three steps.}
    good:
        follow_up:
          decisions:
            - id: after
              choices:
                - {id: thanks, say: Send thanks and the three steps.}
    """
    marks, best, shares = _marked(subject, POLITE)
    if len(marks) >= _LEAST and all(best) and chance_of(len(marks), shares) < _RARE:
        yield Found(
            ("id",),
            f"all {len(marks)} choices with words like `please` or `thanks` are best ones",
            "Good manners alone find them. Give tempting poor choices the same manners.",
        )
