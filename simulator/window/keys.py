"""Which key does what: names for people and for files, and how a key gets another meaning.

Bindings map the name of a deed to the names of its keys, the main one first::

    {"next": ("tab",), "choose": ("return", "kp_enter", "space"), ...}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import pygame

from simulator.window.events import KEYS, Intent

Bindings = Mapping[str, tuple[str, ...]]


class Deed(NamedTuple):
    """Something a key can do: its name in the file, what it asks for, and what people read."""

    id: str
    intent: Intent
    title: str


DEEDS: Final = (
    Deed("next", Intent.NEXT, "Next control"),
    Deed("previous", Intent.PREVIOUS, "Previous control"),
    Deed("choose", Intent.ACTIVATE, "Choose"),
    Deed("back", Intent.BACK, "Back, or pause"),
    Deed("up", Intent.UP, "Up"),
    Deed("down", Intent.DOWN, "Down"),
    Deed("left", Intent.LEFT, "Left, or less"),
    Deed("right", Intent.RIGHT, "Right, or more"),
    Deed("page_up", Intent.PAGE_UP, "Page up"),
    Deed("page_down", Intent.PAGE_DOWN, "Page down"),
    Deed("home", Intent.HOME, "Go to the start"),
    Deed("end", Intent.END, "Go to the end"),
    Deed("notebook", Intent.NOTEBOOK, "Open the notebook"),
    Deed("briefing", Intent.BRIEFING, "Open the briefing"),
    Deed("full_screen", Intent.FULL_SCREEN, "Full screen"),
)
FIXED: Final[Mapping[int, Intent]] = {
    pygame.K_ESCAPE: Intent.BACK,
    pygame.K_AC_BACK: Intent.BACK,
}
"""Keys that nobody can take away, so that there is always a way back."""
MODIFIERS: Final = frozenset(
    {
        pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT,
        pygame.K_RALT, pygame.K_LGUI, pygame.K_RGUI, pygame.K_MODE, pygame.K_CAPSLOCK,
        pygame.K_NUMLOCK,
    }
)  # fmt: skip
"""Keys that mean nothing alone."""
_CODES: Final = {
    name[2:].lower(): getattr(pygame, name)
    for name in sorted(dir(pygame), key=lambda name: (len(name), name))
    if name.startswith("K_") and name != "K_UNKNOWN"
}
_NAMES: Final = {code: name for name, code in _CODES.items()}
_SHOWN: Final = {
    "return": "Enter", "escape": "Esc", "kp_enter": "Keypad Enter", "pageup": "Page up",
    "pagedown": "Page down", "up": "Arrow up", "down": "Arrow down", "left": "Arrow left",
    "right": "Arrow right",
}  # fmt: skip


def key_name(code: int) -> str:
    """The name of a key as files have it, or an empty text for one that has no name."""
    if code in _NAMES:
        return _NAMES[code]
    return chr(code) if 160 < code < 0x110000 and chr(code).isprintable() else ""


def key_code(name: str) -> int | None:
    """The code of a key with that name, or None."""
    if name in _CODES:
        return int(_CODES[name])
    return ord(name) if len(name) == 1 and ord(name) > 160 else None


def key_shown(name: str) -> str:
    """The name of a key as people read it: the sign on it, if it has one."""
    code = key_code(name) or 0
    if name in _SHOWN or not 32 < code < 127:
        return _SHOWN.get(name) or name.replace("kp_", "keypad ").replace("_", " ").capitalize()
    return chr(code).upper()


def is_digit(code: int) -> bool:
    """Whether the key picks an answer by its number."""
    keypad = pygame.K_KP_1 <= code <= pygame.K_KP_9
    return keypad or pygame.K_1 <= code <= pygame.K_9


def _standard() -> dict[str, tuple[str, ...]]:
    own = {code: intent for code, intent in KEYS.items() if code not in FIXED}
    found = {
        deed.id: tuple(key_name(code) for code, intent in own.items() if intent is deed.intent)
        for deed in DEEDS
    }
    return {**found, "back": ("escape",)}


STANDARD: Final[Bindings] = _standard()


def intents(bindings: Bindings) -> dict[int, Intent]:
    """What each key asks for, by its code."""
    found = {}
    for deed in DEEDS:
        for name in bindings[deed.id]:
            code = key_code(name)
            if code is not None:
                found[code] = deed.intent
    return {**found, **FIXED}


def faults(bindings: Bindings) -> list[str]:
    """What is wrong with bindings, one clause each; none means that they can be used."""
    found, holder = [], dict.fromkeys(FIXED, "back")
    for deed in DEEDS:
        names = bindings[deed.id]
        if not names and deed.id != "previous":
            found.append(f"{deed.id} has no key")
        for name in names:
            code = key_code(name)
            if code is None or code in MODIFIERS or is_digit(code):
                found.append(f"{deed.id} cannot have the key {name!r}")
            elif holder.setdefault(code, deed.id) != deed.id:
                found.append(f"{name!r} is a key of both {holder[code]} and {deed.id}")
    return found


class Rebound(NamedTuple):
    """The bindings after a wish, and what to tell; ``done`` is False when it was refused."""

    bindings: Bindings
    told: str
    done: bool


def rebind(bindings: Bindings, deed: str, code: int) -> Rebound:
    """Give a deed the key with that code in place of its own.

    A key that is taken changes hands: what had it keeps its other keys, or else gets the key that
    has become free. Where there is none to give, the wish is refused.
    """
    name, title = key_name(code), _title(deed)
    if is_digit(code):
        return Rebound(bindings, "The digits pick answers and cannot do anything else.", False)
    if not name or code in MODIFIERS:
        return Rebound(bindings, "This key cannot be used.", False)
    holder = next((one.id for one in DEEDS if name in bindings[one.id]), deed)
    changed = {**bindings, deed: (name,)}
    told = f"{key_shown(name)}: {title}."
    if holder == deed:
        return Rebound(changed, told, True)
    left = tuple(key for key in bindings[holder] if key != name)
    spare = tuple(key for key in bindings[deed][:1] if key != "escape")
    if left:
        told += f" “{_title(holder)}” keeps {key_shown(left[0])}."
    elif spare:
        left = spare
        told += f" “{_title(holder)}” is now {key_shown(spare[0])}."
    elif holder != "previous":
        only = f"{key_shown(name)} is the only key of “{_title(holder)}”. Give that another first."
        return Rebound(bindings, only, False)
    return Rebound({**changed, holder: left}, told, True)


def _title(deed: str) -> str:
    return next(one.title for one in DEEDS if one.id == deed)
