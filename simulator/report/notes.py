"""Where an author should look first: what the figures of a scenario say, worst first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from simulator.report.build import percent
from simulator.report.data import ChoiceFigures, DecisionFigures, Note, StageFigures

MANY: Final = 10
"""Plays by people from which on their choices say something about a decision."""
SMALL: Final = 0.5
"""Points under which a decision hardly matters."""
SELDOM: Final = 0.005
"""The share of plays under which hardly anybody comes to a decision."""
MOST: Final = 3


def notes(stages: Iterable[StageFigures], runs: int) -> tuple[Note, ...]:
    """What stands out in a scenario, for plays by this many people."""
    decisions = [one for stage in stages for one in stage.decisions]
    found = [*(_of_people(decisions, runs) if runs >= MANY else [_stakes(decisions)])]
    found += [_small(decisions), _seldom(decisions)]
    return tuple(note for note in found if note.points)


def _of_people(decisions: list[DecisionFigures], runs: int) -> Iterator[Note]:
    worst = sorted(decisions, key=lambda one: -(one.players_lost or 0.0))[:MOST]
    yield Note(
        "Where people lose most",
        "Coach this, or make the cues before it clearer.",
        tuple((one.id, _losing(one)) for one in worst if (one.players_lost or 0.0) >= SMALL),
    )
    yield Note(
        "What everybody gets right",
        "Nobody has to judge here: make the other choices more tempting.",
        tuple((one.id, "") for one in decisions if one.players_right == 1.0
              and _met(one, runs) and one.at_stake >= SMALL),
    )  # fmt: skip
    yield Note(
        "What nobody falls for",
        "A wrong choice that tempts nobody teaches nothing: sharpen it, or leave it out.",
        tuple((one.id, ", ".join(idle)) for one in decisions if _met(one, runs)
              and one.players_right != 1.0 and (idle := _idle(one))),
    )  # fmt: skip


def _losing(one: DecisionFigures) -> str:
    wrong = max(one.choices, key=lambda choice: (choice.taken.players or 0.0) * choice.loss)
    return (
        f"{one.players_lost:.1f} of 100 per run; {percent(min(1.0, wrong.taken.players or 0.0))}"
        f" take `{wrong.id}`, which loses {wrong.loss:.1f}"
    )


def _met(one: DecisionFigures, runs: int) -> bool:
    """Whether enough people came to a decision for their choices to say something."""
    return runs * sum(choice.taken.players or 0.0 for choice in one.choices) >= MANY


def _idle(one: DecisionFigures) -> list[str]:
    return [f"`{choice.id}`" for choice in one.choices if _is_wrong(choice)
            and not choice.taken.players]  # fmt: skip


def _is_wrong(choice: ChoiceFigures) -> bool:
    return choice.best_share == 0.0 and choice.open_share > 0.0


def _stakes(decisions: list[DecisionFigures]) -> Note:
    most = sorted(decisions, key=lambda one: -one.at_stake)[:MOST]
    return Note(
        "Where most is at stake",
        "The sale is decided here: its cues and its explanations deserve the most care.",
        tuple((one.id, _costly(one)) for one in most if one.at_stake >= SMALL),
    )


def _costly(one: DecisionFigures) -> str:
    wrong = max(one.choices, key=lambda choice: choice.loss)
    return f"`{wrong.id}` loses {wrong.loss:.1f} of 100"


def _small(decisions: list[DecisionFigures]) -> Note:
    return Note(
        "Where little is at stake",
        "No choice costs anything to speak of: let one change more, or drop the decision.",
        tuple((one.id, f"{one.at_stake:.1f} of 100 at most") for one in decisions
              if one.at_stake < SMALL and "/" not in one.id),
    )  # fmt: skip


def _seldom(decisions: list[DecisionFigures]) -> Note:
    return Note(
        "Where hardly anybody comes",
        "You wrote it and few will read it: ease what it depends on, or spend no more time on it.",
        tuple((one.id, f"at random in {percent(one.comes_up)} of runs") for one in decisions
              if one.comes_up < SELDOM and _by_best(one) < SELDOM),
    )  # fmt: skip


def _by_best(one: DecisionFigures) -> float:
    return sum(choice.taken.best for choice in one.choices)
