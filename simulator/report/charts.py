"""How the scores of bots spread, as a chart: a strip of 0 to 1000 points for each bot."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from simulator.game.debrief import STARS
from simulator.game.score import SCORE_MAX
from simulator.report.build import el, percent
from simulator.report.data import BEST_PLAY, BotFigures

LEFT: Final = 132.0
WIDE: Final = 560.0
STRIP: Final = 34.0
HIGH: Final = 26.0
RIGHT: Final = 150.0
TOP: Final = 22.0
BIN: Final = 25
"""Points of score under one bar."""


def spread_chart(bots: tuple[BotFigures, ...], title: str) -> Element:
    """A strip of bars for each bot; a bar's height is the share of plays that score there."""
    height = TOP + STRIP * len(bots) + 8
    marks = (0, *STARS, SCORE_MAX)
    lines = [
        el(
            "g",
            {"class": "pass" if mark == STARS[0] else "mark"},
            el("line", {"x1": _x(mark), "x2": _x(mark), "y1": TOP - 4, "y2": height - 8}),
            el("text", {"x": _x(mark), "y": 12, "text-anchor": "middle"}, str(mark)),
        )
        for mark in marks
    ]
    strips = [_strip(bot, TOP + STRIP * at) for at, bot in enumerate(bots)]
    return el(
        "svg",
        {"viewBox": f"0 0 {LEFT + WIDE + RIGHT:.0f} {height:.0f}", "class": "spread", "role": "img",
         "aria-label": f"Scores of bots on {title}"},
        *lines,
        *strips,
    )  # fmt: skip


def _x(score: float) -> float:
    return LEFT + WIDE * score / SCORE_MAX


def _strip(bot: BotFigures, top: float) -> Element:
    base = top + STRIP - 4
    is_best = bot.name == BEST_PLAY
    bins: dict[int, float] = {}
    for score, share in bot.spread.items():
        at = min(score // BIN, SCORE_MAX // BIN - 1)
        bins[at] = bins.get(at, 0.0) + share
    bars = [
        el(
            "rect",
            {"x": _x(at * BIN) + 0.8, "width": WIDE * BIN / SCORE_MAX - 1.6,
             "y": base - max(1.0, HIGH * share), "height": max(1.0, HIGH * share),
             "class": "best" if is_best else "over" if at * BIN >= STARS[0] else "under"},
            el("title", {}, f"{bot.name}: {percent(share)} of plays score {at * BIN} to"
               f" {at * BIN + BIN}"),
        )
        for at, share in sorted(bins.items())
        if share > 0.0005
    ]  # fmt: skip
    passes = f", {percent(bot.passes)} pass" if bot.passes else ""
    figure = "figure warn" if bot.mean >= STARS[0] and not is_best else "figure"
    return el(
        "g",
        {},
        el("text", {"x": LEFT - 10, "y": base - 4, "text-anchor": "end", "class": "label"},
           bot.name),
        el("line", {"x1": LEFT, "x2": LEFT + WIDE, "y1": base, "y2": base, "class": "base"}),
        *bars,
        el("text", {"x": LEFT + WIDE + 12, "y": base - 4, "class": figure},
           f"{bot.mean:.0f}{passes}"),
    )  # fmt: skip
