"""How a player grows: scores over time, stages and skills, and what to practise next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from simulator.game.debrief import STARS
from simulator.game.review_words import percent
from simulator.problems import SolverError
from simulator.store.progress import Advice, Played, Progress, Wish
from simulator.window.canvas import Canvas
from simulator.window.faces import draw_face, prospect_portrait
from simulator.window.growth import Growth, skills_of, stages_of
from simulator.window.header import Header
from simulator.window.layout import Rect, Share, center, columns
from simulator.window.score_chart import Dot, ScoreChart
from simulator.window.screen import Screen
from simulator.window.section import Section, Words
from simulator.window.theme import GAP, PAD
from simulator.window.widgets import Action, Button, ScrollArea, Widget
from simulator.window.widgets.bar import WorkBar
from simulator.window.widgets.scroll import GUTTER
from simulator.window.work import Job

if TYPE_CHECKING:
    from simulator.store.model import Entry
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot


class Notice(NamedTuple):
    """What stands in place of figures: an icon, a heading, a sentence, and the way on."""

    icon: str
    title: str
    text: str
    name: str
    way: str


GUEST: Final = Notice(
    "people", "No progress for guests",
    "Guest runs are not kept. Choose a player, and every finished run counts here.",
    "players", "Choose a player",
)  # fmt: skip
EMPTY: Final = Notice(
    "chart", "No runs yet",
    "Finish a level: from then on you see here how your scores, your stages and your skills"
    " change, and what to practise next.",
    "play", "Play a level",
)  # fmt: skip
WORKING: Final = Notice(
    "clock", "Scoring your runs",
    "Every move of your runs is compared with the best one.",
    "back", "Cancel",
)  # fmt: skip
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun",
                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")  # fmt: skip
TITLE: Final = "Scores, run by run"
FACE: Final = 76.0
ASIDE: Final = 340.0
NARROW: Final = 980.0
"""Below this width, at text scale 1, everything stands below one another."""
RING: Final = 8.0
WIDEST: Final = 620.0
"""The width of a notice at text scale 1."""


class ProgressScreen(Screen):
    """Worked out from the choices of all finished runs, in the background if that takes long."""

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self.flow = flow
        player = flow.session.player
        caption = "Guest"
        if player:
            caption = f"{player.handle} · {player.team}" if player.team else player.handle
        self.header = Header(
            caption, "Progress", "Back", [Button("board", "Leaderboard", icon="trophy")]
        )
        self.entries: list[Entry] = []
        self.progress: Progress | None = None
        self.advice: Advice | None = None
        self.said: Section | None = None
        self.work: Job[Progress] | None = None
        self.bar = WorkBar("working")
        self.way = Button("play", "Play a level", kind="primary", icon="play")
        self.chart = ScoreChart("plays", [])
        self.growths: tuple[Growth, ...] = ()
        self.body = ScrollArea("progress", self._paint)
        self.scores = self.next_card = Rect()
        self.grown: list[Rect] = []
        self.widgets = [*self.header.widgets, self.way]

    # Working out.

    def enter(self) -> None:
        """Read the runs and work out what they say."""
        session = self.flow.session
        if session.player is None:
            self._say(GUEST)
            return
        self.entries = session.store.runs(session.player.handle)
        if not any(one.score is not None for one in self.entries):
            self._say(EMPTY)
            return
        history, levels = self.flow.history, session.levels
        if not history.wanting(levels, self.entries):
            self._show(history.progress(levels, self.entries))
            return
        self._say(WORKING)
        self.widgets = [*self.header.widgets, self.bar, self.way]
        self.work = self.app.background(self._work, self._show, on_progress=self._move,
                                        on_error=self._fail)  # fmt: skip

    def _work(self, job: Job[Progress]) -> Progress:
        def report(part: float) -> bool:
            job.progress(part)
            return not job.cancelled

        return self.flow.history.progress(self.flow.session.levels, self.entries, report)

    def _move(self, part: float) -> None:
        self.bar.part = part
        self.bar.touch()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, SolverError):
            raise error
        title = "Your progress cannot be shown"
        self._say(Notice("warning", title, str(error), "play", "Play a level"))
        self.widgets = [*self.header.widgets, self.way]
        self.invalidate()

    def leave(self) -> None:
        """Stop working."""
        if self.work:
            self.work.cancel()

    def _say(self, notice: Notice) -> None:
        """Show words and one way on instead of figures."""
        self.said = Section(notice.icon, notice.title, [Words(notice.text)])
        self.way.name, self.way.text = notice.name, notice.way
        self.way.icon = {"players": "people", "play": "play"}.get(notice.name, "")
        self.way.kind = "secondary" if notice.name == "back" else "primary"
        self.app.focus(self.way, ring=True)

    def _show(self, progress: Progress) -> None:
        self.said, self.work = None, None
        self.progress = progress
        if not progress.plays:
            self._say(_all_aside(progress.aside))
            self.widgets = [*self.header.widgets, self.way]
            self.invalidate()
            return
        self.advice = progress.advice()
        self.way.name, self.way.icon, self.way.kind = "play", "play", "primary"
        self.way.text = f"Play {self.advice.level.scenario.title}" if self.advice else ""
        self.chart = ScoreChart("plays", [_dot(one) for one in progress.plays])
        stages, skills = stages_of(progress), skills_of(progress)
        deep = max(len(stages), len(skills))
        self.growths = (Growth("Stages", stages, deep), Growth("Skills", skills, deep))
        self.widgets = [*self.header.widgets, self.body]
        self.app.focus(self.way, ring=True)
        self.invalidate()

    # Placing.

    def layout(self, size: Rect) -> None:
        """Scores beside what to do next, stages beside skills; below one another where narrow."""
        page = self.header.place(self.fonts, size).inset(PAD, GAP)
        if self.said:
            self._place_said(page, self.said)
            return
        self.body.place(Rect(page.x, page.y - RING, page.w + GUTTER, page.h + RING + GAP))
        room = page
        wide = room.w >= NARROW * max(1.0, self.fonts.text_scale * 0.9)
        bottom = self._place_wide(room) if wide else self._place_narrow(room)
        children: list[Widget] = [self.chart, self.way] if self.advice else [self.chart]
        self.body.fill(bottom + GAP - page.y + RING, children)

    def _place_said(self, page: Rect, said: Section) -> None:
        fonts = self.fonts
        wide = min(page.w, WIDEST * max(1.0, fonts.text_scale * 0.8))
        words = said.height(fonts, wide)
        line = fonts.leading("label") + 16 if self.bar in self.widgets else 0.0
        across = min(self.way.width(fonts), wide - 2 * PAD)
        push = self.way.height(fonts, across)
        self.scores = center(page, wide, words + line + push + PAD)
        inner = self.scores.inset(PAD)
        self.bar.place(Rect(inner.x, self.scores.y + words, inner.w, line - 16))
        self.way.place(Rect(inner.x, self.scores.y + words + line, across, push))

    def _place_wide(self, room: Rect) -> float:
        fonts = self.fonts
        aside = max(ASIDE * max(1.0, fonts.text_scale * 0.85), room.w * 0.29)
        left, right = columns(room, (Share(), aside), GAP)
        halves = columns(room, (Share(), Share()), GAP)
        grown = max(
            growth.height(fonts, half.w) for growth, half in zip(self.growths, halves, strict=True)
        )
        chart = self.chart.height(fonts, left.w - 2 * PAD) + self._head(left.w) + 2 * PAD
        needed = max(chart, self._next_height(right.w))
        spare = max(0.0, room.h - GAP - grown - needed)
        first = needed + spare * 0.6
        self.scores = left._replace(h=first)
        self.next_card = right._replace(h=first)
        y = room.y + first + GAP
        self.grown = [half._replace(y=y, h=grown + spare * 0.4) for half in halves]
        self._place_parts()
        return self.grown[0].bottom

    def _place_narrow(self, room: Rect) -> float:
        fonts, y = self.fonts, room.y
        self.next_card = room._replace(h=self._next_height(room.w))
        y = self.next_card.bottom + GAP
        chart = self.chart.height(fonts, room.w - 2 * PAD) + self._head(room.w) + 2 * PAD
        self.scores = Rect(room.x, y, room.w, chart)
        self.grown = []
        for growth in self.growths:
            y = (self.grown[-1] if self.grown else self.scores).bottom + GAP
            self.grown.append(Rect(room.x, y, room.w, growth.height(fonts, room.w)))
        self._place_parts()
        return self.grown[-1].bottom

    def _place_parts(self) -> None:
        """Place chart and button in their cards."""
        inner = self.scores.inset(PAD)
        top = self._head(self.scores.w)
        self.chart.place(Rect(inner.x, inner.y + top, inner.w, inner.h - top))
        inner = self.next_card.inset(PAD)
        wide = min(self.way.width(self.fonts), inner.w)
        high = self.way.height(self.fonts, wide)
        self.way.place(Rect(inner.x, inner.bottom - high, wide, high))

    def _head(self, width: float) -> float:
        """The height of the title of the scores, with the figures beside or below it."""
        fonts, room = self.fonts, width - 2 * PAD
        high = fonts.leading("heading") + 4
        if not self._beside(room):
            high += fonts.leading("heading")
        note = self._aside_note()
        return high + (fonts.height(note, "small", room) if note else 0.0)

    def _beside(self, room: float) -> bool:
        """Whether title and figures fit beside each other."""
        return self.fonts.width(TITLE, "heading") + 24 + self._figures_width() <= room

    def _figures_width(self) -> float:
        fonts = self.fonts
        return sum(
            fonts.width(figure, "heading") + 6 + fonts.width(name, "label") + 20
            for figure, name in self._facts()
        )

    def _next_words(self, width: float) -> list[tuple[str, str, float]]:
        """The words of the advice with role and height."""
        if self.advice is None:
            return []
        title, text = _said(self.advice)
        room = width - 2 * PAD
        side = room - self.fonts.icon(FACE) - 16
        return [
            ("What to practise next", "caption", self.fonts.leading("caption")),
            (title, "heading", self.fonts.height(title, "heading", side)),
            (text, "body", self.fonts.height(text, "body", room)),
        ]

    def _next_height(self, width: float) -> float:
        words = self._next_words(width)
        if not words:
            return 2 * PAD
        head = max(self.fonts.icon(FACE), words[0][2] + words[1][2])
        button = self.way.height(self.fonts, min(self.way.width(self.fonts), width - 2 * PAD))
        return 2 * PAD + head + 12 + words[2][2] + 16 + button

    def _facts(self) -> list[tuple[str, str]]:
        """The figures: how many runs, levels and stars."""
        progress = self.progress
        assert progress is not None, "figures are made of progress"
        many = len(progress.levels)
        return [
            (str(len(progress.plays)), "run" if len(progress.plays) == 1 else "runs"),
            (f"{progress.reached} of {many}", "level" if many == 1 else "levels"),
            (f"{progress.stars} of {3 * many}", "stars"),
        ]

    def _aside_note(self) -> str:
        many = self.progress.aside if self.progress else 0
        return f"Left out, as the level has changed since: {_runs(many)}." if many else ""

    # Drawing.

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar, or what to do instead of figures."""
        self.header.draw(canvas)
        if self.said:
            self.said.draw(canvas, self.scores)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        shift = area.y - self.body.rect.y
        for card in (self.scores, self.next_card):
            canvas.card(card.moved(0, shift))
        self._paint_head(canvas, self.scores.moved(0, shift).inset(PAD))
        self._paint_next(canvas, self.next_card.moved(0, shift).inset(PAD))
        for growth, card in zip(self.growths, self.grown, strict=True):
            growth.draw(canvas, card.moved(0, shift))

    def _paint_next(self, canvas: Canvas, area: Rect) -> None:
        words = self._next_words(area.w + 2 * PAD)
        if self.advice is None:
            return
        portrait = prospect_portrait(self.advice.level.scenario)
        side = canvas.fonts.icon(FACE)
        draw_face(canvas, portrait, Rect(area.x, area.y, side, side), radius=18)
        head = max(side, words[0][2] + words[1][2])
        y = area.y + (head - words[0][2] - words[1][2]) / 2
        for text, role, high in words[:2]:
            box = Rect(area.x + side + 16, y, area.w - side - 16, high)
            ink = canvas.theme.muted if role == "caption" else canvas.theme.ink
            canvas.text(text, box, role, ink)
            y += high
        text, role, high = words[2]
        canvas.text(text, Rect(area.x, area.y + head + 12, area.w, high), role)

    def _paint_head(self, canvas: Canvas, area: Rect) -> None:
        """Write the title of the scores, the figures, and what is left out."""
        fonts, theme = canvas.fonts, canvas.theme
        line = fonts.leading("heading")
        canvas.text(TITLE, area._replace(h=line), "heading", lines=1)
        beside = self._beside(area.w)
        x = area.right - self._figures_width() + 20 if beside else area.x
        y = area.y + (0.5 if beside else 1.5) * line
        for figure, name in self._facts():
            x = canvas.label(figure, x, y, "heading", theme.primary.text).right + 6
            x = canvas.label(name, x, y, "label", theme.muted).right + 20
        note = self._aside_note()
        if note:
            canvas.text(note, area._replace(y=y + line / 2), "small", theme.muted)

    # Answering.

    def act(self, action: Action) -> None:
        """Go where a button leads."""
        if action.name == "board":
            self.flow.board(None)
        elif action.name == "players":
            self.flow.players()
        elif action.name == "play" and self.advice:
            self.flow.brief(self.advice.level)
        elif action.name == "play":
            self.flow.choose_level()
        elif action.name == "back":
            self.back()


