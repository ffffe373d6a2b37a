"""A database of an earlier version keeps what it holds when it is brought to the newest schema."""

import pytest
from alembic import command
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from cases.messages import ChatId
from cases.staff import Role
from storage import SchemaBehind, Storage, migrate, schema_state
from storage.addresses import address
from storage.schema import _config
from tests.storage.conftest import KEY

#: What 0002 added; without it the database is as 0001 left it.
SINCE_0001 = (
    "DROP TABLE page",
    "DROP TABLE alert_course",
    "DROP TABLE pulse",
    "DROP TABLE staff_group",
    "DROP TABLE rota",
    "DROP INDEX ix_alert_raised_at",
    "ALTER TABLE staff DROP COLUMN reserve",
    "ALTER TABLE outbox DROP COLUMN doubts",
    "UPDATE alembic_version SET version_num = '0001'",
)


async def test_the_house_of_0001_goes_on_with_its_people(url: str) -> None:
    house = await Storage.open(url, KEY)
    async with house.work() as work:
        await work.add_staff(chat=ChatId(7), name="Ani", role=Role.DUTY_OFFICER, on_duty=True)
    await house.close()
    await _run(url, *SINCE_0001)
    with pytest.raises(SchemaBehind):
        await Storage.open(url, KEY)

    await migrate(url)

    assert await schema_state(url) == "current"
    house = await Storage.open(url, KEY)
    async with house.look() as look:
        (ani,) = (await look.roster()).people
    await house.close()
    assert (ani.name, ani.on_duty, ani.reserve) == ("Ani", True, False)


async def test_each_revision_makes_what_the_next_one_needs(empty_url: str) -> None:
    """Up by single steps, as an office that updates every time."""
    engine = create_async_engine(address(empty_url))
    async with engine.begin() as connection:
        for revision in ("0001", "0002"):
            await connection.run_sync(lambda c, to=revision: command.upgrade(_config(c), to))
            assert (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar_one() == revision
    await engine.dispose()
    assert await schema_state(empty_url) == "current"


async def _run(url: str, *statements: str) -> None:
    engine = create_async_engine(address(url))
    async with engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()
