"""Part of pass 5: a decision offers something, and only what its kind can."""

from __future__ import annotations

from typing import Final, Protocol

from simulator.scenario.model import Decision

DONE_ID: Final = "done"
"""The id by which a run file says that somebody stopped before a budget was spent."""

Path = tuple[str | int, ...]


class Report(Protocol):
    """Takes a problem at a path of the file."""

    def __call__(
        self, path: Path, code: str, message: str, *, key: bool = False, remedy: str = ""
    ) -> None:
        """Note the problem; ``key`` underlines the key instead of its value."""


def check_decision(path: Path, decision: Decision, report: Report) -> None:
    """Check that a decision offers something, and only what its kind can."""
    if bool(decision.choices) == bool(decision.features):
        report(
            (*path, "id"),
            "S303",
            f"`{decision.id}` needs either `choices` or `features`",
            remedy="Give it a list of `choices`, or `minutes` and a list of `features`.",
        )
    elif decision.features:
        _emphasis(path, decision, report)
    else:
        _choices(path, decision, report)


def _emphasis(path: Path, decision: Decision, report: Report) -> None:
    """Minutes to share: nothing may hide the decision, and every feature can be left out."""
    if decision.minutes is None:
        report(
            (*path, "id"),
            "S303",
            f"`{decision.id}` has features but no `minutes` to share",
            remedy="Add a line such as `minutes: 12`.",
        )
    for key in ("when", "spend"):
        if getattr(decision, key) is not None:
            report(
                (*path, key),
                "S306",
                f"a decision about minutes can have no `{key}`",
                key=True,
                remedy="Take it away.",
            )
    for at, slot in enumerate(decision.features):
        where = (*path, "features", at)
        for number, choice in enumerate(slot.choices):
            if choice.minutes is None:
                report(
                    (*where, "choices", number, "id"),
                    "S303",
                    f"`{choice.id}` does not say how many `minutes` it takes",
                    remedy="Add a line such as `minutes: 4`.",
                )
        if not any(c.minutes == 0 and c.needs is None for c in slot.choices):
            report(
                (*where, "feature"),
                "S304",
                f"the minutes may be gone when `{slot.feature}` comes up",
                remedy="Give it a choice with `minutes: 0` and no `needs`.",
            )


def _choices(path: Path, decision: Decision, report: Report) -> None:
    """Choices: there is always a way on, and a budget that can pay for each."""
    if decision.minutes is not None:
        report(
            (*path, "minutes"),
            "S306",
            "`minutes` belongs to a decision with `features`",
            key=True,
            remedy="For a budget write `spend: {minutes: 12}` and give each choice a `cost`.",
        )
    if decision.spend is None:
        if len(decision.choices) < 2:
            report(
                (*path, "choices"),
                "S303",
                f"`{decision.id}` offers only one choice",
                key=True,
                remedy="Add a second choice that a decent seller might make.",
            )
        if all(choice.needs is not None for choice in decision.choices):
            report(
                (*path, "choices"),
                "S304",
                f"every choice of `{decision.id}` may be locked",
                key=True,
                remedy="Take `needs` away from one of them, so that there is always a way on.",
            )
        return
    _budget(path, decision, next(iter(decision.spend.values())), report)


def _budget(path: Path, decision: Decision, budget: int, report: Report) -> None:
    """Several picks: every choice can be paid for, and none takes the engine's own id."""
    for at, choice in enumerate(decision.choices):
        if choice.id == DONE_ID:
            report(
                (*path, "choices", at, "id"),
                "S302",
                "`done` is the engine's own id for stopping",
                remedy="Give this choice another id.",
            )
        if choice.cost > budget:
            report(
                (*path, "choices", at, "cost"),
                "S304",
                f"`{choice.id}` costs {choice.cost}, and there are only {budget} to spend",
                remedy="Lower its cost or raise the budget under `spend`.",
            )
