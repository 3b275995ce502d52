"""Looking at text: words, sentences, how hard it reads, how wide it is on screen.

All counts are whole numbers; nothing here depends on a locale or a font file.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE: Final = re.compile(r"[.!?…:;]+[\"'”’)]*(?:\s|$)")
_INSERT: Final = re.compile(r"<[a-z-]+>")
_LONG: Final = 6
"""A word longer than this counts as long, by the LIX measure."""

SMALL_WORDS: Final = frozenset(
    {
        "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "did", "do",
        "does", "for", "from", "had", "has", "have", "he", "her", "him", "his", "how", "i", "if",
        "in", "is", "it", "its", "me", "my", "no", "not", "of", "on", "one", "or", "our", "out",
        "she", "so", "than", "that", "the", "their", "them", "then", "there", "they", "this",
        "to", "too", "up", "us", "was", "we", "were", "what", "when", "which", "who", "why",
        "will", "with", "would", "you", "your",
    }
)  # fmt: skip
"""Words that say little about what a text is about."""

# Advances of Inter in thousandths of the type size, alike letters together.
_WIDTHS: Final = {
    letter: wide
    for letters, wide in {
        "ijl": 247, "I.,:;'!’‘ ": 285, "frt()[]/|": 362, "\"-*“”1": 440, "s?": 520,
        "acekvxyznFJL": 570, "bdghopquEST234567890$": 615, "ABPRVXYZK&€+=<>#~": 665,
        "CDGHNOQU": 745, "mw": 850, "MW@%—…": 950,
    }.items()
    for letter in letters
}  # fmt: skip
_OTHER: Final = 640


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, small letters, names put in counting as one word."""
    return tuple(found.casefold() for found in _WORD.findall(_INSERT.sub("Name", text)))


def content_words(text: str) -> set[str]:
    """The words that say what a text is about, without common endings."""
    return {_stem(word) for word in words(text) if word not in SMALL_WORDS and len(word) > 2}


def sentences(text: str) -> list[str]:
    """The sentences of a text; one without an end counts too."""
    return [part for part in _SENTENCE.split(text) if words(part)]


def lix(text: str) -> int:
    """The LIX measure: words a sentence plus the share of long words in hundredths.

    About 30 reads like a novel, 40 like a newspaper, above 55 like a law.
    """
    found = words(text)
    if not found:
        return 0
    many = len(found)
    long = sum(len(word) > _LONG for word in found)
    return many // max(1, len(sentences(text))) + 100 * long // many


def lines_taken(text: str, size: float, width: float) -> int:
    """How many lines a text takes on screen, set in ``size`` and wrapped to ``width`` pixels."""
    room, lines, at = int(width * 1000 / size), 1, 0
    for word in text.split():
        wide = sum(_WIDTHS.get(letter, _OTHER) for letter in word)
        blank = _WIDTHS[" "] if at else 0
        if at and at + blank + wide > room:
            lines, at = lines + 1, wide
        else:
            at += blank + wide
    return lines


def _stem(word: str) -> str:
    for end in ("ing", "ed", "ly", "s"):
        if word.endswith(end) and len(word) - len(end) > 2:
            return word[: -len(end)]
    return word
