"""The one table of colours, type, spacing, corners, shadows and motion.

Every colour is written ``#rrggbb``, the form SVG strings take as well. Lengths are logical
units (a 1280 x 720 window has one pixel to the unit). :meth:`Theme.text_pairs` and
:meth:`Theme.part_pairs` list what may stand on what; a test computes their contrast.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from simulator.window.art.markup import mix


@dataclass(frozen=True, slots=True)
class Tone:
    """One meaning in three strengths: bars and icons, words, and the ground behind the words."""

    fill: str
    text: str
    tint: str


@dataclass(frozen=True, slots=True)
class Shadow:
    """A soft shadow: blur and downward shift in logical units, opacity from 0 to 255."""

    blur: float
    drop: float
    opacity: int
    color: str = "#1a2140"


@dataclass(frozen=True, slots=True)
class Type:
    """A typographic role: face name (see fonts.py), size and line height in logical units."""

    face: str
    size: float
    leading: float


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of one appearance.

    ``page`` lies under everything, ``card`` on it, ``well`` is sunken into a card, ``hover`` is a
    card under the pointer; ``ink`` and ``muted`` are words; ``line`` parts things without
    meaning, ``edge`` is the border of what can be used; ``focus`` is the focus ring; ``lift`` and
    ``press`` are the ground of a primary button under the pointer and while it is held down.
    """

    name: str
    page: str
    card: str
    well: str
    hover: str
    ink: str
    muted: str
    line: str
    edge: str
    focus: str
    scrim: str
    scrim_opacity: int
    on_primary: str
    lift: str
    press: str
    primary: Tone
    trust: Tone
    value: Tone
    urgency: Tone
    neutral: Tone
    shadow: Shadow | None
    low_shadow: Shadow | None
    border: float = 1.5

    def tone(self, name: str) -> Tone:
        """Return the tone called ``name``, which may also be ``good``, ``fair`` or ``bad``."""
        tones = {
            "primary": self.primary,
            "trust": self.trust,
            "value": self.value,
            "urgency": self.urgency,
            "neutral": self.neutral,
            "good": self.trust,
            "fair": self.value,
            "bad": self.urgency,
        }
        return tones[name]

    def tones(self) -> tuple[Tone, ...]:
        """Return the five different tones."""
        return (self.primary, self.trust, self.value, self.urgency, self.neutral)

    @property
    def rim(self) -> str | None:
        """The border of what a shadow lifts from its ground in a theme with shadows."""
        return self.line if self.shadow is None else None

    @property
    def seam(self) -> str | None:
        """The border of what lies on a picture: by night a shadow alone does not part them."""
        return None if self.name == "light" else self.rim or self.edge

    @property
    def faded(self) -> str:
        """The words of what cannot be used now."""
        return self.muted if self.shadow else self.neutral.fill

    @property
    def night(self) -> bool:
        """Whether places are drawn by night; dim things are of no use in high contrast."""
        return self.name == "dark"

    @property
    def track(self) -> str:
        """The part of a ring that is not filled."""
        return self.rim or self.well

    @property
    def selection(self) -> str:
        """The ground of selected words."""
        return mix(self.primary.tint, self.primary.fill, 0.22)

    @property
    def faint(self) -> frozenset[str]:
        """Grounds that hardly stand out from what they lie on; without shadows they get an edge."""
        return frozenset({self.well, *(tone.tint for tone in self.tones())})

    @property
    def parts(self) -> frozenset[str]:
        """The colours of shapes that mean something: borders of what can be used, bars, rings."""
        return frozenset({self.edge, self.focus, *(tone.fill for tone in self.tones())})

    def text_pairs(self) -> Iterator[tuple[str, str]]:
        """Yield every (text, ground) that screens may use; each reaches 4.5:1."""
        for ground in (self.page, self.card, self.well, self.hover):
            yield self.ink, ground
            yield self.muted, ground
            for tone in self.tones():
                yield tone.text, ground
        for tone in self.tones():
            yield tone.text, tone.tint
            yield self.ink, tone.tint
        yield self.on_primary, self.primary.fill
        yield self.on_primary, self.lift
        yield self.on_primary, self.press
        yield self.card, self.ink
        yield self.ink, self.selection

    def part_pairs(self) -> Iterator[tuple[str, str]]:
        """Yield every (part, ground) whose shape carries meaning; each reaches 3:1."""
        for ground in (self.page, self.card, self.well, self.hover):
            yield self.edge, ground
            yield self.focus, ground
            for tone in self.tones():
                yield tone.fill, ground
        for tone in self.tones():
            yield tone.fill, tone.tint