def _dot(one: Played) -> Dot:
    """A run on the chart, what is said about it, and its date."""
    scenario = one.level.scenario
    ended = next((o.title for o in scenario.outcomes if o.id == one.entry.outcome), "")
    when = day(one.entry.run.ended)
    said = " · ".join(part for part in (when, scenario.title, str(one.score), ended) if part)
    return Dot(one.score, one.level.game.digest, said, when.rpartition(" ")[0])


def day(time: str) -> str:
    """The day of a time as run files write it, in words; empty if it is none."""
    year, _, rest = time[:10].partition("-")
    month, _, number = rest.partition("-")
    if not (year.isdecimal() and month.isdecimal() and number.isdecimal()):
        return ""
    name = MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else month
    return f"{int(number)} {name} {year}"


def _runs(many: int) -> str:
    return "1 run" if many == 1 else f"{many} runs"


def _all_aside(many: int) -> Notice:
    return Notice(
        "chart",
        "The levels have changed",
        f"Your {_runs(many)} cannot be compared with the levels as they are now. Finish a level,"
        " and your progress begins here.",
        "play",
        "Play a level",
    )


def _said(advice: Advice) -> tuple[str, str]:
    """The advice as a heading and a sentence or two."""
    scenario = advice.level.scenario
    title = scenario.title
    if advice.wish is Wish.SKILL:
        return advice.name, (
            f"Lately you kept {percent(advice.kept)} of what was at stake here, less than"
            f" anywhere else. In “{title}” it cost you most."
        )
    if advice.wish is Wish.FRESH:
        trains = f" It trains {scenario.level.trains[0]}." if scenario.level.trains else ""
        return title, f"You have not finished this level yet.{trains}"
    if advice.wish is Wish.STARS:
        least = next(one for one in STARS if advice.best < one)
        return title, (
            f"Your best here is {advice.best}, your lowest of all levels. {least} earns the next"
            " star."
        )
    return title, (
        "You have three stars on every level. This one you have left alone the longest; the buyer"
        " may well be another one today."
    )


def gallery_screens() -> list[Shot]:
    """After many runs and after a few, for somebody without any, for a guest, and at work."""

    def few(flow: Flow) -> Screen:
        flow.session.player = next(
            one for one in flow.session.store.players() if one.handle == "Tobias"
        )
        return ProgressScreen(flow)

    def none(flow: Flow) -> Screen:
        flow.session.player = flow.session.store.add_player("Noor", "East")
        return ProgressScreen(flow)

    def guest(flow: Flow) -> Screen:
        flow.session.player = None
        return ProgressScreen(flow)

    return [
        ("progress", ProgressScreen),
        ("progress-few", few),
        ("progress-none", none),
        ("progress-guest", guest),
        ("progress-working", Working),
    ]


class Working(ProgressScreen):
    """The screen while runs are being scored, as the gallery shows it."""

    def enter(self) -> None:
        """Stop half way."""
        self._say(WORKING)
        self.widgets = [*self.header.widgets, self.bar, self.way]
        self._move(0.6)
