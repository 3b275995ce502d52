from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from simulator.problems import StoreError
from simulator.store import Store
from simulator.store.journal import Journal, run_payload, seal_line
from tests.store_kit import TEXT, all_of, filled, judge, play

REBUILT = (
    "The leaderboard file was damaged ({}); it was set aside as pitchcraft.db.damaged-{} "
    "and computed again from runs.journal."
)
CUT_OFF = (
    "Pitchcraft was stopped in the middle of writing to runs.journal (at byte {}); "
    "that line was passed over, and a copy is kept in runs.journal.damaged."
)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[object, ...]]:
    """A folder with plays in it, to be copied, and what its store tells."""
    home = tmp_path_factory.mktemp("full") / "home"
    filled(home)
    with Store(home, judge) as store:
        return home, all_of(store)


@pytest.fixture
def home(full: tuple[Path, tuple[object, ...]], tmp_path: Path) -> Path:
    return Path(shutil.copytree(full[0], tmp_path / "home"))


@pytest.fixture
def truth(full: tuple[Path, tuple[object, ...]]) -> tuple[object, ...]:
    return full[1]


def test_a_deleted_database_is_computed_again_without_a_word(
    home: Path, truth: tuple[object, ...]
) -> None:
    (home / "pitchcraft.db").unlink()
    with Store(home, judge) as store:
        assert all_of(store) == truth
        assert store.messages == []


def test_a_kill_between_journal_and_database_heals_at_the_next_opening(home: Path) -> None:
    Journal(home).append([run_payload(play("late", 77, "Ben"))])
    with Store(home, judge) as store:
        assert [entry.score for entry in store.runs("Ben")][-1] == 77
        assert store.messages == []


def test_what_another_instance_only_wrote_to_the_journal_is_absorbed_by_the_next_record(
    home: Path,
) -> None:
    with Store(home, judge) as store:
        Journal(home).append([run_payload(play("late", 77, "Ben"))])
        store.record(play("later", 78, "Ben"), TEXT)
        assert [entry.score for entry in store.runs("Ben")][-2:] == [77, 78]


@pytest.mark.parametrize("content", [b"", b"no database", b"\0" * 5000])
def test_a_database_that_is_none_is_set_aside_and_rebuilt(
    home: Path, truth: tuple[object, ...], content: bytes
) -> None:
    (home / "pitchcraft.db").write_bytes(content)
    with Store(home, judge) as store:
        assert all_of(store) == truth
        if content:
            assert store.messages == [REBUILT.format("file is not a database", 1)]
            assert (home / "pitchcraft.db.damaged-1").read_bytes() == content
        else:
            assert store.messages == []
    (home / "pitchcraft.db").write_bytes(b"again no database")
    with Store(home, judge) as store:
        assert all_of(store) == truth
        number = 2 if content else 1
        assert store.messages == [REBUILT.format("file is not a database", number)]


def test_flipped_bytes_anywhere_never_change_what_is_told(
    home: Path, truth: tuple[object, ...]
) -> None:
    database = home / "pitchcraft.db"
    whole = database.read_bytes()
    in_use = [place for place, byte in enumerate(whole) if byte]
    chance = random.Random(1)
    noticed = 0
    for _ in range(30):
        bad = bytearray(whole)
        bad[chance.choice(in_use)] ^= 1 << chance.randrange(8)
        database.write_bytes(bad)
        with Store(home, judge) as store:
            assert all_of(store) == truth
            noticed += bool(store.messages)
    assert noticed >= 20
    assert len(list(home.glob("pitchcraft.db.damaged-*"))) == noticed


def test_a_score_changed_by_hand_is_noticed(home: Path, truth: tuple[object, ...]) -> None:
    change = "UPDATE runs SET score = 1000 WHERE id = 'run-3'"
    with closing(sqlite3.connect(home / "pitchcraft.db")) as connection:
        connection.execute(change)
        connection.commit()
    with Store(home, judge) as store:
        assert all_of(store) == truth
        assert store.messages == [REBUILT.format("a row does not match its seal", 1)]


def test_a_score_changed_by_hand_while_the_store_is_open_is_noticed_when_it_is_read(
    home: Path, truth: tuple[object, ...]
) -> None:
    with Store(home, judge) as store:
        with closing(sqlite3.connect(home / "pitchcraft.db")) as connection:
            connection.execute("UPDATE runs SET score = 1000 WHERE id = 'run-3'")
            connection.commit()
        assert all_of(store) == truth
        assert store.messages == [REBUILT.format("a row does not match its seal", 1)]


