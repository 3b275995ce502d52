"""How the window treats memory: how much it keeps, and no long search for what nobody uses now.

Python looks through everything now and then for what only holds itself, 25 ms and more once all
levels are loaded, in the middle of some frame. What is loaded stays, so it is left out.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from simulator.window.canvas import allow_pictures
from simulator.window.fonts import Fonts
from simulator.window.panels import allow_panels

LEAST = 4_000_000
"""Bytes of a small window; caches never get less room than for that."""


def allow(size: tuple[int, int], fonts: Fonts) -> None:
    """Let pictures, words and panels take room in proportion to the window."""
    whole = max(LEAST, 4 * size[0] * size[1])
    allow_pictures(4 * whole)
    allow_panels(whole)
    fonts.allow(whole)


@contextmanager
def uncollected() -> Iterator[None]:
    """Search for nothing while all is loaded; end it with :func:`settle_in`."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def settle_in() -> None:
    """Take what is there now as there to stay; does nothing outside of :func:`uncollected`."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


ARENA_MAX, MMAP_THRESHOLD, TRIM_THRESHOLD = -8, -3, -1
"""Names of the settings in glibc's malloc.h."""


def give_back() -> None:
    """Return to the system what was freed but lies between what is used; a few milliseconds."""
    trim = _of_c_library("malloc_trim")
    if trim:
        trim(0)


def _of_c_library(name: str) -> Callable[..., int] | None:
    """A function of the C library of Linux, if it has one of that name."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None


def hoard_nothing() -> None:
    """Have what is freed returned to the system.

    The C library of Linux keeps a store for each thread and, once large surfaces have come and
    gone, up to 64 MB more than is used; elsewhere nothing is to be done.
    """
    tune = _of_c_library("mallopt")
    if tune:
        tune(ARENA_MAX, 1)
        tune(MMAP_THRESHOLD, 512 * 1024)
        tune(TRIM_THRESHOLD, 2 * 1024 * 1024)
