"""Whole levels through the stage screens: by keys only, by mouse only, and by digits."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from simulator.window.screens.epilogue import EpilogueScreen
from simulator.window.screens.recap import RecapScreen
from simulator.window.stage.closing import ClosingScreen
from tests.window_kit_sample import key, pointer
from tests.window_stage_kit import SCENARIOS, Person, Pointer, Typist, a_flow, advance

PEOPLE = [Typist, Pointer]


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("fate", [1, 2])
def test_a_whole_level_is_played_and_no_answer_is_missed(
    tmp_path: Path, scenario: str, person: type[Person], fate: int
) -> None:
    with a_flow(tmp_path, scenario, seed=fate) as flow:
        done = person(flow, fate).play()
        assert flow.play.is_over
        assert done >= len(flow.play.run.choices)


@pytest.mark.parametrize("person", PEOPLE)
def test_a_whole_level_is_played_in_a_small_window_with_large_text(
    tmp_path: Path, person: type[Person]
) -> None:
    with a_flow(tmp_path, "crm-harbour", seed=3, size=(1024, 640), text_scale=1.5) as flow:
        person(flow, 3).play()
        assert flow.play.is_over


def test_the_stages_come_in_order_each_with_its_recap_and_then_the_epilogue(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        person = Typist(flow, 5)
        seen: list[str] = []
        while not isinstance(flow.app.top, EpilogueScreen):
            top = flow.app.top
            name = f"recap of {top.stage}" if isinstance(top, RecapScreen) else top.prompt.stage  # type: ignore[attr-defined]
            if name not in seen[-1:]:
                seen.append(name)
            person.move()
        stages = ["prospecting", "preparation", "approach", "presentation", "objections"]
        stages += ["closing", "follow_up"]
        assert seen == [name for stage in stages for name in (stage, f"recap of {stage}")]


def test_a_digit_chooses_at_once(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        Typist(flow, 1)
        second = flow.play.prompt().choices[1].id
        flow.app.run_events([key(pygame.K_2)])
        assert flow.play.run.choices == (second,)


def test_enter_twice_does_not_skip_an_answer(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        advance(flow, "closing")
        person = Typist(flow, 1)
        person.move()
        screen = flow.app.top
        assert screen.waiting  # type: ignore[attr-defined]
        flow.app.run_events([key(pygame.K_1)])
        assert flow.app.top is screen


def test_escape_pauses_in_every_stage_screen(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        Typist(flow, 1)
        flow.app.run_events([key(pygame.K_ESCAPE)])
        assert type(flow.app.top).__name__ == "PauseScreen"


def test_a_card_that_shows_in_part_can_be_clicked(tmp_path: Path) -> None:
    with a_flow(tmp_path, "crm-harbour") as flow:
        advance(flow, "closing")
        Pointer(flow, 1)
        screen = flow.app.top
        assert isinstance(screen, ClosingScreen)
        low = screen.area.rect.bottom
        card = next(card for card in screen.cards if card.rect.y < low - 4 < card.rect.bottom)
        kinds = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
        flow.app.run_events([pointer(kind, 200, low - 5, flow.app) for kind in kinds])
        assert screen.selected == card.line.id
