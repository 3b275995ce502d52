"""Short soft sounds, made of sine waves; whoever cannot hear them misses nothing.

:func:`wave` is pure. :class:`Sounds` plays, and opens the device only when there is something to
play: a computer without one stays silent and says nothing of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pygame

Samples = npt.NDArray[np.int16]
RATE: Final = 44_100
"""Samples a second."""
LOUDEST: Final = 0.5
"""The peak of every sound, of the most there can be; volume 100 is as loud as this."""
ATTACK: Final = 0.008
RELEASE: Final = 0.03
"""Seconds in which a note comes and goes, so that nothing clicks."""
BUFFER: Final = 2048
"""Samples handed over at once: 46 ms, which nobody hears, and half of what 1024 cost in rest."""


class Note(NamedTuple):
    """A tone: its pitch in hertz, when it begins and how long it lasts in seconds, its part."""

    pitch: float
    start: float
    seconds: float
    strength: float = 1.0


class Sound(NamedTuple):
    """A sound: what its caption says, its notes, and how loud it is beside the others."""

    caption: str
    notes: tuple[Note, ...]
    level: float = 1.0


SOUNDS: Final = {
    "choose": Sound("choice made", (Note(392, 0, 0.12),), 0.5),
    "good": Sound("they liked that", (Note(523, 0, 0.16), Note(659, 0.09, 0.26)), 0.7),
    "bad": Sound("they did not like that", (Note(392, 0, 0.18), Note(311, 0.11, 0.3)), 0.7),
    "learned": Sound(
        "something new in the notebook",
        (Note(784, 0, 0.12), Note(988, 0.07, 0.12), Note(1175, 0.14, 0.3)),
        0.5,
    ),
    "locked": Sound("locked", (Note(175, 0, 0.09), Note(165, 0.1, 0.12)), 0.8),
    "stage": Sound(
        "stage over",
        (Note(392, 0, 0.5), Note(494, 0.05, 0.5, 0.8), Note(587, 0.1, 0.55, 0.7)),
        0.8,
    ),
    "won": Sound(
        "the sale went well",
        (Note(523, 0, 0.3), Note(659, 0.12, 0.3), Note(784, 0.24, 0.3), Note(1047, 0.36, 0.7)),
    ),
    "lost": Sound(
        "the sale is over",
        (Note(440, 0, 0.35), Note(392, 0.2, 0.35), Note(330, 0.4, 0.7)),
        0.9,
    ),
    "error": Sound("something needs attention", (Note(247, 0, 0.2), Note(233, 0.16, 0.3)), 0.9),
}


def wave(sound: Sound) -> Samples:
    """Compute the samples of a sound, one channel, :data:`RATE` a second.

    It begins and ends with silence, and its peak is its level times :data:`LOUDEST`.
    """
    length = max(note.start + note.seconds for note in sound.notes)
    whole = np.zeros(round(length * RATE), np.float64)
    for note in sound.notes:
        tone = _tone(note)
        first = min(round(note.start * RATE), len(whole) - len(tone))
        whole[first : first + len(tone)] += tone
    whole *= LOUDEST * sound.level * 32767 / np.abs(whole).max()
    return np.rint(whole).astype(np.int16)


def _tone(note: Note) -> npt.NDArray[np.float64]:
    """A note that dies away like a bar that was struck, with two soft overtones."""
    count = round(note.seconds * RATE)
    at = np.arange(count) / RATE
    turn = 2 * np.pi * note.pitch * at
    body = np.sin(turn) + 0.22 * np.sin(2 * turn) + 0.06 * np.sin(3 * turn)
    left = note.seconds - 1 / RATE - at
    come = np.sin(np.pi / 2 * np.clip(at / ATTACK, 0, 1)) ** 2
    go = np.sin(np.pi / 2 * np.clip(left / RELEASE, 0, 1)) ** 2
    fade = np.exp(-3.5 * at / note.seconds)
    shaped: npt.NDArray[np.float64] = note.strength * body * come * go * fade
    return shaped


class Sounds:
    """Plays sounds by name, once :meth:`begin` has been called.

    Attributes:
        volume: 0 (off) to 100.
        captions: whether each sound is said in words, by ``say``.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self.volume = 0
        self.captions = False
        self._say = say
        self._begun = False
        self._works: bool | None = None
        self._made: dict[str, pygame.mixer.Sound] = {}

    def begin(self) -> None:
        """Allow the device to be opened; to be called when the first frame stands."""
        self._begun = True
        if self.volume:
            self._open()

    def play(self, name: str) -> None:
        """Play the sound of that name, and show its caption if captions are wanted."""
        sound = SOUNDS[name]
        if self.captions:
            self._say(f"Sound: {sound.caption}")
        if self.volume and self._open():
            if name not in self._made:
                self._made[name] = pygame.mixer.Sound(buffer=wave(sound).tobytes())
            self._made[name].set_volume(self.volume / 100)
            self._made[name].play()

    def _open(self) -> bool:
        """Open the device at the first call, and say whether there is one."""
        if self._works is None and self._begun:
            self._works = _open_device()
        return bool(self._works)


def _open_device() -> bool:
    try:
        with _muted():
            pygame.mixer.init(RATE, -16, 1, BUFFER, allowedchanges=0)
    except (pygame.error, NotImplementedError):
        return False
    return True


@contextmanager
def _muted() -> Iterator[None]:
    """Swallow what the libraries of the system write about a device that is not there."""
    try:
        kept = os.dup(2)
    except OSError:  # A program without a terminal may have no such channel.
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
