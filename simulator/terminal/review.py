"""The review after the play, from the score down to the best line."""

from __future__ import annotations

from pathlib import Path

from simulator.game.debrief import Debrief, MoveReview, Share
from simulator.game.score import SCORE_MAX, Grade
from simulator.scenario.words import STAGES
from simulator.terminal import figures
from simulator.terminal.lines import Lines


def show_ending(lines: Lines, review: Debrief) -> None:
    """How it ended, and what the next ninety days bring."""
    lines.heading(f"The end: {review.outcome.title} ({review.outcome.kind.value})")
    lines.say(review.outcome_text)
    if review.epilogue:
        lines.heading("The next 90 days")
    for day, text in review.epilogue:
        lines.say(f"Day {day}: {text}")


def show_review(lines: Lines, review: Debrief) -> None:
    """The whole review, in the order of what matters most."""
    _show_score(lines, review)
    _show_buyer(lines, review)
    _show_shares(lines, "What you kept, stage by stage", review.stages)
    _show_shares(lines, "What you kept, skill by skill", review.skills)
    _show_moves(lines, review)
    _show_points(lines, review)
    _show_meters(lines, review)
    _show_best_line(lines, review)


def _show_score(lines: Lines, review: Debrief) -> None:
    lines.heading("Your score")
    ending = figures.next_star(review.score)
    lines.say(f"{review.score} of {SCORE_MAX}, {figures.stars(review.stars)}. {ending}")
    start, lost = figures.tenths(review.start), figures.tenths(review.lost)
    # The sum is exact; rounding three parts alone would make it look wrong in the last digit.
    luck = review.value * 10 - start + lost
    lines.say(
        f"The ending is worth {review.value} points of 100. Best play can expect "
        f"{figures.decimal(start)} from the start; your choices gave away {figures.decimal(lost)}; "
        f"luck, which does not count in the score, {_luck(luck)}. "
        f"{figures.decimal(start)} - {figures.decimal(lost)} "
        f"{'-' if luck < 0 else '+'} {figures.decimal(abs(luck))} = {review.value}."
    )
    lines.say(f"Clicking at random can expect {figures.points(review.random)}; that scores 0.")
    if review.turning_point is None:
        lines.say("Turning point: none. No choice gave a point away.")
        return
    move = review.moves[review.turning_point]
    lines.say(
        f"Turning point: move {move.number}, in {move.stage_name}, "
        f"cost {figures.points(move.lost)}: {move.said}"
    )


def _luck(tenths: int) -> str:
    if not tenths:
        return "changed nothing"
    return f"{'took' if tenths < 0 else 'gave'} {figures.decimal(abs(tenths))}"


def _show_buyer(lines: Lines, review: Debrief) -> None:
    lines.heading(f"Who it really was: {review.buyer.name}")
    lines.say(review.truth)
    lines.say("What could have told you:")
    for cue in review.cues:
        lines.say(f"- {cue}", indent=1, hang=2)


def _show_shares(lines: Lines, title: str, shares: tuple[Share, ...]) -> None:
    lines.heading(title)
    for share in shares:
        said = "nothing was at stake" if share.kept is None else figures.percent(share.kept)
        lines.say(f"{share.name}: {said}.")


def _show_moves(lines: Lines, review: Debrief) -> None:
    lines.heading("Move by move")
    stage = ""
    for move in review.moves:
        if move.stage != stage:
            stage = move.stage
            lines.say()
            lines.say(f"{STAGES[stage]}:")
        _show_move(lines, move, is_turn=move.number - 1 == review.turning_point)


def _show_move(lines: Lines, move: MoveReview, *, is_turn: bool) -> None:
    lost = f", {figures.points(move.lost)} lost" if move.lost else ""
    turn = ", the turning point" if is_turn else ""
    lines.item(move.number, f"{_task(move)}: {_grade(move.grade)}{lost}{turn}.")
    for label, text in (
        ("You", move.said),
        ("Why", move.why),
        ("Instead", move.instead),
        ("Best", move.best),
        ("The answer to that", move.best_reply),
        ("Why that is best", move.best_why),
        ("Evidence", move.source),
    ):
        if text:
            lines.say(f"{label}: {text}", indent=3, hang=3)
    lines.say(f"Rule: {Path(move.place.path).name}, line {move.place.line}.", indent=3)


def _task(move: MoveReview) -> str:
    return f"{move.task}, {move.feature}" if move.feature else move.task


def _grade(grade: Grade) -> str:
    return f"{grade.value} choice" if grade in (Grade.BEST, Grade.GOOD) else grade.value


def _show_points(lines: Lines, review: Debrief) -> None:
    lines.heading(f"Where the {review.value} points of the ending come from")
    for line in review.points:
        rule = f"{Path(line.place.path).name}, line {line.place.line}"
        lines.say(f"{line.points:+d}: {line.because} ({rule}).")
    total = sum(line.points for line in review.points)
    if total != review.value:
        lines.say(f"The sum is {total}; an ending is worth 0 to 100.")


def _show_meters(lines: Lines, review: Debrief) -> None:
    lines.heading("Meters, at the start and after each move")
    for line in review.meters:
        lines.say(f"{line.meter.name}: {', '.join(str(value) for value in line.values)}.")


def _show_best_line(lines: Lines, review: Debrief) -> None:
    lines.heading("The best line against the same buyer")
    lines.say("Played without knowing who the buyer is, from what you could have known as well.")
    stage = ""
    for number, step in enumerate(review.best_line, 1):
        if step.stage_name != stage:
            stage = step.stage_name
            lines.say()
            lines.say(f"{stage}:")
        lines.item(number, f"{step.feature}: {step.said}" if step.feature else step.said)
        if step.reply:
            lines.say(step.reply, indent=3)
        lines.say(f"Why: {step.why}", indent=3)
