"""Whole visits at the terminal: choices, commands, leaving, going on, and the review."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from simulator.game.policy import Policy
from simulator.problems import ScenarioError, StoreError
from simulator.scenario.words import STAGES
from simulator.store.levels import Levels, load_level, open_store
from simulator.terminal.play import play_terminal
from tests.terminal_kit import numbers, visit


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.mark.parametrize("scenario", ["first-call", "gym-membership", "crm-harbour"])
def test_best_play_leads_through_all_seven_stages_to_1000(scenario: str) -> None:
    said = visit("", *numbers(Policy.BEST, scenario), scenario=scenario)
    order = [said.index(f"Stage {at} of 7: {name}") for at, name in enumerate(STAGES.values(), 1)]
    assert order == sorted(order)
    assert "1000 of 1000, 3 of 3 stars." in said
    assert "Turning point: none. No choice gave a point away." in said
    assert "This run is recorded." in said
    assert "1. Ada (you): 1000, 1 run." in said


def test_the_letter_is_read_before_it_is_sent() -> None:
    said = visit("", *numbers(Policy.BEST))
    letter = said.index("It reads: Dear Sir or Madam, Benchtime is the smart booking solution")
    assert said.index("Subject: Save time with smart booking!") < letter
    assert "Your team at Lanternfold" in said[letter:]


def test_the_review_holds_every_part() -> None:
    said = visit("", *numbers(Policy.WORST))
    for part in (
        "The end: ", "The next 90 days", "Your score",
        "of 1000, no star yet. The first star is at 400.",
        "Your first finished run of this level.", ": the score stops at 0.",
        "Luck does not count in the score.",
        "Work on this first: ", "Turning point: move ", "Who it really was: ",
        "What could have told you:", "What you kept, stage by stage", "Handling Objections: ",
        "What you kept, skill by skill", "Move by move", "blunder", ", the turning point.",
        "Why that is best: ", "Rule: first-call.yaml, line ", "Why the ending is worth ",
        "How Nadia felt, at the start and after each move", "The best line against the same buyer",
    ):  # fmt: skip
        assert part in said


def test_the_figures_of_the_score_add_up() -> None:
    said = visit("", *numbers(Policy.RANDOM, seed=5), seed=5)
    found = re.search(r"([\d.]+) ([+-]) ([\d.]+) = (\d+)\.", said)
    assert found
    played, sign, luck, value = found.groups()
    sum_ = float(played) + float(luck) * (1 if sign == "+" else -1)
    assert round(sum_, 6) == int(value)


def test_commands_are_answered_and_change_nothing() -> None:
    said = visit("", "n", "m", "s", "b", "?", "", *numbers(Policy.BEST))
    for part in (
        "Nothing yet. What you learn by calls, research and good questions stands here.",
        "How Nadia feels, each from 0 to 20 ---",
        "Nothing has been said yet.",
        "n: notebook: what you have learned.",
        "1000 of 1000",
    ):
        assert part in said
    assert said.count("Briefing: The wall calendar") == 2
    assert said.count("Stage 1 of 7") == 1


@pytest.mark.parametrize(
    "typed", ["0", "99", "-1", "1.5", "one", "²", "१२३", "x" * 5000, "\x1b[2J"]
)
def test_anything_else_is_answered_with_what_to_type(typed: str) -> None:
    said = visit("", typed)
    assert "Type a number from 1 to 5, or ? for help." in said
    assert "\x1b" not in said


def test_a_choice_cannot_be_made_twice_or_when_locked() -> None:
    said = visit("", 2, 2, 1, 1, 5)
    assert "2 is done already. Choose another." in said
    assert "5 is locked: Not enough hours left for this. Choose another." in said


def test_changes_are_told_in_words_and_figures() -> None:
    said = visit("", *numbers(Policy.BEST))
    assert re.search(r"Trust \d+ to \d+, up \d+\.", said)
    assert "New in your notebook: " in said


def test_a_play_goes_on_where_it_was_left() -> None:
    typed = list(numbers(Policy.BEST))
    first = visit("", *typed[:5], "q")
    assert first.endswith("Your run is saved. Start Pitchcraft again to go on from here.")
    second = visit(1, *typed[5:9])
    assert "You have an unfinished run of this level, in " in second
    assert "Where you stopped" in second
    assert second.endswith("Start Pitchcraft again to go on from here.")
    third = visit("c", *typed[9:], scenario=None)
    assert "c. Continue your run of The wall calendar, in " in third
    assert "1000 of 1000" in third
    assert "unfinished" not in visit()


def test_an_unfinished_play_can_be_forgotten() -> None:
    typed = list(numbers(Policy.BEST))
    visit("", *typed[:5])
    assert "1000 of 1000" in visit(2, "", *typed)
    assert "unfinished" not in visit()


def test_another_seed_means_another_play() -> None:
    visit("", 1)
    assert "unfinished" not in visit(seed=4)


def test_a_finished_play_that_was_not_reviewed_is_reviewed_next_time() -> None:
    level = load_level("first-call")
    typed = list(numbers(Policy.BEST))
    visit("", *typed[:-1])
    with open_store(Levels([level])) as store:
        [run] = store.unfinished("Ada")
        play = level.play(run)
        last = next(view.id for view in play.prompt().choices if view.number == typed[-1])
        store.save_progress(run.with_choice(last))
    said = visit(1)
    assert "in Review." in said
    assert "1000 of 1000" in said


def test_a_guest_is_recorded_nowhere() -> None:
    said = visit("", "", *numbers(Policy.BEST), "t", player=None)
    assert "Nobody is here yet. Finish this level under your name." in said
    assert "This run is recorded." not in said
    with open_store(Levels([])) as store:
        assert store.runs() == []
        assert store.unfinished() == []


def test_a_new_player_says_name_and_team_and_stands_in_the_list_next_time() -> None:
    said = visit("x" * 25, "", "Bo", "North", "", player=None)
    assert "A name has 1 to 24 characters; this one has 25." in said
    assert "1. Bo, North" in visit(1, player=None)
    assert "The name Bo is taken; choose another." in visit("n", "bo", "", player=None)


def test_the_list_of_levels_says_how_the_player_stands() -> None:
    said = visit("", *numbers(Policy.BEST), "l")
    assert "Finished 1 time; your best: 1000 of 1000, 3 of 3 stars." in said
    assert "Which level, 1 to " in said


def test_back_from_the_briefing_to_the_levels() -> None:
    said = visit("what", "b")
    assert "Press Enter to begin, or type b for the levels, or q to leave." in said
    assert said.endswith("Goodbye.")


def test_what_if_plays_on_from_another_choice() -> None:
    worst = list(numbers(Policy.WORST))
    said = visit(
        "", *worst, "w", 1, 1, 2, "", "w", "b", "w", 1, "b", "w", 1, 1, "b", "zz", "r", "a", "b"
    )
    assert re.search(r"worth \d+ of 100 instead of \d+\. Score \d+ instead of 0, ", said)
    assert "Type w, m, r, t, a or l, or q to leave." in said
    assert said.count("Move by move") == 2
    assert said.endswith("Goodbye.")


def test_one_move_is_told_in_full() -> None:
    worst = list(numbers(Policy.WORST))
    found = re.search(r"Turning point: move (\d+)", visit("", *worst))
    assert found
    said = visit("", *worst, "m", 99, found[1], "m", "b", "b")
    told = said[said.index(f"Move {found[1]} of") :]
    for part in (
        "blunder, ", " points given away, the turning point.", "You: ", "Best: ",
        "What changed: ", "Luck: none at this move.", "Your options:",
        "(Nothing given away.)", ", your choice.)",
    ):  # fmt: skip
        assert part in told


def test_the_review_of_another_run_can_be_read() -> None:
    said = visit("", *numbers(Policy.WORST), "w", 9, 1, 2, "y")
    assert "A what-if: it is on no board." in said
    assert said.count("The best line against the same buyer") == 2


def test_after_a_stage_the_coach_says_how_much_was_kept() -> None:
    best = visit("", *numbers(Policy.BEST))
    said = "You kept 100 % of the points at stake: no other choice was better."
    assert best.count(said) + best.count("Nothing was at stake here") == len(STAGES)
    assert best.count("Over this stage: ") == len(STAGES)
    assert "Over this stage: nothing changed." in best


def test_a_run_that_cannot_be_saved_is_played_and_reviewed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr("simulator.store.store.Store.save_progress", refuse)
    monkeypatch.setattr("simulator.store.store.Store.record", refuse)
    said = visit("", *numbers(Policy.BEST))
    assert "This run is not being saved. The disk is full." in said
    assert "This run could not be recorded. The disk is full." in said
    assert "1000 of 1000" in said


def test_a_level_too_large_to_solve_is_said_and_stays_saved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = list(numbers(Policy.FIRST))
    monkeypatch.setattr("simulator.game.solver.STATES_MAX", 50)
    said = visit("", *typed)
    assert "`first-call` has more than 50 information states" in said
    assert "This run cannot be reviewed; it stays saved." in said
    monkeypatch.undo()


def test_the_same_input_is_answered_with_the_same_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = ["", *numbers(Policy.RANDOM)]
    here = visit(*typed)
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path))
    assert visit(*typed) == here


def test_a_terminal_that_knows_only_ascii_is_enough() -> None:
    said = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    typed = io.TextIOWrapper(io.BytesIO(b"\xff\n\n\xff\n1\n"), encoding="utf-8")
    assert play_terminal("crm-harbour", "Zo\u00eb", 1, typed, said) == 0


def test_what_cannot_be_played_is_an_error() -> None:
    nothing = io.StringIO()
    with pytest.raises(ScenarioError, match="There is no scenario `nowhere`"):
        play_terminal("nowhere", "Ada", 1, nothing, nothing)
    with pytest.raises(StoreError, match="A name has 1 to 24 characters"):
        play_terminal("first-call", " ", 1, nothing, nothing)
