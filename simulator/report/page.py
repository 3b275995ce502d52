"""The report as one page that needs no network."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, tostring

from simulator.report.build import Node, el, head_row
from simulator.report.choices import choice_tables
from simulator.report.data import BotFigures, Figures, ScenarioReport
from simulator.report.sections import (
    best_lines,
    cards,
    noted,
    passing,
    problem_list,
    scores,
    the_map,
    verdict,
    without_judgement,
)

_FOLDER: Final = Path(__file__).resolve().parent


def page(reports: list[ScenarioReport]) -> str:
    """The whole page as HTML."""
    alone = len(reports) == 1
    title = reports[0].title if alone else f"{len(reports)} scenarios"
    body: list[Node] = [el("h1", {}, title)]
    if not alone:
        body.append(_pack(reports))
    for report in reports:
        body += _scenario(report, alone=alone)
    body.append(
        el("footer", {"class": "soft"}, "Made by Pitchcraft. Every course that a run can take was"
           " worked out: nothing here is sampled unless it says so. Points are those of an ending,"
           " 0 to 100; scores go from 0, which is chance, to 1000, which is best play.")
    )  # fmt: skip
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
    whole = el("html", {"lang": "en"}, head, el("body", {}, el("main", {}, *body), script))
    return "<!doctype html>\n" + tostring(whole, "unicode", method="html") + "\n"


def _pack(reports: list[ScenarioReport]) -> Element:
    """A table with a line for each scenario."""
    heads = ["scenario", "errors", "warnings", "decisions", "states", "best", "random", "worst",
             "strongest bot", "bots that pass", "runs", "their mean"]  # fmt: skip
    rows = [_pack_row(report) for report in reports]
    table = el("table", {"class": "pack"}, head_row(heads), el("tbody", {}, *rows))
    return el("div", {"class": "scroll"}, table)


def _pack_row(report: ScenarioReport) -> Element:
    count = {kind: sum(one.severity == kind for one in report.problems)
             for kind in ("error", "warning")}  # fmt: skip
    cells = [""] * 9 if report.figures is None else _pack_cells(report.figures)
    return el(
        "tr",
        {},
        el("th", {"scope": "row"}, el("a", {"href": f"#{report.id}"}, report.title)),
        *[el("td", {"class": f"number {kind if number else ''}".rstrip()}, str(number))
          for kind, number in count.items()],
        *[el("td", {"class": "number"}, cell) for cell in cells],
    )  # fmt: skip


def _pack_cells(found: Figures) -> list[str]:
    bots = without_judgement(found)
    strongest: BotFigures = max(bots, key=lambda bot: bot.mean)
    return [
        str(sum(len(stage.decisions) for stage in found.stages)),
        f"{found.states:,}",
        f"{found.best:.1f}",
        f"{found.random:.1f}",
        f"{found.worst:.1f}",
        f"{strongest.name} {strongest.mean:.0f}",
        str(len(passing(bots))),
        str(found.runs),
        f"{found.people.mean:.0f}" if found.people else "",
    ]


def _scenario(report: ScenarioReport, *, alone: bool) -> list[Node]:
    parts: list[Node] = []
    if not alone:
        parts.append(el("h2", {"id": report.id}, report.title))
    parts.append(el("p", {"class": "summary"}, report.summary))
    parts.append(verdict(report))
    found = report.figures
    if found is None:
        return [*parts, *problem_list(report)]
    sections = {
        "problems": ("Problems", problem_list(report)),
        "first": ("Where to look first", noted(report.id, found)),
        "map": ("Map", the_map(report.id, found, report.title)),
        "scores": ("Scores", scores(found, report.title)),
        "choices": ("What each choice costs", choice_tables(report.id, found)),
        "best": ("Best play against each buyer", best_lines(found.lines)),
    }
    links = [el("a", {"href": f"#{report.id}-{key}"}, name) for key, (name, _) in sections.items()]
    parts += [cards(found), el("nav", {"aria-label": report.title}, *links)]
    for key, (name, inside) in sections.items():
        parts.append(
            el("section", {"id": f"{report.id}-{key}", "class": f"of-{key}"},
               el("h2" if alone else "h3", {}, name), *inside)
        )  # fmt: skip
    return parts
