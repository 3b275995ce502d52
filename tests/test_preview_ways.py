"""Lines of choices to any decision, and carrying a play over to another version or buyer."""

from __future__ import annotations

from contextlib import suppress
from functools import cache

import pytest

from simulator.game.build import build_game
from simulator.game.rules import Game
from simulator.game.run import draw_buyer
from simulator.game.steps import walk
from simulator.store.levels import Level, level_from_text, load_level
from simulator.window.preview.bring import bring, seed_drawing, seed_for
from simulator.window.preview.insight import expected, secrets, suspects
from simulator.window.preview.ways import Stopped, behind, can_reach, find_way, shortest
from tests.content_kit import content
from tests.preview_kit import shipped


def leads_to(game: Game, choices: tuple[str, ...], buyer: int, node: int) -> bool:
    steps = walk(game, choices, buyer)
    return (steps[-1].after if steps else game.start()).node == node


def test_every_decision_of_a_small_level_is_reached_with_and_without_a_proof() -> None:
    it = content("first-call")
    for node in range(len(it.game.nodes)):
        for solution in (it.solution, None):
            way = find_way(it.game, solution, (), 0, node)
            assert way is not None
            assert leads_to(it.game, way.choices, way.buyer, node)


def test_a_large_level_is_reached_by_best_play_where_that_comes_by() -> None:
    it = content("crm-harbour")
    found = 0
    for node in range(len(it.game.nodes)):
        for buyer in range(len(it.game.buyers)):
            with suppress(Stopped):
                # A search for the fewest choices takes seconds; here it is called off at once.
                way = find_way(it.game, it.solution, (), buyer, node, lambda: True)
                assert way is not None
                assert way.how == "by best play" or not way.choices
                assert leads_to(it.game, way.choices, way.buyer, node)
                found += 1
    assert found > 80


def test_a_decision_off_the_best_line_is_reached_by_the_fewest_choices() -> None:
    it = content("crm-harbour")
    names = [node.id for node in it.game.nodes]
    way = find_way(it.game, it.solution, (), 2, names.index("proof"))
    assert way is not None
    found = shortest(it.game, 2, names.index("proof"))
    assert found is not None
    assert len(found) <= len(way.choices)
    assert leads_to(it.game, found, 2, names.index("proof"))


def test_a_shortest_way_is_as_short_as_any() -> None:
    game = content("first-call").game

    @cache
    def least(node: int) -> int:
        ring = {game.start()}
        for length in range(40):
            if any(state.node == node for state in ring):
                return length
            ring = {
                game.outcome_of(state, option, 0).state
                for state in ring
                if state.node < node
                for option in game.legal(state)
            }
        raise AssertionError("no way at all")

    for node in (0, 1, 2, 4, 8):
        found = shortest(game, 0, node)
        assert found is not None
        assert len(found) == least(node)


def test_what_lies_behind_is_returned_to_on_the_same_choices() -> None:
    it = content("crm-harbour")
    made = find_way(it.game, it.solution, (), 2, 12)
    assert made is not None
    back = behind(it.game, made.choices, 2, 3)
    assert back is not None
    assert made.choices[: len(back)] == back
    way = find_way(it.game, it.solution, made.choices, 2, 3)
    assert way is not None
    assert (way.choices, way.how) == (back, "back on your own way")


def test_another_buyer_is_taken_only_where_this_one_cannot_come() -> None:
    it = content("crm-harbour")
    names = [node.id for node in it.game.nodes]
    haggle = names.index("haggle")
    here = [buyer for buyer in range(4) if can_reach(it.solution, haggle, buyer)]
    other = next(buyer for buyer in range(4) if buyer not in here)
    way = find_way(it.game, it.solution, (), other, haggle)
    assert way is not None
    assert way.buyer in here
    assert leads_to(it.game, way.choices, way.buyer, haggle)


