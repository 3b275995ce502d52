"""What if: the same run with one other choice, against the same buyer."""

from __future__ import annotations

from simulator.game.debrief import Debrief, MoveReview, debrief, what_if
from simulator.game.play import Play
from simulator.game.review_words import (
    given_away,
    given_away_in_all,
    grade_count,
    stars_in_words,
    worth,
)
from simulator.game.score import Grade, Scorer
from simulator.game.what_if_words import SAME_BUYER, why_in_words
from simulator.scenario.words import called
from simulator.terminal.lines import Lines
from simulator.terminal.review import show_review


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
    _show_other(lines, review, other, scorer, at - 1)


def _show_other(lines: Lines, review: Debrief, other: Play, scorer: Scorer, move: int) -> None:
    """How the other run would have ended, and its whole review if that is wanted."""
    found = debrief(other, scorer)
    lines.say()
    lines.say(
        f"It would have ended with: {found.outcome.title} ({called(found.outcome.kind)}), worth "
        f"{worth(found.value)} instead of {review.value}. "
        f"Score {found.score} instead of {review.score}, {stars_in_words(found.stars).lower()}."
    )
    lines.say(why_in_words(review, found, move))
    lines.say(found.outcome_text)
    counts = [(grade, sum(1 for move in found.moves if move.grade is grade)) for grade in Grade]
    graded = ", ".join(grade_count(grade, count) for grade, count in counts if count)
    lines.say(f"In {len(found.moves)} moves: {graded}. {given_away_in_all(found.lost)}.")
    lines.say(SAME_BUYER)
    if lines.ask("Read its whole review (y), or go on (Enter)?").casefold() == "y":
        show_review(lines, found, other, "A what-if: it is on no board.")


def _ask_choice(lines: Lines, move: MoveReview) -> str | None:
    """The id of another choice that was open at a move, or None to go back."""
    others = [rival for rival in move.rivals if not rival.is_chosen]
    if not others:
        lines.say("Nothing else could be chosen there.")
        return None
    lines.say(f"{move.task}. You chose: {move.said}")
    for number, rival in enumerate(others, 1):
        lines.item(number, f"{rival.said} ({given_away(rival.lost)}.)", indent=1)
    most = len(others)
    which = "1" if most == 1 else f"1 to {most}"
    answer = lines.number(f"Which instead, {which} (b: back)?", most, letters="b")
    return others[answer - 1].id if isinstance(answer, int) else None
