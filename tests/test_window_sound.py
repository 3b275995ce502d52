"""Sounds: soft waves, silence without a device, and each one said in words."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.game.policy import Policy, choose_by
from simulator.window import flow as flow_module
from simulator.window.app import SOUND_AFTER, App
from simulator.window.canvas import Canvas
from simulator.window.sound import LOUDEST, RATE, SOUNDS, Note, Sound, Sounds, wave
from tests.window_kit_sample import Sample, click, open_sample
from tests.window_shell_kit import visit_at

FULL = 32767
WINDOW = Path(flow_module.__file__).parent


def loudness(part: np.ndarray[tuple[int], np.dtype[np.int16]]) -> float:
    return float(np.sqrt(np.mean(part.astype(np.float64) ** 2))) / FULL


def test_there_are_six_to_ten() -> None:
    assert 6 <= len(SOUNDS) <= 10
    assert len({sound.caption for sound in SOUNDS.values()}) == len(SOUNDS)


@pytest.mark.parametrize("name", SOUNDS)
def test_each_sound_is_short_soft_and_clean(name: str) -> None:
    sound = SOUNDS[name]
    made = wave(sound)
    assert made.dtype == np.int16
    assert 0.1 <= len(made) / RATE <= 1.1
    assert abs(int(np.abs(made).max()) - FULL * LOUDEST * sound.level) <= 1
    assert sound.level <= 1
    assert (made[0], made[-1]) == (0, 0)
    # No click: the first and the last millisecond are next to silence, and no step is a jump.
    edge = RATE // 1000
    assert loudness(made[:edge]) < 0.02
    assert loudness(made[-edge:]) < 0.003
    assert int(np.abs(np.diff(made.astype(np.int32))).max()) < FULL * LOUDEST / 3
    assert abs(float(made.mean())) < FULL * 0.005


NOTES = st.builds(
    Note,
    st.floats(60, 2000),
    st.floats(0, 0.5),
    st.floats(0.05, 0.8),
    st.floats(0.2, 1),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(NOTES, min_size=1, max_size=4), st.floats(0.1, 1))
def test_any_notes_make_a_wave_of_the_right_length_and_peak(
    notes: list[Note], level: float
) -> None:
    made = wave(Sound("", tuple(notes), level))
    assert len(made) == round(max(note.start + note.seconds for note in notes) * RATE)
    assert abs(int(np.abs(made).max()) - FULL * LOUDEST * level) <= 1
    assert abs(int(made[0])) <= 1
    assert abs(int(made[-1])) <= 1


def test_a_wave_is_the_same_every_time() -> None:
    assert wave(SOUNDS["won"]).tobytes() == wave(SOUNDS["won"]).tobytes()


def test_a_note_sounds_at_its_pitch() -> None:
    made = wave(Sound("", (Note(440, 0, 0.5),)))
    spectrum = np.abs(np.fft.rfft(made))
    assert abs(int(spectrum.argmax()) * RATE / len(made) - 440) < 3


# The device.

PLAY = """
import pygame
from simulator.window.app import App
from simulator.window.screen import Screen
app = App(headless=True)
app.sounds.volume = 40
app.push(Screen())
app.sounds.play("good")
print("before the first frame:", pygame.mixer.get_init())
app.sounds.begin()
for name in ("good", "bad", "won"):
    app.sounds.play(name)
