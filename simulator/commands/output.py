"""Where the text a command makes goes: to standard output, or whole into a file."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.problems import PitchcraftError
from simulator.store.files import write_whole


def give(text: str, out: Path | None) -> None:
    """Print a text that ends in a line feed, or write it to a file in one piece.

    Raises PitchcraftError when the file cannot be written.
    """
    if out is None:
        click.echo(text, nl=False)
    else:
        write_file(out, text)


def write_file(path: Path, text: str) -> None:
    """Write a whole file. Raises PitchcraftError when it cannot be written."""
    if not path.parent.is_dir():
        raise PitchcraftError(f"{path} cannot be written: there is no folder {path.parent}.")
    try:
        write_whole(path, text.encode())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PitchcraftError(f"{path} cannot be written: {reason}.") from error
