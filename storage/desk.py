"""What every part of a unit of work needs: its connection, the seals, and the keys of the cases it works on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.faults import in_our_words
from storage.sealing import Seals
from storage.tables import Tables


class Both(NamedTuple):
    """One statement in the words of both databases."""

    sqlite: Any
    postgresql: Any


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
        self.forgot = False

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What is done inside is undone alone when it raises; the rest of the unit of work stays."""
        with in_our_words():
            async with self._connection.begin_nested():
                yield

    def _said(self, both: Both) -> Any:
        return both.sqlite if self._on_sqlite else both.postgresql

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
