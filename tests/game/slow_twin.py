"""The plain, slow, obviously right solver: recursion over ``legal`` and ``after``, Fractions."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from simulator.game.rules import Game, State


@dataclass(frozen=True)
class Values:
    """Expected points under best, worst and random play."""

    best: Fraction
    worst: Fraction
    random: Fraction


class SlowTwin:
    """Expected points of every information state, remembered as it is asked for."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.known: dict[tuple[State, int], Values] = {}

    def weight(self, buyers: int) -> int:
        """The summed weight of a set of buyers."""
        return sum(w for b, w in enumerate(self.game.weights) if buyers >> b & 1)

    def end(self, state: State, buyers: int) -> Values:
        """The mean value of an ending over the buyers still possible."""
        total = sum(
            weight * self.game.value(state, buyer)
            for buyer, weight in enumerate(self.game.weights)
            if buyers >> buyer & 1
        )
        value = Fraction(total, self.weight(buyers))
        return Values(value, value, value)

    def choice(self, state: State, buyers: int, option: int) -> Values:
        """The values after a choice, before it is known what will be seen."""
        best = worst = random = Fraction(0)
        for shown, still in self.game.after(state, buyers, option):
            share = Fraction(self.weight(still), self.weight(buyers))
            then = self.value(shown.state, still)
            best += share * then.best
            worst += share * then.worst
            random += share * then.random
        return Values(best, worst, random)

    def value(self, state: State, buyers: int) -> Values:
        """The values of an information state."""
        if (state, buyers) not in self.known:
            if self.game.is_over(state):
                found = self.end(state, buyers)
            else:
                options = [self.choice(state, buyers, o) for o in self.game.legal(state)]
                found = Values(
                    max(o.best for o in options),
                    min(o.worst for o in options),
                    sum((o.random for o in options), Fraction(0)) / len(options),
                )
            self.known[state, buyers] = found
        return self.known[state, buyers]
