"""The clipboard of the system, or one of our own where there is no window."""

from __future__ import annotations

from typing import Final

import pygame

COPY_PATH: Final = "Copy the path"
COPIED: Final = "The path is copied."
"""What the button beside a path says, and what is said once it was pressed."""

_own = [""]


def put_clip(text: str) -> None:
    """Keep ``text`` for pasting."""
    _own[0] = text
    if pygame.display.get_init() and pygame.display.get_surface():
        try:
            pygame.scrap.put_text(text)
        except pygame.error:
            return


def get_clip() -> str:
    """Return what can be pasted."""
    if pygame.display.get_init() and pygame.display.get_surface():
        try:
            return pygame.scrap.get_text() or _own[0]
        except pygame.error:
            return _own[0]
    return _own[0]
