"""The codes of the problems a loader can find, each with its meaning in one line."""

from __future__ import annotations

from typing import Final

CODES: Final[dict[str, str]] = {
    # Pass 1: bytes.
    "S001": "the file cannot be read",
    "S002": "the file is too large",
    "S003": "the file is not UTF-8 text",
    "S004": "the file holds characters that no text has",
    "S005": "a tab stands in the indentation",
    "S006": "a space that only looks like a space stands in the indentation",
    "S007": "the file is empty",
    "S008": "a line is too long",
    "S009": "an invisible character",
    "S010": "more problems were found than are shown",
    # Passes 2 and 3: YAML text.
    "S101": "a colon inside text",
    "S102": "text starts with a sign that YAML keeps for itself",
    "S103": "a quote ends early",
    "S104": "a quote is never closed",
    "S105": "a bracket or a comma is missing",
    "S106": "the indentation does not fit",
    "S107": "a key without its colon and space",
    "S108": "a backslash inside double quotes",
    "S109": "the line cannot be read as YAML",
    "S110": "a comment sign cuts text off",
    "S111": "a key stands twice",
    "S112": "a part of YAML that scenarios do not use",
    "S113": "more than one scenario in a file",
    "S114": "too many levels",
    "S115": "too many entries",
    "S116": "a text is too long",
    "S117": "a key that is not a plain word",
    # Pass 4: shape.
    "S201": "an unknown key",
    "S202": "a missing key",
    "S203": "a value of the wrong kind",
    "S204": "a word that is not one of those allowed",
    "S205": "a number out of range",
    "S206": "too short or too long",
    "S207": "a text of the wrong form",
    "S208": "a value that breaks a rule of its key",
    # Pass 5: references.
    "S301": "a name that nothing in the file has",
    "S302": "an id that stands twice",
    "S303": "a decision that does not say what can be chosen",
    "S304": "a decision at which nothing may be open",
    "S305": "a condition that may not name the buyer",
    "S306": "a part that does not belong to this kind of decision",
    "S307": "an inserted name that nothing stands for",
    "S308": "a name that could mean several choices",
    "S309": "a scenario too large for the exact rules",
}
