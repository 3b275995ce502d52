"""The plain, slow, obviously right study: every reachable information state looked at by hand.

States are counted as the solver keeps them, so two states of one key are one; all else comes from
``legal``, ``after`` and Fractions.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from simulator.game.figures import FactStudy, NodeStudy, OptionStudy, Study
from simulator.game.layout import layouts
from simulator.game.rules import Game, Option, State
from simulator.game.score import GRADE_LIMITS
from simulator.game.solver import Solution
from tests.game.slow_twin import SlowTwin

Info = tuple[State, int]


def slow_study(game: Game, solution: Solution) -> Study:
    """The study of a small game. The random value is the solver's own, which is rounded."""
    twin, places = SlowTwin(game), layouts(game)
    reached: dict[tuple[int, int, int], Info] = {}
    todo: list[Info] = [(game.start(), game.everyone)]
    while todo:
        state, buyers = todo.pop()
        key = (state.node, state.used.bit_count(), places[state.node].pack(state, buyers))
        if key in reached:
            continue
        reached[key] = (state, buyers)
        if not game.is_over(state):
            todo += [
                (shown.state, still)
                for option in game.legal(state)
                for shown, still in game.after(state, buyers, option)
            ]
    infos = list(reached.values())
    start = twin.value(game.start(), game.everyone)
    span = start.best - solution.random_value
    lost = {
        (info, option): twin.value(*info).best - twin.choice(*info, option).best
        for info in infos
        if not game.is_over(info[0])
        for option in game.legal(info[0])
    }
    facts = [_fact(game, twin, reached, mark) for mark in range(len(game.facts))]
    pairs = [(a, b) for a in range(len(game.weights)) for b in range(a + 1, len(game.weights))]
    return Study(
        game.digest,
        len(infos),
        start.best,
        solution.random_value,
        start.worst,
        tuple(_node(game, at, infos, lost, span) for at in range(len(game.nodes))),
        tuple(facts),
        tuple(_buyer(game, twin, reached, buyer) for buyer in range(len(game.weights))),
        tuple(pair for pair in pairs if _twins(game, infos, *pair)),
        tuple(pair for pair in pairs if not _told_apart(game, infos, *pair)),
        tuple(
            any(
                rule.when.holds(state, buyer)
                for state, buyers in infos
                if game.is_over(state)
                for buyer in _bits(buyers)
            )
            for rule in game.points
        ),
        _union(1 << state.outcome for state, _ in infos if game.is_over(state)),
        _passed(game, infos),
    )


def _bits(mask: int) -> list[int]:
    return [at for at in range(mask.bit_length()) if mask >> at & 1]


def _union(masks: Iterator[int]) -> int:
    total = 0
    for mask in masks:
        total |= mask
    return total


def _node(
    game: Game, at: int, infos: list[Info], lost: dict[tuple[Info, int], Fraction], span: Fraction
) -> NodeStudy:
    here = [info for info in infos if info[0].node == at]
    layout, node = layouts(game)[at], game.nodes[at]
    states = [state for state, _ in here]
    always = (1 << 64) - 1
    for state in states:
        always &= state.marks
    kept = sum(1 << mark for mark in layout.marks)
    return NodeStudy(
        len(here),
        tuple(
            _option(option, number, here, lost, span) for number, option in enumerate(node.options)
        ),
        tuple(
            (min(s.meters[m] for s in states), max(s.meters[m] for s in states))
            if states and m in layout.meters
            else None
            for m in range(len(game.starts))
        ),
        _union(s.marks for s in states) & kept,
        always & kept if states else 0,
        _union(1 << s.outcome for s in states) if layout.outcome_bits else 0,
    )


