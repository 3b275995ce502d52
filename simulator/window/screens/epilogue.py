"""What came of the sale in ninety days, told as a short line of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.scenario.words import Face, OutcomeKind
from simulator.window.canvas import Canvas
from simulator.window.faces import prospect_portrait
from simulator.window.layout import Rect, Share, columns, cut_bottom, cut_top
from simulator.window.screen import Screen
from simulator.window.stage.days import Days, Mark
from simulator.window.stage.header import Header
from simulator.window.stage.person import draw_place
from simulator.window.stage.recount import days_after
from simulator.window.stage.result import KINDS
from simulator.window.stage.story import Story
from simulator.window.theme import CARD_RADIUS, GAP
from simulator.window.widgets import Action, Button, draw_chip

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

SIDE = 26.0
LEAST = 60.0
"""The height of the picture of the person where the words leave no more."""

EACH = 1.1
NOTHING = "Nothing more is heard of it in these ninety days."
_FACES = {
    OutcomeKind.ORDER: Face.DELIGHTED,
    OutcomeKind.PILOT: Face.INTERESTED,
    OutcomeKind.ADVANCE: Face.INTERESTED,
    OutcomeKind.LOST: Face.ANNOYED,
}


class EpilogueScreen(Screen):
    """The ending, and the days after it one by one; all at once with reduced motion or "Skip"."""

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self.flow = flow
        play = flow.play
        scenario = play.scenario
        self.outcome = play.outcome
        self.portrait = prospect_portrait(scenario)
        self.face = _FACES.get(self.outcome.kind, play.face)
        self.header = Header(
            f"Level {scenario.level.order} · {scenario.prospect.company}",
            scenario.title,
            "follow_up",
            len(play.steps),
            len(play.notebook()),
            over=True,
        )
        self.story = Story(days_after(play) or [(90, NOTHING)])
        self.days = Days([], None, plain=True)
        self.go = Button("continue", "Review the sale", kind="primary", icon="arrow-right")
        self.skip = Button("skip", "Skip")

    def enter(self) -> None:
        """Begin to tell."""
        self.app.focus(self.go, ring=False)
        if self.app.reduced_motion:
            self._show_all()
        else:
            self.app.after(EACH * 0.6, self._tell)

    def _tell(self) -> None:
        if self not in self.app.stack or self.story.is_told:
            return
        self.story.shown += 1
        self.story.begin(self.app)
        self.invalidate()
        self.app.after(EACH, self._tell)

    def _show_all(self) -> None:
        self.story.shown = len(self.story.lines)
        if self.focus is self.skip:
            self.app.focus(self.go, ring=self.skip.ring)
        self.invalidate()

    def layout(self, size: Rect) -> None:
        """Place the ending at the left and the days at the right."""
        fonts = self.fonts
        page = self.header.layout(fonts, size)
        left, right = columns(page, (Share(0.46), Share(0.54)), GAP + 4)
        self.left, self.right = left, right
        tall = self.go.height(fonts, 1e6) + 8
        wide = max(210.0, self.go.width(fonts))
        inner = right.inset(SIDE, 24)
        foot, rest = cut_bottom(inner, tall, 14)
        self.go.place(Rect(foot.right - wide, foot.y, wide, tall))
        narrow = max(90.0, self.skip.width(fonts))
        self.skip.place(Rect(foot.right - wide - 12 - narrow, foot.y, narrow, tall))
        waiting = [] if self.story.is_told else [self.skip]
        self.widgets = [
            self.go, *waiting, self.story, self.days, *self.header.widgets,
        ]  # fmt: skip
        self.head, rest = cut_top(rest, fonts.leading("title"), 2)
        line, body = cut_top(rest, self.days.height(fonts, rest.w), 14)
        self.days.place(Rect(right.x + 8, line.y, right.w - 16, line.h))
        told = self.story.lines[: self.story.shown]
        self.days.marks = [Mark(day, "star", "") for day, _ in told]
        self.days.today = told[-1][0] if told else 0
        self.story.settle(fonts, body)
        room = left.w - 2 * SIDE
        play = self.flow.play
        self.text = play.fill(self.outcome.text)
        words = fonts.height(play.fill(self.outcome.title), "title", room)
        words += fonts.leading("label") + 46 + 18
        most = left.h * 0.72
        for role in ("lead", "body", "small"):
            self.role = role
            if words + fonts.height(self.text, role, room) <= most:
                break
        self.words = min(words + fonts.height(self.text, self.role, room), left.h - LEAST)

    def draw(self, canvas: Canvas) -> None:
        """Draw the ending and the heading of the days."""
        self.header.draw(canvas)
        self._draw_ending(canvas)
        canvas.card(self.right)
        canvas.text("The ninety days after", self.head, "title", lines=1)

    def _draw_ending(self, canvas: Canvas) -> None:
        theme, fonts, play = canvas.theme, canvas.fonts, self.flow.play
        canvas.card(self.left)
        low, high = cut_bottom(self.left, self.words)
        prompt_place = play.scenario.stage("follow_up").place or play.scenario.prospect.place
        draw_place(
            canvas, high, prompt_place, self.portrait, self.face, radius=CARD_RADIUS, centered=True
        )
        icon, tone = KINDS[self.outcome.kind]
        area = low.inset(SIDE, 18)
        y = area.y + fonts.leading("label") / 2 + 4
        kind = self.outcome.kind.value
        chip = draw_chip(canvas, kind.capitalize(), area.x + 34, y, tone)
        tile = Rect(area.x, y - 13, 26, 26)
        canvas.icon(icon, *tile.middle, 22, theme.tone(tone).text)
        top = chip.bottom + 10
        room = area._replace(y=top, h=area.bottom - top)
        taken = canvas.text(play.fill(self.outcome.title), room, "title", lines=2)
        rest = Rect(room.x, taken.bottom + 8, room.w, area.bottom - taken.bottom - 8)
        lines = max(1, int((rest.h + 2) / fonts.leading(self.role)))
        canvas.text(self.text, rest, self.role, theme.muted, lines=lines)

    def act(self, action: Action) -> None:
        """Go on to the review, skip, or look something up."""
        doors = {
            "pause": self.flow.pause,
            "briefing": self.flow.briefing_again,
            "notebook": self.flow.notebook,
            "continue": self.flow.debrief,
            "skip": self._show_all,
        }
        doors[action.name]()

    def back(self) -> None:
        """Pause."""
        self.flow.pause()


def gallery_screens() -> list[Shot]:
    """A good ending and a poor one."""
    from simulator.game.policy import Policy
    from simulator.window.gallery import at_end

    return [
        ("epilogue-best", lambda flow: EpilogueScreen(at_end(flow, policy=Policy.BEST))),
        ("epilogue", lambda flow: EpilogueScreen(at_end(flow, "crm-harbour", 2))),
    ]
