"""A preview without a display on a file of one's own, in real time, and hands to use it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from simulator import paths
from simulator.store.levels import Levels
from simulator.store.store import Store
from simulator.window.app import App
from simulator.window.preview.flow import PreviewFlow
from simulator.window.preview.screen import PreviewScreen
from simulator.window.preview.version import read_version
from simulator.window.preview.watch import Watch
from simulator.window.widgets import ScrollArea, Widget
from simulator.window.widgets.base import family
from tests.window_kit_sample import click, key

FRAME = 1 / 60
PATIENCE = 20.0


@lru_cache(maxsize=4)
def shipped(scenario: str = "first-call") -> str:
    """The text of a shipped scenario."""
    return (paths.scenarios_dir() / f"{scenario}.yaml").read_text("utf-8")


class Author:
    """Somebody with a preview open beside the editor.

    ``watch`` is started only when asked for: most tests hand over versions themselves.
    """

    def __init__(self, path: Path, store: Store, app: App) -> None:
        self.path = path
        self.app = app
        version = read_version(path)
        self.screen = PreviewScreen(path, version, store)
        self.watch = Watch(path, version, self.screen.deliver)
        app.push(self.screen)
        self.frames(4)

    @property
    def flow(self) -> PreviewFlow:
        return self.screen.flow

    @property
    def choices(self) -> tuple[str, ...]:
        return self.flow.play.run.choices

    # Time.

    def frames(self, count: int = 1) -> None:
        """Let some frames pass at once."""
        for _ in range(count):
            self.app.step((), self.app.timers.now + FRAME)

    def until(self, reached: Callable[[], bool], limit: float = PATIENCE) -> None:
        """Let frames pass until something has come about; raises AssertionError after a while."""
        start = time.monotonic()
        while not reached():
            assert time.monotonic() - start < limit, "this never came about"
            time.sleep(0.004)
            self.frames()
        self.frames(2)

    def solved(self) -> None:
        """Wait for the proof."""
        self.until(lambda: self.flow.draft.is_solved and not self.screen.proof.said)

    # The file.

    def save(self, text: str) -> None:
        """Write the file and hand its version over, as if it had been noticed at once."""
        self.path.write_text(text, "utf-8", newline="")
        self.screen.deliver(read_version(self.path))
        self.frames(3)

    # Hands.

    def press(self, *codes: int) -> None:
        """Press keys one after the other."""
        self.app.run_events([key(code) for code in codes])
        self.frames(3)

    def find(self, name: str) -> Widget:
        """The widget of that name in the panel."""
        return next(one for one in family(self.app.top.widgets) if one.name == name)

    def click(self, name: str) -> None:
        """Click on a widget of the panel, scrolled to if need be."""
        widget = self.find(name)
        if isinstance(widget.parent, ScrollArea):
            widget.parent.reveal(widget.rect)
        self.app.run_events(click(self.app, widget))
        self.frames(3)

    def choose(self, count: int = 1) -> None:
        """Make the first choice that is open, some times, and go on from each answer."""
        for _ in range(count):
            legal = [view for view in self.flow.play.prompt().choices if view.is_legal]
            self.flow.next(self.flow.choose(legal[0].id))
        self.frames(3)

    def come_to(self, decision: str) -> None:
        """Jump to a decision and wait until it is there."""
        names = [node.id for node in self.flow.play.game.nodes]
        self.screen.deeds.jump(names.index(decision))
        self.until(lambda: not self.screen.deeds.looking)
        assert self.flow.play.prompt().node == decision

    # Eyes.

    def said(self) -> str:
        """The message over the play."""
        message = self.flow.inset._notices.message
        return message[0] if message else ""

    def panel_texts(self) -> list[str]:
        """All that stands in the panel, also what has to be scrolled to."""
        return [mark.name for mark in self.app.record().marks if mark.kind == "text"]

    def play_texts(self) -> list[str]:
        """All that stands in the play."""
        return [mark.name for mark in self.flow.inset.record().marks if mark.kind == "text"]


@contextmanager
def opened_store(folder: Path) -> Iterator[Store]:
    """A store that nothing is meant to be written to."""
    store = Store(folder, Levels([]).judge)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def at_work(
    path: Path, store: Store, size: tuple[int, int] = (1280, 720), text_scale: float = 1.0
) -> Iterator[Author]:
    """An author at work on a file that is there."""
    app = App(size, text_scale=text_scale, reduced_motion=True, headless=True)
    author = Author(path, store, app)
    try:
        yield author
    finally:
        author.watch.stop()
        author.screen.leave()
