"""From places in mended lines back to the lines that the author sees."""

from __future__ import annotations

from collections.abc import Sequence


def place_before(
    before: Sequence[str], after: Sequence[str], place: tuple[int, int, int]
) -> tuple[int, int, int]:
    """Where line, column and width (from 1) in the lines ``after`` stand in those ``before``.

    A line was mended by moving it sideways, or by putting in a letter or a pair of quotes.
    """
    line, column, width = place
    old, new = before[line - 1], after[line - 1]
    if old == new:
        return place
    shift = len(new) - len(new.lstrip()) - len(old) + len(old.lstrip())
    if not shift:
        pairs = enumerate(zip(old, new, strict=False))
        same = next((at for at, (a, b) in pairs if a != b), len(old))
        shift = len(new) - len(old) if column > same + 1 else 0
    column = max(1, min(column - shift, len(old)))
    return line, column, max(1, min(width, len(old) - column + 1))
