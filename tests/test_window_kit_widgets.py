"""Every widget by keyboard and by pointer, with events as pygame makes them."""

from __future__ import annotations

import pygame
import pytest

from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.screen import Screen
from simulator.window.widgets import (
    Action,
    Button,
    ChoiceCard,
    Column,
    ScrollArea,
    Sorting,
    Table,
    TextField,
)
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


def test_a_slider_moves_in_steps_and_stops_at_its_ends() -> None:
    app, screen = open_sample()
    app.focus(screen.minutes)
    app.run_events([key(code) for code in (pygame.K_RIGHT, pygame.K_END, pygame.K_RIGHT)])
    app.run_events([key(pygame.K_HOME), key(pygame.K_LEFT)])
    assert [action.value for action in screen.actions] == [7, 12, 0]


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
    box = field.box(app.fonts)
    x = box.x + 14 + app.fonts.width("dana whi", "body")
    app.run_events([pointer(pygame.MOUSEBUTTONDOWN, x, box.middle[1], app, clicks=1)])
    assert field.caret == 8
    app.run_events([pointer(pygame.MOUSEBUTTONDOWN, x, box.middle[1], app, clicks=2)])
    assert field.text[slice(*field.selection)] == "whitfield"


def test_tabs_change_with_keys_and_clicks() -> None:
    app, screen = open_sample()
    app.focus(screen.tabs)
    app.run_events([key(pygame.K_RIGHT), key(pygame.K_LEFT), key(pygame.K_END)])
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


def test_the_next_row_peeks_out_of_a_table_that_moves() -> None:
    app, screen = open_sample()
    table: Table = screen.table
    least = table._least(app.fonts)
    table.place(table.rect._replace(h=table._head(app.fonts) + 5.1 * least))
    assert table._room(app.fonts) == 4
    assert table._row(app.fonts) == pytest.approx(5.1 / 4.5 * least)


def test_a_choice_of_many_short_lines_has_its_number_above_them() -> None:
    app, _ = open_sample((1024, 640), 2.0)
    card = ChoiceCard("ask", "What does it cost you a month that nobody asks twice?", number=1)
    card.place(Rect(0, 0, 420, card.height(app.fonts, 420)))
    assert card._left(app.fonts, 420) < card._side(app.fonts)
    assert card._head(app.fonts) < card.rect.middle[1]
    card.text = "Ask Marta."
    assert card._left(app.fonts, 420) > card._side(app.fonts)


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


def test_a_slider_takes_the_wheel_only_in_focus_and_large_steps_by_page_keys() -> None:
    app, screen = open_sample()
    up = pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1)
    app.run_events([moved(app, screen.minutes), up])
    assert screen.actions == []
    app.focus(screen.minutes)
    app.run_events([up, key(pygame.K_PAGEUP), key(pygame.K_PAGEDOWN), key(pygame.K_PAGEDOWN)])
    assert [action.value for action in screen.actions] == [7, 9, 7, 5]


def test_a_field_replaces_its_selection_by_what_is_composed() -> None:
    composing = pygame.event.Event(pygame.TEXTEDITING, text="né", start=0, length=2)
    app, screen = open_sample()
    app.focus(screen.handle_field)
    app.run_events([key(pygame.K_a, pygame.KMOD_LCTRL), composing])
    assert "né" in app.record().texts()
    assert screen.handle_field.text == "dana"
    app.run_events([typed("né")])
    assert screen.handle_field.text == "né"


def test_a_field_is_selected_by_dragging_and_by_three_clicks() -> None:
    app, screen = open_sample()
    field = screen.handle_field
    field.text = "dana whitfield"
    box = field.box(app.fonts)
    y, start = box.middle[1], box.x + 14
    x = start + app.fonts.width("dana", "body")
    app.run_events(
        [
            pointer(pygame.MOUSEBUTTONDOWN, x, y, app, clicks=1),
            pointer(pygame.MOUSEMOTION, box.x - 200, y, app),
            pointer(pygame.MOUSEBUTTONUP, box.x - 200, y, app),
        ]
    )
    assert field.text[slice(*field.selection)] == "dana"
    app.run_events([pointer(pygame.MOUSEBUTTONDOWN, start + 4, y, app, clicks=2)])
    assert field.text[slice(*field.selection)] == "dana"
    app.run_events([pointer(pygame.MOUSEBUTTONDOWN, start + 4, y, app, clicks=3)])
    assert field.text[slice(*field.selection)] == "dana whitfield"


