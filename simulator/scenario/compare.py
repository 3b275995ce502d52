"""What differs between two versions of a scenario: rules apart from words, each with its place.

Parts are matched by their ids, so moving a choice is no loss and no gain; lists without ids
(cases, bonuses, points, the epilogue) are matched by what stands in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, Final

from pydantic import BaseModel

from simulator.problems import Place
from simulator.scenario.model import Condition, Episode, Level, Scenario
from simulator.scenario.plain import condition_words, listed

Path = tuple[str | int, ...]

RULES: Final = frozenset(
    ["id", "feature", "when", "needs", "effects", "learn", "outcome", "cost", "minutes", "ends",
     "spend", "cases", "also", "weight", "start", "points", "per", "kind", "buyers", "facts",
     "outcomes", "decisions", "choices", "features", "meters"]
)  # fmt: skip
"""The keys that can change what a choice is worth; all others are words and looks."""
_SHOWN: Final = 60


@dataclass(frozen=True)
class Change:
    """One difference.

    ``where`` names the part (``closing``, ``ask``, ``trial``) and ``said`` tells it as a phrase;
    ``is_rule`` says whether it can change what a choice is worth; ``old`` and ``new`` are what
    stood and stands there, empty where there is nothing; ``place`` is in the new file, or in the
    old one for what is gone.
    """

    where: tuple[str, ...]
    key: str
    is_rule: bool
    said: str
    old: str
    new: str
    place: Place


def compare(old: Scenario, new: Scenario) -> list[Change]:
    """All differences in what two scenarios say, in the order of the file."""
    found = _Comparison(old, new)
    found.part((), (old, ()), (new, ()))
    return found.changes


def _counts(where: tuple[str, ...], key: str) -> bool:
    """Whether a difference can change what a choice is worth, by where it stands."""
    return key in RULES and not (where and where[0].startswith(("product", "check", "line of")))


At = tuple[Any, Path]
"""A part of a file and the path to it."""


class _Comparison:
    def __init__(self, old: Scenario, new: Scenario) -> None:
        self.old = old
        self.new = new
        self.changes: list[Change] = []

    def add(self, where: tuple[str, ...], key: str, said: str, old: At, new: At) -> None:
        """Note one difference; a path of () with None is a part that is not there."""
        gone = new[0] is None
        place = self.old.place_of(old[1]) if gone else self.new.place_of(new[1])
        self.changes.append(
            Change(where, key, _counts(where, key), said, shown(old[0]), shown(new[0]), place)
        )

    def part(self, where: tuple[str, ...], old: At, new: At) -> None:
        """Compare two versions of one part, field by field."""
        for name, field in type(new[0]).model_fields.items():
            a, b = getattr(old[0], name), getattr(new[0], name)
            if a != b:
                key = field.alias or name
                self.field(where, (a, (*old[1], key)), (b, (*new[1], key)), key, type(new[0]))

    def field(
        self, where: tuple[str, ...], old: At, new: At, key: str, owner: type[BaseModel]
    ) -> None:
        """Compare two versions of one field that differ."""
        a, b = old[0], new[0]
        if isinstance(a, Condition) or isinstance(b, Condition):
            kind = "told" if owner is Episode else key
            said = f"{key}: {condition_words(b)}; before: {condition_words(a)}"
            self.add(where, kind, said, old, new)
        elif isinstance(a, BaseModel) and isinstance(b, BaseModel):
            self.part((*where, key), old, new)
        elif isinstance(a, dict) or isinstance(b, dict):
            self.keyed(where, old, new, key)
        elif _parts(a) or _parts(b):
            self.listed(where, old, new, key)
        else:
            self.scalar(where, old, new, key if owner is not Level else f"level's {key}")

    def scalar(self, where: tuple[str, ...], old: At, new: At, key: str) -> None:
        a, b = shown(old[0]), shown(new[0])
        if old[0] is None or old[0] == ():
            said = f"{key} is new: {cut(b)}"
        elif new[0] is None or new[0] == ():
            said = f"{key} is gone: {cut(a)}"
        else:
            said = f"{key}: {cut(b, a)}; before: {cut(a, b)}"
        self.add(where, key, said, old, new)

    def keyed(self, where: tuple[str, ...], old: At, new: At, key: str) -> None:
        """Compare effects, budgets and meters, key by key."""
        a, b = old[0] or {}, new[0] or {}
        for name in dict.fromkeys([*a, *b]):
            was, now = a.get(name), b.get(name)
            if isinstance(was, BaseModel) and isinstance(now, BaseModel):
                self.part((*where, name), (was, (*old[1], name)), (now, (*new[1], name)))
            elif was != now:
                number = "{:+}" if key == "effects" else "{}"
                said = f"{key}: {name} {_said(now, number)}; before: {_said(was, number)}"
                self.add(where, key, said, (was, (*old[1], name)), (now, (*new[1], name)))
        if old[0] != new[0] and a == b:
            self.add(where, key, f"{key} written, where the choice's own would count", old, new)

    def listed(self, where: tuple[str, ...], old: At, new: At, key: str) -> None:
        items = [*(old[0] or ()), *(new[0] or ())]
        if all(_name(item) for item in items):
            self.by_id(where, old, new, key)
        else:
            self.by_likeness(where, old, new, key)

    def by_id(self, where: tuple[str, ...], old: At, new: At, key: str) -> None:
        """Compare lists whose items have ids."""
        before = {_name(item): (item, (*old[1], at)) for at, item in enumerate(old[0])}
        after = {_name(item): (item, (*new[1], at)) for at, item in enumerate(new[0])}
        named = _renamed(before, after)
        one = _ONE.get(key, key)
        if key in ("buyers", "facts", "outcomes"):
            where = (one,)
        for name, was in before.items():
            if name not in after and name not in named:
                self.add((*where, name), key, f"{one} is gone", was, (None, ()))
        back = {new_name: old_name for old_name, new_name in named.items()}
        for name, now in after.items():
            if name in back:
                self.add(
                    (*where, name), "id", f"was called `{back[name]}`", before[back[name]], now
                )
                self.part((*where, name), _without_name(before[back[name]], now), now)
            elif name in before:
                self.part((*where, name), before[name], now)
            else:
                self.add((*where, name), key, f"{one} is new", (None, ()), now)
        stayed = [name for name in before if name in after]
        order = [name for name in after if name in before]
        if stayed != order:
            said = f"{key} stand in another order: {listed(order)}"
            self.add(where, key, said, (stayed, old[1]), (order, new[1]))

    def by_likeness(self, where: tuple[str, ...], old: At, new: At, key: str) -> None:
        """Compare lists without ids: equal items are matched, the others in their order."""
        olds, news = old[0] or (), new[0] or ()
        before, after = ([item.model_dump_json() for item in items] for items in (olds, news))
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        one = _ONE.get(key, key)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag == "equal":
                continue
            for at, to in zip_longest(range(a, b), range(c, d)):
                was: At = (None, ()) if at is None else (olds[at], (*old[1], at))
                now: At = (None, ()) if to is None else (news[to], (*new[1], to))
                number = at if to is None else to
                inside = (*where, f"{one} {number + 1}")
                if at is None:
                    self.add(inside, key, f"{one} is new", was, now)
                elif to is None:
                    self.add(inside, key, f"{one} is gone", was, now)
                else:
                    self.part(inside, was, now)


_ONE: Final = {
    "buyers": "buyer", "facts": "fact", "outcomes": "outcome", "decisions": "decision",
    "choices": "choice", "features": "feature", "cases": "case", "also": "bonus",
    "points": "rule of points", "epilogue": "line of the epilogue", "checks": "check",
}  # fmt: skip
_TELLING: Final = ("say", "note", "truth", "text", "task", "benefit")
"""Keys whose words are enough to know a part again that has another id."""


def _parts(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], BaseModel)


def _name(item: Any) -> str:
    return getattr(item, "id", None) or getattr(item, "feature", None) or ""


def _renamed(before: dict[str, At], after: dict[str, At]) -> dict[str, str]:
    """Old id -> new id of parts that say the same under another name."""
    found: dict[str, str] = {}
    for name, (item, _) in before.items():
        if name in after:
            continue
        for other, (fresh, _) in after.items():
            if other not in before and other not in found.values() and _alike(item, fresh):
                found[name] = other
                break
    return found


def _alike(a: BaseModel, b: BaseModel) -> bool:
    said = [key for key in _TELLING if getattr(a, key, None)]
    return bool(said) and all(getattr(a, key) == getattr(b, key, None) for key in said)


def _without_name(old: At, new: At) -> At:
    """The old part under the new part's id, so that its name is not told twice."""
    key = "id" if hasattr(new[0], "id") else "feature"
    return old[0].model_copy(update={key: getattr(new[0], key)}), old[1]


def shown(value: Any) -> str:
    """A value as text; nothing is empty."""
    if value is None:
        return ""
    if isinstance(value, Condition):
        return condition_words(value)
    if isinstance(value, BaseModel):
        return _name(value) or " ".join(str(getattr(value, k, "") or "") for k in _TELLING).strip()
    if isinstance(value, (tuple, list)):
        return ", ".join(map(shown, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def cut(text: str, other: str = "") -> str:
    """A text in quotes, long ones cut to what is around the first difference to another."""
    same = next(
        (at for at, (a, b) in enumerate(zip(text, other, strict=False)) if a != b),
        min(len(text), len(other)),
    )
    start = max(0, same - 20) if len(text) > _SHOWN and other else 0
    start = text.rfind(" ", 0, start) + 1
    part = text[start : start + _SHOWN]
    head, tail = "..." if start else "", "..." if start + _SHOWN < len(text) else ""
    return f"\u201c{head}{part.strip()}{tail}\u201d" if not text.lstrip("-+").isdigit() else text


def _said(value: object, number: str) -> str:
    return "unchanged" if value is None else number.format(value)
