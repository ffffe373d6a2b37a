"""What a look from outside wants to know, and the small write that shows that writing is possible."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from cases.alert import AlertState, Cause
from cases.messages import Lane
from storage import Arrival, Figures, Storage
from storage.faults import problem_of
from tests.storage.things import MINUTE, NOW, OFFICER, alert, case, message, put


async def figures(storage: Storage) -> Figures:
    async with storage.look() as look:
        return await look.figures()


async def test_of_nothing_nothing_waits(storage: Storage):
    assert await figures(storage) == Figures()


async def test_the_oldest_that_waits_in_the_inbox(storage: Storage):
    arrivals = [Arrival(number, number, b"{}", NOW + number * MINUTE) for number in (1, 2, 3)]
    async with storage.work() as work:
        await work.take_in(arrivals)
    assert (await figures(storage)).inbox_since == NOW + MINUTE
    async with storage.work() as work:
        first, second, _ = await work.waiting(now=NOW + 9 * MINUTE, limit=3)
        await work.worked(first)
        for _ in range(3):
            (second,) = [i for i in await work.waiting(now=NOW + 99 * MINUTE, limit=3) if i.id == second.id]
            await work.failed(second, why="x", now=NOW)
    found = await figures(storage)
    assert (found.inbox, found.set_aside, found.inbox_since) == (1, 1, NOW + 3 * MINUTE)


async def test_the_oldest_emergency_that_is_not_sent(storage: Storage):
    await put(storage, messages=[message(1, "small talk", Lane.REPLY)], now=NOW - MINUTE)
    assert (await figures(storage)).emergency_since is None
    await put(storage, messages=[message(OFFICER, "alert", Lane.EMERGENCY)], now=NOW)
    await put(storage, messages=[message(OFFICER, "alert", Lane.EMERGENCY)], now=NOW + MINUTE)
    assert (await figures(storage)).emergency_since == NOW
    async with storage.work() as work:
        (taken,) = await work.pick(now=NOW + MINUTE, limit=1, lanes=[Lane.EMERGENCY])
    assert (await figures(storage)).emergency_since == NOW
    async with storage.work() as work:
        await work.sent(taken, message_id=1, now=NOW)
    assert (await figures(storage)).emergency_since == NOW + MINUTE


async def test_alerts_by_their_state(storage: Storage):
    alerts = [
        alert(ref=f"a{n}", cause=cause, state=state)
        for n, (cause, state) in enumerate(
            (
                (Cause.DECLARED, AlertState.OPEN),
                (Cause.WORDS, AlertState.TAKEN),
                (Cause.REPORT, AlertState.OPEN),
                (Cause.DECLARED, AlertState.ENDED),
            )
        )
    ]
    await put(storage, cases=[case()], alerts=alerts)
    found = await figures(storage)
    assert (found.alerts_open, found.alerts_taken, found.untaken) == (2, 1, 1)


async def test_a_beat_is_one_row_for_each_name(storage: Storage, rows: Callable[..., Awaitable[Any]]):
    for ticks in (1, 2):
        async with storage.work() as work:
            await work.beat("house", at=NOW, ticks=ticks, boot="b")
            await work.beat("audit", at=NOW, ticks=ticks + 10, boot="b")
    found = await rows("SELECT name, ticks, boot FROM pulse ORDER BY name")
    assert found == [("audit", 12, "b"), ("house", 2, "b")]


@pytest.mark.parametrize(
    ("said", "reason", "passes"),
    [
        ("database is locked", "busy", True),
        ("database or disk is full", "full", True),
        ("disk I/O error", "unwritable", True),
        ("attempt to write a readonly database", "read_only", True),
        ("unable to open database file", "unreachable", True),
        ("database disk image is malformed", "corrupt", False),
        ("no such column: x", "failed", False),
    ],
)
def test_what_passes_by_itself_is_no_fault_of_what_was_asked(said: str, reason: str, passes: bool):
    problem = problem_of(OperationalError("", {}, Exception(said)))
    assert (problem.reason, problem.is_passing) == (reason, passes)
