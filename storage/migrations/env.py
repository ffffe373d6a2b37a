"""Runs a migration on the connection that `storage.schema` hands over, within its transaction."""

from alembic import context

from storage.tables import Tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Tables.metadata,
)
with context.begin_transaction():
    context.run_migrations()
