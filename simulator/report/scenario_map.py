"""The map of a scenario: stages as columns, decisions as boxes, choices as rows with their heat."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from simulator.report.build import el, percent
from simulator.report.data import ChoiceFigures, DecisionFigures, Figures, Link

COLUMN: Final = 162.0
GAP: Final = 32.0
ROW: Final = 17.0
HEAD: Final = 34.0
BOX_HEAD: Final = 20.0
BETWEEN: Final = 14.0
CELL: Final = 13.0
HEATS: Final = (("best", "best play"), ("random", "at random"), ("bots", "bots"))
PLAYERS: Final = ("players", "people")
_LETTERS: Final = 6.6
"""Pixels that one letter of the map's type takes, at most."""


@dataclass
class _Drawing:
    """What is drawn so far, and where the ends of links are."""

    heats: tuple[tuple[str, str], ...]
    scenario: str
    starts: dict[str, tuple[float, float]] = field(default_factory=dict)
    ends: dict[str, tuple[float, float]] = field(default_factory=dict)
    boxes: list[Element] = field(default_factory=list)


def heats_of(figures: Figures) -> tuple[tuple[str, str], ...]:
    """The kinds of play whose choices are shown, with what they are called."""
    return (*HEATS, PLAYERS) if figures.runs else HEATS


def drawn_map(figures: Figures, title: str, scenario: str) -> Element:
    """The map as an SVG element of its natural size; boxes lead to the tables of this scenario."""
    drawing = _Drawing(heats_of(figures), scenario)
    deepest = 0.0
    for at, stage in enumerate(figures.stages):
        x = at * (COLUMN + GAP)
        drawing.boxes.append(_text(x, 18.0, stage.name, "stage"))
        y = HEAD
        for decision in stage.decisions:
            y = _decision(drawing, decision, x, y) + BETWEEN
        deepest = max(deepest, y)
    width = len(figures.stages) * (COLUMN + GAP) - GAP
    lines = [_link(drawing, link) for link in figures.links]
    return el(
        "svg",
        {"viewBox": f"-8 0 {width + 16:.0f} {deepest:.0f}", "width": width + 16,
         "height": deepest, "role": "group", "class": "map", "aria-label": f"Map of {title}"},
        el("g", {"class": "links"}, *[line for line in lines if line is not None]),
        *drawing.boxes,
    )  # fmt: skip


def _decision(drawing: _Drawing, decision: DecisionFigures, x: float, y: float) -> float:
    """Draw a decision; returns where it ends."""
    height = BOX_HEAD + ROW * len(decision.choices) + 4
    told = f"{decision.task} ({decision.kind}; line {decision.line})"
    if decision.when:
        told += f". Comes up when: {decision.when}; at random in {percent(decision.comes_up)}"
    head = el(
        "a",
        {"class": "box", "data-id": decision.id, "href": f"#{drawing.scenario}.{decision.id}"},
        el("title", {}, told.replace("`", "")),
        el("rect", {"x": x, "y": y, "width": COLUMN, "height": height, "rx": 5,
                    "class": "sometimes" if decision.when else None}),
        _text(x + 7, y + 14, _fit(decision.id, COLUMN - 14), "name"),
    )  # fmt: skip
    drawing.boxes.append(head)
    drawing.ends[decision.id] = (x, y + 10)
    for number, choice in enumerate(decision.choices):
        top = y + BOX_HEAD + ROW * number
        _choice(drawing, decision, choice, (x, top))
    return y + height


def _choice(
    drawing: _Drawing, decision: DecisionFigures, choice: ChoiceFigures, at: tuple[float, float]
) -> None:
    x, y = at
    name = f"{decision.id}.{choice.id}"
    cells = x + COLUMN - 4 - CELL * len(drawing.heats)
    told = f"{choice.say} Loses {choice.loss:.1f} of 100 on average."
    if choice.needs:
        told += f" Needs: {choice.needs.replace('`', '')}."
    row = el(
        "g",
        {"class": "choice", "data-id": name},
        el("title", {}, told),
        el("rect", {"x": x + 1, "y": y, "width": COLUMN - 2, "height": ROW, "class": "row"}),
        _text(x + 7, y + 12.5, _lock(choice) + _fit(choice.id, cells - x - 9), "id"),
    )  # fmt: skip
    for number, (kind, label) in enumerate(drawing.heats):
        share = min(1.0, getattr(choice.taken, kind) or 0.0)
        place = {"x": cells + CELL * number, "y": y + 2, "width": CELL - 2, "height": ROW - 4}
        row.append(el("rect", {**place, "rx": 2, "class": "cold"}))
        row.append(
            el(
                "rect",
                {**place, "rx": 2, "class": f"heat {kind}", "fill-opacity": f"{share:.2f}"},
                el("title", {}, f"{label}: taken in {percent(share)} of runs"),
            )
        )
    drawing.boxes.append(row)
    drawing.starts[name] = (x + COLUMN, y + ROW / 2)
    drawing.ends[name] = (x, y + ROW / 2)


def _lock(choice: ChoiceFigures) -> str:
    return "\u25aa " if choice.needs else ""


def _link(drawing: _Drawing, link: Link) -> Element | None:
    """A curve from what unlocks to what is unlocked."""
    start, end = drawing.starts.get(link.source), drawing.ends.get(link.target)
    if start is None or end is None:
        return None
    (x1, y1), (x2, y2) = start, end
    if x2 < x1:  # The same stage: around the left side of the column.
        x1 -= COLUMN
        path = f"M{x1:.0f} {y1:.0f}C{x1 - 26:.0f} {y1:.0f} {x2 - 26:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
    else:
        bend = GAP * 0.8
        path = (
            f"M{x1:.0f} {y1:.0f}C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f}"
            f" {x2:.0f} {y2:.0f}"
        )
    verb = "unlocks" if link.locks else "changes"
    return el(
        "path",
        {"d": path, "class": "lock" if link.locks else "change", "data-from": link.source,
         "data-to": link.target},
        el("title", {}, f"{link.source} {verb} {link.target} ({link.by})"),
    )  # fmt: skip


def _text(x: float, y: float, text: str, kind: str) -> Element:
    return el("text", {"x": x, "y": y, "class": kind}, text)


def _fit(text: str, width: float) -> str:
    most = int(width / _LETTERS)
    return text if len(text) <= most else text[: most - 1] + "\u2026"
