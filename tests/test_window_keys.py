"""Which key does what: giving keys other meanings, by hand, by the screen and in fields."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.window.app import App
from simulator.window.events import Intent, types_letter
from simulator.window.keys import (
    DEEDS,
    FIXED,
    MODIFIERS,
    STANDARD,
    Bindings,
    Rebound,
    faults,
    intents,
    is_digit,
    key_code,
    key_name,
    key_shown,
    rebind,
)
from simulator.window.screens.keys import KeysScreen
from simulator.window.screens.settings import SettingsScreen
from simulator.window.settings import NAME, load_settings
from simulator.window.widgets import Action
from tests.window_kit_sample import Sample, key, open_sample, typed
from tests.window_shell_kit import ENTER, ESC, TAB, Visit

ALL = [deed.id for deed in DEEDS]
CODES = st.one_of(
    st.sampled_from(sorted({getattr(pygame, n) for n in dir(pygame) if n.startswith("K_")})),
    st.integers(0, 1 << 31),
)


@pytest.fixture
def visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path))
    visit = Visit()
    visit.app.reset(SettingsScreen())
    visit.app.wait(0.05)
    return visit


def open_keys(visit: Visit) -> None:
    visit.click("keys")
    assert visit.screen == "KeysScreen"


def give(visit: Visit, deed: str, code: int) -> None:
    """Choose a line of the screen and press the key for it."""
    visit.app.focus(visit.find(f"key:{deed}"))
    visit.press(ENTER)
    visit.press(code)


# The rules.


def test_the_standard_is_sound_and_asks_for_what_it_says() -> None:
    assert faults(STANDARD) == []
    found = intents(STANDARD)
    assert found[pygame.K_n] is Intent.NOTEBOOK
    assert found[pygame.K_ESCAPE] is found[pygame.K_AC_BACK] is Intent.BACK
    assert {deed.intent for deed in DEEDS} == set(Intent) - {Intent.PICK}
    assert [deed for deed in ALL if not STANDARD[deed]] == ["previous"]


@pytest.mark.parametrize("deed", ALL)
def test_every_deed_takes_a_free_key(deed: str) -> None:
    found = rebind(STANDARD, deed, pygame.K_F5)
    title = next(one.title for one in DEEDS if one.id == deed)
    assert found == Rebound({**STANDARD, deed: ("f5",)}, f"F5: {title}.", True)
    wanted = next(one.intent for one in DEEDS if one.id == deed)
    assert intents(found.bindings)[pygame.K_F5] is wanted
    assert wanted not in {
        intent
        for code, intent in intents(found.bindings).items()
        if code not in (pygame.K_F5, *FIXED)
    }


@pytest.mark.parametrize(
    ("deed", "code", "told"),
    [
        ("notebook", pygame.K_b, "B: Open the notebook. “Open the briefing” is now N."),
        ("up", pygame.K_SPACE, "Space: Up. “Choose” keeps Enter."),
        ("choose", pygame.K_SPACE, "Space: Choose."),
        ("next", pygame.K_UP, "Arrow up: Next control. “Up” is now Tab."),
        ("notebook", 246, "Ö: Open the notebook."),
        ("notebook", pygame.K_LEFTBRACKET, "[: Open the notebook."),
        ("notebook", pygame.K_KP_PLUS, "Keypad plus: Open the notebook."),
    ],
)
def test_a_key_that_is_taken_changes_hands(deed: str, code: int, told: str) -> None:
    found = rebind(STANDARD, deed, code)
    assert (found.told, found.done) == (told, True)
    assert faults(found.bindings) == []
    assert found.bindings[deed] == (key_name(code),)


@pytest.mark.parametrize(
    ("deed", "code", "told"),
    [
        ("next", pygame.K_1, "The digits pick answers and cannot do anything else."),
        ("next", pygame.K_KP_9, "The digits pick answers and cannot do anything else."),
        ("next", pygame.K_LSHIFT, "This key cannot be used."),
        ("next", 0, "This key cannot be used."),
        (
            "back",
            pygame.K_n,
            "N is the only key of “Open the notebook”. Give that another first.",
        ),
        ("previous", pygame.K_UP, "Arrow up is the only key of “Up”. Give that another first."),
    ],
)
def test_what_cannot_be_is_refused(deed: str, code: int, told: str) -> None:
    assert rebind(STANDARD, deed, code) == (STANDARD, told, False)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ALL), CODES), max_size=12))
def test_no_wishes_lead_to_keys_that_cannot_be_used(wishes: list[tuple[str, int]]) -> None:
    bindings: Bindings = STANDARD
    for deed, code in wishes:
        found = rebind(bindings, deed, code)
        if code in FIXED:
            continue
        assert found.done or found.bindings == bindings
        bindings = found.bindings
        assert faults(bindings) == []
        asked = intents(bindings)
        assert asked[pygame.K_ESCAPE] is Intent.BACK
        assert not any(is_digit(code) or code in MODIFIERS for code in asked)
        assert {*asked.values(), Intent.PREVIOUS} == set(Intent) - {Intent.PICK}


@given(CODES)
def test_a_name_in_a_file_means_one_key(code: int) -> None:
    name = key_name(code)
    assert not name or key_code(name) == code
    assert not name or key_shown(name)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            {"next": ("print",), "up": ("printscreen",)},
            "'printscreen' is a key of both next and up",
        ),
        ({"next": ("escape",)}, "'escape' is a key of both back and next"),
        ({"next": ("Tab",)}, "next cannot have the key 'Tab'"),
        ({"next": ("lshift",)}, "next cannot have the key 'lshift'"),
        ({"next": ("kp_1",)}, "next cannot have the key 'kp_1'"),
        ({"next": ()}, "next has no key"),
    ],
)
def test_faults_are_named(change: dict[str, tuple[str, ...]], fault: str) -> None:
    assert faults({**STANDARD, **change}) == [fault]


# By the screen.


def tab_to(visit: Visit, name: str, tab: int) -> None:
    for _ in range(30):
        if (focus := visit.app.top.focus) and focus.name == name:
            assert focus.ring
            return
        visit.press(tab)
    raise AssertionError(f"no way leads to {name}")


def test_every_deed_gets_another_key_by_keyboard_alone(visit: Visit) -> None:
    tab_to(visit, "keys", TAB)
    visit.press(ENTER)
    codes = {"next": TAB, "choose": ENTER}
    for code, deed in zip(map(ord, "acdefghijklmopq"), DEEDS, strict=True):
        tab_to(visit, f"key:{deed.id}", codes["next"])
        visit.press(codes["choose"])
        assert visit.saw("Press a key. Esc leaves it as it is.")
        visit.press(code)
        codes[deed.id] = code
        name = chr(code)
        assert visit.app.bindings[deed.id] == (name,)
        assert visit.app.translator.keys[code] is deed.intent
        assert load_settings().settings.keys[deed.id] == (name,)
        assert visit.saw(name.upper())
    visit.press(codes["back"])
    assert visit.screen == "SettingsScreen"
    visit.press(ESC)


def test_esc_leaves_the_key_as_it_is_and_then_the_screen(visit: Visit, tmp_path: Path) -> None:
    open_keys(visit)
    give(visit, "notebook", ESC)
    assert visit.app.bindings == STANDARD
    assert visit.screen == "KeysScreen"
    assert not visit.saw("Press a key.")
    assert not (tmp_path / NAME).exists()
    visit.press(ESC)
    assert visit.screen == "SettingsScreen"


def test_the_key_for_full_screen_can_be_given_away(visit: Visit) -> None:
    open_keys(visit)
    give(visit, "notebook", pygame.K_F11)
    assert not visit.app.full_screen
    assert visit.saw("F11: Open the notebook. “Full screen” is now N.")
    visit.press(pygame.K_n)
    assert visit.app.full_screen
    visit.click("reset")
    assert visit.app.bindings == STANDARD
    assert load_settings().settings.keys == STANDARD


def test_a_refusal_is_said_and_changes_nothing(visit: Visit) -> None:
    open_keys(visit)
    give(visit, "up", pygame.K_3)
    assert visit.saw("The digits pick answers and cannot do anything else.")
    assert visit.app.bindings == STANDARD


def test_while_a_key_is_waited_for_a_modifier_or_the_mouse_is_none(visit: Visit) -> None:
    open_keys(visit)
    give(visit, "up", pygame.K_LSHIFT)
    assert visit.saw("Press a key.")
    visit.click("key:down")
    visit.press(pygame.K_s)
    assert visit.app.bindings["up"] == ("up",)
    assert visit.app.bindings["down"] == ("s",)


def test_a_controller_leaves_the_waiting_by_b(visit: Visit) -> None:
    open_keys(visit)
    visit.app.focus(visit.find("key:up"))
    pressed = [pygame.CONTROLLER_BUTTON_A, pygame.CONTROLLER_BUTTON_DPAD_UP]
    visit.push_buttons(*pressed)
    assert visit.saw("Press a key.")
    visit.push_buttons(pygame.CONTROLLER_BUTTON_B)
    assert not visit.saw("Press a key.")
    assert visit.screen == "KeysScreen"
    assert visit.app.bindings == STANDARD


# In a field for text.


def field_app() -> tuple[App, Sample]:
    """A field in focus, where every letter has been made to do something else."""
    app, screen = open_sample()
    letters = iter("abcdefghijklmno")
    app.rebind({deed: (next(letters),) for deed in ALL})
    app.focus(screen.handle_field)
    app.run_events([key(pygame.K_a, pygame.KMOD_CTRL), key(pygame.K_DELETE)])
    return app, screen


def test_a_letter_is_written_whatever_it_was_made_to_do() -> None:
    app, screen = field_app()
    for letter in "abcdefghijklmno":
        app.run_events([key(ord(letter)), typed(letter)])
    assert screen.focus is screen.handle_field
    assert screen.handle_field.text == "abcdefghijklmno"
    assert not app.full_screen


def test_a_field_keeps_its_arrows_and_its_enter() -> None:
    app, screen = field_app()
    app.run_events([typed("ac"), key(pygame.K_LEFT), typed("b"), key(pygame.K_END), typed("d")])
    app.run_events([key(pygame.K_RETURN)])
    assert screen.actions[-1] == Action("handle", "abcd")


def test_a_key_that_writes_nothing_does_in_a_field_what_it_was_made_to_do() -> None:
    app, screen = open_sample()
    app.rebind({**STANDARD, "next": ("f2",), "back": ("backspace",), "full_screen": ("left",)})
    app.focus(screen.handle_field)
    app.run_events([key(pygame.K_BACKSPACE)])
    assert screen.handle_field.text == "dan"
    app.run_events([key(pygame.K_LEFT)])
    assert app.full_screen
    app.run_events([key(pygame.K_F2)])
    assert screen.focus is screen.tabs


@pytest.mark.parametrize("code", [pygame.K_a, pygame.K_SPACE, pygame.K_0, pygame.K_KP_5, 246])
def test_keys_that_write(code: int) -> None:
    assert types_letter(code)


@pytest.mark.parametrize(
    "code", [pygame.K_TAB, pygame.K_F2, pygame.K_KP_ENTER, pygame.K_DELETE, pygame.K_ESCAPE, 0]
)
def test_keys_that_do_not(code: int) -> None:
    assert not types_letter(code)


def test_the_screen_shows_what_each_key_does() -> None:
    app = App(headless=True, reduced_motion=True)
    app.push(KeysScreen())
    app.wait(0.05)
    shown = [mark.name for mark in app.record().marks if mark.kind == "text"]
    assert [deed.title for deed in DEEDS if deed.title not in shown] == []
    assert {"Tab", "Enter", "Space", "Arrow up", "Page down", "N", "F11"} <= set(shown)
