"""The colors people are painted with: skins, hair, cloth."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skin:
    """One complexion: flat tone, its shadow, drawn lines, flush of the cheeks, mouth line."""

    tone: str
    shade: str
    line: str
    blush: str
    mouth: str


@dataclass(frozen=True, slots=True)
class Hair:
    """One hair color: flat tone, highlight, and the darker tone of the brows."""

    tone: str
    shine: str
    brow: str


@dataclass(frozen=True, slots=True)
class Cloth:
    """One color of cloth: flat tone, its shadow, the tie that goes with it, the scarf's cloth."""

    tone: str
    shade: str
    tie: str
    partner: str


SKIN_TONES: dict[str, Skin] = {
    "pale": Skin("#f8dcc9", "#ebc0a5", "#cb9272", "#ef9a86", "#86343c"),
    "fair": Skin("#f2c4a0", "#e3a981", "#c48459", "#ec8a73", "#7d2f38"),
    "olive": Skin("#dfb083", "#c99565", "#a67346", "#dc8264", "#752b32"),
    "tan": Skin("#c98d63", "#b3754b", "#8f5833", "#cf6a50", "#682329"),
    "brown": Skin("#9c6644", "#84522f", "#63391f", "#b3573f", "#4c171d"),
    "deep": Skin("#70472f", "#593522", "#3f2417", "#97493a", "#33100f"),
}

HAIR_TONES: dict[str, Hair] = {
    "black": Hair("#221c24", "#433946", "#1b161c"),
    "dark": Hair("#3b2530", "#5e3e4c", "#33202a"),
    "brown": Hair("#5d3b2a", "#82583f", "#4a2e20"),
    "auburn": Hair("#7e3a26", "#a6593d", "#66301f"),
    "red": Hair("#b7552b", "#d67f4e", "#914422"),
    "blond": Hair("#cb9841", "#e3b76d", "#a5762b"),
    "grey": Hair("#8b8f9b", "#b2b6c1", "#696d79"),
    "white": Hair("#bdc2cf", "#eef0f5", "#8c909d"),
}

CLOTH_TONES: dict[str, Cloth] = {
    "navy": Cloth("#2f4a8a", "#243a70", "#d9534f", "sand"),
    "charcoal": Cloth("#3f4958", "#2e3643", "#d9534f", "rose"),
    "blue": Cloth("#4a78c9", "#3a62a8", "#22314a", "navy"),
    "sky": Cloth("#9abfe8", "#7aa3d3", "#2f4a8a", "blue"),
    "teal": Cloth("#2f9188", "#24746d", "#22314a", "sand"),
    "green": Cloth("#3f7d6e", "#316357", "#e0a53c", "sand"),
    "purple": Cloth("#6b5ca5", "#54478a", "#e0a53c", "plum"),
    "plum": Cloth("#7d3f6b", "#643156", "#c9a0bb", "rose"),
    "rose": Cloth("#b9495e", "#97384b", "#22314a", "charcoal"),
    "rust": Cloth("#c4653f", "#a35031", "#22314a", "teal"),
    "mustard": Cloth("#dba43f", "#bb872b", "#22314a", "navy"),
    "sand": Cloth("#d9c4a1", "#bda680", "#8a4b3a", "green"),
    "white": Cloth("#f4f5f9", "#d3d8e6", "#2f4a8a", "teal"),
}

INK = "#20242e"
SHIRT = "#fbfaf7"
GOLD = "#f0b429"
EYE_WHITE = "#fdfcfb"
SHADOW = "#000000"
