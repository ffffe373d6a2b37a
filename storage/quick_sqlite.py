"""A SQLite connection for asyncio that goes to its thread only for what can wait.

`aiosqlite` sends everything to a thread: making a cursor, each statement, fetching, closing the cursor, four
crossings of some 50 µs each for a statement that SQLite answers in 10. Beginning a write may wait for another
process and committing waits for the disk, so these go to the thread, as does all that can be long (deleting many
rows, pragmas, making tables). The rest is answered on the spot, from the page cache.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from typing import Any

import aiosqlite

_QUICK = ("SELECT", "INSERT", "UPDATE", "SAVEPOINT", "RELEASE", "ROLLBACK TO")


#: So many steps (a statement takes four) one after the other, then everybody else has a turn.
_TURN = 32


class QuickConnection(aiosqlite.Connection):
    """One connection, used by one task at a time; that is what makes it safe to leave the thread out."""

    _steps = 0

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if _is_quick(fn, args):
            self._steps += 1
            if self._steps % _TURN == 0:
                await asyncio.sleep(0)
            return fn(*args, **kwargs)
        return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]


def _is_quick(fn: Callable[..., Any], args: tuple[Any, ...]) -> bool:
    if fn.__name__ in ("execute", "executemany"):
        return bool(args[0].startswith(_QUICK))
    # The close of a cursor, not of a connection; reading what a statement has already found.
    return fn.__name__ == "cursor" or isinstance(getattr(fn, "__self__", None), sqlite3.Cursor)


def connect(file: str, **options: Any) -> QuickConnection:
    """A connection to that file, opened when it is awaited."""
    options["check_same_thread"] = False
    made = QuickConnection(lambda: sqlite3.connect(file, **options), iter_chunk_size=64)
    # A program that dies without closing must not be kept alive by its connections.
    made._thread.daemon = True
    return made
