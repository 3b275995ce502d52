"""How everything looks, moves and sounds, and the way to the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.scenario.words import Face
from simulator.window.art.people import portrait_from
from simulator.window.canvas import Canvas
from simulator.window.header import Header
from simulator.window.layout import Rect, Share, columns
from simulator.window.screen import Screen
from simulator.window.settings import (
    TEXT_LEAST,
    TEXT_MOST,
    TEXT_STEP,
    change_settings,
)
from simulator.window.stage.person import Frame, draw_place
from simulator.window.theme import GAP, PAD
from simulator.window.widgets import Action, Button, ScrollArea, Slider, Tabs, Toggle, Widget
from simulator.window.widgets.scroll import GUTTER

if TYPE_CHECKING:
    from simulator.window.gallery import Shot

NAMES: Final = {"light": "Light", "dark": "Dark", "contrast": "High contrast"}
WIDEST: Final = 1240.0
NARROW: Final = 440.0
"""The least width of a card at text scale 1 beside another."""
INSIDE: Final = 26.0
BETWEEN: Final = 16.0
APART: Final = 52.0
"""The most room between settings, where the window is high."""
TALLEST: Final = 640.0
"""The most height of the cards at text scale 1."""
LOWEST: Final = 150.0
"""The least height of the picture above the sample of text."""
KEYS: Final = "Everything can be done by keyboard alone, by mouse alone, or by game controller."
SOUND_STEP: Final = 10
COLORS: Final = "Theme"
SAMPLE: Final = "“We tried that two years ago. What makes you think it would work now?”"
PLACE: Final = "workshop"
HEARD: Final = "learned"
"""The sound by which somebody hears how loud sounds are."""


class SettingsScreen(Screen):
    """Each setting takes effect at once and is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.header = Header("Pitchcraft", "Settings", "Back")
        self.themes = Tabs("theme", list(NAMES.values()))
        self.text = Slider(
            "text",
            "Text size",
            100,
            TEXT_LEAST,
            TEXT_MOST,
            step=TEXT_STEP,
            show=_percent,
            ends=(_percent(TEXT_LEAST), _percent(TEXT_MOST)),
        )
        self.motion = Toggle("motion", "Reduce motion", note="Nothing moves, fades or blinks.")
        self.screen = Toggle(
            "screen",
            "Full screen",
            note="Hides the title bar and the taskbar.",
        )
        self.sound = Slider(
            "sound", "Sound volume", 0, 0, 100, step=SOUND_STEP, show=_loud,
            ends=(_loud(0), _loud(100)),
        )  # fmt: skip
        self.captions = Toggle(
            "captions",
            "Captions for sounds",
            note="Shows each sound as words. You can play without sound.",
        )
        self.keys_button = Button("keys", "Keyboard shortcuts", icon="keyboard")
        self.body = ScrollArea("settings", self._paint)
        self.looks: list[Widget] = [self.themes, self.text]
        self.rest: list[Widget] = [
            self.motion, self.screen, self.sound, self.captions, self.keys_button,
        ]  # fmt: skip
        self.cards: list[Rect] = []
        self.sample = self.head = self.scene = self.remark = Rect()
        self.widgets = [*self.header.widgets, self.body]

    def enter(self) -> None:
        """Show what is set now."""
        self.themes.chosen = list(NAMES).index(self.app.theme.name)
        self.text.value = round(self.app.text_scale * 100)
        self.motion.on = self.app.reduced_motion
        self.sound.value = self.app.sounds.volume
        self.captions.on = self.app.sounds.captions
        self.app.focus(self.themes, ring=True)

    def layout(self, size: Rect) -> None:
        """Set two cards side by side, or below one another where they would be too narrow."""
        # The key for full screen works here too, so the switch follows the window.
        self.screen.on = self.app.full_screen
        self.screen.touch()
        page = self.header.place(self.fonts, size).inset(PAD, GAP)
        self.body.place(page._replace(w=page.w + GUTTER))
        wide = min(self.body.width, WIDEST * max(1.0, self.fonts.text_scale * 0.8))
        room = Rect(page.x + (self.body.width - wide) / 2, page.y, wide, 0)
        if wide < 2 * NARROW * self.fonts.text_scale + GAP:
            left = self._place_looks(room)
            right = self._place_rest(room._replace(y=left.bottom + GAP))
        else:
            first, second = columns(room, (Share(), Share()), GAP)
            least = max(self._place_looks(first).h, self._place_rest(second).h)
            high = max(least, min(page.h - 4, TALLEST * self.fonts.text_scale))
            down = max(0.0, (page.h - 4 - high) * 0.4)
            left = self._place_looks(first.moved(0, down), high)
            right = self._place_rest(second.moved(0, down), high)
        self.cards = [left, right]
        self.body.fill(right.bottom - page.y + 4, [*self.looks, *self.rest])

    def _place_looks(self, room: Rect, high: float = 0.0) -> Rect:
        """Place what is about looks, with a name above and a sample of text below it.

        A card that is to be ``high`` shows who says the sample, if there is room.
        """
        fonts = self.fonts
        named = fonts.leading("label") + 8
        self.head = Rect(room.x + INSIDE, room.y + INSIDE, room.w - 2 * INSIDE, named - 8)
        card = self._place(self.looks, room, named)
        tall = fonts.height(SAMPLE, "lead", self.head.w - 40) + 32
        top = card.bottom - INSIDE + BETWEEN
        spare = room.y + high - INSIDE - top - tall - 12
        self.scene = Rect()
        if spare >= LOWEST:
            self.scene = Rect(self.head.x, top, self.head.w, spare)
            top = self.scene.bottom + 12
        self.sample = Rect(self.head.x, top, self.head.w, tall)
        return card._replace(h=max(high, self.sample.bottom + INSIDE - card.y))

    def _place_rest(self, room: Rect, high: float = 0.0) -> Rect:
        """Place all else, with a remark about the keys below it."""
        fonts, wide = self.fonts, room.w - 2 * INSIDE
        remark = fonts.height(KEYS, "small", wide) + 10
        least = self._place(self.rest, room).h + remark
        spare = max(0.0, high - least) / (len(self.rest) - 1)
        card = self._place(self.rest, room, between=min(APART, BETWEEN + spare))
        self.remark = Rect(room.x + INSIDE, card.bottom - INSIDE + 10, wide, remark - 10)
        return card._replace(h=max(high, card.h + remark))

    def _place(
        self, fields: list[Widget], room: Rect, above: float = 0.0, between: float = BETWEEN
    ) -> Rect:
        """Place fields below one another and return the card around them."""
        fonts, y = self.fonts, room.y + INSIDE + above
        for field in fields:
            across = room.w - 2 * INSIDE
            if isinstance(field, Button):
                across = min(across, field.width(fonts))
            high = field.height(fonts, across)
            field.place(Rect(room.x + INSIDE, y, across, high))
            y += high + between
        return Rect(room.x, room.y, room.w, y - between + INSIDE - room.y)

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar."""
        self.header.draw(canvas)

    def _paint(self, canvas: Canvas, area: Rect) -> None:
        shift = area.y - self.body.rect.y
        for card in self.cards:
            canvas.card(card.moved(0, shift))
        canvas.text(COLORS, self.head.moved(0, shift), "label")
        box = self.sample.moved(0, shift)
        canvas.panel(box, canvas.theme.well, radius=16)
        canvas.text(SAMPLE, box.inset(20, 16), "lead")
        canvas.text(KEYS, self.remark.moved(0, shift), "small", canvas.theme.muted)
        if self.scene.h:
            scene = self.scene.moved(0, shift)
            draw_place(
                canvas, scene, PLACE, portrait_from(None, PLACE), Face.SCEPTICAL,
                Frame("close" if scene.h > scene.w / 1.35 else "wide", 16),
            )  # fmt: skip

    def act(self, action: Action) -> None:
        """Take up a setting and keep it."""
        if action.name == "back":
            self.back()
        elif action.name == "keys":
            from simulator.window.screens.keys import KeysScreen

            self.app.push(KeysScreen())
        elif action.final:
            change_settings(self.app, **self._change(action.name))
            if action.name in ("sound", "captions"):
                self.app.sounds.play(HEARD)

    def _change(self, name: str) -> dict[str, object]:
        """The setting that a widget stands for, with its present value."""
        changes: dict[str, dict[str, object]] = {
            "theme": {"theme": list(NAMES)[self.themes.chosen]},
            "text": {"text_size": self.text.value},
            "motion": {"keep_still": self.motion.on},
            "screen": {"full_screen": self.screen.on},
            "sound": {"sound": self.sound.value},
            "captions": {"captions": self.captions.on},
        }
        return changes[name]


def _percent(value: int) -> str:
    return f"{value} %"


def _loud(value: int) -> str:
    return f"{value} %" if value else "Off"


def gallery_screens() -> list[Shot]:
    """The settings."""
    return [("settings", lambda _: SettingsScreen())]
