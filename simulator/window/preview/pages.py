"""What the author's panel says: of the present decision, of all decisions, of the problems."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.game.play import Play
from simulator.game.review_words import amount, points
from simulator.game.score import Scorer, cost
from simulator.problems import Place, Problem
from simulator.scenario.show import in_order
from simulator.scenario.words import STAGES
from simulator.window.preview.flow import PreviewFlow
from simulator.window.preview.insight import expected, secrets, suspects
from simulator.window.preview.panel import Status
from simulator.window.preview.rows import (
    Line,
    SecretCard,
    Words,
    buyer_row,
    decision_row,
    problem_row,
)
from simulator.window.preview.version import Version
from simulator.window.widgets import Widget

HIDDEN: Final = "What is hidden stays hidden. Press Reveal (F4) to see what each choice is worth."
FIX: Final = "Fix these and save the file to play it."
NO_PROBLEMS: Final = "No problems in your last save."


def now_page(flow: PreviewFlow, *, reveals: bool, solving: str) -> list[Widget]:
    """Where the play stands, the buyers, and if ``reveals`` all that a choice hides.

    ``solving`` says how far the proof is, empty when it is there or there is none to be had.
    """
    play = flow.as_shown()
    scorer = flow.draft.scorer() if flow.draft.is_solved else None
    made = flow.play.run.choices[-1] if len(flow.play.steps) > len(play.steps) else ""
    rows: list[Widget] = [Words("where", _where(play, flow.here(), scorer, reveals=reveals))]
    if reveals and solving:
        rows.append(Words("solving", [(solving, "small", "primary")]))
    if not play.is_over:
        rows += _choices(play, scorer, made, reveals=reveals)
    rows.append(Words("buyers", [("Who is the buyer", "name", "ink")]))
    forced = flow.forced
    rows += [
        buyer_row(number, one, reveals=reveals, forced=one.id == forced)
        for number, one in enumerate(suspects(play), 1)
    ]
    return rows


def _where(play: Play, place: Place, scorer: Scorer | None, *, reveals: bool) -> list[Line]:
    line = f"line {place.line}" if place.line else place.path
    if play.is_over:
        lines: list[Line] = [("The sale is over", "heading", "ink"), (line, "caption", "muted")]
        lines.append((f"It ended as `{play.outcome.id}`.", "small", "ink"))
    else:
        prompt = play.prompt()
        said = f"{prompt.node}: {prompt.stage_name}, step {prompt.number}, {line}"
        lines = [(prompt.task, "heading", "ink"), (said, "caption", "muted")]
    if reveals and scorer is not None:
        result = scorer.score([(play.run.choices, play.buyer)])[0]
        lines.append(
            (f"Best play from here: {amount(expected(play, scorer))} of 100.", "small", "ink")
        )
        gone = points(cost(result.regret, result.start, result.random))
        lines.append((f"Given away so far: {gone}.", "small", "ink"))
    return lines


def _choices(play: Play, scorer: Scorer | None, made: str, *, reveals: bool) -> list[Widget]:
    if not reveals:
        return [Words("hidden", [(HIDDEN, "small", "muted")])]
    names = {meter.id: meter.name for meter in play.meters()}
    found = secrets(play, scorer)
    return [SecretCard(secret, names, made=secret.id == made) for secret in found]


def jump_page(flow: PreviewFlow) -> list[Widget]:
    """Every decision, by stage; those that the play has come by are marked."""
    play = flow.as_shown()
    past = {step.state.node for step in play.steps}
    here = -1 if play.is_over else play.state.node
    rows: list[Widget] = []
    for number, spot in enumerate(play.spots):
        if number == 0 or play.spots[number - 1].stage != spot.stage:
            rows.append(Words(f"stage:{spot.stage}", [(STAGES[spot.stage], "name", "ink")]))
        mark = "here" if number == here else "done" if number in past else ""
        node = play.game.nodes[number].id
        rows.append(decision_row(number, node, play.fill(spot.decision.task), mark))
    return rows


def problem_page(problems: Sequence[Problem], *, broken: bool) -> list[Widget]:
    """All problems; ``broken`` when the saved file cannot be played."""
    rows: list[Widget] = []
    if broken:
        rows.append(Words("broken", [(FIX, "small", "ink")]))
    elif not problems:
        rows.append(Words("fine", [(NO_PROBLEMS, "small", "muted")]))
    rows += [problem_row(at, problem) for at, problem in enumerate(in_order(problems))]
    return rows


def status_of(
    version: Version, problems: Sequence[Problem], *, plays: bool, looking: str, fresh: bool
) -> Status:
    """How the last save stands, in a line: ``looking`` for a way to a decision, or just made."""
    errors = _count(version.errors, "error")
    if version.level is None:
        then = "Still playing the last valid version." if plays else "Nothing can be played yet."
        return Status(f"{errors}. {then}", "bad")
    if looking:
        return Status(f"Looking for a way to {looking}.", "primary")
    if fresh:
        return Status("Showing your last save.", "good")
    if problems:
        return Status(f"Live. {_count(problems, 'thing')} to look at.", "fair")
    return Status("Live: save the file and see it here.", "good")


def _count(problems: Sequence[Problem], word: str) -> str:
    many = len(problems)
    return f"{many} {word}" if many == 1 else f"{many} {word}s"
