"""Killed anywhere while something is erased: afterwards nothing has happened, or all of it."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Iterable
from typing import Any

import pytest

from storage import Person, Storage, Work
from storage.house import ring_of
from storage.key_ring import KeyRing
from storage.retention import TRANSIT
from tests.storage.brute import copied
from tests.storage.conftest import KEY
from tests.storage.test_storage_erasure import LATER, OTHER_PHONE, REF, REPORTER, Rows, chosen, found, live
from tests.storage.things import NOW

POINTS = ("not committed", "marked", "half", "destroyed", "cleared")


def _die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def _die_later(*_: Any, **__: Any) -> None:
    _die()


def _erase_and_die(url: str, point: str) -> None:
    """In a process of its own, which is killed at that point."""
    destroy = KeyRing.destroy

    def one_only(ring: KeyRing, slots: Iterable[int]) -> None:
        destroy(ring, list(slots)[:1])
        _die()

    async def run() -> None:
        storage = await Storage.open(url, KEY)
        if point == "marked":
            KeyRing.destroy = _die  # type: ignore[method-assign]
        if point == "half":
            KeyRing.destroy = one_only  # type: ignore[method-assign]
        if point == "destroyed":
            Work.slots_destroyed = _die_later  # type: ignore[method-assign]
        if point == "cleared":
            storage._connections.settle = _die_later  # type: ignore[method-assign]
        async with storage.work() as work:
            await work.forget_case(REF)
            await work.forget_person(REPORTER)
            await work.forget_person(OTHER_PHONE)
            if point == "not committed":
                _die()

    asyncio.run(run())


async def killed(url: str, point: str) -> None:
    process = multiprocessing.get_context("fork").Process(target=_erase_and_die, args=(url, point))
    process.start()
    await asyncio.to_thread(process.join)
    assert process.exitcode == -signal.SIGKILL


@pytest.mark.parametrize("point", POINTS)
async def test_killed_while_erasing(storage: Storage, rows: Rows, url: str, point: str) -> None:
    ring, word = ring_of(url, KEY.path), chosen(storage)
    await live(storage)
    backup = await copied(rows)
    await storage.close()
    await killed(url, point)

    after = await Storage.open(url, KEY)
    async with after.look() as look:
        case, person = await look.case(REF), await look.person(REPORTER)
        marks = await look.doomed_slots()
    assert marks == ()
    if point == "not committed":
        assert case is not None
        assert person is not None
        assert set(found(await copied(rows), ring, word)) == set(found(backup, ring, word)) != set()
    else:
        assert case is None
        assert person is None
        await after.expire(now=LATER)
        assert found(backup, ring, word) == {}
        assert found(await copied(rows), ring, word) == {}
    # Whoever comes next is received like anybody.
    async with after.work() as work:
        await work.save_person(Person(OTHER_PHONE, language="en"))
    await after.close()


async def test_killed_while_days_end(storage: Storage, rows: Rows, url: str) -> None:
    """What waits is sealed anew before its key goes: wherever it is broken off, it can still be read."""
    await live(storage)
    async with storage.work() as work:
        # So far it came: some of it stands under the new key, the old one is not marked yet.
        over = await work.days_over(now=LATER)
        assert over
        await work.seal_anew(TRANSIT[0], over, skip=0, now=LATER)
    await storage.close()
    after = await Storage.open(url, KEY)
    await after.expire(now=LATER)
    async with after.work() as work:
        assert b"of another" in [item.payload for item in await work.waiting(now=LATER, limit=9)]
        assert len(await work.dialogues(REPORTER)) == 1
        assert len(await work.pick(now=NOW, limit=9)) == 2
    await after.close()
