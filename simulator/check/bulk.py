"""What makes a game large: the decision with most states, and what multiplies them there."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from simulator.game.layout import METER_BITS, Layout
from simulator.game.rules import Game
from simulator.game.solver import Solution

_NAMED = 3


def what_is_big(game: Game, solution: Solution) -> tuple[int, int, list[tuple[str, Fraction]]]:
    """The node with most information states, how many, and what multiplies them most.

    Each part comes with how many times fewer states there would be without it.
    """
    sizes: dict[int, int] = {}
    for (node, _), (keys, _) in solution.layers.items():
        if node < len(game.nodes):
            sizes[node] = sizes.get(node, 0) + len(keys)
    node = max(sizes, key=lambda at: sizes[at])
    layer = max(
        (layer for layer in solution.layers if layer[0] == node),
        key=lambda layer: len(solution.layers[layer][0]),
    )
    keys = solution.layers[layer][0]
    found = []
    for name, mask in _parts(game, solution.layouts[node]):
        fewer = len(np.unique(keys & ~np.uint64(mask)))
        found.append((name, Fraction(len(keys), fewer)))
    found.sort(key=lambda part: -part[1])
    return node, sizes[node], found[:_NAMED]


def _parts(game: Game, layout: Layout) -> list[tuple[str, int]]:
    """The parts of a key that an author can do something about, with their bits."""
    parts = [
        (f"the meter `{game.meters[meter]}`", 31 << METER_BITS * at)
        for at, meter in enumerate(layout.meters)
    ]
    for at, mark in enumerate(layout.marks):
        bit = 1 << (layout.marks_at + at)
        if mark < len(game.facts):
            parts.append((f"the fact `{game.facts[mark]}`", bit))
        else:
            parts.append((f"the choice `{game.remembered[mark - len(game.facts)]}`", bit))
    if layout.outcome_bits:
        parts.append(("the outcome", ((1 << layout.outcome_bits) - 1) << layout.outcome_at))
    parts.append(("who the buyer can be", ((1 << layout.buyer_bits) - 1) << layout.buyers_at))
    return parts
