"""The overview: how it ended, what it was worth, skill apart from luck, what to work on."""

from __future__ import annotations

from simulator.game.debrief import Debrief
from simulator.game.play import Play
from simulator.game.review_words import (
    felt,
    given_away_in_all,
    next_star,
    priority,
    skill_and_luck,
)
from simulator.game.score import SCORE_MAX
from simulator.scenario.words import called
from simulator.window.faces import prospect_portrait
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, Share
from simulator.window.screens.debrief_buyer import SceneFigure
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
    Heading,
    Label,
    Piece,
    Slot,
    Stack,
    Words,
)
from simulator.window.screens.debrief_view import CardsView
from simulator.window.theme import GAP
from simulator.window.widgets import Action, Button, Widget

PAD = 18.0


class OverviewView(CardsView):
    """The cards of the overview, arranged for low, tall and narrow windows.

    ``standing`` says how the score stands to others of the player.
    """

    def __init__(self, review: Debrief, play: Play, standing: str) -> None:
        self.first = priority(review)
        self.chart = MeterChart(
            "chart",
            f"{felt(play)} over the run",
            review.meters,
            chosen=len(review.moves) - 1,
            turning=review.turning_point,
        )
        self.look_button = Button("look", _look_words(self.first.move), icon="arrow-right")
        self._low_hero = _hero(review, play, standing)
        self._tall_hero = _tall_hero(review, play, standing)
        self._firsts = [self._priority_card(role) for role in ("body", "small")]
        self._first = self._firsts[-1]
        self._sum = _sum_card(review)
        self._radar = _radar_card(review)
        self._skills = _card("Skills", [BarsFigure(review.skills)])
        self._meters = Box(Stack([Slot(self.chart, grow=1.0)]), pad=PAD, grow=1.0)
        super().__init__("Overview", "overview", self._low(396.0))

    def _low(self, left: float, *, roomy: bool = False) -> Piece:
        """Everything in a low window; the scene shows where what to mend leaves it room."""
        hero = self._tall_hero if roomy else self._low_hero
        aside = Stack([self._skills, self._meters], GAP, grow=1.0)
        figures = Across([self._radar, aside], [Share(), Share()], grow=1.0)
        self._first.grow = 0.0 if roomy else 1.0
        return _two(left, [hero, self._first], [self._sum, figures])

    def _has_room(self, fonts: Fonts, width: float, height: float) -> bool:
        """Whether the scene and what to mend stand below one another."""
        return self._both(fonts, width, self._tall_hero, self._firsts[-1]) <= height

    def _both(self, fonts: Fonts, width: float, hero: Piece, first: Piece) -> float:
        """The height of the left column."""
        return hero.height(fonts, width) + GAP + first.height(fonts, width)

    def _tall(self, left: float) -> Piece:
        """Where all of it has room: a picture, and the meters over the width of the right."""
        figures = Across([self._radar, self._skills], [Share(), Share()], grow=0.6)
        self._first.grow = 0.0
        right: list[Piece] = [self._sum, figures, self._meters]
        return _two(left, [self._tall_hero, self._first], right)

    def _narrow(self) -> Piece:
        """Two columns of cards where the text is large; the page scrolls."""
        self._first.grow = 0.0
        left = Stack([self._low_hero, self._first, self._meters], GAP)
        right = Stack([self._sum, self._radar, self._skills], GAP)
        return Across([left, right], [Share(), Share()])

    def layout(self, fonts: Fonts, area: Rect) -> None:
        """Choose the arrangement for the window, and fill the area."""
        scale = fonts.text_scale
        self._first = self._firsts[-1]
        if area.w < 1100 * scale:
            self.page.piece = self._narrow()
        else:
            left = max(396.0, area.w * 0.27 / scale)
            high = area.h - 2 * GAP
            roomy = self._has_room(fonts, left * scale, high)
            tall = roomy and self._tall(left).height(fonts, area.w - 2 * GAP) <= high
            if not tall and not roomy:
                # Words as large as they fit, as nothing else stands in what is left.
                fits = (
                    card for card in self._firsts
                    if self._both(fonts, left * scale, self._low_hero, card) <= high
                )  # fmt: skip
                self._first = next(fits, self._first)
            self.page.piece = self._tall(left) if tall else self._low(left, roomy=roomy)
        super().layout(fonts, area)

    def select(self, action: Action) -> Widget | None:
        """Show the figures of another move in the chart."""
        if action.name != "chart" or action.final or not isinstance(action.value, int):
            return None
        self.chart.chosen = action.value
        self.chart.touch()
        return self.chart

    def _priority_card(self, role: str) -> Box:
        if self.first.move is None:
            title = Stack(
                [Label("trophy", "Well played", "primary"), Words(self.first.title, "heading")], 6
            )
            parts: list[Piece] = [title, Words(self.first.text, role)]
        else:
            parts = [
                Label("target", f"Work on this first: {self.first.title}", "primary", "name"),
                Words(self.first.text, "small"),
                _line("close", "You", self.first.yours, "urgency", role),
                _line("check", "Better", self.first.better, "trust", role),
                Slot(self.look_button, fill=True),
            ]
        return Box(Stack(parts, 10), edge="primary", pad=PAD)


def _two(left: float, first: list[Piece], second: list[Piece]) -> Piece:
    return Across([Stack(first, GAP), Stack(second, GAP)], [left, Share()])


def _look_words(move: int | None) -> str:
    return "Look at this move" if move is None else f"Look at move {move + 1}"


def _line(icon: str, label: str, text: str, tone: str, role: str) -> Piece:
    return Stack([Label(icon, label, tone), Words(text, role)], 0)


def _card(title: str, pieces: list[Piece]) -> Box:
    return Box(Stack([Words(title, "heading"), *pieces], 8), pad=PAD)


def _title(review: Debrief) -> Piece:
    kind = Words(called(review.outcome.kind).capitalize(), "caption", "muted")
    text = Words(review.outcome_text, "small", "muted")
    return Stack([kind, Words(review.outcome.title, "heading"), text], 2)


def _score(review: Debrief, standing: str) -> list[Piece]:
    """The score, and how far the next star is, or why the score is not lower still."""
    lost = review.lost
    ahead = next_star(review.score, lost)
    if lost > SCORE_MAX:
        ahead = f"{given_away_in_all(lost)}."
    below = f"{standing}\n{ahead}".strip()
    return [
        ScoreFigure(review.score, review.stars),
        Words(below, "caption", "muted"),
    ]


def _hero(review: Debrief, play: Play, standing: str) -> Box:
    face = FaceFigure(prospect_portrait(play.scenario), play.face.value)
    head = Across([face, _title(review)], [FACE, Share()], gap=GAP)
    return Box(Stack([head, *_score(review, standing)], 10), pad=PAD)


def _tall_hero(review: Debrief, play: Play, standing: str) -> Box:
    place, portrait = play.scenario.prospect.place, prospect_portrait(play.scenario)
    scene = SceneFigure(place, portrait, play.face, least=160.0)
    return Box(Stack([scene, _title(review), *_score(review, standing)], 10), pad=PAD, grow=1.0)


def _sum_card(review: Debrief) -> Box:
    figures = SumFigure(skill_and_luck(review), review.random, review.start)
    heading = Heading(
        "Skill apart from luck", "what the sale is worth, of 100; luck never counts in the score"
    )
    return Box(Stack([heading, figures], 8), pad=PAD)


def _radar_card(review: Debrief) -> Box:
    heading = Heading("The seven stages", "kept of what was at stake")
    return Box(Stack([heading, RadarFigure(review.stages)], 4), pad=PAD, grow=1.0)
