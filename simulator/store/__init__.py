"""Players, runs and leaderboards: the only door to SQL.

::

    with Store(home_dir(), judge) as store:
        player = store.add_player("Ada", team="North")
        entry = store.record(run, scenario_text)
        rows = store.board("crm-harbour", by="first", digests={"crm-harbour": digest})

The layout of the home folder::

    runs.journal            one checked line per player and per run: the truth, only appended to
    runs.journal.damaged    copies of journal lines that could not be read
    pitchcraft.db           computed from the journal; set aside and rebuilt when damaged
    scenarios/DIGEST.yaml   the scenario texts that runs were played on
    saves/RUN.json          plays in progress, as run files
"""

from simulator.store.model import By, Entry, Judge, Judged, Player, Row
from simulator.store.store import Store, kept_scenario

__all__ = ["By", "Entry", "Judge", "Judged", "Player", "Row", "Store", "kept_scenario"]
