"""What a trainee should know before a level: whom, why, what is sold, and how it is judged."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from simulator.game.play import Play
from simulator.game.review_words import SCORING, STAGES_SAID
from simulator.game.run import Run
from simulator.scenario.words import STAGES
from simulator.store.levels import Level
from simulator.window.canvas import Canvas
from simulator.window.header import Header
from simulator.window.layout import Rect, Share, columns, cut_top
from simulator.window.level_card import draw_scene, level_line
from simulator.window.question import Question
from simulator.window.screen import Screen
from simulator.window.section import Chips, Section, Words, draw_parts, parts_height
from simulator.window.stage.ahead import Ahead, rehearse
from simulator.window.theme import CARD_RADIUS, GAP, PAD
from simulator.window.widgets import Action, Button, ScrollArea

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

SCENE = 250.0
FRAME = 14.0
LEFT = 0.42
ASIDE = 0.34
"""The part of the width that the picture takes where it does not stand beside the sections."""


class BriefingScreen(Screen):
    """The person at the left; goal, product, stages and scoring at the right.

    ``in_play`` is for looking it up during a play: the one button then leads back.
    """

    def __init__(self, flow: Flow, level: Level, *, in_play: bool = False) -> None:
        super().__init__()
        self.flow = flow
        self.level = level
        self.in_play = in_play
        self.pending = None if in_play else flow.pending(level)
        scenario = level.scenario
        about = scenario.level
        number = flow.session.levels.index(level) + 1 if level in flow.session.levels else 0
        self.header = Header(
            level_line(about, number),
            scenario.title,
            "Continue" if in_play else "Back to the levels",
            self._buttons(),
        )
        words = flow.play if in_play else self._words()
        self.sections = _sections(words)
        self.about = _about(words)
        self.body = ScrollArea("briefing", self._paint)
        self.scene = self.person = self.words = Rect()
        self.beside = True
        self.cells: list[Rect] = []
        self.widgets = [self.body, *reversed(self.header.widgets)]

    def _buttons(self) -> list[Button]:
        if self.in_play:
            return [Button("return", "Continue", kind="primary", icon="play")]
        if self.pending:
            stage = self.pending.stage_name
            return [
                Button("start", "Start over", icon="replay"),
                Button("continue", f"Continue: {stage}", kind="primary", icon="play"),
            ]
        return [Button("start", "Start", kind="primary", icon="play")]

    def _words(self) -> Play:
        """A play that is never played, which knows the names to put into the texts."""
        player = self.flow.session.player
        scenario, digest = self.level.scenario.id, self.level.game.digest
        return self.level.play(Run(scenario, digest, 0, player=player.handle if player else ""))

    def enter(self) -> None:
        """Begin on the button that goes on, and draw ahead what it leads to."""
        self.app.focus(self.header.aside[-1], ring=True)
        if not self.in_play:
            Ahead(self).plan(rehearse(self.app, self._first))

    def _first(self) -> Screen:
        """The first decision, of a play that is never played, or the one the play stopped at."""
        from simulator.window.flow import Flow
        from simulator.window.screens.stages import stage_screen

        play = self.level.play(self.pending.run) if self.pending else self._words()
        session = copy(self.flow.session)
        session.level = self.level
        session.play = self._words() if play.is_over else play
        return stage_screen(Flow(self.app, session))

    # Placing.

    def layout(self, size: Rect) -> None:
        """Set the person beside the sections, or above them when there is too little room."""
        page = self.header.place(self.fonts, size).inset(PAD, GAP)
        left, right = columns(page, (Share(LEFT), Share(1 - LEFT)), GAP)
        words = FRAME + parts_height(self.about, self.fonts, left.w - 2 * FRAME) + PAD
        self.beside = words + SCENE <= left.h
        if self.beside:
            self._place_person(left, min(left.h - words, left.w * 0.74))
            self.person = left
            self.body.place(right._replace(h=right.h + GAP))
            if self._place_sections(right, right.h) > right.bottom + 1:
                # What scrolls ends where the card beside it does.
                self.body.place(right)
                right = right._replace(w=self.body.width)
            bottom = self._place_sections(right, right.h)
        else:
            self.body.place(page._replace(h=page.h + GAP))
            page = page._replace(w=self.body.width)
            self._place_beside(page)
            below = page._replace(y=self.person.bottom + GAP)
            bottom = self._place_sections(below, 0.0)
        self.body.fill(bottom - page.y + GAP)

    def _place_person(self, area: Rect, scene: float) -> None:
        """Place picture and words of the prospect in one card, as high as they are."""
        words = parts_height(self.about, self.fonts, area.w - 2 * FRAME) + PAD
        self.person = area._replace(h=FRAME + scene + words)
        self.scene, self.words = cut_top(self.person.inset(FRAME), scene)

    def _place_beside(self, area: Rect) -> None:
        """Place the picture at the left and the words beside it, in a card as high as they need."""
        scene, words = columns(area.inset(FRAME), (Share(ASIDE), Share(1 - ASIDE)), PAD)
        high = max(SCENE, parts_height(self.about, self.fonts, words.w - PAD) + PAD)
        self.person = area._replace(h=high + 2 * FRAME)
        self.scene = scene._replace(h=high)
        self.words = Rect(words.x, words.y, words.w - PAD, high)

    def _place_sections(self, area: Rect, fill: float) -> float:
        """Stack the sections, sharing what is left of a height to fill; return where they end."""
        heights = [section.height(self.fonts, area.w) for section in self.sections]
        needed = sum(heights) + GAP * (len(heights) - 1)
        more = max(0.0, fill - needed) / len(heights)
        self.cells, y = [], area.y
        for high in heights:
            self.cells.append(Rect(area.x, y, area.w, high + more))
            y += high + more + GAP
        return y - GAP

    # Drawing.

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar, and the person where they do not scroll with the rest."""
        self.header.draw(canvas)
        if self.beside:
            self._draw_person(canvas, 0.0)

    def _draw_person(self, canvas: Canvas, shift: float) -> None:
        canvas.card(self.person.moved(0, shift))
        scene = self.scene.moved(0, shift)
        draw_scene(canvas, self.level.scenario, scene, radius=CARD_RADIUS - 6)
        draw_parts(self.about, canvas, self.words.moved(0, shift))

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        shift = area.y - self.body.rect.y
        if not self.beside:
            self._draw_person(canvas, shift)
        for section, cell in zip(self.sections, self.cells, strict=True):
            section.draw(canvas, cell.moved(0, shift))

    # Answering.

    def act(self, action: Action) -> None:
        """Start, continue, or go back."""
        if action.name == "continue" and self.pending:
            self.flow.resume(self.pending.run)
        elif action.name == "start" and self.pending:
            self._ask()
        elif action.name == "start":
            self.flow.start(self.level)
        else:
            self.back()

    def _ask(self) -> None:
        """Ask before an unfinished play is given up for a new one."""

        def anew() -> None:
            if self.pending:
                self.flow.forget(self.pending.run)
            self.flow.start(self.level)

        self.app.push(
            Question(
                "Start over?",
                "You have an unfinished run of this level. Its choices are forgotten.",
                "Start over",
                "Keep it",
                anew,
            )
        )


