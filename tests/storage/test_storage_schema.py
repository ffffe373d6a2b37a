"""The migrations make exactly the tables that the code uses."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from storage.addresses import address
from storage.schema import _revisions
from storage.tables import Tables
from tests.storage.conftest import HEAD


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, Tables.metadata))


async def test_the_migrated_tables_are_those_of_the_code(url: str, rows):
    await rows("DROP TABLE IF EXISTS as_opened")
    engine = create_async_engine(address(url))
    async with engine.connect() as connection:
        found = await connection.run_sync(differences)
    await engine.dispose()
    assert found == []


def test_the_newest_revision():
    assert _revisions()[0] == HEAD


def test_no_column_reads_the_clock_of_the_database():
    columns = [column for table in Tables.metadata.tables.values() for column in table.columns]
    assert [column for column in columns if column.server_default or column.default or column.onupdate] == []


def test_rows_say_that_they_are_rows():
    assert {mapper.class_.__name__[-3:] for mapper in Tables.registry.mappers} == {"Row"}
