"""One row that can't be unsealed holds up nobody else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from cases.outcome import Clock, Reminder
from storage import Storage
from tests.storage.things import NOW, arrival, put

Rows = Callable[..., Awaitable[list[tuple[Any, ...]]]]


async def test_an_inbox_row_is_set_aside_and_the_others_are_worked(storage: Storage, rows: Rows) -> None:
    """A payload from another row does not open at its place, and is never worked as this one's."""
    async with storage.work() as work:
        await work.take_in([arrival(1, chat=1), arrival(2, chat=2), arrival(3, chat=3)])
    await rows("UPDATE inbox SET payload = (SELECT payload FROM inbox WHERE update_id = 3) WHERE update_id = 2")
    async with storage.work() as work:
        assert [item.update_id for item in await work.waiting(now=NOW, limit=10)] == [1, 3]
    async with storage.look() as look:
        assert (await look.inbox_counts())["set_aside"] == 1


async def test_a_reminder_stays_and_the_others_ring(storage: Storage, rows: Rows) -> None:
    reminders = tuple(Reminder(Clock.LADDER, name, NOW) for name in ("one", "two"))
    await put(storage, reminders=reminders)
    other = "(SELECT there.body FROM reminder AS there WHERE there.subject <> here.subject)"
    first = "(SELECT MIN(subject) FROM reminder)"
    await rows(f"UPDATE reminder AS here SET body = {other} WHERE here.subject = {first}")
    async with storage.work() as work:
        rung = await work.due(now=NOW, limit=10)
    assert len(rung) == 1
    async with storage.look() as look:
        left = await look.next_due_at()
    assert left is not None
    assert left > NOW + timedelta(minutes=1)