def _option(
    option: Option,
    number: int,
    here: list[Info],
    lost: dict[tuple[Info, int], Fraction],
    span: Fraction,
) -> OptionStudy:
    legal = [info for info in here if (info, number) in lost]
    losses = [lost[info, number] for info in legal]
    grades = [0] * (len(GRADE_LIMITS) + 2)
    for loss in losses:
        inside = (at for at, (_, part) in enumerate(GRADE_LIMITS, 1) if loss <= span * part / 100)
        grades[0 if not loss else next(inside, len(GRADE_LIMITS) + 1)] += 1
    used = {_used(option, state, buyer) for state, buyers in legal for buyer in _bits(buyers)}
    return OptionStudy(
        len(legal),
        sum(not option.needs.holds(state, 0) for state, _ in here),
        grades[0],
        sum(
            not lost[info, number]
            and all(loss for (i, other), loss in lost.items() if i == info and other != number)
            for info in legal
        ),
        tuple(grades),
        sum(losses, Fraction(0)) / len(legal) if legal else Fraction(0),
        -1 in used,
        tuple(case in used for case in range(len(option.cases))),
        tuple(
            any(bonus.when.holds(state, b) for state, buyers in legal for b in _bits(buyers))
            for bonus in option.also
        ),
    )


def _used(option: Option, state: State, buyer: int) -> int:
    """The case that counts, -1 for none."""
    hits = (at for at, (when, _) in enumerate(option.cases) if when.holds(state, buyer))
    return next(hits, -1)


def _best(game: Game, twin: SlowTwin, info: Info) -> frozenset[int]:
    worth = {option: twin.choice(*info, option).best for option in game.legal(info[0])}
    return frozenset(option for option, value in worth.items() if value == max(worth.values()))


def _fact(
    game: Game, twin: SlowTwin, reached: dict[tuple[int, int, int], Info], mark: int
) -> FactStudy:
    places = layouts(game)
    compared = matters = False
    for (node, picks, key), info in reached.items():
        if game.is_over(info[0]) or mark not in places[node].marks:
            continue
        bit = 1 << (places[node].marks_at + places[node].marks.index(mark))
        other = reached.get((node, picks, key ^ bit))
        if other is not None:
            compared = True
            matters = matters or _best(game, twin, info) != _best(game, twin, other)
    return FactStudy(compared, matters)


def _buyer(
    game: Game, twin: SlowTwin, reached: dict[tuple[int, int, int], Info], buyer: int
) -> bool:
    if len(game.weights) == 1:
        return True
    places, groups = layouts(game), dict[tuple[int, int, int], list[Info]]()
    for (node, picks, key), info in reached.items():
        if not game.is_over(info[0]):
            seen = key & ((1 << places[node].buyers_at) - 1)
            groups.setdefault((node, picks, seen), []).append(info)
    return any(
        one[1] >> buyer & 1 and not other[1] >> buyer & 1
        for group in groups.values()
        for one in group
        for other in group
        if _best(game, twin, one) != _best(game, twin, other)
    )


def _steps(game: Game, infos: list[Info]) -> Iterator[tuple[Info, Info]]:
    for state, buyers in infos:
        if not game.is_over(state):
            for option in game.legal(state):
                for shown, still in game.after(state, buyers, option):
                    yield (state, buyers), (shown.state, still)


def _stage(game: Game, state: State) -> int:
    return 7 if game.is_over(state) else game.nodes[state.node].stage


def _passed(game: Game, infos: list[Info]) -> int:
    mask = 0
    for (before, _), (after, _) in _steps(game, infos):
        for stage in range(_stage(game, before) + 1, _stage(game, after)):
            mask |= 1 << stage
    return mask


def _told_apart(game: Game, infos: list[Info], a: int, b: int) -> bool:
    return any(
        (still >> a ^ still >> b) & 1
        for (before, _), (after, still) in _steps(game, infos)
        if _stage(game, before) < 5 <= _stage(game, after)
    )


def _twins(game: Game, infos: list[Info], a: int, b: int) -> bool:
    split = any(
        buyers >> a & buyers >> b & 1 and (still >> a ^ still >> b) & 1
        for (_, buyers), (_, still) in _steps(game, infos)
    )
    valued = any(
        game.value(state, a) != game.value(state, b)
        for state, buyers in infos
        if game.is_over(state) and buyers >> a & buyers >> b & 1
    )
    return not split and not valued
