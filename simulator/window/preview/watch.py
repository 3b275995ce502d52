"""Notices that a file was saved, whatever way the editor has of saving."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

import watchfiles

from simulator.window.preview.version import Version, failed_version, read_version

STEP: Final = 15
"""Milliseconds without a further change after which a change counts as complete."""
TOGETHER: Final = 120
"""Milliseconds for which changes are gathered at most."""
LOOK_AGAIN: Final = 700
"""Milliseconds after which the file is looked at although nothing was reported."""
SETTLE: Final = 0.08
"""Seconds that a broken version is given to become whole: some editors write in several steps."""
PATIENCE: Final = 15
"""How often that is waited for while the file goes on changing."""
REST: Final = 0.5
"""Seconds before a folder that cannot be watched is tried again."""

Signature = tuple[int, int, int, int] | None


class Watch:
    """Watches one file in a thread and delivers each version of it that says something new.

    ``deliver`` is called in that thread. The folder is watched rather than the file, as many
    editors write a new file and give it the old name; where the system tells nothing (a network
    drive, a folder made anew) a look at the file's date helps, about once a second.
    """

    def __init__(self, path: Path, known: Version, deliver: Callable[[Version], None]) -> None:
        self.path = path.absolute()
        self._deliver = deliver
        self._known = known
        self._seen: Signature = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(2.0)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._watch()
            except (OSError, RuntimeError):
                # Most often the folder is gone; it may come back.
                self._look()
            self._stop.wait(REST)

    def _watch(self) -> None:
        names = {self.path.name, self.path.resolve().name}
        folders = {self.path.parent, self.path.resolve().parent}
        standing = [_folder(folder) for folder in folders]
        found = watchfiles.watch(
            *folders,
            watch_filter=lambda _, changed: Path(changed).name in names,
            debounce=TOGETHER,
            step=STEP,
            stop_event=self._stop,
            rust_timeout=LOOK_AGAIN,
            yield_on_timeout=True,
            raise_interrupt=False,
            recursive=False,
        )
        for changes in found:
            if changes or _signature(self.path) != self._seen:
                self._look()
            if [_folder(folder) for folder in folders] != standing:
                # The folder was made anew; what is being watched is the one that is gone.
                return

    def _look(self) -> None:
        version, self._seen = self._whole()
        if not version.says_the_same(self._known):
            self._known = version
            self._deliver(version)

    def _whole(self) -> tuple[Version, Signature]:
        """The file when it has come to rest; what can be played at once need not wait for that."""
        for _ in range(PATIENCE):
            seen = _signature(self.path)
            version = self._read()
            # The beginning of a file may be playable too, while the rest is still being written.
            still = _signature(self.path) == seen
            if (still and version.level is not None) or self._stop.wait(SETTLE):
                break
            if still and _signature(self.path) == seen:
                break
        return version, seen

    def _read(self) -> Version:
        try:
            return read_version(self.path)
        except Exception as error:  # Whatever it is, the author can go on writing.
            return failed_version(self.path, error)


def _signature(path: Path) -> Signature:
    """What changes when a file is written or replaced; None while there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_dev


def _folder(path: Path) -> tuple[int, int] | None:
    """Which folder stands at a path; None while there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_dev
