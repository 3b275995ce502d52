"""The best line against the same buyer, as an example worked step by step."""

from __future__ import annotations

from simulator.game.debrief import Debrief, LineStep
from simulator.game.play import Play
from simulator.game.review_words import done_in_words, with_feature
from simulator.window.screens.debrief_pieces import Label, Piece, Slot, Stack, Words, note
from simulator.window.screens.debrief_steps import StepWords
from simulator.window.screens.debrief_view import StepsView
from simulator.window.widgets import Action, Button, Widget


class BestLineView(StepsView):
    """Each step of best play beside what the trainee did at the same decision."""

    def __init__(self, review: Debrief, play: Play) -> None:
        self.review = review
        self.play = play
        self.done: dict[tuple[str, str], list[str]] = {}
        for move in review.moves:
            self.done.setdefault((move.task, move.feature), []).append(move.said)
        self.next_button = Button("line-next", "Next move", icon="arrow-right")
        steps = [
            StepWords(
                line.stage_name,
                done_in_words(line.said, line.feature),
                flag="You did this" if line.said in self._yours(line) else "",
                icon="check",
            )
            for line in review.best_line
        ]
        super().__init__("Best line", "line", steps, 0, head=("The best line", ""))

    def _yours(self, line: LineStep) -> list[str]:
        """What the trainee did at the same decision; nothing where it did not come up."""
        return self.done.get((line.task, line.feature), [])

    def build(self, index: int) -> Piece:
        """One step of the worked example."""
        lines = self.review.best_line
        line = lines[index]
        where = f"Move {index + 1} of {len(lines)} · {line.stage_name}"
        task = with_feature(line.task, line.feature)
        parts: list[Piece] = [
            Stack([Words(where, "caption", "muted"), Words(task, "heading")], 2),
            Stack([_small("star", "The best choice"), Words(line.said, "lead")], 2),
        ]
        if line.reply:
            parts.append(Stack([_small("ear", "What comes back"), Words(line.reply)], 2))
        if line.why:
            parts.append(note("bulb", "Why", line.why, "trust"))
        parts.append(self._compared(line))
        self.next_button.enabled = index + 1 < len(lines)
        self.next_button.touch()
        parts.append(Slot(self.next_button))
        if index == 0:
            parts.append(Words(self._fairness(), "small", "muted"))
        return Stack(parts, 16)

    def _fairness(self) -> str:
        first = self.play.scenario.prospect.first_name
        return (
            f"This is best play against the same buyer, knowing no more of {first} than you "
            "could know at each step. Where several choices are equally good, it takes one of them."
        )

    def _compared(self, line: LineStep) -> Piece:
        yours = self._yours(line)
        if line.said in yours:
            return Label("check", "You did this too.", "trust")
        if not yours:
            return Label("info", "In your run this decision did not come up.", "muted")
        return Stack([_small("user", "You chose here"), *(Words(said) for said in yours)], 2)

    def select(self, action: Action) -> Widget | None:
        """Go to the step a row asks for, or to the next one."""
        if action.name == "line-next":
            row = self.show(min(self.selected + 1, len(self.review.best_line) - 1))
            return self.next_button if self.next_button.enabled else row
        return super().select(action)


def _small(icon: str, text: str) -> Label:
    return Label(icon, text, "muted", "caption")
