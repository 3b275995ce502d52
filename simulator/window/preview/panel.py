"""The author's panel: a card beside the play with tools, pages and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, cut_top
from simulator.window.theme import BUTTON_RADIUS
from simulator.window.widgets import Action, ScrollArea, Tabs, Widget
from simulator.window.widgets.scroll import GUTTER

WIDTH: Final = 348.0
STRIP: Final = 64.0
MARGIN: Final = 14.0
SIDES: Final = 20.0
"""Room at the left and the right, in which the bar of the page stands as well."""
BETWEEN: Final = 8.0
TOOLS_APART: Final = 5.0
KEY_APART: Final = 5.0
WORD_APART: Final = 2.0
ON_BORDER: Final = 3.0
"""The border of a switch that is on; wider than any other, also in high contrast."""
UPRIGHT: Final = 8.0
"""Room above the icon of a tool and below its word."""
ROOMY: Final = 600.0
"""The height, at plain size of text, from which on tools show all they have."""
NOW: Final = 0
JUMP: Final = 1
PROBLEMS: Final = 2
"""The pages, by the place of their tab."""


@dataclass(frozen=True)
class Status:
    """The line below the name of the file: what it says, and in which tone."""

    text: str
    tone: str = "good"


class Tool(Widget):
    """A button with a word; where there is room, also its icon and the key that does the same."""

    def __init__(self, name: str, icon: str, key: str, word: str, tip: str) -> None:
        super().__init__(name, tip=f"{tip} ({key})")
        self.icon = icon
        self.key = key
        self.word = word
        self.brief = False
        self.on = False

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """Return the height of the word, and of a line for icon and key above it if they show."""
        if self.brief:
            return fonts.leading("caption") + 14
        return self._above(fonts) + fonts.leading("caption") + 2 * UPRIGHT

    def activate(self) -> Action:
        """Report that it was pressed."""
        return Action(self.name)

    def draw(self, canvas: Canvas) -> None:
        """Draw the button."""
        canvas.note_widget(self.rect, self.name)
        theme, fonts = canvas.theme, canvas.fonts
        lively = self.enabled and (self.hovered or self.pressed)
        fill = theme.primary.tint if lively or self.on else theme.well
        outline, thick = theme.edge if theme.shadow is None else None, 1.5
        ink = theme.primary.text if lively or self.on else theme.ink
        if not self.enabled:
            fill, ink, outline = theme.card, theme.faded, theme.line
        elif self.on:
            # What is on has the border of a selected tab, so that colour alone need not tell.
            outline, thick = theme.primary.fill, ON_BORDER
        canvas.panel(self.rect, fill, radius=BUTTON_RADIUS, border=outline, width=thick)
        # Icon, key and word are one block in the middle of the button.
        low, above = fonts.leading("caption"), 0.0 if self.brief else self._above(fonts)
        top = self.rect.middle[1] - (above + low) / 2
        if above:
            self._draw_above(canvas, ink, top + self._side(fonts) / 2)
        below = Rect(self.rect.x, top + above, self.rect.w, low)
        canvas.text(self.word, below, "caption", ink, align="center", lines=1)
        self.draw_ring(canvas, BUTTON_RADIUS)

    def _side(self, fonts: Fonts) -> float:
        return 20 * max(1.0, fonts.text_scale * 0.9)

    def _above(self, fonts: Fonts) -> float:
        """The height of the icon and of the gap below it."""
        return self._side(fonts) + WORD_APART

    def _draw_above(self, canvas: Canvas, ink: str, y: float) -> None:
        """Draw icon and key side by side above the word, with their middle at ``y``."""
        theme, fonts, low = canvas.theme, canvas.fonts, canvas.fonts.leading("caption")
        side, key = self._side(fonts), fonts.width(self.key, "caption")
        x = self.rect.middle[0] - (key + KEY_APART) / 2
        canvas.icon(self.icon, x, y, side, ink)
        beside = Rect(x + side / 2 + KEY_APART, y - low / 2, key + 2, low)
        shade = theme.primary.text if self.on else theme.muted
        canvas.text(self.key, beside, "caption", shade, lines=1)


class Panel:
    """The panel's widgets, where they stand, and its ground; the screen answers them.

    ``open`` is False while the author has it out of the way: a narrow strip with the one button
    that brings it back is left.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.status = Status("")
        self.open = True
        self.tools = [
            Tool("edit", "pencil", "F2", "Edit", "Open the file here in your editor"),
            Tool("jump", "route", "F3", "Jump", "Jump to a decision"),
            Tool("reveal", "eye", "F4", "Reveal", "Show what is hidden: values, answers, buyers"),
            Tool("restart", "replay", "F5", "Restart", "Start again"),
            Tool("next-buyer", "people", "F6", "Buyer", "Play against the next buyer"),
            Tool("record", "target", "F7", "Record", "Record this run as a check in the file"),
            Tool("back", "arrow-left", "F8", "Undo", "Take back the last choice"),
            Tool("panel", "arrow-right", "F9", "Hide", "Put this panel out of the way"),
        ]
        self.show_tool = Tool("panel", "arrow-left", "F9", "Panel", "Show the author's panel")
        self.tabs = Tabs("page", ["Now", "Steps", "Problems"])
        self.page = ScrollArea("rows")
        self.rows: Sequence[Widget] = ()
        self.wanted: Sequence[str] = ()
        self.rect = Rect()
        self._show = ""
        self._head = self._status = Rect()

    @property
    def widgets(self) -> list[Widget]:
        """What can be used now, in the order of Tab."""
        return [*self.tools, self.tabs, self.page] if self.open else [self.show_tool]

    def width(self, fonts: Fonts, window: float) -> float:
        """Return the width the panel takes of a window of this width."""
        if not self.open:
            return STRIP * max(1.0, fonts.text_scale * 0.9)
        return min(WIDTH * max(1.0, 0.5 + fonts.text_scale / 2), window * 0.45)

    def show(self, rows: Sequence[Widget], *, anew: bool) -> None:
        """Show other rows; if ``anew``, with the wanted one in view, else from the top."""
        self.rows = rows
        self.tabs.touch()
        if anew:
            self.page.offset = 0.0
            self._show = next((row.name for row in rows if row.name in self.wanted), "")

    def tool(self, name: str) -> Tool:
        """The tool of that name."""
        return next(tool for tool in self.tools if tool.name == name)

    def layout(self, fonts: Fonts, rect: Rect) -> None:
        """Place everything."""
        self.rect = rect
        if not self.open:
            inner = rect.inset(5, MARGIN)
            high = self.show_tool.height(fonts, inner.w)
            self.show_tool.place(inner._replace(h=high))
            return
        inner = rect.inset(SIDES, MARGIN)
        self._head, rest = cut_top(inner, fonts.leading("heading"), 2)
        words = fonts.height(self.status.text, "small", inner.w - 18)
        self._status, rest = cut_top(rest, words, 10)
        rest = self._place_tools(fonts, rest)
        tabs, rest = cut_top(rest, self.tabs.height(fonts, rest.w), 10)
        self.tabs.place(tabs)
        self.page.place(rest._replace(w=rest.w + GUTTER, h=rest.h + MARGIN - 6))
        self._place_rows(fonts)

    def _place_tools(self, fonts: Fonts, area: Rect) -> Rect:
        """Place the tools in two rows, brief ones where the page would have too little room."""
        brief = self.rect.h < ROOMY * fonts.text_scale
        many = len(self.tools) // 2
        wide = (area.w - TOOLS_APART * (many - 1)) / many
        for at, tool in enumerate(self.tools):
            tool.brief = brief
            if at and at % many == 0:
                _, area = cut_top(area, tool.height(fonts, wide), TOOLS_APART)
            x = area.x + at % many * (wide + TOOLS_APART)
            tool.place(Rect(x, area.y, wide, tool.height(fonts, wide)))
        return cut_top(area, self.tools[-1].rect.h, 10)[1]

    def _place_rows(self, fonts: Fonts) -> None:
        area, y = self.page.rect, self.page.rect.y
        for row in self.rows:
            high = row.height(fonts, self.page.width)
            row.place(Rect(area.x, y, self.page.width, high))
            y += high + BETWEEN
        self.page.fill(max(0.0, y - BETWEEN - area.y), self.rows)
        if self._show:
            self.page.reveal(next(row for row in self.rows if row.name == self._show).rect)
            self._show = ""

    def draw(self, canvas: Canvas) -> None:
        """Draw the ground, the name of the file and the status."""
        theme, rect = canvas.theme, self.rect
        canvas.fill(rect, theme.card)
        canvas.fill(Rect(rect.x, rect.y, 1, rect.h), theme.edge)
        if not self.open:
            return
        canvas.text(self.file, self._head, "heading", lines=1)
        shades = theme.tone(self.status.tone)
        line = canvas.fonts.leading("small")
        dot = Rect(self._status.x, self._status.y + line / 2 - 5, 10, 10)
        canvas.panel(dot, shades.fill, radius=5)
        words = self._status._replace(x=self._status.x + 18, w=self._status.w - 18)
        canvas.text(self.status.text, words, "small", shades.text)
