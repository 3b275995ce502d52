"""The review after the play, from the score down to the best line."""

from __future__ import annotations

from collections import defaultdict

from simulator.game.debrief import Debrief, LineStep, MoveReview, PointLine, Share
from simulator.game.play import Play
from simulator.game.review_words import (
    GRADING,
    amount,
    decimal,
    done_in_words,
    felt,
    given_away,
    less_given_away,
    luck_in_words,
    next_star,
    percent,
    place_in_words,
    points,
    priority,
    skill_and_luck,
    stars_in_words,
    step_luck,
    with_feature,
    worth,
)
from simulator.game.score import SCORE_MAX, Grade
from simulator.scenario.words import STAGES, called
from simulator.terminal.lines import Lines


def show_ending(lines: Lines, review: Debrief) -> None:
    """How it ended, and what the next ninety days bring."""
    lines.heading(f"The end: {review.outcome.title} ({called(review.outcome.kind)})")
    lines.say(review.outcome_text)
    if review.epilogue:
        lines.heading("The next 90 days")
    for day, text in review.epilogue:
        lines.say(f"Day {day}: {text}")


def show_review(lines: Lines, review: Debrief, play: Play, standing: str) -> None:
    """The whole review, in the order of what matters most; ``standing`` is a sentence."""
    _show_score(lines, review, standing)
    _show_priority(lines, review)
    _show_buyer(lines, review)
    _show_shares(lines, "What you kept, stage by stage", review.stages)
    _show_shares(lines, "What you kept, skill by skill", review.skills)
    _show_moves(lines, review)
    _show_points(lines, review)
    _show_meters(lines, review, play)
    _show_best_line(lines, review, play)


def _show_score(lines: Lines, review: Debrief, standing: str) -> None:
    lines.heading("Your score")
    stars = stars_in_words(review.stars).lower()
    lines.say(
        f"{review.score} of {SCORE_MAX}, {stars}. {next_star(review.score, review.lost)}".strip()
    )
    lines.say(standing)
    lines.say(less_given_away(review.lost))
    sum_ = skill_and_luck(review)
    lines.say(
        f"The ending is worth {worth(review.value)}. Choices like yours come to "
        f"{decimal(sum_.played)} on average. {luck_in_words(sum_.luck)} "
        f"{decimal(sum_.played)} {'-' if sum_.luck < 0 else '+'} {decimal(sum_.luck)} = "
        f"{review.value}. Luck does not count in the score."
    )
    lines.say(
        f"On average best play comes to {amount(review.start)}, which scores {SCORE_MAX}, and "
        f"clicking at random to {amount(review.random)}, which scores 0."
    )
    if review.turning_point is None:
        lines.say("Turning point: none. No choice gave a point away.")
        return
    move = review.moves[review.turning_point]
    lines.say(
        f"Turning point: move {move.number}, in {move.stage_name}, "
        f"cost {points(move.lost)}: {move.said}"
    )


def _show_priority(lines: Lines, review: Debrief) -> None:
    first = priority(review)
    lines.heading("Well played" if first.move is None else f"Work on this first: {first.title}")
    lines.say(first.text)
    if first.move is not None:
        lines.say(f"You: {first.yours}", indent=3, hang=3)
        lines.say(f"Better: {first.better}", indent=3, hang=3)


def _show_buyer(lines: Lines, review: Debrief) -> None:
    lines.heading(f"Who it really was: {review.buyer.name}")
    lines.say(review.truth)
    lines.say("What could have told you:")
    for cue in review.cues:
        lines.say(f"- {cue}", indent=1, hang=2)


def _show_shares(lines: Lines, title: str, shares: tuple[Share, ...]) -> None:
    lines.heading(title)
    for share in shares:
        lines.say(f"{share.name}: {percent(share.kept)}.")


def _show_moves(lines: Lines, review: Debrief) -> None:
    lines.heading("Move by move")
    lines.say(GRADING)
    stage = ""
    for move in review.moves:
        if move.stage != stage:
            stage = move.stage
            lines.say()
            lines.say(f"{STAGES[stage]}:")
        _show_move(lines, review, move)


def _show_move(lines: Lines, review: Debrief, move: MoveReview) -> None:
    lines.item(move.number, f"{with_feature(move.task, move.feature)}: {_marks(review, move)}.")
    lines.say(f"You: {move.said}", indent=3, hang=3)
    _show_advice(lines, move)


