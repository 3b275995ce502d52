"""A play written into its scenario as a check, so that it is tried again at every change."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from simulator.game.play import Play
from simulator.game.score import Scorer
from simulator.problems import PitchcraftError, ScenarioError
from simulator.scenario.insert import Entry, with_check

NAME_MOST: Final = 90


class NotRecorded(PitchcraftError):  # noqa: N818 - says what has not happened
    """The play could not be written into the file, which is as it was."""


def proposed_name(play: Play) -> str:
    """A name for a check of this play, for the author to better."""
    come = f"ends as {play.outcome.id}" if play.is_over else f"leads to {play.prompt().decision.id}"
    buyers = play.scenario.buyers
    name = f"{buyers[play.buyer].name}: {come}" if len(buyers) > 1 else come
    return f"{name[:1].upper()}{name[1:NAME_MOST]}"


def entry_of(play: Play, name: str, scorer: Scorer | None) -> Entry:
    """The play as a check: its score if that is known, its ending or the decision it stands at.

    Raises NotRecorded when no choice has been made, or there is nothing to expect yet.
    """
    if not play.steps:
        raise NotRecorded("Make a choice first: a check tries choices.")
    expect: list[tuple[str, str]] = []
    if scorer is not None:
        score = scorer.score([(play.run.choices, play.buyer)])[0].score
        expect.append(("score", f"exactly {score}"))
    if play.state.outcome:
        expect.append(("outcome", play.game.outcomes[play.state.outcome - 1]))
    if not play.is_over:
        expect.append(("next", play.prompt().decision.id))
    if not expect:
        raise NotRecorded("The values are still being worked out; try again in a moment.")
    buyer = play.game.buyers[play.buyer]
    return Entry(name, buyer, play.run.choices, tuple(expect))


def record(path: Path, entry: Entry) -> None:
    """Write a check into a scenario file; whoever reads it sees it as it was or as it shall be.

    Raises NotRecorded, leaving the file as it was, when it does not load or cannot be written.
    """
    real = path.resolve()
    try:
        data = real.read_bytes()
        changed = with_check(data, path.as_posix(), entry)
        _replace(real, changed)
    except ScenarioError as error:
        raise NotRecorded(f"The run was not recorded. {error}") from None
    except OSError as error:
        raise NotRecorded(f"The run was not recorded: {path.name}: {error.strerror}.") from None


def _replace(path: Path, data: bytes) -> None:
    """Put a new file in the place of an old one, with the same permissions."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(stat.S_IMODE(path.stat().st_mode))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
