"""Presentation: the minutes of the talk shared out over the features."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Final

from simulator.game.build import Spot
from simulator.game.play import Play, SlotView
from simulator.window.layout import Rect, Share, columns, cut_bottom, cut_top
from simulator.window.stage.ahead import Chore, rehearse
from simulator.window.stage.budget import ClockCard
from simulator.window.stage.feature import SNUG, FeatureRow, Step
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.low import ASIDE as LOW_ASIDE
from simulator.window.stage.low import is_low, settle_beside
from simulator.window.stage.motion import come_up
from simulator.window.stage.plan_head import PlanHead, Told
from simulator.window.stage.share import Portion, ShareBar
from simulator.window.stage.strip import PersonStrip
from simulator.window.stage.words import left_of
from simulator.window.theme import GAP
from simulator.window.widgets import Action, Button, Widget

if TYPE_CHECKING:
    from simulator.window.flow import Flow

ASIDE = 320.0
BETWEEN = 12.0
LEAST = 240.0
"""The height of the features below which the bar of all minutes gives way to them."""

TIP: Final = "Arrows set the minutes, Enter {} {}"

CLOSEST: Final = 3.0
"""The gap between two rows at least."""

GIVEN: Final = range(4)
"""How far features give way, see :meth:`FeatureRow.pack`; all the way on a low page alone."""

STRIP = 0.3
"""The part of the page that the person and their words take at most."""


class EmphasisScreen(StageScreen):
    """All features with their sliders; one after the other is presented, and she reacts at once.

    ``plan`` holds, for each feature still to come, which of its steps is planned.
    """

    def __init__(self, flow: Flow) -> None:
        self.plan: dict[str, int] = {}
        super().__init__(flow)

    told_left = ""

    def build(self) -> Sequence[Widget]:
        """Make a row for each feature, the clock, and what the prospect says."""
        self.strip = PersonStrip(self.sight())
        self.meters = self.meter_card()
        self.area = self.scroll("features")
        slots = [self._now(slot) for slot in self.prompt.slots]
        self.rows = [self._row(slot) for slot in slots]
        self._limit()
        self.head = PlanHead(self.prompt.task)
        self.share = ShareBar(self._portions(), self.prompt.budget)
        self.clock = ClockCard("minutes", self.prompt.budget, self.left, self._before())
        self.notes = self.notes_card()
        self.go = Button("present", "Present", kind="primary", icon="play")
        self._tell_plan()
        door: Widget = self.continue_button if self.waiting else self.go
        strip: list[Widget] = [self.strip, self.strip.speech]
        return [self.head, self.area, door, *strip, self.share, self.clock, self.meters, self.notes]

    def _portions(self) -> list[Portion]:
        """What each feature takes of the minutes."""
        portions = []
        for row in self.rows:
            given = row.slot.minutes
            minutes = row.minutes if given is None else given
            portions.append(Portion(row.slot.name, minutes, given is not None))
        return portions

    def _now(self, slot: SlotView) -> SlotView:
        """The slot as it stands after the last choice, which the last prompt does not know."""
        if not (self.waiting and slot.is_current):
            return slot
        given = self._steps_of(slot)[self.plan.get(slot.feature, 0)].minutes
        return SlotView(slot.feature, slot.name, slot.benefit, given, False, slot.offered)

    def _spot(self, slot: SlotView) -> Spot:
        decision = self.prompt.decision
        return next(
            spot
            for spot in self.play.spots
            if spot.decision is decision and spot.feature == slot.feature
        )

    def _steps_of(self, slot: SlotView) -> list[Step]:
        """What each position of a slider stands for, the fewest minutes first."""
        steps = [
            Step(choice.id, choice.minutes or 0, self.play.fill(choice.say))
            for choice in self._spot(slot).choices
        ]
        if slot.is_current and not self.waiting:
            legal = {view.id for view in self.prompt.choices if view.is_legal}
            steps = [step for step in steps if step.id in legal]
        return sorted(steps, key=lambda step: step.minutes)

    def _row(self, slot: SlotView) -> FeatureRow:
        steps = self._steps_of(slot)
        at = min(self.plan.get(slot.feature, 0), len(steps) - 1)
        return FeatureRow(slot, steps, at)

    def _before(self) -> int:
        """The minutes left before the last feature was presented."""
        if not self.picked:
            return self.left
        done = [row for row in self.rows if row.slot.minutes is not None]
        return self.left + (done[-1].slot.minutes or 0 if done else 0)

    @property
    def left(self) -> int:
        """The minutes left."""
        given = sum(row.slot.minutes or 0 for row in self.rows)
        return self.prompt.budget - given

    def _limit(self) -> None:
        """Let each slider reach as far as the minutes that no other one has taken."""
        ahead = [row for row in self.rows if row.slot.minutes is None]
        planned = sum(row.minutes for row in ahead)
        for row in ahead:
            row.allow(self.left - planned + row.minutes)

    @property
    def onward(self) -> Widget | None:
        """The next feature, once one has been presented."""
        return self.current

    def _tell_plan(self) -> None:
        """Name the button after what it does now, and say what is planned and what is free."""
        row, go = self.current, self.go
        if row:
            name = row.slot.name
            go.text = f"Present {name}: {row.minutes}\u00a0min" if row.minutes else f"Skip {name}"
            # To leave a feature out is nothing that a beginner should be led to.
            go.kind, go.icon = ("primary", "play") if row.minutes else ("secondary", "")
            go.touch()
        self.clock.note = self._plan if row else ""
        self.clock.touch()
        self.head.tell(self._told())

    @property
    def _plan(self) -> str:
        """What is planned and what is free."""
        planned = sum(row.minutes for row in self.rows if row.slot.minutes is None)
        return f"{planned} planned, {self.left - planned} free"

    @property
    def current(self) -> FeatureRow | None:
        """The feature to be presented next."""
        return next((row for row in self.rows if row.slot.is_current), None)

    def chores(self) -> Iterator[Chore]:
        """Draw ahead what follows at once when the last feature is left out without a word."""
        yield from super().chores()
        open_now = [row for row in self.rows if row.slot.minutes is None]
        if not self.waiting and len(open_now) == 1:
            yield from self._rehearse_end()

    def _rehearse_end(self) -> Iterator[Chore]:
        """Draw the decision of this stage that comes after the last feature, if there is one."""
        from simulator.window.flow import Flow
        from simulator.window.screens.stages import stage_screen

        assert self.current, "a feature is still to come"
        run = self.play.run
        ahead = replace(run, choices=(*run.choices, self.current.steps[0].id))
        play = Play(self.play.scenario, self.play.game, ahead)
        if not play.is_over and play.prompt().stage == self.prompt.stage:
            session = copy(self.flow.session)
            session.play = play
            yield from rehearse(self.app, lambda: stage_screen(Flow(self.app, session)))

    def enter(self) -> None:
        """Begin on the first slider, as no digit leads there."""
        super().enter()
        come_up(self.app, self.rows, self.area)
        if self.current:
            self.app.focus(self.current, ring=True)

    def moved(self) -> None:
        """Run the clock down as well."""
        super().moved()
        self.clock.run(self.app)

    def arrange(self, page: Rect) -> None:
        """Place person and meters above, features and clock below.

        On a low page the features stand beside the person, and the minutes left are told in words.
        """
        fonts = self.fonts
        low = is_low(fonts, page)
        self.meters.title = "" if low else self.how
        self.given = GIVEN if low else GIVEN[:-1]
        self.show(self.clock, not low)
        if low:
            self._arrange_low(page)
            return
        aside_wide = min(ASIDE * max(1.0, fonts.text_scale * 0.85), page.w * 0.36)
        left, aside = columns(page, (Share(), aside_wide), GAP)
        strip, left = cut_top(left, self.strip.high(fonts, left.w, page.h * STRIP), GAP)
        self.strip.settle(fonts, strip)
        aside = self._arrange_door(aside)
        clock, aside = cut_top(aside, self.clock.height(fonts, aside.w), GAP)
        self.clock.place(clock)
        tall = self.meters.height(fonts, aside.w)
        meters, aside = cut_top(aside, tall, GAP)
        self.meters.place(meters)
        noted = self.notes.fitting(fonts, aside.w, aside.h)
        self.notes.place(aside._replace(h=noted))
        self.show(self.meters, meters.bottom <= aside.bottom + GAP)
        self.show(self.notes, noted > 0)
        room = self._arrange_head(left)
        share, below = cut_top(room, self.share.height(fonts, room.w), 8)
        shows = below.h >= LEAST * fonts.text_scale
        self.share.place(share)
        self.show(self.share, shows)
        self._arrange_rows(below if shows else room)

    def _arrange_low(self, page: Rect) -> None:
        column, right = columns(page, (Share(LOW_ASIDE), Share(1 - LOW_ASIDE)), GAP)
        column = self._arrange_door(column)
        shows = settle_beside(self.fonts, column, self.strip, self.meters, self.notes)
        self.show(self.meters, True)
        self.show(self.notes, shows)
        self.show(self.share, False)
        self._arrange_rows(
            self._arrange_head(right, left_of(self.left, self.prompt.budget, "minutes"))
        )

    def _arrange_door(self, column: Rect) -> Rect:
        """Place the button at the foot of a column; return what is left above it."""
        button = self.continue_button if self.waiting else self.go
        door, rest = cut_bottom(column, button.height(self.fonts, column.w) + 8, GAP)
        button.place(door)
        return rest

    def _arrange_head(self, column: Rect, left: str = "") -> Rect:
        """Place the task at the top of a column; return what is left below it.

        ``left`` is what the clock would tell.
        """
        self.told_left = left
        self.head.tell(self._told())
        most = self._told("presents", "10 planned, 10 free")
        return self.head.arrange(self.fonts, column, most)

    def _told(self, deed: str = "", plan: str = "") -> Told:
        """What stands above the features now, or with what Enter does and what is planned."""
        row = None if self.waiting else self.current
        if not row:
            return Told("", self.told_left)
        deed = deed or ("presents" if row.minutes else "skips")
        return Told(TIP.format(deed, row.slot.name), self.told_left, plan or self._plan)

    def _arrange_rows(self, room: Rect) -> None:
        fonts, area = self.fonts, self.area
        area.place(room)
        for given, tight in product(self.given, (False, True)):
            for row in self.rows:
                row.tight = tight
                row.pack(given)
            between = BETWEEN if given < 2 else SNUG
            heights = [row.height(fonts, area.width) for row in self.rows]
            tall = sum(heights) + between * (len(heights) - 1)
            if tall <= room.h:
                break
        spaces = len(heights) - 1
        if 0 < tall - room.h <= (between - CLOSEST) * spaces:
            # A few points are taken from the gaps rather than cut off the last row.
            between -= (tall - room.h) / spaces
            tall = room.h
        wide = room.w if tall <= room.h else area.width
        spare = min(26.0, max(0.0, room.h - tall) / len(heights))
        y = room.y
        for row, high in zip(self.rows, heights, strict=True):
            row.place(Rect(room.x, y, wide, high + spare))
            y += high + spare + between
        area.fill(min(y - between - room.y, max(tall, room.h)), self.rows)
        current = self.current
        if current:
            area.reveal(current.rect)

    def act(self, action: Action) -> None:
        """Plan, or present the current feature."""
        row = next((row for row in self.rows if row.name == action.name), None)
        if row:
            self.plan[row.slot.feature] = row.at
            self._limit()
            self._tell_plan()
            if row.tight:
                self._arrange_rows(self.area.rect)
            self.share.change(self._portions(), self.app)
        elif action.name == "present" and self.current:
            self.choose(self.current.step.id)
        else:
            super().act(action)
