"""Every way in which an editor saves a file is noticed, and nothing is told twice."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from simulator.window.preview.version import Version, read_version
from simulator.window.preview.watch import Watch
from tests.preview_kit import shipped

SLIP = ("verdict: poor", "verdict: awful")


class Ear:
    """Hears what a watch delivers."""

    def __init__(self) -> None:
        self.versions: SimpleQueue[Version] = SimpleQueue()

    def next(self, limit: float = 10.0) -> Version:
        """The next version, which must come."""
        return self.versions.get(timeout=limit)

    def is_silent(self, seconds: float = 0.4) -> bool:
        """Whether nothing comes for a while."""
        try:
            self.versions.get(timeout=seconds)
        except Empty:
            return True
        return False


@contextmanager
def watching(path: Path) -> Iterator[Ear]:
    ear = Ear()
    watch = Watch(path, read_version(path), ear.versions.put)
    watch.start()
    time.sleep(0.15)
    try:
        yield ear
    finally:
        watch.stop()
        assert not watch._thread.is_alive()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "call.yaml"
    path.write_text(shipped(), "utf-8")
    return path


def titled(title: str) -> str:
    return shipped().replace("title: The wall calendar", f"title: {title}", 1)


def title(version: Version) -> str:
    assert version.level is not None, version.problems
    return version.level.scenario.title


def written(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def renamed(path: Path, text: str) -> None:
    """As Vim, JetBrains and gedit save: a new file takes the old name."""
    new = path.with_name(f".{path.name}.swp")
    new.write_text(text, "utf-8")
    new.replace(path)


def backed_up(path: Path, text: str) -> None:
    """As Emacs saves: the old file moves away, then a new one is written."""
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text(text, "utf-8")


def in_pieces(path: Path, text: str) -> None:
    """As a slow disk or a copy over the network writes: emptied, then filled bit by bit."""
    with path.open("w", encoding="utf-8") as file:
        for start in range(0, len(text), 8_000):
            file.write(text[start : start + 8_000])
            file.flush()
            time.sleep(0.005)


def deleted_first(path: Path, text: str) -> None:
    path.unlink()
    time.sleep(0.03)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("save", [written, renamed, backed_up, in_pieces, deleted_first])
def test_a_save_is_told_once_and_whole(file: Path, save: Callable[[Path, str], None]) -> None:
    with watching(file) as ear:
        for number in range(3):
            save(file, titled(f"Number {number}"))
            assert title(ear.next()) == f"Number {number}"
        assert ear.is_silent()


def test_a_save_that_changes_nothing_is_not_told(file: Path) -> None:
    with watching(file) as ear:
        written(file, shipped())
        os.utime(file)
        assert ear.is_silent()


def test_other_files_in_the_folder_do_not_matter(file: Path) -> None:
    with watching(file) as ear:
        written(file.with_name("other.yaml"), shipped())
        assert ear.is_silent()


def test_a_broken_save_is_told_with_its_problems_and_then_the_mended_one(file: Path) -> None:
    with watching(file) as ear:
        written(file, shipped().replace(*SLIP, 1))
        broken = ear.next()
        assert broken.level is None
        assert [one.message for one in broken.errors] == [
            "`awful` is not one of the words allowed here"
        ]
        written(file, shipped())
        assert title(ear.next()) == "The wall calendar"


def test_a_file_that_goes_and_comes_back(file: Path) -> None:
    with watching(file) as ear:
        file.unlink()
        gone = ear.next()
        assert [one.message for one in gone.errors] == ["there is no such file"]
        written(file, titled("Back"))
        assert title(ear.next()) == "Back"


def test_a_folder_that_goes_and_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    file = folder / "call.yaml"
    written(file, shipped())
    with watching(file) as ear:
        shutil.rmtree(folder)
        assert ear.next().level is None
        folder.mkdir()
        written(file, titled("Made anew"))
        assert title(ear.next()) == "Made anew"
        time.sleep(1.5)
        written(file, titled("And watched again"))
        assert title(ear.next()) == "And watched again"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_a_file_elsewhere(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "real.yaml"
    real.parent.mkdir()
    written(real, shipped())
    link = tmp_path / "call.yaml"
    link.symlink_to(real)
    with watching(link) as ear:
        renamed(real, titled("Through the link"))
        assert title(ear.next()) == "Through the link"


def test_a_fault_while_reading_is_told_and_ends_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simulator.window.preview import watch

    with watching(file) as ear:
        with monkeypatch.context() as patch:

            def fail(_: Path) -> Version:
                raise ZeroDivisionError("made to fail")

            patch.setattr(watch, "read_version", fail)
            written(file, titled("Unread"))
            assert [one.message for one in ear.next().errors] == [
                "this version cannot be read (ZeroDivisionError: made to fail)"
            ]
        written(file, titled("Read"))
        assert title(ear.next()) == "Read"
