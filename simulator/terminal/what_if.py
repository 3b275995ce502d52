"""What if: the same run with one other choice, against the same buyer."""

from __future__ import annotations

from simulator.game.debrief import Debrief, MoveReview, what_if
from simulator.game.play import Play
from simulator.game.score import Scorer
from simulator.terminal import figures
from simulator.terminal.lines import Lines


def ask_what_if(lines: Lines, play: Play, review: Debrief, scorer: Scorer) -> None:
    """Ask for a move, another choice there and what follows; tell how that would have ended."""
    most = len(review.moves)
    at = lines.number(f"Which move would you change, 1 to {most} (b: back)?", most, letters="b")
    if not isinstance(at, int):
        return
    move = review.moves[at - 1]
    choice = _ask_choice(lines, move)
    if choice is None:
        return
    lines.say("After that:")
    lines.item(1, "Your later choices, where they are still possible.", indent=1)
    lines.item(2, "Best play from there on.", indent=1)
    then = lines.number("Which, 1 or 2 (b: back)?", 2, letters="b")
    if not isinstance(then, int):
        return
    other = what_if(play, scorer, at - 1, choice, best_on=then == 2)
    result = scorer.score([(other.run.choices, play.buyer)])[0]
    lines.say()
    lines.say(
        f"It would have ended with: {other.outcome.title} ({other.outcome.kind.value}), worth "
        f"{result.value} points instead of {review.value}. "
        f"Score {result.score} instead of {review.score}."
    )
    lines.say(other.fill(other.outcome.text))


def _ask_choice(lines: Lines, move: MoveReview) -> str | None:
    """The id of another choice that was open at a move, or None to go back."""
    others = [rival for rival in move.rivals if not rival.is_chosen]
    if not others:
        lines.say("Nothing else could be chosen there.")
        return None
    lines.say(f"{move.task}. You chose: {move.said}")
    for number, rival in enumerate(others, 1):
        said = "gives nothing away" if rival.is_best else f"gives away {figures.points(rival.lost)}"
        lines.item(number, f"{rival.said} ({said.capitalize()}.)", indent=1)
    most = len(others)
    which = "1" if most == 1 else f"1 to {most}"
    answer = lines.number(f"Which instead, {which} (b: back)?", most, letters="b")
    return others[answer - 1].id if isinstance(answer, int) else None
