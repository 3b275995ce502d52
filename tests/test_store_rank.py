from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.store import By, Row
from simulator.store.rank import Scored, rank

PLAYERS = ("Ada", "ben", "Ben", "Cleo", "Öz")
TEAM_OF = {"Ada": "North", "ben": "South", "Ben": "North", "Cleo": "", "Öz": "South"}

scored = st.builds(
    lambda player, scenario, score: (player, scenario, score),
    st.sampled_from(PLAYERS),
    st.sampled_from(["crm", "first-call", "renewal"]),
    st.integers(0, 1000) | st.integers(0, 3),
)
boards = st.lists(scored, max_size=25).map(
    lambda found: [
        Scored(player, TEAM_OF[player], scenario, score, order)
        for order, (player, scenario, score) in enumerate(found)
    ]
)


def slow_score(entries: list[Scored], player: str, by: By) -> int:
    """The sum over scenarios of the one run that counts."""
    total = 0
    for scenario in {entry.scenario for entry in entries}:
        mine = [one for one in entries if one.player == player and one.scenario == scenario]
        if mine:
            total += {
                "best": max(one.score for one in mine),
                "first": min(mine, key=lambda one: one.order).score,
                "latest": max(mine, key=lambda one: one.order).score,
            }[by]
    return total


def slow_board(entries: list[Scored], by: By, team: bool) -> list[Row]:
    """The rule read aloud, with fractions and nested loops."""
    lines: list[tuple[str, str, int, int, int]] = []
    everybody = sorted({entry.player for entry in entries})
    if team:
        for name in sorted({entry.team for entry in entries} - {""}):
            those = [player for player in everybody if TEAM_OF[player] == name]
            mean = Fraction(sum(slow_score(entries, one, by) for one in those), len(those))
            runs = len([entry for entry in entries if entry.team == name])
            lines.append((name, name, int(mean + Fraction(1, 2)), runs, len(those)))
    else:
        for player in everybody:
            runs = len([entry for entry in entries if entry.player == player])
            lines.append((player, TEAM_OF[player], slow_score(entries, player, by), runs, 1))
    lines.sort(key=lambda line: (-line[2], line[0].casefold(), line[0]))
    return [
        Row(1 + len([other for other in lines if other[2] > line[2]]), *line, scenario="x")
        for line in lines
    ]


@given(boards, st.sampled_from(["best", "first", "latest"]), st.booleans(), st.randoms())
def test_ranking_equals_its_slow_twin_in_whatever_order_entries_come(
    entries: list[Scored], by: By, team: bool, chance: object
) -> None:
    mixed = list(entries)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert rank(mixed, by, team=team, scenario="x") == slow_board(entries, by, team)


def test_equal_scores_share_a_rank_and_the_next_rank_is_left_out() -> None:
    entries = [
        Scored(name, "", "crm", score, order)
        for order, (name, score) in enumerate(
            [("Dora", 100), ("Ben", 700), ("Cleo", 700), ("Ada", 900)]
        )
    ]
    assert [(row.rank, row.name) for row in rank(entries)] == [
        (1, "Ada"),
        (2, "Ben"),
        (2, "Cleo"),
        (4, "Dora"),
    ]


@pytest.mark.parametrize(("scores", "mean"), [([1, 2], 2), ([0, 0, 1], 0), ([500], 500)])
def test_the_mean_of_a_team_is_rounded_half_up(scores: list[int], mean: int) -> None:
    entries = [
        Scored(f"player {order}", "North", "crm", score, order)
        for order, score in enumerate(scores)
    ]
    assert rank(entries, team=True) == [
        Row(1, "North", "North", mean, len(scores), len(scores), "")
    ]
