"""Every rule's own samples: the bad one is found, word for word, and the good one is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.check.explain import explain
from simulator.check.files import Checked, check_source
from simulator.check.registry import ABOUT_ALLOWANCES, BY_CODE, RULES
from simulator.problems import PitchcraftError
from simulator.scenario.codes import CODES
from simulator.scenario.show import as_text
from simulator.scenario.text import decode
from tests.check.samples import BASE, patched

TOLD = Path(__file__).parent / "told"
PLAIN = [rule.code for rule in (*RULES, *ABOUT_ALLOWANCES) if not rule.needs_proof]


def check(text: str) -> Checked:
    source, problems = decode("base.yaml", text.encode())
    assert source is not None
    return check_source(source, Path("base.yaml"), problems)


def codes(text: str) -> list[str]:
    return [problem.code for problem in check(text).problems]


def test_the_scenario_that_samples_are_put_into_has_no_problems() -> None:
    assert as_text(check(BASE).problems) == ""


@pytest.mark.parametrize("code", PLAIN)
def test_the_bad_sample_is_found_and_told_word_for_word(code: str) -> None:
    checked = check(patched(BY_CODE[code].page.bad))
    assert {problem.code for problem in checked.problems} == {code}, as_text(checked.problems)
    expected = (TOLD / f"{code}.txt").read_text(encoding="utf-8")
    assert as_text(checked.problems) + "\n" == expected


@pytest.mark.parametrize("code", PLAIN)
def test_the_good_sample_is_left_alone(code: str) -> None:
    assert as_text(check(patched(BY_CODE[code].page.good)).problems) == ""


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_every_rule_has_a_page(code: str) -> None:
    page = explain(code)
    assert page.startswith(f"{code}: ")
    assert "Found in\n" in page
    assert max(len(line) for line in page.splitlines()) <= 110


def test_the_list_of_codes_names_every_code() -> None:
    listed = {line.split()[0] for line in explain("all").splitlines()}
    assert listed == {*CODES, *BY_CODE}
    assert explain("S201").startswith("S201: an unknown key")


def test_a_code_there_is_not_gets_the_nearest() -> None:
    with pytest.raises(PitchcraftError) as error:
        explain("WO16")
    assert str(error.value) == (
        "There is no code `WO16`. Did you mean W016? `pitchcraft check --explain all` lists them."
    )