def test_words_are_selected_with_shift_and_ctrl() -> None:
    both = pygame.KMOD_LSHIFT | pygame.KMOD_LCTRL
    field, _ = field_after(typed(" whitfield"), key(pygame.K_LEFT, both))
    assert field.text[slice(*field.selection)] == "whitfield"
    field, _ = field_after(key(pygame.K_HOME, pygame.KMOD_LSHIFT))
    assert field.text[slice(*field.selection)] == "dana"


def test_a_letter_written_with_altgr_is_no_command() -> None:
    altgr = pygame.KMOD_LCTRL | pygame.KMOD_RALT
    field, _ = field_after(key(pygame.K_a, altgr), typed("ą"))
    assert field.text == "danaą"


def test_a_field_that_is_not_enabled_changes_nothing() -> None:
    app, screen = open_sample()
    screen.handle_field.enabled = False
    x, y = screen.handle_field.rect.middle
    app.run_events([pointer(pygame.MOUSEBUTTONDOWN, x, y, app, clicks=1), typed("x")])
    assert screen.handle_field.text == "dana"
    assert screen.focus is None


def players_in(app: App) -> list[str]:
    """The players in the order in which the table shows them."""
    return [text for text in app.record().texts() if len(text) == 1 and text.isalpha()]


def test_a_table_is_sorted_by_a_press_on_a_title_and_turned_by_another() -> None:
    app, screen = open_sample()
    cell = screen.table._title_cells(app.fonts)[2]
    x, y = cell.middle
    press = [
        pointer(pygame.MOUSEBUTTONDOWN, x, y, app),
        pointer(pygame.MOUSEBUTTONUP, x, y, app),
    ]
    app.run_events(press)
    assert players_in(app) == list("JIHGFEDCBA")
    app.run_events(press)
    assert players_in(app) == list("ABCDEFGHIJ")
    assert screen.actions == []


def test_a_table_is_sorted_by_keys_and_reports_rows_as_they_were_given() -> None:
    app, screen = open_sample()
    app.focus(screen.table)
    app.run_events([key(code) for code in (pygame.K_UP, pygame.K_END, pygame.K_RETURN)])
    assert players_in(app) == list("JIHGFEDCBA")
    app.run_events([key(code) for code in (pygame.K_DOWN, pygame.K_HOME, pygame.K_RETURN)])
    assert screen.actions == [Action("table", 9, final=False), Action("table", 9)]
    app.run_events([key(pygame.K_UP), key(pygame.K_LEFT), key(pygame.K_LEFT), key(pygame.K_UP)])
    assert screen.focus is not screen.table


def test_numbers_are_sorted_as_numbers_and_equal_rows_stay_as_given() -> None:
    lines = [("10", "a"), ("9", "b"), ("", "c"), ("9", "d")]
    table = Table("t", [Column("Score"), Column("Name")], lines)
    table.sort(Sorting(0))
    assert [lines[i][1] for i in table._order] == ["b", "d", "a", "c"]
    table.sort(Sorting(0, down=True))
    assert [lines[i][1] for i in table._order] == ["c", "a", "b", "d"]
    table.sort(None)
    assert table._order == [0, 1, 2, 3]


def test_the_content_of_a_scroll_area_can_be_pulled() -> None:
    app, screen = open_sample((1024, 640), 2.0)
    area = screen.left
    x, y = area.rect.x + 10, area.rect.y + 8
    app.run_events(
        [
            pointer(pygame.MOUSEBUTTONDOWN, x, y, app),
            pointer(pygame.MOUSEMOTION, x, y - 40, app),
            pointer(pygame.MOUSEBUTTONUP, x, y - 40, app),
            pointer(pygame.MOUSEMOTION, x, y - 90, app),
        ]
    )
    assert area.offset == pytest.approx(40, abs=1)


