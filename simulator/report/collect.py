"""From a scenario file to the figures of its report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

from simulator.game.bots import Played, bots, greedy_bots, play_bots
from simulator.game.build import Spot, node_id, spots
from simulator.game.debrief import STARS
from simulator.game.figures import NodeStudy
from simulator.game.policy import Policy, choose_by
from simulator.game.rules import DONE
from simulator.game.run import Run, draw_buyer
from simulator.game.study import study
from simulator.problems import Problem
from simulator.report.data import (
    BEST_PLAY,
    RANDOM_PLAY,
    BestLine,
    BotFigures,
    ChoiceFigures,
    DecisionFigures,
    Figures,
    LineStep,
    ProblemFigures,
    ScenarioReport,
    StageFigures,
    Taken,
)
from simulator.report.flow import Flow, follow
from simulator.report.links import links
from simulator.report.notes import notes
from simulator.report.people import Counts, People, counted, people
from simulator.scenario.model import Choice
from simulator.scenario.plain import condition_words
from simulator.scenario.words import STAGES
from simulator.store.levels import Level

DIGITS: Final = 4
CLICKERS: Final = (
    Policy.FIRST, Policy.LAST, Policy.LONGEST, Policy.SHORTEST, Policy.POLITEST,
)  # fmt: skip
"""The bots that are played; play at random is followed through all that can happen instead."""


@dataclass(frozen=True)
class _Plays:
    """How often each choice is taken, by kind of play; ``people`` is None without runs."""

    best: Flow
    random: Flow
    bots: Counts
    people: People | None


def broken_report(path: Path, problems: Iterable[Problem]) -> ScenarioReport:
    """The report of a file that cannot be played: its problems."""
    return ScenarioReport(str(path), path.stem, path.stem, "", _problems(problems))


def scenario_report(
    path: Path, problems: Iterable[Problem], level: Level, runs: Iterable[Run]
) -> ScenarioReport:
    """The report of a scenario; ``runs`` are those that people played on it.

    Raises SolverError for a game too large.
    """
    scenario, game, scorer = level.scenario, level.game, level.scorer()
    places, solution = spots(scenario), scorer.solution
    clickers = [*bots(game, places, CLICKERS), *greedy_bots(game, places)]
    played = play_bots(game, clickers, scorer)
    plays = _Plays(
        follow(game, solution, best=True, spread=False),
        follow(game, solution, best=False, spread=True),
        _mean([_weighed(level, one) for one in played]),
        people(game, scorer, runs),
    )
    found = study(game, solution)
    nodes = [_decision(level, at, spot, found.nodes[at], plays) for at, spot in enumerate(places)]
    stages = tuple(
        StageFigures(
            key, name, tuple(n for n, s in zip(nodes, places, strict=True) if s.stage == key)
        )
        for key, name in STAGES.items()
    )
    crowd = plays.people
    figures = Figures(
        digest=game.digest,
        states=solution.states,
        steps=solution.edges,
        best=_rounded(solution.start_value),
        random=_rounded(solution.random_value),
        worst=_rounded(solution.worst_value),
        step=plays.random.step,
        players=crowd.names if crowd else 0,
        runs=crowd.runs if crowd else 0,
        people=crowd.scores if crowd else None,
        notes=notes(stages, crowd.runs if crowd else 0),
        stages=stages,
        links=tuple(links(places)),
        bots=(_best(), _random(plays.random), *map(_bot, played)),
        lines=tuple(_best_line(level, buyer) for buyer in range(len(game.buyers))),
    )
    return ScenarioReport(
        str(path), scenario.id, scenario.title, scenario.summary, _problems(problems), figures
    )


def _problems(problems: Iterable[Problem]) -> tuple[ProblemFigures, ...]:
    found = sorted(problems, key=lambda p: (p.place, p.code))
    return tuple(
        ProblemFigures(
            p.place.line, p.place.column, p.code, p.severity.value, p.message, p.remedy, p.paste
        )
        for p in found
    )


def _decision(
    level: Level, at: int, spot: Spot, found: NodeStudy, plays: _Plays
) -> DecisionFigures:
    decision, options = spot.decision, level.game.nodes[at].options
    stop = {"id": DONE, "say": decision.done.say, "why": decision.done.why, "cost": 0}
    done = Choice.model_validate(stop)
    choices = (*spot.choices, *([done] if options[-1].id == DONE else []))
    crowd = plays.people
    rows = []
    for number, (choice, one) in enumerate(zip(choices, found.options, strict=True)):
        path = (*spot.path, number) if choice is not done else spot.path[:-1]
        rows.append(
            ChoiceFigures(
                choice.id,
                choice.say,
                level.scenario.place_of(path).line,
                condition_words(choice.needs) if choice.needs else "",
                tuple(choice.learn or ()),
                choice.outcome or "",
                _price(spot, choice),
                choice.verdict.value if choice.verdict else "",
                round(one.legal / found.states, DIGITS) if found.states else 0.0,
                round(one.best / one.legal, DIGITS) if one.legal else 0.0,
                _rounded(one.loss),
                Taken(
                    round(plays.best.taken[at][number], DIGITS),
                    round(plays.random.taken[at][number], DIGITS),
                    round(plays.bots[at][number], DIGITS),
                    None if crowd is None else round(crowd.taken[at][number], DIGITS),
                ),
            )
        )
    return DecisionFigures(
        node_id(spot),
        decision.task,
        level.scenario.place_of(spot.path[:-1] if not spot.feature else spot.path).line,
        condition_words(decision.when) if decision.when else "",
        _kind(spot),
        found.states,
        round(plays.random.reached[at], DIGITS),
        max(row.loss for row in rows),
        None if crowd is None else round(crowd.lost[at], DIGITS),
        None if crowd is None else crowd.right[at],
        tuple(rows),
    )


def _kind(spot: Spot) -> str:
    if spot.decision.spend:
        [(unit, budget)] = spot.decision.spend.items()
        return f"spend {budget} {unit}"
    return f"share {spot.decision.minutes} minutes" if spot.feature else "choose one"


def _price(spot: Spot, choice: Choice) -> str:
    if spot.feature:
        return f"{choice.minutes} min"
    return f"costs {choice.cost}" if spot.decision.spend and choice.id != DONE else ""


def _weighed(level: Level, played: Played) -> Counts:
    return counted(level.game, [(run.result.moves, run.chance) for run in played.runs])


def _mean(many: list[Counts]) -> Counts:
    return [
        [sum(cells) / len(many) for cells in zip(*rows, strict=True)]
        for rows in zip(*many, strict=True)
    ]


def _best() -> BotFigures:
    return BotFigures(BEST_PLAY, 1000.0, 1.0, {1000: 1.0}, exact=True)


def _random(flow: Flow) -> BotFigures:
    mean = sum(score * share for score, share in flow.spread.items())
    passes = sum(share for score, share in flow.spread.items() if score >= STARS[0])
    spread = {score: round(share, 6) for score, share in flow.spread.items()}
    exact = flow.step == 1
    return BotFigures(RANDOM_PLAY, round(mean, 1), round(passes, DIGITS), spread, exact=exact)


def _bot(played: Played) -> BotFigures:
    spread: dict[int, Fraction] = {}
    for run in played.runs:
        score = run.result.score
        spread[score] = spread.get(score, Fraction(0)) + run.chance
    passes = sum((share for score, share in spread.items() if score >= STARS[0]), Fraction(0))
    return BotFigures(
        played.bot.label,
        float(round(played.score, 1)),
        _rounded(passes),
        {score: float(round(share, 6)) for score, share in sorted(spread.items())},
        exact=played.is_exact,
    )


def _best_line(level: Level, buyer: int) -> BestLine:
    """Best play against one buyer, in the order on screen of the first seed that draws it."""
    game, solution = level.game, level.solution()
    seed = next(seed for seed in range(1, 10**6) if draw_buyer(game, seed) == buyer)
    play = level.play(Run(level.scenario.id, game.digest, seed))
    steps = []
    while not play.is_over:
        prompt, choice = play.prompt(), choose_by(Policy.BEST, play, solution)
        told = play.choose(choice)
        steps.append(LineStep(prompt.stage_name, prompt.node, choice, told.said, told.reply))
    result = level.result(play.run)
    who = level.scenario.buyers[buyer]
    titles = {outcome.id: outcome.title for outcome in level.scenario.outcomes}
    outcome = titles[game.outcomes[result.outcome - 1]] if result.outcome else "Nothing agreed"
    chance = Fraction(game.weights[buyer], sum(game.weights))
    return BestLine(who.id, who.name, _rounded(chance), result.value, outcome, tuple(steps))


def _rounded(number: Fraction) -> float:
    return float(round(number, DIGITS))