def test_damage_while_the_store_is_open_is_healed(home: Path, truth: tuple[object, ...]) -> None:
    with Store(home, judge) as store:
        (home / "pitchcraft.db").write_bytes(b"no database")
        store.record(play("late", 5, "Ben"), TEXT)
        assert store.messages == [REBUILT.format("file is not a database", 1)]
        assert len(store.runs()) == 31
        (home / "pitchcraft.db").unlink()
        assert len(store.runs()) == 31
    assert truth[2] == Store(home, judge).players()


@pytest.mark.parametrize("kept", [0, 1, 16, 17, 30, -2])
def test_a_last_line_cut_off_is_set_aside_and_later_lines_are_whole(
    home: Path, truth: tuple[object, ...], kept: int
) -> None:
    torn = seal_line(run_payload(play("torn", 5)))[:kept]
    journal = home / "runs.journal"
    size = journal.stat().st_size
    with journal.open("ab") as file:
        file.write(torn)
    with Store(home, judge) as store:
        assert all_of(store) == truth
        assert store.messages == ([CUT_OFF.format(size)] if torn else [])
        store.record(play("late", 5, "Ben"), TEXT)
    if torn:
        assert (home / "runs.journal.damaged").read_bytes() == torn + b"~\n"
    (home / "pitchcraft.db").unlink()
    with Store(home, judge) as store:
        assert [entry.run.id for entry in store.runs()][-2:] == ["run-29", "late"]


def test_a_line_that_another_instance_left_cut_off_is_told_once(home: Path) -> None:
    journal = home / "runs.journal"
    size = journal.stat().st_size
    torn = seal_line(run_payload(play("torn", 5)))[:49]
    with Store(home, judge) as store:
        with journal.open("ab") as file:
            file.write(torn)
        store.record(play("late", 5, "Ben"), TEXT)
        assert store.messages == [CUT_OFF.format(size)]
        assert [entry.run.id for entry in store.runs()][-2:] == ["run-29", "late"]
    assert (home / "runs.journal.damaged").read_bytes() == torn + b"~\n"


@pytest.mark.parametrize("end", [b"", b"~", b"~~"])
def test_a_last_line_that_lacks_only_its_line_feed_counts(home: Path, end: bytes) -> None:
    with (home / "runs.journal").open("ab") as file:
        file.write(seal_line(run_payload(play("whole", 5)))[:-1] + end)
    with Store(home, judge) as store:
        assert store.runs()[-1].run == play("whole", 5)
        assert store.messages == []


