"""The storage of the house: opened once at the start, with the master key, or not at all."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import bindparam, exists, false, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.addresses import address, file_of
from storage.connections import Connections, connections_to
from storage.desk import Desk, upsert
from storage.faults import in_our_words
from storage.key_ring import HOUSE_BYTES, KeyRing
from storage.keys import KEY_BYTES, MasterKey
from storage.problems import BrokenSeal, DatabaseProblem, KeyProblem, SchemaBehind
from storage.retention import FROM_BEFORE, PORTION, TRANSIT
from storage.schema import newer, read_state
from storage.sealing import Seals, Wrap, case_key_place, derived, owner_place, slot_of, wrapping
from storage.tables import CaseKeyRow, CaseRow, InboxRow, KeySlotRow, MetaRow, PersonRow, StaffRow
from storage.work import Work

HOUSE_KEYS = ("house_key", "house_secret")

_META = select(MetaRow.name, MetaRow.value)
#: Changes nothing, but is refused where nothing can be written.
_TRY_TO_WRITE = update(MetaRow).where(false()).values(name="")
_HOLDS_SOMETHING = select(
    or_(*(exists(select(row.body)) for row in (CaseRow, PersonRow, StaffRow)), exists(select(InboxRow.id)))
)
_ADD_META = upsert(MetaRow, key=("name",), change=())
_REWRAP_META = update(MetaRow).where(MetaRow.name == bindparam("of_name")).values(value=bindparam("wrapped_anew"))
_CASE_KEYS = select(CaseKeyRow.case_ref, CaseKeyRow.wrapped).where(CaseKeyRow.wrapped.is_not(None)).with_for_update()
_REWRAP_CASE = (
    update(CaseKeyRow).where(CaseKeyRow.case_ref == bindparam("of_case")).values(wrapped=bindparam("wrapped_anew"))
)
_OWNED_KEYS = select(KeySlotRow.owner, KeySlotRow.wrapped).where(KeySlotRow.wrapped.is_not(None)).with_for_update()
_REWRAP_OWNED = (
    update(KeySlotRow).where(KeySlotRow.owner == bindparam("owned_by")).values(wrapped=bindparam("wrapped_anew"))
)
_LAST_SLOT = select(func.max(KeySlotRow.slot))

logger = logging.getLogger("laporaman.storage.house")


class Storage:
    """All that is kept, readable only with the master key. `async with storage.work() as work` is one transaction."""

    def __init__(self, connections: Connections, seals: Seals) -> None:
        self._connections = connections
        self._seals = seals

    @property
    def button_key(self) -> bytes:
        """What signs buttons; it stays the same when the master key is changed."""
        return self._seals.button_key

    @classmethod
    async def open(cls, url: str, keys: MasterKey, ring: Path | None = None) -> Storage:
        """Open what `migrate` made, and finish what was being erased when the last process died.

        `ring` is the file of the key ring: without it the one beside the SQLite file, or beside the master key.
        Raises KeyProblem (key or ring are not those of this database), SchemaBehind, SchemaNewer, or DatabaseProblem
        (it can't be reached, read or written, or is damaged). A database that is not there is never made here.
        """
        where = address(url)
        file = file_of(where)
        if file is not None and not file.exists():
            raise _behind(f"There is no database at {file}")
        connections = connections_to(where)
        try:
            state = await read_state(connections)
            if state == "newer":
                raise newer()
            if state != "current":
                raise _behind("The database is empty" if state == "empty" else "The database is older than the program")
            with in_our_words():
                await connections.check()
                async with connections.writing() as connection:
                    seals = await _seals(connection, keys, ring or ring_of(url, keys.path))
        except BaseException:
            await connections.close()
            raise
        storage = cls(connections, seals)
        try:
            await storage._finish_erasing()
        except BaseException:
            await storage.close()
            raise
        return storage

    async def close(self) -> None:
        """Let go of the database. Units of work that are under way end first."""
        await self._connections.close()
        self._seals.ring.close()

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """One unit of work: kept as a whole at the end of the block, or not at all when the block raises."""
        with in_our_words():
            async with self._connections.writing() as connection:
                work = Work(connection, self._seals)
                yield work
            for owner, seal in work.new_keys.items():
                self._seals.kept.add(owner, seal)
            if work.doomed:
                await self._destroy(work.doomed)
            if work.forgot:
                await self._connections.settle()

    @asynccontextmanager
    async def look(self) -> AsyncIterator[Work]:
        """Read one state of everything, without waiting for who writes. Writing raises DatabaseProblem."""
        with in_our_words():
            async with self._connections.reading() as connection:
                yield Work(connection, self._seals)

    async def expire(self, *, now: datetime) -> None:
        """Destroy the keys of days that are two days old: what was on its way then can't be read in any backup.

        What still waits under them is sealed anew first, in portions, so that nobody waits long; and so is what a
        house from before there was a ring holds, its cases too. Broken off, it goes on the next time. What was marked
        to be destroyed and was not (a full disk, a crash) is destroyed too.
        """
        async with self.look() as look:
            over = await look.days_over(now=now)
            doomed = await look.doomed_slots()
            cases = await look.has_keys_without_slot()
            before = [what for what in FROM_BEFORE if await look.is_under(what, ())]
            waiting = [what for what in TRANSIT if over and await look.is_under(what, over)]
        if doomed:
            await self._destroy(list(doomed))
        if cases:
            await self._in_portions(lambda work, skip: work.wrap_anew(skip=skip))
        for what in before:
            await self._in_portions(lambda work, skip, what=what: work.seal_anew(what, (), skip=skip, now=now))
        if not over:
            return
        unread = {
            what: await self._in_portions(lambda work, skip, what=what: work.seal_anew(what, over, skip=skip, now=now))
            for what in waiting
        }
        async with self.work() as work:
            # Again, while nobody else writes: what came meanwhile must not be lost with its key.
            for what in TRANSIT:
                await work.seal_anew(what, over, skip=unread.get(what, 0), now=now)
            await work.end_days(over)
        logger.info("keys of days destroyed: %d", len(over))

    async def _in_portions(self, step: Callable[..., Awaitable[tuple[int, int]]]) -> int:
        """Seal anew until there is nothing left to do; how many could not be opened."""
        count = skip = 0
        while True:
            async with self.work() as work:
                done, unread = await step(work, skip)
                work.forgot = bool(done)
            count, skip = count + done, skip + unread
            if done + unread < PORTION:
                break
        logger.info("rows sealed anew: %d", count)
        return skip

    async def _finish_erasing(self) -> None:
        """Make ring and database say the same of what was erased, whichever of them is the older copy."""
        ring = self._seals.ring
        async with self.look() as look:
            doomed = await look.doomed_slots()
            gone = await look.slots_gone()
        if again := [slot for slot in gone if ring.stands(slot)]:
            logger.warning("the key ring is an old copy: %d keys destroyed again", len(again))
            await asyncio.to_thread(ring.destroy, again)
        if doomed:
            await self._destroy(list(doomed))
        destroyed = ring.destroyed()
        for start in range(0, len(destroyed), PORTION):
            async with self.work() as work:
                if lost := await work.forget_lost(destroyed[start : start + PORTION]):
                    logger.warning("the database is an old copy: %d keys of it were destroyed since", lost)

    async def _destroy(self, slots: list[int]) -> None:
        """Destroy slots that are marked in the database, then take the marks away: in this order, so that whoever
        dies in between leaves a mark, by which the next start finishes."""
        found = tuple(sorted(set(slots)))
        self._seals.forget(found)
        try:
            await asyncio.to_thread(self._seals.ring.destroy, found)
        except OSError as problem:
            # What was decided stands: the database does not have these keys any more, and the marks stay.
            logger.critical("the key ring can't be written (%s), tried again within the hour", problem.strerror)
            return
        async with self._connections.writing() as connection:
            await Work(connection, self._seals).slots_destroyed(found)

    async def rewrap(self, new: MasterKey) -> int:
        """Wrap all data keys with another master key, from now on the only one that opens this database; how many.

        Blind indices and buttons stay valid. For a moment when no other process uses the database.
        """
        wrap = wrapping(new)
        with in_our_words():
            async with self._connections.writing() as connection:
                desk = _Rewrapping(connection, self._seals)
                count = await desk.rewrap(wrap)
                seals = await _seals(connection, new, self._seals.ring)
        self._seals = seals
        await self._connections.settle()
        return count


class _Rewrapping(Desk):
    """The one unit of work that touches all wrapped keys."""

    async def rewrap(self, wrap: Wrap) -> int:
        seals = self._seals

        def anew(wrapped: bytes, place: str) -> bytes:
            key, slot = seals.unwrapped(wrapped, place), slot_of(wrapped)
            return wrap.house.close(key, place) if slot is None else seals.wrapped(key, slot, place, wrap=wrap)

        house = [
            {"of_name": row.name, "wrapped_anew": anew(row.value, _place(row.name))} for row in await self._rows(_META)
        ]
        cases = [
            {"of_case": row.case_ref, "wrapped_anew": anew(row.wrapped, case_key_place(row.case_ref))}
            for row in await self._rows(_CASE_KEYS)
        ]
        owned = [
            {"owned_by": row.owner, "wrapped_anew": anew(row.wrapped, owner_place(row.owner))}
            for row in await self._rows(_OWNED_KEYS)
        ]
        await self._change_all(_REWRAP_META, house)
        await self._change_all(_REWRAP_CASE, cases)
        await self._change_all(_REWRAP_OWNED, owned)
        return len(house) + len(cases) + len(owned)


def ring_of(url: str, key_file: Path, named: Path | None = None) -> Path:
    """Where the ring lies: as named; else beside the SQLite file, or beside the master key by the database's name."""
    where = address(url)
    file = file_of(where)
    if named is not None:
        return named
    if file is not None:
        return file.with_name(f"{file.name}.ring")
    return key_file.with_name(f"{key_file.name}.{where.database}.ring")


def _behind(found: str) -> SchemaBehind:
    return SchemaBehind("behind", f"{found}: run `python -m bot migrate`.")


def _place(name: str) -> str:
    return f"meta|value|{name}"


async def _seals(connection: AsyncConnection, keys: MasterKey, ring: Path | KeyRing) -> Seals:
    """Open the keys of the house, or make them in a new database, and the ring that belongs to them."""
    wrap = wrapping(keys)
    await connection.execute(_TRY_TO_WRITE)
    rows = {row.name: row.value for row in (await connection.execute(_META)).all()}
    if not rows and not (await connection.execute(_HOLDS_SOMETHING)).scalar_one():
        statement = getattr(_ADD_META, connection.dialect.name)
        made = [{"name": name, "value": wrap.house.close(os.urandom(KEY_BYTES), _place(name))} for name in HOUSE_KEYS]
        await connection.execute(statement, made)
        # Another process may have been first: what stands is what counts.
        rows = {row.name: row.value for row in (await connection.execute(_META)).all()}
    if set(rows) != set(HOUSE_KEYS):
        raise DatabaseProblem("corrupt", "The keys of the house are missing in the database: put back a backup.")
    try:
        house_key, house_secret = (wrap.house.open(rows[name], _place(name)) for name in HOUSE_KEYS)
    except BrokenSeal:
        sentence = f"{keys.path} is not the master key of this database: name the right one."
        raise KeyProblem("wrong_for_database", sentence, keys.path) from None
    if isinstance(ring, Path):
        used = (await connection.execute(_LAST_SLOT)).scalar_one()
        ring = KeyRing.open(ring, house=derived(house_secret, "ring")[:HOUSE_BYTES], used=used or 0)
    return Seals(wrap=wrap, ring=ring, house_key=house_key, house_secret=house_secret)
