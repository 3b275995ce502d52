"""Plays in progress: one run file each, replaced whole at every choice."""

from __future__ import annotations

from pathlib import Path

from simulator.game.run import Run, parse_run, run_line
from simulator.problems import RunError
from simulator.store.files import write_whole
from simulator.store.names import file_name


class Saves:
    """The folder of plays in progress."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "saves"

    def save(self, run: Run) -> None:
        """Keep the play as it stands now; when this returns it survives a power cut."""
        write_whole(self._path(run.id), run_line(run).encode() + b"\n")

    def drop(self, run_id: str) -> None:
        """Forget a play, and what a kill may have left of a save of it."""
        path = self._path(run_id)
        path.unlink(missing_ok=True)
        for part in self._folder.glob(f".{path.name}.*.part"):
            part.unlink(missing_ok=True)

    def runs(self) -> tuple[list[Run], list[str]]:
        """The plays, oldest first, and what to tell the person about damaged ones."""
        found: list[Run] = []
        messages: list[str] = []
        for path in sorted(self._folder.glob("[!.]*.json")):
            try:
                run = parse_run(path.read_bytes().decode())
            except FileNotFoundError:
                continue  # Another instance finished this play meanwhile.
            except (RunError, UnicodeDecodeError):
                messages.append(self._set_aside(path))
                continue
            found.append(run)
        return sorted(found, key=lambda run: (run.started, run.id)), messages

    def _set_aside(self, path: Path) -> str:
        aside = path.with_name(path.name + ".damaged")
        path.replace(aside)
        return f"The saved run {path.name} is damaged; it was set aside as {aside.name}."

    def _path(self, run_id: str) -> Path:
        return self._folder / (file_name(run_id, "run id") + ".json")
