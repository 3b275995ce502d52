"""The course of a play that can change under way: nothing of it is kept anywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from simulator.game.debrief import debrief
from simulator.game.play import Play, Told
from simulator.game.run import Run
from simulator.problems import Place
from simulator.store.levels import Level
from simulator.store.model import Player
from simulator.store.session import Pending, Session
from simulator.store.store import Store
from simulator.window.flow import Flow
from simulator.window.preview.bring import FIRST_SEED, bring, seed_drawing, seed_for
from simulator.window.preview.hole import Inset
from simulator.window.preview.insight import place_of_decision
from simulator.window.preview.stand import Stand, look_again, stand_of
from simulator.window.preview.version import Draft
from simulator.window.preview.ways import Way
from simulator.window.screen import Screen
from simulator.window.screens.debrief import DebriefScreen
from simulator.window.screens.epilogue import EpilogueScreen
from simulator.window.screens.recap import RecapScreen
from simulator.window.screens.stages import stage_screen
from simulator.window.stage.frame import StageScreen

NO_BOARD: Final = "A preview is not on the leaderboard."


class PreviewFlow(Flow):
    """Leads one play of a draft. Whatever leads out of a play in the game starts it again here.

    ``on_change`` is called whenever the play has moved. ``wish`` are the choices the author has
    made, also those that the present version of the file has no place for.
    """

    for_authors = True

    def __init__(self, inset: Inset, store: Store, on_change: Callable[[], None]) -> None:
        super().__init__(inset, Session(store, []))
        self.inset = inset
        self.on_change = on_change
        self.on_close: Callable[[], None] = lambda: None
        self.forced = ""
        self.wish: tuple[str, ...] = ()
        self._lost: Stand | None = None

    @property
    def is_playing(self) -> bool:
        """Whether there is a play."""
        return self.session.play is not None

    @property
    def draft(self) -> Draft:
        """The level of the play."""
        level = self.level
        assert isinstance(level, Draft), "a preview plays drafts"
        return level

    @property
    def stand(self) -> Stand:
        """Where the play stands on the screen."""
        return stand_of(self.app)

    def as_shown(self) -> Play:
        """The play as far as the screen has come: before the last choice while that is shown."""
        play = self.play
        if self.stand.looks_back and play.steps:
            return bring(self.level, play.run.seed, play.run.choices[:-1]).play
        return play

    def here(self) -> Place:
        """Where in the file stands what is on the screen."""
        play, top = self.play, self.app.stack[0]
        if isinstance(top, DebriefScreen) and top.review.moves:
            return top.review.moves[top.moves.selected].place
        if self.stand.looks_back and play.steps:
            step = play.steps[-1]
            spot = play.spots[step.state.node]
            if step.option < len(spot.choices):
                return play.scenario.place_of((*spot.path, step.option))
            return place_of_decision(play, step.state.node)
        if play.is_over:
            return play.scenario.place_of(("epilogue",))
        return place_of_decision(play)

    # The author's moves.

    def take(self, level: Draft) -> str:
        """Go on with another version of the file; returns what could not be kept, or nothing."""
        known = self.session.level
        if isinstance(known, Draft):
            level.inherit(known)
        if not self.is_playing:
            self._set(level, FIRST_SEED, ())
            self._put(Stand())
            return ""
        stand, buyer = self._lost or self.stand, self.play.game.buyers[self.play.buyer]
        seed = seed_for(level.game, self.forced or buyer, self.play.run.seed)
        before = self.wish
        stopped = self._set(level, seed, self.wish)
        self.wish = before
        self._lost = stand if stopped else None
        self._put(Stand() if stopped else stand)
        return stopped

    def back_one(self) -> bool:
        """Take back the last choice; tell whether there was one."""
        choices = self.play.run.choices
        if not choices:
            return False
        self._set(self.draft, self.play.run.seed, choices[:-1])
        self._put(Stand())
        return True

    def restart(self) -> None:
        """Start again, against the same buyer."""
        self._set(self.draft, self.play.run.seed, ())
        self._put(Stand())

    def force(self, buyer: str) -> str:
        """Play against a buyer, by id, or whoever is drawn for ""; keep the choices that fit."""
        self.forced = buyer
        level, stand = self.draft, self.stand
        seed = seed_for(level.game, buyer, self.play.run.seed) if buyer else self.play.run.seed
        stopped = self._set(level, seed, self.play.run.choices)
        self._put(Stand() if stopped else stand)
        return stopped

    def follow(self, way: Way) -> None:
        """Go to a decision."""
        level = self.draft
        if way.buyer != self.play.buyer and self.forced:
            self.forced = level.game.buyers[way.buyer]
        seed = seed_drawing(level.game, way.buyer, self.play.run.seed)
        self._set(level, seed, way.choices)
        self._put(Stand())

    def solved(self) -> None:
        """Show what could not be shown before the level was solved."""
        if self.stand.kind == "recap":
            self._put(self.stand)
        else:
            self.on_change()

    def _set(self, level: Draft, seed: int, choices: tuple[str, ...]) -> str:
        """Have the play at a point of a draft; returns why it could not come there, or nothing."""
        brought = bring(level, seed, choices)
        self.session.level, self.session.play = level, brought.play
        self.wish = brought.play.run.choices
        self._lost = None
        return brought.stopped

    # The screens.

    def _put(self, stand: Stand) -> None:
        """Show the screen of a stand, at once."""
        with self.inset.still():
            screen = self._screen(stand)
            self.app.reset(screen)
            self.inset.lay_out()
            if stand.kind == "answer" and isinstance(screen, StageScreen):
                screen.choose(self.wish[-1])
            look_again(screen, stand)
            if stand.above == "briefing":
                self.briefing_again()
            elif stand.above == "notebook":
                self.notebook()
        self.on_change()

    def _screen(self, stand: Stand) -> Screen:
        play = self.play
        if stand.kind == "answer" and play.steps:
            wish = self.wish
            self._set(self.draft, play.run.seed, play.run.choices[:-1])
            self.wish = wish
            return stage_screen(self)
        if stand.kind == "recap" and play.told and play.told[-1].stage_over:
            return RecapScreen(self, play.told[-1].stage_over)
        if not play.is_over:
            return stage_screen(self)
        if stand.kind == "review" and self.draft.is_solved:
            return DebriefScreen(self, debrief(play, self.draft.scorer()), play)
        return EpilogueScreen(self)

    # What is different in a preview.

    def choose(self, choice: str) -> Told:
        """Make a choice; it is not saved."""
        told = self.play.choose(choice)
        self.wish, self._lost = self.play.run.choices, None
        self.on_change()
        return told

    def next(self, told: Told) -> None:
        """Go on after a choice."""
        super().next(told)
        self.on_change()

    def after_recap(self) -> None:
        """Go on after the coach's words."""
        super().after_recap()
        self.on_change()

    def pending(self, level: Level | None = None) -> Pending | None:  # noqa: ARG002
        """Nothing is ever saved."""
        return None

    def home(self) -> None:
        """Start again: there is no title."""
        self.restart()

    def choose_level(self) -> None:
        """Start again: there is one level."""
        self.restart()

    def enter(self) -> None:
        """Start again."""
        self.restart()

    def players(self) -> None:
        """Start again: nobody is signed in."""
        self.restart()

    def become(self, player: Player | None) -> None:  # noqa: ARG002
        """Start again: nobody is signed in."""
        self.restart()

    def brief(self, level: Level) -> None:  # noqa: ARG002
        """Start again."""
        self.restart()

    def board(self, level: Level | None = None) -> None:  # noqa: ARG002
        """Say that there is none."""
        self.app.toast(NO_BOARD, "neutral")

    def start(self, level: Level) -> None:  # noqa: ARG002
        """Start again."""
        self.restart()

    def resume(self, run: Run) -> None:
        """Go on where a run of this draft stands."""
        self._set(self.draft, run.seed, run.choices)
        self._put(Stand())

    def again(self) -> None:
        """Start again on another day."""
        level, seed = self.draft, self.play.run.seed + 1
        self._set(level, seed_for(level.game, self.forced, seed) if self.forced else seed, ())
        self._put(Stand())

    def leave(self) -> None:
        """Close the window."""
        self.on_close()

    def pause(self) -> None:
        """Offer the ways on."""
        from simulator.window.preview.dialogs import Pause

        self.app.push(Pause(self))

    def crashed(self, error: Exception) -> Screen:
        """The screen to show when a screen has failed."""
        from simulator.window.preview.dialogs import Failure

        self.finishing = None
        return Failure(self, error)
