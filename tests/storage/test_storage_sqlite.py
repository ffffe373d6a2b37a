"""What SQLite alone needs: one writer in turn, readers beside it, two processes on one file, the right indices."""

import asyncio
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from cases.case import CaseRef
from cases.messages import ChatId
from cases.outcome import Clock, Event, EventKind, Outcome, Page, Reminder
from cases.paging import CALL
from cases.phrases import says
from cases.staff import StaffId
from storage import Storage
from storage.connections import OneWriter
from storage.tables import Tables
from tests.storage.things import NOW, alert, arrival, card, case, dialogue, known_to_us, message, put, visit

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def writer_of(storage: Storage) -> OneWriter:
    assert isinstance(storage._connections, OneWriter)
    return storage._connections


async def pragma(connection, name: str):
    return (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar_one()


async def test_commits_are_synced_and_keys_overwritten(storage: Storage):
    async with writer_of(storage).writing() as connection:
        assert await pragma(connection, "journal_mode") == "wal"
        assert await pragma(connection, "synchronous") == 2
        assert await pragma(connection, "foreign_keys") == 1
        assert await pragma(connection, "secure_delete") == 2
        assert await pragma(connection, "busy_timeout") == 60_000
    async with writer_of(storage).reading() as connection:
        assert await pragma(connection, "query_only") == 1
        assert await pragma(connection, "busy_timeout") == 60_000


async def test_every_write_begins_at_once(storage: Storage):
    begun: list[str] = []
    for engine in (writer_of(storage)._write, writer_of(storage)._read):
        event.listen(
            engine.sync_engine,
            "before_cursor_execute",
            lambda conn, cursor, statement, *_: begun.append(statement) if statement.startswith("BEGIN") else None,
        )
    async with storage.work() as work:
        await work.inbox_counts()
    async with storage.look() as look:
        await look.inbox_counts()
    assert begun == ["BEGIN IMMEDIATE", "BEGIN"]


async def test_readers_do_not_wait_for_the_writer_and_see_the_last_commit(storage: Storage):
    await put(storage, cases=[case()])
    async with storage.work() as work:
        await work.record(Outcome(cases=(case(version=1, kecamatan="Sabbang"),)), now=NOW)
        async with asyncio.timeout(5), storage.look() as look:
            assert await look.case(CaseRef("case-1")) == case(version=1)
    async with storage.look() as look:
        before = await look.case(CaseRef("case-1"))
        await put(storage, cases=[case(version=2)])
        # One look sees one state, whatever is committed meanwhile.
        assert await look.case(CaseRef("case-1")) == before


async def test_writers_are_served_in_the_order_in_which_they_came(storage: Storage):
    served: list[int] = []

    async def write(number: int) -> None:
        async with storage.work() as work:
            await work.take_in([arrival(number)])
            served.append(number)

    await asyncio.gather(*map(write, range(30)))
    assert served == list(range(30))


async def test_a_full_disk_loses_nothing_and_is_got_over(storage: Storage, refuses):
    await put(storage, messages=[message(1, "before")])
    async with writer_of(storage).writing() as connection:
        pages = await pragma(connection, "page_count")
        await pragma(connection, f"max_page_count = {pages + 2}")
    problem = await refuses(put(storage, messages=[message(2, "too much", photo_id="x" * 100_000)]))
    assert problem.reason == "full"
    async with writer_of(storage).writing() as connection:
        await pragma(connection, f"max_page_count = {pages + 1000}")
    await put(storage, messages=[message(3, "after")])
    async with storage.work() as work:
        assert [out.message.phrase.key for out in await work.pick(now=NOW, limit=9)] == ["before", "after"]


async def test_a_unit_of_work_inside_another_is_refused_not_waited_for(storage: Storage):
    async with storage.work() as work:
        with pytest.raises(RuntimeError):
            await put(storage, messages=[message()])
        assert await work.inbox_counts() == {"waiting": 0, "set_aside": 0}
    await put(storage, messages=[message()])


async def test_a_unit_of_work_that_is_cancelled_frees_its_place(storage: Storage):
    inside = asyncio.Event()

    async def slow() -> None:
        async with storage.work() as work:
            await work.take_in([arrival(1)])
            inside.set()
            while True:
                await work.inbox_counts()

    for ticks in range(60):
        task = asyncio.create_task(slow())
        await inside.wait()
        # In the middle of a statement, wherever that happens to be.
        for _ in range(ticks):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        inside.clear()
        async with storage.work() as work:
            assert await work.inbox_counts() == {"waiting": 0, "set_aside": 0}
            assert await work.take_in([]) == 0


async def test_cancelled_at_any_moment_it_is_kept_as_a_whole_or_not_at_all(storage: Storage):
    for ticks in range(40):
        ref = f"case-{ticks}"
        task = asyncio.create_task(put(storage, cases=[case(ref)], alerts=[alert(f"alert-{ref}", of=ref)]))
        for _ in range(ticks):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        async with storage.work() as work:
            stored = await work.case(CaseRef(ref)), await work.alert_of_case(CaseRef(ref))
        assert stored in ((None, None), (case(ref, version=1), alert(f"alert-{ref}", of=ref, version=1)))


async def test_a_long_unit_of_work_lets_others_have_a_turn(storage: Storage):
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    counting = asyncio.create_task(count())
    async with storage.work() as work:
        await work.inbox_counts()
        turns = 0
        for _ in range(80):
            await work.inbox_counts()
    counting.cancel()
    # Statements are answered on the spot, yet never more than a few of them in a row.
    assert turns >= 10


OTHER_PROCESS = """
import asyncio, sys
from storage import Storage
from tests.storage.conftest import KEY
from tests.storage.things import arrival

async def main():
    storage = await Storage.open(sys.argv[1], KEY)
    for number in range(40):
        async with storage.work() as work:
            await work.inbox_counts()
            await work.take_in([arrival(int(sys.argv[2]) + number, chat=number)])
            await work.next_number("LU", 2026)
    await storage.close()

asyncio.run(main())
"""


async def test_two_processes_on_one_file_wait_for_each_other(storage: Storage, url: str):
    async def process(first: int) -> tuple[int | None, bytes]:
        command = (sys.executable, "-W", "error", "-c", OTHER_PROCESS, url, str(first))
        running = await asyncio.create_subprocess_exec(
            *command, stderr=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[2]
        )
        _, said = await running.communicate()
        return running.returncode, said

    async def here() -> None:
        for number in range(40):
            async with storage.work() as work:
                await work.take_in([arrival(5000 + number, chat=number)])
                await work.next_number("LU", 2026)

    one, two, _ = await asyncio.gather(process(1000), process(2000), here())
    assert (one, two) == ((0, b""), (0, b""))
    async with storage.work() as work:
        assert (await work.inbox_counts())["waiting"] == 120
        assert await work.next_number("LU", 2026) == "LU-2026-0121"


async def test_a_file_held_by_another_program_is_waited_for(storage: Storage, tmp_path: Path):
    holder = sqlite3.connect(tmp_path / "house.db", isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    waiting = asyncio.create_task(put(storage, messages=[message()]))
    async with storage.look() as look:
        assert (await look.outbox_counts())["waiting"] == 0
    assert not waiting.done()
    holder.execute("COMMIT")
    holder.close()
    await waiting
    async with storage.look() as look:
        assert (await look.outbox_counts())["waiting"] == 1


async def test_no_query_of_the_path_walks_through_a_whole_table(storage: Storage, tmp_path: Path):
    """With the statistics of an empty table the planner would choose the same: what counts is that an index fits."""
    asked: set[str] = set()
    for engine in (writer_of(storage)._write, writer_of(storage)._read):
        event.listen(engine.sync_engine, "before_cursor_execute", lambda c, x, statement, *_: asked.add(statement))
    await use_everything(storage)
    beneath = sqlite3.connect(tmp_path / "house.db")
    walked = []
    for statement in sorted(asked):
        if statement.split()[0] in ("SELECT", "UPDATE", "DELETE"):
            plan = beneath.execute(f"EXPLAIN QUERY PLAN {statement}", [None] * statement.count("?")).fetchall()
            walked += [(line, statement) for *_, line in plan if line.startswith(WALKS) and "USING" not in line]
    beneath.close()
    assert len(asked) > 40
    assert walked == []


#: Tables that grow; staff, their groups and the keys of the house are a handful of rows.
WALKS = tuple(
    f"SCAN {table}"
    for table in (*(set(Tables.metadata.tables) - {"staff", "staff_group", "meta"}), "earlier", "urgent")
)


async def use_everything(storage: Storage) -> None:
    """Every question and every change that the path of a message knows."""
    ref = CaseRef("case-1")
    async with storage.work() as work:
        await work.take_in([arrival(1, chat=1), arrival(2, chat=2)])
        one, two = await work.waiting(now=NOW, limit=9)
        await work.worked(one)
        await work.failed(two, why="", now=NOW)
        await work.requeue(now=NOW)
        await work.prune(before=NOW)
        await work.roster()
        await work.set_reachable(ChatId(1), True)
        await work.person(ChatId(1))
    everything = Outcome(
        cases=(case(),),
        alerts=(alert(),),
        visits=(visit(),),
        dialogues=(dialogue(),),
        events=(Event(EventKind.REPORT_RECEIVED, ref, NOW),),
        reminders=(Reminder(Clock.NUDGE, "a", NOW), Reminder(Clock.NUDGE, "b", None)),
        messages=(card("call"), message(1), message(2), card("taken", to=9, replaces=True)),
        pages=(Page(StaffId(1), says(CALL), alert().ref), Page(StaffId(1), says("x"))),
    )
    async with storage.work() as work:
        await known_to_us(work, everything.messages)
        await work.record(everything, now=NOW)
        await work.record(Outcome(events=everything.events, dialogues=(dialogue(ended=True),)), now=NOW)
        await work.due(now=NOW, limit=9)
        first, second, third, _ = await work.pick(now=NOW, limit=9)
        await work.record(Outcome(messages=(card("taken", replaces=True),)), now=NOW)
        await work.sent(first, message_id=1, now=NOW)
        await work.retry(second, at=NOW, why="", uncertain=True)
        await work.failed_to_send(third, why="", now=NOW)
        (edit, *_) = await work.pick(now=NOW, limit=9)
        await work.retry(edit, at=NOW, why="", uncertain=True)
        (edit, *_) = await work.pick(now=NOW, limit=9)
        await work.sent(replace(edit, edits_message_id=1), message_id=2, now=NOW)
        await work.reclaim()
        await work.has_pages(now=NOW)
        page, other = await work.pages_to_send(now=NOW, limit=9)
        await work.page_retry(page, done=(), now=NOW)
        await work.page_sent(other, now=NOW)
        await work.record(Outcome(pages=everything.pages), now=NOW)
        await work.addresses(StaffId(1))
    async with storage.look() as look:
        await look.case(ref)
        await look.case_by_number(case().number)
        await look.cases_of_reporter(ChatId(1))
        await look.cases_of_manager(1)
        await look.open_cases()
        await look.unassigned()
        await look.caseload()
        await look.alert(alert().ref)
        await look.open_alerts()
        await look.alert_of_case(ref)
        await look.visit(visit().ref)
        await look.planned_visit(ref)
        await look.visits_of(ref)
        await look.planned_visits(1)
        await look.history(ref)
        await look.judgements(ref)
        await look.looks(ref)
        await look.assignment_opened_at(ref)
        await look.dialogues(ChatId(1))
        await look.dialogue(ChatId(1), "intake")
        await look.reminders("a")
        await look.next_due_at()
        await look.inbox_counts()
        await look.outbox_counts()
    async with storage.work() as work:
        await work.forget_case(ref)
