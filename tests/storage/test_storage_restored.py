"""Database and ring of different ages: what was erased stays erased, and nobody stumbles over it."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from cases.case import CaseRef
from cases.messages import ChatId
from cases.outcome import Clock, Outcome, Reminder
from cases.refusals import Unknown
from storage import KeyProblem, Person, Storage, Work, migrate
from storage.house import ring_of
from storage.retention import FROM_BEFORE
from storage.sealing import case_key_place
from tests.storage.brute import copied
from tests.storage.conftest import KEY
from tests.storage.test_storage_erasure import (
    CODE,
    JOIN,
    LATER,
    OTHER_PHONE,
    REF,
    REPORTER,
    WORD,
    Rows,
    chosen,
    erase,
    found,
    live,
)
from tests.storage.test_storage_upgrades import SINCE_0003, _run
from tests.storage.things import MINUTE, NOW, arrival, case, put


async def destroyed_behind_it(storage: Storage, rows: Rows) -> None:
    """As a database that was copied before something was erased meets the ring from after that."""
    found = await rows("SELECT slot FROM key_slot")
    ((other,),) = await rows("SELECT slot FROM case_key WHERE case_ref = 'case-2'")
    slots = tuple(slot for (slot,) in found if slot != other)
    storage._seals.ring.destroy(slots)
    storage._seals.forget(slots)


async def looks_whole(house: Storage) -> None:
    later = LATER + timedelta(days=5)
    async with house.work() as work:
        assert await work.case(REF) is None
        assert await work.person(REPORTER) is None
        assert await work.dialogues(REPORTER) == ()
        assert await work.dialogue(REPORTER, "intake") is None
        assert [one.ref for one in await work.open_cases()] == ["case-2"]
        assert await work.open_alerts() == ()
        assert await work.judgements(REF) == ()
        assert [event.told for event in await work.history(REF)] == [{}]
        assert await work.talks(REF) == ()
        assert await work.attachments(REF) == await work.attachments_of_chat(REPORTER) == ()
        assert await work.opens(CODE, WORD) is None
        assert await work.invited(JOIN, now=NOW) is None
        assert (await work.evidence(await work.roster(), now=later)).unreadable == 0
        assert await work.waiting(now=later, limit=9) == ()
        assert await work.pick(now=later, limit=9) == ()
        assert await work.pages_to_send(now=later, limit=9) == ()
        assert [due.subject for due in await work.due(now=later, limit=9) if due.clock is Clock.NUDGE] == []
        with pytest.raises(Unknown):
            await work.record(Outcome(cases=(case(version=1),)), now=later)


async def test_a_running_house_takes_what_lost_its_key_as_not_there(storage: Storage, rows: Rows, caplog) -> None:
    await live(storage)
    await destroyed_behind_it(storage, rows)
    caplog.clear()
    await looks_whole(storage)
    assert [record for record in caplog.records if record.levelname in ("ERROR", "CRITICAL")] == []


async def test_a_start_finishes_the_forgetting(storage: Storage, rows: Rows, url: str, caplog) -> None:
    await live(storage)
    await destroyed_behind_it(storage, rows)
    caplog.clear()
    house = await Storage.open(url, KEY)
    assert await rows("SELECT wrapped, slot FROM case_key WHERE case_ref = 'case-1'") == [(None, None)]
    assert await rows("SELECT rank FROM \"case\" WHERE ref = 'case-1'") == [(None,)]
    assert [row[0] for row in await rows("SELECT state FROM key_slot WHERE state <> 'gone'")] == ["live"]
    for table in ("person", "dialogue", "line", "talk", "receipt", "invitation"):
        assert await rows(f"SELECT * FROM {table}") == []
    # Of files the keys are gone; their names on the disk stand until the fetcher has tidied up.
    files = await rows("SELECT ref, state, chat, length(body) FROM attachment WHERE ref <> 'f3'")
    assert sorted(files) == [("f1", "erased", None, 0), ("f2", "erased", None, 0)]
    await looks_whole(house)
    await put(house, cases=[case("case-3")], reminders=[Reminder(Clock.NUDGE, str(int(REPORTER)), NOW)])
    async with house.work() as work:
        await work.save_person(Person(REPORTER))
        assert await work.take_in([arrival(99)]) == 1
        assert await work.person(REPORTER) == Person(REPORTER)
        assert await work.case(CaseRef("case-3")) is not None
    assert [record for record in caplog.records if record.levelname in ("ERROR", "CRITICAL")] == []
    await house.close()


async def test_numbers_that_were_destroyed_are_not_given_out_again(storage: Storage, rows: Rows, url: str) -> None:
    """An old database counts on from where it was copied: through slots that its ring has used up since."""
    await storage.close()
    house = await Storage.open(url, KEY)
    house._seals.ring.destroy(range(1, 6))
    async with house.work() as work:
        await work.save_person(Person(REPORTER))
        assert await work.person(REPORTER) == Person(REPORTER)
    assert await rows("SELECT slot FROM key_slot WHERE state = 'live'") == [(6,)]
    await house.close()


async def test_an_old_copy_of_the_ring_brings_nothing_back(
    storage: Storage, rows: Rows, url: str, tmp_path: Path
) -> None:
    ring, word = ring_of(url, KEY.path), chosen(storage)
    await live(storage)
    backup = await copied(rows)
    shutil.copy(ring, tmp_path / "old.ring")
    await erase(storage)
    await storage.expire(now=LATER)
    await storage.close()
    shutil.copy(tmp_path / "old.ring", ring)
    assert found(backup, ring, word) != {}
    house = await Storage.open(url, KEY)
    assert found(backup, ring, word) == {}
    assert found(await copied(rows), ring, word) == {}
    await house.close()


async def test_without_its_ring_the_house_does_not_open(storage: Storage, url: str, refuses) -> None:
    await put(storage, cases=[case()])
    await storage.close()
    ring = ring_of(url, KEY.path)
    kept = ring.rename(ring.with_name(f"{ring.name}.away"))
    assert (await refuses(Storage.open(url, KEY), KeyProblem)).reason == "ring_missing"
    kept.rename(ring)
    await (await Storage.open(url, KEY)).close()


async def test_a_house_of_0003_comes_under_keys_that_can_be_destroyed(storage: Storage, rows: Rows, url: str) -> None:
    word = chosen(storage)
    await live(storage)
    async with storage.work() as work:
        await _as_in_0003(work)
    await storage.close()
    ring = ring_of(url, KEY.path)
    for table in ("receipt", "invitation", "line", "talk", "attachment", "attempt"):
        await rows(f"DELETE FROM {table}")
    await _run(url, *SINCE_0003)
    ring.unlink()

    await migrate(url)
    house = await Storage.open(url, KEY)
    async with house.look() as look:
        assert await look.case(REF) is not None
        assert (await look.person(REPORTER)) is not None
    before = await copied(rows)
    assert found(before, ring, word) != {}
    await house.expire(now=NOW + MINUTE)
    old = [
        (table, column)
        for table, lines in (await copied(rows)).items()
        for line in lines
        for column, value in line.items()
        if column in ("body", "payload", "why", "wrapped") and value is not None and bytes(value)[:1] == b"\x01"
        if (table, column) in UNDER_SLOTS and not (table == "reminder" and line["clock"] != "nudge")
    ]
    assert old == []
    async with house.work() as work:
        assert await work.case(REF) is not None
        assert len(await work.open_cases()) == 2
        assert (await work.person(ChatId(77))) == Person(ChatId(77))
        assert len(await work.dialogues(REPORTER)) == 1
        assert len(await work.waiting(now=NOW + MINUTE, limit=9)) == 1
        assert len(await work.pick(now=LATER + timedelta(days=5), limit=9)) == 3
        assert str(int(REPORTER)) in [due.subject for due in await work.due(now=LATER, limit=9)]
    after = await copied(rows)
    assert found(after, ring, word) != {}
    async with house.work() as work:
        await work.forget_case(REF)
        await work.forget_person(REPORTER)
        await work.forget_person(OTHER_PHONE)
    await house.expire(now=LATER + MINUTE)
    assert found(after, ring, word) == {}
    await house.close()


UNDER_SLOTS = {
    ("case_key", "wrapped"), ("key_slot", "wrapped"), ("person", "body"), ("dialogue", "body"), ("reminder", "body"),
    ("inbox", "payload"), ("inbox", "why"), ("outbox", "payload"), ("outbox", "why"), ("page", "payload"),
}  # fmt: skip


async def _as_in_0003(work: Work) -> None:
    """Everything under the house key, and keys of cases under the master key alone."""
    seals = work._seals
    for ref, wrapped in await work._rows(text("SELECT case_ref, wrapped FROM case_key")):
        place = case_key_place(ref)
        old = seals.wrap.house.close(seals.unwrapped(bytes(wrapped), place), place)
        await work._change(text("UPDATE case_key SET wrapped = :old WHERE case_ref = :ref"), old=old, ref=ref)
    slots = [row[0] for row in await work._rows(text("SELECT slot FROM key_slot"))]
    for what in FROM_BEFORE:
        found = await work._rows(what.rows(slots))
        await work._unlock(row.sealed for row in found)
        for row in found:
            plain = work._opened(row.sealed, what.place(row))
            await work._change(what.change(row, seals.house.close(plain, what.place(row))))
