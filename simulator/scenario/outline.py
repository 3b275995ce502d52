"""What a pydantic model knows about a path: its keys, its words, an example to paste."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from types import UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    TypeAlias,
    TypeGuard,
    Union,
    get_args,
    get_origin,
)

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from simulator.scenario.walk import KeyPath

Model: TypeAlias = type[BaseModel]

_EXAMPLE_LEVELS: Final = 2


def fields_of(model: Model) -> dict[str, FieldInfo]:
    """The fields of a model by the key an author writes, required ones and all."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def models_at(model: Model, path: KeyPath) -> list[Model]:
    """The models that may stand at a path; several where there is a choice of them."""
    return [leaf for leaf in leaves_at(model, path) if _is_model(leaf)]


def leaves_at(model: Model, path: KeyPath) -> list[Any]:
    """The types that may stand at a path, without ``Annotated``, unions and ``None``."""
    kinds: list[Any] = [model]
    for part in path:
        kinds = [below for kind in kinds for below in _step(kind, part)]
    return kinds


def field_at(model: Model, path: KeyPath) -> FieldInfo | None:
    """The field that a path ends in, if it ends in a declared key."""
    if not path or not isinstance(path[-1], str):
        return None
    for parent in models_at(model, path[:-1]):
        field = fields_of(parent).get(path[-1])
        if field is not None:
            return field
    return None


def inner_models(field: FieldInfo) -> list[Model]:
    """The models that stand in a field, directly or as items of its list."""
    found: list[Model] = []
    for leaf in _leaves(field.annotation):
        if _is_model(leaf):
            found.append(leaf)
        elif _is_list(leaf):
            found += [item for item in _step(leaf, 0) if _is_model(item)]
    return found


def words_at(model: Model, path: KeyPath) -> list[str]:
    """The words allowed at a path, in the order in which they were declared."""
    found: dict[str, None] = {}
    for leaf in leaves_at(model, path):
        if get_origin(leaf) is Literal:
            found |= dict.fromkeys(_written(value) for value in get_args(leaf))
        elif isinstance(leaf, type) and issubclass(leaf, Enum):
            found |= dict.fromkeys(_written(member.value) for member in leaf)
    return list(found)


def example(key: str, field: FieldInfo, indent: str, levels: int = _EXAMPLE_LEVELS) -> list[str]:
    """Lines to paste for a missing key, with what must stand below it."""
    leaf: Any = next(_leaves(field.annotation), str)
    comment = f"  # {field.description}" if field.description else ""
    if _is_model(leaf) and levels:
        return [f"{indent}{key}:{comment}", *_required(leaf, indent + "  ", levels - 1)]
    if _is_list(leaf) and levels:
        item: Any = next(_step(leaf, 0), str)
        if not _is_model(item):
            return [f"{indent}{key}:{comment}", f"{indent}  - {_sample(item)}"]
        lines = _required(item, indent + "    ", levels - 1)
        lines[:1] = [f"{indent}  - {lines[0].lstrip()}"] if lines else []
        return [f"{indent}{key}:{comment}", *lines]
    return [f"{indent}{key}: {_sample(leaf)}{comment}"]


def _required(model: Model, indent: str, levels: int) -> list[str]:
    lines: list[str] = []
    for key, field in fields_of(model).items():
        if field.is_required():
            lines += example(key, field, indent, levels)
    return lines


def _sample(leaf: Any) -> str:
    """A value of a type as an author would write it."""
    if get_origin(leaf) is Literal:
        return _written(get_args(leaf)[0])
    if isinstance(leaf, type):
        if issubclass(leaf, Enum):
            return _written(next(iter(leaf)).value)
        if issubclass(leaf, bool):
            return "true"
        if issubclass(leaf, (int, float)):
            return "1"
    if _is_model(leaf) or get_origin(leaf) is dict:
        return "{}"
    return "[]" if _is_list(leaf) else "..."


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _step(kind: Any, part: str | int) -> Iterator[Any]:
    """The types one step below a type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if _is_model(kind):
        if isinstance(part, str):
            field = fields_of(kind).get(part)
            if field is not None:
                yield from _leaves(field.annotation)
    elif _is_list(kind) and isinstance(part, int) and arguments:
        fixed = origin is tuple and arguments[-1] is not Ellipsis
        yield from _leaves(arguments[part if fixed and part < len(arguments) else 0])
    elif origin in (dict, Mapping) and isinstance(part, str):
        yield from _leaves(arguments[1])


def _leaves(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _leaves(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for argument in get_args(annotation):
            yield from _leaves(argument)
    elif hasattr(annotation, "__value__"):
        yield from _leaves(annotation.__value__)
    elif annotation is not type(None):
        yield annotation


def _is_model(kind: Any) -> TypeGuard[Model]:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _is_list(kind: Any) -> bool:
    origin = get_origin(kind) or kind
    return origin in (list, tuple, set, frozenset, Sequence)
