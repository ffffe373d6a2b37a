"""What became of each call is kept with it in one transaction, stays for ever, and names nobody but staff."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from cases.alert import AlertRef, AlertState
from cases.case import CaseRef
from cases.messages import ChatId, Message
from cases.outcome import Event, EventKind
from cases.staff import Role
from cases.timeline import Sending
from storage import Outgoing, Storage
from tests.storage.things import MINUTE, NOW, OFFICER, alert, case, message, put

Rows = Callable[..., Awaitable[list[tuple[Any, ...]]]]
CALL = message(key="alert-call", about_alert="alert-1", slot="alert:alert-1")


async def house(storage: Storage) -> None:
    await put(storage, cases=[case()], alerts=[alert()])
    async with storage.work() as work:
        await work.add_staff(chat=OFFICER, name="Andi", role=Role.DUTY_OFFICER)


async def posted(storage: Storage, *messages: Message) -> tuple[Outgoing, ...]:
    await put(storage, messages=messages)
    async with storage.work() as work:
        return await work.pick(now=NOW, limit=9)


async def course(storage: Storage) -> tuple[Sending, ...]:
    async with storage.look() as look:
        return await look.course_of(CaseRef("case-1"))


async def test_delivered_repeated_and_failed_are_kept_with_their_times(storage: Storage) -> None:
    await house(storage)
    (call,) = await posted(storage, CALL)
    async with storage.work() as work:
        await work.sent(call, message_id=7, now=NOW + MINUTE)
        await work.sent(replace(call, uncertain=True), message_id=8, now=NOW + 2 * MINUTE)
        await work.failed_to_send(call, why="blocked", now=NOW + 3 * MINUTE)
        await work.sent(replace(call, uncertain=True), message_id=None, now=NOW + 4 * MINUTE)
    found = await course(storage)
    assert [(one.what, one.at - NOW) for one in found] == [
        ("delivered", MINUTE),
        ("repeated", 2 * MINUTE),
        ("failed:blocked", 3 * MINUTE),
        ("assumed", 4 * MINUTE),
    ]
    async with storage.look() as look:
        andi = (await look.roster()).by_chat(OFFICER)
    assert andi is not None
    assert {(one.alert, one.staff, one.posted_at) for one in found} == {(AlertRef("alert-1"), andi.id, NOW)}


async def test_what_calls_nobody_is_not_kept(storage: Storage) -> None:
    await house(storage)
    (plain,) = await posted(storage, replace(CALL, about_alert=""))
    async with storage.work() as work:
        await work.sent(plain, message_id=7, now=NOW)
    assert await course(storage) == ()


async def test_an_alert_that_is_not_there_breaks_nothing(storage: Storage) -> None:
    await house(storage)
    (call,) = await posted(storage, replace(CALL, about_alert="gone"))
    async with storage.work() as work:
        await work.sent(call, message_id=7, now=NOW)
    async with storage.look() as look:
        assert (await look.outbox_counts())["sending"] == 0
    assert await course(storage) == ()


async def test_a_unit_of_work_that_fails_keeps_neither(storage: Storage) -> None:
    await house(storage)
    (call,) = await posted(storage, CALL)

    async def broken_off() -> None:
        async with storage.work() as work:
            await work.sent(call, message_id=7, now=NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await broken_off()
    assert await course(storage) == ()


async def test_it_stays_when_the_case_is_forgotten_and_holds_nothing_of_anybody(storage: Storage, rows: Rows) -> None:
    await house(storage)
    stranger = replace(CALL, to=ChatId(99))
    for call in await posted(storage, CALL, stranger):
        async with storage.work() as work:
            await work.sent(call, message_id=7, now=NOW)
    async with storage.work() as work:
        await work.forget_case(CaseRef("case-1"))
    found = await course(storage)
    assert [one.staff is None for one in found] == [False, True]
    kept = await rows("SELECT * FROM alert_course")
    assert len(kept) == 2
    assert str(int(OFFICER)).encode() not in repr(kept).encode()


async def test_the_alerts_of_a_span_are_found_with_their_history_ended_ones_too(storage: Storage) -> None:
    told = Event(EventKind.ALERT_RAISED, CaseRef("case-1"), NOW, told={"alert": "alert-1"})
    over = alert("alert-2", raised_at=NOW + MINUTE, state=AlertState.ENDED, ended_at=NOW + MINUTE)
    await put(
        storage, cases=[case(), case("case-2")], alerts=[alert(), over, alert("alert-3", "case-2")], events=[told]
    )
    async with storage.work() as work:
        await work.forget_case(CaseRef("case-2"))
        found = await work.called_between(NOW, NOW + 2 * MINUTE)
        assert [one.alert.ref for one in await work.called_between(NOW, NOW + MINUTE)] == ["alert-1"]
        assert await work.called_between(NOW - MINUTE, NOW) == ()
    assert [(one.alert.ref, one.number) for one in found] == [
        ("alert-1", "LU-2026-case-1"),
        ("alert-2", "LU-2026-case-1"),
    ]
    assert found[0].events == (replace(told, version=1),)
