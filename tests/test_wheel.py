"""The wheel carries what a play needs: scenarios, assets, migrations, and the command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLAY = "from simulator.cli import main; main()"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as pip builds it."""
    from hatchling.build import build_wheel

    folder = tmp_path_factory.mktemp("wheel")
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        return folder / build_wheel(str(folder))
    finally:
        os.chdir(here)


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(unpacked: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command as the wheel has it, started in another folder."""
    # -P and the wheel in front keep the checkout out of reach.
    return subprocess.run(
        [sys.executable, "-P", "-c", PLAY, *words],
        env=os.environ | {"PYTHONPATH": str(unpacked), "PITCHCRAFT_HOME": str(home)},
        cwd=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_every_module_scenario_and_picture_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    shipped = {str(path.relative_to(ROOT)) for path in (ROOT / "simulator").rglob("*.py")}
    for name in ("scenarios", "assets"):
        files = (path for path in (ROOT / name).rglob("*") if path.is_file())
        shipped |= {f"simulator/_data/{path.relative_to(ROOT)}" for path in files}
    assert shipped <= inside
    assert not any(name.startswith("tests/") for name in inside)


def test_a_run_is_played_scored_and_proved_from_the_wheel(unpacked: Path, tmp_path: Path) -> None:
    played = run(unpacked, tmp_path, "bot", "first-call", "--policy", "best", "--out", "run.json")
    assert (played.returncode, played.stdout, played.stderr) == (0, "", "")
    scored = run(unpacked, tmp_path, "replay", "run.json", "--json")
    assert json.loads(scored.stdout)["score"] == 1000
    where = run(unpacked, tmp_path, "prove", "first-call", "--json")
    assert json.loads(where.stdout)["scenario"] == "first-call"


def test_the_store_opens_from_the_wheel(unpacked: Path, tmp_path: Path) -> None:
    board = run(unpacked, tmp_path, "board", "first-call", "--json")
    assert (board.returncode, board.stdout, board.stderr) == (0, "[]\n", "")
