"""A new scenario can be played as it stands, and nothing of the author's is ever overwritten."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from simulator.check.files import check_file
from simulator.cli import main
from simulator.commands.bots import bot_run
from simulator.commands.checks import checked
from simulator.game.policy import Policy
from simulator.problems import Severity
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from simulator.scenario.schema import SCHEMA_FILE, schema_text
from simulator.scenario.start import TEMPLATES, template_text
from simulator.store.levels import load_level


def new(folder: Path, *args: str) -> Result:
    return CliRunner().invoke(main, ["new", *args, "--to", str(folder)])


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_loads_checks_and_plays_to_the_end(tmp_path: Path, template: str) -> None:
    assert new(tmp_path / "levels", "my-level", "--template", template).exit_code == 0
    path = tmp_path / "levels" / "my-level.yaml"
    problems = check_file(path).problems
    assert not [problem for problem in problems if problem.severity is Severity.ERROR]
    level = load_level(str(path))
    assert level.scenario.id == "my-level"
    assert level.scenario.title == "My level"
    for policy in (Policy.BEST, Policy.RANDOM, Policy.FIRST):
        assert level.result(bot_run(level, policy, seed=1)).is_over


@pytest.mark.parametrize("template", ["short", "crm"])
def test_the_finished_templates_are_proved_to_be_fair(tmp_path: Path, template: str) -> None:
    new(tmp_path, "my-level", "--template", template)
    [found] = checked([tmp_path / "my-level.yaml"], proof=True)
    assert [problem.message for problem in found.problems] == []


def test_the_blank_template_says_what_is_still_to_write(tmp_path: Path) -> None:
    new(tmp_path, "my-level", "--template", "blank")
    codes = [problem.code for problem in check_file(tmp_path / "my-level.yaml").problems]
    assert set(codes) == {"W001"}
    assert len(codes) > 50


@pytest.mark.parametrize("template", TEMPLATES)
def test_notes_teach_the_commands_and_the_first_line_names_the_schema(template: str) -> None:
    text = template_text(template, "my-level")
    assert text.startswith(f"# yaml-language-server: $schema={SCHEMA_FILE}\n")
    assert "pitchcraft check --explain " in text
    for command in ("check", "preview", "play", "prove", "report"):
        assert f"pitchcraft {command} my-level.yaml" in text
    assert "{id}" not in text
    assert "{title}" not in text
    assert max(len(line) for line in text.splitlines()) <= 140


def test_the_short_template_explains_every_part_of_a_file() -> None:
    text = template_text("short", "my-level")
    for key in Scenario.model_fields:
        assert re.search(rf"^(?:#   )?{key}:", text, re.M), key
    notes = " ".join(line for line in text.splitlines() if line.lstrip().startswith("#"))
    for word in ("needs", "case", "when", "spend", "minutes", "effects", "learn", "known", "cues"):
        assert word in notes, word


@pytest.mark.parametrize("name", ["true", "null", "123", "1e5", "0x1", "a"])
def test_ids_that_yaml_takes_for_something_else_stay_text(tmp_path: Path, name: str) -> None:
    assert new(tmp_path, name).exit_code == 0
    scenario, _ = load_scenario(tmp_path / f"{name}.yaml")
    assert scenario is not None
    assert scenario.id == name


def test_what_it_says_and_writes(tmp_path: Path) -> None:
    done = new(tmp_path, "gym-visit")
    path, settings = tmp_path / "gym-visit.yaml", tmp_path / ".vscode"
    assert done.output == (
        f"Wrote {path}.\n"
        f"Wrote {tmp_path / SCHEMA_FILE}, by which editors help you.\n"
        f"Wrote {settings / 'settings.json'} for Visual Studio Code.\n"
        f"Wrote {settings / 'extensions.json'} for Visual Studio Code.\n"
        "\n"
        "Open it in an editor and read its notes. While you write:\n"
        f"  pitchcraft check {path}\n"
        f"  pitchcraft preview {path}\n"
        f"  pitchcraft play {path}\n"
    )
    assert (tmp_path / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()
    found = json.loads((settings / "settings.json").read_text())
    assert found["yaml.schemas"] == {"./scenario.schema.json": ["*.yaml"]}
    assert found["yaml.schemaStore.enable"] is False
    assert json.loads((settings / "extensions.json").read_text()) == {
        "recommendations": ["redhat.vscode-yaml"]
    }
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text()))


def test_a_second_scenario_in_the_folder_needs_only_its_file(tmp_path: Path) -> None:
    new(tmp_path, "first")
    done = new(tmp_path, "second")
    assert done.output.splitlines()[:2] == [f"Wrote {tmp_path / 'second.yaml'}.", ""]


def test_a_scenario_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("my work")
    done = new(tmp_path, "mine")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        f"pitchcraft: {path} is there already; choose another id, or a folder by --to.\n"
    )
    assert path.read_text() == "my work"


def test_settings_that_are_there_are_left_alone_and_told(tmp_path: Path) -> None:
    (tmp_path / ".vscode").mkdir()
    settings = tmp_path / ".vscode" / "settings.json"
    settings.write_text('{"editor.fontSize": 14} // mine')
    done = new(tmp_path, "mine")
    assert settings.read_text() == '{"editor.fontSize": 14} // mine'
    assert f"{settings} is there already and was left alone; add to it:\n" in done.output
    assert '"./scenario.schema.json": [' in done.output


def test_settings_that_hold_all_that_is_wanted_are_not_spoken_of(tmp_path: Path) -> None:
    new(tmp_path, "first")
    settings = tmp_path / ".vscode" / "settings.json"
    more = json.loads(settings.read_text()) | {"editor.fontSize": 14}
    settings.write_text(json.dumps(more))
    assert "settings.json" not in new(tmp_path, "second").output
    assert json.loads(settings.read_text()) == more


@pytest.mark.parametrize(
    ("there", "after", "said"),
    [
        ('{\n  "title": "Pitchcraft scenario, format 1"\n}', None, "Renewed {}, by which editors"),
        ('{"title": "other"}', '{"title": "other"}', "{} is not Pitchcraft's, so it was"),
    ],
)  # fmt: skip
def test_a_schema_is_renewed_only_if_it_is_ours(
    tmp_path: Path, there: str, after: str | None, said: str
) -> None:
    path = tmp_path / SCHEMA_FILE
    path.write_text(there)
    assert said.format(path) in new(tmp_path, "mine").output
    assert path.read_text(encoding="utf-8") == (after or schema_text())


FORM = "cannot be an id: write small letters, digits and single hyphens, such as"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("My Level", f"`My Level` {FORM} `my-level`."),
        ("a--b", f"`a--b` {FORM} `a-b`."),
        ("", f"`` {FORM} `my-level`."),
        ("../up", f"`../up` {FORM} `up`."),
        ("\u00e9t\u00e9", f"`\u00e9t\u00e9` {FORM} `t`."),
        ("my-level.yaml",
         "`my-level.yaml` is the name of a file; write the id alone, such as `my-level`."),
        ("a" * 41, f"`{'a' * 41}` is 41 letters long; an id has 40 at most."),
        ("con", "`con` cannot be the name of a file on Windows; choose another id."),
        ("first-call", "`first-call` is a level of Pitchcraft's own; choose another id."),
    ],
)  # fmt: skip
def test_an_id_that_cannot_be_is_refused_in_one_sentence(
    tmp_path: Path, name: str, sentence: str
) -> None:
    done = new(tmp_path, name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == f"pitchcraft: {sentence}\n"
    assert not list(tmp_path.glob("*.yaml"))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = new(tmp_path / "file", "mine")
    assert done.exit_code == 2
    assert (
        done.stderr == f"pitchcraft: The folder {tmp_path / 'file'} cannot be made: File exists.\n"
    )
