"""What to say about a value that the model refuses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple, get_args

from pydantic import BaseModel
from pydantic_core import core_schema

from simulator.problems import Problem
from simulator.scenario import outline
from simulator.scenario.compose import Document, Span
from simulator.scenario.keys import nearest
from simulator.scenario.kinds import EXPECTED, counted, either, kind_of
from simulator.scenario.quote import quote_span, quoted, ticked
from simulator.scenario.walk import KeyPath

Error = Mapping[str, Any]

_BUILT_IN: Final = frozenset(get_args(core_schema.ErrorType))
_WORDS: Final = frozenset({"literal_error", "enum", "union_tag_invalid"})
_BOUNDS: Final = {
    "greater_than_equal": ("ge", "at least {}"),
    "less_than_equal": ("le", "at most {}"),
    "greater_than": ("gt", "more than {}"),
    "less_than": ("lt", "less than {}"),
    "multiple_of": ("multiple_of", "a multiple of {}"),
}
_LENGTHS: Final = frozenset({"string_too_long", "string_too_short", "too_long", "too_short"})
_TRUTHS: Final = {
    word: truth
    for truth, words in (("true", ("yes", "on", "y")), ("false", ("no", "off", "n")))
    for small in words
    for word in (small, small.capitalize(), small.upper())
}
_KEY_ITSELF: Final = "[key]"


class Saying(NamedTuple):
    """What to say of a value: the parts of a problem without its place."""

    code: str
    message: str
    remedy: str = ""
    paste: str = ""


def value_problem(
    model: type[BaseModel], document: Document, path: KeyPath, errors: list[Error]
) -> Problem:
    """One problem for a value, though each branch of a choice of types has its own error."""
    value = document.data
    for part in path:
        value = value[part]
    key = errors[0]["loc"][-1:] == (_KEY_ITSELF,)
    if key:
        value = str(path[-1])
    kinds = [error for error in errors if error["type"] in EXPECTED]
    rest = [error for error in errors if error["type"] not in EXPECTED]
    words = _words(model, path, rest)
    if words and isinstance(value, str):
        saying = _wrong_word(document, path, words, value, kinds)
    elif words or not rest:
        saying = _wrong_kind(model, document, path, kinds, words, value)
    else:
        saying = _refused(model, document, path, rest[0], value)
    code, message, remedy, paste = saying
    return document.problem(path, code, message, key=key, remedy=remedy, paste=paste)


def _words(model: type[BaseModel], path: KeyPath, errors: list[Error]) -> list[str]:
    """The words allowed, if it is words that the errors are about."""
    about = [error for error in errors if error["type"] in _WORDS]
    if not about:
        return []
    known = outline.words_at(model, path)
    if known:
        return known
    context = about[0].get("ctx", {})
    return re.findall(r"'([^']*)'", str(context.get("expected", context.get("expected_tags", ""))))


def _wrong_word(
    document: Document, path: KeyPath, words: list[str], value: str, kinds: list[Error]
) -> Saying:
    near = nearest(value, words)
    hint = f"; did you mean `{near}`?" if near else ""
    also = "".join(f", or {EXPECTED[error['type']]}" for error in kinds)
    remedy = f"Write {'' if len(words) == 1 else 'one of '}{_listed(words)}{also}."
    what = "" if len(words) == 1 else "one of the words "
    message = f"{ticked(value)} is not {what}allowed here{hint}"
    paste = _replaced(document, document.span(path), near) if near else ""
    return Saying("S204", message, remedy, paste)


def _wrong_kind(
    model: type[BaseModel],
    document: Document,
    path: KeyPath,
    errors: list[Error],
    words: list[str],
    value: Any,
) -> Saying:
    expected = [EXPECTED[error["type"]] for error in errors]
    if words:
        expected.append(f"`{words[0]}`" if len(words) == 1 else f"one of {_listed(words)}")
    found = document.written.get(path)
    number = found is not None and not isinstance(value, bool | None)
    message = (
        f"expected {either(expected)}, found {f'the number {found}' if number else kind_of(value)}"
    )
    if isinstance(value, str) and value in _TRUTHS and EXPECTED["bool_type"] in expected:
        paste = _replaced(document, document.span(path), _TRUTHS[value])
        return Saying("S203", message, "Write:", paste)
    if "text" in expected and (paste := _as_text(document, path, value)):
        return Saying("S203", message, "If it is text, put it in quotes:", paste)
    if "a list" in expected:
        return Saying("S203", message, *_as_list(document, path, value))
    return Saying("S203", message, _about(model, path))


def _as_text(document: Document, path: KeyPath, value: Any) -> str:
    """The line with the value in quotes, where YAML took text for something else."""
    span = document.span(path)
    first = span.line - 1
    line = document.source.lines[first]
    if value is None and not document.written.get(path):
        return ""
    if not _on_line(document, path, value, span.line):
        return ""
    end = min(span.column - 1 + span.width, len(line))
    return "\n".join(quote_span(document.source.lines, first, span.column - 1, first, end).values())


def _on_line(document: Document, path: KeyPath, value: Any, line: int) -> bool:
    """Whether a value and all that is in it stand on one line."""
    if document.span(path).line != line:
        return False
    if isinstance(value, dict):
        return all(_on_line(document, (*path, key), below, line) for key, below in value.items())
    if isinstance(value, list):
        return all(_on_line(document, (*path, at), below, line) for at, below in enumerate(value))
    return True


def _as_list(document: Document, path: KeyPath, value: Any) -> tuple[str, str]:
    """How to make a list of what stands there."""
    if isinstance(value, dict):
        return "Put a dash and a space before the first key of each item.", ""
    span = document.span(path)
    key = document.span(path, key=True)
    if not isinstance(value, str) or key == span or key.line != span.line:
        return "Start each item on a line of its own, with a dash and a space.", ""
    line = document.source.line(span.line)
    head = line[: span.column - 1].rstrip()
    text = line[span.column - 1 : span.column - 1 + span.width]
    return "Start each item with a dash and a space:", f"{head}\n{' ' * (key.column + 1)}- {text}"


def _refused(
    model: type[BaseModel], document: Document, path: KeyPath, error: Error, value: Any
) -> Saying:
    """A value of the right kind that is too long, too large or against a rule."""
    kind, context = error["type"], error.get("ctx", {})
    about = _about(model, path)
    if kind in _BOUNDS:
        name, phrase = _BOUNDS[kind]
        found = document.written.get(path, str(value))
        bound = phrase.format(_number(context[name]))
        saying = Saying("S205", f"expected {bound}, found {found}", about)
    elif kind == "missing":
        saying = Saying("S206", f"item {error['loc'][-1] + 1} is missing in this list", about)
    elif kind in _LENGTHS:
        saying = Saying("S206", _length(kind, context, value), about)
    elif kind == "string_pattern_mismatch":
        saying = _form(document, path, str(context.get("pattern", "")), str(value), about)
    elif "error" in context or kind not in _BUILT_IN:
        # The words of a model's own rule are written for authors.
        message = str(context.get("error", error["msg"]))
        saying = Saying("S208", message + _maybe_key(model, path), about)
    else:
        saying = Saying("S208", f"{kind_of(value)} of this form cannot stand here", about)
    return saying


def _number(bound: Any) -> str:
    """A bound as an author would write it: 1, not 1.0."""
    return str(int(bound)) if bound == int(bound) else str(bound)


def _length(kind: str, context: Mapping[str, Any], value: Any) -> str:
    least, most = context.get("min_length", 0), context.get("max_length", 0)
    if kind == "string_too_short":
        if not value:
            return "this text is empty"
        length = counted(len(value), "character")
        return f"this text has {length}; at least {least:,} are needed"
    if kind == "string_too_long":
        return f"this text has {counted(len(value), 'character')}; at most {most:,} fit"
    what = "block" if isinstance(value, dict) else "list"
    length = counted(len(value), "key" if what == "block" else "item")
    if kind == "too_short":
        verb = "is" if least == 1 else "are"
        return f"this {what} has {length}; at least {least:,} {verb} needed"
    return f"this {what} has {length}; at most {most:,} fit"


def _form(document: Document, path: KeyPath, pattern: str, value: str, about: str) -> Saying:
    """A text that does not match a pattern, with the nearest short name that does."""
    name = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
    try:
        fits = re.fullmatch(pattern, name) is not None
    except re.error:
        fits = False
    if not fits:
        return Saying("S207", f"{ticked(value)} does not have the form that is needed here", about)
    message = f"{ticked(value)} is not a short name of small letters, digits and hyphens"
    return Saying("S207", message, "Write:", _replaced(document, document.span(path), name))


def _maybe_key(model: type[BaseModel], path: KeyPath) -> str:
    """Where any key is allowed, a refused value may come from a slip in a declared key."""
    if not path or not isinstance(path[-1], str) or outline.field_at(model, path):
        return ""
    known = [name for m in outline.models_at(model, path[:-1]) for name in outline.fields_of(m)]
    near = nearest(path[-1], known)
    return f"; or did you mean the key `{near}`?" if near else ""


def _about(model: type[BaseModel], path: KeyPath) -> str:
    """What the key is for, as a sentence."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    field = outline.field_at(model, path)
    return f"`{path[-1]}`: {field.description}." if field and field.description else ""


def _listed(words: list[str]) -> str:
    return either(f"`{word}`" for word in words)


def _replaced(document: Document, span: Span, word: str) -> str:
    """The line with another value in the place of the one underlined."""
    line = document.source.line(span.line)
    start = span.column - 1
    sign = line[start : start + 1]
    new = quoted(word) if sign in ("'", '"') else word
    return line[:start] + new + line[start + span.width :]
