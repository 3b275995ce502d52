"""Files that a kill or a power cut leaves whole, and one lock for all instances."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.problems import StoreError

if TYPE_CHECKING:
    from filelock import FileLock

LOCK_NAME: Final = "runs.journal.lock"
LOCK_SECONDS: Final = 60.0
"""How long to wait for another instance; a rebuild of 100,000 runs takes about half of it."""


def checksum(data: bytes) -> str:
    """16 hexadecimal digits by which a flipped bit is noticed; no protection against forgers."""
    return hashlib.sha256(data).hexdigest()[:16]


@contextmanager
def said_plainly(home: Path) -> Iterator[None]:
    """Turn what the system says about a file under ``home`` into one plain sentence."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StoreError(
            f"The folder {home} cannot be used ({reason}); "
            "mend that, or choose another folder with PITCHCRAFT_HOME."
        ) from error


def make_lock(home: Path) -> FileLock:
    """The lock that every change in ``home`` is made under; one thread may take it twice."""
    import filelock

    return filelock.FileLock(str(home / LOCK_NAME), timeout=LOCK_SECONDS)


@contextmanager
def held(lock: FileLock, home: Path) -> Iterator[None]:
    """Hold the lock. StoreError when another instance does not let go of it."""
    import filelock

    try:
        lock.acquire(poll_interval=0.01)
    except filelock.Timeout as error:
        raise StoreError(
            f"Another Pitchcraft has been busy in {home} for {LOCK_SECONDS:.0f} seconds; "
            "close it and try again."
        ) from error
    try:
        yield
    finally:
        lock.release()


def make_folder(folder: Path) -> None:
    """Make a folder that is still there after a power cut."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder written to the disk."""
    if os.name == "nt":  # Windows opens no folders, and writes names with the file.
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that others see as it was or as it shall be, never between."""
    make_folder(path.parent)
    part = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)
