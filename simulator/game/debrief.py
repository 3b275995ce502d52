"""The review after the play: every move against the best one, luck apart from skill, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from simulator.game.build import Spot
from simulator.game.play import MeterView, Play
from simulator.game.policy import worths
from simulator.game.run import Run
from simulator.game.score import STARS, Grade, Move, Result, Scorer, cost, kept
from simulator.game.steps import Step
from simulator.game.what_if import again, finish, taste, taught, what_if
from simulator.problems import Place
from simulator.scenario.model import Buyer, Choice, Outcome
from simulator.scenario.words import STAGE_SKILLS, STAGES, Skill

__all__ = [
    "STARS", "Debrief", "LineStep", "MeterLine", "MoveReview", "PointLine", "Rival", "Share",
    "best_line", "debrief", "feature_of", "finish", "shares", "stars_of", "what_if", "why_of",
    "words_of",
]  # fmt: skip


@dataclass(frozen=True)
class Share:
    """A stage or a skill, and how much of what was at stake in it was kept: 0..1, or None."""

    id: str
    name: str
    kept: Fraction | None


@dataclass(frozen=True)
class Rival:
    """A choice that was open at a move, and the points of score it would have given away."""

    id: str
    said: str
    lost: Fraction
    is_chosen: bool
    is_best: bool


@dataclass(frozen=True)
class MoveReview:
    """One move. ``place`` is where its rule stands in the file.

    ``lost`` is in points of the score, ``luck`` in what an ending is worth.
    ``said`` is what was done, ``reply`` what came back, ``why`` the coach's words on it; ``best``,
    ``best_reply`` and ``best_why`` are the same for the best choice, empty when the move itself was
    best. ``feature`` is the product feature a move gave minutes to, or empty.
    """

    number: int
    stage: str
    stage_name: str
    task: str
    prospect: str
    said: str
    reply: str
    why: str
    best: str
    best_why: str
    instead: str
    source: str
    lost: Fraction
    luck: Fraction
    grade: Grade
    place: Place
    rivals: tuple[Rival, ...]
    feature: str = ""
    best_reply: str = ""


@dataclass(frozen=True)
class LineStep:
    """One step of the best line, told as a worked example."""

    stage_name: str
    task: str
    said: str
    reply: str
    why: str
    feature: str = ""


@dataclass(frozen=True)
class PointLine:
    """A rule that gave points to the ending."""

    points: int
    because: str
    place: Place


@dataclass(frozen=True)
class MeterLine:
    """A meter over the whole run: its value at the start and after each move."""

    meter: MeterView
    values: tuple[int, ...]


@dataclass(frozen=True)
class Debrief:
    """All that the review of a finished run shows.

    ``value`` is what the ending was worth (0..100), ``start`` what best play comes to on average,
    ``random`` what clicking at random does, ``played`` what this play does; ``luck`` is won or lost
    by the draw of the buyer, so value = played + luck exactly. ``lost`` is what the moves gave away
    in points of the score, which is 1000 - lost, and 0 at least. ``best_outcome`` and
    ``best_points`` tell how the best line ends against this buyer.
    """

    run: Run
    score: int
    stars: int
    value: int
    start: Fraction
    random: Fraction
    played: Fraction
    lost: Fraction
    luck: Fraction
    outcome: Outcome
    outcome_text: str
    buyer: Buyer
    truth: str
    cues: tuple[str, ...]
    stages: tuple[Share, ...]
    skills: tuple[Share, ...]
    meters: tuple[MeterLine, ...]
    moves: tuple[MoveReview, ...]
    turning_point: int | None
    points: tuple[PointLine, ...]
    epilogue: tuple[tuple[int, str], ...]
    best_line: tuple[LineStep, ...]
    best_outcome: Outcome
    best_points: tuple[PointLine, ...]


def stars_of(score: int) -> int:
    """How many stars a score earns, 0..3."""
    return sum(score >= least for least in STARS)


def shares(play: Play, moves: tuple[Move, ...]) -> tuple[tuple[Share, ...], tuple[Share, ...]]:
    """What was kept of what was at stake: by stage (all seven) and by skill (those at stake)."""
    by_stage: dict[str, list[Move]] = {key: [] for key in STAGES}
    by_skill: dict[str, list[Move]] = {skill.value: [] for skill in Skill}
    for move in moves:
        spot = play.spots[move.node]
        by_stage[spot.stage].append(move)
        by_skill[spot.decision.skill or STAGE_SKILLS[spot.stage]].append(move)
    stages = tuple(Share(key, STAGES[key], kept(found)) for key, found in by_stage.items())
    skills = tuple(
        Share(key, key.capitalize(), kept(found)) for key, found in by_skill.items() if found
    )
    return stages, skills


def debrief(play: Play, scorer: Scorer) -> Debrief:
    """The review of a finished play."""
    result = scorer.score([(play.run.choices, play.buyer)])[0]
    stages, skills = shares(play, result.moves)
    buyer = play.scenario.buyers[play.buyer]
    best = again(play, 0)
    finish(best, scorer)
    return Debrief(
        play.run,
        result.score,
        stars_of(result.score),
        result.value,
        result.start,
        result.random,
        result.start - result.regret,
        _cost(result, result.regret),
        result.luck,
        play.outcome,
        play.fill(play.outcome.text),
        buyer,
        play.fill(buyer.truth),
        tuple(play.fill(cue) for cue in buyer.cues),
        stages,
        skills,
        _meters(play),
        tuple(_review(play, scorer, result, at) for at in range(len(result.moves))),
        result.turning_point,
        _points(play),
        _epilogue(play),
        _told(best),
        best.outcome,
        _points(best),
    )


def _meters(play: Play) -> tuple[MeterLine, ...]:
    states = [play.game.start(), *(step.after for step in play.steps)]
    return tuple(
        MeterLine(meter, tuple(state.meters[play.game.meters.index(meter.id)] for state in states))
        for meter in play.meters()
    )


def words_of(play: Play, spot: Spot, option: int) -> tuple[str, Choice | None]:
    """What choosing an option says, and the choice it comes from (None for stopping).

    A first contact is headed by its channel, without which nobody could tell a call from a letter.
    """
    if option >= len(spot.choices):
        return spot.decision.done.say, None
    choice = spot.choices[option]
    said = play.fill(choice.say)
    return f"{choice.channel.value.capitalize()}: {said}" if choice.channel else said, choice


def feature_of(play: Play, spot: Spot) -> str:
    """The name of the product feature that a spot gives minutes to, or empty."""
    named = {feature.id: feature.name for feature in play.scenario.product.features}
    return play.fill(named[spot.feature]) if spot.feature else ""


def why_of(play: Play, spot: Spot, option: int, step: Step) -> str:
    """The coach's words on an option at a step, chosen there or not: those of the case that held.

    Words of a case may be the very reason why a choice was good, so they count for rivals too.
    """
    _, choice = words_of(play, spot, option)
    if choice is None:
        return play.fill(spot.decision.done.why)
    at = _case(play, replace(step, option=option))
    return play.fill((choice.cases[at].why if at is not None else None) or choice.why)


def _case(play: Play, step: Step) -> int | None:
    """The index of the case that held at a step."""
    option = play.game.nodes[step.state.node].options[step.option]
    tests = (when.holds(step.state, play.buyer) for when, _ in option.cases)
    return next((at for at, truth in enumerate(tests) if truth), None)


def _place(play: Play, step: Step) -> Place:
    spot = play.spots[step.state.node]
    if step.option >= len(spot.choices):
        return play.scenario.place_of(spot.path[:-1])
    at = _case(play, step)
    inner = () if at is None else ("cases", at)
    return play.scenario.place_of((*spot.path, step.option, *inner))


def _review(play: Play, scorer: Scorer, result: Result, number: int) -> MoveReview:
    move, step = result.moves[number], play.steps[number]
    spot = play.spots[move.node]
    said, choice = words_of(play, spot, move.option)
    is_best = not move.regret
    found = worths(play.game, scorer.solution, step.state, step.buyers)
    best = taught(play, step.state, found)
    return MoveReview(
        number + 1,
        spot.stage,
        STAGES[spot.stage],
        play.fill(spot.decision.task),
        play.fill(spot.decision.prospect or spot.decision.scene),
        said,
        play.told[number].reply,
        why_of(play, spot, move.option, step),
        "" if is_best else words_of(play, spot, best)[0],
        "" if is_best else why_of(play, spot, best, step),
        play.fill(choice.instead) if choice and not is_best else "",
        (choice.source or "") if choice else "",
        _cost(result, Fraction(move.regret, result.scale)),
        Fraction(move.luck, result.scale),
        move.grade,
        _place(play, step),
        _rivals(play, step, found, result),
        feature_of(play, spot),
        "" if is_best else play.answer(replace(step, option=best))[0],
    )


def _cost(result: Result, regret: Fraction) -> Fraction:
    return cost(regret, result.start, result.random)


def _rivals(play: Play, step: Step, found: dict[int, int], result: Result) -> tuple[Rival, ...]:
    """All options valued in ``found``, the best first, then those to be named first."""
    spot = play.spots[step.state.node]
    options = play.game.nodes[step.state.node].options
    top = max(found.values())
    weight = sum(w for b, w in enumerate(play.game.weights) if step.buyers >> b & 1)
    rivals = [
        Rival(
            options[at].id,
            words_of(play, spot, at)[0],
            _cost(result, Fraction(top - worth, weight)),
            at == step.option,
            worth == top,
        )
        for at, worth in sorted(
            found.items(), key=lambda one: (-one[1], taste(play, step.state, one[0]))
        )
    ]
    return tuple(rivals)


def _points(play: Play) -> tuple[PointLine, ...]:
    lines = []
    for at, rule in enumerate(play.game.points):
        if rule.when.holds(play.state, play.buyer):
            worth = rule.points * (play.state.meters[rule.per] if rule.per >= 0 else 1)
            if worth and play.scenario.points:
                because = play.fill(play.scenario.points[at].because)
                place = play.scenario.place_of(("points", at))
                lines.append(PointLine(worth, because, place))
            elif worth:
                because = "how the sale ended" if rule.per < 0 else "trust that was kept"
                lines.append(PointLine(worth, because, play.scenario.place_of(("outcomes",))))
    return tuple(lines)


def _epilogue(play: Play) -> tuple[tuple[int, str], ...]:
    told = [
        (episode.day, play.fill(episode.text))
        for when, episode in zip(play.game.epilogue, play.scenario.epilogue, strict=True)
        if when.holds(play.state, play.buyer)
    ]
    return tuple(sorted(told, key=lambda line: line[0]))


def best_line(play: Play, scorer: Scorer) -> tuple[LineStep, ...]:
    """Best play from the start against the same buyer, without knowing who it is."""
    best = again(play, 0)
    finish(best, scorer)
    return _told(best)


def _told(play: Play) -> tuple[LineStep, ...]:
    """A play as a worked example."""
    lines = []
    for step, told in zip(play.steps, play.told, strict=True):
        spot = play.spots[step.state.node]
        why = why_of(play, spot, step.option, step)
        task, feature = play.fill(spot.decision.task), feature_of(play, spot)
        said, _ = words_of(play, spot, step.option)
        lines.append(LineStep(STAGES[spot.stage], task, said, told.reply, why, feature))
    return tuple(lines)
