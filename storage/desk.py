"""What every part of a unit of work needs: its connection, the seals, and the keys of the cases it works on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select, union_all
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.messages import ChatId
from cases.staff import StaffId
from storage.faults import in_our_words
from storage.sealing import Seals, SlotSeal
from storage.tables import (
    AlertRow,
    AttachmentRow,
    EntryRow,
    ExclusionRow,
    LetterRow,
    LineRow,
    PartyRow,
    ReferralRow,
    Tables,
    TalkRow,
    VisitRow,
)


class Both(NamedTuple):
    """One statement in the words of both databases."""

    sqlite: Any
    postgresql: Any


class Seen(NamedTuple):
    """A statement about cases: for who may see all of them, and without those that are hidden from the viewer."""

    whole: Any
    without: Any


def seen(statement: Any, case_ref: Any) -> Seen:
    """A reading of rows that belong to the case in that column; it can only be run with the viewer in mind."""
    return Seen(statement, statement.where(case_ref.not_in(bindparam("hidden", expanding=True))))


# NOT EXISTS in every statement would cost a look-up per row, in counts of 100,000 cases too: the few that are hidden
# are asked for once.
_HIDDEN = select(ExclusionRow.case_ref).where(ExclusionRow.staff == bindparam("viewer"))

_THINGS = union_all(
    *(
        select(row.ref).where(row.case_ref.in_(bindparam("hidden", expanding=True)))
        for row in (AlertRow, VisitRow, EntryRow, PartyRow, ReferralRow, LetterRow, LineRow, TalkRow, AttachmentRow)
    )
)


def upsert(row: type[Tables], *, key: tuple[str, ...], change: tuple[str, ...]) -> Both:
    """Insert a row, or change these columns of the one with the same key; without columns it stays as it is."""

    def build(insert: Any) -> Any:
        made = insert(row)
        if not change:
            return made.on_conflict_do_nothing(index_elements=key)
        return made.on_conflict_do_update(index_elements=key, set_={c: made.excluded[c] for c in change})

    return Both(build(sqlite.insert), build(postgresql.insert))


class Desk:
    """The seat of one unit of work. The parts of `Work` are laid on it."""

    def __init__(self, connection: AsyncConnection, seals: Seals) -> None:
        self._connection = connection
        self._seals = seals
        self._on_sqlite = connection.dialect.name == "sqlite"
        self._viewer: StaffId | None = None
        self._hidden: tuple[str, ...] | None = None
        self.forgot = False
        #: Keys made here, by their owners: nobody else may use them before they are committed.
        self.new_keys: dict[str, SlotSeal] = {}
        #: Keys at hand, by their slots.
        self._held: dict[int, SlotSeal] = {}
        #: Slots of the ring to be destroyed when this is committed.
        self.doomed: list[int] = []
        #: Whose doing is being answered: what is said to that chat was asked for.
        self.answering: ChatId | None = None
        #: When they did it, where that is longer ago than now.
        self.heard_at: datetime | None = None

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What is done inside is undone alone when it raises; the rest of the unit of work stays."""
        with in_our_words():
            async with self._connection.begin_nested():
                yield

    def _said(self, both: Both) -> Any:
        return both.sqlite if self._on_sqlite else both.postgresql

    @property
    def viewer(self) -> StaffId | None:
        """For whom of the unit it is read. What is hidden from them is not there; without a viewer all is there."""
        return self._viewer

    @viewer.setter
    def viewer(self, who: StaffId | None) -> None:
        self._viewer = who
        self._hidden = None

    async def _hidden_refs(self) -> tuple[str, ...]:
        """The cases that are hidden from the viewer: none for nearly everybody, asked once in a unit of work."""
        if self._viewer is None:
            return ()
        if self._hidden is None:
            self._hidden = tuple(row.case_ref for row in await self._rows(_HIDDEN, viewer=self._viewer))
        return self._hidden

    async def _is_hidden(self, *subjects: str) -> bool:
        """Whether any of these is, or names, something of a case that is hidden from the viewer."""
        hidden = await self._hidden_refs()
        if not hidden:
            return False
        things = [row[0] for row in await self._rows(_THINGS, hidden=hidden)]
        return any(ref in subject for ref in (*hidden, *things) for subject in subjects)

    async def _seen_rows(self, statement: Seen, **values: Any) -> list[Any]:
        """The rows of a statement about cases, without those that are hidden from the viewer."""
        hidden = await self._hidden_refs()
        if hidden:
            return await self._rows(statement.without, hidden=hidden, **values)
        return await self._rows(statement.whole, **values)

    async def _seen_row(self, statement: Seen, **values: Any) -> Any:
        rows = await self._seen_rows(statement, **values)
        return rows[0] if rows else None

    async def _rows(self, statement: Any, **values: Any) -> list[Any]:
        return list((await self._connection.execute(statement, values)).all())

    async def _row(self, statement: Any, **values: Any) -> Any:
        return (await self._connection.execute(statement, values)).first()

    async def _change(self, statement: Any, **values: Any) -> int:
        """Run one changing statement; how many rows it changed."""
        return (await self._connection.execute(statement, values)).rowcount

    async def _change_all(self, statement: Any, rows: list[dict[str, Any]]) -> None:
        if len(rows) == 1:
            await self._connection.execute(statement, rows[0])
        elif rows:
            await self._connection.execute(statement, rows)