def _about(play: Play) -> list[Words | Chips]:
    """The prospect in words, to stand below the picture."""
    prospect = play.scenario.prospect
    return [
        Words(prospect.name, "title", gap=12),
        Words(f"{prospect.role} at {prospect.company}", "label", gap=2),
        Words(prospect.industry, "small", muted=True, gap=0),
        Words(play.fill(prospect.about), gap=12),
    ]


def _sections(play: Play) -> list[Section]:
    scenario = play.scenario
    product = scenario.product
    features = [
        Words(f"{play.fill(feature.name)}: {play.fill(feature.benefit)}", bullet="dot", gap=6)
        for feature in product.features
    ]
    stages = tuple(f"{number} {name}" for number, name in enumerate(STAGES.values(), 1))
    meters = [
        Words(f"{meter.name}: {meter.about}" if meter.about else meter.name, bullet="chart", gap=6)
        for meter in play.meters()
    ]
    return [
        Section("target", "Your goal", [Words(play.fill(scenario.goal), "lead")], "trust"),
        Section(
            "tag",
            f"You sell {product.name} for {product.seller}",
            [Words(play.fill(product.about)), *features],
        ),
        Section(
            "star",
            "How you are scored",
            [Words(said, bullet="dot", gap=6) for said in SCORING],
            "value",
        ),
        Section("route", "How it goes", [Words(STAGES_SAID), Chips(stages), *meters]),
    ]


def gallery_screens() -> list[Shot]:
    """The briefing of a level, as new, with a play to continue, and in play."""
    from simulator.window.gallery import at_stage, level_named

    def pending(flow: Flow) -> Screen:
        at_stage(flow, "approach", "crm-harbour")
        flow.session.store.save_progress(flow.play.run)
        return BriefingScreen(flow, flow.level)

    def in_play(flow: Flow) -> Screen:
        at_stage(flow, "approach")
        return BriefingScreen(flow, flow.level, in_play=True)

    return [
        ("briefing", lambda flow: BriefingScreen(flow, level_named(flow, "first-call"))),
        ("briefing-pending", pending),
        ("briefing-in-play", in_play),
    ]
