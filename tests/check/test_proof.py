"""Proofs that are kept, bots, and what is counted over a pack."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.check import proof
from simulator.check.files import Prover, check_paths, check_source
from simulator.check.lines import episodes_met, winning_lines
from simulator.check.proof import prove
from simulator.check.proof_make import JUDGELESS
from simulator.check.subject import Subject
from simulator.check.wording_file import chance_of
from simulator.game.bots import bots, play_bots
from simulator.game.rules import Game
from simulator.game.score import Scorer
from simulator.game.solver import Solution, solve
from simulator.problems import Problem
from simulator.scenario.text import decode
from tests.check.samples import BASE, patched


class Shelf(dict[str, bytes]):
    """A shelf in memory."""

    def read(self, name: str) -> bytes | None:
        return self.get(name)

    def write(self, name: str, data: bytes) -> None:
        self[name] = data


class Solver:
    """Solves, and counts how often it had to."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, game: Game) -> Solution:
        self.calls += 1
        return solve(game)


def subject_of(text: str) -> Subject:
    source, _ = decode("base.yaml", text.encode())
    assert source is not None
    subject = check_source(source, Path("base.yaml")).subject
    assert subject is not None
    return subject


def test_a_kept_proof_is_used_and_says_the_same() -> None:
    subject, shelf, solver = subject_of(BASE), Shelf(), Solver()
    first = prove(subject.game, subject.spots, solver, shelf)
    again = prove(subject.game, subject.spots, solver, shelf)
    assert first.proven == again.proven
    assert solver.calls == 1


@pytest.mark.parametrize("place", [0, 40, -1])
def test_a_kept_proof_with_a_flipped_bit_is_made_anew(place: int) -> None:
    subject, shelf, solver = subject_of(BASE), Shelf(), Solver()
    first = prove(subject.game, subject.spots, solver, shelf)
    (name,) = shelf
    data = bytearray(shelf[name])
    data[place] ^= 1
    shelf[name] = bytes(data)
    assert prove(subject.game, subject.spots, solver, shelf).proven == first.proven
    assert solver.calls == 2


def test_a_kept_proof_of_other_words_or_of_another_version_is_made_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelf, solver = Shelf(), Solver()
    texts = [BASE, patched("closing:\n  decisions:\n    - {id: close, order: fixed}")]
    one, other = (subject_of(text) for text in texts)
    assert one.game.digest == other.game.digest
    prove(one.game, one.spots, solver, shelf)
    prove(other.game, other.spots, solver, shelf)
    assert solver.calls == 2
    monkeypatch.setattr(proof, "PROOF_VERSION", proof.PROOF_VERSION + 1)
    prove(other.game, other.spots, solver, shelf)
    assert solver.calls == 3


def test_what_is_large_is_kept_with_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "STATES_FAIR", 100)
    subject, shelf = subject_of(BASE), Shelf()
    first = prove(subject.game, subject.spots, solve, shelf)
    assert first.proven.bulk is not None
    assert prove(subject.game, subject.spots, solve, shelf).proven == first.proven


def test_bots_score_the_same_every_time_and_every_one_is_there() -> None:
    subject = subject_of(BASE)
    one = prove(subject.game, subject.spots, solve).proven.bots
    assert one == prove(subject.game, subject.spots, solve).proven.bots
    assert [bot.name for bot in one] == [
        "random", "first", "last", "longest", "shortest", "politest", "greedy for trust",
        "greedy for value", "greedy for urgency",
    ]  # fmt: skip
    assert all(0 <= bot.score <= 1000 for bot in one)


def test_ways_to_win_are_counted_to_three() -> None:
    page = patched(
        "points: [{when: {chose: [quay, respect, listen, trial]}, points: 90, because: x}]"
    )
    subject = subject_of(page)
    assert winning_lines(subject.game, solve(subject.game)) == [3, 3]


EPILOGUE = """
epilogue:
  - {day: 9, text: Met by its outcome., when: {outcome: trial}}
  - {day: 9, text: Met by a choice that is forgotten., when: {chose: news, outcome: order}}
  - {day: 9, text: A trial cannot follow the deadline., when: {chose: push, outcome: trial}}
  - {day: 9, text: More trust than there can be., when: {trust: exactly 20}}
"""


