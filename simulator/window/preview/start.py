"""Opens the window of the preview."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pygame

from simulator.problems import PitchcraftError, ScenarioError
from simulator.scenario.load import find_scenario
from simulator.store.levels import Levels
from simulator.store.store import Store
from simulator.window.app import App
from simulator.window.dialog import Dialog
from simulator.window.display import first_size
from simulator.window.preview.screen import PreviewScreen
from simulator.window.preview.version import read_version
from simulator.window.preview.watch import Watch
from simulator.window.report import write_report
from simulator.window.settings import wear_kept
from simulator.window.start import SIZE, set_icon
from simulator.window.widgets import Button


def preview_window(name: str) -> int:
    """Preview a scenario, given by id or path, until the window is closed; returns 0.

    A file with errors opens all the same, with its problems listed. Raises ScenarioError when
    there is no such file, DisplayError when there is no display.
    """
    path = find_scenario(name)
    if not path.is_file():
        raise ScenarioError(
            f"There is no file {path} to preview. `pitchcraft new` makes one to begin with."
        )
    app = App(first_size(SIZE), on_crash=Collapse)
    # It stands beside an editor.
    wear_kept(app, in_window=True)
    set_icon()
    pygame.display.set_caption(f"{path.name} - Pitchcraft preview")
    Preview(app, path).run()
    return 0


class Preview:
    """A window on a file: what is saved in it is shown, and nothing is kept of the play.

    The store that the screens of a play ask for is made in a folder that goes with the window.
    """

    def __init__(self, app: App, path: Path) -> None:
        self.app = app
        self.folder = tempfile.TemporaryDirectory(prefix="pitchcraft-", ignore_cleanup_errors=True)
        self.store = Store(Path(self.folder.name), Levels([]).judge)
        version = read_version(path)
        self.screen = PreviewScreen(path, version, self.store)
        self.watch = Watch(path, version, self.screen.deliver)

    def run(self) -> None:
        """Stay until the window is closed."""
        self.watch.start()
        try:
            self.app.run(self.screen)
        finally:
            self.close()

    def close(self) -> None:
        """Stop watching, and leave nothing behind."""
        self.watch.stop()
        self.store.close()
        self.folder.cleanup()


class Collapse(Dialog):
    """The last resort, when the author's own screen has failed."""

    def __init__(self, error: Exception) -> None:
        report = None if isinstance(error, PitchcraftError) else write_report(error)
        where = f" A report about it is in {report}." if report else ""
        text = f"This is our mistake, not yours; your file is as you saved it.{where}"
        super().__init__(
            "The preview cannot go on", text, [Button("quit", "Close", kind="primary")]
        )
        self.answer = lambda _: self.app.quit()
