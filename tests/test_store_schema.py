from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from simulator.store import Store
from simulator.store.migrate import MIGRATIONS
from simulator.store.tables import HEAD, METADATA
from tests.store_kit import filled, judge


def test_the_migrations_lead_to_the_tables_and_to_head(tmp_path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]
    Store(tmp_path, judge).close()
    engine = create_engine(f"sqlite:///{tmp_path / 'pitchcraft.db'}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def loaded_after(code: str, home: Path) -> set[str]:
    """Which of the slow libraries are loaded after the code has run in a new process."""
    asked = "import sys; from pathlib import Path; home = Path(sys.argv[1])\n" + code
    asked += (
        "\nprint(*{'sqlalchemy', 'alembic', 'filelock', 'numpy', 'pydantic'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked, str(home)], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_slow_libraries_are_loaded_only_when_they_are_needed(tmp_path: Path) -> None:
    filled(tmp_path)
    assert loaded_after("import simulator.store", tmp_path) == set()
    opened = "from tests.store_kit import *; Store(home, judge).board('crm')"
    assert loaded_after(opened, tmp_path) == {"sqlalchemy", "filelock"}
