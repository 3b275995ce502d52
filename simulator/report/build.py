"""Elements of a page, built as a tree so that every text is escaped and every tag is closed."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

Node = Element | str


def el(tag: str, attributes: dict[str, object] | None = None, *inside: Node | None) -> Element:
    """An element; attributes that are None and children that are None are left out."""
    found = Element(tag, {k: _text(v) for k, v in (attributes or {}).items() if v is not None})
    for child in inside:
        if isinstance(child, Element):
            found.append(child)
        elif child:
            _add_text(found, child)
    return found


def _add_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _text(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def head_row(heads: Sequence[str]) -> Element:
    """The head of a table: a column of words, then columns of figures."""
    cells = [el("th", {"class": "number" if at else None, "scope": "col"}, head)
             for at, head in enumerate(heads)]  # fmt: skip
    return el("thead", {}, el("tr", {}, *cells))


def ticks(text: str) -> list[Node]:
    """A text in which names stand between backquotes, as text and code."""
    return [
        el("code", {}, part) if at % 2 else part for at, part in enumerate(text.split("`")) if part
    ]


def percent(share: float) -> str:
    """A share as whole per cent; what is not quite nothing or all is not shown as that."""
    if 0 < share < 0.005:
        return "<1%"
    if 0.995 <= share < 1:
        return ">99%"
    return f"{share:.0%}"
