"""How scores spread: a row for each kind of player, and a dot for every 50 points of score.

The chart is pygal's: small, pure Python, and made of SVG, so that it needs no script to be seen.
Its own style sheet and script are taken out. The page colors the dots, and they follow the
reader's dark mode and print.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element, fromstring

from simulator.game.debrief import STARS
from simulator.game.score import SCORE_MAX
from simulator.report.build import el, head_row, percent
from simulator.report.data import BEST_PLAY, PEOPLE, BotFigures

COLUMN: Final = 50
"""Points of score that one dot stands for."""
COLUMNS: Final = SCORE_MAX // COLUMN
_WIDTH: Final = 860
_ROW: Final = 32
_FRAME: Final = 44
_LABEL: Final = 13
"""Pixels of type that labels get room for; the page sets a little less."""
_SVG: Final = "{http://www.w3.org/2000/svg}"


def spread_chart(rows: tuple[BotFigures, ...], title: str) -> Element:
    """The chart; the area of a dot is the share of plays that end in its 50 points."""
    # Only a page needs it, and every other use of this package starts sooner without.
    from pygal import Config, Dot
    from pygal.style import Style

    config = Config(
        width=_WIDTH,
        height=_FRAME + _ROW * len(rows),
        margin=2,
        range=(0, 1),
        show_legend=False,
        show_minor_x_labels=False,
        x_labels=[str(at * COLUMN) for at in range(COLUMNS)],
        x_labels_major=[str(mark) for mark in (0, *STARS)],
        show_x_guides=True,
    )
    config.js = []
    chart = Dot(config, style=Style(label_font_size=_LABEL))
    for row in rows:
        chart.add(row.name, [_dot(row, at, share) for at, share in enumerate(_columns(row))])
    drawn = _plain(fromstring(chart.render()))
    drawn.attrib = {
        "viewBox": drawn.attrib["viewBox"],
        "class": "spread",
        "role": "img",
        "aria-label": f"Scores on {title}; the table below says the same",
    }
    return drawn


def _columns(row: BotFigures) -> list[float]:
    """The share of plays in each column; 1000 belongs to the last."""
    shares = [0.0] * COLUMNS
    for score, share in row.spread.items():
        shares[min(score // COLUMN, COLUMNS - 1)] += share
    return shares


def _dot(row: BotFigures, at: int, share: float) -> dict[str, object] | None:
    if share < 0.0005:
        return None
    first, last = at * COLUMN, SCORE_MAX if at == COLUMNS - 1 else (at + 1) * COLUMN - 1
    kind = "over" if first >= STARS[0] else "under"
    if row.name in (BEST_PLAY, PEOPLE):
        kind = "best" if row.name == BEST_PLAY else "people"
    told = f"{row.name}: {percent(share)} of runs score {first} to {last}"
    return {
        # The library makes the value a radius, and an eye compares areas.
        "value": math.sqrt(share),
        "formatter": lambda _: told,
        "node": {"class": f"dot {kind}"},
    }


def _plain(node: Element) -> Element:
    """What the library drew, without its scripts, styles and links, and with plain tooltips."""
    plain = Element(node.tag.removeprefix(_SVG), dict(node.attrib))
    plain.text, plain.tail = node.text, node.tail
    for child in node:
        name = child.tag.removeprefix(_SVG)
        if name == "desc" and child.get("class") == "value":
            plain.append(el("title", {}, child.text))
        elif name not in ("defs", "desc", "title"):
            plain.append(_plain(child))
    return plain


def spread_table(rows: Iterable[BotFigures]) -> Element:
    """The same in figures: the mean, and how many plays reach each star."""
    heads = ["player", "mean", "score 0", *(f"{mark} or more" for mark in STARS)]
    lines = []
    for row in rows:
        shares = [row.spread.get(0, 0.0), *(_reach(row, mark) for mark in STARS)]
        fault = row.mean >= STARS[0] and row.name not in (BEST_PLAY, PEOPLE)
        lines.append(
            el(
                "tr",
                {},
                el("th", {"scope": "row"}, row.name),
                el("td", {"class": "number warning" if fault else "number"}, f"{row.mean:.0f}"),
                *[el("td", {"class": "number"}, percent(share)) for share in shares],
            )
        )
    return el(
        "table",
        {"class": "short"},
        head_row(heads),
        el("tbody", {}, *lines),
    )


def _reach(row: BotFigures, mark: int) -> float:
    return sum(share for score, share in row.spread.items() if score >= mark)