def test_flipped_bytes_in_the_journal_cost_nothing_that_the_database_still_has(
    home: Path, truth: tuple[object, ...]
) -> None:
    whole = (home / "runs.journal").read_bytes()
    chance = random.Random(2)
    for _ in range(15):
        bad = bytearray(whole)
        bad[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        (home / "runs.journal").write_bytes(bad)
        with Store(home, judge) as store:
            told = all_of(store)
            assert sorted(map(str, told[1])) == sorted(map(str, truth[1]))  # type: ignore[call-overload]
            assert sorted(map(str, told[2])) == sorted(map(str, truth[2]))  # type: ignore[call-overload]


def test_a_damaged_journal_line_costs_that_line_alone_when_nothing_else_has_it(home: Path) -> None:
    journal = home / "runs.journal"
    lines = journal.read_bytes().splitlines(keepends=True)
    lines[10] = lines[10].replace(b"run-7", b"run-8")
    journal.write_bytes(b"".join(lines))
    (home / "pitchcraft.db").unlink()
    with Store(home, judge) as store:
        ids = [entry.run.id for entry in store.runs()]
        assert ids == [f"run-{number}" for number in range(30) if number != 7]
        assert store.messages == [
            (
                f"A line of runs.journal is damaged (at byte {sum(map(len, lines[:10]))}); "
                "it was passed over, and a copy is kept in runs.journal.damaged."
            )
        ]


def test_a_damaged_line_feed_costs_no_run(home: Path, truth: tuple[object, ...]) -> None:
    journal = home / "runs.journal"
    lines = journal.read_bytes().split(b"\n")
    journal.write_bytes(b"\n".join(lines[:10]) + b"*" + b"\n".join(lines[10:]))
    (home / "pitchcraft.db").unlink()
    with Store(home, judge) as store:
        assert all_of(store) == truth
        assert len(store.messages) == 1
    assert (home / "runs.journal.damaged").read_bytes() == b"*"


def test_a_lost_journal_is_written_again_from_the_database(
    home: Path, truth: tuple[object, ...]
) -> None:
    old = (home / "runs.journal").read_bytes()
    (home / "runs.journal").unlink()
    with Store(home, judge) as store:
        assert all_of(store) == truth
        assert store.messages == [
            REBUILT.format("it does not belong to the journal", 1),
            (
                "runs.journal had lost 33 of its lines; "
                "they were taken over from pitchcraft.db.damaged-1."
            ),
        ]
    assert (home / "runs.journal").read_bytes() == old


def test_lines_of_later_versions_are_left_alone(home: Path, truth: tuple[object, ...]) -> None:
    size = (home / "runs.journal").stat().st_size
    later = run_payload(play("later")).replace('"format":1', '"format":9')
    Journal(home).append(['{"season":"spring"}', later])
    with Store(home, judge) as store:
        assert all_of(store) == truth
        assert store.messages == [
            "A line of runs.journal is of a kind that only a newer Pitchcraft knows "
            f"(at byte {start}); it was left alone."
            for start in (size, size + len(seal_line('{"season":"spring"}')))
        ]


def test_a_database_of_a_newer_version_is_refused_and_left_alone(home: Path) -> None:
    with closing(sqlite3.connect(home / "pitchcraft.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9000'")
        connection.commit()
    with pytest.raises(StoreError) as caught:
        Store(home, judge)
    assert str(caught.value) == (
        f"The leaderboard {home / 'pitchcraft.db'} was written by a newer Pitchcraft; "
        "update this one to open it."
    )
    assert not list(home.glob("*damaged*"))


def test_a_home_that_is_a_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError) as caught:
        Store(tmp_path / "file" / "home", judge)
    assert str(caught.value) == (
        f"The folder {tmp_path / 'file' / 'home'} cannot be used (Not a directory); "
        "mend that, or choose another folder with PITCHCRAFT_HOME."
    )


NOBODY = """
import os, sys
from pathlib import Path
from simulator.problems import StoreError
from simulator.store import Store
from simulator.store.truth import Truth
from tests.store_kit import judge
if os.getuid() == 0:
    os.setuid(65534)
try:
    Store(Path(sys.argv[1]), judge)
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes of folders")
@pytest.mark.parametrize("empty", [True, False])
def test_a_folder_that_may_not_be_written_is_refused_in_one_sentence(
    home: Path, tmp_path: Path, empty: bool
) -> None:
    folder = tmp_path / "empty" if empty else home
    folder.mkdir(exist_ok=True)
    for path in (*tmp_path.parents, tmp_path):
        if path.stat().st_uid == os.getuid() and "pytest" in path.name:
            path.chmod(0o755)
    folder.chmod(0o555)
    try:
        said = subprocess.run(
            [sys.executable, "-c", NOBODY, str(folder)],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        folder.chmod(0o755)
    assert (said.stdout, said.stderr) == (
        (
            f"The folder {folder} cannot be used (Permission denied); "
            "mend that, or choose another folder with PITCHCRAFT_HOME.\n"
        ),
        "",
    )


FULL = """
import resource, sys
from pathlib import Path
from simulator.problems import StoreError
from simulator.store import Store
from tests.store_kit import TEXT, judge, play
with Store(Path(sys.argv[1]), judge) as store:
    # No file may grow beyond this: the journal is far below it, the database's log soon is not.
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, resource.RLIM_INFINITY))
    for number in range(20):
        try:
            print(store.record(play(f"late-{number}", number), TEXT).run.id)
        except StoreError as error:
            print("refused:", error)
    print(*store.messages, sep="\\n")
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit of file sizes")
def test_a_database_that_cannot_grow_loses_nothing_acknowledged(home: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", FULL, str(home)], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    kept = [line for line in said if line.startswith("late-")]
    trouble = (
        f"The leaderboard {home / 'pitchcraft.db'} cannot be used (disk I/O error); "
        "mend that, or choose another folder with PITCHCRAFT_HOME."
    )
    assert kept
    assert set(said) - set(kept) == {
        f"refused: {trouble}",
        f"This was kept in runs.journal but stands on no board yet. {trouble}",
    }
    with Store(home, judge) as store:
        assert [entry.run.id for entry in store.runs()][30:] == kept
        assert store.messages == []
