"""People: every word can be drawn, seeds are stable, and nothing is asked that SDL cannot draw."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.window.art.people import (
    AGES,
    BUST_SIZE,
    CLOTHES,
    CLOTHES_COLORS,
    EXPRESSIONS,
    EYES,
    FACES,
    FLAGS,
    HAIR_COLORS,
    HAIR_STYLES,
    SKINS,
    Portrait,
    bust_svg,
    portrait_from,
)
from tests.art_rendering import assert_drawable, inked_share, render

SOMEONE = Portrait("middle", "oval", "fair", "bob", "brown", "blazer", "navy")
WORDS: dict[str, tuple[str, ...]] = {
    "age": AGES,
    "face": FACES,
    "skin": SKINS,
    "hair": HAIR_STYLES,
    "hair_color": HAIR_COLORS,
    "clothes": CLOTHES,
    "clothes_color": CLOTHES_COLORS,
}
CHANGES: list[dict[str, object]] = [{name: word} for name, words in WORDS.items() for word in words]
CHANGES += [{flag: True} for flag in FLAGS]

# Pinned: what these seeds gave when they were first shipped.
FIRST_CALL = Portrait(
    age="young",
    face="round",
    skin="tan",
    hair="quiff",
    hair_color="black",
    clothes="turtleneck",
    clothes_color="plum",
    glasses=False,
    beard=True,
    earrings=False,
    lashes=False,
    tie=False,
)
DIGESTS = ["69229b11bfb5", "dff47cadd880", "6331fef78e0f"]
DRAWINGS = ["89eddb1e7990", "7478502ece72"]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: "-".join(map(str, *change.items())))
def test_every_word_is_drawn_at_two_sizes(change: dict[str, object]) -> None:
    person = replace(SOMEONE, **change)  # type: ignore[arg-type]
    for size in ((40, 48), (200, 240)):
        assert 0.3 < inked_share(bust_svg(person, "neutral", *size), size) < 0.9


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: "-".join(map(str, *change.items())))
def test_every_word_changes_the_picture(change: dict[str, object]) -> None:
    (name, word), *_ = change.items()
    if getattr(SOMEONE, name) == word:
        return
    person = replace(SOMEONE, **change)  # type: ignore[arg-type]
    assert bust_svg(person, "neutral", 40, 48) != bust_svg(SOMEONE, "neutral", 40, 48)


def test_expressions_are_five_different_faces() -> None:
    assert EXPRESSIONS == ("delighted", "interested", "neutral", "sceptical", "annoyed")
    faces = {bust_svg(SOMEONE, expression, 40, 48) for expression in EXPRESSIONS}
    faces |= {bust_svg(SOMEONE, expression, 40, 48, True) for expression in EXPRESSIONS}
    assert len(faces) == 9  # Laughing eyes are closed already, so a blink does not show.


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=20), st.sampled_from(EXPRESSIONS))
def test_a_blink_changes_nothing_but_the_eyes(seed: str, expression: str) -> None:
    person = portrait_from(None, seed)
    awake, asleep = (
        pygame.surfarray.array3d(render(bust_svg(person, expression, *BUST_SIZE, blink)))
        for blink in (False, True)
    )
    wide, high = BUST_SIZE
    x, y, w, h = EYES
    for drawn in (awake, asleep):
        drawn[round(x * wide) : round((x + w) * wide), round(y * high) : round((y + h) * high)] = 0
    assert (awake == asleep).all()


def test_unknown_expression_is_refused() -> None:
    with pytest.raises(KeyError, match="bored"):
        bust_svg(SOMEONE, "bored", 40, 48)


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=20),
    st.sampled_from(EXPRESSIONS),
    st.booleans(),
    st.integers(1, 3000),
    st.integers(1, 3000),
)
def test_seeded_people_use_only_what_sdl_draws(
    seed: str, expression: str, blink: bool, width: int, height: int
) -> None:
    svg = bust_svg(portrait_from(None, seed), expression, width, height, blink)
    assert_drawable(svg)
    assert f'width="{width}" height="{height}"' in svg


@settings(max_examples=150)
@given(
    st.fixed_dictionaries({}, optional={n: st.sampled_from(w) for n, w in WORDS.items()}),
    st.fixed_dictionaries({}, optional={flag: st.booleans() for flag in FLAGS}),
    st.text(max_size=8),
)
def test_given_words_always_win(words: dict[str, str], flags: dict[str, bool], seed: str) -> None:
    person = portrait_from({**words, **flags}, seed)
    for name, value in {**words, **flags}.items():
        assert getattr(person, name) == value
    for name, allowed in WORDS.items():
        assert getattr(person, name) in allowed


def test_unknown_words_are_ignored() -> None:
    words = {"hair": "mohawk", "glasses": "yes", "shoes": "red", "skin": None, "age": 40}
    assert portrait_from(words, "dana") == portrait_from({}, "dana") == portrait_from(None, "dana")


def test_half_a_description_stays_one_person() -> None:
    for i in range(200):
        assert not portrait_from({"beard": True}, str(i)).lashes
        assert portrait_from({"hair": "bun"}, str(i)).lashes
        assert not portrait_from({"lashes": True}, str(i)).beard


def test_seeded_people_differ() -> None:
    people = {portrait_from(None, f"seed {i}") for i in range(300)}
    assert len(people) == 300
    assert {person.skin for person in people} == set(SKINS)
    assert {person.hair for person in people} == set(HAIR_STYLES)
    assert {person.age for person in people} == set(AGES)


def test_the_arms_of_glasses_lie_under_a_scarf() -> None:
    person = replace(SOMEONE, hair="headscarf")
    plain, worn = (
        render(bust_svg(replace(person, glasses=on), "neutral", 400, 480)) for on in (False, True)
    )
    for x in (*range(110, 126), *range(275, 290)):
        assert plain.get_at((x, 190)) == worn.get_at((x, 190)), x
    assert plain.get_at((135, 200)) != worn.get_at((135, 200))


def test_seeded_people_never_change() -> None:
    """A player's known prospect must look the same after an update and on every machine."""
    assert portrait_from(None, "first-call") == FIRST_CALL
    digests = [
        hashlib.sha256(repr(portrait_from(None, seed)).encode()).hexdigest()[:12]
        for seed in ("northwind", "harbor", "")
    ]
    assert digests == DIGESTS


def test_the_drawing_is_pinned() -> None:
    """A change of the drawing is seen by whoever makes it, and meant."""
    drawn = [
        bust_svg(portrait_from(None, seed), expression, 400, 480)
        for seed, expression in (("northwind", "delighted"), ("harbor", "sceptical"))
    ]
    assert [hashlib.sha256(svg.encode()).hexdigest()[:12] for svg in drawn] == DRAWINGS


def test_colors_are_written_as_six_digits() -> None:
    svg = bust_svg(SOMEONE, "delighted", 40, 48)
    assert set(re.findall(r'(?:fill|stroke)="([^"#]+)"', svg)) <= {"none"}
