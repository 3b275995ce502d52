"""Every screen in every state worth seeing, drawn to PNG files.

A module with screens offers its own as a function::

    def gallery_screens() -> list[Shot]:
        return [("notebook-empty", lambda flow: NotebookScreen(at_start(flow, "first-call"))), ...]

``make(flow)`` is called with a flow whose session has made-up players and finished runs but no
play; :func:`at_start`, :func:`at_stage` and :func:`at_end` bring it into one. The screen it returns
is shown alone and given a moment to come to rest.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

import pygame

from simulator.game.policy import Policy, choose_by
from simulator.game.run import pick
from simulator.store.levels import Level, Levels, shipped_levels
from simulator.store.session import Session
from simulator.store.store import Store
from simulator.window import preview, screens, stage, widgets
from simulator.window.app import App
from simulator.window.flow import Flow
from simulator.window.screen import Screen
from simulator.window.theme import THEMES

Shot = tuple[str, Callable[[Flow], Screen]]
"""A name in kebab-case for the file, and what makes the screen."""

ORDER: Final = (
    "title", "player", "settings", "keys", "levels", "briefing", "stages", "notebook", "pause",
    "recap", "epilogue", "debrief", "board",
    "progress", "crash",
)  # fmt: skip
"""Modules with screens in the order of a visit; those not named here come last."""
PLAYERS: Final = (
    ("Maya", "North", 92),
    ("Tobias", "North", 70),
    ("Ines", "South", 78),
    ("Oluwaseun", "South", 84),
    ("Jun", "East", 60),
    ("Freya", "East", 88),
    ("Pavel", "", 45),
)
"""Made-up players, their teams, and how many of 100 choices they make as well as can be."""
ME: Final = "Ines"
PRACTICE: Final = ((0, 35), (0, 60), (1, 75), (0, 80), (0, 96))
"""What the player of the pictures played besides: which level, and how well."""
SHOWN_AFTER: Final = 1.0
"""Seconds after which everything has come to rest."""


def draw_gallery(
    folder: Path,
    size: tuple[int, int] = (1280, 720),
    text_scale: float = 1.0,
    theme: str = "light",
) -> list[Path]:
    """Draw every screen in every state to ``folder``; returns the files in the order of a visit.

    Needs no display, and never touches the user's own players and plays. ``theme`` is a key of
    THEMES, or ``high-contrast``. Raises KeyError for another.
    """
    look = THEMES[theme.removeprefix("high-")]
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    with made_up_home() as (home, levels):
        for number, (name, make) in enumerate(shots(), 1):
            app = App(size, theme=look, text_scale=text_scale, reduced_motion=True, headless=True)
            with visit(app, home, levels) as flow:
                app.push(make(flow))
                app.wait(SHOWN_AFTER)
                path = folder / f"{number:02}-{name}.png"
                pygame.image.save(app.screenshot(), path)
                drawn.append(path)
    return drawn


def shots() -> list[Shot]:
    """Every screen that is drawn, in the order of a visit."""
    names = [
        f"{package.__name__}.{module.name}"
        for package in (screens, stage, preview, widgets)
        for module in pkgutil.iter_modules(package.__path__)
    ]
    found: list[Shot] = []
    for name in sorted(names, key=_order):
        offered = getattr(importlib.import_module(name), "gallery_screens", None)
        found += offered() if offered else []
    return found


def _order(name: str) -> tuple[int, str]:
    last = name.rpartition(".")[2]
    known = last in ORDER and ".screens." in name
    return (ORDER.index(last) if known else len(ORDER), name)


@contextmanager
def made_up_home() -> Iterator[tuple[Path, Sequence[Level]]]:
    """A folder with made-up players and runs, and the shipped levels, solved.

    While it lasts, whatever asks for the user's own folder is sent there too.
    """
    levels = shipped_levels()
    for level in levels:
        level.solution()
    before = os.environ.get("PITCHCRAFT_HOME")
    with tempfile.TemporaryDirectory(prefix="pitchcraft-") as folder:
        os.environ["PITCHCRAFT_HOME"] = folder
        try:
            home = Path(folder) / "made-up"
            with Store(home, Levels(list(levels)).judge) as store:
                _fill(store, levels)
            yield home, levels
        finally:
            del os.environ["PITCHCRAFT_HOME"]
            if before is not None:
                os.environ["PITCHCRAFT_HOME"] = before


def _fill(store: Store, levels: Sequence[Level]) -> None:
    """Add the made-up players, each with a play or two of every level but some of the last."""
    for seed, (handle, team, skill) in enumerate(PLAYERS, 1):
        player = store.add_player(handle, team, handle)
        session = Session(store, list(levels), seed, player)
        for at, level in enumerate(levels[: len(levels) if seed % 3 else 1]):
            for count in range(1 + seed % 2):
                session.seed = 100 * seed + count
                _record(session, level, f"{handle}/{at}/{count}", skill, "2026-01-01")
        if handle == ME:
            for count, (at, better) in enumerate(PRACTICE):
                session.seed = count
                name, day = f"{handle}/{at}/practice-{count}", f"2026-01-{5 + 6 * count:02}"
                _record(session, levels[at], name, better, day)


def _record(session: Session, level: Level, name: str, skill: int, day: str) -> None:
    """Play a level to the end, ``skill`` of 100 choices as well as can be, and keep the run."""
    play = session.begin(level)
    while not play.is_over:
        luck = pick(f"{name}/{len(play.steps)}") % 100
        policy = Policy.BEST if luck < skill else Policy.RANDOM
        play.choose(choose_by(policy, play, level.solution()))
    ended = play.run.ended_at(f"{day}T12:00:00+00:00")
    session.store.record(replace(ended, id=name.replace("/", "-")), level.text)


@contextmanager
def visit(app: App, home: Path, levels: Sequence[Level]) -> Iterator[Flow]:
    """A flow on a copy of a folder, so that no visit sees what another has left."""
    with tempfile.TemporaryDirectory(prefix="pitchcraft-") as folder:
        copy = Path(folder) / "home"
        shutil.copytree(home, copy)
        with Store(copy, Levels(list(levels)).judge) as store:
            player = next(one for one in store.players() if one.handle == ME)
            yield Flow(app, Session(store, list(levels), 1, player))


def level_named(flow: Flow, scenario: str) -> Level:
    """The level of a shipped scenario. Raises StopIteration when there is none of that id."""
    return next(level for level in flow.session.levels if level.scenario.id == scenario)


def at_start(flow: Flow, scenario: str = "first-call", seed: int = 1) -> Flow:
    """Bring the flow to the first decision of a new play."""
    flow.session.seed = seed
    flow.session.begin(level_named(flow, scenario))
    return flow


def at_stage(
    flow: Flow, stage: str, scenario: str = "first-call", seed: int = 1, *, decision: int = 0,
    policy: Policy = Policy.FIRST,
) -> Flow:  # fmt: skip
    """Bring the flow to a step (from 0) of a stage, the choices before made by a bot."""
    at_start(flow, scenario, seed)
    while flow.play.prompt().stage != stage:
        _step(flow, policy)
    for _ in range(decision):
        _step(flow, policy)
    return flow


def at_end(
    flow: Flow, scenario: str = "first-call", seed: int = 1, policy: Policy = Policy.FIRST
) -> Flow:
    """Bring the flow to the end of a play made by a bot."""
    at_start(flow, scenario, seed)
    while not flow.play.is_over:
        _step(flow, policy)
    return flow


def _step(flow: Flow, policy: Policy) -> None:
    solution = flow.level.solution() if policy in (Policy.BEST, Policy.WORST) else None
    flow.play.choose(choose_by(policy, flow.play, solution))
