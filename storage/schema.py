"""The schema: how old the database is, and how it becomes what the code needs."""

from __future__ import annotations

import logging
import os
from functools import cache
from pathlib import Path
from typing import Literal

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.engine import URL

from storage.addresses import address, file_of
from storage.connections import Connections, connections_to
from storage.faults import in_our_words
from storage.problems import DatabaseProblem, SchemaNewer

logger = logging.getLogger("laporaman.storage.schema")

SchemaState = Literal["empty", "current", "behind", "newer"]
MIGRATIONS = Path(__file__).parent / "migrations"
#: Two that migrate at the same time: the second waits, then finds nothing to do.
_MIGRATION_LOCK = 0x4C61706F72


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@cache
def _revisions() -> tuple[str, ...]:
    """All revisions this code knows, the newest first."""
    return tuple(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def state_on(connection: Connection) -> SchemaState:
    """How old the schema is that this connection sees."""
    current = MigrationContext.configure(connection).get_current_revision()
    if current is None:
        return "empty"
    if current not in _revisions():
        return "newer"
    return "current" if current == _revisions()[0] else "behind"


async def schema_state(url: str) -> SchemaState:
    """How old the database is; one that does not exist yet is empty, and stays so."""
    where = address(url)
    if _is_missing(where):
        return "empty"
    connections = connections_to(where)
    try:
        return await read_state(connections)
    finally:
        await connections.close()


async def read_state(connections: Connections) -> SchemaState:
    """The same over connections that are already there."""
    with in_our_words():
        async with connections.reading() as connection:
            state: SchemaState = await connection.run_sync(state_on)
            return state


async def migrate(url: str) -> None:
    """Bring the database to what the code needs, in one transaction: a broken off migration leaves no trace.

    Raises SchemaNewer where the code is the older one, DatabaseProblem where the database can't be written.
    """
    where = address(url)
    _make_file(where)
    connections = connections_to(where)
    try:
        with in_our_words():
            async with connections.writing() as connection:
                if connection.dialect.name == "postgresql":
                    await connection.execute(text(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})"))
                await connection.run_sync(_upgrade)
    finally:
        await connections.close()


def _upgrade(connection: Connection) -> None:
    state = state_on(connection)
    if state == "newer":
        raise newer()
    if state != "current":
        command.upgrade(_config(connection), "head")
        logger.info("schema brought to %s", _revisions()[0])


def newer() -> SchemaNewer:
    """The refusal to touch a database that is ahead of the code."""
    return SchemaNewer("newer", "The database was made by a newer version of LaporAman: update the program first.")


def _is_missing(where: URL) -> bool:
    file = file_of(where)
    return file is not None and (not file.exists() or file.stat().st_size == 0)


def _make_file(where: URL) -> None:
    file = file_of(where)
    if file is None or file.exists():
        return
    try:
        # Ours alone from its first byte; SQLite gives its log the same mode.
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as error:
        sentence = f"The database file {file} can't be made: {error.strerror}."
        raise DatabaseProblem("unreachable", sentence) from None
