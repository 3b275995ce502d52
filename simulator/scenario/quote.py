"""Writing text as YAML so that it comes back as the same text."""

from __future__ import annotations

from collections.abc import Sequence


def quoted(text: str) -> str:
    """``text`` in the quotes that need the fewest changes inside.

    Double quotes suit speech with apostrophes, single ones text with double quotes or backslashes.
    """
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace('"', '\\"') + '"'


def quote_span(
    lines: Sequence[str], first: int, column: int, last: int, end: int | None = None
) -> dict[int, str]:
    """Put the text from (``first``, ``column``) to (``last``, ``end``) into quotes.

    Lines and columns count from 0, no ``end`` is the end of the line; the answer maps the numbers
    of the lines to their new text.
    """
    parts = [line.rstrip() for line in lines[first : last + 1]]
    tail = "" if end is None else parts[-1][end:]
    if tail:
        parts[-1] = parts[-1][:end]
    head, parts[0] = parts[0][:column], parts[0][column:]
    whole = quoted("\n".join(parts)).split("\n")
    whole[0] = head + whole[0]
    whole[-1] += tail
    return {first + offset: text for offset, text in enumerate(whole)}


def ticked(text: str) -> str:
    """A short word of the file as it stands in a message."""
    text = " ".join(text.split())
    return f"`{text[:37]}...`" if len(text) > 40 else f"`{text}`"
