"""A database of an earlier version keeps what it holds when it is brought to the newest schema."""

from datetime import UTC, date, datetime

import pytest
from alembic import command
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from cases.case import CaseRef, Status
from cases.messages import ChatId
from cases.staff import Role
from cases.visit import VisitState
from storage import SchemaBehind, Storage, migrate, schema_state
from storage.addresses import address
from storage.schema import _config
from tests.storage.conftest import KEY
from tests.storage.things import case, put, staff_id, visit
from triage.decision import decide
from triage.facts import Facts

CALM = Facts()

#: What 0004 added; without it the database is as 0003 left it.
SINCE_0003 = (
    "DROP INDEX ix_reminder_wish",
    "DROP TABLE line",
    "DROP TABLE talk",
    "DROP TABLE receipt",
    "DROP TABLE invitation",
    "DROP TABLE attempt",
    "DROP TABLE attachment",
    "DROP INDEX ix_inbox_chat",
    "DROP TABLE key_slot",
    "DROP INDEX uq_case_key_slot",
    "ALTER TABLE case_key DROP COLUMN slot",
    "DROP INDEX ix_inbox_there",
    "DROP INDEX ix_inbox_fading",
    "DROP INDEX ix_outbox_there",
    "DROP INDEX ix_outbox_fading",
    "DROP INDEX ix_outbox_clears",
    "DROP INDEX ix_outbox_uncertain",
    "ALTER TABLE outbox DROP COLUMN also",
    "ALTER TABLE outbox DROP COLUMN clears",
    "ALTER TABLE inbox DROP COLUMN message_id",
    "ALTER TABLE inbox DROP COLUMN fade_at",
    "ALTER TABLE inbox DROP COLUMN said_at",
    "ALTER TABLE outbox DROP COLUMN talk_ref",
    "ALTER TABLE outbox DROP COLUMN fades",
    "ALTER TABLE outbox DROP COLUMN fade_at",
    "UPDATE alembic_version SET version_num = '0003'",
)
#: What 0003 added; without it the database is as 0002 left it.
SINCE_0002 = (
    *SINCE_0003,
    "DROP TABLE entry",
    "DROP TABLE party",
    "DROP TABLE referral",
    "DROP TABLE letter",
    "DROP TABLE partner",
    "DROP TABLE exclusion",
    "DROP INDEX ix_look_by",
    "DROP INDEX ix_reminder_urgent",
    "DROP INDEX ix_case_urgent",
    "DROP INDEX ix_case_manager",
    "DROP INDEX ix_case_board",
    "DROP INDEX ix_case_acting",
    'CREATE INDEX ix_case_manager ON "case" (manager, reported_at)',
    'ALTER TABLE "case" DROP COLUMN acting',
    'ALTER TABLE "case" DROP COLUMN contacted',
    'ALTER TABLE "case" DROP COLUMN due_at',
    'ALTER TABLE "case" DROP COLUMN next_at',
    'ALTER TABLE "case" DROP COLUMN rank',
    "UPDATE alembic_version SET version_num = '0002'",
)
#: What 0002 added; without it the database is as 0001 left it.
SINCE_0001 = (
    *SINCE_0002,
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
        for revision in ("0001", "0002", "0003", "0004"):
            await connection.run_sync(lambda c, to=revision: command.upgrade(_config(c), to))
            assert (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar_one() == revision
    await engine.dispose()
    assert await schema_state(empty_url) == "current"


async def test_the_house_of_0002_goes_on_with_its_cases_in_the_order_of_their_urgency(url: str) -> None:
    house = await Storage.open(url, KEY)
    eka = staff_id(4)
    await put(
        house,
        cases=[
            case("later", manager=eka, declared=False, facts=CALM, decision=decide(CALM)),
            case("sooner", manager=eka, declared=False, facts=CALM, decision=decide(CALM)),
            case("nobody", facts=CALM, decision=decide(CALM)),
            case("grave", manager=eka, declared=True),
            case("closed", status=Status.CLOSED),
            case("forgotten"),
        ],
        visits=[
            visit("v1", "later", due_on=date(2026, 12, 9), state=VisitState.DONE),
            visit("v2", "later", due_on=date(2026, 12, 10)),
            visit("v3", "sooner", due_on=date(2026, 12, 3)),
        ],
    )
    async with house.work() as work:
        await work.forget_case(CaseRef("forgotten"))
    await house.close()
    await _run(url, *SINCE_0002)

    await migrate(url)

    house = await Storage.open(url, KEY)
    async with house.look() as look:
        lines = await look.case_list(None, limit=9)
        assert [line.ref for line in lines] == ["nobody", "grave", "sooner", "later"]
        assert [line.next_at for line in lines] == [
            None,
            None,
            datetime(2026, 12, 3, 14, 59, tzinfo=UTC),
            datetime(2026, 12, 10, 14, 59, tzinfo=UTC),
        ]
        assert await look.entries(CaseRef("grave")) == ()
    await put(house, cases=[case("later", version=1, manager=None)])
    async with house.look() as look:
        assert [line.ref for line in await look.case_list(None, limit=1)] == ["later"]
    await house.close()


async def _run(url: str, *statements: str) -> None:
    engine = create_async_engine(address(url))
    async with engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()