def _marks(review: Debrief, move: MoveReview) -> str:
    """The grade of a move, what it cost, and whether it was the turning point."""
    grade = move.grade.value
    marks = [f"{grade} choice" if move.grade in (Grade.BEST, Grade.GOOD) else grade]
    marks += [given_away(move.lost).lower()] if move.lost else []
    marks += ["the turning point"] if move.number - 1 == review.turning_point else []
    return ", ".join(marks)


def _show_advice(lines: Lines, move: MoveReview) -> None:
    for label, text in (
        ("Why", move.why),
        ("Instead", move.instead),
        ("Best", move.best),
        ("The answer to that", move.best_reply),
        ("Why that is best", move.best_why),
        ("Evidence", move.source),
    ):
        if text:
            lines.say(f"{label}: {text}", indent=3, hang=3)
    lines.say(f"Rule: {place_in_words(move.place)}.", indent=3)


def show_one_move(lines: Lines, review: Debrief, play: Play, index: int) -> None:
    """Everything about one move: what led to it, what came of it, and all that was open there."""
    move = review.moves[index]
    lines.heading(f"Move {move.number} of {len(review.moves)}, {move.stage_name}")
    lines.say(f"{with_feature(move.task, move.feature)}: {_marks(review, move)}.")
    is_spoken = bool(play.spots[play.steps[index].state.node].decision.prospect)
    if move.prospect:
        name = play.scenario.prospect.first_name
        lines.say(f"{f'{name} says' if is_spoken else 'The situation'}: {move.prospect}")
    lines.say(f"You: {move.said}")
    if move.reply:
        lines.say(f"What came back: {move.reply}")
    names = {meter.id: meter.name for meter in play.meters()}
    changes = [f"{names[id_]} {by:+d}" for id_, by in play.told[index].changes.items()]
    lines.say(f"What changed: {', '.join(changes) or 'nothing'}.")
    lines.say(step_luck(move.luck))
    _show_advice(lines, move)
    lines.say("Your options:")
    for rival in move.rivals:
        mine = ", your choice" if rival.is_chosen else ""
        lines.say(f"- {rival.said} ({given_away(rival.lost)}{mine}.)", indent=1, hang=2)


def _show_points(lines: Lines, review: Debrief) -> None:
    lines.heading(f"Why the ending is worth {worth(review.value)}")
    _show_rules(lines, review.points, review.value)
    best = min(max(sum(line.points for line in review.best_points), 0), 100)
    lines.say()
    lines.say(
        f"The best line ends with the same buyer in: {review.best_outcome.title}, "
        f"worth {worth(best)}:"
    )
    _show_rules(lines, review.best_points, best)


def _show_rules(lines: Lines, rules: tuple[PointLine, ...], value: int) -> None:
    for line in rules:
        lines.say(f"{line.points:+d}: {line.because} ({place_in_words(line.place)}).")
    total = sum(line.points for line in rules)
    if total != value:
        lines.say(f"The sum is {total}; an ending is worth 0 to 100.")


def _show_meters(lines: Lines, review: Debrief, play: Play) -> None:
    lines.heading(f"{felt(play)}, at the start and after each move")
    for line in review.meters:
        lines.say(f"{line.meter.name}: {', '.join(str(value) for value in line.values)}.")


def _show_best_line(lines: Lines, review: Debrief, play: Play) -> None:
    lines.heading("The best line against the same buyer")
    first = play.scenario.prospect.first_name
    lines.say(
        f"Played knowing no more of {first} than you could know at each step. Where several "
        "choices are equally good, it takes one of them."
    )
    done: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for move in review.moves:
        done[move.task, move.feature].append(move.said)
    stage = ""
    for number, step in enumerate(review.best_line, 1):
        if step.stage_name != stage:
            stage = step.stage_name
            lines.say()
            lines.say(f"{stage}:")
        lines.item(number, f"{step.task}: {done_in_words(step.said, step.feature)}")
        if step.reply:
            lines.say(step.reply, indent=3)
        if step.why:
            lines.say(f"Why: {step.why}", indent=3, hang=3)
        lines.say(_compared(step, done[step.task, step.feature]), indent=3, hang=3)


def _compared(step: LineStep, yours: list[str]) -> str:
    if step.said in yours:
        return "You did this too."
    if not yours:
        return "In your run this decision did not come up."
    return f"You chose here: {' '.join(yours)}"