def test_a_decision_that_nothing_leads_to_is_told_from_the_rest() -> None:
    text = shipped().replace(
        "    - id: question\n", "    - id: question\n      when: {trust: above 19}\n", 1
    )
    level = level_of(text)
    node = [one.id for one in level.game.nodes].index("question")
    assert find_way(level.game, level.solution(), (), 0, node) is None
    assert find_way(level.game, None, (), 0, node) is None


def test_a_search_can_be_called_off() -> None:
    it = content("crm-harbour")
    with pytest.raises(Stopped):
        shortest(it.game, 0, len(it.game.nodes) - 1, lambda: True)


# Carrying over.


def level_of(text: str) -> Level:
    return level_from_text(text, "s.yaml")


@pytest.mark.parametrize("buyer", ["fearful", "content", "price", "no-need"])
def test_a_seed_is_found_for_every_buyer(buyer: str) -> None:
    game = build_game(content("crm-harbour").scenario)
    seed = seed_for(game, buyer, 5)
    assert game.buyers[draw_buyer(game, seed)] == buyer
    assert all(game.buyers[draw_buyer(game, one)] != buyer for one in range(5, seed))


def test_a_seed_that_draws_the_buyer_stays_and_a_lost_buyer_changes_nothing() -> None:
    game = content("crm-harbour").game
    seed = seed_drawing(game, 2, 40)
    assert seed_drawing(game, 2, seed) == seed
    assert seed_for(game, "nobody", 17) == 17


def test_choices_are_made_again_as_far_as_they_fit() -> None:
    level = load_level("first-call")
    it = content("first-call")
    line = find_way(it.game, it.solution, (), 0, 6)
    assert line is not None
    made = line.choices
    assert bring(level, 1, made).play.run.choices == made
    assert bring(level, 1, made).stopped == ""
    gone = bring(level, 1, ("hob", "nobody", "post"))
    assert gone.play.run.choices == ("hob",)
    assert gone.stopped == "Made 1 of 3 choices again: nobody is no choice at leads."
    shut = bring(level, 1, ("hob", "hob"))
    assert shut.stopped == "Made 1 of 2 choices again: hob cannot be chosen now at leads."
    none = bring(level, 1, ("old-page",))
    assert none.stopped == ("Made none of your choices again: old-page is no choice at leads.")


def test_choices_after_the_end_are_told() -> None:
    it = content("first-call")
    level = load_level("first-call")
    line = find_way(it.game, it.solution, (), 0, len(it.game.nodes) - 1)
    assert line is not None
    last = it.game.nodes[-1].options[0].id
    found = bring(level, 1, (*line.choices, last, "more"))
    assert found.play.is_over
    many = len(line.choices) + 1
    assert found.stopped == (
        f"Made {many} of {many + 1} choices again: the sale is over before the next."
    )


# What is hidden.


def test_values_are_those_of_the_review_and_answers_those_of_the_buyers() -> None:
    it = content("crm-harbour")
    level = load_level("crm-harbour")
    level.use(it.scorer)
    names = [node.id for node in it.game.nodes]
    way = find_way(it.game, it.solution, (), 2, names.index("discovery"))
    assert way is not None
    play = bring(level, seed_drawing(it.game, 2), way.choices).play
    found = secrets(play, it.scorer)
    assert [one.id for one in found] == [view.id for view in play.prompt().choices]
    assert min(one.lost for one in found if one.lost is not None) == 0
    possible = {one.name for one in suspects(play) if one.possible}
    for secret in found:
        if not secret.is_legal:
            assert secret.why_not
            continue
        told = [name for answer in secret.answers for name in answer.buyers]
        assert sorted(told) == sorted(possible)
        true = play.scenario.buyers[2].name
        answer = next(one for one in secret.answers if true in one.buyers)
        again = bring(level, play.run.seed, (*play.run.choices, secret.id)).play
        assert again.told[-1] == answer.told
    best = next(one.id for one in found if one.lost == 0)
    after = bring(level, play.run.seed, (*play.run.choices, best)).play
    moves = it.scorer.score([(after.run.choices, 2)])[0].moves
    assert moves[-1].regret == 0
    assert 0 <= expected(play, it.scorer) <= 100
