"""What each choice of a scenario costs, and how often it is taken: a table for each decision."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from simulator.report.build import Node, el, head_row, percent
from simulator.report.data import ChoiceFigures, DecisionFigures, Figures
from simulator.report.scenario_map import heats_of

_LOSS_FULL: Final = 10.0
"""Points of loss whose bar is as long as its cell."""
_OFTEN: Final = 0.25
"""The share of plays from which on a wrong choice is marked as what people fall for."""


def choice_tables(scenario: str, found: Figures) -> list[Node]:
    """The tables of all decisions, stage by stage."""
    parts: list[Node] = [
        el("p", {"class": "soft"},
           "Points lost against the best choice, averaged over all states in which the choice is"
           " open; in how many of those it is a best one; in how many states of its decision it is"
           " open; and how often it is taken per run."),
    ]  # fmt: skip
    for stage in found.stages:
        tables = [_table(scenario, one, heats_of(found)) for one in stage.decisions]
        many = len(stage.decisions)
        count = f" {many} decision{'s' if many != 1 else ''}"
        summary = el("summary", {}, stage.name, el("span", {}, count))
        parts.append(
            el("details", {"open": "open"}, summary, el("div", {"class": "tables"}, *tables))
        )
    return parts


def _table(scenario: str, decision: DecisionFigures, heats: tuple[tuple[str, str], ...]) -> Element:
    notes = [f"{decision.id}, line {decision.line}", decision.kind]
    if decision.when:
        notes.append(f"comes up when {decision.when.replace('`', '')}")
    if decision.players_lost is not None:
        notes.append(f"people lose {decision.players_lost:.1f} of 100 here per run")
    heads = ["choice", "loses", "best in", "open in", *[label for _, label in heats]]
    return el(
        "table",
        {"class": "decision", "id": f"{scenario}.{decision.id}"},
        el("caption", {}, decision.task, " ", el("small", {}, "; ".join(notes))),
        head_row(heads),
        el("tbody", {}, *[_row(choice, heats) for choice in decision.choices]),
    )


def _row(choice: ChoiceFigures, heats: tuple[tuple[str, str], ...]) -> Element:
    wide = min(100.0, 100 * choice.loss / _LOSS_FULL)
    cells = []
    for kind, label in heats:
        share = getattr(choice.taken, kind) or 0.0
        style = f"--of:var(--{kind});--share:{min(1.0, share):.2f}"
        trap = kind == "players" and share >= _OFTEN and choice.best_share == 0.0
        told = [el("b", {"title": "often taken, never a best choice"}, percent(share))]
        cells.append(
            el("td", {"class": "number heat", "style": style, "data-head": label},
               *(told if trap else [percent(share)]))
        )  # fmt: skip
    return el(
        "tr",
        {},
        el("th", {"class": "words", "scope": "row"}, el("code", {}, choice.id), " ",
           el("q", {}, choice.say), " ", el("span", {"class": "soft"}, _notes(choice))),
        el("td", {"class": "number loss", "data-head": "loses"}, f"{choice.loss:.1f}",
           el("span", {"class": "bar", "style": f"width:{wide:.0f}%"}) if choice.loss else None),
        el("td", {"class": "number", "data-head": "best in"}, percent(choice.best_share)),
        el("td", {"class": "number", "data-head": "open in"}, percent(choice.open_share)),
        *cells,
    )  # fmt: skip


def _notes(choice: ChoiceFigures) -> str:
    parts = [f"line {choice.line}", choice.price]
    parts += [f"needs: {choice.needs}" if choice.needs else ""]
    parts += [f"teaches {', '.join(choice.learns)}" if choice.learns else ""]
    parts += [f"outcome {choice.outcome}" if choice.outcome else ""]
    parts += [f"you call it {choice.verdict}" if choice.verdict else ""]
    return "; ".join(part.replace("`", "") for part in parts if part)
