"""Advice on a key that the model does not know: a slip of the pen, or the wrong level."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from pydantic import BaseModel

from simulator.scenario import outline
from simulator.scenario.compose import Document
from simulator.scenario.walk import KeyPath


@dataclass(frozen=True, slots=True)
class Advice:
    """What an unknown key was probably meant to be.

    ``home`` and ``key`` say where which key was meant, ``rename`` whether only its name is wrong,
    ``hint`` is the end of the message, ``known`` are the keys that can stand there.
    """

    home: KeyPath
    key: str
    rename: bool
    hint: str
    known: list[str]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a person most likely meant, if one is near enough."""
    plain = {_plain(name): name for name in known}
    found = difflib.get_close_matches(_plain(word), plain, n=1, cutoff=0.7)
    return plain[found[0]] if found else None


def advise(model: type[BaseModel], document: Document, path: KeyPath) -> Advice:
    """What to say about the unknown key at the end of ``path``."""
    parent, key = path[:-1], str(path[-1])
    models = outline.models_at(model, parent)
    known = list(dict.fromkeys(name for m in models for name in outline.fields_of(m)))
    block = _at(document.data, parent)
    present = block if isinstance(block, dict) else {}
    above = list(takewhile(lambda name: name != key, present))
    if above and isinstance(present[above[-1]], str) and _follows_a_comma(document, path):
        hint = f"; a comma ended the text of `{above[-1]}`: put that text in quotes"
        return Advice(parent, key, False, hint, known)
    inner = [
        name
        for m in models
        for name, field in outline.fields_of(m).items()
        if any(key in outline.fields_of(below) for below in outline.inner_models(field))
    ]
    for name in reversed(above):
        if name in inner:
            hint = f"; it belongs inside `{name}`: indented too little?"
            return Advice(_last_item(block, (*parent, name)), key, False, hint, known)
    outer = _outer_home(model, document, parent, key)
    if outer is not None:
        hint = f"; it belongs beside `{parent[len(outer)]}`: indented too much?"
        return Advice(outer, key, False, hint, known)
    near = nearest(key, [name for name in known if name not in present])
    if near is not None:
        return Advice(parent, near, True, f"; did you mean `{near}`?", known)
    if inner:
        return Advice((*parent, inner[0]), key, False, f"; it belongs inside `{inner[0]}`", known)
    return Advice(parent, key, False, "", known)


def _follows_a_comma(document: Document, path: KeyPath) -> bool:
    """Whether a key without colon and value stands behind a comma, as a text cut in braces does."""
    if document.written.get(path) != "":
        return False
    line, column, width = document.span(path, key=True)
    text = document.source.line(line)
    return text[: column - 1].rstrip().endswith(",") and text[column - 1 + width :][:1] != ":"


def _outer_home(
    model: type[BaseModel], document: Document, parent: KeyPath, key: str
) -> KeyPath | None:
    """The nearest block around ``parent`` that knows the key and lacks it."""
    for length in range(len(parent) - 1, -1, -1):
        block = _at(document.data, parent[:length])
        if isinstance(block, dict) and key not in block:
            for outer in outline.models_at(model, parent[:length]):
                if key in outline.fields_of(outer):
                    return parent[:length]
    return None


def _last_item(block: Any, path: KeyPath) -> KeyPath:
    value = block[path[-1]]
    return (*path, len(value) - 1) if isinstance(value, list) and value else path


def _at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data


def _plain(word: str) -> str:
    """A word without the differences people overlook: case, hyphens, underscores, blanks."""
    return re.sub(r"[\s_-]+", " ", word.casefold()).strip()
