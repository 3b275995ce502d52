"""Every rule's own samples: the bad one is found, word for word, and the good one is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.check import proof
from simulator.check.explain import explain
from simulator.check.files import Checked, Prover, check_source
from simulator.check.registry import ABOUT_ALLOWANCES, BY_CODE, RULES
from simulator.game.solver import solve
from simulator.problems import PitchcraftError, Problem
from simulator.scenario.codes import CODES
from simulator.scenario.show import as_text
from simulator.scenario.text import decode
from tests.check.samples import BASE, patched

TOLD = Path(__file__).parent / "told"
PLAIN = [rule.code for rule in (*RULES, *ABOUT_ALLOWANCES) if not rule.needs_proof]
PROVEN = [rule.code for rule in RULES if rule.needs_proof]


def check(text: str, *, proven: bool = False) -> Checked:
    source, problems = decode("base.yaml", text.encode())
    assert source is not None
    return check_source(source, Path("base.yaml"), problems, Prover(solve) if proven else None)


def told(code: str, sample: str) -> list[Problem]:
    """What a sample is told: by all rules without proof, or by a rule of the proof alone."""
    rule = BY_CODE[code]
    problems = check(patched(sample), proven=rule.needs_proof).problems
    return [p for p in problems if p.code == code or not rule.needs_proof]


@pytest.fixture(autouse=True)
def _small_is_large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sample cannot be too large by itself, so for that rule a small one counts as large."""
    if "P001-bad" in request.node.name:
        monkeypatch.setattr(proof, "STATES_FAIR", 100)


@pytest.mark.parametrize("proven", [False, True], ids=["plain", "proven"])
def test_the_scenario_that_samples_are_put_into_has_no_problems(proven: bool) -> None:
    assert as_text(check(BASE, proven=proven).problems) == ""


@pytest.mark.parametrize("code", [*PLAIN, *PROVEN], ids=lambda code: f"{code}-bad")
def test_the_bad_sample_is_found_and_told_word_for_word(code: str) -> None:
    problems = told(code, BY_CODE[code].page.bad)
    assert {problem.code for problem in problems} == {code}, as_text(problems)
    assert as_text(problems) + "\n" == (TOLD / f"{code}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", [*PLAIN, *PROVEN])
def test_the_good_sample_is_left_alone(code: str) -> None:
    assert as_text(told(code, BY_CODE[code].page.good)) == ""


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_every_rule_has_a_page(code: str) -> None:
    page = explain(code)
    assert page.startswith(f"{code}: ")
    assert "Found in\n" in page
    assert "null" not in page


def test_the_list_of_codes_names_every_code() -> None:
    listed = {line.split()[0] for line in explain("all").splitlines()}
    assert listed == {*CODES, *BY_CODE}
    assert explain("S201").startswith("S201: an unknown key")


def test_a_code_there_is_not_gets_the_nearest() -> None:
    with pytest.raises(PitchcraftError) as error:
        explain("WO16")
    assert str(error.value) == (
        "There is no code and no key `WO16`. Did you mean W016? `pitchcraft check --explain all`"
        " lists the codes, `--explain keys` the keys."
    )
