"""The file of settings: readable, one's own, never lost, and shared by two windows."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.window.app import App
from simulator.window.keys import DEEDS, STANDARD
from simulator.window.settings import (
    NAME,
    Kept,
    Settings,
    as_toml,
    change_settings,
    keep_settings,
    load_settings,
    wear_kept,
    worn,
)
from simulator.window.theme import CONTRAST, DARK
from tests.window_shell_kit import Visit, visit_at

ASIDE = "The usual settings hold there; the file was set aside as settings.broken-1.toml."
NO_SIGN = "Expected '=' after a key in a key/value pair"
FIRST_LINES = """\
# How Pitchcraft looks, moves and sounds for you.
# Change it under Settings, or here; what you write here yourself stays.

# The colours: "light", "dark" or "contrast".
theme = "light"

# The size of all text in percent, from 80 to 200.
text_size = 100

# true: nothing moves, fades or blinks.
keep_still = false

# true: begin on the whole screen instead of in a window.
full_screen = false

# How loud sounds are, from 0 (off) to 100.
sound = 40

# true: say each sound in words as well.
captions = false

[keys] # Which keys do what, the main one first. Esc always goes back; digits pick answers.
next = ["tab"] # Next control
previous = [] # Previous control
choose = ["return", "kp_enter", "space"] # Choose
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path))
    return tmp_path


def window() -> App:
    app = App(headless=True, reduced_motion=True)
    wear_kept(app)
    return app


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def any_settings() -> st.SearchStrategy[Settings]:
    keys = st.sampled_from([STANDARD, {**STANDARD, "notebook": ("ö",), "up": ("w", "up")}])
    return st.builds(
        Settings,
        st.sampled_from(["light", "dark", "contrast"]),
        st.integers(80, 200),
        st.booleans(),
        st.booleans(),
        st.integers(0, 100),
        st.booleans(),
        keys,
    )


def test_the_file_explains_itself(home: Path) -> None:
    assert as_toml(Settings()).startswith(FIRST_LINES)
    change_settings(window(), theme="light")
    assert (home / NAME).read_text("utf-8") == as_toml(Settings())


@settings(max_examples=25, deadline=None)
@given(any_settings())
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, it: Settings
) -> None:
    os.environ["PITCHCRAFT_HOME"] = str(tmp_path_factory.mktemp("home"))
    assert tomllib.loads(as_toml(it))["keys"] == {deed.id: list(it.keys[deed.id]) for deed in DEEDS}
    assert keep_settings(it, {}) == ""
    assert load_settings() == Kept(it)


def test_what_a_person_wrote_around_a_setting_stays(home: Path) -> None:
    own = '# my own note\ntheme="dark"   # easier at night\n\n[keys]\nnext = ["f2"] # left hand\n'
    (home / NAME).write_text(own)
    app = window()
    change_settings(app, theme="contrast")
    change_settings(app, keys={**app.bindings, "next": ("f3",)}, sound=0)
    text = (home / NAME).read_text()
    assert text.startswith('# my own note\ntheme="contrast"   # easier at night\n')
    assert 'next = ["f3"] # left hand\n' in text
    found = load_settings()
    assert found.message == ""
    assert (found.settings.theme, found.settings.sound) == ("contrast", 0)
    assert found.settings.keys["next"] == ("f3",)


