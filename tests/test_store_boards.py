from __future__ import annotations

from pathlib import Path

import pytest

from simulator.game.run import Run
from simulator.problems import RunError, StoreError
from simulator.store import By, Entry, Judged, Player, Row, Store, kept_scenario
from tests.store_kit import TEXT, judge, play


def test_a_new_store_is_empty_and_has_nothing_to_tell(tmp_path: Path) -> None:
    with Store(tmp_path / "new" / "home", judge) as store:
        assert (store.players(), store.teams(), store.runs(), store.unfinished()) == (
            [],
            [],
            [],
            [],
        )
        assert store.board("crm") == []
        assert store.board(None, team=True) == []
        assert store.last_player() is None
        assert store.messages == []


def test_first_best_and_latest_count_by_the_order_of_recording(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        store.add_player("Ada", "North")
        for number, score in enumerate([400, 900, 600]):
            store.record(play(f"r{number}", score), TEXT)
        scores: dict[By, int] = {"first": 400, "best": 900, "latest": 600}
        for by, score in scores.items():
            assert store.board("crm", by) == [Row(1, "Ada", "North", score, 3, 1, "crm")]
        assert store.board("crm") == store.board("crm", "first")


def test_boards_do_not_mix_digests_or_rules(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        store.record(play("r1", 100, digest="old"), TEXT)
        store.record(play("r2", 200, digest="new"), TEXT)
        store.record(play("r3", 300, digest="new", rules=99), TEXT)
        assert [row.score for row in store.board("crm")] == [200]
        assert [row.score for row in store.board("crm", digests={"crm": "old"})] == [100]
        assert [row.score for row in store.board(None, digests={"crm": "old"})] == [100]
        assert store.board("crm", digests={"crm": "newest"}) == []


def test_the_campaign_sums_over_scenarios_and_teams_have_means(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        for name, team in (("Ada", "North"), ("Ben", "north"), ("Cleo", "South"), ("Dora", "")):
            store.add_player(name, team)
        for name, crm, call in (
            ("Ada", 500, 100),
            ("ben", 300, 0),
            ("Cleo", 10, 1),
            ("Dora", 9, 9),
        ):
            store.record(play(f"{name}-1", crm, name), TEXT)
            store.record(play(f"{name}-2", call, name, scenario="first-call"), TEXT)
        assert store.teams() == ["North", "South"]
        assert store.board(None) == [
            Row(1, "Ada", "North", 600, 2, 1, ""),
            Row(2, "Ben", "North", 300, 2, 1, ""),
            Row(3, "Dora", "", 18, 2, 1, ""),
            Row(4, "Cleo", "South", 11, 2, 1, ""),
        ]
        assert store.board(None, team=True) == [
            Row(1, "North", "North", 450, 4, 2, ""),
            Row(2, "South", "South", 11, 2, 1, ""),
        ]


def test_a_player_never_added_stands_on_the_board_as_their_latest_run_says(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        store.record(play("r1", 5, "bot", team="Robots"), TEXT)
        store.record(play("r2", 6, "Bot", team="Machines"), TEXT)
        assert store.board("crm", "best") == [Row(1, "Bot", "Machines", 6, 2, 1, "crm")]
        assert store.players() == []
        assert store.last_player() is None


def test_a_run_without_a_name_is_kept_and_stands_on_no_board(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        entry = store.record(play("r1", 5, ""), TEXT)
        assert entry == Entry(play("r1", 5, ""), 5, "won", 0)
        assert store.runs() == [entry]
        assert store.board("crm") == []


def test_a_run_that_cannot_be_judged_is_kept_unranked_with_the_reason(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        entry = store.record(play("r1", "impossible"), TEXT)
        assert (entry.score, entry.note) == (None, "The choice impossible is not legal here.")
        assert store.runs() == [entry]
        assert store.board("crm") == []


def test_a_run_recorded_twice_counts_once_and_the_first_stands(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        first = store.record(play("r1", 100), TEXT)
        assert store.record(play("r1", 100), TEXT) == first
        assert store.record(play("r1", 999), TEXT) == first
        assert store.runs() == [first]
    assert (tmp_path / "runs.journal").read_bytes().count(b"\n") == 1


def test_runs_are_found_by_player_and_scenario(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        for run in (
            play("r1", 1, "Ada"),
            play("r2", 2, "ADA", scenario="first-call"),
            play("r3", 3, "Ben"),
        ):
            store.record(run, TEXT)

        def ids(player: str | None = None, scenario: str | None = None) -> list[str]:
            return [entry.run.id for entry in store.runs(player, scenario)]

        assert ids() == ["r1", "r2", "r3"]
        assert ids("ada") == ["r1", "r2"]
        assert ids("ada", "crm") == ["r1"]
        assert ids(scenario="first-call") == ["r2"]
        assert ids("nobody") == []


def test_the_judge_may_read_the_scenario_kept_with_the_run(tmp_path: Path) -> None:
    def reader(run: Run) -> Judged:
        text = kept_scenario(tmp_path, run.digest)
        if text is None:
            raise RunError("The text of this scenario is not kept.")
        return Judged(len(text), "won")

    with Store(tmp_path, reader) as store:
        assert store.record(play("r1"), "id: é\n").score == 6
        assert store.scenario_text("d1") == "id: é\n"
        assert store.scenario_text("d2") is None
    (tmp_path / "pitchcraft.db").unlink()
    (tmp_path / "scenarios" / "d1.yaml").unlink()
    with Store(tmp_path, reader) as store:
        assert [(entry.score, entry.note) for entry in store.runs()] == [
            (None, "The text of this scenario is not kept.")
        ]


def test_a_judge_that_scores_out_of_bounds_is_refused_before_anything_is_kept(
    tmp_path: Path,
) -> None:
    with Store(tmp_path, lambda _run: Judged(1001, "won")) as store:
        with pytest.raises(ValueError, match="a judge scores 0 to 1000, not 1001"):
            store.record(play("r1"), TEXT)
        assert store.runs() == []


def test_handles(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        assert store.add_player("  Ada ", " North ", "7") == Player("Ada", "North", "7")
        assert store.add_player("Zoë").handle == "Zoë"
        assert store.add_player("x" * 24).handle == "x" * 24
        for handle, message in (
            ("ADA", "The name Ada is taken; choose another."),
            ("Ａｄａ", "The name Ada is taken; choose another."),
            ("zoe\u0308", "The name Zoë is taken; choose another."),
            ("Guest", "The name guest is for people who play without one; choose another."),
            (" ", "A name has 1 to 24 characters; this one has 0."),
            ("y" * 25, "A name has 1 to 24 characters; this one has 25."),
            ("A\x1b[2J", "A name can hold letters, digits, signs and plain spaces only."),
            ("A\u202eB", "A name can hold letters, digits, signs and plain spaces only."),
            ("A\ud800", "A name can hold letters, digits, signs and plain spaces only."),
        ):
            with pytest.raises(StoreError) as caught:
                store.add_player(handle)
            assert str(caught.value) == message
        with pytest.raises(StoreError) as caught:
            store.add_player("Ben", "t" * 41)
        assert str(caught.value) == "A team's name has 0 to 40 characters; this one has 41."
        assert [player.handle for player in store.players()] == ["Ada", "Zoë", "x" * 24]


def test_runs_that_cannot_be_kept_are_refused(tmp_path: Path) -> None:
    no_id = (
        "This run cannot be kept: its run id is not 1 to 128 letters, digits, "
        "dots, dashes and underscores, beginning with a letter or digit."
    )
    with Store(tmp_path, judge) as store:
        for run, message in (
            (play(""), no_id),
            (play("../../x"), no_id),
            (play("r1", digest="../x"), no_id.replace("run id", "scenario's digest")),
            (
                play("r1", player="A\x1b[2J"),
                "A name can hold letters, digits, signs and plain spaces only.",
            ),
            (
                play("r1", "\ud800"),
                "This run cannot be kept: it holds characters that are no text.",
            ),
            (
                play("r1", "c" * 81),
                "This run cannot be read: `choices` is not a list of choice ids.",
            ),
        ):
            with pytest.raises((StoreError, RunError)) as caught:
                store.record(run, TEXT)
            assert str(caught.value) == message
        assert store.runs() == []


def test_the_last_player_is_whoever_was_added_or_finished_a_run_last(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        ada = store.add_player("Ada")
        ben = store.add_player("Ben")
        assert store.last_player() == ben
        store.record(play("r1", 1, "ada"), TEXT)
        assert store.last_player() == ada
        store.record(play("r2", 1, "a guest"), TEXT)
        assert store.last_player() == ada
    with Store(tmp_path, judge) as store:
        assert store.last_player() == ada
        assert store.players() == [ada, ben]
