"""Golden playthroughs: one run for each ending, as plain text.

A file holds the meaning of a run and none of its words, so only a change of rules shows. After a
change that was meant, write them again with ``python -m tests.content_golden`` and read the
difference.
"""

from __future__ import annotations

from pathlib import Path

from simulator.game.steps import Step, walk
from simulator.scenario.words import STAGES
from tests.content_kit import SHIPPED, Content, Ending, content, explored

FOLDER = Path(__file__).parent / "golden"


def transcript(it: Content, buyer: int, choices: tuple[str, ...]) -> str:
    """A run as text: what was chosen, what it moved and taught, how it ended and scored."""
    game = it.game
    steps = walk(game, choices, buyer)
    result = it.scorer.score([(choices, buyer)])[0]
    ending = game.outcomes[steps[-1].after.outcome - 1]
    lines = [
        f"scenario: {game.id}",
        f"buyer: {game.buyers[buyer]}",
        f"ending: {ending}, worth {result.value}, score {result.score}",
    ]
    stage = -1
    for step in steps:
        node = game.nodes[step.state.node]
        if node.stage != stage:
            stage = node.stage
            lines += ["", list(STAGES.values())[stage]]
        lines.append(_line(it, step))
    return "\n".join(lines) + "\n"


def _line(it: Content, step: Step) -> str:
    game = it.game
    node = game.nodes[step.state.node]
    moved = zip(game.meters, step.state.meters, step.after.meters, strict=True)
    notes = [f"{meter} {old} to {new}" for meter, old, new in moved if old != new]
    fresh = step.after.marks & ~step.state.marks
    notes += [f"learned {fact}" for at, fact in enumerate(game.facts) if fresh >> at & 1]
    if step.after.outcome != step.state.outcome:
        notes.append(f"outcome {game.outcomes[step.after.outcome - 1]}")
    told = f"  ({'; '.join(notes)})" if notes else ""
    return f"  {node.id}: {node.options[step.option].id}{told}"


def choices_in(text: str) -> tuple[str, ...]:
    """The choice ids of a transcript."""
    steps = (line.split() for line in text.splitlines() if line.startswith("  "))
    return tuple(words[1] for words in steps)


def path_of(name: str, outcome: str) -> Path:
    """Where the playthrough of an ending is kept."""
    return FOLDER / f"{name}-{outcome}.txt"


def write_all() -> None:
    """Write the best run found for each ending of each shipped scenario."""
    FOLDER.mkdir(exist_ok=True)
    for name in SHIPPED:
        it = content(name)
        endings: dict[str, Ending] = explored(name).endings
        for outcome, run in endings.items():
            text = transcript(it, run.buyer, run.choices)
            path_of(name, outcome).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_all()
