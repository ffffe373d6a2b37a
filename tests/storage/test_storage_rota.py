"""The rota's rows: every kind comes back as it was, nobody's change is overwritten, one bad row stops nothing."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import update

from cases.refusals import Changed
from cases.rota import (
    KEPT,
    Applied,
    Entry,
    Extra,
    Holiday,
    Leave,
    Note,
    Ready,
    Standing,
    Swap,
    SwapState,
    Weekly,
)
from cases.staff import Role, StaffId
from storage import Storage
from storage.tables import RotaRow
from tests.storage.things import NOW, OFFICER

WHO = StaffId(1)
ENTERED = {"by": StaffId(2), "at": NOW}
DAY = timedelta(days=1)
EVERY_KIND: tuple[Entry, ...] = (
    Weekly(ref="w", staff=WHO, weekdays=(1, 7), start=time(19, 30), end=time(7), since=date(2026, 11, 1), **ENTERED),
    Extra(ref="e", staff=WHO, start=NOW, end=NOW + DAY, **ENTERED),
    Leave(ref="l", staff=WHO, first=date(2026, 11, 20), last=date(2026, 11, 21), **ENTERED),
    Holiday(ref="h", day=date(2026, 11, 25), name="Idul Fitri 🌙", **ENTERED),
    Swap(ref="s", giver=WHO, taker=StaffId(3), start=NOW, end=NOW + DAY, state=SwapState.AGREED, **ENTERED),
    Ready(ref="r", staff=WHO, start=NOW, end=NOW + DAY, answer_by=NOW, yes=False, answered_at=NOW, **ENTERED),
    Note(ref="n", words="kunci di laci", **ENTERED),
    Applied(ref="applied", until=NOW, standing=(Standing(WHO, NOW, NOW + DAY, True),), **ENTERED),
)


async def test_every_kind_comes_back_as_it_was(storage: Storage):
    async with storage.work() as work:
        for entry in EVERY_KIND:
            assert await work.keep_rota(entry) == replace(entry, version=1)
    async with storage.look() as look:
        found = await look.rota(now=NOW)
    assert sorted(found.entries, key=lambda e: e.ref) == sorted(
        (replace(entry, version=1) for entry in EVERY_KIND), key=lambda e: e.ref
    )


async def test_what_somebody_else_changed_is_not_overwritten(storage: Storage):
    async with storage.work() as work:
        kept = await work.keep_rota(EVERY_KIND[0])
        with pytest.raises(Changed):
            await work.keep_rota(EVERY_KIND[0])
        await work.keep_rota(replace(kept, ended_at=NOW, ended_by=StaffId(2)))
        with pytest.raises(Changed):
            await work.keep_rota(replace(kept, ended_at=NOW + DAY, ended_by=StaffId(3)))
        (stands,) = (await work.rota(now=NOW)).entries
    assert (stands.ended_by, stands.version) == (StaffId(2), 2)


async def test_what_is_long_over_is_not_read_but_stays(storage: Storage):
    async with storage.work() as work:
        for entry in EVERY_KIND:
            await work.keep_rota(entry)
        later = await work.rota(now=NOW + KEPT + 30 * DAY)
        assert len((await work.rota(now=NOW)).entries) == len(EVERY_KIND)
    assert {type(entry) for entry in later.entries} == {Weekly, Applied}


async def test_an_entry_that_cant_be_read_stops_nobody_elses(storage: Storage, caplog: pytest.LogCaptureFixture):
    async with storage.work() as work:
        for entry in EVERY_KIND[:2]:
            await work.keep_rota(entry)
        await work._change(update(RotaRow).where(RotaRow.ref == "e").values(body=b"\x01broken"))
        found = await work.rota(now=NOW)
    assert [entry.ref for entry in found.entries] == ["w"]
    assert "ref=e" in caplog.text


async def test_the_reserve_list(storage: Storage):
    async with storage.work() as work:
        ani = await work.add_staff(chat=OFFICER, name="Ani", role=Role.DUTY_OFFICER)
        assert not (await work.roster()).people[0].reserve
        await work.set_reserve(ani, True)
        assert (await work.roster()).people[0].reserve
