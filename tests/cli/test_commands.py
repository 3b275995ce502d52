"""The commands as contracts: exit codes, keys and exact sentences, in real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.check.samples import BASE
from tests.scenario_text import SMALL

STAGES = [
    "prospecting", "preparation", "approach", "presentation", "objections", "closing", "follow_up",
]  # fmt: skip


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL)
    return path


def run(
    *args: object, home: Path, stdin: str = "", code: int = 0, **more: str
) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    env |= {"PITCHCRAFT_HOME": str(home / "home"), **more}
    env.pop("SDL_VIDEODRIVER", None)
    done = subprocess.run(
        [sys.executable, "-m", "simulator", *map(str, args)],
        input=stdin, capture_output=True, text=True, env=env, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


def test_best_play_replays_to_1000_for_every_buyer(small: Path, tmp_path: Path) -> None:
    runs = tmp_path / "runs.jsonl"
    run("bot", small, "--policy", "best", "--runs", 12, "--out", runs, home=tmp_path)
    shown = run("replay", runs, "--json", "--scenario", small, home=tmp_path).stdout
    found = [json.loads(line) for line in shown.splitlines()]
    assert {one["score"] for one in found} == {1000}
    assert {one["buyer"] for one in found} == {"burnt", "busy"}
    assert [one["seed"] for one in found] == list(range(1, 13))


def test_a_replayed_run_has_every_key_of_the_contract(small: Path, tmp_path: Path) -> None:
    line = run("bot", small, "--policy", "random", "--seed", 3, home=tmp_path).stdout
    shown = run("replay", "-", "--json", "--scenario", small, home=tmp_path, stdin=line).stdout
    found = json.loads(shown)
    assert list(found) == [
        "scenario", "digest", "seed", "score", "raw", "value", "regret", "luck", "buyer",
        "outcome", "stages", "skills", "player", "id", "steps",
    ]  # fmt: skip
    assert list(found["stages"]) == STAGES
    assert {tuple(step) for step in found["steps"]} == {
        ("stage", "decision", "choice", "best", "regret", "grade")
    }
    assert [step["choice"] for step in found["steps"]] == json.loads(line)["choices"]


def test_the_same_runs_replay_to_the_same_bytes(small: Path, tmp_path: Path) -> None:
    lines = run("bot", small, "--policy", "random", "--runs", 20, home=tmp_path).stdout
    shown = {
        run("replay", "-", "--json", "--scenario", small, home=tmp_path, stdin=lines,
            PYTHONHASHSEED=seed).stdout
        for seed in ("0", "1", "random")
    }  # fmt: skip
    assert len(shown) == 1


def test_a_bot_plays_the_same_run_again(small: Path, tmp_path: Path) -> None:
    first, second = (
        run("bot", small, "--policy", policy, "--seed", 9, home=tmp_path).stdout
        for policy in ("longest", "longest")
    )
    assert first == second
    assert json.loads(first)["choices"]


def test_a_run_replays_on_the_text_it_was_played_on(small: Path, tmp_path: Path) -> None:
    lines = run("bot", small, "--policy", "first", home=tmp_path).stdout
    refused = run("replay", "-", home=tmp_path, stdin=lines, code=1)
    assert refused.stderr == (
        "pitchcraft: -, line 1: This run played another version of `small`, which is not here.\n"
    )
    played = run("play", small, "--terminal", "--player", "Ada", home=tmp_path, stdin="\n1\nq\n")
    assert "Traceback" not in played.stderr
    small.write_text(SMALL.replace("effects: {trust: up a lot}", "effects: {trust: down}"))
    assert run("replay", "-", home=tmp_path, stdin=lines).stdout.startswith("small seed 1 by bot")


def test_damaged_lines_are_named_and_the_others_replayed(small: Path, tmp_path: Path) -> None:
    good = run("bot", small, "--policy", "first", home=tmp_path).stdout
    wrong = json.loads(good)
    wrong["choices"][1] = "fly"
    lines = f"{good}not a run\n{json.dumps(wrong)}\n"
    runs = tmp_path / "runs.jsonl"
    runs.write_text(lines)
    done = run("replay", runs, "--json", "--scenario", small, home=tmp_path, code=1)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == (
        f"pitchcraft: {runs}, line 2: This is not a run: the line is not JSON.\n"
        f"pitchcraft: {runs}, line 3: Choice 2, `fly`, is not legal at `read` there.\n"
    )


def test_prove_gives_the_figures(small: Path, tmp_path: Path) -> None:
    found = json.loads(run("prove", small, "--json", "--fresh", home=tmp_path).stdout)
    assert list(found) == [
        "scenario", "digest", "decisions", "information_states", "edges", "seconds", "peak_mb",
        "value", "bots",
    ]  # fmt: skip
    assert list(found["value"]) == ["best", "random", "worst"]
    assert list(found["bots"]) == [
        "best", "random", "worst", "first", "last", "longest", "shortest", "politest",
    ]  # fmt: skip
    assert found["bots"]["best"] == 1000.0
    assert found["decisions"] == 7
    again = json.loads(run("prove", small, "--json", home=tmp_path).stdout)
    assert again["value"] == found["value"]


def test_check_says_all_and_exits_1(small: Path, tmp_path: Path) -> None:
    small.write_text(BASE)
    assert run("check", small, home=tmp_path).stdout == f"{small}: no problems\n"
    small.write_text(SMALL.replace("why: Useful.", "why: Useful., mood: good"))
    found = json.loads(run("check", tmp_path, "--format", "json", home=tmp_path, code=1).stdout)
    assert [list(one) for one in found] == [
        ["path", "line", "column", "code", "severity", "message"]
    ]
    assert (found[0]["path"], found[0]["line"], found[0]["code"]) == (str(small), 112, "S201")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("prove", "nothing"),
         ("There is no scenario `nothing`. Write a path to a file, or one of: crm-harbour,"
          " first-call, gym-membership.")),
        (("check", "missing.yaml"), "There is no file missing.yaml."),
        (("replay", "missing.jsonl"), "missing.jsonl cannot be read: No such file or directory."),
        (("gallery", "pictures", "--size", "big"),
         "`big` is not a size; write width x height, such as 1280x720."),
        (("play",),
         ("There is neither a display nor a terminal to play in; to read choices from a file or a"
          " pipe, add --terminal.")),
        (("bot", "first-call"),
         ("Missing option '--policy'. Choose from: best, random, worst, first, last, longest,"
          " shortest, politest")),
    ],
)  # fmt: skip
def test_what_cannot_run_says_so_and_exits_2(
    args: tuple[str, ...], sentence: str, tmp_path: Path
) -> None:
    done = run(*args, home=tmp_path, code=2)
    assert (done.stdout, done.stderr) == ("", f"pitchcraft: {sentence}\n")


def test_a_scenario_with_problems_cannot_be_played_and_shows_them(
    small: Path, tmp_path: Path
) -> None:
    small.write_text(SMALL.replace("learn: no-shows", "learn: no-show"))
    done = run("bot", small, "--policy", "first", home=tmp_path, code=2)
    first, second, *_ = done.stderr.splitlines()
    assert first == f"pitchcraft: {small} cannot be played: it has 1 problem."
    assert second.startswith(f"{small}:39:53: error S301 no fact is called `no-show`")


def test_every_command_has_help(tmp_path: Path) -> None:
    for command in ("play", "bot", "replay", "prove", "check", "board", "gallery"):
        assert "Usage: " in run(command, "--help", home=tmp_path).stdout
    assert "Usage: " in run("--help", home=tmp_path).stdout


def test_an_empty_board_says_what_to_do(tmp_path: Path) -> None:
    assert run("board", "first-call", home=tmp_path).stdout == (
        "Nobody is on the leaderboard of first-call yet. Play it: pitchcraft play first-call\n"
    )
    assert run("board", "--json", home=tmp_path).stdout == "[]\n"


HOSTILE = {
    "not-utf8.yaml": b"format: 1\nid: \xff\xfe\n",
    "tabs.yaml": b"format: 1\n\tid: x\n",
    "brackets.yaml": b"[" * 100_000,
    "aliases.yaml": b"a: &a [x,x,x,x,x,x,x,x,x]\n"
    + b"".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join([f'*{chr(97 + i)}'] * 9)}]\n".encode()
        for i in range(9)
    ),
    "twice.yaml": b"format: 1\nformat: 1\n",
    "large.yaml": b"a: " + b"x" * 5_000_000,
    "empty.yaml": b"",
    "binary.yaml": bytes(range(256)) * 64,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_get_a_located_message(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    done = run("check", path, home=tmp_path, code=1)
    assert done.stdout.startswith(str(path))
    assert " error S" in done.stdout


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("check", tmp_path / "empty", home=tmp_path, code=2)
    assert done.stderr == (
        f"pitchcraft: There is no scenario file in {tmp_path / 'empty'}; they end in .yaml.\n"
    )
