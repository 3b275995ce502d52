"""The window of the author: the play, and beside it the panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

import pygame

from simulator.problems import Problem
from simulator.scenario.show import in_order
from simulator.store.store import Store
from simulator.window.canvas import Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.focus import in_order as next_focus
from simulator.window.focus import reachable
from simulator.window.layout import Rect, cut_right
from simulator.window.preview.advising import Advising
from simulator.window.preview.blank import Blank
from simulator.window.preview.deeds import Deeds
from simulator.window.preview.flow import PreviewFlow
from simulator.window.preview.hole import Hole, Inset, is_tab
from simulator.window.preview.pages import jump_page, now_page, problem_page, status_of
from simulator.window.preview.panel import JUMP, NOW, PROBLEMS, Panel
from simulator.window.preview.proof import Proof
from simulator.window.preview.version import Version
from simulator.window.screen import Screen
from simulator.window.widgets import Action, Widget
from simulator.window.work import do_nothing

FRESH: Final = 2.5
"""Seconds for which a save is said to be new."""
LARGE: Final = 1.7
"""From this size of text on the panel begins out of the way: beside it the text of the play would
be no larger than that of people who asked for none larger."""
KEYS: Final = {
    pygame.K_F2: "edit",
    pygame.K_F3: "jump",
    pygame.K_F4: "reveal",
    pygame.K_F5: "restart",
    pygame.K_F6: "next-buyer",
    pygame.K_F7: "record",
    pygame.K_F8: "back",
    pygame.K_F9: "panel",
}


class PreviewScreen(Screen):
    """Shows a scenario file as a play, each save of it at once, and lays open what it hides.

    Args:
        path: the file.
        version: what stands in it at the beginning.
        store: a store of its own, in which nothing is ever written.
    """

    def __init__(self, path: Path, version: Version, store: Store) -> None:
        super().__init__()
        self.path = path
        self.version = version
        self.reveals = True
        self.problems: Sequence[Problem] = version.problems
        self.panel = Panel(path.name)
        self._store = store
        self._arrived: SimpleQueue[Version] = SimpleQueue()
        self._page_before = NOW
        self._opened_itself = False
        self._moved = True
        self._over_play = False
        self._fresh = False
        self._shown: tuple[object, ...] = ()
        self._unfresh: Callable[[], None] = do_nothing

    # Beginning and ending.

    def enter(self) -> None:
        """Begin the play."""
        self.panel.open = self.app.text_scale < LARGE
        self.inset = Inset(self.app, self._crashed)
        self.flow = PreviewFlow(self.inset, self._store, self._note)
        self.flow.on_close = self.app.quit
        self.proof = Proof(self.app, self._proved)
        self.advising = Advising(self.app, self.path, self._advise)
        self.hole = Hole("play", self.inset, self.app)
        self.deeds = Deeds(self.path, self.app, self.flow)
        self.inset.push(Blank())
        self._take(self.version)
        self.app.focus(self.hole, ring=False)

    def _crashed(self, error: Exception) -> Screen:
        return self.flow.crashed(error)

    def leave(self) -> None:
        """Stop what goes on behind."""
        self.proof.stop()
        self.advising.stop()
        self.deeds.call_off()

    def deliver(self, version: Version) -> None:
        """Hand over another version of the file; may be called from any thread."""
        self._arrived.put(version)

    def awaits(self, now: float) -> bool:
        """Whether a version has arrived, the panel is old, or the play has something to do."""
        return self._moved or not self._arrived.empty() or self.inset.awaits(now)

    def advance(self) -> None:
        """Take what has arrived, and let the play go on."""
        version = None
        try:
            while True:
                version = self._arrived.get_nowait()
        except Empty:
            pass
        if version is not None:
            self._take(version)
        self.hole.advance()
        if self._moved:
            self.refresh()

    def _note(self) -> None:
        """Remember that the panel must be written anew."""
        self._moved = True

    # Versions of the file.

    @property
    def is_broken(self) -> bool:
        """Whether what was last saved cannot be played."""
        return self.version.level is None

    def _take(self, version: Version) -> None:
        """Go on with what was saved; what cannot be played changes nothing but the panel."""
        was_broken = self.is_broken and version is not self.version
        self.version, self.problems = version, version.problems
        self._unfresh()
        self.advising.stop()
        if version.level is None:
            self._show_broken()
        else:
            self._play(version)
            if was_broken:
                self._show_mended()
        self._fresh = True
        self._unfresh = self.app.after(FRESH, self._age)
        self._note()

    def _age(self) -> None:
        self._fresh = False
        self._note()

    def _play(self, version: Version) -> None:
        draft = version.level
        assert draft is not None, "only what can be played is played"
        stopped: list[str] = []
        self.deeds.call_off()
        self.inset.attempt(lambda: stopped.append(self.flow.take(draft)))
        if stopped and stopped[0]:
            self.inset.toast(stopped[0], "fair")
        self.proof.begin(draft)
        self.advising.begin(version)

    def _advise(self, found: Sequence[Problem]) -> None:
        self.problems = found
        self._note()

    def _show_broken(self) -> None:
        """Bring the problems beside the play."""
        if self.panel.tabs.chosen != PROBLEMS:
            self._page_before = self.panel.tabs.chosen
        self._opened_itself = self._opened_itself or not self.panel.open
        self.panel.open = True
        self.panel.tabs.chosen = PROBLEMS

    def _show_mended(self) -> None:
        """Put the panel back as it was before the problems came."""
        self.panel.tabs.chosen = self._page_before
        if self._opened_itself:
            self.panel.open = self._opened_itself = False

    def _proved(self) -> None:
        if self.flow.is_playing:
            self.inset.attempt(self.flow.solved)
        self._note()

    # The panel.

    def refresh(self) -> None:
        """Write the panel anew, keeping the focus where it is."""
        self._moved = False
        panel, focus = self.panel, self.focus
        counts = len(self.problems)
        panel.tabs.labels = ("Now", "Steps", f"Problems {counts}" if counts else "Problems")
        panel.status = status_of(
            self.version, self.problems,
            plays=self.flow.is_playing, looking=self.deeds.looking, fresh=self._fresh,
        )  # fmt: skip
        about = self._about()
        panel.wanted = self._wanted()
        panel.show(self._rows(panel.tabs.chosen), anew=about != self._shown)
        self._shown = about
        for tool in panel.tools:
            tool.enabled = self.flow.is_playing or tool.name in ("edit", "panel", "reveal")
        panel.tool("reveal").on = self.reveals
        self.widgets = [self.hole, *panel.widgets]
        if focus is not None and focus is not self.hole:
            self._keep_focus(focus)
        self.invalidate()

    def _keep_focus(self, focus: Widget) -> None:
        known = [*self.panel.widgets, *self.panel.rows] if self.panel.open else self.panel.widgets
        same = next((one for one in known if one.name == focus.name and one.focusable), self.hole)
        if self.app.top is self:
            self.app.focus(same, ring=focus.ring)
        else:
            # A dialog has the focus now; this one is for when it has gone.
            self.focus, same.focused, same.ring = same, True, focus.ring

    def _about(self) -> tuple[object, ...]:
        """What the panel is about: when that changes, it begins at its top again."""
        steps = len(self.flow.play.steps) if self.flow.is_playing else -1
        looks_back = self.flow.is_playing and self.flow.stand.looks_back
        return self.panel.tabs.chosen, steps, looks_back, self.is_broken

    def _wanted(self) -> list[str]:
        """The rows to be brought into view: the decision on the screen, the choice just made."""
        if not self.flow.is_playing:
            return []
        play = self.flow.as_shown()
        made = [f"secret:{self.flow.play.run.choices[-1]}"] if self.flow.stand.looks_back else []
        return [f"jump-to:{play.state.node}", *made]

    def _rows(self, page: int) -> Sequence[Widget]:
        playing = self.flow.is_playing
        if page == PROBLEMS or not playing:
            return problem_page(self.problems, broken=self.is_broken)
        if page == JUMP:
            return jump_page(self.flow)
        return now_page(self.flow, reveals=self.reveals, solving=self.proof.said)

    def layout(self, size: Rect) -> None:
        """Place the panel at the right and the play in all that is left."""
        panel, play = cut_right(size, self.panel.width(self.fonts, size.w))
        self.hole.place(play)
        self.panel.layout(self.fonts, panel)

    def draw(self, canvas: Canvas) -> None:
        """Draw the ground of the panel."""
        self.panel.draw(canvas)

    # Keys and buttons.

    def handle(self, event: Event) -> bool:
        """Keep the author's own keys, and bring the play what is meant for it."""
        if event.kind is Kind.MOVE:
            over = self.hole.rect.holds(event.x, event.y)
            if self._over_play and not over:
                self.hole.leave()
            self._over_play = over
        if event.kind is not Kind.KEY:
            return False
        name = KEYS.get(event.key) or ("back" if event.ctrl and event.key == pygame.K_z else "")
        if name:
            self.act(Action(name))
            return True
        if is_tab(event):
            return self._tab(event)
        if event.intent is Intent.BACK and self.focus is not self.hole:
            self.app.focus(self.hole, ring=False)
            return True
        if event.intent is Intent.PICK or self.focus in (None, self.hole):
            self.hole.handle(event)
            return True
        return False

    def _tab(self, event: Event) -> bool:
        """Lead the focus through the play, then through the panel, and round."""
        step = 1 if event.intent is Intent.NEXT else -1
        if self.focus in (None, self.hole):
            if not self.inset.at_edge(event.intent):
                self.hole.handle(event)
                return True
            self.inset.focus(None)
            self.app.focus(self.hole, ring=False)
            return False
        if next_focus(reachable(self.widgets), self.focus, step) is self.hole:
            self.app.focus(self.hole, ring=False)
            self.hole.handle(event)
            return True
        return False

    def back(self) -> None:
        """Leave Esc to the play."""

    def act(self, action: Action) -> None:
        """Answer a tool, a page, or a row."""
        if self.focus and self.focus is not self.hole and not self.focus.ring:
            # Whoever uses the mouse here means the next key for the play.
            self.app.focus(self.hole, ring=False)
        own: dict[str, Callable[[], None]] = {
            "jump": self._show_jumps,
            "reveal": self._toggle_reveal,
            "panel": self._toggle_panel,
            "edit": lambda: self.deeds.edit(None),
        }
        if action.name in own:
            own[action.name]()
        elif action.name == "problem":
            self.deeds.edit(in_order(self.problems)[int(str(action.value))].place)
        elif self.flow.is_playing:
            self.deeds.do(action)
        self._note()

    def _show_jumps(self) -> None:
        self.panel.open = True
        self.panel.tabs.chosen = JUMP
        self.refresh()
        rows = [row for row in self.panel.rows if row.focusable]
        here = next((row for row in rows if getattr(row, "chosen", False)), None)
        if rows:
            self.app.focus(here or rows[0], ring=True)

    def _toggle_reveal(self) -> None:
        self.reveals = not self.reveals
        self.panel.tabs.chosen = NOW

    def _toggle_panel(self) -> None:
        self.panel.open = not self.panel.open
        self._opened_itself = False
        if not self.panel.open:
            self.app.focus(self.hole, ring=False)
