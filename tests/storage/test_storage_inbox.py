"""The inbox: nothing twice, nothing lost, in order within a chat."""

import asyncio
from datetime import timedelta

import pytest

from storage import Storage
from tests.storage.things import NOW, arrival

SECOND = timedelta(seconds=1)


async def waiting(storage: Storage, *, now=NOW, limit=10) -> list[int]:
    async with storage.work() as work:
        return [item.update_id for item in await work.waiting(now=now, limit=limit)]


async def take_in(storage: Storage, *arrivals) -> int:
    async with storage.work() as work:
        return await work.take_in(arrivals)


async def test_what_arrives_waits_with_all_it_said(storage: Storage):
    await take_in(storage, arrival(7, chat=-42, payload=b"\x00\xff said"), arrival(8, chat=None))
    async with storage.work() as work:
        first, second = await work.waiting(now=NOW, limit=10)
    assert (first.update_id, first.chat, first.payload, first.received_at) == (7, -42, b"\x00\xff said", NOW)
    assert (second.update_id, second.chat, second.attempts) == (8, None, 0)


async def test_an_update_is_taken_in_once(storage: Storage):
    assert await take_in(storage, arrival(1), arrival(2)) == 2
    assert await take_in(storage, arrival(2, payload=b"again"), arrival(3), arrival(3)) == 1
    async with storage.work() as work:
        (item,) = await work.waiting(now=NOW, limit=10)
        await work.worked(item)
    assert await take_in(storage, arrival(1)) == 0
    assert await waiting(storage) == [2]


async def test_nothing_arrived_is_nothing(storage: Storage):
    assert await take_in(storage) == 0


async def test_many_arrive_in_one_go_and_keep_their_order(storage: Storage):
    assert await take_in(storage, *(arrival(n, chat=n) for n in range(500, 1000))) == 500
    assert await waiting(storage, limit=1000) == list(range(500, 1000))


async def test_one_of_each_chat_the_oldest_first(storage: Storage):
    await take_in(storage, *(arrival(n, chat=n % 3) for n in range(9)), arrival(20, chat=None), arrival(21, chat=None))
    assert await waiting(storage) == [0, 1, 2, 20, 21]
    assert await waiting(storage, limit=2) == [0, 1]


async def test_the_next_of_a_chat_comes_after_the_first_was_worked(storage: Storage):
    await take_in(storage, *(arrival(n, chat=1) for n in (1, 2, 3)))
    seen = []
    for _ in range(3):
        async with storage.work() as work:
            (item,) = await work.waiting(now=NOW, limit=10)
            await work.worked(item)
            seen.append(item.update_id)
    assert seen == [1, 2, 3]
    assert await waiting(storage) == []


async def test_a_chat_whose_row_failed_is_held_back_and_others_are_not(storage: Storage):
    await take_in(storage, arrival(1, chat=1), arrival(2, chat=1), arrival(3, chat=2))
    async with storage.work() as work:
        item, _ = await work.waiting(now=NOW, limit=10)
        assert await work.failed(item, why="boom", now=NOW) is False
    assert await waiting(storage) == [3]
    assert await waiting(storage, now=NOW + SECOND) == [1, 3]


async def test_the_third_failure_sets_aside_and_lets_the_chat_go_on(storage: Storage):
    await take_in(storage, arrival(1, chat=1), arrival(2, chat=1))
    now, aside = NOW, []
    for pause in (SECOND, 5 * SECOND, 0 * SECOND):
        async with storage.work() as work:
            (item,) = await work.waiting(now=now, limit=10)
            assert item.update_id == 1
            aside.append(await work.failed(item, why="boom", now=now))
        if pause:
            assert await waiting(storage, now=now + pause - timedelta(microseconds=1)) == []
        now += pause
    assert aside == [False, False, True]
    assert await waiting(storage, now=now) == [2]
    async with storage.look() as look:
        assert await look.inbox_counts() == {"waiting": 1, "set_aside": 1}


async def test_requeued_rows_wait_again_with_what_they_said(storage: Storage):
    await take_in(storage, arrival(1, payload=b"the story"))
    for minute in range(3):
        now = NOW + timedelta(minutes=minute)
        async with storage.work() as work:
            (item,) = await work.waiting(now=now, limit=1)
            await work.failed(item, why="boom", now=now)
    async with storage.work() as work:
        assert await work.requeue(now=now) == 1
        assert await work.requeue(now=now) == 0
        (item,) = await work.waiting(now=now, limit=1)
    assert (item.payload, item.attempts) == (b"the story", 0)


async def test_what_a_worked_row_said_is_forgotten(storage: Storage, rows):
    await take_in(storage, arrival(1), arrival(2, chat=2))
    async with storage.work() as work:
        first, second = await work.waiting(now=NOW, limit=9)
        await work.failed(first, why="boom", now=NOW)
        await work.worked(first)
        await work.failed(second, why="boom", now=NOW)
    kept = await rows("SELECT state, payload IS NULL, why IS NULL FROM inbox ORDER BY id")
    assert [(state, *map(bool, empty)) for state, *empty in kept] == [("worked", True, True), ("waiting", False, False)]


async def test_a_unit_of_work_that_fails_leaves_the_row_waiting(storage: Storage):
    await take_in(storage, arrival(1))

    async def die() -> None:
        async with storage.work() as work:
            (item,) = await work.waiting(now=NOW, limit=1)
            await work.worked(item)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await die()
    assert await waiting(storage) == [1]


async def test_a_savepoint_undoes_its_own_part_only(storage: Storage):
    await take_in(storage, arrival(1, chat=1), arrival(2, chat=2))
    async with storage.work() as work:
        for item in await work.waiting(now=NOW, limit=10):
            try:
                async with work.savepoint():
                    await work.worked(item)
                    1 / (item.update_id - 1)
            except ZeroDivisionError:
                await work.failed(item, why="boom", now=NOW)
    assert await waiting(storage, now=NOW + SECOND) == [1]


async def test_pruning_removes_old_worked_rows_and_nothing_else(storage: Storage):
    await take_in(storage, arrival(1, chat=1), arrival(2, chat=2))
    async with storage.work() as work:
        await work.worked((await work.waiting(now=NOW, limit=1))[0])
        assert await work.prune(before=NOW) == 0
        assert await work.prune(before=NOW + SECOND) == 1
    assert await waiting(storage) == [2]
    assert await take_in(storage, arrival(1)) == 1


async def test_concurrent_workers_never_share_a_row_nor_mix_up_a_chat(storage: Storage):
    await take_in(storage, *(arrival(n, chat=n % 5) for n in range(60)))
    seen: list[int] = []

    async def worker() -> None:
        while True:
            async with storage.work() as work:
                items = await work.waiting(now=NOW, limit=2)
                for item in items:
                    await work.worked(item)
                # Noted before the commit: what another chat's next row sees must come after it.
                seen.extend(item.update_id for item in items)
            if not items:
                async with storage.look() as look:
                    if not (await look.inbox_counts())["waiting"]:
                        return

    async with asyncio.TaskGroup() as workers:
        for _ in range(4):
            workers.create_task(worker())
    assert sorted(seen) == list(range(60))
    for chat in range(5):
        assert [n for n in seen if n % 5 == chat] == list(range(chat, 60, 5))
