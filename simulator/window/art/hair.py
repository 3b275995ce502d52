"""Hair and headscarf: what lies behind the body, over the forehead, and over the shoulders.

Every style is a set of outlines in the 400 by 480 units of the bust; the skull spans x 118 to 282,
its top is y 74, the ears stand at y 204.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.window.art.markup import circle, line, path
from simulator.window.art.palette import CLOTH_TONES, GOLD, HAIR_TONES, SKIN_TONES, Hair
from simulator.window.art.portrait import Portrait

Puff = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Style:
    """One hair style as data: outlines to fill, puffs (x, y, radius), lines of light.

    ``hairline`` is the edge of the hair on the forehead; its soft shadow is drawn on the skin.
    """

    behind: str = ""
    behind_puffs: tuple[Puff, ...] = ()
    front: str = ""
    front_puffs: tuple[Puff, ...] = ()
    hairline: str = ""
    shine: str = ""
    shine_width: float = 8.0
    strands: str = ""
    tail: str = ""
    """Hair that falls over a shoulder, tied where ``band`` lies."""

    band: str = ""


@dataclass(frozen=True, slots=True)
class HairLayers:
    """The drawn hair: behind the body, cloth over the chest, shadow on the skin, in front."""

    behind: tuple[str, ...]
    drape: tuple[str, ...]
    hairline: tuple[str, ...]
    front: tuple[str, ...]


_CLOSE_BACK = (
    "M200 54 C128 52 106 108 110 186 C112 200 118 212 124 216 L276 216"
    " C282 212 288 200 290 186 C294 108 272 52 200 54Z"
)

STYLES: dict[str, Style] = {
    "quiff": Style(
        behind=_CLOSE_BACK,
        front="M111 182 C101 104 138 50 208 46 C268 42 303 96 289 182 C284 160 281 146 270 132"
        " C240 140 190 134 160 112 C150 126 136 138 131 156 C125 164 119 172 111 182Z",
        hairline="M131 156 C136 138 150 126 160 112 C190 134 240 140 270 132 C277 140 280 150"
        " 283 160",
        shine="M150 84 C172 62 214 56 246 70",
    ),
    "parted": Style(
        behind=_CLOSE_BACK,
        front="M111 184 C100 104 136 46 206 44 C270 42 302 98 289 184 C285 166 282 150 275 138"
        " C262 130 250 118 243 100 C222 124 172 136 133 132 C126 150 118 166 111 184Z",
        hairline="M121 166 C127 152 130 142 133 132 C172 136 222 124 243 100 C250 118 262 130"
        " 275 138",
        shine="M146 88 C164 68 194 58 220 60",
        strands="M243 102 C242 84 236 66 224 54",
    ),
    "buzz": Style(
        behind=_CLOSE_BACK,
        front="M112 176 C106 96 146 58 200 58 C254 58 294 96 288 176 C284 158 280 140 270 126"
        " C252 112 148 112 130 126 C120 140 116 158 112 176Z",
        hairline="M120 150 C122 142 126 132 130 126 C148 112 252 112 270 126 C274 132 278 142"
        " 280 150",
        shine="M152 84 C172 74 206 72 232 78",
        shine_width=7,
    ),
    "curls": Style(
        behind=_CLOSE_BACK,
        front="M112 178 C104 120 130 92 200 92 C270 92 296 120 288 178 C284 158 280 146 272 134"
        " C250 122 150 122 128 134 C120 146 116 158 112 178Z",
        front_puffs=(
            (132, 106, 22),
            (154, 84, 24),
            (184, 70, 26),
            (218, 68, 26),
            (248, 82, 25),
            (270, 106, 22),
            (150, 116, 17),
            (178, 108, 20),
            (208, 108, 21),
            (238, 112, 19),
            (258, 120, 15),
        ),
        hairline="M128 138 C134 130 140 134 152 134 C166 134 166 128 178 128 C194 130 194 130"
        " 208 130"
        " C224 130 226 132 238 132 C248 134 262 130 272 138",
        shine="M146 82 q10 -13 23 -5 M182 64 q11 -11 23 -2 M226 66 q12 -7 20 3",
        shine_width=5,
    ),
    "receding": Style(
        behind="M200 66 C132 64 104 120 110 196 C112 210 118 218 124 220 L276 220 C282 218 288 210"
        " 290 196 C296 120 268 64 200 66Z",
        front="M112 192 C102 146 106 104 144 80 C140 104 138 120 134 138 C132 158 122 172 112 192Z"
        "M288 192 C298 146 294 104 256 80 C260 104 262 120 266 138 C268 158 278 172 288 192Z",
        shine="M172 84 C188 77 210 77 226 83",
    ),
    "bald": Style(shine="M152 98 C164 84 184 77 206 78"),
    "pixie": Style(
        behind="M200 48 C124 46 100 108 106 190 C108 206 112 222 122 232 L278 232 C288 222 292 206"
        " 294 190 C300 108 276 46 200 48Z",
        front="M108 200 C96 108 132 42 206 42 C278 42 304 110 292 200 C290 214 284 222 280 224"
        " C278 196 276 172 262 146 C222 150 180 132 158 104 C152 130 134 150 128 174"
        " C124 192 122 210 120 224 C114 220 109 212 108 200Z",
        hairline="M124 190 C126 164 152 136 158 104 C180 132 222 150 262 146 C272 164 276 178"
        " 277 196",
        shine="M154 82 C176 62 212 58 242 72",
        strands="M262 146 C246 134 232 118 224 100",
    ),
    "bob": Style(
        behind="M200 34 C112 30 84 104 92 176 C96 220 78 262 92 306 C110 334 150 330 164 318"
        " L236 318 C250 330 290 334 308 306 C322 262 304 220 308 176 C316 104 288 30 200 34Z",
        front="M200 46 C136 42 108 92 110 196 C122 190 132 166 138 140 C176 146 224 128 246 96"
        " C252 130 270 158 290 196 C292 92 262 44 200 46Z",
        hairline="M124 182 C130 170 135 154 138 140 C176 146 224 128 246 96 C250 122 262 146 276"
        " 172",
        shine="M146 90 C166 68 196 60 226 66",
    ),
    "long": Style(
        behind="M200 36 C112 32 84 106 90 190 C92 260 78 330 84 430 L316 430 C322 330 308 260 310"
        " 190 C316 106 288 32 200 36Z",
        front="M112 214 C96 118 130 46 202 46 C272 46 304 118 288 214 C285 190 280 172 268 154"
        " C254 136 230 118 216 84 C196 122 154 140 134 158 C124 176 116 194 112 214Z"
        "M110 196 C92 240 92 300 84 352 C78 392 88 424 106 444 C130 424 144 388 140 344"
        " C138 318 120 276 116 222Z"
        "M290 196 C308 240 308 300 316 352 C322 392 312 424 294 444 C270 424 256 388 260 344"
        " C262 318 280 276 284 222Z",
        hairline="M122 192 C126 178 130 168 134 158 C154 140 196 122 216 84 C230 118 254 136 268"
        " 154"
        " C274 166 277 178 279 190",
        shine="M142 92 C158 72 182 62 200 62",
        strands="M106 330 C102 366 104 398 108 424 M294 330 C298 366 296 398 292 424",
    ),
    "waves": Style(
        behind="M200 34 C116 30 82 96 94 166 C98 196 74 214 82 246 C88 268 74 284 82 310"
        " C92 346 132 346 150 330 L250 330 C268 346 308 346 318 310 C326 284 312 268 318 246"
        " C326 214 302 196 306 166 C318 96 284 30 200 34Z",
        front="M110 200 C98 104 134 44 200 44 C270 44 304 104 290 200 C288 178 276 160 256 144"
        " C222 138 178 118 158 92 C160 126 138 142 130 160 C122 174 114 182 110 200Z",
        hairline="M123 182 C126 166 134 158 144 144 C154 132 158 116 158 92 C178 118 222 138 256"
        " 144"
        " C268 154 276 166 279 182",
        shine="M150 78 C170 60 206 56 240 70",
        strands="M98 226 C92 242 104 254 98 272 C94 284 98 296 104 306 M302 226 C308 242 296 254"
        " 302 272 C306 284 302 296 296 306",
    ),
    "ponytail": Style(
        behind="M200 46 C120 46 102 112 108 184 C110 214 122 238 134 252 L262 268"
        " C284 246 292 214 292 184 C298 112 280 46 200 46Z",
        front="M112 192 C102 96 140 46 202 46 C268 46 300 98 288 192 C284 164 276 142 258 122"
        " C226 126 186 116 164 98 C152 118 126 140 112 192Z",
        hairline="M120 170 C130 138 152 118 164 98 C186 116 226 126 258 122 C272 138 278 152 281"
        " 168",
        shine="M150 84 C168 64 204 58 238 70",
        strands="M164 98 C166 84 174 72 186 64",
        tail="M236 250 C262 250 288 270 288 304 C316 330 330 376 316 424 C310 446 298 462 282 470"
        " C284 452 276 440 270 420 C258 380 256 340 264 306 C256 286 244 270 236 250Z",
        band="M262 303 Q276 309 290 303",
    ),
    "bun": Style(
        behind="M200 46 C120 46 102 112 108 184 L292 184 C298 112 280 46 200 46Z",
        behind_puffs=((200, 34, 32),),
        front="M200 52 C138 50 110 98 112 186 C126 170 140 128 198 100 C258 128 274 170 288 186"
        " C290 98 262 50 200 52Z",
        hairline="M120 174 C132 158 146 124 198 100 C252 126 268 158 280 174",
        shine="M150 92 C164 76 180 70 194 68",
        shine_width=7,
        strands="M182 22 Q198 10 218 22",
    ),
    "curly": Style(
        behind_puffs=(
            (112, 120, 40),
            (104, 168, 36),
            (108, 214, 34),
            (122, 252, 30),
            (288, 120, 40),
            (296, 168, 36),
            (292, 214, 34),
            (278, 252, 30),
            (140, 80, 42),
            (200, 62, 46),
            (260, 80, 42),
        ),
        front_puffs=(
            (140, 112, 28),
            (172, 94, 30),
            (208, 88, 32),
            (244, 98, 30),
            (268, 122, 24),
            (126, 140, 20),
        ),
        hairline="M124 158 C138 158 146 142 156 138 C170 128 180 126 190 122 C206 122 224 122"
        " 236 128"
        " C250 130 262 146 278 148",
        shine="M160 80 q10 -12 22 -4 M202 72 q10 -12 22 -4 M236 88 q10 -12 22 -4 M96 160 q4 -12 16"
        " -12 M290 156 q10 -4 16 8",
        shine_width=5,
    ),
}


def hair_layers(portrait: Portrait) -> HairLayers:
    """Draw the person's hair, or the scarf over it."""
    if portrait.hair == "headscarf":
        return _headscarf(portrait)
    style = STYLES[portrait.hair]
    hair, skin = HAIR_TONES[portrait.hair_color], SKIN_TONES[portrait.skin]
    behind = _filled(style.behind, hair.tone)
    behind += [circle(*puff, hair.tone) for puff in style.behind_puffs]
    front = _filled(style.front, hair.tone)
    front += [circle(*puff, hair.tone) for puff in style.front_puffs]
    if portrait.earrings and portrait.hair == "long":
        front += [circle(x, 233, 5, GOLD) for x in (119, 281)]
    bare = portrait.hair in ("bald", "receding")
    if style.shine:
        light = "#ffffff" if bare else hair.shine
        front.append(line(style.shine, light, style.shine_width, 0.22 if bare else 1.0))
    if style.strands:
        front.append(line(style.strands, hair.shine, 4, 0.8))
    shadow = (line(style.hairline, skin.shade, 13, 0.6, butt=True),) if style.hairline else ()
    return HairLayers(tuple(behind), _tail(style, hair, portrait), shadow, tuple(front))


