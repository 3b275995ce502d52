"""At large text the person becomes small, so that words and choices stay in sight."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario.words import STAGES, Move
from simulator.window.app import App
from simulator.window.fonts import Fonts
from simulator.window.inspection import shortened
from simulator.window.layout import Rect
from simulator.window.screens.player import PlayerScreen
from simulator.window.screens.recap import RecapScreen
from simulator.window.screens.stages import stage_screen
from simulator.window.stage.emphasis import EmphasisScreen
from simulator.window.stage.frame import StageScreen
from simulator.window.stage.parry import ParryScreen
from simulator.window.stage.pick import PickScreen
from simulator.window.stage.talk import TalkScreen
from simulator.window.stage.trail import Course, TrailCard
from simulator.window.stage.transcript import Said
from simulator.window.widgets import Action, ScrollArea
from tests.window_stage_kit import a_flow, advance, pieces_of, shown_at, step, texts


def in_sight(screen: StageScreen, name: str = "choices") -> float:
    """How many choices show, parts of one counted by their height."""
    area = next(each for each in screen.widgets if each.name == name)
    assert isinstance(area, ScrollArea)
    shown = (card.rect.meets(area.rect) for card in area.children)
    return sum(
        part.h / card.rect.h for part, card in zip(shown, area.children, strict=True) if part
    )


@pytest.mark.parametrize(
    ("stage", "after", "least"),
    [
        ("approach", 0, 2.5),
        ("approach", 1, 2.5),
        ("objections", 0, 2.0),
        ("closing", 0, 2.5),
        ("follow_up", 0, 2.5),
    ],
)
@pytest.mark.parametrize("scenario", ["first-call", "crm-harbour"])
def test_choices_show_below_the_largest_text(
    tmp_path: Path, scenario: str, stage: str, after: int, least: float
) -> None:
    with a_flow(tmp_path, scenario, text_scale=2.0) as flow:
        advance(flow, stage)
        for _ in range(after):
            step(flow)
        screen = stage_screen(flow)
        assert isinstance(screen, StageScreen)
        flow.app.push(screen)
        flow.app.wait(0.05)
        assert in_sight(screen) >= min(least, len(flow.play.prompt().choices))
        said = flow.play.prompt().prospect or flow.play.prompt().scene
        assert any(said in text for text in texts(flow.app))


def test_features_show_at_the_largest_text(tmp_path: Path) -> None:
    with a_flow(tmp_path, text_scale=2.0) as flow:
        screen = shown_at(flow, "presentation", EmphasisScreen)
        assert in_sight(screen, "features") >= 2
        assert "9 of 9 minutes left: 0 planned, 9 free" in texts(flow.app)


@pytest.mark.parametrize("look", [((1280, 720), 1.0), ((1280, 720), 1.5), ((1024, 768), 1.5)])
def test_every_feature_tells_what_it_is_good_for(
    tmp_path: Path, look: tuple[tuple[int, int], float]
) -> None:
    size, text_scale = look
    with a_flow(tmp_path, size=size, text_scale=text_scale) as flow:
        screen = shown_at(flow, "presentation", EmphasisScreen)
        assert {slot.benefit for slot in flow.play.prompt().slots} <= set(texts(flow.app))
        assert in_sight(screen, "features") == len(flow.play.prompt().slots)


@pytest.mark.parametrize(
    "look", [((1280, 720), 1.0), ((1024, 640), 1.5), ((1280, 720), 2.0), ((1920, 1080), 1.5)]
)
def test_an_objection_stays_in_sight_while_it_is_met(
    tmp_path: Path, look: tuple[tuple[int, int], float]
) -> None:
    size, text_scale = look
    with a_flow(tmp_path, "crm-harbour", size=size, text_scale=text_scale) as flow:
        screen = shown_at(flow, "objections", ParryScreen)
        objection, rule = screen.prompt.prospect, screen.prompt.scene
        top = {mark.name: mark.rect.y for mark in flow.app.record().marks}
        assert top[objection] < top[rule]
        for move in (Move.ACKNOWLEDGE, Move.LISTEN):
            views = flow.play.prompt().choices
            screen.choose(next(v.id for v in views if v.choice and v.choice.move is move))
            flow.app.wait(0.05)
            assert _shows_whole(flow.app, objection)
            assert _shows_whole(flow.app, pieces_of(flow.play.told[-1].reply)[-1])


def _first_contact(app: App) -> PickScreen:
    assert isinstance(app.top, PickScreen)
    app.wait(0.05)
    return app.top


def test_a_list_stays_where_it_is_when_something_is_looked_at(tmp_path: Path) -> None:
    with a_flow(tmp_path, "crm-harbour", text_scale=2.0) as flow:
        advance(flow, "approach")
        flow.app.push(stage_screen(flow))
        screen = _first_contact(flow.app)
        before = screen.cards[0].rect
        screen.act(Action("select", screen.cards[0].line.id))
        screen = _first_contact(flow.app)
        assert screen.cards[0].rect.y == pytest.approx(before.y, abs=10)
        assert screen.story in texts(flow.app)
        assert screen.area.offset > 0


def _shows_whole(app: App, text: str) -> bool:
    """Whether a text shows from its first to its last line without scrolling."""
    marks = [mark for mark in app.record().marks if mark.name == text and mark.seen]
    return any(mark.seen and mark.seen.covers(mark.rect, 0.5) for mark in marks)


@pytest.mark.parametrize(
    "look",
    [((1024, 640), 1.5), ((1024, 768), 1.5), ((1280, 720), 1.4), ((1920, 1080), 1.0)],
)
@pytest.mark.parametrize("scenario", ["first-call", "crm-harbour"])
def test_what_has_to_be_answered_shows_whole_before_and_beside_an_offer(
    tmp_path: Path, scenario: str, look: tuple[tuple[int, int], float]
) -> None:
    size, text_scale = look
    with a_flow(tmp_path, scenario, size=size, text_scale=text_scale) as flow:
        advance(flow, "closing")
        flow.app.push(stage_screen(flow))
        screen = _first_contact(flow.app)
        said = flow.play.prompt().prospect
        assert _shows_whole(flow.app, said)
        screen.act(Action("select", next(card for card in screen.cards if card.open).line.id))
        screen = _first_contact(flow.app)
        assert _shows_whole(flow.app, said)


@pytest.mark.parametrize(("scenario", "role"), [("first-call", "body"), ("crm-harbour", "small")])
def test_offers_are_in_the_larger_words_where_all_have_room(
    tmp_path: Path, scenario: str, role: str
) -> None:
    with a_flow(tmp_path, scenario) as flow:
        advance(flow, "closing")
        flow.app.push(stage_screen(flow))
        screen = _first_contact(flow.app)
        assert {card.role for card in screen.cards} == {role}


@pytest.mark.parametrize(
    ("stage", "word", "whole"),
    [
        ("approach", "e-mail", "Nadia Rahmani · Owner and head mechanic"),
        ("closing", "", "Quill Street Cycles"),
    ],
)
def test_whom_it_is_for_is_named_whole(tmp_path: Path, stage: str, word: str, whole: str) -> None:
    with a_flow(tmp_path, text_scale=2.0) as flow:
        advance(flow, stage)
        flow.app.push(stage_screen(flow))
        screen = _first_contact(flow.app)
        for card in screen.cards:
            if card.open and word in card.line.label.lower():
                screen.act(Action("select", card.line.id))
                break
        _first_contact(flow.app)
        record = flow.app.record()
        assert whole in texts(flow.app)
        assert not [text for text in shortened(record) if whole in str(text)]


@pytest.mark.parametrize("look", [((1280, 720), 1.0), ((1280, 720), 1.5), ((1024, 640), 2.0)])
def test_every_meter_has_its_scale_beside_what_changed_as_well(
    tmp_path: Path, look: tuple[tuple[int, int], float]
) -> None:
    size, text_scale = look
    with a_flow(tmp_path, size=size, text_scale=text_scale) as flow:
        app = flow.app
        advance(flow, "presentation")
        flow.choose(flow.play.prompt().choices[-1].id)
        assert flow.play.told[-1].changes
        app.push(stage_screen(flow))
        app.wait(0.05)
        shown = texts(app)
        assert shown.count("/20") == len(flow.play.meters())
        assert {meter.name for meter in flow.play.meters()} <= set(shown)


@pytest.mark.parametrize("stage", ["approach", "follow_up"])
@pytest.mark.parametrize("text_scale", [1.5, 2.0])
def test_a_result_ends_with_the_column_beside_it_and_holds_the_way_on(
    tmp_path: Path, text_scale: float, stage: str
) -> None:
    with a_flow(tmp_path, text_scale=text_scale) as flow:
        advance(flow, stage)
        if stage == "approach":
            step(flow)
        screen = shown_at(flow, stage, TalkScreen)
        screen.choose(flow.play.prompt().choices[0].id)
        flow.app.wait(0.05)
        card, button = screen.outcome.rect, screen.continue_button.rect
        assert card.covers(button, 0.01)
        shows_notes = screen.notes in screen.widgets
        beside = screen.notes.rect if shows_notes else screen.view.speech.box
        assert beside.bottom == pytest.approx(card.bottom)


@pytest.mark.parametrize("look", [((1280, 720), 1.0), ((1024, 640), 1.5), ((1024, 768), 2.0)])
@pytest.mark.parametrize("stage", list(STAGES)[1:])
def test_every_recap_tells_all_of_it_with_what_was_kept_below_the_coach(
    tmp_path: Path, stage: str, look: tuple[tuple[int, int], float]
) -> None:
    size, text_scale = look
    with a_flow(tmp_path, size=size, text_scale=text_scale) as flow:
        flow.level.scorer()
        advance(flow, stage)
        done = list(STAGES)[list(STAGES).index(stage) - 1]
        screen = RecapScreen(flow, done)
        flow.app.push(screen)
        flow.app.wait(0.2)
        assert not shortened(flow.app.record())
        assert screen.kept.rect.meets(screen.coach_box) == screen.kept.rect
        assert screen.coach.rect.bottom < screen.kept.rect.y
        in_words = dict(screen.coach.more)
        assert (screen.meters in screen.widgets) == (screen.meters.title not in in_words)
        assert in_words.get(screen.notes.title, []) == (
            [fact.note for fact in screen.notes.facts] if in_words else []
        )
        # Without the card that tells what the icons mean, what was done says it in words.
        assert screen.coach.deeds.in_words is bool(in_words)


@pytest.mark.parametrize("look", [((1280, 720), 1.5), ((1024, 768), 1.5), ((1024, 640), 2.0)])
def test_how_they_feel_stays_in_sight_when_a_note_is_new(
    tmp_path: Path, look: tuple[tuple[int, int], float]
) -> None:
    size, text_scale = look
    with a_flow(tmp_path, "crm-harbour", size=size, text_scale=text_scale) as flow:
        app = flow.app
        advance(flow, "preparation")
        flow.choose("r-press")
        assert flow.play.told[-1].learned
        app.push(stage_screen(flow))
        app.wait(0.05)
        assert {meter.name for meter in flow.play.meters()} <= set(texts(app))
        notes = {fact.note for fact in flow.play.notebook()}
        assert not notes.intersection(shortened(app.record()))


@pytest.mark.parametrize("look", [((1280, 720), 1.5), ((1024, 640), 2.0)])
def test_what_is_told_of_the_leads_can_be_read_again(
    tmp_path: Path, look: tuple[tuple[int, int], float]
) -> None:
    size, text_scale = look
    with a_flow(tmp_path, "crm-harbour", size=size, text_scale=text_scale) as flow:
        app = flow.app
        told = flow.play.prompt().scene
        flow.choose("holm")
        app.push(stage_screen(flow))
        app.wait(0.05)
        assert any(told in text for text in texts(app))


def test_the_days_keep_their_words_at_large_text(tmp_path: Path) -> None:
    with a_flow(tmp_path, text_scale=1.5) as flow:
        advance(flow, "follow_up")
        flow.app.push(stage_screen(flow))
        flow.app.wait(0.05)
        weeks = [str(week) for week in range(1, 14)]
        assert {"Today", "Week", *weeks} <= set(texts(flow.app))


@pytest.mark.parametrize("begins", [True, False])
def test_an_objection_too_long_for_its_card_is_scrolled_through_there(begins: bool) -> None:
    said = Said("them", "It costs too much, and I say so at length. " * 20, "", "objections")
    fonts = Fonts()
    card = TrailCard(Course([said], []), set(), begins=begins)
    card.settle(fonts, Rect(0, 0, 400, 240))
    assert card.pinned.h == 0
    assert card.rect.covers(card.chat.rect)
    assert card.chat.said == [said]
    assert card.chat.reach > 0


@pytest.mark.parametrize("look", [((1280, 720), 2.0), ((1024, 640), 1.5), ((1024, 768), 2.0)])
def test_a_new_player_sees_the_whole_field_for_the_name(
    tmp_path: Path, look: tuple[tuple[int, int], float]
) -> None:
    size, text_scale = look
    with a_flow(tmp_path, size=size, text_scale=text_scale) as flow:
        for name in ("Ines", "Noor", "Jun"):
            flow.session.store.add_player(name, "South", name)
        screen = PlayerScreen(flow)
        flow.app.push(screen)
        flow.app.wait(0.05)
        assert screen.form.rect.covers(screen.handle_field.rect)
