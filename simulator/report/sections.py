"""The parts of a scenario on the page, but for the tables of its choices."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from simulator.game.bots import SEEDS
from simulator.game.debrief import STARS
from simulator.report.build import Node, el, head_row, percent, ticks
from simulator.report.data import (
    BEST_PLAY,
    RANDOM_PLAY,
    BestLine,
    BotFigures,
    DecisionFigures,
    Figures,
    Note,
    ProblemFigures,
    ScenarioReport,
)
from simulator.report.scenario_map import drawn_map, heats_of
from simulator.report.spread import COLUMN, spread_chart, spread_table

_HEAT_SAID: Final = {
    "best": "best play (equally good choices equally often)",
    "random": "at random",
    "bots": "bots without judgement, on average",
    "players": "people who played it here",
}


def without_judgement(found: Figures) -> list[BotFigures]:
    """The bots that choose by something other than worth or chance."""
    return [bot for bot in found.bots if bot.name not in (BEST_PLAY, RANDOM_PLAY)]


def passing(bots: Iterable[BotFigures]) -> list[BotFigures]:
    """Those that pass in the mean."""
    return [bot for bot in bots if bot.mean >= STARS[0]]


def verdict(report: ScenarioReport) -> Element:
    """What matters most, in a sentence or two."""
    errors = sum(one.severity == "error" for one in report.problems)
    warnings = sum(one.severity == "warning" for one in report.problems)
    if report.figures is None:
        return el("p", {"class": "verdict error"}, "It cannot be played yet: mend what is below.")
    bots = without_judgement(report.figures)
    nearest = max(bots, key=lambda bot: bot.mean)
    if passing(bots):
        names = ", ".join(bot.name for bot in passing(bots))
        told = f"Not fair yet: without any judgement one passes by {names}."
    else:
        told = (
            f"No bot without judgement passes; the nearest, {nearest.name}, scores"
            f" {nearest.mean:.0f} of the {STARS[0]} it takes."
        )
    if errors or warnings:
        told = f"{_many(errors, 'error')} and {_many(warnings, 'warning')} to mend. {told}"
    kind = "error" if errors else "warning" if warnings or passing(bots) else "fine"
    return el("p", {"class": f"verdict {kind}"}, told)


def _many(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def cards(found: Figures) -> Element:
    """The figures that one quotes."""
    bots = without_judgement(found)
    shown = [
        (f"{found.best:.1f}", "of 100 by best play"),
        (f"{found.random:.1f}", "of 100 at random"),
        (f"{found.worst:.1f}", "of 100 by worst play"),
        (f"{len(passing(bots))} of {len(bots)}", "bots that pass"),
        (f"{found.states:,}", "information states"),
    ]
    if found.people:
        by = "1 person" if found.players == 1 else f"{found.players} people"
        told = f"mean score of {_many(found.runs, 'run')} by {by}"
        shown.append((f"{found.people.mean:.0f}", told))
    items = [el("li", {}, el("b", {}, big), el("span", {}, small)) for big, small in shown]
    return el("ul", {"class": "figures"}, *items)


def problem_list(report: ScenarioReport) -> list[Node]:
    """Every problem with its line."""
    if not report.problems:
        return [el("p", {}, "No problems were found.")]
    name = Path(report.file).name
    return [el("ul", {"class": "problems"}, *[_problem(one, name) for one in report.problems])]


def _problem(one: ProblemFigures, name: str) -> Element:
    return el(
        "li",
        {},
        el("b", {"class": one.severity}, f"{one.severity} {one.code}"),
        f" {name}:{one.line} " if one.line else f" {name} ",
        *ticks(one.message),
        el("small", {}, *ticks(one.remedy)) if one.remedy else None,
        el("pre", {}, one.paste) if one.paste else None,
    )


def noted(scenario: str, found: Figures) -> list[Node]:
    """What stands out, each with what to do about it and where."""
    decisions = {one.id: one for stage in found.stages for one in stage.decisions}
    if not found.notes:
        return [el("p", {}, "Nothing stands out: every decision is met, and every one counts.")]
    return [
        el("div", {"class": "notes"}, *[_note(scenario, one, decisions) for one in found.notes])
    ]


def _note(scenario: str, note: Note, decisions: dict[str, DecisionFigures]) -> Element:
    items = [
        el(
            "li",
            {},
            el("a", {"href": f"#{scenario}.{name}"}, decisions[name].task),
            f" (line {decisions[name].line})",
            *([": ", *ticks(told)] if told else []),
        )
        for name, told in note.points
    ]
    return el("section", {}, el("h4", {}, note.title), el("p", {"class": "soft"}, note.advice),
              el("ul", {}, *items))  # fmt: skip


def the_map(scenario: str, found: Figures, title: str) -> list[Node]:
    """The map with its heat, and its links once more as a list."""
    legend = [
        el("span", {}, el("i", {"style": f"background:var(--{kind})"}), _HEAT_SAID[kind])
        for kind, _ in heats_of(found)
    ]
    rows = [
        el("tr", {}, el("td", {}, el("code", {}, one.source)),
           el("td", {}, "unlocks" if one.locks else "changes"),
           el("td", {}, el("code", {}, one.target)), el("td", {}, el("code", {}, one.by)))
        for one in found.links
    ]  # fmt: skip
    said = (
        "Each box is a decision, each row a choice. The fuller a square, the more often the choice"
        " is taken. A dark mark before a name is a lock. Solid lines unlock, dotted lines change"
        " what happens; point at a row to follow its own. Dashed boxes come up only at times. A box"
        " leads to its table below."
    )
    frame: dict[str, object] = {
        "class": "scroll",
        "tabindex": "0",
        "role": "group",
        "aria-label": "Map",
    }
    parts: list[Node] = [
        el("p", {"class": "soft"}, said),
        el("p", {"class": "legend"}, "Squares from left to right:", *legend),
        el("div", frame, drawn_map(found, title, scenario)),
    ]
    if rows:
        summary = el("summary", {}, "What unlocks or changes what, as a list")
        table = el("table", {"class": "short"}, head_row(["choice", "", "what", "through"]),
                   el("tbody", {}, *rows))  # fmt: skip
        parts.append(el("details", {"class": "linked"}, summary, table))
    return parts


def scores(found: Figures, title: str) -> list[Node]:
    """How bots and people score."""
    rows = (*found.bots[:1], *([found.people] if found.people else []), *found.bots[1:])
    step = f"in steps of {found.step}, " if found.step > 1 else ""
    return [
        el("p", {"class": "soft"},
           f"A dot is {COLUMN} points wide from the figure under it on, and its area is the share"
           f" of runs that end there; {STARS[0]} passes. A bot that passes in the mean is a fault"
           " of the scenario: anybody would pass without judgement."),
        el("div", {"class": "both"},
           el("figure", {"class": "scroll"}, spread_chart(rows, title)),
           el("div", {"class": "scroll"}, spread_table(rows))),
        el("p", {"class": "soft"},
           f"At random is every course of the sale by its exact weight, {step}with an exact mean."
           f" First and last on screen play {SEEDS} orders for each buyer. The other bots choose"
           " the same in every order, so this is all they can score."),
    ]  # fmt: skip


def best_lines(lines: tuple[BestLine, ...]) -> list[Node]:
    """What best play does and hears, buyer by buyer."""
    parts: list[Node] = []
    for line in lines:
        steps = [
            el(
                "li",
                {},
                el("span", {"class": "soft"}, f"{step.stage}, "),
                el("code", {}, f"{step.decision}.{step.choice}"),
                f" {step.said}",
                el("em", {}, step.reply) if step.reply else None,
            )
            for step in line.steps
        ]
        told = (
            f" drawn in {percent(line.chance)} of runs; ends in \u201c{line.outcome}\u201d with"
            f" {line.value} of 100"
        )
        summary = el("summary", {}, line.name, el("span", {}, told))
        parts.append(el("details", {}, summary, el("ol", {"class": "line"}, *steps)))
    return parts
