"""Alembic's entry: runs the migrations on the connection it was handed."""

from __future__ import annotations

from alembic import context

from simulator.store.tables import METADATA

# SQLite can undo a half-made schema like any other change; Alembic only needs to be told.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