def test_an_editor_that_begins_files_with_a_mark_is_understood(home: Path) -> None:
    (home / NAME).write_text('theme = "dark"\n', "utf-8-sig")
    assert load_settings() == Kept(Settings(theme="dark"))
    change_settings(window(), sound=10)
    assert load_settings() == Kept(Settings(theme="dark", sound=10))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("theme light", f"settings.toml is not TOML ({NO_SIGN} (at line 1, column 7)). {ASIDE}"),
        ("theme = 3", f'In settings.toml `theme` must be "light", "dark", "contrast". {ASIDE}'),
        ("theme = []", f'In settings.toml `theme` must be "light", "dark", "contrast". {ASIDE}'),
        (
            "text_size = 300",
            f"In settings.toml `text_size` must be a whole number from 80 to 200. {ASIDE}",
        ),
        (
            "text_size = 100.0",
            f"In settings.toml `text_size` must be a whole number from 80 to 200. {ASIDE}",
        ),
        (
            "sound = true",
            f"In settings.toml `sound` must be a whole number from 0 to 100. {ASIDE}",
        ),
        ("captions = 1", f"In settings.toml `captions` must be true or false. {ASIDE}"),
        (
            "text_sise = 120",
            f"In settings.toml `text_sise` is no setting; the nearest is `text_size`. {ASIDE}",
        ),
        ("zoom = 120", f"In settings.toml `zoom` is no setting. {ASIDE}"),
        (
            "a = 1\nb = 2\nc = 3\nd = 4",
            f"In settings.toml `a` is no setting; `b` is no setting; and 2 more. {ASIDE}",
        ),
        ("keys = 1", f"In settings.toml `keys` must be a table of lists of keys. {ASIDE}"),
        (
            'keys = {next = "f2"}',
            f'In settings.toml `next` must be a list of keys such as ["f2"]. {ASIDE}',
        ),
        (
            'keys = {nxt = ["f2"]}',
            f"In settings.toml `nxt` is nothing that keys do; the nearest is `next`. {ASIDE}",
        ),
        (
            'keys = {next = ["b"]}',
            f"In settings.toml 'b' is a key of both next and briefing. {ASIDE}",
        ),
        ('keys = {next = ["1"]}', f"In settings.toml next cannot have the key '1'. {ASIDE}"),
        ("keys = {next = []}", f"In settings.toml next has no key. {ASIDE}"),
    ],
)
def test_what_makes_no_sense_is_named_and_set_aside(home: Path, text: str, message: str) -> None:
    (home / NAME).write_text(text)
    assert load_settings() == Kept(Settings(), message)
    assert (home / "settings.broken-1.toml").read_text() == text
    assert load_settings() == Kept(Settings())


def test_what_makes_sense_beside_it_holds(home: Path) -> None:
    (home / NAME).write_text('theme = "dark"\nsound = 900\n')
    assert load_settings().settings == Settings(theme="dark")
    assert load_settings() == Kept(Settings(theme="dark"))
    (home / NAME).write_text("sound = 901\n")
    assert load_settings().message.endswith("set aside as settings.broken-2.toml.")
    assert names(home) == ["settings.broken-1.toml", "settings.broken-2.toml", NAME]
    assert (home / "settings.broken-1.toml").read_text() == 'theme = "dark"\nsound = 900\n'


def test_a_file_that_is_no_text_or_no_file_is_set_aside(home: Path) -> None:
    (home / NAME).write_bytes(b"theme = '\xff'")
    assert load_settings().message == f"settings.toml cannot be read (it is not UTF-8). {ASIDE}"
    (home / NAME).mkdir()
    assert load_settings().message == (
        "settings.toml cannot be read (Is a directory). The usual settings hold there; the file"
        " was set aside as settings.broken-2.toml."
    )
    assert names(home) == ["settings.broken-1.toml", "settings.broken-2.toml"]


