"""Pass 5 of the loader: what parts say about each other; every message word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario.load import load_scenario
from simulator.scenario.show import as_text
from tests.scenario_text import SMALL, broken

TWICE = """\
        - feature: texts
          choices:
            - {id: never, minutes: 0, say: Skip it., why: She will ask.}
            - {id: twice, minutes: 5, say: Show it., why: She sees it.}
        - feature: texts
"""
TOLD_TWICE = "error S302 there is already a feature called `texts`, on line 77"


def problems(tmp_path: Path, text: str) -> str:
    path = tmp_path / "small.yaml"
    path.write_text(text)
    _, found = load_scenario(path)
    return as_text(found).replace(str(tmp_path) + "/", "").strip()


def test_the_small_scenario_has_no_problems(tmp_path: Path) -> None:
    assert problems(tmp_path, SMALL) == ""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("learn: no-shows", "learn: no-show",
         "error S301 no fact is called `no-show`; did you mean `no-shows`?"),
        ("effects: {trust: up a lot}", "effects: {trsut: up a lot}",
         "error S301 no meter is called `trsut`; did you mean `trust`?"),
        ("outcome: trial", "outcome: won", "error S301 no outcome is called `won`"),
        ("- feature: texts", "- feature: text",
         "error S301 no feature is called `text`; did you mean `texts`?"),
        ("when: {buyer: burnt}\n      task", "when: {buyer: brunt}\n      task",
         "error S301 no buyer is called `brunt`; did you mean `burnt`?"),
        ("needs: {known: no-shows}", "needs: {chose: raed}",
         "error S301 no choice is called `raed`"),
        ("needs: {known: no-shows}", "needs: {buyer: burnt}",
         "error S305 what can be chosen may not depend on the hidden buyer"),
        ("How do people book with you, <first-name>?", "How do people book with you, <frist-name>?",
         "error S307 nothing stands for `<frist-name>`; did you mean `<first-name>`?"),
        ("- id: busy", "- id: burnt",
         "error S302 there is already a buyer called `burnt`, on line 20"),
        ("- id: read", "- id: leads",
         "error S302 there is already a decision called `leads`, on line 35"),
        ("{id: news,", "{id: reviews,",
         "error S302 there is already a choice called `reviews`, on line 48"),
        ("        - feature: texts\n", TWICE, TOLD_TWICE),
        ("{id: mill,", "{id: done,", "error S302 `done` is the engine's own id for stopping"),
        ("{id: quay,", "{id: quay, cost: 3,",
         "error S304 `quay` costs 3, and there are only 1 to spend"),
        ("{id: skip, minutes: 0,", "{id: skip, minutes: 5,",
         "error S304 the minutes may be gone when `texts` comes up"),
        ("{id: live, minutes: 10,", "{id: live,",
         "error S303 `live` does not say how many `minutes` it takes"),
        ("      minutes: 10\n", "",
         "error S303 `show` has features but no `minutes` to share"),
        ("      minutes: 10\n", "      minutes: 10\n      when: {trust: at least 3}\n",
         "error S306 a decision about minutes can have no `when`"),
        ("    - id: leads\n", "    - id: leads\n      when: {trust: at least 3}\n",
         "error S306 the first decision comes up for everyone and can have no `when`"),
        ("{id: pitch, say: I sell a booking page.,",
         "{id: pitch, needs: {trust: at least 9}, say: I sell a booking page.,",
         "error S304 every choice of `open` may be locked"),
        ("      day: 3\n", "      day: 3\n      minutes: 5\n",
         "error S306 `minutes` belongs to a decision with `features`"),
        ("        - {id: wait, say: Wait., why: She waits too.}\n", "",
         "error S303 `after` offers only one choice"),
    ],
)  # fmt: skip
def test_one_mistake_gives_one_located_message(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    shown = problems(tmp_path, broken(old, new))
    first = shown.splitlines()[0]
    assert first.split(": ", 1)[1] == message, shown
    line = int(first.split(":")[1])
    place = broken(old, new)[: broken(old, new).index(new) + 1].count("\n") + 1 if new else line
    assert abs(line - place) <= 11
    assert "error" not in "\n".join(shown.splitlines()[1:])


def test_a_reference_problem_is_shown_in_full(tmp_path: Path) -> None:
    assert problems(tmp_path, broken("learn: no-shows", "learn: no-show")) == (
        "small.yaml:39:53: error S301 no fact is called `no-show`; did you mean `no-shows`?\n"
        "   39 |         - {id: quay, say: Ring Quay Cycles., learn: no-show, why: They said so in"
        " public.}\n"
        "      |                                                     ^^^^^^^\n"
        "      = Write one of `no-shows`."
    )


def test_a_name_for_several_choices_must_say_which(tmp_path: Path) -> None:
    text = broken("{id: thanks,", "{id: trial,").replace(
        "- {id: wait, say: Wait.,", "- {id: wait, needs: {chose: trial}, say: Wait.,"
    )
    assert "error S308 `trial` could mean several choices" in problems(tmp_path, text)
    assert "Write one of `close.trial`, `after.trial`" in problems(tmp_path, text)


def test_text_cut_by_a_comma_in_braces_is_told_as_that(tmp_path: Path) -> None:
    text = broken("text: She hung up.}", "text: She hung up, politely.}")
    assert problems(tmp_path, text).splitlines()[0].split(": ", 1)[1] == (
        "error S201 unknown key `politely.`; a comma ended the text of `text`: put that text in"
        " quotes"
    )
