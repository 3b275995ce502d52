from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from simulator.problems import StoreError
from simulator.store import Store
from tests.store_kit import TEXT, all_of, judge, play

WRITER = """
import sys
from pathlib import Path
from simulator.problems import StoreError
from simulator.store import Store
from tests.store_kit import TEXT, judge, play
home, name = Path(sys.argv[1]), sys.argv[2]
with Store(home, judge) as store:
    try:
        store.add_player("Ada")
    except StoreError as error:
        print(error)
    for number in range(40):
        store.record(play(f"{name}-{number}", number), TEXT)
        store.record(play(f"both-{number}", number), TEXT)
    print(*store.messages)
"""


def test_two_processes_at_once_record_everything_once(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), name],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for name in ("one", "two")
    ]
    said = [writer.communicate(timeout=60)[0] for writer in writers]
    assert sorted(said) == ["\n", "The name Ada is taken; choose another.\n\n"]
    with Store(tmp_path, judge) as store:
        ids = sorted(entry.run.id for entry in store.runs())
        assert ids == sorted(
            f"{name}-{number}" for name in ("one", "two", "both") for number in range(40)
        )
        assert [player.handle for player in store.players()] == ["Ada"]
        assert store.messages == []


def test_two_instances_see_each_other_at_once(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as one, Store(tmp_path, judge) as two:
        one.add_player("Ada")
        with pytest.raises(StoreError):
            two.add_player("ada")
        two.record(play("r1", 5), TEXT)
        assert all_of(one) == all_of(two)
        # One of them finds the database damaged and sets it aside; the other must not go on in it.
        (tmp_path / "pitchcraft.db").write_bytes(b"no database")
        one.record(play("r2", 6), TEXT)
        two.record(play("r3", 7), TEXT)
        assert len(one.runs()) == len(two.runs()) == 3
        assert (len(one.messages), len(two.messages)) == (1, 0)


def test_threads_may_share_a_store(tmp_path: Path) -> None:
    with Store(tmp_path, judge) as store:
        threads = [
            threading.Thread(
                target=lambda name=name: [
                    store.record(play(f"{name}-{number}", number), TEXT) for number in range(10)
                ]
            )
            for name in "abc"
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(store.runs()) == 30


@pytest.mark.skipif(os.name == "nt", reason="the soak forks")
def test_kills_at_random_moments_lose_nothing_acknowledged() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.soak_store", "16"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[1],
    )
    assert re.fullmatch(r"16 kills, [1-9]\d* runs acknowledged, 0 things wrong\n", done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
