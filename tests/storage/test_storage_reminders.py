"""Reminders: one for each clock and subject, oldest first, never twice."""

import asyncio

import pytest

from cases.outcome import URGENT, Clock, Reminder
from storage import Storage
from storage.tables import URGENT_CLOCKS
from tests.storage.things import MINUTE, NOW, put


def ring(subject: str = "alert-1", clock: Clock = Clock.LADDER, after: int | None = 0) -> Reminder:
    return Reminder(clock, subject, None if after is None else NOW + after * MINUTE)


async def due(storage: Storage, *, after: int = 0, limit: int = 10) -> list[tuple[str, str, int]]:
    async with storage.work() as work:
        return [(d.clock, d.subject, d.attempts) for d in await work.due(now=NOW + after * MINUTE, limit=limit)]


async def test_what_is_due_is_taken_once_the_oldest_first(storage: Storage):
    await put(storage, reminders=[ring("b", after=2), ring("a", after=1), ring("c", after=3)])
    async with storage.look() as look:
        assert await look.next_due_at() == NOW + MINUTE
    assert await due(storage) == []
    assert await due(storage, after=5, limit=2) == [("ladder", "a", 0), ("ladder", "b", 0)]
    assert await due(storage, after=5) == [("ladder", "c", 0)]
    async with storage.look() as look:
        assert await look.next_due_at() is None


async def test_what_rings_for_danger_comes_before_what_is_older(storage: Storage):
    await put(
        storage,
        reminders=[ring("v", Clock.VISIT), ring("p", Clock.POLICE, after=1), *(ring("a", c, after=2) for c in URGENT)],
    )
    first = await due(storage, after=5, limit=len(URGENT) + 1)
    assert {clock for clock, _, _ in first[:-1]} == set(URGENT)
    assert [clock for clock, _, _ in first[-1:] + await due(storage, after=5)] == ["visit", "police"]


def test_the_index_of_what_is_urgent_names_the_clocks_of_the_table():
    named = ", ".join(f"'{clock}'" for clock in URGENT)
    assert f"clock IN ({named})" == URGENT_CLOCKS


async def test_the_last_value_stands(storage: Storage):
    await put(storage, reminders=[ring(after=1), ring(after=9), ring(clock=Clock.SILENCE, after=None)])
    await put(storage, reminders=[ring("x", after=4), ring("x", after=None)])
    async with storage.look() as look:
        assert await look.reminders("alert-1") == (ring(after=9),)
        assert await look.reminders("x") == ()
    await put(storage, reminders=[ring(after=3)])
    assert await due(storage, after=3) == [("ladder", "alert-1", 0)]


async def test_one_without_a_time_is_over(storage: Storage):
    await put(storage, reminders=[ring(), ring(clock=Clock.OUTREACH)])
    await put(storage, reminders=[ring(after=None), ring("never set", after=None)])
    assert await due(storage) == [("outreach", "alert-1", 0)]


async def test_all_clocks_of_a_subject_by_their_time(storage: Storage):
    await put(storage, reminders=[ring(after=7), ring(clock=Clock.CONTACT, after=2), ring("b")])
    async with storage.look() as look:
        assert await look.reminders("alert-1") == (ring(clock=Clock.CONTACT, after=2), ring(after=7))


async def test_put_off_counts_and_an_outcome_begins_anew(storage: Storage):
    await put(storage, reminders=[ring()])
    async with storage.work() as work:
        (taken,) = await work.due(now=NOW, limit=1)
        await work.put_off(taken, until=NOW + MINUTE)
    assert await due(storage) == []
    async with storage.work() as work:
        (taken,) = await work.due(now=NOW + MINUTE, limit=1)
        assert (taken.attempts, taken.due_at) == (1, NOW + MINUTE)
        await work.put_off(taken, until=NOW + 2 * MINUTE)
    await put(storage, reminders=[ring(after=2)])
    assert await due(storage, after=2) == [("ladder", "alert-1", 0)]


async def test_a_scheduler_that_dies_in_mid_flight_takes_nothing(storage: Storage):
    await put(storage, reminders=[ring()])

    async def die() -> None:
        async with storage.work() as work:
            await work.due(now=NOW, limit=1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await die()
    assert await due(storage) == [("ladder", "alert-1", 0)]


async def test_schedulers_side_by_side_take_each_once(storage: Storage):
    await put(storage, reminders=[ring(f"alert-{n:02}") for n in range(40)])
    taken: list[str] = []

    async def sweep() -> None:
        while True:
            async with storage.work() as work:
                rows = await work.due(now=NOW, limit=3)
            if not rows:
                return
            taken.extend(row.subject for row in rows)

    async with asyncio.TaskGroup() as schedulers:
        for _ in range(4):
            schedulers.create_task(sweep())
    assert sorted(taken) == [f"alert-{n:02}" for n in range(40)]
