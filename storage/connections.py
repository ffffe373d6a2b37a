"""Connections: one writer and a few readers on SQLite, a pool on PostgreSQL.

SQLite gets one writer behind a fair lock, because several would wait for each other at random for seconds; and
every transaction that may write begins IMMEDIATE, because one that reads first and writes then fails at once
when another wrote in between, whatever its patience.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Any, Protocol

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.faults import reaching
from storage.problems import DatabaseProblem
from storage.quick_sqlite import connect

#: A backup or another process may hold the file: wait that long before giving up (F13).
PATIENCE_SECONDS = 60
READERS = 4
POOL = 10

_PRAGMAS = (
    f"busy_timeout = {PATIENCE_SECONDS * 1000}",
    "foreign_keys = ON",
    "temp_store = MEMORY",
)
_WRITER_PRAGMAS = (
    "journal_mode = WAL",
    # NORMAL would lose the last commits in a power cut, after Telegram was told that we have them.
    "synchronous = FULL",
    # Destroyed keys and forgotten payloads are overwritten within their page, not only unlinked.
    "secure_delete = FAST",
)
_READER_PRAGMAS = ("query_only = ON",)


class Connections(Protocol):
    """Where units of work get their connection. The transaction is begun, and ended by leaving the block."""

    def writing(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A connection in a transaction that may write."""

    def reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A connection in a transaction that only reads, and sees one state throughout."""

    async def check(self) -> None:
        """Find damage now rather than in the middle of a report; raises DatabaseProblem."""

    async def settle(self) -> None:
        """See to it that overwritten bytes are nowhere any more, as far as that is ours to do."""

    async def close(self) -> None:
        """Close everything."""


def connections_to(url: URL) -> Connections:
    """The right kind of connections for that address; nothing is opened yet."""
    return OneWriter(url) if url.drivername.startswith("sqlite") else Pool(url)


def _sqlite(url: URL, *, begin: str, pragmas: tuple[str, ...], size: int) -> AsyncEngine:
    engine = create_async_engine(
        url,
        # None: sqlite3 must not begin transactions by itself, they would be deferred.
        connect_args={"isolation_level": None, "timeout": PATIENCE_SECONDS, "async_creator_fn": connect},
        hide_parameters=True,
        pool_size=size,
        max_overflow=0,
        pool_timeout=PATIENCE_SECONDS,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        for pragma in (*_PRAGMAS, *pragmas):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "invalidate")
    def undo(connection: Any, *_: Any) -> None:
        # A task was cancelled in the middle of a statement. Closing alone would leave the transaction, and its
        # lock, to the garbage collector.
        connection.run_async(lambda driver: asyncio.shield(driver.rollback()))

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


class OneWriter:
    """SQLite: one writing connection, taken in turn; readers see the last commit and never wait for it."""

    def __init__(self, url: URL) -> None:
        self._write = _sqlite(url, begin="BEGIN IMMEDIATE", pragmas=_WRITER_PRAGMAS, size=1)
        self._read = _sqlite(url, begin="BEGIN", pragmas=_READER_PRAGMAS, size=READERS)
        self._turn = asyncio.Lock()
        self._holder: asyncio.Task[Any] | None = None
        self._writer: AsyncConnection | None = None

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        if self._holder is not None and self._holder is asyncio.current_task():
            raise RuntimeError("a unit of work inside another would wait for itself for ever")
        async with self._turn, AsyncExitStack() as stack:
            self._holder = asyncio.current_task()
            try:
                with reaching():
                    writer = self._writer = self._writer or await self._write.connect()
                    await stack.enter_async_context(writer.begin())
                yield writer
            finally:
                self._holder = None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        async with AsyncExitStack() as stack:
            with reaching():
                reader = await stack.enter_async_context(self._read.begin())
            yield reader

    async def check(self) -> None:
        """SQLite looks through its own file."""
        async with self.reading() as connection:
            found = (await connection.exec_driver_sql("PRAGMA quick_check(1)")).scalar_one()
        if found != "ok":
            raise DatabaseProblem("corrupt", "The database file is damaged: put back a backup.")

    async def settle(self) -> None:
        """Bring the log into the file and empty it, so that what was overwritten is nowhere any more.

        Where a reader stands in the way for long, the log is emptied by a later checkpoint: nobody who writes
        shall wait for that.
        """
        async with self._turn:
            if self._writer is None:
                return
            raw = await self._writer.get_raw_connection()
            driver = raw.driver_connection
            assert driver is not None
            for pragma in ("busy_timeout = 2000", "wal_checkpoint(TRUNCATE)", _PRAGMAS[0]):
                await driver.execute_fetchall(f"PRAGMA {pragma}")

    async def close(self) -> None:
        async with self._turn:
            if self._writer is not None:
                await self._writer.close()
                self._writer = None
        await self._read.dispose()
        await self._write.dispose()


class Pool:
    """PostgreSQL: as many connections as there are units of work, up to the size of the pool."""

    def __init__(self, url: URL) -> None:
        self._engine = create_async_engine(
            url, hide_parameters=True, pool_size=POOL, max_overflow=0, pool_timeout=PATIENCE_SECONDS
        )
        # A look sees one state from its first line to its last, as on SQLite.
        self._looking = self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        async with AsyncExitStack() as stack:
            with reaching():
                connection = await stack.enter_async_context(self._engine.begin())
            yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        async with AsyncExitStack() as stack:
            with reaching():
                connection = await stack.enter_async_context(self._looking.begin())
            yield connection

    async def check(self) -> None:
        """Nothing: PostgreSQL checks its pages by itself."""

    async def settle(self) -> None:
        """Nothing: PostgreSQL's own vacuum removes what was overwritten."""

    async def close(self) -> None:
        await self._engine.dispose()
