"""What both front ends share: the player, the level being played, and where a run is kept."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime

from simulator.game.debrief import Debrief, debrief
from simulator.game.play import Play, Told
from simulator.game.run import Run
from simulator.problems import PitchcraftError
from simulator.store.levels import Level, Levels
from simulator.store.model import Entry, Player
from simulator.store.names import GUEST, name_key
from simulator.store.store import Store


def now() -> str:
    """The time in UTC as run files write it; no rule reads it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True)
class Pending:
    """A play that can be continued: whose, which level, and the name of the stage it stands in."""

    run: Run
    level: Level
    stage_name: str


@dataclass
class Session:
    """One person at the window or the terminal.

    ``seed`` is the seed every new play takes, or None for a new one each time. A play is saved at
    every choice and recorded when it is over.
    """

    store: Store
    levels: list[Level]
    seed: int | None = None
    player: Player | None = None
    level: Level | None = None
    play: Play | None = None
    entry: Entry | None = None
    known: Levels = field(init=False)

    def __post_init__(self) -> None:
        self.known = Levels(self.levels)

    def pending(self, level: Level | None = None) -> Pending | None:
        """The newest unfinished run of the present player, on one level if given."""
        return next((one for one in self.all_pending() if level in (None, one.level)), None)

    def all_pending(self) -> list[Pending]:
        """The unfinished plays of the present player, the newest first."""
        name = self.player.handle if self.player else GUEST
        found = (self._pending(run) for run in reversed(self.store.unfinished(name)))
        return [one for one in found if one]

    def _pending(self, run: Run) -> Pending | None:
        """The play of a run, or None when its scenario is gone or does not fit any more."""
        try:
            level = self.known.of_run(run, self.store.scenario_text(run.digest))
            play = level.play(run)
        except PitchcraftError:
            return None
        return Pending(run, level, "Review" if play.is_over else play.prompt().stage_name)

    def begin(self, level: Level) -> Play:
        """Start a new play of a level."""
        seed = secrets.randbits(32) if self.seed is None else self.seed
        player = self.player or Player(GUEST)
        run = Run(
            level.scenario.id,
            level.game.digest,
            seed,
            player=player.handle,
            team=player.team,
            started=now(),
            id=uuid.uuid4().hex,
        )
        self.store.keep_scenario(level.game.digest, level.text)
        return self.resume(level, run)

    def resume(self, level: Level, run: Run) -> Play:
        """Go on with a saved play. Raises RunError when it does not fit the level."""
        self.level, self.entry = level, None
        self.play = level.play(run)
        return self.play

    def choose(self, choice: str) -> Told:
        """Make a choice in the play and keep it on disk before it is shown."""
        assert self.play is not None, "a choice needs a play"
        told = self.play.choose(choice)
        self.store.save_progress(self.play.run)
        return told

    def finish(self) -> Debrief:
        """Record the finished play and review it; solves the level first if need be.

        Slow the first time a level is played: call it in the background.
        """
        assert self.play is not None, "a debrief needs a play"
        assert self.level is not None, "a play has a level"
        if not self.play.run.ended:
            self.play.run = self.play.run.ended_at(now())
        review = debrief(self.play, self.level.scorer())
        if self.player is not None:
            self.entry = self.store.record(self.play.run, self.level.text)
        else:
            self.store.drop_progress(self.play.run.id)
        return review

    def other_scores(self, run: Run) -> list[int]:
        """The scores of the present player's other runs of a run's level; none for a guest."""
        if self.player is None:
            return []
        entries = self.store.runs(self.player.handle, run.scenario)
        return [one.score for one in entries if one.score is not None and one.run.id != run.id]


def player_named(store: Store, name: str) -> Player:
    """The player of this name, added if new. Raises StoreError for what cannot be a name."""
    for player in store.players():
        if name_key(player.handle) == name_key(name):
            return player
    return store.add_player(name, portrait_seed=name.strip())
