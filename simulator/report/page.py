"""The report as one page that needs no network."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, tostring

from simulator.game.debrief import STARS
from simulator.report.build import Node, el, percent, ticks
from simulator.report.charts import spread_chart
from simulator.report.data import (
    BEST_PLAY,
    RANDOM_PLAY,
    BestLine,
    ChoiceFigures,
    DecisionFigures,
    Figures,
    ProblemFigures,
    ScenarioReport,
)
from simulator.report.scenario_map import HEATS, PLAYERS, drawn_map

_FOLDER: Final = Path(__file__).resolve().parent
_LOSS_FULL: Final = 10.0
"""Points of loss whose bar is as long as its cell."""


def page(reports: list[ScenarioReport]) -> str:
    """The whole page as HTML."""
    title = reports[0].title if len(reports) == 1 else f"{len(reports)} scenarios"
    body: list[Node] = [el("h1", {}, f"{title}: report")]
    body.append(
        el("p", {"class": "soft"}, "Made by Pitchcraft. All values are exact unless marked: every"
           " course a play can take was worked out.")
    )  # fmt: skip
    if len(reports) > 1:
        body.append(_pack(reports))
    for report in reports:
        body += _scenario(report, alone=len(reports) == 1)
    head = el(
        "head",
        {},
        el("meta", {"charset": "utf-8"}),
        el("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        # An empty picture, so that a browser asks nobody for one.
        el("link", {"rel": "icon", "href": "data:,"}),
        el("title", {}, f"{title}: Pitchcraft report"),
        el("style", {}, (_FOLDER / "style.css").read_text(encoding="utf-8")),
    )
    # Inside these two the text is written as it is, which is right for files of our own.
    script = el("script", {}, (_FOLDER / "script.js").read_text(encoding="utf-8"))
    whole = el("html", {"lang": "en"}, head, el("body", {}, *body, script))
    return "<!doctype html>\n" + tostring(whole, "unicode", method="html") + "\n"


def _pack(reports: list[ScenarioReport]) -> Element:
    """A table with a line for each scenario."""
    heads = ["scenario", "decisions", "states", "best", "random", "worst", "strongest bot",
             "bots that pass", "errors", "warnings", "plays", "their mean"]  # fmt: skip
    rows = [_pack_row(report) for report in reports]
    return el(
        "div",
        {"class": "scroll"},
        el("table", {"class": "pack"},
           el("thead", {}, el("tr", {}, *[el("th", {"class": "number" if at else None}, head)
                                          for at, head in enumerate(heads)])),
           el("tbody", {}, *rows)),
    )  # fmt: skip


def _pack_row(report: ScenarioReport) -> Element:
    count = {kind: sum(one.severity == kind for one in report.problems)
             for kind in ("error", "warning")}  # fmt: skip
    cells = [""] * 7
    plays = mean = ""
    found = report.figures
    if found is not None:
        bots = [bot for bot in found.bots if bot.name not in (BEST_PLAY, RANDOM_PLAY)]
        strongest = max(bots, key=lambda bot: bot.mean)
        passing = sum(bot.mean >= STARS[0] for bot in bots)
        cells = [
            str(sum(len(stage.decisions) for stage in found.stages)), f"{found.states:,}",
            f"{found.best:.1f}", f"{found.random:.1f}", f"{found.worst:.1f}",
            f"{strongest.name} {strongest.mean:.0f}", str(passing),
        ]  # fmt: skip
        plays = str(found.runs)
        mean = f"{found.players_mean:.0f}" if found.players_mean is not None else ""
    return el(
        "tr",
        {},
        el("td", {}, el("a", {"href": f"#{report.id}"}, report.title)),
        *[el("td", {"class": "number"}, cell) for cell in cells],
        *[el("td", {"class": f"number {kind if number else ''}".rstrip()}, str(number))
          for kind, number in count.items()],
        el("td", {"class": "number"}, plays),
        el("td", {"class": "number"}, mean),
    )  # fmt: skip


def _scenario(report: ScenarioReport, *, alone: bool) -> list[Node]:
    parts: list[Node] = []
    if not alone:
        parts.append(el("h2", {"id": report.id}, report.title))
    parts.append(el("p", {}, report.summary))
    found = report.figures
    if found is None:
        parts.append(el("p", {"class": "error"}, "It cannot be played yet: mend what is below."))
        return [*parts, *_problems(report.problems, report.file)]
    parts.append(_figures(found))
    parts += _problems(report.problems, report.file)
    parts += _map(found, report.title)
    parts += _bots(found, report.title)
    parts += _choices(found)
    parts += _lines(found.lines)
    return parts


def _figures(found: Figures) -> Element:
    bots = [bot for bot in found.bots if bot.name not in (BEST_PLAY, RANDOM_PLAY)]
    passing = [bot.name for bot in bots if bot.mean >= STARS[0]]
    cards = [
        (f"{found.best:.1f}", "points by best play"),
        (f"{found.random:.1f}", "points at random"),
        (f"{found.worst:.1f}", "points by worst play"),
        (f"{len(passing)} of {len(bots)}", "bots that pass"),
        (f"{found.states:,}", "information states"),
    ]
    if found.runs:
        people = "1 player" if found.players == 1 else f"{found.players} players"
        cards.append((f"{found.players_mean:.0f}", f"mean score of {found.runs} plays, {people}"))
    items = [el("li", {}, el("b", {}, big), el("span", {}, small)) for big, small in cards]
    return el("ul", {"class": "figures"}, *items)


def _problems(problems: tuple[ProblemFigures, ...], file: str) -> list[Node]:
    if not problems:
        return [el("h3", {}, "Problems"), el("p", {}, "No problems were found.")]
    items = [
        el(
            "li",
            {},
            el("b", {"class": one.severity}, f"{one.severity} {one.code}"),
            f" {Path(file).name}:{one.line} " if one.line else f" {Path(file).name} ",
            *ticks(one.message),
            el("small", {}, *ticks(one.remedy)) if one.remedy else None,
            el("pre", {}, one.paste) if one.paste else None,
        )
        for one in problems
    ]
    return [el("h3", {}, f"Problems: {len(problems)}"), el("ul", {"class": "problems"}, *items)]


def _map(found: Figures, title: str) -> list[Node]:
    heats = (*HEATS, PLAYERS) if found.runs else HEATS
    legend = [
        el("span", {}, el("i", {"style": f"background:var(--{kind})"}), _HEAT_SAID[kind])
        for kind, _ in heats
    ]
    return [
        el("h3", {}, "Map"),
        el("p", {"class": "soft"},
           "Each box is a decision, each row a choice. The fuller a color, the more often it is"
           " taken. A small square marks a choice with a lock. Solid lines unlock, dotted lines"
           " change what happens; point at a row to follow its own. Dashed boxes come up only at"
           " times."),
        el("div", {"class": "legend"}, *legend),
        el("div", {"class": "scroll"}, drawn_map(found, title)),
    ]  # fmt: skip


_HEAT_SAID: Final = {
    "best": "best play (equally good choices equally often)",
    "random": "at random",
    "bots": "bots without judgement, on average",
    "players": "people who played it here",
}


def _bots(found: Figures, title: str) -> list[Node]:
    said = (
        f"Each strip is the score from 0 to 1000; {STARS[0]} passes. The figures are the mean and"
        " how many plays pass. A bot that passes in the mean is a fault of the scenario: somebody"
        " without judgement would pass as well. "
    )
    note = (
        f"At random: every course by its exact weight, in steps of {found.step}"
        f" {'point' if found.step == 1 else 'points'}. First and last on screen: 24 orders for each"
        " buyer. All others play the same for every order, so what is shown is all they can score."
    )
    return [
        el("h3", {}, "How bots score"),
        el("p", {"class": "soft"}, said + note),
        el("figure", {"style": "margin:0"}, spread_chart(found.bots, title)),
    ]


def _choices(found: Figures) -> list[Node]:
    parts: list[Node] = [
        el("h3", {}, "What each choice costs"),
        el("p", {"class": "soft"},
           "Points lost against the best choice, averaged over all states in which the choice is"
           " open; in how many of them it is a best one; and how often it is taken per play."),
    ]  # fmt: skip
    for stage in found.stages:
        tables = [_table(decision, found) for decision in stage.decisions]
        many = len(stage.decisions)
        count = f" {many} decision{'s' if many != 1 else ''}"
        summary = el("summary", {}, stage.name, el("span", {}, count))
        parts.append(
            el("details", {"open": "open"}, summary, *[el("div", {"class": "scroll"}, one)
                                                       for one in tables])
        )  # fmt: skip
    return parts


def _table(decision: DecisionFigures, found: Figures) -> Element:
    heats = (*HEATS, PLAYERS) if found.runs else HEATS
    notes = [decision.kind, f"line {decision.line}"]
    if decision.when:
        notes.append(f"comes up when {decision.when.replace('`', '')}")
    heads = ["choice", "loses", "best in", "open in", *[label for _, label in heats]]
    return el(
        "table",
        {"class": "decisions"},
        el("caption", {}, decision.task, " ", el("small", {}, "; ".join(notes))),
        el("thead", {}, el("tr", {}, *[el("th", {"class": "number" if at else None}, head)
                                       for at, head in enumerate(heads)])),
        el("tbody", {}, *[_row(choice, heats) for choice in decision.choices]),
    )  # fmt: skip


def _row(choice: ChoiceFigures, heats: tuple[tuple[str, str], ...]) -> Element:
    more = [choice.price, f"needs: {choice.needs}" if choice.needs else ""]
    more += [f"teaches {', '.join(choice.learns)}" if choice.learns else ""]
    more += [f"outcome {choice.outcome}" if choice.outcome else ""]
    notes = "; ".join(part.replace("`", "") for part in more if part)
    wide = min(100.0, 100 * choice.loss / _LOSS_FULL)
    cells = []
    for kind, _ in heats:
        share = getattr(choice.taken, kind) or 0.0
        style = f"--of:var(--{kind});--share:{min(1.0, share):.2f}"
        cells.append(el("td", {"class": "number heat", "style": style}, percent(share)))
    return el(
        "tr",
        {},
        el("td", {"class": "words"}, el("code", {}, choice.id), el("q", {}, choice.say),
           el("span", {"class": "soft"}, notes) if notes else None),
        el("td", {"class": "number loss"}, f"{choice.loss:.1f}",
           el("span", {"class": "bar", "style": f"width:{wide:.0f}%"}) if choice.loss else None),
        el("td", {"class": "number"}, percent(choice.best_share)),
        el("td", {"class": "number"}, percent(choice.open_share)),
        *cells,
    )  # fmt: skip


def _lines(lines: tuple[BestLine, ...]) -> list[Node]:
    parts: list[Node] = [el("h3", {}, "Best play against each buyer")]
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
            f" drawn in {percent(line.chance)} of plays; ends in \u201c{line.outcome}\u201d with"
            f" {line.value} points"
        )
        parts.append(
            el(
                "details",
                {},
                el("summary", {}, line.name, el("span", {}, told)),
                el("ol", {"class": "line"}, *steps),
            )
        )
    return parts