LIGHT: Final = Theme(
    name="light",
    page="#eff2fa",
    card="#ffffff",
    well="#edf0f8",
    hover="#f5f6ff",
    ink="#1a2140",
    muted="#566080",
    line="#e3e7f3",
    edge="#7f88a8",
    focus="#3342c4",
    scrim="#1a2140",
    scrim_opacity=128,
    on_primary="#ffffff",
    lift="#3c4dde",
    press="#2c39ad",
    primary=Tone("#4a5cf0", "#3342c4", "#eceeff"),
    trust=Tone("#0f8f7c", "#0b6a5c", "#dff2ef"),
    value=Tone("#d56f00", "#8f4d00", "#fdf0e0"),
    urgency=Tone("#e2455d", "#ab2439", "#fce9ec"),
    neutral=Tone("#717b9d", "#4d5674", "#edf0f8"),
    shadow=Shadow(14, 5, 34),
    low_shadow=Shadow(7, 2, 30),
)

DARK: Final = Theme(
    name="dark",
    page="#12162a",
    card="#1d2340",
    well="#151a31",
    hover="#262d50",
    ink="#f1f3fc",
    muted="#aab3d3",
    line="#2d3558",
    edge="#7d88b4",
    focus="#a9b4ff",
    scrim="#05070f",
    scrim_opacity=170,
    on_primary="#0d1128",
    lift="#a3adff",
    press="#c2c9ff",
    primary=Tone("#8490ff", "#b3bcff", "#2a3263"),
    trust=Tone("#35c4ad", "#62d8c5", "#173c42"),
    value=Tone("#f5a94f", "#f8bd77", "#40321f"),
    urgency=Tone("#f47f90", "#ff9fac", "#45253a"),
    neutral=Tone("#8f9ac2", "#b9c1de", "#2a3153"),
    shadow=Shadow(16, 6, 120, "#05070f"),
    low_shadow=Shadow(7, 2, 90, "#05070f"),
)

CONTRAST: Final = Theme(
    name="contrast",
    page="#000000",
    card="#000000",
    well="#141414",
    hover="#1f1f1f",
    ink="#ffffff",
    muted="#e6e6e6",
    line="#8c8c8c",
    edge="#ffffff",
    focus="#6cc8ff",
    scrim="#000000",
    scrim_opacity=235,
    on_primary="#000000",
    lift="#fff1a8",
    press="#ffffff",
    primary=Tone("#ffe14d", "#ffe14d", "#2b2600"),
    trust=Tone("#4be3c4", "#6bf0d4", "#00281f"),
    value=Tone("#ffb454", "#ffc679", "#2e1c00"),
    urgency=Tone("#ff8a9b", "#ffa9b5", "#38060f"),
    neutral=Tone("#bdbdbd", "#e0e0e0", "#262626"),
    shadow=None,
    low_shadow=None,
    border=2.0,
)

THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}

TYPE: Final = {
    "display": Type("extrabold", 46, 54),
    "number": Type("extrabold", 30, 36),
    "title": Type("extrabold", 26, 34),
    "heading": Type("extrabold", 17, 24),
    "name": Type("extrabold", 14.5, 20),
    "button": Type("bold", 14.5, 20),
    "label": Type("bold", 13, 18),
    "caption": Type("semibold", 12.5, 18),
    "lead": Type("regular", 17.5, 26),
    "choice": Type("regular", 17, 24),
    "body": Type("regular", 16, 24),
    "small": Type("regular", 13.5, 19),
}

GAP: Final = 16.0
"""Room between cards and around the page, in logical units."""
PAD: Final = 20.0
"""Room between the edge of a card and its content."""
CARD_RADIUS: Final = 20.0
CHOICE_RADIUS: Final = 16.0
BUTTON_RADIUS: Final = 12.0
SMALL_RADIUS: Final = 10.0
BAR_HEIGHT: Final = 68.0
"""Height of the bar at the top of a screen, at text scale 1."""


FADE: Final = 0.14
"""Seconds in which one screen gives way to another. All motion is off when somebody wants it so,
and none of it ever makes anybody wait."""
RISE: Final = 0.55
"""Seconds in which people come up from behind a table."""
CARET: Final = 0.53
"""Seconds for which the caret of a field shows, and for which it does not."""
TIP_AFTER: Final = 0.5
"""Seconds of rest on a widget after which its tip shows."""
TOAST_FOR: Final = 3.5
"""Least seconds for which a message stays."""
CAPTION_FOR: Final = 2.5
"""Seconds for which the caption of a sound stays."""


@lru_cache(maxsize=4096)
def luminance(color: str) -> float:
    """Return the relative luminance of ``#rrggbb`` as WCAG 2.2 defines it, from 0 to 1."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
