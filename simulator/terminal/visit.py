"""One person at the terminal: choosing a level, playing it, and reading the review."""

from __future__ import annotations

from typing import Final

from simulator.game.debrief import Debrief, debrief
from simulator.game.play import Play
from simulator.game.review_words import personal_best
from simulator.problems import SolverError, StoreError
from simulator.store.levels import Level
from simulator.store.model import Player
from simulator.store.session import Session
from simulator.terminal import people
from simulator.terminal.briefing import show_briefing, show_levels
from simulator.terminal.lines import Lines
from simulator.terminal.review import show_ending, show_one_move, show_review
from simulator.terminal.solving import Solving
from simulator.terminal.turns import Turns, keep
from simulator.terminal.what_if import ask_what_if

AFTER: Final = (
    ("w", "what if you had chosen otherwise?"),
    ("m", "look at one move in full"),
    ("r", "read the review again"),
    ("t", "the leaderboard"),
    ("a", "play this level again"),
    ("l", "the levels"),
    ("q", "leave"),
)
"""What can be done after a play."""


class Visit:
    """One person at the terminal, from the first line to the last."""

    def __init__(self, lines: Lines, session: Session) -> None:
        self._lines = lines
        self._session = session
        self._solving: Solving | None = None

    @property
    def _play(self) -> Play:
        assert self._session.play is not None, "this needs a play"
        return self._session.play

    @property
    def _level(self) -> Level:
        assert self._session.level is not None, "a play has a level"
        return self._session.level

    def welcome(self, player: Player | None, level: Level | None) -> None:
        """Lead through levels and plays until Leave is raised: the person wants to go."""
        lines = self._lines
        lines.say("Pitchcraft. Type a number or a letter, then Enter; q saves and leaves.")
        self._tell_repairs()
        self._session.player = player or people.ask_player(lines, self._session.store)
        while True:
            level = level or self._ask_level()
            if not self._started(level):
                level = None
                continue
            solving = self._solve(self._level)
            Turns(lines, self._session, solving).run()
            level = self._review(solving)

    def goodbye(self) -> None:
        """Say what is kept."""
        play = self._session.play
        if play is not None and play.steps and not play.run.ended:
            self._lines.say("Your run is saved. Start Pitchcraft again to go on from here.")
        else:
            self._lines.say("Goodbye.")

    def stop(self) -> None:
        """Let go of what still works behind."""
        if self._solving is not None:
            self._solving.stop()

    # Before a play.

    def _ask_level(self) -> Level:
        """Ask for a level; continuing a play puts it into the session."""
        session, lines = self._session, self._lines
        session.play = None
        show_levels(lines, session)
        pending = session.pending()
        if pending:
            title = pending.level.scenario.title
            lines.say()
            lines.item("c", f"Continue your run of {title}, in {pending.stage_name}.")
        many = len(session.levels)
        question = f"Which level, 1 to {many}{', or c' if pending else ''}?"
        answer = lines.number(question, many, letters="c" if pending else "")
        if isinstance(answer, int):
            return session.levels[answer - 1]
        assert pending is not None, "c is offered only then"
        session.resume(pending.level, pending.run)
        return pending.level

    def _started(self, level: Level) -> bool:
        """Begin or continue a play of a level; False when the person goes back."""
        session = self._session
        if session.play is not None or self._resumed(level):
            return True
        show_briefing(self._lines, level)
        self._solve(level)
        while answer := self._lines.ask("Press Enter to begin (b: back to the levels)."):
            if answer.casefold() == "b":
                return False
            self._lines.say("Press Enter to begin, or type b for the levels, or q to leave.")
        # The text is kept so that the play can go on when the file changes meanwhile.
        keep(self._lines, lambda: session.store.keep_scenario(level.game.digest, level.text))
        session.begin(level)
        return True

    def _resumed(self, level: Level) -> bool:
        """Whether an unfinished run of this level was found and is wanted."""
        session, lines = self._session, self._lines
        pending = session.pending(level)
        # Who names a seed wants that day, not another one begun earlier.
        if pending is None or session.seed not in (None, pending.run.seed):
            return False
        lines.say()
        lines.say(f"You have an unfinished run of this level, in {pending.stage_name}.")
        lines.item(1, "Go on with it.", indent=1)
        lines.item(2, "Forget it and start a new one.", indent=1)
        if lines.number("Which, 1 or 2?", 2) == 1:
            session.resume(pending.level, pending.run)
            return True
        keep(lines, lambda: session.store.drop_progress(pending.run.id))
        return False

    def _solve(self, level: Level) -> Solving:
        """Begin to solve a level, unless it is the one being solved already."""
        if self._solving is None or self._solving.level is not level:
            self.stop()
            self._solving = Solving(level)
        return self._solving

    # After a play.

    def _review(self, solving: Solving) -> Level | None:
        """Show the review; the level to play next if it is the same again, else None."""
        try:
            solving.wait(self._lines)
            review = self._finish()
        except SolverError as error:
            self._lines.say(f"{error} This run cannot be reviewed; it stays saved.")
            return None
        show_ending(self._lines, review)
        self._show_review(review)
        self._tell_record()
        return self._after(review)

    def _show_review(self, review: Debrief) -> None:
        session = self._session
        try:
            others = session.other_scores(review.run)
        except StoreError:
            standing = "Your earlier runs cannot be read just now."
        else:
            standing = personal_best(review.score, others, guest=session.player is None)
        show_review(self._lines, review, self._play, standing)

    def _finish(self) -> Debrief:
        """Record and review the play; one that cannot be recorded is reviewed all the same."""
        session = self._session
        try:
            review = session.finish()
        except StoreError as error:
            self._lines.say(f"This run could not be recorded. {error}")
            review = debrief(self._play, self._level.scorer())
        if session.player is None:
            keep(self._lines, lambda: session.store.drop_progress(self._play.run.id))
        return review

    def _tell_record(self) -> None:
        self._tell_repairs()
        entry = self._session.entry
        if entry is None:
            return
        self._lines.say()
        self._lines.say("This run is recorded." if entry.score is not None else entry.note)
        people.show_board(self._lines, self._session, self._level)

    def _after(self, review: Debrief) -> Level | None:
        lines, level = self._lines, self._level
        while True:
            lines.heading(f"You scored {review.score} of 1000. What now?")
            for letter, what in AFTER:
                lines.item(letter, what)
            answer = lines.number("Your letter:", 0, letters="wmrtal")
            if answer == "w":
                ask_what_if(lines, self._play, review, level.scorer())
            elif answer == "r":
                self._show_review(review)
            elif answer == "m":
                most = len(review.moves)
                at = lines.number(f"Which move, 1 to {most} (b: back)?", most, letters="b")
                if isinstance(at, int):
                    show_one_move(lines, review, self._play, at - 1)
            elif answer == "t":
                people.show_board(lines, self._session, level)
            else:
                self._session.play = None
                return level if answer == "a" else None

    def _tell_repairs(self) -> None:
        """Say what the store had to repair since it was last asked."""
        messages = self._session.store.messages
        while messages:
            self._lines.say(messages.pop(0))
