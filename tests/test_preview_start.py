"""The command, and the whole of the preview: a file, a watch, a window, and nothing left behind."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pygame
import pytest

from simulator import cli
from simulator.window.app import App
from simulator.window.preview.screen import PreviewScreen
from simulator.window.preview.start import Collapse, Preview
from tests.preview_kit import shipped


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main(list(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


def test_without_a_display_the_command_says_what_needs_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert run("preview", "first-call") == 2
    assert capsys.readouterr().err == (
        "pitchcraft: There is no display here, and a preview needs a window. `pitchcraft check` and"
        " `pitchcraft play --terminal` need none.\n"
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "ghost.yaml",
            "There is no file ghost.yaml to preview. `pitchcraft new` makes one to begin",
        ),
        ("ghost", "There is no scenario `ghost`. Write a path to a file, or one of: "),
    ],
)
def test_a_file_that_is_not_there(
    name: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.chdir(tmp_path)
    assert run("preview", name) == 2
    assert capsys.readouterr().err.startswith(f"pitchcraft: {said}")


def test_a_save_reaches_the_window_and_closing_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path / "home"))
    path = tmp_path / "call.yaml"
    path.write_text(shipped(), "utf-8")
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    app = App(reduced_motion=True)
    preview = Preview(app, path)
    folder = Path(preview.folder.name)
    assert folder.is_dir()
    seen: list[str] = []

    def save_and_wait() -> None:
        time.sleep(0.3)
        path.write_text(shipped().replace("title: The wall calendar", "title: Seen", 1), "utf-8")

    def look() -> None:
        screen = app.stack[0]
        assert isinstance(screen, PreviewScreen)
        seen[:] = [mark.name for mark in screen.inset.record().marks if mark.kind == "text"]
        if "Seen" in seen or app.timers.now > 10:
            app.quit()
        else:
            app.after(0.05, look)

    writer = threading.Thread(target=save_and_wait)
    writer.start()
    app.after(0.1, look)
    try:
        preview.run()
    finally:
        writer.join()
        pygame.display.quit()
    assert "Seen" in seen
    assert not folder.exists()
    assert not (tmp_path / "home").exists()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["call.yaml"]


def test_the_last_resort_says_that_the_file_is_safe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path))
    app = App(reduced_motion=True, headless=True)
    app.push(Collapse(RuntimeError("made up")))
    app.wait(0.1)
    texts = [mark.name for mark in app.record().marks if mark.kind == "text"]
    assert any(
        text.startswith("This is our mistake, not yours; your file is as you saved it.")
        for text in texts
    )
    assert list((tmp_path / "reports").glob("*.txt"))
    app.top.back()
    assert not app.running
