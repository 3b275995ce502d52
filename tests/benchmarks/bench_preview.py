"""The preview: how long after a file is closed its new words stand on the screen.

The window runs at sixty frames a second with the proof working behind it, as it does for an
author. Every edit changes the words of the decision that is shown and one of the rules, so that
nothing of the old proof can be used again.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.window.app import App
from simulator.window.preview.start import Preview
from simulator.window.stage.frame import StageScreen
from tests.preview_kit import shipped

EDITS = 30
FRAME = 1 / 60
MILLISECONDS = 1000
LIMIT = 300.0
"""Milliseconds that an edit may take to be seen."""
EFFECT = "effects: {trust: up a lot}"


class Desk:
    """A preview in real time, and an editor beside it."""

    def __init__(self, folder: Path, scenario: str, size: tuple[int, int]) -> None:
        folder.mkdir()
        self.path = folder / f"{scenario}.yaml"
        self.path.write_text(shipped(scenario), "utf-8")
        self.app = App(size, headless=True)
        self.preview = Preview(self.app, self.path)
        self.preview.watch.start()
        self.began = time.perf_counter()
        self.app.push(self.preview.screen)

    def frames_until(self, reached: Callable[[], bool], limit: float = 20.0) -> None:
        """Show frames at their pace until something is so; raises TimeoutError."""
        start = time.perf_counter()
        while not reached():
            if time.perf_counter() - start > limit:
                raise TimeoutError("this is never shown")
            due = time.perf_counter() + FRAME
            self.app.step((), time.perf_counter() - self.began)
            time.sleep(max(0.0, due - time.perf_counter()))

    def pause(self, seconds: float) -> None:
        """Show frames for a while."""
        end = time.perf_counter() + seconds
        self.frames_until(lambda: time.perf_counter() >= end)

    def shows(self, task: str) -> bool:
        """Whether these words are on the screen, drawn."""
        inset = self.preview.screen.inset
        top = inset.top
        return isinstance(top, StageScreen) and top.prompt.task == task and not top.stale

    def seconds_of(self, text: str, task: str, *, renamed: bool) -> float:
        """Save a text; how long until its words are drawn."""
        if renamed:
            new = self.path.with_suffix(".new")
            new.write_text(text, "utf-8")
            new.replace(self.path)
        else:
            self.path.write_text(text, "utf-8")
        closed = time.perf_counter()
        self.frames_until(lambda: self.shows(task))
        return time.perf_counter() - closed


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=["1280x720", "1920x1080"])
@pytest.mark.parametrize("scenario", ["first-call", "crm-harbour"])
def bench_reload(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], scenario: str, size: tuple[int, int]
) -> None:
    """From the closing of the file to the frame that shows what was written."""
    desk = Desk(tmp_path / "work", scenario, size)
    flow = desk.preview.screen.flow
    for _ in range(6):
        legal = [view for view in flow.play.prompt().choices if view.is_legal]
        flow.next(flow.choose(legal[-1].id))
    flow.after_recap()
    base, task = shipped(scenario), flow.play.prompt().decision.task
    took = []
    for edit in range(EDITS):
        words = f"Edit number {edit} of this"
        text = base.replace(f"task: {task}", f"task: {words}")
        text = text.replace(EFFECT, f"effects: {{trust: {edit % 5 + 1}}}", 1)
        assert text != base
        took.append(desk.seconds_of(text, words, renamed=bool(edit % 2)) * MILLISECONDS)
        desk.pause(0.25)
    desk.preview.close()
    took.sort()
    with capsys.disabled():
        print(
            f"\npreview of {scenario} at {size[0]}x{size[1]}: {EDITS} saves seen after"
            f" {statistics.median(took):.0f} ms median, {took[int(len(took) * 0.9)]:.0f} ms p90,"
            f" {took[-1]:.0f} ms at most"
        )
    assert statistics.median(took) < LIMIT
