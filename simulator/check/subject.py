"""What rules look at: a scenario that loads, the file it came from, and its proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from simulator.game.build import Spot, node_id, spots
from simulator.game.rules import Game
from simulator.scenario.compose import Document
from simulator.scenario.model import Choice, Condition, Decision, Scenario
from simulator.scenario.walk import KeyPath
from simulator.scenario.words import Verdict

if TYPE_CHECKING:
    from simulator.check.proof import Proof

PROSE: Final = frozenset(
    {
        "say", "reply", "why", "prospect", "scene", "task", "intro", "coach", "about", "note",
        "text", "truth", "cues", "because", "title", "summary", "goal", "instead", "locked hint",
        "subject", "draft", "signals", "terms", "label", "benefit", "trains",
    }
)  # fmt: skip
"""The keys whose values are text that somebody reads."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the scenario: where it stands, under which key, and what it says."""

    path: KeyPath
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Test:
    """A condition of the scenario: where it stands and what it asks."""

    path: KeyPath
    condition: Condition


@dataclass
class Allowance:
    """A comment that silences rules: at the end of a line, or alone on the line above.

    ``covers`` is the line it speaks of; ``used`` collects the codes that it was needed for.
    """

    line: int
    column: int
    text: str
    codes: tuple[str, ...]
    because: str
    covers: int
    used: set[str] = field(default_factory=set)

    @property
    def span(self) -> tuple[int, int, int]:
        """Line, column and width."""
        return self.line, self.column, len(self.text)


@dataclass
class Subject:
    """A scenario under check.

    ``allowed`` are its allowances, ``known`` the codes that can be allowed, and ``judged`` those
    whose rules have been run: only of these it is known whether an allowance was needed. ``proof``
    is None when the check is done without.
    """

    scenario: Scenario
    document: Document
    game: Game
    proof: Proof | None = None
    allowed: list[Allowance] = field(default_factory=list)
    known: tuple[str, ...] = ()
    judged: frozenset[str] = frozenset()
    spots: list[Spot] = field(init=False)

    def __post_init__(self) -> None:
        self.spots = spots(self.scenario)

    @property
    def proven(self) -> Proof:
        """The proof, for rules that are run only with it."""
        assert self.proof is not None, "rules of the proof are run only with a proof"
        return self.proof

    @cached_property
    def texts(self) -> list[Text]:
        """Every text of the file, in its order."""
        return list(_texts(self.document.data, (), ""))

    @cached_property
    def tests(self) -> list[Test]:
        """Every condition of the scenario."""
        return list(self._tests())

    def choices(self) -> Iterator[tuple[KeyPath, Spot, Choice]]:
        """Every choice with its path and the list it stands in."""
        for spot in self.spots:
            for at, choice in enumerate(spot.choices):
                yield (*spot.path, at), spot, choice

    def decisions(self) -> Iterator[tuple[KeyPath, str, Decision]]:
        """Every decision with its path and its stage."""
        for key, stage in self.scenario.stages():
            for at, decision in enumerate(stage.decisions):
                yield (key, "decisions", at), key, decision

    def ranks(self, spot: Spot) -> list[int] | None:
        """What each choice of a list is worth against the others, or None if nobody knows.

        By the proof the one that loses least on average comes first, else by the verdicts.
        """
        if self.proof is not None:
            options = self.proof.study.nodes[self.spots.index(spot)].options
            losses = [found.loss for found in options[: len(spot.choices)]]
            order = sorted(set(losses), reverse=True)
            return [order.index(loss) for loss in losses]
        found = [choice.verdict for choice in spot.choices]
        kinds = list(reversed(Verdict))
        return [kinds.index(verdict) for verdict in found if verdict] if all(found) else None

    def line(self, path: KeyPath, *, key: bool = False) -> str:
        """The line of the file on which something stands."""
        return self.document.source.line(self.document.span(path, key=key).line)

    def without(self, path: KeyPath) -> str | None:
        """The fix that deletes a key: empty for a line of its own, None where it shares one."""
        span = self.document.span(path, key=True)
        value = self.document.span(path)
        line = self.document.source.line(span.line)
        stands_alone = not line[: span.column - 1].strip()
        ends_it = line[value.column - 1 + value.width :].strip() == ""
        one_line = value.line == span.line and line[value.column - 1 : value.column] not in "|>"
        return "" if stands_alone and ends_it and one_line else None

    def with_value(self, path: KeyPath, text: str) -> str:
        """The line on which a one-line value stands, with another value in its place."""
        span = self.document.span(path)
        line = self.document.source.line(span.line)
        return line[: span.column - 1] + text + line[span.column - 1 + span.width :]

    def node_of(self, spot: Spot) -> str:
        """The id of the decision as messages name it."""
        return node_id(spot)

    def _tests(self) -> Iterator[Test]:
        found: list[tuple[KeyPath, Condition | None]] = [
            *((("points", at, "when"), rule.when) for at, rule in enumerate(self.scenario.points)),
            *((("epilogue", at, "when"), e.when) for at, e in enumerate(self.scenario.epilogue)),
            *(((*path, "when"), decision.when) for path, _, decision in self.decisions()),
        ]
        for path, _, choice in self.choices():
            found.append(((*path, "needs"), choice.needs))
            found += [((*path, "cases", at, "when"), c.when) for at, c in enumerate(choice.cases)]
            found += [((*path, "also", at, "when"), b.when) for at, b in enumerate(choice.also)]
        return (Test(path, cond) for path, cond in found if cond is not None)


def _texts(part: Any, path: KeyPath, key: str) -> Iterator[Text]:
    if isinstance(part, dict):
        for name, value in part.items():
            yield from _texts(value, (*path, name), name)
    elif isinstance(part, list):
        for at, value in enumerate(part):
            yield from _texts(value, (*path, at), key)
    elif isinstance(part, str) and key in PROSE and path[0] != "checks":
        yield Text(path, key, part)
