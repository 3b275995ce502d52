"""Starting a play: in a window, or in plain lines where there is none."""

from __future__ import annotations

import os
import sys

import click

from simulator.problems import DisplayError


def has_display() -> bool:
    """Whether a window can be hoped for: other systems always have one, Linux says so."""
    if os.environ.get("SDL_VIDEODRIVER"):
        return True
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def start_play(
    scenario: str | None, player: str | None, seed: int | None, *, terminal: bool
) -> int:
    """Play until the person leaves; returns the exit code.

    Raises DisplayError when there is neither a display nor a terminal.
    """
    if not terminal and has_display():
        try:
            from simulator.window.start import play_window

            return play_window(scenario, player, seed)
        except DisplayError as error:
            click.echo(f"{error} Playing in the terminal instead.", err=True)
    elif not terminal and sys.stdin.isatty():
        click.echo("There is no display here, so this plays in the terminal.", err=True)
    if not terminal and not sys.stdin.isatty():
        raise DisplayError(
            "There is neither a display nor a terminal to play in; to read choices from a file"
            " or a pipe, add --terminal."
        )
    from simulator.terminal.play import play_terminal

    return play_terminal(scenario, player, seed, sys.stdin, sys.stdout)
