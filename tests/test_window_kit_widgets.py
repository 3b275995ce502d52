"""Every widget by keyboard and by pointer, with events as pygame makes them."""

from __future__ import annotations

import pygame
import pytest

from simulator.window.widgets import Action, Button, Slider, Table, TextField
from tests.window_kit_sample import click, key, moved, open_sample, pointer, typed


def test_a_button_reports_a_click_that_ends_on_it() -> None:
    app, screen = open_sample()
    app.run_events(click(app, screen.next_button))
    assert screen.actions == [Action("next")]


def test_a_button_left_before_release_reports_nothing() -> None:
    app, screen = open_sample()
    down = pointer(pygame.MOUSEBUTTONDOWN, *screen.next_button.rect.middle, app)
    app.run_events([down, pointer(pygame.MOUSEBUTTONUP, 640, 400, app)])
    assert screen.actions == []
    assert not screen.next_button.pressed


def test_a_button_reports_enter_and_space() -> None:
    app, screen = open_sample()
    app.focus(screen.next_button)
    app.run_events([key(pygame.K_RETURN), key(pygame.K_SPACE)])
    assert screen.actions == [Action("next"), Action("next")]


def test_a_button_that_is_not_enabled_takes_neither_focus_nor_clicks() -> None:
    app, screen = open_sample()
    screen.next_button.enabled = False
    app.run_events([*click(app, screen.next_button), key(pygame.K_TAB), key(pygame.K_TAB)])
    assert screen.actions == []
    assert screen.focus is screen.cards[0]


def test_a_button_without_words_needs_a_tip() -> None:
    with pytest.raises(ValueError, match=r"^button 'back' has neither words nor a tip$"):
        Button("back", icon="back")


def test_cards_are_picked_by_digit_and_a_locked_one_reports_nothing() -> None:
    app, screen = open_sample()
    app.run_events([key(pygame.K_2), key(pygame.K_3), key(pygame.K_KP_1), key(pygame.K_9)])
    assert screen.actions == [Action("tell"), Action("ask")]


def test_a_toggle_turns_over() -> None:
    app, screen = open_sample()
    app.run_events(click(app, screen.sound))
    app.focus(screen.report)
    app.run_events([key(pygame.K_SPACE)])
    assert screen.actions == [Action("sound", True), Action("report", False)]


def test_a_slider_moves_in_steps_and_stops_at_its_limit() -> None:
    app, screen = open_sample()
    app.focus(screen.minutes)
    app.run_events([key(code) for code in (pygame.K_RIGHT, pygame.K_END, pygame.K_RIGHT)])
    app.run_events([key(pygame.K_HOME), key(pygame.K_LEFT)])
    assert [action.value for action in screen.actions] == [7, 9, 0]


def test_a_slider_is_dragged_and_final_only_when_let_go() -> None:
    app, screen = open_sample()
    track = screen.minutes._track
    y = track.middle[1]
    app.run_events(
        [
            pointer(pygame.MOUSEBUTTONDOWN, track.x + track.w / 3, y, app),
            pointer(pygame.MOUSEMOTION, track.x - 50, y + 90, app),
            pointer(pygame.MOUSEBUTTONUP, track.x - 50, y + 90, app),
        ]
    )
    assert screen.actions == [
        Action("minutes", 4, final=False),
        Action("minutes", 0, final=False),
        Action("minutes", 0),
    ]


def test_a_slider_with_a_limit_below_its_lowest_value_stays_there() -> None:
    slider = Slider("s", "S", 3, 2, 9, limit=0)
    assert slider._set(5, True) == Action("s", 2)


def field_after(*events: pygame.event.Event) -> tuple[TextField, list[Action]]:
    app, screen = open_sample()
    app.focus(screen.handle_field)
    app.run_events(events)
    return screen.handle_field, screen.actions


def test_a_field_takes_text_and_no_digit_is_a_shortcut() -> None:
    field, actions = field_after(key(pygame.K_1), typed("1"), key(pygame.K_SPACE), typed(" "))
    assert field.text == "dana1 "
    assert [action.name for action in actions] == ["handle", "handle"]
    assert not any(action.final for action in actions)


def test_enter_in_a_field_is_final() -> None:
    assert field_after(key(pygame.K_RETURN))[1] == [Action("handle", "dana")]


def test_a_field_selects_cuts_and_pastes() -> None:
    ctrl, shift = pygame.KMOD_LCTRL, pygame.KMOD_LSHIFT
    field, _ = field_after(
        key(pygame.K_HOME),
        key(pygame.K_RIGHT, shift),
        key(pygame.K_x, ctrl),
        key(pygame.K_END),
        key(pygame.K_v, ctrl),
        key(pygame.K_v, ctrl),
    )
    assert field.text == "anadd"
    assert field.caret == 5