def test_a_message_goes_away_when_it_is_pressed_and_what_lies_under_it_is_not() -> None:
    app, screen = open_sample()
    app.toast("Saved.")
    app.wait(0.1)
    box = app._notices.message_at
    screen.next_button.place(box)
    app.run_events([pointer(pygame.MOUSEBUTTONDOWN, *box.middle, app)])
    app.run_events([pointer(pygame.MOUSEBUTTONUP, *box.middle, app)])
    assert "Saved." not in app.record().texts()
    assert screen.actions == []


def test_a_controller_works_every_widget() -> None:
    def button(code: int) -> pygame.event.Event:
        return pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=code)

    a, right, up = (
        button(code)
        for code in (
            pygame.CONTROLLER_BUTTON_A,
            pygame.CONTROLLER_BUTTON_DPAD_RIGHT,
            pygame.CONTROLLER_BUTTON_DPAD_UP,
        )
    )
    app, screen = open_sample()
    for widget, events in (
        (screen.next_button, [a]),
        (screen.cards[0], [a]),
        (screen.sound, [a]),
        (screen.minutes, [right]),
        (screen.tabs, [right]),
        (screen.handle_field, [a]),
        (screen.table, [up, a, a]),
    ):
        app.focus(widget)
        app.run_events(events)
    assert [(one.name, one.value) for one in screen.actions] == [
        ("next", None), ("ask", None), ("sound", True), ("minutes", 7), ("tabs", 1),
        ("handle", "dana"),
    ]  # fmt: skip
    assert screen.table.sorting == Sorting(0, down=True)


@pytest.mark.parametrize(("offset", "above", "below"), [(0, False, True), (40, True, True)])
def test_what_scrolls_fades_only_where_it_goes_on(offset: int, above: bool, below: bool) -> None:
    def paint(canvas: Canvas, area: Rect) -> None:
        canvas.fill(area, "#204080")

    app = App((1280, 720), headless=True)
    area = ScrollArea("area", paint)
    area.place(Rect(100, 100, 200, 100))
    area.fill(400)
    area.scroll_to(offset)
    screen = Screen()
    screen.widgets = [area]
    app.push(screen)
    app.wait(0.05)
    for y, fades in ((100, above), (150, False), (199, below)):
        shade = pygame.Color(app.theme.page if fades else "#204080")
        assert app.surface.get_at((150, y))[:3] == tuple(shade)[:3]


def test_what_is_hidden_by_a_rounding_alone_is_nothing_to_scroll_to() -> None:
    area = ScrollArea("area")
    area.place(Rect(0, 0, 200, 100))
    area.fill(100.6)
    assert not area.reach
    assert not area.scroll_to(0.6)
    area.fill(101.5)
    assert area.reach == 1.5


@pytest.mark.parametrize(
    ("tone", "icon"), [("good", "check"), ("fair", "warning"), ("bad", "close")]
)
def test_a_message_says_by_an_icon_what_kind_it_is(tone: str, icon: str) -> None:
    app, _ = open_sample()
    app.toast("Saved.", tone)
    app.wait(0.1)
    box = app._notices.message_at
    icons = [mark for mark in app.record().marks if mark.kind == "icon" and box.meets(mark.rect)]
    assert [mark.name for mark in icons] == [icon]


def test_the_caption_of_a_sound_leaves_a_wide_message_free() -> None:
    app, _ = open_sample(text_scale=2.0)
    app.toast("Your run is saved. Continue it from here at any time.", "bad")
    app.sounds.captions = True
    app.sounds.play("bad")
    app.wait(0.1)
    said = [mark for mark in app.record().marks if mark.name.startswith("Sound: ")]
    assert len(said) == 1
    assert said[0].rect.meets(app._notices.message_at) is None
    assert said[0].rect.bottom < app._notices.message_at.y


@pytest.mark.parametrize(("scale", "words"), [(1.0, 250), (2.0, 350)])
def test_the_tag_of_a_chosen_card_leaves_its_words_room(scale: float, words: float) -> None:
    fonts = Fonts(1.0, scale)
    card = ChoiceCard("mail", "Send her an e-mail.", number=1, tag="best", selected=True)
    assert card._room(fonts, 446 if scale == 1 else 548) > words
