"""The true buyer: who it was, what gave it away, and when it could be known."""

from __future__ import annotations

from simulator.game.debrief import Debrief
from simulator.game.play import Play
from simulator.scenario.words import Face
from simulator.window.art.people import Portrait
from simulator.window.canvas import Canvas
from simulator.window.faces import prospect_portrait
from simulator.window.fonts import Fonts
from simulator.window.layout import Rect, Share
from simulator.window.screens.debrief_pieces import Across, Box, Label, Piece, Stack, Words
from simulator.window.screens.debrief_view import CardsView
from simulator.window.stage.person import Frame, draw_place
from simulator.window.theme import CHOICE_RADIUS, GAP, PAD

HEAD = 24.0
"""The side of a head in the row of buyers at text scale 1."""
APART = 5.0
BADGE = 28.0
"""The side of a numbered disc at text scale 1."""
LEAST_COLUMN = 420.0


class BuyerView(CardsView):
    """The person in their place, the truth, the cues, and what was ruled out when.

    Where all stand below one another, the picture stands beside the words, so that these are seen.
    """

    def __init__(self, review: Debrief, play: Play) -> None:
        prospect = play.scenario.prospect
        scene = SceneFigure(prospect.place, prospect_portrait(play.scenario), play.face)
        words = Stack(
            [
                Words("The buyer you met", "caption", "muted"),
                Words(review.buyer.name, "title"),
                Words(review.truth, "lead"),
            ],
            10,
        )
        self.low = Box(Across([scene, words], [Share(0.4), Share(0.6)]))
        self.tall = Box(Stack([scene, words], 10), grow=1.0)
        self.right = _right(review, play)
        self.columns = self._columns(self.tall)
        super().__init__("Buyer", "buyer", self.columns)

    def _columns(self, who: Box) -> Across:
        return Across(
            [Stack([who]), Stack(self.right, GAP)], [Share(1.1), Share()], least=LEAST_COLUMN
        )

    def layout(self, fonts: Fonts, area: Rect) -> None:
        """Choose how the picture stands, and fill the area."""
        beside = self.columns.fits(fonts, area.w - 2 * PAD)
        self.page.piece = self._columns(self.tall if beside else self.low)
        super().layout(fonts, area)


def _right(review: Debrief, play: Play) -> list[Piece]:
    """The cues, and what was ruled out when."""
    right: list[Piece] = [
        _card("What gave it away", [_numbered(at, cue) for at, cue in enumerate(review.cues, 1)])
    ]
    if len(play.scenario.buyers) > 1:
        right.append(_card("When you could have known", narrowing(play)))
    for card in right:
        card.grow = 1.0
    return right


def narrowing(play: Play) -> list[Piece]:
    """At which moves what was seen ruled buyers out; the engine keeps count of that."""
    count = len(play.scenario.buyers)
    start = Words(f"At the start it could have been any of {count} buyers.")
    parts: list[Piece] = [_beside(start, count, count)]
    for at, step in enumerate(play.steps):
        before, after = step.buyers.bit_count(), step.still.bit_count()
        if after < before:
            left = "only this one was left" if after == 1 else f"{after} were left"
            told = Stack(
                [
                    Label("search", f"After move {at + 1}: {left}", "primary"),
                    Words(play.told[at].said, "small"),
                ],
                2,
            )
            parts.append(_beside(told, count, after))
    left_over = play.buyers.bit_count()
    if left_over == count:
        parts.append(Label("info", "Nothing you saw ruled out any of them.", "value", "body"))
    elif left_over > 1:
        end = f"At the end it could still have been any of {left_over}."
        parts.append(Label("info", end, "value", "body"))
    return parts


def _beside(told: Piece, count: int, left: int) -> Piece:
    """What ruled buyers out, and how many are left of them."""
    heads = count * (HEAD + APART) - APART
    return Across([told, BuyersFigure(count, left)], [Share(), heads], least=170.0)


def _numbered(number: int, text: str) -> Piece:
    return Across([Badge(number), Words(text, "lead")], [BADGE, Share()], gap=12)


def _card(title: str, parts: list[Piece]) -> Box:
    return Box(Stack([Words(title, "heading"), *parts], 12))


class Badge(Piece):
    """A number on a disc."""

    def __init__(self, number: int) -> None:
        self.number = number

    def height(self, fonts: Fonts, width: float) -> float:  # noqa: ARG002
        """As high as wide."""
        return BADGE * fonts.text_scale

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw disc and number."""
        side, shades = BADGE * canvas.fonts.text_scale, canvas.theme.primary
        disc = Rect(rect.x, rect.y, side, side)
        edge = shades.fill if canvas.theme.shadow is None else None
        canvas.panel(disc, shades.tint, radius=side / 2, border=edge, width=1)
        canvas.label(str(self.number), *disc.middle, "label", shades.text, align="center")


class BuyersFigure(Piece):
    """A head for each buyer, with those that were ruled out crossed."""

    def __init__(self, count: int, left: int) -> None:
        self.count = count
        self.left = left

    def _side(self, fonts: Fonts, width: float) -> float:
        return min(HEAD * fonts.text_scale, width / self.count - APART)

    def height(self, fonts: Fonts, width: float) -> float:
        """The height of a head."""
        return self._side(fonts, width)

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw the heads side by side, those that are left first."""
        theme, side = canvas.theme, self._side(canvas.fonts, rect.w)
        for at in range(self.count):
            head = Rect(rect.x + at * (side + APART), rect.y, side, side)
            if at < self.left:
                canvas.panel(head, theme.primary.fill, radius=side / 2)
                canvas.icon("user", *head.middle, side * 0.6, theme.on_primary)
            else:
                canvas.panel(head, None, radius=side / 2, border=theme.edge, width=1.5)
                canvas.icon("close", *head.middle, side * 0.5, theme.muted)


class SceneFigure(Piece):
    """The person where the talk happened, with the last expression; takes all spare height.

    ``least`` is the height from which on a wide one does not grow with its width.
    """

    grow = 1.0

    def __init__(self, place: str, portrait: Portrait, face: Face, *, least: float = 250.0) -> None:
        self.place_name = place
        self.least = least
        self.portrait = portrait
        self.face = face

    def height(self, fonts: Fonts, width: float) -> float:
        """Enough to show the room."""
        return min(width * 0.42, self.least * max(1.0, fonts.text_scale))

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Draw the room and the person; of a tall one only the part around the person."""
        shown = rect._replace(h=min(rect.h, rect.w * 1.2))
        draw_place(
            canvas, shown, self.place_name, self.portrait, self.face,
            Frame("close" if shown.h > rect.w / 1.35 else "wide", CHOICE_RADIUS),
        )  # fmt: skip
