"""A decision of a talk, ours and one with the same contents made with pygame_gui, in one process.

The peer shows the same words, in as many boxes; it draws no person, no shadows and no icons, does
not wrap what is written on a button (so its choices are text boxes), and goes by no keys.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pygame
import pytest

from simulator.window.flow import Flow
from simulator.window.screens.stages import stage_screen
from tests.benchmarks.bench_window import MILLISECONDS, SIZES, machine
from tests.window_kit_sample import moved
from tests.window_stage_kit import a_flow, advance

pygame_gui = pytest.importorskip("pygame_gui", reason="pip install -e '.[bench]'")

Step = Callable[[], object]
ROUNDS = 40


class Peer:
    """The decision with pygame_gui."""

    def __init__(self, size: tuple[int, int], flow: Flow) -> None:
        prompt = flow.play.prompt()
        self.surface = pygame.Surface(size, 0, 32)
        self.manager: Any = pygame_gui.UIManager(size)
        self.says = [choice.say for choice in prompt.choices]
        self.facts = [fact.note for fact in flow.play.notebook()]
        self.story = prompt.decision.scene or prompt.decision.task
        self.meters = flow.play.meters()
        self.choices: list[Any] = []
        self.build(size)

    def build(self, size: tuple[int, int]) -> None:
        """Place everything in a window of that size."""
        manager, elements = self.manager, pygame_gui.elements
        w, h = size
        wide, aside = int(w * 0.68), int(w * 0.28)
        left = w - aside - 16
        top, high = int(h * 0.5), int(h * 0.1)

        def box(text: str, area: tuple[int, int, int, int]) -> Any:
            return elements.UITextBox(text, pygame.Rect(area), manager)

        elements.UILabel(pygame.Rect(16, 8, w - 32, 40), "Harbour Freight", manager)
        self.scene = box(self.story, (16, 60, wide, int(h * 0.36)))
        self.choices = [
            box(say, (16, top + at * (high + 10), wide, high)) for at, say in enumerate(self.says)
        ]
        y = 60
        for meter in self.meters:
            elements.UILabel(pygame.Rect(left, y, aside, 26), meter.name, manager)
            bar = elements.UIProgressBar(pygame.Rect(left, y + 28, aside, 18), manager)
            bar.set_current_progress(meter.value)
            y += 60
        self.notes = box("<br>".join(self.facts), (left, y, aside, h - y - 16))

    def frame(self, *events: pygame.event.Event) -> None:
        """One turn of the usual loop."""
        for event in events:
            self.manager.process_events(event)
        self.manager.update(1 / 60)
        self.surface.fill("#eff2fa")
        self.manager.draw_ui(self.surface)

    def turn(self, more: str) -> None:
        """Show other words everywhere."""
        for choice, say in zip(self.choices, self.says, strict=True):
            choice.set_text(say + more)
        self.scene.set_text(self.story + more)
        self.notes.set_text("<br>".join(self.facts) + more)
        self.frame()

    def resize(self, size: tuple[int, int]) -> None:
        """Build all anew for a window of another size."""
        self.surface = pygame.Surface(size, 0, 32)
        self.manager.clear_and_reset()
        self.manager.set_window_resolution(size)
        self.build(size)
        self.frame()


def _spent(*steps: Step) -> float:
    """The median of the processor's time of some steps in turn, in milliseconds."""
    spans = []
    for at in range(ROUNDS):
        before = time.thread_time()
        steps[at % len(steps)]()
        spans.append((time.thread_time() - before) * MILLISECONDS)
    return statistics.median(spans)


@pytest.mark.parametrize("size", SIZES, ids=["1280x720", "1920x1080"])
def bench_against_pygame_gui(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
) -> None:
    """A frame in which nothing changes, the pointer over a choice, other words, another size."""
    # The peer converts its pictures to the format of a display, so there must be one.
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.set_mode(size)
    other = SIZES[0] if size == SIZES[1] else SIZES[1]
    with a_flow(tmp_path, "crm-harbour", size=size) as flow:
        app = flow.app
        advance(flow, "objections")
        screens = [stage_screen(flow), stage_screen(flow)]
        peer = Peer(size, flow)
        app.push(screens[0])
        app.wait(4, work=True)

        def ours(*events: pygame.event.Event) -> None:
            app.step(events, app.timers.now + 1 / 60)

        def after(change: Step) -> Step:
            def step() -> None:
                change()
                ours()

            return step

        cards = screens[0].widgets[0].children[:2]

        def point(choice: Any) -> Step:
            def step() -> None:
                pygame.mouse.set_pos(choice.rect.center)
                peer.frame(*pygame.event.get())

            return step

        rows: list[tuple[str, float, float]] = [
            ("nothing changes", _spent(ours), _spent(peer.frame)),
            ("pointer moves", _spent(*(partial(ours, moved(app, card)) for card in cards)),
             _spent(*map(point, peer.choices[:2]))),
            ("other words", _spent(*(after(partial(app.reset, screen)) for screen in screens)),
             _spent(*(partial(peer.turn, more) for more in (" Yes.", " No.")))),
            ("other size", _spent(*(after(partial(app.resize, to)) for to in (other, size))),
             _spent(*(partial(peer.resize, to) for to in (other, size)))),
        ]  # fmt: skip
    with capsys.disabled():
        print(
            f"\n{machine()}; {size[0]}x{size[1]}: ours, pygame_gui {version('pygame_gui')}, ratio"
        )
        for name, mine, theirs in rows:
            print(f"{name:16} {mine:8.3f} ms {theirs:8.3f} ms {theirs / mine:8.1f}")
