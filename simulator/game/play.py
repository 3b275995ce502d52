"""A run being played: all that a front end shows, in the words of the scenario.

Both front ends, the window and the terminal, use four calls: ``prompt`` says what is to be
decided, ``choose`` makes a choice and returns what happened, ``notebook`` lists the known facts,
``is_over`` says when to show the debrief. Nothing here tells the hidden buyer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.game.build import Spot, meter_table, spots
from simulator.game.rules import DONE, Game, State
from simulator.game.run import Run, draw_buyer, shuffled
from simulator.game.steps import Step, option_named, take
from simulator.scenario.model import Choice, Decision, Fact, Outcome, Scenario
from simulator.scenario.words import STAGES, Face, OutcomeKind

UNSETTLED = Outcome(
    id="unsettled",
    kind=OutcomeKind.CONTINUATION,
    title="Nothing agreed",
    text="The talk ends warmly enough, and nothing has been agreed.",
)
"""The outcome of a run in which no choice settled one."""


@dataclass(frozen=True)
class MeterView:
    """A meter as shown: 0..20."""

    id: str
    name: str
    about: str
    value: int


@dataclass(frozen=True)
class ChoiceView:
    """A choice as shown. ``choice`` is None for stopping early.

    ``number`` counts from 1 in the order on screen; ``is_used`` was picked before at this
    decision; ``locked_hint`` says why it cannot be chosen, if the author gave a hint.
    """

    id: str
    number: int
    say: str
    choice: Choice | None
    cost: int
    is_legal: bool
    is_used: bool
    locked_hint: str


@dataclass(frozen=True)
class SlotView:
    """A feature in an emphasis decision: the minutes given, or None while still open."""

    feature: str
    name: str
    benefit: str
    minutes: int | None
    is_current: bool
    offered: tuple[int, ...]


@dataclass(frozen=True)
class Prompt:
    """A decision as shown. ``unit``, ``budget`` and ``left`` are "", 0 and 0 without a budget."""

    stage: str
    stage_name: str
    node: str
    decision: Decision
    task: str
    scene: str
    prospect: str
    face: Face
    place: str
    unit: str
    budget: int
    left: int
    slots: tuple[SlotView, ...]
    choices: tuple[ChoiceView, ...]
    opens_stage: bool
    number: int


@dataclass(frozen=True)
class Told:
    """What a choice led to: the words, what changed, what was learned.

    ``stage_over`` is the key of the stage that ended with it, or empty.
    """

    stage: str
    said: str
    reply: str
    face: Face
    changes: dict[str, int]
    learned: tuple[Fact, ...]
    outcome: Outcome | None
    stage_over: str


class Play:
    """A run of a scenario from its start, or from where a saved run stopped.

    Raises RunError when a saved run's choices do not fit the scenario.
    """

    def __init__(self, scenario: Scenario, game: Game, run: Run) -> None:
        self.scenario = scenario
        self.game = game
        self.run = Run(**{**run.__dict__, "choices": ()})
        self.spots: list[Spot] = spots(scenario)
        self.steps: list[Step] = []
        self.told: list[Told] = []
        self._buyer = draw_buyer(game, run.seed)
        self._meters = [(i, n, a) for i, (n, _, a) in meter_table(scenario).items()]
        every = range(len(game.meters))
        used = [at for at in every if game.moves(at) or game.meters[at] in scenario.meters]
        self._on_screen = used or list(every)
        self._names = {
            "player": run.player or "you",
            "contact": scenario.prospect.name,
            "first-name": scenario.prospect.first_name,
            "company": scenario.prospect.company,
            "product": scenario.product.name,
        }
        for choice in run.choices:
            self.choose(choice)

    @property
    def state(self) -> State:
        """What can be seen now."""
        return self.steps[-1].after if self.steps else self.game.start()

    @property
    def buyers(self) -> int:
        """The mask of the buyers still possible; for the review, never shown in play."""
        return self.steps[-1].still if self.steps else self.game.everyone

    @property
    def buyer(self) -> int:
        """The index of the true buyer; for the debrief only."""
        return self._buyer

    @property
    def is_over(self) -> bool:
        """Whether the run is finished."""
        return self.game.is_over(self.state)

    @property
    def outcome(self) -> Outcome:
        """How the sale stands, or ended."""
        at = self.state.outcome
        return self.scenario.outcomes[at - 1] if at else UNSETTLED

    @property
    def face(self) -> Face:
        """How the prospect looks after the last choice."""
        return self.told[-1].face if self.told else Face.NEUTRAL

    def fill(self, text: str | None) -> str:
        """A text with the names put in for ``<player>``, ``<company>`` and so on."""
        return re.sub(r"<([a-z-]+)>", lambda found: self._names.get(found[1], found[0]), text or "")

    def meters(self, state: State | None = None) -> list[MeterView]:
        """The meters on screen, now or in an earlier state: moved by a choice, or named.

        A standard meter that the file neither names nor moves would stand still and mean nothing.
        """
        values = (state or self.state).meters
        return [MeterView(*self._meters[at], values[at]) for at in self._on_screen]

    def notebook(self) -> list[Fact]:
        """The facts known, in the order of the file, with names filled in."""
        return self._facts(self.state.marks)

    def prompt(self) -> Prompt:
        """What is to be decided now. Raises IndexError when the run is over."""
        state = self.state
        node, spot = self.game.nodes[state.node], self.spots[state.node]
        decision, stage = spot.decision, self.scenario.stage(spot.stage)
        budget = node.budget if node.repeats else decision.minutes or 0
        before = self.spots[self.steps[-1].state.node].stage if self.steps else ""
        return Prompt(
            stage=spot.stage,
            stage_name=STAGES[spot.stage],
            node=node.id,
            decision=decision,
            task=self.fill(decision.task),
            scene=self.fill(decision.scene),
            prospect=self.fill(decision.prospect),
            face=decision.face or self.face,
            place=stage.place or self.scenario.prospect.place,
            unit=_unit(decision) if budget else "",
            budget=budget,
            left=state.left if budget else 0,
            slots=self._slots(spot),
            choices=tuple(self._choices(state)),
            opens_stage=spot.stage != before,
            number=len(self.steps) + 1,
        )

    def choose(self, choice: str) -> Told:
        """Make a choice by its id. Raises IllegalChoice when it is not legal."""
        state = self.state
        option = option_named(self.game, state, choice)
        step = take(self.game, state, self.buyers, option, self._buyer)
        self.steps.append(step)
        self.run = self.run.with_choice(choice)
        told = self._tell(step)
        self.told.append(told)
        return told

    def _facts(self, marks: int) -> list[Fact]:
        return [
            fact.model_copy(update={"note": self.fill(fact.note)})
            for at, fact in enumerate(self.scenario.facts)
            if marks >> at & 1
        ]

    def _choices(self, state: State) -> list[ChoiceView]:
        node, spot = self.game.nodes[state.node], self.spots[state.node]
        order = shuffled(self.game, state.node, self.run.seed)
        if spot.decision.order == "fixed" or spot.feature:
            order = sorted(order)
        shown: list[ChoiceView] = []
        for at in order:
            option = node.options[at]
            choice = spot.choices[at] if option.id != DONE or at < len(spot.choices) else None
            legal, used = self.game.is_legal(state, at), bool(state.used >> at & 1)
            hint = self.fill(choice.locked_hint) if choice and not used else ""
            if not legal and not used and option.cost > state.left:
                hint = f"Not enough {_unit(spot.decision)} left for this."
            if legal or used or hint:
                say = self.fill(choice.say) if choice else spot.decision.done.say
                number = len(shown) + 1
                shown.append(
                    ChoiceView(option.id, number, say, choice, option.cost, legal, used, hint)
                )
        return shown

    def _slots(self, spot: Spot) -> tuple[SlotView, ...]:
        if not spot.feature:
            return ()
        here = self.state.node
        given = {step.state.node: step.option for step in self.steps}
        features = {feature.id: feature for feature in self.scenario.product.features}
        views = []
        for at, other in enumerate(self.spots):
            if other.decision is spot.decision and other.feature:
                minutes = tuple(choice.minutes or 0 for choice in other.choices)
                feature = features[other.feature]
                views.append(
                    SlotView(
                        feature.id,
                        self.fill(feature.name),
                        self.fill(feature.benefit),
                        minutes[given[at]] if at in given else None,
                        at == here,
                        minutes,
                    )
                )
        return tuple(views)

    def _tell(self, step: Step) -> Told:
        spot = self.spots[step.state.node]
        stops = step.option >= len(spot.choices)
        choice = None if stops else spot.choices[step.option]
        said = spot.decision.done.say if choice is None else self.fill(choice.say)
        reply, face = self.answer(step)
        names = self.game.meters
        moved = zip(names, step.state.meters, step.after.meters, strict=True)
        changes = {name: b - a for name, a, b in moved if a != b}
        over = self.game.is_over(step.after)
        left = over or self.spots[step.after.node].stage != spot.stage
        settled = step.after.outcome != step.state.outcome
        return Told(
            stage=spot.stage,
            said=said,
            reply=reply,
            face=face or self._face(changes),
            changes=changes,
            learned=tuple(self._facts(step.after.marks & ~step.state.marks)),
            outcome=self.scenario.outcomes[step.after.outcome - 1] if settled else None,
            stage_over=spot.stage if left else "",
        )

    def answer(self, step: Step) -> tuple[str, Face | None]:
        """The words and the face, if the author gave one, that answered a step."""
        spot = self.spots[step.state.node]
        if step.option >= len(spot.choices):
            return "", None
        choice = spot.choices[step.option]
        option = self.game.nodes[step.state.node].options[step.option]
        for (when, _), case in zip(option.cases, choice.cases, strict=True):
            if when.holds(step.state, self._buyer):
                return self.fill(case.reply or choice.reply), case.face or choice.face
        return self.fill(choice.reply), choice.face

    def _face(self, changes: dict[str, int]) -> Face:
        warmth = sum(change for meter, change in changes.items() if meter != "urgency")
        if warmth >= 5:
            return Face.DELIGHTED
        if warmth >= 1:
            return Face.INTERESTED
        if warmth <= -4:
            return Face.ANNOYED
        return Face.SCEPTICAL if warmth < 0 else Face.NEUTRAL


def _unit(decision: Decision) -> str:
    """What is spent in a decision with a budget: its own unit, or minutes among features."""
    return next(iter(decision.spend)) if decision.spend else "minutes"
