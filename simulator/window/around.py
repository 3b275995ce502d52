"""Where a player stands on a board: the two above, the two below, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from simulator.game.debrief import stars_of
from simulator.store.model import Player, Row
from simulator.store.names import name_key
from simulator.store.session import Session
from simulator.window.canvas import Canvas
from simulator.window.faces import draw_face, player_portrait
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect
from simulator.window.level_card import draw_stars
from simulator.window.theme import SMALL_RADIUS

FACE = 40.0
GAPS = (14.0, 8.0, 12.0)
TIGHT = (9.0, 5.0, 8.0)
"""The room between parts, between rows, and in a row above and below the words together."""

TITLE = "Around you"
BESTS = "Your best"
GUEST = "Guest runs do not appear on the leaderboard. Choose a player to be on it."
ABSENT = "You are not on this board yet. Finish a level, and you will be."
TEAMLESS = "You have no team. A team is chosen when a player is created."


class Known(NamedTuple):
    """What stays the same on every board: players by the key of their name, and one's own bests."""

    players: dict[str, Player]
    bests: list[tuple[str, int | None]]


def known_to(session: Session) -> Known:
    """Ask the store once for what every board shows."""
    players = {name_key(one.handle): one for one in session.store.players()}
    return Known(players, _bests(session, session.player) if session.player else [])


class Around:
    """Five rows at most, with oneself in the middle as far as the board allows.

    Attributes:
        mine: the index of the player's own row (or of their team's), or None.
    """

    def __init__(
        self, session: Session, rows: Sequence[Row], known: Known, *, team: bool = False
    ) -> None:
        self.team = team
        player = session.player
        name = (player.team if team else player.handle) if player else ""
        keys = [name_key(row.name) for row in rows]
        self.mine = keys.index(name_key(name)) if name and name_key(name) in keys else None
        self.players = known.players
        first = max(0, self.mine - 2) if self.mine is not None else 0
        self.rows = list(rows[first : self.mine + 3]) if self.mine is not None else []
        self.me = rows[self.mine] if self.mine is not None else None
        self.said = self._said(rows, player)
        self.bests = [] if team else known.bests
        self.gaps = GAPS

    def _said(self, rows: Sequence[Row], player: Player | None) -> str:
        if player is None:
            return GUEST
        if self.me is None:
            return TEAMLESS if self.team and not player.team else ABSENT
        place = f"Place {self.me.rank} of {len(rows)}."
        above = [row for row in rows if row.score > self.me.score]
        if not above:
            return f"{place} Nobody is ahead of {'your team' if self.team else 'you'}."
        gap = above[-1].score - self.me.score
        points = "point" if gap == 1 else "points"
        return f"{place} {gap} {points} behind {above[-1].name}."

    def _row(self, fonts: Fonts) -> float:
        return self._face(fonts) + self.gaps[2]

    def _face(self, fonts: Fonts) -> float:
        """The side of a face: as high as the two lines beside it, where these are higher."""
        return max(FACE, fonts.leading("label") * 2)

    def settle(self, fonts: Fonts, width: float, room: float) -> float:
        """Return the height; less than a line more than ``room`` is taken out of the gaps."""
        self.gaps = GAPS
        if room < self.height(fonts, width) <= room + fonts.leading("label"):
            self.gaps = TIGHT
        return self.height(fonts, width)

    def height(self, fonts: Fonts, width: float) -> float:
        """Return the height of the heading, the sentence and the rows."""
        words = fonts.leading("heading") + 6 + fonts.height(self.said, "body", width)
        rows = len(self.rows) * (self._row(fonts) + self.gaps[1])
        return words + self.gaps[0] + rows + self._bests_height(fonts)

    def _bests_height(self, fonts: Fonts) -> float:
        head = self.gaps[0] + fonts.leading("heading") + 6
        return head + len(self.bests) * self._best(fonts) if self.bests else 0.0

    def _best(self, fonts: Fonts) -> float:
        return fonts.leading("label") + fonts.leading("caption") + 10

    def draw(self, canvas: Canvas, area: Rect) -> None:
        """Draw it from the top of ``area``."""
        fonts, theme = canvas.fonts, canvas.theme
        canvas.text(TITLE, area._replace(h=fonts.leading("heading")), "heading")
        y = area.y + fonts.leading("heading") + 6
        high = fonts.height(self.said, "body", area.w)
        canvas.text(self.said, Rect(area.x, y, area.w, high), "body", theme.muted)
        y += high + self.gaps[0]
        for row in self.rows:
            self._draw_row(canvas, Rect(area.x, y, area.w, self._row(fonts)), row)
            y += self._row(fonts) + self.gaps[1]
        if self.bests:
            self._draw_bests(canvas, area._replace(y=y + self.gaps[0]))

    def _draw_bests(self, canvas: Canvas, area: Rect) -> None:
        """Draw the best score on each level with its stars."""
        fonts, theme = canvas.fonts, canvas.theme
        canvas.text(BESTS, area._replace(h=fonts.leading("heading")), "heading")
        y = area.y + fonts.leading("heading") + 6
        for title, best in self.bests:
            top = Rect(area.x, y, area.w, fonts.leading("label"))
            canvas.text(title, top, "label", lines=1)
            middle = top.bottom + fonts.leading("caption") / 2
            size = 14 * fonts.text_scale
            end = draw_stars(canvas, area.x, middle, size, stars_of(best or 0))
            said = "Not played yet" if best is None else str(best)
            canvas.label(said, end + 8, middle, "caption", theme.muted)
            y += self._best(fonts)

    def _draw_row(self, canvas: Canvas, rect: Rect, row: Row) -> None:
        fonts, theme = canvas.fonts, canvas.theme
        me = row is self.me
        fill = theme.primary.tint if me else theme.well
        border = theme.primary.fill if me else None
        canvas.panel(rect, fill, radius=SMALL_RADIUS + 4, border=border, width=2)
        x = rect.x + 12
        if not self.team:
            side = self._face(fonts)
            face = Rect(x, rect.middle[1] - side / 2, side, side)
            player = self.players.get(name_key(row.name), Player(row.name))
            draw_face(canvas, player_portrait(player), face, radius=side / 2)
            x = face.right + 12
        score = str(row.score)
        right = rect.right - 14
        canvas.label(score, right, rect.middle[1], "name", align="right")
        room = right - fonts.width(score, "name") - 12 - x
        line = fonts.leading("label")
        place = f"Place {row.rank}"
        if me:
            place += ", your team" if self.team else ", you"
        top = Rect(x, rect.middle[1] - line, room, line)
        canvas.text(row.name, top, "label", lines=1)
        canvas.text(place, top.moved(0, line), "caption", theme.muted, lines=1)


def _bests(session: Session, player: Player) -> list[tuple[str, int | None]]:
    """The title of each level and the player's best score on it."""
    scores: dict[str, int] = {}
    for entry in session.store.runs(player.handle):
        if entry.score is not None:
            digest = entry.run.digest
            scores[digest] = max(entry.score, scores.get(digest, 0))
    return [(level.scenario.title, scores.get(level.game.digest)) for level in session.levels]
