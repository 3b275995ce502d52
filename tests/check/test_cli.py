"""The options of ``pitchcraft check``: exit codes, formats, and what goes where."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli import main
from tests.check.samples import BASE, patched

ERROR = BASE.replace("      task: Follow up\n", "      taks: Follow up\n")
WARNING = patched("preparation:\n  coach: TODO say what reading is for, in one sentence.")
HINT = patched("closing:\n  coach: Ask for  what fits.")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["check", *args])


@pytest.mark.parametrize(
    ("text", "plain", "strict"),
    [(BASE, 0, 0), (HINT, 0, 0), (WARNING, 0, 1), (ERROR, 1, 1)],
    ids=["fine", "hint", "warning", "error"],
)
def test_errors_exit_1_and_warnings_only_when_strict(
    folder: Path, text: str, plain: int, strict: int
) -> None:
    (folder / "base.yaml").write_text(text)
    for options in ((), ("--no-proof",), ("--format", "json"), ("--format", "github")):
        assert run("base.yaml", *options).exit_code == plain
        assert run("base.yaml", "--strict", *options).exit_code == strict


def test_a_problem_in_every_format(folder: Path) -> None:
    (folder / "base.yaml").write_text(WARNING)
    assert run("base.yaml").stdout.startswith("base.yaml:73:10: warning W001 `TODO` looks like")
    assert json.loads(run("base.yaml", "--format", "json").stdout) == [
        {
            "path": "base.yaml",
            "line": 73,
            "column": 10,
            "code": "W001",
            "severity": "warning",
            "message": "`TODO` looks like a placeholder",
        }
    ]
    assert run("base.yaml", "--format", "github").stdout == (
        "::warning file=base.yaml,line=73,col=10,endColumn=56,title=W001::`TODO` looks like a"
        " placeholder%0APlayers will read it. Write the text, or put the note behind a `#`.\n"
    )


def test_fine_files_are_named_beside_the_others(folder: Path) -> None:
    (folder / "a.yaml").write_text(WARNING)
    (folder / "b.yaml").write_text(BASE.replace("id: base", "id: b"))
    done = run(".")
    assert done.exit_code == 0
    assert done.stdout.endswith("\n\nb.yaml: no problems\n")


def test_the_proof_is_left_out_when_asked_and_kept_when_made(folder: Path) -> None:
    (folder / "base.yaml").write_text(BASE)
    run("base.yaml", "--no-proof")
    assert not (folder / "home").exists()
    run("base.yaml")
    kept = sorted(path.suffix for path in (folder / "home" / "solutions").iterdir())
    assert kept == [".proof", ".solution"]


def test_what_cannot_be_loaded_is_not_proved(folder: Path) -> None:
    (folder / "base.yaml").write_text(ERROR)
    done = run("base.yaml")
    assert [line.split()[2] for line in done.stdout.splitlines() if ": error " in line] == ["S201"]
    assert not (folder / "home").exists()


def test_fix_mends_the_file_and_says_so_on_the_side(folder: Path) -> None:
    (folder / "base.yaml").write_text(ERROR)
    done = run("base.yaml", "--fix")
    assert (done.exit_code, done.stdout) == (0, "base.yaml: no problems\n")
    assert done.stderr == ("base.yaml:307: mended S201 unknown key `taks`; did you mean `task`?\n")
    assert (folder / "base.yaml").read_text() == BASE


def test_fix_leaves_a_file_alone_that_needs_nothing(folder: Path) -> None:
    path = folder / "base.yaml"
    path.write_text(BASE)
    before = path.stat().st_mtime_ns
    run("base.yaml", "--fix")
    assert path.stat().st_mtime_ns == before


def test_a_code_is_explained_without_a_file() -> None:
    done = run("--explain", "f009")
    assert done.exit_code == 0
    assert done.stdout.startswith(
        "F009: A condition that can never hold, because its parts exclude each other.\n"
    )


def test_without_a_path_it_says_what_to_do() -> None:
    done = run()
    assert done.exit_code == 2
    assert done.stderr == "pitchcraft: Name a scenario file, or a folder of them.\n"


def test_a_check_on_save_and_one_with_kept_proofs_import_nothing_heavy(folder: Path) -> None:
    (folder / "base.yaml").write_text(BASE)
    assert run("base.yaml").exit_code == 0
    script = (
        "import sys\nfrom simulator.cli import main\n"
        "for options in (['--no-proof'], []):\n"
        "    try:\n        main(['check', 'base.yaml', *options])\n"
        "    except SystemExit as end:\n"
        "        print(end.code, {'numpy', 'sqlalchemy', 'pygame'} & set(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "base.yaml: no problems\n0 set()\n" * 2
