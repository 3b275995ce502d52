"""Generated games: small ones with every kind of rule for Hypothesis, large ones for speed."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import strategies as st

from simulator.game.build import digest
from simulator.game.rules import (
    ALWAYS,
    DONE,
    EVERY,
    Bonus,
    Condition,
    Effect,
    Game,
    Node,
    Option,
    Points,
)


class GameMaker:
    """Draws a game from a seeded generator; the sizes are bounds."""

    def __init__(
        self, seed: int, *, nodes: int, options: int, buyers: int, facts: int, meters: int = 2
    ) -> None:
        self.dice = random.Random(seed)
        self.sizes = (nodes, options)
        self.buyers, self.facts, self.meters, self.outcomes = buyers, facts, meters, 3
        self.marks = facts
        self.seed = seed

    def chance(self, one_in: int) -> bool:
        return self.dice.randrange(one_in) == 0

    def mask(self, bits: int) -> int:
        return self.dice.randrange(1, 1 << bits) if bits else 0

    def condition(self, *, buyer: bool, upto: int) -> Condition:
        """A condition over the marks below ``upto``; may name buyers."""
        low = self.dice.randrange(0, 14)
        return Condition(
            ((self.dice.randrange(self.meters), low, low + 8),) if self.chance(3) else (),
            self.mask(upto) & self.mask(upto) & self.mask(upto) if self.chance(2) else 0,
            (self.mask(upto),) if upto and self.chance(4) else (),
            self.mask(upto) & self.mask(upto) & self.mask(upto) if self.chance(3) else 0,
            self.mask(self.outcomes + 1) if self.chance(5) else EVERY,
            self.mask(self.buyers) if buyer and self.chance(2) else EVERY,
        )

    def deltas(self) -> tuple[int, ...]:
        return tuple(self.dice.choice((0, 0, 1, 2, -1, -3, 4)) for _ in range(self.meters))

    def effect(self, replies: int = 3) -> Effect:
        learn = 1 << self.dice.randrange(self.facts) if self.facts and self.chance(3) else 0
        outcome = self.dice.randrange(1, self.outcomes + 1) if self.chance(6) else 0
        return Effect(self.deltas(), learn, self.dice.randrange(-1, replies), outcome)

    def option(self, name: str, *, is_open: bool, cost: int) -> Option:
        mark = 0
        if self.chance(4) and self.marks < self.facts + 6:
            mark, self.marks = 1 << self.marks, self.marks + 1
        upto = self.marks
        return Option(
            name,
            self.effect(),
            ALWAYS if is_open else self.condition(buyer=False, upto=upto),
            cost,
            cases=tuple(
                (self.condition(buyer=True, upto=upto), self.effect())
                for _ in range(self.dice.randrange(3))
            ),
            also=tuple(
                Bonus(self.condition(buyer=True, upto=upto), self.deltas(), self.effect().learn)
                for _ in range(self.dice.randrange(2))
            ),
            mark=mark,
            ends=False,
        )

    def node(self, at: int) -> list[Node]:
        most = self.sizes[1]
        stage = min(6, at * 7 // self.sizes[0])
        count = self.dice.randrange(2, most + 1)
        when = self.condition(buyer=True, upto=self.marks) if at and self.chance(3) else ALWAYS
        kind = self.dice.randrange(5)
        if kind == 0:
            options = [
                self.option(f"p{i}", is_open=self.chance(2), cost=self.dice.randrange(3))
                for i in range(count)
            ]
            if self.chance(2):
                options[-1] = replace(options[-1], ends=True)
            stop = Option(DONE, Effect((0,) * self.meters), ends=True)
            budget = self.dice.randrange(1, 5)
            return [Node(f"d{at}", stage, (*options, stop), when, budget, repeats=True)]
        if kind == 1:
            return [
                Node(
                    f"d{at}/{slot}",
                    stage,
                    tuple(self.option(f"m{c}", is_open=c == 0, cost=c) for c in range(count)),
                    budget=3,
                    shares=slot > 0,
                )
                for slot in range(2)
            ]
        options = [
            self.option(f"c{i}", is_open=i == 0 or self.chance(2), cost=0) for i in range(count)
        ]
        return [Node(f"d{at}", stage, tuple(options), when)]

    def game(self) -> Game:
        nodes = tuple(node for at in range(self.sizes[0]) for node in self.node(at))
        points = tuple(
            Points(
                self.condition(buyer=True, upto=self.marks),
                self.dice.randrange(-20, 60),
                self.dice.randrange(-1, self.meters),
            )
            for _ in range(4)
        )
        made = Game(
            f"generated-{self.seed}",
            nodes,
            tuple(self.dice.randrange(3, 9) for _ in range(self.meters)),
            tuple(self.dice.randrange(1, 6) for _ in range(self.buyers)),
            points,
            tuple(f"f{i}" for i in range(self.facts)),
            tuple(f"m{i}" for i in range(self.meters)),
            tuple(f"b{i}" for i in range(self.buyers)),
            tuple(f"o{i}" for i in range(self.outcomes)),
            tuple(f"r{i}" for i in range(self.marks - self.facts)),
        )
        return replace(made, digest=digest(made))


@st.composite
def small_games(draw: st.DrawFn) -> Game:
    """Games small enough for the slow twin, with every kind of rule."""
    return GameMaker(
        draw(st.integers(0, 2**32)),
        nodes=draw(st.integers(1, 5)),
        options=draw(st.integers(2, 4)),
        buyers=draw(st.integers(1, 4)),
        facts=draw(st.integers(0, 4)),
    ).game()
