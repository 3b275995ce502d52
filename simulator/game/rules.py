"""The rules, exactly: what is legal, and what a choice does. Integers only, no chance inside.

A :class:`Game` is a scenario with its words taken out: a list of nodes (one per decision, or per
feature of a presentation), each with options. A :class:`State` is all that can be seen; the hidden
buyer stands beside it and acts only through what a choice shows (:class:`Shown`). So the
information state of a trainee is a state and the set of buyers still possible.

What is legal depends on the state alone. A node comes up when its condition holds as the node
before it is left; a buyer in that condition (an objection only one buyer raises) is seen by the
next decision being another one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeVar

from simulator.problems import IllegalChoice

RULES_VERSION: Final = 1
"""A change of any rule here is a new version: scores of two versions are never compared."""

METER_MAX: Final = 20
EVERY: Final = -1
"""A mask with every bit set: any outcome, any buyer."""
DONE: Final = "done"
"""The choice id that stops a decision made in several picks."""

_Seen = TypeVar("_Seen")


class State(NamedTuple):
    """All that can be seen of a game in progress.

    ``node`` is the index of the decision to be made, ``len(game.nodes)`` when it is over;
    ``meters`` are 0..20 each; ``marks`` is a bit mask of the facts known and the earlier choices
    that some rule remembers; ``used`` masks the options already picked at a node of several
    picks; ``left`` is what remains of the budget; ``outcome`` is 0 while nothing is settled, else
    1 + the index of the outcome.
    """

    node: int
    meters: tuple[int, ...]
    marks: int
    used: int
    left: int
    outcome: int


class Shown(NamedTuple):
    """What a choice lets the trainee see: the state after it, and the words that were answered.

    ``reply`` numbers the different answers of one option (words and face together); -1 is silence.
    """

    state: State
    reply: int


@dataclass(frozen=True, slots=True)
class Condition:
    """All of it must hold. Masks over marks; ``any`` groups need one bit each."""

    meters: tuple[tuple[int, int, int], ...] = ()
    all: int = 0
    any: tuple[int, ...] = ()
    none: int = 0
    outcomes: int = EVERY
    buyers: int = EVERY

    def holds(self, state: State, buyer: int) -> bool:
        """Whether it holds in this state for this buyer (an index)."""
        marks = state.marks
        return (
            marks & self.all == self.all
            and not marks & self.none
            and bool(self.outcomes >> state.outcome & 1)
            and bool(self.buyers >> buyer & 1)
            and all(marks & group for group in self.any)
            and all(low <= state.meters[m] <= high for m, low, high in self.meters)
        )

    @property
    def names_buyer(self) -> bool:
        """Whether the hidden buyer matters to it."""
        return self.buyers != EVERY


ALWAYS: Final = Condition()


@dataclass(frozen=True, slots=True)
class Effect:
    """What happens: change of each meter, marks set, answer shown, outcome (0: unchanged)."""

    deltas: tuple[int, ...]
    learn: int = 0
    reply: int = -1
    outcome: int = 0


@dataclass(frozen=True, slots=True)
class Bonus:
    """What happens as well when its condition holds."""

    when: Condition
    deltas: tuple[int, ...]
    learn: int = 0


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: when it is legal, what it costs, what it does.

    The first of ``cases`` that holds is the effect, else ``base``; every bonus that holds is
    added. All conditions look at the state before the choice. ``mark`` is the bit by which later
    rules remember it, or 0.
    """

    id: str
    base: Effect
    needs: Condition = ALWAYS
    cost: int = 0
    ends: bool = False
    mark: int = 0
    cases: tuple[tuple[Condition, Effect], ...] = ()
    also: tuple[Bonus, ...] = ()

    def changes(self) -> list[tuple[int, ...]]:
        """What it may do to the meters: its own effect, each case, each bonus."""
        effects = (self.base, *(effect for _, effect in self.cases))
        return [*(effect.deltas for effect in effects), *(bonus.deltas for bonus in self.also)]


@dataclass(frozen=True, slots=True)
class Node:
    """One decision. ``repeats``: several picks, each option once, until done or out of budget.

    ``budget`` is set on entering; ``shares`` means it goes on with what the node before left.
    """

    id: str
    stage: int
    options: tuple[Option, ...]
    when: Condition = ALWAYS
    budget: int = 0
    repeats: bool = False
    shares: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A rule of an ending's value: points when it holds, or points for each point of a meter."""

    when: Condition
    points: int
    per: int = -1


