"""Rules of writing about what choices and their explanations say, beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.check.rule import Found
from simulator.check.subject import Subject
from simulator.check.words import content_words, words
from simulator.scenario.walk import KeyPath

_WHY_WORDS: Final = 5
_REPEATED: Final = 80
"""Share of a coach's content words, in hundredths, from which it only repeats."""


def why_says_nothing(subject: Subject) -> Iterator[Found]:
    """A coach's explanation that only says right or wrong.

    Feedback that explains helps about ten times as much as feedback that only judges. A ``why``
    of a word or three has no reason in it.

    bad:
        follow_up:
          decisions:
            - id: after
              choices:
                - id: wait
                  why: Wrong, sadly.
    good:
        follow_up:
          decisions:
            - id: after
              choices:
                - id: wait
                  why: She hears nothing for a week and fills the silence with her old doubts.
    """
    for text in subject.texts:
        if text.key == "why" and len(words(text.words)) < _WHY_WORDS:
            yield Found(
                text.path,
                "this `why` gives no reason",
                "The explanation is what players learn from. Say what the choice did to the"
                " other person, and when it would have been right.",
            )


def why_repeats(subject: Subject) -> Iterator[Found]:
    """A coach's explanation that only repeats what was said or answered.

    The player has just read both. The coach should add what could not be seen.

    bad:
        approach:
          decisions:
            - id: open
              choices:
                - id: pitch
                  say: I sell a booking page for small workshops.
                  why: You said that you sell a booking page for small workshops.
    good:
        approach:
          decisions:
            - id: open
              choices:
                - id: pitch
                  say: I sell a booking page for small workshops.
                  why: It starts with you, and she has not yet asked who you are.
    """
    for path, _, choice in subject.choices():
        for where, why, others in [
            (path, choice.why, (choice.say, choice.reply)),
            *(
                ((*path, "cases", at), case.why, (choice.say, case.reply or choice.reply))
                for at, case in enumerate(choice.cases)
            ),
        ]:
            mine = content_words(why or "")
            for name, other in zip(("say", "reply"), others, strict=True):
                both = mine & content_words(other or "")
                if len(mine) >= 3 and 100 * len(both) >= _REPEATED * len(mine):
                    yield Found(
                        (*where, "why"),
                        f"this `why` only repeats the `{name}`",
                        "The player has just read that. Say what it did, and why.",
                    )
                    break


def why_twice(subject: Subject) -> Iterator[Found]:
    """The same explanation on two choices.

    What is true of two choices alike explains neither. Usually one was copied and not yet
    rewritten.

    bad:
        follow_up:
          decisions:
            - id: after
              choices:
                - {id: thanks, why: It keeps a promise while it is still fresh.}
                - {id: wait, why: It keeps a promise while it is still fresh.}
    good:
        follow_up:
          decisions:
            - id: after
              choices:
                - {id: thanks, why: It keeps a promise while it is still fresh.}
    """
    seen: dict[str, KeyPath] = {}
    for text in subject.texts:
        if text.key != "why":
            continue
        plain = " ".join(words(text.words))
        if plain in seen:
            line = subject.document.span(seen[plain]).line
            yield Found(
                text.path,
                f"the same `why` stands on line {line}",
                "A reason that fits two choices explains neither. Say what is true of this one.",
            )
        seen.setdefault(plain, text.path)


def same_words_twice(subject: Subject) -> Iterator[Found]:
    """Two choices of a decision that say the same.

    The player cannot tell them apart, so choosing between them is luck.

    bad:
        follow_up:
          decisions:
            - id: after
              choices:
                - {id: thanks, say: Send her a short note.}
                - {id: wait, say: "Send her a short note!"}
    good:
        follow_up:
          decisions:
            - id: after
              choices:
                - {id: thanks, say: Send her a short note.}
    """
    for spot in subject.spots:
        seen: dict[str, str] = {}
        for at, choice in enumerate(spot.choices):
            plain = " ".join([*words(choice.say), *words(choice.label or ""), *choice.terms])
            lead = choice.lead.company if choice.lead else ""
            plain += "/" + lead
            if plain in seen:
                yield Found(
                    (*spot.path, at, "say"),
                    f"`{choice.id}` says the same as `{seen[plain]}`",
                    "Nobody can tell them apart. Say what differs.",
                )
            seen.setdefault(plain, choice.id)


def verdicts_alike(subject: Subject) -> Iterator[Found]:
    """A decision whose choices all have the same verdict.

    Where everything is equally good or equally poor there is nothing to decide, or the verdicts
    were filled in without looking.

    bad:
        preparation:
          decisions:
            - id: read
              choices:
                - {id: reviews, verdict: good}
                - {id: news, verdict: good}
                - {id: visit, verdict: good}
    good:
        preparation:
          decisions:
            - id: read
              choices:
                - {id: reviews, verdict: good}
                - {id: news, verdict: poor}
                - {id: visit, verdict: good}
    """
    for spot in subject.spots:
        found = {choice.verdict for choice in spot.choices}
        if len(found) == 1 and len(spot.choices) > 1 and None not in found:
            word = next(iter(found))
            yield Found(
                (*spot.path, 0, "verdict"),
                f"every choice of `{subject.node_of(spot)}` is called {word}",
                "Then nothing is decided here. Judge them against each other, or make them"
                " different.",
            )


def buyer_named(subject: Subject) -> Iterator[Found]:
    """A text that names the hidden buyer before the end.

    Who the buyer is has to be worked out from what is found and answered. The name is for the
    debrief; in a reply or a note it gives everything away.

    bad:
        facts:
          - id: no-shows
            note: Three people a week do not come. She was burnt once by software.
    good:
        facts:
          - id: no-shows
            note: Three people a week do not come.
    """
    names = {" ".join(words(buyer.name)): buyer for buyer in subject.scenario.buyers}
    if len(names) == 1:
        return
    hidden = ("truth", "cues", "text", "because", "why", "instead")
    for text in subject.texts:
        if text.key in hidden:
            continue
        plain = f" {' '.join(words(text.words))} "
        for name, buyer in names.items():
            if f" {name} " in plain:
                yield Found(
                    text.path,
                    f"this names the hidden buyer `{buyer.id}` ({buyer.name})",
                    "Who it is should be worked out. Show what such a buyer does or says.",
                )
