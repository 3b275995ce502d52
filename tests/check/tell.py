"""Writes what the bad samples are told to ``told/``; read every line before committing it."""

from __future__ import annotations

from simulator.check import proof
from simulator.check.registry import BY_CODE
from simulator.scenario.show import as_text
from tests.check.test_samples import TOLD, told

if __name__ == "__main__":
    fair = proof.STATES_FAIR
    for code, rule in BY_CODE.items():
        vars(proof)["STATES_FAIR"] = 100 if code == "P001" else fair
        text = as_text(told(code, rule.page.bad))
        (TOLD / f"{code}.txt").write_text(f"{text}\n", encoding="utf-8")