@dataclass(frozen=True)
class Game:
    """A scenario's rules. ``weights`` are the buyers' weights; ``starts`` the meters' starts."""

    id: str
    nodes: tuple[Node, ...]
    starts: tuple[int, ...]
    weights: tuple[int, ...]
    points: tuple[Points, ...]
    facts: tuple[str, ...]
    meters: tuple[str, ...]
    buyers: tuple[str, ...]
    outcomes: tuple[str, ...]
    remembered: tuple[str, ...] = ()
    epilogue: tuple[Condition, ...] = ()
    digest: str = ""

    @property
    def everyone(self) -> int:
        """The mask of all buyers."""
        return (1 << len(self.weights)) - 1

    def moves(self, meter: int) -> bool:
        """Whether any choice changes a meter, of this index."""
        return any(
            changes[meter]
            for node in self.nodes
            for option in node.options
            for changes in option.changes()
        )

    def is_over(self, state: State) -> bool:
        """Whether no decision is left."""
        return state.node >= len(self.nodes)

    def start(self) -> State:
        """The first state, the same for every buyer: the first node always comes up."""
        return self._enter(State(-1, self.starts, 0, 0, 0, 0), 0)

    def is_legal(self, state: State, option: int) -> bool:
        """Whether an option (an index into the node's options) may be chosen."""
        node = self.nodes[state.node]
        chosen = node.options[option]
        if state.used >> option & 1 or chosen.cost > state.left:
            return False
        return chosen.needs is ALWAYS or chosen.needs.holds(state, 0)

    def legal(self, state: State) -> list[int]:
        """The legal options, in the order of the file; never empty before the end."""
        return [i for i in range(len(self.nodes[state.node].options)) if self.is_legal(state, i)]

    def choose(self, state: State, option: int, buyer: int) -> Shown:
        """What is seen after choosing an option, if this buyer is the true one.

        Raises IllegalChoice when the option is not legal in this state.
        """
        if not self.is_legal(state, option):
            node = self.nodes[state.node]
            raise IllegalChoice(f"`{node.options[option].id}` cannot be chosen at `{node.id}` now.")
        return self.outcome_of(state, option, buyer)

    def outcome_of(self, state: State, option: int, buyer: int) -> Shown:
        """As ``choose``, for an option known to be legal."""
        node = self.nodes[state.node]
        chosen = node.options[option]
        effect = chosen.base
        for when, instead in chosen.cases:
            if when.holds(state, buyer):
                effect = instead
                break
        deltas, learn = effect.deltas, effect.learn | chosen.mark
        for bonus in chosen.also:
            if bonus.when.holds(state, buyer):
                deltas = tuple(a + b for a, b in zip(deltas, bonus.deltas, strict=True))
                learn |= bonus.learn
        after = State(
            state.node,
            tuple(min(METER_MAX, max(0, m + d)) for m, d in zip(state.meters, deltas, strict=True)),
            state.marks | learn,
            state.used | 1 << option if node.repeats else 0,
            state.left - chosen.cost,
            effect.outcome or state.outcome,
        )
        stays = node.repeats and not chosen.ends and self._has_more(after)
        return Shown(after if stays else self._enter(after, buyer), effect.reply)

    def after(self, state: State, buyers: int, option: int) -> list[tuple[Shown, int]]:
        """All that could be seen after an option: each observation and the buyers that show it."""
        return _grouped(
            (self.outcome_of(state, option, b), b)
            for b in range(len(self.weights))
            if buyers >> b & 1
        )

    def value(self, state: State, buyer: int) -> int:
        """What an ending is worth, 0..100 points."""
        total = 0
        for rule in self.points:
            if rule.when.holds(state, buyer):
                total += rule.points * (state.meters[rule.per] if rule.per >= 0 else 1)
        return min(100, max(0, total))

    def _has_more(self, state: State) -> bool:
        """Whether a node of several picks still offers anything but to stop."""
        options = self.nodes[state.node].options
        return any(o.id != DONE and self.is_legal(state, i) for i, o in enumerate(options))

    def _enter(self, state: State, buyer: int) -> State:
        """The state at the next node that comes up for this buyer, or at the end."""
        for index in range(state.node + 1, len(self.nodes)):
            node = self.nodes[index]
            if node.when is ALWAYS or node.when.holds(state, buyer):
                left = state.left if node.shares else node.budget
                return state._replace(node=index, used=0, left=left)
        return state._replace(node=len(self.nodes), used=0, left=0)


def _grouped(pairs: Iterator[tuple[_Seen, int]]) -> list[tuple[_Seen, int]]:
    """Merge equal observations into one, with the mask of the buyers that show it."""
    masks: dict[_Seen, int] = {}
    for seen, buyer in pairs:
        masks[seen] = masks.get(seen, 0) | 1 << buyer
    return list(masks.items())
