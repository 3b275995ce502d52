"""What each key of a scenario file is for, in words: the same that an editor shows, for everybody.

All of it is read out of the schema, so whatever the model says about a key arrives here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import Any, Final

from simulator.scenario.schema import Schema, scenario_schema

_WIDTH: Final = 88
_ID: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"


def every_key() -> list[str]:
    """All keys that may stand somewhere in a scenario file."""
    parts = _parts(scenario_schema()).values()
    return list(dict.fromkeys(key for part in parts for key in part["properties"]))


def explain_key(word: str) -> str | None:
    """What a key is for, wherever it may stand; None for a word that is no key.

    Blanks, hyphens and low lines are one.
    """
    key = next((key for key in every_key() if _plain(key) == _plain(word)), None)
    if key is None:
        return None
    schema = scenario_schema()
    homes = _homes(schema)
    entries = [
        _entry(schema, homes[name], key, part["properties"][key], key in part.get("required", ()))
        for name, part in _parts(schema).items()
        if key in part["properties"]
    ]
    return "\n\n".join([f"`{key}`, a key of scenario files", *entries])


def list_of_keys() -> str:
    """All keys, by the places where they may stand."""
    schema = scenario_schema()
    homes = _homes(schema)
    return "\n\n".join(
        f"{homes[name]}:\n" + _lines(", ".join(part["properties"]))
        for name, part in _parts(schema).items()
    )


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", " ", word).strip().casefold()


def _parts(schema: Schema) -> dict[str, Schema]:
    """The whole file and the parts that have keys, by name; the whole file has none."""
    parts = {"": schema, **schema["$defs"]}
    return {name: part for name, part in parts.items() if "properties" in part}


def _homes(schema: Schema) -> dict[str, str]:
    """Where each part stands, in words: under which keys, and in which part these are."""
    parts = _parts(schema)
    owners: dict[str, dict[str, str]] = {name: {} for name in parts}
    for owner, part in parts.items():
        for key, field in part["properties"].items():
            for name in set(_named_in(field)) & parts.keys():
                owners[name][key] = owner
    short = {name: _under(list(keys)) for name, keys in owners.items() if name}
    homes = {"": "At the beginning of a line"}
    for name, said in short.items():
        owner = next(iter(owners[name].values()))
        twin = list(short.values()).count(said) > 1
        homes[name] = f"Under {said}" + (f" of {short[owner]}" if twin else "")
    return homes


def _under(keys: list[str]) -> str:
    if len(keys) > 3:
        return f"`{keys[0]}` to `{keys[-1]}`"
    return _any([f"`{key}`" for key in keys])


def _named_in(field: Any) -> Iterator[str]:
    """The parts that a field names, at whatever depth."""
    if isinstance(field, dict):
        if "$ref" in field:
            yield field["$ref"].rpartition("/")[2]
        for value in field.values():
            yield from _named_in(value)
    elif isinstance(field, list):
        for value in field:
            yield from _named_in(value)


def _entry(schema: Schema, home: str, key: str, field: Schema, needed: bool) -> str:
    said = _kind(schema, field)
    parts = [said[:1].upper() + said[1:] + "."]
    for name in _named_in(field):
        # The first paragraph says what the part is; what follows says how it is written.
        parts += schema["$defs"][name]["description"].split("\n\n")[1:]
    default = field.get("default")
    if needed:
        parts.append("Has to be there.")
    elif default and not isinstance(default, (list, dict)):
        parts.append(f"Left out: {default}.")
    parts += [f"Such as `{key}: {_yaml(sample)}`." for sample in field.get("examples", [])[:1]]
    return f"{home}: {field['description']}.\n" + _lines(" ".join(parts))


def _lines(text: str) -> str:
    lead = "    "
    return "\n".join(
        wrap(text, _WIDTH, initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False)
    )


def _kind(schema: Schema, field: Schema) -> str:
    """What may be written there."""
    if "anyOf" in field:
        kinds = [_kind(schema, one) for one in field["anyOf"] if one.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if "$ref" in field:
        part = schema["$defs"][field["$ref"].rpartition("/")[2]]
        keys = part.get("properties")
        return "a block with " + ", ".join(keys) if keys else _kind(schema, part)
    if "enum" in field or "const" in field:
        return _any([f"`{word}`" for word in field.get("enum", [field.get("const")])])
    if field["type"] == "array":
        item = _kind(schema, field["items"])
        return "a list, each item " + item if "$ref" in field["items"] else "a list of such"
    if field["type"] == "object":
        return "names, each with " + _kind(schema, field["additionalProperties"])
    return _scalar(field)


def _scalar(field: Schema) -> str:
    if field["type"] == "integer":
        return f"a whole number from {field['minimum']} to {field['maximum']}"
    if field["type"] == "boolean":
        return "`true` or `false`"
    if field.get("pattern") == _ID:
        return "an id (small letters, digits, hyphens)"
    if "examples" in field:
        return "words such as " + _any([f"`{word}`" for word in field["examples"]])
    return f"text of at most {field['maxLength']} characters" if "maxLength" in field else "text"


def _any(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _yaml(value: Any) -> str:
    """A sample as an author would write it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_yaml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    return str(value)
