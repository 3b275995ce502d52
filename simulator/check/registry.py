"""All rules about scenarios, in the order in which they are run."""

from __future__ import annotations

from typing import Final

from simulator.check import (
    allowances,
    form,
    path_tests,
    proof_choice,
    proof_reach,
    proof_whole,
    reading,
    unused,
    wording,
    wording_file,
)
from simulator.check.rule import Rule
from simulator.problems import Severity

_WARNING: Final = Severity.WARNING
_HINT: Final = Severity.HINT

RULES: Final[tuple[Rule, ...]] = (
    Rule("F001", _WARNING, unused.fact_nobody_learns),
    Rule("F002", _HINT, unused.fact_nothing_asks_for),
    Rule("F003", _WARNING, unused.outcome_nothing_leads_to),
    Rule("F004", _HINT, unused.feature_never_shown),
    Rule("F005", _WARNING, unused.meter_without_use),
    Rule("F006", _WARNING, form.budget_for_everything),
    Rule("F007", _WARNING, form.minutes_that_never_fit),
    Rule("F008", _WARNING, form.key_without_effect),
    Rule("F009", _WARNING, form.condition_against_itself),
    Rule("F010", _WARNING, unused.buyers_alike),
    Rule("F011", Severity.ERROR, path_tests.check_fails),
    Rule("W001", _WARNING, reading.placeholder_left),
    Rule("W002", _WARNING, wording.why_says_nothing),
    Rule("W003", _WARNING, wording.why_repeats),
    Rule("W004", _WARNING, wording.why_twice),
    Rule("W005", _WARNING, reading.too_long_for_its_box),
    Rule("W006", _HINT, reading.sentence_too_long),
    Rule("W007", _HINT, reading.hard_to_read),
    Rule("W008", _WARNING, wording_file.longest_is_best),
    Rule("W009", _WARNING, wording_file.shortest_is_best),
    Rule("W010", _WARNING, wording_file.place_is_best),
    Rule("W011", _WARNING, wording_file.absolutes_only_wrong),
    Rule("W012", _WARNING, wording_file.politeness_only_right),
    Rule("W013", _HINT, reading.blanks_out_of_place),
    Rule("W014", _WARNING, wording.same_words_twice),
    Rule("W015", _WARNING, wording.verdicts_alike),
    Rule("W016", _WARNING, wording.buyer_named),
    Rule("P001", _WARNING, proof_reach.too_many_states),
    Rule("P002", _WARNING, proof_reach.decision_never_comes),
    Rule("P003", _WARNING, proof_reach.choice_never_open),
    Rule("P004", _WARNING, proof_reach.case_never_used),
    Rule("P005", _WARNING, proof_reach.ending_never_met),
    Rule("P006", _HINT, proof_reach.hint_never_shown),
    Rule("P007", _WARNING, proof_reach.nothing_settled),
    Rule("P008", _WARNING, proof_reach.stage_without_decision),
    Rule("P009", _HINT, proof_choice.never_best),
    Rule("P010", _WARNING, proof_choice.no_judgement),
    Rule("P011", _WARNING, proof_choice.nothing_at_stake),
    Rule("P012", _WARNING, proof_whole.fact_without_weight),
    Rule("P013", _WARNING, proof_whole.buyer_without_weight),
    Rule("P014", _WARNING, proof_whole.buyers_not_told_apart),
    Rule("P015", _WARNING, proof_choice.verdict_against_proof),
    Rule("P016", _WARNING, proof_whole.bot_passes),
    Rule("P017", _WARNING, proof_whole.few_ways_to_win),
    Rule("P018", _WARNING, proof_whole.little_at_stake),
)
"""Rules that look at a scenario, and can be allowed on a line."""

ABOUT_ALLOWANCES: Final[tuple[Rule, ...]] = (
    Rule("A001", _WARNING, allowances.unused_allowance),
    Rule("A002", _WARNING, allowances.allowance_without_reason),
    Rule("A003", _WARNING, allowances.allowance_of_nothing),
)
"""Rules about the allowances themselves, run last; these cannot be allowed."""

BY_CODE: Final[dict[str, Rule]] = {rule.code: rule for rule in (*RULES, *ABOUT_ALLOWANCES)}