def test_a_file_that_cannot_be_set_aside_stays(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / NAME).write_text("theme light")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    message = load_settings().message
    assert message.endswith("The usual settings hold; the file stays (Permission denied).")
    assert (home / NAME).read_text() == "theme light"


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=60), st.sampled_from(["[" * 9000, "x = " + "9" * 9000])))
def test_no_text_is_too_broken(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    home = tmp_path_factory.mktemp("home")
    os.environ["PITCHCRAFT_HOME"] = str(home)
    data = text.encode("utf-8", "replace")
    (home / NAME).write_bytes(data)
    found = load_settings()
    kept = "settings.broken-1.toml" if found.message else NAME
    assert (home / kept).read_bytes() == data


def test_a_disk_that_takes_nothing_is_told_and_costs_only_that(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = window()
    # Root may write in any folder, so that this one is none.
    (home / "file").write_text("")
    monkeypatch.setenv("PITCHCRAFT_HOME", str(home / "file" / "home"))
    path = home / "file" / "home" / NAME
    change_settings(app, theme="dark")
    assert app.theme is DARK
    assert app._notices.message == (
        f"This holds until you close the window: {path} cannot be written (Not a directory).",
        "fair",
    )


def test_a_message_is_shown_in_the_window(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / NAME).write_text("text_size = 20")
    visit = visit_at(home, monkeypatch)
    assert visit.saw("In settings.toml `text_size` must be a whole number from 80 to 200.")
    visit.close()


def test_two_windows_do_not_undo_each_other(home: Path) -> None:
    one, two = window(), window()
    change_settings(one, theme="dark")
    change_settings(two, text_size=150)
    change_settings(one, sound=0)
    assert load_settings() == Kept(Settings(theme="dark", text_size=150, sound=0))
    assert (worn(one).text_size, worn(two).theme) == (100, "light")
    assert names(home) == [NAME]


def test_a_file_that_was_broken_meanwhile_is_set_aside_too(home: Path) -> None:
    app = window()
    change_settings(app, theme="dark")
    (home / NAME).write_text("theme dark")
    change_settings(app, sound=70)
    assert app._notices.message
    assert app._notices.message[0].startswith("settings.toml is not TOML")
    assert load_settings() == Kept(Settings(theme="dark", sound=70))
    assert (home / "settings.broken-1.toml").read_text() == "theme dark"


# The settings of the first version.


def test_old_settings_are_taken_over_once(home: Path) -> None:
    old = home / "settings.json"
    old.write_text(json.dumps({"theme": "dark", "text_percent": 130, "reduced_motion": True}))
    assert load_settings() == Kept(Settings("dark", 130, True))
    assert names(home) == [NAME]
    (home / NAME).unlink()
    assert load_settings() == Kept(Settings())


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"theme": ["dark"], "text_percent": 7}'])
def test_old_settings_without_sense_are_as_if_they_were_not(home: Path, text: str) -> None:
    (home / "settings.json").write_text(text)
    assert load_settings() == Kept(Settings())


def test_old_settings_stay_where_the_new_cannot_be_written(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("simulator.store.files.write_whole", refuse)
    (home / "settings.json").write_text('{"theme": "dark"}')
    assert load_settings() == Kept(Settings("dark"))
    assert names(home) == ["settings.json"]


# In the window.


def test_each_setting_holds_at_once_and_the_next_time(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = visit_at(home, monkeypatch)
    visit.app.reduced_motion = False
    visit.click("settings")
    for name in ("theme", "text", "sound"):
        visit.app.focus(visit.find(name))
        visit.press(pygame.K_RIGHT)
    for name in ("motion", "screen", "captions"):
        visit.app.focus(visit.find(name))
        visit.press(pygame.K_SPACE)
    wanted = Settings("dark", 110, True, True, 50, True)
    assert worn(visit.app) == wanted
    visit.close()
    again = Visit()
    assert worn(again.app) == wanted
    assert again.app.full_screen


def test_full_screen_by_its_key_is_remembered(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visit = visit_at(home, monkeypatch)
    visit.press(pygame.K_F11)
    assert visit.app.full_screen
    visit.window.keep()
    visit.close()
    assert load_settings().settings.full_screen
    app = App(headless=True)
    wear_kept(app, in_window=True)
    assert not app.full_screen


def test_leaving_a_window_as_it_was_writes_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = visit_at(home, monkeypatch)
    visit.press(pygame.K_F11, pygame.K_F11)
    visit.window.keep()
    visit.close()
    assert not (home / NAME).exists()


def test_the_switch_follows_the_key(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visit = visit_at(home, monkeypatch)
    visit.click("settings")
    visit.press(pygame.K_F11)
    assert visit.app.full_screen
    visit.app.focus(visit.find("screen"))
    visit.press(pygame.K_SPACE)
    assert not visit.app.full_screen
    visit.app.focus(visit.find("theme"))
    visit.press(pygame.K_RIGHT, pygame.K_RIGHT)
    assert visit.app.theme is CONTRAST
    visit.close()
