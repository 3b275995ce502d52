"""The bar above every screen of a play: where you are, and the way to pause, notes and briefing."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.words import STAGES
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, cut_top
from simulator.window.stage.words import SHORT_STAGES, STAGE_ICONS
from simulator.window.theme import BAR_HEIGHT, GAP, PAD
from simulator.window.widgets import Button, Widget

SIDE = 38.0
SLIM = 7.0
"""How much narrower its buttons are than others."""

DOT = 26.0
WIDEST = 720.0
BRIEFING = "Briefing"
NOTEBOOK = "Notebook"
OVER = 26.0
"""How far a name may reach beyond the row of stages at its left; half as far at its right."""


@dataclass
class Header:
    """Title, stepper and buttons; the screen draws it and shows its :attr:`widgets`.

    Briefing and notebook have their names beside their icons where the stages keep theirs.
    ``stage`` is the key of the present stage; all before it are done, and with ``over`` it is as
    well. Buttons report ``pause``, ``briefing`` and ``notebook``.
    """

    caption: str
    title: str
    stage: str
    notes: int
    over: bool = False

    def __post_init__(self) -> None:
        self.pause = Button("pause", icon="pause", kind="quiet", tip="Pause")
        self.briefing = Button("briefing", icon="document", kind="quiet", tip=BRIEFING)
        many = "1 note" if self.notes == 1 else f"{self.notes} notes"
        self.notebook = Button(
            "notebook", str(self.notes), icon="book", kind="quiet", tip=f"{NOTEBOOK}: {many}"
        )
        self.bar = Rect()
        self.title_area = Rect()
        self.steps_area = Rect()

    @property
    def widgets(self) -> list[Widget]:
        """The buttons, in the order of focus."""
        return [self.notebook, self.briefing, self.pause]

    def layout(self, fonts: Fonts, size: Rect) -> Rect:
        """Place everything at the top of ``size`` and return the page below."""
        words = fonts.leading("caption") + fonts.leading("heading")
        self.bar, page = cut_top(size, max(BAR_HEIGHT, words + 24))
        middle = self.bar.h / 2
        side = max(SIDE, self.pause.height(fonts, 0.0))
        self.pause.place(Rect(PAD, middle - side / 2, side, side))
        left = self.pause.rect.right + 14
        for named in (True, False):
            right = self._place_doors(
                fonts, Rect(left, middle - side / 2, size.right - PAD - left, side), named=named
            )
            if self._place_steps(fonts, size, left, right - 18, words):
                break
        return page.inset(PAD, GAP)

    def _place_doors(self, fonts: Fonts, room: Rect, *, named: bool) -> float:
        """Place notebook and briefing at the right of a room; return where they begin."""
        self.notebook.text = f"{NOTEBOOK} {self.notes}" if named else str(self.notes)
        self.briefing.text = BRIEFING if named else ""
        self.briefing.tip = "" if named else BRIEFING
        right = room.right
        before = f"{NOTEBOOK} " if named else ""
        for button in (self.notebook, self.briefing):
            own = fonts.width(button.text, "button")
            words = max(own, _widest(fonts, before)) if button is self.notebook else own
            wide = max(room.h, button.width(fonts) - own + words - SLIM) if words else room.h
            button.place(Rect(right - wide, room.y, wide, room.h))
            right -= wide + 10
        return right

    def _place_steps(
        self, fonts: Fonts, size: Rect, left: float, right: float, high: float
    ) -> bool:
        """Place title and stages; tell whether all stages are named, in the window's middle."""
        room = right - left
        named = max(fonts.width(self.title, "heading"), fonts.width(self.caption, "caption")) + 2
        here = max(fonts.width(name, "caption") for name in SHORT_STAGES.values()) + 16
        least = max(len(STAGES) * (fonts.icon(DOT) + 10), here)
        whole = self._steps_width(fonts)
        # Where names of stages are left out in any case, the title need not be shortened for them.
        title = min(named, max(room - min(whole, least) - 28, room * 0.34))
        self.title_area = Rect(left, self.bar.h / 2 - high / 2, title, high)
        begins, ends, center = left + title + 28, right, size.middle[0]
        # In the middle of the window, if the names of the stages have room there.
        reach = min(WIDEST / 2, center - begins, ends - center)
        fits = 2 * reach >= whole
        if fits:
            begins, ends = center - reach, center + reach
        self.steps_area = Rect(begins, 0, ends - begins, self.bar.h)
        return fits

    def _steps_width(self, fonts: Fonts) -> float:
        return sum(fonts.width(name, "caption") + 16 for name in SHORT_STAGES.values())

    def draw(self, canvas: Canvas) -> None:
        """Draw all but the buttons."""
        theme, fonts = canvas.theme, canvas.fonts
        canvas.fill(self.bar, theme.card)
        canvas.line(0, self.bar.bottom, self.bar.w)
        top, below = cut_top(self.title_area, fonts.leading("caption"))
        canvas.text(self.caption, top, "caption", theme.muted, lines=1)
        canvas.text(self.title, below, "heading", lines=1)
        self._draw_steps(canvas)

    def _draw_steps(self, canvas: Canvas) -> None:
        fonts, area = canvas.fonts, self.steps_area
        named = self._steps_width(fonts) <= area.w
        keys = list(STAGES)
        dot = fonts.icon(DOT)
        widths = [fonts.width(SHORT_STAGES[key], "caption") + 16 for key in keys]
        if not named:
            # The one name that shows may be wider than its share; the dots stay where they are.
            widths = [min(dot + 10, area.w / len(keys))] * len(keys)
        spare = min(area.w, WIDEST) - sum(widths)
        gap = max(0.0, spare / (len(keys) - 1))
        x = area.x + (area.w - sum(widths) - gap * (len(keys) - 1)) / 2
        high = dot + 4 + fonts.leading("caption")
        y = area.middle[1] - high / 2 + dot / 2
        spots = []
        for width in widths:
            spots.append(x + width / 2)
            x += width + gap
        self._draw_track(canvas, spots, y)
        for at, key in enumerate(keys):
            self._draw_step(canvas, at, key, spots[at], y, widths[at] - 4, named)

    def _draw_track(self, canvas: Canvas, spots: list[float], y: float) -> None:
        theme, at = canvas.theme, list(STAGES).index(self.stage)
        ahead = Rect(spots[at], y - 1.5, spots[-1] - spots[at], 3)
        canvas.panel(ahead, theme.line, radius=1.5)
        if at:
            done = Rect(spots[0], y - 1.5, spots[at] - spots[0], 3)
            canvas.panel(done, theme.primary.fill, radius=1.5)

    def _draw_step(
        self, canvas: Canvas, at: int, key: str, x: float, y: float, wide: float, named: bool
    ) -> None:
        theme, here = canvas.theme, list(STAGES).index(self.stage)
        fonts, side = canvas.fonts, canvas.fonts.icon(DOT)
        dot = Rect(x - side / 2, y - side / 2, side, side)
        if at == here:
            canvas.panel(dot.inset(-4), theme.primary.tint, radius=side)
        if at <= here:
            canvas.panel(dot, theme.primary.fill, radius=side / 2)
        else:
            canvas.panel(dot, theme.card, radius=side / 2, border=theme.edge, width=1.5)
        ink = theme.on_primary if at <= here else theme.muted
        ticked = at < here or (at == here and self.over)
        canvas.icon("check" if ticked else STAGE_ICONS[key], x, y, fonts.icon(16), ink)
        if named or at == here:
            if not named:
                wide = min(fonts.width(SHORT_STAGES[key], "caption") + 2, self.steps_area.w)
            # The one name that shows may reach into the gap beside its row.
            area, over = self.steps_area, 0.0 if named else OVER
            left = min(max(x - wide / 2, area.x - over), area.right + over / 2 - wide)
            area = Rect(left, y + side / 2 + 4, wide, fonts.leading("caption"))
            ink = theme.primary.text if at == here else theme.muted
            canvas.text(SHORT_STAGES[key], area, "caption", ink, align="center", lines=1)


def _widest(fonts: Fonts, before: str) -> float:
    """The width of the widest number of two digits, so that what stands beside it keeps still."""
    return max(fonts.width(f"{before}{digit * 2}", "button") for digit in "0123456789")
