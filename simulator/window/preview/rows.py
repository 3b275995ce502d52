"""The rows of the author's panel: words, buyers, decisions, choices laid open, problems."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.game.review_words import MINUS, cost
from simulator.problems import Problem, Severity
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts
from simulator.window.grades import GRADES
from simulator.window.layout import Rect
from simulator.window.preview.insight import Answer, Secret, Suspect
from simulator.window.theme import BUTTON_RADIUS, SMALL_RADIUS
from simulator.window.widgets import Action, Widget, draw_chip
from simulator.window.wording import message_of, remedy_of

INSIDE: Final = 12.0
BADGE: Final = 26.0
EVERY: Final = "Every buyer still possible"
FILE_X: Final = 8.0
FILE_Y: Final = 4.0
LINE: Final = 4.0
"""Room between the lines of one row."""

Line = tuple[str, str, str]
"""A text, its role, and its color: ``ink``, ``muted`` or a tone. The role ``file`` is for lines
of the file: small text on a ground in that tone."""
FILE: Final = "file"


class Words(Widget):
    """Lines of text below one another, without a ground."""

    focusable = False

    def __init__(self, name: str, lines: Sequence[Line]) -> None:
        super().__init__(name)
        self.lines = tuple(lines)

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of all lines."""
        return lines_height(self.lines, fonts, width)

    def draw(self, canvas: Canvas) -> None:
        """Draw the lines."""
        draw_lines(self.lines, canvas, self.rect)


class Row(Widget):
    """A row that can be pressed: a mark at the left, lines of text."""

    def __init__(self, name: str, lines: Sequence[Line], *, tip: str = "") -> None:
        super().__init__(name, tip=tip)
        self.lines = tuple(lines)
        self.icon = ""
        self.tone = "neutral"
        self.chosen = False

    def activate(self) -> Action:
        """Report what the row stands for: the part of its name behind the colon."""
        kind, _, value = self.name.partition(":")
        return Action(kind, value)

    def _mark(self, fonts: Fonts) -> float:
        return BADGE * max(1.0, fonts.text_scale * 0.9)

    def _room(self, fonts: Fonts, width: float) -> float:
        return width - 2 * INSIDE - self._mark(fonts) - 10

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of the words, at least that of the mark."""
        words = lines_height(self.lines, fonts, self._room(fonts, width))
        return max(self._mark(fonts), words) + 16

    def draw(self, canvas: Canvas) -> None:
        """Draw the row."""
        canvas.note_widget(self.rect, self.name)
        theme, fonts, shades = canvas.theme, canvas.fonts, canvas.theme.tone(self.tone)
        lively = self.hovered or self.pressed
        fill = theme.hover if lively or self.chosen else theme.card
        edge = theme.primary.fill if lively or self.chosen else theme.edge
        width = 2.0 if self.chosen else theme.border
        canvas.panel(self.rect, fill, radius=BUTTON_RADIUS, border=edge, width=width)
        side = self._mark(fonts)
        mark = Rect(self.rect.x + INSIDE, self.rect.y + 8, side, side)
        canvas.panel(mark, shades.tint, radius=SMALL_RADIUS)
        canvas.icon(self.icon, *mark.middle, side * 0.66, shades.text)
        room = self._room(fonts, self.rect.w)
        high = lines_height(self.lines, fonts, room)
        top = self.rect.y + max(8.0, (self.rect.h - high) / 2)
        draw_lines(self.lines, canvas, Rect(mark.right + 10, top, room, high))
        self.draw_ring(canvas, BUTTON_RADIUS)


def buyer_row(number: int, suspect: Suspect, *, reveals: bool, forced: bool) -> Row:
    """A buyer to play against; names and all else that is hidden show only if ``reveals``."""
    lines: list[Line] = [(suspect.name if reveals else f"Buyer {number}", "label", "ink")]
    said = []
    if forced:
        said.append("chosen by you")
    elif reveals and suspect.drawn:
        said.append("the buyer of this play")
    if reveals:
        said.append("still possible" if suspect.possible else "ruled out by now")
    if said:
        told = ", ".join(said)
        lines.append((f"{told[:1].upper()}{told[1:]}", "small", "muted"))
    row = Row(f"buyer:{suspect.id}", lines, tip="Play against this buyer")
    row.chosen = (reveals and suspect.drawn) or forced
    row.icon = "user" if not reveals or suspect.possible else "close"
    row.tone = "primary" if row.chosen else "neutral"
    return row


def decision_row(number: int, node: str, task: str, mark: str) -> Row:
    """A decision to jump to; ``mark`` is ``done``, ``here`` or nothing."""
    row = Row(f"jump-to:{number}", [(node, "label", "ink"), (task, "small", "muted")])
    row.icon = {"done": "check", "here": "pin"}.get(mark, "arrow-right")
    row.tone = {"done": "good", "here": "primary"}.get(mark, "neutral")
    row.chosen = mark == "here"
    return row


_SIGNS: Final = {
    Severity.ERROR: ("close", "bad"),
    Severity.WARNING: ("warning", "fair"),
    Severity.HINT: ("bulb", "primary"),
}


def problem_row(number: int, problem: Problem) -> Row:
    """A problem with its line; pressing it opens the file there."""
    line = problem.place.line
    where = (
        f"Line {line}, {problem.severity.value}" if line else problem.severity.value.capitalize()
    )
    lines: list[Line] = [
        (f"{where} {problem.code}", "caption", "muted"),
        (message_of(problem), "label", "ink"),
    ]
    if line and problem.source.strip():
        lines.append((_part(problem), FILE, "bad"))
    if problem.remedy:
        lines.append((remedy_of(problem), "small", "muted"))
    if problem.paste:
        lines.append((problem.paste, FILE, "good"))
    row = Row(f"problem:{number}", lines, tip="Open the file at this line")
    row.icon, row.tone = _SIGNS[problem.severity]
    return row


def _part(problem: Problem) -> str:
    """The line of the file as it stands, cut to what matters."""
    text, column = problem.source.rstrip(), problem.place.column - 1
    start = max(0, min(column - 24, len(text) - 72)) if len(text) > 72 else 0
    part = text[start : start + 72].strip()
    head = "…" if text[:start].strip() else ""
    return f"{head}{part}{'…' if len(text) > start + 72 else ''}"


class SecretCard(Widget):
    """A choice with its value and its answers."""

    focusable = False

    def __init__(self, secret: Secret, names: dict[str, str], *, made: bool) -> None:
        super().__init__(f"secret:{secret.id}")
        self.secret = secret
        self.chosen = made
        self.word, self.tone = worth(secret)
        self.lines = self._lines(names)

    def _lines(self, names: dict[str, str]) -> list[Line]:
        if not self.secret.is_legal:
            return [(self.secret.why_not, "small", "muted")]
        lines: list[Line] = []
        for answer in self.secret.answers:
            if not answer.all:
                lines.append((" and ".join(answer.buyers), "caption", "primary"))
            elif len(answer.buyers) > 1:
                lines.append((EVERY, "caption", "primary"))
            changes = consequences(answer, names)
            if changes:
                lines.append((changes, "label", "ink"))
            if answer.told.reply:
                lines.append((answer.told.reply, "small", "muted"))
            if not changes and not answer.told.reply:
                lines.append(("Nothing happens.", "small", "muted"))
        return lines

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of the head and the answers."""
        return self._head(fonts) + lines_height(self.lines, fonts, width - 2 * INSIDE) + 28

    def _head(self, fonts: Fonts) -> float:
        return max(BADGE * fonts.text_scale, fonts.leading("label") + 8)

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        theme, fonts, rect = canvas.theme, canvas.fonts, self.rect
        edge = theme.primary.fill if self.chosen else theme.line
        canvas.panel(
            rect, theme.card, radius=BUTTON_RADIUS, border=edge, width=2 if self.chosen else 1.5
        )
        head = self._head(fonts)
        y = rect.y + 10 + head / 2
        side = BADGE * fonts.text_scale
        badge = Rect(rect.x + INSIDE, y - side / 2, side, side)
        canvas.panel(badge, theme.primary.tint, radius=SMALL_RADIUS * 0.8)
        if self.secret.is_legal:
            number = str(self.secret.number)
            canvas.label(number, *badge.middle, "label", theme.primary.text, align="center")
        else:
            canvas.icon("lock", *badge.middle, side * 0.62, theme.muted)
        right = rect.right - INSIDE
        if self.word:
            right = draw_chip(canvas, self.word, right, y, self.tone, right=True).x
        line = fonts.leading("label")
        name = Rect(badge.right + 9, y - line / 2, right - badge.right - 17, line)
        said = f"{self.secret.id} (made)" if self.chosen else self.secret.id
        canvas.text(said, name, "label", lines=1)
        body = Rect(rect.x + INSIDE, rect.y + 14 + head, rect.w - 2 * INSIDE, rect.h)
        room = lines_height(self.lines, fonts, body.w)
        draw_lines(self.lines, canvas, body._replace(h=room))


