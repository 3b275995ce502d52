"""What each stage screen does of its own: budgets, drafts, minutes, days, notes, the coach."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pygame
import pytest

from simulator.game.play import Play
from simulator.game.policy import Policy, choose_by
from simulator.game.rules import DONE
from simulator.scenario.words import Face, OutcomeKind, Technique, called
from simulator.window.app import App
from simulator.window.canvas import Canvas
from simulator.window.layout import Rect
from simulator.window.record import Record
from simulator.window.screen import Screen
from simulator.window.screens.epilogue import EpilogueScreen
from simulator.window.screens.notebook import NotebookScreen
from simulator.window.screens.recap import RecapScreen
from simulator.window.screens.stages import stage_screen
from simulator.window.stage.bench import BenchScreen
from simulator.window.stage.board import BoardScreen
from simulator.window.stage.chat import BETWEEN, Chat
from simulator.window.stage.closing import ClosingScreen
from simulator.window.stage.contact import ContactScreen
from simulator.window.stage.days import Days
from simulator.window.stage.desk import DeskScreen
from simulator.window.stage.emphasis import EmphasisScreen
from simulator.window.stage.follow import FollowScreen
from simulator.window.stage.notes import NotesCard
from simulator.window.stage.parry import ParryScreen
from simulator.window.stage.pick import PickScreen
from simulator.window.stage.recount import Day, changes_of, days_after, facts_of, whole_story
from simulator.window.stage.talk import TalkScreen
from simulator.window.stage.transcript import Said, passed_over, transcript
from simulator.window.stage.words import amount
from simulator.window.widgets import Action
from tests.window_kit_sample import click, key
from tests.window_stage_kit import (
    a_flow,
    advance,
    level_of,
    pieces_of,
    shown_at,
    step,
    talk_in_motion,
    texts,
)

STYLES = [
    ("prospecting", BoardScreen),
    ("preparation", DeskScreen),
    ("approach", ContactScreen),
    ("presentation", EmphasisScreen),
    ("objections", ParryScreen),
    ("closing", ClosingScreen),
    ("follow_up", FollowScreen),
]


@pytest.mark.parametrize(("stage", "style"), STYLES)
def test_each_stage_begins_in_its_own_style(tmp_path: Path, stage: str, style: type) -> None:
    with a_flow(tmp_path) as flow:
        advance(flow, stage)
        assert type(stage_screen(flow)) is style


def test_a_conversation_in_any_stage_is_a_talk(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        advance(flow, "approach")
        step(flow)
        assert type(stage_screen(flow)) is TalkScreen


def bench(app: App) -> BenchScreen:
    assert isinstance(app.top, BenchScreen)
    return app.top


def test_a_lead_can_be_looked_into_once_and_keeps_what_was_found(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        app.push(stage_screen(flow))
        app.wait(0.05)
        card = bench(app).cards[1]
        app.run_events(click(app, card))
        card = bench(app).cards[1]
        assert (card.used, card.fresh, card.open) == (True, True, False)
        assert card.found == flow.play.told[-1].reply
        assert bench(app).left == 1
        app.run_events(click(app, card))
        assert len(flow.play.told) == 1


def test_a_card_tells_what_it_moved_in_words_and_tone(tmp_path: Path) -> None:
    with a_flow(tmp_path, "crm-harbour") as flow:
        app = flow.app
        app.push(stage_screen(flow))
        app.wait(0.05)
        for choice in ("holm", "baltgate"):
            bench(app).choose(choice)
            app.wait(0.05)
        used = {card.choice: (card.effects, card.fresh) for card in bench(app).cards if card.used}
        assert used == {
            "baltgate": ([("down", "Trust −2", "bad")], True),
            "holm": ([("up", "Trust +1", "good"), ("bulb", "1 note", "primary")], False),
        }


def test_the_last_call_waits_until_it_was_read(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        app.push(stage_screen(flow))
        for _ in range(2):
            screen = bench(app)
            screen.choose(next(card.choice for card in screen.cards if card.open))
            app.wait(0.05)
        screen = bench(app)
        assert screen.waiting
        assert screen.left == 0
        assert not any(card.open for card in screen.cards)
        app.run_events([key(pygame.K_RETURN)])
        assert isinstance(app.top, RecapScreen)


def test_stopping_early_goes_on_at_once(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        app.push(stage_screen(flow))
        app.wait(0.05)
        app.run_events(click(app, bench(app).way))
        assert flow.play.run.choices == (DONE,)
        assert isinstance(app.top, RecapScreen)


def test_a_draft_is_shown_before_it_is_sent(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        screen = shown_at(flow, "approach", ContactScreen)
        assert not any(widget.name == "go" for widget in screen.widgets)
        screen.act(Action("select", "mail-brochure"))
        app.wait(0.05)
        shown = texts(app)
        assert {"To", "From", "Subject", "Save time with smart booking!"} <= set(shown)
        assert "Nadia Rahmani · Owner and head mechanic" in shown
        letter = next(
            text for text in shown if text.startswith("Dear Sir or Madam,\n\nBenchtime is")
        )
        assert letter.endswith("\n\nYour team at Lanternfold")
        assert screen.go.text == "Send the e-mail"
        screen.act(Action("select", "morning-call"))
        app.wait(0.05)
        assert {"Cold call", "Preview", "You say"} <= set(texts(app))
        assert screen.go.text == "Make the call"
        assert len(flow.play.told) == 4
        app.run_events(click(app, screen.go))
        assert flow.play.run.choices[-1] == "morning-call"


@pytest.mark.parametrize("scenario", ["first-call", "crm-harbour"])
@pytest.mark.parametrize("stage", ["approach", "closing"])
def test_the_meters_stay_while_something_is_looked_at(
    tmp_path: Path, scenario: str, stage: str
) -> None:
    with a_flow(tmp_path, scenario) as flow:
        app = flow.app
        screen = shown_at(flow, stage, PickScreen)
        names = {meter.name for meter in flow.play.meters()}
        for card in screen.cards:
            if card.open:
                screen.act(Action("select", card.line.id))
                app.wait(0.05)
                said = {text.split(" ")[0] for text in texts(app)}
                assert names <= said, card.line.label


def test_an_invitation_is_a_letter_and_a_visit_shows_nobody_but_you(tmp_path: Path) -> None:
    with a_flow(tmp_path, "crm-harbour") as flow:
        app = flow.app
        screen = shown_at(flow, "approach", ContactScreen)
        drafts = {}
        for card in screen.cards:
            if card.open:
                screen.act(Action("select", card.line.id))
                app.wait(0.05)
                drafts[card.line.label] = (set(texts(app)), screen.go.text, screen.go.icon)
        shown, verb, icon = drafts["Video call"]
        assert {"To", "From"} <= shown
        assert "Subject" not in shown
        assert (verb, icon) == ("Send the invitation", "video")
        shown, verb, icon = drafts["Face to face"]
        assert "You say" in shown
        assert (verb, icon) == ("Do this", "handshake")


def test_what_is_locked_says_why_and_cannot_be_selected(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        for _ in range(2):
            flow.play.choose(DONE)
        app.push(stage_screen(flow))
        app.wait(0.05)
        screen = app.top
        assert isinstance(screen, ContactScreen)
        walk = next(card for card in screen.cards if card.line.id == "walk-in")
        assert "You know nobody who could send you." in texts(app)
        app.run_events(click(app, walk))
        assert screen.selected == ""


def emphasis(app: App) -> EmphasisScreen:
    assert isinstance(app.top, EmphasisScreen)
    return app.top


def test_minutes_are_planned_within_what_is_left_and_presented_one_by_one(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        rows = shown_at(flow, "presentation", EmphasisScreen).rows
        assert [row.limit for row in rows] == [9, 9, 9, 9]
        app.focus(rows[0])
        app.run_events([key(pygame.K_RIGHT)] * 4)
        assert (rows[0].minutes, [row.limit for row in rows]) == (6, [9, 3, 3, 3])
        app.focus(rows[2])
        app.run_events([key(pygame.K_END)])
        assert (rows[2].minutes, rows[1].limit) == (3, 0)
        app.focus(rows[1])
        app.run_events([key(pygame.K_RIGHT)])
        assert rows[1].minutes == 0
        app.focus(rows[0])
        app.run_events([key(pygame.K_LEFT), key(pygame.K_RETURN)])
        assert flow.play.run.choices[-1] == "short"
        rows = emphasis(app).rows
        assert [row.slot.minutes for row in rows] == [3, None, None, None]
        assert rows[2].minutes == 3
        assert (emphasis(app).left, rows[1].limit) == (6, 3)
        assert app.top.focus
        assert app.top.focus.name == rows[1].name


def test_nothing_is_skipped_by_the_loudest_button_and_locks_say_why(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        screen = shown_at(flow, "presentation", EmphasisScreen)
        assert (screen.go.text, screen.go.kind) == ("Skip Ready-texts", "secondary")
        assert "Arrows set the minutes, Enter skips Ready-texts" in texts(app)
        app.focus(screen.rows[0])
        app.run_events([key(pygame.K_END)])
        app.wait(0.05)
        assert (screen.go.text, screen.go.kind) == ("Present Ready-texts: 6\u00a0min", "primary")
        assert texts(app).count("only 3 min free") == 3
        assert "6 planned, 3 free" in texts(app)
        assert "Arrows set the minutes, Enter presents Ready-texts" in texts(app)
        assert [row.tip for row in screen.rows] == ["", *["only 3 min free"] * 3]


def test_a_slider_follows_the_pointer(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        row = shown_at(flow, "presentation", EmphasisScreen).rows[0]
        row.place(row.rect)
        x, y = row.track.right, row.track.middle[1]
        down = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1)
        drag = pygame.event.Event(pygame.MOUSEMOTION, pos=(row.track.middle[0], y))
        up = pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(row.track.middle[0], y), button=1)
        app.run_events([down])
        assert row.minutes == 6
        app.run_events([drag, up])
        assert row.minutes == 3
        assert emphasis(app).go.text == "Present Ready-texts: 3\u00a0min"


def test_the_chat_keeps_the_course_of_the_objection(tmp_path: Path) -> None:
    with a_flow(tmp_path, "crm-harbour") as flow:
        app = flow.app
        screen = shown_at(flow, "objections", ParryScreen)
        opening = screen.prompt.prospect
        card = next(card for card in screen.cards if card.open)
        app.run_events(click(app, card))
        shown = texts(app)
        assert opening in shown
        assert card.offer.text in shown
        assert set(pieces_of(flow.play.told[-1].reply)) <= set(shown)


def test_the_chat_begins_where_an_objection_begins_until_it_was_answered(tmp_path: Path) -> None:
    with a_flow(tmp_path, "crm-harbour", size=(1280, 720), text_scale=2.0) as flow:
        app = flow.app
        screen = shown_at(flow, "objections", ParryScreen)
        assert screen.chat.chat.reach > 0
        assert screen.chat.chat.offset == 0
        app.run_events(click(app, next(card for card in screen.cards if card.open)))
        assert screen.chat.chat.offset == screen.chat.chat.reach > 0


def test_a_later_objection_shows_without_the_talk_before_it(tmp_path: Path) -> None:
    with a_flow(tmp_path, "crm-harbour") as flow:
        screen = shown_at(flow, "objections", ParryScreen)
        first = screen.prompt.decision
        while flow.play.prompt().decision is first:
            prompt = flow.play.prompt()
            flow.choose(next(view.id for view in prompt.choices if view.is_legal))
        later = flow.play.prompt()
        assert later.stage == "objections"
        earlier = {one.text for one in transcript(flow.play, "objections") if one.by != "told"}
        now = stage_screen(flow)
        assert isinstance(now, ParryScreen)
        flow.app.push(now)
        flow.app.wait(0.05)
        words = [one.text for one in now.chat.course.whole if one.by == "them"]
        assert words
        assert words[-1] in later.prospect
        assert not earlier.intersection(texts(flow.app))


def test_nobody_says_aloud_what_they_leave_out(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        advance(flow, "presentation")
        while flow.play.prompt().stage == "presentation":
            prompt = flow.play.prompt()
            flow.choose(next(v.id for v in prompt.choices if v.choice and not v.choice.minutes))
        said = transcript(flow.play, "presentation")
        assert not any(each.by == "you" for each in said)
        assert "You left out Ready-texts." in [each.text for each in said]


def test_a_word_of_the_trade_is_not_read_as_a_verdict() -> None:
    assert called(OutcomeKind.DISQUALIFIED) == "you walked away"
    assert called(Technique.LET_GO) == "walk away"
    assert called(OutcomeKind.NOT_NOW) == "no for now"


def test_the_deal_sheet_shows_words_and_terms_before_they_are_said(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        screen = shown_at(flow, "closing", ClosingScreen)
        screen.act(Action("select", "trial"))
        app.wait(0.05)
        shown = texts(app)
        assert {"Lanternfold", "Quill Street Cycles", "for Nadia Rahmani"} <= set(shown)
        assert {"two Saturdays, free", "ends by itself", "Trial or pilot"} <= set(shown)
        app.run_events([key(pygame.K_RETURN)])
        outcome = flow.play.told[-1].outcome
        assert outcome
        assert outcome.title in texts(app)


@pytest.mark.parametrize(
    ("text_scale", "wanted"), [(1.0, "Press Enter to continue"), (2.0, "Your move")]
)
def test_the_answer_to_a_contact_tells_the_key_or_where_the_list_is_gone_the_move(
    tmp_path: Path, text_scale: float, wanted: str
) -> None:
    with a_flow(tmp_path, "crm-harbour", text_scale=text_scale) as flow:
        app = flow.app
        screen = shown_at(flow, "approach", ContactScreen)
        screen.choose(next(view.id for view in screen.prompt.choices if view.is_legal))
        app.wait(0.05)
        assert screen.waiting
        assert {wanted, "What changed"} <= set(texts(app))


def test_what_is_told_at_the_closing_stands_before_what_is_said(tmp_path: Path) -> None:
    with a_flow(tmp_path, size=(1024, 640), text_scale=1.5) as flow:
        screen = shown_at(flow, "closing", ClosingScreen)
        assert not screen.is_low
        assert screen.prompt.scene
        assert screen.view.speech.reach == 0
        assert not screen.view.speech.said_first
        screen.act(Action("select", "trial"))
        flow.app.wait(0.05)
        assert screen.strip.speech.reach == 0
        assert not screen.strip.speech.said_first


def test_the_follow_up_shows_its_day(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        advance(flow, "follow_up")
        day = flow.play.prompt().decision.day
        flow.app.push(stage_screen(flow))
        flow.app.wait(0.05)
        assert f"Day {day}" in texts(flow.app)


def test_the_calendar_keeps_what_was_done_and_what_is_ahead(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        while flow.play.prompt().stage != "follow_up":
            flow.play.choose(choose_by(Policy.BEST, flow.play, flow.level.solution()))
        first = stage_screen(flow)
        assert isinstance(first, FollowScreen)
        assert (first.days.today, first.days.marks, first.days.planned) == (3, [], [30])
        step(flow)
        second = stage_screen(flow)
        assert isinstance(second, FollowScreen)
        assert [(mark.day, mark.icon) for mark in second.days.marks] == [(3, "gift")]
        assert (second.days.today, second.days.planned) == (30, [])


@pytest.mark.parametrize(("day", "week"), [(0, 1), (1, 1), (7, 1), (8, 2), (28, 4), (90, 13)])
def test_a_week_ends_with_its_seventh_day(day: int, week: int) -> None:
    days = Days([], day)
    app = App((1280, 720), reduced_motion=True, headless=True)
    screen = Screen()
    screen.widgets = [days]
    days.place(Rect(20, 20, 1200, days.height(app.fonts, 1200)))
    app.push(screen)
    app.wait(0.05)
    assert f"week {week} of 13" in texts(app)


def test_news_has_a_sign_of_its_own_and_bad_news_no_star() -> None:
    assert Day(3, "", icon="gift").sign == ("gift", "primary")
    assert Day(40, "", Face.DELIGHTED).sign == ("star", "good")
    assert Day(80, "").sign == ("flag", "neutral")
    assert Day(80, "", Face.ANNOYED).sign == ("close", "bad")


def test_the_recap_tells_what_was_kept_found_and_changed(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        level = level_of("first-call")
        level.scorer()
        advance(flow, "approach", pick=1)
        kept = level.kept(flow.play, "preparation")
        assert kept is not None
        assert 0 <= kept <= 1
        assert isinstance(kept, Fraction)
        facts = facts_of(flow.play, "preparation")
        flow.app.push(RecapScreen(flow, "preparation"))
        flow.app.wait(0.2)
        shown = texts(flow.app)
        assert flow.play.scenario.preparation.coach in shown
        assert f"{round(kept * 100)} %" in shown
        assert {fact.note for fact in facts} <= set(shown)
        flow.app.run_events([key(pygame.K_RETURN)])
        assert isinstance(flow.app.top, ContactScreen)


def test_changes_of_a_stage_are_summed(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        advance(flow, "closing")
        told = [told for told in flow.play.told if told.stage == "approach"]
        for meter, change in changes_of(flow.play, "approach").items():
            assert change == sum(each.changes.get(meter, 0) for each in told)
        assert changes_of(flow.play, "closing") == {}


def test_the_epilogue_is_told_day_by_day_and_can_be_skipped(tmp_path: Path) -> None:
    with a_flow(tmp_path, seed=4) as flow:
        while not flow.play.is_over:
            flow.play.choose(choose_by(Policy.BEST, flow.play, flow.level.solution()))
        app = flow.app
        app.reduced_motion = False
        screen = EpilogueScreen(flow)
        app.push(screen)
        app.wait(0.1)
        assert screen.story.shown == 0
        app.wait(1.0)
        assert screen.story.shown == 1
        told = whole_story(flow.play)
        assert [one.day for one in told if one.icon] == [3, 30]
        assert len(told) > len(days_after(flow.play)) > 0
        assert screen.face is (told[0].face or screen.ending)
        over: list[bool] = []
        flow.debrief = lambda: over.append(True)  # type: ignore[method-assign]
        app.run_events([key(pygame.K_RETURN)])
        assert screen.story.is_told
        assert screen.face is (told[-1].face or screen.ending)
        assert screen.days.shown == screen.days.last == 90
        assert not over
        app.run_events([key(pygame.K_RETURN)])
        assert over
        days = [one.day for one in told]
        assert days == sorted(days)


def test_without_motion_the_epilogue_is_told_at_once(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        while not flow.play.is_over:
            step(flow)
        flow.app.push(EpilogueScreen(flow))
        flow.app.wait(0.05)
        shown = texts(flow.app)
        assert all(one.text in shown for one in days_after(flow.play))


def test_the_notebook_holds_facts_and_talk_and_closes(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        app.push(stage_screen(flow))
        below = app.top
        app.push(NotebookScreen(flow))
        app.wait(0.05)
        assert "No notes yet" in " ".join(texts(app))
        app.run_events([key(pygame.K_ESCAPE)])
        assert app.top is below
        advance(flow, "closing", pick=1)
        app.push(NotebookScreen(flow))
        app.wait(0.05)
        assert {fact.note for fact in flow.play.notebook()} <= set(texts(app))
        app.run_events([key(pygame.K_TAB), key(pygame.K_RIGHT)])
        assert set(spoken(flow.play)) <= set(texts(app))


def spoken(play: Play) -> list[str]:
    """What was said or passed over, in order."""
    return [
        passed_over(play, at) or told.said for at, told in zip(play.steps, play.told, strict=True)
    ]


def test_the_transcript_has_every_answer_in_order(tmp_path: Path) -> None:
    with a_flow(tmp_path, "crm-harbour") as flow:
        while not flow.play.is_over:
            step(flow)
        said = [each.text for each in transcript(flow.play) if each.by in ("them", "told", "you")]
        answers = [told.reply for told in flow.play.told]
        pairs = zip(spoken(flow.play), answers, strict=True)
        wanted = [
            part
            for yours, answer in pairs
            for part in (yours, *([answer] if answer in said else pieces_of(answer)))
            if part
        ]
        places = iter(said)
        assert all(text in places for text in wanted)


def test_amounts_are_said_as_people_say_them() -> None:
    assert [amount(1, "hours"), amount(2, "hours"), amount(1, "patience")] == [
        "1 hour",
        "2 hours",
        "1 patience",
    ]


def test_the_person_blinks_now_and_then_but_not_with_reduced_motion(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        screen = talk_in_motion(flow)
        seen = set()
        for _ in range(60):
            app.wait(0.1)
            seen.add(screen.view.blinking)
        assert seen == {False, True}
        app.reduced_motion = True
        app.wait(0.3)
        for _ in range(60):
            app.wait(0.1)
            assert not screen.view.blinking


def test_all_minutes_stand_in_one_bar(tmp_path: Path) -> None:
    with a_flow(tmp_path) as flow:
        app = flow.app
        screen = shown_at(flow, "presentation", EmphasisScreen)
        assert "9 min free" in texts(app)
        first, second = screen.rows[:2]
        app.focus(first)
        app.run_events([key(pygame.K_RIGHT)])
        app.focus(second)
        app.run_events([key(pygame.K_RIGHT)])
        portions = [(part.name, part.minutes, part.given) for part in screen.share.portions[:3]]
        assert portions == [
            ("Ready-texts", 3, False),
            ("Small deposits", 3, False),
            ("Photo job cards", 0, False),
        ]
        assert "3 min free" in texts(app)
        screen.act(Action("present"))
        app.wait(0.05)
        assert screen.share.portions[0].given
        assert not screen.share.portions[1].given


def test_a_notebook_shows_a_whole_note_or_its_heading_and_tells_what_is_hidden(
    tmp_path: Path,
) -> None:
    with a_flow(tmp_path, "crm-harbour") as flow:
        advance(flow, "closing", pick=1)
        facts = flow.play.notebook()
        assert len(facts) > 3
        fonts, wide = flow.app.fonts, 344.0
        card = NotesCard(facts)
        least, snug, low = card.least(fonts, wide), card.snug(fonts, wide), card.low(fonts)
        rooms = [card.fitting(fonts, wide, room) for room in (snug, snug - 1, low, low - 1)]
        assert rooms == [snug, low, low, 0.0]
        surface = pygame.Surface((1280, 720))
        many = len(facts)
        some = f"{many} notes, 1 shown"
        for high, wanted in ((least + 10, some), (snug, some), (low, f"{many} notes")):
            record = Record()
            card.place(Rect(0, 0, wide, high))
            card.draw(Canvas(surface, flow.app.theme, fonts, record))
            said = [mark.name for mark in record.marks if mark.kind == "text"]
            assert wanted in said
            assert (card.facts[0].note in said) is (high > low)


def test_the_talk_of_the_notebook_opens_with_a_whole_piece() -> None:
    app = App((1280, 720), headless=True)
    said = [Said("you" if at % 2 else "them", f"Word {at}. " * (9 + 3 * at)) for at in range(14)]
    chat = Chat(said)
    for high in range(300, 420, 7):
        chat.settle(app.fonts, Rect(0, 0, 500, high))
        tops = [chat._above(app.fonts, said[:at]) for at in range(len(said))]
        assert chat.offset == chat.reach
        assert chat.offset + BETWEEN in tops or chat.content == chat._content(app.fonts)
        assert chat.content - chat._content(app.fonts) <= high / 4


@pytest.mark.parametrize("stage", ["objections", "follow_up"])
def test_rows_of_choices_are_equally_high(tmp_path: Path, stage: str) -> None:
    with a_flow(tmp_path) as flow:
        advance(flow, stage)
        screen = stage_screen(flow)
        assert isinstance(screen, TalkScreen)
        flow.app.push(screen)
        flow.app.wait(0.05)
        assert len({card.rect.y for card in screen.cards}) > 1
        assert len({round(card.rect.h, 3) for card in screen.cards}) == 1