def test_lines_of_the_epilogue_that_nobody_meets_are_found() -> None:
    subject = subject_of(patched(EPILOGUE))
    solution = solve(subject.game)
    scorer = Scorer(subject.game, solution)
    players = bots(subject.game, subject.spots, JUDGELESS)
    played = play_bots(subject.game, players, scorer)
    endings = [(run.ending, run.buyer) for one in played for run in one.runs]
    assert {buyer for _, buyer in endings} == {0, 1}
    assert episodes_met(subject.game, solution, endings) == [True, True, False, False]
    assert episodes_met(subject.game, solution, []) == [True, True, False, False]


def test_a_score_is_looked_at_only_with_the_proof() -> None:
    text = patched(
        "checks:\n  - name: A poor start is dear\n    choose: [mill]\n"
        "    expect: {score: at least 990}"
    )
    source, _ = decode("base.yaml", text.encode())
    assert source is not None
    assert check_source(source, Path("base.yaml")).problems == []
    (problem,) = check_source(source, Path("base.yaml"), (), Prover(solve)).problems
    assert (problem.code, problem.severity) == ("F011", "error")
    assert problem.message.startswith("the score is ")
    assert problem.message.endswith(" (buyer `burnt`)")


def failures(entry: str) -> list[str]:
    text = patched(f"checks:\n  - {{name: A check, start: {{buyer: busy}}, {entry}}}")
    source, _ = decode("base.yaml", text.encode())
    assert source is not None
    found: list[Problem] = check_source(source, Path("base.yaml")).problems
    return [problem.message for problem in found]


LOST = "choose: [mill, news, pitch, no-texts, no-export, listen, push, wait],"


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("choose: [quay], expect: {known: bad-week}", "`bad-week` is not known then"),
        ("choose: [quay], expect: {not known: no-shows}", "`no-shows` is known then"),
        ("choose: [quay], expect: {trust: above 6}", "trust is 6 then"),
        ("choose: [quay], expect: {next: open}", "`read` comes next"),
        ("choose: [quay], expect: {outcome: order}", "no outcome yet"),
        ("choose: [quay], expect: {points: at least 5}",
         "it is not over then, so there are no points yet"),
        ("choose: [news], expect: {trust: above 6}",
         "`news` cannot be chosen: what comes up is `leads`"),
        ("choose: [mill, news, ask], expect: {trust: above 6}",
         "`ask` is locked at `open` after these choices"),
        (LOST.replace("]", ", wait]") + " expect: {trust: above 6}", "`wait` comes after the end"),
        (LOST + " expect: {points: between 40 and 60}", "this ending is worth 0 points"),
        (LOST + " expect: {next: after}", "nothing comes next: it is over"),
    ],
)  # fmt: skip
def test_a_failing_check_says_what_is_so_instead(entry: str, message: str) -> None:
    assert failures(entry) == [message]


def test_a_check_that_holds_is_silent() -> None:
    assert (
        failures("choose: [leads.quay, read.visit], expect: {trust: exactly 6, next: open}") == []
    )


def test_a_pattern_over_several_files_is_told_once_for_the_folder(tmp_path: Path) -> None:
    judged = patched(
        "preparation:\n  decisions:\n    - id: read\n      order: fixed\n"
        "approach:\n  decisions:\n    - id: open\n      order: fixed\n"
        "closing:\n  decisions:\n    - id: close\n      order: fixed\n"
    )
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.yaml").write_text(judged.replace("id: base", f"id: {name}"))
    *files, pack = check_paths([tmp_path])
    assert [one.problems for one in files] == [[], [], []]
    (problem,) = pack.problems
    assert problem.place.path == tmp_path.as_posix()
    assert (problem.code, problem.message) == (
        "W010",
        (
            "over 3 scenarios the first choice of a fixed order is a best one in 9 of 9 decisions"
            " (chance alone: about 6)"
        ),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.fractions(0, 1, max_denominator=6), max_size=6), st.integers(0, 6))
def test_the_chance_of_hits_is_exact(shares: list[Fraction], hits: int) -> None:
    total = Fraction(0)
    for pattern in product((0, 1), repeat=len(shares)):
        if sum(pattern) >= hits:
            weight = Fraction(1)
            for hit, share in zip(pattern, shares, strict=True):
                weight *= share if hit else 1 - share
            total += weight
    assert chance_of(hits, shares) == total
