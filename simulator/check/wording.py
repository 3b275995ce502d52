"""Rules of writing that look at one text, or at the texts of one decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from simulator.check.rule import Found
from simulator.check.subject import Subject
from simulator.check.words import content_words, lines_taken, lix, sentences, words
from simulator.scenario.walk import KeyPath

_PLACEHOLDER: Final = re.compile(
    r"\b(?:TODO|TBD|FIXME|XXX+|xxx+|[Ll]orem ipsum|[Pp]laceholder|asdf\w*|blah blah)\b"
    r"|\?\?\?+|\[(?:insert|your|name|text)\b[^\]]*\]",
)
_WHY_WORDS: Final = 5
_REPEATED: Final = 80
"""Share of a coach's content words, in hundredths, from which it only repeats."""
_SENTENCE_WORDS: Final = 34
_HARD: Final = 60
_HARD_FROM: Final = 18
"""Shorter texts are too short to be judged by LIX."""


class Box(NamedTuple):
    """Room on screen for a text, at 1280 by 720: type size, width in pixels, lines."""

    size: float
    width: float
    lines: int
    where: str


BOXES: Final[dict[str, Box]] = {
    "say": Box(16, 510, 4, "choice card"),
    "label": Box(12.5, 490, 1, "choice card"),
    "locked hint": Box(12.5, 490, 2, "choice card"),
    "note": Box(13.5, 276, 4, "notebook card"),
    "signals": Box(13.5, 230, 3, "lead card"),
    "terms": Box(13.5, 300, 1, "offer"),
    "task": Box(17.5, 900, 1, "heading"),
    "coach": Box(17.5, 620, 5, "coach's card"),
}
"""The texts with the least room, by key."""


def placeholder_left(subject: Subject) -> Iterator[Found]:
    """A placeholder that was left in a text.

    Notes to oneself and filler belong in comments; in a text they are shown to everyone who plays.

    bad:
        preparation:
          coach: TODO say what reading is for, in one sentence.
    good:
        preparation:
          coach: What you have read, you can ask about.
    """
    for text in subject.texts:
        found = _PLACEHOLDER.search(text.words)
        if found:
            yield Found(
                text.path,
                f"`{found[0]}` looks like a placeholder",
                "Players will read it. Write the text, or put the note behind a `#`.",
            )


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


def too_long_for_its_box(subject: Subject) -> Iterator[Found]:
    """A text that is too long for its box on screen.

    Measured as the window sets it at 1280 by 720. A longer text is cut off or pushes others out
    of sight, and a choice as long as that is not read but skimmed.

    bad:
        preparation:
          decisions:
            - id: read
              choices:
                - id: news
                  say: >-
                    Read all the news of the town. Then read about the weather, the roads and the
                    schools. Look at the shops on the river and the plans for a new car park. Read
                    it all again in the evening. One never knows what may come to matter, and to
                    whom. Then make a list of it and learn it by heart for the day you meet.
    good:
        preparation:
          decisions:
            - id: read
              choices:
                - id: news
                  say: Read the news about the town.
    """
    for text in subject.texts:
        box = BOXES.get(text.key)
        if box is None:
            continue
        taken = lines_taken(text.words, box.size, box.width)
        if taken > box.lines:
            over = "lines" if box.lines > 1 else "line"
            yield Found(
                text.path,
                f"this takes {taken} lines in its {box.where}, which has room for"
                f" {box.lines} {over}",
                "What does not fit is cut off or scrolls. Shorten it by about"
                f" {_percent(taken, box.lines)} %.",
            )


def _percent(taken: int, room: int) -> int:
    return max(5, -(-100 * (taken - room) // taken) // 5 * 5)


def sentence_too_long(subject: Subject) -> Iterator[Found]:
    """A sentence too long to be taken in at one reading.

    People hold about twenty words of speech in mind. Nobody talks in sentences of forty.

    bad:
        closing:
          coach: >-
            Ask for a step that is as big as what the person in front of you now believes about you
            and about what you sell and about the people who will have to live with it afterwards
            and no bigger than that.
    good:
        closing:
          coach: Ask for a step as big as what she now believes, and no bigger.
    """
    for text in subject.texts:
        if len(words(text.words)) <= _SENTENCE_WORDS:
            continue
        long = max((len(words(part)) for part in sentences(text.words)), default=0)
        if long > _SENTENCE_WORDS:
            yield Found(
                text.path,
                f"a sentence of {long} words",
                "It has to be read twice. Make two of it, or three.",
            )


def hard_to_read(subject: Subject) -> Iterator[Found]:
    """A text that reads like a contract.

    Judged by LIX: words in a sentence plus the share of words with more than six letters. Novels
    score about 30, newspapers 40, laws 60. Players read this between two decisions.

    bad:
        closing:
          coach: >-
            Commitment requests necessitate proportionate confidence; premature solicitation
            substantially diminishes subsequent negotiation opportunities regardless of previously
            demonstrated product suitability, organisational compatibility or financial advantage.
    good:
        closing:
          coach: Ask for a step as big as what she now believes, and no bigger.
    """
    for text in subject.texts:
        score = lix(text.words) if len(words(text.words)) >= _HARD_FROM else 0
        if score > _HARD:
            yield Found(
                text.path,
                f"this reads like a contract (LIX {score}; a newspaper has 40)",
                "Use shorter words and shorter sentences, as you would say it.",
            )


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


def blanks_out_of_place(subject: Subject) -> Iterator[Found]:
    """A double space, or a space before a comma or a full stop.

    A slip of the keyboard that everybody sees.

    bad:
        closing:
          coach: Ask for  what fits.
    good:
        closing:
          coach: Ask for what fits.
    """
    slip = re.compile(r"(?<=\S) {2,}(?=\S)| +(?=[,;!?](?:\s|$)|\.(?:\s|$))")
    for text in subject.texts:
        line = subject.line(text.path)
        if text.words in line and slip.search(text.words):
            at = line.index(text.words)
            better = slip.sub(lambda m: " " if m[0].startswith("  ") else "", text.words)
            better = re.sub(r" +(?=[,;!?](?:\s|$)|\.(?:\s|$))", "", better)
            yield Found(
                text.path,
                "a space too many",
                "Everybody who plays sees it. Write:",
                fix=line[:at] + better + line[at + len(text.words) :],
            )
