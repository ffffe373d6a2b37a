"""Erasing a case: what was told can't be read by anybody any more, what must stay stays."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from cases.case import CaseRef
from cases.messages import ChatId
from cases.outcome import Clock, Event, EventKind, Judgement, Look, Outcome, Reminder
from cases.refusals import Unknown
from storage import Storage
from tests.storage.things import FACTS, NOW, OFFICER, REPORTER, alert, case, dialogue, message, put, staff_id, visit

REF = CaseRef("case-1")
ANI = staff_id(1)


async def live(storage: Storage) -> None:
    """A case with everything a case can have, and another one beside it."""
    await put(
        storage,
        cases=[case(manager=ANI)],
        alerts=[alert()],
        visits=[visit()],
        events=[Event(EventKind.REPORT_RECEIVED, REF, NOW, told={"words": "tolong"})],
        judgements=[Judgement(REF, NOW, FACTS, case().decision, "1", "TINGGI", True)],
        looks=[Look(REF, ANI, NOW, "alert")],
        reminders=[
            Reminder(Clock.CONTACT, REF, NOW),
            Reminder(Clock.LADDER, "alert-1", NOW),
            Reminder(Clock.VISIT, "visit-1", NOW),
        ],
        dialogues=[dialogue(case=REF), dialogue(OFFICER, "outreach", subject="alert-1"), dialogue(ChatId(2))],
        messages=[message(OFFICER, "alert-yours")],
    )
    await put(storage, messages=[message(ChatId(2), "call", about_alert="alert-1")])
    await put(
        storage,
        cases=[case("case-2")],
        reminders=[Reminder(Clock.CONTACT, "case-2", NOW)],
        messages=[message(ChatId(3), "other")],
    )


async def forget(storage: Storage) -> bool:
    async with storage.work() as work:
        return await work.forget_case(REF)


async def test_nothing_finds_a_forgotten_case(storage: Storage):
    await live(storage)
    assert await forget(storage) is True
    async with storage.look() as look:
        assert await look.case(REF) is None
        assert await look.case_by_number(case().number) is None
        assert [one.ref for one in await look.cases_of_reporter(REPORTER)] == ["case-2"]
        assert [one.ref for one in await look.open_cases()] == ["case-2"]
        assert [one.ref for one in await look.unassigned()] == ["case-2"]
        assert await look.cases_of_manager(ANI) == ()
        assert await look.caseload() == {}
        assert await look.alert(alert().ref) is None
        assert await look.alert_of_case(REF) is None
        assert await look.open_alerts() == ()
        assert await look.visit(visit().ref) is None
        assert await look.visits_of(REF) == ()
        assert await look.planned_visit(REF) is None
        assert await look.planned_visits(ANI) == ()
        assert await look.judgements(REF) == ()


async def test_it_rings_no_more_and_nothing_of_it_is_sent_or_asked(storage: Storage):
    await live(storage)
    await forget(storage)
    async with storage.work() as work:
        assert [due.subject for due in await work.due(now=NOW, limit=9)] == ["case-2"]
        assert [out.message.phrase.key for out in await work.pick(now=NOW, limit=9)] == ["other"]
        assert await work.dialogues(REPORTER) == ()
        assert await work.dialogues(OFFICER) == ()
        assert len(await work.dialogues(ChatId(2))) == 1


async def test_nothing_links_it_to_who_reported_it(storage: Storage, rows):
    await live(storage)
    await forget(storage)
    linked = await rows('SELECT ref FROM "case" WHERE reporter IS NOT NULL')
    assert linked == [("case-2",)]


async def test_what_happened_when_and_who_looked_stays(storage: Storage):
    await live(storage)
    await forget(storage)
    async with storage.look() as look:
        assert await look.history(REF) == (Event(EventKind.REPORT_RECEIVED, REF, NOW),)
        assert await look.looks(REF) == (Look(REF, ANI, NOW, "alert"),)


async def test_nothing_more_can_be_recorded_about_it(storage: Storage):
    await live(storage)
    await forget(storage)
    late = (
        Outcome(cases=(case(version=1),)),
        Outcome(alerts=(replace(alert(), version=1),)),
        Outcome(events=(Event(EventKind.ALERT_TAKEN, REF, NOW),)),
    )
    for outcome in late:
        async with storage.work() as work:
            with pytest.raises(Unknown):
                await work.record(outcome, now=NOW)


async def test_forgetting_twice_or_nothing(storage: Storage):
    await live(storage)
    assert await forget(storage) is True
    assert await forget(storage) is False
    async with storage.work() as work:
        assert await work.forget_case(CaseRef("never")) is False


async def test_undone_with_its_unit_of_work(storage: Storage):
    await live(storage)

    async def die() -> None:
        async with storage.work() as work:
            await work.forget_case(REF)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await die()
    async with storage.look() as look:
        assert await look.case(REF) is not None


async def test_another_process_that_knew_the_key_can_not_read_it_either(storage: Storage, url: str):
    from tests.storage.conftest import KEY

    await live(storage)
    other = await Storage.open(url, KEY)
    async with other.look() as look:
        assert await look.case(REF) is not None
    await forget(storage)
    async with other.look() as look:
        assert await look.case(REF) is None
    await other.close()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_the_key_is_nowhere_in_the_files(storage: Storage, tmp_path: Path):
    await live(storage)
    with sqlite3.connect(tmp_path / "house.db") as beneath:
        ((wrapped,),) = beneath.execute("SELECT wrapped FROM case_key WHERE case_ref = 'case-1'").fetchall()
    beneath.close()

    def found() -> bool:
        return any(wrapped in file.read_bytes() for file in tmp_path.iterdir())

    assert found()
    await forget(storage)
    assert not found()