def _tail(style: Style, hair: Hair, portrait: Portrait) -> tuple[str, ...]:
    if not style.tail:
        return ()
    return (
        path(style.tail, hair.tone),
        line("M284 330 C300 360 304 392 292 432 M272 336 C280 366 284 396 280 420", hair.shine, 4),
        line(style.band, CLOTH_TONES[portrait.clothes_color].tie, 8),
    )


def _filled(outlines: str, color: str) -> list[str]:
    """Fill each outline by itself: in one path, overlaps of opposite direction would be holes."""
    return [path(f"{outline}Z", color) for outline in outlines.split("Z") if outline]


def _headscarf(portrait: Portrait) -> HairLayers:
    scarf = CLOTH_TONES[CLOTH_TONES[portrait.clothes_color].partner]
    skin = SKIN_TONES[portrait.skin]
    opening = (
        "M200 104 C156 104 130 134 127 186 C126 244 158 294 200 300"
        " C242 294 274 244 273 186 C270 134 244 104 200 104Z"
    )
    hood = (
        "M200 40 C124 38 90 98 92 180 C92 244 104 292 126 330 C150 356 250 356 274 330"
        " C296 292 308 244 308 180 C310 98 276 38 200 40Z"
    )
    drape = (
        path(
            "M120 300 C112 336 84 356 62 380 C84 432 150 462 204 466 C262 462 322 426 338 378"
            " C316 356 288 336 280 300Z",
            scarf.tone,
        ),
        line("M80 398 C130 436 220 440 312 358", scarf.shade, 5, 0.9),
        line("M100 366 C150 410 236 406 286 344", scarf.shade, 5, 0.7),
        line("M122 424 C160 446 220 448 268 426", scarf.shade, 4, 0.5),
    )
    front = (
        path(hood + opening, scarf.tone, holes=True),
        line("M136 172 C140 132 164 110 200 110 C236 110 260 132 264 172", scarf.shade, 9),
        line("M106 190 C100 130 130 70 186 58", scarf.shade, 4, 0.6),
        line("M294 196 C296 250 276 296 240 324", scarf.shade, 4, 0.8),
        line("M132 300 C150 330 190 342 230 336", scarf.shade, 4, 0.8),
    )
    return HairLayers((), drape, (line(opening, skin.shade, 13, 0.6),), front)
