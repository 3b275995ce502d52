"""Which screen comes next: the one place that knows the order of a visit and of a play.

Screens call the flow and never each other. The stack of screens is shallow: the title, the list of
levels, a play and its review each stand at the bottom; whatever is looked up in between (the
briefing in play, the notebook, the pause, a board) is pushed above and popped again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from simulator.game.debrief import Debrief, debrief
from simulator.game.play import Play, Told
from simulator.game.run import Run
from simulator.problems import ScenarioError, SolverError, StoreError
from simulator.scenario.words import OutcomeKind
from simulator.store.levels import Level
from simulator.store.model import Player
from simulator.store.progress import History
from simulator.store.session import Pending, Session
from simulator.window.app import App
from simulator.window.dialog import Dialog
from simulator.window.memory import give_back
from simulator.window.question import Question
from simulator.window.screen import Screen
from simulator.window.solving import Solving
from simulator.window.widgets import Button
from simulator.window.work import Job

GOOD = (OutcomeKind.ORDER, OutcomeKind.PILOT, OutcomeKind.ADVANCE)
LEARNED_AFTER = 0.25
"""Seconds between the sound of an answer and that of a new fact."""
AFTER = 0.3
"""Seconds after which a level that is looked at begins to be solved."""


class Flow:
    """Leads one person through the program.

    ``failed`` holds the shipped scenarios that could not be loaded.
    """

    for_authors = False
    """Whether who plays has the file at hand, and wants to know where in it something stands."""

    def __init__(self, app: App, session: Session, failed: Sequence[ScenarioError] = ()) -> None:
        self.app = app
        self.session = session
        self.failed = tuple(failed)
        self._solving = Solving(app)
        self.finishing: Job[Debrief] | None = None
        self.history = History()

    # What is going on.

    @property
    def play(self) -> Play:
        """The present play; there must be one."""
        assert self.session.play is not None, "this screen needs a play"
        return self.session.play

    @property
    def level(self) -> Level:
        """The level of the present play; there must be one."""
        assert self.session.level is not None, "this screen needs a level"
        return self.session.level

    def pending(self, level: Level | None = None) -> Pending | None:
        """The newest unfinished run of the present player, on one level if given."""
        return self.session.pending(level)

    def following(self, level: Level) -> Level | None:
        """The level after this one in the list, or None after the last."""
        ids = [other.scenario.id for other in self.session.levels]
        at = ids.index(level.scenario.id) + 1 if level.scenario.id in ids else len(ids)
        return self.session.levels[at] if at < len(ids) else None

    # Before a play.

    def home(self) -> None:
        """Show the title."""
        from simulator.window.screens.title import TitleScreen

        self.session.play = None
        self.app.reset(TitleScreen(self))

    def enter(self) -> None:
        """Go on from the title: to the levels, or first to the player if there is none."""
        if self.session.player is None and not self.session.store.players():
            self.players()
        else:
            self.choose_level()

    def players(self) -> None:
        """Choose or create the player; leads on to the levels."""
        from simulator.window.screens.player import PlayerScreen

        self.app.push(PlayerScreen(self))

    def become(self, player: Player | None) -> None:
        """Play on as this player, or as a guest for None; show the levels."""
        self.session.player = player
        self.choose_level()

    def choose_level(self) -> None:
        """Show the list of levels."""
        from simulator.window.screens.levels import LevelsScreen

        self.session.play = None
        self.app.reset(LevelsScreen(self))

    def brief(self, level: Level) -> None:
        """Show what the trainee should know before a level, and begin to solve it behind."""
        from simulator.window.screens.briefing import BriefingScreen

        self.app.push(BriefingScreen(self, level))
        # The first frame of the briefing comes before the solver takes its share of the machine.
        self.app.after(AFTER, lambda: self._solving.begin(level))

    def board(self, level: Level | None = None) -> None:
        """Show the leaderboard of a level, or of the campaign."""
        from simulator.window.screens.board import BoardScreen

        self.app.push(BoardScreen(self, level))

    def progress(self) -> None:
        """Show how the present player grows."""
        from simulator.window.screens.progress import ProgressScreen

        self.app.push(ProgressScreen(self))

    def settings(self) -> None:
        """Change how everything looks."""
        from simulator.window.screens.settings import SettingsScreen

        self.app.push(SettingsScreen())

    # In a play.

    def start(self, level: Level) -> None:
        """Start a new play of a level."""
        # The text is kept so that the play can go on when the file changes meanwhile.
        self._keeping(lambda: self.session.store.keep_scenario(level.game.digest, level.text))
        self._solving.begin(level)
        self.session.begin(level)
        self._show_stage()

    def resume(self, run: Run) -> None:
        """Go on with a saved play where it stopped."""
        level = self.session.known.of_run(run, self.session.store.scenario_text(run.digest))
        self._solving.begin(level)
        self.session.resume(level, run)
        if self.play.is_over:
            self._show_epilogue()
        else:
            self._show_stage()

    def again(self) -> None:
        """Play the present level once more, perhaps against another buyer."""
        self.start(self.level)

    def choose(self, choice: str) -> Told:
        """Make a choice and keep it; a play that cannot be saved goes on, and says so."""
        before = len(self.play.told)
        try:
            told = self.session.choose(choice)
        except StoreError as error:
            if len(self.play.told) == before:
                raise
            self.app.toast(f"This run is not being saved. {error}", "bad")
            told = self.play.told[-1]
        self._sound(told)
        return told

    def _sound(self, told: Told) -> None:
        """Let what a choice led to be heard."""
        moved = sum(told.changes.values())
        sounds = self.app.sounds
        sounds.play("good" if moved > 0 else "bad" if moved < 0 else "choose")
        if told.learned:
            self.app.after(LEARNED_AFTER, lambda: sounds.play("learned"))

    def next(self, told: Told) -> None:
        """Go on after a play screen has shown what a choice led to."""
        from simulator.window.screens.recap import RecapScreen

        if told.stage_over:
            self.app.replace(RecapScreen(self, told.stage_over))
            self.app.sounds.play("stage")
        else:
            self._show_stage()

    def after_recap(self) -> None:
        """Go on after the coach's words: to the next stage, or to the epilogue."""
        if self.play.is_over:
            self._show_epilogue()
        else:
            self._show_stage()

    def _show_stage(self) -> None:
        from simulator.window.screens.stages import stage_screen

        self.app.reset(stage_screen(self))

    def _show_epilogue(self) -> None:
        from simulator.window.screens.epilogue import EpilogueScreen

        self.app.reset(EpilogueScreen(self))
        self.app.sounds.play("won" if self.play.outcome.kind in GOOD else "lost")

    def pause(self) -> None:
        """Interrupt the play."""
        from simulator.window.screens.pause import PauseScreen

        self.app.push(PauseScreen(self))

    def notebook(self) -> None:
        """Look at what is known."""
        from simulator.window.screens.notebook import NotebookScreen

        self.app.push(NotebookScreen(self))

    def briefing_again(self) -> None:
        """Look at the briefing during the play."""
        from simulator.window.screens.briefing import BriefingScreen

        self.app.push(BriefingScreen(self, self.level, in_play=True))

    def leave(self) -> None:
        """Leave the play, which is saved, for the title."""
        self.home()
        self.app.toast("Your run is saved. Continue it from here at any time.")

    def abandon(self) -> None:
        """Give the play up for good, after asking."""

        def abandon() -> None:
            self.forget(self.play.run)
            self.choose_level()

        self.app.push(
            Question(
                "Abandon this run?",
                "Its choices are lost. It gets no review and does not appear on the leaderboard.",
                "Abandon it",
                "Keep playing",
                abandon,
            )
        )

    def forget(self, run: Run) -> None:
        """Drop a saved play."""
        self._keeping(lambda: self.session.store.drop_progress(run.id))

    # After a play.

    def debrief(self) -> None:
        """Record the finished play and show its review, as soon as the level is solved."""
        if self.finishing is None:
            self._solving.when_ready(self.level, self._finish, self._unsolved)

    def _finish(self) -> None:
        def finish(_: object) -> Debrief:
            review = self.session.finish()
            give_back()
            return review

        def show(review: Debrief) -> None:
            from simulator.window.screens.debrief import DebriefScreen

            self.finishing = None
            if self.session.player is None:
                self.forget(self.play.run)
            self.app.reset(DebriefScreen(self, review, self.play))

        def fail(error: Exception) -> None:
            self.finishing = None
            if not isinstance(error, StoreError):
                raise error
            show(debrief(self.play, self.level.scorer()))
            self.app.toast(f"This run could not be recorded. {error}", "bad")

        self.finishing = self.app.background(finish, show, on_error=fail)

    def _unsolved(self, error: SolverError) -> None:
        text = f"{error} The run stays saved, so it can be reviewed when the level is fixed."
        self.app.push(
            Dialog(
                "This level cannot be reviewed",
                text,
                [Button("home", "Main menu", kind="primary")],
                lambda _: self.home(),
            )
        )

    # When something went wrong.

    def crashed(self, error: Exception) -> Screen:
        """The calm screen to show when a screen has failed."""
        from simulator.window.screens.crash import CrashScreen

        self.finishing = None
        return CrashScreen(self, error)

    def recover(self) -> None:
        """Go on from the last choice that was kept."""
        if self.session.play is None:
            self.home()
        else:
            self.resume(self.play.run)

    def _keeping(self, task: Callable[[], None]) -> None:
        """Write to the store; a disk that cannot take it is told and stops nothing."""
        try:
            task()
        except StoreError as error:
            self.app.toast(str(error), "bad")
