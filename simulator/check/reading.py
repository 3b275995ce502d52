"""Rules of writing about single texts: left unfinished, too long, hard to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from simulator.check.rule import Found
from simulator.check.subject import Subject
from simulator.check.words import lines_taken, lix, sentences, words

_PLACEHOLDER: Final = re.compile(
    r"\b(?:TODO|TBD|FIXME|XXX+|xxx+|[Ll]orem ipsum|[Pp]laceholder|asdf\w*|blah blah)\b"
    r"|\?\?\?+|\[(?:insert|your|name|text)\b[^\]]*\]",
)
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
