"""Text that fits, panels that are smooth, caches that stay small."""

from __future__ import annotations

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.window import panels
from simulator.window.cache import Cache
from simulator.window.canvas import Canvas
from simulator.window.fonts import Fonts, typeset
from simulator.window.layout import Rect
from simulator.window.panels import Style, draw_panel
from simulator.window.theme import CONTRAST, DARK, LIGHT, Theme

FONTS = Fonts()
WHITE, BLUE, SHADE = (255, 255, 255, 255), (74, 92, 240, 255), (26, 33, 64, 60)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("abcdefgh WMi-\n"), max_size=60), st.floats(20, 300))
def test_wrapping_keeps_every_letter_and_the_width(text: str, width: float) -> None:
    lines = FONTS.lines(text, "body", width)
    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert all(FONTS.width(line, "body") <= width or len(line) == 1 for line in lines)


def measured_whole(text: str, role: str, width: float) -> list[str]:
    """The slow twin of wrapping: every line is measured with each word that may still fit."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if FONTS.width(longer, role) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *whole, line = FONTS._split(word, role, width)
            lines.extend(whole)
        lines.append(line)
    return lines


PROSE = st.lists(
    st.sampled_from(
        ["To", "Wave", "AVA", "Yes,", "f", '"fjord"', "-", "1,000", "it's", "", "WWW", "(11)", "é"]
    ),
    max_size=24,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(PROSE, st.floats(30, 500), st.sampled_from(["body", "title", "caption", "label"]))
def test_adding_words_up_breaks_lines_where_measuring_them_whole_does(
    text: str, width: float, role: str
) -> None:
    assert list(FONTS.lines(text, role, width)) == measured_whole(text, role, width)


@settings(max_examples=150, deadline=None)
@given(PROSE, st.sampled_from(["body", "title", "caption", "label"]))
def test_a_line_fits_into_its_own_width(text: str, role: str) -> None:
    text = text.lstrip()
    assert FONTS.lines(text, role, FONTS.width(text, role) + 0.01) == (text,)


@settings(max_examples=60, deadline=None)
@given(PROSE, st.floats(20, 400))
def test_even_lines_are_as_few_and_break_no_more_words(text: str, width: float) -> None:
    even = FONTS.evenly(text, "name", width)
    lines, before = FONTS.lines(text, "name", even), FONTS.lines(text, "name", width)
    assert even <= width
    assert len(lines) == len(before)


def test_even_lines_leave_no_word_alone() -> None:
    text = "Twenty-five minutes on Sunday"
    width = FONTS.width("Twenty-five minutes on", "name") + 1
    assert FONTS.lines(text, "name", width) == ("Twenty-five minutes on", "Sunday")
    even = FONTS.evenly(text, "name", width)
    assert FONTS.lines(text, "name", even) == ("Twenty-five", "minutes on Sunday")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.floats(20, 200))
def test_a_shortened_line_fits_and_begins_as_the_text_does(text: str, width: float) -> None:
    short = FONTS.shorten(text, "small", width)
    assert FONTS.width(short, "small") <= width
    assert short == text or text.startswith(short.removesuffix("…"))


@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "a\tb", "日本語", "ﷺ", "🙂"])
def test_any_text_can_be_drawn(text: str) -> None:
    assert FONTS.picture(text, "body", "#000000").get_width() >= 1


def test_text_grows_with_the_text_scale_and_not_with_the_window() -> None:
    plain = FONTS.width("Northwind Logistics", "body")
    assert Fonts(1, 2).width("Northwind Logistics", "body") == pytest.approx(plain * 2, rel=0.02)
    assert Fonts(2, 1).width("Northwind Logistics", "body") == pytest.approx(plain, rel=0.02)


@pytest.mark.parametrize(
    "style",
    [
        Style(20, WHITE),
        Style(16, WHITE, BLUE, 2),
        Style(12, WHITE, None, 0, (14, 5, SHADE)),
        Style(12, None, BLUE, 2.5),
        Style(10, (255, 255, 255, 128)),
    ],
)
@pytest.mark.parametrize("size", [(200, 120), (61, 300), (30, 30), (9, 120), (300, 310)])
def test_a_panel_cut_in_nine_equals_one_drawn_whole(style: Style, size: tuple[int, int]) -> None:
    sliced = pygame.Surface((400, 400), 0, 32)
    whole = sliced.copy()
    for surface in (sliced, whole):
        surface.fill("#eff2fa")
    draw_panel(sliced, pygame.Rect(40, 40, *size), style)
    fitting = style._replace(radius=max(0.5, min(style.radius, size[0] / 2, size[1] / 2)))
    whole.blit(panels._raster(*size, fitting), (40 - style.margin, 40 - style.margin))
    apart = np.abs(
        pygame.surfarray.array3d(sliced).astype(int) - pygame.surfarray.array3d(whole).astype(int)
    )
    assert apart.max() <= 3


def test_a_cache_forgets_what_was_used_longest_ago() -> None:
    cache: Cache[str] = Cache(10, len)
    for word in ("aaaa", "bbbb"):
        cache.get(word, lambda word=word: word)  # type: ignore[misc]
    cache.get("aaaa", lambda: "made anew")
    cache.get("cccc", lambda: "cccc")
    assert cache.weight == 8
    assert cache.get("aaaa", lambda: "made anew") == "aaaa"
    assert cache.get("bbbb", lambda: "new") == "new"


@pytest.mark.parametrize(
    ("typed", "set_in_print"),
    [
        ('"Rang six times": Write.', "“Rang six times”: Write."),
        ("It's 'fine', he said (\"'no'\").", "It’s ‘fine’, he said (“‘no’”)."),
        ("Bea and\nTomas - the sites' rules", "Bea and\nTomas – the sites’ rules"),
        ("twenty-four, -1, a -b", "twenty-four, -1, a -b"),
    ],
)
def test_typed_marks_are_drawn_as_those_of_print(typed: str, set_in_print: str) -> None:
    assert typeset(typed) == set_in_print
    assert Fonts().width(typed, "body") == Fonts().width(set_in_print, "body")


@pytest.mark.parametrize(("typed", "prettier"), [("8x2", "8×2"), ("a->b", "a→b")])
def test_what_is_typed_is_drawn_letter_by_letter(typed: str, prettier: str) -> None:
    drawn, other = (Fonts().picture(text, "body", "#000000") for text in (typed, prettier))
    assert pygame.image.tobytes(drawn, "RGBA") != pygame.image.tobytes(other, "RGBA")


def test_drawn_pictures_stay_within_their_bound() -> None:
    fonts = Fonts(3.0)
    for i in range(400):
        fonts.picture(
            f"A rather long line of text, number {i}, again and again", "display", "#000000"
        )
    assert fonts._pictures.weight <= fonts._pictures.limit


def test_pictures_are_drawn_once_for_each_size() -> None:
    sizes: list[tuple[int, int]] = []

    def make(w: int, h: int) -> str:
        sizes.append((w, h))
        size = f'width="{w}" height="{h}"'
        square = f'<rect {size} fill="#ff0000"/>'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{square}</svg>'

    canvas = Canvas(pygame.Surface((100, 100), 0, 32), LIGHT, Fonts(0.5))
    for _ in range(2):
        canvas.picture(("red square", id(sizes)), make, Rect(0, 0, 80, 80), radius=20)
    assert sizes == [(40, 40)]
    assert canvas.surface.get_at((20, 20))[:3] == (255, 0, 0)
    assert canvas.surface.get_at((0, 0))[:3] == (0, 0, 0)


def test_without_shadows_a_band_and_a_picture_leave_the_border_of_the_card_whole() -> None:
    surface = pygame.Surface((200, 120))
    canvas, card = Canvas(surface, CONTRAST, FONTS), Rect(0, 0, 200, 120)
    canvas.card(card)
    canvas.band(card, 40)
    border = [surface.get_at((0, y)) for y in range(30, 100)]
    assert {color[:3] for color in border} == {(140, 140, 140)}
    assert surface.get_at((100, 20))[:3] == (43, 38, 0)
    assert surface.get_at((100, 60))[:3] == (0, 0, 0)


def test_a_faint_ground_has_an_edge_where_there_are_no_shadows() -> None:
    def corner(theme: Theme) -> tuple[int, ...]:
        surface = pygame.Surface((60, 40))
        Canvas(surface, theme, FONTS).panel(Rect(0, 0, 60, 40), theme.well)
        return tuple(surface.get_at((30, 0))[:3])

    assert corner(CONTRAST) == (140, 140, 140)
    assert corner(DARK) == (21, 26, 49)
