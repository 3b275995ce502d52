"""Writes what the bad samples are told to ``told/``; read every line before committing it."""

from __future__ import annotations

from simulator.check.registry import BY_CODE
from simulator.scenario.show import as_text
from tests.check.samples import patched
from tests.check.test_samples import TOLD, check

if __name__ == "__main__":
    for code, rule in BY_CODE.items():
        text = as_text(check(patched(rule.page.bad)).problems)
        (TOLD / f"{code}.txt").write_text(f"{text}\n", encoding="utf-8")
