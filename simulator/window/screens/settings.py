"""How everything looks: colors, size of text, motion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.window.canvas import Canvas
from simulator.window.header import Header
from simulator.window.layout import Rect
from simulator.window.screen import Screen
from simulator.window.settings import (
    TEXT_LEAST,
    TEXT_MOST,
    TEXT_STEP,
    Settings,
    keep_settings,
)
from simulator.window.theme import GAP, PAD, THEMES
from simulator.window.widgets import Action, Button, ScrollArea, Slider, Tabs, Toggle, Widget

if TYPE_CHECKING:
    from simulator.window.gallery import Shot

NAMES: Final = {"light": "Light", "dark": "Dark", "contrast": "High contrast"}
WIDTH = 640.0
INSIDE = 28.0
SAMPLE = "“We tried that two years ago. What makes you think it would work now?”"
KEYS = (
    "Everything works by keyboard: Tab and arrows move, Enter chooses, digits pick an answer,"
    " Esc goes back, F11 fills the screen."
)


class SettingsScreen(Screen):
    """Each setting takes effect at once and is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.header = Header("Pitchcraft", "Settings", "Back")
        self.themes = Tabs("theme", list(NAMES.values()))
        self.text = Slider(
            "text", "Size of text", 100, TEXT_LEAST, TEXT_MOST, step=TEXT_STEP, show=_percent
        )
        self.motion = Toggle("motion", "Keep still", note="Nothing moves, fades or blinks.")
        self.screen_button = Button("screen", "Full screen or window (F11)")
        self.body = ScrollArea("settings", self._paint)
        self.fields: list[Widget] = [self.themes, self.text, self.motion, self.screen_button]
        self.card = self.sample = self.keys = Rect()
        self.widgets = [*self.header.widgets, self.body]

    def enter(self) -> None:
        """Show what is set now."""
        self.themes.chosen = list(NAMES).index(self.app.theme.name)
        self.text.value = round(self.app.text_scale * 100)
        self.motion.on = self.app.reduced_motion
        self.app.focus(self.themes, ring=True)

    def layout(self, size: Rect) -> None:
        """Set the fields below one another in one card, and a sample of text below them."""
        fonts = self.fonts
        page = self.header.place(fonts, size).inset(PAD, GAP)
        wide = min(WIDTH * max(1.0, fonts.text_scale * 0.85), page.w)
        room = wide - 2 * INSIDE
        x, y = page.x + (page.w - room) / 2, page.y + INSIDE
        top = y + fonts.leading("label") + 8
        for field in self.fields:
            across = (
                min(room, self.screen_button.width(fonts)) if field is self.fields[-1] else room
            )
            field.place(Rect(x, top, across, field.height(fonts, across)))
            top = field.rect.bottom + 18
        high = fonts.height(SAMPLE, "lead", room - 40) + 32
        self.sample = Rect(x, top, room, high)
        self.keys = Rect(x, self.sample.bottom + 16, room, fonts.height(KEYS, "small", room))
        content = self.keys.bottom - y
        self.card = Rect(x - INSIDE, page.y, wide, min(page.h, content + 2 * INSIDE))
        self.body.place(Rect(x, y, room + 18, self.card.h - 2 * INSIDE))
        self.body.fill(content, self.fields)

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and the card."""
        self.header.draw(canvas)
        canvas.card(self.card)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        theme, shift = canvas.theme, area.y - self.body.rect.y
        head = Rect(area.x, area.y, area.w, canvas.fonts.leading("label"))
        canvas.text("Colours", head, "label")
        box = self.sample.moved(0, shift)
        canvas.panel(box, theme.well, radius=16)
        canvas.text(SAMPLE, box.inset(20, 16), "lead")
        canvas.text(KEYS, self.keys.moved(0, shift), "small", theme.muted)

    def act(self, action: Action) -> None:
        """Take up a setting and keep it."""
        if action.name == "back":
            self.back()
        elif action.name == "screen":
            self.app.toggle_full_screen()
        elif action.final:
            self._take()

    def _take(self) -> None:
        theme = list(NAMES)[self.themes.chosen]
        settings = Settings(theme, self.text.value, self.motion.on)
        keep_settings(settings)
        self.app.restyle(
            theme=THEMES[theme],
            text_scale=settings.text_scale,
            reduced_motion=settings.reduced_motion,
        )


def _percent(value: int) -> str:
    return f"{value} %"


def gallery_screens() -> list[Shot]:
    """The settings."""
    return [("settings", lambda _: SettingsScreen())]
