"""How judgment grows: plays scored again, added up exactly, and what follows for practice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from simulator.game.debrief import debrief
from simulator.game.play import Play
from simulator.game.policy import Policy, choose_by
from simulator.game.run import Run
from simulator.game.score import Result
from simulator.game.solver import Cancelled
from simulator.store.levels import Level, load_level
from simulator.store.model import Entry
from simulator.store.progress import (
    SKILLS,
    SOUND,
    Advice,
    History,
    Played,
    Progress,
    Stake,
    Wish,
    course,
    lately,
)


@pytest.fixture(scope="module")
def level(tmp_path_factory: pytest.TempPathFactory) -> Level:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PITCHCRAFT_HOME", str(tmp_path_factory.mktemp("home")))
        found = load_level("first-call")
        found.solution()
    return found


def ended(level: Level, policy: Policy, seed: int, at: int = 0) -> tuple[Play, Entry]:
    """A play to the end by a bot, and its entry."""
    play = level.play(Run(level.scenario.id, level.game.digest, seed, id=f"{policy}-{seed}"))
    while not play.is_over:
        play.choose(choose_by(policy, play, level.solution()))
    return play, Entry(play.run, level.result(play.run).score, "", at)


def entries(level: Level, *policies: Policy) -> list[Entry]:
    return [ended(level, policy, at, at)[1] for at, policy in enumerate(policies)]


def other(level: Level) -> Level:
    """The same level under another name, as if it were another one."""
    digest = "0" * len(level.game.digest)
    changed = Level(level.scenario, replace(level.game, digest=digest), level.text, [])
    changed.use(level.scorer())
    return changed


@pytest.mark.parametrize("policy", [Policy.RANDOM, Policy.FIRST, Policy.WORST])
def test_one_play_is_scored_as_its_review_scores_it(level: Level, policy: Policy) -> None:
    play, entry = ended(level, policy, 3)
    progress = History().progress([level], [entry])
    review = debrief(play, level.scorer())
    (one,) = progress.plays
    assert one.score == review.score == entry.score
    assert {key: stake.kept for key, stake in one.stages.items()} == {
        share.id: share.kept for share in review.stages
    }
    at_stake = {share.id: share.kept for share in review.skills if share.kept is not None}
    assert {k: s.kept for k, s in one.skills.items() if s.swing} == at_stake
    lost = sum((stake.lost for stake in one.stages.values()), Fraction(0))
    assert lost == review.start - review.played


def test_plays_add_up_by_what_was_at_stake_and_not_by_the_play() -> None:
    assert (Stake(Fraction(10), Fraction(1)) + Stake(Fraction(30), Fraction(15))).kept == Fraction(
        24, 40
    )
    assert Stake().kept is None


def made_up(*lost: int | None) -> list[Played]:
    """Plays in which 10 points were at stake for closing and so many were lost, or none were."""
    plays = []
    for at, one in enumerate(lost):
        stake = Stake() if one is None else Stake(Fraction(10), Fraction(one))
        stakes = dict.fromkeys(SKILLS, Stake()) | {"closing": stake}
        entry = Entry(Run("s", "d", 1), 500, "", at)
        plays.append(Played(entry, None, 500, {}, stakes))  # type: ignore[arg-type]
    return plays


@pytest.mark.parametrize(
    ("lost", "kept"),
    [
        ((), []),
        ((None,), []),
        ((4,), [Fraction(6, 10)]),
        ((4, 1), [Fraction(6, 10), Fraction(15, 20)]),
        ((10, None, 8, 1, 0, 2), [Fraction(0, 10), Fraction(2, 20), Fraction(11, 30),
                                  Fraction(21, 30), Fraction(27, 30)]),
    ],
)  # fmt: skip
def test_the_course_is_what_the_last_three_plays_kept_after_each_play(
    lost: tuple[int | None, ...], kept: list[Fraction]
) -> None:
    plays = made_up(*lost)
    assert course(plays, lambda one: one.skills["closing"]) == kept
    assert lately(plays, lambda one: one.skills["closing"]) == (kept[-1] if kept else None)


def test_each_play_is_scored_once(level: Level, monkeypatch: pytest.MonkeyPatch) -> None:
    history = History()
    first = entries(level, Policy.FIRST, Policy.RANDOM)
    third = ended(level, Policy.LAST, 9, 9)[1]
    scored: list[int] = []
    scorer = level.scorer()
    real = scorer.score

    def counted(runs: Sequence[tuple[Sequence[str], int]]) -> list[Result]:
        scored.append(len(runs))
        return real(runs)

    monkeypatch.setattr(scorer, "score", counted)
    history.progress([level], first)
    history.progress([level], [*first, third])
    assert scored == [2, 1]


def test_plays_of_another_version_and_plays_without_a_score_are_counted_aside(
    level: Level,
) -> None:
    (good,) = entries(level, Policy.FIRST)
    old = replace(good, run=replace(good.run, digest="old", id="old"))
    unscored = replace(good, score=None, run=replace(good.run, id="unscored"))
    progress = History().progress([level], [old, good, unscored])
    assert [one.entry for one in progress.plays] == [good]
    assert progress.aside == 2
    assert (progress.reached, progress.best(level)) == (1, good.score)


def test_nothing_is_scored_when_nobody_waits_any_more(
    level: Level, monkeypatch: pytest.MonkeyPatch
) -> None:
    unsolved = Level(level.scenario, level.game, level.text, [])
    history = History()
    plays = entries(level, Policy.FIRST)
    assert history.wanting([unsolved], plays) == [unsolved]
    assert history.wanting([level], plays) == []
    monkeypatch.setattr("simulator.store.solutions.load_solution", lambda *_: None)
    with pytest.raises(Cancelled):
        history.progress([unsolved], plays, lambda _: False)


def test_the_weakest_skill_comes_first_where_it_cost_most(level: Level) -> None:
    advice = History().progress([level, other(level)], entries(level, Policy.WORST)).advice()
    assert advice
    assert (advice.wish, advice.level, advice.kept) == (Wish.SKILL, level, Fraction(0))
    assert advice.name in SKILLS.values()


def test_then_a_level_not_played_then_one_with_stars_left_then_the_oldest(level: Level) -> None:
    second = other(level)
    best = entries(level, Policy.BEST)
    history = History()
    assert history.progress([level, second], best).advice() == Advice(Wish.FRESH, second)
    assert history.progress([level], best).advice() == Advice(Wish.MASTERED, level)
    (one,) = history.progress([level], best).plays
    weaker = replace(one, score=880)
    assert all(s.kept is None or s.kept >= SOUND for s in weaker.skills.values())
    assert Progress((level,), (weaker,)).advice() == Advice(Wish.STARS, level, best=880)
    assert Progress((), ()).advice() is None


def test_stars_of_all_levels_add_up(level: Level) -> None:
    assert History().progress([level], entries(level, Policy.BEST, Policy.WORST)).stars == 3
    assert Progress((level,), ()).stars == 0


def test_progress_comes_from_the_store(level: Level, tmp_path: Path) -> None:
    from simulator.store.levels import Levels
    from simulator.store.store import Store

    with Store(tmp_path, Levels([level]).judge) as store:
        store.add_player("Maya")
        for policy in (Policy.FIRST, Policy.BEST):
            run = replace(ended(level, policy, 1)[0].run, player="Maya")
            store.record(run.ended_at("2026-01-01T10:00:00+00:00"), level.text)
        progress = History().progress([level], store.runs("maya"))
    assert [one.score for one in progress.plays][1] == 1000
