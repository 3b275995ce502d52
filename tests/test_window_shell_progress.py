"""The progress of a player: nothing yet, being worked out, and shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from simulator.game.policy import Policy, choose_by
from simulator.game.run import Run
from simulator.window.canvas import Canvas
from simulator.window.score_chart import SHOWN, Dot, ScoreChart
from simulator.window.screen import Screen
from simulator.window.screens.progress import ProgressScreen, day
from simulator.window.widgets import Action
from tests.window_kit_sample import key, pointer
from tests.window_shell_kit import ENTER, ESC, Visit, visit_at


@pytest.fixture
def visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    return visit_at(tmp_path, monkeypatch)


def practised(visit: Visit, *policies: Policy) -> None:
    """A player with plays of the first level by bots."""
    assert visit.window.flow
    session = visit.window.flow.session
    session.player = session.store.add_player("Maya", "North")
    level = session.levels[0]
    for at, policy in enumerate(policies):
        run = Run(level.scenario.id, level.game.digest, at, player="Maya", id=f"run-{at}")
        play = level.play(run)
        while not play.is_over:
            play.choose(choose_by(policy, play, level.solution()))
        session.store.record(play.run.ended_at("2026-03-04T10:00:00+00:00"), level.text)


def test_a_guest_is_led_to_the_players(visit: Visit) -> None:
    visit.click("progress")
    assert visit.saw("Guest runs are not kept. Choose a player")
    visit.press(ENTER)
    assert visit.screen == "PlayerScreen"


def test_without_any_play_the_screen_says_what_to_do(visit: Visit) -> None:
    practised(visit)
    visit.click("progress")
    assert visit.saw("Finish a level: from then on you see here")
    visit.press(ENTER)
    assert visit.screen == "LevelsScreen"


def test_plays_are_shown_with_what_to_practise_next(visit: Visit) -> None:
    practised(visit, Policy.WORST, Policy.BEST)
    visit.click("progress")
    texts = visit.texts()
    assert "4 Mar 2026 · The wall calendar · 1000 · The calendar comes down" in texts
    assert {"Scores, run by run", "Stages", "Skills", "What to practise next"} <= set(texts)
    at = texts.index("Follow-Up")
    assert texts[at + 1 : at + 3] == ["95 %", "+95"]
    assert {"0", "400", "700", "900", "1000"} <= set(texts)
    assert texts.count("4 Mar") == 2
    visit.press(ENTER)
    assert visit.screen == "BriefingScreen"


def test_what_is_not_solved_yet_is_worked_out_behind_and_can_be_left(visit: Visit) -> None:
    practised(visit, Policy.FIRST)
    assert visit.window.flow
    level = visit.window.flow.session.levels[0]
    level._scorer = None
    with level._lock:
        visit.click("progress")
        assert visit.saw("Scoring your runs")
        screen = visit.app.top
        assert isinstance(screen, ProgressScreen)
        assert screen.work
        visit.press(ESC)
        assert screen.work.cancelled
    visit.click("progress")
    screen = visit.app.top
    assert isinstance(screen, ProgressScreen)
    if screen.work:
        visit.app.finish(screen.work)
    visit.app.wait(0.1)
    assert visit.saw("Scores, run by run")


def test_when_every_level_has_changed_the_screen_says_so(visit: Visit) -> None:
    practised(visit, Policy.FIRST)
    assert visit.window.flow
    session = visit.window.flow.session
    level = session.levels[0]
    session.levels[0] = replace(level, game=replace(level.game, digest="1" * 64))
    visit.click("progress")
    assert visit.saw("Your 1 run cannot be compared with the levels as they are now.")


@pytest.mark.parametrize(
    ("time", "said"),
    [("2026-03-04T10:00:00+00:00", "4 Mar 2026"), ("", ""), ("2026-13-01", "1 13 2026"), ("x", "")],
)
def test_the_day_of_a_play(time: str, said: str) -> None:
    assert day(time) == said


class Chart(Screen):
    """A chart alone."""

    def __init__(self, count: int) -> None:
        super().__init__()
        dots = [Dot(i * 10 % 1000, f"level-{i % 2}", f"run {i}", f"{i} May") for i in range(count)]
        self.chart = ScoreChart("chart", dots)
        self.actions: list[Action] = []
        self.widgets = [self.chart]

    def layout(self, _size: object) -> None:
        self.chart.place(self.app.area.inset(100))

    def draw(self, canvas: Canvas) -> None:
        canvas.card(self.app.area.inset(80))

    def act(self, action: Action) -> None:
        self.actions.append(action)


def test_a_chart_is_gone_through_by_keys_and_by_pointer() -> None:
    from simulator.window.app import App

    app, screen = App(headless=True, reduced_motion=True), Chart(SHOWN + 5)
    app.push(screen)
    app.wait(0.1)
    app.focus(screen.chart)
    app.run_events([key(code) for code in (pygame.K_RIGHT, pygame.K_LEFT, pygame.K_HOME)])
    app.run_events([key(code) for code in (pygame.K_LEFT, pygame.K_RETURN)])
    assert [(one.value, one.final) for one in screen.actions] == [
        (63, False),
        (5, False),
        (5, True),
    ]
    assert "run 5" in app.record().texts()
    box = screen.chart.rect
    app.run_events([pointer(pygame.MOUSEMOTION, box.x + 56, box.middle[1], app)])
    assert "run 5" in app.record().texts()
    app.run_events([pointer(pygame.MOUSEMOTION, box.right - 20, box.middle[1], app)])
    assert "run 64" in app.record().texts()
    app.run_events([pointer(pygame.MOUSEBUTTONDOWN, box.right - 20, box.middle[1], app)])
    assert screen.actions[-1] == Action("chart", 64)
