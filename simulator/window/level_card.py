"""A card that stands for a level: the person in their place, and how far one has come."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.game.debrief import stars_of
from simulator.scenario.model import Scenario
from simulator.window.art.places import front_svg, person_box, place_svg
from simulator.window.canvas import Canvas
from simulator.window.faces import draw_bust, prospect_portrait
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, cut_top
from simulator.window.theme import BUTTON_RADIUS, CARD_RADIUS
from simulator.window.widgets import Widget

SIDE = 20.0
FRAME = 10.0
SCENE = 168.0


@dataclass(frozen=True, slots=True)
class Reached:
    """What a player has to show for a level: best score (None before the first), plays, a save."""

    best: int | None = None
    runs: int = 0
    stage_name: str = ""


def draw_scene(
    canvas: Canvas, scenario: Scenario, rect: Rect, expression: str = "interested",
    *, radius: float = 14.0,
) -> None:  # fmt: skip
    """Draw the prospect in their place."""
    dark = canvas.theme.name != "light"
    place = scenario.prospect.place
    key = ("scene", place, dark)
    canvas.picture((*key, "back"), lambda w, h: place_svg(place, w, h, dark=dark), rect,
                   radius=radius)  # fmt: skip
    x, y, w, h = person_box(round(rect.w), round(rect.h))
    with canvas.clip(rect):
        bust = Rect(rect.x + x, rect.y + y, w, h)
        draw_bust(canvas, prospect_portrait(scenario), bust, expression)
    canvas.picture((*key, "front"), lambda w, h: front_svg(place, w, h, dark=dark), rect,
                   radius=radius)  # fmt: skip


def draw_stars(canvas: Canvas, x: float, y: float, size: float, earned: int) -> float:
    """Draw three stars from ``x`` on with their middle at ``y``; return where they end."""
    theme = canvas.theme
    for at in range(3):
        full = at < earned
        color = theme.value.fill if full else theme.edge
        canvas.icon("star-full" if full else "star", x + size / 2, y, size, color)
        x += size + 4
    return x - 4


class LevelCard(Widget):
    """A level to choose; the whole card is the button."""

    def __init__(self, name: str, scenario: Scenario, reached: Reached, number: int) -> None:
        super().__init__(name, number=number if number <= 9 else 0)
        self.scenario = scenario
        self.reached = reached
        level = scenario.level
        self.caption = f"Level {number} · {level.difficulty} · about {level.minutes} minutes"
        self.who = f"{scenario.prospect.name}, {scenario.prospect.company}"
        self.trains = "Trains: " + ", ".join(level.trains) if level.trains else ""
        self.call = f"Continue: {reached.stage_name}" if reached.stage_name else "Play"
        played = f"Best {reached.best}" if reached.best is not None else "Not played yet"
        self.score = played
        self.picture = SCENE

    def _texts(self) -> list[tuple[str, str]]:
        texts = [
            (self.caption, "caption"),
            (self.scenario.title, "title"),
            (self.who, "label"),
            (self.scenario.summary, "body"),
            (self.trains, "small"),
        ]
        return [(text, role) for text, role in texts if text]

    def _foot(self, fonts: Fonts, room: float) -> float:
        """The height of the last line: stars and score, and beside or below them the call."""
        line = fonts.leading("button") + 18
        return line if self._fits(fonts, room) else 2 * line + 8

    def _fits(self, fonts: Fonts, room: float) -> bool:
        return self._stars_width(fonts) + self._call_width(fonts) + 16 <= room

    def _stars_width(self, fonts: Fonts) -> float:
        return 3 * (20 * fonts.text_scale + 4) + 8 + fonts.width(self.score, "label")

    def _call_width(self, fonts: Fonts) -> float:
        return fonts.width(self.call, "button") + 58 * max(1.0, fonts.text_scale)

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height with a low picture; set ``picture`` to give it more."""
        room = width - 2 * SIDE
        words = sum(fonts.height(text, role, room) + 6 for text, role in self._texts())
        return FRAME + SCENE + 14 + words + 10 + self._foot(fonts, room) + SIDE

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        canvas.note_widget(self.rect, self.name)
        theme, rect = canvas.theme, self.rect
        lively = self.hovered or self.pressed
        canvas.panel(
            rect,
            theme.hover if lively else theme.card,
            radius=CARD_RADIUS,
            border=theme.primary.fill if lively else theme.line,
            width=2.0 if lively else theme.border,
            shadow=theme.shadow,
        )
        scene, rest = cut_top(rect.inset(FRAME), self.picture, 14)
        draw_scene(canvas, self.scenario, scene)
        canvas.next_layer()
        self._draw_words(canvas, rest.inset(SIDE - FRAME, 0))
        self.draw_ring(canvas, CARD_RADIUS)

    def _draw_words(self, canvas: Canvas, area: Rect) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        y = area.y
        for text, role in self._texts():
            high = fonts.height(text, role, area.w)
            color = theme.muted if role in ("caption", "small", "label") else theme.ink
            canvas.text(text, Rect(area.x, y, area.w, high), role, color)
            y += high + 6
        self._draw_foot(canvas, area, area.bottom - SIDE + FRAME - self._foot(fonts, area.w))

    def _draw_foot(self, canvas: Canvas, area: Rect, y: float) -> None:
        theme, fonts = canvas.theme, canvas.fonts
        line = fonts.leading("button") + 18
        earned = stars_of(self.reached.best) if self.reached.best is not None else 0
        end = draw_stars(canvas, area.x, y + line / 2, 20 * fonts.text_scale, earned)
        canvas.label(self.score, end + 8, y + line / 2)
        wide = self._call_width(fonts)
        if self._fits(fonts, area.w):
            call = Rect(area.right - wide, y, wide, line)
        else:
            call = Rect(area.x, y + line + 8, min(wide, area.w), line)
        lively = self.hovered or self.pressed
        fill, ink = (theme.primary.fill, theme.on_primary)
        canvas.panel(call, theme.press if lively else fill, radius=BUTTON_RADIUS)
        icon = 18 * fonts.text_scale
        canvas.icon("play", call.x + 16 + icon / 2, call.middle[1], icon, ink)
        words = Rect(call.x + 22 + icon, call.y, call.w - 38 - icon, call.h)
        canvas.text(self.call, words, "button", ink, valign="middle", lines=1)
