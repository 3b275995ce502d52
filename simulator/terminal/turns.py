"""The turns of a play: one decision after the other, until the run is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from simulator.game.play import Play, Prompt
from simulator.problems import StoreError
from simulator.store.session import Session
from simulator.terminal import stage
from simulator.terminal.briefing import show_briefing
from simulator.terminal.lines import Lines, whole
from simulator.terminal.solving import Solving

HELP: Final = (
    ("a number", "make that choice"),
    ("Enter", "read the decision again"),
    ("n", "notebook: what you have learned"),
    ("m", "meters: how the prospect feels"),
    ("b", "briefing"),
    ("s", "transcript: all that was said"),
    ("q", "save and leave"),
    ("?", "this help"),
)


def keep(lines: Lines, task: Callable[[], object]) -> None:
    """Write to the store; a disk that cannot take it is told and stops nothing."""
    try:
        task()
    except StoreError as error:
        lines.say(f"This run is not being saved. {error}")


class Turns:
    """The play of a session, from where it stands to its end."""

    def __init__(self, lines: Lines, session: Session, solving: Solving) -> None:
        assert session.play is not None, "turns need a play"
        assert session.level is not None, "a play has a level"
        self._lines = lines
        self._solving = solving
        self._session = session
        self._play: Play = session.play
        self._level = session.level

    def run(self) -> None:
        """Ask for one choice after the other, each saved before its answer is shown.

        Raises Leave when the person wants to go.
        """
        shown = ""
        if self._play.told:
            self._lines.heading("Where you stopped")
            self._show_told()
        while not self._play.is_over:
            prompt = self._play.prompt()
            if prompt.stage != shown:
                shown = prompt.stage
                stage.show_opening(self._lines, self._play, shown)
            stage.show_prompt(self._lines, self._play, prompt)
            choice = self._ask(prompt)
            keep(self._lines, lambda choice=choice: self._session.choose(choice))  # type: ignore[misc]
            self._show_told()

    def _show_told(self) -> None:
        """What the last choice led to; after a stage that is also how well it went."""
        told = self._play.told[-1]
        if told.stage_over:
            self._solving.settle()
        stage.show_told(self._lines, self._level, self._play, told)

    def _ask(self, prompt: Prompt) -> str:
        """Ask until a legal choice is named; other commands are answered meanwhile."""
        lines, choices = self._lines, prompt.choices
        most = len(choices)
        while True:
            answer = lines.ask(f"Your choice, 1 to {most} (? for help):").casefold()
            number = whole(answer)
            if number is not None and 1 <= number <= most:
                view = choices[number - 1]
                if view.is_legal:
                    return view.id
                why = "is done already" if view.is_used else f"is locked: {view.locked_hint}"
                lines.say(f"{number} {why.rstrip('.')}. Choose another.")
            elif not self._looked_up(answer, prompt):
                lines.say(f"Type a number from 1 to {most}, or ? for help.")

    def _looked_up(self, answer: str, prompt: Prompt) -> bool:
        """Answer a command that changes nothing; False when it is none."""
        lines, play = self._lines, self._play
        commands: dict[str, Callable[[], None]] = {
            "": lambda: stage.show_prompt(lines, play, prompt),
            "n": lambda: stage.show_notebook(lines, play),
            "m": lambda: stage.show_meters(lines, play),
            "b": lambda: show_briefing(lines, self._level),
            "s": lambda: stage.show_transcript(lines, play),
            "?": self._help,
        }
        if answer not in commands:
            return False
        commands[answer]()
        return True

    def _help(self) -> None:
        self._lines.heading("What you can type, followed by Enter")
        for key, what in HELP:
            self._lines.say(f"{key}: {what}.")
