"""Two versions of a scenario set side by side: what differs, what it is worth, which runs count."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from simulator.commands.proofs import rounded
from simulator.game.rules import Game, Option
from simulator.problems import SolverError
from simulator.scenario.compare import Change, compare
from simulator.store.levels import Level

WORTHS = ("best", "random", "worst")


@dataclass(frozen=True)
class Difference:
    """What differs between two levels. ``worth`` is points expected, by play: before and now.

    ``answers`` names choices whose answers tell buyers apart otherwise than before.
    """

    old: Level
    new: Level
    changes: list[Change]
    answers: list[str]
    worth: dict[str, tuple[Fraction, Fraction]]

    @property
    def is_same(self) -> bool:
        """Whether the rules are the same, so that old runs count as before."""
        return self.old.game.digest == self.new.game.digest

    def as_json(self) -> str:
        """The difference as one JSON object."""
        return json.dumps(
            {
                "old": self.old.scenario.id,
                "new": self.new.scenario.id,
                "digest": {"old": self.old.game.digest, "new": self.new.game.digest},
                "same_meaning": self.is_same,
                "runs_count": self.is_same,
                "rules": [_as_json(change) for change in self.changes if change.is_rule],
                "words": [_as_json(change) for change in self.changes if not change.is_rule],
                "answers": self.answers,
                "value": {
                    name: {"old": rounded(was, 4), "new": rounded(now, 4)}
                    for name, (was, now) in self.worth.items()
                },
            },
            ensure_ascii=False,
        )

    def as_text(self) -> str:
        """The difference in sentences."""
        rules = [change for change in self.changes if change.is_rule]
        words = [change for change in self.changes if not change.is_rule]
        parts = [self._runs()]
        if rules and self.is_same:
            parts.append(_block(f"Rules that change no score: {len(rules)}", rules))
        elif rules:
            parts.append(_block(f"Rules that changed: {len(rules)}", rules))
        if self.answers:
            parts.append("Answers that tell other things about the buyer:")
            parts[-1] += "".join(f"\n  {one}" for one in self.answers)
        if words:
            parts.append(_block(f"Words and looks that changed: {len(words)}", words))
        parts.append(self._worth())
        return "\n\n".join(parts)

    def _runs(self) -> str:
        if self.is_same and not self.changes:
            return "Nothing differs: the two mean the same in every word and rule."
        if self.is_same:
            return "The rules are the same: runs played on the old one count on the new one."
        return (
            "The rules differ: runs played on the old one do not count on the new one.\n"
            "They stay on the board of the old one, and replay on the text they were played on."
        )

    def _worth(self) -> str:
        if not self.worth:
            return "What the two are worth is not known, as one of them is too large to be solved."
        if self.is_same:
            values = [float(self.worth[name][1]) for name in WORTHS]
            return (
                "Points expected, as before: best play {:.1f}, random {:.1f}, worst {:.1f}.".format(
                    *values
                )
            )
        lines = ["Points expected:"]
        for name in WORTHS:
            was, now = self.worth[name]
            by = float(now - was)
            moved = f"{by:+.1f}" if round(by, 1) else "no change"
            lines.append(f"  {name:<7}{float(was):6.1f} before, {float(now):6.1f} now ({moved})")
        return "\n".join(lines)


def difference(old: Level, new: Level) -> Difference:
    """Compare two levels, and solve both."""
    worth: dict[str, tuple[Fraction, Fraction]] = {}
    try:
        was, now = old.solution(), new.solution()
    except SolverError:
        pass
    else:
        worth = {
            "best": (was.start_value, now.start_value),
            "random": (was.random_value, now.random_value),
            "worst": (was.worst_value, now.worst_value),
        }
    changes = compare(old.scenario, new.scenario)
    return Difference(old, new, changes, _answers(old.game, new.game), worth)


def _answers(old: Game, new: Game) -> list[str]:
    """Choices in both whose effects are as many as before, but whose answers differ otherwise."""
    before = {
        node.id: {option.id: _replies(option) for option in node.options} for node in old.nodes
    }
    found = []
    for node in new.nodes:
        for option in node.options:
            was = before.get(node.id, {}).get(option.id)
            now = _replies(option)
            if was is not None and len(was) == len(now) and was != now:
                found.append(f"{node.id}.{option.id}")
    return found


def _replies(option: Option) -> list[int]:
    return [option.base.reply, *(effect.reply for _, effect in option.cases)]


def _as_json(change: Change) -> dict[str, object]:
    return {
        "where": list(change.where),
        "key": change.key,
        "said": change.said,
        "old": change.old,
        "new": change.new,
        "file": change.place.path,
        "line": change.place.line,
    }


def _block(title: str, changes: list[Change]) -> str:
    lines = [title]
    for where, group in groupby(changes, key=lambda change: change.where):
        inside = list(group)
        name = " > ".join(where) or "the level"
        lines.append(f"  {name} ({inside[0].place.path}:{inside[0].place.line})")
        lines += [f"    {change.said}" for change in inside]
    return "\n".join(lines)