def worth(secret: Secret) -> tuple[str, str]:
    """What a choice is worth in a word, and its tone; empty while that is not known."""
    if secret.lost is None or secret.grade is None:
        return "", "neutral"
    if not secret.lost:
        return "Best", "good"
    return cost(secret.lost), GRADES[secret.grade].tone


def consequences(answer: Answer, names: dict[str, str]) -> str:
    """What an answer changes, in one line."""
    told = answer.told
    said = [
        f"{names.get(meter, meter)} {'+' if change > 0 else MINUS}{abs(change)}"
        for meter, change in told.changes.items()
    ]
    said += [f"learn {fact.id}" for fact in told.learned]
    if told.outcome:
        said.append(f"outcome {told.outcome.id}")
    return ", ".join(said)


def lines_height(lines: Sequence[Line], fonts: Fonts, width: float) -> float:
    """Return the height of lines of text below one another."""
    words = sum(_height(line, fonts, width) for line in lines)
    return words + LINE * max(0, len(lines) - 1)


def _height(line: Line, fonts: Fonts, width: float) -> float:
    text, role, _ = line
    if role == FILE:
        return fonts.height(text, "small", width - 2 * FILE_X) + 2 * FILE_Y
    return fonts.height(text, role, width)


def draw_lines(lines: Sequence[Line], canvas: Canvas, area: Rect) -> None:
    """Draw lines of text below one another."""
    theme, y = canvas.theme, area.y
    for line in lines:
        text, role, color = line
        box = Rect(area.x, y, area.w, _height(line, canvas.fonts, area.w))
        ink = {"ink": theme.ink, "muted": theme.muted}.get(color) or theme.tone(color).text
        if role == FILE:
            canvas.panel(box, theme.tone(color).tint, radius=SMALL_RADIUS * 0.6)
            box, role, ink = box.inset(FILE_X, FILE_Y), "small", theme.ink
        canvas.text(text, box, role, ink)
        y += _height(line, canvas.fonts, area.w) + LINE
