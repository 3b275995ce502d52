"""How what lies above the screens for a while looks: a tip, a short message, sounds in words."""

from __future__ import annotations

from simulator.window.canvas import Canvas
from simulator.window.layout import Rect
from simulator.window.notices import Notices
from simulator.window.theme import SMALL_RADIUS
from simulator.window.widgets.base import Widget

TIP_WIDTH = 320.0
TOAST_WIDTH = 520.0
TOAST_ICONS = {"good": "check", "fair": "warning", "bad": "close"}
"""What kind of message it is, told without its colour; any other kind only informs."""


def draw_notices(canvas: Canvas, notices: Notices) -> None:
    """Draw all there is, each above what came before."""
    if notices.tip:
        canvas.next_layer()
        _draw_tip(canvas, notices.tip)
    if notices.message:
        canvas.next_layer()
        _draw_toast(canvas, notices, *notices.message)
    if notices.captions:
        canvas.next_layer()
        _draw_captions(canvas, notices)


def _draw_tip(canvas: Canvas, widget: Widget) -> None:
    fonts, window = canvas.fonts, canvas.size
    wide = max(fonts.width(line, "small") for line in fonts.lines(widget.tip, "small", TIP_WIDTH))
    w, h = wide + 25, fonts.height(widget.tip, "small", wide + 1) + 16
    x = min(max(8.0, widget.rect.middle[0] - w / 2), window.w - w - 8)
    y = widget.rect.bottom + 8
    if y + h > window.h - 8:
        y = max(8.0, widget.rect.y - h - 8)
    box = Rect(x, y, w, h)
    ink = _draw_slip(canvas, box)
    canvas.text(widget.tip, box.inset(12, 8), "small", ink)


def _draw_captions(canvas: Canvas, notices: Notices) -> None:
    fonts = canvas.fonts
    lines = list(notices.captions)
    w = max(fonts.width(line, "label") for line in lines) + 25
    h = fonts.leading("label") * len(lines) + 14
    box = Rect(12, canvas.size.h - h - 12, w, h)
    if notices.message and box.meets(notices.message_at):
        box = box._replace(y=notices.message_at.y - h - 8)
    ink = _draw_slip(canvas, box)
    canvas.text("\n".join(lines), box.inset(12, 7), "label", ink)


def _draw_slip(canvas: Canvas, box: Rect) -> str:
    """Draw the ground of a few words above everything, and return the colour of the words.

    It is dark in every theme, as a large light spot would dazzle among dark cards.
    """
    theme = canvas.theme
    if theme.name == "light":
        canvas.panel(box, theme.ink, radius=SMALL_RADIUS, shadow=theme.low_shadow)
        return theme.card
    canvas.panel(
        box, theme.hover, radius=SMALL_RADIUS, border=theme.edge, width=theme.border,
        shadow=theme.shadow,
    )  # fmt: skip
    return theme.ink


def _draw_toast(canvas: Canvas, notices: Notices, text: str, tone: str) -> None:
    fonts, theme, window = canvas.fonts, canvas.theme, canvas.size
    room = min(TOAST_WIDTH, window.w - 80)
    wide = max(fonts.width(line, "label") for line in fonts.lines(text, "label", room))
    h = fonts.height(text, "label", wide + 1) + 28
    side = 20 * fonts.text_scale
    whole = wide + side + 47
    box = Rect((window.w - whole) / 2, window.h - h - 24, whole, h)
    shades = theme.tone(tone)
    notices.message_at = box
    canvas.panel(box, theme.card, radius=16, border=shades.fill, width=2, shadow=theme.shadow)
    icon = TOAST_ICONS.get(tone, "info")
    canvas.icon(icon, box.x + 16 + side / 2, box.middle[1], side, shades.text)
    left = box.x + 16 + side + 10
    canvas.text(text, Rect(left, box.y, wide + 1, h), "label", valign="middle")
