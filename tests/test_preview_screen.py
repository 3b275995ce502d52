"""The preview as an author uses it: saving, looking, jumping, recording, by keys and by mouse."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from simulator.scenario.load import load_scenario
from simulator.store.store import Store
from simulator.window.preview.naming import NameDialog
from simulator.window.preview.panel import JUMP, NOW, PROBLEMS
from simulator.window.preview.rows import EVERY, SecretCard
from simulator.window.preview.stand import Stand
from simulator.window.screens.briefing import BriefingScreen
from simulator.window.screens.debrief import DebriefScreen
from simulator.window.screens.epilogue import EpilogueScreen
from simulator.window.screens.recap import RecapScreen
from simulator.window.stage.emphasis import EmphasisScreen
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.pick import PickScreen
from simulator.window.widgets import Action, ScrollArea
from simulator.window.widgets.base import family
from tests.preview_kit import Author, at_work, opened_store, shipped
from tests.window_kit_sample import key, pointer, typed

TASK = "task: Answer her on the price"
SLIP = ("verdict: poor", "verdict: awful")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with opened_store(tmp_path_factory.mktemp("store")) as found:
        yield found


@pytest.fixture
def author(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Author]:
    """An author at work on a copy of the small level, with a home of their own."""
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path / "home"))
    path = tmp_path / "call.yaml"
    path.write_text(shipped(), "utf-8")
    with at_work(path, store) as found:
        found.solved()
        yield found


@pytest.fixture
def harbour(tmp_path: Path, store: Store) -> Iterator[Author]:
    """The same on a copy of the large level."""
    path = tmp_path / "harbour.yaml"
    path.write_text(shipped("crm-harbour"), "utf-8")
    with at_work(path, store) as found:
        yield found


# Saving.


def test_a_save_is_shown_at_the_same_place(author: Author) -> None:
    author.come_to("price")
    made = author.choices
    author.save(shipped().replace(TASK, "task: Answer her on money"))
    assert author.choices == made
    assert author.flow.play.prompt().node == "price"
    assert "Answer her on money" in author.play_texts()
    assert "Showing your last save." in author.panel_texts()


def test_an_answer_stays_on_the_screen_with_its_new_words(author: Author) -> None:
    author.come_to("question")
    author.flow.inset.top.act(Action("choose", "budget"))
    author.frames(3)
    assert author.flow.stand.kind == "answer"
    author.save(shipped().replace("I've got a tin. Does that count?", "A tin, yes. Why?"))
    top = author.flow.inset.top
    assert isinstance(top, StageScreen)
    assert top.waiting
    assert "A tin, yes. Why?" in author.play_texts()
    author.press(pygame.K_RETURN)
    assert isinstance(author.flow.inset.top, RecapScreen)


def test_a_recap_the_ending_and_the_review_stay_too(author: Author) -> None:
    author.come_to("question")
    author.choose()
    assert isinstance(author.flow.inset.top, RecapScreen)
    author.save(shipped().replace("The first contact sells only one thing", "It sells one thing"))
    assert isinstance(author.flow.inset.top, RecapScreen)
    assert any(text.startswith("It sells one thing") for text in author.play_texts())
    while not author.flow.play.is_over:
        author.choose()
    author.flow.after_recap()
    author.frames(3)
    assert isinstance(author.flow.inset.top, EpilogueScreen)
    author.save(shipped())
    assert isinstance(author.flow.inset.top, EpilogueScreen)
    author.solved()
    author.flow.debrief()
    author.until(lambda: isinstance(author.flow.inset.top, DebriefScreen))
    review = author.flow.inset.top
    assert isinstance(review, DebriefScreen)
    review.show_move(2)
    author.save(shipped().replace(TASK, "task: Answer her on money"))
    again = author.flow.inset.top
    assert isinstance(again, DebriefScreen)
    assert again is not review
    assert (again.tabs.chosen, again.moves.selected) == (review.tabs.chosen, 2)
    again.show(3)
    author.frames(2)
    assert any(text.startswith("Rules: ") for text in author.play_texts())


def test_what_is_being_looked_at_stays_selected(author: Author) -> None:
    author.come_to("contact")
    screen = author.flow.inset.top
    assert isinstance(screen, PickScreen)
    chosen = next(view.id for view in screen.prompt.choices if view.is_legal)
    screen.act(Action("select", chosen))
    author.save(shipped().replace("title: The wall calendar", "title: The calendar"))
    again = author.flow.inset.top
    assert isinstance(again, PickScreen)
    assert (again is screen, again.selected) == (False, chosen)
    author.come_to("show/deposits")
    slides = author.flow.inset.top
    assert isinstance(slides, EmphasisScreen)
    slides.plan["deposits"] = 1
    author.save(shipped())
    plan = author.flow.inset.top
    assert isinstance(plan, EmphasisScreen)
    assert plan.plan["deposits"] == 1


def test_what_is_looked_up_stays_open(author: Author) -> None:
    author.flow.briefing_again()
    author.save(shipped().replace("title: The wall calendar", "title: The calendar"))
    assert isinstance(author.flow.inset.top, BriefingScreen)
    assert "The calendar" in author.play_texts()
    author.press(pygame.K_ESCAPE)
    assert isinstance(author.flow.inset.top, StageScreen)


def test_choices_that_are_gone_stop_the_play_there_and_come_back_with_them(author: Author) -> None:
    author.come_to("question")
    made = author.choices
    first = made[0]
    renamed = shipped().replace(f"id: {first}\n", "id: somebody-else\n", 1)
    author.save(renamed)
    assert author.choices == ()
    assert author.said() == f"Made none of your choices again: {first} is no choice at leads."
    author.save(shipped())
    assert author.choices == made
    assert author.flow.play.prompt().node == "question"


def test_a_broken_save_leaves_the_play_and_lists_its_problems_until_they_are_mended(
    author: Author,
) -> None:
    author.come_to("price")
    made, before = author.choices, author.screen.panel.tabs.chosen
    text = shipped().replace(*SLIP, 1)
    line = text[: text.index("awful")].count("\n") + 1
    author.save(text)
    assert author.choices == made
    assert author.screen.panel.tabs.chosen == PROBLEMS
    texts = author.panel_texts()
    assert "1 error. Still playing the last valid version." in texts
    assert f"Line {line}, error S204" in texts
    assert "“awful” is not one of the words allowed here" in texts
    author.choose()
    assert len(author.choices) == len(made) + 1
    author.save(shipped())
    assert author.screen.panel.tabs.chosen == before
    assert "1 error. Still playing the last valid version." not in author.panel_texts()


def test_problems_bring_the_panel_and_take_it_away_again(author: Author) -> None:
    author.press(pygame.K_F9)
    assert not author.screen.panel.open
    wide = author.screen.hole.rect.w
    author.save("nothing: of the kind\n")
    assert author.screen.panel.open
    author.save(shipped())
    assert not author.screen.panel.open
    assert author.screen.hole.rect.w == wide


def test_a_file_that_goes_and_comes_back_ends_nothing(author: Author) -> None:
    from simulator.window.preview.version import read_version

    author.choose(2)
    author.path.unlink()
    author.screen.deliver(read_version(author.path))
    author.frames(3)
    assert "There is no such file" in author.panel_texts()
    author.save(shipped())
    assert len(author.choices) == 2


def test_a_preview_may_begin_with_a_broken_file(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "call.yaml"
    path.write_text(shipped().replace(*SLIP, 2), "utf-8")
    with at_work(path, store) as author:
        assert "Nothing to play yet" in author.play_texts()
        assert "2 errors. Nothing can be played yet." in author.panel_texts()
        for code in (pygame.K_F3, pygame.K_F4, pygame.K_F5, pygame.K_F6, pygame.K_F7, pygame.K_F8):
            author.press(code)
        author.save(shipped())
        assert author.flow.play.prompt().node == "leads"
        assert author.screen.panel.tabs.chosen == NOW


def test_warnings_of_the_rules_are_listed_while_the_play_goes_on(author: Author) -> None:
    text = shipped().replace(
        "facts:\n", "facts:\n  - id: never-learned\n    note: Nobody ever learns this.\n", 1
    )
    author.save(text)
    author.until(lambda: any(one.code == "F001" for one in author.screen.problems))
    author.screen.act(Action("page"))
    author.screen.panel.tabs.chosen = PROBLEMS
    author.screen.refresh()
    author.frames(2)
    line = text[: text.index("never-learned")].count("\n") + 1
    assert any(said.startswith(f"Line {line}, warning F001") for said in author.panel_texts())


def test_the_same_rules_are_not_proved_again(author: Author) -> None:
    scorer = author.flow.draft.scorer()
    author.save(shipped().replace(TASK, "task: Answer her on money"))
    assert author.flow.draft.is_solved
    assert author.flow.draft.scorer().solution is scorer.solution
    author.save(shipped().replace("effects: {trust: up a lot}", "effects: {trust: up}", 1))
    assert not author.flow.draft.is_solved
    author.solved()


# The author's keys.


def test_back_one_step_and_start_again(author: Author) -> None:
    author.choose(3)
    made = author.choices
    author.press(pygame.K_F8)
    assert author.choices == made[:2]
    author.app.run_events([key(pygame.K_z, pygame.KMOD_CTRL)])
    author.frames(2)
    assert author.choices == made[:1]
    author.press(pygame.K_F5)
    assert author.choices == ()
    author.press(pygame.K_F8)
    assert author.said() == "This is the first decision."


def test_every_decision_can_be_jumped_to_by_keyboard_and_by_mouse(author: Author) -> None:
    nodes = [node.id for node in author.flow.play.game.nodes]
    for number, node in enumerate(nodes):
        author.press(pygame.K_F3)
        assert author.screen.panel.tabs.chosen == JUMP
        if number % 2:
            author.click(f"jump-to:{number}")
        else:
            row = author.find(f"jump-to:{number}")
            for _ in range(60):
                if author.screen.focus is row:
                    break
                author.app.run_events([key(pygame.K_TAB)])
            author.press(pygame.K_RETURN)
        author.until(lambda: not author.screen.deeds.looking)
        assert author.flow.play.prompt().node == node


def test_a_decision_of_another_buyer_brings_that_buyer(harbour: Author) -> None:
    harbour.solved()
    harbour.press(pygame.K_F6)
    while harbour.flow.forced != "no-need":
        harbour.press(pygame.K_F6)
    harbour.come_to("haggle")
    assert harbour.flow.play.game.buyers[harbour.flow.play.buyer] != "no-need"
    buyer = harbour.flow.play.scenario.buyers[harbour.flow.play.buyer].name
    assert harbour.said().endswith(f"against {buyer}.")


def test_a_buyer_is_forced_and_stays_over_saves(harbour: Author) -> None:
    harbour.choose(2)
    made = harbour.choices
    names = list(harbour.flow.play.game.buyers)
    for _ in names:
        wanted = names[(harbour.flow.play.buyer + 1) % len(names)]
        harbour.press(pygame.K_F6)
        assert harbour.flow.forced == wanted
        assert names[harbour.flow.play.buyer] == wanted
        assert harbour.choices == made
    harbour.save(shipped("crm-harbour").replace("title: Four working hours", "title: Hours", 1))
    assert names[harbour.flow.play.buyer] == wanted
    harbour.click(f"buyer:{wanted}")
    assert harbour.flow.forced == ""


def test_what_is_hidden_is_shown_and_hidden(author: Author) -> None:
    author.come_to("question")
    values = [text for text in author.panel_texts() if text == "Best" or text.startswith("−")]
    assert "Best" in values
    assert len(values) > 1
    assert any(text.startswith("I've got a tin.") for text in author.panel_texts())
    author.press(pygame.K_F4)
    texts = author.panel_texts()
    assert "Best" not in texts
    assert not any(text.startswith("I've got a tin.") for text in texts)
    assert (
        "What is hidden stays hidden. Press Reveal (F4) to see what each choice is worth." in texts
    )


def test_answers_that_differ_stand_beside_the_names_of_their_buyers(harbour: Author) -> None:
    harbour.solved()
    differing = alike = 0
    for node in harbour.flow.play.game.nodes[:6]:
        harbour.come_to(node.id)
        for card in harbour.screen.panel.rows:
            if not isinstance(card, SecretCard):
                continue
            told = [text for text, role, _ in card.lines if role == "caption"]
            answers = card.secret.answers
            if len(answers) > 1:
                assert told == [" and ".join(answer.buyers) for answer in answers]
                differing += 1
            elif answers and len(answers[0].buyers) > 1:
                assert told == [EVERY]
                alike += 1
    assert differing
    assert alike


# The file.


@pytest.mark.skipif(sys.platform == "win32", reason="programs are named otherwise there")
def test_the_file_is_opened_at_what_is_on_the_screen(
    author: Author, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    program = tmp_path / "kate"
    program.write_text(f'#!/bin/sh\necho "$2" >> {seen}\nsleep 20\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", str(program))
    lines = shipped().split("\n")

    def opened(count: int) -> int:
        author.until(lambda: seen.exists() and len(seen.read_text().split()) == count)
        return int(seen.read_text().split()[-1])

    author.come_to("price")
    author.press(pygame.K_F2)
    assert lines[opened(1) - 1].strip() == "- id: price"
    author.come_to("question")
    author.flow.inset.top.act(Action("choose", "budget"))
    author.press(pygame.K_F2)
    assert lines[opened(2) - 1].strip() == "- id: budget"
    author.save(shipped().replace(*SLIP, 1))
    author.click("problem:0")
    assert lines[opened(3) - 1].strip() == "verdict: poor"
    # The editor is still open, and the window goes on all the same.
    author.press(pygame.K_F5)
    assert author.choices == ()


def test_without_an_editor_the_author_is_told_what_to_set(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    author.press(pygame.K_F2)
    assert author.said() == (
        "Neither VISUAL nor EDITOR is set, and VS Code is not installed. Set VISUAL to an editor"
        " with a window of its own, such as `code`."
    )


def test_a_play_is_recorded_as_a_check(author: Author) -> None:
    author.path.chmod(0o600)
    author.come_to("question")
    made = author.choices
    author.press(pygame.K_F7)
    dialog = author.app.top
    assert isinstance(dialog, NameDialog)
    assert dialog.field.text == "Leads to question"
    author.app.run_events([typed("!")])
    author.press(pygame.K_RETURN)
    author.until(lambda: author.said().startswith("Recorded."))
    scenario, problems = load_scenario(author.path)
    assert scenario is not None, problems
    check = scenario.checks[-1]
    assert check.name == "Leads to question!"
    assert check.choose == made
    assert check.start is not None
    assert check.start.buyer == "nadia"
    assert (check.expect.next, check.expect.score) == ("question", "exactly 1000")
    assert stat.S_IMODE(author.path.stat().st_mode) == 0o600 or os.name == "nt"
    assert [path.name for path in author.path.parent.glob("*.part")] == []


def test_the_name_is_typed_wherever_the_focus_was_before(author: Author) -> None:
    author.choose()
    author.press(pygame.K_F3)
    row = author.screen.focus
    assert row is not None
    author.press(pygame.K_F7)
    dialog = author.app.top
    assert isinstance(dialog, NameDialog)
    author.save(shipped().replace(TASK, "task: Answer her on money"))
    assert dialog.focus is dialog.field
    author.app.run_events([typed("!")])
    assert dialog.field.text.endswith("!")
    author.press(pygame.K_ESCAPE)
    assert author.screen.focus is not None
    assert author.screen.focus.name == row.name


def test_a_check_of_a_finished_play_expects_its_ending(author: Author) -> None:
    while not author.flow.play.is_over:
        author.choose()
    author.press(pygame.K_F7, pygame.K_RETURN)
    author.until(lambda: author.said().startswith("Recorded."))
    scenario, problems = load_scenario(author.path)
    assert scenario is not None, problems
    expect = scenario.checks[-1].expect
    assert expect.outcome == (author.flow.play.outcome.id,)
    assert expect.next is None


def test_what_cannot_be_recorded_is_said(author: Author) -> None:
    author.press(pygame.K_F7)
    assert author.said() == "Make a choice first: a check tries choices."
    author.choose()
    author.path.write_text(shipped().replace(*SLIP, 1), "utf-8")
    author.press(pygame.K_F7, pygame.K_RETURN)
    author.until(lambda: author.said().startswith("The run was not recorded."))
    assert "“" not in author.said()
    author.press(pygame.K_F7)
    dialog = author.app.top
    assert isinstance(dialog, NameDialog)
    dialog.field.text = "  "
    author.press(pygame.K_RETURN)
    assert dialog.field.error == "A check needs a name."
    author.press(pygame.K_ESCAPE)
    assert author.app.top is author.screen


# Nothing is kept.


def test_nothing_is_written_to_the_players_own_folder(author: Author, tmp_path: Path) -> None:
    while not author.flow.play.is_over:
        author.choose()
    author.flow.after_recap()
    author.flow.debrief()
    author.until(lambda: isinstance(author.flow.inset.top, DebriefScreen))
    author.flow.board(author.flow.level)
    assert author.said() == "A preview is not on the leaderboard."
    author.press(pygame.K_ESCAPE)
    assert author.choices == ()
    assert not (tmp_path / "home").exists()
    assert not author.screen._store.unfinished("guest")


# Keys and mouse.


def test_tab_leads_through_the_play_and_the_panel_and_round(author: Author) -> None:
    author.press(pygame.K_F9)
    hole, inset = author.screen.hole, author.flow.inset
    play = [widget.name for widget in family(inset.top.widgets) if widget.focusable]
    seen: list[str] = []
    for _ in range(len(play) + 2):
        author.app.run_events([key(pygame.K_TAB)])
        focus = author.screen.focus
        seen.append(inset.top.focus.name if focus is hole and inset.top.focus else focus.name)  # type: ignore[union-attr]
    assert "panel" in seen
    assert set(seen) <= {*play, "panel"}
    assert len(set(seen)) == len(seen) - 1
    back: list[str] = []
    for _ in range(len(play) + 1):
        author.app.run_events([key(pygame.K_TAB, pygame.KMOD_SHIFT)])
        focus = author.screen.focus
        back.append(inset.top.focus.name if focus is hole and inset.top.focus else focus.name)  # type: ignore[union-attr]
    assert set(back) == set(seen)


def test_digits_and_enter_play_on_also_after_a_click_in_the_panel(author: Author) -> None:
    author.click("reveal")
    author.press(pygame.K_1)
    assert len(author.choices) == 1
    author.press(pygame.K_F3)
    author.press(pygame.K_2)
    assert len(author.choices) == 2


def test_the_play_is_played_by_mouse_through_the_hole(author: Author) -> None:
    card = next(w for w in family(author.flow.inset.top.widgets) if w.name.startswith("choice"))
    assert isinstance(card.parent, ScrollArea)
    k = author.flow.inset.fonts.scale / author.app.fonts.scale
    x, y = (author.screen.hole.rect.x + card.rect.middle[0] * k, card.rect.middle[1] * k)
    kinds = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    author.app.run_events([pointer(kind, x, y, author.app) for kind in kinds])
    author.frames(3)
    assert len(author.choices) == 1


def test_the_pointer_over_a_choice_draws_no_more_than_that_changes(author: Author) -> None:
    author.frames(60)
    app, hole = author.app, author.screen.hole
    card = next(
        w for w in family(author.flow.inset.top.widgets) if w.parent and w.name.startswith("choice")
    )
    k = author.flow.inset.fonts.scale / app.fonts.scale
    x, y = (hole.rect.x + card.rect.middle[0] * k, card.rect.middle[1] * k)
    app.step([pointer(pygame.MOUSEMOTION, x, y, app)], app.timers.now + 0.02)
    shown = pygame.image.tobytes(app.screenshot(), "RGB")
    (drawn,) = app.changed
    assert 0 < drawn.w * drawn.h < 0.3 * hole.rect.w * hole.rect.h
    author.screen.invalidate()
    author.frames(3)
    assert pygame.image.tobytes(app.screenshot(), "RGB") == shown


def test_escape_pauses_and_the_pause_offers_the_ways_on(author: Author) -> None:
    author.choose(1)
    author.press(pygame.K_ESCAPE)
    assert "This is a preview: nothing of it is saved, and it is not on the leaderboard." in (
        author.play_texts()
    )
    author.press(pygame.K_ESCAPE)
    assert isinstance(author.flow.inset.top, StageScreen)
    author.press(pygame.K_ESCAPE)
    author.flow.inset.top.act(Action("restart"))
    author.frames(2)
    assert author.choices == ()
    author.press(pygame.K_ESCAPE)
    author.flow.inset.top.act(Action("leave"))
    assert not author.app.running


def test_a_screen_that_fails_is_told_and_the_next_save_goes_on(author: Author) -> None:
    author.choose(2)
    top = author.flow.inset.top

    def fail(_: object) -> None:
        raise ZeroDivisionError("made to fail")

    top.draw = fail  # type: ignore[method-assign, assignment]
    top.invalidate()
    author.frames(2)
    assert "This screen could not be shown" in author.play_texts()
    author.save(shipped().replace(TASK, "task: Answer her on money"))
    assert isinstance(author.flow.inset.top, StageScreen)
    assert len(author.choices) == 2


def test_the_stand_of_a_play_that_has_not_begun_is_its_first_decision(author: Author) -> None:
    assert author.flow.stand == Stand("stage")
