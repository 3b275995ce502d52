"""The coach's words after a stage: one principle, what was kept, what was learned, what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.scenario.words import STAGES
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect, Share, columns, cut_bottom, cut_left, cut_top
from simulator.window.memory import give_back
from simulator.window.screen import Screen
from simulator.window.stage.ahead import Ahead, rehearse
from simulator.window.stage.deeds import Deeds, deeds_of
from simulator.window.stage.fit import FitText
from simulator.window.stage.header import Header
from simulator.window.stage.kept import Kept
from simulator.window.stage.meters import MeterCard
from simulator.window.stage.notes import NotesCard
from simulator.window.stage.recount import changes_of, facts_of
from simulator.window.stage.words import STAGE_ICONS
from simulator.window.theme import GAP
from simulator.window.widgets import Action, Button

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

SIDE = 30.0
SOON = 0.06
LATER = 1.0


class RecapScreen(Screen):
    """What a stage taught, and the introduction of the next one."""

    def __init__(self, flow: Flow, stage: str) -> None:
        super().__init__()
        self.flow = flow
        self.stage = stage
        play = flow.play
        scenario = play.scenario
        keys = list(STAGES)
        at = keys.index(stage)
        self.number = at + 1
        self.following = "" if play.is_over else play.prompt().stage
        self.kept = Kept()
        self.deeds = Deeds(deeds_of(play, stage))
        self.side_box: Rect | None = None
        facts = facts_of(play, stage)
        self.header = Header(
            f"Level {scenario.level.order} · {scenario.prospect.company}",
            scenario.title,
            stage,
            len(play.notebook()),
            over=True,
        )
        self.ahead = Ahead(self)
        self.coach = FitText("coach", play.fill(scenario.stage(stage).coach))
        self.coach.roles = ("title", "lead", "body")
        self.intro = FitText("intro", self._coming())
        self.intro.roles = ("lead", "body", "small")
        self.meters = MeterCard(play.meters(), changes_of(play, stage), title="In this stage")
        self.meters.note = "from its beginning"
        self.notes = NotesCard(facts, [fact.id for fact in facts])
        self.notes.title = "What you found out"
        self.notes.empty = "Nothing new went into the notebook in this stage."
        words = f"On to {STAGES[self.following]}" if self.following else "What happened then"
        self.go = Button("continue", words, kind="primary", icon="arrow-right")

    def _coming(self) -> str:
        play = self.flow.play
        if self.following:
            return play.fill(play.scenario.stage(self.following).intro)
        return "The seven stages are over. Now the ninety days after them pass."

    def enter(self) -> None:
        """Let Enter go on."""
        self.app.focus(self.go, ring=False)
        self.meters.run(self.app)
        self.app.after(SOON, self._judge)

    def _judge(self) -> None:
        """Work out what was kept, after the first picture, as it takes a moment."""
        if self not in self.app.stack:
            return
        first, judged = self.kept.judged is None, self.flow.level.is_solved
        self.kept.tell(self.flow.level.kept(self.flow.play, self.stage), self.app, judged=judged)
        if not judged:
            self.app.after(LATER, self._judge)
        if first:
            self.app.background(lambda _: give_back(), lambda _: None)
            self.ahead.plan(rehearse(self.app, self._following))

    def _following(self) -> Screen:
        from simulator.window.screens.epilogue import EpilogueScreen
        from simulator.window.screens.stages import stage_screen

        return stage_screen(self.flow) if self.following else EpilogueScreen(self.flow)

    def layout(self, size: Rect) -> None:
        """Place the coach at the left, figures at the right, what is next below."""
        fonts = self.fonts
        page = self.header.layout(fonts, size)
        wide = max(210.0, self.go.width(fonts))
        tall = self.go.height(fonts, 1e6) + 8
        side = 96.0
        room = page.w - 2 * SIDE - side - wide - 28
        words = fonts.leading("caption") + 8 + fonts.height(self.intro.text, "body", room - 18)
        foot = min(max(words, tall) + 44, page.h * 0.4)
        main, self.next_box = _above(page, foot)
        self._place_next(side, wide, tall)
        left, right = columns(main, (Share(0.6), Share(0.4)), GAP)
        self.coach_box = left
        self.side_box = None if self._place_coach() else right
        if self.side_box:
            self._place_coach_alone(right)
        meters, notes = cut_top(right, self.meters.height(fonts, right.w), GAP)
        self.meters.place(meters)
        self.notes.place(notes)
        news = [] if self.side_box else [self.meters]
        found = [self.notes] if news and notes.h >= self.notes.least(fonts) else []
        did = [self.deeds] if self.deeds.rect.h else []
        self.widgets = [
            self.go, self.coach, self.intro, self.kept, *did, *news, *found, *self.header.widgets,
        ]  # fmt: skip

    def _place_next(self, side: float, wide: float, tall: float) -> None:
        fonts, box = self.fonts, self.next_box
        inner = box.inset(SIDE, 20)
        self.go.place(Rect(inner.right - wide, box.middle[1] - tall / 2, wide, tall))
        _, words = cut_left(inner, side - 16)
        words = words._replace(w=self.go.rect.x - 28 - words.x)
        self.next_head, body = cut_top(words, fonts.leading("caption"), 4)
        self.intro.settle(fonts, body)

    def _place_coach(self) -> bool:
        """Place the coach's words and what was kept below; return whether they show whole."""
        fonts, box = self.fonts, self.coach_box
        head = max(44.0, fonts.leading("heading") + fonts.leading("caption"))
        inner = box.inset(SIDE, 26)
        self.coach_head, rest = cut_top(inner, head, 18)
        rest, kept = _above(rest, self.kept.height(fonts, rest.w))
        self.kept.place(kept)
        taken = self.coach.settle(fonts, rest)
        did = self.deeds.fitting(fonts, rest.h - taken - 20)
        self.deeds.place(Rect(rest.x, rest.bottom - did, rest.w, did))
        self._settle_coach(rest._replace(h=rest.h - did - (20 if did else 0)))
        return not self.coach.reach

    def _place_coach_alone(self, side: Rect) -> None:
        """On a low page what was kept takes the place of the meters at the side."""
        inner = self.coach_box.inset(SIDE, 22)
        self.coach_head, rest = cut_top(inner, self.coach_head.h, 8)
        self.kept.place(side.inset(SIDE, 22))
        self.deeds.place(Rect())
        self._settle_coach(rest)

    def _settle_coach(self, room: Rect) -> None:
        taken = self.coach.settle(self.fonts, room)
        self.coach.settle(self.fonts, room._replace(y=room.y + (room.h - taken) * 0.3, h=taken))

    def draw(self, canvas: Canvas) -> None:
        """Draw the cards."""
        self.header.draw(canvas)
        self._draw_coach(canvas)
        if self.side_box:
            canvas.card(self.side_box)
        else:
            box = self.kept.rect
            canvas.line(box.x, box.y - 9, box.w)
        self._draw_next(canvas)

    def _draw_coach(self, canvas: Canvas) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        canvas.card(self.coach_box)
        head = self.coach_head
        tile = Rect(head.x, head.middle[1] - 22, 44, 44)
        canvas.panel(tile, theme.value.tint, radius=14)
        canvas.icon("bulb", *tile.middle, 26, theme.value.text)
        x = tile.right + 14
        top = fonts.leading("caption")
        words = Rect(x, head.middle[1] - (top + fonts.leading("heading")) / 2, head.right - x, top)
        canvas.text(f"Stage {self.number} of 7 is over", words, "caption", theme.muted, lines=1)
        name = Rect(x, words.bottom, words.w, fonts.leading("heading"))
        canvas.text(f"{STAGES[self.stage]}: the coach", name, "heading", lines=1)

    def _draw_next(self, canvas: Canvas) -> None:
        theme, box = canvas.theme, self.next_box
        canvas.card(box)
        side = 56.0
        tile = Rect(box.x + SIDE, box.middle[1] - side / 2, side, side)
        canvas.panel(tile, theme.primary.tint, radius=17)
        icon = STAGE_ICONS[self.following] if self.following else "calendar"
        canvas.icon(icon, *tile.middle, 32, theme.primary.text)
        name = f"Next: {STAGES[self.following]}" if self.following else "Next: ninety days"
        canvas.text(name, self.next_head, "caption", theme.primary.text, lines=1)

    def act(self, action: Action) -> None:
        """Go on, or look something up."""
        doors = {
            "pause": self.flow.pause,
            "briefing": self.flow.briefing_again,
            "notebook": self.flow.notebook,
            "notes": self.flow.notebook,
            "continue": self.flow.after_recap,
        }
        doors[action.name]()

    def back(self) -> None:
        """Pause."""
        self.flow.pause()


def _above(area: Rect, low: float) -> tuple[Rect, Rect]:
    """Return what is left above a gap, and the lowest ``low``."""
    below, rest = cut_bottom(area, low, GAP)
    return rest, below


def gallery_screens() -> list[Shot]:
    """After a stage in which something was found, after one at stake, and after the last."""
    from simulator.window.gallery import at_end, at_stage

    return [
        (
            "recap-preparation",
            lambda flow: RecapScreen(at_stage(flow, "approach", "crm-harbour"), "preparation"),
        ),
        ("recap-approach", lambda flow: RecapScreen(at_stage(flow, "presentation"), "approach")),
        ("recap-last", lambda flow: RecapScreen(at_end(flow), "follow_up")),
    ]
