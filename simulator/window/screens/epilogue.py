"""What came of the sale in ninety days, told as a short line of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.scenario.words import Face, OutcomeKind, called
from simulator.window.canvas import Canvas
from simulator.window.events import Event, Kind
from simulator.window.faces import prospect_portrait
from simulator.window.layout import Rect, Share, columns, cut_bottom, cut_top
from simulator.window.screen import Screen
from simulator.window.stage.days import Days, Mark
from simulator.window.stage.header import Header
from simulator.window.stage.recount import Day, days_after, whole_story
from simulator.window.stage.result import KINDS
from simulator.window.stage.scene import Scene, Sight
from simulator.window.stage.speech import Words
from simulator.window.stage.story import Story
from simulator.window.theme import GAP
from simulator.window.widgets import Action, Button, draw_chip
from simulator.window.widgets.scroll import GUTTER

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

SIDE = 26.0
SIGN = 22.0
LEAST = 60.0
"""The height of the picture of the person where the words leave no more."""

EACH = 1.6
SOON = 0.5
"""Seconds from one day that is told to the next, and until the first."""

NOTHING = "Nothing more is heard of it in these ninety days."
_FACES = {
    OutcomeKind.ORDER: Face.DELIGHTED,
    OutcomeKind.PILOT: Face.INTERESTED,
    OutcomeKind.ADVANCE: Face.INTERESTED,
    OutcomeKind.LOST: Face.ANNOYED,
}


class EpilogueScreen(Screen):
    """The ending, and the days after it one by one, with the face that goes with each.

    Any key or press tells the rest at once; with reduced motion nothing has to be waited for.
    """

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self.flow = flow
        play = flow.play
        scenario = play.scenario
        self.outcome = play.outcome
        self.place = scenario.stage("follow_up").place or scenario.prospect.place
        self.portrait = prospect_portrait(scenario)
        self.ending = _FACES.get(self.outcome.kind, play.face)
        self.header = Header(
            f"Level {scenario.level.order} · {scenario.prospect.company}",
            scenario.title,
            "follow_up",
            len(play.notebook()),
            over=True,
        )
        silent = [] if days_after(play) else [Day(90, NOTHING)]
        self.story = Story([*whole_story(play), *silent])
        self.view = Scene(self._sight())
        self.days = Days([], None, plain=True)
        self.go = Button("continue", "Review the sale", kind="primary", icon="arrow-right")

    def enter(self) -> None:
        """Begin to tell."""
        self.app.focus(self.go, ring=False)
        if self.app.reduced_motion:
            self._show_all()
        else:
            self.app.after(SOON, self._tell)
        self.view.live(self.app)

    @property
    def face(self) -> Face:
        """How the prospect looks: as on the last day told, or as at the ending."""
        told = [day.face for day in self.story.lines[: self.story.shown] if day.face]
        return told[-1] if told else self.ending

    def _sight(self) -> Sight:
        return Sight(self.place, self.portrait, self.face, Words(), centered=True)

    def handle(self, event: Event) -> bool:
        """Let any key or press tell the rest at once, and do nothing else."""
        if self.story.is_told or event.kind not in (Kind.KEY, Kind.PRESS):
            return False
        self._show_all()
        return True

    def _tell(self) -> None:
        if self not in self.app.stack or self.story.is_told:
            return
        before = self.days.today or 0
        self.story.shown += 1
        self.story.begin(self.app)
        self.view.show(self._sight())
        self.invalidate()
        self.days.today = self.story.lines[self.story.shown - 1].day
        self.days.over = self.story.shown == len(self.story.lines)
        self.days.glide(self.app, before)
        self.app.after(EACH, self._tell)

    def _show_all(self) -> None:
        self.story.shown, self.story.at_once = len(self.story.lines), True
        self.view.show(self._sight())
        self.days.today = self.story.lines[-1].day
        self.days.over = True
        self.days.shown = float(self.days.until)
        self.invalidate()

    def layout(self, size: Rect) -> None:
        """Place the ending at the left and the days at the right."""
        fonts = self.fonts
        page = self.header.layout(fonts, size)
        left, right = columns(page, (Share(0.46), Share(0.54)), GAP + 4)
        self.right = right
        tall = self.go.height(fonts, 1e6) + 8
        wide = max(210.0, self.go.width(fonts))
        inner = right.inset(SIDE, 24)
        foot, rest = cut_bottom(inner, tall, 14)
        self.go.place(Rect(foot.right - wide, foot.y, wide, tall))
        self.tip = foot._replace(w=foot.w - wide - 20)
        self.widgets = [
            self.go, self.view, self.story, self.days, *self.header.widgets,
        ]  # fmt: skip
        self.head, rest = cut_top(rest, fonts.leading("title"), 2)
        line, body = cut_top(rest, self.days.height(fonts, rest.w), 14)
        self.days.place(line)
        told = self.story.lines[: self.story.shown]
        self.days.marks = [Mark(one.day, *one.sign) for one in told]
        self.story.settle(fonts, body._replace(w=body.w + GUTTER))
        room = left.w - 2 * SIDE
        play = self.flow.play
        self.text = play.fill(self.outcome.text)
        words = fonts.height(play.fill(self.outcome.title), "title", room)
        words += fonts.leading("label") + 46 + 18
        most = left.h * 0.62
        for role in ("lead", "body", "small"):
            self.role = role
            if words + fonts.height(self.text, role, room) <= most:
                break
        words = min(words + fonts.height(self.text, self.role, room), left.h - LEAST - GAP)
        self.low, _ = cut_bottom(left, words)
        self.view.settle(fonts, cut_bottom(left, words, GAP)[1])

    def draw(self, canvas: Canvas) -> None:
        """Draw the ending and the heading of the days."""
        self.header.draw(canvas)
        self._draw_ending(canvas)
        canvas.card(self.right)
        canvas.text("The 90 days after", self.head, "title", lines=1)
        if not self.story.is_told:
            tip = "Any key tells the rest at once"
            canvas.text(tip, self.tip, "caption", canvas.theme.muted, valign="middle", lines=1)

    def _draw_ending(self, canvas: Canvas) -> None:
        theme, fonts, play = canvas.theme, canvas.fonts, self.flow.play
        canvas.card(self.low)
        icon, tone = KINDS[self.outcome.kind]
        area = self.low.inset(SIDE, 18)
        y = area.y + fonts.leading("label") / 2 + 4
        kind = called(self.outcome.kind)
        side = fonts.icon(SIGN)
        chip = draw_chip(canvas, kind.capitalize(), area.x + side + 12, y, tone)
        canvas.icon(icon, area.x + side / 2, y, side, theme.tone(tone).text)
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
