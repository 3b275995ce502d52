"""How a person wants the window to look, move and sound; kept in one readable file of their own."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from simulator import paths
from simulator.window.keys import DEEDS, STANDARD, Bindings
from simulator.window.keys import faults as key_faults
from simulator.window.theme import THEMES

if TYPE_CHECKING:
    from simulator.window.app import App

NAME: Final = "settings.toml"
OLD_NAME: Final = "settings.json"
TEXT_LEAST: Final = 80
TEXT_MOST: Final = 200
TEXT_STEP: Final = 10
HEAD: Final = (
    "How Pitchcraft looks, moves and sounds for you.",
    "Change it under Settings, or here while the program is closed.",
)
NOTES: Final = {
    "theme": 'The colors: "light", "dark" or "contrast".',
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


def wear_kept(app: App) -> None:
    """Make a window as its person left it, and say so if that cannot be found out."""
    kept = load_settings()
    wear(app, kept.settings)
    if kept.message:
        app.toast(kept.message, "fair")


# The file.


def load_settings() -> Kept:
    """The kept settings; the usual ones for whatever is missing or makes no sense.

    A file that cannot be read whole is set aside under another name and never deleted.
    """
    path = paths.home_dir() / NAME
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Kept(_old_settings())
    except OSError as error:
        return Kept(Settings(), f"{path} cannot be read: {error.strerror}.")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return Kept(Settings(), f"Your settings could not be read. {_set_aside(path)}")
    settings, wrong = _sense(found)
    if not wrong:
        return Kept(settings)
    aside = _set_aside(path)
    keep_settings(settings)
    return Kept(settings, f"Some settings make no sense ({', '.join(wrong)}). {aside}")


def keep_settings(settings: Settings) -> None:
    """Keep the settings for next time; a disk that cannot take them costs only that."""
    # Both are needed only when something is changed, never for the first frame.
    from simulator.store.files import write_whole

    try:
        write_whole(paths.home_dir() / NAME, as_toml(settings).encode())
    except OSError:
        return


def as_toml(settings: Settings) -> str:
    """The settings as a file with a line of explanation above each."""
    import tomlkit

    text = tomlkit.document()
    for line in HEAD:
        text.add(tomlkit.comment(line))
    for name, value in asdict(settings).items():
        text.add(tomlkit.nl())
        text.add(tomlkit.comment(NOTES[name]))
        text.add(name, _keys_table(value) if name == "keys" else tomlkit.item(value))
    return tomlkit.dumps(text)


def _keys_table(bindings: Bindings) -> object:
    import tomlkit

    table = tomlkit.table()
    for deed in DEEDS:
        table.add(deed.id, list(bindings[deed.id]))
        table[deed.id].comment(deed.title)
    return table


def _set_aside(path: Path) -> str:
    """Give a file another name that is free, and say which."""
    number = 1
    while (aside := path.with_name(f"settings.broken-{number}.toml")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        return f"They stay in {path} ({error.strerror})."
    return f"The file was set aside as {aside.name}."


def _sense(found: Mapping[str, object]) -> tuple[Settings, list[str]]:
    """The settings in what a file holds, and the names of what makes no sense there."""
    known = {one.name for one in fields(Settings)}
    wrong = [name for name in found if name not in known]
    good: dict[str, object] = {}
    for name in known & set(found):
        value = _keys(found[name]) if name == "keys" else found[name]
        if _makes_sense(name, value):
            good[name] = value
        else:
            wrong.append(name)
    return Settings(**good), sorted(wrong)  # type: ignore[arg-type]


def _makes_sense(name: str, value: object) -> bool:
    if name == "keys":
        return value is not None
    if name == "theme":
        return value in THEMES
    if name in ("text_size", "sound"):
        low, high = (TEXT_LEAST, TEXT_MOST) if name == "text_size" else (0, 100)
        return type(value) is int and low <= value <= high
    return isinstance(value, bool)


def _keys(found: object) -> Bindings | None:
    """The bindings in a table of a file, standing keys for what it leaves out; None for others."""
    if not isinstance(found, dict) or not set(found) <= {deed.id for deed in DEEDS}:
        return None
    bindings = dict(STANDARD)
    for deed, names in found.items():
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            return None
        bindings[deed] = tuple(names)
    return None if key_faults(bindings) else bindings


def _old_settings() -> Settings:
    """The settings as an earlier version kept them, in another file, which is read once."""
    try:
        found = json.loads((paths.home_dir() / OLD_NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    names = {"theme": "theme", "text_percent": "text_size", "reduced_motion": "keep_still"}
    settings, _ = _sense({names[name]: found[name] for name in names if name in found})
    keep_settings(settings)
    return settings
