"""Plain lines out, plain lines in: nothing that a screen reader or a slow line would stumble over.

No cursor is moved, nothing is drawn over, nothing is said by color.
"""

from __future__ import annotations

import io
import shutil
import textwrap
from typing import Final, TextIO

WIDTH: Final = 80
"""Columns when the text goes to a file or a pipe."""
WIDEST: Final = 100
"""A longer line than this is hard to read."""


class Leave(Exception):  # noqa: N818 - a wish, not a fault
    """The person wants to go, or there is nobody left to answer."""


class Lines:
    """Writes paragraphs and headings to one stream and asks for lines from another."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._stdin = stdin
        self._stdout = stdout
        # A terminal that cannot show a letter, or sends a broken one, must not end the play.
        for stream in (stdin, stdout):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        columns = shutil.get_terminal_size().columns if stdout.isatty() else WIDTH
        self._width = max(20, min(columns, WIDEST))

    def say(self, text: str = "", *, indent: int = 0, hang: int = 0) -> None:
        """Write a paragraph; ``hang`` is how much further its later lines stand in."""
        # Texts come from files written by others: nothing in them may steer the terminal.
        safe = "".join(letter if letter.isprintable() else " " for letter in text)
        first, later = " " * indent, " " * (indent + hang)
        lines = textwrap.wrap(
            safe,
            self._width,
            initial_indent=first,
            subsequent_indent=later,
            break_on_hyphens=False,
        )
        self._stdout.write("\n".join(lines) + "\n")

    def item(self, number: int | str, text: str, *, indent: int = 0) -> None:
        """Write a paragraph with its number or letter in front."""
        mark = f"{number}. "
        self.say(mark + text, indent=indent, hang=len(mark))

    def heading(self, text: str) -> None:
        """Write a heading: a line of its own between empty ones, underlined."""
        self.say()
        self.say(text)
        self._stdout.write("-" * min(len(text), self._width) + "\n")

    def ask(self, question: str) -> str:
        """Ask for one line and return it without the blanks around it.

        Raises Leave for ``q``, and where the input ends.
        """
        self._stdout.write(f"\n{question} ")
        self._stdout.flush()
        answer = self._stdin.readline()
        if not answer:
            self._stdout.write("\n")
            raise Leave
        answer = answer.strip()
        if answer.casefold() in ("q", "quit", "exit"):
            raise Leave
        return answer

    def number(self, question: str, most: int, *, letters: str = "") -> int | str:
        """Ask until the answer is a number from 1 to ``most`` or one of some letters."""
        while True:
            answer = self.ask(question).casefold()
            if answer in letters and len(answer) == 1:
                return answer
            number = whole(answer)
            if number is not None and 1 <= number <= most:
                return number
            self.say(f"{wanted(most, letters)}, or q to leave.")


def whole(answer: str) -> int | None:
    """The whole number an answer is, or None."""
    # Digits of other scripts are numbers too; signs, fractions and superscripts are not.
    return int(answer) if answer.isdecimal() and len(answer) < 10 else None


def wanted(most: int, letters: str) -> str:
    """What to type, as the start of a sentence."""
    parts = ["a number from 1 to " + str(most)] if most > 1 else ["1"] if most else []
    parts += list(letters)
    return "Type " + (", ".join(parts[:-1]) + " or " + parts[-1] if len(parts) > 1 else parts[0])
