"""Clothes: eleven kinds of garment, each a body under the neck and a collar over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.window.art.markup import circle, line, mix, path, rect
from simulator.window.art.palette import (
    CLOTH_TONES,
    GOLD,
    INK,
    SHADOW,
    SHIRT,
    SKIN_TONES,
    Cloth,
    Skin,
)
from simulator.window.art.portrait import Portrait

_SHOULDERS = "M18 480 C22 398 62 366 146 344 L254 344 C338 366 378 398 382 480Z"
_SLEEVES = "M70 480 C72 450 78 430 88 414 M330 480 C328 450 322 430 312 414"
_SHIRT_COLLAR = (
    "M160 330 L200 382 L176 404 L148 344Z",
    "M240 330 L200 382 L224 404 L252 344Z",
)
_COLLAR_EDGES = "M160 330 L200 382 L176 404 M240 330 L200 382 L224 404"
_TIE = "M190 374 L210 374 L214 392 L207 400 L210 450 L200 468 L190 450 L193 400 L186 392Z"
_LONG_TIE = "M190 374 L210 374 L214 392 L207 400 L216 480 L184 480 L193 400 L186 392Z"
_TEE_NECK = "M150 342 C156 392 244 392 250 342 L240 340 C232 378 168 378 160 340Z"


@dataclass(frozen=True, slots=True)
class ClothesLayers:
    """The drawn garment: the part under the neck, and the part over it."""

    body: tuple[str, ...]
    collar: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wearer:
    portrait: Portrait
    cloth: Cloth
    skin: Skin

    @property
    def white(self) -> bool:
        """Whether the garment is white, so that what is worn under it must not be."""
        return self.portrait.clothes_color == "white"


def clothes_layers(portrait: Portrait) -> ClothesLayers:
    """Draw what the person wears."""
    wearer = _Wearer(portrait, CLOTH_TONES[portrait.clothes_color], SKIN_TONES[portrait.skin])
    return _GARMENTS[portrait.clothes](wearer)


def _torso(color: str) -> tuple[str, ...]:
    return (path(_SHOULDERS, color), line(_SLEEVES, SHADOW, 5, 0.15))


def _collar(color: str) -> tuple[str, ...]:
    return (*(path(d, color) for d in _SHIRT_COLLAR), line(_COLLAR_EDGES, SHADOW, 2.5, 0.14))


def _tie(wearer: _Wearer, outline: str = _TIE) -> tuple[str, ...]:
    if not wearer.portrait.tie:
        return ()
    return (
        path(outline, wearer.cloth.tie),
        path("M189 374 L211 374 L213 390 L208 397 L192 397 L187 390Z", SHADOW, 0.16),
    )


def _blazer(wearer: _Wearer) -> ClothesLayers:
    shirt = SHIRT if not wearer.white else "#dfe7f5"
    inner: tuple[str, ...] = (path("M150 340 L197 480 L203 480 L250 340Z", shirt),)
    collar = _collar(shirt)
    if wearer.portrait.lashes and not wearer.portrait.tie:
        inner = (*inner, line("M200 402 L200 480", SHADOW, 2.5, 0.12))
    lapels = (
        path("M148 342 L120 368 L138 396 L128 408 L194 480 L203 480 L160 344Z", wearer.cloth.shade),
        path("M252 342 L280 368 L262 396 L272 408 L206 480 L197 480 L240 344Z", wearer.cloth.shade),
    )
    body = (*_torso(wearer.cloth.tone), *inner, *_tie(wearer), *lapels)
    return ClothesLayers(body, collar)


def _knit(wearer: _Wearer) -> ClothesLayers:
    body = (
        *_torso(wearer.cloth.tone),
        path(
            "M146 344 C150 394 250 394 254 344 L265 347 C262 413 138 413 135 347Z",
            wearer.cloth.shade,
        ),
        path("M150 338 L200 386 L250 338 L240 366 C226 386 174 386 160 366Z", SHIRT),
        *_tie_knot(wearer),
    )
    collar = (
        path("M160 330 L200 376 L178 390 L150 342Z", SHIRT),
        path("M240 330 L200 376 L222 390 L250 342Z", SHIRT),
        line("M160 330 L200 376 L178 390 M240 330 L200 376 L222 390", SHADOW, 2.5, 0.12),
    )
    return ClothesLayers(body, collar)


def _tie_knot(wearer: _Wearer) -> tuple[str, ...]:
    return (
        (path("M188 372 L212 372 L208 398 L192 398Z", wearer.cloth.tie),)
        if wearer.portrait.tie
        else ()
    )


def _turtleneck(wearer: _Wearer) -> ClothesLayers:
    collar = (
        path(
            "M150 352 L156 324 Q158 316 165 319 C182 332 218 332 235 319 Q242 316 244 324"
            " L250 352 L222 392 L178 392Z",
            wearer.cloth.tone,
        ),
        line("M154 338 C176 360 224 360 246 338", wearer.cloth.shade, 5),
        line("M150 354 C170 378 230 378 250 354", wearer.cloth.shade, 5),
        line("M176 332 l-3 14 M200 336 l0 14 M224 332 l3 14", wearer.cloth.shade, 3, 0.6),
    )
    return ClothesLayers(_torso(wearer.cloth.tone), collar)


def _blouse(wearer: _Wearer) -> ClothesLayers:
    body = (
        path(
            "M22 480 C26 400 66 368 148 346 L252 346 C334 368 374 400 378 480Z", wearer.cloth.tone
        ),
        path("M150 344 C164 392 186 424 200 436 C214 424 236 392 250 344Z", wearer.skin.tone),
        path("M156 346 L244 346 L240 354 C228 390 172 390 160 354Z", wearer.skin.shade, 0.8),
        path(
            "M148 346 C162 396 186 428 200 440 L192 452 C168 430 146 396 136 350Z",
            wearer.cloth.shade,
        ),
        path(
            "M252 346 C238 396 214 428 200 440 L208 452 C232 430 254 396 264 350Z",
            wearer.cloth.shade,
        ),
        line(_SLEEVES, SHADOW, 5, 0.15),
    )
    necklace = (line("M166 364 Q200 416 234 364", GOLD, 3.5), circle(200, 392, 6, GOLD))
    return ClothesLayers(body, necklace if wearer.portrait.earrings else ())


def _shirt(wearer: _Wearer) -> ClothesLayers:
    body = (
        *_torso(wearer.cloth.tone),
        path("M150 340 L200 390 L250 340 L246 350 L200 404 L154 350Z", wearer.cloth.shade),
        line("M200 396 L200 480", wearer.cloth.shade, 4),
        *(circle(208, y, 3.2, wearer.cloth.shade) for y in (424, 456)),
        *_tie(wearer, _LONG_TIE),
    )
    light = mix(wearer.cloth.tone, "#ffffff", 0.18)
    return ClothesLayers(body, _collar(light))


def _polo(wearer: _Wearer) -> ClothesLayers:
    body = (
        *_torso(wearer.cloth.tone),
        path("M188 380 L212 380 L212 446 Q200 454 188 446Z", wearer.cloth.shade),
        circle(200, 412, 3.4, SHIRT),
        circle(200, 434, 3.4, SHIRT),
    )
    collar = (
        path("M158 330 C168 360 184 376 200 386 L182 412 L144 356Z", wearer.cloth.shade),
        path("M242 330 C232 360 216 376 200 386 L218 412 L256 356Z", wearer.cloth.shade),
        line("M152 360 L183 405 M248 360 L217 405", SHIRT, 3, 0.7),
    )
    return ClothesLayers(body, collar)


def _hoodie(wearer: _Wearer) -> ClothesLayers:
    body = (
        *_torso(wearer.cloth.tone),
        path(
            "M148 334 C108 344 106 376 132 392 C152 410 180 424 200 426"
            " C220 424 248 410 268 392 C294 376 292 344 252 334Z",
            wearer.cloth.shade,
        ),
        path(
            "M156 340 C160 378 182 400 200 402 C218 400 240 378 244 340Z",
            mix(wearer.cloth.shade, SHADOW, 0.25),
        ),
    )
    strings = (line("M176 412 L172 462 M224 412 L228 452", SHIRT, 5),)
    return ClothesLayers((*body, *strings), ())


def _tee(color: str) -> tuple[str, ...]:
    return (*_torso(color), path(_TEE_NECK, mix(color, SHADOW, 0.12)))


def _overalls(wearer: _Wearer) -> ClothesLayers:
    under = "#eef1f6" if not wearer.white else "#8fa6c8"
    body = (
        *_tee(under),
        path("M96 358 L128 349 L150 424 L122 430Z", wearer.cloth.tone),
        path("M304 358 L272 349 L250 424 L278 430Z", wearer.cloth.tone),
        path("M118 418 L282 418 Q288 450 290 480 L110 480 Q112 450 118 418Z", wearer.cloth.tone),
        line("M124 426 L276 426", wearer.cloth.shade, 3.5),
        rect(168, 446, 64, 40, wearer.cloth.shade, 6),
        circle(135, 430, 6.5, GOLD),
        circle(265, 430, 6.5, GOLD),
    )
    return ClothesLayers(body, ())


def _apron(wearer: _Wearer) -> ClothesLayers:
    under = SHIRT if not wearer.white else "#8fb0a5"
    body = (
        *_torso(under),
        path("M150 340 L200 390 L250 340 L246 350 L200 404 L154 350Z", mix(under, SHADOW, 0.12)),
        line("M200 396 L200 430", SHADOW, 3, 0.14),
        line("M142 348 L152 424 M258 348 L248 424", wearer.cloth.shade, 11),
        path("M140 418 Q200 436 260 418 L280 480 L120 480Z", wearer.cloth.tone),
        line("M142 421 Q200 439 258 421", wearer.cloth.shade, 4),
    )
    return ClothesLayers(body, _collar(under))


def _scrubs(wearer: _Wearer) -> ClothesLayers:
    body = (
        *_torso(wearer.cloth.tone),
        path("M152 342 L200 420 L248 342Z", wearer.skin.tone),
        path("M156 346 L244 346 L240 354 C228 384 172 384 160 354Z", wearer.skin.shade, 0.8),
        path("M150 342 L200 424 L250 342 L266 347 L204 446 L196 446 L134 347Z", wearer.cloth.shade),
        path("M256 424 L306 424 L304 462 Q280 470 258 462Z", wearer.cloth.shade),
        rect(268, 412, 9, 26, SHIRT, 3),
        rect(284, 416, 7, 22, "#5b6cf0", 3),
    )
    return ClothesLayers(body, ())


def _vest(wearer: _Wearer) -> ClothesLayers:
    """A bright safety vest with silver bands over a shirt in the person's color."""
    bright, band = "#f6c945", "#e9edf5"
    left = "M62 480 C64 420 92 372 140 347 L172 392 L190 480Z"
    right = "M338 480 C336 420 308 372 260 347 L228 392 L210 480Z"
    body = (
        *_torso(wearer.cloth.tone),
        path("M150 340 L200 390 L250 340 L246 350 L200 404 L154 350Z", wearer.cloth.shade),
        path(left, bright),
        path(right, bright),
        path("M100 376 L122 358 L150 480 L126 480Z M300 376 L278 358 L250 480 L274 480Z", band),
        line("M172 392 L190 480 M228 392 L210 480", mix(bright, INK, 0.25), 4),
    )
    return ClothesLayers(body, _collar(mix(wearer.cloth.tone, "#ffffff", 0.18)))


_GARMENTS: dict[str, Callable[[_Wearer], ClothesLayers]] = {
    "blazer": _blazer,
    "knit": _knit,
    "turtleneck": _turtleneck,
    "blouse": _blouse,
    "shirt": _shirt,
    "polo": _polo,
    "hoodie": _hoodie,
    "overalls": _overalls,
    "apron": _apron,
    "scrubs": _scrubs,
    "vest": _vest,
}
