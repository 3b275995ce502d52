"""Opens the window: the title at once, everything else behind it.

Importing this module costs little: models, rules and the store are loaded in a thread while the
title already stands on the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pygame

from simulator.problems import PitchcraftError, ScenarioError
from simulator.window.app import App
from simulator.window.art.icons import icon_svg
from simulator.window.canvas import raster
from simulator.window.dialog import Dialog
from simulator.window.display import first_size
from simulator.window.last import LastScreen
from simulator.window.memory import hoard_nothing, settle_in, uncollected
from simulator.window.screens.title import TitleScreen
from simulator.window.settings import change_settings, wear_kept
from simulator.window.widgets import Button
from simulator.window.work import Job

if TYPE_CHECKING:
    from simulator.store.levels import Level
    from simulator.store.session import Session
    from simulator.window.flow import Flow

SIZE: Final = (1280, 720)
_GROUND: Final = '<rect x="-6" y="-6" width="36" height="36" rx="10" fill="#4a5cf0"/>'


@dataclass(frozen=True)
class Wishes:
    """What was asked for on the command line: a level (id or path), a player's name, a seed."""

    level: str | None = None
    player: str | None = None
    seed: int | None = None


@dataclass(frozen=True)
class Loaded:
    """What the title waits for: the session, the scenarios that failed, the level asked for."""

    session: Session
    failed: tuple[ScenarioError, ...]
    wanted: Level | None


def play_window(
    level: str | None = None, player: str | None = None, seed: int | None = None
) -> int:
    """Open the window and stay until it is closed; returns the exit code, 0.

    ``level`` (an id or a path) is opened at once, ``player`` goes on under that name and is added
    if new, ``seed`` is what every play takes. Raises DisplayError when there is no display,
    ScenarioError for a level that cannot be played, StoreError when the player's own files cannot
    be used.
    """
    Window(Wishes(level, player, seed)).run()
    return 0


class Window:
    """The open window with what is loaded into it."""

    def __init__(self, wishes: Wishes, *, headless: bool = False) -> None:
        hoard_nothing()
        self.wishes = wishes
        self.app = App(SIZE if headless else first_size(SIZE), headless=headless)
        wear_kept(self.app)
        self._was_full = self.app.full_screen
        self.title = TitleScreen()
        self.flow: Flow | None = None
        self.error: Exception | None = None
        self.loading: Job[Loaded] | None = None

    def run(self) -> None:
        """Show the title, load behind it, and stay until the window is closed."""
        set_icon()
        # The first frame must stand before the loading takes its share of the machine.
        self.app.after(0.02, self.load)
        # Until there is a flow to go on with, a failure is only told.
        self.app.on_crash = LastScreen
        try:
            with uncollected():
                self.app.run(self.title)
        finally:
            self.keep()
            if self.flow:
                self.flow.session.store.close()
        if self.error:
            raise self.error

    def keep(self) -> None:
        """Keep what is changed without the settings, which is full screen by its key."""
        if self.app.full_screen != self._was_full:
            change_settings(self.app, full_screen=self.app.full_screen)

    def load(self) -> None:
        """Begin to load levels, store and player in a thread."""
        self.loading = self.app.background(
            lambda _: load(self.wishes), self._welcome, on_error=self._give_up
        )

    def _welcome(self, loaded: Loaded) -> None:
        from simulator.window.flow import Flow

        settle_in()
        self.flow = flow = Flow(self.app, loaded.session, loaded.failed)
        self.app.on_crash = flow.crashed
        if loaded.wanted is None:
            self.title.welcome(flow)
        else:
            flow.home()
            flow.brief(loaded.wanted)

    def _give_up(self, error: Exception) -> None:
        """Say in the window what is wrong, and let the caller know when it is closed."""
        settle_in()
        self.error = error
        if not isinstance(error, PitchcraftError):
            raise error
        leave = Button("quit", "Quit", kind="primary")
        title = "Pitchcraft cannot begin"
        self.app.push(Dialog(title, str(error), [leave], lambda _: self.app.quit()))


def load(wishes: Wishes) -> Loaded:
    """Load the shipped levels, the wanted one, the store and the player."""
    from simulator.store.levels import Levels, levels_at_hand, open_store
    from simulator.store.session import Session, player_named

    levels, failed = levels_at_hand()
    wanted = _wanted(wishes.level, levels)
    store = open_store(Levels(levels))
    session = Session(store, levels, wishes.seed, store.last_player())
    if wishes.player is not None:
        session.player = player_named(store, wishes.player)
    return Loaded(session, tuple(failed), wanted)


def _wanted(name: str | None, levels: list[Level]) -> Level | None:
    """The level asked for, which joins the list unless it stands there already."""
    from simulator.store.levels import load_level

    if name is None:
        return None
    wanted = load_level(name)
    for level in levels:
        if level.game.digest == wanted.game.digest:
            return level
    levels.append(wanted)
    return wanted


def set_icon() -> None:
    """Give the window the mark that stands on the title."""
    white = icon_svg("handshake", "#ffffff", 64, 64).replace("<path", f"{_GROUND}<path", 1)
    pygame.display.set_icon(raster(white.replace('viewBox="0 0 24 24"', 'viewBox="-6 -6 36 36"')))
