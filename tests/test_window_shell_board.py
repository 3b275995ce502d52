"""The leaderboard: who stands where, on steps and in the table."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from simulator.game.policy import Policy, choose_by
from simulator.game.run import Run
from simulator.store.model import Row
from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect
from simulator.window.podium import Podium
from simulator.window.record import Record
from simulator.window.screens.board import BoardScreen
from simulator.window.widgets import Sorting
from tests.window_shell_kit import Visit, visit_at


def drawn(podium: Podium) -> Record:
    """The notes of a podium drawn alone."""
    app = App(headless=True)
    record = Record()
    canvas = Canvas(app.surface, app.theme, app.fonts, record)
    podium.draw(canvas, Rect(100, 100, 600, podium.height(app.fonts)))
    return record


def rows(*ranks: int) -> list[Row]:
    return [Row(rank, f"P{at}", "", 1000 - rank, 1, 1, "s") for at, rank in enumerate(ranks)]


@pytest.mark.parametrize(
    ("ranks", "shown"),
    [
        ((1, 2, 3, 4), ["P1", "P0", "P2"]),
        ((1, 2), ["P1", "P0"]),
        ((1, 1, 3), ["P0", "P1", "P2"]),
        ((), []),
    ],
)
def test_the_best_three_stand_with_a_sole_first_in_the_middle(
    ranks: tuple[int, ...], shown: list[str]
) -> None:
    texts = drawn(Podium(rows(*ranks), {}, team=False)).texts()
    assert [text for text in texts if text.startswith("P")] == shown


def test_equal_scores_stand_equally_high() -> None:
    record = drawn(Podium(rows(1, 1, 3), {}, team=True))
    tops = {mark.name: mark.rect.y for mark in record.marks if mark.name.startswith("P")}
    assert tops["P0"] == tops["P1"] < tops["P2"]


@pytest.fixture
def visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    made = visit_at(tmp_path, monkeypatch)
    assert made.window.flow
    session = made.window.flow.session
    level = session.levels[0]
    for name, policy in (("Maya", Policy.BEST), ("Jun", Policy.FIRST)):
        session.player = session.store.add_player(name)
        run = Run(level.scenario.id, level.game.digest, 1, player=name, id=f"{name}-1")
        play = level.play(run)
        while not play.is_over:
            play.choose(choose_by(policy, play, level.solution()))
        session.store.record(play.run, level.text)
    return made


def test_the_board_says_who_is_ahead_and_what_was_ones_best(visit: Visit) -> None:
    visit.click("board")
    assert visit.saw("points behind Maya.")
    assert visit.saw("Your best")
    assert visit.saw("Not played yet")
    visit.click("progress")
    assert visit.screen == "ProgressScreen"


def test_the_board_says_what_a_score_is(visit: Visit) -> None:
    visit.click("board")
    screen = visit.app.top
    assert isinstance(screen, BoardScreen)
    assert visit.saw("The sum of each player's first runs on all levels, at most 1000 a level.")
    visit.app.focus(screen.kinds)
    visit.press(pygame.K_RIGHT)
    said = "The average of the members' scores: the sum of their first runs on all levels, at most"
    assert visit.saw(said)
    visit.click("scope/0")
    assert visit.saw("The average score of the members' first runs, at most 1000.")
    visit.app.focus(screen.kinds)
    visit.press(pygame.K_LEFT)
    visit.app.focus(screen.counts)
    visit.press(pygame.K_RIGHT)
    assert visit.saw("The score of each player's best run, at most 1000.")


def test_who_is_in_no_team_has_a_dash_there(visit: Visit) -> None:
    visit.click("board")
    assert visit.texts().count("–") == 2


def test_the_sorting_of_the_table_outlasts_another_way_of_counting(visit: Visit) -> None:
    visit.click("board")
    screen = visit.app.top
    assert isinstance(screen, BoardScreen)
    visit.app.focus(screen.table)
    visit.press(pygame.K_HOME, pygame.K_UP, pygame.K_RIGHT, pygame.K_RETURN)
    assert screen.table.sorting == Sorting(1)
    visit.app.focus(screen.counts)
    visit.press(pygame.K_RIGHT)
    assert screen.by == "best"
    assert screen.table.sorting == Sorting(1)


def test_with_large_text_the_levels_and_ones_own_place_take_turns(visit: Visit) -> None:
    visit.click("board")
    visit.app.restyle(text_scale=2.0)
    visit.app.wait(0.05)
    assert visit.saw("All levels")
    assert not visit.saw("Around you")
    visit.app.focus(visit.find("panes"))
    visit.press(pygame.K_RIGHT)
    assert visit.saw("Around you")
    assert visit.saw("points behind Maya.")
    assert not any(widget.name == "side" for widget in visit.app.top.widgets)
    visit.press(pygame.K_LEFT)
    assert not visit.saw("Around you")


def test_less_than_a_line_too_much_is_taken_out_of_the_gaps(visit: Visit) -> None:
    visit.click("board")
    board = visit.app.top
    assert isinstance(board, BoardScreen)
    around, fonts = board.around, visit.app.fonts
    whole = around.settle(fonts, 300, 1000)
    assert around.settle(fonts, 300, whole - 10) <= whole - 10
    assert around.settle(fonts, 300, whole - 100) == whole
    assert around.settle(fonts, 300, whole) == whole


def test_lists_of_the_board_end_where_the_tabs_do(visit: Visit) -> None:
    visit.click("board")
    visit.app.restyle(text_scale=2.0)
    visit.app.wait(0.05)
    board = visit.app.top
    assert isinstance(board, BoardScreen)
    assert {scope.rect.right for scope in board.scopes} == {board.panes.rect.right}
