"""Some of the storm of edits; ``python -m tests.preview_storm 100`` is the whole of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.preview_storm import storm

EDITS = 25


@pytest.mark.parametrize("seed", [1, 2])
def test_random_edits_neither_end_nor_freeze_the_preview(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path / "home"))
    found = storm(tmp_path, EDITS, seed)
    assert len(found.done) == EDITS
    assert not (tmp_path / "home").exists(), "a failure was reported"
