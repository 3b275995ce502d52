"""The notebook: all that is known, and all that was said; to be looked at at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.scenario.words import STAGES
from simulator.window.canvas import Canvas
from simulator.window.header import Header
from simulator.window.layout import Rect, center, cut_top
from simulator.window.screen import Screen
from simulator.window.stage.chat import Chat
from simulator.window.stage.pages import NotePages
from simulator.window.stage.transcript import Said, opening_of, transcript
from simulator.window.theme import GAP, PAD
from simulator.window.widgets import Action, Tabs
from simulator.window.widgets.scroll import GUTTER

if TYPE_CHECKING:
    from simulator.window.flow import Flow
    from simulator.window.gallery import Shot

WIDEST = 720.0
"""At text scale 1: about 70 characters on a line."""


class NotebookScreen(Screen):
    """Two pages: the facts by the stage that taught them, and the talk from its beginning."""

    def __init__(self, flow: Flow, page: int = 0) -> None:
        super().__init__()
        self.flow = flow
        play = flow.play
        facts = play.notebook()
        taught = {fact.id: told.stage for told in play.told for fact in told.learned}
        groups = [
            (STAGES[key], [fact.note for fact in facts if taught.get(fact.id) == key])
            for key in STAGES
        ]
        self.header = Header(play.scenario.prospect.company, "Notebook", "Continue")
        many = "1 note" if len(facts) == 1 else f"{len(facts)} notes"
        self.tabs = Tabs("tabs", [f"What you know: {many}", "Conversation"], page)
        self.pages = NotePages([(name, notes) for name, notes in groups if notes])
        said = self._said(flow)
        self.chat = Chat(said, "said")
        self.box = Rect()

    def _said(self, flow: Flow) -> list[Said]:
        """The talk with the name of each stage above its part."""
        play = flow.play
        said: list[Said] = []
        for key, name in STAGES.items():
            part = transcript(play, key)
            if not play.is_over and play.prompt().stage == key:
                part += opening_of(play, key)
            if part:
                said += [Said("stage", name, "", key), *part]
        return said or [Said("told", "Nothing has been said yet.")]

    def layout(self, size: Rect) -> None:
        """Place the tabs and the chosen page."""
        fonts = self.fonts
        page = self.header.place(fonts, size).inset(PAD, GAP)
        wide = min(page.w, WIDEST * max(1.0, fonts.text_scale))
        page = center(page, wide, page.h)
        high = self.tabs.height(fonts, wide)
        top, self.box = cut_top(page, high, GAP)
        need = min(wide, self.tabs.width(fonts) + 60)
        self.tabs.place(top._replace(w=need))
        inner = self.box.inset(PAD + 4, PAD)
        if self.tabs.chosen == 0:
            self.pages.settle(fonts, inner._replace(w=inner.w + GUTTER))
            self.widgets = [self.tabs, self.pages, *self.header.widgets]
        else:
            self.chat.settle(fonts, inner._replace(w=inner.w + GUTTER))
            self.widgets = [self.tabs, self.chat, *self.header.widgets]

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and the page."""
        self.header.draw(canvas)
        canvas.card(self.box)

    def act(self, action: Action) -> None:
        """Turn the page, or return."""
        if action.name == "tabs":
            self.invalidate()
        else:
            self.app.pop()


def gallery_screens() -> list[Shot]:
    """Nothing known yet, the facts, and the talk."""
    from simulator.window.gallery import at_stage, at_start

    return [
        ("notebook-empty", lambda flow: NotebookScreen(at_start(flow))),
        ("notebook", lambda flow: NotebookScreen(at_stage(flow, "closing", "crm-harbour"))),
        ("notebook-talk", lambda flow: NotebookScreen(at_stage(flow, "closing"), 1)),
    ]
