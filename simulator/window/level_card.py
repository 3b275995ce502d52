"""A card that stands for a level: the person in their place, and how far one has come."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.game.debrief import stars_of
from simulator.scenario.model import Level, Scenario
from simulator.scenario.words import Face
from simulator.window.canvas import Canvas
from simulator.window.faces import draw_face, prospect_portrait
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, cut_top
from simulator.window.stage.person import Frame, draw_place

SCENE = 96.0
"""The least height of the picture; with less room a portrait stands beside the name."""
PORTRAIT = 84.0
APART = 6.0
CLOSE = 2.0
"""The room between the words, and the least of it where a card a little too high fits whole."""
GAPS = 6
"""How many such rooms a card has."""
POINT = 24.0
"""The room for the sign before a line."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What a player has to show for a level: best score (None before the first), plays, a save."""

    best: int | None = None
    runs: int = 0
    stage_name: str = ""


def draw_scene(canvas: Canvas, scenario: Scenario, rect: Rect, *, radius: float = 14.0) -> None:
    """Draw the prospect in their place."""
    portrait = prospect_portrait(scenario)
    draw_place(
        canvas, rect, scenario.prospect.place, portrait, Face.INTERESTED, Frame(radius=radius)
    )


def draw_stars(canvas: Canvas, x: float, y: float, size: float, earned: int) -> float:
    """Draw three stars from ``x`` on with their middle at ``y``; return where they end."""
    theme = canvas.theme
    for at in range(3):
        full = at < earned
        color = theme.value.fill if full else theme.edge
        canvas.icon("star-full" if full else "star", x + size / 2, y, size, color)
        x += size + 4
    return x - 4


def level_line(level: Level, number: int) -> str:
    """Say which level it is, how hard and how long; ``number`` is 0 for one on no way."""
    words = f"{level.difficulty} · about {level.minutes} minutes"
    return f"Level {number} · {words}" if number else words.capitalize()


class LevelCard:
    """What there is to say about one level, painted into a card; ``note`` is set off."""

    def __init__(self, scenario: Scenario, reached: Reached, number: int, note: str = "") -> None:
        self.scenario = scenario
        self.reached = reached
        level = scenario.level
        self.caption = level_line(level, number)
        self.who = f"{scenario.prospect.name}, {scenario.prospect.company}"
        self.trains = level.trains
        self.note = note
        self.apart = APART
        plays = "1 run" if reached.runs == 1 else f"{reached.runs} runs"
        best = reached.best
        self.score = "Not played yet" if best is None else f"Best {best} in {plays}"

    def _texts(self) -> list[tuple[str, str]]:
        return [
            (self.caption, "caption"),
            (self.scenario.title, "title"),
            (self.who, "label"),
            (self.scenario.summary, "body"),
        ]

    def _heights(self, fonts: Fonts, width: float, portrait: float) -> list[float]:
        """The heights of the texts, all but the last of them beside a portrait so wide."""
        texts = self._texts()
        beside = width - (portrait + 14 if portrait else 0.0)
        heads = [fonts.height(text, role, beside) for text, role in texts[:-1]]
        heads[-1] += max(0.0, portrait - sum(heads) - self.apart * (len(heads) - 1))
        return [*heads, fonts.height(*texts[-1], width)]

    def _stars(self, fonts: Fonts) -> float:
        return fonts.leading("button") + self.apart

    def _points(self, fonts: Fonts, width: float) -> list[tuple[str, float]]:
        """What the level trains, a line each with its height."""
        room = width - POINT * fonts.text_scale
        return [(words, fonts.height(words, "small", room) + 4) for words in self.trains]

    def _note_height(self, fonts: Fonts, width: float) -> float:
        room = width - 2 * 14 - POINT * fonts.text_scale
        return fonts.height(self.note, "small", room) + 2 * 10 if self.note else 0.0

    def _words(self, fonts: Fonts, width: float, portrait: float = 0.0) -> float:
        words = sum(high + self.apart for high in self._heights(fonts, width, portrait))
        points = sum(high for _, high in self._points(fonts, width))
        head = fonts.leading("caption") + 4 if points else 0.0
        note = self._note_height(fonts, width)
        points += head + self.apart
        return words + self._stars(fonts) + points + (note + 10 if note else 0.0)

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height with a portrait instead of the picture."""
        return self._words(fonts, width, PORTRAIT)

    def fit(self, fonts: Fonts, width: float, high: float) -> None:
        """Set the words closer where they are a little too high for ``high``."""
        self.apart = APART
        over = self.height(fonts, width) - high
        if 0 < over <= GAPS * (APART - CLOSE):
            self.apart -= over / GAPS

    def paint(self, canvas: Canvas, area: Rect) -> None:
        """Paint the picture and the words; the picture takes what is left of the height."""
        fonts, theme = canvas.fonts, canvas.theme
        scene, rest = cut_top(area, area.h - 14 - self._words(fonts, area.w), 14)
        portrait = 0.0 if scene.h >= SCENE else PORTRAIT
        if portrait:
            rest = area
            face = Rect(area.right - portrait, area.y, portrait, portrait)
            draw_face(canvas, prospect_portrait(self.scenario), face, radius=20)
        else:
            draw_scene(canvas, self.scenario, scene)
        canvas.next_layer()
        y = rest.y
        heights = self._heights(fonts, rest.w, portrait)
        for (text, role), high in zip(self._texts(), heights, strict=True):
            if role == "body" and self.note:
                note = Rect(rest.x, y + 2, rest.w, self._note_height(fonts, rest.w))
                self._paint_note(canvas, note)
                y = note.bottom + 8
            color = theme.muted if role in ("caption", "label") else theme.ink
            beside = portrait + 14 if portrait and role != "body" else 0.0
            canvas.text(text, Rect(rest.x, y, rest.w - beside, high), role, color)
            y += high + self.apart
        line = self._stars(fonts)
        earned = stars_of(self.reached.best) if self.reached.best is not None else 0
        end = draw_stars(canvas, rest.x, y + line / 2, 20 * fonts.text_scale, earned)
        canvas.label(self.score, end + 8, y + line / 2)
        self._paint_points(canvas, rest, y + line + self.apart)

    def _paint_points(self, canvas: Canvas, rest: Rect, y: float) -> None:
        """Paint what the level trains."""
        fonts, theme = canvas.fonts, canvas.theme
        points = self._points(fonts, rest.w)
        if points:
            head = Rect(rest.x, y, rest.w, fonts.leading("caption"))
            canvas.text("What it trains", head, "caption", theme.muted)
            y = head.bottom + 4
        for words, high in points:
            size, left = 14 * fonts.text_scale, POINT * fonts.text_scale
            middle = y + fonts.leading("small") / 2
            canvas.icon("target", rest.x + size / 2, middle, size, theme.primary.fill)
            canvas.text(words, Rect(rest.x + left, y, rest.w - left, high - 4), "small")
            y += high

    def _paint_note(self, canvas: Canvas, box: Rect) -> None:
        fonts, tone = canvas.fonts, canvas.theme.neutral
        canvas.panel(box, tone.tint, radius=14)
        inner, left = box.inset(14, 10), POINT * fonts.text_scale
        size, middle = 16 * fonts.text_scale, inner.y + fonts.leading("small") / 2
        canvas.icon("info", inner.x + size / 2, middle, size, tone.text)
        words = inner._replace(x=inner.x + left, w=inner.w - left)
        canvas.text(self.note, words, "small", canvas.theme.ink)
