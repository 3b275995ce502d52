"""The rules on the small scenario: what is legal, what a choice does, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.game.build import build_game
from simulator.game.play import Play
from simulator.game.rules import Game, State
from simulator.game.run import Run, draw_buyer, parse_run, run_line, shuffled
from simulator.game.steps import option_named, walk
from simulator.problems import IllegalChoice, RunError
from simulator.scenario.load import load_source
from simulator.scenario.model import Scenario
from simulator.scenario.text import decode
from tests.game.games import small_games
from tests.scenario_text import SMALL, broken

BURNT, BUSY = 0, 1
DRAWN = [0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0]
ORDERS = [[1, 0, 2], [1, 0, 2], [0, 1, 2], [1, 0, 2]]


def scenario_of(text: str) -> Scenario:
    source, problems = decode("small.yaml", text.encode())
    assert source is not None, problems
    scenario, problems = load_source(source, Path("small.yaml"))
    assert scenario is not None, problems
    return scenario


@pytest.fixture(scope="module")
def game() -> Game:
    return build_game(scenario_of(SMALL))


def ids(game: Game, state: State) -> list[str]:
    return [game.nodes[state.node].options[at].id for at in game.legal(state)]


def lines_of_play(game: Game, buyer: int) -> list[tuple[str, ...]]:
    """Every line of play against a buyer, by brute force."""
    found: list[tuple[str, ...]] = []
    open_lines: list[tuple[tuple[str, ...], State]] = [((), game.start())]
    while open_lines:
        line, state = open_lines.pop()
        if game.is_over(state):
            found.append(line)
            continue
        for at in game.legal(state):
            choice = game.nodes[state.node].options[at].id
            open_lines.append(((*line, choice), game.choose(state, at, buyer).state))
    return found


def test_the_number_of_lines_of_play_is_pinned(game: Game) -> None:
    # 3 ways with the leads, of which one opens `ask`; the doubt of 2 comes up for one buyer only.
    assert len(lines_of_play(game, BURNT)) == (2 + 1 + 1) * 2 * 2 * 2 * 2 * 2
    assert len(lines_of_play(game, BUSY)) == (2 + 1 + 1) * 2 * 2 * 2 * 2


def test_a_locked_choice_is_not_legal_until_its_fact_is_known(game: Game) -> None:
    knows = walk(game, ["quay", "reviews"], BUSY)[-1].after
    knows_nothing = walk(game, ["mill", "reviews"], BUSY)[-1].after
    assert ids(game, knows) == ["ask", "pitch"]
    assert ids(game, knows_nothing) == ["pitch"]
    with pytest.raises(IllegalChoice, match=r"^`ask` cannot be chosen at `open` now\.$"):
        game.choose(knows_nothing, 0, BUSY)


def test_a_budget_ends_its_decision_when_nothing_more_can_be_paid(game: Game) -> None:
    start = game.start()
    assert (ids(game, start), start.left) == (["quay", "mill", "done"], 1)
    after = walk(game, ["quay"], BUSY)[-1].after
    assert (game.nodes[after.node].id, after.left, after.used) == ("read", 0, 0)


def test_a_reply_that_differs_tells_the_buyers_apart(game: Game) -> None:
    told, kept = (
        walk(game, ["quay", "news", "ask"], BURNT),
        walk(game, ["quay", "news", "pitch"], BURNT),
    )
    assert (told[-1].buyers, told[-1].still) == (0b11, 0b01)
    assert kept[-1].still == 0b11


def test_an_objection_of_one_buyer_is_seen_to_come_up(game: Game) -> None:
    choices = ["mill", "news", "pitch", "live"]
    burnt, busy = walk(game, choices, BURNT)[-1], walk(game, choices, BUSY)[-1]
    assert (game.nodes[burnt.after.node].id, burnt.still) == ("doubt", 0b01)
    assert (game.nodes[busy.after.node].id, busy.still) == ("close", 0b10)


def test_meters_move_by_words_and_stay_within_0_and_20(game: Game) -> None:
    after = walk(game, ["quay", "reviews", "ask", "live"], BUSY)[-1].after
    assert dict(zip(game.meters, after.meters, strict=True)) == {
        "trust": 10, "value": 8, "urgency": 4,
    }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(small_games(), st.integers(0, 2**32), st.integers(0, 3))
def test_meters_budgets_and_buyers_stay_within_bounds(game: Game, seed: int, buyer: int) -> None:
    buyer %= len(game.weights)
    state, still, step = game.start(), game.everyone, 0
    while not game.is_over(state):
        assert game.legal(state)
        assert all(0 <= meter <= 20 for meter in state.meters)
        assert state.left >= 0
        at = game.legal(state)[(seed >> step) % len(game.legal(state))]
        shown = game.choose(state, at, buyer)
        masks = game.after(state, still, at)
        assert sum(mask for _, mask in masks) == still
        still, state, step = dict(masks)[shown], shown.state, step + 1
        assert still >> buyer & 1
    assert 0 <= game.value(state, buyer) <= 100


def test_a_run_that_does_not_fit_names_the_step(game: Game) -> None:
    with pytest.raises(
        RunError, match=r"^Choice 3 does not fit: `ask` cannot be chosen at `open` now\.$"
    ):
        walk(game, ["mill", "news", "ask"], BUSY)
    with pytest.raises(
        RunError, match=r"^Choice 2 does not fit: `fly` is not a choice at `read`\.$"
    ):
        walk(game, ["mill", "fly"], BUSY)
    whole = ["mill", "news", "pitch", "live", "trial", "wait"]
    with pytest.raises(RunError, match=r"^Choice 7, `wait`, comes after the end of the run\.$"):
        walk(game, [*whole, "wait"], BUSY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1\n", "# a comment\nformat: 1\n"),
        ("why: Useful.", "why: Most useful."),
        ("reply: On the wall. Badly.", "reply: On the wall, badly."),
        ("title: A small sale", "title: A smaller sale"),
        ("effects: {trust: up a lot}", "effects: {trust: 4}"),
        ("why: Useful.", "channel: e-mail, draft: Dear you, why: Useful."),
    ],
)
def test_words_do_not_change_the_digest(game: Game, old: str, new: str) -> None:
    assert build_game(scenario_of(broken(old, new))).digest == game.digest


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("effects: {trust: up a lot}", "effects: {trust: up}"),
        ("reply: On the wall. It never crashed.", "reply: On the wall. Badly."),
        ("weight: 2", "weight: 3"),
        ("needs: {known: no-shows}", "needs: {trust: at least 6}"),
        ("minutes: 10, say", "minutes: 9, say"),
        ("kind: pilot", "kind: order"),
    ],
)
def test_rules_change_the_digest(game: Game, old: str, new: str) -> None:
    assert build_game(scenario_of(broken(old, new))).digest != game.digest


def test_the_draw_of_chance_is_pinned_for_ever(game: Game) -> None:
    assert [draw_buyer(game, seed) for seed in range(12)] == DRAWN
    assert [shuffled(game, 0, seed) for seed in range(4)] == ORDERS


def test_the_buyers_are_drawn_by_their_weights(game: Game) -> None:
    drawn = [draw_buyer(game, seed) for seed in range(3000)]
    assert 0.64 < drawn.count(BURNT) / len(drawn) < 0.69


def test_a_run_survives_its_line_of_json() -> None:
    run = Run("small", "d" * 64, 7, ("quay", "done"), "Zoë", "North", "2026-01-01T00:00:00+00:00")
    assert parse_run(run_line(run)) == run


@settings(max_examples=200, deadline=None)
@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(repr))
def test_no_line_makes_a_run_by_accident(line: str) -> None:
    with pytest.raises(RunError, match=r"\.$"):
        parse_run(line)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "This is not a run: the line is not JSON."),
        ("[" * 100_000, "This is not a run: the line is not JSON."),
        ("{}", "This is not a run: it has no list of choices."),
        ('{"choices":[],"format":9}', "This run has format 9; this engine reads 1."),
        ('{"choices":[],"format":1}', "This run cannot be read: `scenario` is not a short text."),
        ('{"choices":[1],"format":1,"scenario":"a","digest":"b","seed":1}',
         "This run cannot be read: `choices` is not a list of choice ids."),
        ('{"choices":[],"format":1,"scenario":"a","digest":"b","seed":true}',
         "This run cannot be read: `seed` is not a whole number from 0 to 9223372036854775807."),
    ],
)  # fmt: skip
def test_what_is_not_a_run_is_refused_in_a_sentence(line: str, message: str) -> None:
    with pytest.raises(RunError) as caught:
        parse_run(line)
    assert str(caught.value) == message


def test_a_play_tells_what_happened_and_never_the_buyer(game: Game) -> None:
    scenario = scenario_of(SMALL)
    play = Play(scenario, game, Run("small", game.digest, 1, player="Ada"))
    prompt = play.prompt()
    assert (prompt.unit, prompt.budget, prompt.left, prompt.opens_stage) == ("calls", 1, 1, True)
    assert prompt.choices[-1].id == "done"
    told = play.choose("quay")
    assert ([fact.id for fact in told.learned], told.stage_over) == (["no-shows"], "prospecting")
    play.choose("reviews")
    asked = next(choice for choice in play.prompt().choices if choice.id == "ask")
    assert asked.say == "How do people book with you, Nadia?"
    assert play.choose("ask").changes == {"trust": 4}
    slots = play.prompt().slots
    assert [(slot.feature, slot.minutes, slot.offered) for slot in slots] == [
        ("texts", None, (0, 10))
    ]


def test_a_locked_choice_is_shown_with_its_hint(game: Game) -> None:
    play = Play(scenario_of(SMALL), game, Run("small", game.digest, 1, ("mill", "news")))
    locked = next(choice for choice in play.prompt().choices if choice.id == "ask")
    assert (locked.is_legal, locked.locked_hint) == (False, "You know nothing about her week.")


def test_a_saved_run_goes_on_where_it_stopped(game: Game) -> None:
    whole = ("quay", "reviews", "ask", "live", "trial", "thanks")
    for cut in range(len(whole) + 1):
        seed = next(s for s in range(99) if draw_buyer(game, s) == BUSY)
        play = Play(scenario_of(SMALL), game, Run("small", game.digest, seed, whole[:cut]))
        for choice in whole[cut:]:
            play.choose(choice)
        assert (play.run.choices, play.is_over) == (whole, True)
        assert play.outcome.id == "trial"


def test_an_option_is_named_by_its_id_only(game: Game) -> None:
    with pytest.raises(IllegalChoice, match=r"^`trial` is not a choice at `leads`\.$"):
        option_named(game, game.start(), "trial")
