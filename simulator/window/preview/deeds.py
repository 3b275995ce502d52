"""What the author can do to the play: go elsewhere in it, open the file, record it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from simulator.game.score import Scorer
from simulator.problems import PitchcraftError, Place
from simulator.window.app import App
from simulator.window.preview.editor import NoEditor, editor_command, run_editor
from simulator.window.preview.flow import PreviewFlow
from simulator.window.preview.naming import NameDialog
from simulator.window.preview.recording import NotRecorded, entry_of, proposed_name, record
from simulator.window.preview.ways import Stopped, Way, find_way
from simulator.window.widgets import Action
from simulator.window.work import Job


class Deeds:
    """Does what the author asks for; whatever takes time is done in a thread.

    ``looking`` is the decision to which a way is being looked for, or empty.
    """

    def __init__(self, path: Path, app: App, flow: PreviewFlow) -> None:
        self.path = path
        self.app = app
        self.flow = flow
        self.looking = ""
        self._search: Job[Way | None] | None = None

    def do(self, action: Action) -> None:
        """Answer a tool or a row that is about the play."""
        value = str(action.value)
        ways: dict[str, Callable[[], None]] = {
            "restart": self.flow.restart,
            "back": self._back_one,
            "next-buyer": self._next_buyer,
            "record": self._ask_name,
            "buyer": lambda: self._force(value),
            "jump-to": lambda: self.jump(int(value)),
        }
        if action.name in ways:
            self.flow.inset.attempt(ways[action.name])

    def say(self, text: str, tone: str = "good") -> None:
        """Show a short message over the play."""
        self.flow.app.toast(text, tone)

    def _complain(self, error: Exception) -> None:
        if not isinstance(error, PitchcraftError):
            raise error
        self.say(str(error), "bad")

    # Elsewhere in the play.

    def _back_one(self) -> None:
        if not self.flow.back_one():
            self.say("This is the first decision.", "neutral")

    def _next_buyer(self) -> None:
        play = self.flow.play
        if len(play.game.buyers) == 1:
            self.say("There is one buyer only.", "neutral")
        else:
            self._force(play.game.buyers[(play.buyer + 1) % len(play.game.buyers)])

    def _force(self, buyer: str) -> None:
        """Play against a buyer; for the one that is forced already, against any again."""
        wish = "" if self.flow.forced == buyer else buyer
        stopped = self.flow.force(wish)
        name = self.flow.play.scenario.buyers[self.flow.play.buyer].name
        said = f"Now against {name}." if wish else "Now against a buyer drawn by chance."
        self.say(f"{said} {stopped}".strip(), "fair" if stopped else "good")

    def jump(self, node: int) -> None:
        """Go to the decision of a node as soon as a way to it is found."""
        self.call_off()
        draft, play = self.flow.draft, self.flow.play
        solution = draft.scorer().solution if draft.is_solved else None
        name = self.looking = play.game.nodes[node].id

        def search(job: Job[Way | None]) -> Way | None:
            made, buyer = play.run.choices, play.buyer
            try:
                return find_way(play.game, solution, made, buyer, node, lambda: job.cancelled)
            except Stopped:
                return None

        self._search = self.app.background(search, lambda way: self._arrive(name, way))

    def _arrive(self, name: str, way: Way | None) -> None:
        self.call_off()
        self.flow.on_change()
        if way is None:
            self.say(f"Nothing leads to {name}, whatever is chosen.", "bad")
            return
        before = self.flow.play.buyer
        found = way
        self.flow.inset.attempt(lambda: self.flow.follow(found))
        buyer = self.flow.play.scenario.buyers[way.buyer].name
        against = f", against {buyer}" if before != way.buyer else ""
        self.say(f"At {name}, {way.how}{against}.")

    def call_off(self) -> None:
        """Look for no way any more."""
        if self._search:
            self._search.cancel()
        self._search, self.looking = None, ""

    # The file.

    def edit(self, place: Place | None) -> None:
        """Open the file in the author's editor, at the present decision without a place."""
        if place is None and self.flow.is_playing:
            place = self.flow.here()
        line = max(1, place.line) if place else 1
        try:
            command = editor_command(self.path.absolute(), line)
        except NoEditor as error:
            self._complain(error)
            return
        self.app.background(
            lambda _: run_editor(command, line), lambda _: None, on_error=self._complain
        )
        self.say(f"Opening line {line} in {Path(command[0]).stem}.", "neutral")

    def _scorer(self) -> Scorer | None:
        return self.flow.draft.scorer() if self.flow.draft.is_solved else None

    def _ask_name(self) -> None:
        try:
            entry_of(self.flow.play, "", self._scorer())
        except NotRecorded as error:
            self._complain(error)
        else:
            self.app.push(NameDialog(proposed_name(self.flow.play), self._record))

    def _record(self, name: str) -> None:
        try:
            entry = entry_of(self.flow.play, name, self._scorer())
        except NotRecorded as error:
            self._complain(error)
            return
        self.app.background(
            lambda _: record(self.path, entry),
            lambda _: self.say("Recorded. From now on “pitchcraft check” tries this run."),
            on_error=self._complain,
        )