print("then:", pygame.mixer.get_init(), app.sounds._works)
"""


def run(driver: str, code: str = PLAY) -> subprocess.CompletedProcess[str]:
    more = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": driver, "PYGAME_HIDE_SUPPORT_PROMPT": ""}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **more},
        capture_output=True,
        text=True,
        check=True,
    )


def test_with_a_device_sounds_are_played_but_never_before_the_first_frame() -> None:
    found = run("dummy")
    assert found.stdout.splitlines()[-2:] == [
        "before the first frame: None",
        f"then: ({RATE}, -16, 1) True",
    ]
    assert found.stderr == ""


@pytest.mark.parametrize("driver", ["nowhere", "alsa", "disk"])
def test_without_a_device_all_is_silent_and_nothing_is_complained_of(
    driver: str, tmp_path: Path
) -> None:
    # No machine that tests run on need have a card; what is asked of ALSA is then one of its own.
    missing = {"disk": f"os.environ['SDL_DISKAUDIOFILE'] = {str(tmp_path / 'no' / 'file')!r}"}
    setup = f"import os\nos.environ['AUDIODEV'] = 'no-such-card'\n{missing.get(driver, '')}\n"
    found = run(driver, setup + PLAY)
    assert found.stdout.splitlines()[-1] == "then: None False"
    assert found.stderr == ""


def test_with_the_volume_at_nothing_no_device_is_opened() -> None:
    found = run("dummy", PLAY.replace("volume = 40", "volume = 0"))
    assert found.stdout.splitlines()[-1] == "then: None None"


class Device:
    """Stands for the mixer: what was played, and how loud."""

    def __init__(self) -> None:
        self.played: list[float] = []

    def __call__(self, buffer: bytes) -> Device:
        assert len(buffer) > 2000
        return self

    def set_volume(self, volume: float) -> None:
        self.played.append(volume)

    def play(self) -> None:
        assert self.played


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> Device:
    found = Device()
    monkeypatch.setattr("simulator.window.sound._open_device", lambda: True)
    monkeypatch.setattr(pygame.mixer, "Sound", found)
    return found


def test_the_volume_holds_for_the_next_sound(device: Device) -> None:
    sounds = Sounds(lambda _: None)
    sounds.begin()
    for volume in (100, 40, 0, 1):
        sounds.volume = volume
        sounds.play("good")
    assert device.played == [1.0, 0.4, 0.01]


def test_the_program_begins_to_sound_after_the_first_frame(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    happened: list[str] = []

    class First(Sample):
        def draw(self, canvas: Canvas) -> None:
            super().draw(canvas)
            happened.append("drawn")

    def open_device() -> bool:
        happened.append("opened")
        return False

    monkeypatch.setattr("simulator.window.sound._open_device", open_device)
    app = App()
    try:
        app.sounds.volume = 40
        app.after(SOUND_AFTER + 0.05, app.quit)
        app.run(First())
    finally:
        pygame.display.quit()
    assert happened == ["drawn", "opened"]


# In words.


def open_captioned() -> tuple[App, Sample]:
    app, screen = open_sample()
    app.sounds.captions = True
    return app, screen


def shown(app: App) -> list[str]:
    marks = app.record().marks
    return [mark.name for mark in marks if mark.kind == "text" and "Sound: " in mark.name]


@pytest.mark.parametrize("name", SOUNDS)
def test_each_sound_is_said_in_words_even_when_it_is_not_heard(name: str) -> None:
    app, _ = open_captioned()
    app.sounds.play(name)
    app.wait(0.05)
    assert shown(app) == [f"Sound: {SOUNDS[name].caption}"]
    app.wait(3)
    assert shown(app) == []


def test_captions_that_come_together_are_all_shown() -> None:
    app, _ = open_captioned()
    app.sounds.play("good")
    app.wait(0.3)
    app.sounds.play("learned")
    app.sounds.play("good")
    app.wait(0.05)
    assert shown(app) == ["Sound: something new in the notebook\nSound: they liked that"]


def test_no_captions_unless_they_are_wanted() -> None:
    app, _ = open_sample()
    app.sounds.play("good")
    app.wait(0.05)
    assert shown(app) == []


def test_every_sound_is_used_and_every_use_is_a_sound() -> None:
    used = set()
    for path in WINDOW.rglob("*.py"):
        for call in re.findall(r"sounds\.play\(([^)]*)\)", path.read_text("utf-8")):
            used |= set(re.findall(r'"(\w+)"', call))
    assert used == set(SOUNDS)


# In a play.


def heard(app: App) -> list[str]:
    """The names of all sounds from now on."""
    found: list[str] = []
    play = app.sounds.play

    def note(name: str) -> None:
        found.append(name)
        play(name)

    app.sounds.play = note  # type: ignore[method-assign]
    return found


@pytest.mark.parametrize(("policy", "end"), [(Policy.BEST, "won"), (Policy.WORST, "lost")])
def test_a_play_is_heard_from_the_first_choice_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, policy: Policy, end: str
) -> None:
    visit = visit_at(tmp_path, monkeypatch)
    flow = visit.window.flow
    assert flow
    found = heard(visit.app)
    flow.start(flow.session.levels[0])
    solution = flow.level.solution()
    while not flow.play.is_over:
        told = flow.choose(choose_by(policy, flow.play, solution))
        visit.app.wait(0.3)
        moved = sum(told.changes.values())
        assert ("good" if moved > 0 else "bad" if moved < 0 else "choose") in found
        assert bool(told.learned) == ("learned" in found)
        found.clear()
        flow.next(told)
        assert ("stage" in found) == bool(told.stage_over)
        found.clear()
    flow.after_recap()
    assert found == [end]
    visit.close()


def test_what_is_locked_sounds_so() -> None:
    app, screen = open_sample()
    found = heard(app)
    app.run_events(click(app, screen.cards[2]))
    assert found == ["locked"]
    assert screen.actions == []
