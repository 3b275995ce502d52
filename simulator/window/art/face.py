"""Heads and faces: the shape of the head, age, beard, glasses, and what the face says."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.window.art.markup import circle, ellipse, line, mix, number, path
from simulator.window.art.palette import (
    EYE_WHITE,
    GOLD,
    HAIR_TONES,
    INK,
    SHADOW,
    SKIN_TONES,
    Hair,
    Skin,
)
from simulator.window.art.portrait import Portrait


@dataclass(frozen=True, slots=True)
class Mood:
    """How an expression is made: lids and brows for the left and right eye, mouth, tilt.

    ``upper`` and ``lower`` say how far the lids cover the eye (0 to 1), ``gaze`` shifts the iris,
    ``blush`` is the opacity of the cheeks, ``tilt`` turns the head in degrees.
    """

    brows: tuple[str, str]
    mouth: str
    blush: float
    tilt: int
    gaze: tuple[int, int] = (0, 0)
    upper: float = 0.0
    lower: float = 0.0
    laughing: bool = False


MOODS: dict[str, Mood] = {
    "delighted": Mood(("high", "high"), "grin", 0.55, -3, laughing=True),
    "interested": Mood(("lift", "lift"), "smile", 0.4, -4, gaze=(0, -1), lower=0.25),
    "neutral": Mood(("soft", "soft"), "flat", 0.22, 0, upper=0.12),
    "sceptical": Mood(("flat", "cocked"), "skew", 0.15, 4, gaze=(5, 0), upper=0.42, lower=0.15),
    "annoyed": Mood(("angry", "angry"), "frown", 0.3, 2, gaze=(0, 1), upper=0.45, lower=0.3),
}
EXPRESSIONS = tuple(MOODS)

# The jaw from the right ear over the chin to the left ear, as curves; the left half mirrors it.
_JAWS: dict[str, str] = {
    "oval": "C279 262 240 304 200 304 C160 304 121 262 119 208",
    "round": "C284 258 246 300 200 300 C154 300 116 258 119 208",
    "square": "C281 252 268 276 244 294 C228 306 172 306 156 294 C132 276 119 252 119 208",
}
_JAWS_BACK: dict[str, str] = {
    "oval": "C121 262 160 304 200 304 C240 304 279 262 281 208",
    "round": "C116 258 154 300 200 300 C246 300 284 258 281 208",
    "square": "C119 252 132 276 156 294 C172 306 228 306 244 294 C268 276 281 252 281 208",
}
_BROW_SHAPES: dict[str, tuple[int, int, int, int]] = {
    "soft": (1, 5, -9, 2),
    "high": (-6, 4, -22, -8),
    "lift": (-3, 5, -17, -4),
    "cocked": (-8, 8, -28, -8),
    "flat": (3, 0, 2, 7),
    "angry": (-4, 4, -3, 11),
}
_LEFT, _RIGHT = (164, -1), (236, 1)


def neck_parts(portrait: Portrait) -> tuple[str, ...]:
    """Draw the neck and the shadow of the chin on it."""
    skin = SKIN_TONES[portrait.skin]
    inset = 4 if portrait.lashes else 0
    left, right = 164 + inset, 236 - inset
    return (
        path(
            f"M{left} 262 L{left} 340 C{left} 352 178 380 200 382 C222 380 {right} 352 {right} 340"
            f" L{right} 262Z",
            skin.tone,
        ),
        path(
            f"M{left} 286 C176 312 224 312 {right} 286 L{right} 314 C220 340 180 340 {left} 314Z",
            skin.shade,
        ),
    )


def head_parts(portrait: Portrait) -> tuple[str, ...]:
    """Draw ears, head and beard, without the features."""
    skin = SKIN_TONES[portrait.skin]
    jaw, back = _JAWS[portrait.face], _JAWS_BACK[portrait.face]
    parts: list[str] = []
    if portrait.hair not in ("headscarf", "long"):
        parts += _ears(portrait, skin)
    parts.append(
        path(f"M118 168 C118 96 158 74 200 74 C242 74 282 96 282 168 L281 208 {jaw}Z", skin.tone)
    )
    parts.append(
        path(f"M119 208 {back} C276 250 240 288 200 288 C160 288 124 250 119 208Z", skin.shade, 0.5)
    )
    if portrait.beard:
        parts += _beard(HAIR_TONES[portrait.hair_color], back)
    return tuple(parts)


def _ears(portrait: Portrait, skin: Skin) -> list[str]:
    parts: list[str] = []
    for x in (116, 284):
        parts.append(ellipse(x, 204, 15, 23, skin.tone))
        parts.append(line(f"M{x - 4} 194 Q{x + 5} 203 {x - 2} 216", skin.shade, 4))
    if portrait.earrings:
        parts += [circle(113, 231, 5, GOLD), circle(287, 231, 5, GOLD)]
    return parts


def _beard(hair: Hair, back: str) -> list[str]:
    """A beard along the jaw that leaves cheeks and upper lip free; the mouth is drawn on it."""
    return [
        path(
            f"M119 196 L119 208 {back} L281 196 C277 220 271 234 258 240"
            " C244 228 218 231 200 235 C182 231 156 228 142 240 C129 234 123 220 119 196Z",
            hair.tone,
        ),
        line("M176 290 Q200 300 224 290", hair.shine, 4, 0.5),
    ]


def face_parts(portrait: Portrait, expression: str, blink: bool) -> tuple[str, ...]:
    """Draw the features that make the expression."""
    mood = MOODS[expression]
    skin, hair = SKIN_TONES[portrait.skin], HAIR_TONES[portrait.hair_color]
    parts: list[str] = []
    if not portrait.beard:
        parts += [ellipse(x, 236, 18, 11, skin.blush, mood.blush) for x in (148, 252)]
    parts += _age_lines(portrait.age, skin)
    parts.append(_nose(portrait, skin))
    for (x, side), brow in zip((_LEFT, _RIGHT), mood.brows, strict=True):
        parts += _eye(x, side, portrait, mood, blink)
        parts.append(_brow(x, side, brow, hair.brow, 6.5 if portrait.lashes else 8))
    if mood.mouth == "frown":
        parts.append(line("M194 176 q-4 5 -2 11 M206 176 q4 5 2 11", skin.line, 3))
    parts += _mouth(mood.mouth, portrait, skin)
    return tuple(parts)


def _nose(portrait: Portrait, skin: Skin) -> str:
    if portrait.face == "round":
        return line("M190 227 Q200 237 211 227", skin.line, 4.5)
    if portrait.face == "square":
        return line("M203 190 C206 208 216 220 211 229 C206 236 195 235 190 231", skin.line, 4.5)
    return line("M202 196 C206 212 213 222 209 229 C205 235 195 234 191 231", skin.line, 4.5)


def _age_lines(age: str, skin: Skin) -> list[str]:
    if age == "young":
        return []
    under_eyes = "M152 219 Q163 225 174 220 M226 220 Q237 225 248 219"
    if age == "middle":
        return [line(under_eyes, skin.line, 2.6, 0.38)]
    folds = "M172 234 Q162 244 160 256 M228 234 Q238 244 240 256"
    corners = "M139 206 l-8 4 M139 200 l-9 -1 M261 206 l8 4 M261 200 l9 -1"
    forehead = "M176 138 Q200 132 224 138 M184 126 Q200 122 216 126"
    return [
        line(under_eyes + folds + corners, skin.line, 2.8, 0.5),
        line(forehead, skin.line, 2.8, 0.3),
    ]


def _iris(portrait: Portrait) -> str:
    if portrait.skin in ("tan", "brown", "deep"):
        return "#3f2a1b"
    by_hair = {"blond": "#4f7ea8", "red": "#4f7f63", "white": "#54789a", "grey": "#54707c"}
    return by_hair.get(portrait.hair_color, "#4b6a58" if portrait.skin == "fair" else "#5a4030")


def _eye(x: int, side: int, portrait: Portrait, mood: Mood, blink: bool) -> list[str]:
    ink = HAIR_TONES[portrait.hair_color].brow
    ink = mix(ink, INK, 0.75) if portrait.hair_color in ("grey", "white", "blond", "red") else ink
    if mood.laughing:
        return [
            line(f"M{x - 17} 203 Q{x} 183 {x + 17} 203", ink, 5.5),
            *_lash(x, side, 203, portrait, ink),
        ]
    if blink:
        return [
            line(f"M{x - 17} 200 Q{x} 209 {x + 17} 200", ink, 5),
            *_lash(x, side, 200, portrait, ink),
        ]
    return [*_open_eye(x, portrait, mood, ink), *_lash(x, side, 199, portrait, ink)]


def _lash(x: int, side: int, y: int, portrait: Portrait, ink: str) -> list[str]:
    return [line(f"M{x + side * 18} {y} l{side * 6} -6", ink, 3.6)] if portrait.lashes else []


def _almond(x: int, half: int, y: float, over: float, under: float) -> str:
    """An outline from corner to corner of an eye: ``over`` and ``under`` pull its two edges."""
    left, right, a, b = x - half, x + half, x - half + 7, x + half - 7
    return (
        f"M{left} {number(y)} C{a} {number(over)} {b} {number(over)} {right} {number(y)}"
        f" C{b} {number(under)} {a} {number(under)} {left} {number(y)}Z"
    )


def _open_eye(x: int, portrait: Portrait, mood: Mood, ink: str) -> list[str]:
    """An eye whose lids follow the mood; the lash line lies on the edge of the upper lid."""
    skin = SKIN_TONES[portrait.skin]
    iris_x, iris_y = x + mood.gaze[0], 198 + mood.gaze[1]
    edge = 198 + 1.33 * (16 * mood.upper - 10.7)
    parts = [
        path(_almond(x, 18, 200, 183, 211), EYE_WHITE),
        circle(iris_x, iris_y, 9, _iris(portrait)),
        circle(iris_x, iris_y, 4.6, "#16121a"),
        circle(iris_x + 3, iris_y - 3.4, 2.6, "#ffffff"),
    ]
    if mood.upper > 0:
        parts.append(path(_almond(x, 20, 199, 179, edge + 1), skin.shade))
    lashes = f"M{x - 19} 199.5 C{x - 11} {number(edge)} {x + 11} {number(edge)} {x + 19} 199.5"
    parts.append(line(lashes, ink, 4.2))
    if mood.lower > 0:
        parts.append(path(_almond(x, 19, 201, 211 - 9 * mood.lower, 215), skin.tone))
    return parts


def _brow(x: int, side: int, shape: str, color: str, width: float) -> str:
    """A brow over one eye; the inner end, toward the nose, carries the mood."""
    outer, middle_x, middle_y, inner = _BROW_SHAPES[shape]
    return line(
        f"M{x + side * 22} {170 + outer} Q{x + side * middle_x} {170 + middle_y}"
        f" {x - side * 20} {170 + inner}",
        color,
        width,
    )


_MOUTHS: dict[str, tuple[str, str]] = {
    "smile": ("M171 251 Q200 279 229 251", "M190 275 Q200 279 210 275"),
    "flat": ("M179 259 Q200 263 221 259", "M191 272 Q200 275 209 272"),
    "skew": ("M177 265 C192 264 206 262 225 251", "M230 244 q5 6 2 13"),
    "frown": ("M175 269 Q200 249 225 269", "M191 275 Q200 271 209 275"),
}


def _mouth(kind: str, portrait: Portrait, skin: Skin) -> list[str]:
    if kind == "grin":
        return [
            path(
                "M164 249 Q200 259 236 249 C233 287 167 287 164 249Z", mix(skin.mouth, SHADOW, 0.1)
            ),
            path("M168 250.5 Q200 259.5 232 250.5 L229 260 Q200 268 171 260Z", "#ffffff"),
            path("M183 274 Q200 262 217 274 Q200 281 183 274Z", "#e2727b"),
        ]
    lips, lower = _MOUTHS[kind]
    if portrait.beard:
        dark = portrait.hair_color in ("black", "dark", "brown", "auburn")
        return [line(lips, "#efc0ae" if dark else "#6b2a31", 6)]
    return [line(lips, skin.mouth, 5.5), line(lower, skin.line, 3.5, 0.55)]


_SQUARED_LENSES = (
    "M136 180 L192 180 Q195 224 164 226 Q133 224 136 180Z"
    " M208 180 L264 180 Q267 224 236 226 Q205 224 208 180Z"
)
_ROUND_LENSES = (
    "M135 200 C135 161 193 161 193 200 C193 239 135 239 135 200Z"
    " M207 200 C207 161 265 161 265 200 C265 239 207 239 207 200Z"
)


def temple_parts(portrait: Portrait) -> tuple[str, ...]:
    """Draw the arms of glasses, which hair and scarf cover."""
    if not portrait.glasses:
        return ()
    return (line("M135 194 L118 188 M265 194 L282 188", _frame_color(portrait), 5),)


def _frame_color(portrait: Portrait) -> str:
    return INK if portrait.hair_color != "white" else "#4a5170"


def glasses_parts(portrait: Portrait) -> tuple[str, ...]:
    """Draw glasses, round or squared to suit the face, over everything else on the head."""
    if not portrait.glasses:
        return ()
    frame = _frame_color(portrait)
    outlines = _SQUARED_LENSES if portrait.face == "round" else _ROUND_LENSES
    return (
        path(outlines, "#ffffff", 0.14),
        line(outlines, frame, 5),
        line("M192 194 Q200 187 208 194", frame, 5),
    )
