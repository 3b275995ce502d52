"""How a person wants the window to look, move and sound; kept in one readable file of their own."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from simulator import paths
from simulator.window.keys import DEEDS, STANDARD, Bindings
from simulator.window.keys import faults as key_faults
from simulator.window.theme import THEMES

if TYPE_CHECKING:
    from tomlkit.items import Table

    from simulator.window.app import App

NAME: Final = "settings.toml"
OLD_NAME: Final = "settings.json"
TEXT_LEAST: Final = 80
TEXT_MOST: Final = 200
TEXT_STEP: Final = 10
RANGES: Final = {"text_size": (TEXT_LEAST, TEXT_MOST), "sound": (0, 100)}
TOLD: Final = 2
"""How many things that make no sense are named at once."""
HEAD: Final = (
    "How Pitchcraft looks, moves and sounds for you.",
    "Change it under Settings, or here; what you write here yourself stays.",
)
NOTES: Final = {
    "theme": 'The colours: "light", "dark" or "contrast".',
    "text_size": f"The size of all text in percent, from {TEXT_LEAST} to {TEXT_MOST}.",
    "keep_still": "true: nothing moves, fades or blinks.",
    "full_screen": "true: begin on the whole screen instead of in a window.",
    "sound": "How loud sounds are, from 0 (off) to 100.",
    "captions": "true: say each sound in words as well.",
    "keys": "Which keys do what, the main one first. Esc always goes back; digits pick answers.",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings: see :data:`NOTES` for the meaning and the range of each."""

    theme: str = "light"
    text_size: int = 100
    keep_still: bool = False
    full_screen: bool = False
    sound: int = 40
    captions: bool = False
    keys: Bindings = field(default_factory=lambda: STANDARD)


class Kept(NamedTuple):
    """The settings as found, and what has to be told about them, which is mostly nothing."""

    settings: Settings
    message: str = ""


# The window.


def wear(app: App, settings: Settings) -> None:
    """Make a window look, move and sound as somebody wants it."""
    app.restyle(
        theme=THEMES[settings.theme],
        text_scale=settings.text_size / 100,
        reduced_motion=settings.keep_still,
    )
    app.rebind(settings.keys)
    app.sounds.volume = settings.sound
    app.sounds.captions = settings.captions
    if app.full_screen != settings.full_screen:
        app.toggle_full_screen()


def worn(app: App) -> Settings:
    """The settings of a window as it is now."""
    return Settings(
        app.theme.name,
        round(app.text_scale * 100),
        app.reduced_motion,
        app.full_screen,
        app.sounds.volume,
        app.sounds.captions,
        app.bindings,
    )


def wear_kept(app: App, *, in_window: bool = False) -> None:
    """Make a window as its person left it, and say so if that cannot be found out.

    ``in_window``: this one never begins on the whole screen.
    """
    kept = load_settings()
    wear(app, replace(kept.settings, full_screen=kept.settings.full_screen and not in_window))
    if kept.message:
        app.toast(kept.message, "fair")


def change_settings(app: App, **changes: Any) -> None:
    """Take up changed settings, by their names, and keep them; say so if that cannot be done.

    Only what has changed is written, so that two windows do not undo each other's changes.
    """
    wear(app, replace(worn(app), **changes))
    message = keep_settings(worn(app), changes)
    if message:
        app.toast(message, "fair")


# The file.


def load_settings() -> Kept:
    """The kept settings; the usual ones for whatever is missing or makes no sense.

    A file that is not wholly sound is set aside under another name and never deleted.
    """
    path = paths.home_dir() / NAME
    try:
        # Some editors begin a file with a mark that TOML does not know.
        found = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return Kept(_old_settings())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Kept(Settings(), f"{NAME} cannot be read ({reason}). {_set_aside(path)}")
    except UnicodeDecodeError:
        return Kept(Settings(), f"{NAME} cannot be read (it is not UTF-8). {_set_aside(path)}")
    except (ValueError, RecursionError) as error:
        return Kept(Settings(), f"{NAME} is not TOML ({error}). {_set_aside(path)}")
    settings, wrong = _sense(found)
    if not wrong:
        return Kept(settings)
    more = f"; and {len(wrong) - TOLD} more" if len(wrong) > TOLD else ""
    aside = _set_aside(path)
    _write(as_toml(settings))
    return Kept(settings, f"In {NAME} {'; '.join(wrong[:TOLD])}{more}. {aside}")


