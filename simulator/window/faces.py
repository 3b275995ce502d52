"""People on the canvas: prospects from the words of their scenario, players from their seed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.window.art.markup import mix
from simulator.window.art.people import BUST_SIZE, Portrait, bust_svg, portrait_from
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect
from simulator.window.theme import LIGHT, Theme, luminance

if TYPE_CHECKING:
    from simulator.scenario.model import Scenario
    from simulator.store.model import Player

_WHOLE: Final = f'viewBox="0 0 {BUST_SIZE[0]} {BUST_SIZE[1]}"'
_HEAD: Final = 'viewBox="-2 -2 404 404"'
"""The square of a bust that a small picture shows: the head and the shoulders."""


def prospect_portrait(scenario: Scenario) -> Portrait:
    """The person to win; what the author left open is drawn by the scenario's id."""
    words = scenario.prospect.portrait
    return portrait_from(words.model_dump(exclude_none=True) if words else None, scenario.id)


def player_portrait(player: Player | None) -> Portrait:
    """A player's own picture; a player without a seed is drawn by the handle."""
    return portrait_from(None, (player.portrait_seed or player.handle) if player else "guest")


def draw_bust(
    canvas: Canvas,
    portrait: Portrait,
    rect: Rect,
    expression: str = "interested",
    *,
    blink: bool = False,
) -> None:
    """Draw a person from the chest up into ``rect``, which should be 5 wide to 6 high."""
    canvas.picture(
        ("bust", portrait, expression, blink),
        lambda w, h: bust_svg(portrait, expression, w, h, blink),
        rect,
    )


def face_ground(theme: Theme, tone: str = "primary") -> str:
    """The ground of a person's picture: stronger in the dark, where black hair is lost on a tint.

    In high contrast it is that of the light theme: on a strong color skin looks ill.
    """
    shades = (LIGHT if theme.shadow is None else theme).tone(tone)
    return mix(shades.tint, shades.fill, 0.12 if luminance(shades.tint) > 0.5 else 0.38)


def draw_face(
    canvas: Canvas,
    portrait: Portrait,
    rect: Rect,
    expression: str = "interested",
    *,
    radius: float = 16.0,
    tone: str = "primary",
) -> None:
    """Draw a person's head and shoulders on a tinted ground with round corners; a square.

    The ground is that of :func:`face_ground`.
    """
    canvas.panel(rect, face_ground(canvas.theme, tone), radius=radius)
    canvas.picture(
        ("face", portrait, expression),
        lambda w, h: bust_svg(portrait, expression, w, h).replace(_WHOLE, _HEAD, 1),
        rect,
        radius=radius,
    )
