"""Handling objections: moves, the patience that is left, and the talk so far."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.scenario.words import Move
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect, Share, columns
from simulator.window.stage.low import person_and_meters
from simulator.window.stage.scene import Sight
from simulator.window.stage.speech import Words
from simulator.window.stage.talk import TalkScreen
from simulator.window.stage.trail import Course, TrailCard
from simulator.window.stage.transcript import Said, by_them, opening_of, transcript
from simulator.window.stage.words import UNIT_ICONS
from simulator.window.theme import GAP
from simulator.window.widgets import Widget

PIP = 26.0
LOWEST = 222.0
"""The least height of the person, the chat and the meters, at text scale 1."""

TALLER = 1.06
"""How much higher it may be for the meters to have icons."""

LEAST = 250.0
"""The least width of the person."""
METERS = 0.94
"""The part of the room at the right that the meters take."""


class ParryScreen(TalkScreen):
    """A talk whose course stays in sight: the person, the chat, the meters, the moves below."""

    def build(self) -> Sequence[Widget]:
        """Put the chat where the notes stand in a talk, and in place of the bubble."""
        widgets = [each for each in super().build() if each is not self.notes]
        opening = [] if self.waiting else opening_of(self.play, self.prompt.stage)
        made = self.made() if self.prompt.unit else set()
        self.chat = TrailCard(self._course(opening), made, begins=bool(opening))
        return [*widgets, self.chat, self.chat.chat]

    def _course(self, opening: Sequence[Said]) -> Course:
        """The objection to be answered and the talk about it.

        Earlier talk would read as if it came after an objection that stays in sight. It shows only
        where the decision has no words of its own and so goes on with it.
        """
        prompt, stage = self.prompt, self.prompt.stage
        begins = prompt.scene or prompt.prospect
        said = [*transcript(self.play, stage, prompt.decision.id if begins else ""), *opening]
        objection = by_them(prompt.prospect, stage)
        at = 1 if prompt.scene else 0
        if not objection or said[at : at + len(objection)] != objection:
            return Course([], said)
        # What is told with it is how it may be answered, so it stands below.
        return Course(objection, [*said[:at], *said[at + len(objection) :]])

    def made(self) -> set[Move]:
        """The moves made at this objection."""
        moves = set()
        for step in self.play.steps:
            spot = self.play.spots[step.state.node]
            if spot.decision is self.prompt.decision and step.option < len(spot.choices):
                move = spot.choices[step.option].move
                moves |= {move} if move else set()
        return moves

    def sight(self) -> Sight:
        """The person without a bubble, as the chat holds the words."""
        seen = super().sight()
        return Sight(seen.place, seen.portrait, seen.face, Words(), seen.mood, centered=True)

    def least(self, wide: float, aside: float) -> float:  # noqa: ARG002
        """Low, as an objection has more moves than a talk has choices, and all should be seen."""
        low = LOWEST * max(1.0, self.fonts.text_scale * 0.9)
        return max(low, min(self.meters.height(self.fonts, aside * METERS), low * TALLER))

    def later(self) -> list[Rect]:
        """The scene after the choice, which is smaller than in other talks."""
        return [self._beside(rect) for rect in super().later()]

    def _beside(self, top: Rect) -> Rect:
        """Where the person stands in a row of that height."""
        return top._replace(w=min(max(top.h * 1.22, LEAST), self.page.w * 0.3))

    def arrange_top(self, top: Rect, aside_wide: float) -> None:
        """Person, chat and meters side by side."""
        person = self._beside(top).w
        scene, chat, meters = columns(top, (person, Share(), aside_wide * METERS), GAP)
        self.view.settle(self.fonts, scene)
        self.chat.settle(self.fonts, chat)
        self.meters.place(meters)

    def arrange_words(self, column: Rect) -> None:
        """The small person and the meters above the chat."""
        person, chat = person_and_meters(self.fonts, column, self.meters)
        self.view.settle_small(self.fonts, person, Rect())
        self.chat.settle(self.fonts, chat)

    @property
    def pips(self) -> int:
        """How many marks show the patience; too many would say less than a number."""
        return self.prompt.budget if self.prompt.unit and self.prompt.budget <= 8 else 0

    def budget_wide(self, page: float) -> float:
        """The words and the marks."""
        words = super().budget_wide(page)
        return words + self.pips * (self.fonts.icon(PIP) + 6) + 4 if words and self.pips else words

    def draw_budget(self, canvas: Canvas, right: float, y: float) -> None:
        """Draw the patience as marks, and in words before them."""
        prompt, theme = self.prompt, canvas.theme
        if not self.pips:
            super().draw_budget(canvas, right, y)
            return
        icon = UNIT_ICONS.get(prompt.unit, "coin")
        fonts, pip = self.fonts, self.fonts.icon(PIP)
        x = right - prompt.budget * (pip + 6) + 6
        for at in range(prompt.budget):
            box = Rect(x + at * (pip + 6), y - pip / 2, pip, pip)
            if at < self.left:
                canvas.panel(box, theme.primary.fill, radius=pip / 2)
                canvas.icon(icon, *box.middle, fonts.icon(15), theme.on_primary)
            else:
                canvas.panel(box, theme.well, radius=pip / 2, border=theme.edge, width=1.5)
                canvas.icon("check", *box.middle, fonts.icon(13), theme.muted)
        super().draw_budget(canvas, x - 10, y)
