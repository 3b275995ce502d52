"""The overview: how it ended, what it was worth, skill apart from luck, what to work on."""

from __future__ import annotations

from simulator.game.debrief import Debrief
from simulator.game.play import Play
from simulator.window.faces import prospect_portrait
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, Share
from simulator.window.screens.debrief_chart import MeterChart
from simulator.window.screens.debrief_figures import (
    FACE,
    BarsFigure,
    FaceFigure,
    RadarFigure,
    ScoreFigure,
    SumFigure,
)
from simulator.window.screens.debrief_pieces import (
    Across,
    Box,
    Label,
    Piece,
    Slot,
    Stack,
    Words,
)
from simulator.window.screens.debrief_view import CardsView
from simulator.window.screens.debrief_words import (
    next_star,
    priority,
    skill_and_luck,
)
from simulator.window.theme import GAP
from simulator.window.widgets import Action, Button, Widget

PAD = 18.0
TALL = 800.0
"""From this height (at text scale 1) on the meters stand below the left column."""


class OverviewView(CardsView):
    """The cards of the overview; two arrangements, for low and for tall windows."""

    def __init__(self, review: Debrief, play: Play, standing: str) -> None:
        self.first = priority(review)
        self.chart = MeterChart(
            "chart", review.meters, chosen=len(review.moves) - 1, turning=review.turning_point
        )
        self.look_button = Button("look", _look_words(self.first.move), icon="arrow-right")
        self._hero = _hero(review, play, standing)
        self._first = self._priority_card()
        self._sum = _sum_card(review)
        self._radar = _radar_card(review)
        self._skills = _card("Skills", [BarsFigure(review.skills)])
        self._meters = Box(Stack([Slot(self.chart, grow=1.0)]), pad=PAD, grow=1.0)
        super().__init__("Overview", "overview", self._arranged(tall=False, wide=True))

    def _arranged(self, *, tall: bool, wide: bool) -> Piece:
        left: list[Piece] = [self._hero, self._first]
        aside: list[Piece] = [self._skills]
        (left if tall else aside).append(self._meters)
        figures = Across([self._radar, Stack(aside, GAP, grow=1.0)], [Share(), Share()], grow=1.0)
        right: list[Piece] = [self._sum, figures]
        if not wide:
            right = [self._sum, self._radar, self._skills]
        self._first.grow = 0.0 if tall else 1.0
        sizes = (396.0, Share()) if wide else (Share(), Share())
        return Across([Stack(left, GAP), Stack(right, GAP)], sizes)

    def layout(self, fonts: Fonts, area: Rect) -> None:
        """Choose the arrangement for the window, and fill the area."""
        scale = fonts.text_scale
        wide = area.w >= 1100 * scale
        self.page.piece = self._arranged(tall=not wide or area.h >= TALL * scale, wide=wide)
        super().layout(fonts, area)

    def select(self, action: Action) -> Widget | None:
        """Show the figures of another move in the chart."""
        if action.name != "chart" or action.final or not isinstance(action.value, int):
            return None
        self.chart.chosen = action.value
        self.chart.touch()
        return self.chart

    def _priority_card(self) -> Box:
        parts: list[Piece] = [
            Label("target", "Work on this first", "primary"),
            Words(self.first.title, "heading"),
            Words(self.first.text, "small"),
        ]
        if self.first.move is not None:
            parts += [
                _line("close", "You", self.first.yours, "urgency"),
                _line("check", "Better", self.first.better, "trust"),
                Slot(self.look_button),
            ]
        return Box(Stack(parts, 8), edge="primary", pad=PAD, grow=1.0)


def _look_words(move: int | None) -> str:
    return "Look at this move" if move is None else f"Look at move {move + 1}"


def _line(icon: str, label: str, text: str, tone: str) -> Piece:
    return Stack([Label(icon, label, tone), Words(text, "small")], 0)


def _card(title: str, pieces: list[Piece]) -> Box:
    return Box(Stack([Words(title, "heading"), *pieces], 8), pad=PAD)


def _hero(review: Debrief, play: Play, standing: str) -> Box:
    title = Stack(
        [
            Words(review.outcome.kind.value.capitalize(), "caption", "muted"),
            Words(review.outcome.title, "heading"),
        ],
        2,
    )
    face = FaceFigure(prospect_portrait(play.scenario), play.face.value)
    more = next_star(review.score)
    parts: list[Piece] = [
        Across([face, title], [FACE, Share()], gap=GAP),
        Words(review.outcome_text, "small", "muted"),
        ScoreFigure(review.score, review.stars),
        Words(f"{standing}\n{more}".strip(), "caption", "muted"),
    ]
    return Box(Stack(parts, 10), pad=PAD)


def _sum_card(review: Debrief) -> Box:
    figures = skill_and_luck(review)
    return _card("Skill and luck, in points of 100", [SumFigure(figures, review.random)])


def _radar_card(review: Debrief) -> Box:
    known = [share for share in review.stages if share.kept is not None]
    weakest = min(known, key=lambda share: share.kept or 0, default=None)
    all_kept = weakest is None or weakest.kept == 1
    return Box(
        Stack(
            [
                Words("The seven stages", "heading"),
                Words("How much you kept of what was at stake", "caption", "muted"),
                RadarFigure(review.stages, weakest="" if all_kept or not weakest else weakest.id),
            ],
            4,
        ),
        pad=PAD,
        grow=1.0,
    )