def keep_settings(settings: Settings, changes: Mapping[str, object]) -> str:
    """Write what has changed into the file, with nothing else in it touched.

    Where there is no sound file yet, all ``settings`` are written. Returns what has to be told,
    which is mostly nothing: a disk that cannot take it costs only that.
    """
    kept = load_settings()
    if kept.message or not (paths.home_dir() / NAME).is_file():
        return _write(as_toml(settings)) or kept.message
    return _write(_changed((paths.home_dir() / NAME).read_text("utf-8-sig"), changes))


def as_toml(settings: Settings) -> str:
    """The settings as a file with a line of explanation above each."""
    import tomlkit

    text = tomlkit.document()
    for line in HEAD:
        text.add(tomlkit.comment(line))
    for name, value in asdict(settings).items():
        if name == "keys":
            text.add(name, _keys_table(value))
        else:
            text.add(tomlkit.nl())
            text.add(tomlkit.comment(NOTES[name]))
            text.add(name, value)
    return tomlkit.dumps(text)


def _keys_table(bindings: Bindings) -> Table:
    import tomlkit

    table = tomlkit.table()
    table.comment(NOTES["keys"])
    for deed in DEEDS:
        table.add(deed.id, list(bindings[deed.id]))
        table[deed.id].comment(deed.title)
    return table


def _changed(text: str, changes: Mapping[str, Any]) -> str:
    """The text of a file with other values, and with all that its person wrote around them."""
    import tomlkit

    # Needed only when something is changed, never for the first frame.
    file = tomlkit.parse(text)
    for name, value in changes.items():
        if name != "keys":
            file[name] = value
        elif name not in file:
            file[name] = _keys_table(value)
        else:
            table: Any = file[name]
            for deed, keys in value.items():
                table[deed] = list(keys)
    return tomlkit.dumps(file)


def _write(text: str) -> str:
    """Write the file; returns what has to be told when it cannot be written."""
    from simulator.store.files import write_whole

    path = paths.home_dir() / NAME
    try:
        write_whole(path, text.encode())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return f"This holds until you close the window: {path} cannot be written ({reason})."
    return ""


def _set_aside(path: Path) -> str:
    """Give a file another name that is free, and say which."""
    number = 1
    while (aside := path.with_name(f"settings.broken-{number}.toml")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        return f"The usual settings hold; the file stays ({error.strerror})."
    return f"The usual settings hold there; the file was set aside as {aside.name}."


# What makes sense.


def _sense(found: Mapping[str, object]) -> tuple[Settings, list[str]]:
    """The settings in what a file holds, and what makes no sense there, a clause each."""
    known = [one.name for one in fields(Settings)]
    good: dict[str, Any] = {}
    wrong = []
    for name, value in found.items():
        if name not in known:
            wrong.append(f"`{name}` is no setting{_nearest(name, known)}")
        elif name == "keys":
            good[name], faults = _keys(value)
            wrong += faults
        elif (must := _must_be(name, value)) is None:
            good[name] = value
        else:
            wrong.append(f"`{name}` must be {must}")
    return Settings(**good), wrong


def _must_be(name: str, value: object) -> str | None:
    """What a setting must be, or None if it is that."""
    if name == "theme":
        sound = isinstance(value, str) and value in THEMES
        return None if sound else ", ".join(f'"{one}"' for one in THEMES)
    if name in RANGES:
        least, most = RANGES[name]
        sound = type(value) is int and least <= value <= most
        return None if sound else f"a whole number from {least} to {most}"
    return None if isinstance(value, bool) else "true or false"


def _keys(found: object) -> tuple[Bindings, list[str]]:
    """The bindings in a table of a file, standard keys for what it leaves out, and its faults."""
    if not isinstance(found, dict):
        return STANDARD, ["`keys` must be a table of lists of keys"]
    known = [deed.id for deed in DEEDS]
    bindings = dict(STANDARD)
    faults = []
    for deed, names in found.items():
        if deed not in known:
            faults.append(f"`{deed}` is nothing that keys do{_nearest(deed, known)}")
        elif isinstance(names, list) and all(isinstance(name, str) for name in names):
            bindings[deed] = tuple(names)
        else:
            faults.append(f'`{deed}` must be a list of keys such as ["f2"]')
    faults = faults or key_faults(bindings)
    return (STANDARD, faults) if faults else (bindings, [])


def _nearest(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return f"; the nearest is `{near[0]}`" if near else ""


def _old_settings() -> Settings:
    """The settings as an earlier version kept them, in a file that goes when it is taken over."""
    path = paths.home_dir() / OLD_NAME
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    names = {"theme": "theme", "text_percent": "text_size", "reduced_motion": "keep_still"}
    settings, _ = _sense({names[name]: found[name] for name in names if name in found})
    if not _write(as_toml(settings)):
        path.unlink(missing_ok=True)
    return settings
