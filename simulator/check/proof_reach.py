"""Rules of the proof about what nobody can ever meet, and what plays can miss."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.check import proof
from simulator.check.rule import Found
from simulator.check.subject import Subject
from simulator.game.figures import NodeStudy
from simulator.game.rules import EVERY, Condition, Game, Option
from simulator.scenario.model import Choice
from simulator.scenario.walk import KeyPath
from simulator.scenario.words import STAGES


def obstacles(game: Game, cond: Condition, node: NodeStudy) -> list[str]:
    """The parts of a condition that no reachable state of a node meets, in words."""
    found = []
    for meter, low, high in cond.meters:
        seen = node.meters[meter]
        if seen and seen[1] < low:
            found.append(f"{game.meters[meter]} is at most {seen[1]} there")
        elif seen and seen[0] > high:
            found.append(f"{game.meters[meter]} is at least {seen[0]} there")
    found += [f"{_mark(game, m)} there" for m in _bits(cond.all & ~node.ever)]
    found += [f"{_mark(game, m, always=True)} there" for m in _bits(cond.none & node.always)]
    for group in cond.any:
        if not group & node.ever:
            names = " nor ".join(_name(game, mark) for mark in _bits(group))
            found.append(f"neither {names} is ever so there")
    if cond.outcomes != EVERY and not cond.outcomes & node.outcomes:
        found.append("the outcome is never one of these there")
    return found


def _name(game: Game, mark: int) -> str:
    facts = len(game.facts)
    return f"`{game.facts[mark] if mark < facts else game.remembered[mark - facts]}`"


def _mark(game: Game, mark: int, *, always: bool = False) -> str:
    word = "known" if mark < len(game.facts) else "chosen"
    return f"{_name(game, mark)} is {'always' if always else 'never'} {word}"


def _bits(mask: int) -> list[int]:
    return [at for at in range(mask.bit_length()) if mask >> at & 1]


def _because(reasons: list[str], otherwise: str) -> str:
    return f": {' and '.join(reasons)}" if reasons else f": {otherwise}"


def too_many_states(subject: Subject) -> Iterator[Found]:
    """A scenario with more positions than a player's computer solves in a breath.

    Everything that later rules still ask for multiplies the positions that have to be told apart.
    The message names what multiplies them most.

    bad:
        meters:
          trust: {start: 5}
    good:
        meters:
          trust: {start: 5}
    """
    bulk = subject.proven.proven.bulk
    if bulk is None:
        return
    node = subject.game.nodes[bulk.node].id
    parts = ", ".join(f"{name} ({float(times):.0f} times)" for name, times in bulk.parts)
    yield Found(
        (*subject.spots[bulk.node].path[:-1], "id"),
        f"{subject.proven.study.states:,} positions to tell apart, most of them at `{node}`;"
        f" {proof.STATES_FAIR:,} are fair",
        f"Starting the level takes long. What multiplies them most here: {parts}. Let fewer later"
        " rules ask for one of these, or ask earlier.",
    )


def decision_never_comes(subject: Subject) -> Iterator[Found]:
    """A decision that no play ever comes to.

    Its ``when`` holds in no position that can be reached. All that is written there is unread.

    bad:
        follow_up:
          decisions:
            - {id: after, when: {trust: exactly 20}}
    good:
        follow_up:
          decisions:
            - {id: after, when: {trust: below 20}}
    """
    told: set[str] = set()
    for spot, node in zip(subject.spots, subject.proven.study.nodes, strict=True):
        if node.states == 0 and spot.decision.id not in told:
            told.add(spot.decision.id)
            path = spot.path[: 3 if spot.feature else -1]
            where: KeyPath = (*path, "when")
            yield Found(
                where if where in subject.document.places else (*path, "id"),
                f"no play comes to `{spot.decision.id}`",
                "Nobody reads what stands here. Its `when` never holds where it is asked: loosen"
                " it, or let earlier choices lead to it.",
            )


def choice_never_open(subject: Subject) -> Iterator[Found]:
    """A choice that can never be chosen.

    Its needs are met, or its cost can be paid, in no position that can be reached. The message
    says which part is in the way.

    bad:
        approach:
          decisions:
            - id: open
              choices:
                - {id: pitch, needs: {trust: at least 12}}
    good:
        approach:
          decisions:
            - id: open
              choices:
                - {id: pitch, needs: {trust: at least 6}}
    """
    for at, spot in enumerate(subject.spots):
        node = subject.proven.study.nodes[at]
        for number, choice in enumerate(spot.choices):
            if node.states and not node.options[number].legal:
                option = subject.game.nodes[at].options[number]
                why = obstacles(subject.game, option.needs, node)
                key = "needs" if choice.needs else "id"
                yield Found(
                    (*spot.path, number, key),
                    f"`{choice.id}` can never be chosen"
                    + _because(why, "its parts never hold together, or there is never enough left"),
                    "Nobody reads what follows from it. Loosen the condition, or give players a"
                    " way to meet it.",
                    key=key == "needs",
                )


def case_never_used(subject: Subject) -> Iterator[Found]:
    """A case, a bonus or a reply that no play ever meets.

    The first case that holds counts. One that never holds, or always after another, is dead text;
    so is the choice's own reply when a case with a reply always holds.

    bad:
        objections:
          decisions:
            - id: doubt
              choices:
                - id: promise
                  cases:
                    - when: {trust: at least 19}
                      reply: I believe anything you say.
    good:
        objections:
          decisions:
            - id: doubt
              choices:
                - id: promise
                  cases:
                    - when: {trust: at least 12}
                      reply: I believe anything you say.
    """
    for at, spot in enumerate(subject.spots):
        node = subject.proven.study.nodes[at]
        for number, choice in enumerate(spot.choices):
            if node.options[number].legal:
                option = subject.game.nodes[at].options[number]
                yield from _dead(subject, (*spot.path, number), choice, option, (at, number))


def _dead(
    subject: Subject, path: KeyPath, choice: Choice, option: Option, spot: tuple[int, int]
) -> Iterator[Found]:
    node = subject.proven.study.nodes[spot[0]]
    found = node.options[spot[1]]
    remedy = "Nobody meets it. Loosen its condition, put it before the others, or delete it."
    for case, used in enumerate(found.cases):
        if not used:
            why = obstacles(subject.game, option.cases[case][0], node)
            otherwise = "its parts never hold together"
            if case:
                otherwise += ", or only where an earlier case holds"
            message = f"this case of `{choice.id}` is never used" + _because(why, otherwise)
            yield Found((*path, "cases", case, "when"), message, remedy, key=True)
    for bonus, used in enumerate(found.also):
        if not used:
            why = obstacles(subject.game, option.also[bonus].when, node)
            message = f"this addition to `{choice.id}` never counts"
            message += _because(why, "its parts never hold together")
            yield Found((*path, "also", bonus, "when"), message, remedy, key=True)
    covered = all(case.reply for case, used in zip(choice.cases, found.cases, strict=True) if used)
    if not found.base and choice.reply and covered:
        yield Found(
            (*path, "reply"),
            f"this reply of `{choice.id}` is never heard: one of its cases always holds",
            "Nobody reads it. Delete it, or make room for it by a stricter case.",
            key=True,
        )


def ending_never_met(subject: Subject) -> Iterator[Found]:
    """An outcome, a point rule or a line of the epilogue that no play ends with.

    A choice sets the outcome, but that choice is never open, or a later one always changes it; or
    the condition holds at no ending that can be reached.

    bad:
        points:
          - when: {outcome: trial}
            points: 50
            because: A trial that she wanted
          - when: {outcome: order}
            points: 50
            because: An order
          - when: {outcome: later}
            points: 15
            because: A polite no
          - points: 2
            per: trust
            because: What she believes of you
          - when: {outcome: trial, trust: at most 3}
            points: -5
            because: A trial without trust
    good:
        points:
          - when: {outcome: trial}
            points: 50
            because: A trial that she wanted
          - when: {outcome: order}
            points: 50
            because: An order
          - when: {outcome: later}
            points: 15
            because: A polite no
          - points: 2
            per: trust
            because: What she believes of you
    """
    study, scenario = subject.proven.study, subject.scenario
    set_by = {choice.outcome for _, _, choice in subject.choices()}
    set_by |= {case.outcome for _, _, choice in subject.choices() for case in choice.cases}
    for at, outcome in enumerate(scenario.outcomes):
        if outcome.id in set_by and not study.endings >> (at + 1) & 1:
            yield Found(
                ("outcomes", at, "id"),
                f"no play ends with `{outcome.id}`",
                "A later choice always changes it, or nobody can make the choice that sets it."
                " Nobody reads its text.",
            )
    remedy = "It holds at no ending that can be reached. Loosen its condition, or delete it."
    for at, rule in enumerate(scenario.points):
        if not study.points[at]:
            yield Found(
                ("points", at, "because"), f"no play gets these points: {rule.because}", remedy
            )
    for at, _ in enumerate(scenario.epilogue):
        if not subject.proven.proven.episodes[at]:
            yield Found(
                ("epilogue", at, "text"), "no play comes to this line of the epilogue", remedy
            )


def hint_never_shown(subject: Subject) -> Iterator[Found]:
    """A hint on a lock that is never locked.

    Whenever the decision comes up, the needs are met. Then the needs ask for nothing.

    bad:
        closing:
          decisions:
            - id: close
              choices:
                - id: trial
                  needs: {trust: at most 19}
                  locked hint: She believes you too much.
    good:
        closing:
          decisions:
            - id: close
              choices:
                - id: trial
                  needs: {trust: at least 6}
                  locked hint: She does not believe you enough.
    """
    for at, spot in enumerate(subject.spots):
        for number, choice in enumerate(spot.choices):
            found = subject.proven.study.nodes[at].options[number]
            if choice.needs and found.legal and not found.locked:
                yield Found(
                    (*spot.path, number, "needs"),
                    f"`{choice.id}` is never locked: its needs are always met",
                    "They ask for nothing. Ask for more, or take them away.",
                    key=True,
                )


def nothing_settled(subject: Subject) -> Iterator[Found]:
    """A play that ends without any outcome.

    If no choice on the way sets one, the play ends with words that belong to no scenario:
    "Nothing agreed".

    bad:
        closing:
          decisions:
            - id: close
              choices:
                - {id: push, outcome: null, cases: null}
    good:
        closing:
          decisions:
            - id: close
              choices:
                - {id: push, outcome: lost}
    """
    if subject.proven.study.endings & 1:
        yield Found(
            ("outcomes",),
            "a play can end with no outcome at all",
            "It ends with words that are not yours. Give every choice of the closing an `outcome`.",
            key=True,
        )


def stage_without_decision(subject: Subject) -> Iterator[Found]:
    """A stage that some plays pass without deciding anything.

    All seven stages belong to every sale. Where each decision of a stage has a ``when`` and none
    of them holds, the stage is only a heading.

    bad:
        objections:
          decisions:
            - {id: doubt, when: {buyer: burnt}}
    good:
        objections:
          decisions:
            - {id: doubt, when: {trust: at least 0}}
    """
    for at, (stage, name) in enumerate(STAGES.items()):
        if subject.proven.study.passed >> at & 1:
            yield Found(
                (stage,),
                f"some plays pass {name} without a decision",
                "For them the stage is only a heading. Let one decision come up in every case.",
                key=True,
            )
