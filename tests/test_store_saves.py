from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.game.run import run_line
from simulator.problems import StoreError
from simulator.store import Store
from tests.store_kit import TEXT, judge, play


def test_plays_in_progress_come_back_oldest_first_until_dropped(tmp_path: Path) -> None:
    early = replace(play("b", player="Ada"), started="2026-01-01T10:00:00Z")
    late = replace(play("a", player="Ben"), started="2026-01-01T11:00:00Z")
    with Store(tmp_path, judge) as store:
        store.save_progress(late)
        store.save_progress(early)
        longer = early.with_choice("second")
        store.save_progress(longer)
    with Store(tmp_path, judge) as store:
        assert store.unfinished() == [longer, late]
        assert store.unfinished("ben") == [late]
        store.drop_progress("b")
        store.drop_progress("b")
        assert store.unfinished() == [late]
        assert store.messages == []
    assert (tmp_path / "saves" / "a.json").read_text("utf-8") == run_line(late) + "\n"


def test_a_recorded_play_is_not_unfinished_even_if_its_save_is_still_there(tmp_path: Path) -> None:
    run = play("r1")
    with Store(tmp_path, judge) as store:
        store.save_progress(run)
        store.record(run, TEXT)
        assert not (tmp_path / "saves" / "r1.json").exists()
        # A kill between recording and dropping leaves the save behind.
        store.save_progress(run)
        assert store.unfinished() == []
        assert not (tmp_path / "saves" / "r1.json").exists()


def test_a_half_written_save_is_not_seen_and_goes_with_the_play(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        store.save_progress(play("r1"))
        (tmp_path / "saves" / ".r1.json.99-1.part").write_bytes(b'{"form')
        assert store.unfinished() == [play("r1")]
        store.drop_progress("r1")
        assert list((tmp_path / "saves").iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{}", b"[" * 100_000])
def test_a_damaged_save_is_set_aside_and_said(tmp_path: Path, content: bytes) -> None:
    with Store(tmp_path, judge) as store:
        store.save_progress(play("r1"))
        store.save_progress(play("r2"))
        (tmp_path / "saves" / "r1.json").write_bytes(content)
        assert store.unfinished() == [play("r2")]
        assert store.unfinished() == [play("r2")]
        assert store.messages == [
            "The saved run r1.json is damaged; it was set aside as r1.json.damaged."
        ]
    assert (tmp_path / "saves" / "r1.json.damaged").read_bytes() == content


def test_a_play_needs_an_id_that_can_name_a_file(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        for run_id in ("", "a/b", ".hidden", "x" * 129, "nul\0"):
            with pytest.raises(StoreError) as caught:
                store.save_progress(play(run_id))
            assert str(caught.value) == (
                "This run cannot be kept: its run id is not 1 to 128 letters, digits, "
                "dots, dashes and underscores, beginning with a letter or digit."
            )


def test_a_scenario_text_is_kept_by_digest_and_replaced_when_damaged(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        store.keep_scenario("d1", "id: a\r\n")
        assert store.scenario_text("d1") == "id: a\r\n"
        (tmp_path / "scenarios" / "d1.yaml").write_bytes(b"\xff")
        assert store.scenario_text("d1") is None
        store.keep_scenario("d1", "id: a\r\n")
        assert store.scenario_text("d1") == "id: a\r\n"
