"""What the seven stage screens share: the header, making a choice, and what happens then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from simulator.game.play import Prompt, Told
from simulator.game.review_words import feels
from simulator.scenario.words import ALONE, Face
from simulator.window.canvas import Canvas
from simulator.window.faces import prospect_portrait
from simulator.window.focus import reachable
from simulator.window.layout import Rect
from simulator.window.screen import Screen
from simulator.window.stage.ahead import Ahead, Chore, rehearse
from simulator.window.stage.header import Header
from simulator.window.stage.meters import MeterCard
from simulator.window.stage.notes import NotesCard
from simulator.window.stage.result import Result
from simulator.window.stage.scene import Scene, Sight
from simulator.window.stage.speech import Words
from simulator.window.stage.transcript import is_narrated
from simulator.window.widgets import Action, Button, ScrollArea, Widget
from simulator.window.widgets.base import family

if TYPE_CHECKING:
    from simulator.window.flow import Flow


class StageScreen(Screen):
    """One decision, or several picks of one decision, shown until the next decision comes.

    After a choice the answer shows at once on the same screen. If the next decision begins with
    words of its own, the screen waits (:attr:`waiting`) for "Continue", so that no answer is
    missed; otherwise it goes on without a click.

    Subclasses make their widgets in :meth:`build`, which is called again after every pick.
    """

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self.flow = flow
        self.play = flow.play
        self.prompt: Prompt = self.play.prompt()
        last = self.play.told[-1] if self.play.told else None
        self.told: Told | None = last if last and last.stage == self.prompt.stage else None
        self.waiting = False
        self.picked = False
        self.portrait = prospect_portrait(self.play.scenario)
        self.continue_button = Button("continue", "Continue", kind="primary", icon="arrow-right")
        self.page = Rect()
        self._scrolls: dict[str, ScrollArea] = {}
        self._scene: Scene | None = None
        self._alive = False
        self._ahead = Ahead(self)
        self._wanted: tuple[str, bool] | None = None
        self._rebuild()

    # For subclasses.

    def build(self) -> Sequence[Widget]:
        """Make the widgets of the page, in the order of focus."""
        raise NotImplementedError

    def arrange(self, page: Rect) -> None:
        """Place the widgets on the page below the header."""
        raise NotImplementedError

    def paint(self, canvas: Canvas) -> None:
        """Draw what is no widget, below the header."""

    # Parts.

    def scroll(self, name: str, paint: Callable[[Canvas, Rect], None] | None = None) -> ScrollArea:
        """The scroll area of that name, which keeps its place when the screen is built anew."""
        area = self._scrolls.setdefault(name, ScrollArea(name, paint))
        area.paint = paint
        return area

    def scene(self, sight: Sight) -> Scene:
        """The scene, which stays the same widget while the screen is shown."""
        if self._scene is None:
            self._scene = Scene(sight)
        self._scene.show(sight)
        return self._scene

    @property
    def how(self) -> str:
        """What stands above the meters."""
        return feels(self.play)

    def meter_card(self, across: int = 1) -> MeterCard:
        """The meters with what the last choice of this stage changed; side by side untitled."""
        changes = self.told.changes if self.told else {}
        title = self.how if across == 1 else ""
        return MeterCard(self.play.meters(), changes, title=title, across=across)

    def notes_card(self) -> NotesCard:
        """The notebook with what the last choice of this stage taught."""
        fresh = [fact.id for fact in self.told.learned] if self.told else []
        return NotesCard(self.play.notebook(), fresh)

    def result(self, *, says: bool = False) -> Result:
        """What came of the choice, while the screen waits; ``says`` repeats what was chosen."""
        assert self.told is not None, "only a choice has a result"
        names = {meter.id: meter.name for meter in self.play.meters()}
        was = self.prompt.face if self.prompt.stage not in ALONE else None
        return Result(self.told, names, was=was, says=says)

    @property
    def face(self) -> Face:
        """How the prospect looks now."""
        return self.told.face if self.told and self.answered else self.prompt.face

    @property
    def answered(self) -> bool:
        """Whether the prospect's last answer is to be shown rather than the decision's opening."""
        if self.told is None or not (self.told.reply or self.told.learned):
            return False
        opening = self.prompt.prospect or self.prompt.scene
        return self.waiting or self.picked or not opening

    @property
    def is_narrated(self) -> bool:
        """Whether what a choice leads to is told rather than said by the prospect."""
        return is_narrated(self.prompt.stage, self.prompt.decision)

    def words(self) -> Words:
        """What is said and told just now."""
        prospect, prompt = self.play.scenario.prospect, self.prompt
        if self.answered:
            assert self.told is not None
            told = self.told
            noted = () if self.waiting else tuple(fact.note for fact in told.learned)
            if self.is_narrated:
                return Words(told=told.reply, noted=noted)
            return Words(prospect.name, prospect.role, told.reply, noted=noted)
        return Words(prospect.name, prospect.role, prompt.prospect, self.opening)

    @property
    def opening(self) -> str:
        """What is told before the choice; a stage without such words has its introduction."""
        prompt = self.prompt
        stage = self.play.scenario.stage(prompt.stage)
        opens = prompt.decision is stage.decisions[0]
        silent = not (prompt.scene or prompt.prospect)
        if opens and (prompt.stage == "prospecting" or silent):
            return f"{self.play.fill(stage.intro)}\n{prompt.scene}".strip()
        return prompt.scene

    def sight(self) -> Sight:
        """What a scene with the prospect shows just now."""
        told = self.told if self.answered else None
        return Sight(
            self.prompt.place,
            self.portrait,
            self.face,
            self.words(),
            mine=told.said if told and not self.waiting else "",
        )

    @property
    def left(self) -> int:
        """What is left of the budget, also after the choice that ended the decision."""
        if not self.waiting or not self.told:
            return self.prompt.left
        chosen = self.play.run.choices[-1]
        spent = next((view.cost for view in self.prompt.choices if view.id == chosen), 0)
        return max(0, self.prompt.left - spent)

    @property
    def found(self) -> dict[str, Told]:
        """What earlier picks at this decision led to, by the id of the choice."""
        answers = {}
        for step, told, choice in zip(
            self.play.steps, self.play.told, self.play.run.choices, strict=True
        ):
            if self.play.game.nodes[step.state.node].id == self.prompt.node:
                answers[choice] = told
        return answers

    # The course of things.

    def choose(self, choice: str) -> None:
        """Make a choice and show what it leads to."""
        if self.waiting:
            return
        told = self.flow.choose(choice)
        self.told, self.picked = told, True
        upcoming = None if self.play.is_over else self.play.prompt()
        stays = upcoming is not None and upcoming.decision is self.prompt.decision
        opening = upcoming is None or told.stage_over or upcoming.prospect or upcoming.scene
        if stays and upcoming is not None:
            self.prompt = upcoming
            self.refresh()
        elif opening and (told.reply or told.learned or told.changes):
            self.waiting = True
            self.refresh()
        else:
            self.flow.next(told)

    def refresh(self, to: str = "") -> None:
        """Show the present state; the focus stays where it was, or goes to the widget named."""
        name = self.focus.name if self.focus else ""
        ring = bool(self.focus and self.focus.ring)
        if self.waiting:
            to = self.continue_button.name
        self.focus = None
        self._wanted = (to or name, ring)
        self._rebuild()
        self.invalidate()
        self.moved()

    def _refocus(self) -> None:
        """Give the focus to what should have it, now that everything has its place."""
        if self._wanted is None:
            return
        (name, ring), self._wanted = self._wanted, None
        open_now = reachable(self.widgets)
        target = next((widget for widget in open_now if widget.name == name), None)
        if target is None and ring:
            target = self.onward
        if target:
            self.app.focus(target, ring=ring)

    @property
    def onward(self) -> Widget | None:
        """What takes the focus when the widget that had it is gone."""
        return None

    def moved(self) -> None:
        """Start what moves after a choice or when the screen is first shown."""
        if self._scene and not self._alive:
            self._alive = True
            self._scene.live(self.app)
        for widget in self.widgets:
            if isinstance(widget, MeterCard):
                widget.run(self.app)

    def _rebuild(self) -> None:
        scenario = self.play.scenario
        self.header = Header(
            f"Level {scenario.level.order} · {scenario.prospect.company}",
            scenario.title,
            self.prompt.stage,
            len(self.play.notebook()),
        )
        self._all = [*self.build(), *self.header.widgets]
        self._hidden: set[int] = set()
        self.widgets = self._all

    def show(self, widget: Widget, shows: bool) -> None:
        """Show or hide a widget; to be called while the page is arranged."""
        self._hidden = self._hidden - {id(widget)} if shows else self._hidden | {id(widget)}
        self.widgets = [each for each in self._all if id(each) not in self._hidden]

    def enter(self) -> None:
        """Let the person live and the meters move."""
        self.moved()

    def chores(self) -> Iterator[Chore]:
        """What to do while the person reads: draw what may come next."""
        if self.waiting and self.told:
            yield from rehearse(self.app, self._following)
        else:
            scene = self._scene or Scene(self.sight())
            here = [scene.rect] if self._scene else []
            yield from scene.chores([*here, *self.later()])

    def _following(self) -> Screen:
        """The screen that comes after the answer was read."""
        from simulator.window.screens.recap import RecapScreen
        from simulator.window.screens.stages import stage_screen

        assert self.told is not None, "only an answer is followed by something"
        over = self.told.stage_over
        return RecapScreen(self.flow, over) if over else stage_screen(self.flow)

    def later(self) -> list[Rect]:
        """Where else the scene may soon be drawn."""
        return []

    def layout(self, size: Rect) -> None:
        """Place the header, then the page."""
        self.page = self.header.layout(self.fonts, size)
        self.arrange(self.page)
        self._refocus()
        if self.waiting:
            # A digit would take the focus from "Continue" to a choice that is past.
            for widget in family(self._all):
                widget.number = 0
        self._ahead.plan(self.chores())

    def draw(self, canvas: Canvas) -> None:
        """Draw the header, then the page."""
        self.header.draw(canvas)
        self.paint(canvas)

    def act(self, action: Action) -> None:
        """Answer a widget."""
        doors = {
            "pause": self.flow.pause,
            "briefing": self.flow.briefing_again,
            "notebook": self.flow.notebook,
            "notes": self.flow.notebook,
        }
        if action.name in doors:
            doors[action.name]()
        elif action.name == "onward" and self.onward:
            self.app.focus(self.onward, ring=True)
        elif action.name == "continue" and self.told:
            self.flow.next(self.told)
        elif action.name == "choose":
            self.choose(str(action.value))

    def back(self) -> None:
        """Pause."""
        self.flow.pause()
