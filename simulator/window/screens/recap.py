"""The coach's words after a stage: one principle, what was kept, what was learned, what is next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.game.review_words import feels
from simulator.scenario.words import STAGES
from simulator.window.art.people import portrait_from
from simulator.window.canvas import Canvas
from simulator.window.faces import draw_face
from simulator.window.layout import Rect, Share, columns, cut_bottom, cut_left, cut_top
from simulator.window.memory import give_back
from simulator.window.screen import Screen
from simulator.window.stage.ahead import Ahead, rehearse
from simulator.window.stage.coach import CoachPage, Part
from simulator.window.stage.deeds import Deeds, deeds_of
from simulator.window.stage.fit import FitText
from simulator.window.stage.header import Header
from simulator.window.stage.kept import Kept
from simulator.window.stage.meters import MeterCard
from simulator.window.stage.notes import NotesCard
from simulator.window.stage.recount import changes_of, facts_of
from simulator.window.stage.words import STAGE_ICONS
from simulator.window.theme import GAP
from simulator.window.widgets import Action, Button, Widget
from simulator.window.widgets.scroll import GUTTER

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

SIDE = 30.0
FACE = TILE = 56.0
BAR = 8.0
"""The room before the bar of the coach's words, which stands in the margin."""

COACH = portrait_from(None, "the coach")
"""The same person in every level, drawn by this name."""

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
        facts = facts_of(play, stage)
        self.header = Header(
            f"Level {scenario.level.order} · {scenario.prospect.company}",
            scenario.title,
            stage,
            len(play.notebook()),
            over=True,
        )
        self.ahead = Ahead(self)
        words = play.fill(scenario.stage(stage).coach)
        names = {meter.id: meter.name for meter in play.meters()}
        self.coach = CoachPage(words, Deeds(deeds_of(play, stage), names))
        self.intro = FitText("intro", self._coming())
        self.intro.roles = ("lead", "body", "small")
        self.meters = MeterCard(play.meters(), changes_of(play, stage), title=feels(play))
        self.meters.note = "change in this stage"
        self.notes = NotesCard(facts, [fact.id for fact in facts])
        self.notes.title = "What you found out"
        words = f"On to {STAGES[self.following]}" if self.following else "What happened then"
        self.go = Button("continue", words, kind="primary", icon="arrow-right")

    def _coming(self) -> str:
        play = self.flow.play
        if self.following:
            return play.fill(play.scenario.stage(self.following).intro)
        return "The seven stages are over. Now the rest of the ninety days passes."

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
        """Place the coach at the left, figures at the right, what is next below.

        Where the cards would hide some of it, all of it is one page to scroll.
        """
        page = self.header.layout(self.fonts, size)
        self.coach.deeds.in_words = False
        shown: list[Widget] = [self.go, self.coach, self.kept]
        if self._in_cards(page):
            shown += [self.intro, self.meters, *([self.notes] if self.notes.facts else [])]
        else:
            self._in_one_page(page)
        self.widgets = [*shown, *self.header.widgets]

    def _in_cards(self, page: Rect) -> bool:
        """Place everything in cards of its own; tell whether all of it shows."""
        fonts = self.fonts
        wide, tall = self._push()
        side = fonts.icon(TILE) + 40
        main, self.next_box = _above(page, self._foot(page, page.w - 2 * SIDE - side - wide - 28))
        self._place_next(side, wide, tall)
        left, right = columns(main, (Share(0.6), Share(0.4)), GAP)
        return self._place_side(right) and self._place_coach(left)

    def _in_one_page(self, page: Rect) -> None:
        """Place the way on below a card in which all that was told scrolls."""
        self.coach.deeds.in_words = True
        wide, tall = self._push()
        main, self.next_box = _above(page, tall + 24)
        inner = self.next_box.inset(SIDE, 12)
        self.go.place(Rect(inner.right - wide, inner.y, wide, tall))
        self.next_head = inner._replace(w=inner.w - wide - 28)
        moved = [
            f"{meter.name} {change_in_words(self.meters.changes.get(meter.id, 0))}{meter.value}"
            for meter in self.meters.meters
        ]
        found: list[Part] = [(self.notes.title, [fact.note for fact in self.notes.facts])]
        more = found if self.notes.facts else []
        self._place_coach(main, [*more, (self.meters.title, moved), (self._next, [self._coming()])])

    def _push(self) -> tuple[float, float]:
        """How wide and how high the way on is."""
        return max(210.0, self.go.width(self.fonts)), self.go.height(self.fonts, 1e6) + 8

    def _foot(self, page: Rect, room: float) -> float:
        """The height of the card about what is next, at words that leave the rest its page."""
        fonts, most = self.fonts, page.h * 0.4
        for role in ("body", "small"):
            words = (
                fonts.leading("caption") + 8 + fonts.height(self.intro.text, role, room - GUTTER)
            )
            foot = max(words, self.go.height(fonts, 1e6) + 8) + 44
            if foot <= most:
                break
        return min(foot, most)

    def _place_side(self, side: Rect) -> bool:
        """Place the figures, and below them what was found; tell whether all of it shows."""
        fonts = self.fonts
        if not self.notes.facts:
            self.meters.place(side)
            return side.h >= self.meters.least(fonts, side.w)
        for high in (self.meters.height(fonts, side.w), self.meters.least(fonts, side.w)):
            top, rest = cut_top(side, high, GAP)
            if rest.h >= self.notes.least(fonts, rest.w) and self.notes.tells(fonts, rest):
                self.meters.place(top)
                self.notes.place(rest)
                return True
        return False

    def _place_next(self, side: float, wide: float, tall: float) -> None:
        fonts, box = self.fonts, self.next_box
        inner = box.inset(SIDE, 20)
        self.go.place(Rect(inner.right - wide, box.middle[1] - tall / 2, wide, tall))
        _, words = cut_left(inner, side - 16)
        words = words._replace(w=self.go.rect.x - 28 - words.x)
        self.next_head, body = cut_top(words, fonts.leading("caption"), 4)
        self.intro.settle(fonts, body)

    def _place_coach(self, box: Rect, more: Sequence[Part] = ()) -> bool:
        """Place the coach's words, and below them what was kept; tell whether all of it shows."""
        fonts, self.coach_box = self.fonts, box
        high = max(FACE, fonts.leading("heading") + fonts.leading("caption"))
        inner = box.inset(SIDE, 24)
        self.coach_head, rest = cut_top(inner._replace(w=inner.w - BAR), high, 18)
        for kept in (self.kept.height(fonts, rest.w), self.kept.least(fonts, rest.w)):
            words, strip = _above(rest, kept)
            self.kept.place(strip)
            if self.coach.settle(fonts, words, more):
                return True
        return False

    def draw(self, canvas: Canvas) -> None:
        """Draw the cards."""
        self.header.draw(canvas)
        self._draw_coach(canvas)
        box = self.kept.rect
        canvas.line(box.x, box.y - 9, box.w)
        self._draw_next(canvas)

    def _draw_coach(self, canvas: Canvas) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        canvas.card(self.coach_box)
        head = self.coach_head
        side = min(head.h, FACE * max(1.0, 0.8 * fonts.text_scale))
        tile = Rect(head.x, head.middle[1] - side / 2, side, side)
        draw_face(canvas, COACH, tile, radius=side / 2, tone="value")
        x = tile.right + 14
        top = fonts.leading("caption")
        words = Rect(x, head.middle[1] - (top + fonts.leading("heading")) / 2, head.right - x, top)
        canvas.text(f"Stage {self.number} of 7 is over", words, "caption", theme.muted, lines=1)
        name = Rect(x, words.bottom, words.w, fonts.leading("heading"))
        canvas.text(f"Your coach on {STAGES[self.stage]}", name, "heading", lines=1)

    def _draw_next(self, canvas: Canvas) -> None:
        theme, box = canvas.theme, self.next_box
        canvas.card(box)
        if self.intro not in self.widgets:
            color = theme.primary.text
            canvas.text(self._next, self.next_head, "heading", color, valign="middle", lines=1)
            return
        side = canvas.fonts.icon(TILE)
        tile = Rect(box.x + SIDE, box.middle[1] - side / 2, side, side)
        canvas.panel(tile, theme.primary.tint, radius=17)
        icon = STAGE_ICONS[self.following] if self.following else "calendar"
        canvas.icon(icon, *tile.middle, side * 0.57, theme.primary.text)
        canvas.text(self._next, self.next_head, "caption", theme.primary.text, lines=1)

    @property
    def _next(self) -> str:
        """What is next, in short."""
        return f"Next: {STAGES[self.following]}" if self.following else "Next: until day 90"

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


def change_in_words(by: int) -> str:
    """The change of a meter before its value: ``+3, now ``; ``unchanged at `` without one."""
    return f"{'+' if by > 0 else '−'}{abs(by)}, now " if by else "unchanged at "


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
