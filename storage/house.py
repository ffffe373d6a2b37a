"""The storage of the house: opened once at the start, with the master key, or not at all."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import bindparam, exists, false, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.addresses import address, file_of
from storage.connections import Connections, connections_to
from storage.desk import Desk, upsert
from storage.faults import in_our_words
from storage.keys import KEY_BYTES, MasterKey
from storage.problems import BrokenSeal, DatabaseProblem, KeyProblem, SchemaBehind
from storage.schema import newer, read_state
from storage.sealing import Seal, Seals, case_key_place, wrapping
from storage.tables import CaseKeyRow, CaseRow, InboxRow, MetaRow, PersonRow, StaffRow
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
    async def open(cls, url: str, keys: MasterKey) -> Storage:
        """Open what `migrate` made.

        Raises KeyProblem (the key is not the one of this database), SchemaBehind, SchemaNewer, or DatabaseProblem
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
                    return cls(connections, await _seals(connection, keys))
        except BaseException:
            await connections.close()
            raise

    async def close(self) -> None:
        """Let go of the database. Units of work that are under way end first."""
        await self._connections.close()

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """One unit of work: kept as a whole at the end of the block, or not at all when the block raises."""
        with in_our_words():
            async with self._connections.writing() as connection:
                work = Work(connection, self._seals)
                yield work
            if work.forgot:
                await self._connections.settle()

    @asynccontextmanager
    async def look(self) -> AsyncIterator[Work]:
        """Read one state of everything, without waiting for who writes. Writing raises DatabaseProblem."""
        with in_our_words():
            async with self._connections.reading() as connection:
                yield Work(connection, self._seals)

    async def rewrap(self, new: MasterKey) -> int:
        """Wrap all data keys with another master key, from now on the only one that opens this database; how many.

        Blind indices and buttons stay valid. For a moment when no other process uses the database.
        """
        seal = wrapping(new)
        with in_our_words():
            async with self._connections.writing() as connection:
                desk = _Rewrapping(connection, self._seals)
                count = await desk.rewrap(seal)
                seals = await _seals(connection, new)
        self._seals = seals
        await self._connections.settle()
        return count


class _Rewrapping(Desk):
    """The one unit of work that touches all wrapped keys."""

    async def rewrap(self, seal: Seal) -> int:
        old = self._seals.wrap

        def anew(wrapped: bytes, place: str) -> bytes:
            return seal.close(old.open(wrapped, place), place)

        house = [
            {"of_name": row.name, "wrapped_anew": anew(row.value, _place(row.name))} for row in await self._rows(_META)
        ]
        cases = [
            {"of_case": row.case_ref, "wrapped_anew": anew(row.wrapped, case_key_place(row.case_ref))}
            for row in await self._rows(_CASE_KEYS)
        ]
        await self._change_all(_REWRAP_META, house)
        await self._change_all(_REWRAP_CASE, cases)
        return len(house) + len(cases)


def _behind(found: str) -> SchemaBehind:
    return SchemaBehind("behind", f"{found}: run `python -m bot migrate`.")


def _place(name: str) -> str:
    return f"meta|value|{name}"


async def _seals(connection: AsyncConnection, keys: MasterKey) -> Seals:
    """Open the keys of the house, or make them in a new database."""
    wrap = wrapping(keys)
    await connection.execute(_TRY_TO_WRITE)
    rows = {row.name: row.value for row in (await connection.execute(_META)).all()}
    if not rows and not (await connection.execute(_HOLDS_SOMETHING)).scalar_one():
        statement = getattr(_ADD_META, connection.dialect.name)
        made = [{"name": name, "value": wrap.close(os.urandom(KEY_BYTES), _place(name))} for name in HOUSE_KEYS]
        await connection.execute(statement, made)
        # Another process may have been first: what stands is what counts.
        rows = {row.name: row.value for row in (await connection.execute(_META)).all()}
    if set(rows) != set(HOUSE_KEYS):
        raise DatabaseProblem("corrupt", "The keys of the house are missing in the database: put back a backup.")
    try:
        house_key, house_secret = (wrap.open(rows[name], _place(name)) for name in HOUSE_KEYS)
    except BrokenSeal:
        sentence = f"{keys.path} is not the master key of this database: name the right one."
        raise KeyProblem("wrong_for_database", sentence, keys.path) from None
    return Seals(wrap=wrap, house_key=house_key, house_secret=house_secret)
