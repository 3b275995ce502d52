"""The window itself and the devices beside it."""

from __future__ import annotations

import os

import pygame

from simulator.problems import DisplayError

REPEAT_AFTER = 400
REPEAT_EVERY = 40


DESKTOP = (1920, 1080)
"""The display on which the window begins in its usual size."""


def first_size(usual: tuple[int, int]) -> tuple[int, int]:
    """Return how large the window is at first: larger than usual on a display with finer pixels."""
    _meet_displays()
    try:
        pygame.display.init()
        desktop = pygame.display.get_desktop_sizes()[0]
    except pygame.error:
        return usual
    scale = max(1.0, min(desktop[0] / DESKTOP[0], desktop[1] / DESKTOP[1]))
    return round(usual[0] * scale), round(usual[1] * scale)


def _meet_displays() -> None:
    """Say to SDL, before it begins, what it shall ask for."""
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "pitchcraft")
    # Windows would enlarge a window that does not say it knows about fine pixels, and blur it.
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")


def open_window(size: tuple[int, int], *, full_screen: bool = False) -> pygame.Surface:
    """Open the window, or change the one that is open; (0, 0) is the size of the display.

    Raises:
        DisplayError: there is no display.
    """
    _meet_displays()
    try:
        pygame.display.init()
        flags = pygame.FULLSCREEN if full_screen else pygame.RESIZABLE
        surface = pygame.display.set_mode(size, flags)
    except pygame.error as error:
        raise DisplayError(
            f"No window can be opened ({error}); play in the terminal instead: pitchcraft play"
        ) from error
    pygame.display.set_caption("Pitchcraft")
    serve_typing(False, False, pygame.Rect(0, 0, 0, 0))
    return surface


def serve_typing(typing: bool, repeats: bool, area: pygame.Rect) -> None:
    """Turn text input on for a field at ``area``, and the repeating of keys held down.

    Repeating is off where Enter chooses, so that a key held too long does not choose twice.
    """
    if typing:
        pygame.key.start_text_input()
        pygame.key.set_text_input_rect(area)
    else:
        pygame.key.stop_text_input()
    if repeats:
        pygame.key.set_repeat(REPEAT_AFTER, REPEAT_EVERY)
    else:
        pygame.key.set_repeat()


_controllers: dict[int, object] = {}


def open_controllers() -> None:
    """Let controllers report; each one found is announced by an event."""
    from pygame._sdl2 import controller

    controller.init()


def open_controller(index: int) -> None:
    """Listen to the controller that has been plugged in, unless it is gone again already."""
    from pygame._sdl2 import controller

    try:
        found = controller.Controller(index)
        _controllers[found.as_joystick().get_instance_id()] = found
    except pygame.error:
        return


def close_controller(instance: int) -> None:
    """Forget the controller that has been pulled out."""
    _controllers.pop(instance, None)
