"""The review by keyboard alone and by mouse alone: views, moves, what-ifs, and the ways on."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from simulator.game.policy import Policy
from simulator.window.screens.debrief import DebriefScreen
from simulator.window.screens.debrief_what_if import WhatIfScreen
from simulator.window.widgets.tabs import Tabs
from tests.window_debrief_kit import Table, table_at
from tests.window_kit_sample import pointer

LEFT, RIGHT, UP, DOWN = pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN
TAB, ENTER, ESC = pygame.K_TAB, pygame.K_RETURN, pygame.K_ESCAPE
HOME, END = pygame.K_HOME, pygame.K_END


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Table:
    return table_at(tmp_path, monkeypatch)


def test_the_arrows_lead_through_the_views(table: Table) -> None:
    table.open()
    assert table.focus == "views"
    words = (
        "Skill apart from luck",
        "Your moves",
        "What gave it away",
        "The 90 days after",
        "The best line",
    )
    for word in words:
        assert word in table.texts()
        if word != words[-1]:
            table.press(RIGHT)
    table.press(HOME)
    assert "Skill apart from luck" in table.texts()


@pytest.mark.parametrize(
    ("policy", "level", "strong"),
    [
        (Policy.FIRST, 0, "again"),
        (Policy.BEST, 0, "next"),
        (Policy.FIRST, -1, "again"),
        (Policy.BEST, -1, "progress"),
    ],
)
def test_what_comes_next_stands_out(table: Table, policy: Policy, level: int, strong: str) -> None:
    aside = table.open(policy, level=level).header.aside
    assert [button.name for button in aside if button.kind == "primary"] == [strong]


def test_signs_in_the_bar_have_their_words_where_there_is_room(table: Table) -> None:
    table.open(level=0)
    assert "Main menu" not in table.texts()
    table.open(level=-1)
    assert {"Main menu", "Leaderboard"} <= set(table.texts().split("\n"))


def test_the_overview_tells_skill_from_luck_and_one_thing_to_work_on(table: Table) -> None:
    table.open()
    said = table.texts()
    for part in (
        "22\n",
        "+ 0\n",
        "= 22\n",
        "at random 26: score 0",
        "best play 92: score 1000",
        "No star yet",
    ):
        assert part in said
    assert "this level.\n1061 points given away: the score stops at 0.\n" in said
    assert "Move 9 was your turning point: it gave away 546 of 1061 points." in said
    assert "Handling\nObjections" in said
    assert "Trust 10" in said


def test_the_moves_begin_at_the_turning_point_and_show_all_about_it(table: Table) -> None:
    screen = table.open()
    table.press(RIGHT, TAB)
    assert (table.focus, screen.moves.selected) == ("moves-row", 8)
    screen.moves.detail.scroll_to(0)
    said = table.texts()
    for part in (
        "Move 9 of 14 · Presentation",
        "Share nine minutes among the features: Photo job cards",
        "Blunder",
        "546 points given away",
        "Turning point",
        "What you do not show she has to imagine, and she imagines the last app.",
        "Her hand, her bike, your silence. A fear is not argued away; it is tried out.",
        "−546",
    ):
        assert part in said
    screen.moves.detail.scroll_to(10_000)
    said = table.texts()
    assert "Leave it out. (your choice)" in said
    assert "Luck: none at this move." in said
    assert "Rule: first-call.yaml, line " in said


def test_the_arrows_select_moves_and_leave_the_list_at_its_top(table: Table) -> None:
    screen = table.open()
    table.press(RIGHT, TAB, DOWN)
    assert (screen.moves.selected, table.focus) == (9, "moves-row")
    assert "Move 10 of 14 · Presentation" in table.texts()
    table.press(END)
    assert screen.moves.selected == 13
    table.press(DOWN)
    assert screen.moves.selected == 13
    table.press(HOME)
    assert screen.moves.selected == 0
    assert [row.focusable for row in screen.moves.list.rows].count(True) == 1
    table.press(UP)
    assert table.focus != "moves-row"


def test_tab_visits_the_selected_row_only_and_then_the_detail(table: Table) -> None:
    table.open()
    table.press(RIGHT)
    seen = []
    for _ in range(9):
        table.press(TAB)
        seen.append(table.focus)
    bar = ["back", "home", "board", "again", "next", "views"]
    assert seen == ["moves-row", "what-if", "moves-chart", *bar]


def test_the_button_of_the_overview_leads_to_the_move(table: Table) -> None:
    screen = table.open()
    table.click(table.find("look"))
    assert screen.view is screen.moves
    assert screen.moves.selected == 8
    assert table.focus == "moves-row"


def test_by_mouse_alone(table: Table) -> None:
    screen = table.open()
    tabs = screen.tabs
    x = tabs.rect.x + tabs.rect.w * 0.32
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        table.app.run_events([pointer(kind, x, tabs.rect.middle[1], table.app)])
    assert screen.view is screen.moves
    table.click(screen.moves.list.rows[11])
    assert screen.moves.selected == 11
    assert "Move 12 of 14 · Handling Objections" in table.texts()
    table.click(table.find("what-if"))
    assert table.screen == "WhatIfScreen"
    table.click(table.find("back"))
    assert table.app.top is screen


def test_the_chart_goes_along_the_moves(table: Table) -> None:
    screen = table.open()
    chart = screen.overview.chart
    table.app.focus(chart)
    assert "After move 14" in table.texts()
    scales = ["20", "10", "0", "Move 9, turning point", "Start", "Move 14"]
    assert table.texts().split("\n")[-len(scales) :] == scales
    table.press(HOME)
    assert "At the start" in table.texts()
    table.press(RIGHT, RIGHT, RIGHT, RIGHT, RIGHT)
    assert "After move 5" in table.texts()
    assert "Trust 9 (+4)" in table.texts()
    table.press(ENTER)
    assert (screen.view, screen.moves.selected) == (screen.moves, 4)


def test_hovering_over_the_chart_shows_another_move_for_the_moment(table: Table) -> None:
    screen = table.open()
    chart = screen.overview.chart
    y = chart.rect.bottom - 20
    table.app.run_events([pointer(pygame.MOUSEMOTION, chart.rect.x + 12, y, table.app)])
    assert "At the start" in table.texts()
    table.app.run_events([pointer(pygame.MOUSEMOTION, 4, 4, table.app)])
    assert "After move 14" in table.texts()


def test_a_what_if_by_keyboard_and_its_review(table: Table) -> None:
    first = table.open()
    store = table.flow.session.store
    before = store.runs()
    table.press(RIGHT, TAB, TAB, ENTER)
    asking = table.app.stack[-1]
    assert isinstance(asking, WhatIfScreen)
    assert "What if · nothing here is recorded" in table.texts()
    assert (asking.move, asking.chosen) == (8, 0)
    table.press(pygame.K_3)
    assert "Your score would have been the same." in table.texts()
    assert asking.other()[0].score == first.review.score
    table.press(pygame.K_1)
    kept = asking.other()[0]
    said = f"Your score would have been {kept.score - first.review.score} higher."
    assert said in table.texts()
    while table.focus != "modes":
        table.press(TAB)
    table.press(RIGHT)
    best = asking.other()[0]
    assert best.score > kept.score
    assert best.lost == sum(move.lost for move in first.review.moves[:8])
    table.press(TAB, ENTER)
    shown = table.app.stack[-1]
    assert isinstance(shown, DebriefScreen)
    assert shown.review.score == best.score
    said = table.texts()
    assert "What if · never recorded" in said
    assert "A what-if: it is on no board." in said
    assert "Play again" not in said
    table.press(ESC)
    assert table.app.stack == [first, asking]
    table.press(ESC)
    assert table.app.stack == [first]
    assert store.runs() == before


def test_a_what_if_can_be_asked_of_a_what_if(table: Table) -> None:
    table.open()
    table.press(RIGHT, TAB, TAB, ENTER)
    table.click(table.find("review"))
    table.press(RIGHT, TAB, TAB, ENTER)
    assert table.screen == "WhatIfScreen"
    assert len(table.app.stack) == 4


def test_the_best_line_is_walked_step_by_step(table: Table) -> None:
    screen = table.open()
    screen.show(4)
    table.app.wait(0.05)
    count = len(screen.review.best_line)
    assert f"Move 1 of {count} · Prospecting" in table.texts()
    assert "knowing no more of Nadia than you could know at each step" in table.texts()
    button = screen.line.next_button
    table.app.focus(button)
    table.press(*[ENTER] * (count - 2))
    assert (screen.line.selected, table.focus) == (count - 2, "line-next")
    table.press(ENTER)
    assert (screen.line.selected, table.focus) == (count - 1, "line-row")
    assert not button.enabled


def test_the_true_buyer_and_when_the_others_were_ruled_out(table: Table) -> None:
    screen = table.open(Policy.BEST, seed=1, level=1)
    screen.show(2)
    table.app.wait(0.05)
    said = table.texts()
    assert screen.review.buyer.name in said
    assert "At the start it could have been any of 2 buyers." in said
    assert "After move 3: only this one was left" in said
    assert "How do people book with you, Nadia?" in said


def test_a_level_with_one_buyer_says_nothing_of_others(table: Table) -> None:
    screen = table.open()
    screen.show(2)
    table.app.wait(0.05)
    assert "Nadia, who has been let down once" in table.texts()
    assert "When you could have known" not in table.texts()


def test_the_ending_shows_the_rules_that_made_it(table: Table) -> None:
    screen = table.open()
    screen.show(3)
    table.app.wait(0.05)
    said = table.texts()
    for part in ("+22", "−10", "A deadline that was not real", "of 100", "Day 12", "Day 0"):
        assert part in said
    assert "On average best play comes to 92, clicking at random to 26." in said


def test_past_its_ends_the_chart_lets_the_arrows_lead_on(table: Table) -> None:
    chart = table.open().overview.chart
    table.app.focus(chart)
    table.press(HOME, RIGHT, LEFT)
    assert (table.focus, chart.chosen) == ("chart", -1)
    table.press(LEFT)
    assert table.focus == "look"


def test_only_an_author_is_told_where_the_rules_of_an_ending_stand(table: Table) -> None:
    table.open().show(3)
    table.app.wait(0.05)
    assert "first-call.yaml" not in table.texts()
    table.flow.for_authors = True
    table.open(seed=8).show(3)
    table.app.wait(0.05)
    assert "Rules: first-call.yaml, lines " in table.texts()


@pytest.mark.parametrize(
    ("name", "screen"),
    [
        ("back", "LevelsScreen"),
        ("home", "TitleScreen"),
        ("board", "BoardScreen"),
        ("next", "BriefingScreen"),
    ],
)
def test_every_way_on_leads_somewhere(table: Table, name: str, screen: str) -> None:
    table.open()
    table.click(table.find(name))
    assert table.screen == screen


def test_play_again_starts_the_same_level_on_another_day(table: Table) -> None:
    screen = table.open()
    table.flow.session.seed = None
    table.click(table.find("again"))
    assert not isinstance(table.app.top, DebriefScreen)
    run = table.flow.play.run
    assert (run.scenario, run.choices) == ("first-call", ())
    assert (run.seed, run.id) != (screen.review.run.seed, screen.review.run.id)


def test_after_the_last_level_there_is_no_next(table: Table) -> None:
    table.open(level=1)
    assert "Next level" not in table.texts()
    assert "Play again" in table.texts()


def test_escape_leads_to_the_levels(table: Table) -> None:
    table.open()
    table.press(ESC)
    assert table.screen == "LevelsScreen"


def test_a_second_run_is_set_against_the_first(table: Table) -> None:
    session = table.flow.session
    table.finish(session.levels[0], Policy.BEST, 3)
    session.finish()
    table.open()
    assert "Personal best 1000: this run is 1000 below it." in table.texts()


def test_the_tabs_stand_in_the_bar_or_below_it(table: Table) -> None:
    screen = table.open()
    assert isinstance(screen.tabs, Tabs)
    assert screen.tabs.rect.bottom <= screen.header.bar.bottom
    table.app.restyle(text_scale=1.6)
    table.app.wait(0.05)
    assert screen.tabs.rect.y >= screen.header.bar.bottom
