"""Edits without sense or mercy while a preview is open: it must neither end nor freeze.

``python -m tests.preview_storm 100`` does a hundred; the suite does some.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from simulator.window.preview.screen import PreviewScreen
from simulator.window.preview.version import read_version
from tests.preview_kit import Author, at_work, opened_store, shipped
from tests.window_kit_sample import key, pointer

KEYS = (
    *(pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_RETURN, pygame.K_TAB, pygame.K_RIGHT),
    *(
        pygame.K_ESCAPE,
        pygame.K_F3,
        pygame.K_F4,
        pygame.K_F5,
        pygame.K_F6,
        pygame.K_F8,
        pygame.K_F9,
    ),
)
FROZEN = 5.0
"""Seconds after which a frame is said never to come."""


@dataclass
class Storm:
    """Makes edits and presses keys by one random source; notes the slowest frame, in seconds."""

    author: Author
    dice: random.Random
    good: str
    done: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def blow(self, edits: int) -> None:
        """Make so many edits, playing in between, and end with a file that can be played."""
        # The way out that the pause offers is no end of the kind that is looked for.
        self.author.flow.on_close = lambda: None
        self.author.watch.start()
        for _ in range(edits):
            self.edit()
            for _ in range(self.dice.randrange(1, 12)):
                self.play()
        self.write(self.good)
        self.settle()

    def settle(self) -> None:
        """Wait until the last save is shown."""
        start = time.monotonic()
        screen = self.author.screen
        while screen.version.text != self.good or screen.is_broken:
            assert time.monotonic() - start < 20, f"the last save is not shown: {self.done[-3:]}"
            self.frame()
            time.sleep(0.004)

    def frame(self, *events: pygame.event.Event) -> None:
        """Let one frame pass and look at the clock."""
        app = self.author.app
        start = time.perf_counter()
        app.step(events, app.timers.now + 1 / 60)
        took = time.perf_counter() - start
        assert took < FROZEN, f"a frame took {took:.1f} s after {self.done[-1:]}"
        self.slowest = max(self.slowest, took)
        assert app.running, "the preview has ended"

    def play(self) -> None:
        """Press a key or a spot, or only let time pass."""
        app, dice = self.author.app, self.dice
        kind = dice.randrange(4)
        if kind == 0:
            area = app.area
            x, y = dice.random() * area.w, dice.random() * area.h
            for each in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
                self.frame(pointer(each, x, y, app))
        elif kind < 3:
            self.frame(key(dice.choice(KEYS)))
        time.sleep(0.003)
        for _ in range(dice.randrange(3)):
            self.frame()

    # Edits.

    def edit(self) -> None:
        """Make one of many edits to the file."""
        ways = (
            self.words, self.numbers, self.cut_line, self.cut_tail, self.twist, self.bytes,
            self.delete, self.replace, self.rename_id, self.restore, self.empty, self.move_folder,
        )  # fmt: skip
        way = self.dice.choice(ways)
        self.done.append(way.__name__)
        way()

    @property
    def path(self) -> Path:
        return self.author.path

    @property
    def text(self) -> str:
        """What stands in the file, or what would be playable if nothing does."""
        try:
            return self.path.read_text("utf-8")
        except (OSError, ValueError):
            return self.good

    def write(self, text: str) -> None:
        """Write the file in one of the ways of editors."""
        self.path.parent.mkdir(exist_ok=True)
        way = self.dice.randrange(3)
        if way == 0:
            self.path.write_text(text, "utf-8")
        elif way == 1:
            new = self.path.with_suffix(".tmp")
            new.write_text(text, "utf-8")
            new.replace(self.path)
        else:
            with self.path.open("w", encoding="utf-8") as file:
                for start in range(0, len(text), 6_000):
                    file.write(text[start : start + 6_000])
                    file.flush()
                    self.frame()

    def lines(self) -> list[str]:
        return self.text.split("\n")

    def words(self) -> None:
        """Other words in a text: still playable, most often."""
        lines = self.lines()
        spots = [
            at for at, line in enumerate(lines) if line.strip().startswith(("task:", "title:"))
        ]
        if spots:
            at = self.dice.choice(spots)
            lines[at] = f"{lines[at].split(':', 1)[0]}: Changed {self.dice.randrange(1000)} times"
        self.write("\n".join(lines))

    def numbers(self) -> None:
        """Another rule: the proof has to be made anew."""
        words = ("up a lot", "up", "up a little", "down", "down a lot")
        self.write(self.text.replace(f"trust: {self.dice.choice(words)}", "trust: up", 1))

    def cut_line(self) -> None:
        lines = self.lines()
        del lines[self.dice.randrange(len(lines))]
        self.write("\n".join(lines))

    def cut_tail(self) -> None:
        text = self.text
        self.write(text[: self.dice.randrange(len(text) + 1)])

    def twist(self) -> None:
        text = self.text
        at = self.dice.randrange(len(text) + 1)
        self.write(
            text[:at] + self.dice.choice([":", "\t", "- ", "{", '"', "\n\n", "&x "]) + text[at:]
        )

    def bytes(self) -> None:
        self.path.parent.mkdir(exist_ok=True)
        self.path.write_bytes(self.dice.randbytes(self.dice.randrange(2_000)))

    def delete(self) -> None:
        self.path.unlink(missing_ok=True)
        if self.dice.randrange(2):
            self.frame()
            self.write(self.good)

    def replace(self) -> None:
        self.write(shipped("crm-harbour") if self.dice.randrange(2) else self.good)

    def rename_id(self) -> None:
        ids = [line.split("id: ")[1] for line in self.lines() if "- id: " in line]
        if ids:
            old = self.dice.choice(ids)
            self.write(
                self.text.replace(f"- id: {old}\n", f"- id: x{self.dice.randrange(9)}-{old}\n")
            )

    def restore(self) -> None:
        self.write(self.good)

    def empty(self) -> None:
        self.write("")

    def move_folder(self) -> None:
        """The whole folder goes away and comes back."""
        away = self.path.parent.with_name("away")
        if self.path.parent.exists() and not away.exists():
            self.path.parent.rename(away)
            for _ in range(self.dice.randrange(4)):
                self.frame()
            away.rename(self.path.parent)


def storm(folder: Path, edits: int, seed: int) -> Storm:
    """A preview in a storm; raises AssertionError when it ends or freezes."""
    work = folder / "work"
    work.mkdir()
    path = work / "call.yaml"
    path.write_text(shipped(), "utf-8")
    with opened_store(folder / "store") as store, at_work(path, store) as author:
        found = Storm(author, random.Random(seed), shipped())
        found.blow(edits)
        screen = author.app.stack[0]
        assert isinstance(screen, PreviewScreen)
        author.press(pygame.K_ESCAPE, pygame.K_ESCAPE, pygame.K_ESCAPE)
        while author.app.top is not screen:
            author.app.pop()
        author.save(shipped().replace("title: The wall calendar", "title: After the storm", 1))
        author.screen.flow.restart()
        author.frames(3)
        assert "After the storm" in author.play_texts()
        assert read_version(path).level is not None
        author.choose()
        assert len(author.choices) == 1
        return found


def main() -> None:
    """Do as many edits as the first argument says, by the seed that the second says."""
    edits = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        found = storm(Path(folder), edits, seed)
    print(f"{len(found.done)} edits; the slowest frame took {found.slowest * 1000:.0f} ms")


if __name__ == "__main__":
    main()