def test_a_field_deletes_letters_words_and_everything() -> None:
    ctrl = pygame.KMOD_LCTRL
    field, _ = field_after(typed(" whitfield"), key(pygame.K_BACKSPACE, ctrl))
    assert field.text == "dana "
    field, _ = field_after(key(pygame.K_HOME), key(pygame.K_DELETE), key(pygame.K_BACKSPACE))
    assert field.text == "ana"
    field, _ = field_after(key(pygame.K_a, ctrl), key(pygame.K_BACKSPACE))
    assert field.text == ""


def test_a_field_keeps_to_its_limit_and_to_one_line() -> None:
    field, _ = field_after(typed("x\ny" + "z" * 200))
    assert field.text.startswith("danax yz")
    assert len(field.text) == field.limit


def test_a_field_shows_what_an_input_method_composes_before_taking_it() -> None:
    composing = pygame.event.Event(pygame.TEXTEDITING, text="ni", start=0, length=2)
    field, actions = field_after(composing, key(pygame.K_RETURN))
    assert (field.text, actions) == ("dana", [])
    field, actions = field_after(composing, typed("ñ"), key(pygame.K_RETURN))
    assert actions[-1] == Action("handle", "danañ")


def test_the_pointer_places_the_caret_and_a_double_click_takes_a_word() -> None:
    app, screen = open_sample()
    field = screen.handle_field
    field.text = "dana whitfield"
    box = field._box(app.fonts)
    x = box.x + 14 + app.fonts.width("dana whi", "body")
    app.run_events([pointer(pygame.MOUSEBUTTONDOWN, x, box.middle[1], app, clicks=1)])
    assert field.caret == 8
    app.run_events([pointer(pygame.MOUSEBUTTONDOWN, x, box.middle[1], app, clicks=2)])
    assert field.text[slice(*field.selection)] == "whitfield"


def test_tabs_change_with_keys_and_clicks() -> None:
    app, screen = open_sample()
    app.focus(screen.tabs)
    app.run_events([key(pygame.K_RIGHT), key(pygame.K_LEFT), key(pygame.K_LEFT), key(pygame.K_END)])
    app.run_events(click(app, screen.tabs))
    assert [action.value for action in screen.actions] == [1, 0, 2, 1]


def test_a_table_selects_and_reports_rows() -> None:
    app, screen = open_sample()
    app.focus(screen.table)
    app.run_events([key(pygame.K_DOWN), key(pygame.K_RETURN), key(pygame.K_UP)])
    x = screen.table.rect.middle[0]
    y = screen.table.rect.y + app.fonts.leading("caption") + 12 + screen.table._row(app.fonts) * 2.5
    press = pointer(pygame.MOUSEBUTTONDOWN, x, y, app)
    app.run_events([press, pointer(pygame.MOUSEBUTTONUP, x, y, app), press])
    assert screen.actions == [
        Action("table", 1, final=False),
        Action("table", 1),
        Action("table", 0, final=False),
        Action("table", 2, final=False),
        Action("table", 2),
    ]


def test_a_short_table_follows_its_selection_and_the_wheel() -> None:
    app, screen = open_sample()
    table: Table = screen.table
    table.place(table.rect._replace(h=150))
    app.focus(table)
    app.run_events([key(pygame.K_END)])
    assert (table.selected, table.first) == (9, 7)
    app.run_events([moved(app, table), pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=2)])
    assert "1" in app.record().texts()


def test_a_scroll_area_moves_by_wheel_keys_and_bar() -> None:
    app, screen = open_sample((1024, 640), 2.0)
    area = screen.left
    assert area.reach > 0
    app.run_events([moved(app, area), pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1)])
    assert area.offset == 60
    app.run_events([key(pygame.K_END)])
    assert area.offset == pytest.approx(area.reach)
    thumb = area._thumb()
    app.run_events(
        [
            pointer(pygame.MOUSEBUTTONDOWN, thumb.middle[0], thumb.middle[1], app),
            pointer(pygame.MOUSEMOTION, thumb.middle[0], 0, app),
            pointer(pygame.MOUSEBUTTONUP, thumb.middle[0], 0, app),
        ]
    )
    assert area.offset == 0


def test_focus_brings_a_widget_into_view() -> None:
    app, screen = open_sample((1024, 640), 2.0)
    app.run_events([key(pygame.K_TAB)] * 5)
    assert screen.focus is screen.cards[2]
    assert screen.left.rect.covers(screen.cards[2].rect)
